"""Files that are no text in UTF-8 are named for what they are."""

import pytest

from assets.statistics.input_errors import InputShapeError
from assets.statistics.text_files import read_text

TEXT = "region,year,y\n北京,2000,1\n"


def refused(path):
    with pytest.raises(InputShapeError) as caught:
        read_text(path)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_and_without_a_mark(tmp_path, encoding):
    (tmp_path / "panel.csv").write_bytes(TEXT.encode(encoding))
    assert read_text(tmp_path / "panel.csv") == TEXT


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (
            TEXT.encode("gb18030"),
            "line 2: found text in another encoding, GBK perhaps ('北京,2000,1'); save it as",
        ),
        (TEXT.encode("utf-16"), "line 1: found text in UTF-16, or no text; save it as CSV in UTF-8"),
        (TEXT.encode("utf-16-le"), "line 1: found text in UTF-16, or no text; save it as CSV in UTF-8"),
        (b"region\n\xff\xff\n", "line 2: found bytes that are not UTF-8 (b'\\xff\\xff')"),
        (b"PK\x03\x04...", ": found an Excel workbook (.xlsx); open it and save the sheet"),
        (b"\xd0\xcf\x11\xe0...", ": found an Excel workbook (.xls)"),
    ],
)
def test_what_is_no_text_in_utf_8_is_named(tmp_path, content, found):
    (tmp_path / "panel.csv").write_bytes(content)
    assert refused(tmp_path / "panel.csv").startswith(f"panel.csv {found}".replace(" :", ":"))


def test_a_folder_and_a_missing_file(tmp_path):
    (tmp_path / "zones.csv").write_text("region,z\n", encoding="utf-8")
    assert f"{tmp_path}: found a folder with zones.csv; give the path of one CSV file" in refused(tmp_path)
    assert "no such file; give the path of a CSV" in refused(tmp_path / "nowhere.csv")
