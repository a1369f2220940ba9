"""First letters that scans lost: a stroke read as a bracket that none closes (`nhà (rường`), a letter that is gone
(`ng dụng`).

The word is put back where the lexicon has one that ends so and the words around are far more likely beside it.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.blanks import log_p
from normalizers.garble.scans.numbers import Change
from normalizers.garble.scans.sequence import Running, Token
from normalizers.triage.tokens import is_english

_STROKES = frozenset("tđ")  # letters whose stroke is read as a bracket
_REACH = 300  # letters within which a bracket is closed
_BEHIND = 2  # words behind that are looked at
_LIKELY, _AHEAD = -24.0, 7.0  # least log probability of the word; nats by which it is ahead of what is printed
_LEAD, _LEAD_OPENED = 4.0, 1.5  # nats by which it is ahead of the next one; behind a bracket
_TOGETHER = -3.5  # least log probability of one of the two pairs that it stands in
_SHORT, _LONGEST = 2, 6  # letters that tell of no other language; of a word without its first letter


def head_changes(text: str, tokens: Running) -> Iterator[Change]:
    """Yield the words whose first letter is put back."""
    for place, token in enumerate(tokens.places):
        if token is None or not token.text.islower() or not 1 < len(token.text) <= _LONGEST:
            continue
        opened = text[token.start - 1 : token.start] == "(" and _is_stray(text, token.start - 1)
        if opened:
            whole = _whole(tokens, place, token, opened=True)
            if whole:
                yield token.start - 1, f"({token.text}", whole, "garble.shape"
        elif not token.known and text[token.start - 1 : token.start].isspace() and not _is_foreign(token.text):
            whole = _whole(tokens, place, token, opened=False)
            if whole:
                yield token.start, token.text, whole, "garble.shape"


def _is_stray(text: str, at: int) -> bool:
    """Whether a bracket stands behind a blank and none closes it before the next one is opened."""
    behind = text[at + 1 : at + _REACH].split("(")[0]
    return text[at - 1 : at].isspace() and ")" not in behind


def _is_foreign(word: str) -> bool:
    return len(word) > _SHORT and is_english(word)


def _whole(tokens: Running, place: int, token: Token, *, opened: bool) -> str | None:
    """The one word that ends as a token does and belongs between its neighbours."""
    heads = [word for word in _ending().get(token.text, ()) if not opened or word[0] in _STROKES]
    if not heads:
        return None
    at = place - opened  # the bracket is a token too
    before, behind = tokens.numbers[at - 2 : at], tokens.numbers[place + 1 : place + 1 + _BEHIND]
    values = sorted(((log_p(before, (word,), behind), word) for word in heads), reverse=True)
    value, best = values[0]
    printed = log_p(before, (token.text,), behind) if token.known else value - _AHEAD
    lead = _LEAD_OPENED if opened else _LEAD
    if value < _LIKELY or value - printed < _AHEAD or (len(values) > 1 and value - values[1][0] < lead):
        return None
    if opened:
        return best
    model, number = shipped_model(), spellings()[best]
    pairs = (model.pair(int(before[-1]), number), model.pair(number, int(behind[0])))
    return best if max(pairs) >= _TOGETHER else None


@cache
def _ending() -> dict[str, tuple[str, ...]]:
    """What words are without their first letter, with these words."""
    table = defaultdict[str, list[str]](list)
    for word in spellings():
        if len(word) > 2:
            table[word[1:]].append(word)
    return {end: tuple(words) for end, words in table.items()}
