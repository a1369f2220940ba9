"""Equations and program code within garbled text stay; garble that looks a little like them does not."""

import pytest

from normalizers.garble.mending import mend
from normalizers.garble.spans.kept import find_kept, kept_patterns
from normalizers.repair import repair

GARBLE = "Chuong trinh ddo tqo ngdnh C6ng nghQ th6ng tin; cdc don vi, cd nhdn li€n quan theo Quy€t dinh ndy.\n" * 3


def test_every_row_matches_its_example() -> None:
    assert len(kept_patterns()) >= 8


@pytest.mark.parametrize(
    "line",
    [
        "def train(x, y): return x + y",
        "import numpy as np",
        "for i in range(10): print(i)",
        "if x == 0: return None",
        "SELECT * FROM sinhvien WHERE id = 5",
        "y = a.x + b, n dS=0",
    ],
)
def test_code_and_equations_stay(line: str) -> None:
    text = GARBLE + line
    edits, _ = mend(text, [True] * 4)
    assert all(edit.end <= len(GARBLE) for edit in edits)


@pytest.mark.parametrize("line", ["Hqp tqi TP.HCM ngdy 5", "Tp.HCM, ngdy 05 thdng 01", "- Luu: VT, KHTC, Th16."])
def test_short_names_of_a_city_and_of_who_typed_stay(line: str) -> None:
    edits, _ = mend(GARBLE + line, [True] * 4)
    (word,) = [w for w in line.split() if "HCM" in w or "16" in w]
    place = len(GARBLE) + line.index(word)
    assert not any(edit.start < place + len(word) and place < edit.end for edit in edits)


def test_short_names_that_a_sign_joins_get_their_stroke() -> None:
    line = "Giam ddc (BHQG-HCM); Hi€u truong theo d€ nghi cua phong"
    edits, _ = mend(GARBLE + line, [True] * 4)
    assert [edit.after for edit in edits if "HCM" in edit.before] == ["(ĐHQG-HCM);"]


@pytest.mark.parametrize(
    "line", ["sinh vi6n hq>c t4p", "Tdng sd tin chi = s6 tin chi bdt bu6c", "for the course", "import va xudt khdu"]
)
def test_garble_is_no_code(line: str) -> None:
    assert find_kept(line) == []


def test_rules_of_tables_are_no_ones() -> None:
    edits, _ = mend(GARBLE + "Tudn | N6i dung | Ti6t\n|Chuong md ddu | 3", [True] * 5)
    assert not any("|" in edit.before and "1" in edit.after for edit in edits)
    assert find_kept("Nghi quy6t ngdy | thdng 5 ndm 2031") == []
    rows = "1 | May tau 12\n2 | May kh6u 2|45\n3 | May tien |20|8 2|/03/2031"
    assert [span.text for span in find_kept(rows)] == ["|", "|", "|", "2 | 45", "| 20 | 8"]
    rows = "1 | May tau | 12\n2 |XY3012}4 | 30}15\n3 | (2)15 | 20)10"
    assert {"| XY3012 | 4", "30 | 15", "20 | 10"} <= {span.text for span in find_kept(rows)}
    assert find_kept("1 | 20|8\n2 | May kh6u 20|8\n3 | May tien")[3:] == []


@pytest.mark.parametrize("code", ["10A1,", "12C3", "BVHTTDL;", "VHTTDL;"])
def test_classes_of_schools_and_capitals_without_vowels_stay(code: str) -> None:
    edits, _ = mend(f"{GARBLE}Theo d€ nghi cua 16p {code} cdc don vi", [True] * 4)
    assert not any(edit.before == code for edit in edits)


def test_signs_of_shares_stay_before_a_stop_and_days_behind_a_bar() -> None:
    after = repair(GARBLE + "hoc ph6n chi6m 10 %, thi cudi ky 50 %.\n4 |May tau | 20 1|03/10/2032 | 57.900").text
    assert "10 %," in after and "50 %." in after and "20 1 | 03/10/2032 |" in after


@pytest.mark.parametrize(
    "kept",
    ["BTTL#4", "DAMH#12", "ME-GU, IT-LTU", "(I/T/U)", "5p", "CDIO", "QLCLGD", "HK1"],
    ids=["exercise", "project", "programmes", "levels", "minutes", "framework", "division", "semester"],
)
def test_codes_and_short_names_stay(kept: str) -> None:
    assert kept in repair(f"{GARBLE}Theo d€ nghi cua phdng {kept}\n{GARBLE}").text


def test_minutes_within_a_sentence_may_be_a_word() -> None:
    assert find_kept("giam bdt 5p luc cua ky thi ndm nay") == []


def test_a_bullet_read_as_a_letter_is_one_at_the_head_of_a_cell() -> None:
    after = repair(f"{GARBLE}e Thao lu6n nh6m    «e Hoat d6ng tr€n l6p\nNh6m e Thao\n{GARBLE}").text
    assert "\n• Thảo luận nhóm    • Hoạt động" in after and "\nNhóm • " not in after


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("Khoi luong: 4(3-1-0-8)", "4(3-1-0-8)"),
        ("tu -3 den +2, theo", "+2"),
        ("CO1 giai thich 3.1.2b", "3.1.2b"),
        ("May bom R R I", "I"),
        ("May bom 2 I I\nMay tau I R M", "I"),
        ("I Khoi chung\n1 May\nII Khoi rieng", "I"),
        ("4 Thuc tap M,A", "M,A"),
        ("5,1 D+ FX", "FX"),
        ("Bac 3 L:110 R:125", "L:110"),
        ("o Don vi: Khoa May", "o"),
    ],
)
def test_levels_credits_scores_and_bullets_stay(lines: str, kept: str) -> None:
    assert kept in [span.text for span in find_kept(lines)]


@pytest.mark.parametrize("line", ["ngdy I thdng 5", "May bom 3 I", "o Ha Noi va Hue", "I Khoi chung", "Lop 12 A, M"])
def test_strokes_and_letters_elsewhere_are_not_kept(line: str) -> None:
    assert find_kept(line) == []


def test_stems_of_labels_and_letters_without_vowels_are_short_names() -> None:
    text = GARBLE + "CLO1 n6u dugc CLO2 gi6i thich\nHinh thtrc CLO Trgng s6\nTran Van An. Bgnh cay. NXB Nong nghigp\n"
    repaired = repair(text).text
    assert "CLO " in repaired and "NXB " in repaired


def test_rules_between_words_part_them() -> None:
    assert [span.text for span in find_kept("TT|Ma so | Ten | 3.2|Tu | N|i dung |")].count(" | ") == 2
    assert find_kept("TT|Ma so N|i dung") == []


def test_a_dash_behind_a_figure_is_no_word() -> None:
    assert "5.5— 46" in repair(GARBLE + "di6m tu 5.5— 46 d6n 93 cira sinh vi6n").text
