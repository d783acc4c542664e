"""What runs in the typesetting child: a setting in, a file out, in parts.

Typst reads the templates and the fonts, and nothing else: its root is the folder of the templates,
articles reach it as data in `sys.inputs`, and no template imports a package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

import typst

from workstation.limits import REPORT_PART_BYTES
from workstation.reporting.letters import fonts
from workstation.reporting.setting import Setting
from workstation.resources import resource

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
PICTURE_SCALE = 192.0
"""Pixels an inch: two for each unit of a chart, of which 96 make one."""


def serve(_setup: object) -> Callable[[bytes, BinaryIO | None], Iterator[bytes]]:
    """The handler of a crew's child."""
    templates = resource("report")
    book = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts()]
    )

    def set_type(request: bytes, _file: BinaryIO | None) -> Iterator[bytes]:
        setting = Setting.decode(request)
        compiler = typst.Compiler(
            templates / setting.template,
            root=templates,
            font_paths=book,
            sys_inputs=setting.inputs,
            # Nowhere: no package can be found, and none is fetched for want of a place to put it.
            package_path=templates / "packages",
            package_cache_path=templates / "packages",
        )
        made = _compiled(compiler, setting)
        for start in range(0, len(made), REPORT_PART_BYTES):
            yield made[start : start + REPORT_PART_BYTES]

    return set_type


def _compiled(compiler: typst.Compiler, setting: Setting) -> bytes:
    def compiled(standards: list[typst.PDFStandard]) -> bytes:
        made = compiler.compile(
            format=setting.form,
            ppi=PICTURE_SCALE,
            pdf_standards=standards,
            timestamp=setting.timestamp,
        )
        return cast("bytes", made)

    if setting.form == "png":
        return compiled([])
    try:
        return compiled(STANDARDS)
    except typst.TypstError:
        # One letter that its font cannot set after all breaks the standards; the reader still
        # gets the report, tagged, with a gap where that letter stands.
        return compiled([])
