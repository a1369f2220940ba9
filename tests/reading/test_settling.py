"""Marks that the words around them decide: the reading stays, repair has the edit."""

from extractors.arranging import arrange
from extractors.reading.paper.letters.settling import settle
from models.edits import apply
from models.page import Box, Line, Page, Word
from normalizers.repair import repair_text


def words(*texts, confidence=0.6):
    return tuple(Word(text, Box(20 * n, 0, 20 * n + 15, 12), confidence) for n, text in enumerate(texts))


def test_what_was_read_stays_raw_text_and_the_change_is_an_edit():
    line = Line(settle(words("về", "việc", "sửa", "đối", "bổ", "sung", "quy", "định")))
    text, _ = repair_text(arrange([Page(1, (line,), 600, 800, route="ocr")]))
    assert text.raw == "về việc sửa đối bổ sung quy định\n"
    assert text.content == "về việc sửa đổi bổ sung quy định\n" == apply(text.raw, text.edits)
    assert [(edit.before, edit.after) for edit in text.edits] == [("đối", "đổi")]
    place = text.content.index("đổi")
    assert text.words[3].confidence == 0.6 and text.raw[text.words[3].start : text.words[3].end] == "đối"
    assert place == text.words[3].start


def test_what_an_engine_read_is_known_for_a_scan_and_a_text_layer_is_not():
    said = ["xem", "bảng", "giá", "kèm", "văn", "bản", "sô", "45QC-ĐHTN", "ngày", "19/8/2031"]
    contents = []
    for confidence in (0.95, 1.0):
        text, _ = repair_text(arrange([Page(1, (Line(words(*said, confidence=confidence)),), 600, 800)]))
        contents.append(text.content.strip())
    assert "số 45/QC-ĐHTN ngày" in contents[0]
    assert " 45QC-ĐHTN ngày" in contents[1]


def test_an_i_whose_dot_was_taken_for_a_hook_is_settled_though_the_engine_is_sure():
    said = settle(words("lập", "kế", "hoạch", "chỉ", "tiết,", "gửi", confidence=0.96))
    assert [w.settled for w in said if w.settled] == ["chi"]
    assert [w.settled for w in settle(words("ĐIỀU", "KHOẢN", "THỊ", "HÀNH")) if w.settled] == ["THI"]
    assert all(w.settled is None for w in settle(words("để", "chỉ", "đạo", "các", "chị", "em", confidence=0.9)))


def test_one_letter_given_as_two_signs_is_settled_and_two_of_one_sign_are_not():
    said = settle(words("số", "712/QĐÐ-ĐHTC", "QĐĐ-ĐHTC", "CĐĐN", "ĐÐHBK", "CĐÐN"))
    assert [w.settled for w in said if w.settled] == ["712/QĐ-ĐHTC", "ĐHBK"]
    assert all(w.settled is None for w in settle(words("712/QĐÐ-ĐHTC", confidence=0.95)))


def test_two_ones_of_a_roman_number_read_as_an_h_are_settled_where_one_must_stand():
    said = [
        settle(words("Chương", text))[1].settled for text in ("H", "HI", "IH.", "VH", "HII", "XHI", "HV", "HD", "I")
    ]
    assert said == ["II", "III", "III.", "VII", "III", "XIII", "IV", None, None]
    said = [settle(words("Chương", text))[1].settled for text in ("l", "lII", "ll.", "VIl", "lí", "IHII.")]
    assert said == ["I", "III", "II.", "VII", None, "III."]
    assert all(settle(words(name, "H"))[1].settled is None for name in ("Phòng", "Phần"))


def test_sure_words_and_names_are_left():
    assert all(word.settled is None for word in settle(words("sửa", "đối", "bổ", "sung", confidence=0.95)))
    assert all(word.settled is None for word in settle(words("Nguyễn", "Văn", "Đối")))
