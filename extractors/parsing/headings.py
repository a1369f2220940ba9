"""Which words of a provision are its heading and which its text."""

import re
from pathlib import Path

from extractors.parsing.provisions import LABELLED, Node
from models.text import Span, Text, join_lines
from normalizers.letters import lettered
from normalizers.wordings import Wordings

LONG = 60  # words, in Vietnamese syllables; no heading is longer
SHORT_LABEL = 9  # words before a colon that may be a heading
CASE = re.compile(lettered(r":\s+(?=[^\W\d_])\p{Ll}[^:]*\d[^:]*$"))
"""A case and the figure that holds in it: `Lớp dưới 10 sinh viên: hệ số 2`."""
_WORDS = Path(__file__).parent / "knowledge" / "line_words.tsv"
LEAD = Wordings(_WORDS, r"<<lead>>\s*:$", re.I)
"""Ends of what leads into a list, and heads nothing: `… được quy định như sau:`."""
VIETNAMESE = re.compile(r"[đơưăĐƠƯĂ\u1ea0-\u1ef9]")
CYRILLIC = re.compile(r"[А-яЁёІіЇїЄєҐґӘәҒғҚқҢңӨөҰұҮүҺһ]")
QUOTED = re.compile(r"\s*[“\"«]")
"""What another act is to say begins: `3. Sửa đổi khoản 1 Điều 7:` above it leads to it, and heads nothing."""
OF_ANOTHER = re.compile(r"[“\"«]\s*(?:Điều\s\d|\d{1,2}\.\s|[a-zđ]\)\s)")
"""A provision of another act in quotes: `Sửa đổi tên Điều 9 thành: “Điều 9. Lớp học phần”`."""
_STEP = Wordings(_WORDS, r"<<step>>\s*\d")
ANNOUNCING = Wordings(_WORDS, r"<<announcing>>", re.I)
"""What tells that a list follows a colon: `… используются следующие сокращения: КР – …` is one sentence."""
LEAST_HEADED, MOST_HEADED = 2, 12  # words of a Vietnamese heading that is printed with a colon
MOST_OF_COURSE = 16  # of one that speaks of a course, which a syllabus words at length; with a comma it is a sentence
COUNTING = Wordings(_WORDS, r"\s<<counting>>(?:\s[^\W\d]+){1,3}$", re.I)
"""A number of things at the end of a label, which are then told: `Thí sinh dự thi hai môn: Toán và Hóa học`."""
SENTENCE_END = re.compile(r"[.;](?:\[\d{1,3}\]|\W)*$")
STOPPED, MOST_TITLED = 3, 25  # articles with clauses, at least, that tell of titles with stops; words of such a title
INLINE = re.compile(lettered(r"(?P<speck>['’‘`´]*)(?P<label>[^:.;]{3,90}?)\s*:\s*['’‘`´]?(?=[\p{Lu}0-9“\"«])"))


def split(text: Text, node: Node) -> tuple[Span | None, tuple[Span, ...]]:
    """Return the heading of a provision and the spans of its own text."""
    if not node.paragraphs:
        return None, ()
    bodies = [join_lines([text.body(span) for span in paragraph]) for paragraph in node.paragraphs]
    spans = [tuple(paragraph) for paragraph in node.paragraphs]
    if (
        len(spans) == 1
        and node.kind != "article"
        and not node.children
        and (label := _inline(text, node, bodies[0])) is not None
    ):
        return label
    if node.fixed_heading or _is_heading(node, bodies[0], bodies[1:]):
        heading = Span(spans[0][0].start, spans[0][-1].end)
        if bodies[0].endswith(":") and VIETNAMESE.search(bodies[0]):
            printed = text.content[heading.start : heading.end]
            heading = Span(heading.start, heading.start + len(printed.rstrip(" \t\n:*")))
        return heading, tuple(s for p in spans[1:] for s in p)
    return None, tuple(s for p in spans for s in p)


def head_with_stops(text: Text, nodes: list[Node]) -> None:
    """Mark titles of articles printed with a stop or a colon, `Điều 3. Thi cử.`, where all with clauses begin so."""
    for scope in {node.scope for node in nodes}:
        articles = [n for n in nodes if n.scope == scope and n.kind == "article" and n.paragraphs]
        holders = [n for n in articles if n.children]
        if len(holders) >= STOPPED and all(_may_be_title(text, n) for n in holders):
            for node in articles:
                node.fixed_heading = _may_be_title(text, node) and bool(node.children or node.paragraphs[1:])


def _may_be_title(text: Text, node: Node) -> bool:
    """Whether the first words below a number are short and, but for a stop at their end, no sentence."""
    words = join_lines([text.body(span) for span in node.paragraphs[0]])
    sentences = LEAD.search(words) or re.search(r"[.:;]\s", words.rstrip(" .:;"))
    return len(words.split()) <= MOST_TITLED and not sentences


def _inline(text: Text, node: Node, words: str) -> tuple[Span, tuple[Span, ...]] | None:
    """Return a short label before a colon as the heading and what follows as the text: `Trình độ đào tạo: Đại học`."""
    match = INLINE.match(words)
    span = node.paragraphs[0][0]
    content = text.content[span.start : span.end]
    if (
        match is None
        or len(match["label"].split()) > SHORT_LABEL
        or not (match["label"][0].isupper() or match["speck"])
    ):
        return None
    quotes = QUOTED.match(words, match.end()) and LEAD.search(
        f"{match['label']}:"
    )  # `… bổ sung đoạn sau: “Lớp đông …”`
    if COUNTING.search(match["label"]) or OF_ANOTHER.match(words, match.end()) or quotes:
        return None
    if CYRILLIC.search(match["label"]) and (words[match.end()].isdecimal() or ANNOUNCING.search(match["label"])):
        return None
    if _STEP.match(words):
        return None
    colon = content.find(":", len(match["label"]) - 2)
    if colon < 0:
        return None
    begin = span.start + colon + 1 + len(content[colon + 1 :]) - len(content[colon + 1 :].lstrip())
    return Span(span.start + len(match["speck"]), span.start + colon), (Span(begin, span.end), *node.paragraphs[0][1:])


def _is_heading(node: Node, words: str, rest: list[str]) -> bool:
    count = len(words.split())
    if count > LONG or not re.search(r"\w", words):
        return False
    letters = [c for c in words if c.isalpha()]
    capitals = len(letters) > 3 and sum(c.isupper() for c in letters) > 0.85 * len(letters)
    if capitals or node.outlined or (node.sources and not words.endswith(":")):
        return True
    if words.endswith(":") and _headed_by_colon(node, words, rest):
        return True
    if words.endswith((":", ",", ";")):
        return False
    if node.kind.startswith("letter") and not node.children and CASE.search(words):
        return False
    if node.kind in LABELLED and node.kind != "article":
        return not SENTENCE_END.search(words) or count <= 12
    if SENTENCE_END.search(words):
        return _leads_list(words, rest)
    if node.kind == "article" and not (rest or node.children or node.has_table):
        return False
    if words[:1].islower():
        return False
    return bool(rest or node.children or node.has_table) or count <= 20


def _headed_by_colon(node: Node, words: str, rest: list[str]) -> bool:
    """A short name with a colon above the text of a numbered clause: `3. Đối tượng áp dụng:`; no lead into a list.

    Sections of their own numbers may stand below it, `8.1` below `8. Tổ chức dạy học:`; letters go on with a sentence.
    """
    return (
        bool(VIETNAMESE.search(words))
        and bool(rest or node.has_table or node.children)
        and all(child.kind == "dotted" for child in node.children)
        and node.kind != "article"
        and not node.kind.startswith("letter")
        and words[:1].isupper()
        and LEAST_HEADED <= len(words.split()) <= (MOST_OF_COURSE if node.course and "," not in words else MOST_HEADED)
        and not LEAD.search(words)
        and not QUOTED.match(" ".join(rest[:1]))
        and "," not in words.replace(", ", "", 2)
        and not re.search(r"[.;:]\s", words)
    )


def _leads_list(words: str, rest: list[str]) -> bool:
    """A sentence with a full stop before a list of dashes is a heading: one that leads into a list has a colon."""
    if not words.endswith(".") or not rest or ". " in words.rstrip("."):
        return False
    return all(re.match(r"[-–—+•]", line) for line in rest)
