"""Signs about money."""

from __future__ import annotations

from recruitrisk.indicators.declaration import Indicator, Rates
from recruitrisk.indicators.pay_patterns import (
    ABOVE_MARKET,
    ABOVE_MARKET_VETOES,
    PER_REPORT,
    PER_REPORT_VETOES,
    SWEETENER,
    SWEETENER_VETOES,
)
from recruitrisk.indicators.payment_patterns import OPAQUE, OPAQUE_VETOES
from recruitrisk.indicators.vocabulary import source

__all__ = ["INDICATORS"]

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        id="pay_above_market",
        family="pay",
        name="Pay far above the market",
        definition=(
            "Pay far above the going rate for that work and out of line with the person's own pay. "
            "Markets that truly pay high (quant,"
            " interim management, locum medicine, offshore) and an ordinary step up a career are not it."
        ),
        seen_in="OM",
        sources=(
            source("us_ncsc_2025", "pay is out of proportion to flexible work"),
            source(
                "case_spectator",
                "1,500 to 3,000 dollars for six to ten pages, about three times the usual rate",
            ),
        ),
        measures=("pay", "patterns", "meaning"),
        patterns=ABOVE_MARKET,
        vetoes=ABOVE_MARKET_VETOES,
        fires=(
            "We pay three times the usual rate",
            "You could earn more in a weekend than in a month at the ministry",
            "High pay for a few hours a week",
            "The amount is not a misprint",
        ),
        silent=(
            "The salary is in line with the civil service pay scale",
            "Beware of strangers who offer very generous pay for little work",
            "The figure is gross and for the full year, not monthly",
            "We can't pay above the market rate",
        ),
        rates=Rates(0.4, 0.1),
        reviewer="Pay is far above what such work brings",
        absent="Pay is within what such work brings",
        innocent=(
            "Contract day rates in scarce trades are truly high",
            "A recruiter may oversell a band that turns out ordinary",
            "Expert networks pay several hundred an hour",
        ),
        next_step="Compare with the published rate for that work, and ask what exactly the money is for",
    ),
    Indicator(
        id="pay_per_report",
        family="pay",
        name="Paid by the piece",
        definition=(
            "Piece pay for writing or answers: per report, paper, article, page, question or call note. "
            "Pay by the hour, day or month,"
            " reports sold to readers, and statements that nothing is paid are not it."
        ),
        seen_in="OM",
        sources=(source("five_eyes_2026_pay", "hundreds to a few thousand dollars for each deliverable"),),
        measures=("patterns", "piece", "meaning"),
        patterns=PER_REPORT,
        vetoes=PER_REPORT_VETOES,
        fires=(
            "We pay 1,500 USD per report",
            "Each note is honoured at £900",
            "They pay 400 dollars a page",
            "A grand per piece, the first one up front",
            "Pro Bericht zahlen wir 800 Euro",
        ),
        silent=(
            "We never pay sources, per report or otherwise",
            "The patient pays 30 euro per report at the reception",
            "A page calling itself a consultancy has been writing to colleagues with lines such as 'a "
            "short paper, £2,000'",
            "The annual report costs 20 euros in print",
            "The copy shop takes 10 cents per page",
        ),
        rates=Rates(0.45, 0.04),
        reviewer="Money is offered by the piece, per report, paper or answer",
        absent="No piece pay is offered",
        innocent=(
            "Freelance writing, translation and reviewing are paid by the piece",
            "Surveys and expert calls pay by the answer or call",
        ),
        next_step="Ask who reads the reports and where the last ones were published, and ask your employer "
        "before writing any",
    ),
    Indicator(
        id="opaque_payment",
        family="pay",
        name="Payment that leaves no trace",
        definition=(
            "Cash, cryptocurrency, gift cards, a personal wallet, a third person's account, no contract "
            "or invoice, or money dressed up"
            " as something else. Crypto as a trade, petty-cash reimbursements and vouchers that are "
            "signed for are not it."
        ),
        seen_in="OM",
        sources=(
            source("mi5_alert_2025_pay", "cash or cryptocurrency is offered"),
            source("five_eyes_2026_means", "payment runs over PayPal and cryptocurrency"),
        ),
        measures=("patterns", "meaning"),
        # Strong: it serves to hide the payer, and no checkable detail beside it makes it harmless.
        strong=True,
        patterns=OPAQUE,
        vetoes=OPAQUE_VETOES,
        fires=(
            "We can pay you in cash or bitcoin",
            "No contract and no invoice needed",
            "Payment goes to your wallet in USDT",
            "The money will come from my cousin's account",
            "Auszahlung in bar oder Krypto",
        ),
        silent=(
            "We hire a crypto engineering lead for our wallet team",
            "Paid by bank transfer against invoice, never in cash",
            "Beware of anyone who pays in gift cards",
            "Cash flow forecasting is the core of the role",
            "I advise the board on bitcoin regulation",
            "The invoice can't be paid without a contract",
        ),
        rates=Rates(0.3, 0.02),
        reviewer="Payment would leave no trace: cash, crypto, a third person's account or no paper",
        absent="No sign of payment that hides the payer",
        innocent=(
            "In some countries cash or mobile money is usual for small fees",
            "Firms in the crypto trade do pay in crypto",
            "Research participants are often thanked with gift cards",
        ),
        next_step="Insist on a written contract and a transfer from the firm's own account, and report a "
        "refusal to your security adviser",
    ),
    Indicator(
        id="early_sweetener",
        family="pay",
        name="Money or gift up front",
        definition=(
            "Money or a gift before anything of value was given: an advance, a paid trial, a present, a "
            "welcome bonus. A signing bonus in"
            " an employment contract, prepaid travel for a named event and conference bags are not it."
        ),
        seen_in="OD",
        sources=(
            source("bfv_hamburg", "trial work for a four-figure sum in euros"),
            source("cpni_case", "a present was handed over at the first meeting"),
        ),
        measures=("patterns", "meaning"),
        patterns=SWEETENER,
        vetoes=SWEETENER_VETOES,
        fires=(
            "Half of the sum I can send already today",
            "Please accept a small gift from our chairman",
            "The first one is paid up front",
            "A paid trial paper to start, four figures",
        ),
        silent=(
            "Gifts over 25 EUR must be declared",
            "The joining bonus is paid in month seven and taxed",
            "We do not pay in advance",
            "Anyone who sends you money in advance should be reported: it is a scam",
        ),
        rates=Rates(0.2, 0.03),
        reviewer="Money or a gift is offered before anything was delivered",
        absent="Nothing is given up front",
        innocent=(
            "Book contracts and some consultancies pay an advance",
            "Small presents are courtesy in many places",
            "Survey firms send a voucher first",
        ),
        next_step="Take nothing, note what was offered, and tell your security adviser",
    ),
)
