"""Which ports of this machine the preview can use."""

import socket

LAST_PORT = 65_535
FIRST_FOR_EVERYONE = 1024
"""On most systems, only an administrator may use a lower one."""
MANY = 100
"""More ports than that are not tried."""


def is_free(port: int) -> bool:
    """Whether a server can take a port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def next_free(port: int) -> int | None:
    """A free port after the given one; None if there is none nearby."""
    first = max(port + 1, FIRST_FOR_EVERYONE)
    nearby = range(first, min(first + MANY, LAST_PORT + 1))
    return next(filter(is_free, nearby), None)
