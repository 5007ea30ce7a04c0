"""Great Expectations suites, one module per guarded table, in the same folders as `sql/`.

A suite is a plain list of expectations; `suite.py` runs it on a frame taken from DuckDB. No Dagster here.
"""
