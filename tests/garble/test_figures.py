"""Figures in garbled text: what is one stays, what was a word is read as one where the words are full of figures."""

import pytest

from normalizers.garble.engine import divide
from normalizers.garble.mending import mend
from normalizers.garble.model.language import shipped_model
from normalizers.garble.search.chunks import chunks_of
from normalizers.garble.search.keeping import by_name, kept
from normalizers.garble.search.readings import Evidence
from normalizers.garble.spans.acronyms import compound, well_known
from normalizers.garble.spans.codes import find_codes, find_document_codes
from normalizers.garble.spans.digits import as_digits
from normalizers.garble.spans.numerals import numerals
from normalizers.repair import repair

_BODY = """Nghj djnh nay 66 hi6u 1uc thi hanh k6 tir ngay ky ban hanh.
C6c c6 quan, don vj c6 tr6ch nhi6m t6 chirc thirc hi6n c6c quy djnh cua Nghj djnh nay.
Truong h0p 66 vu6ng m6c thi b6o c6o B0 truong xem x6t, quy6t djnh trong 15 ngay.
"""


def _mended(text: str) -> str:
    edits, _ = mend(text, [True] * (text.count("\n") + 1))
    for edit in reversed(edits):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


def test_a_figure_that_the_words_around_take_for_a_word_is_one() -> None:
    mended = _mended(_BODY)
    assert "này có hiệu lực" in mended
    assert "trong 15 ngày" in mended


@pytest.mark.parametrize("score", ["6.5+", "280/300+", "1380+"])
def test_a_plus_behind_a_score_is_no_figure(score: str) -> None:
    assert as_digits(score) is None
    assert score in _mended(f"Th( sinh c6 chung chi ngoqi ngu di6m {score} trd l6n\n" + _BODY)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("100/2020/NDCP,", "100/2020/NĐ-CP"),
        ("87/2032/ND-Cl’ ngay", "87/2032/NĐ-CP"),
        ("53/2013/QDTTg", "53/2013/QĐ-TTg"),
        ("57/2032/QB-TTe, ngay", "57/2032/QĐ-TTg"),
        ("67/2023/rr-BTC", "67/2023/TT-BTC"),
        ("12/QD-DHOGHN", "12/QĐ-ĐHQGHN"),
    ],
)
def test_the_letters_of_an_act_are_read_by_their_grammar(printed: str, meant: str) -> None:
    assert [code.text for code in find_codes(printed)] == [meant]


@pytest.mark.parametrize("printed", ["12/IT-BTC", "12/2020/QDUBND"])
def test_letters_that_may_be_others_stay(printed: str) -> None:
    assert find_codes(printed) == []


@pytest.mark.parametrize("printed", ["GD&PDT", "BGD-PDT"])
def test_a_short_name_whose_letters_are_fewer_when_mended_stays(printed: str) -> None:
    assert compound(printed) == printed


def test_an_unknown_acronym_with_an_o_stays() -> None:
    assert well_known("TOPIC") == "TOPIC"
    assert well_known("DHOG") == "ĐHQG"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("Ma s5: QT.KHTH.l6.0l", ["QT.KHTH.16.01"]), ("BM.CTSV-QLSV.O2.1", ["BM.CTSV-QLSV.02.1"]), ("TT.BGDDT.", [])],
)
def test_codes_of_documents_have_figures_behind_their_letters(printed: str, meant: list[str]) -> None:
    assert [code.text for code in find_document_codes(printed)] == meant


def test_the_capitals_of_a_code_do_not_make_a_line_of_capitals() -> None:
    assert all(chunk.caps < 0.36 for chunk in chunks_of(0, "Ma s5: QT.KHTH.l6.0l", 0, []))


@pytest.mark.parametrize("code", ["i386", "lAW3700", "CLO2", "13.4.lQ.27"])
def test_a_code_among_garble_is_neither_parted_nor_made_a_number(code: str) -> None:
    assert code in _mended(_BODY + f"C6c c6 quan theo d6i {code} trong thoi hqn 30 ngay.\n").split()


def test_letters_that_an_engine_gave_for_a_word_make_no_figure() -> None:
    mended = _mended(_BODY + "Quy djnh n6y 4p dung i10 x6c djnh s6 di6m cua c6c m6n hoc.\n")
    assert not {"110", "56"} & set(mended.split())
    assert "số điểm" in mended


def test_a_word_with_a_figure_in_it_and_the_number_behind_it_are_no_number() -> None:
    said = _mended(_BODY + "(O!8O 59 LOAT SO 68/2006/QH11, CO H!FO LOC THI MANH)\n").split()
    assert "59" in said
    assert not any(word.endswith("8059") for word in said)


def test_a_word_behind_a_slash_stays_in_sound_text() -> None:
    fees = """Học bổng của chương trình liên kết: 2.000 USD/năm
Dành cho sinh viên trúng tuyển vào trường.
Học phí khoảng 9.500 USD/năm
Đạt chuẩn tiếng Anh theo quy định của khoa."""
    assert repair(fees).text == fees


@pytest.mark.parametrize("printed", ["[23]", "64/QD-TTG"])
def test_the_number_of_a_source_and_of_an_act_stay(printed: str) -> None:
    figures = "".join(c for c in printed if c.isdigit())
    said = _mended(_BODY + f"C6c c6 quan theo {printed} trong thoi hqn 30 ngay.\n".upper())
    assert any(figures == "".join(c for c in word if c.isdigit()) for word in said.split())


@pytest.mark.parametrize(
    ("printed", "pieces"),
    [("TRINH I)AO TAO", ["TRINH", "I)AO", "TAO"]), ("(PIs)Muc I)Cac", ["(PIs)", "Muc", "I)", "Cac"])],
)
def test_a_capital_in_two_strokes_is_no_bracket(printed: str, pieces: list[str]) -> None:
    assert [chunk.text for chunk in chunks_of(0, printed, 0, [])] == pieces


def test_capitals_stand_less_readily_where_a_sign_beside_them_may_be_a_letter() -> None:
    number, document = shipped_model().number, Evidence()
    sound, doubtful = chunks_of(0, "CHUAN B B!", 0, [])[1:]
    costs = [kept(chunk, number, document, lambda *_: 9.0).cost for chunk in (sound, doubtful)]
    assert costs[0] < costs[1]


def test_a_capital_that_is_a_word_is_read_as_one_too() -> None:
    number = shipped_model().number
    chunk = chunks_of(0, "SO Y TE", 0, [])[1]
    own = kept(chunk, number, Evidence(), lambda *_: 9.0)
    assert [reading.numbers for reading in by_name(own, chunk, number)] == [(number["y"],)]


def test_a_figure_is_not_drawn_to_the_word_behind_it() -> None:
    assert " 243 " in _mended(_BODY + "THUC HANH TOI THIEU 243 6IO TAI KHOA").replace("\n", " ")


def test_a_foreign_word_in_capitals_and_a_bullet_stay() -> None:
    number = shipped_model().number
    bullet, word, syllable = chunks_of(0, "* GENERAL NGUYEN", 0, [])
    least = {"GENERAL": 9.0, "NGUYEN": 1.0}
    costs = [kept(chunk, number, Evidence(), lambda body, _: least[body]).cost for chunk in (word, syllable, bullet)]
    assert costs[0] == costs[2] == 0.0 < costs[1]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Chuong lI", "Chương II"),
        ("ngay lI thang 3 nam 2031", "ngày 11 tháng 3 năm 2031"),
        ("muc thu 1a 120.000 d6ng", "mức thu là 120.000 đồng"),
        ("Phu luc 1a kem theo", "Phụ lục 1a kèm theo"),
    ],
)
def test_strokes_are_what_the_words_around_take_them_for(line: str, meant: str) -> None:
    around = "Di6u 3. Kinh phi h6 tr6 dugc tinh nhu sau, cac don vi thuc hi6n dung quy dinh cua Nha trudng\n" * 4
    assert repair(around + line + "\n" + around).text.split("\n")[4] == meant


def test_a_sign_behind_a_word_that_ends_in_a_horn_is_the_horn() -> None:
    mended = _mended(
        "C6n cir Th6ng tu’ so 23 quy djnh h6 so’ cua ngu’oi hoc theo cum tir ‘ho so nop’ cua khoa.\n" + _BODY
    )
    assert "Thông tư số" in mended and "hồ sơ của" in mended
    assert "nộp’ của" in mended


def test_a_stroke_is_a_letter_where_a_document_has_roman_numbers_or_tells_what_it_stands_for() -> None:
    texts = ("Chuong II\nChuong I", "Muc do: I - gioi thieu", "Phong I, phong J")
    assert [Evidence.of(divide(text, [True, True])).roman for text in texts] == [True, True, False]
    number = shipped_model().number
    costs = [numerals("I", number, Evidence(roman=roman))[0].cost for roman in (True, False)]
    assert costs[0] > costs[1] + 3
    point = chunks_of(0, "II.1 Mon hoc", 0, [])[0]
    assert kept(point, number, Evidence(roman=True), lambda *_: 9.0).cost < 0
