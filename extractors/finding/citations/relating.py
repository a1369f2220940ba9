"""What a cited act is to the document: its basis, what approved, enacted or is amended by it, or a mere reference."""

import re
from dataclasses import replace
from pathlib import Path

from extractors.finding.acts.english import MADE_UNDER
from extractors.finding.acts.issued import sitting
from extractors.finding.acts.parts import Act, with_mark
from extractors.finding.citations.lists import NormativeList
from extractors.finding.citations.minutes import minuted, sat_in_cell
from extractors.finding.citations.preambles import dated_before, in_preamble, resolved
from extractors.finding.citations.stamps import Stamp, body_of
from extractors.finding.marking.marks import Marks
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "relations.tsv"
_OWN = Wordings(_WORDS, "<<own>>")
"""Words that say the document itself was made, or orders, on a basis."""
_AMENDING = Wordings(_WORDS, r"<<amending>>(?:(?:\w+\s){0,3}|[^.;:№]{4,140},\s<<was_approved>>\s)$")
_PART_OF = Wordings(_WORDS, r"\s+(?:một số\s)?<<part>>(?!\w)", re.IGNORECASE)
"""What is replaced or dropped is a part of the act, not the act: `Thay thế Phụ lục IV của Quyết định …`."""
_CHANGING = Wordings(_WORDS, r"\W*(?:<<about>>\s)?(?:(?P<amends><<amends>>)|<<drops>>)(?!\w)", re.IGNORECASE)
"""How the title of an act begins that changes others: every act it names is changed."""
_AMENDED = Wordings(_WORDS, r"(?i)\S*\s(?:\([^()]{5,250}\)\s)?(?:<<such>>\s)?<<change>>[^.;\n]{0,60}?\s<<brought_in>>")

_NEXT = Wordings(_WORDS, r";\s(?:<<and>>\s)?")
"""What parts acts in a list."""
_NEXT_ITEM = Wordings(_WORDS, r"(?:\s<<and>>|[,;])\s$")
_VOID = Wordings(_WORDS, r"\S*\s(?:\([^()]{4,240}\)\s)?<<void>>")
_WHAT_IT_APPROVED = Wordings(_WORDS, r"\s[^.;:№]{4,200}?,?\s<<was_approved>>\s+")
"""Between the word for what is in force no more and its act: `… Положення про практику, затверджене наказом …`."""
_LAPSED = Wordings(_WORDS, r"(?:\s+\S+)?\s+<<was_approved>>\s[^.;]{4,200}?<<genitive>>\s+<<void>>")
"""Behind a number: what the act approved is in force no more, `… хаттамамен бекітілген … ережесінің күші жойылды`."""
_APPROVED_BY = Wordings(_WORDS, r"\s*(?:<<by_order>>\s+<<approved>>\w*|<<to_order>>\s+\d{1,2}-<<annex>>)\W*")
_BY_ORDER = Wordings(_WORDS, r"№\s?\S+\s<<by_order>>\W*$")
"""An order in a stamp that approves by it: `… № 18 бұйрығымен` below `БЕКІТІЛДІ`."""
_APPROVED_EN = Wordings(_WORDS, r"<<approved_en>>\s+(?:the\s+)?$")
_ACCORDING = Wordings(_WORDS, "<<according>>")
_BY = Wordings(_WORDS, r"<<by>>\s$", re.IGNORECASE)
"""Right before an act: the changes are made by it, not in it, `bãi bỏ … theo Nghị định`."""
_ENCLOSED = Wordings(_WORDS, r"(?:^\W*|\(\s*)<<enclosed>>\s*(?:các\s)?$", re.IGNORECASE)
_AMENDING_TITLE = Wordings(_WORDS, "<<amends_in_title>>[^;]{0,80}$")
_RESTS = Wordings(_WORDS, r"\W*<<rests>>\s")
_ARTICLE = Wordings(_WORDS, "<<article>>")
_APPROVING = ("minutes", "decision", "resolution", "order")
"""Acts that approve what they are told of in a stamp."""
_SENTENCE = re.compile(r"[;.]\s+(?=[^\W\d_])")
_INSTEAD = Wordings(_WORDS, "<<instead>>")
_ORDERS = Wordings(_WORDS, r"\s*(?:<<who_orders>>\s)?<<orders>>")
_IN_EFFECT = Wordings(_WORDS, r"<<in_effect>>[^.]{0,30}$")
_LIST = 900
"""Characters that a list of the acts that a text rests on may take."""
_FULL_STOP = re.compile(r"(?<!\b[А-ЯЁІЇЄҐа-яёіїєґ])(?<!\b[ІіИи]м)\.\s+(?=[А-ЯЁІЇЄҐ])")
_HEAD = 1500
"""Characters from the beginning within which a text says what put it into effect."""


def related(
    marks: Marks, act: Act, paragraph: tuple[int, int], body: int, stamps: list[Stamp], lists: list[NormativeList]
) -> Act:
    """Say what the act is to the document."""
    start, end = paragraph
    stamp = next((s for s in stamps if s.start <= act.start < s.end), None)
    if stamp is not None and marks.language != "en":
        return _stamped(marks, act, stamp)
    listed = next((n for n in lists if n.start <= act.start < n.end), None)
    if act.relation is not None:
        return act
    if stamp is not None and act.kind in _APPROVING:
        relation = "enacts" if stamp.act == "enacted" or act.kind == "order" else "approves"
        return replace(sitting(marks, act, stamp.start), relation=relation)
    if act.amends:
        return replace(act, relation="amends")
    if marks.language == "kk" and act.start < body and act.start - start < 3 and _approves_here(marks, act, end):
        return replace(act, relation="approves", title=None)
    if act.kind == "minutes" and marks.language == "kk" and _lapsed(marks, act, end):
        return replace(act, relation="replaces")
    if act.kind == "minutes" and marks.language not in ("vi", "en"):
        return resolved(marks, act) if in_preamble(marks, act) else dated_before(marks, minuted(marks, act))
    if act.number and _is_amended(marks, act, start, end):
        return replace(act, relation="amends")
    if listed is not None:
        return replace(act, relation=listed.relation)
    if act.kind == "standard" and act.number and act.start < body:
        return replace(act, relation="basis")
    if marks.language in ("vi", "en"):
        return replace(act, relation=_linear_relation(marks, act, start, end, body))
    if in_preamble(marks, act):
        return replace(act, relation="basis")
    if act.kind == "order" and act.start < max(body, _HEAD) and _is_enacting(marks, act):
        return replace(act, relation="enacts")
    return replace(act, relation=_other_relation(marks, act, start, end))


def _lapsed(marks: Marks, act: Act, end: int) -> bool:
    """Say whether a Kazakh sentence ends the force of what the act approved."""
    number = act.places.get("number")
    return number is not None and _LAPSED.match(marks.text, number[1], min(end, number[1] + 280)) is not None


def _approves_here(marks: Marks, act: Act, end: int) -> bool:
    """Say whether the head says that an act approved the text: `… министрінің … № 61 бұйрығымен бекітілген`, or that
    the text is an annex to it."""
    number = act.places.get("number")
    said = _APPROVED_BY.match(marks.text, number[1] if number else act.end, end + 16)  # the label below
    return said is not None and not _ACCORDING.search(marks.text, said.end(), end)


def _is_amended(marks: Marks, act: Act, start: int, end: int) -> bool:
    """Say whether the words around an act say that it is changed: before it, or in Kazakh after it."""
    if marks.language == "kk":
        return _AMENDED.match(marks.text, act.end - 1, min(end, act.end + 420)) is not None
    if marks.language not in ("uk", "ru"):
        return False
    return _AMENDING.search(re.sub(r"\s+", " ", marks.text[max(start, act.start - 220) : act.start])) is not None


def _linear_relation(marks: Marks, act: Act, start: int, end: int, body: int) -> str:
    before = marks.text[start : act.start]
    near = [
        m
        for m in marks.within("connectors", max(start, act.start - 160), act.start)
        if m.label in ("replaced", "amends")
    ]
    after = [m for m in marks.within("connectors", act.end, min(end, act.end + 160)) if m.label == "lapsed"]
    if act.start < body:
        if marks.language == "en" and _APPROVED_EN.search(before):
            return "approves"
        changes = _CHANGING.match(before)
        if changes and not _BY.search(before):
            return "amends" if changes["amends"] or _PART_OF.match(before, changes.end()) else "replaces"
        if _ENCLOSED.search(before):
            return "enacts"
        return "amends" if _AMENDING_TITLE.search(before) and not _RESTS.match(before) else "basis"
    if _RESTS.match(before) and (len(before) < 30 or _NEXT_ITEM.search(before)) and act.number:
        return "basis"
    if near and not re.search(r"[;.]\s(?!\d{1,5}/)", marks.text[near[-1].end : act.start + 6]):
        if near[-1].label == "replaced":
            part = act.article or _PART_OF.match(marks.text, near[-1].end, act.start)
            whole = not act.article and _NEXT_ITEM.search(before)  # `bãi bỏ Điều 9 của Quy định A và Quyết định B`
            return "amends" if part and not whole else "replaces"
        return "amends" if _ARTICLE.search(before) or len(before) < 200 else "refers"
    if _ends_list_of_replaced(marks, act, start):
        return "replaces"
    if after and not re.search(r"[;.]\s", marks.text[act.end : after[0].start]):
        return "replaces"
    return "basis" if marks.language == "en" and MADE_UNDER.search(before) else "refers"


def _ends_list_of_replaced(marks: Marks, act: Act, start: int) -> bool:
    """Say whether an act follows others in a list of those replaced: `thay thế Quyết định …; Quyết định …; `."""
    kinds = {mark.start for mark in marks.within("kinds", start, act.start)}
    for cue in marks.within("connectors", start, act.start, "replaced"):
        begins = [m.end() for m in _NEXT.finditer(marks.text, cue.end, act.start)]
        if begins and begins[-1] == act.start and kinds.issuperset((cue.end + 1, *begins[:-1])):
            return True
    return False


def _other_relation(marks: Marks, act: Act, start: int, end: int) -> str:
    before = marks.text[max(start, act.start - 260) : act.start]
    near = max(start, act.start - 260)
    cues = [m for m in marks.within("connectors", near, act.start) if m.label in ("basis", "replaced")]
    replaced = cues[-1].end if cues and cues[-1].label == "replaced" else act.start + 1
    if 0 <= act.start - replaced < 60 or _WHAT_IT_APPROVED.fullmatch(marks.text, replaced, act.start):
        return "replaces"
    if marks.language == "kk":
        if _lapsed(marks, act, end) or _VOID.match(marks.text, act.end - 1, min(end, act.end + 280)):
            return "replaces"
        cue = next((m for m in marks.within("connectors", act.end, end) if m.label == "basis"), None)
        own = cue is not None and (
            _OWN.search(marks.text[cue.end : end]) or _ORDERS.match(marks.text, cue.end, end + 70)
        )
        return "basis" if own else "refers"
    lapses = marks.first("connectors", act.end, min(end, act.end + 120), "replaced")
    if lapses and marks.text[lapses.start - 1].isspace() and not _SENTENCE.search(marks.text, act.end, lapses.start):
        return "refers" if _INSTEAD.fullmatch(marks.text, lapses.start, lapses.end) else "replaces"
    if marks.language in ("uk", "ru"):  # a long list of what a text rests on is one sentence
        begun = _sentence_start(marks.text, max(start, act.start - _LIST), act.start)
        sentence = marks.text[begun : act.start]
        cues += [] if cues else marks.within("connectors", begun, act.start, "basis")
    else:
        sentence = before.rsplit(". ", 1)[-1]
    above = marks.text[max(0, start - 230) : start]
    announced = marks.within("connectors", max(0, start - 230), start, "basis")
    if announced and _OWN.search(above) and start - announced[-1].end < 140:
        return "basis"
    if any(m.label == "basis" for m in cues) and (
        _OWN.search(sentence) or _OWN.search(marks.text[act.end : act.end + 80].split(". ")[0])
    ):
        return "basis"
    return "refers"


def _sentence_start(text: str, start: int, end: int) -> int:
    """Return where the sentence begins that is under way at `end`; initials and abbreviations end none."""
    return max((m.end() for m in _FULL_STOP.finditer(text, start, end)), default=start)


def _is_enacting(marks: Marks, act: Act) -> bool:
    """Say whether the words right before an act say that it puts the text into effect: `Введено в дію наказом`."""
    near = marks.text[max(0, act.start - 60) : act.start]
    return _IN_EFFECT.search(near) is not None


def _stamped(marks: Marks, act: Act, stamp: Stamp) -> Act:
    relation = "enacts" if stamp.act == "enacted" or act.kind == "order" else "approves"
    if marks.language == "kk" and act.kind == "order":
        by_it = _BY_ORDER.search(marks.text[act.start : act.end]) and not _approves_here(marks, act, stamp.end)
        return replace(act, relation="approves" if by_it else "basis")
    if _is_enacting(marks, act):
        relation = "enacts"
    body = body_of(marks, stamp)
    act = replace(act, relation=relation)
    if act.kind == "minutes" and (told := sat_in_cell(marks, act)):
        return told
    if body is not None and act.kind in ("minutes", "decision", "resolution"):
        act = replace(act, issuer=None)
        act = with_mark(act, "issuer", body)
    return dated_before(marks, act, stamped=True, sat=not stamp.personal) if act.kind == "minutes" else act
