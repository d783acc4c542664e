from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.errors import Refused
from workstation.importing.web_address import (
    WebAddress,
    is_public,
    is_public_or_intranet,
    looks_like_address,
    without_password,
)


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("https://news.example/a?b=1&c#top", "https://news.example/a?b=1&c"),
        ("  HTTPS://News.Example  ", "https://news.example/"),
        ("http://news.example:80/", "http://news.example/"),
        ("https://news.example:8443/x", "https://news.example:8443/x"),
        ("https://news.example./x", "https://news.example/x"),
        ("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://новости.example/мир?да", "https://xn--b1amnebsh.example/%D0%BC%D0%B8%D1%80?%D0%B4%D0%B0"),
        ("https://news.example/a%20b", "https://news.example/a%20b"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://１２７．０．０．１/", "http://127.0.0.1/"),
    ],
)  # fmt: skip
def test_an_address_is_read_as_a_browser_reads_it(words: str, means: str) -> None:
    assert str(WebAddress.read(words)) == means


@pytest.mark.parametrize(
    "words",
    [
        "", "news.example", "//news.example/", "https://", "https:///x", "https://?x", "ftp://a.b/",
        "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "gopher://a.b/", "https:a",
        "https://user@news.example/", "https://user:secret@news.example/", "https://@news.example",
        "https://news.example\\@127.0.0.1/", "https://news.example/a b", "https://news.example/\tx",
        "https://news.exa\nmple/", "https://news.example/\r\nHost: x", "https://ne%77s.example/",
        "https://news..example/", "https://.example/", "https://[::1", "https://[fe80::1%25eth0]/",
        "https://[fe80::1%eth0]/", "https://[127.0.0.1]/", "https://news.example:99999/",
        "https://news.example:x/", "http://news.example:22/", "http://news.example:25/",
        "https://256.1.1.1/", "https://1.2.3.4.5/", "https://0x/", "https://a.0x7g.1.99999999999/",
        "https://\ud800.example/", "https://a_b*c.example/",
        f"https://{'a' * 64}.example/", f"https://{'a.' * 130}example/", "https://n.example/" * 200,
    ],
)  # fmt: skip
def test_what_is_no_honest_address_is_refused_with_words(words: str) -> None:
    with pytest.raises(Refused) as refused:
        WebAddress.read(words)
    assert refused.value.code == "address"
    assert refused.value.what_you_can_do


@given(st.text())
def test_any_words_are_an_ascii_address_or_refused(words: str) -> None:
    try:
        read = WebAddress.read(f"https://{words}")
    except Refused:
        return
    assert str(read).isascii()
    assert not set(str(read)) & set(" \r\n\t\\@\x00#") - {"@"}
    assert "@" not in read.authority
    assert WebAddress.read(str(read)) == read


@given(st.text())
def test_any_place_a_server_leads_to_is_an_address_or_refused(words: str) -> None:
    try:
        led = WebAddress.read("https://news.example/a/b").follow(words)
    except Refused:
        return
    assert str(led).isascii()
    assert led.scheme == "https"


def test_a_server_leads_on_by_whole_and_by_partial_addresses() -> None:
    here = WebAddress.read("http://news.example/a/b?c")
    assert str(here.follow("d")) == "http://news.example/a/d"
    assert str(here.follow("/d?e")) == "http://news.example/d?e"
    assert str(here.follow("//other.example/d")) == "http://other.example/d"
    assert str(here.follow("https://other.example")) == "https://other.example/"
    assert str(here.follow("/мир".encode().decode("latin-1"))).endswith("/%D0%BC%D0%B8%D1%80")


def test_nobody_leads_from_an_encrypted_page_to_an_open_one() -> None:
    with pytest.raises(Refused, match="without encryption"):
        WebAddress.read("https://news.example/").follow("http://news.example/")


PRIVATE = (
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200",  # noqa: S104
    "100.127.255.255", "127.0.0.1", "127.1.2.3", "127.255.255.254", "169.254.0.1",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1",
    "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1",
    "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16",
    "::", "::1", "::2", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
    "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a00:1", "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1", "64:ff9b:1::808:808", "100::1", "2001::1", "2001:0:4136:e378::1", "2001:10::1",
    "2001:20::1", "2001:db8::1", "2002:7f00:1::1", "2002:a00:1::1", "2002:808:808::1", "3fff::1",
    "5f00::1", "fc00::1", "fd00::1", "fd00:ec2::254", "fdff::1", "fe80::1", "fe80::1%1",
    "febf::1", "fec0::1", "feff::1", "ff00::1", "ff02::1", "ff0e::1", "4000::1", "1::1", "200::1",
)  # fmt: skip
PUBLIC = (
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "93.184.216.34", "100.63.255.255",
    "100.128.0.0", "126.255.255.255", "128.0.0.1", "169.253.255.255", "169.255.0.0",
    "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
    "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "2001:4860:4860::8888",
    "2400:cb00::1", "::ffff:8.8.8.8", "64:ff9b::808:808",
)  # fmt: skip


@pytest.mark.parametrize("words", PRIVATE)
def test_machines_that_are_not_of_the_open_internet(words: str) -> None:
    assert not is_public(ip_address(words))


@pytest.mark.parametrize("words", PUBLIC)
def test_machines_of_the_open_internet(words: str) -> None:
    assert is_public(ip_address(words))
    assert is_public_or_intranet(ip_address(words))


@given(st.ip_addresses(v=4))
def test_nothing_that_python_calls_private_counts_as_public(address: IPv4Address) -> None:
    if address.is_private or address.is_multicast or address.is_reserved:
        assert not is_public(address)
    if is_public(address):
        assert address.is_global
    assert is_public(IPv6Address(f"::ffff:{address}")) == is_public(address)
    assert is_public(IPv6Address(f"64:ff9b::{address}")) == is_public(address)


def test_an_intranet_has_machines_of_its_own_but_no_secrets_of_clouds() -> None:
    for words in ("127.0.0.1", "10.1.2.3", "192.168.7.7", "172.20.0.1", "::1", "fd12::1"):
        assert is_public_or_intranet(ip_address(words))
    for words in ("169.254.169.254", "100.100.100.200", "fd00:ec2::254", "0.0.0.1", "224.0.0.1",
                  "255.255.255.255", "fe80::1", "ff02::1", "::", "168.63.129.16"):  # fmt: skip
        assert not is_public_or_intranet(ip_address(words))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("https://news.example/2024/story.html?x=1", "story.html"),
        ("https://news.example/", "news.example"),
        ("https://news.example/a/../..%2f..%2fetc%2fpasswd", "passwd"),
        ("https://news.example/%00con%0a.html", "con .html"),
        ("https://news.example/мир", "мир"),
        ("https://news.example/%ff%fe", "news.example"),
        ("https://news.example/...", "news.example"),
        ("https://[2606:4700::1111]/", "2606.4700..1111"),
    ],
)
def test_a_file_is_named_by_the_end_of_its_address(words: str, name: str) -> None:
    assert WebAddress.read(words).name == name


def test_words_that_are_meant_as_addresses_are_told_from_files() -> None:
    assert looks_like_address(" https://news.example")
    assert looks_like_address("ftp://news.example")
    assert not looks_like_address("news.html")
    assert not looks_like_address(r"C:\news.html")
    assert not looks_like_address("see https://news.example")


def test_passwords_are_not_shown() -> None:
    assert without_password("https://me:secret@news.example/x") == "https://…@news.example/x"
    assert without_password("https://news.example/@me") == "https://news.example/@me"
