"""German: words of questions, with and without umlauts, and units and words of answers.

Left out is what means something else in English: "die", "war", "rot", "was", "see", "tier", "hut", "brand", "boot".
"""

from __future__ import annotations

from agent.language.answers.german import GERMAN_ANSWERS
from agent.language.language import Language, UnitName
from agent.language.questions.german import GERMAN_QUESTIONS

INDEX = "ndvi|ndwi|mndwi|ndbi|nbr|savi|ndmi|ndsi|evi"

GERMAN = Language(
    code="de",
    questions=GERMAN_QUESTIONS,
    glosses=GERMAN_ANSWERS,
    endings="enden ende end ern ete ten ter tes em en er es et st te e n s t",
    classes={
        "building": "gebäude gebäuden gebaeude haus häuser häusern haeuser wohnhaus wohnhäuser bauwerk bauwerke bauten"
        " neubau neubauten dach dächer daecher hütte hütten scheune scheunen schuppen fabrik fabriken lagerhaus"
        " lagerhäuser lagerhalle lagerhallen einfamilienhaus einfamilienhäuser siedlungshäuser halle hallen garage"
        " garagen stall ställe bauernhaus bauernhäuser wohnhäusern wohngebäude wohngebäuden mehrfamilienhaus"
        " mehrfamilienhäuser",
        "road": "straße straßen strasse strassen strasze gasse gassen autobahn autobahnen landstraße landstraßen"
        " fahrbahn fahrbahnen feldweg feldwege waldweg waldwege wege allee alleen",
    },
    numbers={
        word: value
        for value, word in enumerate("zwei drei vier fünf sechs sieben acht neun zehn".split(), 2)
    } | {"zwölf": 12, "zwanzig": 20},
    ordinals=tuple("erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte".split()),
    units=(
        UnitName("ha", "area", 1e4, "hektar|hektare", tool_unit="ha"),
        UnitName("ares", "area", 100.0, "ar", tool_unit="are"),
        UnitName(
            "football pitches", "area", 7140.0,
            "|".join(
                f"fu{s}ball{field}" for s in ("ß", "ss") for field in ("feld", "felder", "feldern", "plätze", "plätzen")
            ),
            tool_unit="football_pitch",
        ),
        UnitName("km2", "area", 1e6, "quadratkilometer|quadratkilometern", tool_unit="km2"),
        UnitName("m2", "area", 1.0, "quadratmeter|quadratmetern", tool_unit="m2"),
        UnitName("square feet", "area", 0.09290304, "quadratfuß|quadratfuss", tool_unit="ft2"),
        UnitName("%", "share", 0.01, "prozent", asked="anteil prozentsatz prozentual", tool_unit="percent"),
        UnitName("px", "pixels", 1.0, "bildpunkt|bildpunkte|bildpunkten|pixeln", tool_unit="px"),
    ),
    dates={
        "before": "vorher früher frühere früheren früheres ältere älteren älteres alte alten altes erste ersten"
        " erstes ursprünglich ursprüngliche damals",
        "after": "nachher später spätere späteren späteres neuere neueren neueres neueste neuesten letzte letzten"
        " letztes zweite zweiten zweites aktuell aktuelle aktuellen jetzt heute",
    },
    formats={"csv": "tabelle tabellen", "png": "bild bilddatei karte bildschirmfoto", "pdf": "bericht"},
    indices={
        "ndvi": "grün begrünung bewuchs pflanzendecke",
        "ndwi": "wasser",
        "ndbi": "bebauung bebaut städtisch",
        "nbr": "verbrannt verbrannte brände waldbrand feuer",
        "savi": "boden",
        "ndmi": "feuchte feuchtigkeit",
        "ndsi": "schnee",
    },
    land_covers={
        "ndvi": "baum bäume bäumen wald wälder wäldern pflanzen pflanze wiese wiesen acker äcker felder gras",
        "ndwi": "wasser fluss flüsse teich teiche stausee gewässer",
        "ndsi": "schnee gletscher",
        "nothing": "autos fahrzeug fahrzeuge lastwagen lkw schiff schiffe flugzeug flugzeuge menschen personen tiere"
        " kühe schwimmbad schwimmbäder brücke brücken türme",
    },
    compass={
        "north": "norden nördlich nördliche nördlichen noerdlichen nordhälfte",
        "south": "süden südlich südliche südlichen sueden südhälfte",
        "east": "osten östlich östliche östlichen osthälfte",
        "west": "westen westlich westliche westlichen westhälfte",
        "north-east": "nordosten nordöstlich nordöstlichen",
        "south-east": "südosten südöstlich südöstlichen",
        "south-west": "südwesten südwestlich südwestlichen",
        "north-west": "nordwesten nordwestlich nordwestlichen",
        "centre": "mitte zentrum",
    },
    picture_sides={
        "top": "oben obere oberen oberer",
        "bottom": "unten untere unteren unterer",
        "left": "links linke linken linker",
        "right": "rechts rechte rechten rechter",
    },
    leads="im in am auf aus der den dem und oder vom zwischen",
    articles="der dem den das",
    part_nouns="hälfte teil viertel ecke rand seite bereich drittel neuntel",
    signs={
        "appeared": "neu neue neuen neuer neues hinzugekommen hinzugekommene entstanden entstandene gebaut gebaute"
        " errichtet errichtete dazugekommen gewachsen",
        "disappeared": "verschwunden verschwundene verschwundenen verschwand verschwanden abgerissen abgerissene"
        " abgerissenen abgebrochen entfernt entfernte zerstört zerstörte zerstörten abgebrannt gerodet weggefallen",
    },
    negations="nein nicht kein keine keinen keiner nie niemals nichts niemand ohne nirgends weder",
    orders={
        "largest": "größte größten größter größtes grösste grössten groesste groessten",
        "smallest": "kleinste kleinsten kleinster kleinstes",
    },
    compares=r"\b(?:vergleiche?|vergleichen|mehr|oder|unterschied zwischen)\b",
    requests={
        "export_result": r"\b(?:exportier\w*|speicher\w*|herunterladen)\b"
        r"|\bals (?:tabelle|csv|geojson|pdf|geotiff)\b",
        "compare_index": rf"\b(?:{INDEX})\b.*\b(?:veränder\w+|geändert|unterschied)",
        "compute_index": rf"\b(?:{INDEX})\b.*\b(?:vorher|nachher)\b|\bwie hoch (?:ist|war) der (?:{INDEX})\b",
        "measure_area": r"\b(?:fläche|flächen|wie groß)\b"
        r"|\bwie viele? (?:hektar|quadratmeter|quadratkilometer|prozent)\b",
        "detect_change": r"\b(?:zeige?n?|markiere?|zeichne|wo)\b",
        "describe_change": r"\bwas (?:hat|haben) sich\b|\bwas ist (?:hier )?(?:neu|anders|passiert|geschehen)\b"
        r"|\bbeschreib\w*",
        "inspect_pair": r"\bwas sind das für bilder\b"
        r"|\b(?:auflösung|koordinatensystem|aufnahmedat\w+|aufgenommen)\b",
    },
    goes_on=r"\s*(?:und|nur|jetzt|wie (?:ist|steht|sieht) es)\b",
    why=r"\b(?:warum|weshalb|wieso|woran liegt)\b|\bwelche ursachen?\b"
    r"|\bwas (?:ist|sind|könnte|war) (?:der|die) (?:grund|ursachen?)\b",
    sure=r"\bwie (?:sicher|zuverlässig|verlässlich)\b|\bbist du (?:dir )?(?:da )?sicher\b"
    r"|\bkann ich (?:dem|dir|darauf) (?:ver)?trauen\b",
    limits=r"\bwas (?:kannst|können|siehst|erkennst) (?:du|sie)?[^?]{0,12}nicht\b|\bwas übersiehst du\b"
    r"|\bwo sind deine grenzen\b",
    how_many=r"\s*wie viele? (?:neue[nrs]? |veränderte[nrs]? |verschwundene[nrs]? )?[\w-]+"
    r"(?: (?:gibt es|sind es|sind neu|sind neu dazugekommen))?[\s?.!]*",
)  # fmt: skip
