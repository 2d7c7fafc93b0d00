"""English words that an answer may be made of: connecting words, and the plain words of measurements.

A word that claims something by itself (a place, a name, a cause, a quality, a certainty) is not here: it stands in an
answer only where a result holds it. Numbers, units, classes, signs of change, directions and negations come from
english.py.
"""

CONNECTING = """
a an the this that these those there here it its they them their and or but nor so also too both either however
while whereas although though yet then of in on at to from for by with without within across over under between
among around about into out as than per up down off along through during since until toward towards is are was were
be been being am has have had having do does did done can cannot could may might would will shall i me my we our us
you your what which who how when where why whether if because all any each against versus compared else same every
only just more less fewer most mostly mainly majority some several few couple other another one ones two three
"""
MEASURING = """
version prove read rule behind goes information beyond outside missed overlooked excluded ruled notice noticed confirm
verify recognise identify judge determine examine examined estimate infer image images picture pictures photo photos
date dates pair scene pixel pixels area areas size sizes share shares percentage number numbers total totals sum
count counts median mean average result results tool tools network map mask table list lists report file files
answer question measurement measurements resolution ground class classes object objects change changes part parts
half halves side quarter third interval range probability limit limits hypothesis hypotheses possibility
possibilities cause causes explanation explanations warning warnings note notes overlap offset shift coordinates
coordinate longitude latitude crs georeference georeferenced width height zone zones id detail details summary
overview figure figures data sign evidence finding findings time period region place places location position unit
units square row rows column columns type types show shows showed shown find finds found detect detects detected
measure measures measured counted cover covers covered covering hold holds contain contains lie lies lying located
amount amounts come comes make makes made use used uses taken take took give gives given tell tells told say says
said see seen look looked looking reports reported return returned returns write written save saved export exported
compare compared explain explains want wish like need let know help ask asked changed altered include includes
including listed occur occurred occurs visible marked consist consists consisted comprise comprises difference
differ comparison rely check main speak concerning numbered footprint footprints frame combined expressed affected
followed accounts account value values acquisition acquisitions span whole happened something draw rounded concern
carry somewhere too yourself little exact exactly system program helps certain probable belong belongs apart
everything contrary instead rather entire every got get gets converted equivalent close soon add adds spread
distributed equal equals correspond corresponds means stand stands separate separates unchanged remain remained
remains stay stayed overall together altogether respectively approximately approx roughly nearly almost apiece alone
above below following follows last next available unknown largest biggest greatest smallest larger smaller bigger
greater higher lower middle wide long high large small new latest earlier later before after first second fourth
fifth sixth seventh former initial final previous top possible possibly perhaps hypothetical currently now further
put anything again point very site themselves itself himself concerns carries carry frankly honestly overview quite
sure unsure uncertain doubtful agree agrees completely fully clouds caption others rest remaining unnoticed undetected
unseen detection detections sites thus therefore hence indeed actually plain plainly clearly put words line short sum
respect regard regarding terms term case cases kind kinds basis based bear mind keep kept worth mentioning mention add
added addition additionally besides moreover furthermore otherwise nevertheless nonetheless still
slightly go goes determined reveal reveals since point estimates guess pattern fit fits reason reasons source sources
such known simply
comparing compares name names request glad doubt open leave learn local record records needed far checked likely
spot gathered hello hi sorry please thanks welcome unfortunately yes no briefly short csv geojson geotiff gpkg
geopackage pdf html png spreadsheet format formats epsg wgs utm e.g i.e etc vs ca no. nr ids
"""
KINDS = """
building buildings house houses structure structures road roads street streets built-up
"""
"""Words for the classes that the network knows; any other kind of house or road is a claim of its own."""
PARAPHRASES = (
    (r"i(?: would|'d) say(?: that)?", ""),
    (r"(?:the )?(?:chance|likelihood|confidence)", "the probability"),
    (
        r"(?:stayed|remained|stays|remains|remain|stay|is|are|was|were|looks?|looked|appears?)"
        r" (?:exactly |to be |just )?"
        r"(?:the same|as (?:it|they) (?:was|were))"
        r"(?: as before)?(?: as far as the tools can tell)?",
        "unchanged",
    ),
    (r"confident", "sure"),
    (
        r"(?:a )?(?:little|bit|little bit) (?:more|over|above)(?: than)?"
        r"|(?:just|slightly|a (?:touch|shade|tad|hair)) (?:over|above|more than)",
        "just over",
    ),
    (
        r"(?:a )?(?:little|bit|little bit) (?:less|under|below)(?: than)?|(?:just|slightly|a (?:touch|shade|tad|hair))"
        r" (?:under|below|less than)",
        "just under",
    ),
    (r"that (?:were|was) not (?:there|visible) (?:before|in the (?:first|earlier|before) (?:one|image))", " new"),
    (r"slightly (?=more|less|fewer|larger|smaller)", ""),
    (r"next largest|next[- ]biggest|runner[- ]up", "second largest"),
    (r"well (?:over|above)", "over"),
    (r"well (?:under|below)", "under"),
    (r"(?:removals?|demolitions?|teardowns?|tear-downs?|losses) (?:was|were|is|are)", "objects demolished were"),
    (r"(?:no|any) (?:removals?|teardowns?|tear-downs?|losses)", "no demolished objects"),
    (r"cloud (?:share|cover(?:age)?|cover share)", "share of clouds"),
    (r"(?:brand|newly) (?:new|built|added)", "new"),
    (r"(?:new )?housing", "new buildings"),
    (r"(?:additional|extra)", "new"),
    (r"(?:went|gone|sprung|sprang) up", "were built"),
    (r"(?:came|went|torn|pulled) down|(?:were|was) taken away", "were demolished"),
    (r"the same (?:place|site)", "one place"),
    (r"some doubt remains", "it is not certain"),
    (r"as well", "also"),
    (r"(?:more than before|more than there were|more than at the first date)", "new"),
    (r"turn(?:ed|s)? up", "appear"),
    (r"(?:not a single|not one)", "no"),
    (r"a single", "one"),
    (r"(?:divide|dividing) the total by \w+ (?:gives|makes|yields)", "the mean is"),
    (
        r"(?:shows?|showed|saw|with) no change(?:s)?(?: (?:in|of|to) (?:the )?buildings (?:or|and|nor) roads)?",
        "unchanged",
    ),
    (r"(?:is|are|was|were|get|gets) cut off(?: there| by)?", "touches the edge"),
    (r"(?:marked|counted|flagged|classed|detected) as (building|road) changes?", r"changed \1 pixels"),
    (r"typical|middling|middle-sized", "median"),
    (r"makes? up|takes? up|accounts? for", "covers"),
    (r"could not|couldn't", "cannot"),
    (r"(?:failed|unable|not able) to", "cannot"),
    (r"(?:on|an) average", "mean"),
    (r"(?:not|no) (?:more|larger|bigger|greater|higher) than", "at most"),
    (r"built(?:-up)? (area|surface|ground)", r"built-up \1"),
    (r"only an?", "only one"),
    (r"(?:was|were) (?:put|set) up", "were built"),
    (r"(?:the )?most (?:visible|notable|obvious)", "the main"),
    (r"\u2014|\u2013", " "),
    (r"stays unknown", "is unknown"),
    (r"(?:is |are )?(?:not|isn't|aren't) quite (?=a |an |one |two |three |half|\d)", "is just under "),
    (r"(?:dotted|scattered|sprinkled|strewn|dispersed)(?: (?:around|about|across|over|throughout))?", "spread over"),
    (
        r"specks?(?: that)?(?: are)? (?:of |below |under |smaller than |with )?(?:fewer than |less than )?"
        r"(?=\d|six|one)",
        "objects under ",
    ),
    (
        r"(?:are|were|is|was|get|got) (?:dropped|discarded|ignored|filtered out|left out|skipped|disregarded)",
        "are not counted",
    ),
    (r"(?:of |from |in |into |at )?the same (class|kind|type|unit|pair|image|method|time)", r"of one \1"),
    (r"(?:tell|tells|give|gives) the same (?:story|picture|result|answer)", "agree"),
    (r"(?:the )?same (?:goes|applies|holds|is true) (?:for|of)", "cannot see"),
    (r"(?:exactly )?no more(?:,)? (?:and )?no (?:less|fewer)|neither more nor (?:less|fewer)", "exactly"),
    (r"(?:with )?nothing more(?= *[.,;])", ""),
    (r"(?:very |quite |most )?(?:likely|probable), at (?=[\d])", "the probability is "),
    (r"(?:not|no) (?:less|fewer|smaller|lower) than", "at least"),
    (
        r"(?:somewhere |something )?(?:near|close to|in the (?:region|order) of|not far from|like) (?=\d)",
        "about ",
    ),
    (
        r"(?:falls?|fell|lies?|is|are|stays?) (?:below|under) the (?:certainty )?threshold(?: of certainty)?",
        "is unsure",
    ),
    (
        r"(?:to )?(?:within|less than|by) a (?:small |tiny )?fraction of (?:a|one) pixel|to sub-?pixel accuracy",
        "to less than 1 px",
    ),
    (r"(?:free of|without|clear of) clouds?|cloud-free|cloudless", "with no clouds"),
    (r"would (?:also )?(?:fit|match|explain|be consistent with)", "could explain"),
    (
        r"(?:at least |about |roughly )?half of (?:the|them|these)(?: (?:new|changed|added))*(?: buildings| houses)?"
        r" (?:are|is|cover|measure|have) (?:(?:no|not) (?:larger|bigger|smaller) than|at most|at least|less than"
        r"|more than|over|under|above|below) (?=\d)",
        "the median building has ",
    ),
    (
        r"(?:at least |about |roughly )?half of (?:the|them|these)(?: (?:new|changed|added))*(?: buildings| houses)?"
        r" (?:are|is|cover|measure|have) (?:about |around |roughly )?(\d[\d.,]* ?(?:m2|m²|px))"
        r" or (?:smaller|less|larger|more|bigger)",
        r"the median building has \1",
    ),
)
"""Ways to say what a plain word says: (pattern, words)."""
SIDES = (
    (r"(?:top|upper)[- ]left(?: corner)?", "north-west"), (r"(?:top|upper)[- ]right(?: corner)?", "north-east"),
    (r"(?:bottom|lower)[- ]left(?: corner)?", "south-west"), (r"(?:bottom|lower)[- ]right(?: corner)?", "south-east"),
    (r"(?:top|upper) (half|part|side|edge)", r"northern \1"),
    (r"(?:bottom|lower) (half|part|side|edge)", r"southern \1"),
    (r"left(?:-hand)? (half|part|side|edge)", r"western \1"), (r"right(?:-hand)? (half|part|side|edge)", r"eastern \1"),
    (r"(north|south|east|west)((?:-?east|-?west)?)(?:ern)? corner", r"\1\2"),
)  # fmt: skip
"""Sides of an image with north at its top, by compass: (pattern, words)."""
WITH_COMPANION = {
    "remain": "unchanged", "remains": "unchanged", "remained": "unchanged", "stay": "unchanged", "stayed": "unchanged",
    "same": "unchanged",
}  # fmt: skip
"""Words that stand in an answer only beside another one."""
VAGUE = {"several": (3, 30), "few": (2, 9), "couple": (2, 2), "some": (1, 10**9)}
"""Counts that a word may stand for: (least, most)."""
