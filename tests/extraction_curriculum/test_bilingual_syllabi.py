"""Syllabi in two languages: heads and labels with their English below or behind them."""

from tests.extraction_curriculum.paper import document, only, rows, syllabus

CREDITS = [["Tổng số\nTotal", "Lý thuyết\nTheory", "Thực hành\nPractice", "Tự học\nSelf-study"], ["4", "3", "1", "105"]]


def test_heads_with_their_english_below_are_read_by_their_own_words() -> None:
    made = syllabus(
        "7. Đánh giá môn học / Student assessment",
        [
            [
                "Thành phần đánh giá\nType of assessment",
                "Bài đánh giá\nMethods used",
                "Thời điểm\nTime",
                "Tỷ lệ %\nWeight",
            ],
            ["Quá trình\nFormative", "Bản đồ nhóm\nGroup map", "Tuần 4\nWeek 4", "40%"],
            ["Cuối kỳ\nFinal", "Bài thi viết\nWritten test", "Tuần 15\nWeek 15", "60%"],
        ],
    )
    titles = [
        str(title).split(" Group")[0].split(" Written")[0] for (title,) in only(rows("assessments", made), "title")
    ]
    assert titles == ["Bản đồ nhóm", "Bài thi viết"]


def test_a_table_of_credits_gives_credits_and_the_hours_of_study_alone() -> None:
    made = document(
        "ĐỀ CƯƠNG MÔN HỌC",
        "Tên môn học / Course title: Địa mạo học        Mã môn học / Course code: GEO210",
        "4. Số tín chỉ / Credits:",
        CREDITS,
    )
    assert only(rows("courses", made), "code", "name", "credits") == [("GEO210", "Địa mạo học", 4)]
    assert only(rows("workloads", made), "activity", "hours") == [("self_study", 105)]


def test_a_condition_that_there_is_none_is_none_in_two_languages() -> None:
    made = syllabus(
        "2. Môn học điều kiện / Course requirements",
        [
            ["STT\nNo.", "Môn học điều kiện\nRequirements", "Mã môn học\nCode"],
            ["1", "Môn tiên quyết / Pre-requisites: Không có / None", ""],
            ["2", "Môn học trước / Preceding courses: Thạch học", "GEO110"],
        ],
    )
    assert only(rows("course_relations", made), "relation", "name", "code") == [("prerequisite", "Thạch học", "GEO110")]
