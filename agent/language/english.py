"""English: the words of questions and of answers. The check and the evaluation of answers read these, too."""

from __future__ import annotations

from agent.language.language import Language, UnitName, with_plurals
from agent.language.questions.english import ENGLISH_QUESTIONS

SQUARE = ("square", "sq", "sq .")
UNITS = (
    UnitName("ha", "area", 1e4, "ha|hectare|hectares", tool_unit="ha"),
    UnitName(
        "km2", "area", 1e6,
        "km2|km²|km ^ 2|sqkm|" + "|".join(
            f"{square} {metre}"
            for square in SQUARE
            for metre in ("km", "kilometre", "kilometres", "kilometer", "kilometers")
        ),
        tool_unit="km2",
    ),
    UnitName(
        "m2", "area", 1.0,
        "m2|m²|m ^ 2|sqm|" + "|".join(
            f"{square} {metre}" for square in SQUARE for metre in ("m", "metre", "metres", "meter", "meters")
        ),
        asked="squaremeters squaremetres",
        tool_unit="m2",
    ),
    UnitName(
        "%", "share", 0.01, "%|percent|per cent|pct",
        asked="percentage share proportion fraction ratio",
        tool_unit="percent",
    ),
    UnitName(
        "square feet", "area", 0.09290304,
        "ft2|ft²|ft ^ 2|sqft|" + "|".join(f"{square} {foot}" for square in SQUARE for foot in ("ft", "feet", "foot")),
        tool_unit="ft2",
    ),
    UnitName(
        "square miles", "area", 2589988.110336,
        "mi2|mi²|mi ^ 2|sqmi|" + "|".join(
            f"{square} {mile}" for square in SQUARE for mile in ("mi", "mile", "miles")
        ),
        tool_unit="mi2",
    ),
    UnitName("acres", "area", 4046.8564224, "acres|acre", asked="acreage", tool_unit="acre"),
    UnitName("ares", "area", 100.0, "ares", tool_unit="are"),
    UnitName(
        "football pitches", "area", 7140.0,
        "|".join(
            f"{game} {field}" for game in ("football", "soccer") for field in ("pitches", "pitch", "fields", "field")
        ),
        tool_unit="football_pitch",
    ),
    UnitName("mu", "area", 1e4 / 15, "mu"),
    UnitName("px", "pixels", 1.0, "px|pixel|pixels", tool_unit="px"),
    UnitName("Mpx", "pixels", 1e6, "Mpx|mpx|megapixel|megapixels"),
    UnitName("m", "length", 1.0, "m|metre|metres|meter|meters"),
    UnitName("km", "length", 1e3, "km|kilometre|kilometres|kilometer|kilometers"),
    UnitName("cm", "length", 0.01, "cm|centimetre|centimetres|centimeter|centimeters"),
    UnitName("s", "time", 1.0, "s|sec|second|seconds"),
    UnitName("min", "time", 60.0, "min|minute|minutes"),
    UnitName("degrees", "angle", 1.0, "degrees|degree|°"),
    UnitName("per km2", "rate", 1.0, "per km2|per km²|per mpx|per square kilometre|per square kilometer"),
    UnitName("per ha", "rate", 100.0, "per ha|per hectare"),
    UnitName("per acre", "rate", 1e6 / 4046.8564224, "per acre"),
    UnitName("per square mile", "rate", 1 / 2.589988110336, "per square mile|per mi2|per mi²"),
    UnitName("feet", "length", 0.3048, "feet|foot|ft"),
    UnitName("miles", "length", 1609.344, "miles|mile"),
    *(
        UnitName(phrases.partition("|")[0], phrases.partition("|")[0], 1.0, phrases)
        for phrases in (
            "dollars|dollar|usd", "euros|euro|eur", "pounds", "people|inhabitants|residents|persons", "years|year|yr",
            "months|month", "weeks|week", "days|day", "hours|hour", "floors|floor|storeys|storey|stories|story|levels",
            "yards|yard",
            "tonnes|tonne|tons|ton", "times|fold", "percentage points|percentage point",
            "families|households",
        )
    ),
)  # fmt: skip
"""The last ones are of no tool."""

ENGLISH = Language(
    code="en",
    questions=ENGLISH_QUESTIONS,
    training_share=0.61,
    classes={
        "building": "building buildings house houses home homes villa villas structure structures dwelling dwellings"
        " garage garages carport carports outbuilding outbuildings"
        " roof roofs rooftop rooftops construction constructions warehouse warehouses shed sheds barn barns cottage"
        " cottages apartment apartments block blocks built-up builtup edifice edifices residence residences housing"
        " hut huts cabin cabins footprint footprints property properties premises bungalow bungalows factory factories"
        " hangar hangars high-rise high-rises highrise highrises skyscraper skyscrapers",
        "road": "road roads street streets lane lanes highway highways path paths asphalt pavement paved tarmac"
        " motorway motorways track tracks avenue avenues carriageway carriageways route routes"
        " thoroughfare thoroughfares roadway roadways tarmacked boulevard boulevards",
    },
    numbers={
        word: value
        for value, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen twenty".split()
        )
    }
    | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12},
    ordinals=tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split()),
    months={
        str(number): words
        for number, words in enumerate(
            (
                "jan january",
                "feb february",
                "mar march",
                "apr april",
                "may",
                "jun june",
                "jul july",
                "aug august",
                "sep september",
                "oct october",
                "nov november",
                "dec december",
            ),
            1,
        )
    },
    units=UNITS,
    dates={
        "before": "before first earlier older old oldest initial original originally previous pre pre-event past"
        " t1 1 start starting beginning prior former earliest",
        "after": "after second later newer new newest recent latest post post-event current final t2 2 last present"
        " today subsequent",
    },
    formats={
        "geotiff": "geotiff geotif tif tiff cog raster",
        "geojson": "geojson",
        "gpkg": "gpkg geopackage",
        "csv": "csv spreadsheet table",
        "png": "png picture image map screenshot",
        "html": "html webpage",
        "pdf": "pdf report",
        "record": "json record log",
        "kml": "kml kmz google",
        "shapefile": "shapefile shapefiles shape-file shp esri",
        "xlsx": "xlsx xls excel workbook",
    },
    indices={
        "ndvi": "ndvi vegetation green greenness greener",
        "ndwi": "ndwi water wetter wetness",
        "ndbi": "ndbi urban built-up builtup",
        "nbr": "nbr burn burns burnt burned fire fires wildfire wildfires bushfire bushfires scorched charred",
        "evi": "evi",
        "savi": "savi soil soil-adjusted",
        "ndmi": "ndmi moisture",
        "ndsi": "ndsi snow",
        "mndwi": "mndwi",
    },
    land_covers={
        "ndvi": "tree trees forest forests woodland woods vegetation crop crops plant plants grass meadow meadows",
        "ndwi": "water lake lakes river rivers pond ponds reservoir flood flooded",
        "ndsi": "snow glacier glaciers snowpack",
        "nothing": "car cars vehicle vehicles truck trucks ship ships boat boats plane airplanes people person persons"
        " animal animals cow cows pool pools container containers bridge bridges tower towers landslide"
        " landslides mudslide mudslides rockfall avalanche avalanches sinkhole sinkholes",
    },
    unseen=with_plurals(
        "school hospital stadium wood bus airport runway church mosque temple railway harbour harbor plane aircraft"
        " helicopter greenhouse hotel mall shop supermarket parking playground cemetery turbine fence farm orchard"
        " vineyard lawn garden stream canal dam quarry mine landfill tent crane excavator pedestrian horse office"
        " prison university library museum market depot silo tank antenna pipeline powerline tunnel roundabout"
        " sidewalk beach dune volcano mountain hill cliff swamp wetland reservoir sea ocean coast palace castle"
        " factory warehouse apartment pavement"
    )
    + " factories bushes panel panels solar churches buses libraries universities cities photovoltaic farmland"
    " cropland soil heliport parkland swimming shrub shrubs",
    compass={
        "north": "north northern",
        "south": "south southern",
        "east": "east eastern",
        "west": "west western",
        "centre": "centre center central middle heart",
    },
    picture_sides={
        "top": "top upper",
        "bottom": "bottom lower",
        "left": "left left-hand",
        "right": "right right-hand",
    },
    signs={
        "appeared": "appear appears appeared appearing appearance new newly built erected added adding constructed"
        " construction emerged gained gain increase increased increases increasing grew growth grown expansion"
        " expanded rose risen",
        "disappeared": "disappear disappears disappeared disappearing disappearance demolished demolition removed"
        " removal lost loss losses vanish vanishes vanished vanishing demolish demolishing"
        " razed destroyed destruction gone decrease decreased decreases decreasing"
        " shrank shrunk cleared torn fell fallen dropped declined decline reduced reduction",
    },
    negations="no not none without never neither nor nothing nobody zero nowhere hardly",
    leads="in within inside on across for of the between and or vs vs. versus against than to with",
    articles="the its",
    part_nouns="half part side quarter corner third edge end area section ninth",
    orders={"largest": "largest biggest greatest", "smallest": "smallest tiniest littlest"},
    ordinary="area areas are much must pitch there where these those three whole while white horse mouse homely roadmap"
    " image images second seconds"
    " board broad brand track trace place places plane planes learn large larger charge change changes changed"
    " different building's state states start stars former format forms",
    compares=r"\b(?:compare|versus|vs\.?|against|than|or (?:in )?the|rather|difference between|more)\b",
    goes_on=r"\s*(?:and|what about|how about|only|just)\b",
    why=r"\bwhy\b|\bwhat (?:may|might|could|can|would) (?:have |be |explain|lie)|\bwhat caused\b"
    r"|\bwhat(?:'s| is) (?:the (?:likely |probable )?(?:cause|reason)|behind)|\bexplain (?:the|this) change"
    r"|\b(?:cause|reason|explanation)s? (?:of|for|behind|could|might|may|can)\b",
    sure=r"\bhow (?:much|far) (?:trust|confidence|faith|can (?:i|we) (?:trust|rely))\b"
    r"|\bhow (?:sure|certain|confident|reliable|trustworthy|safe)\b|\bare you (?:sure|certain)\b"
    r"|\b(?:can|should|may) (?:i|we) (?:trust|rely on|believe)\b|\b(?:your|the) (?:certainty|confidence)\b"
    r"|\b(?:your|the) (?:accuracy|reliability|margin of error|error)\b|\baccura(?:te|cy)\b",
    limits=r"\bwhat (?:can|could|do|are) (?:you|not)[^?]{0,20}(?:n't|not|unable)[^?]{0,20}(?:see|detect|find|tell)"
    r"|\bwhat (?:can't|cannot|don't) you (?:see|detect|find|tell)|\bwhat (?:are|is) (?:you|this) (?:un|not )able to\b"
    r"|\bwhat (?:would|might|could) you miss\b|\bwhat (?:is|are) (?:your |the )?(?:limits|limitations)",
    how_many=r"\s*how many (?:new |changed )?[\w-]+(?: (?:are )?there)?\s*[?.!]*\s*",
)
