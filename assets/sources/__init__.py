"""Publishers: how to read what they give. One module per source, plain functions, no Dagster."""
