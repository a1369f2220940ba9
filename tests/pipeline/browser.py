"""A real browser for the tests: Debian's Chromium, without a network of its own."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, sync_playwright

from pipeline.review import make_app
from pipeline.store import Store

CHROMIUM = Path("/usr/bin/chromium")
_QUIET = "--no-sandbox --headless --disable-gpu --no-first-run --disable-background-networking"
_SILENT = "--disable-component-update --disable-sync"


@contextmanager
def opened(address: str, *, locale: str = "vi-VN") -> Iterator[tuple[Page, list[str]]]:
    """Yield a page and the list that its errors and its requests to elsewhere are written to."""
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=f"{_QUIET} {_SILENT}".split())
        page = browser.new_page(locale=locale, viewport={"width": 1280, "height": 900})
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: None if _is_near(request.url) else wrong.append(request.url))
        page.goto(address)
        yield page, wrong
        browser.close()


@contextmanager
def reviewing(store: Store) -> Iterator[str]:
    """Serve the pages for data stewards to `Lan`; yield their address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = make_app(store, reviewer="Lan", hosts=(f"127.0.0.1:{port}",))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(5)


def _is_near(url: str) -> bool:
    return url.startswith(("file:", "data:", "http://127.0.0.1:"))
