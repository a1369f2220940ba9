"""Family names whose first letter a signature or a seal took: `guyễn Hồng Minh` on a line of its own is *Nguyễn*.

Only what one family name alone ends with is put back; `ơng Văn Sáu` may be of several families and stays.
"""

import re
from collections.abc import Iterator

from normalizers.garble.scans.numbers import Change
from normalizers.garble.spans.persons import is_listed
from normalizers.letters import lettered
from normalizers.values.names import surnames

_SIGNED = re.compile(lettered(r"^ *(?P<rest>\p{Ll}{2,6})(?P<names>(?: \p{Lu}\p{Ll}+){2,3})$"))
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
            known = [name for name in surnames() if name.endswith(rest) and len(name) - len(rest) <= _LOST]
            if len(known) == 1:
                yield offset + signed.start("rest"), rest, known[0], "garble.surname"
        above = line if line.strip() else above
        offset += len(line) + 1


def _goes_on(above: str) -> bool:
    """Whether a line is running text that may go on below: no item of a list, no office, no end of a sentence."""
    return bool(_RUNS_ON.search(above)) and not above.lstrip().startswith(("-", "–"))
