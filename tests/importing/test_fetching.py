from __future__ import annotations

import gzip
import re
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from threading import Event

import pytest

from tests.importing.site import CERTIFICATES, Site, opened, sockets_heard
from tests.importing.test_web_address import PRIVATE
from workstation import __version__, limits
from workstation.errors import Refused
from workstation.importing.connection import Stopped
from workstation.importing.fetching import Fetched, Fetcher, resolved
from workstation.importing.web_address import IPAddress, WebAddress

PAGE = b"<html><body><p>The ferry was late again on Monday.</p></body></html>"
HERE = ip_address("127.0.0.1")


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


def only_here(address: IPAddress) -> bool:
    """What a test may ask, so that every other machine is as forbidden as it is to a user."""
    return address == HERE


def fetch(words: str, fetcher: Fetcher | None = None) -> Fetched:
    return (fetcher or Fetcher(allowed=only_here)).fetch(WebAddress.read(words), Event())


def refusal(words: str, fetcher: Fetcher | None = None) -> Refused:
    with pytest.raises(Refused) as refused:
        fetch(words, fetcher)
    assert refused.value.what_happened
    assert refused.value.what_you_can_do
    return refused.value


def resolving(**hosts: str) -> Callable[[str], list[IPAddress]]:
    """A name server that knows these hosts, with their dots written as underlines."""

    def resolve(host: str) -> list[IPAddress]:
        return [ip_address(words) for words in hosts[host.replace(".", "_")].split()]

    return resolve


def test_a_page_comes_with_its_address_its_name_and_its_time(site: Site) -> None:
    came = fetch(site.page("/2024/ferry?id=1", PAGE, "text/html; charset=utf-8"))
    assert came.content == PAGE
    assert came.name == "ferry.html"
    assert str(came.address) == site.address("/2024/ferry?id=1")
    assert came.at.tzinfo is not None


def test_a_server_learns_who_asks_and_nothing_else(site: Site) -> None:
    fetch(site.page("/", PAGE, extra="Set-Cookie: a=b\r\n"))
    fetch(site.leads("/on", "/"))
    names = {line.partition(":")[0] for line in site.asked[-1].splitlines()[1:] if line}
    assert names == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert f"User-Agent: MediaWorkstation/{__version__}\r\n" in site.asked[-1]
    assert f"Host: 127.0.0.1:{site.port}\r\n" in site.asked[-1]


# Which machines are asked -------------------------------------------------------------------------

SPELLINGS = (
    "127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.1",
    "0x7f.0.0.1", "0177.0.0.1", "017700000001", "0", "0.0.0.0", "00.0", "0x0", "10.0.0.1",  # noqa: S104
    "10.1", "167772161", "0xa.1", "012.1", "169.254.169.254", "2852039166", "0xa9fea9fe",
    "0251.0376.0251.0376", "169.16689662", "192.168.1.1", "192.11010305", "3232235777",
    "0xc0a80101", "172.16.0.1", "0xac100001", "100.64.0.1", "100.100.100.200", "198.18.0.1",
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "4294967295", "0xffffffff", "168.63.129.16",
    "127.0.0.1.", "127.1.", "2130706433.", "１２７.０.０.１", "①②⑦.⓪.⓪.①", "127。0。0。1",
    "[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
    "[::ffff:a9fe:a9fe]", "[::ffff:10.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
    "[64:ff9b::169.254.169.254]", "[64:ff9b::10.0.0.1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]",
    "[2002:a9fe:a9fe::]", "[2002:0a00:0001::1]", "[2001:0:7f00:1::]", "[fe80::1]", "[febf::1]",
    "[fc00::1]", "[fd00:ec2::254]", "[fec0::1]", "[ff02::1]", "[ff0e::1]", "[100::1]",
    "[2001:db8::1]", "[3fff::1]", "[5f00::1]", "LOCALHOST", "localhost", "localhost.",
)  # fmt: skip


@pytest.mark.parametrize("host", SPELLINGS)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_no_spelling_of_a_private_machine_opens_a_socket(scheme: str, host: str) -> None:
    with sockets_heard() as heard:
        assert refusal(f"{scheme}://{host}/latest/meta-data/", Fetcher()).code == "private"
    assert opened(heard) == []


@pytest.mark.parametrize("words", [word for word in PRIVATE if "%" not in word])
@pytest.mark.parametrize("beside", ["", "8.8.8.8 ", "2606:4700::1111 "])
def test_no_name_of_a_private_machine_opens_a_socket(words: str, beside: str) -> None:
    named = resolving(news_example=f"{beside}{words}")
    with sockets_heard() as heard:
        assert refusal("https://news.example/", Fetcher(resolve=named)).code == "private"
        assert refusal("http://news.example/", Fetcher(resolve=named)).code == "private"
    assert opened(heard) == []


@pytest.mark.parametrize("host", SPELLINGS[1:])
def test_no_server_leads_to_a_private_machine(site: Site, host: str) -> None:
    first = site.leads("/", f"http://{host}:9/secret")
    with sockets_heard() as heard:
        refused = refusal(first)
    # The whole range of loopback spells this machine too, which the test itself allows.
    if refused.code != "unreachable":
        assert refused.code in {"private", "address"}
        asked = [event for event in heard if event.startswith("socket.connect")]
        assert asked == [f"socket.connect (('127.0.0.1', {site.port}),)"]


def test_a_name_that_changes_its_machine_is_connected_to_the_one_that_was_checked(
    site: Site,
) -> None:
    asked: list[str] = []

    def rebinding(host: str) -> list[IPAddress]:
        asked.append(host)
        return [HERE if len(asked) == 1 else ip_address("10.0.0.1")]

    site.page("/", PAGE)
    with sockets_heard() as heard:
        words = site.address("/", host="news.example")
        came = fetch(words, Fetcher(allowed=only_here, resolve=rebinding))
        assert came.content == PAGE
        assert asked == ["news.example"]
        site.leads("/", "/again")
        refused = refusal(words, Fetcher(allowed=only_here, resolve=rebinding))
    assert refused.code == "private"
    assert {e for e in heard if e.startswith("socket.connect")} == {
        f"socket.connect (('127.0.0.1', {site.port}),)"
    }
    assert not [event for event in heard if event.startswith("socket.getaddrinfo")]
    assert "Host: news.example:" in site.asked[0]


def test_the_same_name_is_looked_up_and_checked_again_when_it_leads_to_itself(site: Site) -> None:
    machines = iter((HERE, ip_address("169.254.169.254")))
    fetcher = Fetcher(allowed=only_here, resolve=lambda _host: [next(machines)])
    site.leads("/", "/again")
    assert refusal(site.address("/", host="news.example"), fetcher).code == "private"
    assert len(site.asked) == 1


def test_whoever_may_ask_an_intranet_is_not_led_there_from_outside(site: Site) -> None:
    outside = ip_address("127.0.0.2")
    hosts = resolving(news_example="127.0.0.2", desk_example="127.0.0.1")
    fetcher = Fetcher(allowed=lambda a: a.is_loopback, outside=outside.__eq__, resolve=hosts)
    site.page("/", PAGE)
    assert fetch(site.address("/", host="desk.example"), fetcher).content == PAGE
    with every_machine_here() as world:
        world.page("/", PAGE)
        world.leads("/in", world.address("/", host="desk.example"))
        world.leads("/out", world.address("/", host="news.example"))
        assert fetch(world.address("/", host="news.example"), fetcher).content == PAGE
        assert fetch(world.address("/out", host="desk.example"), fetcher).content == PAGE
        assert refusal(world.address("/in", host="news.example"), fetcher).code == "private"


@contextmanager
def every_machine_here() -> Iterator[Site]:
    made = Site(host="0.0.0.0")  # noqa: S104 - all numbers of this machine's loopback
    yield made
    made.close()


def test_an_unknown_name_is_told(site: Site) -> None:
    def nobody(host: str) -> list[IPAddress]:
        raise socket.gaierror(socket.EAI_NONAME, host)

    assert refusal("https://nowhere.example/", Fetcher(resolve=nobody)).code == "no-host"
    assert refusal("https://nowhere.example/", Fetcher(resolve=lambda _: [])).code == "no-host"


def test_a_machine_that_is_silent_is_passed_over_for_the_next(site: Site) -> None:
    site.page("/", PAGE)
    both = resolving(news_example="127.0.0.7 127.0.0.1")
    fetcher = Fetcher(allowed=lambda a: a.is_loopback, resolve=both)
    assert fetch(site.address("/", host="news.example"), fetcher).content == PAGE


def test_nobody_at_home_is_told(site: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    refused = refusal(f"http://127.0.0.1:{port}/")
    assert refused.code == "unreachable"
    assert "connection refused" in refused.what_happened


def test_numbers_are_resolved_without_a_question() -> None:
    assert resolved("127.0.0.1") == [IPv4Address("127.0.0.1")]
    assert resolved("::1") == [IPv6Address("::1")]


# Where pages lead ---------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_page_that_has_moved_is_followed(site: Site, status: int) -> None:
    site.page("/new", PAGE)
    came = fetch(site.leads("/old", "new#top", status))
    assert came.content == PAGE
    assert str(came.address) == site.address("/new")


def test_five_moves_are_followed_and_no_more(site: Site) -> None:
    for n in range(6):
        site.leads(f"/{n}", f"/{n + 1}")
    site.page("/6", PAGE)
    assert fetch(site.address("/1")).content == PAGE
    assert refusal(site.address("/0")).code == "redirects"


def test_a_circle_ends(site: Site) -> None:
    assert refusal(site.leads("/", "/")).code == "redirects"
    assert len(site.asked) == limits.FETCH_REDIRECTS + 1


@pytest.mark.parametrize(
    "to",
    ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:x", "//", "http://[::1", "gopher:x"],
)
def test_a_page_leads_to_nothing_but_pages(site: Site, to: str) -> None:
    assert refusal(site.leads("/", to)).code in {"address", "redirects"}


def test_a_move_without_a_place_to_go_ends(site: Site) -> None:
    site.answers["/"] = b"HTTP/1.1 302 There\r\n\r\n"
    assert refusal(site.address("/")).code == "redirects"


def test_foreign_letters_in_a_place_are_understood(site: Site) -> None:
    site.page("/%D0%BC%D0%B8%D1%80", PAGE)
    site.answers["/"] = "HTTP/1.1 302 There\r\nLocation: /мир\r\n\r\n".encode()
    assert fetch(site.address("/")).content == PAGE
    assert fetch(site.address("/мир")).content == PAGE


# What pages weigh ---------------------------------------------------------------------------------


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FETCH_BYTES", 100_000)
    monkeypatch.setattr(limits, "FETCH_HEADER_BYTES", 100_000)


@pytest.mark.usefixtures("small")
def test_a_page_that_says_it_is_too_large_is_not_waited_for(site: Site) -> None:
    site.answers["/"] = b"HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n"
    assert refusal(site.address("/")).code == "too-large"


def endlessly(head: bytes, piece: bytes) -> Callable[[socket.socket], None]:
    def say(guest: socket.socket) -> None:
        guest.sendall(head)
        with suppress(OSError):
            while True:
                guest.sendall(piece)

    return say


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 1000),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1f\r\n%s\r\n" % (b"x" * 31)),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", b"x" * 1000),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        (b"HTTP/1.1 200 OK\r\nX: ", b"y" * 1000),
        (b"HTTP/1.1 100 Go on\r\n\r\n", b"HTTP/1.1 100 Go on\r\n\r\n"),
        (b"", b"y" * 1000),
    ],
)  # fmt: skip
def test_an_answer_without_end_is_ended(site: Site, head: bytes, piece: bytes) -> None:
    site.answers["/"] = endlessly(head, piece)
    assert refusal(site.address("/")).code in {"too-large", "bad-answer"}


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("times", [1, 3])
def test_a_bomb_does_not_go_off(site: Site, times: int) -> None:
    bomb = gzip.compress(bytes(50 << 20)) * times
    assert refusal(site.page("/", bomb, extra="Content-Encoding: gzip\r\n")).code == "too-large"


@pytest.mark.usefixtures("small")
def test_bombs_of_nothing_do_not_go_off(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FETCH_BYTES", 1_000_000)
    empty = gzip.compress(b"") * 40_000
    assert fetch(site.page("/", empty, extra="Content-Encoding: gzip\r\n")).content == b""


def test_a_packed_page_is_unpacked(site: Site) -> None:
    long = bytes(range(256)) * 4000
    for packed in (gzip.compress(long), gzip.compress(long[:99]) + gzip.compress(long[99:])):
        assert fetch(site.page("/", packed, extra="Content-Encoding: GZip\r\n")).content == long


@pytest.mark.parametrize("packing", ["br", "zstd", "deflate", "gzip, gzip", "compress"])
def test_what_is_packed_in_a_way_nobody_asked_for_is_refused(site: Site, packing: str) -> None:
    words = site.page("/", zlib.compress(PAGE), extra=f"Content-Encoding: {packing}\r\n")
    assert refusal(words).code == "packing"


def test_a_page_in_chunks_is_put_together(site: Site) -> None:
    chunks = b"".join(b"%x;odd=1\r\n%s\r\n" % (1, PAGE[n : n + 1]) for n in range(len(PAGE)))
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    site.answers["/"] = head + chunks + b"0\r\n\r\n"
    assert fetch(site.address("/")).content == PAGE


PACKED = gzip.compress(PAGE)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabcde\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabcde\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + PACKED[:-9],
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + PACKED + b"rubbish",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + PAGE,
        b"<html>HTTP/0.9 speaks so</html>",
        b"SSH-2.0-OpenSSH_9\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/3.7 200 OK\r\n\r\n",
        b"HTTP/1.1 99999999999999999999 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
        b"\xff\xfe" * 500,
    ],
)  # fmt: skip
def test_an_answer_that_is_none_or_breaks_off_is_refused(site: Site, answer: bytes) -> None:
    site.answers["/"] = answer
    assert refusal(site.address("/")).code in {"bad-answer", "http-99999999999999999999"}


def test_odd_headers_do_no_harm(site: Site) -> None:
    head = (
        "HTTP/1.1 200 \r\ncontent-TYPE:   TEXT/HTML ;charset=\xff\r\nX\x00y: \x01\r\n folded\r\n"
        "Content-Length: nonsense\r\nContent-Length: -7\r\n: empty\r\nname only\r\n\r\n"
    )
    site.answers["/"] = head.encode("latin-1") + PAGE
    assert PAGE in fetch(site.address("/")).content


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("image/png", "a picture"), ("video/mp4", "a film"), ("audio/mpeg", "a sound"),
        ("font/woff2", "a font"), ("application/javascript", "no article"), ("text/css", "no art"),
        ("application/wasm", "no article"), ("\x1b[31m/evil", "no article"),
    ],
)  # fmt: skip
def test_what_no_reader_knows_is_refused_before_it_is_loaded(
    site: Site, kind: str, told: str
) -> None:
    site.answers["/"] = endlessly(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode(), b"x")
    refused = refusal(site.address("/"))
    assert refused.code == "content-type"
    assert told in refused.what_happened


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("/a", "text/html", "a.html"), ("/a.php", "text/html", "a.php.html"),
        ("/a.htm", "text/html", "a.htm"), ("/a.pdf", "application/pdf", "a.pdf"),
        ("/a.pdf", "text/html", "a.pdf.html"), ("/a", "application/octet-stream", "a"),
        ("/a.docx", "", "a.docx"), ("/", "application/rss+xml", "127.0.0.1.xml"),
        ("/feed.rss", "application/rss+xml", "feed.rss"), ("/a.txt", "text/plain", "a.txt"),
    ],
)  # fmt: skip
def test_a_file_has_the_ending_of_what_it_is(site: Site, path: str, kind: str, name: str) -> None:
    assert fetch(site.page(path, PAGE, kind)).name == name


@pytest.mark.parametrize(
    "status", [204, 206, 304, 400, 401, 402, 403, 404, 410, 429, 451, 500, 503]
)
def test_an_error_is_told_with_its_number(site: Site, status: int) -> None:
    site.answers["/"] = f"HTTP/1.1 {status} Words\r\n\r\n<p>An error.</p>".encode()
    refused = refusal(site.address("/"))
    assert refused.code == f"http-{status}"
    assert f"({status})" in refused.what_happened


# How long pages take ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "first",
    [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"],
)
def test_a_page_that_drips_is_not_waited_for(
    site: Site, first: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FETCH_SECONDS", 0.4)
    over = Event()

    def drip(guest: socket.socket) -> None:
        guest.sendall(first)
        with suppress(OSError):
            while not over.wait(0.02):
                guest.sendall(b"x")

    site.answers["/"] = drip
    assert refusal(site.address("/")).code == "too-slow"
    over.set()


def test_a_name_server_that_does_not_answer_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "FETCH_SECONDS", 0.3)
    over = Event()

    def silent(_host: str) -> list[IPAddress]:
        over.wait()
        return []

    assert refusal("https://news.example/", Fetcher(resolve=silent)).code == "too-slow"
    over.set()


def test_a_fetch_that_is_cancelled_stops(site: Site) -> None:
    cancelled, begun, over = Event(), Event(), Event()

    def silent(_guest: socket.socket) -> None:
        begun.set()
        over.wait()

    def cancel() -> None:
        begun.wait()
        cancelled.set()

    site.answers["/"] = silent
    threading.Thread(target=cancel).start()
    with pytest.raises(Stopped):
        Fetcher(allowed=only_here).fetch(WebAddress.read(site.address("/")), cancelled)
    over.set()


# Whom to believe ----------------------------------------------------------------------------------


@pytest.fixture
def secure(request: pytest.FixtureRequest) -> Iterator[Site]:
    made = Site(certificate=getattr(request, "param", "ferry.pem"))
    made.page("/", PAGE)
    yield made
    made.close()


HARBOUR = resolving(ferry_example="127.0.0.1", other_example="127.0.0.1")
FERRY = Fetcher(allowed=only_here, resolve=HARBOUR)


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """This system trusts the harbour office."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "harbour.pem"))


@pytest.mark.usefixtures("trusted")
def test_a_host_that_proves_its_name_is_believed(secure: Site) -> None:
    assert fetch(secure.address("/", host="ferry.example"), FERRY).content == PAGE
    assert "Host: ferry.example:" in secure.asked[0]


def test_a_host_nobody_here_knows_is_not_believed(secure: Site) -> None:
    refused = refusal(secure.address("/", host="ferry.example"), FERRY)
    assert refused.code == "certificate"
    assert re.search("self.signed|unable to get local issuer", refused.what_happened)
    assert secure.asked == []


@pytest.mark.usefixtures("trusted")
def test_a_host_that_proves_another_name_is_not_believed(secure: Site) -> None:
    assert refusal(secure.address("/", host="other.example"), FERRY).code == "certificate"
    assert refusal(secure.address("/")).code == "certificate"
    assert secure.asked == []


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("secure", ["late.pem"], indirect=True)
def test_a_proof_that_is_out_of_date_is_not_believed(secure: Site) -> None:
    refused = refusal(secure.address("/", host="ferry.example"), FERRY)
    assert refused.code == "certificate"
    assert "expired" in refused.what_happened


def test_a_server_that_cannot_encrypt_is_told(site: Site) -> None:
    site.page("/", PAGE)
    refused = refusal(site.address("/").replace("http://", "https://"))
    assert refused.code == "tls"


@pytest.mark.usefixtures("trusted")
def test_an_encrypted_page_does_not_lead_to_an_open_one(secure: Site, site: Site) -> None:
    secure.leads("/", site.page("/", PAGE))
    refused = refusal(secure.address("/", host="ferry.example"), FERRY)
    assert refused.code == "unencrypted"
    assert site.asked == []
