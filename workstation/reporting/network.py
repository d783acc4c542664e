"""Networks as files for programs that draw and measure them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

from workstation.domain.clean import clean_text
from workstation.domain.network import Network, Node, Tie

_GEXF = "http://gexf.net/1.3"
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
_PROGRAM = "Media Workstation"

_NODE: Mapping[str, tuple[str, Callable[[Node], object]]] = {
    "kind": ("string", lambda node: node.kind),
    "mentions": ("int", lambda node: node.mentions),
    "named_in": ("int", lambda node: node.named_in),
}
_EDGE: Mapping[str, tuple[str, Callable[[Tie], object]]] = {
    "together": ("int", lambda tie: tie.together),
    "expected": ("double", lambda tie: round(tie.expected, 4)),
    "association": ("double", lambda tie: round(tie.association, 4)),
}
"""What is told of actors and ties: its type, and where it stands; the weight comes beside it."""


def gexf(network: Network, caption: str = "") -> bytes:
    """A network in the format of Gephi, with what was selected as its description.

    A name with characters that XML does not have is cleaned.
    """
    root = ET.Element("gexf", {"xmlns": _GEXF, "version": "1.3"})
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = _PROGRAM
    ET.SubElement(meta, "description").text = _described(network, caption)
    graph = ET.SubElement(root, "graph", {"defaultedgetype": "undirected", "mode": "static"})
    for cls, columns in (("node", _NODE), ("edge", _EDGE)):
        attributes = ET.SubElement(graph, "attributes", {"class": cls})
        for name, (kind, _) in columns.items():
            held = {"int": "integer"}.get(kind, kind)
            ET.SubElement(attributes, "attribute", {"id": name, "title": name, "type": held})
    nodes = ET.SubElement(graph, "nodes")
    for node in network.nodes:
        made = ET.SubElement(nodes, "node", {"id": node.id, "label": clean_text(node.name)})
        values = ET.SubElement(made, "attvalues")
        for name, (_, value) in _NODE.items():
            ET.SubElement(values, "attvalue", {"for": name, "value": str(value(node))})
    edges = ET.SubElement(graph, "edges")
    for number, tie in enumerate(network.ties):
        ends = {"id": str(number), "source": tie.first, "target": tie.second}
        weight = {"weight": str(round(tie.weight(network.ranking), 4))}
        made = ET.SubElement(edges, "edge", ends | weight)
        values = ET.SubElement(made, "attvalues")
        for name, (_, told) in _EDGE.items():
            ET.SubElement(values, "attvalue", {"for": name, "value": str(told(tie))})
    return _written(root)


def graphml(network: Network, caption: str = "") -> bytes:
    """A network as GraphML, with what was selected as its description.

    A name with characters that XML does not have is cleaned.
    """
    where = {"xmlns": _GRAPHML, "xmlns:xsi": _SCHEMA}
    schema = {"xsi:schemaLocation": f"{_GRAPHML} {_GRAPHML}/1.0/graphml.xsd"}
    root = ET.Element("graphml", where | schema)
    _key(root, "label", "node", "string")
    for name, (kind, _) in _NODE.items():
        _key(root, name, "node", kind)
    _key(root, "weight", "edge", "double")
    for name, (kind, _) in _EDGE.items():
        _key(root, name, "edge", kind)
    graph = ET.SubElement(root, "graph", {"id": "network", "edgedefault": "undirected"})
    ET.SubElement(graph, "desc").text = _described(network, caption)
    for node in network.nodes:
        made = ET.SubElement(graph, "node", {"id": node.id})
        _datum(made, "label", clean_text(node.name))
        for name, (_, value) in _NODE.items():
            _datum(made, name, str(value(node)))
    for number, tie in enumerate(network.ties):
        ends = {"id": f"e{number}", "source": tie.first, "target": tie.second}
        made = ET.SubElement(graph, "edge", ends)
        _datum(made, "weight", str(round(tie.weight(network.ranking), 4)))
        for name, (_, told) in _EDGE.items():
            _datum(made, name, str(told(tie)))
    return _written(root)


WRITERS: Mapping[str, Callable[[Network, str], bytes]] = {".gexf": gexf, ".graphml": graphml}
"""What writes a network, by the ending of the file's name."""


def _described(network: Network, caption: str) -> str:
    ties = {"association": "that chance explains least", "count": "that are counted most"}
    told = f"Who is named with whom in the same {network.within}: the ties {ties[network.ranking]}"
    return clean_text(f"{told}; {caption}." if caption else f"{told}.")


def _key(root: ET.Element, name: str, of: str, kind: str) -> None:
    ET.SubElement(root, "key", {"id": name, "for": of, "attr.name": name, "attr.type": kind})


def _datum(within: ET.Element, key: str, value: str) -> None:
    ET.SubElement(within, "data", {"key": key}).text = value


def _written(root: ET.Element) -> bytes:
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
