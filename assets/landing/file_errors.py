"""Every way a file put into the inbox can fail, one name each.

Messages say file, sheet, cell, what was found and what to do. Errors that any publisher's answer can
have (a changed unit, a repeated region, a number that is none) are those of landing.errors.
"""

from assets.landing.errors import LandingError


class MappingError(LandingError):
    """A sidecar or saved mapping has mistakes; all of them are listed, by key."""


class NoMappingError(LandingError):
    """A file has no sidecar and no saved mapping matches its name."""


class AmbiguousMappingError(LandingError):
    """Several saved mappings match the name of a file."""


class UnknownFormatError(LandingError):
    """A file of a kind that is not read: a picture, a PDF, a document, a binary workbook."""


class HtmlInDisguiseError(LandingError):
    """A page saved under the name of a spreadsheet."""


class EncryptedFileError(LandingError):
    """A spreadsheet that asks for a password."""


class DamagedFileError(LandingError):
    """A file that begins like a spreadsheet and cannot be read as one."""


class FileTooLargeError(LandingError):
    """A file, or what it unpacks to, is larger than any printed table."""


class FileChangedError(LandingError):
    """A file is no longer the one that was landed."""


class AmbiguousSheetError(LandingError):
    """Several sheets or tables could be meant, or the one named is not there."""


class HiddenCellsError(LandingError):
    """Rows, columns or a sheet that the reader of the table does not see."""


class EmptyTableError(LandingError):
    """No figure where the mapping looks for them."""


class HeaderRowError(LandingError):
    """The row of headings cannot be found, or several rows could be it."""


class AmbiguousColumnError(LandingError):
    """Several columns could hold the labels of the rows."""


class MergedHeaderError(LandingError):
    """A heading merged over several columns leaves open which of them is meant."""


class MergedFigureError(LandingError):
    """A figure merged over several cells leaves open whose figure it is."""


class UnknownColumnError(LandingError):
    """A column holds figures the mapping does not know, or a heading it names is not there."""


class RepeatedColumnError(LandingError):
    """Two columns or rows of one series."""


class MovedUnitRowError(LandingError):
    """The unit does not stand in the cell where the mapping expects it."""


class TwoTablesError(LandingError):
    """A second table, or the continuation of the first, on the same sheet."""


class YearUnreadableError(LandingError):
    """A label that is no plain year."""


class RepeatedYearError(LandingError):
    """One year in two columns or two rows."""


class UnknownRegionError(LandingError):
    """A name or code that no region of regions.csv has."""


class AmbiguousRegionError(LandingError):
    """A name that several regions have."""


class OfWhichRowError(LandingError):
    """A row that prints a part of the row above it ("#", "其中")."""


class DateCellError(LandingError):
    """A date where a number should be: a spreadsheet turned 1-2 or 3/4 into one."""


class ErrorCellError(LandingError):
    """A cell that shows an error such as #REF!."""


class FormulaWithoutValueError(LandingError):
    """A formula whose result was never saved."""


class PercentCellError(LandingError):
    """A cell shown as a percentage, whose held number is a hundredth of the one shown."""
