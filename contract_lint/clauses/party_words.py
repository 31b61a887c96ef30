"""Words that tell which party a definition is about, in Dutch and English."""

from __future__ import annotations

from contract_lint.clauses.wordlist import words


def _either(*parts: str) -> str:
    return "|".join(parts)


# Names that are a role by themselves. "Gebruiker" is not: in Dutch terms it may be either party.
CUSTOMERS = words(
    """
    klant klanten opdrachtgever opdrachtgevers koper afnemer consument huurder huurders cliënt
    client deelnemer lid leden abonnee contractant wederpartij patiënt leerling cursist student gast
    reiziger bezoeker passagier verzekerde verzekeringnemer sporter kleinverbruiker aanvrager
    kredietnemer lener particulier customer customers buyer purchaser subscriber subscribers member
    members consumer tenant lessee renter hirer licensee guest guests traveller traveler passenger
    participant user users end-user policyholder borrower patient student player players
    account_holder adverteerder adverteerders afnemers bewaargever coachee contracthouder inlener
    licentienemer ligplaatshouder polishouder recreant
    """
)
SUPPLIERS = words(
    """
    leverancier opdrachtnemer verkoper verhuurder ondernemer dienstverlener aanbieder verzekeraar
    organisator exploitant vervoerder aannemer installateur rijschool sportschool licentiegever
    kredietgever
    uitgever uitlener recreatieondernemer makelaar opleider
    therapeut fotograaf webshop stallinghouder provider supplier seller vendor licensor
    landlord lessor contractor service_provider organizer organiser operator insurer lender trader
    """
)
# May stand before such a word: "zakelijke klant", "account holder".
ADJECTIVES = words("zakelijke particuliere end account service contracting registered paying")
# Platforms use these for others than themselves.
THIRD = words("seller supplier provider trader vendor lender contractor service_provider")
# Never a name that a contract gives: pronouns, and things.
NOT_NAMES = words(
    """
    we us our ours you your yours u uw wij ons onze je jij jullie i me they it he she this these
    those that service services site sites website websites platform platforms app apps application
    applications software product products content terms agreement agreements policy account
    accounts overeenkomst dienst diensten voorwaarden algemene_voorwaarden producten partijen partij
    parties party eula terms_of_service terms_of_use privacy_policy privacybeleid game games bijlage
    artikel de het een the a an all alle any every subject or to ondergetekende ondergetekenden
    undersigned as if and right feedback
    effective_date terms_and_conditions definities definitions begrippen
    """
)
# What a drafter calls itself who works alone.
MYSELF = ("ik", "mij")
# A proper name does not begin with one of these.
NOT_FIRST = words(
    """
    by in op via per bij your uw if use to for from all indien als door onder voor met
    """
)

SEATED = _either(
    r"kvk|kamer van koophandel|gevestigd|kantoorhoudende|handelsnaam|registered office",
    r"incorporated (?:in|under)",
)
DESCRIBED = _either(
    r"wederpartij|klant|koper|natuurlijke persoon|rechtspersoon|consument|afnemer|natural person|individual",
    "customer",
)

# How nouns for trades end, and for the houses in which they are carried on.
TRADES = _either(
    "school|club|vereniging|stichting|studio|salon|praktijk|cent(?:rum|re|er)|bureau|kantoor|winkel|shop",
    "bedrijf|onderneming|firma|hotel|pension|camping|park|haven|manege|stal|theater|museum|restaurant",
    "opvang|cr(?:e|è)che|kliniek|bank|garage|hoster|provider|organisatie|instituut|academie|rederij",
    "uitgeverij|drukkerij|bibliotheek|gemeente|universiteit|directie|bestuur|management|maatschappij",
    "(?:pension|salon|praktijk|stal|school|kennel|winkel|garage)houd(?:er|ster)|docent(?:e|en)?|lera(?:ar|res)",
    "leid(?:st)?er|instruct(?:eur|rice)|trainers?|coach(?:es)?|therapeute?|fotogra(?:af|fe)|schipper",
    "verhuur|verkoop|academy|agency|kennels?|cattery|nursery|surgery|clinic|association|society|company",
)

# A definition of a party begins with its head noun, after articles and adjectives only.
_BEFORE_HEAD = _either(
    "de|het|een|ieder|iedere|elk|elke|alle|onze|natuurlijk|natuurlijke|meerderjarige|zakelijke",
    "particuliere|of|en",
    "dan wel|a|an|any|the|each|every|all|our|natural|legal|juridical|private|individual|registered",
    "paying|or|and",
    r"and/or|en/of|\(?rechts\)?-?|[(/,-]",
)
_HEAD = _either(
    "persoon|personen|rechtspersoon|rechtspersonen|wederpartij|contractspartij|partij|degene|eenieder",
    "klant|koper",
    "afnemer|consument|ondernemer|onderneming|eenmanszaak|bedrijf|vennootschap|stichting|organisatie",
    "gebruiker",
    "opdrachtgever|leverancier|bezoeker|deelnemer|persons?|individuals?|entity|entities|compan(?:y|ies)",
    "part(?:y|ies)|customers?|users?|someone|anyone|business|organi[sz]ation|consumers?|people|players?",
)
_FINITE = _either(
    "may|can|shall|will|must|kan|kunnen|mag|mogen|zal|zullen|moet|moeten|is|are|zijn|heeft|hebben|have|has"
)
PERSON = rf"(?:(?:{_BEFORE_HEAD})\s?){{0,8}}(?:\(?rechts\)?-?)?(?:{_HEAD})\b(?!\s(?:{_FINITE})\b)"
# Somebody who provides, or whose terms these are.
SUPPLYING = _either(
    r"gebruiker van (?:de|deze|onderhavige)|aanbied(?:t|en)\b|lever(?:t|en)\b|verhuur(?:t|en)\b",
    r"verkoop(?:t|en)\b",
    r"handelsnaam|exploit(?:ant|eert)|kvk|kamer van koophandel|gevestigd|kantoorhoudende",
    r"ondernemer\b(?! die)",
    r"leverancier\b|provid(?:e|es|ing)\b|suppl(?:y|ies|ying)\b|offer(?:s|ing)\b|sell(?:s|ing)?\b",
    r"operat(?:es|or)\b",
    "registered (?:in|office|at)|incorporated|company number|limited liability",
)
# Somebody who takes, with whom the other party contracts.
TAKING = _either(
    "wederpartij|afneemt|afnemen|koopt|bestelt|inschrijft|aanmeldt|gebruik ?maakt|huurt|deelneemt|aangaat",
    r"sluit\b|aan wie|met wie|die met|voor wie|verstrekt aan|gesloten heeft|heeft gesloten|gesloten met",
    "opdracht (?:geeft|heeft)|natuurlijke persoon die|that (?:uses?|purchases?|buys?|orders)|to whom",
    "with whom",
    "who (?:uses?|purchases?|buys?|accesses|registers|completes|subscribes|orders|signs|accepts|has)",
    r"using\b|purchas|order(?:s|ing)\b|natural (?:or juridical )?person",
)
COMPANY_FORMS = _either(
    r"B\.?V\.?B\.?A\.?|B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|C\.V\.|S\.?A\.?R\.?L\.?|S\.L\.|S\.A\.|GmbH|AG|Inc\.?",
    r"Incorporated|Ltd\.?|Limited|LLC|L\.L\.C\.|LLP|PLC|Corp\.?|Corporation|Oy|AB|ApS|Pty",
)
