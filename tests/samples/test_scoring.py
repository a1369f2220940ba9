"""The scorer counts what it says it counts."""

from tests.samples.scoring import equal, score_rows, score_tables, total


def test_equal_rows_are_right() -> None:
    rows = [{"number": "1", "text": "Điều khoản chung", "ordinal": 1}]
    score = score_rows(rows, [{"number": "1", "text": "Điều khoản  chung."}])
    assert (score.right, score.wanted, score.said) == (2, 2, 2)


def test_a_missing_and_an_invented_row_cost() -> None:
    gold = [{"code": "PO1", "text": "a b c"}, {"code": "PO2", "text": "d e f"}]
    score = score_rows(gold, [{"code": "PO1", "text": "a b c"}, {"code": "XX", "text": "unlike"}])
    assert (score.right, score.wanted, score.said) == (2, 4, 4)
    assert score.f1 == 0.5


def test_choices_silence_and_optional_rows() -> None:
    gold = [{"name": ["A", "B"], "role": [None, "dean"]}, {"name": "C", "_optional": True}]
    assert score_rows(gold, [{"name": "B"}]).f1 == 1.0
    assert score_rows(gold, [{"name": "B"}, {"name": "C"}]).f1 == 1.0
    assert score_rows(gold, [{"name": "B", "role": "rector"}]).precision == 0.5


def test_numbers_are_exact_and_prose_is_near() -> None:
    assert equal("hours", 15, "15,0") and not equal("hours", 15, 16)
    assert equal("title", "Quy chế đào tạo đại học", "Quy chế đào tạo đại hoc")
    assert not equal("number", "1127/QĐ-ĐHKTST", "1127/QĐ-DHKTST")
    assert equal("text", "còn ⟦?⟧ lại", "còn lại")


def test_columns_that_gold_never_fills_do_not_count() -> None:
    assert score_rows([{"name": "A"}], [{"name": "A", "purpose": "x"}]).f1 == 1.0
    assert total(score_tables({"a": [{"code": "1"}], "findings": [{"rule": "r"}]}, {"a": [{"code": "1"}]})).f1 == 1.0
