"""Parts of hours and of marks that lines, rows and brackets tell, against the whole that stands elsewhere."""

import pytest

from extractors.checks.acts import told_dates
from extractors.checks.figures import marks, told_loads, told_sums
from tests.checks.test_told import told
from tests.extraction_curriculum.paper import document as paper


@pytest.mark.parametrize(("hours", "wrong"), [(64, False), (54, True)])
def test_lines_under_the_line_of_their_whole(hours: int, *, wrong: bool) -> None:
    lines = ("- Phân bổ giờ cho các hoạt động: 100 giờ", "+ Nghe giảng: 24 giờ", "+ Bài tập, thảo luận: 12 giờ")
    last = f"+ Hoạt động khác (tự học, nghiên cứu, tham quan, trải nghiệm thực tế): {hours} giờ"
    assert ("workload_total" in told(told_sums, paper("ĐỀ CƯƠNG", *lines, last, "Khác"))) is wrong


@pytest.mark.parametrize(("alone", "wrong"), [(54, False), (60, True)])
def test_parts_on_another_line_than_credits_and_hours(alone: int, *, wrong: bool) -> None:
    parts = f"Лекции – 18 ч., семинары – 36 ч., самостоятельная работа – {alone} ч."
    made = paper("КАРТА", "Объём: 3 зачётные единицы, 108 часов", parts, language="ru", kind="other")
    assert ("workload_total" in told(told_sums, made)) is wrong


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("135 годин (45 годин аудиторна робота: 25 – лекції, 20 – лабораторні; 90 годин самостійна робота)", False),
        ("Аудиторних: 48, у тому числі лекції – 24, семінари – 24", False),
        ("Аудиторних: 48, у тому числі лекції – 24, семінари – 28", True),
    ],
)
def test_parts_of_parts_and_parts_without_units(line: str, *, wrong: bool) -> None:
    assert ("workload_total" in told(told_sums, paper("СИЛАБУС", "Обсяг", line, language="uk"))) is wrong


@pytest.mark.parametrize(("last", "wrong"), [(35, False), (45, True)])
def test_shares_with_what_they_prove_behind_them(last: int, *, wrong: bool) -> None:
    lines = ("Lab reports: 25% (SLO3)", "Midterm exam: 40% (SLO1, SLO2)", f"Final exam: {last}% (SLO1, SLO2)")
    assert ("weight_sum" in told(marks, paper("SYLLABUS", "Evaluation", *lines, language="en"))) is wrong
    made = paper("QUY ĐỊNH", f"Điểm thực tập gồm: điểm của cơ sở (65%), điểm báo cáo ({last}%).", kind="regulation")
    assert ("weight_sum" in told(marks, made)) is wrong


@pytest.mark.parametrize(("exam", "wrong"), [(40, False), (30, True)])
def test_points_of_a_row_under_a_sum(exam: int, *, wrong: bool) -> None:
    table = [["Т1", "Т2", "Т3", "Іспит", "Сума"], ["20", "20", "20", str(exam), "100"]]
    assert ("weight_sum" in told(marks, paper("СИЛАБУС", "Розподіл балів", table, language="uk"))) is wrong


def test_the_day_of_an_event_dates_no_paper() -> None:
    for line, wrong in (("Thursday, 9 March 2023 at 6.00 pm", False), ("Thursday, 9 March 2023", True)):
        made = paper("INVITATION", line, "Reply by 1 March 2023", language="en", kind="other")
        assert ("date_order" in told(told_dates, made)) is wrong


@pytest.mark.parametrize(("form", "wrong"), [("20", False), ("30", True)])
def test_the_weights_of_a_rubric(form: str, *, wrong: bool) -> None:
    rows = [["Số liệu", "40%", "Đầy đủ"], ["Lập luận", "40%", "Chặt chẽ"], ["Hình thức", f"{form}%", "Đúng mẫu"]]
    made = paper("ĐỀ CƯƠNG", "Rubric 2. Báo cáo", [["Tiêu chí", "Trọng số", "Tốt"], *rows], kind="syllabus")
    assert ("weight_sum" in told(marks, made)) is wrong


@pytest.mark.parametrize(("own", "wrong"), [("120", False), ("130", True)])
def test_the_hours_of_a_vocational_programme(own: str, *, wrong: bool) -> None:
    lines = ("- Khối lượng các môn học chung: 75 giờ", f"- Khối lượng các môn học, mô đun chuyên môn: {own} giờ")
    head = ["Mã MH", "Tên môn học", "Tổng số", "Lý thuyết", "Thực hành"]
    rows = [["MH01", "Pháp luật", "75", "45", "30"], ["MH02", "Hàn", "120", "30", "90"]]
    made = paper("CHƯƠNG TRÌNH", *lines, [head, *rows, ["", "Tổng cộng", "195", "75", "120"]], kind="programme")
    assert ("workload_total" in told(told_loads, made)) is wrong
