"""A port that another program has is not free, and a free one is found."""

import socket

from commands._ports import LAST_PORT, is_free, next_free


def test_a_port_that_is_listened_to_is_not_free() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert not is_free(port)
        other = next_free(port)

    assert is_free(port)
    assert other
    assert other > port


def test_no_port_for_administrators_is_proposed() -> None:
    found = next_free(79)

    assert found
    assert found >= 1024


def test_after_the_last_port_there_is_none() -> None:
    assert next_free(LAST_PORT) is None
