"""Letters and signs that engines misread in scans of Ukrainian, Russian and Kazakh text."""

import pytest

from models.edits import apply
from normalizers.knowledge import read_table
from normalizers.slips import edits
from normalizers.slips.marks import MARKS, marks
from normalizers.slips.shapes import SHAPES

UK = (
    "Сторож оглядає склад щовечора, записує показники до журналу та передає ключі черговому.\n"
    "Завідувач веде облік матеріалів і складає звіт про пошкоджені деталі.\n"
)
RU = (
    "Сторож осматривает склад каждый вечер, записывает показания и передаёт ключи дежурному.\n"
    "Заведующий ведёт учёт материалов и составляет отчёт о повреждённых деталях.\n"
)
KK = (
    "Күзетші қойманы күн сайын кешке қарайды, көрсеткіштерді журналға жазады және кілттерді кезекшіге береді.\n"
    "Меңгеруші құралдардың есебін жүргізеді және бүлінген бөлшектер туралы есеп жасайды.\n"
)


def repaired(text: str) -> str:
    return apply(text, edits(text))


@pytest.mark.parametrize(
    ("around", "read", "printed"),
    [
        (UK, "завілувач перевіряє обладнання,\nперелача ключів, охоропа складу", "завідувач передача охорона"),
        (UK, "перелача ключів, охоропа складу, завілувач, лпсциплінарний розпорялження", "розпорядження"),
        (RU, "завелующий проверяет оборулование, нередача ключей, охрапа склада", "заведующий оборудование передача"),
        (KK, "Меңгерушінін тапсырмасы, коймадан алынған жабдыктарды тексеру", "Меңгерушінің қоймадан жабдықтарды"),
    ],
)
def test_what_is_no_word_becomes_the_one_word_it_may_be(around: str, read: str, printed: str) -> None:
    text = repaired(around + read)
    assert text.startswith(around)
    assert all(word in text for word in printed.split())


@pytest.mark.parametrize(
    "text",
    [
        UK + "Перелача ключів.",  # one slip makes no scan
        UK + "Скрипаль Завілувач, майстер Перелачко, лікар Охоропа.",  # names
        RU + "Бархан, самописец, осадкомер, психрометр, батист, рулетка, планшет, розетка.",
        KK + "Орманшы Тасжарган, дәрігер Коймадов, жүйеші Балкаш.",  # names
        KK + "Топырақтағы гумусометр, психрометршілер, осадкомерді тексеру.",  # terms
        UK + "4,2. Сторож веде журнал.",  # nothing else says that it was scanned
    ],
)
def test_sound_text_and_names_stay(text: str) -> None:
    assert edits(text) == ()


def test_names_inside_sentences_stay_in_scans() -> None:
    text = RU + "завелующий и оборулование, нередача ключей; врач Лежурная и сторож Норялин"
    assert repaired(text).endswith("врач Лежурная и сторож Норялин")


def test_signs_are_settled_in_scans() -> None:
    text = UK + "перелача ключів, охоропа складу, завілувач;\n4,2. Сторож веде журнал.\n"
    assert "\n4.2. Сторож" in repaired(text)


def test_the_letter_of_an_order_is_settled_only_where_an_engine_read_it() -> None:
    text = UK + "Наказ від 03.02.2021 № 31/2-0 зберігати.\n"
    assert edits(text) == ()
    assert [(edit.before, edit.after) for edit in edits(text, scanned=True)] == [("0", "о")]


def test_the_tables_hold_what_they_say() -> None:
    for row in read_table(SHAPES, ("read", "letters", "reason", "example")):
        assert f"%{row['read']}%" in row["example"] and row["read"] != row["letters"]
    rows = read_table(MARKS, ("pattern", "words", "reason", "before", "after"))
    for row, (pattern, words) in zip(rows, marks(), strict=True):
        before = row["before"].replace("\\n", "\n")
        match = pattern.search(before)
        assert match and before[: match.start(1)] + words + before[match.end(1) :] == row["after"].replace("\\n", "\n")


@pytest.mark.parametrize(
    ("read", "meant"),
    [("от «Об» сентября 2022 г.", "«06»"), ("от «Оз» мая 2021 г.", "«03»"), ("закон «Об» этом", "«Об»")],
)
def test_letters_of_a_day_in_quotes_are_figures(read: str, meant: str) -> None:
    assert meant in repaired(f"{RU}Приказ {read} подписан.\n")


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("«29» серпня 2024 р.    м. Херсон    Мо 247-з", "№ 247-з"),
        ("Згідно з постановою Ради міст Хе 118 від 30.12.2015 р.", "№ 118 від 30.12.2015 р."),
        ("Наказ Ради від 11.07.2019 Ж» 97", "№ 97"),
        ("2022 жылғы 26 тамыз Ке 1 хаттама", "№ 1 хаттама"),
        ("Наказ директора\nвід11.07.2019 № 97", "від 11.07.2019 № 97"),
        ("Наказ від «31» сорпня 2021 року", "«31» серпня 2021 року"),
        ("Наказ від 3 линня 2021 року", "3 липня 2021 року"),
        ("Наказ від 3 травні 2021 року", "3 травні 2021 року"),
        ("Частка втрат не може перевищувати 20 96, у посуху – 30 96.", "20 %, у посуху – 30 %."),
    ],
)
def test_signs_of_numbers_and_percent(read: str, printed: str) -> None:
    assert repaired(UK + read).endswith(printed)


def test_figures_beside_each_other_are_no_percent() -> None:
    assert repaired(UK + "Кабінети 20 96 15 та 1196, телефон 20 96 33.").endswith("телефон 20 96 33.")
