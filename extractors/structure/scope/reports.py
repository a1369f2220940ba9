"""Sentences that ask, report or show: no figure of a question, a fact or an example binds."""

import re

from extractors.parsing.wording import Prose
from extractors.structure.figures.quantities import Figure
from extractors.structure.scope.around import sentence
from extractors.structure.words import FOLDER
from normalizers.wordings import Wordings

_WORDS = FOLDER / "report_words.tsv"
PAST = Wordings(_WORDS, r"\W*<<past>>(?:(?<=\()|(?!\w))", re.IGNORECASE)
"""A time that is over, at the front of a sentence: `Năm ngoái tỷ lệ đi học chiếm 80%`."""
FORMER = Wordings(_WORDS, r"\W*<<former>>(?!\w)", re.IGNORECASE)
"""Rules of before at the front of a sentence, whatever they asked for: `Theo quy chế cũ phải học đủ 9 kỳ`."""
BESIDE = Wordings(
    _WORDS,
    r"(?i)(?:\((?:[^()]{0,24}?(?<!\w))?(?:<<former>>|<<past>>|<<in_year>>)(?!\w)|[,;]\s+(?:(?:а|але|но|mà|còn)\s)?<<contrast>>\s"
    r"(?:[^().;]{0,24}?(?<!\w))?(?:<<former>>|<<past>>|<<mean>>)(?!\w))[^();.]*$",
)
"""What stands beside a rule in brackets or behind `whereas`: what held before, in a year, or on the average."""
NOW = Wordings(_WORDS, r"(?<!\w)<<now>>(?!\w)", re.IGNORECASE)
REPEALED = Wordings(_WORDS, r"(?<!\w)<<repealed>>(?!\w)", re.IGNORECASE)
"""What is said of an act that binds no more: its figures are told, not set."""
SAMPLE = Wordings(_WORDS, r"(?:^|(?<=[.;!?])\s+)\W*(?P<label><<sample>>)", re.IGNORECASE)
"""The label of an example or a question at the front of a paragraph or sentence."""
ASKS = Wordings(_WORDS, r"(?i)\W*(?:<<supposed>>(?!\w)|(?:<<exercise>>\s)?<<asks>>)|[^.;!?]*(?<!\w)<<asks_last>>(?!\w)")
"""A sentence that supposes, or asks for a solution: `Tìm số nguyên tố nhỏ hơn 90`; the verb comes last in Kazakh."""
SWAPPED = Wordings(_WORDS, r"(?<!\w)<<swapped>>\s?:?\s?[«“„\"‘][^«»“”„\"’]{0,200}$", re.IGNORECASE)
"""Words of another act, quoted to be replaced or to replace: `cụm từ “không quá 3 năm”`; they rule nothing here."""
DUTY = Wordings(_WORDS, r"(?<!\w)<<duty>>(?!\w)", re.IGNORECASE)
"""What binds all the same: `Năm học trước còn nợ bài thì phải nộp ít nhất 2 bài`."""
CLOSING = re.compile(r"[^.;?!]*\?")


def shown(paragraph: Prose) -> bool:
    """Whether a paragraph opens as an example or a question."""
    return SAMPLE.match(paragraph.text) is not None


def reported(paragraph: Prose, figure: Figure) -> bool:
    """Whether the sentence of a figure is a question, an example, or only tells of what is over."""
    text = paragraph.text
    begin, end = sentence(paragraph, figure)
    if CLOSING.match(text, figure.figure[1]) or ASKS.match(text, begin, end) or REPEALED.search(text, begin, end):
        return True
    beside = BESIDE.search(text, begin, figure.figure[0])
    if beside and not DUTY.search(beside[0]) and not NOW.search(beside[0]):
        return True
    if SWAPPED.search(text, 0, figure.figure[0]):
        return True
    bound = DUTY.search(text, begin, end) is not None
    shown = next(SAMPLE.finditer(text, 0, figure.figure[0]), None)
    if shown is not None:
        return not bound or shown.end() > begin
    if FORMER.match(text, begin, end):
        return NOW.search(text, begin, figure.figure[0]) is None
    return PAST.match(text, begin, end) is not None and not bound
