"""Where the house stands, by the environment.

Loads no Dagster: commands that only read must not wait for it.
"""

import os
from pathlib import Path

from assets.steps import Place

ROOT = Path(__file__).resolve().parents[1]


def default_place() -> Place:
    """The place the environment names: QIPAN_PACK and QIPAN_BUILD, else pack cn and warehouse/build.

    While QIPAN_REPLAY is set the default is a build of its own, with landing and inbox beside it, so that
    replayed answers never mix with those of the publishers.
    """
    build = os.environ.get("QIPAN_BUILD")
    usual = ROOT / "warehouse" / "build"
    if os.environ.get("QIPAN_REPLAY", "").strip():
        usual = usual / "replay" / "build"
    return Place(
        root=ROOT,
        pack=os.environ.get("QIPAN_PACK", "cn"),
        build=Path(build).resolve() if build else usual,
    )
