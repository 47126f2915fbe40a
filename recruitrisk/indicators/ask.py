"""Signs about what is asked for."""

from __future__ import annotations

from recruitrisk.indicators.access_patterns import ACCESS, ACCESS_VETOES, NETWORK, NETWORK_VETOES
from recruitrisk.indicators.ask_patterns import INSIDER, INSIDER_VETOES, REPORT, REPORT_VETOES
from recruitrisk.indicators.declaration import Indicator, Rates
from recruitrisk.indicators.demand_patterns import (
    DEVICE,
    DEVICE_VETOES,
    EARLY_CV,
    EARLY_CV_VETOES,
    ESCALATION,
    ESCALATION_VETOES,
)
from recruitrisk.indicators.vocabulary import source

__all__ = ["INDICATORS"]

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        id="report_commission",
        family="ask",
        name="Commissions a report",
        definition=(
            "Commissions a report, paper, briefing, analysis or trial piece on policy, defence, trade, "
            "technology or the employer's"
            " field. Peer review, a conference abstract, and reports that belong to an ordinary job are "
            "not it."
        ),
        seen_in="M",
        sources=(source("mi5_alert_2025", "geopolitical reports are the first task"),),
        measures=("patterns", "meaning"),
        patterns=REPORT,
        vetoes=REPORT_VETOES,
        fires=(
            "Could you write a short report on export controls?",
            "A brief note on the new defence review would be welcome",
            "We need articles of 1500 words on northern shipping",
            "Two pages every other month",
            "Pourriez-vous rédiger une note sur la défense",
            "请您撰写一份关于贸易政策的报告",
        ),
        silent=(
            "You will report to the head of treasury",
            "We would be grateful for a reader's report on a manuscript about trade",
            "I enjoyed your paper on trade policy",
            "Abstracts of 300 words on security go through the submission portal",
            "Please file a bug report on the energy dashboard",
        ),
        rates=Rates(0.5, 0.08),
        reviewer="Commissions a report, paper or analysis",
        absent="No report is commissioned",
        innocent=(
            "Think tanks, journals and publishers commission papers",
            "Consultancies hire subject experts to write",
            "Expert networks ask for a written summary after a call",
        ),
        next_step="Ask where the report will be published and who reads it, and clear it with "
        "your employer first",
    ),
    Indicator(
        id="insider_information",
        family="ask",
        name="Wants what is not public",
        definition=(
            "Wants what is not public: the internal mood, drafts, unpublished figures, what the papers "
            "do not print, what is decided"
            " behind doors. Compliance text that forbids such information, internal job titles, a "
            "confidential search and insider"
            " trading courses are not it."
        ),
        seen_in="M",
        sources=(
            source("mi5_alert_2025", "insight that is not public is wanted from the start"),
            source("case_csergo", "open media were said not to be enough"),
        ),
        measures=("patterns", "meaning"),
        # Strong: it is the very thing the playbook is for; nothing that can be checked about the sender makes
        # it right to hand over.
        strong=True,
        patterns=INSIDER,
        vetoes=INSIDER_VETOES,
        fires=(
            "We are after inside information about the tender",
            "What is decided behind closed doors interests our readers",
            "Tell us before it is announced",
            "Could you send the draft papers?",
            "What the newspapers do not print is what counts",
            "Where the rapporteurs truly stand",
            "希望了解一些内部情况",
        ),
        silent=(
            "Please do not share confidential or non-public information",
            "We recruit an internal audit manager for a non-public company",
            "Business intelligence lead, permanent",
            "I run a confidential search for a Head of Treasury",
            "Insider trading training is due on Friday",
            "Only public sources, please; nothing confidential",
            "Beware of people who ask for inside information",
        ),
        rates=Rates(0.5, 0.02),
        reviewer="Asks for what is not public",
        absent="No sign that non-public information is wanted",
        innocent=(
            "Journalists ask for what is not published, and say for which story",
            "The word exclusive is common in marketing",
            "A researcher may ask for data that were not released",
        ),
        next_step="Answer nothing, keep the message, and report it to your security adviser",
    ),
    Indicator(
        id="access_interest",
        family="ask",
        name="Interest in post and access",
        definition=(
            "The person's post, institution, committee, clearance, site, programme or access is named as "
            "the point of interest. A role"
            " in the same trade that simply needs the skill, customs clearance and user accounts are not "
            "it."
        ),
        seen_in="M",
        sources=(
            source("uk_minister_2025", "even small pieces of information are valued and put together"),
            source("fdd_2025_adverts", "adverts asked for experience in government"),
        ),
        measures=("patterns", "meaning"),
        patterns=ACCESS,
        vetoes=ACCESS_VETOES,
        fires=(
            "Our clients are interested in your position in the ministry",
            "What clearance do you hold?",
            "Do you have access to the committee papers?",
            "Ministry staff preferred",
            "Because of where you sit you would hear of things",
        ),
        silent=(
            "Clearance sale: demo stock at 40 % off",
            "Customs clearance takes two days",
            "No clearance needed for the role",
            "The project examines access to broadband",
            "Our school committee meets on Monday",
        ),
        rates=Rates(0.55, 0.2),
        reviewer="The person's post or access is the point of interest",
        absent="No particular interest in post or access",
        innocent=(
            "Cleared recruiting has to ask about clearance",
            "Suppliers look for the person in charge",
            "A panel wants somebody who knows the institution",
        ),
        next_step="Ask why you and not somebody with the same skill elsewhere; don't confirm "
        "post, clearance "
        "or projects",
    ),
    Indicator(
        id="network_mapping",
        family="ask",
        name="Asks for names and contacts",
        definition=(
            "Asks for colleagues, names, introductions, who works on what, who decides, or portraits of "
            "people. Referees late in an"
            " ordinary process, passing on an advert and team lists of an event are not it."
        ),
        seen_in="M",
        sources=(source("mi5_alert_2025", "networks are mapped to find further sources"),),
        measures=("patterns", "meaning"),
        patterns=NETWORK,
        vetoes=NETWORK_VETOES,
        fires=(
            "Could you introduce me to colleagues who work on radar?",
            "Who decides on the tender?",
            "A list of people in your department would help",
            "You seem incredibly well connected",
            "What is your boss like?",
            "能否介绍几位同事",
        ),
        silent=(
            "No names of colleagues are needed",
            "People who work on Sundays get a bonus",
            "Please name two referees from your present department",
            "We look for someone who works with children",
            "Your network cable is loose",
        ),
        rates=Rates(0.35, 0.1),
        reviewer="Asks for names, contacts or who does what",
        absent="No names or contacts are asked for",
        innocent=(
            "Recruiters live from referrals",
            "Sales people ask who decides",
            "Researchers ask to be passed on to the right office",
        ),
        next_step="Name nobody; offer to pass on the sender's own details instead, after they are verified",
    ),
    Indicator(
        id="early_cv_request",
        family="ask",
        name="Papers before the job is told",
        definition=(
            "A CV, passport, references or other personal data are asked for before the job is told. A "
            "CV for a role that was described,"
            " an application through a careers page and papers after an offer are not it."
        ),
        seen_in="MD",
        sources=(source("bfv_hamburg", "first the CV and contact data, then trial work"),),
        measures=("patterns", "meaning", "order"),
        patterns=EARLY_CV,
        vetoes=EARLY_CV_VETOES,
        fires=(
            "Please send me your CV and a scan of your passport",
            "Your full career history first, then we talk",
            "Could you send your resume so that my director can decide?",
            "Bitte senden Sie mir Ihren Lebenslauf",
            "请把简历发给我",
        ),
        silent=(
            "Send a CV to the jobs inbox if the advert appeals, interviews are on the 14th",
            "Please do not send a CV yet",
            "Your passport will be needed at the gate on the day",
            "Personal data in unsuccessful applications are destroyed after six months",
            "Apply with your CV through the portal",
        ),
        rates=Rates(0.4, 0.25),
        reviewer="CV or personal papers are asked for before the job is told",
        absent="No papers are asked for ahead of the job",
        innocent=(
            "Most recruiters want a CV early",
            "Visas and site passes need a passport copy",
            "Agencies register people before a role is open",
        ),
        next_step="Send no CV and no identity papers until the firm and the role are verified",
    ),
    Indicator(
        id="escalation",
        family="ask",
        name="Asks grow more sensitive",
        definition=(
            "A later request is more sensitive than an earlier one: from opinion to detail, from public "
            "to internal, from topic to"
            " names. More of the same, or a promotion, is not it."
        ),
        seen_in="D",
        sources=(
            source("dgsi_2018", "the notes that are asked for grow more precise and more confidential"),
        ),
        measures=("order", "patterns", "meaning"),
        # Strong: it needs a course of asks that moves towards what is protected, which honest business does
        # not have.
        strong=True,
        patterns=ESCALATION,
        vetoes=ESCALATION_VETOES,
        fires=(
            "Next time please more precise, with names and dates",
            "For the second one we would like the actual slides",
            "The public summary served us for the start, the annex would serve us better",
            "Not only your opinion any more, please, this time some document",
        ),
        silent=(
            "Part two is harder, but it's all from the same textbook",
            "Your next review should rest on the same public data",
            "You may now escalate the complaint to the ombudsman",
            "Next time please be more precise about the delivery address",
        ),
        rates=Rates(0.25, 0.01),
        reviewer="Later requests are more sensitive than the first",
        absent="Requests do not grow more sensitive",
        innocent=("An editor may ask for more depth from public sources", "A client may widen a project"),
        next_step="Stop, keep everything, and take the whole thread to your security adviser",
    ),
    Indicator(
        id="device_or_software",
        family="ask",
        name="Install, open or use something",
        definition=(
            "Wants an app installed, a supplied telephone used, a file opened or run. Equipment that an "
            "employer issues after the start,"
            " a browser link and a test in the browser are not it."
        ),
        seen_in="M",
        sources=(source("case_mallory", "a prepared telephone was handed over"),),
        measures=("patterns", "meaning"),
        # Not strong: coding tests and conference apps are common, and the harm is often another one
        # (malware).
        patterns=DEVICE,
        vetoes=DEVICE_VETOES,
        fires=(
            "Please install our secure app first",
            "Enable the macro so the map loads",
            "Clone the repo and run setup.sh on your laptop",
            "We will send you a phone for our talks",
        ),
        silent=(
            "It runs in the browser, nothing to install",
            "You will get a laptop from IT on your first day",
            "Mobile app tester, Leeds, two interviews",
            "We look for somebody who can install heat pumps",
        ),
        rates=Rates(0.12, 0.06),
        reviewer="Wants something installed, opened or used on a device",
        absent="Nothing is to be installed or opened",
        innocent=(
            "Coding tests need a download",
            "Conferences have an app",
            "Firms use their own signing tools",
        ),
        next_step="Open and install nothing; let your IT security look at the file or link",
    ),
)
