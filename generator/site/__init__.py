"""Everything that is published, made from a dossier: ``{path: text}``."""
