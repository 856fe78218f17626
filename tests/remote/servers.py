"""Real servers on 127.0.0.1 for tests of fetching and delivering: moto's S3, and asyncssh's SFTP."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any

import asyncssh
import pytest
from moto.s3.models import S3Backend, s3_backends
from moto.server import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import BaseWSGIServer, make_server

BUCKET = "people"
_ACCOUNT = "123456789012"

Answer = tuple[int, str]
Hook = Callable[[str, str], Answer | None]
"""Told method and path of a request before it is served; what it returns is sent instead: a status, and a code of S3."""


class S3Server:
    """moto's server in a thread. Its content outlives a stop, as that of a real one does."""

    def __init__(self) -> None:
        logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
        self._application = DomainDispatcherApplication(create_backend_app)
        self._server: BaseWSGIServer | None = None
        self._thread: threading.Thread | None = None
        self.port = 0
        self.requests: list[tuple[str, str]] = []
        self.hook: Hook | None = None

    def start(self) -> None:
        self._server = make_server("127.0.0.1", self.port, self._serve, threaded=True, request_handler=MotoRequestHandler)
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        if self._server and self._thread:
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()
            self._server = None

    def _serve(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        request = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        self.requests.append(request)
        answer = self.hook(*request) if self.hook else None
        if answer is None:
            return self._application(environ, start_response)
        status, code = answer
        body = f"<?xml version='1.0'?><Error><Code>{code}</Code><Message>secret words of the server</Message></Error>".encode()
        start_response(f"{status} {code}", [("Content-Type", "application/xml"), ("Content-Length", str(len(body)))])
        return [body] if request[0] != "HEAD" else []

    @property
    def _backend(self) -> S3Backend:
        return s3_backends[_ACCOUNT]["aws"]

    def empty(self) -> None:
        """A bucket with nothing in it, no requests seen, nothing in the way."""
        self._backend.reset()
        self._backend.create_bucket(BUCKET, "us-east-1")
        self.requests.clear()
        self.hook = None

    def put(self, key: str, content: bytes) -> None:
        """An object of this name, whatever it is."""
        self._backend.put_object(BUCKET, key, content)

    def delete(self, key: str) -> None:
        self._backend.delete_object(BUCKET, key)

    def get(self, key: str) -> bytes:
        content: bytes = self._backend.get_object(BUCKET, key).value
        return content

    def names(self) -> list[str]:
        return sorted(self._backend.buckets[BUCKET].keys.keys())

    def asked_for(self, method: str) -> list[str]:
        """The objects that requests of this kind named."""
        return [path.removeprefix(f"/{BUCKET}/") for asked, path in self.requests if asked == method and path.count("/") > 1]


def set_up_access(monkeypatch: pytest.MonkeyPatch, server: S3Server) -> None:
    """What the tools of the provider read: this server, and credentials that are good for nothing else."""
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    settings = {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.port}",
        "AWS_ACCESS_KEY_ID": "AKIATESTTESTTESTTEST",
        "AWS_SECRET_ACCESS_KEY": "secret-of-nobody",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": "/nonexistent",
        "AWS_SHARED_CREDENTIALS_FILE": "/nonexistent",
        "AWS_MAX_ATTEMPTS": "2",
        "NO_PROXY": "127.0.0.1",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)


class SftpServer:
    """asyncssh's server in a thread, showing one folder, for the one user whose key is in `home`/.ssh."""

    def __init__(self, folder: Path, home: Path) -> None:
        # What a broken connection leaves unfinished in the library of the client is told when the interpreter ends, long after the test.
        logging.getLogger("asyncio").setLevel(logging.CRITICAL)
        self.folder = folder
        self.port = 0
        self.connections = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._acceptor: asyncssh.SSHAcceptor | None = None
        self._open: list[asyncssh.SSHServerConnection] = []
        self._host_key = asyncssh.generate_private_key("ssh-ed25519")
        self._user_key = asyncssh.generate_private_key("ssh-ed25519")
        self._ssh = home / ".ssh"
        self._ssh.mkdir(mode=0o700, parents=True)
        self._user_key.write_private_key(self._ssh / "id_ed25519")
        (self._ssh / "authorized").write_bytes(self._user_key.export_public_key())

    def start(self) -> None:
        if not self._thread.is_alive():
            self._thread.start()
        self._wait_for(self._listen())
        self.port = self._acceptor.get_port() if self._acceptor else 0

    def know_host(self) -> None:
        """Write down the server's key, as ssh does when a person has checked it."""
        key = self._host_key.export_public_key().decode()
        (self._ssh / "known_hosts").write_text(f"[127.0.0.1]:{self.port} {key}")

    def stop(self) -> None:
        """No new connections, and those there are end in the middle of what they do."""
        self._wait_for(self._close())

    def end(self) -> None:
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _wait_for(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=30)

    async def _listen(self) -> None:
        server = self

        class Watched(asyncssh.SSHServer):
            def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
                server.connections += 1
                server._open.append(conn)

        self._acceptor = await asyncssh.listen(
            "127.0.0.1",
            self.port,
            server_factory=Watched,
            server_host_keys=[self._host_key],
            authorized_client_keys=str(self._ssh / "authorized"),
            sftp_factory=lambda chan: asyncssh.SFTPServer(chan, chroot=os.fsencode(self.folder)),
        )

    async def _close(self) -> None:
        if self._acceptor:
            self._acceptor.close()
            await self._acceptor.wait_closed()
        for connection in self._open:
            connection.abort()
        self._open.clear()
