"""From YAML in ``content/`` to a published site: see ``docs/architecture.md``."""
