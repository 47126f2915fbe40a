"""Patterns of the family ``pay``: payment that leaves no trace."""

from __future__ import annotations

from recruitrisk.indicators.vocabulary import QUOTED_WARNINGS, pattern

__all__ = ["OPAQUE", "OPAQUE_VETOES"]

OPAQUE = (
    pattern(
        r"\b(?:pay|paid|pays|payment|payments|payable|paying|settled?|transfer(?:red)?|send|sent"
        r"|money|fee|receive|wire|compensat\S+|credited|salary|honorarium|bonus|sum|reward)\b<6>"
        r" (?:in |by |via |through |with |as |using )?(?:cash|bitcoin|btc|usdt|tether"
        r"|crypto(?:currency|currencies)?|ethereum|eth|monero|stablecoins?|digital (?:tokens?|coins?"
        r"|currency)"
        r"|gift ?cards?|itunes cards?|amazon cards?|prepaid cards?|western union|moneygram|hawala"
        r"|wallet)\b",
        "We can pay you in cash",
        "Payment goes by USDT within the hour",
        "The fee is sent via Western Union",
        silent=(
            "Paid by bank transfer, never in cash",
            "We hire a crypto engineering lead",
            "Please pay the cashier",
        ),
        strength=0.85,
    ),
    pattern(
        r"\b(?:cash|bitcoin|btc|usdt|crypto(?:currency)?|gift ?cards?|monero|ethereum)<1> (?:or|and"
        r"|/) <1>(?:cash|bitcoin|btc|usdt|crypto(?:currency)?|gift ?cards?|paypal|whatever|as you "
        r"(?:like|prefer|wish))\b"
        r"|\bcash or crypto\b|\b(?:cash|crypto|bitcoin|usdt)(?: is)? (?:preferred|possible|accepted"
        r"|ok|okay|only|in hand|in an envelope|handed over)\b|\bcash (?:on|at|upon) (?:delivery"
        r"|meeting|the meeting|first)\b",
        "Cash or crypto, as you prefer",
        "Crypto is possible too",
        "Cash handed over in Vienna, no receipt",
        silent=("Cash or card at the canteen",),
        strength=0.85,
    ),
    pattern(
        r"\b(?:in|with|an?) (?:plain |sealed |thick |brown |white )?envelope\b<4> ?(?:of|with|cash"
        r"|money|euro|usd|dollars|full)?|\b(?:envelope|packet|packet)<2> (?:with|of|full of) (?:cash"
        r"|money|euros?|dollars?|notes)\b|\bin hand\b",
        "10 000 USD in envelope on arrival",
        "The driver brings you a packet with euro",
        "He pays 500 a week in hand",
        silent=("The ballot paper goes in the post with the envelopes",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:no|without(?: any| an?)?|zero|skip the|dispense with)<1> (?:contract|contracts|invoice"
        r"|invoices|receipts?|paperwork|bills?|tax|taxes|tax forms?|paper trail|payroll|papers|written "
        r"agreement|declaration)\b",
        "No contract and no invoice needed",
        "Let us dispense with bills and receipts",
        "Paid without any paperwork",
        silent=("We can't pay without a contract", "There is no tax on books"),
        strength=0.75,
    ),
    pattern(
        r"\b(?:contract|invoice|receipt|paperwork|tax form|bank|written agreement)s?<2> (?:not"
        r"|n'?t)(?: really| strictly)? (?:necessary|needed|required|important)\b|\b(?:don'?t|do not"
        r"|no) need<1> (?:an? )?(?:contract|invoice|receipt|paperwork)\b",
        "A contract is not necessary",
        "You don't need an invoice",
        silent=("An appointment is not necessary",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:from|to|into|through|in|via|over) (?:the account of )?(?:my|his|her|your|a|an|the"
        r"|another|some)<1> (?:cousin|brother|sister|wife|husband|friend|uncle|aunt|nephew|third "
        r"(?:party|person)|relative|spouse|mother|father|trading|random)(?:'?s)?<2>"
        r" (?:account|name|garage|card|company|wallet|shop)\b",
        "The money will come from my cousin's account",
        "It is paid into your wife's name",
        silent=("A letter from my cousin's school",),
        strength=0.85,
    ),
    pattern(
        r"\b(?:personal|private|offshore|separate|fresh|foreign|numbered|overseas) (?:wallet|bank "
        r"account|account|paypal|revolut|card)\b",
        "We send it to your personal wallet",
        "Open a fresh account for our collaboration",
        silent=("My personal assistant will account for it",),
        strength=0.6,
    ),
    pattern(
        r"\b(?:look(?:s)?|declared?|declare|shown?|booked?|appear|entered?|recorded?|described?"
        r"|disguised?|labelled|marked|call it|written) (?:\S+ ){0,4}?(?:as|like) (?:an? |your |the "
        r")?(?:refund|consult\S*|gift|loan|travel|translation|hobby|charity|donation|tuition"
        r"|scholarship|reimbursement|sale|expenses?|lecture|prize|winnings|teaching|book)\b",
        "I can make it look like a refund for concert seats",
        "We will declare it as a translation",
        strength=0.75,
    ),
    pattern(
        r"\b(?:not|n'?t|never|no)<3> (?:declare|report it|tell the tax|appear|show up|show|be seen"
        r"|trace|traced|traceable|visible)<4> (?:tax|bank|anywhere|books|statement|payroll|accounts?"
        r"|income|authorit\S+|employer)\b|\bnobody can (?:see|trace)\b|\buntraceable\b"
        r"|\boff the books\b|\bunder the table\b|\bno trace\b",
        "You need not declare it to the tax office",
        "Bitcoin because nobody can see",
        "Paid off the books",
        silent=("The tax is on the slip",),
        strength=0.85,
    ),
    pattern(
        r"\b(?:amounts?|sums?|increments?|parts|instal+ments|portions)<4> (?:small|below|under|less "
        r"than)<3> (?:limit|threshold|statement|triggered|uninteresting|bank|notice|thousand"
        r"|noticed)\b",
        "The sum comes in small amounts below the bank limit",
        silent=("Small amounts of salt",),
        strength=0.75,
    ),
    pattern(
        r"\b(?:pay|paid|pays|payment|money|fee|send|sent|transfer|goes|settle|bucks|<money>|give|via"
        r"|through|thru|by)<4> (?:by |your |via |through |over |with )?(?:paypal|revolut|alipay|wechat "
        r"pay|venmo|cash ?app|gcash|m-?pesa|zelle|payoneer)\b",
        "We pay by PayPal on the same day",
        "Give me your Revolut and it is done",
        strength=0.55,
    ),
    pattern(
        r"\bin kind\b<5> (?:laptop|watch|phone|gift|jewel\S*|delivered)|\b(?:paid|compensated"
        r"|rewarded) in kind\b|\bgold (?:coins?|bars?)\b|\bpostal coupons\b",
        "You may be compensated in kind",
        "He settles in gold coins",
        silent=("How kind of you",),
        strength=0.7,
    ),
    pattern(
        r"\b(?:in bar|bar auf die hand|bargeld|krypto(?:w[aä]hrung(?:en)?)?|bitcoin"
        r"|gutscheinkarten?)<3> ?(?:ausgezahlt|auszahlen|bezahlt|zahlen|m[oö]glich|oder|erhalten"
        r"|zahlung)?\b|(?:auszahlung|zahlung|honorar|bezahlung|geld)<3> (?:in bar|bar|krypto|bitcoin)\b",
        "Auszahlung in bar oder Krypto",
        "Das Honorar gibt es bar auf die Hand",
        silent=("Wir treffen uns in der Bar am Markt",),
        lang="de",
    ),
    pattern(
        r"\b(?:ohne|kein|keine|keinen) (?:vertrag|rechnung|quittung|beleg|steuer)\b",
        "Ohne Rechnung und ohne Vertrag",
        silent=("Die Rechnung liegt bei",),
        strength=0.75,
        lang="de",
    ),
    pattern(
        r"\b(?:en esp[eè]ces|en liquide|de la main [aà] la main|cryptomonnaie|crypto-monnaie|cartes? "
        r"cadeaux?|en crypto|en bitcoin)\b",
        "Le paiement se fait en espèces",
        "Vous serez réglé en liquide ou en crypto",
        silent=("Plusieurs espèces de poissons",),
        lang="fr",
    ),
    pattern(
        r"\bsans (?:contrat|facture|re[cç]u|d[eé]claration)\b",
        "Tout cela sans facture",
        silent=("La facture est jointe",),
        strength=0.75,
        lang="fr",
    ),
    pattern(
        r"\b(?:contant|handje contantje|cadeaubon(?:nen)?|cryptomunten|in crypto|in bitcoin)\b",
        "U wordt contant betaald",
        "Betaling in crypto is mogelijk",
        silent=("Het contact verloopt per post",),
        lang="nl",
    ),
    pattern(
        r"\b(?:zonder|geen) (?:contract|factuur|bonnetje|bon)\b",
        "Zonder factuur, heel eenvoudig",
        silent=("De factuur volgt",),
        strength=0.75,
        lang="nl",
    ),
    pattern(
        r"\b(?:en efectivo|en met[aá]lico|criptomonedas?|en cripto|en bitcoin|tarjetas? (?:de "
        r")?regalo)\b",
        "Pagamos en efectivo o en cripto",
        silent=("Es un método efectivo",),
        lang="es",
    ),
    pattern(
        r"\bsin (?:contrato|factura|recibo|papeles)\b",
        "Todo sin factura ni recibo",
        silent=("La factura va adjunta",),
        strength=0.75,
        lang="es",
    ),
    pattern(
        r"\b(?:got[oó]wk[aąię]|do r[eę]ki|kryptowalu\S+|w kryptowalutach|bitcoinem|kart[aąy] "
        r"podarunkow\S+)",
        "Płacimy gotówką albo w kryptowalutach",
        silent=("Jestem gotowy",),
        lang="pl",
    ),
    pattern(
        r"\bbez (?:umowy|faktury|rachunku|pokwitowania|podatku)\b",
        "Bez umowy i bez faktury",
        silent=("Faktura w załączniku",),
        strength=0.75,
        lang="pl",
    ),
    pattern(
        r"(?:现金(?:支付|付款|结算|报酬)|付现金|给现金|比特币|加密货币|虚拟货币|usdt|礼品卡|购物卡)",
        "报酬可以现金支付",
        "我们用加密货币付款",
        silent=("现金流预测",),
        lang="zh",
    ),
    pattern(
        r"(?:不需要|不用|无需|没有)(?:签)?(?:合同|发票|收据)",
        "不用签合同",
        "无需发票",
        silent=("合同在附件里",),
        strength=0.75,
        lang="zh",
    ),
)

OPAQUE_VETOES = (
    *QUOTED_WARNINGS,
    pattern(
        r"\b(?:never|not|no|don'?t|do not|won'?t|cannot|can'?t|without ever)<2> (?:pay\S* |paid |use "
        r"|accept |in |by |any |offer |deal )+(?:in |by |any |with )?(?:cash|crypto\S*|bitcoin|gift "
        r"?cards?|usdt|envelopes?)\b|\bno (?:cash|crypto|gift cards)\b"
        r"|\b(?:can ?not|can'?t|won'?t|never|nothing) (?:\S+ ){0,4}without (?:an? |any )?(?:contract"
        r"|invoice|receipt|paperwork|written agreement)\b",
        "Paid by bank transfer, never in cash",
        "We can't pay anything without a contract",
        "Nothing starts without a written agreement",
    ),
    pattern(
        r"\bcash[ -]?(?:flow|flows|equity|management|position|desk|register|machine|balance|crop"
        r"|pooling|compensation|bonus|benefits|out)\b|\b(?:crypto\S*|bitcoin|wallet|stablecoin"
        r"|blockchain)<2> (?:engineer\S*|regulation|team|developer|policy|research\S*|conference"
        r"|company|exchange|assets?"
        r"|reserves?|paper|law|compliance|lead|startup|platform|desk|course)\b|\bpetty cash\b|\bcash "
        r"or card\b|\bno tax on\b|\bincoming? tax\b|\bpost-quantum\b",
        "We hire a crypto engineering lead",
        "Cash flow forecasting is paid well",
        "I write on bitcoin regulation",
    ),
    pattern(
        r"\b(?:ethics board|participants? (?:get|receive)|sign for it|reimburs\S+<3> petty|by the "
        r"book|signed (?:for|receipt)|tax (?:certificate|residence))\b|\bpayroll, no cash\b",
        "The ethics board made us give participants a gift card which they sign for",
        "Cash is fine but you sign for it",
    ),
)
