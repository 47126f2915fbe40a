"""Reading: CSV, Parquet and LinkedIn exports to approaches, with a reject for every row that can't be read.

===========================  ==================================================================
`read_approaches`            a table of approaches as a whole
`iter_batches`               the same as a stream, with bounded memory
`iter_blocks`                the same by ranges of bytes of a CSV file, for workers
`read_linkedin_export`       the zip, folder or messages.csv of "Get a copy of your data"
`is_linkedin_export`         whether a path is one
`approaches_from_frame`      approaches of a data frame
`approach_from_row`          an approach of one row
`read_profiles`              a table of profiles, to be joined on the profile's address
`write_linkedin_export`      an export of any year's layout, for the synthetic world
===========================  ==================================================================

To know one more column name, edit `aliases`; one more layout of exports, `linkedin`.
"""

from __future__ import annotations

from recruitrisk.reading.aliases import resolve_columns
from recruitrisk.reading.archive import is_linkedin_export
from recruitrisk.reading.batch import Batch, Counts, join_batches
from recruitrisk.reading.export_writer import EXPORT_YEARS, write_linkedin_export
from recruitrisk.reading.linkedin import read_linkedin_export
from recruitrisk.reading.profiles import Profiles, normalise_profile_url, read_profiles
from recruitrisk.reading.records import Reject
from recruitrisk.reading.rows import approach_from_row, approaches_from_frame
from recruitrisk.reading.tables import iter_batches, iter_blocks, read_approaches

__all__ = [
    "EXPORT_YEARS",
    "Batch",
    "Counts",
    "Profiles",
    "Reject",
    "approach_from_row",
    "approaches_from_frame",
    "is_linkedin_export",
    "iter_batches",
    "iter_blocks",
    "join_batches",
    "normalise_profile_url",
    "read_approaches",
    "read_linkedin_export",
    "read_profiles",
    "resolve_columns",
    "write_linkedin_export",
]
