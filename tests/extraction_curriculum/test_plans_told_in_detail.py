"""Plans of all activities beside a plan of each session that tells the same hours kind by kind."""

from tests.extraction_curriculum.paper import rows, syllabus


def test_columns_that_a_plan_of_each_kind_tells_together_are_not_told_twice() -> None:
    whole = [
        ["Buổi", "Nội dung", "Lý thuyết (tiết)", "Bài tập (tiết)", "Thực hành (tiết)"],
        ["1", "Chương 1: Tinh thể", "3", "1", "2"],
        ["2", "Chương 2: Đá macma", "2", "2", "3"],
    ]
    kinds = [
        ["Buổi", "Hình thức tổ chức dạy học", "Nội dung chính", "Số giờ"],
        ["1", "Lý thuyết", "Cấu tạo của tinh thể", "3"],
        ["1", "Bài tập", "Vì sao tinh thể có mặt phẳng", "1"],
        ["1", "Thực hành", "Đo góc của tinh thể", "2"],
        ["2", "Lý thuyết", "Sự nguội của macma", "2"],
        ["2", "Bài tập", "So sánh hai mẫu đá", "2"],
        ["2", "Thực hành", "Mô tả mẫu đá", "3"],
    ]
    found = rows("topics", syllabus("5.1. Kế hoạch giảng dạy", whole, "5.2. Nội dung chi tiết", kinds))
    assert not [r["title"] for r in found if str(r["title"]).startswith("Chương")]
    assert sum(float(str(r["hours"])) for r in found) == 13
