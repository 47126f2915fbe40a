"""Which linear-time engine finds all patterns of the catalogue, with offsets, fastest.

Run: ``OMP_NUM_THREADS=1 python -m benchmarks.engines`` (two minutes; prints Markdown for docs/benchmarks/engines.md).
An engine that is not installed is left out, with the reason. Every engine must give the very hits and
spans of RE2 one by one. Medians of 5 rounds in which the engines take turns; each round reads messages that
none of them has read before, since lazily built automata are fast on what they know. Times are of the processor,
so that other work on the machine does not count.
"""

from __future__ import annotations

import platform
import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib import metadata

import re2

from recruitrisk.indicators import CATALOGUE
from recruitrisk.synthetic import synthesise
from recruitrisk.text import Matcher, normalise
from recruitrisk.text.literals import plain, required_literals
from recruitrisk.version import __version__

MESSAGES, RUNS, WARM = 60, 5, 900
"""Messages of a round, rounds, and messages that are read first, to check the hits and to warm up."""

Hits = list[tuple[int, int, int]]
Engine = Callable[[str], Hits]


class _MissingError(Exception):
    """An engine can't take part; says why."""


def _options(megabytes: int = 16) -> re2.Options:
    options = re2.Options()
    options.max_mem = megabytes << 20
    options.log_errors = False
    return options


def _spans(text: str, keys: Iterator[int] | Sequence[int], single: Sequence[re2._Regexp[str]]) -> Hits:
    return sorted((key, m.start(), m.end()) for key in keys for m in single[key].finditer(text))


def _shipped(patterns: list[str]) -> Engine:
    matcher = Matcher(patterns)
    return lambda text: sorted((h.key, h.start, h.end) for h in matcher.matches(text))


def _re2_one_by_one(patterns: list[str]) -> Engine:
    single = [re2.compile(p, _options()) for p in patterns]
    return lambda text: _spans(text, range(len(single)), single)


def _re2_sets(size: int, megabytes: int = 16) -> Callable[[list[str]], Engine]:
    def build(patterns: list[str]) -> Engine:
        single = [re2.compile(p, _options()) for p in patterns]
        sets = []
        for first in range(0, len(patterns), size):
            group = re2.Set.SearchSet(_options(megabytes))
            for pattern in patterns[first : first + size]:
                group.Add(pattern)
            group.Compile()
            sets.append((first, group))
        return lambda text: _spans(
            text, [first + key for first, group in sets for key in group.Match(text) or ()], single
        )

    return build


def _re2_filter(patterns: list[str]) -> Engine:
    single = [re2.compile(p, _options()) for p in patterns]
    chosen = re2.Filter()
    for pattern in patterns:
        chosen.Add(pattern, _options())
    chosen.Compile()
    return lambda text: _spans(text, chosen.Match(text, potential=True) or (), single)


def _hyperscan(patterns: list[str]) -> Engine:
    try:
        import hyperscan
    except ImportError as problem:
        raise _MissingError(str(problem)) from None
    single = [re2.compile(p, _options()) for p in patterns]
    flag = hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_UTF8
    taken, refused = [], []
    for key, pattern in enumerate(patterns):
        try:
            hyperscan.Database().compile(expressions=[pattern.encode()], flags=flag)
            taken.append(key)
        except hyperscan.error:  # "embedded end anchors not supported" and the like
            refused.append(key)
    database = hyperscan.Database()
    database.compile(expressions=[patterns[key].encode() for key in taken], ids=taken, flags=flag)
    rest = re2.Set.SearchSet(_options())
    for key in refused:
        rest.Add(patterns[key])
    rest.Compile()
    found: list[int] = []

    def note(key: int, start: int, end: int, flags: int, context: object) -> None:
        found.append(key)

    def engine(text: str) -> Hits:
        found.clear()
        database.scan(text.encode(), match_event_handler=note)
        found.extend(refused[at] for at in rest.Match(text) or ())
        return _spans(text, found, single)

    return engine


_CLASSES = {"d": "0-9", "w": "0-9A-Za-z_", "s": r"\t\n\f\r "}


def _for_rust(pattern: str) -> str:
    """RE2's ASCII classes and word edges, said in Rust's syntax (its own are those of Unicode)."""
    out, at, inside = [], 0, False
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            after = pattern[at + 1]
            low = _CLASSES.get(after.lower(), "")
            if after in "bB":
                out.append(f"(?-u:\\{after})")
            elif low and after.islower():
                out.append(low if inside else f"[{low}]")
            elif low and not inside:
                out.append(f"[^{low}]")
            else:
                out.append(char + after)
            at += 2
            continue
        inside = char == "[" or (inside and char != "]")
        out.append(char)
        at += 1
    return "".join(out)


def _rust(size: int) -> Callable[[list[str]], Engine]:
    def build(patterns: list[str]) -> Engine:
        try:
            import rurex
        except ImportError as problem:
            raise _MissingError(str(problem)) from None
        try:
            said = [_for_rust(p) for p in patterns]
            single = [rurex.compile(p) for p in said]
            sets = [
                (first, rurex.compile_set(said[first : first + size])) for first in range(0, len(said), size)
            ]
        except rurex.PatternError as problem:
            raise _MissingError(str(problem).splitlines()[-1]) from None

        def engine(text: str) -> Hits:
            keys = [first + at for first, group in sets for at, hit in enumerate(group.matches(text)) if hit]
            return sorted((key, *m.span()) for key in keys for m in single[key].finditer(text))

        return engine

    return build


def _rust_one_by_one(patterns: list[str]) -> Engine:
    try:
        import rurex
    except ImportError as problem:
        raise _MissingError(str(problem)) from None
    single = [rurex.compile(_for_rust(p)) for p in patterns]
    return lambda text: sorted((key, *m.span()) for key, p in enumerate(single) for m in p.finditer(text))


def _aho_corasick(patterns: list[str]) -> Engine:
    try:
        import ahocorasick_rs
    except ImportError as problem:
        raise _MissingError(str(problem)) from None
    single = [re2.compile(p, _options()) for p in patterns]
    always: list[int] = []
    ways: list[tuple[int, int]] = []  # pattern, how many needs
    of_word: dict[str, list[tuple[int, int]]] = defaultdict(list)  # literal -> (way, need) that it meets
    for key, pattern in enumerate(patterns):
        found = required_literals(pattern)
        if found is None:
            always.append(key)
        for needs in found or ():
            for number, need in enumerate(needs):
                for word in need:
                    of_word[word].append((len(ways), number))
            ways.append((key, len(needs)))
    words = sorted(of_word)
    meets = [of_word[w] for w in words]
    automaton = ahocorasick_rs.AhoCorasick(words)

    def engine(text: str) -> Hits:
        seen = {found[0] for found in automaton.find_matches_as_indexes(plain(text), overlapping=True)}
        met = Counter(way for way, _ in {need for word in seen for need in meets[word]})
        keys = {ways[way][0] for way, number in met.items() if number == ways[way][1]}
        return _spans(text, sorted(keys.union(always)), single)

    return engine


def _python_re(patterns: list[str]) -> Engine:
    single = [re.compile(p, re.ASCII) for p in patterns]
    return lambda text: sorted((key, *m.span()) for key, p in enumerate(single) for m in p.finditer(text))


ENGINES: dict[str, tuple[str, Callable[[list[str]], Engine]]] = {
    "shipped: `recruitrisk.text.Matcher`": ("google-re2", _shipped),
    "RE2 sets of 32, 16 MB each, then RE2 for spans": ("google-re2", _re2_sets(32)),
    "RE2 sets of 64, 32 MB each": ("google-re2", _re2_sets(64, 32)),
    "RE2 one set of all, 256 MB": ("google-re2", _re2_sets(1 << 20, 256)),
    "RE2 filter (literals first), then RE2": ("google-re2", _re2_filter),
    "RE2 one by one": ("google-re2", _re2_one_by_one),
    "Hyperscan tells which occur, then RE2 for spans": ("hyperscan", _hyperscan),
    "Aho-Corasick literals (ahocorasick-rs), then RE2": ("ahocorasick-rs", _aho_corasick),
    "Rust regex sets of 32, then Rust": ("rurex", _rust(32)),
    "Rust regex one by one": ("rurex", _rust_one_by_one),
    "Python re one by one (backtracks: baseline only)": ("", _python_re),
}
"""Name -> package, and how it is built."""


def _seconds(engine: Engine, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        engine(text)
    return (time.process_time() - start) / len(texts)


def main() -> None:
    """Print the table."""
    patterns = [p.regex for i in CATALOGUE for p in (*i.patterns, *i.vetoes)]
    world = synthesise(MESSAGES * (RUNS + 1) + WARM, seed=99)
    every = [normalise(t).text for t in world.frame["message"]]
    rounds = [every[MESSAGES * n : MESSAGES * (n + 1)] for n in range(RUNS + 1)]
    texts = every[-WARM:]
    reference = _re2_one_by_one(patterns)
    expected = [reference(t) for t in texts]
    made: dict[str, tuple[Engine, float, float, int]] = {}
    left_out: list[str] = []
    for name, (package, build) in ENGINES.items():
        start = time.process_time()
        try:
            engine = build(patterns)
        except _MissingError as problem:
            left_out.append(f"{name}: {problem}")
            continue
        except Exception as problem:  # an engine refuses a pattern in its own way
            left_out.append(f"{name} ({package}): {type(problem).__name__}: {str(problem)[:160]}")
            continue
        built = time.process_time() - start
        cold = _seconds(engine, rounds[-1])
        differing = sum(engine(t) != e for t, e in zip(texts, expected, strict=True))
        made[name] = (engine, built, cold, differing)
    times: dict[str, list[float]] = {name: [] for name in made}
    for fresh in rounds[:-1]:
        for name, (engine, *_) in made.items():
            times[name].append(_seconds(engine, fresh))
    versions = ", ".join(f"{p} {metadata.version(p)}" for p in sorted({ENGINES[n][0] for n in made} - {""}))
    print(
        f"recruitrisk {__version__}, Python {platform.python_version()}, {platform.machine()}, {versions}; "
        f"{len(patterns)} patterns, synthetic messages of {sum(map(len, every)) / len(every):.0f} "
        f"characters on average, {sum(map(len, expected)) / len(texts):.1f} hits each; "
        f"cold: the first {MESSAGES}; warm: fresh ones after {WARM}\n"
    )
    base = statistics.median(times[next(iter(made))])
    print(
        "| engine | ms a message, warm | ratio | ms a message, cold | to build, s | messages with other hits or spans |\n"
        "|---|---|---|---|---|---|"
    )
    for name, (_, built, cold, differing) in made.items():
        seconds = statistics.median(times[name])
        print(
            f"| {name} | {1000 * seconds:.3f} | {seconds / base:.2f} | {1000 * cold:.3f} | {built:.2f} | {differing} |"
        )
    for reason in left_out:
        print(f"\nLeft out: {reason}")


if __name__ == "__main__":
    main()
