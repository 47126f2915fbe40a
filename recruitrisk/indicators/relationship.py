"""Signs about how the person is drawn in."""

from __future__ import annotations

from recruitrisk.indicators.declaration import Indicator, Rates
from recruitrisk.indicators.relationship_patterns import (
    COERCION,
    COERCION_VETOES,
    DONATION,
    DONATION_VETOES,
    FLATTERY,
    FLATTERY_VETOES,
    PROBE,
    PROBE_VETOES,
    RAPPORT,
    RAPPORT_VETOES,
)
from recruitrisk.indicators.vocabulary import source

__all__ = ["INDICATORS"]

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        id="flattery",
        family="relationship",
        name="Praise out of proportion",
        definition=(
            "Praise far out of proportion to the contact: world-class, uniquely qualified, we have "
            "searched for one like you. Ordinary"
            " courtesy and praise of one named piece of work within reason are not it."
        ),
        seen_in="M",
        sources=(source("npsa_2025", "open flattery"),),
        measures=("patterns", "meaning"),
        patterns=FLATTERY,
        vetoes=FLATTERY_VETOES,
        fires=(
            "Your profile is truly outstanding",
            "You are exactly the person we have been looking for",
            "Few people alive write the way you do",
            "Such talent comes once in a decade",
        ),
        silent=(
            "The Board thanks you for your distinguished service",
            "We look for someone with excellent communication skills",
            "An outstanding invoice is attached",
            "Happy birthday, hope the team spoils you",
        ),
        rates=Rates(0.45, 0.2),
        reviewer="Praise is out of proportion",
        absent="No praise out of proportion",
        innocent=(
            "Recruiting mail is often flattering by template",
            "Academic invitations are courteous to the point of excess",
            "In some languages strong praise is plain politeness",
        ),
        next_step="Ask what exactly of your work was read, and what for",
    ),
    Indicator(
        id="rapport_cultivation",
        family="relationship",
        name="Friendship before work",
        definition=(
            "The contact turns personal, or long-term friendship or cooperation is sought before any "
            "work. Small talk in one line and"
            " talk between people who know each other are not it."
        ),
        seen_in="MD",
        sources=(
            source("uk_speaker_2025", "long relationships are being prepared"),
            source("aivd_2022", "the contact soon turns personal"),
        ),
        measures=("patterns", "meaning"),
        patterns=RAPPORT,
        vetoes=RAPPORT_VETOES,
        fires=(
            "I hope for a long-term cooperation between us",
            "Let us be friends first and talk of work later",
            "How is your wife feeling today?",
            "You are like a brother to me",
        ),
        silent=(
            "I hope that you had a nice holiday",
            "Any friendship with a panel member must be declared",
            "Long-term contract, 24 months, Leeds",
            "We send season's greetings to all suppliers",
        ),
        rates=Rates(0.35, 0.08),
        reviewer="Seeks a personal or long-term bond before any work",
        absent="No personal bond is sought",
        innocent=(
            "Some people and cultures begin with the person",
            "Networking is meant to last",
            "Old acquaintances are warm",
        ),
        next_step="Keep to business, and note how the contact moves on when you do",
    ),
    Indicator(
        id="vulnerability_probe",
        family="relationship",
        name="Probes for weak spots",
        definition=(
            "Asks about money, dissatisfaction, grievances, family pressure or lay-offs. A recruiter's "
            "plain question for salary"
            " expectation or reasons for a move is not it."
        ),
        seen_in="M",
        sources=(source("case_yeo", "told to look for unhappiness at work and money trouble"),),
        measures=("patterns", "meaning"),
        patterns=PROBE,
        vetoes=PROBE_VETOES,
        fires=(
            "Do they pay you enough at the ministry?",
            "Are you happy in your present post?",
            "It must be hard to live on a civil servant's pay",
            "Do you have any debts?",
        ),
        silent=(
            "What is your salary expectation for the role?",
            "Please report the vulnerability on our disclosure page",
            "Don't tell me why you left your last place",
            "Happy where you are? Then ignore me, and good luck",
        ),
        rates=Rates(0.2, 0.05),
        reviewer="Asks about money trouble, grievances or other weak spots",
        absent="No probing for weak spots",
        innocent=(
            "Recruiters ask whether one is happy in the job",
            "Unions and surveys ask about pay",
            "A friend may worry after lay-offs",
        ),
        next_step="Don't answer; if money or work do worry you, talk to somebody at home or at "
        "work whom you know",
    ),
    Indicator(
        id="donation_leverage",
        family="relationship",
        name="Money for a cause of yours",
        definition=(
            "Offers money to a cause of the target's instead of to the target: donation, sponsorship, "
            "campaign or party funding, a grant"
            " to the institute. Asking the target for a donation is not it."
        ),
        seen_in="MO",
        sources=(source("npsa_2025", "donations are used as leverage"),),
        measures=("patterns", "meaning"),
        patterns=DONATION,
        vetoes=DONATION_VETOES,
        fires=(
            "We would gladly make a donation to your institute",
            "Our chairman wants to sponsor your campaign",
            "We could put 20,000 dollars a year into your centre",
        ),
        silent=(
            "Please donate to our charity run",
            "We do not accept donations from candidates",
            "Blood donation session in your town hall",
            "Your donation of 20 euros was received",
        ),
        rates=Rates(0.08, 0.02),
        reviewer="Money is offered to a cause of the target's",
        absent="No money is offered to a cause",
        innocent=(
            "Foundations and sponsors do give to institutes",
            "Firms match what their staff give",
            "Parties live from donations",
        ),
        next_step="Send it through the official channel of the cause, with full name and "
        "register number of "
        "the giver, or decline",
    ),
    Indicator(
        id="coercion",
        family="relationship",
        name="Leverage and threats",
        definition=(
            "Leverage later on: reminds of money taken, of what was shared or of something compromising; "
            "threat or demand. A reminder of"
            " an invoice, a contract's notice period and a court date are not it."
        ),
        seen_in="MD",
        sources=(
            source("npsa_2025", "blackmail is among the methods"),
            source("aivd_2022_press", "earlier talk is used to press later"),
        ),
        measures=("patterns", "meaning"),
        # Strong: whatever else is honest in the thread, a threat needs a human look.
        strong=True,
        patterns=COERCION,
        vetoes=COERCION_VETOES,
        fires=(
            "We keep the receipts with your signature",
            "You have already taken our money",
            "It would be a pity if your director saw this",
            "Stopping is not so easy",
        ),
        silent=(
            "Your notice period is three months",
            "You already accepted the calendar invitation",
            "The invoice is overdue, please pay within ten days",
            "It would be a pity to miss the concert",
        ),
        rates=Rates(0.08, 0.005),
        reviewer="Presses with money taken, things shared or a threat",
        absent="No pressure with earlier favours or threats",
        innocent=(
            "A dispute about a contract can sound like it",
            "Debt collectors and lawyers remind sharply",
        ),
        next_step="Don't answer and don't pay; take everything to your security adviser or the police today",
    ),
)
