"""Runs of text in a legacy encoding, found by the likeliest sequence of encodings over the tokens of a text.

Each token says how well it reads in each encoding; a change of encoding costs, less at a line end than within a line.
A token that reads the same everywhere says nothing and goes with its neighbours.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from normalizers.legacy.cyrillic import find_cyrillic
from normalizers.legacy.evidence import Run, is_better, is_borne_out, line_start
from normalizers.legacy.kazakh import find_kazakh
from normalizers.legacy.readings import SOUND, STATES, is_vietnamese, likelihood, read_as, read_viqr

_TOKEN = re.compile(r"[^ \t\n\r\f]+")
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013-\u203a\u20ac\u2122]"
)
_VIQR_MARK = re.compile(
    r"[aeouAEOU][\^(+*]|[aeiouyAEIOUY][`~]|[aeiouyAEIOUY][\^(+*]?['?.](?=[^\W\d_])|\b[dD][dD](?=[aeiouyAEIOUY])"
)
_VIQR_END = re.compile(r"[aeiouyAEIOUY]['?.]|(?<![^\W\d_])[dD][dD]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_WITHIN, _AT_LINE_END, _BETWEEN_LEGACY = 9.0, 4.0, 3.0
_FLOOR = -60.0


@lru_cache(maxsize=4)
def find_runs(text: str) -> tuple[Run, ...]:
    """Return the runs of legacy text, in order; none where nothing but sound text stands."""
    cyrillic = find_cyrillic(text) or find_kazakh(text)
    taken = {start for run in cyrillic for start, _, _ in run.tokens}
    tokens = [m for m in _TOKEN.finditer(text) if _suspicious(m.group()) and m.start() not in taken]
    states = _candidates([match.group() for match in tokens])
    if not states:
        return cyrillic
    telling = []
    for match in tokens:
        readings = [_reading(text, match, state) for state in states]
        if any(reading != match.group() for reading in readings):
            telling.append((match.start(), match.end(), tuple(readings)))
    path = _best_path(text, telling, states)
    runs = tuple(_runs(text, telling, path, states))
    borne_out = [run for run in runs if is_borne_out(text, run, runs)]
    return tuple(sorted((*borne_out, *cyrillic), key=lambda run: run.start))


def _reading(text: str, match: re.Match[str], state: str) -> str:
    if state == "viqr":
        behind = text[match.end() : match.end() + 2]
        return read_viqr(match.group(), inside=behind[:1] == " " and behind[1:].islower())
    return read_as(match.group(), state)


def _suspicious(token: str) -> bool:
    signs = _SUSPECT.search(token) or _VIQR_MARK.search(token) or _VIQR_END.search(token) or "-" in token
    return bool(signs) and not _CYRILLIC.search(token)


def _candidates(tokens: list[str]) -> tuple[str, ...]:
    """Encodings in which tokens that are no words as they stand become Vietnamese syllables, and `SOUND` first."""
    doubtful = {token for token in tokens if _SUSPECT.search(token) or _VIQR_MARK.search(token)}
    doubtful = {token for token in doubtful if likelihood(token) < -13.0}
    if not doubtful:
        return ()
    least = 1 if len(tokens) < 12 else 2
    found = []
    for state in STATES:
        won = sum(1 for token in doubtful if (read := read_as(token, state)) != token and is_vietnamese(read))
        if state.startswith("utf8"):
            won += sum(1 for token in doubtful if len(read_as(token, state)) < len(token) - 2)
        if won >= least:
            found.append(state)
    return (SOUND, *found) if found else ()


Telling = tuple[int, int, tuple[str, ...]]


def _best_path(text: str, telling: list[Telling], states: tuple[str, ...]) -> list[int]:
    """Viterbi over the telling tokens: index of the state of each."""
    if not telling:
        return []
    scores = [0.0] + [-_AT_LINE_END] * (len(states) - 1)
    back: list[list[int]] = []
    last_end = 0
    for start, end, readings in telling:
        gap = text[last_end:start]
        change = _AT_LINE_END if "\n" in gap or "\f" in gap or last_end == 0 else _WITHIN
        best = max(range(len(states)), key=lambda s: scores[s])
        chosen, following = [], []
        for state in range(len(states)):
            extra = _BETWEEN_LEGACY if state and best else 0.0
            stays = scores[state] >= scores[best] - change - extra
            chosen.append(state if stays else best)
            previous = scores[state] if stays else scores[best] - change - extra
            following.append(previous + max(likelihood(readings[state]), _FLOOR) - (0.3 if state else 0.0))
        scores = following
        back.append(chosen)
        last_end = end
    state = max(range(len(states)), key=lambda s: scores[s])
    path = [state]
    for chosen in reversed(back[1:]):
        state = chosen[state]
        path.append(state)
    return path[::-1]


def _runs(text: str, telling: list[Telling], path: list[int], states: tuple[str, ...]) -> Iterator[Run]:
    group: list[tuple[int, int, str]] = []
    current = 0
    clear = _clear_lines(text, telling, path)
    for (start, end, readings), state in zip(telling, path, strict=True):
        if state != current and group:
            yield Run(group[0][0], group[-1][1], states[current], tuple(group))
            group = []
        current = state
        raw, reading = text[start:end], readings[state]
        if state and reading != raw and (is_better(raw, reading) or (line_start(text, start), state) in clear):
            group.append((start, end, reading))
    if group:
        yield Run(group[0][0], group[-1][1], states[current], tuple(group))


def _clear_lines(text: str, telling: list[Telling], path: list[int]) -> set[tuple[int, int]]:
    """Start of line and state, where a token of that line is Vietnamese in that state and in no other way."""
    return {
        (line_start(text, start), state)
        for (start, end, readings), state in zip(telling, path, strict=True)
        if state and is_better(text[start:end], readings[state])
    }
