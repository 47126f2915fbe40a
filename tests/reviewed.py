"""What the tests of explanation and report look at: a few approaches, assessed once."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from functools import cache
from typing import Any

from recruitrisk.approach import Approach, Message
from recruitrisk.model import Assessment, RiskModel, load_model
from recruitrisk.reading import approaches_from_frame
from recruitrisk.synthetic import synthesise

BASE_RATE = 0.01
SCRIPT = "</script><script>alert(1)</script>"
IMAGE = '<img src=x onerror="alert(2)"> <svg onload=alert(3)> javascript:alert(4) https://evil.example/x.js'

HOSTILE = Approach(
    f"id{SCRIPT}",
    (
        Message(
            f"Hi Meredith, {SCRIPT} our client can't be named. {IMAGE} Send it by Signal and tell nobody, we pay $2,000 "
            "per report in cash. \x1b[31mred\x07 \u202egnol\u202c <!-- {{ 7*7 }} ${7*7} \u2028 ]]> &lt;b&gt;",
            True,
            datetime(2025, 11, 3, 9, 0, tzinfo=UTC),
        ),
        Message("Who is the client?", False, datetime(2025, 11, 3, 10, 0, tzinfo=UTC)),
        Message(
            f"A private investor in Asia.{SCRIPT}\n{'x' * 400}", True, datetime(2025, 11, 4, 9, 0, tzinfo=UTC)
        ),
    ),
    {
        "sender_name": 'Eve "><i>',
        "company": f"Evil & Sons {IMAGE}",
        "headline": SCRIPT,
        "contact_email": "eve@evil.example",
    },
)

TELLING = Approach(
    "private",
    (
        Message(
            "Dear Dr. Marguerite Okonkwo,\nI am Zebulon Quistgaard of the Thistle Institute. Our client would rather not be named. "
            "Mail z.quistgaard@thistle-institute.example or zeb77@gmail.com, ring +44 20 7946 0958 or 020 7946 0321, "
            "see https://thistle-institute.example/apply?id=7 and https://www.linkedin.com/in/zebulon-quistgaard-1a2b/ "
            "or add me on WeChat: zeb_quist77. We pay $1,500 for each report.\n\nKind regards,\nZebulon Quistgaard",
            True,
            datetime(2025, 11, 3, 9, 0, tzinfo=UTC),
        ),
        Message("Zebulon, which client?\nMarguerite", False, datetime(2025, 11, 3, 10, 0, tzinfo=UTC)),
        Message("Z. Quistgaard again: ask QUISTGAARD's friend. Best, Zebulon", True, datetime(2025, 11, 4, 9, 0, tzinfo=UTC)),
    ),
    {
        "sender_name": "Zebulon Quistgaard", "sender_location": "Aarhus", "headline": "Zebulon Quistgaard, talent scout",
        "sender_profile_url": "https://www.linkedin.com/in/zebulon-quistgaard-1a2b",
        "company": "Thistle Institute", "company_website": "https://thistle-institute.example", "contact_email": "zeb77@gmail.com",
    },
)  # fmt: skip
SECRETS = (
    "zebulon", "quistgaard", "marguerite", "okonkwo", "zeb77", "zeb_quist", "gmail.com", "thistle-institute.example",
    "linkedin.com", "7946", "aarhus",
)  # fmt: skip


@cache
def model() -> RiskModel:
    """The shipped model."""
    return load_model()


@cache
def approaches(n: int = 40) -> tuple[Approach, ...]:
    """Synthetic ones, always the same."""
    made = synthesise(n, seed=11)
    return tuple(approaches_from_frame(made.frame, made.messages)[0])


@cache
def assessed(n: int = 40) -> tuple[tuple[Approach, Assessment, int], ...]:
    """With their assessments and row numbers."""
    return tuple((a, model().assess(a, BASE_RATE), at) for at, a in enumerate(approaches(n), 1))


def one(approach: Approach) -> tuple[Approach, Assessment, int]:
    """The same for one approach."""
    return approach, model().assess(approach, BASE_RATE), 1


def page_data(page: str) -> dict[str, Any]:
    """What a report's page holds of its rows."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def with_rows(page: str, n: int) -> str:
    """The same page with `n` rows, its own over and over under new numbers."""
    data = page_data(page)
    own = data["rows"]
    data["rows"] = [{**own[at % len(own)], "n": at + 1} for at in range(n)]
    blob = json.dumps(data).replace("<", "\\u003c")
    head, _, rest = page.partition('id="data">')
    return f'{head}id="data">{blob}</script>{rest.partition("</script>")[2]}'
