"""How a long piece of work reports its progress."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Step = Callable[[], None]
"""Called after each step."""
Progress = Callable[[str, int], AbstractContextManager[Step]]
"""Begins a piece of work, given its Dutch label and the number of its steps."""


@contextmanager
def no_progress(_label: str, _count: int) -> Iterator[Step]:
    """Reports nothing."""
    yield lambda: None
