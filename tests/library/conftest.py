"""A library on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.library.press import Press
from workstation.library import schema
from workstation.library.library import Library

ZONE = "Asia/Damascus"


@pytest.fixture
def press(library: Library) -> Press:
    return Press(library)


@pytest.fixture(params=["sqlite", "postgresql"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    """An empty library in the zone of Damascus, open for writing."""
    if request.param == "sqlite":
        with Library.create(tmp_path / "x.mwlib", zone=ZONE) as made:
            yield made
        return
    with Library.open(request.getfixturevalue("emptied_on_server")) as made:
        yield made


@pytest.fixture
def emptied_on_server(server: Server, at_home: None) -> str:
    """The address of the one library on the server, emptied."""
    return server.emptied()


@pytest.fixture
def empty_database(server: Server, at_home: None) -> Callable[..., str]:
    """Makes databases without a table; their addresses."""
    return server.database


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Originals of a server's library stand with the user, who is new for every test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@dataclass
class Server:
    """A PostgreSQL server of our own, on a socket in a folder that goes with it."""

    socket: Path
    sequence: Iterator[int] = field(default_factory=itertools.count)
    library: sa.Engine | None = None

    def address(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self.socket}"

    def database(self, options: str = "") -> str:
        name = f"test{next(self.sequence)}"
        engine = sa.create_engine(self.address("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 {options}")
        engine.dispose()
        return self.address(name)

    def emptied(self) -> str:
        """Much quicker than a database for every test."""
        if self.library is None:
            address = self.database()
            Library.create(address, zone=ZONE).close()
            self.library = sa.create_engine(address)
        with self.library.begin() as connection:
            connection.exec_driver_sql(_EMPTYING)
            zone = schema.facts.c.name == "zone"
            connection.execute(sa.update(schema.facts).where(zone).values(value=ZONE))
        return self.library.url.render_as_string()

    def close(self) -> None:
        if self.library is not None:
            self.library.dispose()


_EMPTYING = ";".join(
    str(sa.delete(table))
    for table in reversed(schema.metadata.sorted_tables)
    if table is not schema.facts
)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    programs = _programs()
    user = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="mw-"))
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)

    def run(program: str, *words: str) -> None:
        who = {} if user is None else {"user": user.pw_uid, "group": user.pw_gid}
        subprocess.run(
            [programs / program, "-D", folder / "store", *words],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            check=True,
            **who,  # type: ignore[call-overload]
        )

    options = f"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off"
    run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    run("pg_ctl", "-w", "-s", "-l", str(folder / "log"), "-o", options, "start")
    started = Server(folder)
    yield started
    started.close()
    run("pg_ctl", "-w", "-s", "-m", "immediate", "stop")
    shutil.rmtree(folder)


def _programs() -> Path:
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    for folder in (*versions, *([Path(on_path).parent] if on_path else [])):
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    pytest.skip("no PostgreSQL server is installed here")


def _unprivileged() -> pwd.struct_passwd | None:
    """Who may run the server: it refuses to be run by root."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    pytest.skip("the server refuses to be run by root, and there is nobody else here")
