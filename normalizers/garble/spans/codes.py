"""Numbers of acts (`17/2021/TT-BGDĐT`, `5444/QĐ-ĐHSPHN`) whose digits and letters were misread."""

import re
from functools import cache
from itertools import product
from pathlib import Path

from normalizers.garble.model.tokens import ACRONYM
from normalizers.garble.spans.acronyms import compound, well_known
from normalizers.garble.spans.digits import as_digits
from normalizers.garble.spans.fixed import Fixed
from normalizers.knowledge import read_table

_TABLE = Path(__file__).parents[1] / "knowledge" / "act_kinds.tsv"
_ONE = r"[0-9lIiOoQZzSsgqtT!|\]\[B&]"
_BLANK = r"[ ]?"
_DOCUMENT_CODE = re.compile(
    r"(?<![\w.])(?P<letters>[A-ZĐ]{2,6}(?:[.-][A-ZĐ]{2,8}){1,3})(?P<figures>(?:\.[0-9lIO]{1,3}){1,3})(?![\w.])"
)
_CIRCULARS = frozenset(("rr", "rT", "IT", "TI", "II", "1T", "T1", "lT", "Tl", "TE", "TF"))  # what TT is read as
_STROKED_KINDS = (*"ĐDEÐBFPb", "BD", "PD", "ÐD", "DP", "ĐP", "pD", "I)", "0D", "OD", "O")  # what the Đ of QĐ is read as
_OF_COUNCILS = frozenset(("NQ", "BB"))  # kinds of acts of which councils are the usual issuers
_COUNCIL = re.compile("H(?:DP|BP|[DĐÐBPEF])([A-ZĐ]{1,8})")  # their short names begin with HĐ: `HDT`, `HBKHBT`
_OFFICE = re.compile("^[PBEF]T$")  # the office of training, `ĐT`
_TRAINING = re.compile("KH[DĐÐBPEF]T$")  # of science and training: `KHĐT`
_SCHOOL = re.compile("[DO]H|BH(?!XH|YT|TN)")  # what the ĐH of schools is read as
_LEFT_BLANK = re.compile(r"(?<!\w)(?<!\b[sS$]\S )[sS$]6 +/")  # *số* before a number that is left blank: `s6 /QD-DHKT`
_CAPITALS = 0.72  # share of capitals from which on a line stands in capitals
_BARE_ISSUERS = frozenset(("CP", "TTg"))  # the government and its head: their dash may be lost


@cache
def _kinds() -> dict[str, str]:
    """Act kinds by the letters that an engine without Đ prints."""
    kinds: dict[str, str] = {}
    for row in read_table(_TABLE, ("abbreviation", "kind")):
        name = row["abbreviation"]
        for q, stand_in in product("QO092", _STROKED_KINDS if name in ("QĐ", "NĐ") else "ĐDEÐBF"):
            kinds.setdefault(name.replace("Q", q).replace("Đ", stand_in), name)
        kinds[name] = name
    return dict.fromkeys(sorted(_CIRCULARS), "TT") | kinds


@cache
def _shape() -> re.Pattern[str]:
    number = rf"{_ONE}{{1,4}}(?:[ ]?{_ONE})?"
    year = rf"{_ONE}{{1,3}}{_BLANK}{_ONE}{{1,2}}"
    kind = "|".join(sorted(map(re.escape, _kinds()), key=len, reverse=True))
    part = r"(?:I\)|[A-ZĐÐ&])(?:I\)|[A-ZĐÐ&b]){1,11}"
    issuer = rf"TTI?[gGqe9](?![A-ZĐ])|C[lI1|][’'‘]|{part}(?:[-–—]{part})*"
    return re.compile(
        rf"(?<![\w/])(?P<number>{number})(?:(?:{_BLANK}[/|]{_BLANK}|[lI!t\\\\]|1(?=(?:19|20)\d\d\D))(?P<year>{year}))?"
        rf"(?:{_BLANK}/{_BLANK}|(?(year)(?<=(?:19|20)\d\d)[1lI!t|]|(?!)))(?P<kind>{kind})(?P<term>(?<=[QO0]H){_ONE}{{1,2}})?"
        rf"(?P<dash>{_BLANK}[-–—]{_BLANK}(?:-{_BLANK})?|\.(?=TT[gG]|CP))?(?P<issuer>{issuer})?(?![a-z])"
    )


def find_codes(text: str) -> list[Fixed]:
    """Return the numbers of acts in a text, read by their grammar: number, year, kind, issuer."""
    found = []
    for match in _shape().finditer(text):
        number = as_digits(match["number"].replace(" ", ""))
        year = as_digits((match["year"] or "").replace(" ", "")) if match["year"] else None
        printed = match["number"] + (match["year"] or "")
        if number is None or _LEFT_BLANK.match(text, match.start()) or not any(map(str.isdigit, printed)):
            continue
        if match["year"] and (year is None or not re.fullmatch(r"19\d\d|20[0-4]\d", year[0])):
            continue
        term = as_digits(match["term"] or "0")
        if term is None:
            continue
        issuer = _issuer(match["issuer"] or "", council=_kinds()[match["kind"]] in _OF_COUNCILS)
        if match["issuer"] == "TTG" and _stands_in_capitals(text, match):
            issuer = "TTG"
        if (issuer and not match["dash"] and issuer not in (*_BARE_ISSUERS, "TTG")) or (
            match["kind"] in _CIRCULARS and not (match["year"] and match["dash"] and issuer[:1] == "B")
        ):
            continue
        tail = _kinds()[match["kind"]] + (term[0] if match["term"] else "")
        tail += ("-" if issuer or match["dash"] else "") + issuer
        head = number[0] + (f"/{year[0]}" if year else "")
        cost = number[1] + (year[1] if year else 0.0)
        found.append(Fixed(match.start(), match.end(), f"{head}/{tail}", "garble.code", ("<n>",), cost))
    return found


def _stands_in_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether hardly a small letter stands in the line of a match."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    letters = [c for c in text[start : match.start()] + text[match.end() : end if end >= 0 else None] if c.isalpha()]
    return len(letters) > 2 and sum(c.isupper() for c in letters) > _CAPITALS * len(letters)


def find_document_codes(text: str) -> list[Fixed]:
    """Return the codes of documents (`QT.KHTH.16.01`) with their figures read as such."""
    found = []
    for match in _DOCUMENT_CODE.finditer(text):
        figures = [as_digits(part) for part in match["figures"].split(".")[1:]]
        if any(c.isdigit() for c in match["figures"]) and all(figures):
            number = ".".join(figure[0] for figure in figures if figure)
            cost = sum(figure[1] for figure in figures if figure)
            found.append(
                Fixed(match.start(), match.end(), f"{match['letters']}.{number}", "garble.code", (ACRONYM,), cost)
            )
    return found


def _issuer(printed: str, *, council: bool = False) -> str:
    """The short name of an issuing body, part by part, with the strokes of its Đ; `council` tells that councils issue
    acts of this kind."""
    printed = printed.replace("I)", "Đ")
    first, dash, others = printed.partition("-")
    if council and (found := _COUNCIL.fullmatch(first)):
        body = _TRAINING.sub("KHĐT", found[1])
        return "HĐ" + (well_known(body) if len(body) > 2 else body) + dash + (_issuer(others) if others else "")
    if printed in ("TTG", "TTq", "TTe", "TT9", "TTIg"):
        return "TTg"  # the Prime Minister's acts
    if printed[-1:] in ("’", "'", "‘"):
        return "CP"  # the government's acts, the bow of the P read as an apostrophe
    names = [compound(well_known(_OFFICE.sub("ĐT", part))) for part in re.split("[-–—]", printed)]
    return "-".join("ĐH" + name[2:] if _SCHOOL.match(name) and len(name) > 3 else name for name in names)
