"""What can be wrong with a file somebody hands to `qipan measure`."""


class MeasureInputError(Exception):
    """A file cannot be measured; the message names file, line, what was found and the remedy."""


class InputShapeError(MeasureInputError):
    """No such file, not text, a column missing or twice, a ragged line."""


class DuplicateRegionYearError(MeasureInputError):
    """A region has a year twice, or stands twice where once is meant."""


class NegativeValueError(MeasureInputError):
    """A level below 0, where ratios and shares have no meaning."""


class MissingYearError(MeasureInputError):
    """A region has no line for a year that others have."""


class UnknownWeightError(MeasureInputError):
    """A weight that is blank or not above 0 beside a value."""


class NotANumberError(MeasureInputError):
    """Text where a number should be."""


class UnknownRegionError(MeasureInputError):
    """A region in one file and not in the other."""


class UnstableGroupError(MeasureInputError):
    """A region changes its group, or has none in one line, between the years."""
