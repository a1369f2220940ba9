"""Who made a paper stands below the day on which it was approved, and the office below the maker is its own."""

from extractors.tables import people
from tests.extraction_structure.conftest import Reader

KAZAKH = """БЕКІТЕМІН
Факультет деканы
_________ Т.Я. Есімов
«15» қыркүйек 2031 ж.

Құрастырушы: ассистент Н.М. Закирова ________

Кафедра меңгерушісі ____________ Л.А. Сомова

СИЛЛАБУС

1. Жалпы мәлімет
"""


def test_a_maker_below_a_stamp_and_the_office_below_the_maker(read: Reader) -> None:
    said = {
        r.get("name"): (r.get("act"), r.get("role"))
        for r in people.extract(read(KAZAKH, kind="syllabus", language="kk"))
    }
    assert said["Н.М. Закирова"] == ("developed", "ассистент")
    assert said["Л.А. Сомова"][1] == "Кафедра меңгерушісі" and said["Л.А. Сомова"][0] != "developed"
