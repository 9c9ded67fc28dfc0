"""From YAML in ``content/`` to a published site. A room imports from lower floors only.

floor 3  build, preview, disk            files, MkDocs: the only rooms with a door to the outside
floor 2  pages -> views -> text          the dossier as ``{path: text}``
floor 1  source -> reading -> dossier    text becomes a checked whole, or all its problems at once
         names, checks                   which names a text uses; the laws of the content
floor 0  problem, model, urls            the vocabulary

Below floor 3 everything is a function from values to values: no files, clock, network or printing.
"""
