"""The YAML language server that editors use, spoken to over its standard input and output."""

import contextlib
import json
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

PATIENCE = 60.0
"""seconds to wait for one message: no measure of speed, only an end to waiting"""
CURSOR = "‸"
"""marks a place in a text"""
_PROGRAM = "yaml-language-server"
_SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    }
}
"""without its stores the server has no reason to reach for the network"""
_CAPABILITIES = {
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
    },
}


class Problem(NamedTuple):
    """What the server marks."""

    line: int
    """from 0"""
    marked: str
    """as much of the line as is marked"""
    message: str


class Offer(NamedTuple):
    """One thing the server would write for the author."""

    label: str
    inserts: str
    says: str


class LanguageServer:
    """One server for many files; each text is a file of its own, with the schema on its first line."""

    def __init__(self, schema: Path, folder: Path) -> None:
        self._schema, self._folder = schema, folder
        program = shutil.which(_PROGRAM)
        assert program is not None
        self._process = subprocess.Popen(
            [program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: BinaryIO = self._process.stdin
        self._came: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._marked: dict[str, list[dict[str, Any]]] = {}
        self._asked = self._opened = 0
        reading = (self._process.stdout, self._came)
        self._reader = threading.Thread(target=_listen, args=reading, daemon=True)
        self._reader.start()
        self._request("initialize", processId=None, rootUri=None, capabilities=_CAPABILITIES)
        self._notify("initialized")
        self._notify("workspace/didChangeConfiguration", settings=_SETTINGS)

    def problems(self, text: str) -> list[Problem]:
        """What the server marks in this text, once it has looked."""
        uri, whole, _ = self._open(text)
        while uri not in self._marked:
            self._answer(self._next())
        found = self._marked[uri]
        self._close(uri)
        lines = whole.splitlines()
        return [_problem(lines, marked) for marked in found]

    def hover(self, text: str) -> str:
        """What is shown at the cursor's place, as Markdown; empty where nothing is."""
        uri, _, place = self._open(text)
        shown = self._request("textDocument/hover", textDocument={"uri": uri}, position=place)
        self._close(uri)
        return str(shown["contents"]["value"]) if shown else ""

    def offers(self, text: str) -> list[Offer]:
        """What could be written at the cursor's place."""
        uri, _, place = self._open(text)
        found = self._request("textDocument/completion", textDocument={"uri": uri}, position=place)
        self._close(uri)
        return [_offer(item) for item in found["items"]]

    def close(self) -> None:
        """Ask the server to end, and see that it does."""
        self._request("shutdown")
        self._notify("exit")
        self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def kill(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(PATIENCE)

    def _open(self, text: str) -> tuple[str, str, dict[str, int]]:
        """The file's address, its text without the cursor, and the cursor's place."""
        self._opened += 1
        uri = (self._folder / f"scenario-{self._opened}.yaml").as_uri()
        marked = f"# yaml-language-server: $schema={self._schema.as_uri()}\n{text}"
        before, _, after = marked.partition(CURSOR)
        whole = before + after
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": whole}
        self._notify("textDocument/didOpen", textDocument=document)
        line = before.rpartition("\n")[2]
        return uri, whole, {"line": before.count("\n"), "character": len(line)}

    def _close(self, uri: str) -> None:
        """So that the server does not look through it once more."""
        self._notify("textDocument/didClose", textDocument={"uri": uri})

    def _request(self, method: str, **params: Any) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._answer(message)

    def _notify(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _answer(self, message: dict[str, Any]) -> None:
        """Give the server what it asks for, and keep what it tells."""
        params = message.get("params", {})
        if message.get("method") == "textDocument/publishDiagnostics":
            self._marked[params["uri"]] = params["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            wanted = [_SETTINGS.get(item.get("section", "")) for item in params["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._to.flush()

    def _next(self) -> dict[str, Any]:
        message = self._came.get(timeout=PATIENCE)
        assert message is not None, "the language server has ended"
        return message


@contextlib.contextmanager
def language_server(schema: Path, folder: Path) -> Iterator[LanguageServer]:
    """A server that ends with the block."""
    server = LanguageServer(schema, folder)
    try:
        yield server
        server.close()
    finally:
        server.kill()


def _listen(stream: BinaryIO, came: "queue.Queue[dict[str, Any] | None]") -> None:
    """Put every message in the queue, and `None` at the end."""
    with contextlib.suppress(ValueError):
        while header := stream.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                header = stream.readline()
            came.put(json.loads(stream.read(length)))
    came.put(None)


def _problem(lines: list[str], marked: dict[str, Any]) -> Problem:
    start, end = marked["range"]["start"], marked["range"]["end"]
    line = lines[start["line"]]
    stop = end["character"] if end["line"] == start["line"] else len(line)
    return Problem(start["line"], line[start["character"] : stop], marked["message"])


def _offer(item: dict[str, Any]) -> Offer:
    said = item.get("documentation") or ""
    text = said["value"] if isinstance(said, dict) else said
    return Offer(item["label"], item.get("insertText", item["label"]), text)
