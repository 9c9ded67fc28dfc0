"""Renders everything that is published from a dossier, as ``{path: text}``."""
