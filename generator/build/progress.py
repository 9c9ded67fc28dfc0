"""How far long work is, for whoever waits for it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Step = Callable[[], None]
"""Called after each step."""
Progress = Callable[[str, int], AbstractContextManager[Step]]
"""Begins a piece of work, by what it is called in Dutch and in how many steps it is done."""


@contextmanager
def unseen(_label: str, _count: int) -> Iterator[Step]:
    """Shows nobody how far it is."""
    yield lambda: None
