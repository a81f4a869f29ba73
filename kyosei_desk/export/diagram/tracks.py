# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""Lines that run side by side in a gutter or a channel: their order, labels and distances.

Everything is said for a gutter, where tracks run up and down and lie left to right; for a
channel the same is used turned by a quarter. ``at`` is the place along the tracks, ``offset``
the one across them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kyosei_desk.export.diagram import sizes
from kyosei_desk.export.diagram.ports import APART

_CLEAR = 6.0  # between the ends of two tracks in one line
_STEP = 5.0
Span = tuple[float, float]
_CROSSED, _ON_A_TURN, _BESIDE_A_LABEL, _BESIDE_A_TRACK = 1000.0, 30.0, 25.0, 10.0
_OFF_THE_MIDDLE = 4.0


@dataclass(frozen=True)
class Tick:
    """Where a track is left: to the side of larger offsets when ``after``."""

    at: float
    after: bool


@dataclass
class Track:
    """A stretch of line with its ticks, and perhaps a label, ``(along, across)`` large.

    ``closed`` are stretches along the track where no label may stand. ``offset`` and
    ``label_at`` (the label's middle) are found by :func:`lay_tracks`.
    """

    key: tuple[int, int]
    ticks: tuple[Tick, ...]
    label: tuple[float, float] | None = None
    closed: tuple[Span, ...] = ()
    offset: float = 0.0
    label_at: float = 0.0

    def __post_init__(self) -> None:
        """Find where it begins and ends."""
        places = [tick.at for tick in self.ticks]
        self.low, self.high = min(places), max(places)

    @property
    def label_span(self) -> Span:
        """The stretch its label takes, with the air it needs; empty without a label."""
        if self.label is None:
            return (0.0, 0.0)
        half = self.label[0] / 2 + sizes.LABEL_GAP
        return self.label_at - half, self.label_at + half


def lay_tracks(tracks: list[Track], *, walls: tuple[float, float]) -> float:
    """Order tracks, set their labels and offsets, and return the width they take.

    ``walls`` are the distances to keep at both sides where ticks leave.
    """
    if not tracks:
        return 0.0
    order_tracks(tracks)
    set_labels(tracks)
    return spread_tracks(tracks, walls)


def order_tracks(tracks: list[Track]) -> None:
    """Sort tracks across so that ticks cross as few tracks as can be."""
    tracks.sort(key=lambda track: (_leaning(track), track.low, track.key))
    costs = {(a.key, b.key): _crossings(a, b) for a in tracks for b in tracks if a is not b}
    improved = True
    rounds = 0
    while improved and rounds < 12:
        improved = False
        rounds += 1
        for place in range(len(tracks)):
            improved = _reinsert(tracks, place, costs) or improved


def _leaning(track: Track) -> float:
    return sum(1 if tick.after else -1 for tick in track.ticks) / len(track.ticks)


def _crossings(a: Track, b: Track) -> float:
    """Return how many ticks cross when ``a`` lies before ``b``."""
    cost = 0.0
    for tick in a.ticks:
        if tick.after and b.low + 1 < tick.at < b.high - 1:
            cost += 1.0
    for tick in b.ticks:
        if not tick.after and a.low + 1 < tick.at < a.high - 1:
            cost += 1.0
    for tick in a.ticks:
        for other in b.ticks:
            if tick.after and not other.after and abs(tick.at - other.at) < APART:
                cost += 12.0
    return cost


def _reinsert(
    tracks: list[Track],
    place: int,
    costs: dict[tuple[tuple[int, int], tuple[int, int]], float],
) -> bool:
    """Move one track to where it crosses least; tell whether it moved."""
    track = tracks[place]
    others = tracks[:place] + tracks[place + 1 :]
    now = sum(costs[o.key, track.key] for o in others)
    now = sum(costs[track.key, o.key] for o in others)
    best, best_at, at_place = now, 0, 0.0
    for at in range(len(others) + 1):
        if at:
            passed = others[at - 1]
            now += costs[passed.key, track.key] - costs[track.key, passed.key]
        if at == place:
            at_place = now
        if now < best - 1e-9:
            best, best_at = now, at
    if best >= at_place - 1e-9 or best_at == place:
        return False
    tracks[:] = [*others[:best_at], track, *others[best_at:]]
    return True


def set_labels(tracks: Sequence[Track]) -> None:
    """Choose where on its track each label stands, the shortest tracks first."""
    labelled = [(i, track) for i, track in enumerate(tracks) if track.label is not None]
    labelled.sort(key=lambda item: (item[1].high - item[1].low, item[0]))
    taken: list[Span] = []
    for place, track in labelled:
        track.label_at = _best_label_place(tracks, place, taken)
        taken.append(track.label_span)


def _best_label_place(tracks: Sequence[Track], place: int, taken: Sequence[Span]) -> float:
    """Return the middle of a label; ``taken`` are the stretches other labels stand at."""
    track = tracks[place]
    assert track.label is not None
    half = track.label[0] / 2 + sizes.LABEL_GAP
    middle, length = (track.low + track.high) / 2, max(track.high - track.low, 1.0)
    obstacles = _obstacles(tracks, place, taken)
    best, best_at = float("inf"), middle
    for at in sorted(_label_places(track), key=lambda at: abs(at - middle)):
        low, high = at - half, at + half
        cost = _OFF_THE_MIDDLE * abs(at - middle) / length
        if cost >= best:
            break
        for obstacle_low, obstacle_high, hurts in obstacles:
            if low < obstacle_high and obstacle_low < high:
                cost += hurts
                if cost >= best:
                    break
        else:
            best, best_at = cost, at
    return best_at


def _obstacles(
    tracks: Sequence[Track], place: int, taken: Sequence[Span]
) -> list[tuple[float, float, float]]:
    """Return where a label of a track had better not stand, and how bad it is there."""
    track = tracks[place]
    found = [(low, high, _CROSSED) for low, high in track.closed]
    for number, other in enumerate(tracks):
        if other is not track:
            passing = [tick.at for tick in other.ticks if tick.after == (number < place)]
            found += [(at, at, _CROSSED) for at in passing]
            found.append((other.low, other.high, _BESIDE_A_TRACK))
    found += [(tick.at + 2, tick.at - 2, _ON_A_TURN) for tick in track.ticks]
    found += [(low, high, _BESIDE_A_LABEL) for low, high in taken]
    near = [one for one in found if one[0] < track.high + 30 and track.low - 30 < one[1]]
    return sorted(near, key=lambda one: -one[2])


def _label_places(track: Track) -> list[float]:
    """Return where a label's middle may be: anywhere on the track, the middle first."""
    assert track.label is not None
    middle = (track.low + track.high) / 2
    half = track.label[0] / 2 + 2
    low, high = track.low + half, track.high - half
    if low >= high:
        return [middle]
    stops = sorted({round(tick.at, 1) for tick in track.ticks})
    places = [middle, *((a + b) / 2 for a, b in pairwise(stops))]
    places += [low + _STEP * i for i in range(int((high - low) / _STEP) + 1)]
    return [place for place in places if low - 0.1 <= place <= high + 0.1] or [middle]


def spread_tracks(tracks: Sequence[Track], walls: tuple[float, float]) -> float:
    """Set the offsets from near to far as close as may be, then even out; return the width."""
    before, after = walls
    nearest: list[float] = []
    for place, track in enumerate(tracks):
        at = _from_wall(track, before, after=False)
        for other_place in range(place):
            gap = _distance(tracks[other_place], track)
            at = max(at, nearest[other_place] + gap)
        nearest.append(at)
    width = max(
        at + _from_wall(track, after, after=True) for at, track in zip(nearest, tracks, strict=True)
    )
    farthest = [0.0] * len(tracks)
    for place in range(len(tracks) - 1, -1, -1):
        track = tracks[place]
        at = width - _from_wall(track, after, after=True)
        for other_place in range(place + 1, len(tracks)):
            at = min(at, farthest[other_place] - _distance(track, tracks[other_place]))
        farthest[place] = at
    for track, near, far in zip(tracks, nearest, farthest, strict=True):
        track.offset = round((near + far) / 2, 1)
    return width


def _from_wall(track: Track, wall: float, *, after: bool) -> float:
    least = wall if any(tick.after == after for tick in track.ticks) else min(wall, 9.0)
    if track.label is None:
        return least
    short = track.high - track.low < track.label[0] + 8
    leaves = any(tick.after == after for tick in track.ticks)
    return max(least, track.label[1] / 2 + (wall if short and leaves else sizes.LABEL_GAP))


def _distance(a: Track, b: Track) -> float:
    """Return how far apart two tracks must lie; 0 when they are no neighbours."""
    gap = 0.0
    if a.low - _CLEAR < b.high and b.low - _CLEAR < a.high:
        gap = float(sizes.TRACK_GAP)
    a_span, b_span = a.label_span, b.label_span
    if a.label and _meets(a_span, (b.low, b.high)):
        gap = max(gap, a.label[1] / 2 + sizes.LABEL_GAP)
    if b.label and _meets(b_span, (a.low, a.high)):
        gap = max(gap, b.label[1] / 2 + sizes.LABEL_GAP)
    if a.label and b.label and _meets(a_span, b_span):
        gap = max(gap, (a.label[1] + b.label[1]) / 2 + sizes.LABEL_GAP)
    return gap


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
