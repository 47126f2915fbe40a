"""Signs about keeping it quiet."""

from __future__ import annotations

from recruitrisk.indicators.declaration import Indicator, Rates
from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern, source

__all__ = ["INDICATORS"]

_PATTERNS = (
    pattern(
        r"\b<dont><1> (?:tell|mention|mentioning|telling|inform|informing|discuss|discussing|speak"
        r"|talk|say|share|sharing|show|raise|bother|bothering|trouble|troubling|involve|involving|ask"
        r"|asking|report|reporting|notify|notifying|alert|disclose|disclosing|cc|copy in|consult"
        r"|let)\b<4> ?(?:it |this |that |anything )?(?:to |with |about |at |in |your |the |any |own "
        r"|present |current )*<employer>\b",
        "Please do not tell your employer",
        "dont mention to office pls",
        "No need to bother HR with it",
        "Better not discuss this with your colleagues",
        "Without troubling your superiors",
        silent=(
            "Don't tell anyone, but the canteen has pizza, you must ask your employer first",
            "We do not share your data with your employer",
        ),
        strength=0.85,
    ),
    pattern(
        r"\b(?:keep|keeping|stay|stays|remain|remains|leave|hold|handle|treat)\b<4> (?:just |strictly "
        r"|only |purely )?(?:between (?:us|you and me|the two of us|ourselves|ourself)|quiet|secret"
        r"|to yourself|low profile|under wraps|under the radar|off the record|among ourselves|hush|out "
        r"of (?:the )?(?:office|work|sight)|private between|discreet(?:ly)?)\b",
        "Please keep this between us",
        "Keep it quiet for now",
        "Let it remain between ourselves",
        silent=("Keep quiet in the library", "The children keep quiet at night"),
        strength=0.8,
    ),
    pattern(
        r"\b(?:this|it|that|all|everything|matter|conversation|exchange|talk)<2> (?:is |stays |stay "
        r"|remains |remain |be )?(?:strictly |just |only )?(?:between (?:us|you and me|two \S+|the two "
        r"of us|ourselves)|our (?:little )?secret|for your eyes only|secret)\b|\bour (?:little "
        r")?secret\b|\bthis one'?s just for (?:me and you|you and me)\b|\bfor your eyes only\b",
        "This is between you and me",
        "It is our little secret",
        "Nonsense, it is between two enthusiasts",
        silent=("It lies between the two rivers",),
        strength=0.8,
    ),
    pattern(
        r"\b(?:delete|erase|remove|destroy|burn|wipe|got rid of|get rid of|dispose of|shred)\b(?:<5> "
        r"(?:messages?|this (?:message|after|chat|thread|mail|once)|chat|chats|thread|conversation"
        r"|history|e-?mails?|mail|letter|traces?|it after|original|after reading|sheet|copy|copies"
        r"|notes?|once (?:you have )?read)\b)|\bdisappearing messages\b|\bself-destruct\S*\b|\bread "
        r"and delete\b|\b(?:original|letter|copy|sheet|notes?) (?:is|are) to be destroyed\b",
        "Delete this after reading",
        "Please erase our chat",
        "Turn on disappearing messages",
        "The original is to be destroyed",
        silent=("Don't delete it, bring it to us", "We delete your data after six months"),
        strength=0.85,
    ),
    pattern(
        r"\b(?:employer|boss|ministry|office|hr|department|university|superiors?|colleagues|institute"
        r"|security (?:officer|people|team)|member|wife|spouses?|nobody|no ?one|registry|team)<3> "
        r"(?:need not|needn'?t|doesn'?t (?:need|have) to|does not (?:need|have) to|should not"
        r"|shouldn'?t|must not|mustn'?t|don'?t need to|do not need to|never|won'?t|will not|needs? "
        r"to)<1> (?:know|hear|find out|learn|notice|see|be (?:told|informed|bothered|aware))\b",
        "Your employer need not know",
        "Nobody needs to know",
        "Your superiors should not hear of it",
        silent=("Everybody needs to know the fire exits",),
        strength=0.85,
    ),
    pattern(
        r"\b(?:without|no need for|skip|avoid|bypass|not (?:go|going) through|not via)<3> (?:the "
        r")?(?:knowledge|permission|approval|paperwork|involvement|consent|official channels?|form"
        r"|forms|registration|clearing|declaring)\b<4> (?:your |the |any )?(?:employer|ministry|office"
        r"|hr|department|superiors|boss|university|security)?",
        "Without the knowledge of your ministry",
        "No need for permission from your boss",
        silent=("Consent of both parents",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:you )?(?:don'?t|do not|needn'?t|need not|no need to|would not|wouldn'?t|never|not)<2> "
        r"(?:need|have to|write|list|declare|register|record|report|put|trouble|enter|make it)<5> "
        r"(?:permission slip|permission|form|declaration|register|anywhere|official|your employer"
        r"|interests|disclosure|with (?:a|the) form|outside (?:interests|activities))\b",
        "You don't need a permission slip from HR",
        "Please do not list it anywhere",
        "We would not trouble your employer with a form",
        silent=("You need to register by noon",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:if (?:any ?one|any ?body|someone|your \S+|they) asks?|should (?:any ?one|any ?body"
        r"|they) ask|enquir(?:y|ies) from)<6> (?:say|tell them|we are|you are|answer(?:ed)?|just|old "
        r"friends|family|met|friend|tourist|hobby|no such)\b|\bsave me<3> (?:with|under|as)<1> "
        r"(?:another|other|different) name\b|\bcover story\b|\bno such contact\b",
        "If anyone asks, say we met at a concert",
        "Save me in phone with another name",
        strength=0.85,
    ),
    pattern(
        r"\b(?:only|just) (?:you and (?:me|i)|the two of us|us two)<2> (?:know|should know|will know"
        r"|need)\b|\bmeet (?:in private|privately|alone|discreetly|somewhere (?:quiet|private))\b"
        r"|\b(?:please )?come alone\b|\bnot (?:on|via|from|through|by|use)<1> (?:your )?(?:work|office"
        r"|official|corporate|ministry|government) (?:e-?mail|mail|phone|account|computer|address"
        r"|channels?)\b|\bsteer clear of the work (?:mailbox|mail|phone)\b",
        "Only the two of us should know",
        "Could we meet in private?",
        "Please not from your work mail",
        silent=("A meeting in private hands",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:(?:and|with|make|keep|please|,) no (?:minutes|copies|copy|record|witness\S*|traces?)\b"
        r"|no copies|nothing in writing,? please|nothing (?:that )?touches|leaves? no (?:trace|record"
        r"|paper)|voice notes only|paper only)\b",
        "A book club with one other member and no minutes",
        "No copies of this letter may be made",
        "Nothing in writing please",
        silent=("Take minutes of it",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:discretion|confidentiality|secrecy|silence)<2> (?:towards?|from|vis-a-vis|regarding"
        r"|with regard to)<3> (?:employer|colleagues|ministry|superiors|office|team|others)\b"
        r"|\b(?:mum'?s the word|tell no ?one|tell nobody|not a word to (?:your|the|any)|keep (?:it"
        r"|this) (?:in|inside) (?:the )?family|others? (?:might|may|would) (?:misunderstand|not "
        r"understand|be jealous))\b|\bmight misunderstand\b",
        "We ask discretion towards your employer",
        "Tell no one",
        "People might misunderstand our exchange",
        silent=("Not a cloud in the sky",),
        strength=0.75,
    ),
    pattern(
        r"(?:sagen sie|erz[aä]hlen sie|erw[aä]hnen sie|informieren sie|sprechen sie)<6> (?:nicht"
        r"|niemand\S*|kein\S*)|(?:unter uns|zwischen uns|bleibt geheim|vertraulich vor ihrem"
        r"|diskretion gegen[uü]ber|niemand(?:em|en)? (?:davon )?(?:erz[aä]hlen|sagen|erfahren)"
        r"|arbeitgeber (?:muss|braucht|sollte|darf)<3> nicht|(?:nachricht\S*|chat|verlauf)<3> "
        r"l[oö]sch\S*|l[oö]schen sie)",
        "Bitte sagen Sie Ihrem Arbeitgeber nichts davon, es bleibt unter uns",
        "Löschen Sie diese Nachricht",
        silent=("Der Chat startet am Montag",),
        strength=0.85,
        lang="de",
    ),
    pattern(
        r"\b(?:ne|n')<1> ?(?:parlez|dites|mentionnez|informez|parle|dis|pr[eé]venez|parler|dire)\b<3> "
        r"(?:pas|rien|[aà] personne)<6> (?:coll[eè]gues|employeur|hi[eé]rarchie|patron|sup[eé]rieurs?"
        r"|personne|chef|direction|minist[eè]re)|(?:reste(?:ra)? entre nous|rester (?:entre|discret)"
        r"|gard\S+<3> (?:pour vous|secret|entre nous|confidentiel)|sans (?:en )?(?:parler|informer"
        r"|pr[eé]venir)<3> (?:employeur|hi[eé]rarchie|coll[eè]gues|sup[eé]rieur\S*|personne)"
        r"|supprim\S+<3> (?:message|conversation)|effac\S+<3> (?:message|conversation)\S*)",
        "Ne parlez pas de cela à vos collègues",
        "Cela reste entre nous",
        "Supprimez ce message",
        silent=("Entre deux réunions",),
        strength=0.85,
        lang="fr",
    ),
    pattern(
        r"(?:vertel|zeg|bespreek|meld) (?:het |dit |er |hier |alstublieft )*(?:niet|niemand|niets)\b"
        r"|(?:blijft (?:onder|tussen) ons|tussen ons gezegd|blijft geheim tussen|(?:uw |je |jouw "
        r")?(?:werkgever|baas|collega'?s)<3> (?:hoef\S*|mag|mogen|moet\S*)<2> niet|(?:verwijder"
        r"|wis)\S*<4> (?:bericht|gesprek|chat)\S*)",
        "Vertel het niet aan uw werkgever",
        "Dit blijft onder ons",
        "Wis dit bericht",
        silent=("Het gesprek is om drie uur",),
        strength=0.85,
        lang="nl",
    ),
    pattern(
        r"\bno (?:lo |le |se lo )?(?:diga|digas|comente|comentes|mencione|menciones|informe|cuente"
        r"|cuentes|hable|hables)\b|(?:entre nosotros|en secreto|guard\S+<2> (?:secreto|silencio)|sin "
        r"(?:que )?(?:informar|avisar|decir|se entere)\S*<4> (?:jefe|empresa|empleador|ministerio"
        r"|colegas|nadie)|(?:borre|elimine|borra|elimina)<3> (?:mensaje|conversaci[oó]n|chat)\S*)",
        "No lo comente con su jefe",
        "Que quede entre nosotros",
        "Borre este mensaje",
        silent=("No es un mensaje largo",),
        strength=0.85,
        lang="es",
    ),
    pattern(
        r"(?:nie|prosz[eę] nie)<1> (?:m[oó]wi[cć]|m[oó]w|wspomina[cć]|informowa[cć]|informuj"
        r"|powiadamia[cć]|zg[lł]asza[cć])<4> (?:pracodawc|szef|prze[lł]o[zż]on|koleg|w pracy|nikomu|w "
        r"ministerstw|w urz[eę]dz)\S*|(?:mi[eę]dzy nami|w tajemnicy|w sekrecie|(?:usu[nńą]|skasuj"
        r"|wykasuj)\S*<3> (?:wiadomo\S*|rozmow\S*|czat)|nikomu (?:nie|o tym)|pracodawc\S+ nie (?:musi"
        r"|powin))",
        "Proszę nie mówić pracodawcy",
        "Niech to zostanie między nami",
        "Usuń tę wiadomość",
        silent=("Nie ma wiadomości",),
        strength=0.85,
        lang="pl",
    ),
    pattern(
        r"(?:不要|别|请勿|无需|不用|不必)(?:告诉|跟|向|让|和|对|通知|告知).{0,10}(?:单位|公司|同事|领导|上级|别人|任何人|家人|老板|雇主)|(?:我们之间"
        r"|你我之间|只有我们)(?:的)?(?:秘密|知道|就好|哦)|(?:对单位|对同事|对公司|对领导)(?:要|请)?保密|(?:删除|删掉|清空)(?:这条|这些|聊天"
        r"|我们的)?(?:消息|记录|信息|对话)|阅后即焚",
        "请不要告诉您的同事",
        "这是我们之间的秘密",
        "看完请删除聊天记录",
        silent=("请告诉您的同事",),
        strength=0.85,
        lang="zh",
    ),
)

_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:exam|patients?|interpreter|jury|votes?|ballot|whistleblow\S*|library|reading room|in "
        r"error|addressee|filing date|senate|surprise|company secrets|children|your data|personal "
        r"data|gdpr|survey answers|santa|surprise party|birthday|spoilers?|under embargo|privilege"
        r"|reviewers?|cctv)\b",
        "Keep the surprise party between us",
        "Exam papers stay secret",
        "We delete your data and e-mail after six months",
    ),
    pattern(
        r"\b(?:ask|tell|inform|notify|consult|check with|clear it with|permission (?:of|from)|consent "
        r"(?:of|from)|approval (?:of|from)|talk to|speak to)<1> (?:your |the )(?:employer|ministry"
        r"|department|line manager|hr|university|institution|security (?:officer|team)|compliance)<2> "
        r"(?:first|before)\b|\b(?:feel free|welcome|happy for you|please do|by all means|gladly) "
        r"(?:to )?(?:tell|ask|discuss|show|share|forward)\b"
        r"|\b(?:must|have to|should|need to|required to) (?:also )?(?:tell|ask|inform|notify|declare"
        r"|report)\b|\b(?:not a secret|no secret|nothing secret|no need to keep (?:it|this))\b|\bwe "
        r"(?:do not|don'?t|never|won'?t|will not) (?:share|tell|contact|inform|sell|pass|disclose)\b"
        r"|\bdon'?t delete\b|\bdo not delete\b|\bdon'?t reply\b",
        "You must tell your employer; please don't discuss it with the office before",
        "We do not share your data with your employer",
        "It is no secret, you may tell your boss, please do tell them",
    ),
    pattern(
        r"\b(?:confidential search|non-disclosure agreement|nda)\b<12> (?:sign|signs|signed|named"
        r"|standard|usual)\b",
        "It is a confidential search, the name comes after we sign, keep it quiet until the "
        "incumbent is told only",
    ),
)

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        id="secrecy_request",
        family="secrecy",
        name="Asks to keep it quiet",
        definition=(
            "Asks to keep the contact quiet, not to tell or ask the employer, to delete messages or to "
            "meet unseen; a recruiter who asks"
            " to keep a search quiet shows it too. A plain non-disclosure agreement, a search called "
            "confidential, and the secrecy of"
            " exams, patients or interpreters are not it."
        ),
        seen_in="MD",
        sources=(
            source("case_wei", "the sailor was told to keep the contact secret"),
            source("npsa_2025", "repeated wishes to meet in private"),
        ),
        measures=("patterns", "meaning"),
        # Strong: its point is to keep away those who could warn, above all the employer.
        strong=True,
        patterns=_PATTERNS,
        vetoes=_VETOES,
        fires=(
            "Please do not tell your employer",
            "Let us keep this between us",
            "Delete this after reading",
            "Nobody needs to know",
            "You don't need a permission slip from HR",
            "Das bleibt unter uns",
            "请不要告诉您的同事",
        ),
        silent=(
            "I run a confidential search for a Head of Treasury",
            "The client is named once a non-disclosure agreement is signed",
            "We do not share your data with your employer",
            "Exam papers are kept secret between us and the board",
            "Please tell your employer before you accept",
            "If you got such a message, don't delete it, bring it to us",
        ),
        rates=Rates(0.4, 0.04),
        reviewer="Asks to keep the contact quiet",
        absent="No wish for secrecy",
        innocent=(
            "A recruiter may ask for quiet while the present holder of the post does not know",
            "People who change jobs want discretion themselves",
            "Journalists protect their sources",
        ),
        next_step="Tell your employer or security adviser now; that is what the request is meant to prevent",
    ),
)
