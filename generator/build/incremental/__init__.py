"""What has to be rebuilt after an edit.

A text depends on the records whose display-only fields were read while it was rendered
(``read_tracking``), and on everything else through one fingerprint of the structure
(``fingerprints``). The ``manifest`` of an output folder lists both, so that a text is rendered
again only when something it depends on changed. A file that shows every record is made of pieces,
of which the same holds (``saved_pieces``). All that a build depends on apart from the content
(code, libraries, templates, configuration) has one fingerprint too (``environment``).

What was changed or removed by hand is noticed in ``build/docs`` and ``build/static``, and repaired.
Everywhere else in ``build/`` and in ``site/`` it is not: ``build --clean`` rebuilds those.
"""
