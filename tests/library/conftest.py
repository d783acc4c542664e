"""A library on SQLite and on PostgreSQL, and a press that fills it."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa

from workstation.domain.article import Draft, Passage, Published
from workstation.domain.mention import Found
from workstation.library import articles, mentions, schema
from workstation.library.articles import Arrival, Stored
from workstation.library.library import Library, Writing
from workstation.library.mentions import Findings

ZONE = "Asia/Damascus"


@dataclass
class Press:
    """Stores articles and tags them as an importer and a tagger would."""

    library: Library

    def arrival(
        self,
        text: str,
        *,
        title: str = "A title",
        outlet: str = "Halyard Wire",
        language: str = "en",
        on: date | None = None,
        at: datetime | None = None,
        identity: str = "",
        story: int | None = None,
        passages: Sequence[Passage] = (),
    ) -> Arrival:
        published = Published.on(on, "test") if on else Published.at(at, "test") if at else None
        draft = Draft(
            text=text,
            title=title,
            outlet=outlet,
            language=language,
            published=published,
            passages=tuple(passages),
        )
        text_hash = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return Arrival(
            draft=draft,
            identity=identity or f"test:{uuid4()}",
            text_hash=text_hash,
            file="a.txt",
            sha256=text_hash,
            reader="text",
            story=story,
        )

    def store(self, text: str, **facts: object) -> Stored:
        with self.library.write() as writing:
            return articles.add(writing, self.arrival(text, **facts))  # type: ignore[arg-type]

    def article(self, text: str, **facts: object) -> int:
        return self.store(text, **facts).article

    def found(self, text: str, names: dict[str, str], *, counted: bool = True) -> list[Found]:
        """Every place of each surface, as a mention of the actor it is mapped to ("": nobody)."""
        places = []
        for surface, actor in names.items():
            start = text.find(surface)
            while start >= 0:
                places.append((start, surface, actor))
                start = text.find(surface, start + len(surface))
        return [
            Found(
                field="text",
                start=start,
                end=start + len(surface),
                surface=surface,
                label="GPE",
                origin="rule",
                key=f"state/{actor}" if actor else "",
                name=actor,
                kind="state",
                why=f"“{surface}” is a name of {actor}.",
                counted=counted,
            )
            for start, surface, actor in sorted(places)
        ]

    def tag(self, number: int, names: dict[str, str], *, counted: bool = True) -> None:
        with self.library.write() as writing:
            self.tag_within(writing, number, names, counted=counted)

    def tag_within(
        self, writing: Writing, number: int, names: dict[str, str], *, counted: bool = True
    ) -> None:
        body = articles.body(writing, number)
        version = writing.connection.scalar(
            sa.text("SELECT version FROM articles WHERE id = :id"), {"id": number}
        )
        found = self.found(body.text, names, counted=counted)
        mentions.record(writing, "test/1", [Findings(number, version, found)])

    def named(self, text: str, *actors: str, **facts: object) -> int:
        """An article whose text names some actors, tagged."""
        number = self.article(text, **facts)
        self.tag(number, {actor: actor for actor in actors})
        return number


@pytest.fixture(scope="session")
def make_press() -> Callable[[Library], Press]:
    return Press


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
def empty_database(server: Server, at_home: None) -> Callable[[], str]:
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
    library: str = ""

    def address(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self.socket}"

    def database(self) -> str:
        name = f"test{next(self.sequence)}"
        engine = sa.create_engine(self.address("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0")
        engine.dispose()
        return self.address(name)

    def emptied(self) -> str:
        """Much quicker than a database for every test."""
        if not self.library:
            self.library = self.database()
            Library.create(self.library, zone=ZONE).close()
        engine = sa.create_engine(self.library)
        with engine.begin() as connection:
            for table in reversed(schema.metadata.sorted_tables):
                if table is not schema.facts:
                    connection.execute(sa.delete(table))
            zone = schema.facts.c.name == "zone"
            connection.execute(sa.update(schema.facts).where(zone).values(value=ZONE))
        engine.dispose()
        return self.library


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
    yield Server(folder)
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
