"""The rows of the reliability scorecard: property and the bar it is held to."""

from __future__ import annotations

ROWS: dict[str, str] = {
    "Nothing lost": "in = scored + not assessable + rejected, each reject with line and reason; an unclosed quotation mark never swallows rows in silence; 0 crashes",
    "Zip safe": "refused with a reason; 0 files written outside; at most 256 MiB",
    "Atomic output": "never a partial file under the final name; a rerun (with `--resume`) gives byte-identical output",
    "Character evasion": "at least 95 % of detections kept (99 % where the canonical form undoes it); genuine ones flagged at most 1 point more often",
    "Padding, splitting, order, duplicates": "pleasantries: never lower; specifics: within the published cap, never below `guarded` while a strong sign stands; split, merged, doubled: at least 95 % kept; order of rows: same digits",
    "Identity": "0 changes of any score column",
    "Groups": "the worst group's false alarms at most 1.25 times the overall ones, with a bootstrap interval",
    "Linear time": "slope of log time over log length at most 1.2",
    "Report inert": "0 scripts, 0 requests in Chromium",
    "CSV inert": "0 formulas",
    "Terminal inert": "0 raw control characters",
    "Private": "0 canaries in logs, tracebacks, temporary files, run.json",
    "No network": "0 connections",
    "Model files": "0 loads, 0 code run",
    "Bounds": "at most 512 MiB above the library's own import, or a clear refusal",
    "Exit codes": "as documented; a second run changes nothing",
    "Other versions": "same digits to 1e-9, or a hard error",
    "Supply": "0 known vulnerabilities; permissive licences only; every file of the lock hashed",
}
"""Property -> bar, in the order of the table."""
