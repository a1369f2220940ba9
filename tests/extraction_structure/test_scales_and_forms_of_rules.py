"""Scales of grades with two ranges or points in words, and forms whose dots a scan lost."""

from extractors.tables import documents, forms, grades
from tests.extraction_structure.conftest import document_of


def test_the_scale_of_ten_bounds_a_step_that_two_scales_bound():
    words = (
        "QUY ĐỊNH\nĐiều 2. Xếp loại\nBảng dưới đây xếp loại học viên.\n"
        "Xếp loại\tĐiểm hệ 4\tĐiểm hệ 10\nXuất sắc\t3,60 - 4,00\t9,0 - 10\nGiỏi\t3,20 - 3,59\t8,0 - 8,9\n"
        "Khá\t2,50 - 3,19\t6,5 - 7,9\nTrung bình\t2,00 - 2,49\t5,0 - 6,4\n"
    )
    rows = grades.extract(document_of(words, language="vi", kind="regulation"))
    told = [(row.get("label"), row.get("min_percent"), row.get("max_percent")) for row in rows]
    assert told == [("Xuất sắc", 9, 10), ("Giỏi", 8, 8.9), ("Khá", 6.5, 7.9), ("Trung bình", 5, 6.4)]


def test_steps_whose_head_stayed_on_another_page_are_known_by_what_they_hold():
    words = (
        "QUY ĐỊNH\nĐiều 2. Xếp loại\nBảng dưới đây xếp loại học viên.\n"
        "Giỏi\t8,5 - 10\tA\t4,0\nKhá\t7,0 - 8,4\tB\t3,0\nTrung bình\t48-544\tG\t2,0\n"
        "Yếu\t4,0 - 5,4\tD\t1,0\nKém\t< 4,0\tF\t0\n"
    )
    rows = grades.extract(document_of(words, language="vi", kind="regulation"))
    assert [(row.get("letter"), row.get("points"), row.get("min_percent")) for row in rows] == [
        ("A", 4, 8.5), ("B", 3, 7), (None, 2, None), ("D", 1, 4), ("F", 0, None)
    ]  # fmt: skip


def test_steps_are_told_by_how_a_task_is_done():
    words = (
        "QUY ĐỊNH\nĐiều 2. Xếp loại\na) Hoàn thành xuất sắc nhiệm vụ: từ 90 điểm đến 100 điểm;\n"
        "b) Hoàn thành tốt nhiệm vụ: từ 70 điểm đến dưới 90 điểm;\n"
        "c) Hoàn thành nhiệm vụ: từ 50 điểm đến dưới 70 điểm;\nd) Không hoàn thành nhiệm vụ: dưới 50 điểm.\n"
    )
    rows = grades.extract(document_of(words, language="vi", kind="regulation"))
    assert [(row.get("min_percent"), row.get("max_percent")) for row in rows] == [
        (90, 100), (70, 90), (50, 70), (None, 50)
    ]  # fmt: skip


def test_a_form_says_to_whom_it_goes_though_its_dots_are_lost():
    words = (
        "QUY ĐỊNH\nĐiều 2. Hồ sơ\nHọc viên nộp đơn theo Mẫu số 02.\n"
        "Mẫu số 02\nĐƠN XIN MIỄN MÔN HỌC\nKính gửi: Ban Giám đốc Trường Mỏ\nHọ và tên: 60n 026k\n"
    )
    rows = forms.extract(document_of(words, language="vi", kind="regulation"))
    assert [row.get("addressee") for row in rows] == ["Ban Giám đốc Trường Mỏ"]


def test_an_annex_begins_below_a_table():
    words = (
        "QUY ĐỊNH\nĐiều 2. Quy đổi\nQuy đổi theo Phụ lục I, Phụ lục II.\n"
        "PHỤ LỤC I\nBẢNG ĐIỂM THI\nBậc\tĐiểm\nBậc 1\t5\nBậc 2\t7\nPHỤ LỤC II\nBẢNG ĐIỂM THƯỞNG\nBậc\tĐiểm\nBậc 1\t1\n"
    )
    rows = forms.extract(document_of(words, language="vi", kind="regulation"))
    assert [(row.get("number"), row.get("provision")) for row in rows] == [("I", "Điều 2"), ("II", "Điều 2")]


def test_days_that_have_to_pass_tell_no_day_of_effect():
    words = (
        "TRƯỜNG B\nSố: 3/QĐ-B\nHà Nội, ngày 2 tháng 3 năm 2031\nQUYẾT ĐỊNH\nVề việc chấm bài\n"
        "Điều 1. Ban hành quy định.\nĐiều 2. Quyết định này có hiệu lực {}kể từ ngày ký.\n"
    )
    for said, day in (("", "2031-03-02"), ("sau 15 ngày ", None)):
        document = document_of(words.format(said), language="vi", kind="decision")
        assert documents.extract(document)[0].get("effective_from") == day
