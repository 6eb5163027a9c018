"""A page for this computer alone: a server that answers on the loopback address and to nobody else."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LOOPBACK = "127.0.0.1"
"""The only address the server listens on."""
_TYPES = {"html": "text/html; charset=utf-8", "png": "image/png", "": "text/plain; charset=utf-8"}
_PAUSE_SECONDS = 0.5
_INDEX = "index.html"


@dataclass(slots=True)
class Shown:
    """What the server shows now."""

    files: Mapping[str, bytes]
    """Files by name."""
    state: str
    """Differs whenever they do."""
    stopped: threading.Event = field(default_factory=threading.Event)
    """Set when there is nothing to watch any more."""


def serve(
    stamp: Callable[[], str],
    files: Callable[[], Mapping[str, bytes]],
    ready: Callable[[str], None],
    *,
    port: int = 0,
) -> None:
    """Show `files()` at the loopback address, made anew whenever `stamp()` differs, until Ctrl-C.

    Args:
        stamp: what the files are made from, in short.
        files: makes them; the page `index.html` among them.
        ready: told the address once it answers.
        port: where to listen; 0 for any free one.

    Raises:
        OSError: when the port is taken.

    """
    now = stamp()
    shown = Shown(files(), now)
    with server(shown, port) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        ready(f"http://{LOOPBACK}:{running.server_port}/")
        try:
            while not shown.stopped.wait(_PAUSE_SECONDS):
                if (now := stamp()) != shown.state:
                    shown.files, shown.state = files(), now
        finally:
            running.shutdown()


def server(shown: Shown, port: int) -> ThreadingHTTPServer:
    """A server of `shown` that listens on the loopback address."""

    class Handler(BaseHTTPRequestHandler):
        server_version, sys_version = "alignkit", ""

        def do_GET(self) -> None:
            """Answer with a file, with the state, or with what is wrong."""
            status, ending, body = answer(shown, self.path, self.headers.get("Host", ""))
            self.send_response(status)
            self.send_header("Content-Type", _TYPES.get(ending, _TYPES[""]))
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Say nothing: the console belongs to what was found."""

    return ThreadingHTTPServer((LOOPBACK, port), Handler)


def answer(shown: Shown, path: str, host: str) -> tuple[HTTPStatus, str, bytes]:
    """Status, ending and body for a path.

    A page elsewhere may point a name of its own at this computer; such a request names that host and is
    refused.
    """
    name = unquote(path.partition("?")[0].removeprefix("/")) or _INDEX
    if host.partition(":")[0] not in (LOOPBACK, "localhost"):
        return HTTPStatus.FORBIDDEN, "", b"this page is for this computer alone\n"
    if name == "state":
        return HTTPStatus.OK, "", shown.state.encode()
    if name in shown.files:
        return HTTPStatus.OK, name.rpartition(".")[2], shown.files[name]
    return HTTPStatus.NOT_FOUND, "", b"there is no such page\n"
