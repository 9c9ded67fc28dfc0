"""The commands by which editors propose changes: words from click in, words and an exit code out.

Each has a file of its own, and ``site_build.py`` hangs them on its door.
"""
