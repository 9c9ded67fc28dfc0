"""What can go wrong with a build although the content is right."""


class SiteError(Exception):
    """The content is right, and yet a template or MkDocs makes no site of it; it says why."""
