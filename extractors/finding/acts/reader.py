"""Reads one act of a linear citation from its kind onwards: number, date, issuer, title, in the order of printing."""

import re
from dataclasses import replace
from pathlib import Path

from extractors.finding.acts.ends import BEFORE_DATE, ENDS, PROPOSED, amended_by, issuer_end, title_end
from extractors.finding.acts.parts import Act, Place, article_before, clause_end, trimmed, unquoted, with_part
from extractors.finding.marking.marks import Mark, Marks
from normalizers.wordings import Wordings

_LEADS = Path(__file__).parents[1] / "knowledge" / "act_parts.tsv"
_BEFORE_NUMBER = Wordings(_LEADS, r"(?:\s|,|:|\(|<<numbered>>|\.)*$")
_BARE = Wordings(
    _LEADS,
    r"\s?(?:(?P<number><<bare_number>>)\s?)?(?P<bare>\d{1,5}/(?:19|20)\d{2}|\d{1,5})"
    r"(?![\d/\-–]|\.\d|\s?[-–/]\s?\d)(?!\s?%)",
)
_NUMBERED = Wordings(_LEADS, "<<called_number>>")
_AMENDING = Wordings(ENDS, r"\S+\s(?:<<numbered>>\s\S+\s)?<<changes>>")
_THIS = Wordings(ENDS, " <<this>>")
_ASIDE = Wordings(ENDS, r"\s?\(<<named_hereafter>>[^()\n]{2,80}\)")
"""A bracket with the name by which an act goes from here on."""
_ENACTED_TEXT = Wordings(
    _LEADS,
    r"<<based>>\s(?:(?P<part><<part>>\s[\dIVX]+)\s(?:<<of>>\s)?)?"
    r"(\p{Lu}[^\W\d]*(?:,?\s(?:[-–]\s)?[^\W_]+){2,60}?)\s<<enacted_by>>\s$",
)
"""A text of no registered kind before the act that enacted it: `Căn cứ Khung năng lực số ban hành kèm theo …`."""
ENACTED = 420
"""Characters before an act within which the name of the text that it enacted begins."""
_FOLLOWS_CUE = Wordings(_LEADS, r"<<based>>\s$")
_OPENED = re.compile(r"(?:^|\n)\W*[^\W\d_]+\s$")  # the one word that opens a basis: `Theo Biên bản họp …`
_MEETING = Wordings(ENDS, "<<meeting>>")
"""What all minutes are of: no title."""
_SAID_NEXT = Wordings(ENDS, r"\s<<said_next>>\W*$")
"""What follows the name of a text that is yet to be read, and cites nothing."""
_ACTS_ITSELF = Wordings(ENDS, r"\s<<acts_itself>>\b")
"""What rules do: a sentence about them cites none."""
_BLANK = Wordings(
    _LEADS,
    r"\s?<<number>>\s?:?[\s.…_]*/\s?[A-ZĐ][\w&.-]*\s"
    r"(?:<<day>>[\s.…_/]*(?:<<month>>[\s.…_]*)?(?:<<year>>\s?(?P<year>20\d\d)?[\s.…_]*)?)?",
)
"""The blanks of a draft where number and day of a cited act are to stand: `số …/NQ-HĐT ngày … tháng … năm 2026`."""
_DEADLINE = Wordings(ENDS, r"(?<!\w)<<deadline>>\s$")
"""What leads to the day by which something is to be done with an act, no day of its own: `trình Đề án trước ngày …`."""
_YEAR = Wordings(_LEADS, r"\s?,?\s?\(?<<year>>\s((?:19|20)\d\d)(?![\w/–-])")
_BY = Wordings(_LEADS, r",?\s<<by>>\s")
_JOINED = Wordings(_LEADS, r"(?:\s<<and>>|,)\s(?=<<joined_kind>>\s)")
_CHANGING = Wordings(_LEADS, r"\s<<changing>>")
_UNDATED = Wordings(_LEADS, r"\s(?:<<enacted>> )?<<day>>\s")
_MET = Wordings(_LEADS, r"\s<<met>>\s(?:<<of>>\s)?(?=\p{Lu})")
_ENACTED_BY = Wordings(_LEADS, r"\s?<<done_by>>\s(.+?)\s<<enacts>>")
_PARTED = Wordings(_LEADS, r"[;(]|\b<<and_of>>\b")
"""What stands between a kind and no number of its own."""
_UNREADABLE = Wordings(_LEADS, r"\s?<<number>>\s?:?\s?\S+(?:\s\S+){0,3}?\s(?=<<day>>\s)")
_UNREAD_DAY = Wordings(_LEADS, r"[\s,]*<<day>>\s(?:[^\s;]{6,12}|\d[^;,()]{4,28}\d{4})(?=\s<<of>>\s)")
_NUMBER_SIGN = Wordings(_LEADS, r"[\s,(]*(?:<<sign>>\s?)?")
_OF_ISSUER = Wordings(_LEADS, r"[\s,(]*<<of_issuer>>\s")
_ISSUER = Wordings(_LEADS, r"\p{Lu}|<<issuer>>")
_MISREAD_ABOUT = Wordings(_LEADS, r"v\S{0,3}\s\S{1,4}\s(?=<<enacted>>\s)")
_INNER = Wordings(ENDS, r"<<inner>>\s?$", re.IGNORECASE)
"""Words that a kind of act follows without being one: of another act's part, of a school (`Trường Đại học Luật`)."""
_PARTS = Wordings(ENDS, r"<<changes>>[^.;:]{0,40}\s<<part_of>>\s?$")
"""Words that change parts of the act which they lead to: `Sửa đổi một số điều của Quy chế …`."""


class Reader:
    """Reads one act from its kind onwards."""

    def __init__(self, marks: Marks, kind: Mark, end: int, *, basis: bool) -> None:
        self.marks, self.text, self.kind, self.basis = marks, marks.text, kind, basis
        self.name, self.style = (kind.label.split(" ") + ["act"])[:2]
        self.limit = clause_end(marks.text, kind.end, end, listed=basis)
        self.act = Act(kind.start, kind.end, self.name)
        self.at = kind.end

    def read(self) -> Act | None:
        """Return the act, or None where the word is no citation."""
        printed = self.text[self.kind.start : self.kind.end]
        capital = printed[:1].isupper() or self.kind.start == self.kind.end
        capital = capital or (self.basis and self._follows_cue())
        if self.style == "text" and (not capital or _THIS.match(self.text, self.kind.end)):
            return None
        if self.style == "text" and _ACTS_ITSELF.match(self.text, self.kind.end, self.limit):
            return None
        inner = _INNER.search(self.text[max(0, self.kind.start - 12) : self.kind.start]) and self.style == "text"
        before = self.text[max(0, self.kind.start - 180) : self.kind.start]
        inner = inner and not (self.basis and _OPENED.search(before))
        if inner and not _PARTS.search(before[-60:]) and not (self.name == "minutes" and PROPOSED.search(before)):
            return None
        number, dated = self._next("numbers"), self._next("dates")
        if self.style == "text":
            self._named()
        elif not (self._blank() or self._number(self.kind.end, 70 if capital else 30) or self._unreadable()) and (
            not (self.basis and capital) or dated is None or (number and number.start < dated.start)
        ):
            return None
        self._tail()
        self._enacted_text()
        return self._checked(capital)

    def _enacted_text(self) -> None:
        """Take the title of what the act enacted from before it, where the act says none."""
        before = max(0, self.kind.start - ENACTED)
        enacted = _ENACTED_TEXT.search(self.text[before : self.kind.start]) if self.basis else None
        if enacted and not self.act.title:
            self._put("title", (before + enacted.start(2), before + enacted.end(2)))
            if enacted["part"]:
                self._put("article", (before + enacted.start(1), before + enacted.end(1)))

    def _follows_cue(self) -> bool:
        """Say whether the kind stands right after the words that open a basis (`Căn cứ biên bản họp …`)."""
        return _FOLLOWS_CUE.search(self.text[max(0, self.kind.start - 14) : self.kind.start]) is not None

    def _next(self, group: str) -> Mark | None:
        return self.marks.first(group, self.kind.end, self.limit)

    def _connector(self, role: str, start: int) -> Mark | None:
        return self.marks.first("connectors", start, self.limit, role)

    def _named(self) -> None:
        """Read the title of an act that is known by it (`Luật Giáo dục đại học`), up to number, date or enactment."""
        stops = [m.start for m in (self._next("numbers"), self._next("dates")) if m]
        enacted = self._connector("enacted", self.kind.end)
        by = _BY.search(self.text, self.kind.end, self.limit)
        joined = _JOINED.search(self.text, self.kind.end, self.limit)
        if joined and _CHANGING.match(self.text, self.kind.end) and not _AMENDING.match(self.text, joined.end()):
            joined = None  # one law that amends two
        undated = _UNDATED.search(self.text, self.kind.end, self.limit)
        stops += [m.start for m in (enacted,) if m] + [m.start() for m in (by, joined, undated) if m]
        end = min(stops, default=self.limit)
        if joined and joined.start() <= end:
            self.limit = joined.start()
        lead = BEFORE_DATE.search(self.text[self.kind.end : end])
        lead_number = _BEFORE_NUMBER.search(self.text[self.kind.end : end])
        cut = min(m.start() for m in (lead, lead_number) if m) if lead and lead_number else end - self.kind.end
        held = self.name == "minutes" and _MEETING.fullmatch(self.text[self.kind.end : self.kind.end + cut].strip())
        if not held and self.text[self.kind.end : self.kind.end + cut].strip(
            " ,.:("
        ):  # `Luật số 34/2018/QH14` has no title
            self._put("title", trimmed(self.text, self.kind.start, self.kind.end + cut, "("))
        met = _MET.match(self.text, self.kind.end, self.kind.end + cut)
        if met and self.name == "minutes":
            self._put("issuer", trimmed(self.text, met.end(), self.kind.end + cut))
        self.at = end
        if by and by.start() == end and enacted is None:
            enacted = self._connector("does", end)
        if enacted and enacted.start <= end + 120:
            self._enacted(end, enacted)
        else:
            self._number(end, 4)

    def _enacted(self, end: int, enacted: Mark) -> None:
        """Take number, date and issuer of the act that enacted the text."""
        issuer = _ENACTED_BY.match(self.text, end, self.limit)
        if issuer:
            self._put("issuer", trimmed(self.text, issuer.start(1), issuer.end(1)))
        kind = self.marks.first("kinds", enacted.start, min(self.limit, enacted.end + 40))
        if kind:
            self.at = kind.end
            if self._number(kind.end, 40) and kind.label.split(" ")[1] == "act" and self.name == "regulation":
                own = self.act.number or ""
                said = self.marks_kind(own)
                self.act = replace(self.act, kind=said or kind.label.split(" ")[0])
        elif self._number(enacted.end, 40):
            self.act = replace(self.act, kind=self.marks_kind(self.act.number or "") or self.act.kind)

    def marks_kind(self, number: str) -> str | None:
        """Return the kind that the number itself says."""
        for mark in self.marks.within("numbers", self.kind.start, self.limit):
            if mark.value == number and " " in mark.label:
                return mark.label.split(" ")[1]
        return None

    def _number(self, start: int, reach: int) -> bool:
        """Take the number that follows within `reach` characters; what stands between is part of the title."""
        for mark in self.marks.within("numbers", start, min(self.limit, start + reach + 40)):
            between = self.text[start : mark.start]
            lead = _BEFORE_NUMBER.search(between)
            words = between[: lead.start()] if lead else between
            if any(k.label.endswith(" act") for k in self.marks.within("kinds", start, mark.start)):
                return False
            if len(words) > reach or "," in words or _PARTED.search(words) or mark.label.startswith("standard"):
                return False
            if words.strip() and not self.text[self.kind.start].isupper():
                return False
            self._put("number", (mark.start, mark.end), mark.value)
            if words.strip() and self.style == "act" and _NUMBERED.search(between):
                self._put("title", trimmed(self.text, self.kind.start, start + len(words)))
            self.at = mark.end
            return True
        bare = _BARE.match(self.text, start, self.limit)
        if bare and ("/" in bare["bare"] or bare["number"]):
            self._put("number", bare.span("bare"), bare["bare"])
            self.at = bare.end()
            return True
        return False

    def _blank(self) -> bool:
        """Pass over the blanks of a draft for number and day; the act stays without them, with the year if printed."""
        blank = _BLANK.match(self.text, self.kind.end, self.limit) if self.basis else None
        if blank is None:
            return False
        if blank["year"]:
            self._put("issued_on", blank.span("year"))
        self.at = blank.end()
        return True

    def _unreadable(self) -> bool:
        """Pass over a number that cannot be read where date and issuer follow; the act stays without one."""
        match = _UNREADABLE.match(self.text, self.kind.end, self.limit)
        if self.basis and match is not None and re.search(r"\d", match[0]):
            self.at = match.end()
            return True
        date = self._next("dates")
        if not self.basis or date is None or date.start - self.kind.end > 45:
            return False
        words = self.text[self.kind.end : date.start]
        if _PARTED.search(words) or not re.search(r"[^\W\d_]\W*[\\?}{|'€$<>*\d][^\s]*", words):
            return False
        self.at = date.start
        return True

    def _tail(self) -> None:
        """Read date, issuer and title, in whatever order they come, up to the end of the clause."""
        for _ in range(6):
            if not (self._aside() or self._date() or self._issuer() or self._about() or self._number_behind()):
                return

    def _number_behind(self) -> bool:
        """Take the number of a law that stands behind its day: `the Law on Education of 27 July 2007 No. 319-III`."""
        number = self.marks.first("numbers", self.at, self.limit)
        if number is None or self.act.number or not self.act.issued_on or self.style != "text":
            return False
        if not _NUMBER_SIGN.fullmatch(self.text, self.at, number.start):
            return False
        self._put("number", (number.start, number.end), number.value)
        self.at = number.end
        return True

    def _aside(self) -> bool:
        """Pass over a bracket with the short name of the act, where more of the act follows it."""
        aside = _ASIDE.match(self.text, self.at, self.limit)
        if aside is None or not (self.act.number or self.act.issued_on):
            return False
        self.at = aside.end()
        return True

    def _date(self) -> bool:
        if self._year():
            return True
        date = self.marks.first("dates", self.at, self.limit)
        unread = _UNREAD_DAY.match(self.text, self.at, self.limit)
        if unread and not self.act.issued_on and (date is None or date.start > unread.end()):
            self.at = unread.end()
            return True
        if date is None or self.act.issued_on or _DEADLINE.search(self.text, self.kind.end, date.start):
            return False
        between = self.text[self.at : date.start]
        if not BEFORE_DATE.fullmatch(between) or len(date.value) < 7:
            return False
        self._put("issued_on", (date.start, date.end), date.value)
        self.at = date.end
        return True

    def _year(self) -> bool:
        """Take the year by which a law is known where no day is said: `Luật Thư viện năm 2019`."""
        titled = self.act.places.get("title")
        year = _YEAR.match(self.text, titled[1], self.limit) if titled and self.name == "law" else None
        if year is None or self.act.issued_on or self.act.number:
            return False
        self._put("issued_on", year.span(1))
        self.at = year.end()
        return True

    def _issuer(self) -> bool:
        match = _OF_ISSUER.match(self.text, self.at, self.limit)
        if self.act.issuer or not match or not (self.act.number or self.act.issued_on or self.style == "act"):
            return False
        if self.act.title and not (self.act.number or self.act.issued_on):
            return False
        end = issuer_end(self.marks, match.end(), self.limit)
        place = trimmed(self.text, match.end(), end)
        if place is None or not _ISSUER.match(self.text, place[0]):
            return False
        self._put("issuer", place)
        self.at = place[1]
        return True

    def _about(self) -> bool:
        if self.act.title and (self.style == "text" or self.act.issuer or self.act.issued_on):
            return False
        lead = re.compile(r"[\s,:(]+").match(self.text, self.at, self.limit)
        gap = lead.end() if lead else self.at
        misread = _MISREAD_ABOUT.match(self.text, gap, self.limit)
        gap = misread.end() if misread and self.basis else gap
        mark = next((m for m in self.marks.within("connectors", gap, self.limit) if m.start == gap), None)
        quoted = re.compile(r"[“\"«]").match(self.text, gap, self.limit)
        if quoted:
            begin = gap
        elif (
            mark is None
            or mark.label not in ("about", "does", "amends")
            or amended_by(self.marks.language, self.text[gap : gap + 40])
        ):
            return False
        else:
            longest = max(
                (m for m in self.marks.within("connectors", gap, self.limit) if m.start == gap), key=lambda m: m.end
            )
            begin = longest.end if longest.label == "about" else gap
        place = trimmed(self.text, begin, title_end(self.marks, self.act, begin, self.limit, basis=self.basis))
        if place is None or place[1] - place[0] < 5:
            return False
        self._put("title", unquoted(self.text, place))
        self.at = self.act.places.get("title", place)[1]
        return True

    def _put(self, name: str, place: Place | None, value: str | None = None) -> None:
        if place is not None:
            self.act = with_part(self.act, name, value if value is not None else self.text[slice(*place)], place)

    def _checked(self, capital: bool) -> Act | None:
        act = replace(self.act, end=max(self.at, self.act.end))
        if not (act.number or act.issued_on) and not (self.basis and capital and act.title):
            return None
        if self.style == "text" and not act.number and _SAID_NEXT.search(act.title or ""):
            return None
        if self.style == "text" and not act.number and act.title and len(act.title) <= self.kind.end - self.kind.start:
            return None
        article = article_before(self.marks, act.start)
        said = re.sub(r"\s+", " ", self.text[slice(*article)]) if article else None
        return with_part(act, "article", said, article)
