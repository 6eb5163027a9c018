"""The small words of English, which say who does what in a clause."""

from __future__ import annotations

from .lexicon import lexicon

PREPOSITIONS = lexicon(
    """
    about above across after against along among around as at before behind below beneath beside besides
    between beyond by despite down during except for from in inside into like near of off on onto out
    outside over past per regarding since than through throughout to toward towards under until up upon
    via with within without due because
    """
)
DETERMINERS = lexicon(
    """
    a an the this that these those my our your his her its their every each any some no all both another
    one two three four five six seven eight nine ten most many several few such what which whose more
    """
)
CONJUNCTIONS = lexicon("and or but yet nor so plus then")
SUBORDINATORS = lexicon(
    """
    because although though while when whenever if since unless until whereas which who whom whose that
    where after before as than how why what whether once
    """
)
RELATIVES = lexicon("which who that whom whose")
BREAKS = lexicon(', ; : ( ) — " . ! ? … / •')
AUXILIARIES = lexicon(
    """
    am is are was were be been being 's 're 'm 've 'd 'll have has had having do does did doing done
    will would shall should can ca could may might must wo need needs needed ought to not n't going used
    able want wants wanted tend tends tended seem seems seemed appear appears appeared try tries tried
    continue continues continued start starts started begin begins began like likes liked keep keeps
    kept manage manages managed learn learned get gets got let lets cannot
    """
)
LINKING = lexicon(
    """
    am is are was were be been being 's 're 'm seem seems seemed seeming appear appears appeared become
    becomes became becoming get gets got getting grow grows grew look looks looked looking sound sounds
    sounded sounding feel feels felt feeling remain remains remained stay stays stayed act acts acted
    acting come comes came arrive arrived turn turns turned prove proves proved behave behaves behaved
    behaving keep keeps kept across off ai
    """
)
"""Verbs before a word that describes their subject; the last two end `comes across` and `comes off`."""
BEHAVING = lexicon(
    """
    act acts acted acting react reacts reacted reacting respond responds responded responding behave
    behaves behaved behaving speak speaks spoke speaking talk talks talked talking argue argues argued
    reply replies replied answer answers answered interrupt interrupts interrupted stand stands stood
    standing sit sits sat come comes came coming push pushes pushed step stepped respond laugh laughed
    shout shouted smile smiles smiled treat treats treated deal deals dealt handle handles handled work
    works worked write writes wrote communicate communicates communicated present presents presented
    negotiate negotiates negotiated push criticise criticised criticize criticized complain complained
    refuse refused
    """
)
"""Verbs before an adverb that says how somebody is: `reacted emotionally`."""
REPORTING = lexicon(
    """
    say says said tell tells told show shows showed prove proved find found see saw know knew think
    thought note noted report reported claim claimed write wrote notice noticed check checked ensure
    ensured make made mean meant feel felt believe believed hope hoped
    """
)
"""Verbs before a clause of its own: `told me the page never loads`."""
ASKING = lexicon(
    """
    ask asks asked tell tells told want wants wanted invite invited help helped get got push pushed
    convince convinced persuade persuaded allow allowed enable enabled expect expected let led lead
    brought bring train trained need needed remind reminded
    """
)
"""Verbs before somebody who is to do something: `asked the sponsor to step up`."""
REGARDING = lexicon(
    """
    see sees saw seen seeing regard regarded regards describe described describes perceive perceived
    perceives view viewed views know known knows experience experienced experiences label labelled
    labeled come comes came across off strike strikes struck read reads
    """
)
"""Verbs before `as` and a word that describes somebody."""
CALLING = lexicon(
    """
    find finds found consider considers considered call calls called think thinks thought make makes
    made see sees saw get gets got keep keeps kept perceive perceives perceived label labelled labeled
    deem deemed believe believed rate rated are is was were am be
    """
)
"""Verbs before somebody and a word that describes them: `found you aggressive`."""
DEGREES = lexicon(
    """
    too very so quite rather a an bit little more less often sometimes not n't never always somewhat
    overly as that just also still even really pretty most least such extremely equally simply fairly
    highly naturally generally usually typically clearly truly incredibly unnecessarily slightly way far
    much no already again almost basically particularly especially both either neither all perhaps maybe
    plain downright outright openly being to actually only always frequently consistently occasionally
    increasingly uncommonly unusually terribly awfully super hugely deeply genuinely
    """
)
"""Words between a verb and the word that describes."""
AFTERTHOUGHTS = lexicon(
    """
    today yesterday tomorrow last this next again then there here now sometimes often lately recently
    early late already enough about ones one these those at times overall too either instead afterwards
    though however when if that just as to with in on for from by of and or but yet while because so
    makes comes takes keeps means gets gives goes holds prevents affects slows hurts brings leaves
    allows lets wants clash becomes remains serves went came took made kept meant gave held brought left
    put let became got had said told sent not also right whenever after before during under where who
    which than unless until since although though even especially particularly only rather quickly fast
    puts turns explains annoys helps worries first is are was were be been
    being has have had do does did will would can could may might must
    shall should 's 're n't i you he she we they it me him her us them my our your his its their every
    each any some no all both the a an
    """
)
"""Words that are no noun a word before them could belong to."""

YOU = lexicon("you yourself yourselves ya")
YOUR = lexicon("your yours")
THIRD = {
    "f": (lexicon("she"), lexicon("her herself"), lexicon("her hers")),
    "m": (lexicon("he"), lexicon("him himself"), lexicon("his")),
    "n": (lexicon("they"), lexicon("them themself themselves"), lexicon("their theirs")),
}
"""Subject, object and possessive by the pronouns of a person."""
SELF = (lexicon("i"), lexicon("me myself"), lexicon("my mine"))
OTHER_PRONOUNS = lexicon(
    """
    i he she we they it this that these those there who which everyone everybody nobody anyone somebody
    someone everything nothing something none others people me him us them
    """
)
