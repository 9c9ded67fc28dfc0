"""Compiled templates, kept for the next build."""

from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.build import state_files


class TemplateCache(BytecodeCache):
    """Keeps compiled templates in a folder; Jinja's own cache fails on a file that is cut off."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its compiled code, if that is there: called by Jinja."""
        code = state_files.read(self._folder / bucket.key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Save the compiled code of a template: called by Jinja."""
        state_files.write(self._folder / bucket.key, bucket.bytecode_to_string())
