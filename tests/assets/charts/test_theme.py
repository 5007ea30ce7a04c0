"""The palette stays apart without colour and with colour blindness; lines break where the sense allows."""

from itertools import combinations

import polars as pl
import pytest

from assets.charts.theme import (
    ACCENT,
    BLOCS,
    DIVERGING,
    GREY,
    INK,
    RULE,
    ZONES,
    evened,
    label_colour,
    source_parts,
    text_width,
    wrapped,
)  # fmt: skip

# Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", table 1, severity 1.0; applied to linear RGB.
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
NORMAL = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
# D65, IEC 61966-2-1 (1999).
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)
READABLE = 4.5
"""Least contrast of text on its ground, WCAG 2.2 (2023), criterion 1.4.3."""
LEAST_STEP = 8
"""Least difference of lightness (CIE L*, 0 to 100) between two colours of one picture."""
LEAST_DISTANCE = 12
"""Least CIE 1976 distance of two colours: five times what is just noticeable side by side, 2.3."""


def linear(colour):
    """sRGB written in hexadecimal as linear red, green and blue, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def seen(colour, matrix=NORMAL):
    """Linear RGB as eyes of this kind see it, kept within what a screen shows."""
    return [min(1, max(0, part)) for part in product(matrix, linear(colour))]


def product(matrix, vector):
    return [sum(factor * part for factor, part in zip(row, vector, strict=True)) for row in matrix]


def lab(rgb):
    """CIE 1976 L*, a*, b* of linear RGB."""
    x, y, z = (
        part**(1 / 3) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29
        for part in (of / white for of, white in zip(product(TO_XYZ, rgb), WHITE, strict=True))
    )  # fmt: skip
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one, other, matrix):
    pairs = zip(lab(seen(one, matrix)), lab(seen(other, matrix)), strict=True)
    return sum((first - second) ** 2 for first, second in pairs) ** 0.5


def contrast(one, other="#ffffff"):
    """Ratio of relative luminances, WCAG 2.2."""
    dark, light = sorted(product(TO_XYZ, linear(colour))[1] for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def test_known_contrasts_and_lightness():
    """Black on white is 21; #777777 on white is the known near miss of 4.48; white has L* 100."""
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#777777") == pytest.approx(4.48, abs=0.005)
    assert lab(seen("#ffffff"))[0] == pytest.approx(100)


@pytest.mark.parametrize("palette", [BLOCS, ZONES], ids=["blocs", "zones"])
def test_colours_of_one_picture_differ_in_lightness(palette):
    for one, other in combinations(palette.values(), 2):
        step = abs(lab(seen(one))[0] - lab(seen(other))[0])
        assert step >= LEAST_STEP, f"{one} and {other} are {step:.1f} apart in greyscale"


@pytest.mark.parametrize("matrix", DEFICIENCIES.values(), ids=DEFICIENCIES)
@pytest.mark.parametrize("palette", [BLOCS, ZONES], ids=["blocs", "zones"])
def test_colours_of_one_picture_stay_apart_with_colour_blindness(palette, matrix):
    for one, other in combinations(palette.values(), 2):
        apart = distance(one, other, matrix)
        assert apart >= LEAST_DISTANCE, f"{one} and {other} are {apart:.1f} apart"


@pytest.mark.parametrize("matrix", [NORMAL, *DEFICIENCIES.values()], ids=["normal", *DEFICIENCIES])
def test_classes_of_the_map_go_from_dark_to_light_and_back(matrix):
    """Brown and blue-green of one rank are told apart by hue, classes of one side by lightness."""
    light = [lab(seen(colour, matrix))[0] for colour in DIVERGING]
    middle = len(light) // 2
    assert light[: middle + 1] == sorted(light[: middle + 1])
    assert light[middle:] == sorted(light[middle:], reverse=True)
    for place in range(middle):
        assert distance(DIVERGING[place], DIVERGING[-1 - place], matrix) >= LEAST_DISTANCE


@pytest.mark.parametrize("colour", [INK, GREY, RULE, ACCENT])
def test_text_is_readable_on_white(colour):
    assert contrast(colour) >= READABLE


@pytest.mark.parametrize("colour", [*BLOCS.values(), *ZONES.values()])
def test_labels_in_the_colour_of_their_line_are_readable(colour):
    assert contrast(label_colour(colour)) >= READABLE


@pytest.mark.parametrize("width", range(40, 200, 10))
def test_brackets_numbers_and_stops_stay_with_what_they_belong_to(width):
    text = "2019-05长江三角洲“一体化”发展规划纲要（12-01公布），2020年人口普查、31个省份"
    lines = wrapped(text, 10, width)
    assert "".join(lines) == text
    assert not [line for line in lines if line[-1] in "（“" or line[0] in "，、）”年个"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # 30 letters of 5.45 pixels in a width of 130: two lines
        ("aaaaaaaa bbbbbbbb cccccccc dddd", ["aaaaaaaa bbbbbbbb", "cccccccc dddd"]),
        ("aaaa: bbbb cccc dddd eeee ffff", ["aaaa:", "bbbb cccc dddd eeee ffff"]),
        ("甲乙丙丁戊己庚：辛壬癸子丑寅卯", ["甲乙丙丁戊己庚：", "辛壬癸子丑寅卯"]),
        ("one line", ["one line"]),
    ],
)
def test_two_lines_are_evened_and_break_at_a_joint(text, lines):
    assert evened(text, 10, 130) == lines
    assert all(text_width(line, 10) <= 130 for line in lines)


def test_chinese_without_a_stop_breaks_where_the_line_is_full():
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
    assert evened(text, 10, 100) == wrapped(text, 10, 100) == [text[:10], text[10:]]


def test_a_publisher_of_two_names_is_named_once_beside_its_parts():
    frame = pl.DataFrame({"publisher_zh_hans": ["甲局", "甲局、乙部", "甲局 · 丙"]})
    assert source_parts(frame, "zh-Hans") == ["数据来源：丙、乙部、甲局"]
