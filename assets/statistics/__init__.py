"""Measures of gaps, convergence, inequality and structure as plain functions on NumPy arrays.

One module a family; only `reading`, `csv_lines` and `structure_inputs` read files. `measured/` gives the
results names and keys, `measuring` is what the command line calls.
"""
