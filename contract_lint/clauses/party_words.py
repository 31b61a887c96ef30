"""Words that tell which party a definition is about, in Dutch and English."""

from __future__ import annotations

# Names that are a role by themselves. "Gebruiker" is not: in Dutch terms it may be either party.
CUSTOMERS = frozenset(
    """
    klant klanten opdrachtgever koper afnemer consument huurder cliënt client deelnemer lid leden abonnee
    contractant wederpartij patiënt leerling cursist student gast reiziger bezoeker passagier verzekerde
    verzekeringnemer sporter kleinverbruiker aanvrager kredietnemer lener particulier opdrachtgeefster
    opdrachtgevers huurders
    customer customers buyer purchaser subscriber subscribers member members consumer tenant lessee renter
    licensee guest guests traveller traveler passenger participant user users end-user account_holder
    policyholder borrower patient player players hirer
    """.split()
)
SUPPLIERS = frozenset(
    """
    leverancier opdrachtnemer verkoper verhuurder ondernemer dienstverlener aanbieder verzekeraar organisator
    exploitant vervoerder aannemer installateur rijschool sportschool licentiegever kredietgever therapeut
    fotograaf webshop stallinghouder provider supplier seller vendor licensor landlord lessor contractor
    service_provider organizer organiser operator insurer lender carrier trader
    """.split()
)
# Never a name that a contract gives: other words of the lexicon, and things.
NOT_NAMES = frozenset(
    """
    we us our ours you your yours u uw wij we ons onze je jij jullie i me they it he she this these those that
    service services site sites website websites platform platforms app apps application applications software
    product products content terms agreement agreements policy account accounts overeenkomst dienst diensten
    voorwaarden algemene_voorwaarden producten partijen partij parties party eula terms_of_service terms_of_use
    privacy_policy privacybeleid game games bijlage artikel de het een the a an all alle any every subject
    apple google facebook twitter android ios internet mobile_app effective_date terms_and_conditions
    """.split()
)

# A definition of a party begins with one of these: its head noun, after articles and adjectives only.
PERSON = (
    r"(?:(?:de|het|een|ieder|iedere|elk|elke|alle|onze|natuurlijk|natuurlijke|meerderjarige|zakelijke|particuliere|of|en|dan wel|"
    r"a|an|any|the|each|every|all|our|natural|legal|juridical|private|individual|registered|paying|or|and|and/or|en/of|"
    r"\(?rechts\)?-?|[(/,-])\s?){0,8}(?:\(?rechts\)?-?)?"
    r"(?:persoon|personen|rechtspersoon|rechtspersonen|wederpartij|contractspartij|partij|degene|eenieder|klant|koper|afnemer|"
    r"consument|ondernemer|onderneming|eenmanszaak|bedrijf|vennootschap|stichting|organisatie|gebruiker|opdrachtgever|"
    r"leverancier|bezoeker|deelnemer|persons?|individuals?|entity|entities|compan(?:y|ies)|part(?:y|ies)|customers?|users?|"
    r"someone|anyone|business|organi[sz]ation|consumers?|people|players?)\b"
)
# Somebody who provides, or whose terms these are.
SUPPLYING = (
    r"gebruiker van (?:de|deze|onderhavige)|aanbied(?:t|en)\b|lever(?:t|en)\b|verhuur(?:t|en)\b|verkoop(?:t|en)\b|"
    r"handelsnaam|exploit(?:ant|eert)|kvk|kamer van koophandel|gevestigd|kantoorhoudende|ondernemer\b|leverancier\b|"
    r"provid(?:e|es|ing)\b|suppl(?:y|ies|ying)\b|offer(?:s|ing)\b|sell(?:s|ing)?\b|operat(?:es|or)\b|registered (?:in|office|at)|"
    r"incorporated|company number|limited liability"
)
# Somebody who takes, with whom the other party contracts.
TAKING = (
    r"wederpartij|afneemt|afnemen|koopt|bestelt|inschrijft|aanmeldt|gebruik ?maakt|huurt|deelneemt|aangaat|sluit\b|"
    r"aan wie|met wie|die met|voor wie|verstrekt aan|gesloten heeft|heeft gesloten|gesloten met|opdracht (?:geeft|heeft)|"
    r"natuurlijke persoon die|who (?:uses?|purchases?|buys?|accesses|registers|completes|subscribes|orders|signs|accepts|has)|"
    r"that (?:uses?|purchases?|buys?|orders)|using\b|purchas|order(?:s|ing)\b|to whom|with whom|natural (?:or juridical )?person"
)
COMPANY_FORMS = (
    r"B\.?V\.?B\.?A\.?|B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|C\.V\.|S\.?A\.?R\.?L\.?|S\.L\.|S\.A\.|GmbH|AG|Inc\.?|Incorporated|"
    r"Ltd\.?|Limited|LLC|L\.L\.C\.|LLP|PLC|Corp\.?|Corporation|Oy|AB|ApS|Pty"
)
