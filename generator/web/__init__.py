"""Visits the web addresses of a dossier, and tells which of them still lead where they did.

The only package with a network. Nothing of a build uses it.
"""
