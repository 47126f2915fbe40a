"""Checkable specifics: what lowers the risk, as claims to check, never as proof."""

from __future__ import annotations

from recruitrisk.indicators.declaration import Indicator, Rates
from recruitrisk.indicators.specifics_patterns import (
    BOUNDARY,
    BOUNDARY_VETOES,
    CLIENT,
    CLIENT_VETOES,
    PROCESS,
    PROCESS_VETOES,
    REFERENCE,
    REFERENCE_VETOES,
    TERMS,
    TERMS_VETOES,
    VERIFICATION,
    VERIFICATION_VETOES,
)
from recruitrisk.indicators.vocabulary import source

__all__ = ["INDICATORS"]

_OWN = source(
    "own_judgement",
    "that such a claim lowers the risk, and by how much, is measured on the invented world;"
    " no advisory says it",
)

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        id="named_client",
        family="specifics",
        name="Employer or client named",
        definition=(
            "The employer, client or host is named, so that it can be asked. A name that is only the "
            "sender's own unproven firm, or one"
            " promised for later, is not it. A name can be borrowed: it is a claim to check."
        ),
        seen_in="M",
        sources=(source("npsa_2025", "be careful with approaches that stay vague"), _OWN),
        measures=("patterns", "meaning"),
        direction="lowers",
        patterns=CLIENT,
        vetoes=CLIENT_VETOES,
        fires=(
            "The client is Penhallow Mutual in Truro",
            "I'm a reporter at Fjordposten",
            "I'm recruiting for the University of Valdarno",
            "Wexcombe Borough Council is hiring a head of procurement",
        ),
        silent=(
            "The client's name will follow after an NDA",
            "Our client is a leading firm",
            "The employer is confidential",
            "Our client is an investor in the region",
        ),
        rates=Rates(0.1, 0.6),
        reviewer="The employer or client is named; check the name with them",
        absent="No employer or client is named",
        innocent=("A risky approach may borrow the name of a real firm",),
        next_step="Ask the named employer, through its public address, whether the approach is theirs",
    ),
    Indicator(
        id="public_reference",
        family="specifics",
        name="Public advert or reference",
        definition=(
            "A requisition number, public advert, tender, programme, call or careers page where the same "
            "offer can be read. A number"
            " that leads nowhere public is not it."
        ),
        seen_in="M",
        sources=(source("fdd_2025", "adverts led to firms whose addresses were invented or empty"), _OWN),
        measures=("patterns", "meaning"),
        direction="lowers",
        patterns=REFERENCE,
        vetoes=REFERENCE_VETOES,
        fires=(
            "The advert is on our careers page under CVW-2291",
            "Req 40417 on their site",
            "The call is number HCF-31 on our website",
            "Project number is on CORDIS",
        ),
        silent=(
            "There is no advert for it",
            "The role is not advertised",
            "Use reference number 12 when you pay me",
            "I have no references to offer",
        ),
        rates=Rates(0.05, 0.35),
        reviewer="A public advert or reference is given; look it up yourself",
        absent="No public advert or reference is given",
        innocent=("A risky approach may cite a real advert of somebody else",),
        next_step="Find the advert or number yourself, not by the link in the message",
    ),
    Indicator(
        id="stated_terms",
        family="specifics",
        name="Ordinary terms stated",
        definition=(
            "A stated band or rate together with an ordinary contract, payroll or invoice. A sum alone, "
            "or a sum by the report, is not"
            " it."
        ),
        seen_in="MO",
        sources=(source("us_ncsc_2025", "pay out of proportion to flexible work is a warning"), _OWN),
        measures=("patterns", "meaning"),
        direction="lowers",
        patterns=TERMS,
        vetoes=TERMS_VETOES,
        fires=(
            "€98k to €105k, permanent, Zuidas",
            "£575 a day inside IR35 via umbrella",
            "Paid by bank transfer against an invoice",
            "$4,000 a month through payroll",
        ),
        silent=(
            "We pay 1,500 USD per report",
            "No contract or invoice is needed",
            "£2,000 in cash, no payroll",
            "The salary is very high",
        ),
        rates=Rates(0.06, 0.45),
        reviewer="Ordinary terms are stated: a band or rate with contract, payroll or invoice",
        absent="No ordinary terms are stated",
        innocent=("Figures are easily invented",),
        next_step="Compare the band with the advert and ask for the contract in writing",
    ),
    Indicator(
        id="formal_process",
        family="specifics",
        name="Named people and steps",
        definition=(
            "Named people and steps of an ordinary process: interview, panel, human resources, vetting. "
            "A talk with an unnamed boss is"
            " not it."
        ),
        seen_in="MD",
        sources=(source("five_eyes_2026", "interviews that are held at a distance only are a warning"), _OWN),
        measures=("patterns", "meaning"),
        direction="lowers",
        patterns=PROCESS,
        vetoes=PROCESS_VETOES,
        fires=(
            "Two panel interviews with their director and HR",
            "One interview, then standard DBS and references",
            "Closing date is the 21st, two interviews, the second with the CEO",
            "I'll book you with Joost in HR",
        ),
        silent=(
            "No interview is needed",
            "Without any panel or vetting",
            "My boss wants to talk to you",
            "The tenants' panel met in May",
        ),
        rates=Rates(0.06, 0.4),
        reviewer="A process with named people and steps is described; it can be checked",
        absent="No process is described",
        innocent=("A risky approach may stage an interview",),
        next_step="Ask the firm's human resources, by its public number, whether the process exists",
    ),
    Indicator(
        id="invites_verification",
        family="specifics",
        name="Invites checking",
        definition=(
            "The sender invites to be checked: register entry, switchboard, office, references, a number "
            "that one looks up. An offer to"
            " check only what the sender supplies is weak, and a phone number in a signature is not it."
        ),
        seen_in="M",
        sources=(
            source("cpni_link", "find out who is behind a profile; a shared contact proves nothing"),
            _OWN,
        ),
        measures=("patterns", "meaning"),
        direction="lowers",
        patterns=VERIFICATION,
        vetoes=VERIFICATION_VETOES,
        fires=(
            "Look us up in the register, number 48813",
            "Call our switchboard and ask for me",
            "Feel free to verify me with our HR",
            "You are welcome to visit the office",
        ),
        silent=(
            "You don't need to check us",
            "There is no need to verify anything",
            "Please verify your account by clicking here",
            "Call me on my private number",
        ),
        rates=Rates(0.04, 0.3),
        reviewer="The sender invites checking; do it through an address you find yourself",
        absent="The sender does not invite checking",
        innocent=("The number that is offered may belong to an accomplice",),
        next_step="Take up the offer, through a register or number that you look up yourself",
    ),
    Indicator(
        id="boundary_notice",
        family="specifics",
        name="Respects boundaries",
        definition=(
            "Says that nothing confidential is wanted, or that the employer should be asked first. A "
            "notice that is taken back in the"
            " next message, or that concerns the sender's own secrets, is not it."
        ),
        seen_in="M",
        sources=(
            source(
                "cpni_link", "recognise, realise, report, remove: tell your security adviser of an approach"
            ),
            _OWN,
        ),
        measures=("patterns", "meaning"),
        direction="lowers",
        patterns=BOUNDARY,
        vetoes=BOUNDARY_VETOES,
        fires=(
            "Nothing confidential, please, and ask your employer first",
            "Only open sources, please",
            "Experts must never share non-public information",
            "Please get your ministry's written permission",
        ),
        silent=(
            "You need not ask your employer",
            "Public sources are not enough for us",
            "We want inside information",
            "Our own method is confidential",
        ),
        rates=Rates(0.05, 0.25),
        reviewer="The sender states a boundary: nothing confidential, or ask your employer",
        absent="No boundary is stated",
        innocent=("Risky approaches copy such notices, and drop them later",),
        next_step="See whether later messages keep to it, and do ask your employer",
    ),
)
