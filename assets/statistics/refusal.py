"""The one way a measure says that it does not apply."""


class RefusedError(Exception):
    """A measure does not apply; the message says why and names the alternative."""


NOT_EVERY_REGION = "has no figure of every region"
"""What a refusal says of an indicator that is needed for all regions and held for some."""
