"""What a row of a register of changes says: which clause, which words went and which came."""

import re
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table

_WORDS = Path(__file__).parent / "knowledge" / "change_words.tsv"
_QUOTED = r"[«“„\"]\s?(?P<{0}>[^«»“”„\"]{{1,400}}?)\s?[»”\"]"
_CLAUSE = re.compile(
    r"(?i)(?<!\w)(?:п\.|пп\.|пункт\w*|п[іо]дпункт\w*|розділ\w*|раздел\w*)\s?(\d{1,2}(?:\.\d{1,2}){0,3})(?!\d)"
    r"|(?<![\w.])(\d{1,2}(?:\.\d{1,2}){0,3})-?(?:\s|\b)?тарма[қғ]"
)


def read_change(text: str) -> dict[str, str]:
    """Return `action`, `old_text` and `new_text` of a change told in one sentence, nothing of one told otherwise."""
    for action, pattern in _patterns():
        if match := pattern.search(text):
            said = {f"{name}_text": words.strip(" ;:.,") for name, words in match.groupdict().items() if words}
            return {"action": action, **{name: words for name, words in said.items() if words}}
    return {}


def changed_clause(text: str) -> str | None:
    """Return the number of the one clause that a change names before its quotes; None of none or several."""
    named = {first or second for first, second in _CLAUSE.findall(re.split(r"[«“„\"]", text)[0])}
    return named.pop() if len(named) == 1 else None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = read_table(_WORDS, ("action", "language", "pattern", "example"))
    return tuple((row["action"], _compiled(row["pattern"])) for row in rows)


def _compiled(pattern: str) -> re.Pattern[str]:
    for name in ("old", "new"):
        pattern = pattern.replace(name.upper(), _QUOTED.format(name))
    return re.compile(pattern.replace("REST", r"[«“„\"]?(?P<new>.{4,})"), re.IGNORECASE | re.DOTALL)
