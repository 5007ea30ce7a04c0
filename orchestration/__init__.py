"""How the house is run: Dagster definitions, resources, jobs, checks and the command line.

Nothing is computed here. What is made, and from what, is in `assets/` and `sql/`.
"""
