"""Python models: one module a table of `metrics`, see `assets/python_models.py`."""
