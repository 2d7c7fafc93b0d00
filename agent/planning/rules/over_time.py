"""Questions on a series of more than two dates, by their wording: when, how much over time, charts, zones, periods.

Some wordings speak of a series whatever is open; others do so only while one is.
"""

from __future__ import annotations

import re
from typing import Any

from agent.planning import lexicon
from agent.planning.plan import Plan, PlannedCall

TOOLS = frozenset(
    "series_change series_chart series_zones compare_periods open_dates describe_trajectory object_history"
    " explain_effect".split()
)
"""Tools on a series; what is said beside the results of other ones does not fit theirs."""
DAY = r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?!\d)"
YEAR = r"(?:19|20)\d\d(?!\d)"
RANGE = re.compile(
    rf"(?<!\d)(?P<a>{YEAR})\s*[-\u2013\u2014]\s*(?P<b>{YEAR})"
    rf"|(?<!\d)(?P<c>{DAY})\s*(?:to|until|through|till|bis|jusqu'?[àa]|[àa]|hasta|至|到)\s*(?P<d>{DAY})",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    rf"(?:between|zwischen|entre)\s+(?P<a>{DAY})\s+(?:and|und|et|y)\s+(?P<b>{DAY})|在?(?P<c>{DAY})年?[和与至到](?P<d>{DAY})年?之间",
    re.IGNORECASE,
)
DAYS = re.compile(rf"(?<!\d){DAY}")
SINCE = re.compile(rf"(?:since|seit|depuis|desde|自从?)\s*(?P<day>{DAY})", re.IGNORECASE)
COMPARE = re.compile(r"\bcompar|\bvergleich|\bversus\b|\bvs\b|\bdifference\b|比较|对比|相比", re.IGNORECASE)
OPEN = re.compile(
    r"\b(?:open|take|use|choose|select|öffne|nimm|ouvre[zr]?|prends|abre|toma|usa)\b.*\b(?:images?|dates?|pair|scenes?|"
    r"bilder|paar|images|paire|imágenes|par|fechas)\b|打开|选择",
    re.IGNORECASE,
)
CHART = re.compile(
    r"\b(?:chart|plot|graph|curve|time ?line|diagramm|kurve|verlauf|zeitreihe|courbe|graphique|gráfic[oa]|curva)\b|曲线|图表|折线",
    re.IGNORECASE,
)
DRAWN = re.compile(
    r"\b(?:show|draw|plot|give|make|see|display|zeig\w*|zeichne|montre\w*|trace\w*|muestra\w*|dibuja\w*)\b|显示|画",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\bover (?:time|the (?:years|months|whole series|series))\b|\ball dates\b|\btime series\b|\bthrough the years\b|"
    r"\büber (?:die Zeit|alle Daten|die Jahre)\b|\bim (?:Lauf|Verlauf) der Zeit\b|\bau fil (?:du temps|des ans)\b|"
    r"\ba lo largo del tiempo\b|\bcon el tiempo\b|随时间|历年|时间序列",
    re.IGNORECASE,
)
SERIES = re.compile(
    r"\ball dates\b|\btime series\b|\b(?:the|this|whole|open) series\b|\bzeitreihe\b|\bséries? temporelles?\b|"
    r"\bseries? temporal(?:es)?\b|时间序列",
    re.IGNORECASE,
)
"""Words that speak of a series whatever is open."""
ZONE = r"zones?|parcels?|fields?|districts?|plots?|zonen?|parzellen?|felder|parcelles?|champs|parcelas?|zonas?|campos"
ZONES = re.compile(rf"\b(?:{ZONE})\b|地块|区域|田块", re.IGNORECASE)
RANKED = re.compile(
    r"\b(?:which|first|earliest|last|each|every|all|when|welche\w*|zuerst|wann|jede\w*|quell?es?|premi[eè]re?s?|chaque|quand|"
    r"cuál(?:es)?|primero|cada|cuándo|qué)\b|哪|最先|每|何时",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"\b(?:zone|parcel|field|district|plot|parzelle|feld|parcelle|champ|parcela|zona|campo)\s+"
    r"(?:(?:number|no\.?|called|named|nummer|namens)\s+)?[\"“'«]?(?P<name>[\w.-]*\d[\w.-]*|[A-Z][\w.-]*)|地块\s*(?P<zh>[\w.-]+)",
)
POSITION = re.compile(r"(?P<lat>-?\d{1,2}\.\d+)\s*°?\s*[,; ]\s*(?P<lon>-?\d{1,3}\.\d+)")
WHEN = re.compile(
    r"\bwhen\b|\bwhat (?:date|day|month|year)\b|\bsince when\b|\bwann\b|\bseit wann\b|\bquand\b|\bcuándo\b|\bcuando\b|何时|什么时候|哪一?年",
    re.IGNORECASE,
)
OBJECTS = ("building", "road")
TREND = re.compile(
    r"\b(?:worse|better|greener|browner|drier|wetter|healthier|degrad\w*|improv\w*)\b|\btrends?\b|\bdeclin\w*|\brecover\w*|\bregr(?:ow|ew)\w*|\bhow often\b|"
    r"\bhow many times\b|\bschlechter\b|\bbesser\b|\berhol\w*|\bs'aggrav\w*|\bempire\b|\bs'améliore\b|\bempeor\w*|\bmejor\w*|"
    r"\btendencia\b|\btendance\b|变差|变好|趋势|恶化|恢复",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"\b(?:what|how much|where|how)\b.*\bchang|\bwhat happened\b|\bwas hat sich\b.*\b(?:ver|ge)änder|\bqu'est-ce qui a changé\b|"
    r"\bqué (?:ha )?cambi|\bwo\b.*\bveränder|有什么变化|发生了什么|deforest|clear(?:ed|ing|-cut)|\babgeholzt\b|\bdéboisé|\btalad[oa]",
    re.IGNORECASE,
)
TRAJECTORY = re.compile(
    r"\btrajector\w*|\b(?:land ?cover|land ?use|cover classes)\b.*\b(?:develop\w*|evolv\w*|over (?:time|the (?:years|dates))|path|all dates)"
    r"|\b(?:how|wie)\b.*\b(?:land ?cover|landbedeckung|landnutzung)\b.*\b(?:develop\w*|evolv\w*|entwickelt)|\btrajektorie\b"
    r"|\b(?:évolution|évolué)\b.*\boccupation du sol\b|\boccupation du sol\b.*\b(?:évolu\w*|au fil)|\btrajectoire\b"
    r"|\b(?:evoluci[oó]n|evolucion\w*)\b.*\b(?:cobertura|uso) del suelo\b|\b(?:cobertura|uso) del suelo\b.*\bevolu\w*|\btrayectoria\b"
    r"|土地(?:覆盖|利用).*(?:演变|变化过程|发展)|(?:fractal|box[- ]counting|percolat\w*|largest patch index|\bLPI\b)",
    re.IGNORECASE,
)
"""The land cover over all dates."""
YEARLY = re.compile(
    r"\b(?:each|every|per|a|by) (?:year|date|interval)\b|\bannual\w*|\byearly\b|\bfrom (?:date|year) to (?:date|year)\b"
    r"|\bpro jahr\b|\bjedes jahr\b|\bjährlich\w*|\bim jahr\b|\bpar an\b|\bchaque (?:année|date)\b|\bannuel\w*"
    r"|\b(?:al|por|cada) (?:año|fecha)\b|\banual\w*|每年|逐年|逐期",
    re.IGNORECASE,
)
CONSTRUCTION = re.compile(
    r"\bconstruction (?:curve|chart|history|rate|activity)\b|\b(?:built|building) (?:curve|history|rate)\b|\bbaukurve\b"
    r"|\bbautätigkeit\b|\bcourbe de construction\b|\brythme de construction\b|\bcurva de construcci[oó]n\b"
    r"|\britmo de construcci[oó]n\b|建设(?:曲线|历史|进度)",
    re.IGNORECASE,
)
ANYWAY = re.compile(
    r"\b(?:would|could) (?:it|this|that|the \w+)(?: \w+)? have (?:happened|gone|changed|fallen|dropped|declined|been lost)\b.*"
    r"\b(?:anyway|anyhow|regardless|without)\b|\b(?:wäre|hätte)\b.*\b(?:ohnehin|sowieso|auch ohne)\b"
    r"|\b(?:se serait|serait|aurait)\b.*\b(?:de toute façon|quand même|sans (?:le|la|l'|cette?|ce))\b"
    r"|\b(?:habría|hubiera)\b.*\b(?:de todos modos|de todas formas|igualmente|sin (?:el|la))\b|(?:即使|就算)?没有.*也会(?:发生|变化|下降)|(?:反正|无论如何)都?会",
    re.IGNORECASE,
)
"""What would have been without an event."""
CAUSED = re.compile(
    r"^\W*(?:did|has|have|was|were|is|are) (?!.*\b(?:what|which)\b).*\b(?:caused? (?:it|this|that|by)|responsible for|to blame for)\b"
    r"|^\W*(?:was|is|are) (?:it|this|that) (?:really )?(?:because of|due to|caused by) the\b"
    r"|^\W*(?:war|ist|hat) .*\b(?:schuld(?: daran)?|verursacht|verantwortlich|wegen de[rs])\b"
    r"|^\W*(?:est-ce|c'est|ce(?:la)? est)\b.*\b(?:à cause d|dû à|qui a causé|responsable)|\b(?:a-t-\w+ causé)\b"
    r"|^\W*¿?(?:fue|es|ha sido)\b.*\b(?:por culpa de|a causa de|debido a|la causa|el responsable)\b|^\W*¿?(?:lo )?(?:causó|provocó)\b"
    r"|是(?:因为|由于|不是因为).*(?:吗|？|\?)|是.*(?:造成|引起|导致)的吗",
    re.IGNORECASE,
)
"""Whether a named event brought the change about."""
WAS_IT = re.compile(
    r"^\W*(?:was|is) (?:it|this|that) (?:really )?the (?!same|case|only|first|last|whole|right|largest|biggest)[\w -]+\b(?:in|of|since|after|from)\b"
    r"|^\W*war(?:en)? (?:es|das) (?:der|die|das)\b|^\W*(?:est-ce|était-ce) (?:le|la|l')|^\W*¿?fue (?:el|la)\b",
    re.IGNORECASE,
)
"""Something with a date that may have been it."""
EVENTS = re.compile(
    r"\b(?:fires?|wildfires?|floods?|storms?|hurricanes?|droughts?|earthquakes?|landslides?|mines?|smelters?|dams?|war|law"
    r"|ban|feuer|brand|flut|sturm|dürre|erdbeben|mine|staudamm|incendie|feu|inondation|tempête|sécheresse|barrage"
    r"|incendio|fuego|inundación|tormenta|sequía|terremoto|mina|presa)\b|火灾|大火|洪水|风暴|干旱|地震|矿山|大坝",
    re.IGNORECASE,
)
"""Events by their own names."""
OF_IMAGES = re.compile(
    r"\b(?:clouds?|haze|shadows?|light|sun|seasons?|snow|sensors?|registration|shift|alignment|angle|images?|wolken|schatten|jahreszeit"
    r"|licht|nuages?|ombres?|saison|nubes?|sombras?|estación)\b|云|阴影|季节|光照",
    re.IGNORECASE,
)
"""What lies in the images and is no event."""
OTHER_THINGS = re.compile(r"\b(?:this pair|the pair|two images|both images|first and last|these two)\b", re.IGNORECASE)


def plan(question: str, *, is_open: bool) -> Plan | None:
    """The calls on a series that a question means; None where it is about something else.

    Args:
        question: of a person.
        is_open: whether a series is open, so that "when" and "what changed" are about it.
    """
    text = lexicon.spaced(question)
    if (effect := _effect(question, text, is_open=is_open)) is not None:
        return (effect,)
    if TRAJECTORY.search(question) and (is_open or SERIES.search(text)):
        return (PlannedCall("describe_trajectory", _span(question)),)
    if (is_open or SERIES.search(text)) and (history := _history(question, text)) is not None:
        return (history,)
    found = _periods(question, is_open=is_open) or _pair(question, is_open=is_open) or _chart(text, is_open=is_open)
    if found is None and ZONES.search(text) and RANKED.search(text) and (is_open or TIME.search(text)):
        found = PlannedCall("series_zones", _index(text))
    if found is None and (_is_about_time(text) if is_open else SERIES.search(text)):
        found = PlannedCall("series_change", _index(text) | _span(question))
    return None if found is None else (found,)


def _effect(question: str, text: str, *, is_open: bool) -> PlannedCall | None:
    """The effect of an event; None where the images themselves are asked about, or why in general."""
    if OF_IMAGES.search(text):
        return None
    dated = DAYS.search(question)
    named = dated is not None and WAS_IT.search(text) and (is_open or EVENTS.search(text))
    if not (ANYWAY.search(text) or CAUSED.search(text) or named):
        return None
    return PlannedCall(
        "explain_effect", ({} if dated is None else {"event": dated[0]}) | _spelt_index(text) | _place(text)
    )


def _spelt_index(text: str) -> dict[str, Any]:
    """An index by its own name: a fire that is asked about is an event and chooses none."""
    return {name: value for name, value in _index(text).items() if re.search(rf"\b{value}\b", text, re.IGNORECASE)}


def _place(text: str) -> dict[str, Any]:
    return {"place": zone["zone"]} if (zone := _zone(text)) else {}


def _history(question: str, text: str) -> PlannedCall | None:
    """Buildings or roads over the dates; None where no class, or no time, is named."""
    classes = lexicon.find(lexicon.CLASSES, text) or (["building"] if CONSTRUCTION.search(text) else [])
    timed = any(pattern.search(text) for pattern in (TIME, WHEN, TREND, YEARLY, CHART)) or DAYS.search(question)
    if len(classes) != 1 or classes[0] not in OBJECTS or not timed or OTHER_THINGS.search(text):
        return None
    span = _span(question)
    if not span and OPEN.search(question):
        return None  # two dates become the pair
    return PlannedCall("object_history", {"object_class": classes[0]} | span)


def _is_about_time(text: str) -> bool:
    """Whether a question, while a series is open, asks for change over time and not for objects of a pair."""
    if lexicon.find(lexicon.CLASSES, text) or OTHER_THINGS.search(text):
        return False
    return any(pattern.search(text) for pattern in (TIME, WHEN, TREND, CHANGED)) or bool(
        lexicon.find(lexicon.LAND_COVERS, text, fuzzy=False)
    )


def _periods(question: str, *, is_open: bool) -> PlannedCall | None:
    """Two periods that are compared."""
    if not COMPARE.search(question):
        return None
    spans = [tuple(part for part in match.groups() if part) for match in RANGE.finditer(question)]
    if len(spans) != 2 and is_open:
        days = DAYS.findall(question)
        spans = [(day, day) for day in days] if len(days) == 2 else spans
    if len(spans) != 2:
        return None
    (first_since, first_until), (second_since, second_until) = spans
    names = {
        "first_since": first_since, "first_until": first_until,
        "second_since": second_since, "second_until": second_until,
    }  # fmt: skip
    return PlannedCall("compare_periods", names | _index(question) | _zone(question))


def _pair(question: str, *, is_open: bool) -> PlannedCall | None:
    """Two dates that become the pair."""
    days = DAYS.findall(question)
    if len(days) != 2 or not OPEN.search(question):
        return None
    return (
        PlannedCall("open_dates", {"before": min(days), "after": max(days)}) if is_open or len(set(days)) == 2 else None
    )


def _chart(text: str, *, is_open: bool) -> PlannedCall | None:
    """A chart of the whole, a zone or a position."""
    drawn = CHART.search(text) and (is_open or TIME.search(text))
    position = POSITION.search(text)
    if not drawn and not (is_open and position and DRAWN.search(text)):
        return None
    where: dict[str, Any] = _zone(text)
    if position is not None:
        where = {"longitude": float(position["lon"]), "latitude": float(position["lat"])}
    return PlannedCall("series_chart", _index(text) | where)


def _zone(text: str) -> dict[str, Any]:
    found = NAMED.search(text)
    return {} if found is None else {"zone": (found["name"] or found["zh"]).rstrip(".")}


def _index(text: str) -> dict[str, Any]:
    """The index that a question names; "vegetation" and the like is what is taken without one."""
    names = [name for name in lexicon.find(lexicon.INDICES, text, fuzzy=False) if name != "ndvi"]
    if re.search(r"\bndvi\b", text, re.IGNORECASE):
        names = ["ndvi"]
    return {"index": names[0]} if len(names) == 1 else {}


def _span(question: str) -> dict[str, Any]:
    """The part of the series that is asked about."""
    for pattern in (BETWEEN, RANGE):
        if (found := pattern.search(question)) is not None:
            since, until = (part for part in found.groups() if part)
            return {"since": since, "until": until}
    since_day = SINCE.search(question)
    return {} if since_day is None else {"since": since_day["day"]}
