"""The chart and its table hold the same numbers: the bar pointed at is the row chosen."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject
from PySide6.QtWidgets import QAbstractItemView, QTableView

from workstation.desktop.panes.timeline.chart import Chart


class Linking(QObject):
    """Keeps a table's row and a chart's bar together; Enter on a row does what it does there."""

    def __init__(self, chart: Chart, table: QTableView) -> None:
        super().__init__(table)
        self._chart = chart
        self._table = table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.selectionModel().currentRowChanged.connect(self._point)
        table.activated.connect(self._open)
        chart.pointed.connect(self._follow)

    def _period(self, row: int) -> int | None:
        """The period of a row; none of the undated, which come first."""
        frequency = self._chart.frequency
        if frequency is None or row < 0:
            return None
        period = row - self._before()
        return period if 0 <= period < len(frequency.periods) else None

    def _before(self) -> int:
        frequency = self._chart.frequency
        return int(frequency is not None and bool(frequency.undated_total))

    def _point(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._table.isVisible() and now.isValid():
            self._chart.point(self._period(now.row()))

    def _follow(self, period: int | None) -> None:
        # A mouse that leaves the chart leaves the row as it is.
        if period is None or self._table.isVisible():
            return
        there = self._table.model().index(period + self._before(), 0)
        flags = QItemSelectionModel.SelectionFlag
        how = flags.ClearAndSelect | flags.Rows
        self._table.selectionModel().setCurrentIndex(there, how)

    def _open(self, there: QModelIndex) -> None:
        period = self._period(there.row())
        if period is not None or there.row() < self._before():
            self._chart.opened.emit(period)
