"""The language of a page that an engine without its letters read, told by the words that it has left."""

from normalizers.triage.languages import identify

UKRAINIAN = (
    "Кредити та години навчання: усього, лекції, практичні. Ректор академії. Форма здобуття освіти. Вченою радою"
)


def test_ukrainian_without_its_letters_is_no_russian() -> None:
    read = UKRAINIAN.replace("і", "!").replace("ї", "й").replace("є", "с") + " 1 рак ы ы ы ы"
    assert identify(read)[0] == "uk"


def test_russian_with_a_few_strange_letters_stays_russian() -> None:
    text = (
        "Учебный план. Объем часов по семестрам, лекции и практические занятия, экзамен; утвержден ученым советом. і і"
    )
    assert identify(text)[0] == "ru"
