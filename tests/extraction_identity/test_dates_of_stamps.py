"""The date of an act is the approving stamp's, whatever stamp stands before it."""

import pytest

from tests.extraction_identity.reading import document, values

AGREED = "«ПОГОДЖЕНО» Гарант освітньої програми «Агрономія» ___________ Дмитро КРАВЧУК «30» серпня 2023 року"
APPROVED = "«ЗАТВЕРДЖУЮ» Декан факультету агрономії ___________ Наталія ГРИЦЕНКО «31» серпня 2023 року"
PROGRAMME = """МІНІСТЕРСТВО ОСВІТИ І НАУКИ УКРАЇНИ
Слобожанський аграрний університет
{stamps}
РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ
ҐРУНТОЗНАВСТВО
Робочу програму обговорено та рекомендовано до затвердження на засіданні кафедри ґрунтознавства
Протокол № 1 від «28» серпня 2023 року
1. ОПИС НАВЧАЛЬНОЇ ДИСЦИПЛІНИ
Кількість кредитів – 4
"""


@pytest.mark.parametrize("stamps", [f"{AGREED}\n{APPROVED}", f"{APPROVED}\n{AGREED}", APPROVED])
def test_the_approving_stamp_dates_the_programme(stamps: str) -> None:
    (head,) = values("documents", document(PROGRAMME.format(stamps=stamps), "uk", "syllabus"))
    assert head["issued_on"] == "2023-08-31"
