"""The timeline: how often the picked actors are named, when, and among how much."""

from collections.abc import Callable, Sequence
from functools import partial
from math import isnan
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QTableView,
    QWidget,
)
from typing_extensions import override

from workstation.desktop import exporting
from workstation.desktop.buttons import chooser, flat
from workstation.desktop.desk import Desk
from workstation.desktop.dragging import Dragging, Handle
from workstation.desktop.exporting import Exporting
from workstation.desktop.handing import hand_out
from workstation.desktop.pane import Figure, Pane
from workstation.desktop.panes.timeline import pinning, why
from workstation.desktop.panes.timeline.captions import Choice, caption, choices, chosen
from workstation.desktop.panes.timeline.chart import Chart
from workstation.desktop.panes.timeline.items import Ends
from workstation.desktop.panes.timeline.linking import Linking
from workstation.desktop.panes.timeline.model import (
    Bins,
    asked,
    dated_in,
    lines,
)
from workstation.desktop.panes.timeline.table import FrequencyRows
from workstation.desktop.panes.timeline.telling import described
from workstation.desktop.theme import Theme
from workstation.desktop.words import amount, days, isolated, number, percent, period_words
from workstation.domain.event import Event
from workstation.domain.frequency import UNITS, Frequency, Measure, last_day
from workstation.domain.selection import Aspect, Brush, Selection
from workstation.library import events

if TYPE_CHECKING:
    from workstation.library.library import Reading


class TimelinePane(Pane[Frequency]):
    """Draws the picked actors over days, and lets the analyst brush some of them."""

    depends_on = frozenset[Aspect]({"words", "facets", "picked", "unit"})
    listens_to = frozenset({"articles", "mentions", "actors", "events"})

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(self.tr("Timeline"), desk, theme)
        self.measure: Measure = "share"
        self.bins: Bins = "automatic"
        self.chart = Chart(desk.selection, theme)
        self.numbers = FrequencyRows(self)
        self._events: Sequence[Event] = ()
        self._ends = Ends(theme)
        self._told = Figure()
        self._readout = Figure()
        drawn = QWidget()
        # Time runs from the left to the right wherever else the window begins.
        drawn.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(drawn)
        row.setContentsMargins(8, 0, 6, 4)
        row.setSpacing(4)
        row.addWidget(self.chart, 1)
        row.addWidget(self._ends)
        self._stack = QStackedWidget()
        self._stack.addWidget(drawn)
        self._table = self._make_table()
        Linking(self.chart, self._table)
        self._stack.addWidget(self._table)
        self.body.addWidget(self._stack, 1)
        # The tab of the dock says the name already.
        self.caption.hide()
        self.heading.insertWidget(1, self._told)
        self.heading.insertWidget(3, self._readout)
        down = theme.icon("down", "muted")
        self._measuring = chooser(choices(), self.measure, self.show_measure, down)
        self._name_measure()
        self._binning = chooser(self._periods(), self.bins, self.show_bins, down)
        self._tabling = flat(self.tr("Table"), theme.icon("table", "muted"))
        self._tabling.setCheckable(True)
        self._tabling.toggled.connect(self._table_toggled)
        copy = flat(self.tr("Copy"))
        copy.clicked.connect(self.copy)
        copy.setToolTip(self.tr("Copy, or drag the picture to another program"))
        self._dragging = Dragging(desk, self)
        Handle(copy, self.drag)
        save = flat(self.tr("Save…"))
        save.clicked.connect(self.save)
        for button in (self._measuring, self._binning, self._tabling, copy, save):
            self.heading.addWidget(button)
        self.chart.brushed.connect(self._brush)
        self.chart.pointed.connect(self._read_out)
        self.chart.opened.connect(self._open)
        self.chart.explaining.connect(self._explain)
        self.chart.menu_wanted.connect(self._open_menu)
        self.chart.laid_out.connect(self._end_lines)
        self.setFocusProxy(self.chart)

    # A pane -----------------------------------------------------------------------------------

    @override
    def question(self, selection: Selection) -> "Callable[[Reading], Frequency] | None":
        return asked(selection, self.bins)

    @override
    def present(self, answer: Frequency) -> None:
        self.chart.show_frequency(answer, self.measure)
        self.numbers.take(answer, self.measure, self._events)
        self._tell(answer)
        for part in (self.chart, self.chart.viewport(), self._table):
            part.setAccessibleDescription(described(answer, self.measure))
        self.desk.ask(self.numbers, events.listed, self._fly)

    @override
    def gestured(self, aspects: frozenset[Aspect]) -> None:
        if "unit" in aspects:
            self._name_measure()
        if "brush" in aspects:
            self.chart.show_brush()
            if self.chart.frequency is not None:
                self._tell(self.chart.frequency)

    @override
    def dress(self) -> None:
        self.chart.dress()
        self._ends.update()

    # Commands ---------------------------------------------------------------------------------

    def show_measure(self, choice: Choice) -> None:
        """Shows shares or mentions, or in how many articles, stories or outlets actors are."""
        if choice in UNITS:
            self.measure = "count"
            self.desk.selection.change(unit=choice)
        else:
            self.measure = cast("Measure", choice)
        self._name_measure()
        frequency = self.chart.frequency
        if frequency is not None and frequency.unit == self.desk.selection.value.unit:
            self.present(frequency)

    def show_bins(self, bins: Bins) -> None:
        """Counts by other periods."""
        self.bins = bins
        self._binning.setText(self._periods()[bins])
        self.refresh()

    def pin(self) -> None:
        """Asks what happened where the cursor stands, in the brush, or in the last period."""
        frequency, library = self.chart.frequency, self.desk.library
        if frequency is None or not frequency.periods or library is None or library.read_only:
            return
        at = self.chart.at
        if at is None:
            last = self.desk.selection.value.brush.last
            within = [n for n, p in enumerate(frequency.periods) if last is None or p <= last]
            at = within[-1] if within else 0
        pinning.ask(self.desk, frequency, at)

    def menu_at(self, index: int) -> QMenu:
        """What can be done about a period."""
        menu = QMenu(self)
        library = self.desk.library
        if library is not None and not library.read_only:
            menu.addAction(self.tr("Pin an event…"), partial(self._pin_at, index))
            pinning.offer(menu, self.desk, self.chart.flags.at(index))
            menu.addSeparator()
        menu.addAction(self.tr("Only its articles"), partial(self._open, index))
        menu.addAction(self.tr("What makes it up…"), partial(self._explain, index))
        return menu

    def resume(self, bins: str) -> None:
        """Counts by the periods by which was counted before."""
        known = next((one for one in self._periods() if one == bins), self.bins)
        if known != self.bins:
            self.show_bins(known)

    def copy(self) -> None:
        """Copies the chart as a picture, or the table as text."""
        clipboard = QGuiApplication.clipboard()
        if self._tabling.isChecked():
            clipboard.setText(self.numbers.text())
            self.desk.notices.say(self.tr("The table is on the clipboard."))
        else:
            clipboard.setPixmap(self.grab())
            self.desk.notices.say(self.tr("The picture is on the clipboard."))

    def drag(self) -> None:
        """Drags the chart out as a picture and a drawing."""
        frequency, library = self.chart.frequency, self.desk.library
        if frequency is not None and frequency.series and library is not None:
            name = self.tr("{library} timeline").format(library=library.name)
            selection = self.desk.selection.value
            self._dragging.drag_chart(exporting.chart(frequency, self.measure, selection, name))

    def save(self) -> None:
        """Asks for a file, and saves the chart as a drawing or its numbers as a table."""
        frequency, library = self.chart.frequency, self.desk.library
        if frequency is None or not frequency.series:
            self.desk.notices.say(self.tr("Choose the actors first whom the chart is to show."))
        elif library is not None:
            name = self.tr("{library} timeline").format(library=library.name)
            selection = self.desk.selection.value
            Exporting(self, self.desk).ask(
                exporting.chart(frequency, self.measure, selection, name)
            )

    # ------------------------------------------------------------------------------------------

    def _tell(self, frequency: Frequency) -> None:
        measure = self.measure if frequency.series else None
        told = caption(measure, frequency.unit, frequency.dated_total, frequency.by)
        if brush := self.desk.selection.value.brush:
            taken = dated_in(frequency, brush)
            part = days(brush.first, brush.last) if taken is None else number(taken)
            told += " · " + self.tr("{part} selected").format(part=part)
        self._told.setText(told)

    def _read_out(self, index: int | None) -> None:
        frequency = self.chart.frequency
        if frequency is None or index is None:
            self._readout.setText("")
            return
        when = period_words(frequency.by, frequency.periods[index])
        if not frequency.covered[index]:
            self._readout.setText(self.tr("{when}: nothing in the library").format(when=when))
            return
        parts = [
            f"{isolated(line.name)} {self._amount(line.values[index])}"
            for line in lines(frequency, self.measure)
        ]
        parts.append(amount(frequency.totals[index], frequency.unit))
        if index in self.chart.spikes:
            parts.append(self.tr("click to see why"))
        parts += [f"⚑ {isolated(event.words)}" for event in self.chart.flags.at(index)]
        self._readout.setText(f"{when}: " + " · ".join(parts))

    def _amount(self, value: float) -> str:
        if isnan(value):
            return "–"
        return percent(value) if self.measure == "share" else number(int(value))

    def _fly(self, found: "Sequence[Event]") -> None:
        if found == self._events:
            return
        self._events = found
        self.chart.show_events(found)
        if self.chart.frequency is not None:
            self.numbers.take(self.chart.frequency, self.measure, found)

    def _pin_at(self, index: int) -> None:
        frequency = self.chart.frequency
        if frequency is not None and index < len(frequency.periods):
            pinning.ask(self.desk, frequency, index)

    def _open_menu(self, index: int) -> None:
        self.menu_at(index).popup(self.chart.place_of(index))

    def _brush(self, brush: Brush) -> None:
        self.desk.selection.change(brush=brush, undated=False, doubtful=False)

    def _open(self, index: int | None) -> None:
        frequency = self.chart.frequency
        if index is None:
            self.desk.selection.change(brush=Brush(), undated=True, doubtful=False)
        elif frequency is not None:
            first = frequency.periods[index]
            self._brush(Brush(first, last_day(frequency.by, first)))

    def _explain(self, index: int) -> None:
        frequency = self.chart.frequency
        if frequency is None:
            return
        first = frequency.periods[index]
        period, days = (
            period_words(frequency.by, first),
            Brush(first, last_day(frequency.by, first)),
        )
        ask = why.asked(self.desk.selection.value, period, days)

        def show(answer: why.Why) -> None:
            why.menu(answer, self.desk, self).popup(self.chart.place_of(index))

        self.desk.ask(self.chart, ask, show)

    def _end_lines(self) -> None:
        frequency = self.chart.frequency
        if frequency is None or not frequency.periods:
            self._ends.show_ends([])
            return
        ends = []
        for line in lines(frequency, self.measure):
            slot = self.desk.selection.slot(line.actor_id)
            if slot is not None:
                last = next((v for v in reversed(line.values) if not isnan(v)), 0.0)
                ends.append((self.chart.height_of(last), slot, line.name))
        self._ends.show_ends(ends)

    def _table_toggled(self, shown_as_table: bool) -> None:
        self._stack.setCurrentIndex(int(shown_as_table))
        self.setFocusProxy(self._table if shown_as_table else self.chart)

    def _name_measure(self) -> None:
        unit = self.desk.selection.value.unit
        self._measuring.setText(chosen(self.measure, unit))
        for action in self._measuring.menu().actions():
            action.setChecked(action.data() == (unit if self.measure == "count" else self.measure))

    def _periods(self) -> dict[Bins, str]:
        return {
            "automatic": self.tr("Automatic"),
            "day": self.tr("Day"),
            "week": self.tr("Week"),
            "month": self.tr("Month"),
        }

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.numbers)
        hand_out(table)
        table.setObjectName("plain")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(26)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setShowGrid(False)
        table.setAccessibleName(self.tr("Timeline as a table"))
        return table
