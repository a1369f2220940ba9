"""Numbers of acts, brought to the form in which the act is known.

Only what the series of official symbols leaves no doubt about is put right (`TT-BGDDT` is `TT-BGDĐT`); a digit is
never exchanged for another digit.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table
from normalizers.letters import CAPITALS
from normalizers.unicode.twins import to_latin
from normalizers.values.misread_figures import as_figures

SYMBOLS = Path(__file__).parent / "knowledge" / "act_symbols.tsv"

_LABEL = re.compile(r"^\s*(?:[Ss]ố|SỐ|[Nn]o\.?|[Nn]r\.?|№|N[°º]|#)\s*[:.]?\s*")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_CENTRAL = ("Bộ ", "Chính phủ", "Thủ tướng")
"""Issuers whose codes are no part of another's: `TTGDTX` is a centre, `TTBGDĐT` a circular that lost its dash."""
_ABBREVIATION = rf"[{CAPITALS}][{CAPITALS}a-z0-9&.]*"
_SHAPES = {
    "law": r"\d{1,3}/(?:\d{4}/)?QH\d{1,2}(?:-QH\d{1,2})?|\d{1,3}/\d{4}/(?:L|PL)-[A-Z0-9]+",
    "decree": r"\d{1,4}/(?:\d{4}/)?(?:NĐ|ND)-(?:CP|HĐBT)|\d{1,4}/VBHN-[A-ZĐ]+|\d{1,4}-CP",
    "circular": r"\d{1,4}/(?:\d{4}/)?(?:TT|TTLT)(?:-[A-ZĐ&]+)+",
    "resolution": r"\d{1,4}[-/](?:\d{4}/)?NQ[-/][A-ZĐa-z0-9]+(?:-[A-ZĐ0-9]+)*",
    "": rf"\d{{1,5}}[a-zA-Z]?(?:/\d{{4}})?(?:[-/]{_ABBREVIATION})+(?:-(?:19|20)\d\d)?",
}
_SHAPES_ELSEWHERE = {
    "law": r"\d{1,5}(?:-[А-ЯІЇЄҚҒҰҮҺӨӘIVXLCDM]+)*(?:/\d{2,4}-ВР)?",
    "": r"[\w.\"«»№ ]+(?:[-/][\w.\"«» ]+)*",
}


def normalise_number(text: str, language: str = "vi") -> str:
    """Return the number of an act as the contract asks: without `Số`, without spaces around `/` and `-`.

    In Vietnamese numbers, letters read for digits in the running number and the year (`l7/202 I`) and symbols that
    exist only in one spelling (`QD`, `BGDDT`, `DHSPHN`) are put right as well. Other text is left as it is.
    """
    number = _LABEL.sub("", unicodedata.normalize("NFC", text)).translate(_DASHES)
    number = re.sub(r"\s+", " ", re.sub(r"\s*([/-])\s*", r"\1", number)).strip(" .;:,")
    if language == "vi":
        return _vietnamese(number)
    return re.sub(r"(?<=[-/])[ІХVIX]+(?=[-/]|$)", lambda m: to_latin(m.group()), number)


def has_shape(number: str, kind: str = "", language: str = "vi") -> bool:
    """Return whether a number has the shape that numbers of its kind of act have; for findings, never for refusal."""
    shapes = _SHAPES if language == "vi" else _SHAPES_ELSEWHERE
    accepted = [shapes[kind]] if kind in shapes else []
    return any(re.fullmatch(shape, number) for shape in (accepted if kind == "law" else [*accepted, shapes[""]]))


def kind_of(number: str) -> str | None:
    """Return the kind of act that a Vietnamese number's symbol names (`12/QĐ-UBND` is a decision), else None."""
    if re.search(r"/QH\d{1,2}$", number):
        return "law"
    symbols = {row["symbol"]: row["meaning"] for row in _rows() if row["role"] == "kind"}
    for part in re.split(r"[/-]", number)[1:3]:
        if part in symbols:
            return symbols[part]
    first = re.fullmatch(rf"\d+[a-z]?/([{CAPITALS}&]+)-[{CAPITALS}a-z]+", number)
    return "official_letter" if first and first[1] in issuer_codes() else None


def _vietnamese(number: str) -> str:
    parts = re.split(r"([/-])", number)
    head = parts[0].replace(" ", "")
    if re.fullmatch(r"[\dlI|Oo]{1,5}", head) and re.search(r"\d", head):
        parts[0] = as_figures(head)
    if len(parts) > 2 and re.fullmatch(r"[12lI][\dlI|Oo ]{2,5}", parts[2]) and len(re.findall(r"\d", parts[2])) >= 2:
        year = as_figures(parts[2].replace(" ", ""))
        parts[2] = year if re.fullmatch(r"(?:19|20)\d\d", year) else parts[2]
    crossed = "Đ" in number.replace("\u00d0", "\u0110")
    for position in range(2, len(parts), 2):
        parts[position] = _symbol(parts[position], crossed=crossed)
    return "".join(parts)


def _symbol(part: str, *, crossed: bool) -> str:
    """Return a symbol as it is spelled; where a Đ of the number is `crossed`, a D without its stroke is meant."""
    part = part.replace("\u00d0", "\u0110")
    known, variants = _spellings()
    if part in known:
        return part
    if part in variants:
        return variants[part]
    return part if crossed else re.sub(r"^DH(?=[A-ZĐ])", "ĐH", part)


def issuer_codes() -> frozenset[str]:
    """Return the codes of issuers that the knowledge has: `BGDĐT`, `CP`."""
    return frozenset(row["symbol"] for row in _rows() if row["role"] == "issuer")


def _rows() -> tuple[dict[str, str], ...]:
    return read_table(SYMBOLS, ("role", "symbol", "meaning", "example"))


@cache
def _spellings() -> tuple[frozenset[str], dict[str, str]]:
    variants = {variant: row["symbol"] for row in _rows() for variant in row["variants"].split()}
    kinds = [row["symbol"] for row in _rows() if row["role"] == "kind"]
    central = [row["symbol"] for row in _rows() if row["role"] == "issuer" and row["meaning"].startswith(_CENTRAL)]
    variants |= {kind + issuer: f"{kind}-{issuer}" for kind in kinds for issuer in central}  # cut at the dash
    return frozenset(row["symbol"] for row in _rows()), variants
