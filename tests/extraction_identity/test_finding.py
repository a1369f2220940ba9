"""Running text, numbers, persons and pipelines."""

import pytest

from extractors.finding.marking.labels import meanings
from extractors.finding.marking.numbers import find_numbers
from extractors.finding.marking.persons import find_persons
from extractors.finding.marking.pipelines import pipeline
from extractors.finding.marking.running import running
from extractors.finding.marking.tokens import blank
from models.tables import LANGUAGES
from normalizers.knowledge import read_table
from tests.extraction_identity.reading import text_of


def test_a_sentence_over_lines_is_one_paragraph_and_leads_back() -> None:
    text = text_of(
        "Căn cứ Thông tư số 17/2021/TT-BGDĐT ngày 22 tháng 6 năm 2021 của Bộ Giáo dục\nvà Đào tạo;\nĐiều 1. Nội dung"
    )
    joined = running(text)
    assert joined.text.split("\n")[0].endswith("của Bộ Giáo dục và Đào tạo;")
    start = joined.text.index("Đào tạo")
    assert text[joined.span(start, start + 7)] == "Đào tạo"


def test_a_broken_word_is_joined() -> None:
    assert (
        "інформаційно технологічного" not in running(text_of("вимоги до інформа-\nційного забезпечення навчання")).text
    )
    assert "інформаційного" in running(text_of("вимоги до інформа-\nційного забезпечення навчання")).text


def test_running_feet_of_a_file_without_pages_are_left_out() -> None:
    page = "Положение определяет порядок работы и\nВерсия:01\tП-1.2-2018\tЛист {}\nправа обучающихся.\n"
    assert "Лист" not in running(text_of("".join(page.format(n) for n in range(1, 7)))).text


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("kèm theo Quyết định số 1 515/QĐ-ĐHTC ngày", "1515/QĐ-ĐHTC"),
        ("Quyết định số 767/QP-ĐHOG-TCCB ngày", "767/QĐ-ĐHQG-TCCB"),
        ("Thông tư số 17/202 I /TT-BGDĐT ngày", "17/2021/TT-BGDĐT"),
        ("kế hoạch số 13/KH – THTN về", "13/KH-THTN"),
        ("Công văn 909/BGDĐT-GDTH", "909/BGDĐT-GDTH"),
        ("Закон № 2145-VІІІ.", "2145-VIII"),
        ("наказ № 75.1/22.02.2022", "75.1"),
        ("приказ № 0773-О «О введении»", "0773-О"),
        ("ГОСТ Р ИСО 9001-2015. Требования", "ГОСТ Р ИСО 9001-2015"),
        ("П-7.3.1/1700-2017 Положение", "П-7.3.1/1700-2017"),
        ("наказом МОН за № 1340 від 5.12.2018", "1340"),
        ("распоряжение от 03.02.2024 г. № 41-о/д", "41-о/д"),
        ("приказ от 03.02.2024 N 512/208.", "512/208"),
        ("наказ № 63-к/тр.", "63-к/тр"),
        ("наказ № 9а від", "9а"),
        ("приказ № 118-П/2.", "118-П/2"),
    ],
)
def test_numbers_of_acts(printed: str, number: str) -> None:
    assert [n.value for n in find_numbers(printed)] == [number]


@pytest.mark.parametrize("printed", ["năm học 2023/2024", "tỉ lệ 15/30", "tuần 3/4", "№ ___", "15/4/2024"])
def test_what_is_no_number_of_an_act(printed: str) -> None:
    assert find_numbers(printed) == []


@pytest.mark.parametrize(
    ("printed", "language", "name"),
    [
        ("PGS.TS. Lê Quang Thạch", "vi", "Lê Quang Thạch"),
        ("Ректор Л. Д. Бойко", "uk", "Л. Д. Бойко"),
        ("гарант Галушко Іван Васильович – доцент", "uk", "Галушко Іван Васильович"),
        ("____ / Андрій Кравець /", "uk", "Андрій Кравець"),
        ("____________ Марина ДУБОВА", "uk", "Марина ДУБОВА"),
        ("Панина Н.И.\tНачальник", "ru", "Панина Н.И."),
    ],
)
def test_names_of_persons(printed: str, language: str, name: str) -> None:
    assert name in [found for _, _, found in find_persons(printed, language)]


@pytest.mark.parametrize("printed", ["Д. Серікбаев атындағы университет", "університет ім. В. Даля"])
def test_a_university_named_after_a_person_is_no_person(printed: str) -> None:
    assert find_persons(printed, "kk" if "атында" in printed else "uk") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pipeline_states_what_it_reads_and_writes(language: str) -> None:
    nlp = pipeline(language)
    assert nlp.pipe_names == ["folding", "labels", "dates", "act_numbers", "persons"]
    for name in nlp.pipe_names:
        assert nlp.get_pipe_meta(name).assigns
    assert not nlp.analyze_pipes()["problems"]["labels"]


@pytest.mark.parametrize("language", ["vi", "kk"])
def test_numbers_stay_whole_and_punctuation_apart(language: str) -> None:
    words = [token.text for token in blank(language)("(30/2020/NĐ-CP), CLO1.2: 6B07204; 273-ФЗ.")]
    assert words == ["(", "30/2020/NĐ-CP", ")", ",", "CLO1.2", ":", "6B07204", ";", "273-ФЗ", "."]


def test_every_kind_of_act_is_found_in_its_example() -> None:
    from extractors.finding.marking.labels import _SOURCES

    path, columns = _SOURCES["kinds"]
    for row in read_table(path, ("language", "forms", *columns)):
        if row["language"] not in LANGUAGES or not row["example"]:
            continue
        doc = pipeline(row["language"])(row["example"])
        found = [span.label_ for span in doc.spans["kinds"]]
        assert any(label.split()[0] == row["kind"] for label in found), row["example"]


def test_a_language_has_connectors_for_what_an_act_rests_on() -> None:
    assert all(any(role == "basis" for role in meanings("connectors", language)) for language in LANGUAGES)
