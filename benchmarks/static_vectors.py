"""Static word vectors of the package ``wordllama`` (an optional trial, no dependency of the project).

The 256-dimensional vectors and their tokenizer ship inside of its wheel, so nothing is
downloaded. Used by ``benchmarks/wordings.py`` alone.
"""

from __future__ import annotations

from functools import cached_property
from importlib import metadata, util
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from recruitrisk.evidence.meaning import gram_keys
from recruitrisk.text.lexicon import lexicon

__all__ = ["StaticVectors", "missing"]

Floats = NDArray[np.float32]


def missing() -> str:
    """Why the vectors can't be used; empty when they can."""
    for package in ("wordllama", "safetensors", "tokenizers"):
        if util.find_spec(package) is None:
            return f"package {package} is not installed (pip install wordllama)"
    return ""


class StaticVectors:
    """A vector for each word, and clusters of words with vectors alike."""

    def __init__(self) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        spec = util.find_spec("wordllama")
        base = Path(spec.origin or "").parent if spec else Path()
        self.version = metadata.version("wordllama")
        self._tokenizer = Tokenizer.from_file(str(base / "tokenizers" / "l2_supercat_tokenizer_config.json"))
        self._table = next(iter(load_file(str(base / "weights" / "l2_supercat_256.safetensors")).values()))
        self._known: dict[str, Floats] = {}
        self._nearest: dict[tuple[str, int], int] = {}
        self._centres: dict[int, Floats] = {}

    @property
    def size(self) -> int:
        """Dimensions."""
        return int(self._table.shape[1])

    def word(self, word: str) -> Floats:
        """Unit vector of a word: the mean of its pieces; zero for a class such as ``<nm>``."""
        found = self._known.get(word)
        if found is None:
            found = np.zeros(self.size, dtype=np.float32)
            if word[0] != "<":
                pieces = self._tokenizer.encode(word, add_special_tokens=False).ids
                if pieces:
                    mean = self._table[pieces].astype(np.float32).mean(axis=0)
                    found = mean / max(float(np.linalg.norm(mean)), 1e-6)
            self._known[word] = found
        return found

    def sentences(self, sentences: list[list[str]], rarity: dict[str, float]) -> Floats:
        """Unit vectors of sentences, words weighted by how rare they are, shape (n_sentences, size)."""
        out = np.zeros((len(sentences), self.size), dtype=np.float32)
        for at, words in enumerate(sentences):
            for word in words:
                out[at] += rarity.get(word, rarity[""]) * self.word(word)
        return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-6)

    @cached_property
    def _lexicon(self) -> Floats:
        words = [w for w in sorted(lexicon()) if len(w) > 2 and w.isascii()]
        return np.stack([self.word(w) for w in words])

    def cluster(self, word: str, number: int) -> int:
        """Cluster of a word, of `number` clusters of the lexicon (k-means, seeded)."""
        key = (word, number)
        found = self._nearest.get(key)
        if found is None:
            if number not in self._centres:
                from sklearn.cluster import MiniBatchKMeans

                fitted = MiniBatchKMeans(number, random_state=0, n_init=1, batch_size=4096).fit(self._lexicon)
                self._centres[number] = fitted.cluster_centers_
            centres = self._centres[number]
            gap = (centres**2).sum(axis=1) - 2 * centres @ self.word(word)
            found = self._nearest[key] = int(gap.argmin())
        return found

    def cluster_grams(self, words: list[str], number: int) -> list[int]:
        """The shipped grams, and words and pairs of neighbours as clusters."""
        names = [w if w[0] == "<" or w in "?!" else str(self.cluster(w, number)) for w in words]
        keys = gram_keys(words)
        keys.extend(crc32(f"q{number} {name}".encode()) for name in names)
        keys.extend(crc32(f"r{number} {a} {b}".encode()) for a, b in pairwise(names))
        return keys
