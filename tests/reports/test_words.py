"""Both languages have words for everything."""

from contract_lint.reports.words import WORDS


def test_every_label_has_words_in_every_language():
    assert WORDS["en"].keys() <= WORDS["nl"].keys()
