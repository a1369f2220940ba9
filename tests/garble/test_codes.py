"""Numbers of acts and codes of courses whose letters and figures were misread."""

import pytest

from normalizers.garble.engine import Decoded
from normalizers.garble.mending import _may_be_name, _of_spelled_out_issuer, mend
from normalizers.garble.search.chunks import Chunk
from normalizers.garble.search.decoding import Choice
from normalizers.garble.spans.acronyms import initials_of, inventory_names, of_masthead, well_known
from normalizers.garble.spans.codes import find_codes
from normalizers.garble.spans.digits import as_digits
from normalizers.garble.spans.kept import find_kept
from normalizers.garble.spans.labels import find_labels
from normalizers.garble.spans.series import find_series


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("64/2031/Qb-TTg", "64/2031/QĐ-TTg"),
        ("81/2033/TT-BGDPDT", "81/2033/TT-BGDĐT"),
        ("81/2033/TT-BGDbT", "81/2033/TT-BGDĐT"),
        ("72/2032/NBD-CP", "72/2032/NĐ-CP"),
        ("64/2031/QD.TTg", "64/2031/QĐ-TTg"),
        ("64/2031/QP-TTIg", "64/2031/QĐ-TTg"),
        ("913/QpD-DHKT", "913/QĐ-ĐHKT"),
        ("519/2034/UBTVOH17", "519/2034/UBTVQH17"),
        ("58/2033/QHl7", "58/2033/QH17"),
        ("81/2033/TT-BGDI)T", "81/2033/TT-BGDĐT"),
        ("913/9D-TTg", "913/QĐ-TTg"),
        ("47/NQ-HDPT-DHVT", "47/NQ-HĐT-ĐHVT"),
        ("58l2033/QH17", "58/2033/QH17"),
        ("913/Q0D-DHQGHN", "913/QĐ-ĐHQGHN"),
        ("913/QO-TTg", "913/QĐ-TTg"),
        ("913/QO-OHKT", "913/QĐ-ĐHKT"),
        ("42/QD-BHXH", "42/QĐ-BHXH"),
        ("81/20331TT-BGDDT", "81/2033/TT-BGDĐT"),
        ("8112033/TT-BGDDT", "81/2033/TT-BGDĐT"),
        ("8112033lTT-BGDDT", "81/2033/TT-BGDĐT"),
        ("42/VBHN-BGDDT", "42/VBHN-BGDĐT"),
        ("81/2033/TT-BGDEBT", "81/2033/TT-BGDĐT"),
    ],
)
def test_numbers_of_acts_have_their_letters(printed: str, meant: str) -> None:
    assert [code.text for code in find_codes(f"s6 {printed} ngdy")] == [meant]


def test_the_word_before_a_number_left_blank_is_no_number() -> None:
    assert find_codes("Kem theo Quyet dinh s6 /QD-DHKT ngay") == []
    assert [code.text for code in find_codes("Kem theo Quyet dinh s6 S6 /QD-DHKT")] == ["56/QĐ-ĐHKT"]


def test_a_number_in_a_line_of_capitals_stays_in_capitals() -> None:
    assert [code.text for code in find_codes("CAN CU QUYET D!NH SO 913/QD-TTG NGAY")] == ["913/QĐ-TTG"]


@pytest.mark.parametrize("printed", ["75+/SAT", "64/2031/Qb-TTg", "27/06l2029"])
def test_letters_behind_a_stroke_are_no_figures(printed: str) -> None:
    assert as_digits(printed) is None


def test_codes_of_a_series_have_its_letters() -> None:
    text = "GEO417 Dia ly\nGEO528 Ban do\nGEO639 Khi hau\nGE071S Dja chdt\nAEO518 khac\nGEO12"
    assert [code.text for code in find_series(text)] == ["GEO715"]


def test_of_two_series_that_are_like_each_other_the_surer_one_has_the_codes() -> None:
    text = "GEI417 a\nGEI528 b\nGEI639 c\nGE1715 d\nGE1812 e\nGE1914 f\nGEl236 g"
    assert [code.text for code in find_series(text)] == ["GEI715", "GEI812", "GEI914", "GEI236"]


def test_two_codes_are_no_series() -> None:
    assert find_series("GEO417 Dia ly\nGEO528 Ban do\nGE0715 Dja chdt") == []


def test_a_code_that_begins_with_a_nought_shows_a_series() -> None:
    assert [code.text for code in find_series("XY05318 May bom, XY05420\nXYO5219 May tau")] == ["XY05219"]
    assert find_series("XY5318 May bom\nXYO219 May tau") == []


def test_outcomes_named_by_the_vietnamese_letters_get_their_stroke() -> None:
    labels = find_labels("CDR1: Vqn dpng\nCDR2: Phdn tich\nCPR3: Thi6t k6")
    assert [label.text for label in labels] == ["CĐR1:", "CĐR2:", "CĐR3:"]


def test_a_document_numbers_by_letters_of_its_own() -> None:
    series = "TL1: S6ch, TL2: B4i b6o, TL3 v4 "
    assert [label.text for label in find_labels(series + "TL4, TLl; T15")][3:] == ["TL4", "TL1"]
    assert find_labels("TL1: S6ch, TL2: B4i b6o v4 TLl") == []


def test_one_clean_label_of_a_long_stem_tells_of_its_family() -> None:
    assert [label.text for label in find_labels("PLOL: Hi6u\nPLOZ2: Vi6t\nPLO3: N6i")] == ["PLO1:", "PLO2:", "PLO3:"]


def test_a_title_before_a_name_stays() -> None:
    assert [span.text for span in find_kept("vd ThS. Do Van A, thi x6")] == ["ThS."]


def test_the_kind_within_a_number_of_the_database_of_laws_gets_its_stroke() -> None:
    text = "Di6u 61.3.ND.8.27. Ch6 d0 bdo cdo cua cdc don vi sau khi hoc xong chuong trinh ddo tqo"
    edits, _ = mend(text, [True])
    assert "61.3.NĐ.8.27" in [edit.after.rstrip(".") for edit in edits]


def test_what_no_name_is_spelled_like_is_mended_though_it_has_a_capital() -> None:
    assert not _may_be_name(_decoded("Thudng")) and _may_be_name(_decoded("Thuong"))


def _decoded(core: str) -> Decoded:
    chunk = Chunk(4, 4 + len(core), core, 0, False, 0.1)
    return Decoded(chunk, Choice(None, None, 0.0))


def test_short_names_are_as_the_words_of_the_document_begin() -> None:
    words = "trường đại học xây dựng đại học xây dựng của khoa quản lý đô thị quản lý đô thị"
    initials = initials_of(words.split())
    assert _of_spelled_out_issuer("64/QĐ-PHXD", initials, "") == "64/QĐ-ĐHXD"
    assert _of_spelled_out_issuer("64/QĐ-ĐHXĐ", initials, "") == "64/QĐ-ĐHXD"
    assert _of_spelled_out_issuer("64/QĐ-BGDĐT", initials, "") == "64/QĐ-BGDĐT"
    assert well_known("QLET", initials) == "QLĐT"
    assert well_known("QLET", "") == "QLET"
    assert well_known("CPR", initials_of(["theo", "chuẩn", "đầu", "ra", "của", "môn"])) == "CĐR"
    assert well_known("CPR", initials) == "CPR"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("ĐHTD", "ĐHTĐ"), ("ĐHTED", "ĐHTĐ"), ("ĐHVTTĐ", "ĐHVTTĐ"), ("ĐHKD", "ĐHKD"), ("ĐHD", "ĐHD")],
)
def test_short_names_leave_out_words_of_a_masthead(printed: str, meant: str) -> None:
    masthead = "CỘNG HÒA TRƯỜNG ĐẠI HỌC VẬN TẢI TRUNG ĐỊNH QUYẾT ĐỊNH"
    assert of_masthead(printed, "".join(word[0] for word in masthead.split())) == meant


def test_a_short_name_that_begins_like_the_prime_ministers_is_not_his() -> None:
    assert [code.text for code in find_codes("118/KH-TTGDNNGDTX ngdy 5")] == ["118/KH-TTGDNNGDTX"]
    assert [code.text for code in find_codes("118/QD-TTG ngdy 5")] == ["118/QĐ-TTg"]


def test_a_number_whose_year_is_no_year_keeps_its_figures() -> None:
    assert find_codes("s6 81/20991TT-BGDDT ngdy") == find_codes("s6 20331QD-BGDDT ngdy") == []


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("hoc truoc G1.2,G2.1 |", ["G1.2, ", "G2.1"]),
        ("Bai 3    G1.1, 62.2", ["G1.1", "G2.2"]),
        ("Bai 4    62.2,G3.1,", ["G2.2, ", "G3.1"]),
        ("Bai 5    GS.1 GL.2 GI2.1", ["G5.1", "G1.2", "G2.1"]),
        ("Bai 6    62.2    65.3", []),
    ],
    ids=["no blank", "a figure behind", "a figure before", "figures like letters", "figures alone"],
)
def test_labels_of_one_letter_stand_in_lists(printed: str, meant: list[str]) -> None:
    series = "G1.1, G2.2\nG3.1\nG5.2\n"
    assert [label.text for label in find_labels(series + printed) if label.start >= len(series)] == meant


def test_two_labels_of_a_letter_are_no_series() -> None:
    assert find_labels("G1.1 va G2.2, 63.1") == []


def test_the_first_letter_of_a_label_may_be_printed_twice() -> None:
    assert [label.text for label in find_labels("CO1 neu\nCO2 tinh\nCco3 thuc hien\nCO4 viet")][2] == "CO3"


@pytest.mark.parametrize(
    ("name", "known"), [("GIÁM", False), ("HOA", False), ("TINH", False), ("CNTT", True), ("AI", True)]
)
def test_words_of_headings_are_no_short_names(name: str, known: bool) -> None:
    assert (name in inventory_names()) is known


@pytest.mark.parametrize(
    ("lists", "meant"),
    [
        ("A, Al, D1, B\nA, A1, DI,B", ["A, A1, D1, B", "A, A1, D1,B"]),
        ("Moo, MOS, M11\nCOO, C19, D14", ["M00, M05, M11", "C00, C19, D14"]),
        ("A, Al, D1, B", []),
        ("nhom A, Bo, C voi A1, B2, C", []),
        ("A1, D1, B2.1, Co.x, Al", []),
    ],
    ids=["one figure", "two figures", "one that stands clean is not enough", "no list of codes", "other numbers"],
)
def test_letters_in_a_list_of_short_codes_are_figures(lists: str, meant: list[str]) -> None:
    assert [span.text for span in find_series(lists)] == meant


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("PLO1.1 nho PLO1.2| dung", ["PLO1.1", "PLO1.2"]),
        ("PI1.1| PI1.2 | PI2.|", ["PI1.1", "PI1.2", "PI2.1"]),
        ("CLOs Mo ta, CLO1, CLO2", ["CLO1", "CLO2"]),
    ],
    ids=["parts of an outcome", "a rule behind a label, and a figure read as one", "several outcomes"],
)
def test_labels_end_where_the_rule_of_the_table_stands(line: str, meant: list[str]) -> None:
    assert [span.text for span in find_labels(line)] == meant


def test_the_office_of_training_is_told_behind_its_school() -> None:
    assert [code.text for code in find_codes("So: 118/QD-DHBK-PT, 7/TTr-BT")] == ["118/QĐ-ĐHBK-ĐT", "7/TTr-ĐT"]


@pytest.mark.parametrize(
    ("codes", "meant"),
    [
        ("XAO07 XB103 XB105 XB212 XAO009 XA0O08", ["XA007", "XA009", "XA008"]),
        ("XYZ00101 XYZ00102 YYZ00041 ZZXO00031", ["ZZX00031"]),
        ("XYO101 XYO102 XYO04 XB103 XB105 XB212", []),
        ("XYO01 XB101 XB102", []),
    ],
    ids=["for a nought", "printed twice", "letters of their own", "too few others"],
)
def test_a_letter_like_a_nought_is_one_where_the_codes_around_have_as_many_figures(
    codes: str, meant: list[str]
) -> None:
    assert [code.text for code in sorted(find_series(codes), key=lambda code: code.start)] == meant
