"""The reader: finds the readings of all chunks of a document with one channel."""

import re
from dataclasses import replace

from normalizers.garble.model.channel import Costs
from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.tokens import ACRONYM, number_class
from normalizers.garble.search.chunks import Chunk
from normalizers.garble.search.decoding import Choice
from normalizers.garble.search.gluing import SIGNS, in_row_of_figures, may_glue, may_lack_letter
from normalizers.garble.search.keeping import FIGURES, UNREAD, by_name, kept
from normalizers.garble.search.parting import (
    DEAREST,
    SPLIT_COST,
    Piece,
    between,
    in_context,
    joined,
    partings,
    pieces_of,
)
from normalizers.garble.search.readings import (
    HORNED,
    Cases,
    Evidence,
    Reading,
    best_of,
    bodies_of,
    cases_of,
    humps_in,
    marks_in,
)
from normalizers.garble.search.words import LONGEST_WORD, WordTable, is_one_word, rarities
from normalizers.garble.spans.acronyms import inventory_names, restored
from normalizers.garble.spans.digits import as_digits
from normalizers.garble.spans.measures import as_roman, code_cost
from normalizers.garble.spans.names import loses_letters, may_lose_letters
from normalizers.garble.spans.numerals import STROKES, numerals

_FIGURES_BEHIND = re.compile(r"(?<=[^\W\d_]\d|[^\W\d_]{2})[/.,:;-]\d+(?:[/.,:;-]\d+)*$")  # `d6/1`
_AS_IT_IS = re.compile(r"[@\\=]|://|^[A-Z]{2,}\d|\d{3}")  # addresses, formulas, codes
_FIGURE_COST = 2.0  # nats for a word that was printed as nothing but figures (`66` for *có*)
_JOINTS = ",;:./-–"
_GLUE_COST, _JOINT_COST = 8.0, 1.0
_AT_END = "1278"  # figures behind a word that seldom are letters of it: `chi2`
_LEFT_OUT = 3.0  # nats for a letter that an engine left a blank for (`Chu n` for *Chuẩn*), beside its cost as a blank
_STUMP = 2  # letters of the shorter part of a cut word at the most
_UNLIKE_WORDS = 2.0  # nats above which two chunks together are unlike two words
_LONGEST_RUN = 24
_TRIED_SPLITS = 4
_LIKE_WORDS, _RATHER_PARTED = 0.7, 7.0  # nats a letter up to which a string with marks is several words, by how many

Pair = tuple[tuple[str, str], tuple[str, str]]  # two halves, each with its case
Joint = tuple[Pair, str, tuple[int, ...], float, str]  # halves, punctuation, its class, cost, kind
Held = dict[Chunk, Choice]  # choices that are not made again


def _are_figures(text: str) -> bool:
    """Whether figures and strokes alone stand in a string, half of it figures unless it is short."""
    short = len(text) <= _STUMP
    return all(c.isdigit() or c in STROKES for c in text) and (short or 2 * sum(map(str.isdigit, text)) >= len(text))


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isalpha() and text.isupper() and restored(text) in inventory_names()


def _is_run(readings: list[Reading], core: str) -> bool:
    """Whether a string with marks is no word as it stands (its first reading), and much like several."""
    return readings[0].cost > UNREAD and not core.isascii() and any(
        r.kind == "garble.split"
        and r.cost - SPLIT_COST * r.text.count(" ") < _LIKE_WORDS * len(core)
        and min(map(len, r.text.split())) > 1
        for r in readings
    )  # fmt: skip


class Reader:
    """Finds the readings of chunks with one channel; searches of the lexicon are made for all chunks at once."""

    def __init__(
        self, channel: Costs, number: dict[str, int], document: Evidence, held: Held, *, last: bool = True
    ) -> None:
        self.most, self.beyond, self.splits = (24, 7.0, True) if last else (24, 8.0, False)
        self.held = held
        self.number, self.document, self.rarity = number, document, rarities()
        self._words = WordTable(channel, document, (self.most, self.beyond))
        self._chunks: dict[tuple[str, bool, Cases], list[Reading]] = {}

    def read_all(self, chunks: list[Chunk], stops: list[bool]) -> list[list[Reading]]:
        """Return the readings of every chunk; `stops` tells where a sentence may begin."""
        cores = [c.edges[1] or c.text for c in chunks]
        cases = [cases_of(core, c.caps, after_stop=s) for core, c, s in zip(cores, chunks, stops, strict=True)]
        self._prepare(chunks, cases)
        readings = []
        for index, chunk in enumerate(chunks):
            held = self.held.get(chunk)
            if held is not None and held.reading is not None:
                readings.append([held.reading])
                continue
            own = self._read(chunk, cases[index])
            glued = self._glued(chunks, index, cases[index]) if index + 1 < len(chunks) else []
            readings.append(own + glued)
        return readings

    def _prepare(self, chunks: list[Chunk], cases: list[Cases]) -> None:
        """Search the lexicon for whatever the chunks will ask for: first whole words, then halves of long ones."""
        bodies = [(body, own) for chunk, own in zip(chunks, cases, strict=True)
                  if not chunk.fixed and chunk not in self.held
                  for _, body, _, _ in bodies_of(*chunk.edges)]  # fmt: skip
        wanted = {(body, case) for body, own in bodies for case, _ in own}
        self._words.search(wanted)
        glued = {(chunk.edges[1] + following.edges[1], own[0][0])
                 for chunk, following, own in zip(chunks, chunks[1:], cases, strict=False)
                 if self._may_glue(chunk, following) and self._are_stumps(chunk, following, own)}  # fmt: skip
        self._words.search(glued)
        wanted |= glued
        self._words.weigh_beginnings(key for key in wanted if self._hardly_one(*key))
        self._words.search(
            (f"{chunk.edges[1]} {following.edges[1]}", own[0][0])
            for chunk, following, own in zip(chunks, chunks[1:], cases, strict=False)
            if self.splits and self._may_glue(chunk, following) and may_lack_letter(chunk, following, self.document)
        )
        halves = {half for body, own in bodies for pair in (*self._joints(body, own), *self._splits(body, own))
                  for half in pair}  # fmt: skip
        self._words.search(halves)
        self._words.weigh_beginnings(key for key in halves if self._hardly_one(*key))
        self._words.search(
            {half for body, case in halves for pair in self._splits(body, ((case, 0.0),))[:2] for half in pair}
        )
        runs = {(body, own[0][0]) for body, own in bodies if self._runs_together(body, own[0][0])}
        self._words.search(piece for run in sorted(runs) for piece in pieces_of(*run))

    def _may_glue(self, chunk: Chunk, following: Chunk) -> bool:
        if chunk in self.held or following in self.held:
            return False
        return may_glue(chunk, following, self.document)

    def _are_stumps(self, chunk: Chunk, following: Chunk, cases: Cases) -> bool:
        """Whether two chunks may be a word cut in two: one is short and, in a lesson, they are unlike words."""
        first, second = chunk.edges[1], following.edges[1]
        if min(len(first), len(second)) > _STUMP:
            return False
        case = cases[0][0]
        least = self._words.least(first, case) + self._words.least(second, "upper" if case == "upper" else "lower")
        return self.splits or least > _UNLIKE_WORDS

    def _hardly_one(self, body: str, case: str) -> bool:
        """Whether a string that may be parted is hardly one word."""
        if not self.splits or not 4 <= len(body) <= LONGEST_WORD or FIGURES.fullmatch(body):
            return False
        return not is_one_word(body, self._words.least(body, case))

    def _runs_together(self, body: str, case: str) -> bool:
        """Whether a string is neither like one word nor like two, or is told to be several."""
        told = self._is_told(body)
        if (
            not self.splits
            or not (5 if case == "upper" or told else 6) <= len(body) <= _LONGEST_RUN
            or sum(c.isalpha() for c in body) * 2 < len(body)
            or code_cost(body) is not None
            or _AS_IT_IS.search(body)
        ):
            return False
        if told or is_one_word(body, self._words.least(body, case)):
            return told
        pairs = [*self._splits(body, ((case, 0.0),)), *self._joints(body, ((case, 0.0),))]
        return all(self._words.least(*left) + self._words.least(*right) > 0.5 * len(body) for left, right in pairs)

    def _is_told(self, body: str) -> bool:
        """Whether a string has capitals within, in a document that runs words together at them again and again."""
        return self.document.run and bool(humps_in(body))

    def _price(self, piece: Piece) -> float:
        """What a part of a string costs as a word, its rarity included."""
        if FIGURES.fullmatch(piece[0]):
            return 3.0 if len(piece[0]) > 1 else 99.0
        if _is_acronym(piece[0]):
            return 4.0
        return min((word[2] + self.rarity[word[1]] for word in self._words.known(piece)), default=99.0)

    def _piece(self, piece: Piece) -> list[Reading]:
        """The readings of a part of a string as one word."""
        if FIGURES.fullmatch(piece[0]):
            return [Reading(piece[0], (self.number[number_class(piece[0])],), 0.0, "kept")]
        if _is_acronym(piece[0]):
            return [Reading(restored(piece[0]), (self.number[ACRONYM],), 0.0, "kept")]
        return best_of(self._whole(*piece, 0.0), 6, self.rarity)

    def _parted(self, body: str, case: str) -> list[Reading]:
        """The readings of a string as several words run together."""
        if not self._runs_together(body, case):
            return []
        found = []
        for way in partings(body, case, self._price, run=self._is_told(body)):
            words = [self._piece(piece) for piece in way if piece[1]]
            if all(words):
                best = in_context(words, shipped_model().pair, self.rarity)
                if sum(word.cost for word in best) < DEAREST * len(body):
                    found.append(joined(way, best, self.number, run=self._is_told(body)))
        return found

    def _read(self, chunk: Chunk, cases: Cases) -> list[Reading]:
        if chunk.fixed:
            numbers = tuple(self.number[w] for w in chunk.fixed.words)
            return [Reading(chunk.fixed.text, numbers, chunk.fixed.cost, chunk.fixed.kind)]
        if chunk.text.rstrip(".,;:)") in SIGNS:
            return [Reading(chunk.text, (), 0.0, "kept")]
        key = (chunk.text, chunk.first, cases)
        if key not in self._chunks:
            readings = [kept(chunk, self.number, self.document, self._words.least)]
            for lead, body, trail, penalty in bodies_of(*chunk.edges):
                ends = tuple(self.number[m] for m in marks_in(trail))
                own = best_of(
                    numerals(body, self.number, self.document) + self._body(body, cases), self.most, self.rarity
                )
                if len(lead + body + trail) < len(chunk.text):
                    own = [r for r in own if HORNED.search(r.text)]
                readings += own if not lead and not trail and not penalty else [
                    Reading(lead + r.text + trail, r.numbers + ends, r.cost + penalty, r.kind, r.parts) for r in own
                ]  # fmt: skip
            if _is_run(readings, chunk.edges[1]):
                readings[0] = replace(readings[0], cost=readings[0].cost + _RATHER_PARTED)
            self._chunks[key] = best_of(readings, self.most, self.rarity) + by_name(readings[0], chunk, self.number)
        return self._chunks[key]

    def _body(self, body: str, cases: Cases) -> list[Reading]:
        if FIGURES.fullmatch(body) and len(body) > 1:
            if not self._words.may_be_word(body):
                return []
            return [r for case, extra in cases for r in self._whole(body, case, extra + _FIGURE_COST)]
        closed = _FIGURES_BEHIND.search(body)
        readings = [] if closed else [r for case, extra in cases for r in self._whole(body, case, extra)]
        splits = [] if closed else self._splits(body, cases)
        pairs: list[Joint] = [(pair, "", (), SPLIT_COST, "garble.split") for pair in splits]
        for pair in self._joints(body, cases):
            mark = body[len(pair[0][0])]
            inner = tuple(self.number[m] for m in marks_in(mark)) if mark in ",;:" else ()
            pairs.append((pair, mark, inner, _JOINT_COST, "garble.joined"))
        for (left, right), mark, inner, cost, kind in pairs:
            readings += [
                Reading(a.text + between(mark, a, b) + b.text, a.numbers + inner + b.numbers,
                        a.cost + b.cost + cases[0][1] + cost, kind, a.parts + b.parts)
                for a in self._half(*left, bool(mark)) for b in self._half(*right, bool(mark))
            ]  # fmt: skip
        return readings + (self._parted(body, cases[0][0]) if cases else [])

    def _whole(self, body: str, case: str, extra: float, *, most: int | None = None) -> list[Reading]:
        words = self._words.found((body, case))
        if len(body) > 1 and (as_roman(body) or any(c.isdigit() for c in body)):
            words = [word for word in words if len(word[0]) > 1]
        if may_lose_letters(body):
            words = [word for word in words if not loses_letters(body, word[0])]
        return [
            Reading(text, (number,), cost + extra, "garble.word", ((body, spelling, mode),))
            for text, number, cost, spelling, mode in words[:most]
        ]

    def _half(self, body: str, case: str, named: bool) -> list[Reading]:
        """The readings of one side of two; `named` tells that it may be an acronym."""
        if FIGURES.fullmatch(body):
            return [Reading(body, (self.number[number_class(body)],), 0.0, "kept")]
        if all(c in "0123456789IlO!" for c in body):
            return numerals(body, self.number, self.document)
        as_code = code_cost(body)
        codes = [] if as_code is None else [Reading(body, (self.number[ACRONYM],), as_code, "kept")]
        name, most = body.replace("®", "Đ"), 8 if named else 4
        if named and case != "upper" and 1 < len(name) < 9 and name.isalpha() and name.isupper():
            codes = [Reading(restored(name), (self.number[ACRONYM],), -1.0, "kept")]
        halves = [
            Reading(f"{a.text} {b.text}", a.numbers + b.numbers, a.cost + b.cost + SPLIT_COST, "", a.parts + b.parts)
            for left, right in self._splits(body, ((case, 0.0),))[:2]
            for a in self._whole(*left, 0.0, most=2)
            for b in self._whole(*right, 0.0, most=2)
        ]
        return best_of(codes + self._whole(body, case, 0.0, most=most) + halves, most, self.rarity)

    def _splits(self, body: str, cases: Cases) -> list[Pair]:
        """Ways to part a string that is hardly one word into two, the most promising ones."""
        case = cases[0][0]
        if len(body) < 4 or len(body) > LONGEST_WORD or not self.splits or FIGURES.fullmatch(body):
            return []
        humps = [] if case == "upper" else [at for at in humps_in(body) if at > 2]
        second = "upper" if case == "upper" else "lower"
        order = [len(body) - 1] if body[-1] in _AT_END and body[:-1].isalpha() else []
        if self._hardly_one(body, case):
            order = sorted(range(1, len(body)), key=lambda at: self._words.least(body[:at], case) - 2.2 * at)[
                :_TRIED_SPLITS
            ]
        return [((body[:at], case), (body[at:], "title")) for at in humps] + [
            ((body[:at], case), (body[at:], second)) for at in order[:_TRIED_SPLITS]
        ]

    def _joints(self, body: str, cases: Cases) -> list[Pair]:
        """The two sides of punctuation within a string (`phdp,tharn`, `Mdc-L6nin`)."""
        at = next((at for mark in _JOINTS if 0 < (at := body.find(mark, 1)) < len(body) - 1), 0)
        if closed := _FIGURES_BEHIND.search(body):
            at = closed.start()
        if not at or not body[at - 1].isalnum():
            return []
        case, following = cases[0][0], body[at + 1]
        second = "upper" if case == "upper" else "title" if following.isupper() else "lower"
        return [((body[:at], case), (body[at + 1 :], second))]

    def _glued(self, chunks: list[Chunk], index: int, cases: Cases) -> list[Reading]:
        """Readings of a chunk and the next one as one word or number that a blank has cut."""
        chunk, following = chunks[index : index + 2]
        if not self._may_glue(chunk, following):
            return []
        (lead, core, _), (_, second, trail) = chunk.edges, following.edges
        body = core + second
        ends = tuple(self.number[m] for m in marks_in(trail))
        found: list[Reading] = []
        digits = as_digits(body)
        figures = all(map(_are_figures, (core, second, body)))
        if digits and figures and not (core.isdigit() and second.isdigit()):
            number, cost = digits
            year = number_class(number) == "<y>"
            if year or not (core.isdigit() or in_row_of_figures(chunks, index)):
                found.append(Reading(number, (self.number[number_class(number)],), cost + 0.5, "garble.number"))
        elif not body.isdigit() and self._are_stumps(chunk, following, cases):
            found += self._whole(body, cases[0][0], cases[0][1] + _GLUE_COST, most=4)
        if self.splits and may_lack_letter(chunk, following, self.document):
            found += self._whole(f"{core} {second}", cases[0][0], cases[0][1] + _LEFT_OUT, most=4)
        return [
            Reading(lead + r.text + trail, r.numbers + ends, r.cost, "garble.cut", r.parts, takes_next=True)
            for r in found
        ]
