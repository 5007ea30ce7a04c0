"""What Dagster loads: the definitions of the place the environment names."""

from orchestration.code_location import build_defs

defs = build_defs()
