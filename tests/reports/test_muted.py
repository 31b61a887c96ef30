"""What was kept back, for who asks for it."""

from dataclasses import replace

from contract_lint.reports import RENDERERS, muted


def test_what_was_kept_back_stands_below_the_findings(dutch, english, unreadable, golden):
    golden("text-muted.txt", muted.render((dutch, english, unreadable)))


def test_nothing_kept_back_changes_nothing(dutch):
    plain = replace(dutch, muted=())
    assert muted.render((plain,)) == RENDERERS["text"]((plain,))


def test_long_words_are_cut(dutch):
    long = replace(dutch.muted[0], evidence=dutch.findings[0].evidence)
    whole = dutch.findings[0].evidence.sentence
    long = replace(long, evidence=replace(long.evidence, span=whole))
    told = " ".join(muted.render((replace(dutch, muted=(long,), findings=()),), width=200).split())
    assert ' …": ' in told
    assert len(told) < 260
