"""The site on this machine, made anew on every save."""

from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

WATCHED = ("content", "templates", "mkdocs.yml")


def serve(root: Path, port: int, rebuild: Callable[[], None]) -> None:
    """Serve ``root/site`` on 127.0.0.1 until interrupted, calling ``rebuild`` on every change.

    Raises:
        OSError: the port is taken.

    """
    site = str(root / "site")
    server = LiveReloadServer(builder=rebuild, host="127.0.0.1", port=port, root=site)
    for name in WATCHED:
        server.watch(str(root / name))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
    finally:
        server.server_close()
