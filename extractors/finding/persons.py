"""Names of persons: Vietnamese by family name, Cyrillic by initials or patronymic."""

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from normalizers.values.names import surnames

_UPPER = "A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯẠ-Ỹ"
_LOWER = "a-zđàáâãèéêìíòóôõùúýăĩũơưạ-ỹ"
_SYLLABLE = rf"[{_UPPER}][{_LOWER}]{{1,6}}"
_C, _c = "А-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ", "а-яёіїєґәғқңөұүһʼ’'"
_WORD = rf"[{_C}][{_c}]{{1,20}}(?:-[{_C}][{_c}]+)?"
_PATRONYMIC = (
    r"(?:[а-яіїєґё]+(?:ович|евич|йович|ьович|ич|івна|ївна|овна|евна|ична|інічна)|\S+(?:ұлы|қызы|улы|кызы|уулу))"
)
_GIVEN = rf"[{_C}][{_c}]{{2,15}}"
_NO_NAME = r"(?:Ректор|Проректор|Директор|Декан|Голова|Начальник|Председатель|Заведующий|Завідувач|Методист)\b"
_PERSON = {
    "initials first": re.compile(rf"(?<![\w.])(?<!\w[{_C}]\.\s)([{_C}])\.\s?(?:([{_C}])\.\s?)?({_WORD})(?!\w)"),
    "initials last": re.compile(
        rf"(?<![\w.-])(?!{_NO_NAME})({_WORD})(?!\n\s*М\.\s?П)\s([{_C}])\.\s?(?:([{_C}])\.?)?(?!\w)"
    ),
    # Only where a line of signature ends with it: `____________ Олена КОВАЛЕНКО`
    "given first": re.compile(
        rf"(?m)(?:(?<=^)|(?<=[_\t/])|(?<=_\s)|(?<=\s\s\s))(?!Ректор|Директор|Декан|Голова"
        rf"|Начальник)({_GIVEN})\s([{_C}’'-]{{4,20}})(?<!ЄКТС)(?=\s*$|[ \u00a0]{{3,}}|\s[«\"“_])"
        # or, after its blank, where another column of the head goes on beside it
        rf"|(?<=__\s)(?!Факультет|Кафедра|Інститут|Институт)({_GIVEN})\s([{_C}’'-]{{4,20}})(?=\s[{_C}][{_c}])"
        # or a short surname, which after its blank is no abbreviation
        rf"|(?:(?<=__)|(?<=__\s))({_GIVEN})\s([{_C}]{{3}})(?=\s*$)"
    ),
    # or ends a line that begins with an office
    "office first": re.compile(
        rf"(?m)(?<=[{_c}»]\s)(?!\w+(?:ого|ої|ому|ний|ська|ське|ський|ною)\s)({_GIVEN})\s([{_C}’'-]{{4,20}})(?=\s*$)"
    ),
    "slashed": re.compile(rf"(?<=/)\s?({_GIVEN})\s({_WORD})\s?(?=/)"),
    "by the father": re.compile(rf"(?<!\w)({_WORD})\s(?:кызы|уулу|қызы|ұлы)\s({_WORD})(?!\w)"),
    "given and patronymic": re.compile(
        rf"(?<![\w.])(?!{_NO_NAME})([{_C}][{_c}]{{2,15}})\s([{_C}][{_c}]+(?:ович|евич|йович|ьович|ївна|івна|овна|евна|ична))\s"
        rf"([{_C}][{_c}’'-]{{2,20}})(?!\w)"
    ),
    "patronymic": re.compile(rf"(?<!\w)({_WORD})\s({_WORD})\s([{_C}]{_PATRONYMIC})(?!\w)"),
}


_SHAPES = (
    "by the father", "patronymic", "given and patronymic", "initials last", "initials first", "slashed",
    "given first", "office first",
)  # fmt: skip
"""The order in which the shapes of Cyrillic names are looked for."""


@cache
def _vietnamese() -> re.Pattern[str]:
    names = "|".join(surnames())
    middle = rf"{_SYLLABLE}|[{_UPPER}]\."
    upper = "|".join(name.upper() for name in surnames())
    return re.compile(
        rf"(?<![\w.])((?:{names})(?:\s(?:{middle})){{1,4}}|(?:{upper})(?:\s[{_UPPER}]{{2,7}}){{1,4}})(?![{_LOWER}\w])"
    )


def find_persons(text: str, language: str) -> list[tuple[int, int, str]]:
    """Return (start, end, name) of the names of persons; a name is given as printed, with single spaces."""
    if language in ("vi", "en"):
        return [(m.start(), m.end(), m[1]) for m in _vietnamese().finditer(text)]
    found: list[tuple[int, int, str]] = []
    for shape in _SHAPES:
        for match in _PERSON[shape].finditer(text):
            if _honoured(text, match.start(), match.end()):
                continue
            if not any(s < match.end() and match.start() < e for s, e, _ in found):
                found.append((match.start(), match.end(), re.sub(r"\s+", " ", match[0]).strip()))
    return sorted(found)


def _honoured(text: str, start: int, end: int) -> bool:
    """Say whether the name is part of an institution's: `ім. В. Даля`, `Д. Серікбаев атындағы`."""
    before = re.search(
        r"(?:ім\.|им\.|імені|имени|атынд\w+)\s*(?:академіка\s|академика\s|профессора\s)?$",
        text[max(0, start - 26) : start],
    )
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
