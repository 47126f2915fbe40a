"""The risky playbooks of the world, each with the advisory or case that names it.

A scene belongs to the first playbook whose words stand in its kind; failing that, to the first whose
signs it shows (`recruitrisk.synthetic.kinds`). Links are those of the catalogue (``docs/indicators.md``).
"""

from __future__ import annotations

from recruitrisk.synthetic.story import Story

__all__ = ["PLAYBOOKS"]

_MI5 = "MI5 / NPSA alert to Parliament, 18 Nov 2025"
_NPSA = "NPSA guidance, 13 Oct 2025"
_EYES = "Five Eyes bulletin, 3 Jun 2026"
_CPNI = "CPNI, Think Before You Link, composite case"
_BFV = "BfV, Hamburg office, recruitment in social networks"
_CSIS = "CSIS, 2023"
_NCSC = "US NCSC / FBI, 2020 and Apr 2025"
_YEO = "Yeo case, US 2020"
_OWN = "own variation on the advisories"


def _playbook(key: str, name: str, story: str, source: str, words: str, signs: str = "") -> Story:
    return Story(key, 1, name, story, source, tuple(words.split()), tuple(signs.split()))


PLAYBOOKS: tuple[Story, ...] = (
    _playbook(
        "pressed_later", "Pressed with what went before",
        "Earlier money, shared papers or something private are held against the target; more is demanded.",
        f"BfV / AIVD, 2022; {_NPSA}",
        "threat* blackmail coerc* amenaza* drohung* szantaz* chantage* pressure leverage exposure hook* menace* "
        "thumbscrew extort* piege*",
        "coercion",
    ),
    _playbook(
        "donor", "Money for a cause",
        "Not the target but a charity, chair or campaign near to it is offered money, as a door-opener.",
        _NPSA,
        "donat* donor* sponsor* patron* spende* patrocin* donativo* charity philanthrop* orphan* don gift_for mecen* "
        "campaign* darowizn*",
        "donation_leverage",
    ),
    _playbook(
        "device", "App, file or phone",
        "Work goes on by an app, file, repository or phone that the sender supplies.",
        "Mallory case, US 2018",
        "app apps app_* phone device file files usb vpn software laptop firmware tablet* install* formation_outil "
        "fichier bootcamp plugin",
        "device_or_software",
    ),
    _playbook(
        "look_alike", "Look-alike firm",
        "The name or domain is nearly that of a known firm or body; mail comes from a free or odd address.",
        _YEO,
        "fake* lookalike* look_alike imperson* impost* borrowed ghost phony pretended gmail clone* domain faux falso "
        "falsa* nepbureau",
        "identity_mismatch",
    ),
    _playbook(
        "visit_abroad", "Conference or visit, all paid",
        "A speech, tour or seminar abroad with fare and hotel paid; the real talk comes there.",
        _NCSC,
        "trip* travel* visit* conference* congress* congreso* invite* invit* hotel tour* delegation* forum summit* "
        "lecture* seminar* retreat roundtable workshop* excursion* villa lodge festival fair cruise voyage reise* "
        "expo wyjazd* residency viaje* vylet*",
        "paid_travel",
    ),
    _playbook(
        "re_contact", "Re-contact after a lay-off",
        "People who lost a post or are about to leave are offered easy work that uses what they know.",
        "FDD / Reuters, 2025",
        "laid_off layoff* post_layoff rif redundan* zwoln* ontslag* outplac* lost_job ex_official ex_officer "
        "ex_soldier ex_minister ex_ambassador former* retired* retire* veteran* veterano pension* ehemalig* "
        "transition* soft_landing career_break reservist*",
    ),
    _playbook(
        "talent_plan", "Academic invitation",
        "A chair, exchange, grant or joint laboratory is offered; what is not yet published is wanted.",
        f"{_CPNI}; NCSC on talent plans",
        "talent* university uni professor* prof phd postdoc* academic* lecturer* campus lab labs scholar* fellowship* "
        "fellow thesis grant* dean exchange* universidad* profesor* peer_review* student* doctoral summer_school "
        "chair college academy profs",
    ),
    _playbook(
        "internship", "Internship and youth agency",
        "Students, interns and young staff near an institution are offered placements, language courses or pocket money.",
        _MI5,
        "intern interns internship* stage stagiaire* placement* apprentice* trainee* youth jeune* graduate* school* "
        "stypend* stazyst*",
    ),
    _playbook(
        "mentorship", "Mentorship",
        "A kindly senior offers guidance, lessons or career help, and sets small exercises out of the target's work.",
        _NPSA,
        "mentor* coach* tutor* protege teacher* lesson* nauczyc* career* godfather uncle language_partner language* "
        "conversation_partner",
    ),
    _playbook(
        "think_tank_pose", "Think-tank pose",
        "An institute, foundation or council that nobody knows wants papers and private briefings.",
        f"{_EYES}; {_CPNI}",
        "think_tank* thinktank* think_* institute* foundation* fundacion* stiftung* centre council policy_centre ngo "
        "peace society cercle* circle* academia fondation*",
    ),
    _playbook(
        "introductions", "Bounty for introductions",
        "Paid for names: who works on what, who is unhappy, who might help.",
        f"{_MI5}; Csergo case",
        "referral* intro intros introduc* bounty mapping names network* contacts contact_* list lists chain who_* "
        "reunion* recommand* connector scout* referr* finder* social_graph org_chart listy*",
        "network_mapping",
    ),
    _playbook(
        "expert_call", "Expert call",
        "A paid hour of questions for a client who is not named, going past what may be told.",
        _EYES,
        "expert* call calls consult consulting consultation* panel panels paneli* interview* advisory_call calls "
        "hotline hourly webinar* second_opinion",
    ),
    _playbook(
        "narrowing_survey", "Survey or poll",
        "Questions that look like market research, and narrow to the target's desk.",
        _OWN,
        "survey* questionnaire* poll polls polling quiz* sondage* sondeur* sondaggio ankiet* question* enquete* "
        "enquête* census test feedback interviewer* umfrage* encuesta*",
    ),
    _playbook(
        "trial_article", "Trial article",
        "A paid article, review or translation as a trial; the next one should have more from inside.",
        _BFV,
        "article* artyk* essay* column* blog* magazine* writer* write* writing editor* newsletter* trial* journal* "
        "publish* memoir* book* reader* reading* press ghostwrit* krant* review* story* podcast* jury novel prize* "
        "prix contest* award* competition",
    ),
    _playbook(
        "language_jobs", "Translation and interpreting",
        "Small language jobs that lead to minutes, drafts and what the room has heard.",
        _OWN,
        "translat* interpret* tolk* traduc* dolmetsch* tlumacz* transcript* interp subtit* linguist*",
    ),
    _playbook(
        "journalist_pose", "Journalist pose",
        "Somebody who says he writes or broadcasts pays sources and wants papers.",
        _OWN,
        "journalis* reporter* media radio broadcast* documentar* photograph* correspondent* leak*",
    ),
    _playbook(
        "adviser_seat", "Adviser or board seat",
        "A retainer, board or advisory seat with little to do but to brief.",
        f"Csergo case; {_NCSC}",
        "advis* adviser* advisor* board retainer* director non_exec* counsel consultan* asesor* conseil* berater* "
        "beirat* doradc* council_seat senior_fellow ambassador* partner*",
    ),
    _playbook(
        "due_diligence", "Investor's due diligence",
        "A fund, family office or trader pays for the view from inside a ministry, regulator or plant.",
        _EYES,
        "fund funds family_office investor* investment* hedge trader* broker* bank* market* commodity equity "
        "due_diligence merger* stock* gas oil grain gold capital venture* insur* actuary wealth vermogen rate tariff* "
        "shipping tender* energy grid hydrogen chip* fab semicon* battery* nickel lithium* wind solar nuclear reactor "
        "cobalt mineral* rare_earth",
    ),
    _playbook(
        "startup_pose", "Start-up or vendor pose",
        "A young technology firm or supplier wants trial data, specifications or a tender's inside.",
        _OWN,
        "startup* start_up* founder* vendor* supplier* procure* tech cto seed pilot* drone* ai data quantum "
        "satellite* cyber* space telecom* cloud robotics sensor* radar sonar gnss cable* model*",
    ),
    _playbook(
        "diplomats_dinner", "Diplomat's dinner",
        "Somebody at or near a mission meets socially, then asks for small favours.",
        _NPSA,
        "embassy embaj* diplomat* attache* consul* mission dinner* lunch* reception wine cocktail* drinks banquet "
        "chamber* trade_office commission cultural* almuerzo",
    ),
    _playbook(
        "hand_over", "Hand-over to the client",
        "The one who wrote passes the target on to a colleague, consultant or client who does the asking.",
        _CSIS,
        "hand_over handover handoff go_between via middle* then_* intermedia* colleague* boss client chain relay* "
        "proxy relais* courier",
    ),
    _playbook(
        "slow_cultivation", "Slow cultivation",
        "Weeks of friendly talk about a hobby, family or language before the first request.",
        "Speaker's letter, 18 Nov 2025; AIVD 2022",
        "slow* friend* long* cultiv* club clubs pal pen* chess hobby* tennis golf sail* run* choir dating* romance* "
        "flame* amie* amiti* warm* tea coffee sport* sailing forum* neighbour* neighbor* classmate* old_* dance "
        "football fan fans lonely chat* companion* brother* sister* wife spouse* cousin* birthday* diaspora church "
        "pastor",
        "rapport_cultivation",
    ),
    _playbook(
        "grievance", "Money trouble and grievances",
        "Debts, fees, illness or unhappiness at work are found out and answered with money.",
        _YEO,
        "debt* grievance* hardship* fees fee loan* divorce* gambl* sick* family mortgage* money unhappy* unpaid "
        "disgruntl* bonus nephew* daughter son whistle*",
        "vulnerability_probe",
    ),
    _playbook(
        "side_job", "Easy side job",
        "Evenings, remote, no interview, cash or crypto; the rest comes later.",
        _NCSC,
        "side gig evening* moonlight* easy remote spare cash crypto* wallet* bitcoin obvious gift* paid job job_* pay "
        "payday part_time freelanc* urgent quick telegram whatsapp wechat",
    ),
    _playbook(
        "geopolitical_report", "Geopolitical report",
        "Short paid papers on policy, trade or defence; each is to hold more that is not public.",
        _MI5,
        "report* rapport* memo* brief* note notes nota paper* outlook* analyst* analysis letter* digest* forecast* "
        "insight* monitor* policy geopolit* indices index two_page weekly monthly quarterly study studies",
        "report_commission pay_per_report",
    ),
    _playbook(
        "unnamed_client", "Unnamed client",
        "A recruiter has an excellent post at a firm that is never named, and wants the CV and the target's view at once.",
        f"{_EYES}; {_MI5}",
        "headhunt* recruit* search exec* hr talent_partner agency client* employer* role post offer* vacanc* hire* "
        "hiring contract* firm boutique consultancy linked* mandate* opening* opportunity* job_* inmail* cv permanent "
        "polite strategy house",
        "vague_client early_cv_request",
    ),
    _playbook(
        "pointed_interest", "Interest in post and access",
        "No pretext holds for long: clearance, committee, base or project is what is asked about.",
        "UK Security Minister, Commons, 18 Nov 2025",
        "clearance access committee* parliament* minist* clerk* officer* engineer* military base border* police* port "
        "customs",
        "access_interest insider_information secrecy_request off_platform_move",
    ),
)  # fmt: skip
"""In the order in which they are tried."""
