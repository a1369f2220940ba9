"""Titles of Kazakh rules whose last word, the kind, stands on a line of its own."""

from extractors.heads.pieces import Piece
from extractors.heads.titles import _kazakh_rules


def pieces(*lines: str) -> list[Piece]:
    """Return the lines as pieces one below another."""
    return [Piece(text, 100 * n, 100 * n + len(text), n) for n, text in enumerate(lines)]


def test_a_name_in_small_letters_goes_before_the_word_for_rules() -> None:
    found = _kazakh_rules(pieces("БЕКІТЕМІН", "«3» мамыр 2030 ж.", "Кітапхананы пайдалану", "ЕРЕЖЕСІ"), "kk")
    assert [p.text for p in found] == ["Кітапхананы пайдалану", "ЕРЕЖЕСІ"]


def test_the_word_for_rules_of_something_is_no_title_alone() -> None:
    assert not _kazakh_rules(pieces("«3» мамыр 2030 ж.", "ЕРЕЖЕСІ"), "kk")
