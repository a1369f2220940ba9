"""The tokenizer of all languages: numbers of acts and codes stay whole, each word has a folded form to match by."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from normalizers.knowledge import read_table

_FOLDS = Path(__file__).parents[1] / "knowledge" / "folds.tsv"

# Kept whole: 30/2020/NĐ-CP, 5444/QĐ-ĐHSPHN, CLO1.2, 6B07204, П-7.1.3d-2018, 273-ФЗ, 12.10.2018, 08/3/2023
_WHOLE = re.compile(
    r"\d{1,5}(?:/\d{4})?/[^\W\d_][\w&.-]*\w|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|[^\W\d_]{1,5}[-–.]?\d[\w.]*(?:[-–/]\w+)*"
    r"|\d+(?:[.,]\d+)+|\d+-[^\W\d_]{1,5}"
)


def blank(language: str) -> Language:
    """Return an empty pipeline for a language: the blank of many languages, which splits punctuation everywhere.

    The blanks of Vietnamese and Kazakh would split numbers of acts or leave punctuation on words.
    """
    nlp = spacy.blank("xx")
    nlp.meta["name"] = f"sohoa_{language}"
    nlp.max_length = 20_000_000
    tokenizer: Any = nlp.tokenizer
    extra = ["№", "«", "»", "“", "”", "„", "–", "—", r"\(", r"\)", "/", "\\*"]
    tokenizer.prefix_search = compile_prefix_regex([*(nlp.Defaults.prefixes or ()), *extra]).search
    tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), *extra, r"\."]).search
    tokenizer.infix_finditer = compile_infix_regex(
        [*(nlp.Defaults.infixes or ()), "№", "«", "»", r"\(", r"\)", "/", r"(?<=\d)\.(?=[^\W\d])"]
    ).finditer
    tokenizer.token_match = _WHOLE.fullmatch
    return nlp


@Language.component("folding", assigns=["token.norm"])
def folding(doc: Doc) -> Doc:
    """Give each word the form it is matched by."""
    for token in doc:
        token.norm_ = fold(token.text)
    return doc


def fold(word: str) -> str:
    """Return a word in small letters with one spelling for each of its variants (`hoà` as `hòa`, `qui` as `quy`)."""
    return _folds().get(low := word.lower(), low)


@cache
def _folds() -> dict[str, str]:
    return {row["printed"]: row["folded"] for row in read_table(_FOLDS, ("printed", "folded"))}
