"""Somebody's report against the current release: which charts it shows, and which of its numbers differ."""
