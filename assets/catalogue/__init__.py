"""Checked reading of a reference pack: `load_pack(folder)` returns its tables or says all that is wrong.

`specs` modules say what a file may hold, `checks` modules what must be true across files.
"""

from assets.catalogue.loading import load_pack
from assets.catalogue.pack import CatalogueError, Pack, Problem, Table

__all__ = ["CatalogueError", "Pack", "Problem", "Table", "load_pack"]
