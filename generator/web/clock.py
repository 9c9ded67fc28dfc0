"""The clock of a visit: given by whoever starts it, so that a test need not wait."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Clock:
    passed: Callable[[], float]
    """Seconds since any fixed moment; it never goes back."""
    epoch: Callable[[], float]
    """Seconds since 1970, in UTC."""
    sleep: Callable[[float], None]
    """Waits some seconds."""
