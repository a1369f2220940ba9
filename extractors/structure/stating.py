"""Whether a figure behind a word that only equates or spans is one that binds: `là`, `từ`, `dưới`, `sau`."""

import re

from extractors.structure.quantities import Figure
from extractors.structure.words import FOLDER
from normalizers.wordings import Wordings

_WORDS = FOLDER / "figure_words.tsv"
AMOUNT = Wordings(_WORDS, r"<<amount>>(?:\s[^\s,.;:]+){0,18}\s*$", re.I)
"""Nouns of amounts, after which `là` states one: `thời lượng mỗi học phần là 60 tiết`."""
ALSO_IS = re.compile(r"\s(?:là|bằng)\s\d[\d.,]*\s[^\s,.;:]+(?:\s[^\s,.;:]+)?,\s(?:và\s|còn\s)?[^.;:,]{3,80}$")
"""What goes on one that is stated so: `thời gian học hệ A là 4 năm, hệ B là 2,5 năm`."""
KAZAKH_AMOUNT = Wordings(_WORDS, r"<<amount_kk>>(?:\s[^\s.;:]+){0,4}\s*$", re.I)
"""Nouns of amounts before a figure that `құрайды` states: `Практиканың ұзақтығы 8 аптаны құрайды`."""
MORNING, MIDNIGHT = 5, 24  # hours of the day at which something may open and close
STATED = ("percent", "working_day", "day", "week", "month", "year", "credit", "hour", "period")
MANNED = Wordings(_WORDS, r"(?<!\w)(?:<<manned>>\s*$|<<manned_by>>\s)", re.IGNORECASE)
"""Words before a range of people that say it is how many there must be, and no case of a rule."""
MARKED = Wordings(_WORDS, r"(?<!\w)điểm(?!\s<<no_mark>>)(?:\s[^\s.;:]+){0,8}\s*$", re.IGNORECASE)
"""Marks, which `dưới` bounds: `điểm trung bình học kỳ dưới 0,80`."""
NORM = Wordings(_WORDS, r"(?<!\w)<<norm>>(?:\s[^\s.,;:]+){0,8}\s*$", re.IGNORECASE)
"""A credit or a period, whose hours are stated: `Mỗi tín chỉ được tính bằng 16 giờ`."""
STANDARD = Wordings(_WORDS, r"(?<!\w)<<standard>>(?:\s[^\s.;:]+){0,14}\s*$", re.IGNORECASE)
"""What is asked for, which `là` states as a level: `Chuẩn ngoại ngữ đầu vào là bậc 2`."""
REDUCED = Wordings(_WORDS, r"(?:được )?<<reduced>>")
EACH_HAS = Wordings(_WORDS, r"(?:^|[.;:]\s+|[-–+]\s|[a-zđ]\)\s)<<of_each>>\s[^,.;:()\d]{2,40}\s$", re.IGNORECASE)
"""What has so many people each, and is told by nothing else: `Mỗi phòng thi có 02 giám thị`."""
BODY = Wordings(_WORDS, r"(?:^|[.;:]\s+|[-–+]\s|\)\s|[Tt]hành lập\s)<<body>>(?!\w)[^.;:()\d]{0,90}\s$", re.IGNORECASE)
"""A body right before the number of its members: `Hội đồng thi gồm 05 thành viên`."""
NO_RULE = Wordings(_WORDS, r"[^.;]{0,60}?(?<!\w)<<no_rule>>(?!\w)|[^.;]{0,20}:", re.IGNORECASE)
"""What follows a number of members who are only listed."""
PEOPLE = re.compile(r"(?<!\w)\d{1,2}\s(?:thành viên|ủy viên|người)(?!\w)[^.;:]{0,30}$")
"""A number of members, of whom so many are told next: `có ít nhất 05 thành viên, trong đó có 02 phản biện`."""
GIVEN_OUT = Wordings(_WORDS, "<<given_out>>", re.IGNORECASE)
"""Words that give out an amount of time, and otherwise things: `отводится 36 часов`, `30 күн беріледі`."""
EFFECT = re.compile(r"(?<!\w)có hiệu lực(?: thi hành)?\s*$")
"""What says when an act takes effect, before the days that have to pass."""
OWN_SHARE = re.compile(r"chiếm\s(?:(?:tỷ|tỉ) (?:lệ|trọng)\s)?(\d{1,3}(?:,\d)?)\s?%")
HUNDRED = 100
LASTING = ("working_day", "day", "week", "month", "year")
SINCE = Wordings(_WORDS, r"(?:\s*\([^()]*\))?\s+<<since>>\s")
"""What follows the days after which something may be done: `Sau 25 ngày làm việc kể từ ngày thi, …`."""


PAST = re.compile(r"(?<!\w)đã(?:\s[^\s,.;:()]+){1,4}\s$", re.IGNORECASE)
"""A deed of the past, which no time limits: `người đã thuê phòng trong thời gian 9 tháng`."""
DAILY = Wordings(_WORDS, r"\s+<<daily>>(?!\w)")
"""What follows the hours of the day between which something is open: `từ 7 giờ đến 22 giờ hằng ngày`."""
BOUNDED = Wordings(_WORDS, r"(?<!\w)<<manned_by>>\s[^.;:]*(?:tối đa|tối thiểu)[^.;:]*$", re.IGNORECASE)
"""A number of people whose own words say that it is a bound: `Số lượng học viên tối thiểu … là 15 người`."""


def _of_the_day(text: str, figure: Figure) -> bool:
    """Whether a range of hours is one of the clock, and no amount of them."""
    printed = text[slice(*figure.figure)]
    late = figure.value is not None and figure.value >= MORNING and (figure.value_max or 0) <= MIDNIGHT
    twice = printed.count("giờ") > 1 and not re.match(r"\s*(?:/|mỗi|một|trong|cho)", text[figure.figure[1] :])
    return late and (twice or printed.startswith("0") or DAILY.match(text, figure.figure[1]) is not None)


def _composes(text: str, figure: Figure) -> bool:
    """Whether a figure is the number of members that a body is to have."""
    return bool(BODY.search(text[: figure.words[0]])) and NO_RULE.match(text, figure.figure[1]) is None


def _shared_out(text: str) -> bool:
    """Whether several percentages of a sentence are shares of one whole, or are not each said with its own word."""
    own = [float(found.replace(",", ".")) for found in OWN_SHARE.findall(text)]
    return len(own) < text.count("%") or sum(own) == HUNDRED


def _states_amount(words: str) -> bool:
    """Whether words before `là` name an amount, or go on others that do."""
    while not AMOUNT.search(words[-160:]):
        before = ALSO_IS.search(words)
        if before is None:
            return False
        words = words[: before.start()]
    return True


def binds(text: str, figure: Figure) -> bool:
    """Whether a figure after a word that only equates or spans has a unit that can bind."""
    said = text[slice(*figure.words)].casefold()
    if said in ("bằng", "là") or said.startswith("tương đương"):
        if NORM.search(text[max(0, figure.words[0] - 60) : figure.words[0]]):
            return figure.unit in ("hour", "period")
        if said.startswith("tương đương"):
            return False
        if figure.unit == "level":
            return bool(STANDARD.search(text[max(0, figure.words[0] - 120) : figure.words[0]]))
        if figure.unit == "person" and BOUNDED.search(text[: figure.words[0]]):
            return True
        return figure.unit in ("percent", "time") or (
            figure.unit in STATED and _states_amount(text[max(0, figure.words[0] - 240) : figure.words[0]])
        )
    if said == "có" and EACH_HAS.search(text[: figure.words[0]]):
        return figure.unit == "person"
    if said == "có" or said.endswith(("gồm", "gồm có")):
        return figure.unit == "person" and _composes(text, figure)
    if said == "trong đó có":
        return figure.unit == "person" and bool(PEOPLE.search(text[: figure.words[0]]))
    if said in ("nộp", "đóng", "trả", "thu"):
        return figure.unit == "percent"
    if said.startswith(("có ", "còn ")):
        return figure.unit in LASTING
    if said == "dưới":
        marked = MARKED.search(text[max(0, figure.words[0] - 60) : figure.words[0]])
        return figure.unit == "point" or figure.unit is None and not figure.measure and bool(marked)
    if said.startswith("chiếm"):
        return figure.unit == "percent" and (text.count("%") == 1 or not _shared_out(text))
    if REDUCED.fullmatch(said):
        return figure.unit in ("percent", "credit", "month")
    if said.strip() == "құрайды":
        amount = KAZAKH_AMOUNT.search(text[max(0, figure.words[0] - 80) : figure.words[0]])
        if figure.unit == "percent":
            return len(re.findall(r"%|пайыз", text)) == 1  # several share out a whole
        return figure.unit in STATED and bool(amount)
    if GIVEN_OUT.fullmatch(said.strip()):
        return figure.unit in STATED or figure.measure
    if said.startswith("hệ số"):
        return figure.unit is None and figure.level is None
    manned = re.match(r"(?:phải|(?:đảm|bảo) (?:bảo|đảm)) (?:do|có)$", said)
    if manned or said.strip().endswith(("тұрады", "тұратын")):
        return figure.unit == "person"
    if said.startswith(("chu kỳ", "định kỳ", "thường kỳ")):
        return figure.unit in ("week", "month", "year")
    if said == "sau":
        since = SINCE.match(text, figure.figure[1]) and not EFFECT.search(text[: figure.words[0]])
        return figure.unit in LASTING and bool(since)
    if said.startswith("trong thời gian") and PAST.search(text[: figure.words[0]]):
        return False
    if said.endswith("từ") and figure.unit == "hour" and _of_the_day(text, figure):
        return False
    if said in ("от", "від"):
        return figure.unit is not None or figure.measure  # `от 0 до 220 В` is what a device measures
    if said == "từ" and figure.comparator == "between":
        lasts = figure.measure and AMOUNT.search(text[max(0, figure.words[0] - 160) : figure.words[0]])
        held = lasts or figure.unit == "person" and MANNED.search(text[: figure.words[0]]) and "hệ số" not in text
        return figure.value_max is not None and (figure.unit in STATED or bool(held))
    return True
