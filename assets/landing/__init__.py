"""Landing: a question to a publisher becomes bytes on disk, and those bytes become printed figures."""
