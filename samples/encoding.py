"""Vietnamese text in two old 8-bit encodings, as their bytes show where nobody knows of them."""

from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table


@cache
def _letters(encoding: str) -> dict[str, str]:
    rows = read_table(Path(__file__).with_name("encodings.tsv"), ("letter", "tcvn3", "vni"))
    return {row["letter"]: row[encoding] for row in rows}


def legacy(text: str, encoding: str) -> str:
    """Return the text as its bytes in `tcvn3` or `vni` show in Latin-1; capitals of TCVN3 fall to small letters."""
    table = _letters(encoding)
    out = []
    for letter in text:
        code = table.get(letter)
        if code is None and letter.lower() in table:
            code = table[letter.lower()]
            code = code if encoding == "tcvn3" else code.upper()
        out.append(code or letter)
    return "".join(out)
