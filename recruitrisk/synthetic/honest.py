"""The genuine families of the world and the other harms: who writes, and why that looks like the playbook at times."""

from __future__ import annotations

from recruitrisk.synthetic.story import Story

__all__ = ["HARMS", "HONEST"]

_OWN = "own judgement"


def _honest(key: str, name: str, story: str, words: str, signs: str = "") -> Story:
    return Story(key, 0, name, story, _OWN, tuple(words.split()), tuple(signs.split()))


def _harm(key: str, name: str, story: str, words: str, signs: str = "") -> Story:
    return Story(key, None, name, story, _OWN, tuple(words.split()), tuple(signs.split()))


HONEST: tuple[Story, ...] = (
    _honest(
        "warning", "Warnings and drills",
        "A security team, court or colleague warns of the playbook and quotes it.",
        "warn* warning* drill* phish* notice* awareness exercise security_team trap hotline behoerde* quiz",
    ),
    _honest(
        "expert_network", "Expert network",
        "Pays by the hour for a client it can't name, and forbids what is not public.",
        "expert* reseau_expert* consultation panelist* expertcall panel pharma_panel",
    ),
    _honest(
        "cleared", "Cleared and defence recruiting",
        "Asks about clearance because the post needs it; often through an agency.",
        "cleared clearance defence* defense* military army navy nato* mod armed reservist* shipyard* missile* vetting "
        "naval*",
    ),
    _honest(
        "retained_search", "Retained search with a hidden client",
        "A search firm names its client after a first call, and says so.",
        "headhunt* hantehunter* retained search exec* executive* confidential discret* secret anonym* hidden vague* "
        "masked quant* chasse*",
    ),
    _honest(
        "boutique", "Young or tiny boutique",
        "A firm of one or two, months old, that gives its number and invites a check.",
        "boutique* small_firm sole one_person newly months_old new_website independent coworking bakery*",
    ),
    _honest(
        "interim", "Interim and day rates",
        "Contract and interim posts with rates that are truly high.",
        "interim* day_rate* contract contractor* freelanc* rate rates daily gig per_page offshore* rig temp",
    ),
    _honest(
        "locum", "Locum, nursing and health posts",
        "Agencies fill shifts by phone and chat, with pay above the ward's.",
        "locum* nurse* nursing hospital* medical* medico* doctor* clinic* pharma* vet* dentist* health* physio* "
        "midwife* care patient* likarnya*",
    ),
    _honest(
        "gulf_posts", "Posts abroad",
        "Recruiters in the Gulf, Asia or Africa use chat apps and ask for a CV early.",
        "gulf gcc dubai lagos beijing nairobi manila lahore singapore relocation* abroad overseas etranger* expat* "
        "whatsapp wechat telegram",
    ),
    _honest(
        "referral", "Referral and job tips",
        "A colleague or friend passes on a post, at times for a bonus.",
        "referral* refer tip tips bonus intro intros introduction* recommend* reference*",
    ),
    _honest(
        "internal", "Inside the house",
        "Human resources, moves, rotas and forms within one employer.",
        "internal* hr hrs secondment* mobility boss rota payroll policy_notice all_staff onboarding exit canteen "
        "inhouse_move helpdesk it_* desk shift* team teams",
    ),
    _honest(
        "graduate", "Graduates, interns and fairs",
        "Universities and firms court students openly, with dates and forms.",
        "graduate* intern interns internship* stage* trainee* fair careers student* apprentice* feria* scheme* "
        "school* scholarship*",
    ),
    _honest(
        "university", "Academics",
        "Co-authors, chairs, visitors and theses: they pay travel and ask about unpublished work.",
        "university uni universi* professor* prof profs phd postdoc* lab labs academic* coauthor* co_author* scholar* "
        "thesis lecturer* faculty dean campus researcher* research science* visiting fellow fellowship* erasmus "
        "masters college",
    ),
    _honest(
        "reviewing", "Journals and reviewing",
        "Editors ask for reviews, special issues and votes.",
        "journal* review* reviewer* editor* peer ballot* proof proofs",
    ),
    _honest(
        "think_tank", "Think tank that pays for papers",
        "A known institute with an address pays a modest fee for a signed paper.",
        "think_tank* thinktank* institute* policy* foundation* briefing essay* note paper* commission* report*",
    ),
    _honest(
        "conference", "Conference with travel",
        "Organisers pay fares and a fee, and name the programme.",
        "conference* congress* congreso* speaker* summit* symposium* seminar* webinar* talk lecture* keynote orador* "
        "moderat* roundtable* panel* coloquio* event* gala exhibition* expo forum trade_fair salon workshop*",
    ),
    _honest(
        "delegation", "Hosted visit",
        "A mission, chamber or supplier hosts a group with a published programme.",
        "visit* trip* tour* delegation* host* junket study_trip travel* inspection*",
    ),
    _honest(
        "journalist", "Journalist",
        "Wants to talk off the record and offers Signal; says who and for which paper.",
        "journalis* reporter* correspondent* press news* leak* story documentary off_record media redakt*",
    ),
    _honest(
        "podcast", "Podcast, radio and television",
        "A producer books a guest.",
        "podcast* radio tv television broadcast* audio film* show",
    ),
    _honest(
        "publishing", "Books and publishers",
        "Publishers, ghost writers and memoirs; a fee by the text.",
        "publish* book* memoir* author* textbook* dictionary* magazine* writer* writing column* copy ghost* blog* "
        "letter*",
    ),
    _honest(
        "translation", "Translation and interpreting",
        "Agencies pay by word or day and ask for a sample.",
        "translat* interpret* transcript* linguist* language* traduc* dolmetsch* tolk* tlumacz* sworn",
    ),
    _honest(
        "survey", "Surveys and user tests",
        "Researchers pay small sums for answers and say what happens to them.",
        "survey* poll* census questionnaire* usability* interviewee* focus_group market_research quiz ankiet* "
        "sondage* umfrage* feedback",
    ),
    _honest(
        "award", "Prizes, grants and open calls",
        "Money for a cause or a work, with a public call.",
        "grant* prize* award* bounty* open_call competition* contest* jury scholarship call_for sponsor* fund funds "
        "funding",
    ),
    _honest(
        "charity", "Charity and volunteering",
        "Asks for time or a gift and has a register number.",
        "charity charit* volunteer* benevol* donat* fundrais* ngo ngos aid church* philanthrop* refugee* nonprofit* "
        "museum* library* archiv* trustee* relief",
    ),
    _honest(
        "board", "Board and trustee posts",
        "Non-executive seats with a published process.",
        "board* trustee* non_exec* chair* director* governor* advisory* council_seat ned committee*",
    ),
    _honest(
        "startup", "Start-up and founder",
        "A firm of three months without a website looks for its first people.",
        "startup* start_up* founder* cofounder* seed stealth cto equity spinout* hackathon*",
    ),
    _honest(
        "investor", "Investors and due diligence",
        "Funds ask specialists about a market, within compliance.",
        "investor* vc fund_manager hedge equity_fund due_diligence private_equity insur* investment* broker* trader* "
        "actuary",
    ),
    _honest(
        "bank", "Banks, audit and compliance",
        "Regulated firms hire or check, formally.",
        "bank* compliance audit* tax* fintech* account* finance* cfo treasury* kyc comptable* fiscal*",
    ),
    _honest(
        "law", "Law firms and expert witnesses",
        "Instructed in confidence, with a conflict check.",
        "law lawyer* legal* barrister* counsel* court* witness* judge* arbitrat* notar* moot* solicitor* jury_service",
    ),
    _honest(
        "government", "Public service posts",
        "Ministries, regulators and parliaments hire with a reference number.",
        "gov government* civil* ministry minist* parliament* council* regulator* municipal* public* police* election* "
        "embassy_post customs* border* clerk* agency_post state tender* procurement*",
    ),
    _honest(
        "diplomat", "Embassies and chambers",
        "Receptions, trade desks and culture with a named host.",
        "embassy* embajada* diplomat* attache* consul* ambassador* high_comm* chamber* commission trade_* mission",
    ),
    _honest(
        "supplier", "Suppliers and tenders",
        "Sales and purchasing talk between firms.",
        "supplier* fournisseur* tender procure* invoice* order* spare* equipment* delivery* logistics* freight* "
        "shipping* port warehouse* machine* parts",
    ),
    _honest(
        "vendor", "Vendors and sales mail",
        "Long, flattering, urgent: and a demo at the end.",
        "vendor* sales* venta* vend* seller* handlow* demo pitch* cold* software saas b2b rep newsletter* "
        "subscription* market* offer_mail salesman toner* lead product* promo*",
    ),
    _honest(
        "training", "Courses and coaching",
        "Training providers, clubs of professionals, coaches.",
        "training* course* coach* formation* certif* cpd class* workshop* exam* tutor* lesson* teacher* "
        "negotiation_school",
    ),
    _honest(
        "mentor", "Mentor and advice",
        "Somebody asks for, or gives, career advice.",
        "mentor* advice career* advis* asesor* consejo student_ask guidance",
    ),
    _honest(
        "alumni", "Alumni and reunions",
        "Old classmates collect addresses and money for a dinner.",
        "alumni* alum reunion* class_of classmate* old_school cadet* lost_friend old_* veteran*",
    ),
    _honest(
        "union", "Unions and associations",
        "Members are asked about pay and grievances.",
        "union* association* trade_union society guild* member* standards* professional_body solidarity lobby* "
        "federation* ngo_coalition",
    ),
    _honest(
        "veterans", "Former officials and veterans",
        "Retired people sought for boards, talks and books.",
        "retired* former* ex_* pension* veteran*",
    ),
    _honest(
        "consultancy", "Consultancies",
        "Known advisers staff a project or bid with a named client.",
        "consult* consultancy* advisory bid bids partner* case cabinet* berat* conseil*",
    ),
    _honest(
        "colleague", "Colleagues",
        "Gossip, handovers, thanks and files between people who know each other.",
        "colleague* kolleg* arbeitskoll* coworker* collega* thanks congrats* birthday* farewell leaving gossip chat "
        "chatty meeting* lunch* coffee* dinner* peer* boss swap* anniversary* apology* sorry* minutes exchange",
    ),
    _honest(
        "friends", "Friends and neighbours",
        "Flats, favours, parents' groups.",
        "friend* neighbour* neighbor* family* flat godparent* parents* copine* nephew* dating* cousin* wedding* pet* "
        "school_gate buddy companion* acquaintance* house* moving landlord* recado",
    ),
    _honest(
        "club", "Clubs and hobbies",
        "Choirs, runs, chess and boats.",
        "club* choir* chess* sail* run* football* tennis* fencing* hobby* dance* game* band orchestra* theatre* "
        "sport* gym* ski* bee* boat* garden* bird* dive* trail music* fan fans opera* judo* pilates*",
    ),
    _honest(
        "open_source", "Open source and engineering talk",
        "Maintainers and engineers ask about code and standards.",
        "open_source* oss maintainer* developer* compiler* code coding engineer* release* bug* github ai data cyber* "
        "drone* satellite* quantum radar* space* telecom* semicon* chip* cloud* tech robot*",
    ),
    _honest(
        "agency", "Recruitment agency",
        "Post, band and process, in a template with praise.",
        "recruit* recruteur* agency* agencia* staffing talent* hire* hiring vacanc* job jobs role cv seleccion* "
        "cabinet_rh ogloszenie* job_ad opening* interview* poshuk* plain_vacancy opportunity* pracy hr_agency "
        "appel_rh",
        "stated_terms formal_process public_reference",
    ),
    _honest(
        "employer", "In-house hiring",
        "The employer itself writes about its own post.",
        "inhouse in_house company* corporate* firm* employer* plant factory* manager* operator* energy* grid water* "
        "wind* solar* nuclear* mining* rail* port_* airline* oil* battery* utilities*",
        "named_client",
    ),
    _honest(
        "plain_contact", "Plain contact",
        "A note to connect, a thank-you, a wrong number: nothing is wanted.",
        "connection* connect contact* linkedin wrong* mistaken* short note_* genuine* real honest* clean hello "
        "intro_only question* request* ask asks enquiry* query* plain* boring* long_* followup*",
    ),
)  # fmt: skip
"""In the order in which they are tried."""

HARMS: tuple[Story, ...] = (
    _harm(
        "malware", "Malware lure",
        "A file, repository or app that does harm.",
        "malware* trojan* macro file files zip doc pdf rig code coding test app plugin malicious ransom* lure browser "
        "tool repo* update",
    ),
    _harm(
        "fee_fraud", "Fee fraud",
        "Pay first for a visa, a course, a prize or an inheritance.",
        "fee fees visa* inherit* herencia* lottery* grant* advance deposit* scholarship* training conference* award* "
        "journal* prize* refund* equipment* check cheque* loan* tax* customs parcel* course* kit charity* donat* "
        "deposit rental* rent rental landlord*",
    ),
    _harm(
        "money_fraud", "Investment and crypto fraud",
        "A sure gain.",
        "crypto* cripto* invest* wallet* pig* butcher* forex* trading* airdrop* nft* ico presale* gold oil* platform* "
        "mining* recovery",
    ),
    _harm(
        "romance", "Romance fraud",
        "Love, then money.",
        "romance* romans* love* widow* sugar* sextort* dating* arnaque_senti* soldier*",
    ),
    _harm(
        "account_theft", "Phishing and identity theft",
        "The account, papers or card are wanted.",
        "phish* login* verify* kyc* id identity* passport* account* portal* locked qr sim* typing* theft helpdesk* "
        "support* bank* deepfake* payroll* invoice* ceo* boss bec impersonat* share* link* redirect* details*",
    ),
    _harm(
        "mule", "Money and parcel mules",
        "Your account or address is used.",
        "mule* reship* parcel* courier* package* ship* agent* payment*",
    ),
    _harm(
        "job_scam", "Job scam",
        "A post that does not exist, or tasks for pennies.",
        "job* task* fake* hr recruit* remote offer* empleo* scam* home crew* overseas* nurse* hotel* cv interview* "
        "mystery* rating* like* review* modell* model* casting* data* entry* headhunt* zadanie* falso* faux* fals* "
        "ghost* typing* fraud* agency* arnaque* estafa* blackmail* extort*",
        "no_vetting early_cv_request off_platform_move",
    ),
)  # fmt: skip
"""In the order in which they are tried."""
