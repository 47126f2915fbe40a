"""The error tree.

::

    RecruitRiskError
    ├── ReadError      a file, a line or a column could not be read
    ├── ModelError     a model can't be loaded, or does not fit this catalogue
    ├── UsageError     an argument is outside what is allowed
    └── WriteError     an output could not be written

A message says what was given, what is allowed and what to do. The command line
prints it on one line and ends with the exit code of the class.
"""

from __future__ import annotations

__all__ = ["ModelError", "ReadError", "RecruitRiskError", "UsageError", "WriteError"]


class RecruitRiskError(Exception):
    """Root of everything this library raises on purpose.

    Attributes
    ----------
    exit_code : int
        What the command line ends with when it is raised.
    """

    exit_code = 1


class ReadError(RecruitRiskError):
    """Input that can't be read.

    Parameters
    ----------
    message : str
        What was found and what was expected.
    file : str, optional
        The file, as the user named it.
    line : int, optional
        Line in the file, counted from 1 (the header is line 1).
    column : str, optional
        Name of the column.

    Examples
    --------
    >>> print(ReadError("no text column; give --columns message=YOURS", file="a.csv", line=1))
    a.csv, line 1: no text column; give --columns message=YOURS
    """

    exit_code = 3

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        line: int | None = None,
        column: str | None = None,
    ) -> None:
        self.file, self.line, self.column, self.reason = file, line, column, message
        place = [str(file)] if file else []
        if line is not None:
            place.append(f"line {line}")
        if column is not None:
            place.append(f"column {column!r}")
        super().__init__(f"{', '.join(place)}: {message}" if place else message)


class ModelError(RecruitRiskError):
    """A model that can't be loaded or used: damaged, of another catalogue, or not there."""

    exit_code = 4


class UsageError(RecruitRiskError, ValueError):
    """An argument outside of what is allowed."""

    exit_code = 2


class WriteError(RecruitRiskError):
    """Output that can't be written: no room, no permission, no such folder."""

    exit_code = 5
