"""The careful mode: slips of engines that know Vietnamese are mended, sound text is left as it is."""

from dataclasses import replace

import numpy as np
import pytest

from models.edits import apply
from normalizers.garble.gate import unread_lines
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.careful import LEAST, proofread
from normalizers.garble.scans.echoes import echoed, of_document
from normalizers.garble.scans.judging import FEATURES, features, shipped_judge
from normalizers.garble.scans.rivals import Slips, shipped_slips
from normalizers.garble.scans.sequence import running
from normalizers.garble.scans.signs import scan_edits
from normalizers.garble.scans.weighing import Weighed, weigh
from normalizers.garble.training.aligning import align_words, replaced
from normalizers.garble.training.slips import Examples, Scan, count_slips, learn_judge
from normalizers.repair import repair

SOUND = """Căn cứ Luật Giáo dục đại học và các văn bản hướng dẫn thi hành;
Căn cứ Quy chế tổ chức và hoạt động của Trường Đại học Mỏ Đồng Nai;
Quyết định này có hiệu lực kể từ ngày ký, được rà soát hàng năm và hằng quý.
Qui định về kỹ năng và kĩ thuật, lí thuyết và lý luận áp dụng cho sinh viên ngành kế toán.
Bà Trân Thị Thu Hoài, ông Lê Văn Tý và bà Đỗ Thị Hảo chịu trách nhiệm về thể thức văn bản.
Môn toán học thầy Toàn, cô Hoa và chú Tư dạy; lớp có 45 học sinh, phòng B2.104."""


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Chủ tịch Hô Chí Minh", "Chủ tịch Hồ Chí Minh"),
        ("sửa đổi, bồ sung một số điều", "sửa đổi, bổ sung một số điều"),
        ("sửa đồi, bồ sung một số điều", "sửa đổi, bổ sung một số điều"),
        ("Các tồ chức, cá nhân có liên quan", "Các tổ chức, cá nhân có liên quan"),
        ("Quyêt định", "Quyết định"),
        ("QUYÉT ĐỊNH", "QUYẾT ĐỊNH"),
        ("có hiệu lực kế từ ngày ký", "có hiệu lực kể từ ngày ký"),
        ("THÀNH PHÓ HỖ CHÍ MINH", "THÀNH PHỐ HỒ CHÍ MINH"),
        ("Luật Giáo dục dại học", "Luật Giáo dục đại học"),
    ],
)
def test_slips_are_mended(read: str, printed: str) -> None:
    assert repair(read).text == printed


def test_sound_text_stays() -> None:
    assert repair(SOUND).edits == ()


def test_a_clause_goes_on_over_a_line_end() -> None:
    text = f"{SOUND}\nTheo đề nghị của Trưởng phòng Đào tạo và các đơn vị có liên quan về việc tô\nchức thi."
    assert repair(text).text == text.replace("tô\n", "tổ\n")


def test_a_sentence_goes_on_over_blank_lines() -> None:
    text = f"{SOUND}\nSố liệu về giá gỗ giúp nhóm thợ mạnh dạn nêu ra giả\n\nthuyết khoa học của đề tài."
    assert repair(text).edits == ()


BOUND = "Sinh viên xếp loại yếu phải học lại học phần theo quy định của Trường."
ROWS = """Điểm chữ\tĐiểm số\tThang 100\tXếp loại
A\t4,0\t85 - 100\tGiỏi
D\t1,0\t40 - 54\tTrung bình yếu
F\t0,0\t0 - 39\tKém"""


@pytest.mark.parametrize("below", ["Phiếu đăng ký được nộp trực tuyến trên cổng thông tin.", "phiếu đăng ký", ""])
def test_a_row_of_a_table_does_not_go_on_below(below: str) -> None:
    assert repair(f"{BOUND}\n{ROWS}\n{below}").edits == ()
    assert repair(f"{ROWS}\t{below}\n{below}\n{BOUND}").edits == ()


def test_slips_in_cells_are_mended() -> None:
    text = "STT\tĐơn vị\tNội dung\n1\tPhòng Tồ chức cán bộ\tsửa đồi, bồ sung một số điều"
    assert repair(text).text == text.replace("Tồ", "Tổ").replace("đồi", "đổi").replace("bồ", "bổ")


def test_closed_lines_are_not_touched() -> None:
    text = "Quyêt định này có hiệu lực kế từ ngày ký\nQuyêt định này có hiệu lực kế từ ngày ký"
    assert {edit.start > text.index("\n") for edit in proofread(text, [True, False])} == {True}


def test_slips_around_make_a_slip_likelier() -> None:
    def probability(text: str) -> float:
        tokens = running(text, [False] * (text.count("\n") + 1))
        weighed = weigh(tokens, shipped_slips())
        rows = shipped_judge()(features(tokens, weighed))
        return next(float(p) for w, p in zip(weighed, rows, strict=True) if w.rival == "thể")

    around = "Các tồ chức, cá nhân được sửa đồi, bồ sung theo Quyêt định của Bộ trướng;"
    assert probability(f"Kế hoạch cụ thế như sau\n{around}") > probability(f"Kế hoạch cụ thế như sau\n{SOUND}")


def test_edits_replay_with_their_confidence() -> None:
    text = "Các tồ chức, cá nhân được sửa đồi, bồ sung theo Quyêt định của Bộ trưởng"
    edits = proofread(text, [False])
    assert apply(text, edits) == "Các tổ chức, cá nhân được sửa đổi, bổ sung theo Quyết định của Bộ trưởng"
    assert all(LEAST <= edit.confidence < 1 and edit.kind.startswith("garble.") for edit in edits)


def test_rivals_keep_the_case_and_the_letters_come_from_counts() -> None:
    slips = Slips({("Đ", "D"): 30, ("Đ", "Đ"): 900, ("t", "l"): 20, ("t", "t"): 5000, (",", "."): 5, (",", ","): 100})
    assert [word for word, _ in slips.rivals("Dại")][0] == "Đại"
    assert "tại" in [word for word, _ in slips.rivals("lại")]
    assert slips.rivals("lại") == slips.rivals("lại")
    assert [word for word, _ in slips.rivals(".")] == [","]
    assert all(word.isupper() for word, _ in slips.rivals("TÔ"))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Quyết định số 47/QĐĐ-ĐĐHBK ngày 5", "Quyết định số 47/QĐ-ĐHBK ngày 5"),
        ("Quyết định số 3906/QĐ-ĐHỌG ngày 5", "Quyết định số 3906/QĐ-ĐHQG ngày 5"),
        ("Thông tư số 48/2032/TT-BGDDT", "Thông tư số 48/2032/TT-BGDĐT"),
        ("Nghị định số 87⁄2032/ND-CP", "Nghị định số 87/2032/NĐ-CP"),
        ("ngày l6 tháng 4 năm 202]", "ngày 16 tháng 4 năm 2021"),
        ("ĐHBK, ĐHBK, ĐHBK và DIIBK", "ĐHBK, ĐHBK, ĐHBK và ĐHBK"),
    ],
)
def test_codes_of_scans_are_mended(read: str, printed: str) -> None:
    assert apply(read, scan_edits(read, [False], slips=True)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Thông tư số 48/2032/TT-BGDDT và Nghị định số 87/2032/ND-CP",
        "chuẩn l1 và l2, ngày l6",
        "2, Giảng viên",
        "39§6/QĐ-ĐHQG",
    ],
)
def test_codes_of_sound_text_stay(text: str) -> None:
    assert scan_edits(text, [False], slips=False) == ()


def test_a_code_of_a_college_keeps_its_letters() -> None:
    text = "Số: 352/QĐ-CĐĐN\nthay thế Quyết định số 118/QĐ-CĐĐN ngày 05\nQuyết định số 7/QĐ-CĐCĐĐT"
    assert scan_edits(text, [False] * 3, slips=True) == scan_edits(text, [False] * 3, slips=False) == ()
    assert repair(f"{text}\n{SOUND}").edits == ()


@pytest.mark.parametrize("text", ["Số: 47/QĐ-ĐĐHM", "Quyết định số 6/QĐ-ĐĐHM và Quyết định số 7/QĐ-ĐĐHM"])
def test_a_doubled_letter_that_the_document_prints_so_stays(text: str) -> None:
    assert scan_edits(text, [False], slips=True) == ()


def test_a_doubled_letter_stays_where_nothing_else_slips() -> None:
    assert scan_edits("Quyết định số 47/QĐĐ-ĐĐHBK ngày 5", [False], slips=False) == ()


def test_a_known_short_name_is_not_taken_for_another() -> None:
    assert scan_edits("ĐHBK, ĐHBK, ĐHBK và ĐHKH", [False], slips=True) == ()


def test_words_and_letters_are_aligned() -> None:
    assert align_words(["tổ", "chức", "thi"], ["tô", "thi"]) == [("tổ", "tô"), ("chức", ""), ("thi", "thi")]
    assert replaced("ĐHBK", "DIIBK") == [("ĐH", "DII"), ("B", "B"), ("K", "K")]
    counts = count_slips([Scan("vie.1", ("các tô chức",), ("các tổ chức",)), Scan("vie.2", ("bỏ qua",), ("",))])
    assert counts["ổ", "ô"] == 1 and counts["c", "c"] == 4 and ("b", "b") not in counts


def test_the_judge_learns_what_tells_slips_apart() -> None:
    chance = np.random.default_rng(1)
    rows = chance.normal(size=(400, len(FEATURES)))
    right = (rows[:, 0] > 0).astype(float)
    judge = learn_judge(
        Examples(rows[:200], right[:200], np.ones(200)), Examples(rows[200:] - 3, np.zeros(200), np.ones(200))
    )
    said = judge(rows[:200])
    assert said[right[:200] == 1].mean() > 0.8 > 0.3 > said[right[:200] == 0].mean()


@pytest.mark.parametrize(
    ("elsewhere", "mended"),
    [
        ("lập sổ bàn giao, ký sổ bàn giao", True),  # the document has the pair
        ("lập biên bản, ký biên bản", False),
        ("lập số bàn giao, ký sổ bàn giao", False),  # it has both
    ],
)
def test_a_doubtful_word_is_what_stands_beside_the_same_word_elsewhere(elsewhere: str, mended: bool) -> None:
    text = running(f"Khi nghỉ phép, viên chức {elsewhere}; người nhận có số bàn giao.", [False])
    place = next(n for n, t in reversed(list(enumerate(text.places))) if t is not None and t.text == "số")
    rival = Weighed(place, "sổ", spellings()["sổ"], 0.2, 9.0, 0.5, -12.0, -12.0)
    assert echoed(text, [rival], [0.3], {}) == [0] * mended
    assert echoed(text, [replace(rival, odds=-3.0)], [0.3], {}) == []


def test_what_was_mended_beside_a_word_is_mended_beside_it_again() -> None:
    text = running("Bí thư chỉ đoàn khoa Điện; các chỉ đoàn khác.", [False])
    one, two = (n for n, t in enumerate(text.places) if t is not None and t.text == "chỉ")
    rival = Weighed(two, "chi", spellings()["chi"], -1.9, 4.0, 4.7, -22.0, -25.0)
    assert echoed(text, [rival], [0.18], {one: rival.number}) == [0]
    assert echoed(text, [rival], [0.18], {}) == []


@pytest.mark.parametrize(
    ("elsewhere", "kept"),
    [("nghỉ học, nghỉ ốm, nghỉ phép, nghỉ bù", True), ("nghỉ học, nghỉ ốm, nghỉ phép, nghi thức", False)],
)
def test_a_word_that_the_document_has_again_and_again_is_no_slip(elsewhere: str, kept: bool) -> None:
    text = running(f"Trước khi nghỉ lễ; {elsewhere}", [False])
    place = next(n for n, token in enumerate(text.places) if token is not None and token.text == "nghỉ")
    number = running("nghi", [False]).numbers.max()
    assert of_document(text, {place: int(number)}, {place: 0.9}) == ({place} if kept else set())
    assert of_document(text, {place: int(number)}, {place: 0.97}) == set()


def test_a_word_of_every_document_is_none_of_its_own() -> None:
    others = ", ".join("các khoa và các lớp của trường" for _ in range(150))
    text = running(f"Trưởng nhóm năm vững kỹ thuật; năm một, năm hai, năm ba, năm cuối; {others}", [False])
    place = next(n for n, token in enumerate(text.places) if token is not None and token.text == "năm")
    number = running("nắm", [False]).numbers.max()
    assert of_document(text, {place: int(number)}, {place: 0.9}) == set()


def test_a_word_before_one_in_small_letters_is_no_given_name() -> None:
    text = "Nơi nhận:\n- Ban Tuyền giáo;\n- Ông Lê Đức Tuyền;\n- Lưu: VT."
    assert repair(text, scanned=True).text == text.replace("Tuyền giáo", "Tuyên giáo")


def test_the_head_of_a_table_among_codes_is_not_garbled_in_a_scan() -> None:
    head = "TTỈ MãSV Họ và tên Lớp | ĐTB | ĐRL | Mức (đồng)"
    rows = [f"{n} | 20CD01{n}7 | Bế Thị Ngọc Lụa | CĐ20A | 3,8{n} | 92 | 6.400.000" for n in range(1, 9)]
    text = "\n".join(["DANH SÁCH SINH VIÊN ĐƯỢC CẤP HỌC BỔNG", head, *rows])
    assert "Họ và tên Lớp" in repair(text, scanned=True).text
    assert "Mức (đồng)" in repair(text, scanned=True).text


def test_marks_that_a_french_engine_writes_do_not_keep_garble_from_repair() -> None:
    lines = ["Cần ci Nghi dinh s6 45/2014 vê mê lá cân bô;", "Xét dê nghi cüa Truông phông Dâo tao dai hoc,"] * 6
    assert all(unread_lines("\n".join(lines)))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("20CD0117\n20CD0142\n22MT0006\n2IKT0208", "20CD0117\n20CD0142\n22MT0006\n21KT0208"),
        ("CB104\nCBI0I\nCK205\nCK208\nCK30I1", "CB104\nCB101\nCK205\nCK208\nCK301"),
        ("CI104\nCB101\nCK205\nCK208\nDI3I5", "CI104\nCB101\nCK205\nCK208\nDI3I5"),
        ("20CD0117\n2IKT0208\n2IKT0209", "20CD0117\n2IKT0208\n2IKT0209"),  # as many have the letter
        ("TIN1203\nTOA1207\nTOA1301\nTI1N204", "TIN1203\nTOA1207\nTOA1301\nTI1N204"),
    ],
)
def test_ones_of_codes_are_those_of_the_other_codes(read: str, printed: str) -> None:
    assert apply(read, scan_edits(read, [False] * len(read.split("\n")), slips=True)) == printed


def test_a_quotation_whose_end_is_read_as_another_sign_keeps_its_beginning() -> None:
    text = 'Giáo trình “Bào chế dược học", tập 2'
    assert scan_edits(text, [False], slips=True) == ()


def test_bullets_of_scans_are_read_as_letters_and_quotations_are_none() -> None:
    text = "Điều kiện dự thi học phân như sau:\nse Hoạt động nhóm    e« Đặt câu hỏi\n« Lời nói đầu » của sách"
    text += "\nem Hoa    se lạnh"
    after = repair(text, scanned=True).text
    assert "\n• Hoạt động nhóm    • Đặt câu hỏi\n« Lời" in after and after.endswith("\nem Hoa    se lạnh")
