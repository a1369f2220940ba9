"""Every finding that the code can raise has a name and a sentence in both languages, and every sentence is said."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.checks import rule_names
from extractors.checks.telling import placeholders, sentences, tell, worded, words

PLACES = ("extractors/checks", "pipeline")
TELLING = ("tell", "_told")


def said() -> Iterator[tuple[set[str], set[str] | None]]:
    """Yield what every call that makes a finding can say, and the names of its values where they all stand there."""
    for place in PLACES:
        for file in Path(place).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and node.args and getattr(node.func, "id", "") in TELLING:
                    names = [keyword.arg for keyword in node.keywords]
                    whole = None if None in names else {name for name in names if name}
                    yield _sentences(node.args[0]), whole


def _sentences(node: ast.expr) -> set[str]:
    """Return the sentences that an expression may name: a text, or one with a variable part."""
    if isinstance(node, ast.Constant):
        return {str(node.value)}
    if isinstance(node, ast.JoinedStr):
        first = node.values[0]
        start = str(first.value) if isinstance(first, ast.Constant) else ""
        return {says for says in sentences() if start and says.startswith(start)}
    return set()


def test_every_sentence_is_there_and_names_its_values() -> None:
    for says, values in said():
        for one in says:
            assert one in sentences(), one
            assert values is None or placeholders(sentences()[one]["english"]) <= values, one


def test_every_sentence_belongs_to_a_rule_with_a_name() -> None:
    assert {says.partition(".")[0] for says in sentences()} - set(rule_names()) == set()
    assert len(sentences()) > 100


def test_names_and_sentences_are_there_in_both_languages() -> None:
    for row in (*rule_names().values(), *sentences().values()):
        assert row["vietnamese"] and row["english"]
        assert row["vietnamese"] != row["english"] or row.get("says") == "misfit"
    assert {row["word"] for row in words().values()} == set(words())


def test_a_finding_says_the_same_in_vietnamese() -> None:
    finding = tell("topic_hours_sum.printed", "error", "topics", "1", activity="lecture", made=30.0, said=28.5)
    assert (finding.rule, finding.says) == ("topic_hours_sum", "topic_hours_sum.printed")
    assert finding.message == "The hours of the lecture topics make 30, the printed total says 28.5."
    again = worded(finding.says, dict(finding.values), "vietnamese")
    assert again == "Số giờ các chủ đề (lý thuyết) cộng lại 30, tổng in là 28.5."


def test_a_long_list_is_cut_in_the_sentence_and_whole_in_the_values() -> None:
    finding = tell("undefined_abbreviation", "info", "terms", words=[f"A{n}" for n in range(12)])
    assert finding.message.endswith("A7 and 4 more.") and len(dict(finding.values)["words"]) == 12


def test_what_no_sentence_says_is_refused() -> None:
    with pytest.raises(KeyError):
        tell("unheard_of", "info")
