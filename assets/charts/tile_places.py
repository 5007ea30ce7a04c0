"""Where each provincial unit stands in the tile grid: row from the north, column from the west.

A layout, not a map: neighbours stay near each other as far as equal tiles allow.
"""

Place = tuple[int, int]
"""Row and column, from 0."""

PLACES: dict[str, Place] = {
    "230000": (0, 6),
    "220000": (1, 6),
    "650000": (2, 0), "640000": (2, 2), "150000": (2, 3), "110000": (2, 4), "120000": (2, 5),
    "210000": (2, 6),
    "630000": (3, 0), "620000": (3, 1), "610000": (3, 2), "140000": (3, 3), "130000": (3, 4),
    "370000": (3, 5),
    "540000": (4, 0), "510000": (4, 1), "500000": (4, 2), "410000": (4, 3), "340000": (4, 4),
    "320000": (4, 5), "310000": (4, 6),
    "530000": (5, 1), "520000": (5, 2), "420000": (5, 3), "360000": (5, 4), "330000": (5, 5),
    "450000": (6, 2), "430000": (6, 3), "440000": (6, 4), "350000": (6, 5), "710000": (6, 6),
    "460000": (7, 3), "820000": (7, 4), "810000": (7, 5),
}  # fmt: skip

N_ROWS = 1 + max(row for row, _ in PLACES.values())
N_COLUMNS = 1 + max(column for _, column in PLACES.values())
