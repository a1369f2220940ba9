"""`sohoa review`: the review page."""

import contextlib
import getpass
import socket
import sys
from typing import Annotated

import typer

from pipeline.cli.options import DEFAULT_STORE, StoreUrl


def review(
    *,
    store: StoreUrl = DEFAULT_STORE,
    host: Annotated[
        str, typer.Option(help="Address to listen on; there is no log-in, so keep it local.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8300,
    reviewer: Annotated[str, typer.Option(help="Name beside the decisions; else the user of this machine.")] = "",
) -> int:
    """Serve the review page for data stewards until stopped.

    Example: sohoa review --port 8300
    """
    import uvicorn

    from pipeline.review import make_app
    from pipeline.store import open_store

    opened = open_store(store, create=False)
    try:
        bound = _bound(host, port)
    except OSError as error:
        opened.close()
        said = f"{host}:{port}: {error.strerror or error}; is a review page open already? Else choose another port"
        raise typer.BadParameter(said, param_hint="--port") from error
    hosts = tuple(f"{name}:{port}" for name in {host, "127.0.0.1", "localhost"})
    print(f"http://{host}:{port}/", file=sys.stderr)
    try:
        app = make_app(opened, reviewer=reviewer or getpass.getuser(), hosts=hosts)
        with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is how the page is closed
            uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[bound])
    finally:
        bound.close()
        opened.close()
    return 0


def _bound(host: str, port: int) -> socket.socket:
    """Return a socket at the address, before anybody is told of it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound
