"""The report site: static pages from a finished build, in three languages, that ask nobody for anything."""
