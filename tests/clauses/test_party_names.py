"""The names that a contract gives to its parties, and the names that are none."""

import pytest

from contract_lint.clauses import divide
from contract_lint.documents import read
from contract_lint.model import Role

CUSTOMER, SUPPLIER = Role.CUSTOMER, Role.SUPPLIER
TEXTS = {
    "a counterparty": (
        "Artikel 1 Definities\n- Zeiler: de wederpartij van Bootje Varen.\n- Vaart: het water.",
        {"Zeiler": CUSTOMER, "Bootje Varen": SUPPLIER},
    ),
    "who takes the service": (
        "Artikel 1 Begrippen\nGebruiker: iedere natuurlijke persoon die een boot huurt.",
        {"Gebruiker": CUSTOMER},
    ),
    "whose terms these are": (
        "Artikel 1 Begrippen\nGebruiker: de gebruiker van deze algemene voorwaarden.",
        {"Gebruiker": SUPPLIER},
    ),
    "gebruiker of unclear role": ("Gebruiker betaalt de boot bij het begin van de dag.", {}),
    "a company with its seat": (
        "Artikel 1 Begrippen\n1.1 Verhuurder: Bootje Varen B.V., gevestigd te Sneek, KvK 12345678.\n"
        "1.2 Huurder: degene die een boot huurt.",
        {
            "Verhuurder": SUPPLIER,
            "Bootje Varen": SUPPLIER,
            "Bootje Varen B.V.": SUPPLIER,
            "Huurder": CUSTOMER,
        },
    ),
    "hierna": (
        "Deze regels zijn van Bootjeshuis, gevestigd te Sneek (hierna: “Bootjeshuis”). "
        "Zij gelden voor iedere klant (hierna te noemen: 'de Vaarder').",
        {"Bootjeshuis": SUPPLIER, "Vaarder": CUSTOMER},
    ),
    "verder te noemen": (
        "De ondergetekenden:\nVaartuig BV\ngevestigd te Sneek\nverder te noemen: ‘bootsman’",
        {"Vaartuig": SUPPLIER, "Vaartuig BV": SUPPLIER, "bootsman": SUPPLIER},
    ),
    "between two": (
        "Deze regels gelden voor alle overeenkomsten tussen Vaarschool Zeewind en de leerling.",
        {"Vaarschool Zeewind": SUPPLIER, "leerling": CUSTOMER},
    ),
    "a name in the title that acts": (
        "Algemene voorwaarden Bootje Varen\n\nBootje Varen is niet aansprakelijk voor natte kleren.",
        {"Bootje Varen": SUPPLIER},
    ),
    "a heading that is a defined term": (
        "Artikel 1 Definities\n1.1 Zeiler\nIedere persoon die een boot bij ons huurt voor een dag.",
        {"Zeiler": CUSTOMER},
    ),
    "means": (
        "1. Definitions\n“Skipper” means any person who uses a boat. “Dock” means a place for boats.",
        {"Skipper": CUSTOMER},
    ),
    "who provides": (
        "1. Definitions\n“Harbour” means the company that provides the boats.",
        {"Harbour": SUPPLIER},
    ),
    "we in brackets": (
        "Boats Afloat, Inc. (“Boats Afloat”, “we” or “us”) rents boats to skippers everywhere.",
        {"Boats Afloat": SUPPLIER, "Boats Afloat, Inc": SUPPLIER},
    ),
    "you in brackets": (
        "These terms are between us and the person who signs (“you” or the “Skipper”) on the quay.",
        {"Skipper": CUSTOMER},
    ),
    "by using": (
        "By using Floatly you agree to these terms. Floatly may change them. Floatly is not liable.",
        {"Floatly": SUPPLIER},
    ),
    "others on a platform": (
        "Floatly LLC (“Floatly” or “we”) is a market. “Seller” means a person who sells a boat.",
        {"Floatly": SUPPLIER, "Floatly LLC": SUPPLIER},
    ),
    "who reserves rights, behind its verb": (
        "Bij te weinig wind behoudt Bootje Varen zich het recht voor een tocht te verzetten.",
        {"Bootje Varen": SUPPLIER},
    ),
    "a trade that is not liable": (
        "De vaarschool is niet aansprakelijk voor natte kleren. De stuurman is niet aansprakelijk.",
        {"vaarschool": SUPPLIER},
    ),
    "a site": (
        "Daarnaast is bootjevaren.nl niet aansprakelijk voor wat anderen op het water doen.",
        {"bootjevaren.nl": SUPPLIER},
    ),
    "a noun that declares and indemnifies": (
        "De zeiler verklaart te kunnen zwemmen. De zeiler vrijwaart ons. De haven verklaart niets.",
        {"zeiler": CUSTOMER},
    ),
    "who works alone": (
        "Ik ben niet aansprakelijk voor natte kleren. Regent het, dan behoud ik mij het recht voor te gaan.",
        {"ik": SUPPLIER, "mij": SUPPLIER},
    ),
    "who signs": ("Ik verklaar dat ik kan zwemmen. Ik ben niet aansprakelijk voor het weer.", {}),
    "another's right": ("Daarnaast is de klant niet aansprakelijk, en is u het recht om te gaan gegund.", {}),
    "who is never liable, behind what denies it": (
        "In no event shall Boats Afloat be liable. Evenmin is Bootje Varen aansprakelijk voor de wind.",
        {"Boats Afloat": SUPPLIER, "Bootje Varen": SUPPLIER},
    ),
    "who reserves the right": (
        "The crew is friendly. The management reserves the right to change the boat.",
        {"management": SUPPLIER},
    ),
    "things": (
        "1. Definitions\n“Content” means text. “Service” means the renting. Boat: a vessel for persons.",
        {},
    ),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_a_contract_names_its_parties(text, expected):
    contract = divide(read(text.encode(), "terms.txt"))
    assert {party.name: party.role for party in contract.parties} == expected
    for party in contract.parties:
        assert contract.document.quote(party.span) == party.name


def test_a_table_of_definitions_names_its_parties():
    table = (
        "| Begrip | Betekenis |\n|---|---|\n| Zeiler | degene die een boot huurt |\n| Boot | een vaartuig |"
    )
    contract = divide(read(table.encode(), "terms.md"))
    assert [(party.name, party.role) for party in contract.parties] == [("Zeiler", CUSTOMER)]
