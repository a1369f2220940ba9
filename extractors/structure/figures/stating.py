"""Whether a figure behind a word that only equates or spans is one that binds: `là`, `từ`, `dưới`, `sau`.

Which words these are, what may be counted behind them and what must be seen besides stands in `stated_figures.tsv`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from extractors.structure.figures.quantities import Figure
from extractors.structure.words import FOLDER
from models.errors import KnowledgeError
from normalizers.knowledge import read_table
from normalizers.wordings import Wordings

_WORDS = FOLDER / "figure_words.tsv"
_RULES = FOLDER / "stated_figures.tsv"
AMOUNT = Wordings(_WORDS, r"<<amount>>(?:\s[^\s,.;:]+){0,24}\s*$", re.I)
"""Nouns of amounts, after which `là` states one: `thời lượng mỗi học phần là 60 tiết`."""
ALSO_IS = Wordings(
    _WORDS, r"\s<<also_is>>\s\d[\d.,]*\s[^\s,.;:]+(?:\s[^\s,.;:]+)?,\s(?:<<also_is_joint>>\s)?[^.;:,]{3,80}$"
)
"""What goes on one that is stated so: `thời gian học hệ A là 4 năm, hệ B là 2,5 năm`."""
KAZAKH_AMOUNT = Wordings(_WORDS, r"<<amount_kk>>(?:\s[^\s.;:]+){0,4}\s*$", re.I)
"""Nouns of amounts before a figure that `құрайды` states: `Практиканың ұзақтығы 8 аптаны құрайды`."""
MORNING, MIDNIGHT = 5, 24  # hours of the day at which something may open and close
STATED = ("percent", "working_day", "day", "week", "month", "year", "credit", "hour", "period")
LASTING = ("working_day", "day", "week", "month", "year")
_GROUPS = {"stated": STATED, "lasting": LASTING}
MANNED = Wordings(_WORDS, r"(?<!\w)(?:<<manned>>\s*$|<<manned_by>>\s)", re.IGNORECASE)
"""Words before a range of people that say it is how many there must be, and no case of a rule."""
MARKED = Wordings(_WORDS, r"(?<!\w)điểm(?!\s<<no_mark>>)(?:\s[^\s.;:]+){0,8}\s*$", re.IGNORECASE)
"""Marks, which `dưới` bounds: `điểm trung bình học kỳ dưới 0,80`."""
NORM = Wordings(_WORDS, r"(?<!\w)<<norm>>(?:\s[^\s.,;:]+){0,8}\s*$", re.IGNORECASE)
"""A credit or a period, whose hours are stated: `Mỗi tín chỉ được tính bằng 16 giờ`."""
BARRED = Wordings(_WORDS, r"[^.;:]{0,60}?\s<<barred>>(?!\w)", re.IGNORECASE)
"""What happens to those of whom so little is told: `dưới 80% số tiết không được dự thi`."""
STANDARD = Wordings(_WORDS, r"(?<!\w)<<standard>>(?:\s[^\s.;:]+){0,14}\s*$", re.IGNORECASE)
"""What is asked for, which `là` states as a level: `Chuẩn ngoại ngữ đầu vào là bậc 2`."""
TESTED = Wordings(_WORDS, r"(?<!\w)<<tested>>(?:\s[^\s.,;:()]+){0,4}\s*:?\s*$", re.IGNORECASE)
EACH_HAS = Wordings(_WORDS, r"(?:^|[.;:]\s+|[-–+]\s|[a-zđ]\)\s)<<of_each>>\s[^,.;:()\d]{2,40}\s$", re.IGNORECASE)
"""What has so many people each, and is told by nothing else: `Mỗi phòng thi có 02 giám thị`."""
BODY = Wordings(_WORDS, r"(?:^|[.;:]\s+|[-–+]\s|\)\s|[Tt]hành lập\s)<<body>>(?!\w)[^.;:()\d]{0,90}\s$", re.IGNORECASE)
"""A body right before the number of its members: `Hội đồng thi gồm 05 thành viên`."""
NO_RULE = Wordings(_WORDS, r"[^.;]{0,60}?(?<!\w)<<no_rule>>(?!\w)|[^.;]{0,20}:", re.IGNORECASE)
"""What follows a number of members who are only listed."""
PEOPLE = Wordings(_WORDS, r"(?<!\w)\d{1,2}\s<<member>>(?!\w)[^.;:]{0,30}$")
"""A number of members, of whom so many are told next: `có ít nhất 05 thành viên, trong đó có 02 phản biện`."""
EFFECT = Wordings(_WORDS, r"(?<!\w)<<in_effect>>\s*$")
"""What says when an act takes effect, before the days that have to pass."""
OWN_SHARE = Wordings(_WORDS, r"<<takes_share>>\s(\d{1,3}(?:,\d)?)\s?%")
PERCENT = re.compile(r"%|пайыз")
HUNDRED = 100
SINCE = Wordings(_WORDS, r"(?:\s*\([^()]*\))?\s+<<since>>\s")
"""What follows the days after which something may be done: `Sau 25 ngày làm việc kể từ ngày thi, …`."""
PAST = Wordings(_WORDS, r"(?<!\w)<<past>>(?:\s[^\s,.;:()]+){1,4}\s$", re.IGNORECASE)
"""A deed of the past, which no time limits: `người đã thuê phòng trong thời gian 9 tháng`."""
DAILY = Wordings(_WORDS, r"\s+<<daily>>(?!\w)")
"""What follows the hours of the day between which something is open: `từ 7 giờ đến 22 giờ hằng ngày`."""
EACH_DAY = Wordings(_WORDS, r"\s*<<each_day>>")
"""What follows hours that are an amount of something: `từ 7 giờ đến 8 giờ mỗi ngày`."""
CLOCK = Wordings(_WORDS, "<<clock_hour>>")
BOUNDED = Wordings(_WORDS, r"(?<!\w)<<manned_by>>\s[^.;:]*<<bounds_number>>[^.;:]*$", re.IGNORECASE)
"""A number of people whose own words say that it is a bound: `Số lượng học viên tối thiểu … là 15 người`."""
FACTOR = Wordings(_WORDS, "<<factor>>")
_Seen = Callable[[str, Figure], bool]


def _before(wording: Wordings, most: int | None = None) -> _Seen:
    """Return a test of what stands before the words of a figure, of no more than so many letters."""

    def seen(text: str, figure: Figure) -> bool:
        end = figure.words[0]
        return wording.search(text[0 if most is None else max(0, end - most) : end]) is not None

    return seen


def _of_the_day(text: str, figure: Figure) -> bool:
    """Whether a range of hours is one of the clock, and no amount of them."""
    printed = text[slice(*figure.figure)]
    late = figure.value is not None and figure.value >= MORNING and (figure.value_max or 0) <= MIDNIGHT
    twice = len(list(CLOCK.finditer(printed))) > 1 and EACH_DAY.match(text, figure.figure[1]) is None
    daily = DAILY.match(text, figure.figure[1]) is not None
    return figure.unit == "hour" and late and (twice or printed.startswith("0") or daily)


def _composes(text: str, figure: Figure) -> bool:
    """Whether a figure is the number of members that a body is to have."""
    return BODY.search(text[: figure.words[0]]) is not None and NO_RULE.match(text, figure.figure[1]) is None


def _share_apart(text: str, _figure: Figure) -> bool:
    """Whether a percentage stands alone, or all of its sentence are said with their own word and make no whole."""
    own = [float(found[1].replace(",", ".")) for found in OWN_SHARE.finditer(text)]
    return text.count("%") == 1 or (len(own) >= text.count("%") and sum(own) != HUNDRED)


def _states_amount(text: str, figure: Figure) -> bool:
    """Whether words before `là` name an amount, or go on others that do."""
    words = text[max(0, figure.words[0] - 240) : figure.words[0]]
    while not AMOUNT.search(words[-160:]):
        before = ALSO_IS.search(words)
        if before is None:
            return False
        words = words[: before.start()]
    return True


EVIDENCE: dict[str, _Seen] = {
    "norm": _before(NORM, 60),
    "standard": _before(STANDARD, 120),
    "bounded": _before(BOUNDED),
    "states_amount": _states_amount,
    "amount": _before(AMOUNT, 160),
    "amount_kk": _before(KAZAKH_AMOUNT, 80),
    "tested": _before(TESTED, 60),
    "each_has": _before(EACH_HAS),
    "composes": _composes,
    "among_members": _before(PEOPLE),
    "marked": _before(MARKED, 60),
    "barred": lambda text, figure: BARRED.match(text, figure.figure[1]) is not None,
    "share_apart": _share_apart,
    "only_percent": lambda text, _: len(PERCENT.findall(text)) == 1,  # several share out a whole
    "valued": lambda _, figure: figure.level is None,
    "since": lambda text, figure: SINCE.match(text, figure.figure[1]) is not None,
    "in_effect": _before(EFFECT),
    "past": _before(PAST),
    "of_the_day": _of_the_day,
    "ranged": lambda _, figure: figure.comparator == "between",
    "both_ends": lambda _, figure: figure.value_max is not None,
    "manned": _before(MANNED),
    "factor": lambda text, _: FACTOR.search(text) is not None,
}
"""What may be seen of a figure and of its paragraph, by the names that `stated_figures.tsv` asks for it."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row of `stated_figures.tsv`."""

    said: re.Pattern[str]
    units: frozenset[str]
    evidence: tuple[tuple[str, bool], ...]

    def holds(self, text: str, figure: Figure) -> bool:
        return not self.units.isdisjoint(_kinds(figure)) and all(
            EVIDENCE[name](text, figure) == wanted for name, wanted in self.evidence
        )


def _kinds(figure: Figure) -> set[str]:
    """Return the names under which a rule may ask for what a figure counts."""
    if figure.unit is not None:
        return {"*", "any", figure.unit} | ({"measure"} if figure.measure else set())
    return {"*", "measure" if figure.measure else "bare"}


@cache
def _rules() -> tuple[_Rule, ...]:
    """Read the rules. Raises KnowledgeError where one asks for evidence that has no name here."""
    found = []
    for row in read_table(_RULES, ("said", "units", "example")):
        asked = tuple((name.lstrip("-"), name[0] != "-") for name in row["evidence"].split())
        if unknown := [name for name, _ in asked if name not in EVIDENCE]:
            raise KnowledgeError(f"no evidence is called {', '.join(unknown)}", where=str(_RULES))
        units = {unit for name in row["units"].split() for unit in _GROUPS.get(name, (name,))}
        found.append(_Rule(re.compile(row["said"]), frozenset(units), asked))
    return tuple(found)


def binds(text: str, figure: Figure) -> bool:
    """Whether a figure binds: none of the rules is about its words, or one that is holds."""
    said = " ".join(text[slice(*figure.words)].casefold().split())
    rules = [rule for rule in _rules() if rule.said.fullmatch(said)]
    return not rules or any(rule.holds(text, figure) for rule in rules)
