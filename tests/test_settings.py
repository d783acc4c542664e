import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workstation.errors import Unwritable
from workstation.settings import (
    Settings,
    confirm,
    confirmed,
    hidden,
    hide,
    pin,
    pinned,
    state_folder,
    watch,
    watched,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
FIELDS = st.sampled_from(["theme", "zoom", "recent", "other"])


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "config" / "media-workstation" / "settings.json"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_without_a_file_every_setting_has_its_default() -> None:
    assert Settings.load() == Settings()


def test_what_was_saved_is_loaded(file: Path) -> None:
    wanted = Settings(theme="dark", zoom=130, recent=("/a.mwlib", "/б.mwlib"))
    wanted.save()
    assert Settings.load() == wanted
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(FIELDS, JSON, max_size=4))
def test_whatever_stands_in_the_file_settings_come_out(
    file: Path, written: dict[str, object]
) -> None:
    write(file, json.dumps(written))
    read = Settings.load()
    assert read.theme in ("system", "light", "dark", "contrast")
    assert 50 <= read.zoom <= 400
    assert all(isinstance(where, str) for where in read.recent)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00", "[" * 100_000])
def test_a_file_that_makes_no_sense_is_passed_over(file: Path, text: str) -> None:
    write(file, text)
    assert Settings.load() == Settings()


def test_one_bad_value_leaves_the_others_as_they_are(file: Path) -> None:
    bad = '"theme": "purple", "zoom": true, "size": 100000, "workers": 1000000000, "measure": "x"'
    write(file, f'{{{bad}, "read_after": -1, "recent": ["/a.mwlib"]}}')
    assert Settings.load() == Settings(recent=("/a.mwlib",))


def test_a_disk_that_refuses_is_no_reason_to_stop(file: Path) -> None:
    file.parent.parent.parent.joinpath("config").write_text("a file where the folder should be")
    Settings(theme="dark").save()
    assert Settings.load() == Settings()


def test_the_library_opened_last_comes_first_and_once() -> None:
    opened = Settings()
    for where in ["/a", "/b", "/a", *(f"/{n}" for n in range(6))]:
        opened = opened.opened(where)
    assert opened.recent == ("/5", "/4", "/3", "/2", "/1", "/0", "/a", "/b")
    assert opened.opened("/new").recent[-1] == "/a"


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        ("postgresql://ann:canary@host:5432/news?x=1", "postgresql://ann@host:5432/news?x=1"),
        ("postgresql://ann@/news?password=canary&host=/run", "postgresql://ann@/news?host=/run"),
        ("postgresql://host/news", "postgresql://host/news"),
        ("/home/ann/a:b@c.mwlib", "/home/ann/a:b@c.mwlib"),
    ],
)
def test_the_password_of_a_server_is_never_kept(where: str, kept: str) -> None:
    Settings().opened(where).save()
    assert Settings.load().recent == (kept,)


def test_logs_stand_with_the_user() -> None:
    assert state_folder() == Path(os.environ["XDG_STATE_HOME"]) / "media-workstation"


# Code of strangers -----------------------------------------------------------------------------


def test_confirmed_code_is_remembered_by_its_newest_word(file: Path) -> None:
    assert confirmed() == ()
    confirm("de_harbour 1.2.3 aa")
    confirm("fr_port 1.0 bb")
    confirm("de_harbour 1.2.4 cc")
    assert confirmed() == ("fr_port 1.0 bb", "de_harbour 1.2.4 cc")
    Settings().save()
    assert confirmed() == ("fr_port 1.0 bb", "de_harbour 1.2.4 cc")
    assert file.exists()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '"de_harbour 1.2.3 aa"', "[" * 100_000])
def test_what_is_no_list_of_codes_confirms_nothing(file: Path, text: str) -> None:
    write(file.with_name("confirmed.json"), text)
    assert confirmed() == ()


def test_a_disk_that_refuses_makes_nothing_confirmed(file: Path) -> None:
    file.parent.parent.mkdir(parents=True, exist_ok=True)
    file.parent.write_text("in the way")
    with pytest.raises(Unwritable, match="de_harbour may run"):
        confirm("de_harbour 1.2.3 aa")


def test_the_folders_of_each_library_are_remembered_apart_from_the_settings(file: Path) -> None:
    watch("/a.mwlib", ["/press", "/мир"])
    watch("postgresql://me:secret@host/b", ["/b"])
    assert watched("/a.mwlib") == ("/press", "/мир")
    assert watched("postgresql://me@host/b") == ("/b",)
    assert watched("/c.mwlib") == ()
    watch("/a.mwlib", [])
    assert watched("/a.mwlib") == ()
    kept = file.with_name("watched.json").read_text(encoding="utf-8")
    assert json.loads(kept) == {"postgresql://me@host/b": ["/b"]}
    assert not file.exists()


@given(JSON)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_list_of_watched_folders_is_no_list(file: Path, value: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.with_name("watched.json").write_text(json.dumps(value), encoding="utf-8")
    assert all(isinstance(folder, str) for folder in watched("0"))


def test_who_is_pinned_or_hidden_is_a_library_s_own_and_survives() -> None:
    pin("/a.mwlib", ["one", "two"])
    hide("/a.mwlib", ["three"])
    assert pinned("/a.mwlib") == ("one", "two")
    assert (hidden("/a.mwlib"), pinned("/b.mwlib")) == (("three",), ())
    pin("/a.mwlib", [])
    assert (pinned("/a.mwlib"), hidden("/a.mwlib")) == ((), ("three",))


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of the size of files there")
def test_a_full_disk_leaves_no_half_file(file: Path) -> None:
    Settings(theme="dark").save()
    script = (
        "import resource, signal\n"
        "from workstation.settings import Settings\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "Settings().save()\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]
    assert Settings.load() == Settings(theme="dark")
