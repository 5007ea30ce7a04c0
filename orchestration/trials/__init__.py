"""Trials: long, seeded runs that show what tests can only sample. Run by `qipan bench`."""
