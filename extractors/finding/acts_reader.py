"""Reads one act of a linear citation from its kind onwards: number, date, issuer, title, in the order of printing."""

import re
from dataclasses import replace

from extractors.finding.acts import Act, Place, article_before, clause_end, trimmed, unquoted, with_part
from extractors.finding.marks import Mark, Marks
from extractors.resolving.register import shipped

_BEFORE_NUMBER = re.compile(r"(?:\s|,|:|\(|số|Số|SỐ|hiệu|No|no|N°|number|№|\.|mang)*$")
_BEFORE_DATE = re.compile(
    r"[\s,(]*(?:(?:đã\s)?(?:được\s)?(?:ban hành|ký|thông qua)\s)?(?:(?<!\w)(?:ngày|dated|of|on|issued on))?\s?$"
)
_BARE = re.compile(
    r"\s?(?:số\s?:?\s?|No\.?\s?)?(\d{1,5}/(?:19|20)\d{2}|\d{1,5})(?![\d/\-–]|\.\d|\s?[-–/]\s?\d)(?!\s?%)"
)
_ISSUER_END = re.compile(
    r"\s(?:và được|và đã|được|đã|và các|và (?=kế hoạch|thông báo|công văn|quy)|nay|tại|có hiệu lực|với|vớii|cho"
    r"|để|như|nêu|trong|trên"
    r"|do|ký|khi|theo|thì|là|hết|và (?=[Tt]hay)|and (?=[a-z])|which|in which|with)\s|[;()\n\t]|\.\s"
    r"|,\s(?!(?:Bộ|Sở|Ban|Ủy ban|UBND|Tổng|Phòng|Đại học|Ministry)\s|[^,;(]{3,50}\s(?:về việc|về|v/v|ban hành"
    r"|quy định)\s)"
)
_ADDRESSED = re.compile(
    r",\s(?=(?:Nay\s)?(?:[Nn]hà trường|Trường|Phòng|Sở|Ban)\s[^;]*(?:thông báo|công bố|xây dựng|như sau"
    r"|ban hành|đề nghị)"
    r"|(?:Nay\s)?(?:Trường|Khoa|Phòng|Ban|Học viện|Đại học|Viện|Trung tâm|Sở|UBND|Ủy ban|Uỷ ban)\s[^;,]{3,80}?\s"
    r"(?:đã|xin|kính|gửi|báo cáo|tổ chức|triển khai|tiến hành|hướng dẫn|yêu cầu|trân trọng)\s)"
)
_AMENDING = re.compile(r"\S+\s(?:số\s\S+\s)?[Ss]ửa đổi")
_LAPSED = re.compile(
    r"\s(?:(?:đã\s)?hết hiệu lực|bị bãi bỏ|chấm dứt hiệu lực|không còn hiệu lực)(?!\w)"
    r"|\s\((?:đã\s)?(?:được\s)?(?:sửa đổi|bổ sung|thay thế|có hiệu lực)(?!\w)"
    r"|\svà\s(?:các\s)?(?:quy định|văn bản|hướng dẫn)\s(?:pháp luật\s)?(?:khác|(?:có )?liên quan)(?!\w)"
    r"|\s\((?:sau đây|(?:được\s)?(?:gọi|viết) tắt)(?!\w)"
    r"|\s(?:kể từ (?:ngày|khi)|khi|từ ngày)"
    r"\s(?:Thông tư|Nghị định|Quyết định|Luật|Quy chế|Quy định|Nghị quyết)\snày(?!\w)"
    r"|\sbằng\s(?:[Pp]hụ lục|[Bb]ảng|[Mm]ẫu|[Cc]ụm từ|[Qq]uyết định)(?!\w)"
)
"""What ends a title: that the act has lapsed, a bracket on its changes or its effect, other rules beside it."""
_INNER = re.compile(
    r"(?:của|theo|với|trong|tại|of|of the|this|này|pháp|những|các|một|Dự thảo|thực hiện"
    r"|(?:đại học|khoa|ngành|viện|học phần|môn|cử nhân|thạc sĩ|tiến sĩ))\s?$",
    re.IGNORECASE,
)
"""Words that a kind of act follows without being one: of another act's part, of a school (`Trường Đại học Luật`)."""


_PARTS = re.compile(r"(?:[Ss]ửa đổi|[Bb]ổ sung|[Tt]hay thế|[Bb]ãi bỏ)[^.;:]{0,40}\s(?:của|trong|tại)\s?$")
"""Words that change parts of the act which they lead to: `Sửa đổi một số điều của Quy chế …`."""


def amended_by(marks: Marks) -> re.Pattern[str]:
    if marks.language == "en":
        return re.compile(r"(?:as )?amended")
    return re.compile(r"(?:và )?(?:đã )?(?:được )(?:sửa|điều chỉnh|bổ sung|thay thế)")


def _known_body_end(text: str, start: int, end: int) -> int | None:
    """Return where the name of a registered body ends, if words in small letters that are no name follow it."""
    for body in shipped().bodies:
        name = re.compile(rf"(?:Bộ trưởng\s)?{re.escape(body.name)}\s(\w)").match(text, start, end)
        if name and len(body.name) > 10 and name[1].islower():
            return name.start(1) - 1
    return None


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
        if self.style == "text" and (not capital or self.text.startswith((" này", " nay"), self.kind.end)):
            return None
        inner = _INNER.search(self.text[max(0, self.kind.start - 12) : self.kind.start]) and self.style == "text"
        if inner and not _PARTS.search(self.text[max(0, self.kind.start - 60) : self.kind.start]):
            return None
        number, dated = self._next("numbers"), self._next("dates")
        if self.style == "text":
            self._named()
        elif not (self._number(self.kind.end, 70 if capital else 30) or self._unreadable()) and (
            not (self.basis and capital) or dated is None or (number and number.start < dated.start)
        ):
            return None
        self._tail()
        return self._checked(capital)

    def _follows_cue(self) -> bool:
        """Say whether the kind stands right after the words that open a basis (`Căn cứ biên bản họp …`)."""
        return bool(
            re.search(
                r"(?:Căn cứ|Căn cứ vào|Căn cứ theo)\s$", self.text[max(0, self.kind.start - 14) : self.kind.start]
            )
        )

    def _next(self, group: str) -> Mark | None:
        return next(iter(self.marks.within(group, self.kind.end, self.limit)), None)

    def _connector(self, roles: str, start: int, end: int | None = None) -> Mark | None:
        stop = self.limit if end is None else end
        wanted = roles.split()
        return next((m for m in self.marks.within("connectors", start, stop) if m.label in wanted), None)

    def _named(self) -> None:
        """Read the title of an act that is known by it (`Luật Giáo dục đại học`), up to number, date or enactment."""
        stops = [m.start for m in (self._next("numbers"), self._next("dates")) if m]
        enacted = self._connector("enacted", self.kind.end)
        by = re.compile(r",?\s(?:do|được|hiện hành)\s").search(self.text, self.kind.end, self.limit)
        joined = re.compile(
            r"(?:\svà|,)\s(?=(?:Luật|Nghị định|Quy chế|Quyết định|Thông tư|Điều lệ|Nghị quyết)\s)"
        ).search(self.text, self.kind.end, self.limit)
        if (
            joined
            and self.text.startswith((" sửa đổi", " Sửa đổi"), self.kind.end)
            and not _AMENDING.match(self.text, joined.end())
        ):
            joined = None  # one law that amends two
        undated = re.compile(r"\s(?:ban hành )?ngày\s").search(self.text, self.kind.end, self.limit)
        stops += [m.start for m in (enacted,) if m] + [m.start() for m in (by, joined, undated) if m]
        end = min(stops, default=self.limit)
        if joined and joined.start() <= end:
            self.limit = joined.start()
        lead = _BEFORE_DATE.search(self.text[self.kind.end : end])
        lead_number = _BEFORE_NUMBER.search(self.text[self.kind.end : end])
        cut = min(m.start() for m in (lead, lead_number) if m) if lead and lead_number else end - self.kind.end
        if self.text[self.kind.end : self.kind.end + cut].strip(" ,.:("):  # `Luật số 34/2018/QH14` has no title
            self._put("title", trimmed(self.text, self.kind.start, self.kind.end + cut, "("))
        met = re.compile(r"\s(?:cuộc\s)?(?:họp|của)\s(?:của\s)?(?=[A-ZĐÀ-Ỹ])").match(
            self.text, self.kind.end, self.kind.end + cut
        )
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
        issuer = re.compile(r"\s?do\s(.+?)\s(?:ban hành|phê duyệt|ký)").match(self.text, end, self.limit)
        if issuer:
            self._put("issuer", trimmed(self.text, issuer.start(1), issuer.end(1)))
        kind = next(iter(self.marks.within("kinds", enacted.start, min(self.limit, enacted.end + 40))), None)
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
            if len(words) > reach or re.search(r"[,;(]|\bvà\b|\bcủa\b", words) or mark.label.startswith("standard"):
                return False
            if words.strip() and not self.text[self.kind.start].isupper():
                return False
            self._put("number", (mark.start, mark.end), mark.value)
            if words.strip() and self.style == "act" and re.search(r"[Ss]ố", between):
                self._put("title", trimmed(self.text, self.kind.start, start + len(words)))
            self.at = mark.end
            return True
        bare = _BARE.match(self.text, start, self.limit)
        if bare and ("/" in bare[1] or "số" in bare[0].lower() or "No" in bare[0]):
            self._put("number", (bare.start(1), bare.end(1)), bare[1])
            self.at = bare.end()
            return True
        return False

    def _unreadable(self) -> bool:
        """Pass over a number that cannot be read where date and issuer follow; the act stays without one."""
        match = re.compile(r"\s?số\s?:?\s?\S+(?:\s\S+){0,3}?\s(?=ngày\s)").match(self.text, self.kind.end, self.limit)
        if self.basis and match is not None and re.search(r"\d", match[0]):
            self.at = match.end()
            return True
        date = self._next("dates")
        if not self.basis or date is None or date.start - self.kind.end > 45:
            return False
        words = self.text[self.kind.end : date.start]
        if re.search(r"[;(]|\bvà\b|\bcủa\b", words) or not re.search(r"[^\W\d_]\W*[\\?}{|'€$<>*\d][^\s]*", words):
            return False
        self.at = date.start
        return True

    def _tail(self) -> None:
        """Read date, issuer and title, in whatever order they come, up to the end of the clause."""
        for _ in range(6):
            if not (self._date() or self._issuer() or self._about()):
                return

    def _date(self) -> bool:
        date = next(iter(self.marks.within("dates", self.at, self.limit)), None)
        unread = re.compile(r"[\s,]*ngày\s[^\s;]{6,12}(?=\scủa\s)").match(self.text, self.at, self.limit)
        if unread and not self.act.issued_on and (date is None or date.start > unread.end()):
            self.at = unread.end()
            return True
        if date is None or self.act.issued_on:
            return False
        between = self.text[self.at : date.start]
        if not _BEFORE_DATE.fullmatch(between) or len(date.value) < 7:
            return False
        self._put("issued_on", (date.start, date.end), date.value)
        self.at = date.end
        return True

    def _issuer(self) -> bool:
        match = re.compile(r"[\s,(]*(?:(?:do|của|of|by|issued by)\s(?:the\s)?)").match(self.text, self.at, self.limit)
        if self.act.issuer or not match or not (self.act.number or self.act.issued_on or self.style == "act"):
            return False
        if self.act.title and not (self.act.number or self.act.issued_on):
            return False
        end = self._issuer_end(match.end())
        place = trimmed(self.text, match.end(), end)
        if place is None or not re.match(r"[A-ZĐÀ-Ỹ]|trường|liên bộ|ủy ban|nhà trường", self.text[place[0] :]):
            return False
        self._put("issuer", place)
        self.at = place[1]
        return True

    def _issuer_end(self, start: int) -> int:
        ends = [self.limit]
        stop = _ISSUER_END.search(self.text, start, self.limit)
        if stop:
            ends.append(stop.start())
        title = self._connector("about does amended replaced", start)
        while title and re.match(
            r"(?:Giao|Hướng dẫn|Triển khai|Công bố|Chuyển đổi)", self.text[title.start : title.end]
        ):
            title = self._connector("about does amended replaced", title.end)
        ends += [title.start] if title else []
        ends += [m.start for m in self.marks.within("dates", start, self.limit)][:1]
        ends += [end] if (end := _known_body_end(self.text, start, min(ends))) else []
        end = min(ends)
        lead = _BEFORE_DATE.search(self.text[start:end])
        return start + lead.start() if lead else end

    def _about(self) -> bool:
        if self.act.title and (self.style == "text" or self.act.issuer or self.act.issued_on):
            return False
        lead = re.compile(r"[\s,:(]+").match(self.text, self.at, self.limit)
        gap = lead.end() if lead else self.at
        misread = re.compile(r"v\S{0,3}\s\S{1,4}\s(?=ban hành\s)").match(self.text, gap, self.limit)
        gap = misread.end() if misread and self.basis else gap
        mark = next((m for m in self.marks.within("connectors", gap, self.limit) if m.start == gap), None)
        quoted = re.compile(r"[“\"«]").match(self.text, gap, self.limit)
        if quoted:
            begin = gap
        elif mark is None or mark.label not in ("about", "does", "amends") or self._isamended_by(gap):
            return False
        else:
            longest = max(
                (m for m in self.marks.within("connectors", gap, self.limit) if m.start == gap), key=lambda m: m.end
            )
            begin = longest.end if longest.label == "about" else gap
        place = trimmed(self.text, begin, self._title_end(begin))
        if place is None or place[1] - place[0] < 5:
            return False
        self._put("title", unquoted(self.text, place))
        self.at = self.act.places.get("title", place)[1]
        return True

    def _isamended_by(self, position: int) -> bool:
        return bool(amended_by(self.marks).match(self.text[position : position + 40]))

    def _title_end(self, start: int) -> int:
        end = self.limit
        amended = re.compile(
            r"\s(?:và )?(?:đã )?được (?:sửa đổi|điều chỉnh|bổ sung|thay thế)[^;]{0,60}?\s(?:theo|bởi|tại"
            r"|bằng)\s|,? as amended"
        ).search(self.text, start, end)
        end = amended.start() if amended else end
        lapsed = _LAPSED.search(self.text, start, end)
        end = lapsed.start() if lapsed else end
        addressed = _ADDRESSED.search(self.text, start, end) if self.basis else None
        end = addressed.start() if addressed else end
        for kind in self.marks.within("kinds", start, end):
            numbered = any(0 <= m.start - kind.end < 6 for m in self.marks.within("numbers", kind.end, kind.end + 40))
            joint = re.search(r"[\s,]*(?:\bvà|,|\band)\s?$", self.text[start : kind.start])
            if numbered and joint:
                end = start + joint.start()
                break
        if not self.act.issuer and not re.match(
            r"[Bb]an hành|[Qq]uy định|promulgat|issu", self.text[start:end].lstrip()
        ):
            of = re.compile(r"\scủa (?=(?:Trường|Bộ|Sở|Phòng|UBND|Ủy ban|Hiệu trưởng|Giám đốc|Chính phủ|Đại học)\s)")
            last = list(of.finditer(self.text, start, end))
            dated = self.marks.within("dates", start, end)
            end = last[-1].start() if last and self.act.number else end
            if not self.act.issued_on and dated and (not last or dated[0].start < end):
                lead = _BEFORE_DATE.search(self.text[start : dated[0].start])
                end = start + lead.start() if lead else end
        return end

    def _put(self, name: str, place: Place | None, value: str | None = None) -> None:
        if place is not None:
            self.act = with_part(self.act, name, value if value is not None else self.text[slice(*place)], place)

    def _checked(self, capital: bool) -> Act | None:
        act = replace(self.act, end=max(self.at, self.act.end))
        if not (act.number or act.issued_on) and not (self.basis and capital and act.title):
            return None
        if self.style == "text" and not act.number and act.title and len(act.title) <= self.kind.end - self.kind.start:
            return None
        article = article_before(self.marks, act.start)
        said = re.sub(r"\s+", " ", self.text[slice(*article)]) if article else None
        return with_part(act, "article", said, article)
