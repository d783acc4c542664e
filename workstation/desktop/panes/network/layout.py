"""Where the actors of a network stand: forces that begin where the actors stood before."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from workstation.domain.network import Network

Place = tuple[float, float]
Places = Mapping[str, Place]
"""Where each actor stands, from 0 at the left and the top to 1 at the right and the bottom."""

_Floats = NDArray[np.float64]

_WIDE: Final = 2.4
"""Widths of the picture in its heights: docks are wide, and the picture is stretched into them."""
_STEPS: Final = 260
_SETTLING: Final = 80
"""Steps where nearly all actors stand already."""
_WARM: Final = 0.09
_WARM_AGAIN: Final = 0.03
"""How far an actor goes in the first step, in heights: the later ones are shorter."""
_GRAVITY: Final = 0.9
_ANCHOR: Final = 1.6
"""How strongly actors keep to where they stood: so that a small change moves little."""
_MOSTLY: Final = 0.5
_STRETCH: Final = (0.7, 1.6)
_LEAST: Final = 1e-6


def lay_out(network: Network, stood: Places) -> dict[str, Place]:
    """The places of a network's actors, of whom some stood somewhere before.

    The same network and the same places before give the same places.
    """
    ids = [node.id for node in network.nodes]
    if not ids:
        return {}
    pull = _pull(network, ids)
    known = np.array([actor in stood for actor in ids])
    homes = np.array([stood.get(actor) or _of_its_own(actor) for actor in ids])
    homes = homes * np.array([_WIDE, 1.0])
    at = _begin(homes, known, pull)
    again = known.mean() >= _MOSTLY
    steps, warm = (_SETTLING, _WARM_AGAIN) if again else (_STEPS, _WARM)
    for step in range(steps):
        force = _forces(at, pull)
        force += np.where(known[:, None], (homes - at) * _ANCHOR, 0.0)
        length = np.maximum(np.linalg.norm(force, axis=1, keepdims=True), _LEAST)
        reach = warm * (1 - step / steps)
        at = at + force / length * np.minimum(length, reach)
        at = np.clip(at, 0.0, [_WIDE, 1.0])
    at = _kept_in_place(at, homes, known) if known.any() else _filling(at)
    return {
        actor: (float(x) / _WIDE, float(y)) for actor, (x, y) in zip(ids, at.tolist(), strict=True)
    }


def _of_its_own(actor: str) -> Place:
    """Where an actor begins that stood nowhere yet: in every library at the same place."""
    number = UUID(actor).int
    return (number >> 64) % 9973 / 9973, number % 9967 / 9967


def _begin(homes: _Floats, known: NDArray[np.bool_], pull: _Floats) -> _Floats:
    """New actors begin among those that stand already and that they are named with."""
    at = homes.copy()
    towards = pull * known
    tied = towards.sum(axis=1)
    new = ~known & (tied > 0)
    middle = towards @ homes / np.maximum(tied, _LEAST)[:, None]
    at[new] = middle[new] * 0.8 + homes[new] * 0.2
    return at


def _pull(network: Network, ids: list[str]) -> _Floats:
    """How strongly each pair is tied, 0 to 1."""
    place = {actor: n for n, actor in enumerate(ids)}
    strongest = max((tie.weight(network.ranking) for tie in network.ties), default=0.0)
    pull = np.zeros((len(ids), len(ids)))
    for tie in network.ties:
        i, j = place[tie.first], place[tie.second]
        weight = tie.weight(network.ranking) / strongest if strongest else 0.0
        pull[i, j] = pull[j, i] = 0.12 + 0.88 * weight**0.5
    return pull


def _forces(at: _Floats, pull: _Floats) -> _Floats:
    """Ties draw together, all push each other away, and the middle draws a little."""
    ideal = 0.8 * np.sqrt(_WIDE / len(at))
    apart = at[:, None, :] - at[None, :, :]
    distance = np.maximum(np.linalg.norm(apart, axis=2), 0.01)
    push = np.minimum(ideal**2 / distance**2, 40.0)
    np.fill_diagonal(push, 0.0)
    drawn = pull * distance / ideal
    forces = (apart / distance[:, :, None] * (push * ideal - drawn * distance)[:, :, None]).sum(1)
    middle: _Floats = np.array([_WIDE / 2, 0.5])
    # The picture is wide: up and down the middle has to draw more.
    return np.asarray(forces + (middle - at) * _GRAVITY * np.array([0.5, 1.0]))


def _kept_in_place(at: _Floats, homes: _Floats, known: NDArray[np.bool_]) -> _Floats:
    """The picture moved and stretched so that actors stand near to where they stood."""
    now, before = at[known], homes[known]
    middle, spread = now.mean(axis=0), now.std(axis=0)
    stretch = np.clip(before.std(axis=0) / np.maximum(spread, _LEAST), *_STRETCH)
    moved = (at - middle) * stretch + before.mean(axis=0)
    return np.asarray(np.clip(moved, 0.0, [_WIDE, 1.0]))


def _filling(at: _Floats) -> _Floats:
    """The picture that nobody has seen yet, as large as there is room for it."""
    low, high = at.min(axis=0), at.max(axis=0)
    spread = np.maximum(high - low, 0.2)
    room = np.array([_WIDE, 1.0])
    return np.asarray((at - (low + high) / 2) / spread * room * 0.96 + room / 2)
