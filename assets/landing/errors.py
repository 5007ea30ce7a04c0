"""Every way a publisher's answer can fail, one name each.

Messages say which series, where in the answer, what was found and what to do. `may_pass` marks what
can be gone at the next attempt; everything else is asked once.
"""


class LandingError(Exception):
    """A question could not be answered, or its answer cannot be used; nothing held is touched."""

    may_pass = False
    # the rest of the source is not asked either: the publisher refuses us, not this question
    stops_source = False


class HostNotAllowedError(LandingError):
    """A question names a host no source declares."""


class ConnectTimeoutError(LandingError):
    """No connection within the time allowed."""

    may_pass = True


class ReadTimeoutError(LandingError):
    """The publisher stopped sending."""

    may_pass = True


class DeadlineError(LandingError):
    """The time allowed for all questions of a run is used up."""

    stops_source = True


class ConnectionLostError(LandingError):
    """The connection was refused or reset, or the name not found."""

    may_pass = True


class TruncatedAnswerError(LandingError):
    """Fewer bytes than announced, or a compressed body that ends early."""

    may_pass = True


class CertificateError(LandingError):
    """The publisher's certificate could not be verified."""

    stops_source = True


class AnswerTooLargeError(LandingError):
    """More bytes than any answer of this kind has; the rest was not read."""


class TooManyRequestsError(LandingError):
    """Status 429."""

    may_pass = True
    stops_source = True


class PublisherDownError(LandingError):
    """Status 500 to 599."""

    may_pass = True


class RequestRefusedError(LandingError):
    """Another status than 200 that names no known cause."""


class BlockedError(LandingError):
    """The publisher's firewall answers instead of the publisher (403 UrlACL and the like)."""

    stops_source = True


class ChallengePageError(LandingError):
    """A page that wants JavaScript to prove a browser; we do not pretend to be one."""

    stops_source = True


class CookieChallengeError(LandingError):
    """Redirected for a cookie again and again."""

    stops_source = True


class ServiceExceptionPageError(LandingError):
    """Status 200 with the page of an error: a wrong path or parameter name."""


class NotTheFormatError(LandingError):
    """Not JSON (or XML, or the table) the source speaks."""


class WrongEncodingError(LandingError):
    """Bytes that are not in the encoding the source uses."""


class TooDeepError(LandingError):
    """Nested deeper than any answer of the source."""


class UnsuccessfulAnswerError(LandingError):
    """The publisher says in its own words that the question failed."""

    may_pass = True


class EmptyAnswerError(LandingError):
    """Successful, but without any data, three times in a row."""

    may_pass = True


class ShapeError(LandingError):
    """A field is missing or of another kind than the source documents."""


class WrongIndicatorError(LandingError):
    """Another indicator than the one asked for."""


class RenamedIndicatorError(LandingError):
    """The indicator's id is known, its name is not the one it had."""


class UnknownIndicatorError(LandingError):
    """No indicator of the catalogue has the expected name, or several have."""


class UnitChangedError(LandingError):
    """Another unit than the one series.csv converts from."""


class StrayRegionError(LandingError):
    """A region that was not asked for."""


class MissingRegionError(LandingError):
    """A region that was asked for and is not in the answer."""


class RepeatedRegionError(LandingError):
    """A region, or a cell, twice."""


class StrayPeriodError(LandingError):
    """A period that was not asked for or cannot be read."""


class PrintedNumberError(LandingError):
    """Text that is neither a number nor a known mark for a missing one."""


class NotFiniteError(LandingError):
    """NaN, infinity, or a number beyond what a double can hold."""


class ShrunkAnswerError(LandingError):
    """Cells that were printed before are gone."""


class ImplausibleValueError(LandingError):
    """A value outside the plausible range of its indicator."""


class JumpError(LandingError):
    """A value many times the one before it."""


class SwappedRegionsError(LandingError):
    """Two regions carry each other's values."""


class EditionConflictError(LandingError):
    """Parts of one answer are of different editions, or figures not of the edition stated."""


class SwappedPeriodsError(LandingError):
    """Figures stand at the year before or after their own."""


class LandingStoreError(LandingError):
    """The landing folder cannot be written or does not hold what it should."""

    stops_source = True


class SettingError(LandingError):
    """A setting of the environment cannot be used."""
