"""Short names of universities in scans: `DIIBK`, `ĐHDK`, `l)HBK` in a document that has *ĐHBK* or spells it out."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.numbers import Change
from normalizers.garble.spans.acronyms import initials_of, inventory_names
from normalizers.knowledge import read_table

_TABLE = Path(__file__).parents[1] / "knowledge" / "capitals.tsv"
_CLEAN = re.compile(r"(?<!\w)ĐH[A-ZĐ]{2,4}(?!\w)")
_NEARLY = re.compile(r"(?<!\w)[ĐDÐ](?:H|HI|IH|II)([A-HJ-ZĐ][A-ZĐ]{1,3})(?!\w)")
_KNOWN = 20  # occurrences in the corpora from which on a short name is known
_OWN = 2  # times that a document has one that is not


def name_changes(text: str) -> Iterator[Change]:
    """Yield what is to be changed in a text: what looks like a short name of its own and is none."""
    for name in _own_names(text):
        for match in _forms(name).finditer(text):
            read = match.group()
            if read != name and read not in inventory_names() and read.lower() not in spellings():
                yield match.start(), read, name, "garble.code"


def _own_names(text: str) -> list[str]:
    """The short names of the document, the longest first; none that may be another one."""
    spelled = initials_of(re.findall(r"[^\W\d_]+", text))
    known, names = inventory_names(), {name for name in _universities() if name in spelled}
    for name in {"ĐH" + rest for rest in _NEARLY.findall(text)}:
        if name in names or (name.lower() in spellings()):
            continue
        if known.get(name, 0) >= _KNOWN or len(_forms(name).findall(text)) >= _OWN:
            names.add(name)
    own = [name for name in names if not any(_yields(name, other, spelled) for other in names)]
    return sorted(own, key=lambda name: (-len(name), name))


def _yields(name: str, other: str, spelled: str) -> bool:
    """Whether a name may be another one of the document, which spells that out or spells out neither."""
    alike = name != other and bool(_forms(name).fullmatch(other) or _forms(other).fullmatch(name))
    return alike and (other in spelled or name not in spelled)


@cache
def _universities() -> tuple[str, ...]:
    names = inventory_names().items()
    return tuple(sorted(name for name, count in names if count >= _KNOWN and _CLEAN.fullmatch(name)))


@cache
def _forms(name: str) -> re.Pattern[str]:
    """What a short name may be read as."""
    letters = ("(?:" + "|".join(_read_for().get(letter, [re.escape(letter)])) + ")" for letter in name)
    return re.compile(r"(?<![\w)])" + "".join(letters) + r"(?!\w)")


@cache
def _read_for() -> dict[str, list[str]]:
    rows = read_table(_TABLE, ("letter", "read", "reason"))
    return {row["letter"]: sorted(map(re.escape, row["read"].split()), key=len, reverse=True) for row in rows}
