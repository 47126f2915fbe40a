"""Signs about where the talk goes on, and whether the sender can be checked."""

from __future__ import annotations

from recruitrisk.indicators.channel_patterns import EVADES, EVADES_VETOES, MOVE, MOVE_VETOES, QUICK
from recruitrisk.indicators.declaration import Indicator, Rates
from recruitrisk.indicators.vocabulary import source

__all__ = ["INDICATORS"]

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        id="off_platform_move",
        family="channel",
        name="Move off the platform",
        definition=(
            "Asks to go on by WhatsApp, WeChat, Telegram, Signal, Skype, private mail or a number to "
            "text. A number in a signature and"
            " a meeting by Teams or Zoom, or in an office, are not it."
        ),
        seen_in="M",
        sources=(
            source("csis_2023_channel", "the talk is moved to WeChat, WhatsApp or mail as early as can be"),
        ),
        measures=("patterns", "meaning"),
        patterns=MOVE,
        vetoes=MOVE_VETOES,
        fires=(
            "Add me on WhatsApp please",
            "Let us continue on Signal",
            "Do you have WeChat?",
            "Please reply to my private mail",
            "I seldom look here, my LINE is hsu_advisory88",
            "Schreiben Sie mir bitte über Telegram",
            "方便加个微信吗",
        ),
        silent=(
            "We never contact applicants on WhatsApp",
            "The role is in the Telegram integration team",
            "Signal processing engineer, Leeds",
            "Shall we have a Teams call on Tuesday?",
            "Beware of people who ask you to move to Telegram",
            "Mobile: +44 7700 900111, Penhallow Mutual, Truro",
        ),
        rates=Rates(0.6, 0.2),
        reviewer="Asks to go on over a private channel",
        absent="Stays on the platform or on ordinary business channels",
        innocent=(
            "Many recruiters text, and in many countries WhatsApp or WeChat is the usual channel",
            "Journalists ask for Signal to protect those who talk to them",
            "A busy person may read one app only",
        ),
        next_step="Stay on the platform until the firm is verified, and offer a call to a number that you "
        "looked up yourself",
    ),
    Indicator(
        id="fast_off_platform",
        family="channel",
        name="Off the platform at once",
        definition=(
            "The request to move comes within the first two inbound messages, or within hours, while "
            "client or duties are untold. A"
            " journalist who says what the story is, or a recruiter who has described the role, is not it."
        ),
        seen_in="D",
        sources=(
            source("csis_2023_channel", "the move comes as early as can be"),
            source("cpni_case", "by contrast, in this case the move came only after a month"),
        ),
        measures=("order", "patterns"),
        patterns=QUICK,
        vetoes=MOVE_VETOES,
        fires=("Add me on Telegram now", "I will explain more on WhatsApp", "got something for you, text me"),
        silent=(
            "We never send details over WhatsApp",
            "Details on the careers page",
            "The role is in the Signal team",
            "Text me today if the train is late",
        ),
        rates=Rates(0.4, 0.08),
        reviewer="Asks to leave the platform before anything was explained",
        absent="No early move off the platform",
        innocent=(
            "In some countries nobody uses the platform's own chat",
            "A locum or shift agency is in a hurry by trade",
        ),
        next_step="Ask for client, role and firm on the platform before you give any other address",
    ),
    Indicator(
        id="evades_verification",
        family="channel",
        name="Evades being checked",
        definition=(
            "Declines video, telephone, office, references or a meeting on neutral ground, or has "
            "excuses when asked for proof. A date"
            " that does not suit, with another one offered, is not it."
        ),
        seen_in="MD",
        sources=(
            source("case_2017", "excuses came whenever a meeting in Europe was proposed"),
            source("five_eyes_2026", "interviews are held at a distance only"),
        ),
        measures=("patterns", "meaning"),
        # Not strong: broken cameras are common; it is the excuse in answer to a wish for proof that counts.
        patterns=EVADES,
        vetoes=EVADES_VETOES,
        fires=(
            "My camera is broken, chat is more efficient",
            "You don't need to check us",
            "The office is under renovation this season",
            "Our references are confidential",
        ),
        silent=(
            "I can't call before nine, so let us video call at ten",
            "I can't do video today, happy to meet you at our office",
            "Feel free to check our references",
            "You don't need to check in a bag",
        ),
        rates=Rates(0.25, 0.03),
        reviewer="Evades being checked: no call, no office, no references",
        absent="Does not evade being checked",
        innocent=(
            "Cameras do break, and small firms have no office",
            "Some people hear poorly or dislike the telephone",
        ),
        next_step="Offer two dates for a video call or a meeting in a public office, and see what comes back",
    ),
)
