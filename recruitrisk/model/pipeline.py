"""scikit-learn pieces: evidence as a transformer, and the whole as a pipeline."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import FunctionTransformer

from recruitrisk.indicators import ids
from recruitrisk.model.parts import PART_IDS, add_composites
from recruitrisk.model.risk_model import RiskModel
from recruitrisk.model.scorecard import AdditiveScorer
from recruitrisk.model.store import load_model
from recruitrisk.model.training import DIRECTIONS
from recruitrisk.reading import approaches_from_frame

__all__ = ["EvidenceTransformer", "make_pipeline"]


class EvidenceTransformer(TransformerMixin, BaseEstimator):
    """Table of approaches -> strengths of all indicators.

    Parameters
    ----------
    model : RiskModel, optional
        Whose detector is used; the shipped one by default. Nothing is fitted here.

    Examples
    --------
    >>> table = pd.DataFrame({"message": ["Please keep this between us and do not tell your employer."]})
    >>> EvidenceTransformer().fit_transform(table).shape
    (1, 35)
    """

    def __init__(self, model: RiskModel | None = None) -> None:
        self.model = model

    def fit(self, X: pd.DataFrame, y: Any = None) -> EvidenceTransformer:
        """Take the detector; `X` and `y` are not looked at."""
        self.detector_ = (self.model or load_model()).detector
        self.n_features_in_ = X.shape[1]
        return self

    def transform(self, X: pd.DataFrame) -> NDArray[np.float64]:
        """Strengths, shape (n_approaches, n_indicators); NaN where unknown."""
        return self.detector_.transform(approaches_from_frame(X)[0])

    def get_feature_names_out(self, input_features: Any = None) -> NDArray[np.object_]:
        """Ids of the indicators."""
        return np.array(ids(), dtype=object)


def _with_composites(strengths: Any) -> NDArray[np.float64]:
    """Composites of strengths that come as an array or, with ``set_output``, as a frame."""
    return add_composites(np.asarray(strengths, dtype=np.float64))


def _composite_names(_: Any, __: Any) -> NDArray[np.object_]:
    return np.array(PART_IDS, dtype=object)


def make_pipeline(model: RiskModel | None = None, ridge: float = 2.0) -> Pipeline:
    """Evidence, composites and a fresh scorer, to be fitted on your own labelled table.

    Parameters
    ----------
    model : RiskModel, optional
        Whose detector reads the text.
    ridge : float
        Penalty of the scorer.
    """
    return Pipeline(
        [
            ("evidence", EvidenceTransformer(model)),
            ("composites", FunctionTransformer(_with_composites, feature_names_out=_composite_names)),
            ("scorer", AdditiveScorer(directions=tuple(DIRECTIONS.tolist()), ridge=ridge)),
        ]
    )
