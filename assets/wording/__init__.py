"""Words bound to rows: figures, the messages they stand in, and a linter of finished sentences."""
