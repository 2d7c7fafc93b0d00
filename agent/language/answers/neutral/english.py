"""English words that claim nothing by themselves, whoever writes the answer: families of verbs, nouns and particles.

What a sentence claims with them (a number, a class, a sign, a place, a cause) is checked by its other words.
"""

from collections.abc import Iterator

VOWELS = "aeiou"
VERBS = """
record note state mention mark measure assess analyse analyze evaluate inspect review register log document label
categorise categorize map plot describe summarise summarize conclude deduce derive infer calculate compute total
reckon answer reply respond clarify specify indicate imply point refer relate denote represent express present
display provide supply deliver return yield output extract obtain consider regard treat view observe perceive
recognise recognize distinguish discern differentiate divide group merge combine join touch share rank come sit lie
hold leave start begin end add fall run range vary match amount reach depend rest base contribute speak talk claim
assert admit assume speculate guess suppose imagine believe think trust decide learn understand realise realize
remember wonder hope want need require ask name call title quote cite apply concern restrict allow permit let enable
prevent try attempt fail miss ignore skip contain differ turn work lead top count list translate convert pass print
read write report exist refuse decline support bear confirm suggest sort order place locate situate position overlap
align coincide stress emphasise emphasize repeat recall reflect matter fit suit deserve expect appear seem look feel
serve form check double-check cross-check investigate consult search warn caution flag raise issue discuss argue
introduce involve listen receive recommend react solve succeed seek assign discover conduct resort pretend wait
promise favour favor watch continue tend become happen occur rely trigger rotate tilt stay remain keep fill pick
prefer select advise propose invite aim intend mean judge vouch spell phrase word put bring carry exceed average
border span cross link tie approach accept draw store save load open send occupy rate scan handle process produce
generate separate split detail itemise itemize break
"""
"""Regular or not: forms with -s, -ed and -ing are known, too."""
IRREGULAR = """
came went sat lay lain held left began begun ended fell ran led meant spoke spoken said told thought known knew
understood understanding saw seen put brought kept felt found gave given took taken wrote written read drew drawn
chosen chose broke broken bore borne sent got gotten let met made did does done spelt spelled
"""
NOUNS = """
scene analysis analyses overlay method comparison observation record listing entry entries item line paragraph
statement wording phrase term context sense output attribute value metric statistic calculation arithmetic
computation rounding decimal digit approximation order magnitude ratio fraction proportion extent scale dimension
length angle rotation alignment registration channel band bit depth metadata datum grid edge border boundary
boundaries margin corner frame side view perspective snapshot capture shot timestamp moment gap window topic subject
issue caveat reservation disclaimer remark comment aspect way manner form sort kind level degree confidence
certainty uncertainty uncertainties description caption acquisition orthophoto tile raster layer product step
procedure process technique approach task query queries feedback response reply replies conclusion outcome verdict
indication clue hint proof guarantee assumption speculation conjecture theory theories idea option alternative
scenario possibility candidate likelihood risk chance threshold cutoff cut-off bound minimum maximum middle midpoint
average spectrum index indices formula definition category categories group set subset handful bunch batch rest
remainder bulk portion chunk sliver fringe place spot location area zone sector quadrant quarter axis axes direction
bearing orientation arrangement distribution layout ranking row position runner-up winner leader counterpart pair
colleague person individual reader writer human user someone somebody anyone anybody everyone one-off glance look
head-count headcount tally cumulative colour color true-colour greyscale 8-bit 16-bit integer float data dataset
archive attachment background expert layman respect regard regards favour hand mind eye word name title heading
section chapter column cell development plan paper papers authority authorities office records registry visit
ground-truth survey inquiry visitor occupant dweller inhabitant resident tenant owner builder neighbour purpose
function occupation speck care dot state neighbor example action decision minute hour second piece content knowledge
material concept copy fact error reference page selection introduction contrast chart instance sake behalf component
string existence difference difficulty contribution representation sequence exception script instruction logic
opinion belief principle awareness choice circumstance debate discussion argument impression message permission
phase practice reality situation stage scheme signal truth variety version sample sentence guide nature reason
presence absence detail foundation framework guess hypothesis inference insight interpretation meaning mistake
misunderstanding model network pattern precision prediction recommendation relation relationship requirement
restriction specification standpoint suspicion terminology tolerance trace viewpoint
"""
"""With their plurals in -s."""
PARTICLES = """
even though albeit despite notwithstanding unlike depending concerning considering given provided supposing assuming
granted mind nowhere anywhere near that said overall broadly basically essentially effectively literally merely
purely strictly solely precisely specifically particularly especially namely apparently really truly maybe
presumably conceivably likewise conversely meanwhile regardless anyway anyhow ok okay well alright once twice ever
always often sometimes usually normally generally typically ordinarily somehow somewhat pretty fairly hugely greatly
vastly massively enormously markedly noticeably wildly dramatically strongly heavily wholly entirely totally
absolutely alone ahead behind beside besides alongside apart away back forth onto via beyond plus minus times per
upon throughout rounded unrounded precise approximate raw plain bare mere sheer main chief principal primary
secondary cumulative joint combined respective single individual sole lone particular specific general usual normal
ordinary standard common actual real true false right wrong correct incorrect mistaken full total partial half-way
such certain sure unsure doubtful dubious questionable uncertain unclear plausible implausible credible conceivable
thinkable imaginable tentative speculative hypothetical provable proven unproven verifiable unverifiable detectable
undetectable visible invisible recognisable recognizable discernible distinguishable indistinguishable measurable
countable assessable readable legible quotable available unavailable obtainable missing absent present underlying
relevant irrelevant related unrelated additional extra further farther another similar different alike various
diverse several first-hand second-hand respectable decent good fine great bad best better worse worst high low
higher lower highest lowest lightly gently soft hard easy easily difficult quick quickly brief short simple simply
official officially formal formally informal technical technically numerically visually statistically mathematically
geometrically spatially ever-so roughly loosely crudely neither-nor whichever whatever whoever whenever wherever
however indeed hence thereby therefore thus accordingly consequently rather than instead altogether nonetheless
nevertheless nor yet still already soon later earlier afterwards beforehand now then next last finally lastly
firstly secondly thirdly first second third fourth fifth primarily chiefly largely predominantly partly partially
in-between two-way side-by-side at-a-glance please thanks sorry afraid happy glad pleased unfortunately regrettably
sadly luckily fortunately importantly notably interestingly frankly honestly admittedly arguably obviously evidently
clearly plainly naturally understandably otherwise else except excluding barring save including counting within
inside outside outright together eastward westward northward southward worth due according pursuant mine yours ours
theirs hers his her he she him us myself itself oneself themselves whose whom none both hey good-bye regards oh ah
hmm noted agreed understood exactly quite enough too again bottom top limited identical narrow refute patch land
dividing divided contradict contradicts much should going differently geodesically geodesic sums weekly knowing
minding must making getting giving saying yeah probably current recent important able become becomes became becoming
significant significantly definitely certainly eventually prior previously unless useful helpful plenty familiar
seriously reasonable reasonably relatively hopefully frequently practical practically personally ultimately shortly
lately ourselves carefully commonly occasionally equally constant constantly valid suitable sufficient sufficiently
ought whilst aware careful impossible interesting interested negative positive originally proper properly random
rarely seldom resulting subsequent subsequently unique universal vital wise written minded stated shown meant
so-called straight silent numeric textual visual consistent consistently coherent complete-looking unaware
applicable inconclusive conclusive self-explanatory straightforward cautious tentatively comparable comparably
proportional anymore whatsoever today tomorrow tonight day-to-day hand
"""


def _forms(verb: str) -> Iterator[str]:
    """Of a verb: itself, with -s, -ed and -ing."""
    stem = verb[:-1] if verb.endswith("e") else verb
    yield verb
    if verb.endswith("y") and verb[-2] not in VOWELS:
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied")
    else:
        yield from (f"{verb}es" if verb.endswith(("s", "x", "ch", "sh")) else f"{verb}s", f"{stem}ed")
    yield f"{stem}ing"
    if verb[-1] not in "aeiouwxy" and verb[-2] in VOWELS and verb[-3:-2] not in tuple(VOWELS):
        yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")


def _plurals(noun: str) -> Iterator[str]:
    yield from (noun, f"{noun}s")


TALKING = frozenset(
    """
yes no ok okay well quite really exactly precisely hugely much many far hold holds depend depends depending look
looks way ways put point question answer course sorry thanks thank glad happy go goes lead leads come comes terms term
resolution know tell say think see speaking sense fair good hard easy right wrong correct incorrect true indeed alas
sadly short simply simple plain plainly words word together rather never always nowhere near even though still yet
again here cut slice that's
it's isn't doesn't don't wouldn't won't i'm i'd i'll i've let me us please note mind remember bear differently fine sure
case cases matter matters count counted none came up afraid definitely certainly absolutely naturally
""".split()
)
"""Words of short sentences that only lead over from a question to an answer: "Not quite.", "That depends."."""
NEUTRAL = frozenset(
    [
        *(form for verb in VERBS.split() for form in _forms(verb)),
        *(form for noun in NOUNS.split() for form in _plurals(noun)),
        *IRREGULAR.split(),
        *PARTICLES.split(),
    ]
)
"""All of their forms."""
