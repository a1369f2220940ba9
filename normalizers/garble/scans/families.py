"""Family names whose first letter a signature or a seal took: `guyễn Hồng Minh` on a line of its own is *Nguyễn*.

Only what one family name alone ends with is put back; `ơng Văn Sáu` may be of several families and stays.
"""

import re
from collections.abc import Iterator, Sequence

from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.numbers import Change
from normalizers.garble.spans.persons import is_listed
from normalizers.garble.spans.surnames import families_of
from normalizers.letters import lettered
from normalizers.values.names import surnames

_SIGNED = re.compile(lettered(r"^ *(?P<rest>\p{Lu}?\p{Ll}{2,6})(?P<names>(?: \p{Lu}\p{Ll}+){2,3})$"))
_LOST = 2  # letters that a name may have lost, at most
_RUNS_ON = re.compile(lettered(r"\p{Ll}{2}[^.;:!?]*$"))  # the end of a line whose sentence may go on below


def family_changes(text: str) -> Iterator[Change]:
    """Yield the first words of names on lines of their own that are the end of one family name."""
    offset, above = 0, ""
    for line in text.split("\n"):
        signed = _SIGNED.match(line)
        if (
            signed
            and any(is_listed(name) or name in surnames() for name in signed["names"].split())
            and not _goes_on(above)
        ):
            rest = signed["rest"]
            known = _families(rest)
            if len(known) == 1:
                yield offset + signed.start("rest"), rest, known[0], "garble.surname"
        above = line if line.strip() else above
        offset += len(line) + 1


def _families(read: str) -> Sequence[str]:
    """Return the family names that end with what was read, or have its letters where it is a word of no language."""
    if read[0].isupper():
        return () if read.lower() in spellings() else families_of(read)
    return [name for name in surnames() if name.endswith(read) and len(name) - len(read) <= _LOST]


def _goes_on(above: str) -> bool:
    """Whether a line is running text that may go on below: no item of a list, no office, no end of a sentence."""
    return bool(_RUNS_ON.search(above)) and not above.lstrip().startswith(("-", "–"))
