"""Dutch words that dividing a contract needs: abbreviations, frequent words, words of headings."""

from __future__ import annotations

from contract_lint.clauses.wordlist import words

# Always followed by more of the same sentence.
ABBREVIATIONS = words(
    """
    art artt afd al alg bijv bijz blz bv ca ca circa cf conf cq c.q c.q d.d dd d.i d.m.v d.w.z dhr
    dr drs ds eig fa fam fig gebr geb get h.o.d.n hfst i.c i.c.m i.g.v i.h.b i.h.k.v i.o.m i.p.v
    i.s.m i.t.t i.v.m ing inz ir jhr jkvr jr lic m.a.w m.b.t m.b.v m.i.v m.m.v m.u.v mej mevr mgr
    mld mln mr mw n.a.v nl no nos nr nrs o.a o.b.v o.g.v o.i.v o.l.v o.v.v onderdl p par pct pp
    prof red ref resp sr st str sub t.a.v t.b.v t.g.v t.h.v t.n.v t.o.v tel temp toel ts v.a v.d
    v.w.b vb vd vgl vlg vnl voorz w.o wnd z.g.a.n zgn zg z.i art.lid leden lit volg
    """
)

# May end a sentence too; the next word decides.
SOFT_ABBREVIATIONS = words(
    """
    a.s a.u.b b.v c.a c.s c.v e.a e.d e.v enz etc excl incl i.o i.o.v jl ll m.v min max n.o.t.k p.m n.v
    n.v.t p.a p.d p.j p.mnd p.p p.p.p.d p.st p.u p.w s.l s.v u.a v.o.f vof w.v.t.t.k z.o.z z.s.m zsm
    zn v.v l.g n.b b.t.w b.w b.a c.v.b.a e.e.a e.o afk ao d.d.t m.n m.e.r u
    """
)

# Frequent words: they tell the language and the start of a new sentence.
STOP_WORDS = words(
    """
    de het een en van ik te dat die in is niet zijn op aan met voor er maar om dan zou of wat mijn
    heb hebben heeft deze dit door ook tot bij uit wordt worden zal zullen kan kunnen mag mogen moet
    moeten dient dienen als indien wanneer naar over onder tegen na ons onze wij we u uw je jij jouw
    jullie hij zij haar hen hun geen alle elke ieder iedere enige enkel tenzij mits behoudens tevens
    echter alsmede dan dus omdat doordat daarvan hiervan waarvan waarop waarin waarvoor daarvoor
    hierdoor zoals volgens tijdens binnen buiten zonder vanaf sinds nadat voordat nog wel niets
    iemand men zich zelf welke wie hoe waar hier daar toen nu al gelden geldt klant klanten partij
    partijen overeenkomst voorwaarden artikel lid dienst diensten dagen maand maanden betaling
    opdrachtgever opdrachtnemer leverancier consument recht schade kosten
    """
)

# Words that begin a sentence, beyond the frequent ones.
STARTERS = words(
    """
    bovendien daarnaast hierbij hierna hieronder daarbij daartoe mocht betaling opzegging annulering
    zodra ingeval voorts verder eventuele dergelijke beide facturen prijzen genoemde ondanks
    ongeacht uitsluitend
    """
)

# A line with one of these is rather a sentence than a title.
VERBS = words(
    """
    is zijn wordt worden kan kunnen mag mogen moet moeten dient dienen zal zullen heeft hebben geldt
    gelden betaalt betalen gaat vindt komt krijgt bent ben verklaart verplicht verklaar blijft
    blijven behoudt
    """
)

ARTICLE_WORDS = ("artikel", "art", "sectie", "bepaling", "paragraaf", "punt")
CHAPTER_WORDS = ("hoofdstuk", "deel", "bijlage", "afdeling", "onderdeel", "aanhangsel")
LAW_WORDS = words("bw burgerlijk wet rv boek avg wetboek lid leden sub onder jo wvk bgb")

# A title may begin with one of these and have a verb.
ASKING = words("wie wat waar wanneer waarom waarvoor hoe hoeveel welke")
