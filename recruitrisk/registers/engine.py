"""DuckDB, where it is there: opened with bounded memory and threads, without network and without extensions."""

from __future__ import annotations

import os
from typing import Any

from recruitrisk.errors import UsageError

__all__ = ["BUILD_MEMORY", "LOOKUP_MEMORY", "attach", "connect", "is_duckdb"]

BUILD_MEMORY = "200MB"
LOOKUP_MEMORY = "128MB"
"""What DuckDB may hold; above it, it spills to disk. Python, pyarrow and what DuckDB does not count come on top."""

_THREADS = 2


def connect(path: str = ":memory:", *, memory: str, spill: str = "") -> Any:
    """Open a DuckDB file, or DuckDB without one.

    Parameters
    ----------
    path : str
    memory : str
        `BUILD_MEMORY` or `LOOKUP_MEMORY`.
    spill : str
        Folder to spill into; none by default.

    Raises
    ------
    UsageError
        When DuckDB is not installed.
    """
    try:
        import duckdb  # 40 MB: only when a register is used
    except ImportError:
        raise UsageError("registers need DuckDB: pip install 'recruitrisk[registers]'") from None
    config: dict[str, Any] = {
        "memory_limit": memory,
        "threads": _THREADS,
        "temp_directory": spill,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    return duckdb.connect(path, config=config)


def attach(connection: Any, path: str, name: str, *, read_only: bool = False) -> None:
    """Attach a database file under a name.

    A file that is only read may be somebody else's and hold views that read other files or the network: from then on the
    connection opens nothing more.
    """
    quoted = path.replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS {name}{' (READ_ONLY)' if read_only else ''}")
    if read_only:
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")


def is_duckdb(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a DuckDB database, by its first bytes; what can't be read is none."""
    try:
        with open(path, "rb") as stream:
            return stream.read(12)[8:] == b"DUCK"
    except OSError:
        return False
