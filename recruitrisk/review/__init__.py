"""Floor 5: metrics, pictures, audit, model card, reports.

``recruitrisk.review(model, data)`` is a call of this package. The function and the package that holds it have one name, and Python
binds a package to its parent's attribute whenever one of its modules is imported; a function put there would come
and go with the order of imports. So the package itself can be called, by the way that Python documents for modules with
behaviour of their own (``__class__`` of a module). The function is `recruitrisk.review.reviewed.review`.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

__all__: list[str] = []


class _Callable(ModuleType):
    """A package that reviews when it is called."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Review a model; see `recruitrisk.review.reviewed.review`."""
        from recruitrisk.review.reviewed import review

        return review(*args, **kwargs)


sys.modules[__name__].__class__ = _Callable
