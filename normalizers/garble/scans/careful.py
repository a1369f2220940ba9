"""The careful mode: slips of engines that know Vietnamese, in text that is mostly sound (`Hô Chí Minh`, `tồ chức`).

Every word is weighed, in its context, against those that such an engine takes for it; a judge learned on scans and on
sound text says how likely the other is. A document in which many slips are certain makes the doubtful ones likelier:
sound text is left alone.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from models.edits import Edit, apply
from normalizers.composing import compose
from normalizers.garble.model.alphabet import VIETNAMESE_LETTERS, bare_letters, canonical, split_tone
from normalizers.garble.scans.blanks import blank_changes
from normalizers.garble.scans.echoes import echoed, named_again, of_document
from normalizers.garble.scans.heads import head_changes
from normalizers.garble.scans.judging import features, is_scan, judge_of_scans, shipped_judge
from normalizers.garble.scans.ladders import ladder_changes
from normalizers.garble.scans.marks import telltales
from normalizers.garble.scans.noise import noise_changes
from normalizers.garble.scans.numbers import Change
from normalizers.garble.scans.rivals import shipped_slips
from normalizers.garble.scans.sequence import Running, Token, running
from normalizers.garble.scans.signs import scan_edits
from normalizers.garble.scans.weighing import Weighed, weigh
from normalizers.garble.spans.persons import name_parts
from normalizers.knowledge import read_table

LEAST = 0.6
"""Probability from which a slip is mended; chosen by harm on held-out text."""
LEAST_IN_NAME = 0.96
"""The same for a word with a capital beside another one with a capital."""
LEAST_OF_NAME = 0.9
"""The same in a document that has been seen to be a scan with slips."""
LEAST_IN_CAPITALS = 0.7
"""The same in such a document for a word in capitals or in a row of a table."""
LEAST_OF_CAPITAL = 0.93
"""The same for a word in small letters that is to get a capital."""
LEAST_OF_NONE = 0.45
"""The same for a string that is no word, in a document that has been seen to be a scan with slips."""
LEAST_OF_NONE_IN_NAME = 0.75
"""The same within a name."""
LEAST_OF_VARIANT = 0.9
"""The same for another spelling that is right in its place too, as *trường* for *trưởng*, in such a document."""
LEAST_OF_THIN, THIN = 0.83, 1.0
"""The same for a word of the lexicon where the other is ahead by less than so many nats: of such changes below that
probability in composed scans 11 of 27 were wrong, above it 3 of 26."""
_CERTAIN, _CERTAIN_OF_NONE, _CERTAIN_NAME, _LEAD = 10.0, 12.0, 18.0, 6.0
"""Odds, in nats, from which a slip is one in whatever document: of a word, a string that is no word, a name; and lead
over the next word. In 1.3 million words of sound text these were misprints, all but one."""
_LEAST_ODDS = -1.0  # nats by which the words around may speak against another word, though the judge is for it
_NAMES_ALONE = frozenset(("nguyễn", "huỳnh"))  # words that stand in small letters nowhere
_VOWELS = frozenset("aeiouy")
_SHORTEST = 3  # plain letters of a string that is no word, to be one that was misread
_CHUNK, _NEAR, _SIGNS = re.compile(r"\S+"), 20, "=+\\_@^<>{}$#*0123456789"
_VARIANTS = Path(__file__).parents[1] / "knowledge" / "variants.tsv"
_FEWEST = 2  # words, and the share of them with marks, from which a text is taken for Vietnamese
_MARKED = 0.4
_TOP = 0.99
_ECHOES = 2  # times that a document is asked: what the first time puts right tells of its neighbours
_SURE = 0.9  # of words joined and parted


def proofread(
    text: str, closed: Sequence[bool], noisy: Sequence[bool] = (), *, scanned: bool = False
) -> tuple[Edit, ...]:
    """Return the edits for slips; `closed` tells for every line whether it must not be touched, `noisy` whether it may
    be noise: such a line goes as a whole or stays. A text is known to be `scanned`, or its slips tell.
    """
    tokens = running(text, closed)
    words = tokens.words
    marked = sum(any(c in VIETNAMESE_LETTERS for c in word.text) for word in words)
    if len(words) < _FEWEST or marked < _MARKED * len(words):
        return scan_edits(text, closed, slips=False)
    edits = _slips(text, tokens)
    told = telltales(text) + sum(1 for changes in (ladder_changes, noise_changes) for _ in changes(text))
    scan = scanned or is_scan(len(edits) + told, len(words))
    if scan:
        edits = _slips_of_scan(text, tokens)
    codes = scan_edits(text, closed, slips=scan, noisy=noisy)
    if scan:
        codes = _with(codes, blank_changes(text, tokens, shipped_slips()))
        codes = _with(codes, head_changes(text, tokens))
    kept = [e for e in edits if not any(e.start < code.end and code.start < e.end for code in codes)]
    edits = sorted((*kept, *codes), key=lambda edit: edit.start)
    return compose(text, edits, scan_edits(apply(text, edits), closed, slips=True)) if scan else tuple(edits)


def _with(edits: tuple[Edit, ...], changes: Iterable[Change]) -> tuple[Edit, ...]:
    """Edits with changes that do not overlap them."""
    made = [Edit(start, start + len(read), read, words, kind, confidence=_SURE) for start, read, words, kind in changes]
    return edits + tuple(e for e in made if not any(e.start < other.end and other.start < e.end for other in edits))


def _slips(text: str, tokens: Running) -> list[Edit]:
    weighed = weigh(tokens, shipped_slips())
    edits: list[Edit] = []
    for place, probability in zip(weighed, shipped_judge()(features(tokens, weighed)).tolist(), strict=True):
        token = tokens.places[place.place]
        if token is None or _variant(token, place):
            continue
        in_name = _in_name(tokens, place.place)
        if _certain(token, place, in_name=in_name):
            edits.append(_edit(token, place, max(probability, LEAST_IN_NAME)))
        elif probability >= (LEAST_IN_NAME if in_name or (token.known and _apart(text, token)) else LEAST):
            edits.append(_edit(token, place, probability))
    return edits


def _slips_of_scan(text: str, tokens: Running) -> list[Edit]:
    """The same where the document has been seen to be a scan with slips: words are searched for farther away."""
    weighed = weigh(tokens, shipped_slips(), far=True)
    probable = judge_of_scans()(features(tokens, weighed)).tolist()
    edits: dict[int, Edit] = {}
    made: dict[int, int] = {}
    for place, probability in zip(weighed, probable, strict=True):
        token = tokens.places[place.place]
        if token is None or not _is_slip(text, tokens, place, probability):
            continue
        place = replace(place, rival=_in_case(token, place.rival))
        certain = _certain(token, place, in_name=_in_name(tokens, place.place))
        edits[place.place] = _edit(token, place, max(probability, LEAST_IN_NAME) if certain else probability)
        made[place.place] = place.number
    for at in of_document(tokens, made, {place: edit.confidence for place, edit in edits.items()}):
        del edits[at], made[at]
    for _ in range(_ECHOES):
        for index in echoed(tokens, weighed, probable, made):
            place, token = weighed[index], tokens.places[weighed[index].place]
            if token is not None and not _variant(token, place):
                edits[place.place] = _edit(token, place, max(probable[index], LEAST))
                made[place.place] = place.number
    for at, word in named_again(tokens):
        token = tokens.places[at]
        if token is not None:
            edits[at] = Edit(
                token.start, token.start + len(token.text), token.text, word, "garble.mark", confidence=_SURE
            )
    return list(edits.values())


def _is_slip(text: str, tokens: Running, place: Weighed, probability: float) -> bool:
    """Whether what stands in a place of such a document is taken for its rival."""
    token = tokens.places[place.place]
    if token is None or (_variant(token, place) and (probability < LEAST_OF_VARIANT or not _parted(token))):
        return False
    if not token.known and token.text.isalpha() and _may_be_code(text, token):
        return False
    if token.known and (place.odds < _LEAST_ODDS or place.rival in _NAMES_ALONE):
        return False
    in_name = _in_name(tokens, place.place)
    person = in_name and _is_given_name(tokens, place)
    if person and _ends_in_small(tokens, place.place):
        return _certain(token, place, in_name=False)  # `Ban Tuyền giáo`: no name goes on so
    if person and not _certain(token, place, in_name=True):
        return False
    if _certain(token, place, in_name=in_name):
        return True
    doubted = token.text.isupper() or _cell(text, token)
    amid = in_name and not _ends_in_small(tokens, place.place)
    likely = LEAST_OF_NAME if amid else LEAST_IN_CAPITALS if doubted or in_name else LEAST
    if token.known and token.text[0].islower() and place.rival[0].isupper():
        likely = LEAST_OF_CAPITAL
    if place.odds < THIN:
        likely = max(likely, LEAST_OF_THIN)
    return probability >= (likely if token.known else LEAST_OF_NONE_IN_NAME if in_name else LEAST_OF_NONE)


def _in_case(token: Token, rival: str) -> str:
    """The rival in one case: in capitals where what is printed is, else as it begins (`mMỘI`)."""
    if len(token.text) > 1 and token.text.isupper():
        return rival.upper()
    if len(rival) < 2 or token.text.istitle() or rival.isupper():
        return rival
    return rival.capitalize() if rival[0].isupper() else rival.lower()


def _certain(token: Token, place: Weighed, *, in_name: bool) -> bool:
    least = _CERTAIN_NAME if in_name else _CERTAIN if token.known else _CERTAIN_OF_NONE
    return place.odds >= least and place.lead >= _LEAD


def _may_be_code(text: str, token: Token) -> bool:
    """Whether a string that is no word has no vowel or is very short, or stands in a formula, an address or a code."""
    bare = bare_letters(token.text)
    if not _VOWELS & set(bare) or (token.text.isascii() and len(bare) < _SHORTEST):
        return True
    start, end = token.start, token.start + len(token.text)
    around = text[max(0, start - _NEAR) : end + _NEAR]
    chunk = next(m for m in _CHUNK.finditer(around) if m.end() >= min(start, _NEAR) + len(token.text)).group()
    return any(sign in chunk for sign in _SIGNS)


def _apart(text: str, token: Token) -> bool:
    """Whether a word stands in a row of a table or behind a slash (`đồng/năm`): what is before it tells little."""
    return text[token.start - 1 : token.start] == "/" or _cell(text, token)


def _cell(text: str, token: Token) -> bool:
    """Whether a word stands in a row of a table: the cells beside its own say nothing of it."""
    start, end = text.rfind("\n", 0, token.start) + 1, text.find("\n", token.start)
    return "\t" in text[start : end if end >= 0 else None]


def _in_name(text: Running, place: int) -> bool:
    """Whether a word with a capital has another one beside it."""
    token, near = text.places[place], (text.places[place - 1], text.places[place + 1])
    return token is not None and token.title and any(t is not None and t.title for t in near)


def _is_given_name(text: Running, place: Weighed) -> bool:
    """Whether a word behind another one with a capital is a name of persons: two names differ in a mark, and the words
    around do not tell which somebody has."""
    token, before = text.places[place.place], text.places[place.place - 1]
    return token is not None and before is not None and before.title and token.text in name_parts()


def _ends_in_small(text: Running, place: int) -> bool:
    """Whether the next word begins with a small letter."""
    behind = text.places[place + 1]
    return behind is not None and behind.text.isalpha() and behind.text.islower()


def _edit(token: Token, place: Weighed, probability: float) -> Edit:
    kind = "garble.mark" if bare_letters(token.text) == bare_letters(place.rival) else "garble.shape"
    kind = kind if token.text.isalpha() else "garble.sign"
    end = token.start + len(token.text)
    return Edit(token.start, end, token.text, place.rival, kind, round(place.cost, 2), round(min(probability, _TOP), 3))


def _variant(token: Token, place: Weighed) -> bool:
    """Whether what is printed and its rival are spellings of one word (`qui` and `quy`)."""
    one, other = token.text.lower(), place.rival.lower()
    (bare, tone), (bare_, tone_) = split_tone(one), split_tone(other)
    if tone == tone_ and bare.replace("y", "i") == bare_.replace("y", "i"):
        return True
    return frozenset((canonical(one), canonical(other))) in _variants()


def _parted(token: Token) -> bool:
    """Whether the other spelling of a word is another word, which its neighbours tell apart."""
    return token.text.lower() in ("trưởng", "trường")


@cache
def _variants() -> frozenset[frozenset[str]]:
    rows = read_table(_VARIANTS, ("one", "other", "reason", "example"))
    return frozenset(frozenset((canonical(row["one"]), canonical(row["other"]))) for row in rows)
