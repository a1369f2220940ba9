"""Labels, heads, subjects and series are found by their own wording, and in spite of case and misprints."""

import re
from pathlib import Path

import pytest

from extractors.curriculum.outcomes.codes import STEP, only
from extractors.curriculum.wording import KNOWLEDGE, Lexicon, fold, lexicon
from normalizers.knowledge import read_table
from normalizers.values.code_series import SERIES

LEXICONS = (
    "heads.tsv",
    "activities.tsv",
    "modes.tsv",
    "subjects.tsv",
    "cards.tsv",
    "titles.tsv",
    "totals.tsv",
    "languages.tsv",
)


@pytest.mark.parametrize("name", LEXICONS)
def test_every_label_is_found(name: str) -> None:
    known = lexicon(name)
    assert [row["label"] for row in known.rows if known.exact(row["label"].upper()) is None] == []


@pytest.mark.parametrize("name", ["heads.tsv", "activities.tsv", "subjects.tsv", "cards.tsv"])
def test_labels_of_one_meaning_and_language_stand_together(name: str) -> None:
    keys = [(row["meaning"], row["language"]) for row in lexicon(name).rows]
    begun = [key for n, key in enumerate(keys) if n == 0 or keys[n - 1] != key]
    assert sorted(begun) == sorted(set(begun))


def test_a_misprinted_label_is_found() -> None:
    assert lexicon("heads.tsv").match("Тақырыптың атауы жәнe мазмүны") == "topic"
    assert (
        lexicon("cards.tsv").match("Повна назва вищого начального закладу та структурного підрозділу")
        == "programme.faculty"
    )


def test_a_head_broken_over_lines_is_found() -> None:
    assert lexicon("heads.tsv").exact("Освітні компо- ненти") == "name"


def test_other_words_are_no_label() -> None:
    for text in ("Рибне господарство", "Mùa hè năm ngoái", "the quick brown fox", "12,5"):
        assert lexicon("heads.tsv").match(text) is None


def test_examples_of_series_are_codes() -> None:
    for row in read_table(SERIES, ("prefix", "script", "kind", "fixed")):
        language = row["languages"].split()[0] if row["languages"] else ""
        code = only(row["example"], language)
        assert code is not None, row
        assert code.text.startswith(row["prefix"]) if row["kind"] == STEP else code.series.prefix == row["prefix"], row


def test_patterns_of_levels_compile() -> None:
    for row in read_table(KNOWLEDGE / "levels.tsv", ("meaning", "label")):
        assert re.compile(row["pattern"] or "x")
        assert row["source"] or not row["pattern"], row


def test_no_label_has_two_meanings() -> None:
    for name in ("heads.tsv", "cards.tsv", "subjects.tsv", "activities.tsv"):
        meanings: dict[str, set[str]] = {}
        for row in Lexicon(name).rows:
            meanings.setdefault(fold(row["label"]), set()).add(row["meaning"])
        assert {label for label, found in meanings.items() if len(found) > 1} == set(), name


def test_knowledge_is_beside_the_code() -> None:
    assert Path(KNOWLEDGE).is_dir()


@pytest.mark.parametrize(
    ("name", "label", "meaning"),
    [
        ("subjects.tsv", "Mô tả khái quát về môn học", "description"),
        ("cards.tsv", "Mã môn học/học phần", "course.code"),
        ("heads.tsv", "Kì", "semester"),
        ("cards.tsv", "Bộ môn", "programme.other"),
    ],
)
def test_a_label_in_other_words_for_the_same(name: str, label: str, meaning: str) -> None:
    assert lexicon(name).match(label, 0.93) == meaning
