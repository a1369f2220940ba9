"""Names of programmes as they are printed: with code, English name and quotes, or only a form of study."""

import re

from extractors.curriculum.wording import KNOWLEDGE, lexicon
from normalizers.letters import lettered
from normalizers.wordings import Wordings

QUOTED = re.compile(r"[«“„\"]\s*([^«»“”„\"]{3,160}?)\s*[»”“\"]")
PROGRAMME_CODE = re.compile(
    lettered(
        r"(?<![\w.])(\d[BMDВМД]\d{5,6}|\d{2}\.\d{2}\.\d{2}|[6-9]\d{6}|[4-7]\d{7}|[0-25-7]\d{5}(?:\.6[258])?|[5-8]\.\d{6}(?:\d\d)?|\p{Lu}?\d{1,3}(?:\.\d{2})?)"
        r"(?![\w.]*\d)"
    )
)
_WORDS = KNOWLEDGE / "programme_title_words.tsv"
OF_COURSE = Wordings(_WORDS, r"[«“„\"]\s*(?P<name>[^«»“”„\"]{3,160}?)\s*[»”“\"]\s<<of_course>>", re.I)
"""The name of a course with the word that says so behind it, on a line of its own: `«Физика» пәні бойынша`."""
_BRIDGING = Wordings(_WORDS, r"<<bridging>>(?!\w)", re.I)
_LEVEL = Wordings(_WORDS, r"^<<level_lead>>\s+(?=\w)", re.I)
_ENGLISH_BESIDE = re.compile(
    r"\s*(?:/\s*(?=[A-Z])|(?:[—–]|\s-)\s*(?=\S+\s+\S))([A-Z][A-Za-z]+(?:[ ,&'()-]+[A-Za-z]+){0,14})$"
)
_ENGLISH_WITHIN = Wordings(_WORDS, r"\s*\((?:<<in_english>>\s?:\s*)?([A-Z][A-Za-z ,&'-]{3,80})\)$")
_CALLED = Wordings(_WORDS, r"^<<name_lead>>\s+<<of_branch>>\s+(?=[^\W\d_])", re.I)
"""What only says that a name is a programme's: `Chương trình giáo dục đại học ngành Kế toán`."""
_CALLED_BEHIND = Wordings(_WORDS, r"(?<=[\w»”\"])\s+<<name_tail>>(?:\s+<<name_for>>)?$", re.I)
"""The same in Kazakh, where it stands behind the name: `Биология білім беру бағдарламасы`."""
_LABELLED_CODE = Wordings(_WORDS, r"^<<code_lead>>\s+(?=\d{2,3}[.\d]*\s)", re.I)
"""The word for what a code is of, inside the value of another label: `Учебный план | Специальность 10.05.01 …`."""
_OF_FORM = Wordings(_WORDS, r"\s+<<form_behind>>\s*$", re.I)
"""The form of study behind a name: `… hệ chính quy`."""


def classes(name: str) -> bool:
    """Say whether words after `Chương trình đào tạo` only tell its form or its level: `liên thông`, `chính quy`."""
    bridging = _BRIDGING.match(name)
    name = _LEVEL.sub("", name)
    return bool(bridging) or any(lexicon(f).match(name, 0.92) is not None for f in ("modes.tsv", "levels.tsv"))


def without_english(text: str) -> tuple[str, str | None]:
    """Return a Vietnamese name and the English one printed beside it: `Cơ sở dữ liệu / Database Systems`.

    The first must have a letter that English lacks, the second none.
    """
    match = _ENGLISH_BESIDE.search(text) or _ENGLISH_WITHIN.search(text)
    if match is None or text[: match.start()].isascii() or len(match[1]) < 4:
        return text, None
    return text[: match.start()].strip(), match[1].strip()


def split_name(text: str, *, bare: bool = False) -> tuple[str | None, str | None, str | None]:
    """Return code, name and English name of a printed programme: `7480107`, `6B07204 Геология`, `Luật (Law)`."""
    text = _OF_FORM.sub("", text)
    text = re.sub(r"^\S+\.(?:plx|plm|osf|xml|xlsx?)\s+(?=\w)", "", text.strip())  # the file of a plan
    text = _LABELLED_CODE.sub("", text)
    text = _CALLED_BEHIND.sub("", _CALLED.sub("", text.strip(" .;,")))
    quoted = QUOTED.search(text)
    if quoted and (quoted[0] == text or lexicon("titles.tsv").match(text[: quoted.start()], 0.8)):
        text = quoted[1]
    if field := re.match(r"\d{2}\s[^\d,;]{4,90}[,;/]\s+(?=(?:\d{3}|[A-Z]\d{1,2})\s+[^\W\d_])", text):
        text = text[field.end() :]  # the field of knowledge before the speciality: `05 Соціальні науки, 051 Економіка`
    text, english = without_english(text)
    if match := re.search(r"\s*\(([A-Za-z][A-Za-z ,&-]{3,80})\)\s*$", text):
        english, text = match[1].strip(), text[: match.start()].strip()
    code = None
    if bare and re.fullmatch(r"(?=.*\d)[\w.\-/]{3,12}|[6-9](?:\s\d\d){3}", text):
        return text.replace(" ", ""), None, None
    if match := re.search(
        r"[,;(]?\s*(?:m\w{1,2}\s+s\w{1,2}|mã ngành|mã|код)\s*:?\s*(\d{6,8})\)?|\(\s*([6-9]\d{6})\s*\)$", text, re.I
    ):
        code, text = match[1] or match[2], (text[: match.start()] + text[match.end() :]).strip(" ,;")
    elif match := re.match(rf"{PROGRAMME_CODE.pattern}\s*[—–.:-]?\s*(?=\D|$)", text):
        rest = text[match.end() :].strip()
        if rest or bare or len(match[1]) >= 6:
            code, text = match[1], rest
    if code and re.fullmatch(r"\d[ВМ]\d{5,6}", code):  # the letters of these codes are Latin
        code = code.replace("В", "B").replace("М", "M")
    name = QUOTED.fullmatch(text)
    text = name[1] if name else text
    if text.startswith("(") or not any(c.isalpha() for c in text):
        text = ""
    return code, text.strip(" -–—:") or None, english
