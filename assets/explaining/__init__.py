"""Explaining: how a number of the warehouse came about, down to the cells it was printed in.

`inputs/<room>/<table>.sql` says which groups, regions and printed figures a row was made of, and by which
arithmetic; a table without a file is explained by its keys alone. `walk/*.sql` leads from there to the
leaves, for one row and for thousands. Everything is read from a finished warehouse, nothing is written.
Words, among them what the inputs of a table are, stand in `assets/wording/<language>/explaining.ftl`.
"""
