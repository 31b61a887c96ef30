"""English words that dividing a contract needs: abbreviations, frequent words, words of headings."""

from __future__ import annotations

from contract_lint.clauses.wordlist import words

# Always followed by more of the same sentence.
ABBREVIATIONS = words(
    """
    adm approx apr assn aug ave capt cf cl cls col dec dept dist dr e.g eg esp est ext feb fig figs
    gen gov hon i.e ie jan jul jun lt maj mar messrs mr mrs ms mt n.b no nos nov oct para paras pp
    pres prof pt rd ref rep rev sec sect secs sen sep sept sgt st subs supp tel v viz vol vs www ch
    art arts
    """
)

# May end a sentence too; the next word decides.
SOFT_ABBREVIATIONS = words(
    """
    a.m p.m a.k.a aka bros co corp etc et.al al inc jr l.l.c l.l.p l.p llc llp ltd plc s.a s.r.l
    s.p.a gmbh ag sr u.k u.s u.s.a u.s.c d.c n.y e.u ph.d esq b.v n.v oy ab ca incl excl min max
    """
)

# Frequent words: they tell the language and the start of a new sentence.
STOP_WORDS = words(
    """
    the of and to a in is that for it as was with be by on not he i this are or his from at which
    but have an had they you were their one all we can her has there been if more when will would
    who so no out up into your our us my its these those any may shall must should such other than
    then under upon unless until without within during between through about after before also only
    each every either neither both some do does did being how what where why because however whether
    while if herein hereof thereof agree use agreement terms services service party parties customer
    user account rights liability
    """
)

# Words that begin a sentence, beyond the frequent ones.
STARTERS = words(
    """
    please notwithstanding once subject further furthermore moreover additionally except accordingly
    nothing users members customers failure payment payments although provided nor
    """
)

# A line with one of these is rather a sentence than a title.
VERBS = words(
    """
    is are was were be been will shall may must can could should would has have had agree agrees
    agreed acknowledge applies apply means constitutes represents warrants grants
    """
)

ARTICLE_WORDS = ("article", "section", "clause", "paragraph")
CHAPTER_WORDS = ("chapter", "part", "annex", "appendix", "schedule", "exhibit", "addendum")
LAW_WORDS = words("of act code gdpr directive regulation usc cfr tfeu bgb")

# A title may begin with one of these and have a verb.
ASKING = words("who what where when why how which")
