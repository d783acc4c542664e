"""The one place where colours, marks, icons and type faces are made."""

import json
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Final, Literal, cast

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPalette,
    QPixmap,
    QPolygonF,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from workstation.desktop.sheet import sheet, tinted
from workstation.domain.actor import Kind
from workstation.resources import resource

Look = Literal["light", "dark", "contrast"]
Wish = Literal["system", "light", "dark", "contrast"]
WISHES: Final[tuple[Wish, ...]] = ("system", "light", "dark", "contrast")

_MIRRORED: Final = {"back": "forward", "forward": "back"}
_SANS: Final = ("Source Sans 3", "Noto Sans", "DejaVu Sans")
_SERIF: Final = (
    "Source Serif 4",
    "Noto Serif",
    "Noto Serif Hebrew",
    "DejaVu Serif",
)
_POINTS: Final = 10.5
_READING_POINTS: Final = 13.5
_ICON: Final = 18
_THICKER: Final = 1.7
"""How much thicker lines are where contrast must be high."""

_ROLES: Final = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "page",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "problem",
    QPalette.ColorRole.ToolTipBase: "notice",
    QPalette.ColorRole.ToolTipText: "on_notice",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "field_line",
    QPalette.ColorRole.Shadow: "field_line",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """How mentions of one kind look: two cues beside the letter, colour and underline."""

    letter: str
    cue: str
    fill: QColor
    faint: QColor
    line: QColor
    weight: float = 1.0
    """How thick lines are, of their usual width."""


class Theme(QObject):
    """How all looks, as the user wishes or the system has it; `changed` when it turns."""

    changed = Signal()

    def __init__(self, wish: Wish = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        shipped = json.loads(resource("theme", "palette.json").read_text("utf-8"))
        self._surfaces: dict[Look, dict[str, str]] = shipped["surfaces"]
        self._kinds = shipped["kinds"]
        self._series = shipped["series"]
        self._wish = wish
        self._icons: dict[tuple[str, str], QIcon] = {}
        # Whoever holds what the hints say of contrast has to hold the hints.
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def wish(self) -> Wish:
        """What the user asked for."""
        return self._wish

    @property
    def look(self) -> Look:
        """What is shown."""
        if self._wish != "system":
            return self._wish
        if self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    @property
    def weight(self) -> float:
        """How thick lines are, of their usual width."""
        return _THICKER if self.look == "contrast" else 1.0

    def choose(self, wish: Wish) -> None:
        """Takes another wish of the user."""
        self._wish = wish
        self._follow()

    def apply(self) -> None:
        """Dresses the whole application."""
        app = cast("QApplication", QApplication.instance())
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.colour(name))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("muted"))
        app.setPalette(palette)
        app.setFont(sans())
        app.setStyleSheet(sheet(self._surfaces[self.look], strong=self.look == "contrast"))

    def colour(self, role: str) -> QColor:
        """The colour of a role such as "page" or "muted"."""
        return _colour(self._surfaces[self.look][role])

    def mark(self, kind: Kind | None) -> Mark:
        """How mentions of a kind are marked; of no known kind, as a people is."""
        written = self._kinds[kind or "people"]
        tones = written[self.look]
        return Mark(
            written["letter"] if kind else "?",
            written["cue"],
            _colour(tones["fill"]),
            _colour(tones["faint"]),
            _colour(tones["line"]),
            self.weight,
        )

    def badge(self, kind: Kind | None) -> tuple[str, QColor, QColor]:
        """The letter of a kind's badge, its ground, and the colour the letter is written in."""
        tones = self._kinds[kind or "people"]
        letter = tones["letter"] if kind else "?"
        return letter, _colour(tones["light"]["fill"]), self.colour("badge_text")

    def series(self, slot: int) -> QColor:
        """The colour of one picked actor's series."""
        return _colour(self._series[slot % len(self._series)][self.look])

    def marker(self, slot: int) -> QPainterPath:
        """The shape of one picked actor's points, in a square of side 1 around the origin."""
        return marker(self._series[slot % len(self._series)]["marker"])

    def icon(self, name: str, role: str = "text") -> QIcon:
        """A shipped icon drawn in the colour of a role; what points back does so when mirrored."""
        if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            name = _MIRRORED.get(name, name)
        tint = self._surfaces[self.look][role]
        key = (name, tint)
        if key not in self._icons:
            muted = self._surfaces[self.look]["field_line"]
            icon = QIcon()
            icon.addPixmap(_drawn(name, tint))
            icon.addPixmap(_drawn(name, muted), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def picture(self, name: str, role: str, side: int) -> QPixmap:
        """A shipped icon as a picture of any size."""
        return _drawn(name, self._surfaces[self.look][role], side)

    def _follow(self) -> None:
        self._icons.clear()
        self.apply()
        self.changed.emit()


def sans(points: float = _POINTS, *, strong: bool = False) -> QFont:
    """The type face of the window."""
    return _face(_SANS, points, strong=strong)


def serif(points: float = _READING_POINTS, *, strong: bool = False) -> QFont:
    """The type face of articles."""
    return _face(_SERIF, points, strong=strong)


def application_icon() -> QIcon:
    """The icon of the program."""
    return QIcon(str(resource("icons", "workstation.svg")))


@cache
def marker(name: str) -> QPainterPath:
    """A marker's outline in a square of side 1 around the origin."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    if name == "circle":
        path.addEllipse(QPointF(0, 0), 0.44, 0.44)
    elif name == "ring":
        path.setFillRule(Qt.FillRule.OddEvenFill)
        path.addEllipse(QPointF(0, 0), 0.48, 0.48)
        path.addEllipse(QPointF(0, 0), 0.24, 0.24)
    else:
        _polygon(path, _CORNERS[name])
    return path


_CORNERS: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "square": ((-0.4, -0.4), (0.4, -0.4), (0.4, 0.4), (-0.4, 0.4)),
    "triangle": ((0, -0.48), (0.5, 0.4), (-0.5, 0.4)),
    "triangle-down": ((-0.5, -0.4), (0.5, -0.4), (0, 0.48)),
    "diamond": ((0, -0.54), (0.54, 0), (0, 0.54), (-0.54, 0)),
    "plus": (
        (-0.16, -0.5), (0.16, -0.5), (0.16, -0.16), (0.5, -0.16), (0.5, 0.16), (0.16, 0.16),
        (0.16, 0.5), (-0.16, 0.5), (-0.16, 0.16), (-0.5, 0.16), (-0.5, -0.16), (-0.16, -0.16),
    ),
    "cross": (
        (-0.46, -0.26), (-0.26, -0.46), (0, -0.2), (0.26, -0.46), (0.46, -0.26), (0.2, 0),
        (0.46, 0.26), (0.26, 0.46), (0, 0.2), (-0.26, 0.46), (-0.46, 0.26), (-0.2, 0),
    ),
}  # fmt: skip


def _polygon(path: QPainterPath, corners: tuple[tuple[float, float], ...]) -> None:
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    path.closeSubpath()


def _face(families: tuple[str, ...], points: float, *, strong: bool) -> QFont:
    _load_faces()
    font = QFont(list(families))
    font.setPointSizeF(points)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


@cache
def _load_faces() -> None:
    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


@cache
def _colour(written: str) -> QColor:
    colour = QColor(written[:7])
    if opacity := written[7:]:
        colour.setAlpha(int(opacity, 16))
    return colour


def _drawn(name: str, tint: str, side: int = _ICON) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(tinted(name, tint).encode()))
    sharp = max(2, ceil(cast("QGuiApplication", QGuiApplication.instance()).devicePixelRatio()))
    pixmap = QPixmap(QSize(side, side) * sharp)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(sharp)
    return pixmap
