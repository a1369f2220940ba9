"""Scanners that the engine has not seen: what it learns of them, and what it leaves as it is."""

import pytest

from normalizers.garble.engine import _lessons, divide
from normalizers.garble.gate import garbled_lines
from normalizers.garble.model.channel import Channel, symbols_of
from normalizers.garble.model.confusions import shipped_channel
from normalizers.garble.search.chunks import chunks_of
from normalizers.garble.search.parting import case_at, partings
from normalizers.garble.search.readings import Evidence, cases_of
from normalizers.garble.spans.acronyms import well_known
from normalizers.garble.spans.codes import find_codes
from normalizers.garble.spans.dates import find_dates
from normalizers.repair import repair

# Read by an engine that knew Spanish: every mark has become an acute one, and many a word is a syllable still.
ACUTE = """Diéu 1. Ban hánh kém theo Quyét dinh náy chuong trinh dáo tao ngánh Cóng nghé thóng tin.
Diéu 2. Chuong trinh duoc áp dung cho các khóa tuyén sinh tú nám 2025.
Sinh vién phái hoán thánh các hoc phán bát buóc vá các hoc phán tu chon cúa chuong trinh.
Giáng vién dánh giá két quá hoc táp cúa sinh vién theo quy dinh cúa nhá truóng.
Nói dung cúa hoc phán góm các kién thúc co bán vé cáu trúc dú liéu vá giái thuát."""


def test_garble_with_the_marks_of_another_language_passes_the_gate() -> None:
    assert all(garbled_lines(ACUTE))
    text = repair(ACUTE).text
    assert "Sinh viên phải hoàn thành các học phần bắt buộc" in text
    assert "cấu trúc dữ liệu và giải thuật" in text


def test_sound_lines_with_odd_words_stay_shut() -> None:
    sound = "Sinh viên học các môn Toán cao cấp, Vật lý đại cương và Tin học cơ sở tại khoa.\n" * 6
    assert not any(garbled_lines(sound + "Robot Matej Bel, Jan Kollar, Suchon.\n"))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("ngdy ! I thdng I0 ndm I97 I cila", ["11", "10", "1971"]),
        ("ngdy l9 thdng ] I ndm 2031", ["19", "11"]),
        ("ngdy 1910812031 cria", ["19/08/2031"]),
        ("ngdy 2gll2l 2ol7 cta", ["29/12/2017"]),
        ("ngdy t9 thdngIIndm2018;", ["19", " 11 ", " 2018"]),
        ("ngdy 27/3/2031 cria", []),
        ("ngdy 14 thdng 2 ndm 2031", []),
        ("ngdy 45 thdng 19 ndm 202 I", []),
        ("hgc k! ndm 20 sinh vi6n", []),
        ("sinh 27l05/20Z9 t4i", ["27/05/2029"]),
        ("sinh !3l06lZO28 t4i", ["13/06/2028"]),
        ("sinh 27l15/2029 t4i 1310612028", []),
    ],
)
def test_figures_of_dates_are_read_as_dates_can_be(printed: str, meant: list[str]) -> None:
    assert [fixed.text for fixed in find_dates(printed)] == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("57/203 2/OD- TTG ngay", "57/2032/QĐ-TTg"),
        ("45/OC-DHBK ngay", "45/QC-ĐHBK"),
        ("45/QC—DHQG ngay", "45/QC-ĐHQG"),
        ("48/2032/TT-BGDPT ngay", "48/2032/TT-BGDĐT"),
        ("02/2020/ND-CP", "02/2020/NĐ-CP"),
    ],
)
def test_numbers_of_acts_keep_their_grammar(printed: str, meant: str) -> None:
    assert [fixed.text for fixed in find_codes(printed)] == [meant]


def test_a_short_name_gets_only_the_strokes_that_make_it_well_known() -> None:
    assert well_known("BHQG") == "ĐHQG"
    assert well_known("THPT") == "THPT"
    assert well_known("XKPB") == "XKPB"


def test_what_is_learned_of_a_letter_tells_of_its_kin() -> None:
    seen = {symbols_of("ố", "lower")[0]: {"ii": 20.0}}
    alone = Channel().learned(seen, strength=4.0).costs("ii")
    tied = Channel().learned(seen, strength=4.0, kinship=0.6).costs("ii")
    like, unlike = symbols_of("ổ", "lower")[0], symbols_of("ế", "lower")[0]
    assert tied[like] < alone[like] - 3
    assert tied[unlike] == pytest.approx(alone[unlike])


def test_the_mixture_leans_to_the_engine_that_a_document_is_like() -> None:
    mixture = shipped_channel()
    table = mixture.channels[0].counts
    counts = {symbol: dict(strings) for symbol, strings in list(table.items())[:60]}
    assert mixture.adapted(counts).weights[0] == max(mixture.adapted(counts).weights) > 2 * mixture.weights[0]


def test_a_string_is_parted_where_its_pieces_are_words() -> None:
    prices = {"cdc": 1.0, "vin": 2.0, "d€": 1.0, "cdcvi": 9.0, "nd€": 9.0}
    way = partings("cdcvind€", "lower", lambda piece: prices.get(piece[0], 99.0), run=False)[0]
    assert [piece for piece, _ in way] == ["cdc", "vin", "d€"]
    assert case_at("cria'Trudng", 5, "lower") == "title"
    pieces = {piece for way in partings("ChauThi", "title", lambda _: 1.0, run=True) for piece in way}
    assert ("Thi", "title") in pieces and not {"C", "h", "T"} & {text for text, _ in pieces}


def test_capitals_without_a_vowel_say_nothing_of_a_line_and_stay() -> None:
    line = "- Luu: VT, HDTM, KHTH."
    chunk = chunks_of(0, line, 0, [])[1]
    assert chunk.caps < 0.36
    assert cases_of("Luu:", 0.9, after_stop=False)[1][0] == "title"
    garbled = "Diiu 4. C6c 6ng/bd Trudng phdng: KHTH, HH-VS, HC vd c6c tlon v! c6 li6n quan chlu tr6ch nhiQm thi hdnh"
    assert "KHTH, HH-VS, HC" in repair(garbled).text


def test_columns_and_series_of_codes() -> None:
    chunks = divide("PHONG D4I BIEU        Ngdy ban hdnh: G1, G2, G3", [True])
    assert [c.text for c in chunks if c.first] == ["PHONG", "Ngdy"]
    assert Evidence.of(chunks).series == {"G"}


def test_hours_and_letters_in_numbers_stay() -> None:
    garbled = "Thi sinh n6p h6 so tru6c 17h ng&y 27/8 theo Di6u 13.2.QD.1.5 cria Quy ch6 tuy6n sinh d4i hqc n6m nay"
    assert "17h" in repair(garbled).text
    assert "13.2.QD.1.5" in repair(garbled).text or "13.2.QĐ.1.5" in repair(garbled).text


def test_marks_that_no_vietnamese_letter_has_and_letters_given_up_open_the_gate() -> None:
    line = "Nhi_m vu này d_dc giao cho môi dön v_ dë d?doán két quá, t_böi cánh hai chiëu cúa mô hình ngôn ng_ mâ hóa\n"
    assert all(garbled_lines(line * 8)[:8])
    assert "hai chiều của mô hình ngôn ngữ mã hóa" in repair(line * 8).text


def test_formulas_set_in_tex_are_no_garble() -> None:
    lines = "Mômen lực: (\\vec\\tau=\\vec r\\times\\vec F).\nLực không đổi: (\\vec J=\\vec F\\Delta t), với hệ kín.\n"
    sound = "Sinh viên học các định luật của Newton và các phương trình cơ bản của động lực học.\n"
    assert not any(garbled_lines((sound + lines) * 6))


def test_lines_whose_words_all_are_syllables_are_opened_where_all_around_is_garbled() -> None:
    lines = (ACUTE + "\n") * 3
    text = lines + "Quóc gia Há Nói nhu sau:\n" + lines
    assert garbled_lines(text)[15]


def test_the_stranger_an_engine_is_the_more_lessons_are_taken() -> None:
    assert [_lessons(strangeness) for strangeness in (0.4, 0.8, 1.2)] == [1, 2, 3]
