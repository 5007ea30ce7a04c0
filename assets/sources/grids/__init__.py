"""Files to grids of cells: xlsx, xls, csv, pages, record lists. What the cells mean is not known here."""
