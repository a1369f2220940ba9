"""Examples, exercises and rules that are over give no figure that binds."""

import pytest


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("vi", "Bài tập 4: Cho dãy gồm không quá 12 số, hãy sắp xếp dãy."),
        ("vi", "Ví dụ 1: một lớp có tối thiểu 18 học viên. Mỗi nhóm có không quá 6 học viên."),
        ("vi", "Theo quy chế cũ thời gian tối đa là 9 năm."),
        ("vi", "Quyết định cũ quy định mức tối thiểu 110 tín chỉ đã hết hiệu lực."),
        ("uk", "Задача 7. Довести, що число не менше 6."),
        ("uk", "Раніше норма становила 34 години."),
        ("ru", "Решите неравенство: число не больше 8."),
        ("ru", "Пример: при 9 пропусках доля равна 25 %."),
        ("kk", "12 санынан кем емес ең кіші жай санды табыңыз."),
        ("en", "Example 2: a class has no more than 14 boys."),
        ("en", "The rule of at least 6 terms was repealed."),
        ("vi", "Để minh họa, một lớp có tối đa 7 em vắng."),
        ("vi", "Quy chế cũ yêu cầu tối thiểu 5 bài."),
        ("ru", "Для замкнутой сети определить число узлов с вероятностью отказа не более 12 %."),
        ("vi", "Trước năm 2018, tỷ lệ này là 45%."),
        ("ru", "Диапазон прибора от 0 до 380 В."),
        ("vi", "Điểm đồ án là trung bình cộng; đạt khi từ 6,0 điểm trở lên."),
        ("vi", "Giả sử lớp có tối đa 35 học viên."),
        ("vi", "Ví dụ: chuyên cần 20%, thực hành 30%, thi 50%."),
        ("vi", "Cụm từ “không quá 8 tuần” được thay bằng cụm từ “không quá 6 tuần”."),
        ("vi", "Bãi bỏ quy định “học viên phải đạt tối thiểu 500 điểm TOEIC”."),
        ("uk", "Станом на 1 вересня 2023 року контингент становить 3 140 осіб."),
        ("ru", "Слова «не менее 4 лет» заменить словами «не менее 6 лет»."),
        ("ru", "Предположим, группа насчитывает не более 24 человек."),
        ("en", "In 2022 the share was at least 80%."),
        ("vi", "Liên hệ số 0826755880."),
    ],
)
def test_no_figure_of_an_example_or_of_what_is_over_binds(figures_of, language, sentence):
    assert [row.cells for row in figures_of(sentence, language)] == []


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("vi", "Bài tập 2: tối đa 15 trang.", ("<=", 15)),
        ("vi", "Trước đây mức tối đa là 9 năm, nay mức tối đa là 8 năm.", ("<=", 8)),
        ("vi", "Chứng chỉ hết hiệu lực sau 24 tháng kể từ ngày cấp.", (">=", 24)),
        ("ru", "По прежним правилам срок составлял 11 дней; сейчас он равен 15 дням.", ("=", 15)),
        ("en", "A team may not drop below 5 students.", (">=", 5)),
        ("ru", "Слушатель, пропустивший более 40 % занятий, к зачёту не допускается.", (">", 40)),
        ("vi", "Học viên đi muộn quá 20 phút không được vào lớp.", (">", 20)),
        ("vi", "Học viên không được tự ý nghỉ quá 4 buổi.", ("<=", 4)),
        ("vi", "Học viên vắng không lý do quá 15% thời gian thì học lại.", (">", 15)),
        ("vi", "Số suất không vượt quá 8% tổng số sinh viên (năm 2023 là 6%).", ("<=", 8)),
        ("ru", "Доля не должна превышать 30 %, тогда как в среднем она равна 18 %.", ("<=", 30)),
        ("en", "A candidate must hold an overall score with no band below 6.0.", (">=", 6)),
    ],
)
def test_what_binds_today_and_how_far(figures_of, language, sentence, wanted):
    assert [(row.get("comparator"), row.get("value")) for row in figures_of(sentence, language)] == [wanted]


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("vi", "Mức đóng bằng 70% mức chuẩn, không quá 95% mức chuẩn.", [("Mức đóng", 70), ("Mức đóng", 95)]),
        ("kk", "Бағаның 70 пайызын жоба, 30 пайызын сынақ құрайды.", [("жоба", 70), ("сынақ", 30)]),
        ("kk", "Алқа құрамы 7 адамнан кем болмайды.", [("Алқа құрамы", 7)]),
        ("vi", "Ban họp khi có mặt ít nhất 3/5 thành viên.", [("Ban họp khi có mặt", None)]),
    ],
)
def test_what_a_share_is_of_and_who_makes_it_up(figures_of, language, sentence, wanted):
    assert [(row.get("subject"), row.get("value")) for row in figures_of(sentence, language)] == wanted
