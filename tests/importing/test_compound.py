from __future__ import annotations

import io

import pytest
from olefile import OleFileIO

from workstation.importing.compound import compound_file


@pytest.mark.parametrize("size", [0, 1, 4_095, 4_096, 4_097, 5_000_000])
def test_the_stream_comes_back(size: int) -> None:
    stream = bytes(n % 251 for n in range(size))
    with OleFileIO(io.BytesIO(compound_file("Workbook", stream))) as ole:
        assert ole.listdir() == [["Workbook"]]
        assert ole.openstream("Workbook").read() == stream.ljust(4_096, b"\0")
        assert ole.parsing_issues == []
