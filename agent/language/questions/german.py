"""What German questions ask for, by wording; umlauts may be written out."""

from __future__ import annotations

from agent.language.questions.question_words import PixelWords, QuestionWords

ACTS = {
    "verify": r"verifizier\w*|nachrechn\w*|neu (?:be)?rechn\w*|nachpr[uü]f\w*|(?:[uü]ber)?(?:pr[uü]f\w*|rechne?) (?:das|es|sie|die zahlen?|die ergebnisse)(?: \w+){0,2} (?:nach|neu|noch ?mals?)\b|zweite meinung|gegenrechn\w*|gegenprobe",
    "smallest_seen": r"(?:wie|ab wie) (?:klein|gro(?:ß|ss)) (?:muss|m[uü]sste|darf|d[uü]rfte|kann)[^?.!]{0,60}|nachweisgrenze|(?:das )?kleinste,? (?:was|das) (?:du|man) (?:siehst|sehen|erkennen)(?: kann\w*)?",
    "errors": r"jahreszeit\w*|saison\w*|(?:mit welcher|welche) wahrscheinlichkeit (?:kann|k[oö]nnen|ist|hat|hast|sagst|sagen)[^?.!]*|wie (?:genau|verl[aä](?:ss|ß)lich|zuverl[aä]ssig|belastbar) (?:ist|sind)[^?.!]{0,40}|fehlerspanne|unsicherheit(?:en)?|(?:nur|blo(?:ß|ss)) (?:das )?(?:licht|wetter|die beleuchtung)|fehler(?:rate|quote)n?|wie oft (?:[uü]bersiehst|verpasst|[uü]bersehen) (?:du|sie)|fehlalarme?|(?:nur|blo(?:ß|ss)) (?:schatten|rauschen|jahreszeit\w*|saisonal\w*)|saisonal\w*",
    "method": r"wie (?:machst|machen|gehst|gehen|funktioniert) (?:du|sie|das)\b[^?.!,]{0,30}|(?:mit )?welche[srnm]? (?:werkzeug|methode|verfahren|tool|modell|formel)[^?.!]*|womit (?:wurde|hast|ist)[^?.!]*|wie (?:wurde|hast du|haben sie|kommst du|kommen sie) (?:das |es |die \w+ |auf )?[^?.!]{0,30}(?:gemessen|berechnet|ermittelt|bestimmt|darauf)",
    "unknowable": r"baugenehmig\w*|genehmig\w*|(?:markt|verkehrs|grundst[uü]cks)wert\w*|was (?:ist|w[aä]re|sind) (?:das|es|die|der)(?: \w+){0,2} wert|(?:bau|wiederaufbau)?kosten\b|was kostet\w*|grundsteuer\w*|welches? (?:dorf|ort|stadt|stra[sß]e)|(?:welche[rmn]?|genaue[rn]?) (?:monat|tag)\b|wetter\b|(?:welche )?feldfr[uü]cht\w*|welche (?:pflanzen|fr[uü]chte|kultur)\w*|wie ?viele (?:stockwerke|etagen|geschosse)n?|(?:breiter|h[oö]her|l[aä]nger) geworden|verbreiter\w*|aufgestockt|renovier\w*|stockwerke?n?|etagen?|geschosse?|wie hoch sind (?:sie|die \w+)|wie tief|(?:il)?legal\w*|erlaubt|gesetzlich\w*|wer\b(?: (?:hat|ist|war|baut))?[^?.!]{0,30}|wem\b[^?.!]{0,30}|befahrbar|verletzt\w*|soll(?:te)?n? (?:ich|wir)|zukunft|prognose\w*|n[aä]chstes jahr",
    "halves": r"welche (?:seite|ecke|bildh[aä]lfte)(?: \w+){0,2} (?:st[aä]rker|mehr|am meisten)(?: ver[aä]ndert)?|welche h[aä]lfte",
    "compare": r"(?:ist|sind) (?:das|es|sie)(?= (?:mehr|weniger) als)|vergleich\w*",
    "mail": r"(?:schick\w*|send\w*|mail\w*)(?: (?:es|das|sie|mir|uns|ihm|die \w+|den \w+))*(?: (?:per|als) (?:e-?mail|mail|post))?(?=[\s?.!]*$| an | per )|per (?:e-?mail|mail)|e-?mail\w*",
    "print": r"(?:druck\w*|ausdruck\w*|hochlad\w*|ver[oö]ffentlich\w*)(?: (?:es|das|sie|mir|aus))*|ruf (?:mich|an)",
    "enough": r"vergiss es|egal|stopp?|lass gut sein|schon gut|abbrechen",
    "thanks": r"(?:vielen |besten |herzlichen )?dank(?:e|esch[oö]n)?(?: (?:sch[oö]n|dir|sehr|ihnen))?|prima|super|perfekt|toll|klasse|gut gemacht|sehr gut|tsch[uü]ss",
    "hello": r"hallo|guten (?:tag|morgen|abend)|hi|moin|servus|gr[uü][sß]+ (?:dich|gott)|wie geht'?s",
    "help": r"hilfe|hilf mir|was kannst du(?: (?:alles|machen|tun))*|was k[oö]nnen sie(?: (?:alles|machen|tun))*|wie (?:geht|funktioniert) (?:das|es)",
    "files": r"wo (?:ist|sind|liegt|liegen|finde ich)(?: (?:die|der|das|den|meine?|diese))? ?(?:datei(?:en)?|bericht|exporte?|dokumente?|tabelle|report)(?: gespeichert)?|welche dateien.*|dateiname|dateipfad|wo hast du (?:es|sie|das|die datei\w*) (?:gespeichert|abgelegt)",
    "recap": r"(?:fass\w*|zusammenfass\w*)(?: (?:alles|bitte|das|es|mal|unsere \w+|noch ?mal))*(?: zusammen)?|zusammenfassung(?: von allem)?|was haben wir (?:bisher |bis jetzt )?(?:gefunden|gesehen|herausgefunden)|[uü]berblick [uü]ber alles",
    "swap": r"(?:tausch\w*|vertausch\w*|dreh\w*|wechsl\w*)(?: (?:die|den|beiden|mal|bitte))* ?(?:daten|bilder|reihenfolge|zeitpunkte|datums)?(?: (?:um|aus))?|andersherum|umgekehrt",
    "undo": r"(?:ohne|entfern\w*|l[oö]sch\w*|vergiss|hebe?)(?: (?:den|die|das|alle|diesen?|jede\w*|mal))* ?(?:filter|abst[aä]nde?|entfernung(?:en)?|grenzen?|schwellen?|schwellenwerte?|einschr[aä]nkung(?:en)?|limit)(?: (?:auf|weg))?|jeder gr[oö](?:ß|ss)e|wieder alle",
    "repeat": r"(?:noch ?mal|nochmal|wiederhol\w*)|(?:was|wie) ist (?:denn |nun )?die (?:echte|wahre|richtige|tats[aä]chliche|genaue) (?:zahl|anzahl)|die (?:echte|wahre|richtige|tats[aä]chliche) (?:zahl|anzahl)|wie viele (?:denn|also|nun)",
    "doubt": r"(?:bist du|sind sie)(?: (?:dir|sich|ihnen|wirklich|ganz|da))* sicher|wirklich|ehrlich|stimmt das|das (?:stimmt nicht|kann nicht sein|glaube ich nicht|ist falsch)|(?:ich )?glaub\w* (?:ich )?(?:dir )?nicht|ich bezweifle|unm[oö]glich",
    "confirm": r"(?:kannst du )?best[aä]tig\w*(?: mir)?(?:,? dass)?|pr[uü]f\w*(?:,? ob|,? dass)?|(?:ist es|stimmt es) (?:wahr|richtig)?(?:,? dass)?|oder|nicht wahr|ich (?:glaube|denke|sehe|z[aä]hle|meine|vermute)(?:,? dass)?|man sagt(?:e)? mir|also(?= (?:null|keine|\d+))",
    "when": r"(?:seit )?wann|in welchem jahr",
    "why": r"warum|wieso|weshalb|was (?:ist|war) (?:der grund|die ursache)|woran (?:liegt|lag)|wodurch|was (?:hat|k[oö]nnte|kann) (?:das |es |dies )?(?:verursacht|ausgel[oö]st)\w*(?: haben)?|(?:die |m[oö]gliche )?ursachen?",
    "draw": r"(?:zeichn\w*|markier\w*|umriss\w*|visualisier\w*|kartier\w*|einzeichn\w*)(?: (?:sie|es|das|die|mir|ein))*(?: (?:auf|in) (?:der|die|einer?|dem) (?:karte|bild))?|(?:zeig\w*|sehen)(?: (?:mir|sie|es|das|die|uns|wo))* (?:auf|in) (?:der|einer|dem|einem) (?:karte|bild)|auf (?:der|einer) karte|zeig\w* (?:mir )?(?:die|eine) karte",
    "count": r"wie ?viele?(?! (?:fl[aä]che|boden|land|platz)\b)(?: (?:sind|waren|gibt|wurden) (?:es|das))?|anzahl(?: (?:der|von))?|z[aä]hl\w*(?: (?:sie|die|mir))*",
    "list": r"(?:list\w*|aufz[aä]hl\w*|z[aä]hl\w* .{0,20}auf|nenn\w*)(?: (?:sie|die|mir|alle|auf))*|welche(?: (?:sind|waren) (?:das|es))?|(?:zeig|gib)\w*(?: (?:mir|uns))? (?:sie|die liste|alle)|einzeln",
    "where": r"wo konzentrier\w*(?: sich)?|in welche[rmn]? (?:gegend|bereich|viertel|zone)|wo(?: (?:genau|ist|sind|liegt|liegen|war|waren|befinden|befindet|sich|denn|das|es|sie))*|wohin|standorte?|lage|positionen?|koordinaten|in welche[mr] (?:teil|ecke|h[aä]lfte)",
    "area": r"(?:die )?(?:gesamt)?fl[aä]chen?(?:inhalt|verbrauch)?(?: (?:der|von|davon))?|wie gro(?:ß|ss)(?: (?:ist|sind|war|waren))?|wie ?viel (?:fl[aä]che|boden|land|platz)|gr[oö](?:ß|ss)e(?:n)?(?: (?:der|von))?|ausdehnung",
    "describe": r"was (?:sieht man|siehst du|sehen sie|ist (?:da |hier )?zu sehen|zeigt)[^?.!]{0,30}|was (?:hat sich (?:ver[aä]ndert|ge[aä]ndert|getan)|ist (?:neu|anders|passiert|geschehen)|gibt es neues)|welche (?:ver[aä]nderungen|[aä]nderungen|unterschiede)(?: gibt es)?|beschreib\w*(?: (?:die|das|mir) \w+)*|hat sich (?:etwas|was) (?:ver[aä]ndert|ge[aä]ndert|getan)",
    "inspect": r"aufl[oö]sung|pixelgr[oö](?:ß|ss)e|projektion|koordinatensystem|welche[srn]? (?:datum|daten|sensor|satellit|b[aä]nder|jahre?)|von wann (?:sind|ist)|wann .* aufgenommen",
    "limits": r"was kannst du nicht(?: (?:sehen|erkennen|finden))?|was siehst du nicht|(?:deine|die) grenzen",
    "export": r"leg\w*(?= .{0,40}\bab\b)|(?:als (?=(?:pdf|csv|excel|geojson|geopackage|gpkg|shapefile|kml)))?ausgeben|(?:als|im) (?=(?:pdf|csv|excel|geojson|geopackage|gpkg|shapefile|kml))|(?:export\w*|speicher\w*|sicher(?:e|n)|herunterlad\w*|download\w*)(?: (?:es|das|sie|die|mir|alles|bitte))*|(?:gib|mach|erstell\w*|erzeug\w*|will|m[oö]chte|brauche|h[aä]tte|schreib\w*)(?: (?:mir|uns|es|das|sie|die|ein(?:e|en)?|bitte|gern))*(?= (?:als |in |im |eine? |einen )?[\w -]{0,10}?\b(?:geo-?json|kml|shape-?file|shp|excel\w*|xlsx?|csv|tabelle|geo-?tiff?|gpkg|pdf\w*|png|html|bericht)\b)",
}
STATISTICS = {
    "mean_area": r"(?:im )?(?:durchschnitt|mittel|schnitt)(?:lich\w*)?(?: gro(?:ß|ss))?|durchschnittlich\w*(?: (?:gr[oö](?:ß|ss)e|fl[aä]che))?|mittlere[rn]? (?:gr[oö](?:ß|ss)e|fl[aä]che)|durchschnittsgr[oö](?:ß|ss)e",
    "median_area": r"median\w*",
    "total_area": r"gesamtfl[aä]che|gesamte fl[aä]che|fl[aä]che insgesamt",
    "density": r"(?:pro|je) (?:ha|hektar|km2|km²|quadratkilometer)|dichte",
    "yearly": r"(?:j[aä]hrliche )?rate|im jahresschnitt|(?:pro|im|je|jedes) jahr|j[aä]hrlich\w*",
    "length": r"(?:gesamt)?l[aä]nge(?:n)?(?: (?:der|von|insgesamt))?|wie lang(?: (?:ist|sind))?|wie ?viele (?:kilometer|meter|km)\b",
    "perimeter": r"umfang|umf[aä]nge|umriss(?:l[aä]nge)?",
    "spacing": r"distanz(?: zwischen)?|(?:wie )?weit weg|wie weit liegen(?: \w+){0,5} auseinander|abst[aä]nde?(?: (?:zwischen|der|von)(?: \w+)?)?|wie weit(?: (?:auseinander|entfernt|liegen|sind))*|entfernung(?: zwischen(?: \w+)?)?|n[aä]chste[rn]? nachbar\w*",
}
ORDERS = {
    "largest": r"(?:das |den |der )?gr[oö](?:ß|ss)te[nsr]?",
    "smallest": r"(?:die |das |den |der )?kleinste[nsr]?",
    "surest": r"sicherste[nsr]?|wahrscheinlichste[nsr]?",
    "unsurest": r"unsicherste[nsr]?|am wenigsten (?:sicher|wahrscheinlich)\w*|zweifelhafteste[nsr]?",
}
COVERS = {
    "burnt": r"verbrannt\w*|abgebrannt\w*|gebrannt|br[aä]nde?|feuer|waldbrand|brandfl[aä]chen?",
    "water": r"meer|k[uü]sten?|ufer|strand|gew[aä]sser|wasser(?:fl[aä]chen?)?|seen?|teiche?|weiher|fl[uü]sse?|fluss|stausee|[uü]berschwemm\w*|[uü]berflut\w*",
    "trees": r"b[aä]ume?n?|baumbestand|w[aä]lde?r?n?|gehölz\w*|abgeholzt\w*|rodung\w*|gerodet\w*|aufforst\w*",
    "vegetation": r"vegetation|gr[uü]n(?:fl[aä]chen?)?|pflanzen|wiesen?|felder?|acker\w*|[aä]cker|landwirtschaftliche\w* (?:fl[aä]che|nutzfl[aä]che)n?|gras",
    "snow": r"schnee|gletscher|eis",
    "built": r"versiegel\w*",
    "bare": r"offener boden|sand|kahle[rn]? (?:boden|fl[aä]chen?)",
}
WAYS = {
    "loss": r"weniger|kleiner|geschrumpft|schrumpft\w*|verlor\w*|verlust\w*|abgenommen|abnahme|zur[uü]ckgegangen|r[uü]ckgang|gesunken|gef[aä]llt|gerodet|abgeholzt|verschwunden|ausgetrocknet|trocken\w*",
    "gain": r"mehr|gr[oö](?:ß|ss)er|gewachsen|w[aä]chst|zugenommen|zunahme|gestiegen|dazugekommen|angepflanzt|gepflanzt|[uü]berflutet|ausgedehnt|gewonnen",
}
GONE = r"abgerissen\w*|abriss|verschwunden\w*|zerst[oö]rt\w*|weggefallen\w*|entfernt\w*|weg|verloren\w*|abgetragen\w*|eingest[uü]rzt\w*|plattgemacht|kaputt"
CAME = r"(?:vorher|fr[uü]her|damals) (?:noch )?nicht (?:da|dort|vorhanden)|noch nicht (?:da|dort|gab|standen)|neu(?:e[nrsm]?|bauten?|bau)?|gebaut\w*|erbaut\w*|errichtet\w*|entstanden\w*|hinzugekommen\w*|dazugekommen\w*|dazu gekommen|hochgezogen\w*|gewachsen|aufgebaut\w*"
WORDS = {
    "meaning": r"unterschied zwischen (?:ver[aä]ndert|neu)\w*.*|was (?:bedeutet|hei(?:ß|ss)t|meinst du mit) .*",
    "original": r"(?:zur[uü]ck )?zur (?:urspr[uü]nglichen|alten) reihenfolge|wieder zur[uü]ck(?:tauschen)?",
    "became": r"(?:(?:was )?(?:ist|steht|liegt|w[aä]chst) (?:denn )?(?:da|dort|hier) (?:denn )?(?:jetzt|nun|heute)(?: (?:drauf|stattdessen))?|(?:daraus|dazu|zu was) geworden|was (?:ist|wurde) (?:daraus|dort)|daraus|stattdessen(?= *[?.!]*$)|(?:ist|steht|w[aä]chst) (?:jetzt|nun|heute) (?:dort|da)|jetzt dort|ersetzt\w*|umgewandelt)",
    "built": r"[uü]berbaut\w*|zugebaut\w*|bebaut\w*|gebaut\w*|erbaut\w*|errichtet\w*|abgerissen\w*|abriss",
    "refers": r"sie|ihnen|diese[nrsm]?|jene[nrsm]?|deren|davon|ihre?[nrsm]?|dieselben?|dort|jeweils|welche[rs]?",
    "only": r"(?:mich |uns )?interessier\w+(?: (?:mich|uns))?(?: nur)?|nur|lediglich|ausschlie(?:ß|ss)lich|bloß|beschr[aä]nk\w*(?: auf)?|filter\w*|behalt\w*",
    "corrects": r"(?:nein,? )?ich (?:meinte|meine|wollte)(?: die| das)?|vielmehr|nicht (?:die|das|diese)|sondern|stattdessen",
    "sure_only": r"nur (?:die |jene |solche )?(?:wirklich |ziemlich |ganz |sehr |einigerma(?:ß|ss)en |halbwegs )?(?:sicher|zuverl[äa]ssig|verl[äa]sslich|eindeutig|gesichert)(?:e|en|er)\b|(?:ohne|lass\w*) (?:die )?(?:unsicher|zweifelhaft|fraglich)en?\b|(?:unsichere|zweifelhafte) (?:weg|raus)",
    "discards": r"\b(?:lass\w*|nimm|nehm\w*|schmei(?:ß|ss)\w*|wirf|filter\w*)\b[^.?!;\d]{0,30}\b(?:weg|raus|heraus|aus)\b|weg ?lassen|raus ?(?:nehmen|lassen|filtern|werfen)|\b(?:nicht|nie) (?:mit ?)?(?:gez[äa]hlt|z[äa]hlen|relevant|interess\w+|erfasst?|erfassen|haben|sehen|brauch\w*|ber[üu]cksichtig\w*|versichert|kartier\w*)|z[äa]hl(?:t|en) (?:\w+ )?nicht|interessier(?:t|en) (?:\w+ ){0,2}nicht|erfassen wir nicht|(?:ist|sind) (?:nur |bloß )?(?:rauschen|m[üu]ll|egal|irrelevant)",
    "forgets": r"(?:abgesehen von|entfern\w*|streich\w*|vergiss|ignorier\w*|ohne|au(?:ß|ss)er|lass\w*|nicht|keine?)(?: (?:die|den|das|alle|weg|mehr))*",
    "goes_on": r"und|auch|dann|also|ok|okay|jetzt|aber|au(?:ß|ss)erdem|noch|nun|gut",
    "all": r"alle[nrs]?|jede[nrsm]?|irgend\w*|insgesamt|gesamt|zusammen",
    "big": r"(?:die )?gro(?:ß|ss)en?",
    "small": r"(?:die )?kleinen?",
    "stands": r"insgesamt|bestehende[nrs]?|vorhandene[nrs]?|standen",
    "none": r"null|keine?[nrs]?|nichts",
    "thing": r"objekt|nummer|nr\.?|stelle|#",
    "look": r"zoom\w*(?: auf| zu)?|geh zu|details?|zeig\w*(?: mir)?|schau",
    "middle": r"(?:bild)?mitte|zentrum|mittleren?",
}
NEAR = {
    "nearest": (
        r"(?:am n[aä]chsten|n[aä]chstgelegene\w*) (?:an|zu|bei|von|zur|beim) <art><to>",
        r"<art><to> am n[aä]chsten",
    ),
    "farthest": (r"am weitesten (?:entfernt )?(?:von|weg von) <art><to>(?: entfernt)?",),
    "beyond": (
        r"nicht (?:innerhalb von|näher als|im umkreis von|im abstand von) <n> (?:von|zu|vom|zur|um|an|neben) <art><to>",
        r"(?:keine?[nms]?|ohne) (?:andere[nsmr]? |weitere[nsmr]? |neue[nsmr]? )*<to>(?: \w+)? (?:innerhalb von|im umkreis von|näher als|in) <n>",
        r"nichts (?:anderes |weiter )?(?:innerhalb von|im umkreis von|näher als) <n>",
        r"(?:mehr als|weiter als|über|mindestens|außerhalb von) <n> (?:entfernt )?(?:von|zu|vom|zur|um) <art><to>(?: entfernt)?",
    ),
    "within": (
        r"(?:innerhalb von|weniger als|höchstens|maximal|näher als|bis zu|bis|im umkreis von|in einem radius von|unter) <n> (?:entfernt )?(?:von|zu|vom|zur|um|an|neben) <art><to>(?: entfernt)?",
    ),
    "beside": (r"(?:in der nähe|nahe|neben|entlang|längs|unweit) (?:von|an|der|des|zu|zur)? ?<art><to>",),
}
ARTICLES = r"(?:(?:der|die|das|dem|den|des|einer|einem|eine[rns]?|anderen) )?(?:(?:neuen?|nächsten) )?"

CUES = {
    "zone_effect": r"\bwo\b[^?.!]{0,60}\b(?:am wirksamsten|am besten (?:gewirkt|geholfen)|am meisten (?:gewirkt|geholfen|gebracht)|die größte wirkung)\b|\bwirkung\w* (?:je|nach|über|pro) (?:die )?zonen?\b|\bwo hat (?:das|die|der) (?:\w+ )?(?:programm|maßnahme|förderung)\w* (?:gewirkt|geholfen)\b",
    "adjusted": r"\b(?:fehler|um (?:die )?fehler\w*)[- ]?(?:bereinigt|korrigiert)\w*|\b(?:bereinigte|korrigierte)\w* fläche\w*|\b(?:nutzer|produzenten)genauigkeit\w*|\bkonfusionsmatrix\b|\bfehlermatrix\b",
    "map_accuracy": r"\bwie (?:genau|gut|richtig|verlässlich|zuverlässig) (?:ist|sind) (?:diese|die|ihre) (?:\w+ )?(?:karten?|flächen?|ergebnisse)\b|\bgesamtgenauigkeit\b|\bgenauigkeit (?:der|dieser) (?:\w+ )?karte\b|\bstandardfehler (?:der|des)\b",
    "single_trees": r"\bwie ?viele (?:\w+ )?bäume\b",
    "this_place": r"\bin (?:diesem|dem|unserem) (?:bezirk|quartier|gebiet|viertel)\b",
    "one_by_one": r"(?:^\W*|(?<=[.?!] ))(?:welche|nenn\w*|list\w*)\b|^\W*zeig\w*\b",
    "clearing": r"\b(?:kahl(?:schl[äa]g\w*|fl[äa]che\w*)|lichtung\w*|rodung\w*)\b",
    "several": r"\b(?:sind|waren|die) (?:\w+ )?gr[öo](?:ß|ss)ten\b",
    "patches": r"\b(?:flecken?|teilfl[äa]che\w*|einzelfl[äa]che\w*|fl[äa]chen|kahl(?:schl[äa]g\w*|fl[äa]che\w*)|lichtung\w*|st[üu]cke?n?|parzellen|polygone?n?|zusammenh[äa]ngend\w*)\b",
    "thirds": r"(?:ober|unter|mittler|link|recht|n[oö]rdlich|s[uü]dlich|[oö]stlich|westlich)\w*(?:s)? (?:drittel|f[uü]nftel)",
    "or": r"oder",
    "counted": r"wie ?viele (?:h[aä]user|geb[aä]ude|stra(?:ß|ss)en)",
    "regrown": r"nachgewachsen|wieder (?:be)?wachsen|wieder aufgeforstet",
    "hit": r"betroffen\w*|ver[aä]ndert\w*",
    "true": r"stimmt (?:das|es)|(?:ist|w[aä]re) das (?:richtig|wahr|korrekt)|richtig\?|kannst du (?:das )?best[aä]tigen",
    "every": r"alle[nrs]?|jede[nrsm]?|s[aä]mtliche\w*",
    "quarters": r"(?:welche[rsmn]?|jede[rsmn]?|pro|je|nach) (?:viertel|quadrant\w*|ecken?)",
    "gross": r"verloren|gerodet|gef[aä]llt|abgeholzt|gewonnen|verschwunden|hinzugekommen|zugesch[uü]ttet|nachgewachsen|gibt es neue",
    "flood": r"[uü]berschwemm\w*|[uü]berflut\w*|hochwasser",
    "share": r"(?:anteil|prozent) (?:der|des|vom|ist|sind|macht)|in prozent|wie ?viel prozent|prozentual\w*",
    "map_too": r"(?:und|plus|samt|,)(?: \w+){0,3} (?:karte|bild)\b",
    "whole": r"(?:ganze[nrsm]?|gesamte[nrsm]?) (?:bild|gebiet|fl[aä]che|szene|karte)|insgesamt|[uü]berall",
    "scene": r"wie gro(?:ß|ss) ist (?:das|die) (?:ganze |gesamte )?(?:gebiet|fl[aä]che|bild|szene|bildausschnitt)(?=[\s?.!,]*(?:$|in\b))|(?:gr[oö](?:ß|ss)e|fl[aä]che) des (?:ganzen |gesamten )?(?:bildes|gebiets?)|welche fl[aä]che (?:hast du|wurde|zeigt)",
    "still_there": r"(?:steht|stehen|gibt es|ist|sind|existiert) (?:\w+ ){0,4}(?:immer )?noch(?: da| dort)?|noch (?:da|dort|vorhanden)",
    "unsure": r"[uü]berschwemm\w*|[uü]berflut\w*|hochwasser|breiter",
    "came_from": r"was (?:war|stand|befand sich|gab es|ist)(?: \w+){0,3} (?:vorher|davor|fr[uü]her|zuvor)(?: (?:da|dort|gewesen))?|was (?:haben|hat)(?: \w+){1,4} (?:ersetzt|verdr[aä]ngt)|(?:auf|in) was f[uü]r (?:ein\w* )?(?:boden|land|fl[aä]che)\w*|worauf (?:wurde\w*|hat man)",
    "next": r"n[aä]chst\w*",
    "both": r"beiden?|die zwei",
    "sized": r"gr[oö](?:ß|ss)er|kleiner",
    "either": r"(?:mehr|weniger|größer|kleiner)\b[^?.!,]* oder (?:mehr|weniger|größer|kleiner)|oder (?:eher|ist|sind|hat|haben|wurden?)|(?:mehr oder weniger|weniger oder mehr)|gewonnen oder verloren|(?:zu|ab)- oder (?:ab|zu)genommen|gr[oö](?:ß|ss)er oder kleiner|gewachsen oder geschrumpft",
    "not_only": r"nicht nur",
    "taken": r"von wann|aufgenommen|aufnahme(?:tag|datum|zeit)\w*",
    "changes": r"(?:der|die|den) (?:gr[oö](?:ß|ss)|klein|wichtig)\w+ ver[aä]nderung|die ver[aä]nderung|(?:alle )?ver[aä]nderungen|[aä]nderungen",
    "together": r"zusammen(?:genommen)?|insgesamt|in (?:der )?summe|alles in allem|gesamtfl[aä]che|^\W*(?:bedecken|belegen|[uü]berbauen) (?!irgend)\w+",
    "from_to": r"[uü]bergangs(?:matrix|tabelle)|\bmatrix\b|von-nach",
    "into": r"umgewandelt in|(?:zu|in) \w+ (?:geworden|umgewandelt)|wich(?:en)?|gewichen|ersetzt durch|verloren (?:an|durch)|[uü]berbaut|bebaut",
    "by_zone": r"(?:zone|parzelle|flurst[uü]ck|bezirk|polygon|grundst[uü]ck|gemeinde|stadtteil|sektor|abteilung)\w*",
    "against": r"(?:ist|sind|war|waren) (?:das|es|sie|dies)(?: \w+)? (?:(?:mehr|weniger|gr[oö](?:ß|ss)er|kleiner) oder )?(?:mehr|weniger|gr[oö](?:ß|ss)er|kleiner)",
    "rest": r"ohne (?:diese|die|sie)|die (?:anderen|übrigen)|lass (?:diese|die|sie) weg",
    "less": r"weniger|kleiner",
    "balance": r"unterm strich|netto|im saldo|per saldo|(?:mehr|weniger)\b[^?.!]*als (?:vorher|zuvor|fr[uü]her|damals)",
    "stood": r"gab es (?:vorher|davor)|standen (?:vorher|davor)",
    "drier": r"trockener|feuchter|nasser",
    "which_way": r"himmelsrichtung|in welche[rm]? (?:richtung|teil)",
    "most": r"konzentrier\w*|die meisten|am meisten",
    "them": r"sie|diese|ihnen",
    "denied": r"nicht",
    "nothing": r"nichts|kein(?:e[nrms]?)?(?! (?:ahnung|problem|zweifel|bock))",
    "all_ground": r"ver[aä]nderte fl[aä]che",
    "share_of": r"(?:anteil|prozent(?:satz)?|%)(?: davon| von (?:ihnen|diesen|denen)| (?:von )?(?:all|dies|jen)en| (?:all|dies)er| der(?! (?:ganz|gesamt|bild|fl[aä]che|szene|aufnahme|gemeinde|stadt))| aller)",
    "how_much_more": r"(?:um )?wie ?viele? (?:mehr|weniger|größer|kleiner)|um wie ?viel|(?:unterschied|differenz)",
    "share_changed": r"(?:prozent|anteil|teil) (?:der|des|vom)(?: (?:gesamten|ganzen))? (?:fl[aä]che|bild\w*|gebiets?)\b[^?.!]*ver[aä]nder\w*|wie ?viel hat sich(?: \w+){0,2} ver[aä]ndert",
    "one_date": r"(?:erste|zweite|fr[uü]here|sp[aä]tere|alte|neue|letzte)[nrms]* (?:bild|datum|aufnahme|foto)|(?:auf dem|im) (?:neuer|sp[aä]ter|[aä]lter|fr[uü]her|alt|neu|erst|zweit|letzt)\w*(?: bild| foto| luftbild)?|(?:noch )?[uü]brig|verbleib\w*|gibt'?s? (?:es )?(?:jetzt|noch|heute)",
}
SIDES = {
    "west": r"links",
    "east": r"rechts",
    "north": r"oben",
    "south": r"unten",
}

DOUBTS = {
    "appearance": r"schatten\w*|blickwinkel\w*|kamerawinkel\w*|aufnahmewinkel\w*|perspektive|(?:anderer|anderen) winkel\w*|(?:anderes|andere) licht\w*|beleuchtung\w*|fehlalarm\w*(?!rate)|artefakt\w*|bildfehler|optische t[aä]uschung",
    "rebuilt": r"(?:neues|neue|neuen|anderes|erneuertes?) d[aä]ch\w*|dach (?:neu|erneuert|gestrichen|gedeckt)|neu gedeckt\w*|(?:um|an)?gestrichen|andere farbe|renovier\w*|saniert\w*|anbau\w*|umbau\w*|erweiterung\w*|(?:gleiche[rn]?|selbe[rn]?|genau der) (?:stelle|platz|grundst[uü]ck|grundriss|fl[aä]che)|wo vorher (?:ein |das )?alte\w*",
    "hidden": r"(?:unter|hinter|von) (?:den |die |dem |der )?(?:b[aä]umen?|baumkronen|kronen|laub|wolken?|schatten|vegetation)(?: verdeckt| versteckt| verborgen)?|verdeckt\w*|verborgen|versteckt\w*|[uü]bersehen|[uü]bersiehst|entgangen|entgeht",
    "season": r"jahreszeit\w*|saison\w*|ernte|geerntet\w*|abgeerntet\w*|trockenheit|d[uü]rre|(?:trockene|nasse|feuchte|regnerische)[rsnm]? (?:sommer|winter|jahr|monat|woche)\w*|regenzeit|laubfall|entlaubt|kahl im|gepfl[uü]gt\w*|brache|gem[aä]ht\w*|fruchtfolge|gezeiten|(?:anderen?|gleichen?) monat",
    "use": r"(?:oder|und nicht|nicht|statt) (?:ein |eine |einen |nur |blo[sß] |etwa )*(?:scheune|schuppen|garage|lagerhalle|halle|gew[aä]chshaus|stall|laden|b[uü]ro|fabrik|schule)\w*|wof[uü]r\b[^?.!]{0,40}(?:genutzt|benutzt|verwendet)|(?:asphalt|schotter|beton|pflaster)\w*(?=[^?.!]{0,14}\?)|borkenk[aä]fer\w*|baumart\w*|fichten? oder|(?:bewohnt|bewohnbar)",
    "threshold": r"(?:welche[rmn]?|ab welche[rmn]?|wie hoch)\b[^?.!]{0,40}(?:schwelle\w*|schwellwert\w*|grenzwert\w*)|(?:welche|was ist (?:die|deine)|wie gro[sß] ist (?:die|deine)) mindestgr[oö][sß]e|kleinste\w* (?:objekt|erfassbare)\w*",
    "position": r"lagegenauigkeit|lagefehler|positionsfehler|wie genau sind (?:die |deine )?(?:umrisse|koordinaten|kanten|positionen)|genauigkeit der (?:umrisse|koordinaten|lage)",
    "counted_twice": r"doppelt (?:ge)?z[aä]hl\w*|doppelt drin|(?:sind|ist|sind da|ist da)\b[^?.!]{0,30}(?:mit ?gez[aä]hlt|mit drin|mitgerechnet|enthalten|inbegriffen)",
    "accuracy": r"validier\w*|vor ort (?:gepr[uü]ft|[uü]berpr[uü]ft)|wie genau ist|genauigkeit (?:hat|hast|deine)|fehlerquote|fehlerspanne|fehlermarge|was (?:bedeutet|hei[sß]t) (?:die|diese|das) (?:zahl|wahrscheinlichkeit|prozent\w*)|referenzdaten|bodenwahrheit",
    "other_source": r"(?:warum|wieso|weshalb)\b[^?.!]{0,40}(?:anders|abweich\w*|unterschied\w*|nicht [uü]berein)|widersprich\w*|widerspr[aä]ch\w*|(?:kataster|grundbuch|amtliche\w* (?:zahlen|statistik)|gutachten)\w*[^?.!]{0,60}(?:sagt|steht|weist|nennt|anders)",
}

GERMAN_QUESTIONS = QuestionWords(
    acts=ACTS,
    doubts=DOUBTS,
    statistics=STATISTICS,
    orders=ORDERS,
    covers=COVERS,
    ways=WAYS,
    gone=GONE,
    came=CAME,
    words=WORDS,
    auxiliary=r"(?:ist|sind|war|waren|wurden?|gibt es|gab es|hat|haben|siehst du|sieht man)",
    least=r"(?:(?:gr[oö](?:ß|ss)er|mehr|h[oö]her) als|[uü]ber|ab|mindestens|wenigstens|nicht (?:kleiner|weniger) als|minimum|>=?|≥|oberhalb(?: von)?)",
    most=r"(?:(?:kleiner|weniger|geringer) als|unter|h[oö]chstens|maximal|bis(?: zu)?|nicht (?:gr[oö](?:ß|ss)er|mehr) als|maximum|<=?|≤|unterhalb(?: von)?)",
    than=r"(?: (?:als|von|etwa|rund|circa|ca\.?|einem|einer|einen))*",
    spoken={r"(?<!\w)'?nem(?!\w)": "einem", r"(?<!\w)'?ner(?!\w)": "einer", r"(?<!\w)'?nen(?!\w)": "einen"},
    and_up=r"(?:oder (?:mehr|gr[oö](?:ß|ss)er)|und (?:mehr|gr[oö](?:ß|ss)er)|aufw[aä]rts)",
    and_down=r"(?:oder (?:weniger|kleiner)|und (?:weniger|kleiner))",
    between=(r"zwischen", r"und"),
    sure=r"(?:sicher\w*|gewiss\w*|wahrscheinlich\w*|zuverl[aä]ssig\w*|konfidenz)",
    stop=(
        "der die das den dem des ein eine einen einem einer eines und oder ist sind war waren wird werden wurde wurden worden hat haben hatte hatten habe hast"
        " ich du er sie es wir ihr mir mich dir dich uns man sich in im an am auf aus bei mit nach von vom zu zum zur für um über unter vor zwischen durch als"
        " wie was wer wen welche welcher welches welchen wann denn doch mal bitte ja nein nicht kein keine nur noch schon sehr mehr weniger dann da dort hier so"
        " bild bilder foto fotos szene paar karte gebiet ergebnis ergebnisse veränderung veränderungen verändert veränderte veränderten geändert geänderte"
        " vorher nachher davor danach früher später erste ersten zweite zweiten letzte letzten zeig zeige zeigen gib nenn sag sage kannst können könntest will"
        " möchte würde soll sehen gibt gab es viele viel größe anzahl zahl fläche gesamt groß große großen klein kleine kleinen aber also auch jetzt nun wenn"
        " norden süden osten westen mitte nordosten nordwesten südosten südwesten links rechts oben unten teil hälfte meter quadratmeter objekt objekte objekten"
        " gefunden erkannt seit während dazu damit etwas alles pro je unterschied anders gekommen liegt liegen steht stehen ihnen sein seine meine dein deine geworden geschehen passiert"
    ),
    near=NEAR,
    articles=ARTICLES,
    it=r"(?:ihm|ihr|ihnen|diesem|dieser)",
    ordinals={r"zweit": 2, r"dritt": 3, r"viert": 4, r"f[uü]nft": 5, r"zweite[nsr]? ": 2, r"dritte[nsr]? ": 3},
    built_up=r"bebaute[nr]? (?:fl[aä]chen?|boden|gebiete?|land)|siedlungs(?:fl[aä]chen?|gebiete?)|stadt(?:fl[aä]chen?|gebiete?)?",
    share=r"anteile?|prozentsatz",
    each=r"jede[nrsm]?|jeweils|einzeln\w*",
    introduces=r"(?:ich|wir) (?:bin|sind|arbeite[n]?|pr[uü]fe[n]?|schreibe[n]?|vertrete[n]?|komme[n]?|betreue[n]?|recherchiere[n]?|studiere[n]?|versichere[n]?)\b|(?:mein|unser)e? (?:chef|kunde|team|b[uü]ro|amt|firma|redaktion)\b|hier (?:ist|spricht|schreibt)\b",
    denied=r"(?:nicht|ohne|au(?:ß|ss)er|ausgenommen) (?:(?:die|den|das|alles|alle|jene|gebäude|häuser) )*(?:im|in der|in|auf der)",
    beyond="mast masten sendemast sendemasten antenne antennen kran kräne pools pool swimmingpool swimmingpools schwimmbecken solaranlage solaranlagen solarpanel solarpanels solarmodule photovoltaik photovoltaikanlage photovoltaikanlagen auto lkws leute kinder rauch höhe tiefe spielplatz spielplätze zaun zäune parkplatz parkplätze kuh pferde züge boote boot schaden schäden kosten preis wert euro risiko einwohner bewohner",
    cues=CUES,
    sides=SIDES,
    another=r"einander|ander\w+",
    pixel_size=PixelWords(
        pixel=r"pixel|bildpunkte?|aufl[oö]sung",
        half=r"(?:ein(?:en?|em)? )?halbe[nrsm]?",
        centimetres=r"zentimeter\w*",
        metres=r"metern?",
        assumes=r"annahme|angenommen|sagen wir|nimm",
        per=r"pro |je ",
    ),
    goes_to=(r"wechsle|geh|zur[uü]ck", r"paar"),
    trained=r"bezirke?n?|flurst[uü]cke?n?|grundst[uü]cke?n?|landbedeckung|bodenbedeckung|landnutzung|[aä]hnlich\w*|datenbank|archiv",
    trails=r"weg|raus|fort|bitte",
)
