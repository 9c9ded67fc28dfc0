"""Packs: the dossier, a theme or a party as one document to print, from what the API publishes.

Here a pack is a value; ``templates/pdf`` lays it out.
"""
