"""Vietnamese programmes and syllabi as institutions lay them out: merged codes, plans by semester, lost figures."""

from extractors.checks.figures import blanks
from extractors.people.teachers import read_teachers
from extractors.tables import citations, documents
from tests.extraction_curriculum.paper import document, rows


def test_text_beside_two_codes_is_the_finer_ones() -> None:
    made = document(
        "CHƯƠNG TRÌNH ĐÀO TẠO",
        "Tên chương trình: Nuôi ong",
        "Mã ngành: 7620105",
        "Chuẩn đầu ra của chương trình",
        [
            ["PLO", "PI", "Mô tả"],
            [("PLO1", 2, 1), "PI1.1", "Nhận biết được các giống ong mật"],
            ["PI1.2", "Lập được lịch thăm đàn theo mùa"],
        ],
        kind="programme",
    )
    assert [(r["code"], r["kind"]) for r in rows("outcomes", made)] == [("PI1.1", "indicator"), ("PI1.2", "indicator")]


def test_semester_comes_from_the_line_above_a_plan() -> None:
    head = ["TT", "Mã HP", "Tên học phần", "Số TC"]
    made = document(
        "CHƯƠNG TRÌNH ĐÀO TẠO",
        "Tên chương trình: Nuôi ong",
        "Mã ngành: 7620105",
        "Học kỳ 1",
        [head, ["1", "ON101", "Sinh học ong", "3"], ["2", "ON102", "Thực vật nguồn mật", "2"]],
        "Học kỳ II",
        [head, ["1", "ON201", "Kỹ thuật nhân đàn", "3"], ["2", "ON202", "Bệnh ong", "2"]],
        kind="programme",
    )
    assert [(r["code"], r.get("semester")) for r in rows("courses", made)] == [
        ("ON101", 1), ("ON102", 1), ("ON201", 2), ("ON202", 2),
    ]  # fmt: skip


def test_hours_of_a_cell_and_of_a_plans_sum() -> None:
    card = [["Tên học phần", "Sinh học ong"], ["Mã học phần", "ON101"], ["Số tín chỉ", "2"]]
    told = ["Phân bổ thời gian", "- Lý thuyết: 20 tiết\n- Thực hành: 20 tiết\n- Tự học: 60 giờ"]
    made = document("ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", [*card, told])
    assert [r["hours"] for r in rows("workloads", made)] == [20, 20, 60]
    plan = [
        ["Tuần", "Nội dung", "LT", "TH"],
        ["1", "Cấu tạo cơ thể ong", "4", "6"],
        ["2", "Đời sống của đàn ong", "8", "4"],
        ["", "Tổng", "12", "10"],
    ]
    made = document("ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", card, "7. Nội dung chi tiết học phần", plan)
    assert [r["hours"] for r in rows("workloads", made)] == [12, 10]


def lost(value: str) -> object:
    return document(
        "ĐỀ CƯƠNG MÔN HỌC",
        "1. Tên môn học: Sinh học ong",
        "2. Mã môn học: ON101",
        "3. Chuẩn đầu ra",
        [["CĐR", "Nội dung"], ["CLO1", "Kể được các cấp ong trong đàn"], ["CLO2", "Mô tả được vòng đời của ong chúa"]],
        "4. Nội dung môn học",
        [["STT", "Tên bài", "LT", "TH"], ["1", "Đàn ong", value, ""], ["2", "Ong chúa", value, ""]],
    )


def test_lost_figures_are_null_and_found() -> None:
    made = lost("")
    assert [(r["title"], r.get("hours")) for r in rows("topics", made)] == [("Đàn ong", None), ("Ong chúa", None)]
    assert [r["code"] for r in rows("outcomes", made)] == ["CLO1", "CLO2"]
    assert not rows("workloads", made)
    some = tuple(documents.extract(made))
    assert [f.rule for f in blanks.check(made, some)] == ["blank_column"]
    assert not blanks.check(lost("5"), some)


def test_teachers_stand_in_their_table() -> None:
    made = document(
        "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN",
        "Tên học phần: Sinh học ong",
        [["STT", "Họ và tên", "Email"], ["1", "TS. Trần Thị Mai", "mai@ong.vn"], ["2", "Đang cập nhật", ""]],
    )
    assert [(r.get("name"), r.get("act")) for r in read_teachers(made)] == [("Trần Thị Mai", "teaches")]


def test_citations_of_an_empty_text() -> None:
    assert citations.extract(document("ĐỀ CƯƠNG MÔN HỌC")) == []
