"""The dossier as data: what is published at ``/api/v1/``, as static JSON files.

The models are published, apart from those that editors write: a field of the content can move
without breaking who reads the data. Their names are in Dutch, as the names of the data are.
"""
