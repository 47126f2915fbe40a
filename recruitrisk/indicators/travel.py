"""Signs about journeys."""

from __future__ import annotations

from recruitrisk.indicators.declaration import Indicator, Rates
from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern, source

__all__ = ["INDICATORS"]

_TRIP = (
    r"(?:flights?|tickets?|air ?fare|travel|trip|hotel|journey|expenses|costs?|stay|accommodation"
    r"|visa|plane|airplane|business class|board and lodging|lodging|conference|visit|tour|e-ticket)"
)

_PATTERNS = (
    pattern(
        r"\b(?:all|everything|travel|expenses|flights?|hotel|airplane|costs?|tickets?|visa"
        r"|accommodation|journey|stay|trip)\b<6> (?:paid|covered|included|provided|arranged|on us"
        r"|borne|is free|taken care of|at our expense|sponsored|met by)\b",
        "All expenses paid",
        "Flights and hotel are covered",
        "The airplane also is free",
        silent=("Travel costs are not covered", "Parking is free"),
        strength=0.7,
    ),
    pattern(
        r"\b(?:we|i|client|company|organi[sz]ers?|host|institute|foundation|he|they|side)(?:'ll| will"
        r"| would| can| shall)?<2> (?:pay|pays|cover|covers|bear|take care of|buy|buys|book|sponsor"
        r"|provide|fund|arrange|meet|handle|organi[sz]e)\b<5> " + _TRIP + r"\b",
        "We pay your flights and hotel",
        "The client will cover the travel costs",
        "We buy the ticket and five star hotel",
        silent=("We do not pay travel", "I buy the bus pass"),
        strength=0.65,
    ),
    pattern(
        r"\b(?:fly|bring|take|host|welcome|receive|invite|have|see)(?:ing|ed)? you<2> (?:over|out|in"
        r"|to|here|at|as our guest)<6> (?:visit|country|city|conference|forum|summit|campus|abroad"
        r"|china|dubai|hotel|guest|trip|days?|week|expenses|seminar|workshop|fly|here|overseas"
        r"|headquarters|business class)\b|\bfly you (?:over|out|in|to)\b",
        "We'd fly you over for a visit",
        "We invite you to our city for a week",
        "Welcome you at our campus as our guest",
        silent=("We invite you to the quiz",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:welcome|invited?|invitation|come)<2> (?:to )?(?:visit|see|tour|travel to|come to)<3> "
        r"(?:our|us|my|the|china|dubai|beijing|shanghai|hong kong|singapore|macau|moscow|this)<2> "
        r"(?:city|country|company|institute|campus|university|headquarters|centre|center|place|office"
        r"|side)?\b<10>"
        r" (?:ticket|hotel|expenses|flight|free|guest|paid|cover\S*|visa|business class|pay)\b",
        "Welcome to visit our city, we buy the ticket",
        "Come to visit our city, the hotel is paid",
        silent=("Come to visit our stand in hall two",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:interview|meeting|conversation|talk|briefing|training|discuss\S*|signing"
        r"|contract)\b<5> (?:in|at|takes place in|held in|abroad|overseas)<3> (?:abroad|overseas|china"
        r"|beijing|shanghai|hong kong|macau|dubai|singapore|bangkok|bali|third country|our country"
        r"|seat of the client|vienna|istanbul|minsk|moscow|another country|campus abroad"
        r"|beijing)\b<10> (?:paid|cover\S*|expense|expenses|ticket|tickets|free|flight|flights|hotel"
        r"|pay|conveyed)\b"
        r"|\b(?:meet|see you) in (?:bali|dubai|macau|bangkok|phuket|hong kong|shanghai|beijing|the "
        r"sun)\b",
        "The interview takes place in Dubai, tickets are paid",
        "Meet in Bali, we pay",
        silent=("The interview is in Leeds",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:all[- ]expenses?[- ]paid|all[- ]inclusive|expenses?[- ]paid|fully[- ](?:funded|paid"
        r"|sponsored|covered)|free)<1> (?:trip|travel|visit|tour|journey|conference|stay|week|days"
        r"|programme|weekend|holiday|winter camp|summer school|flight|flights|interview)\b"
        r"|\b(?:business|first)[- ]class<2> (?:flight|flights|ticket|tickets|seat|,|and|travel|in "
        r"the)?\b<4> ?(?:hotel|five[- ]star|suite|companion|family|,)",
        "An all-expenses-paid trip to our city",
        "Business class flight, five star hotel, family included",
        "A fully funded visit",
        silent=("Trip hazard assessment",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:bring|with|including)<2> (?:your )?(?:wife|husband|spouse|family|partner|companion"
        r"|kids)\b<6> (?:too|also|included|welcome|paid|along|on us|hotel|flight|if you|trip|free)\b"
        r"|\b(?:family|wife|spouse|companion) (?:is |are )?(?:included|welcome too|also invited"
        r"|invited too)\b|\bwith a companion if you\b",
        "Bring your wife too, the hotel is paid",
        "Family included",
        silent=("Bring your partner to the choir",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:ticket|e-ticket|flight|visa letter|visa|seat)<4> (?:in your name|already booked|can be "
        r"with you|is (?:waiting|ready|booked)|in your inbox|sent|arranged|reserved)\b|\bonly "
        r"(?:bring|need) (?:your )?(?:luggage|suitcase|passport)\b",
        "A ticket in your name is ready",
        "You only bring luggage",
        "Visa letter sent",
        silent=("Your seat is by the window",),
        strength=0.65,
    ),
    pattern(
        r"\b(?:study (?:visit|tour|trip)|field (?:visit|trip)|exchange (?:visit|trip)|delegation "
        r"visit|familiari[sz]ation (?:visit|trip)|sightseeing|lecture tour|speaking tour|summer camp"
        r"|winter camp|retreat)\b<10> (?:paid|cover\S*|expenses?|costs?|free|ticket|tickets|hotel"
        r"|abroad|host\S*|organi[sz]\S*|sponsor\S*|donor|flight)\b",
        "A field visit with the donor meeting all costs",
        "Five days of sightseeing are covered",
        silent=("A field visit to the quarry by bus",),
        strength=0.7,
    ),
)

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        id="paid_travel",
        family="travel",
        name="Hosted trip abroad",
        definition=(
            "A hosted trip, visit, conference or interview abroad with expenses paid. Rota and crew "
            "travel, commuting costs, and a"
            " journey that one pays oneself are not it."
        ),
        seen_in="MO",
        sources=(
            source("us_ncsc_2020", "trips abroad with everything paid"),
            source("case_spectator", "an interview abroad was required, with flights, hotel and meals paid"),
        ),
        measures=("patterns", "meaning"),
        patterns=_PATTERNS,
        vetoes=(
            *QUOTED_WARNINGS,
            pattern(
                r"\b(?:not|n'?t|never|no|own|yourself|yourselves)<3> (?:pay|paid|paying|cover|covered"
                r"|covering|costs?|expense|transport|book|funded|reimburs\S*|honorarium|travel)\b|\bat your "
                r"own (?:cost|expense)\b|\bby (?:bus|train|tram|bike)\b|\bown cost\b",
                "Travel costs are not covered",
                "Come at your own expense, the hotel is paid by you",
            ),
            pattern(
                r"\b(?:rota|rotation|on (?:and|/) \d off|\d+ on \d+ off|crew|charter|offshore|home (?:flight"
                r"|leave)|relocation|mileage|commut\S*|season ticket|company car|helicopter|mobili[sz]ation"
                r"|parking|payroll|salary|job ticket)\b",
                "Six on, three off, the company pays the charter flights",
                "Relocation and home leave tickets are covered",
            ),
        ),
        fires=(
            "We pay your flights and hotel",
            "An all-expenses-paid trip to our city",
            "Welcome to visit our city, we buy the ticket",
            "The interview takes place in Dubai, tickets are paid",
        ),
        silent=(
            "Travel costs are not covered",
            "Six weeks on, three off, the company pays the charter",
            "The relocation package covers flights for the family",
            "Beware of all-expenses-paid trips offered by strangers",
            "My flight is delayed, can we move our call to four?",
        ),
        rates=Rates(0.25, 0.08),
        reviewer="A trip abroad with expenses paid is offered",
        absent="No hosted trip is offered",
        innocent=(
            "Conferences and universities pay travel and fees",
            "Employers fly finalists in for an interview",
            "Foundations run study visits",
        ),
        next_step="Ask the host institution itself through its public address, and tell your employer before "
        "you accept",
    ),
)
