"""Competences with their code behind them in brackets: `– способность вести учёт (ПК-11);`"""

import re

from extractors.curriculum.outcomes.codes import Code, only

_BEHIND = re.compile(r"(?P<text>\S.{15,400}?)\s*\((?P<code>[^()]{2,12})\)[\s.;,]*", re.S)


def coded_behind(text: str, language: str) -> tuple[str, Code] | None:
    """Return the words of a competence and its code, where the text is one with nothing behind the code."""
    match = _BEHIND.fullmatch(text)
    code = only(match["code"], language) if match else None
    return (match["text"].strip(" ;,"), code) if match and code is not None and code.series.fixed else None
