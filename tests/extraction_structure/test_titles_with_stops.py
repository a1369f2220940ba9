"""Titles of articles that an act prints with a stop or a colon, and what stays a sentence."""

from extractors.tables.forms import extract as forms
from extractors.tables.provisions import extract
from extractors.tables.recipients import extract as recipients

ARTICLE = "Điều {}. {}{}\n1. Sinh viên nộp đơn tại văn phòng khoa.\n2. Khoa trả lời bằng văn bản.\n"
TITLES = ("Đối tượng áp dụng", "Hồ sơ xin nghỉ", "Thời gian giải quyết")


def _headings(read, words):
    return [(row.get("heading"), row.get("text")) for row in extract(read(words, kind="regulation", language="vi"))]


def test_titles_that_all_end_in_a_stop_are_headings(read):
    for stop in (".", ":"):
        articles = "".join(ARTICLE.format(n, title, stop) for n, title in enumerate(TITLES, 1))
        last = f"Điều 4. Hiệu lực thi hành{stop}\nQuy định này được áp dụng từ năm học 2023-2024.\n"
        told = [(heading or "").rstrip(".") for heading, _ in _headings(read, f"QUY ĐỊNH\n{articles}{last}")]
        assert [heading for heading in told if heading] == [*TITLES, "Hiệu lực thi hành"]


def test_a_sentence_above_clauses_stays_text(read):
    articles = "".join(ARTICLE.format(n, title, ".") for n, title in enumerate(TITLES[:2], 1))
    led = "Điều 3. Người học có các quyền sau:\n1. Mượn sách.\n2. Đọc báo.\n"
    assert not any(heading for heading, _ in _headings(read, f"QUY ĐỊNH\n{articles}{led}"))


def test_sentences_of_a_decision_stay_text(read):
    words = (
        "QUYẾT ĐỊNH:\nĐiều 1. Giao nhiệm vụ cho phòng Đào tạo:\n1. Lập danh sách.\n2. Thông báo lịch.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\nCác văn bản trước đây bị bãi bỏ.\n"
    )
    assert ("heading", "Quyết định này có hiệu lực kể từ ngày ký.") not in _headings(read, words)
    assert not any(heading for heading, _ in _headings(read, words))


def test_the_title_of_an_annex_goes_on_below_its_line(read):
    words = "QUY ĐỊNH\nĐiều 1. Hồ sơ\nXem Phụ lục 1.\n\nPhụ lục 1\nQuy trình tiếp nhận, kiểm tra\nvà lưu giữ hồ sơ\n"
    (row,) = forms(read(f"{words}1. Văn phòng nhận hồ sơ.\n2. Khoa kiểm tra.\n", kind="regulation", language="vi"))
    assert row.get("title") == "Quy trình tiếp nhận, kiểm tra và lưu giữ hồ sơ"


def test_recipients_behind_bullets_of_any_kind(read):
    for bullet in ("*", "▪", "\uf0b7", "•", ""):
        words = f"QUYẾT ĐỊNH:\nĐiều 1. Thành lập Tổ thư viện.\nNơi nhận:\n{bullet} Như Điều 1,\n{bullet} Lưu: VT.\n"
        found = recipients(read(words, kind="decision", language="vi"))
        assert [(row.get("name"), row.get("purpose")) for row in found] == [("Như Điều 1", None), ("VT", "Lưu")]
