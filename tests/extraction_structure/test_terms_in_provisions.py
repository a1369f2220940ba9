"""Provisions of Ukrainian and Russian regulations that say what a thing is, with and without `це`."""

import pytest

from extractors.parsing.wording import Prose
from extractors.structure.terms.definitions import _said
from extractors.tables import provisions, terms


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("uk", "Залік – це вид контролю знань. Його приймає лектор.", ("Залік", "вид контролю знань")),
        ("uk", "Картка – стислий опис змісту курсу. Її готує лектор.", ("Картка", "стислий опис змісту курсу")),
        ("uk", "Програма є документом кафедри про зміст.", ("Програма", "документом кафедри про зміст")),
        ("ru", "Фонд работ – комплект заданий для проверки.", ("Фонд работ", "комплект заданий для проверки")),
        ("uk", "Звіт – опис дій (у т. ч. Додатків) студента.", ("Звіт", "опис дій (у т. ч. Додатків) студента")),
        ("uk", "Тривалість лекції – дві академічні години на тиждень.", None),
        ("uk", "Це Положення є документом коледжу про практику.", None),
        ("ru", "Настоящее Положение является документом колледжа о практике.", None),
    ],
)
def test_a_provision_begins_with_a_definition(language: str, text: str, said: tuple[str, str] | None) -> None:
    found = _said([Prose(text, tuple(range(len(text))))], language)
    assert [(text[slice(*d.term)], text[slice(*d.meaning)]) for d in found] == ([said] if said else [])


def test_english_definitions_follow_each_other_on_a_line(read) -> None:
    words = "Unit means a part of a course. Study leave means a pause in study."
    made = read(f"REGULATIONS\n1. Definitions\nIn these Regulations:\n{words}\n", kind="regulation", language="en")
    told = [(r.get("term"), r.get("definition")) for r in terms.extract(made)]
    assert told == [("Unit", "a part of a course"), ("Study leave", "a pause in study")]


@pytest.mark.parametrize(
    ("language", "heading", "entries"),
    [
        ("kk", "2 Терминдер мен қысқартулар", ("көшірме – құжаттың қайталанған данасы", "тізбе – атаулардың жиыны")),
        ("ru", "2. Термины и определения", ("копия – повтор документа без заверения", "опись – перечень дел в папке")),
    ],
)
def test_terms_in_small_letters_below_their_heading(read, language, heading, entries):
    first = {"kk": "1 Мақсаты\n1.1 Осы ереже мұрағатқа арналған.\n", "ru": "1. Цель\n1.1. Положение об архиве вуза.\n"}
    words = f"ЕРЕЖЕ\n{first[language]}{heading}\n{entries[0]};\n{entries[1]}.\n"
    rows = terms.extract(read(words, kind="regulation", language=language))
    assert [f"{row.get('term')} – {row.get('definition')}" for row in rows] == list(entries)
    assert heading.split(maxsplit=1)[1] in {
        row.get("heading") for row in provisions.extract(read(words, kind="regulation", language=language))
    }


def test_clauses_define_what_their_article_names(read):
    words = (
        "QUY ĐỊNH\nĐiều 2. Môn ghép và giờ quy đổi\n"
        "1. Môn ghép là môn được dạy chung cho nhiều nhóm. Môn này có phiếu riêng.\n"
        "2. Giờ quy đổi là đơn vị để tính việc chấm bài.\nĐiều 3. Thời gian học\n1. Thời gian học là 2 năm.\n"
    )
    rows = terms.extract(read(words, kind="regulation", language="vi"))
    assert [(row.get("term"), row.get("definition")) for row in rows] == [
        ("Môn ghép", "môn được dạy chung cho nhiều nhóm"),
        ("Giờ quy đổi", "đơn vị để tính việc chấm bài"),
    ]


def test_points_define_the_notions_that_their_clause_announces(read):
    words = (
        "ПРАВИЛА\nГлава 1. Общие положения\n1. Правила вводят учёт лодок.\n"
        "2. В Правилах используются следующие понятия:\n1) причал – место стоянки лодок у берега;\n"
        "2) путевой лист (далее – ПЛ) – бланк, который ведёт рулевой.\n"
        "Глава 2. Порядок\n3. Вопросы, не урегулированные Правилами, решаются по\nзаконам страны.\n"
    )
    document = read(words, kind="regulation", language="ru")
    rows = [(row.get("term"), row.get("definition")) for row in terms.extract(document)]
    assert rows == [
        ("причал", "место стоянки лодок у берега"),
        ("путевой лист", "бланк, который ведёт рулевой"),
        ("ПЛ", "путевой лист"),
    ]
    last = next(row for row in provisions.extract(document) if row.get("number") == "3")
    assert last.get("text") == "Вопросы, не урегулированные Правилами, решаются по законам страны."


def test_a_sentence_about_terms_that_defines_none_is_text(read):
    said = 'Các thuật ngữ "mượn", "trả" được hiểu theo nội quy thư viện.'
    document = read(
        f"QUY ĐỊNH\nĐiều 1. Giải thích từ ngữ\n{said}\nĐiều 2. Hiệu lực\nCó hiệu lực từ ngày ký.\n", language="vi"
    )
    assert provisions.extract(document)[0].get("text") == said
    told = "Phiếu mượn là giấy ghi tên sách."
    document = read(f"QUY ĐỊNH\nĐiều 1. Giải thích từ ngữ\n1. {told}\nĐiều 2. Hiệu lực\nTừ ngày ký.\n", language="vi")
    assert provisions.extract(document)[0].get("text") is None
