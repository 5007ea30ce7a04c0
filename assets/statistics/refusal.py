"""The one way a measure says that it does not apply."""


class RefusedError(Exception):
    """A measure does not apply; the message says why and names the alternative."""
