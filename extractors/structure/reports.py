"""Sentences that ask or report: what they give is a fact or a question, and no figure of theirs binds."""

import re

from extractors.parsing.wording import Prose
from extractors.structure.around import sentence
from extractors.structure.quantities import Figure
from extractors.structure.words import FOLDER
from normalizers.wordings import Wordings

_WORDS = FOLDER / "report_words.tsv"
PAST = Wordings(_WORDS, r"\W*<<past>>(?:(?<=\()|(?!\w))", re.IGNORECASE)
"""A time that is over, at the front of a sentence: `Năm ngoái tỷ lệ đi học chiếm 80%`."""
DUTY = Wordings(_WORDS, r"(?<!\w)<<duty>>(?!\w)", re.IGNORECASE)
"""What binds all the same: `Năm học trước còn nợ bài thì phải nộp ít nhất 2 bài`."""
CLOSING = re.compile(r"[^.;?!]*\?")


def reported(paragraph: Prose, figure: Figure) -> bool:
    """Whether the sentence of a figure is a question, or only tells of a time that is over."""
    begin, end = sentence(paragraph, figure)
    if CLOSING.match(paragraph.text, figure.figure[1]):
        return True
    return PAST.match(paragraph.text, begin, end) is not None and DUTY.search(paragraph.text, begin, end) is None
