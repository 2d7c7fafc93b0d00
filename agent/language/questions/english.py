"""What English questions ask for, by wording."""

from __future__ import annotations

from agent.language.questions.question_words import PixelWords, QuestionWords

ACTS = {
    "verify": r"(?<!did you )(?<!have you )verify\b|verification of (?:that|this|it|the numbers?)|re-?(?:comput|calculat)\w*|double[- ]?check (?:that|this|it|them|the|those|these)|(?:check|compute|calculate|count|measure) (?:that|this|it|them|those|these|the numbers?) (?:again|anew|another way)|second opinion|cross[- ]?check(?: \w+)?",
    "smallest_seen": r"(?:detection|visibility) (?:threshold|limit)|smallest (?:thing|object|change|house|building)s?(?: that)? you (?:can|could) (?:see|detect|find)|how small (?:can|could) (?:you|it)\b(?: \w+){0,3}|how (?:small|big|large) (?:can|could|would|must|does|do|should) (?:\w+ ){1,5}(?:have to be|need to be|be)\b(?: \w+){0,5}|(?:would|could|might|can) you (?:even |still )?(?:notice|spot|pick up|recogni[sz]e)(?: \w+){0,4}",
    "errors": r"could [^?.!]{0,40}\b(?:season\w*|light(?:ing)?|weather|shadows?)\b[^?.!]*|error rates?|(?:how often|how many(?: \w+)?) (?:do|would|did) you (?:miss|get wrong)(?: \w+){0,2}|(?:would|could|might|do) you miss(?: \w+){0,2}|false (?:alarms?|positives?)|(?:real(?: \w+)?|true) or (?:just )?(?:noise|artefacts?|shadows?)|(?:just|only|maybe) (?:a )?(?:shadows?|noise|seasonal|the season|clouds?|artefacts?)|seasonal|could (?:it|that|this) be (?:just |only )?\w+|(?:real(?: \w+)?|true|actual(?: \w+)?) or (?:is (?:it|that|this) )?(?:just |only |merely )?(?:the )?(?:light\w*|seasons?|angle|weather|sun|exposure|clouds?)|(?:just|only|merely) (?:the )?(?:light\w*|sun|exposure|seasons?|weather|angle)|(?:probability|likelihood|chances?|odds) that\b|how (?:accurate|precise|trustworthy)(?: \w+){0,4}|error (?:margin|bars?|bounds?)|margin of error|uncertaint(?:y|ies)|(?:can|should|could) i (?:trust|rely on)(?: \w+){0,3}",
    "method": r"(?:which|what) formula[^?.!]*|(?:outline to outline|edge to edge|centre to centre|center to center)(?: or [\w ]+)?|(?:which|what) (?:tool|method|algorithm|formula|model)s?(?: or \w+)?(?: (?:made|did|do|does|gave|was|is|are|were|produced|computed|calculated|measured)\b[^?.!]*)?|how (?:was|were|did you|do you) (?:that |this |it |they |the \w+ )?(?:get|measured?|computed?|calculated?|obtained?|worked? (?:it |that |this )?out|determined?|arrived? at)(?: (?:it|that|this|the \w+))?",
    "unknowable": r"(?:building |planning )?permits?\b|planning permission|(?:property )?tax(?:es)?\b|(?:market |property |resale )?values? of (?:the |these |those )?(?:house|home|building|propert|land)\w*|(?:how much|what) (?:is|are|was|were|would|will|does|did|do) (?:it|they|that|those|the \w+)(?: \w+){0,2} (?:cost|worth)|rebuild(?:ing)? costs?|what(?:'s| is) (?:it|that|this|the \w+) worth|(?:which|what) (?:village|town|city|street|address|country) (?:is|was|are)|(?:which|what|exact) (?:month|day)\b|weather\b|(?:which|what) (?:crops?|plants?|species) (?:grows?|grew|is|was|are|were|stood)|at (?:that|this|the same) (?:pace|speed)|if (?:\w+ ){1,4}continu\w+|by 20[3-9]\d|how many (?:apartments|flats|rooms|families|households|dwelling units)|(?:yet )?to come\b|planned|(?:got|get|gotten|become|became|made|been|any) (?:wider|taller|higher|narrower|longer)|widen\w*|renovat\w+|refurbish\w+|how (?:tall|high|deep|heavy)\b|(?:il)?legal(?:ly|ity)?|lawful\w*|against the law|who(?:se)? (?:\w+ ){0,2}(?:built|did|made|owns?|caused|demolished|responsible|to blame)|whose (?:fault|house|land)|who (?:is|was) (?:it|that|he|she|the \w+)|licen[cs]e[ds]?|passable|safe(?:ly)? to|hurt|injured|survivors?|should (?:i|we)\b|(?:good|bad) idea|predict\w*|forecast\w*|next year|in the future|tomorrow",
    "halves": r"(?:which|what) (?:half|side|end)(?=[\s?.!]*$)|(?:which|what) (?:half|side|part|end)(?: of \w+(?: \w+)?)? (?:has|changed|saw|shows?|got|is|was)(?: \w+){0,2}? ?(?:more|most)(?: change\w*)?",
    "compare": r"compar(?:e|ed|ison|ing)(?: (?:that|this|it|them|these|those))?(?: (?:with|to|and|against))?|(?:is|was|are|were) (?:that|it|this|they|these)(?= (?:more|less|bigger|larger|smaller|fewer) than)|versus|vs\.?",
    "mail": r"(?:e-?mail|mail|fax|whatsapp|text|send|forward|post)(?: (?:it|this|that|them|me|us|a copy|the \w+))*(?: to)?"
    r"(?: (?:me|us|my \w+|the \w+|him|her|them))?(?= by (?:e-?mail|mail|post)|[\s?.!]*$)|by e-?mail|e-?mail\w*",
    "print": r"print(?: (?:it|this|that|them|me|out))+|phone|ring (?:me|us|them|him|her)|call (?:me|us|the \w+)|upload\w*|tweet|publish"
    r"|share (?:it |this |that )?(?:with|on) \w+",
    "enough": r"never ?mind(?: that)?|(?:please )?stop(?: it)?(?=[\s?.!]*$)|(?:no|nothing)(?: thanks| else|,? that'?s (?:all|it))(?=[\s?.!]*$)|forget (?:it|that)(?=[\s?.!]*$)|cancel(?=[\s?.!]*$)",
    "thanks": r"thanks?(?: (?:a lot|so much|very much|for \w+))?|thank you(?: (?:so|very) much)?|thx|ty|cheers|great(?: job| work)?"
    r"|perfect|awesome|excellent|brilliant|nice(?: one| work)?|good (?:job|work)|well done|much appreciated|bye|goodbye"
    r"|that(?:'s| is| was) (?:all|it|great|helpful|perfect)",
    "hello": r"hi(?: there)?|hello(?: there)?|hey(?: there)?|(?:good )?(?:morning|afternoon|evening)|how are you(?: doing)?(?: today)?",
    "help": r"who are you|what are you(?=[\s?.!]*$)|help(?: me)?|what (?:can|could|do) you (?:do|offer)(?: for me)?|what (?:all )?can i ask(?: you)?"
    r"|how (?:do|does|can) (?:i|you|this|it) (?:work|use|ask)\w*(?: (?:this|it|you))?|what are your (?:abilities|functions|features)",
    "files": r"where(?:'s| is| are| can i find| did you (?:save|put|store)| do i find)? (?:the|my|that|those|these|it|all the|your)?"
    r" ?(?:files?|reports?|exports?|downloads?|documents?|geojson|pdf|table|outputs?|it saved|saved)"
    r"|(?:which|what) files(?: (?:do|have|did) (?:you|we|i)\b.*)?|(?:file ?(?:path|name)s?|download link|link to (?:it|the \w+))"
    r"|where (?:did|do|have) (?:you|i) (?:save|saved|put|store|stored|find) (?:it|them|that|the \w+)|list (?:the|my|all) files",
    "recap": r"(?:put|wrap|boil|sum) (?:the whole (?:thing|story)|it all|everything|all (?:this|that|of it))(?: \w+){0,2} (?:in|into|to) (?:one|two|three|four|five|a few|\d) (?:short )?sentences?|summar(?:y|i[sz]e)(?: (?:of )?(?:everything|all|it all|our \w+|this|that|the (?:conversation|findings|results|session)"
    r"|what (?:we|you) \w+(?: so far)?))?(?: so far)?|sum (?:it|everything|all|this|that) up|sum up\b.*|recap\w*|tl;?dr"
    r"|(?:what (?:did|have) (?:we|you|i) (?:find|found|learn|learned|see|seen)(?: out)?|everything) so far|overview of (?:everything|all)",
    "swap": r"(?:swap|switch|reverse|exchange|flip|turn)(?: (?:around|round|over))?(?: (?:the|these|both|my))?"
    r" (?:dates|images|pictures|order|pair|before and after|two(?: images| dates)?|it|them)(?: (?:around|round|over))?"
    r"|(?:the )?other way (?:a)?round|(?:wrong|mixed up|back to front) (?:order|dates)|(?:images|dates) are (?:swapped|reversed|mixed up)",
    "undo": r"(?:remove|drop|reset|clear|forget|lift|undo|cancel|without)(?: (?:all|the|that|this|any|my|these))*"
    r" (?:(?:probability|certainty|confidence|size|area|distance) )?(?:filters?|limits?|distances?|thresholds?|restrictions?|conditions?|minimum|size limit|cut-?off)s?|no (?:more )?(?:filters?|limits?)"
    r"|(?:all|every one|everything) of them(?: then| again| now)*(?=[\s?.!]*$)|(?:all|both|any) sizes|of any size|regardless of (?:size|their size)|unfiltered",
    "repeat": r"(?:say|tell me|give me|do) (?:that|it) again|again(?: please)?|repeat(?: (?:that|it|please))*|come again"
    r"|(?:what(?:'s| is| was)|whats) (?:the|your) (?:real|actual|true|correct|final|right|exact) (?:number|count|figure|answer|value|total)"
    r"|(?:real|actual|true|correct|final|exact) (?:number|count|figure|answer)s?",
    "doubt": r"how (?:sure|certain|confident|reliable)(?: are you| is (?:it|that|this))?(?: about| of)?|i (?:dis|don'?t )agree(?: with (?:that|you))?|are you (?:really |quite |absolutely )?(?:sure|certain|serious|kidding)(?: (?:about|of) (?:that|this|it))?|really"
    r"|is that (?:right|correct|true|really so)|(?:i )?(?:don'?t|do not) (?:believe|trust|think so)(?: (?:you|that|it|this))?"
    r"|i (?:doubt|question) (?:it|that|this)|that (?:can'?t|cannot|can not) be(?: right| true)?|that(?:'s| is) (?:wrong|not right|incorrect)"
    r"|you(?:'re| are) wrong|(?:sounds|seems|looks) (?:wrong|off|odd|too \w+|a lot|low|high)|check (?:that )?again|double[- ]check\w*"
    r"|no way|impossible",
    "confirm": r"(?:can you |could you |please )?confirm(?: that)?|verify(?: that)?|is it (?:true|correct|right)(?: that)?|correct|right"
    r"|i (?:think|believe|heard|read|counted|count|guess|suppose|see|can see)(?: that)?(?: there (?:is|are|were))?|i (?:count|counted|see) (?:about|around|roughly|some|nearly)|there (?:are|were|is) \w+,? (?:right|correct|no)"
    r"|isn'?t it|aren'?t (?:there|they)|so(?: there (?:are|were))?(?= (?:zero|no|none|nothing|\d+))|(?:the report|they|he|she|my \w+) (?:say|says|said|claims?|told me)(?: that)?",
    "when": r"(?:since |until )?when(?: (?:did|was|were|has|have|exactly))*(?! (?:was|were) (?:it|this|these|they|the \w+) taken)|how long ago|(?:in )?(?:what|which) (?:year|month)",
    "why": r"why|what caused(?: (?:it|this|that))?|reasons?|how come|what(?:'s| is) behind",
    "draw": r"(?:draw|mark(?:ed)?|highlight(?:ed)?|outlined?|plot|paint|visuali[sz]e|overlay|map)(?: (?:it|them|this|that|these|those|me|out))*"
    r"(?: (?:on|in|onto)(?: (?:a|the))? (?:map|picture|image|screen))?|(?:show|see|view)(?: (?:me|us))?(?: (?:it|them|where|this|that|these|those|to me|to us))*"
    r" (?:on|in)(?: (?:a|the))? (?:map|picture|image|screen)|(?:on|in) (?:a|the) map|show (?:me |us )?(?:a |the )?(?:map|picture|image|overlay)",
    "count": r"how many(?: (?:are|were|is|was) (?:there|it|they|that))?|(?:the )?(?:total )?(?:number|count|amount) of|count(?:ed|ing|s)?(?: up)?|quantity of|tally|(?:one|a single|just a|just the) (?:number|figure)\b",
    "list": r"list(?: (?:out|up))?(?: (?:them|those|these|it|all|of|me|each|every one))*|enumerate(?: them)?|name them"
    r"|which (?:ones?(?! (?:is|was) the)|are they|of them(?! (?:is|was) the)|buildings|houses|roads|objects)(?: (?:are|were) (?:they|those|it))?|what are they|one by one"
    r"|show (?:me |us )?(?:them|those|these|all of them|the list)(?: all)?|give (?:me |us )?(?:them|a list|the list|all of them)(?: all| of them)?"
    r"|(?:details|table) (?:of|for|on) (?:them|each|those|these)",
    "where": r"where(?:abouts)?(?: (?:exactly|is|are|was|were|did|do))?(?: (?:it|they|that|this|those|these))?|locat\w+(?: (?:of|them|it))?"
    r"|position\w*(?: of)?|coordinates(?: of)?|(?:in|on) which (?:part|side|corner|half)|whereabouts",
    "area": r"(?:total |changed |the |overall )*(?:surface )?areas?(?: (?:of|covered by))?|surface(?: of)?|footprints?|how (?:much|large|big) (?:an? |of )?(?:area|surface|ground|land|space)"
    r"|how (?:large|big)(?: (?:is|are|was|were))?|how much(?: is (?:that|it))?|size(?: of)?|extent(?: of)?|cover(?:s|ed|ing)? how much|how much is covered",
    "describe": r"what (?:do|can) (?:you|we|i|one) see|what (?:does|do) (?:it|this|the \w+(?: \w+)?) show|what(?:'s| is| has|s)? (?:changed|new|different|happened|going on|happening)(?: (?:here|there))?|what (?:are|is|were) the (?:changes?|differences?)"
    r"|describe(?: (?:it|this|that|the changes?|what \w+))*|any(?:thing)? (?:changed?|changes|different|happen\w*)|anything new|any new(?=[\s?.!]*$)|(?:did|has) (?:any|some)thing (?:change|changed|happen|happened)",
    "inspect": r"(?:well )?co-?regist\w+|overlap|the basics|metadata|bit depth|time span|(?:how (?:many|much) )?(?:months|years|days|time) (?:apart|between(?: (?:the|these|both|them)(?: \w+)?)?)|what (?:are|is) (?:these|this|the|those)(?: two)? (?:images?|pictures?|photos?|scenes?)(?: of)?|(?:ground |spatial |image )?resolution|how (?:sharp|fine|old) (?:is|are)|pixel size|crs|projection|coordinate system|epsg"
    r"|when (?:was|were) (?:it|this|these|they|the \w+) taken|(?:which|what) (?:dates?|sensor|satellite|bands?|years?)(?: (?:is|are|was|were|do) \w+)*|how (?:big|large) (?:is|are) the (?:images?|pictures?|scenes?)"
    r"|(?:is|are) (?:it|they|the images?|this|these) georeferenced",
    "limits": r"what (?:can|could|do) (?:you|not) (?:not|n't) (?:see|detect|find|tell)|what can'?t you (?:see|detect|find|tell)|(?:your|the) limit(?:s|ations)",
    "export": r"(?:export|save|download|write|store|output|dump|put(?! (?:up|in place)))(?:ed|ing)?(?: (?:it|that|this|them|those|these|me|all|everything|out|the (?:result|results|findings|buildings|changes|objects)))*"
    r"|(?:give|get|send|make|create|produce|generate|prepare|provide|need|want|have)(?: (?:me|us|it|that|this|them|those|these|a|an|the|out))*(?= (?:as |in |to |into )?(?:an? )?[\w -]{0,12}?\b(?:geo-?json|kml|kmz|shape-?files?|shp|excel|xlsx?|csv|spreadsheet|geo-?tiff?|gpkg|geopackage|pdf|png|html|report|google earth)\b)",
}
"""Acts, the ones that could be taken for others first."""

STATISTICS = {
    "mean_area": r"(?:on )?average(?: (?:size|area|footprint|surface))?(?: of)?|(?<!i )(?<!you )(?<!it )mean(?: (?:size|area|footprint))?(?: of)?|avg\.?(?: (?:size|area))?|typical(?: size)?|typically",
    "median_area": r"median(?: (?:size|area|footprint))?(?: of)?",
    "total_area": r"total(?= and\b)|total (?:area|size|surface|footprint|ground)(?: of)?|(?:area|size|surface) (?:in total|altogether|together)|sum of (?:the |all |their )?(?:areas?|sizes?)",
    "density": r"per acre|per square mile|(?:per|an?|each|every|/) ?(?:ha|hectare|km2|km²|sq(?:uare)?\.? ?km|square kilomet(?:re|er)s?|acre)|denser|densest|densit(?:y|ies)(?: of)?|how dense(?:ly)?",
    "yearly": r"(?:yearly|annual) (?:rate|average|loss|gain|change)s?|rate(?: of (?:\w+ )?(?:loss|change|gain))? (?:per|a) year|ha ?/ ?(?:yr|year|a)|(?:per|a|each|every) year|yearly|annual(?:ly)?|/ ?yr|/ ?year|per annum",
    "length": r"(?:total |combined |overall )*lengths?(?: (?:in total|altogether))?(?: of)?|how (?:long|many (?:kilomet(?:re|er)s|km|met(?:re|er)s|miles))(?: (?:is|are|was|were))?",
    "perimeter": r"perimeters?(?: of)?|circumference(?: of)?|outline length(?: of)?",
    "spacing": r"how far (?:is|are)(?= the (?:nearest|closest|next|largest|biggest))|(?:and )?how far (?:apart|away) (?:is|are|do|does)|(?:what(?:'s| is) the )?distance (?:of|from|between|to)|how far (?:is|are)(?: (?:it|that|they|this))?(?: away)?(?= from| \x00)|(?:distance|gap|space|spacing)s? (?:between|from one to (?:the next|another))(?: (?:them|each other|neighbou?rs|the \w+|\w+))?|how far apart(?: (?:are|do))?|how close(?: together)?(?: (?:are|do))?|nearest neighbou?r(?: distance)?",
}
"""Numbers about many objects."""

ORDERS = {
    "largest": r"(?:heaviest|worst|largest|biggest|longest|greatest|main|huge|huge?st|widest)",
    "smallest": r"(?:smallest|tiniest|littlest|least large)",
    "surest": r"(?:most|highest|surest)[ -](?:sure|certain|probable|likely|confiden\w+|reliable)",
    "unsurest": r"most (?:uncertain|unsure|doubtful|questionable|dubious)|(?:least|lowest)[ -](?:sure|certain|probable|likely|confiden\w+|reliable)|most doubtful|shakiest|unsurest",
}

COVERS = {
    "burnt": r"burn(?:t|ed|ing|s)?(?: (?:area|ground|land))?(?! (?:ratio|index|severity))|(?:wild|bush|forest )?fires?|scorched|charred|blaze",
    "water": r"(?:the )?sea(?! level)|coast(?:line)?s?|shore(?:line)?s?|beach(?:es)?|water(?: (?:surface|body|bodies|area|level))?|lakes?|ponds?|rivers?|canals?|streams?|creeks?|reservoirs?|lagoons?|flood\w*|inundat\w*|wet(?:ter)? (?:area|ground)",
    "trees": r"trees?|(?:tree |timber |forest )stands?|stands? of (?:trees|timber|\w+s)|timber|forests?|woods?|woodlands?|wooded|tree cover|canopy|deforest\w*|reforest\w*|afforest\w*",
    "vegetation": r"vegetation|land (?:is |was |has |been |being )*clear\w*|cleared (?:land|area|ground)|clearings?|clear-?cuts?|crop ?lands?|arable(?: land)?|orchards?|vineyards?|green(?:ery|ness|er)?(?: (?:area|space|cover)s?)?|plants?|grass(?:land)?|meadows?|crops?|(?<!football )(?<!soccer )fields?|pastures?|farmland|farms?",
    "snow": r"snow(?: cover)?|ice|glaciers?",
    "built": r"sealed(?: (?:ground|surface)s?)?|impervious(?: \w+)?|urban\w*|concrete",
    "bare": r"bare (?:ground|soil|land)|soil|sand|desert",
}
"""Land cover, by what the tools call it."""

WAYS = {
    "loss": r"less|shr[aiu]nk\w*|los[est]+|losing|loss(?:es)?|fewer|smaller|decreas\w*|declin\w*|drop\w*|f[ae]ll(?:s|en|ing)?|reced\w*|dr(?:y|ied|ier|ying)(?: (?:up|out))?"
    r"|disappear\w*|vanish\w*|cut(?: down)?|clear(?:ed|ing|ings|-?cuts?)?|clear-?cut\w*|fell(?:ed|ing)|logg(?:ed|ing)|chopped(?: down)?|gone|destroyed|removed|retreat\w*|deforest\w*",
    "gain": r"more|back|gr[eo]w(?:n|s|ing|th)?|gain(?:s|ed)?|increas\w*|expand\w*|expansion|larger|bigger|rise[ns]?|rose|spread(?:ing)?|planted|new|higher|flooded|inundated|reforest\w*|afforest\w*|greener",
}
"""Directions of change of land."""

GONE = (
    r"demolish\w*|demolition|torn down|tear(?:ing)? down|knock(?:ed|ing)?(?: (?:\w+ ){0,2}down)?|bulldozed|razed|remov(?:ed|al|e(?! (?:the|any|all|those|everything|anything)\b))|disappear\w*|vanish\w*|destroy\w*"
    r"|destruction|gone(?! up)|lost|missing|lef?t standing|came down|come down|cut down|pulled down|taken down|dismantl\w+|flattened|wiped out"
)
CAME = r"new(?:ly)?(?: built)?|(?:weren't|wasn't|were not|was not|not) (?:yet )?(?:there|here|on the first image|in the first image) (?:before|earlier|yet)|present in the (?:second|later|new|latest)(?: \w+)?(?: (?:and|but) (?:absent|missing|not)[^.?!,;]*)?|(?:absent|missing) (?:in|from) the (?:first|earlier|old)|(?:did(?:n't| not)) exist(?: yet| before)?|appear\w*|buil[dt](?!-)(?:ing(?= work))?|constructed|erected|added|emerged|(?:went|gone|going|goes?) up|put up|c[ao]me up|spr[aiu]ng up|shot up|popped up|mushroomed|grew|grown|growth|expand(?:ed|s|ing)?|develop(?:ed|ment)"

WORDS = {
    "original": r"(?:the )?original order|(?:go |put it |swap |switch )?back to (?:the )?(?:original|normal|first)(?: order)?|(?:swap|switch)(?:ed)? (?:it |them )?back",
    "meaning": r"difference between (?:changed|new|appeared)\b.*|what (?:do|does|did) (?:you|that|it|this|\w+) mean(?: by .*)?",
    "became": r"bec[ao]me|turn(?:ed|s)? (?:in)?to|(?:been |was |were )?replaced(?: (?:it|them|by|with))?|(?:is|was|stands?|grows?) there (?:now|instead)|there now(?: instead)?|now there|in (?:its|their) place|took (?:its|their) place|what (?:is|was) (?:it|there) (?:now|instead)|instead(?= *[?.!]*$)|make room|made room|had to (?:go|make way)|have to go",
    "built": r"built|buil(?:d|ding) work|constructed|erected|demolish\w*|demolition|torn down|razed|bulldozed|knocked down",
    "refers": r"them|they|those|these|it|that|this|ones?|its|their|theirs|same|of which|the rest|each",
    "only": r"(?:i )?(?:only |just )?(?:care|am interested|'m interested|interested) (?:about|in)(?: (?:is|are))?|only|just|solely|exclusively|limit(?:ed)? (?:it |that |this )?to|restrict(?:ed)? to|filter(?: (?:by|for|to|out))?|include|keep|consider|show only",
    "corrects": r"(?:no,? )?(?:i|we) (?:meant|mean|wanted|asked (?:for|about)|was asking about)|not (?:that|those|this)|instead|rather|i said|wrong (?:one|class)",
    "sure_only": r"(?:only|just|keep|but) (?:the )?(?:(?:ones?|those|objects?|detections?|buildings?|houses) )?(?:(?:that |which )?you(?:'d| would|'re| are)? (?:\w+ ){0,2}?)?(?:reasonably |fairly |really |very |quite |most )?(?:sure|certain|confident|reliable|trustworthy|high[- ]confidence)(?! (?:of|about|how|whether))\b|(?:drop|skip|ignore|leave out|without|exclud\w+|remove|filter out) (?:all |any )?(?:the )?(?:unsure|uncertain|doubtful|low[- ](?:confidence|probability|certainty)|unreliable|shaky|questionable)\b",
    "discards": r"(?:leave|left|leaving|take|taking|throw|filter|kick)(?: \w+){0,2} out\b|(?:do not|don'?t|does not|doesn'?t|did not|didn'?t|are not|aren'?t|is not|isn'?t|not|never) (?:really |even |be )?(?:want|count|counted|need|care|include|included|map|mapped|matter|interest|interested|interesting|relevant|covered|insured|bother|apply|qualify)\w*|(?:ignore|drop|skip|exclude|remove|discard|forget) (?:those|them|these|it)\b|(?:without|except) (?:those|them|these)\b|(?:is|are) (?:just |only |mostly |probably |all )?(?:noise|rubbish|clutter|irrelevant|excluded|out of scope)",
    "forgets": r"(?:ditch(?= (?:everything|anything|all|any|those|the (?:ones|small|rest)))|apart from|other than|besides|forget|ignore|remove(?= (?:the|any|all|those|everything|anything)\b)|take out|throw out|discard|filter out|leave|drop|skip|never ?mind|without|except|excluding|not|no more|exclude)(?: (?:out|about|counting|the|any|all|those|of))*",
    "goes_on": r"and|also|then|so|ok(?:ay)?|now|but|what about|how about|what if|as well|too|again|plus|well|alright",
    "all": r"all(?: of (?:them|it))?|every(?:thing)?|each|any|both|total|altogether|in total|in all|overall|combined|whole",
    "big": r"(?:the )?(?:big|large|bigger|larger)(?: ones)?",
    "small": r"(?:the )?(?:small|little|tiny)(?: ones)?",
    "stands": r"(?:stood|existed|were|was)(?: there)? before|(?:the )?number before|in total|altogether|existing|stand(?:ing)?|stood|existed|in all",
    "none": r"zero|none|no(?= (?:house|building|road|object|change|new))|nothing|nil",
    "thing": r"object|number|no\.?|nr\.?|place|region|#",
    "look": r"zoom\w*(?: (?:in|to|on|into))*|go to|fly to|look at|open|details?|tell me (?:more )?about|what about|centre on|center on|show(?: me)?",
    "middle": r"middle|cent(?:re|er)|central",
}
"""Words that carry a question on."""

AUXILIARY = r"(?:did|do|does|is|are|was|were|has|have|had|can you see|could you see|any|is there|are there|were there|was there|isn'?t|aren'?t|weren'?t|didn'?t|hasn'?t)\b"
"""What a question begins with that is answered yes or no."""

LEAST = r"(?:no (?:smaller|less|fewer)|not (?:below|under|smaller|less)|(?<!no )(?<!not )(?:larger|bigger|greater|more|wider|over|above)|exceed(?:s|ing)?|at least|minimum(?: (?:size|area))?(?: of)?|min\.?|from|upwards? of|>=?|≥|beyond|past)"
MOST = r"(?:no (?:larger|bigger|more)|not (?:above|over|more|larger)|(?<!no )(?<!not )(?:smaller|less|lower|fewer|below|under)|beneath|at most|up to|maximum(?: (?:size|area))?(?: of)?|max\.?|<=?|≤|within)"
THAN = r"(?: (?:than|of|about|roughly|approximately|around|an?|in size))*"
AND_UP = (
    r"(?:\+|or (?:more|larger|bigger|above|over|up)|and (?:up|above|over|larger|bigger|more)|upwards?|plus|minimum|min)"
)
AND_DOWN = r"(?:or (?:less|smaller|below|under)|and (?:below|under|smaller|down)|maximum|max)"
SURE = r"(?:sure|certain(?:ty)?|confident|confidence|probab\w+|likel\w+|reliab\w+|certainty)"

STOP = (
    "threshold thresholds condition conditions even low continued committee nw ne sw se anywhere spot gis smallest probability probabilities likelihood exposed net patches patch anybody terms valley honestly figures maybe eat dark strip bank banks affected committee sentence sentences sheet claim assume suppose took went separate separately urgent desk morning southeast southwest northeast northwest january february march april june july august september october november december way ways look looks looking looked seem seems seemed appears side under underneath above below behind front near nearby"
    " inspection writing piece article report client boss office planning insurer insurance student teacher forester"
    " planner analyst engineer working project study survey team meeting evidence summer winter spring autumn fall figure"
    " figures guess suppose wonder wondering curious interested check checking sure certain thinking trying able"
    " sit sits leaving remain remains remaining itself single lol alredy abt pic pics file asked ask wanted yo em n gimme mostly ur whats mainly hmm hm um thx thanks fyi btw tell mean meant cheers council overview quickly please actually honestly correct indeed plain english else got getting going doing done"
    " three four five six seven eight nine ten"
    "a an the of in on at to for from by with about into onto over is are was were be been being am do does did has have had having can could"
    " will would should shall may might must i you we he she us me my your our there here and or but if then so please pls plz kindly"
    " just only also too well very really quite exactly roughly approximately around much many some any every each all both between"
    " image images picture pictures photo photos scene scenes pair pairs area map result results change changes changed changing different"
    " difference date dates before after than as like tell give show find get let see look need want know say make take put go"
    " what which who whom whose when how this that these those it its them they their one ones thing things what's whats it's that's i'm i'd"
    " don't doesn't isn't total altogether overall together number count size big large small ok okay yes no not hey sorry actually basically"
    " maybe perhaps still already yet now new old again more less most least same other another first second happen happened"
    " appear appeared place places part parts two youre you're u ur im ive dont re ve s t d ll m vs per because else main find found lie lies lying"
    " later earlier up down out off down there's where wheres whats hows counts visible during since until while within without inside outside"
    " square metres meters metre meter detect detected detection seen object objects think believe possible possibly help time year years"
    " ground cover covers covered covering taken take good right left question answer answers ask work works come came use used using kind type types sort"
    " far long high low full half third quarter side sides top bottom middle corner edge end start begin min max least most information info details"
    " nearest closest next earth became become becomes turned into wait hold today yesterday want wanted try bit lot lots quick quickly simple simply short shortly brief briefly word words sentence one-line line nothing anything something everything nothin add adds"
)
"""Words that carry no meaning of their own for a plan."""

NEAR = {
    "nearest": (r"(?:closest|nearest) to <art><to>",),
    "farthest": (r"(?:farthest|furthest)(?: away)? from <art><to>",),
    "beyond": (
        r"(?:not|n't|no(?:thin[g']?|ne)?(?: (?:other|else))?) (?:with)?in(?: a radius of)? <n> (?:of|from|to|around) <art><to>",
        r"no (?:other |new |changed )*<to>(?: \w+)? (?:within|closer than|in|nearer than)(?: a radius of)? <n>",
        r"nothin[g']?(?: else)?(?: \w+)? (?:within|closer than|nearer than)(?: a radius of)? <n>",
        r"(?:more than|over|farther than|further than|at least|beyond|outside|greater than) <n>(?: away)? (?:from|to|around) <art><to>",
        r"(?:farther|further|beyond|outside)(?: than)? <n> of <art><to>",
    ),
    "within": (
        r"(?:(?:with)?in|closer than|nearer than|inside|(?:with)?in a (?:radius|distance|buffer) of)(?: a)? <n>(?: (?:radius|distance|buffer))?(?: away)? (?:of|from|to|around) <art><to>",
        r"(?:less than|at most|(?:no|not) (?:more|farther|further) than|up to|under) <n>(?: away)? (?:from|to|around) <art><to>",
    ),
    "beside": (r"(?:near(?:by)?(?: to)?|close to|next to|along(?:side)?|beside|adjacent to|around) <art><to>",),
}
ARTICLES = (
    r"(?:(?:the|a|an|any|some|that|this|those|these|all|which|another) )?(?:(?:new|changed|nearest|closest|other) )?"
)

CUES = {
    "zone_effect": r"\b(?:where|which (?:\w+ )?(?:zones?|places?|areas?|villages?|districts?|parcels?|communities))\b[^?.!]{0,60}\b(?:most effective|work(?:ed|s)? best|(?:largest|biggest|greatest|strongest) effects?|help(?:ed)? (?:the )?most)\b|\bheterogen\w+ (?:treatment )?effects?\b|\btreatment effects?\b|\beffects? (?:by|over|across|per) (?:the )?zones?\b|\bwhere did (?:the |this |that )?(?:\w+ )?(?:programme|program|intervention|policy|treatment) (?:work|help)\b",
    "adjusted": r"\b(?:error|bias)[- ](?:adjusted|corrected)\b|\b(?:adjusted|corrected) areas?\b|\b(?:user|producer)['’]?s['’]? accurac(?:y|ies)\b|\bconfusion matrix\b|\bolofsson\b|\b(?:labelled|labeled) (?:sample|points)\b|\bassessed areas?\b",
    "map_accuracy": r"\bhow (?:accurate|good|right|reliable) (?:is|are|was|were) (?:this|the|that|your|these|those) (?:\w+ )?(?:maps?|areas?|results?)\b|\boverall accuracy\b|\baccuracy of (?:this|the|that) (?:\w+ )?map\b|\bstandard errors? of\b",
    "parcels": r"\b(?:parcels?|cadastral units?|(?:my|our) (?:fields?|plots?))\b",
    "ranked": r"\b(?:which|list|rank|name|show|most|largest|worst|how many)\b",
    "single_trees": r"\bhow many (?:\w+ )?trees\b|\bnumber of (?:\w+ )?trees\b",
    "this_place": r"\b(?:in|of|for|within|across|around) (?:this|the|our|that|my) (?:\w+ )?(?:district|area|quarter|ward|plot|neighbou?rhood)\b",
    "one_by_one": r"(?:^\W*|(?<=[.?!] ))(?:(?:please|can you|could you) )?(?:which|list|name|state)\b|^\W*(?:(?:please|can you|could you) )?show\b",
    "clearing": r"\b(?:clearings?|clear-?cuts?|felled|logged)\b",
    "several": r"\b(?:are|were) (?:the )?(?:\w+ )?(?:largest|biggest)|(?:largest|biggest) \w+s\b",
    "patches": r"\b(?:patch(?:es)?|clearings?|clear-?cuts?|pieces?|stands?|spots?|blotch\w*|fragments?|polygons?|scattered|(?:one|single|several|separate) blocks?)\b",
    "thirds": r"(?:upper|lower|middle|top|bottom|left|right|north\w*|south\w*|east\w*|west\w*|outer) (?:third|fifth|tenth|two thirds)s?",
    "or": r"or",
    "counted": r"how many (?:of them|houses|buildings|roads)",
    "hit": r"affected|hit|touched|chang\w+",
    "true": r"(?:is|are|was|would) (?:that|this|it|he|she|they) (?:really |actually )?(?:true|right|correct|so)|true or (?:false|not)|can you confirm|correct\?|right\?",
    "every": r"all|every|each",
    "quarters": r"(?:which|what|by|per|each|every|the four) (?:quarter|quadrant|corner)s?(?! (?:of|in) (?:19|20)\d\d)|nw,? ne,? sw,? (?:and )?se",
    "regrown": r"(?:grow|grew|grown|growing)(?: \w+)? back|regr[eo]w\w*|regrowth",
    "gross": r"any\b[^?.!]*\b(?:lost|gained|cleared|cut|felled|removed|planted|destroyed)|appear\w*|disappear\w*|fill\w* in|gr(?:ow|ew|own|owing) back|regr[eo]w\w*|cleared|felled|logged",
    "flood": r"flood\w*|inundat\w*",
    "share": r"(?:share|percent(?:age)?|per ?cent|fraction|proportion|%) (?:of the|is (?:that|it|this)|was)|as (?:a |an? )?(?:share|percentage|per ?cent|fraction)|in (?:per ?cent|percent\w*)",
    "map_too": r"(?:and|plus|with|,)(?: \w+){0,3} (?:map|picture|image)\b",
    "whole": r"(?:whole|entire|full|complete) (?:image|picture|scene|area|map|site|place)|everywhere|overall",
    "scene": r"(?:what|which|how (?:much|large|big|many)(?: \w+)?)(?: an?)? (?:area|ground|land|acres|hectares|surface) (?:did you (?:look at|cover|analy[sz]e|check|examine)\w*|(?:does|do) (?:the|this|these|it|your)(?: \w+)? (?:cover|show)\w*|was (?:covered|analy[sz]ed|looked at))|how (?:large|big) is the (?:area|site|scene|image|picture)(?: (?:covered|shown|in total|altogether))?(?=[\s?.!,]*(?:$|in\b))|(?:area|size) of the (?:whole |entire )?(?:image|scene|picture|site)",
    "still_there": r"still (?:there|standing|exists?|here|present|around)",
    "unsure": r"flood\w*|inundat\w*|wider|widened",
    "came_from": r"(?:was|were) there (?:already )?(?:an? |any )?\w+ (?:on|at|in|there)(?: \w+){0,4} (?:before|earlier|previously|first|old)|what (?:was|were|stood|existed|had been|used to (?:be|stand))(?: \w+){0,3} (?:before|there|previously|beforehand)|what (?:did|have|has) (?:(?:the|these|those) )?(?:new )?\w+ replaced?|(?:on )?what (?:kind|sort|type) of (?:ground|land) (?:were|was|are|did)|what was(?: \w+)? built (?:on|over)|built on top of what|what (?:did it|did this|did the \w+) look like before",
    "next": r"nearest|closest|next",
    "both": r"both|(?:the|those|these) two|them",
    "sized": r"bigger|larger|smaller",
    "either": r"(?:more|gain\w*|grow\w*|grew|greener|bigger|larger|increas\w+|better) or (?:less|los\w+|shr[aiu]nk\w*|smaller|fewer|decreas\w+|worse)|(?:less|los\w+|shr[aiu]nk\w*|smaller|decreas\w+|worse) or (?:more|gain\w*|gr[eo]w\w*|bigger|larger|increas\w+|better)|(?:new|moved) or\b|(?:more|bigger|larger)\b[^?.!,]* or (?:less|fewer|smaller)|(?:less|fewer|smaller)\b[^?.!,]* or (?:more|bigger|larger)|or (?:rather|has|have|is|are|was|were|did|does)(?! (?:not|no)\b)",
    "not_only": r"not (?:only|just)",
    "taken": r"(?:was|were|are|is) (?:\w+ ){0,4}taken|what dates?|which dates?|dates? of the",
    "changes": r"the change(?!s? of)|which changes?|(?:list|show)(?: me| us)? (?:only )?(?:the |all |all the )?changes|(?:largest|biggest|smallest) changes?|(?:all|any|every) (?:the )?changes?|changes (?:altogether|in total|overall)|how many changes",
    "together": r"together|combined|altogether|(?:taken )?as a whole|in (?:total|sum)|add(?:s|ed|ing)? up|sum(?:s|med)? up|(?:total|overall|whole) (?:built |new |changed )?(?:area|ground|surface|footprint|size)|^\W*(?:do|does|did|have|has) (?!any\b)[^?.!]{0,40}\b(?:cover(?:s|ed)?|occup(?:y|ies|ied)|take up|taken up)\b",
    "from_to": r"(?:transitions?|change|from-to|land cover) (?:matrix|table)|\bmatrix\b|from-to",
    "into": r"(?:lost|turned|converted|changed|went|gone|gave way|made way|sacrificed|cleared|transformed) (?:in)?(?:to|for)|became|replaced (?:by|with)|built over|paved over|went up on|(?:built|erected) on",
    "by_zone": r"(?:zone|parcel|district|polygon|plot|ward|municipalit|neighbou?rhood|block|compartment|sector|zonal)\w*",
    "against": r"(?:is|was|are|were) (?:that|it|this|they|these|those)(?: \w+)? (?:(?:more|less|bigger|larger|smaller) or )?(?:more|less|bigger|larger|smaller|over|under|above|below)",
    "rest": r"leav(?:e|ing) (?:those|them|these) out|(?:without|excluding|except) (?:those|them|these)|the (?:rest|others)|left out",
    "less": r"smaller|less|fewer",
    "balance": r"(?:the |a )?net (?:number|change|gain|loss|balance|increase|difference|growth|total|of)|(?:do|what'?s|what is|just|in) (?:the )?net\b|on balance|(?:more|fewer|less)\b[^?.!]*(?:than (?:before|then|in \d{4})|\b(?:more|fewer|less)\b)",
    "stood": r"(?:stood|existed|were|was)(?: there)? before|number before",
    "drier": r"drier|dryer|wetter|moister|more humid",
    "which_way": r"direction|which (?:part|side|direction)",
    "most": r"concentrat\w*|cluster(?:ed)?|most(?:ly)?",
    "them": r"them|em|those|these|they",
    "denied": r"not",
    "nothing": r"nothing|not (?:a|one) single|not one\b|none of|(?:there (?:was|were|is|are|have been|has been)|has|have|had|saw|sees?|with|that|so) (?:been )?no (?!one\b|longer\b|more than\b|less than\b|fewer than\b|idea\b|doubt\b)|^no (?:new |old |more )?(?:house|building|road|tree|forest|wood|water|change)\w*",
    "all_ground": r"changed (?:area|ground|surface)",
    "share_of": r"(?:shares?|percent(?:age)?|per ?cent|fraction|proportion|%) of(?! (?:the |this |that |my |whole |entire |total |valid |our )*(?:images?|area|scene|picture|ground|land|site|map|surface|photo|aoi|district|town|city|village|valley|forest|water|lake|field|it)\b)",
    "how_much_more": r"how (?:many|much) (?:more|less|fewer|larger|bigger|smaller|longer)|by how (?:many|much)|differences? (?:between|in)\b[^?.!]*",
    "share_changed": r"(?:per ?cent(?:age)?|%|share|fraction|proportion|much) of (?:the |this )?(?:whole |entire |total )?(?:area|image|scene|picture|site|place)\b[^?.!]*(?:\bchang|\bdifferent|\baffected)\w*|(?:whole|entire) area (?:has )?chang\w+|how much (?:has |have )?chang\w+",
    "one_date": r"(?:in|at|on) (?:both|each) (?:years?|dates?|images?)|(?:first|second|earlier|later|old|new|recent|latest) (?:image|picture|date|one|photo)|(?:is|are) (?:it|there|\w+) (?:now|left)|\bnow(?=[\s?.!,]*(?:$|in\b))|(?:is|are|any \w+) left(?! (?:half|side|part))|left (?:over|at all)|remain\w*|(?:on|in) the (?:newer|later|latest|second|older|earlier|first)\b",
}
SIDES = {
    "west": r"(?:on|in|to|at) the left|the left (?:side|half|part)",
    "east": r"(?:on|in|to|at) the right|the right (?:side|half|part)",
    "north": r"(?:on|in|to|at) the top|the top (?:side|half|part)",
    "south": r"(?:on|in|to|at) the bottom|the bottom (?:side|half|part)",
}

DOUBTS = {
    "appearance": r"shadows?|(?:viewing|camera|sun|look|different|another|other) angles?|parallax|lean(?:ing)? (?:of )?(?:the )?(?:building|roof)s?|(?:different|other) light(?:ing)?|(?:false alarms?|artefacts?|artifacts?|glitch\w*|optical illusion)\b(?! rates?)|(?:tents?|containers?|tarps?|stacks?|parked \w+) (?:or|instead|rather)",
    "rebuilt": r"(?:a|its|their|the same \w+ with a|another|renewed|replaced) (?:new )?roof\b|re-?roof\w*|(?:re)?painted|repaint\w*|roofs? (?:was |were |got |been |just )*(?:replaced|renewed|changed|painted|redone)|(?:other|different|new) colou?rs?|renovat\w+|refurbish\w+|extensions?\b|annexe?s?\b|(?:re|newly )built (?:on|at|in) (?:the )?(?:same|exact)|(?:same|exact) (?:spots?|places?|footprints?|plots?|sites?)|(?:place|spot|site|where) (?:\w+ ){0,2}(?:an |the )?old (?:one|house|building)s? (?:was|were|had|stood)",
    "hidden": r"(?:hidden|hid|hiding|under|underneath|beneath|below|behind|covered by|obscured by|masked by) (?:the |some |a |any |dense |thick |those )*(?:trees?|canop\w+|tree cover|vegetation|clouds?|shadows?|foliage|leaves|bushes)|(?:could|might|may|did|do|would|will|can) (?:you|it|they) (?:\w+ ){0,2}miss(?:ed|ing)?\b|miss(?:ed|ing)? (?:some|anything|a few|small\w*|things|something)|overlook\w*|how many (?:\w+ ){0,2}(?:did|do|would|might) you miss",
    "season": r"season(?:s|al|ality|ally)?\b(?! of)|time of (?:the )?year|(?:different|same|another) months?|(?:dry|wet|rainy|cold|hot) (?:summer|winter|spring|autumn|year|month|week|spell|season|weather)|droughts?|harvest\w*|phenolog\w*|leaf[- ]?(?:off|on)|leaves (?:off|on|fallen)|brown(?:ing|ed)\b|tid(?:es?|al)\b|plough\w*|plow\w*|fallow|mown|crop rotation",
    "use": r"(?:or|and not|not|rather than|instead of|n't) (?:a |an |just |only |maybe |some |e\.?g\.? )*(?:barns?|sheds?|garages?|warehouses?|greenhouses?|offices?|shops?|factor(?:y|ies)|schools?)\b|used for|(?:residential|commercial|industrial) (?:or|use)|(?:asphalt\w*|paved|tarmac\w*|gravel|concrete|dirt)\b(?=[^?.!]{0,12}\?)|(?:is|are|was|were) (?:it|they|that|this) (?:\w+ )?(?:asphalt\w*|paved|tarmac\w*|gravel)|bark beetles?|species|(?:is|are|was|were) (?:it|they|that) (?:spruce|pine|oak|beech|maize|corn|wheat)",
    "threshold": r"(?:what|which|where|how)\b[^?.!]{0,45}(?:threshold|cut-?offs?|binari[sz]\w+)|(?:what|which) (?:\w+ )?min(?:imum)?\.? (?:object|mapping|detectable) (?:size|unit)",
    "position": r"position\w* (?:errors?|accurac\w+|uncertaint\w+)|geometric accurac\w+|how (?:accurate|exact|precise)\w* (?:are|is) (?:the |those |these |your )?(?:outlines?|coordinates|positions?|edges|boundar\w+|footprints?)|(?:errors?|accurac\w+) (?:of|in) (?:the |your )?(?:outlines?|coordinates|positions?)",
    "counted_twice": r"count\w*(?: \w+){0,3} (?:twice|double)|double[- ]?count\w*|(?:does|do|is|are) (?:that|this|it|those|these|the \w+)\b[^?.!]{0,40}(?:on top of|included? (?:in )?(?:the )?(?:road|building|house|new)|include (?:the )?(?:new )?(?:road|building|house)s?)|overlap between",
    "accuracy": r"validat\w+|ground truth|ground-?truth\w*|margin of error|error (?:margin|bars?)|how accurate\b|(?:what|which) accurac\w+|accurac\w+ (?:does|has|have) (?:it|your|the)|what (?:does|do) (?:that|the|this|those|these) (?:number|probabilit|percent|figure|confidence)\w* (?:\w+ )?mean|peer[- ]review\w*|(?:measured|checked|verified) on (?:the ground|these|this|my)",
    "other_source": r"(?:why|how come)\b[^?.!]{0,40}(?:different|differ|not (?:match|agree))|(?:contradict|disagree)\w*|(?:cadastre|cadastral \w+|land regist\w+|official (?:figures?|statistics|numbers?)|census|expert report|openstreetmap|\bosm\b)[^?.!]{0,60}\b(?:says?|shows?|states?|counts?|reports?|lists?|different|differ)",
}

ENGLISH_QUESTIONS = QuestionWords(
    acts=ACTS,
    doubts=DOUBTS,
    statistics=STATISTICS,
    orders=ORDERS,
    covers=COVERS,
    ways=WAYS,
    gone=GONE,
    came=CAME,
    words=WORDS,
    auxiliary=AUXILIARY,
    least=LEAST,
    most=MOST,
    than=THAN,
    and_up=AND_UP,
    and_down=AND_DOWN,
    between=(r"(?:between|from)", r"(?:and|to|-|–)"),
    sure=SURE,
    stop=STOP,
    near=NEAR,
    articles=ARTICLES,
    it=r"(?:it|them|that one|this one)",
    ordinals={r"second|2nd": 2, r"third|3rd": 3, r"fourth|4th": 4, r"fifth|5th": 5, r"sixth|6th": 6, r"seventh|7th": 7},
    built_up=r"built[- ]?up(?! of)|built[- ]?up (?:ground|land|areas?|surfaces?|gain|growth|expansion|loss)|(?:the )?(?:cit(?:y|ies)|towns?|villages?|urban areas?|settlements?)(?: area)?",
    share=r"shares?|proportions?|percentages?|per ?cents|fractions?",
    each=r"each|every|individually|one by one|respective(?:ly)?",
    introduces=r"(?:i|we)(?:'m| am|'re| are| work| represent| run| study| teach| write| own| manage| insure| just (?:moved|bought|started))\b|(?:my|our) (?:client|boss|team|office|company|department|editor|job|task)\b|this is (?:\w+ ){1,4}(?:speaking|here)\b|(?:speaking|asking|writing|calling) (?:for|as|from|on behalf)\b|for context\b",
    denied=r"(?:not|n't|outside|without|excluding|except(?: for)?|leav\w+ out|ignor\w+|skip) (?:(?:the|those|them|all|any|anything|everything|ones|buildings|houses|lying|located|that are) )*(?:in|on|at|of)?",
    beyond="traffic noise crime temperature pollution value values driveway driveways garden gardens mast masts antenna antennas ditches crane cranes storey storeys stories floor floors depth height heights smoke worth dollar dollars euro euros price prices cost costs damage damaged damages risk risks inhabitants population people residents",
    cues=CUES,
    sides=SIDES,
    another=r"another(?: (?:one|\w+))?|each other|one another",
    pixel_size=PixelWords(
        pixel=r"pixels?|px|resolution",
        half=r"half(?: an?)?",
        centimetres=r"cm|centim[eè]t\w+",
        metres=r"m|metres?|meters?",
        assumes=r"assum\w+|suppos\w+|let'?s say|say|given|with|if|take|use|pixel(?: size)?(?: is| of| are)?",
        per=r"an? |per |/ ?",
    ),
    goes_to=(r"go|switch|change|move|turn|jump|return|back", r"pairs?"),
    trained=r"archive|collection|database|search|similar|land cover|land use|classif\w+|index|ratio|matrix|transitions?|from-to|zones?|parcels?|clusters?|cases|examples|scenes|retrieve|pairs (?:where|with|of|like|that)|like (?:this|mine)",
    trails=r"please|pls|plz|only|then",
)
