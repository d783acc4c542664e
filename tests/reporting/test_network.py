from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from workstation.domain.network import Network, Node, Tie
from workstation.errors import Unreadable
from workstation.reporting import exports

NETWORK = Network(
    nodes=(
        Node("a", "Smith & Sons <Ltd>\x08", "company", 7, 3),
        Node("b", "سوريا", "state", 5, 4),
    ),
    ties=(Tie("a", "b", 3, 1.25, 4.5),),
    among=10,
)


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_a_network_is_written_for_other_programs(form: str, tmp_path: Path) -> None:
    target = tmp_path / f"n.{form}"
    exports.write_network(NETWORK, target, caption="from “A & B”")
    text = target.read_text(encoding="utf-8")
    assert "from “A &amp; B”." in text
    root = ET.fromstring(text)  # noqa: S314 - written above
    space = root.tag.partition("}")[0] + "}"
    nodes, edges = list(root.iter(f"{space}node")), list(root.iter(f"{space}edge"))
    assert [node.get("id") for node in nodes] == ["a", "b"]
    assert [(edge.get("source"), edge.get("target")) for edge in edges] == [("a", "b")]
    if form == "gexf":
        assert nodes[0].get("label") == "Smith & Sons <Ltd>"
        assert edges[0].get("weight") == "4.5"
        values = {v.get("for"): v.get("value") for v in edges[0].iter(f"{space}attvalue")}
        assert values == {"together": "3", "expected": "1.25", "association": "4.5"}
    else:
        data = {d.get("key"): d.text for d in nodes[0]}
        assert data == {
            "label": "Smith & Sons <Ltd>", "kind": "company", "mentions": "7", "named_in": "3",
        }  # fmt: skip
        assert {d.get("key"): d.text for d in edges[0]}["together"] == "3"
        declared = {key.get("id") for key in root.iter(f"{space}key")}
        assert declared >= set(data)


def test_the_name_of_the_file_says_its_form(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="does not say"):
        exports.write_network(NETWORK, tmp_path / "n.csv")
