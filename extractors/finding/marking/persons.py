"""Names of persons: Vietnamese by family name, Cyrillic by initials or patronymic."""

import re
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from normalizers.letters import CAPITALS, CYRILLIC, SMALL
from normalizers.values.names import surnames
from normalizers.wordings import Wordings

_SYLLABLE = rf"[{CAPITALS}][{SMALL}]{{1,6}}"
_C, _c = CYRILLIC.upper(), f"{CYRILLIC}ʼ’'"
_WORD = rf"[{_C}][{_c}]{{1,20}}(?:-[{_C}][{_c}]+)?"
_WORDS = Path(__file__).parents[1] / "knowledge" / "person_words.tsv"
_PATRONYMIC = r"(?:[а-яіїєґё]+(?:<<patronymic>>|<<patronymic_short>>)|\S+<<father>>)"
_GIVEN = rf"[{_C}][{_c}]{{2,15}}"
_NO_NAME = r"<<office>>\b"
_PERSON = {
    "initials first": Wordings(_WORDS, rf"(?<![\w.])(?<!\w[{_C}]\.\s)([{_C}])\.\s?(?:([{_C}])\.\s?)?({_WORD})(?!\w)"),
    "initials last": Wordings(
        _WORDS, rf"(?<![\w.-])(?!{_NO_NAME})({_WORD})(?!\n\s*М\.\s?П)\s([{_C}])\.\s?(?:([{_C}])\.?)?(?!\w)"
    ),
    # Only where a line of signature ends with it: `____________ Олена КОВАЛЕНКО`
    "given first": Wordings(
        _WORDS,
        rf"(?m)(?:(?<=^)|(?<=[_\t/])|(?<=_\s)|(?<=\s\s\s))(?!<<head>>)"
        rf"({_GIVEN})\s([{_C}’'-]{{4,20}})(?<!ЄКТС)(?=\s*$|[ \u00a0]{{3,}}|\s[«\"“_]|\s\d{{1,2}}\.\d\d\.\d{{4}})"
        # or, after its blank, where another column of the head goes on beside it
        rf"|(?<=__\s)(?!<<unit>>)({_GIVEN})\s([{_C}’'-]{{4,20}})(?=\s[{_C}][{_c}])"
        # or a short surname, which after its blank is no abbreviation
        rf"|(?:(?<=__)|(?<=__\s))({_GIVEN})\s([{_C}]{{3}})(?=\s*$)",
    ),
    # or ends a line that begins with an office
    "office first": Wordings(
        _WORDS,
        rf"(?m)(?<=[{_c}»]\s)(?!\w+<<adjective>>\s)({_GIVEN})\s([{_C}’'-]{{4,20}})(?=\s*$)"
        # or stands behind a degree or a title: `к.т.н., Олена КОВАЛЬ`
        rf"|(?:(?<=[. ]н\.,\s)|(?<=[. ]н\.\s)|(?<=проф\.\s)|(?<=доц\.\s)|(?<=PhD,\s)|(?<=PhD\s))"
        rf"({_GIVEN})\s([{_C}’'-]{{3,20}})(?=\s*$|\s?[\t,;)])",
    ),
    # Between the sign before it and the office after its comma: `Розробник: Олена КОВАЛЬ, доцент`
    "set off": Wordings(
        _WORDS,
        rf"(?m)(?:^|(?<=[:;]\s)|(?<=\d\.\s))(?!<<head>>)({_GIVEN}\s[{_C}’'-]{{3,20}}|[{_C}’'-]{{3,20}}\s{_GIVEN})(?=,\s[{_c}])",
    ),
    "slashed": Wordings(_WORDS, rf"(?<=/)\s?({_GIVEN})\s({_WORD}|[{_C}’'-]{{4,20}})\s?(?=/)"),
    "by the father": Wordings(_WORDS, rf"(?<!\w)({_WORD})\s<<father>>\s({_WORD})(?!\w)"),
    "given and patronymic": Wordings(
        _WORDS,
        rf"(?<![\w.])(?!{_NO_NAME})([{_C}][{_c}]{{2,15}})\s([{_C}][{_c}]+<<patronymic>>)\s"
        rf"([{_C}][{_c}’'-]{{2,20}})(?!\w)",
    ),
    "patronymic": Wordings(_WORDS, rf"(?<!\w)({_WORD})\s({_WORD})\s([{_C}]{_PATRONYMIC})(?!\w)"),
}

FULL_NAME = Wordings(_WORDS, rf"{_WORD}\s{_WORD}\s[{_C}]{_PATRONYMIC}\s*(?:[,(–—-]|$)")
"""A text that begins with a family name, a given one and a patronymic, and goes on to the office."""
_SHAPES = (
    "by the father", "patronymic", "given and patronymic", "initials last", "initials first", "slashed",
    "given first", "office first", "set off",
)  # fmt: skip
"""The order in which the shapes of Cyrillic names are looked for."""
_PLACEHOLDER = Wordings(_WORDS, r"(?i:<<placeholder>>)")
"""What stands in the head of a column of names: `И.О. Фамилия`."""
_HONOURED = Wordings(_WORDS, r"<<honoured>>\s*<<title>>?$")


@cache
def _vietnamese() -> re.Pattern[str]:
    names = "|".join(surnames())
    middle = rf"{_SYLLABLE}|[{CAPITALS}]\.|[AÊY](?=\s[{CAPITALS}][{SMALL}])|[ÝỶ](?![\w.])"  # `Giàng A Sử`, `Lê Như Ý`
    upper = "|".join(name.upper() for name in surnames())
    return re.compile(
        rf"(?<![\w.])((?:{names})(?:\s(?:{middle})){{1,4}}|(?:{upper})(?:\s[{CAPITALS}]{{2,7}}){{1,4}})(?![{SMALL}\w])"
    )


def find_persons(text: str, language: str) -> list[tuple[int, int, str]]:
    """Return (start, end, name) of the names of persons; a name is given as printed, with single spaces."""
    if language in ("vi", "en"):
        return [(m.start(), m.end(), m[1]) for m in _vietnamese().finditer(text)]
    found: list[tuple[int, int, str]] = []
    for shape in _SHAPES:
        for match in _PERSON[shape].finditer(text):
            if _PLACEHOLDER.search(match[0]) or _honoured(text, match.start(), match.end()):
                continue
            if not any(s < match.end() and match.start() < e for s, e, _ in found):
                found.append((match.start(), match.end(), re.sub(r"\s+", " ", match[0]).strip()))
    return sorted(found)


def only_person(text: str, language: str) -> str | None:
    """Return the person whose name is all that a text says, as it would behind a stroke."""
    found = find_persons(f"/{text}", language)
    return found[0][2] if len(found) == 1 and found[0][0] <= 1 and found[0][1] >= len(text) else None


def _honoured(text: str, start: int, end: int) -> bool:
    """Say whether the name is part of an institution's: `ім. В. Даля`, `Д. Серікбаев атындағы`."""
    before = _HONOURED.search(text[max(0, start - 26) : start])
    return before is not None or bool(re.match(r"\s*атынд", text[end : end + 10], re.IGNORECASE))


@Language.factory("persons", assigns=["doc.spans", "span._.value_of"], default_config={"language": "vi"})
def make_persons(nlp: Language, name: str, language: str):
    """Return the component that writes the spans `persons`, each with the name as printed."""

    def persons(doc: Doc) -> Doc:
        spans = []
        for start, end, value in find_persons(doc.text, language):
            span = doc.char_span(start, end, label="person", alignment_mode="expand")
            if span is not None:
                span._.value_of, span._.start_of, span._.end_of = value, start, end
                spans.append(span)
        doc.spans["persons"] = spans
        return doc

    return persons
