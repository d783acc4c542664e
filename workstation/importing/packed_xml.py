"""The XML inside packed documents, parsed without entities, network or limits lifted."""

from __future__ import annotations

import zlib
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from workstation.importing.archive import check_archive, damaged, unpacked


class Packed:
    """The parts of a packed document, by name."""

    def __init__(self, file: BinaryIO) -> None:
        """Look at what the archive declares before anything is unpacked.

        Raises:
            Refused: it is damaged, encrypted, or would unpack to too much.
        """
        self.names = check_archive(file)
        self._archive = ZipFile(file)

    def raw(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            Refused: it is missing or damaged.
        """
        try:
            return unpacked(self._archive, self._archive.getinfo(name))
        except (BadZipFile, zlib.error, LookupError, ValueError, EOFError, OSError) as error:
            raise damaged() from error
        except (NotImplementedError, RuntimeError) as error:
            # A way of packing that Python does not know, or a password.
            raise damaged() from error

    def tree(self, name: str) -> etree._Element:
        """The tree of a part.

        Raises:
            Refused: it is missing, damaged, or deeper or larger than any document's.
        """
        return parsed(self.raw(name))


def guarded() -> etree.XMLParser:
    """A parser that fetches nothing, puts in no entities and lifts no limit."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def parsed(raw: bytes) -> etree._Element:
    """The tree of an XML document; entities are left out, so they can neither swell nor leak.

    Raises:
        Refused: it is damaged, or deeper or larger than any document's.
    """
    try:
        tree: etree._Element | None = etree.fromstring(raw, guarded())
    except (etree.LxmlError, ValueError) as error:
        raise damaged() from error
    if tree is None:
        raise damaged()
    etree.strip_elements(tree, etree.Entity, with_tail=False)
    return tree
