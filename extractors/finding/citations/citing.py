"""Citations of a whole document: which act, where, and what it is to the document."""

import re
from dataclasses import replace
from itertools import chain
from pathlib import Path

from extractors.finding.acts import english, kazakh, linear, slavic
from extractors.finding.acts.issued import read_issued, sitting
from extractors.finding.acts.parts import Act, with_mark
from extractors.finding.acts.resolved import read_resolved, repealed
from extractors.finding.citations.lists import NormativeList, find_lists, read_entry
from extractors.finding.citations.relating import related
from extractors.finding.citations.stamps import Stamp, body_of
from extractors.finding.marking.marks import Mark, Marks
from extractors.heads.pieces import body_offset
from models.document import Document, Mention
from models.text import RunningText
from normalizers.wordings import Wordings

_READERS = {"uk": slavic.read_acts, "ru": slavic.read_acts, "kk": kazakh.read_acts}
_WORDS = Path(__file__).parents[1] / "knowledge" / "relations.tsv"
_BODY_START = {
    language: Wordings(_WORDS, rf"(?m)^\s*<<body_start_{language}>>") for language in ("vi", "en", "cyrillic")
}
_HEADED = Wordings(_WORDS, r"(?:<<headed>>|(?:\d+|[IVXІХ]+)(?:\.\d+)*\.?\s?\p{Lu}|[\p{Lu} ]{8,}$)")
_ENCLOSED = Wordings(_WORDS, r"\W*<<enclosed_line>>", re.IGNORECASE)
_OWN_NUMBER = Wordings(_WORDS, r"(?m)\b<<number_label>>\s?:")
_BASIS_LINE = Wordings(_WORDS, r"[\s.,*•+-]*<<basis>>", re.IGNORECASE)
_REGISTER = Wordings(_WORDS, r"(?mi)^\s*(?:#*\s*)?<<register>>")
_CHANGED_BY = Wordings(
    _WORDS, r"<<was_changed>>[^.;:\n]{0,30}\s<<changed_by>>(?: <<several>> \w+(?: \w+){0,4})?\s?:\s*$"
)
"""The end of a line above the acts that changed the one it names, in a consolidated text."""
LABEL = 6
"""Characters of a number or a dash before the first words of a line."""
_APPROVING = Wordings(
    _WORDS,
    r"(?:(?:^|(?<=[.;]\s))(?:<<of_programme>> )?|<<approved_paper>> )"
    r"(?:<<was_passed>>(?:(?:,\s|\s<<and_passed>>\s)\w+)?\s<<passed_by>>"
    r"|[^\n.]{0,70}<<at_sitting>>\s<<sitting_did>>)",
)
"""An approval below a list of literature: no source any more."""


def cited_acts(document: Document, text: RunningText, marks: Marks, stamps: list[Stamp]) -> list[Mention]:
    """Return a mention for each citation, in reading order."""
    marks = _with_whole_stamps(marks, stamps) if marks.language == "en" else marks
    body = body_start(document, text, marks)
    lists = find_lists(marks) if marks.language not in ("vi", "en") else []
    literature = _literature(marks)
    register = _REGISTER.search(marks.text, body)
    found: list[Mention] = []
    before: Act | None = None
    changed: Act | None = None
    for start, end in marks.paragraphs:
        if register and start >= register.start() and "\t" in marks.text[start:end]:
            continue
        if _ENCLOSED.match(marks.text[start:end]):
            found += _enclosing(document, text, marks, start, end)
            continue
        basis = start < body and bool(_BASIS_LINE.match(marks.text[start:end]))
        for act in _in_paragraph(marks, start, end, basis=basis, lists=lists):
            if any(s <= act.start < e for s, e in literature):
                continue
            listed = changed is not None and act.start - start <= LABEL and bool(act.number)
            act = replace(act, amends=True) if listed else act
            act = related(marks, act, (start, end), body, stamps, lists)
            act = repealed(marks, act) if marks.language == "en" else act
            of = changed if listed else before
            found.append(_mention(text, act, of.number if act.amends and of else None))
            before = act
        if _CHANGED_BY.search(marks.text, start, end):
            changed = next((a for a in _in_paragraph(marks, start, end, basis=basis, lists=lists) if a.number), None)
        elif not (before and before.amends and start <= before.start < end):
            changed = None
    if marks.language == "en":
        found = _with_english(text, marks, found)
    return found + _unnumbered_minutes(text, marks, stamps, found)


def _with_whole_stamps(marks: Marks, stamps: list[Stamp]) -> Marks:
    """Return the marks of a text in which the lines of each stamp are one paragraph: an act may stand over two."""
    text = marks.text
    for stamp in stamps:
        text = text[: stamp.start] + text[stamp.start : stamp.end].replace("\n", " ") + text[stamp.end :]
    return replace(marks, text=text)


def _with_english(text: RunningText, marks: Marks, found: list[Mention]) -> list[Mention]:
    """Add approvals in closing lines and rules cited by their titles; what was read of these words before gives way."""
    literature = _literature(marks)
    acts = [a for start, end in marks.paragraphs for a in english.read_rules(marks, start, end)]
    known = [a for start, end in marks.paragraphs for a in read_resolved(marks, start, end)]
    acts = known + [a for a in acts if not any(k.start < a.end and a.start < k.end for k in known)]
    acts = [a for a in acts if not any(s <= a.start < e for s, e in literature)]
    carded = english.read_superseded(marks)
    acts = [a for a in acts if not any(c.start <= a.start < c.end for c in carded)]
    more = [_mention(text, act, None) for act in (*english.read_approvals(marks), *carded, *acts)]
    by_day = {text.span(a.start, a.end) for a in known}  # a head that is one line with the preamble holds them all
    approved = {m.parts.get("number"): m for m in more if m.parts.get("relation") == "approves"}
    numbered = [m for m in found if (number := m.parts.get("number")) and not _told_in(m, approved.get(number))]
    more = [m for m in more if not any(_one(n, m, whole=m.span not in by_day) for n in numbered)]
    kept = [m for m in found if not any(n.span.start < m.span.end and m.span.start < n.span.end for n in more)]
    return kept + more


def _told_in(numbered: Mention, approval: Mention | None) -> bool:
    """Say whether an approval has the number of an act in its own place."""
    return approval is not None and approval.span.start <= numbered.span.start < approval.span.end


def _one(numbered: Mention, other: Mention, *, whole: bool) -> bool:
    """Say whether a numbered act stands where another was read; not `whole`: its number does."""
    place = numbered.span if whole else numbered.parts["places"].get("number", numbered.span)
    return place.start < other.span.end and other.span.start < place.end


def _enclosing(document: Document, text: RunningText, marks: Marks, start: int, end: int) -> list[Mention]:
    """Return the decision that a text without its own number says it is enclosed with."""
    told = ("syllabus", "programme", "plan", "regulation")
    own = document.genre.kind in told and not _OWN_NUMBER.search(marks.text, 0, 1500)
    if not own or start > 2500:
        return []
    reader = _READERS.get(marks.language, linear.read_acts)
    acts = [act for act in reader(marks, start, end, basis=False) if act.number]
    return [_mention(text, replace(act, relation="enacts"), None) for act in acts[:1]]


def _in_paragraph(marks: Marks, start: int, end: int, *, basis: bool, lists: list[NormativeList]) -> list[Act]:
    reader = _READERS.get(marks.language, linear.read_acts)
    entry = read_entry(marks, start, end) if any(n.start <= start < n.end for n in lists) else None
    issued = read_issued(marks, start, end) if marks.language == "en" else []
    cuts = [start, *(at for act in issued for at in (act.start, act.end)), end]
    between = (reader(marks, a, b, basis=basis) for a, b in zip(cuts[::2], cuts[1::2], strict=True))
    acts = sorted([*issued, *chain.from_iterable(between)], key=lambda act: act.start)
    acts = [sitting(marks, act, start) for act in acts] if marks.language == "en" else acts
    if (
        entry is not None
        and entry.number
        and not any(a.number and a.kind in ("order", "resolution", "law") for a in acts)
    ):
        return [entry, *(a for a in acts if a.number)] if not entry.number[0].isdigit() else [entry]
    if entry is not None and entry.kind == "charter":
        return [entry, *(a for a in acts if a.number)]
    return acts or ([entry] if entry is not None else [])


def body_start(document: Document, text: RunningText, marks: Marks) -> int:
    """Return where the head and the preamble end: as parsing says, else at the first article or section."""
    if document.zones.body.start > 0:
        return text.position(body_offset(document))
    pattern = _BODY_START.get(marks.language, _BODY_START["cyrillic"])
    match = pattern.search(marks.text)
    return match.start() if match else min(len(marks.text), 6000)


def _literature(marks: Marks) -> list[tuple[int, int]]:
    """Return the stretches of lists of literature: their entries are sources, not acts that are cited."""
    stretches: list[tuple[int, int]] = []
    opened: int | None = None
    for start, end in marks.paragraphs:
        if opened is not None and (approving := _APPROVING.search(marks.text[start:end])):
            stretches.append((opened, start + approving.start()))
            opened = None
        if end - start > 110:
            continue
        labels = marks.within("connectors", start, min(end, start + 60), "literature")
        if labels and not re.search(r"[^\W\d_]{3}", marks.text[start : labels[0].start]) and end - labels[0].end < 45:
            opened = start if opened is None else opened
        elif (
            opened is not None
            and _HEADED.match(marks.text[start:end])
            and not re.search(r"[№/–,]|\d{4}", marks.text[start:end])
        ):
            stretches.append((opened, start))
            opened = None
    return stretches + ([(opened, len(marks.text))] if opened is not None else [])


def _unnumbered_minutes(text: RunningText, marks: Marks, stamps: list[Stamp], found: list[Mention]) -> list[Mention]:
    """Approvals by a collective body whose protocol has a blank for its number and date."""
    extra = []
    for stamp in stamps:
        body = body_of(marks, stamp)
        span = text.span(stamp.start, stamp.end)
        if body is None or stamp.act == "agreed" or any(span.start <= m.span.start < span.end for m in found):
            continue
        kinds: list[Mark] = marks.within("kinds", stamp.start, stamp.end, "minutes act")
        if kinds:
            act = Act(kinds[0].start, kinds[0].end, "minutes", relation="approves")
            extra.append(_mention(text, with_mark(act, "issuer", body), None))
    return extra


def _mention(text: RunningText, act: Act, of_number: str | None) -> Mention:
    parts = {
        name: getattr(act, name)
        for name in ("kind", "number", "issued_on", "issuer", "title", "relation", "article")
        if getattr(act, name)
    }
    if of_number:
        parts["of_number"] = of_number
    parts["places"] = {name: text.span(*place) for name, place in act.places.items()}
    return Mention(
        "citation", text.span(act.start, act.end), act.number or act.title, parts, act.confidence, "find.citation"
    )
