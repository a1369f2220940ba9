"""Duties that orders give to offices and units by a day."""

from extractors.tables import tasks
from tests.extraction_structure.conftest import Reader

UKRAINIAN = """НАКАЗ
НАКАЗУЮ:
1. Затвердити Порядок обліку до 01.03.2031.
2. Завідувачам кафедр:
2.1. подати списки лаборантів до 15 лютого 2031 року;
2.2. оновити стенди.
3. Навчально-методичному відділу узагальнити списки у термін до 20.02.2031.
4. Начальнику служби охорони забезпечити чергування протягом року.
5. Кафедру картографії перейменувати до 01.09.2031.
"""

RUSSIAN = """ПРИКАЗ
ПРИКАЗЫВАЮ:
1. Заведующим кафедрами представить графики в срок до 05.04.2031.
2. Учебному отделу свести графики не позднее 12 апреля 2031 г.
3. Область применения установить до 01.09.2031.
4. Офису приёма (Лунин О.К.) в срок до 3 мая 2031 года ознакомить с графиком кураторов. Отчёт не нужен.
5. С графиком до 3 мая 2031 года ознакомить кураторов.
"""


def _said(rows: list) -> list[tuple]:
    return [(r.get("provision"), r.get("responsible"), r.get("title"), r.get("due_on")) for r in rows]


def test_those_addressed_may_stand_in_the_provision_above(read: Reader) -> None:
    assert _said(tasks.extract(read(UKRAINIAN, kind="decision", language="uk"))) == [
        ("2.1", "Завідувачам кафедр", "подати списки лаборантів", "2031-02-15"),
        ("3", "Навчально-методичному відділу", "узагальнити списки", "2031-02-20"),
    ]


def test_duties_of_a_russian_order(read: Reader) -> None:
    assert _said(tasks.extract(read(RUSSIAN, kind="decision", language="ru"))) == [
        ("1", "Заведующим кафедрами", "представить графики", "2031-04-05"),
        ("2", "Учебному отделу", "свести графики", "2031-04-12"),
        ("4", "Офису приёма (Лунин О.К.)", "ознакомить с графиком кураторов", "2031-05-03"),
    ]


def test_a_regulation_gives_no_duties(read: Reader) -> None:
    assert tasks.extract(read(RUSSIAN, kind="regulation", language="ru")) == []


VIETNAMESE = """BIÊN BẢN
Họp xét học bổng

I. NỘI DUNG

1. Tổ kiểm phiếu lập danh sách và gửi Phòng Tài vụ trước ngày 12 tháng 4 năm 2031.

2. Phòng Tài vụ có trách nhiệm:

a) Rà soát danh sách, xong trước 17 giờ 00 ngày 20/4/2031;

b) Lưu hồ sơ theo quy định.

3. Học bổng áp dụng cho khóa nhập học trước ngày 01/9/2030.

4. Phòng Công tác sinh viên: lập sổ theo dõi học bổng trước ngày 05 tháng 5 năm 2031.

5. Trung tâm Thư viện có trách nhiệm cấp thẻ đọc vào ngày 06/5/2031.
"""


def test_duties_of_a_vietnamese_act(read: Reader) -> None:
    assert _said(tasks.extract(read(VIETNAMESE, kind="other", language="vi"))) == [
        ("I.1", "Tổ kiểm phiếu", "lập danh sách và gửi Phòng Tài vụ", "2031-04-12"),
        ("I.2.a)", "Phòng Tài vụ", "Rà soát danh sách", "2031-04-20"),
        ("I.4", "Phòng Công tác sinh viên", "lập sổ theo dõi học bổng", "2031-05-05"),
        ("I.5", "Trung tâm Thư viện", "cấp thẻ đọc", "2031-05-06"),
    ]


def test_the_last_articles_of_vietnamese_rules_give_duties(read: Reader) -> None:
    words = (
        "QUY ĐỊNH\nĐiều 1. Tổ chức thực hiện\n1. Các khoa công bố danh mục sách trước ngày 12/4/2031.\n2. Như trên.\n"
    )
    assert _said(tasks.extract(read(words, kind="regulation", language="vi"))) == [
        ("Điều 1.1", "Các khoa", "công bố danh mục sách", "2031-04-12")
    ]


def test_a_heading_about_organising_is_no_team(read: Reader) -> None:
    words = "KẾ HOẠCH\nHội thao\n\nII. TỔ CHỨC THỰC HIỆN\n1. Nộp danh sách về Phòng Tài vụ trước ngày 12/4/2031.\n"
    found = tasks.extract(read(words, kind="plan", language="vi"))
    assert all(task.get("responsible") is None for task in found)


NOTICE = """TRƯỜNG B
THÔNG BÁO
Về việc xét học bổng
1. Thời gian thực hiện
a) Học viên nộp đơn tại văn phòng khoa từ ngày 15/5/2031 đến ngày 26/5/2031;
b) Phòng Học vụ tổng hợp, trình Hội đồng học bổng họp ngày 12/6/2031;
c) Lễ trao học bổng được tổ chức vào ngày 30 tháng 6 năm 2031.
2. Phòng Tài vụ: Lập bảng chi, trình Hiệu trưởng trước ngày 05/7/2031.
3. Phòng Tổ chức - Tài vụ lập sổ thu năm 2031 trước ngày 06/7/2031.
"""


def test_notice_tells_spans_meetings_and_events_with_their_days(read: Reader) -> None:
    rows = tasks.extract(read(NOTICE, kind="notice", language="vi"))
    assert _said(rows) == [
        ("1.a", "Học viên", "nộp đơn tại văn phòng khoa", "2031-05-26"),
        ("1.b", "Phòng Học vụ", "tổng hợp, trình Hội đồng học bổng họp", "2031-06-12"),
        ("1.c", None, "Lễ trao học bổng", "2031-06-30"),
        ("2", "Phòng Tài vụ", "Lập bảng chi, trình Hiệu trưởng", "2031-07-05"),
        ("3", "Phòng Tổ chức - Tài vụ", "lập sổ thu năm 2031", "2031-07-06"),
    ]
    assert rows[0].get("starts_on") == "2031-05-15"


def test_those_addressed_stand_behind_what_must_come_before(read: Reader) -> None:
    document = read(
        "THÔNG BÁO\nVề nộp bài mẫu\n1. Kết quả\n"
        "- Sau khi đối chiếu, phân loại bài mẫu, Trường Đại học Sông Bạc sẽ ra Quyết định trao giải trước ngày "
        "31/10/2031.\n- Sau khi hết hạn, bài mẫu nộp trước ngày 03/11/2031 không được nhận.\n",
        language="vi",
    )
    assert _said(tasks.extract(document)) == [("1", "Trường Đại học Sông Bạc", "ra Quyết định trao giải", "2031-10-31")]


def test_a_notice_tells_its_duties_beside_a_clause_that_says_when(read: Reader) -> None:
    printed = (
        "THÔNG BÁO\nVề học bơi\n1. Đăng ký\n- Học viên đăng kí qua mạng từ ngày 02/6/2031 đến ngày 13/6/2031.\n"
        "2. Thi bơi lại\nThời gian thi bơi lại đợt hè: từ ngày 04/8/2031 đến ngày 08/8/2031.\n"
    )
    assert _said(tasks.extract(read(printed, kind="notice", language="vi"))) == [
        ("1", "Học viên", "đăng kí qua mạng", "2031-06-13"),
        ("2", None, "thi bơi lại đợt hè", "2031-08-08"),
    ]


def test_a_council_charges_the_head_of_the_school(read: Reader) -> None:
    printed = "NGHỊ QUYẾT\nĐiều 1. Giao Hiệu trưởng chỉ đạo sửa bể bơi, trình Hội đồng trường trước ngày 30/6/2031.\n"
    assert _said(tasks.extract(read(printed, kind="other", language="vi"))) == [
        ("Điều 1", "Hiệu trưởng", "chỉ đạo sửa bể bơi, trình Hội đồng trường", "2031-06-30")
    ]
