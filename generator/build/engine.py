"""What builds pages of Markdown. Nothing outside an engine's own module knows which one it is."""

from collections.abc import Callable
from pathlib import Path

from generator.build.folders import Changes
from generator.build.publish import Names

Engine = Callable[[Path, Path, Changes | None], Names]
"""Builds a docs folder into a site folder, and returns the files it wrote or removed there.

With the changes in the docs folder since the last time, only the files that depend on them are
built; without, the site folder is emptied first. The pages are yet to be finished.

Raises:
    SiteError: the engine could not build the site, or warned about something.
"""
