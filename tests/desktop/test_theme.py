from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication, QCheckBox

from workstation.desktop.actions import Actions
from workstation.desktop.theme import Theme, marker, sans, serif
from workstation.domain.actor import KINDS
from workstation.resources import resource

LOOKS = ("light", "dark", "contrast")
LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
NAMED = {"choose", "ticked", "partly", "tick"}
DESKTOP = Path(__file__).parents[2] / "workstation" / "desktop"


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "page"), ("text", "panel"), ("text", "window"), ("text", "soft"),
        ("muted", "page"), ("muted", "panel"), ("muted", "soft"), ("muted", "hover"),
        ("muted", "card"), ("dimmed", "page"), ("on_accent", "accent"),
        ("on_accent", "accent_hover"), ("on_soft", "soft"), ("problem", "page"),
        ("on_notice", "notice"), ("notice_action", "notice"), ("text", "found"),
        ("accent", "panel"), ("accent", "page"), ("dimmed", "panel"), ("muted", "window"),
    ],
)  # fmt: skip
def test_all_words_can_be_read(qapp: QApplication, look: str, ink: str, ground: str) -> None:
    theme = Theme(look)
    assert contrast(theme.colour(ink), theme.colour(ground)) >= LEAST[look]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_words_of_a_mention_can_be_read_on_its_mark(
    qapp: QApplication, look: str, kind: str
) -> None:
    theme = Theme(look)
    mark = theme.mark(kind)
    assert contrast(theme.colour("text"), mark.fill) >= LEAST[look]
    assert contrast(theme.colour("text"), mark.faint) >= LEAST[look]
    assert contrast(mark.line, mark.fill) >= 3 - 0.05
    _, ground, ink = theme.badge(kind)
    assert contrast(ink, ground) >= LEAST[look]


def test_kinds_of_one_colour_share_the_second_cue_and_no_others_do(qapp: QApplication) -> None:
    theme = Theme("light")
    looks = {(theme.mark(k).fill.name(), theme.mark(k).cue, theme.mark(k).letter) for k in KINDS}
    assert len({fill for fill, _, _ in looks}) == len({cue for _, cue, _ in looks}) == len(looks)


def test_no_colour_is_written_outside_the_palette() -> None:
    found = [
        f"{path.name}: {match}"
        for path in DESKTOP.rglob("*.py")
        for match in re.findall(r"#[0-9A-Fa-f]{3,8}\b|Qt\.GlobalColor\.(?!transparent)\w+|"
                                r"QColor\(\d", path.read_text("utf-8"))
    ]  # fmt: skip
    assert found == []


def test_the_sheet_names_only_roles_of_the_palette() -> None:
    sheets = ("window.qss", "contrast.qss")
    sheet = "".join(resource("theme", name).read_text("utf-8") for name in sheets)
    palette = json.loads(resource("theme", "palette.json").read_text("utf-8"))
    used = set(re.findall(r"\$(\w+)", sheet))
    assert used <= {*NAMED, *palette["surfaces"]["light"]}
    assert len({frozenset(palette["surfaces"][look]) for look in LOOKS}) == 1
    assert not re.search(r"#[0-9A-Fa-f]{6}", sheet)


@pytest.mark.parametrize("look", LOOKS)
def test_every_icon_can_be_drawn(qapp: QApplication, look: str) -> None:
    theme = Theme(look)
    for path in resource("icons").glob("*.svg"):
        assert not theme.icon(path.stem).pixmap(18, 18).isNull()


def test_every_command_with_an_icon_names_one_that_is_shipped(qapp: QApplication) -> None:
    actions = Actions()
    actions.dress(Theme("light").icon)
    assert not actions["import"].icon().isNull()


def test_the_eight_markers_differ_in_shape(qapp: QApplication) -> None:
    theme = Theme("light")
    shapes = set()
    for slot in range(8):
        image = QImage(24, 24, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        painter.translate(12, 12)
        painter.scale(20, 20)
        painter.fillPath(theme.marker(slot), QColor("black"))
        painter.end()
        shapes.add(bytes(image.constBits()))
        assert theme.marker(slot).boundingRect().width() <= 1.1
    assert len(shapes) == 8


def test_a_wish_turns_the_look_at_once(theme: Theme, qapp: QApplication) -> None:
    page = qapp.palette().base().color()
    told = []
    theme.changed.connect(lambda: told.append(theme.look))
    theme.choose("dark")
    assert told == ["dark"]
    assert qapp.palette().base().color() == theme.colour("page") != page


def test_eight_series_can_be_told_apart_in_high_contrast(qapp: QApplication) -> None:
    theme = Theme("contrast")
    drawn = [theme.series(slot) for slot in range(8)]
    assert all(contrast(colour, theme.colour("page")) >= 7 for colour in drawn)
    apart = [
        sum(abs(x - y) for x, y in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))
        for at, one in enumerate(drawn)
        for other in drawn[:at]
    ]
    assert min(apart) > 60


@pytest.mark.parametrize("edge", ["line", "field_line", "focus", "brush_line", "found_line"])
def test_edges_are_seen_in_high_contrast(qapp: QApplication, edge: str) -> None:
    theme = Theme("contrast")
    assert contrast(theme.colour(edge), theme.colour("page")) >= 7


def test_lines_below_mentions_are_thick_in_high_contrast_only(qapp: QApplication) -> None:
    usual, strong = (Theme(look).mark("person").weight for look in ("dark", "contrast"))
    assert strong > usual == 1


@pytest.mark.parametrize("look", LOOKS)
def test_a_ticked_box_has_a_tick_that_can_be_seen(theme: Theme, look: str) -> None:
    theme.choose(look)  # type: ignore[arg-type]
    box = QCheckBox()
    box.setChecked(True)
    box.resize(box.sizeHint())
    seen = box.grab().toImage()
    around = [(x, y) for x in range(3, 15) for y in range(seen.height())]
    colours = Counter(seen.pixelColor(x, y).name() for x, y in around)
    assert colours[theme.colour("accent").name()] > 20
    assert colours[theme.colour("on_accent").name()] > 5
    box.deleteLater()


def test_opacity_is_read_from_the_end_of_a_colour(qapp: QApplication) -> None:
    brush = Theme("light").colour("brush")
    assert (brush.name(), brush.alpha()) == ("#0072b2", 0x1F)


def test_the_shipped_faces_are_used(qapp: QApplication) -> None:
    assert QFontInfo(sans()).family() == "Source Sans 3"
    assert QFontInfo(serif()).family() == "Source Serif 4"
    assert marker("circle") is marker("circle")
