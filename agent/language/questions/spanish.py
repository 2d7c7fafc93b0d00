"""What Spanish questions ask for, by wording; accents may be missing."""

from __future__ import annotations

from agent.language.questions.question_words import PixelWords, QuestionWords

ACTS = {
    "verify": r"verifi(?:ca|que|car|cas|quen)\w*|recalcul\w+|vuelve a (?:calcular|contar|medir)\w*|calc[uú]la(?:lo|los|las)? (?:de nuevo|otra vez)|comprueba (?:los|ese|esos|esas|ese)? ?(?:n[uú]meros?|cifras?|datos?)|segunda opini[oó]n",
    "smallest_seen": r"(?:qu[eé] tan|c[oó]mo de|de qu[eé]) (?:grande|peque[nñ][oa]|tama[nñ]o) (?:tiene|tendr[ií]a|debe|puede)[^?.!]{0,60}|l[ií]mite de detecci[oó]n|lo m[aá]s peque[nñ]o que (?:puedes|se puede) ver",
    "errors": r"(?:efectos? de )?la (?:estaci[oó]n|temporada)|estacional\w*|(?:con )?qu[eé] probabilidad (?:hay|tiene|puede|de que|existe)[^?.!]*|cu[aá]l es la probabilidad de que[^?.!]*|(?:qu[eé] tan |c[oó]mo de )?(?:fiable|confiable|preciso|exacto)s? (?:es|son)[^?.!]{0,30}|margen de error|incertidumbre|(?:s[oó]lo|solo|simplemente) (?:la )?(?:luz|estaci[oó]n|iluminaci[oó]n)|tasas? de error|cu[aá]ntas veces fallas|falsas alarmas|(?:s[oó]lo|solo) (?:sombras?|ruido|estacional\w*)|estacional\w*",
    "method": r"c[oó]mo (?:lo )?(?:haces|hace|hac[eé]is|sabes|sabe)\b[^?.!,]{0,30}|(?:con )?(?:qu[eé]|cu[aá]l) (?:herramienta|m[eé]todo|algoritmo|f[oó]rmula)[^?.!]*|c[oó]mo (?:lo |la |se |las |los )?(?:has |ha |fue |han )?(?:calcul|med|obten|obtuv|cont)\w+",
    "unknowable": r"(?:permiso|licencia)s?(?: de (?:obra|construcci[oó]n))?|valor (?:de mercado|catastral)|cu[aá]nto (?:cost\w+|valen?)|impuestos?|qu[eé] (?:pueblo|ciudad|calle|municipio) es|(?:en )?qu[eé] (?:mes|d[ií]a)\b|(?:mes|d[ií]a|fecha) exact[oa]|(?:qu[eé] )?tiempo hace|(?:m[aá]s )?ensanch\w+|renov\w+|reform\w+|cu[aá]ntos pisos|qu[eé] (?:altura|profundidad)|(?:i)?legal(?:es|mente)?|permitid\w+|qui[eé]n(?:es)?\b[^?.!]{0,30}|transitable|herid\w+|v[ií]ctimas?|deber[ií]a(?:mos)?\b|futuro|predic\w+|pron[oó]stic\w+|el a[nñ]o que viene|cu[aá]nto (?:vale|cuesta)[^?.!]{0,20}",
    "halves": r"(?:qu[eé]|cu[aá]l) (?:lado|mitad|parte)(?: \w+){0,2} cambi[oó] m[aá]s|(?:qu[eé]|cu[aá]l) (?:lado|mitad|parte) ha cambiado m[aá]s|qu[eé] mitad",
    "compare": r"(?:es|son) (?=(?:m[aá]s|menos) que)|compar\w+",
    "mail": r"(?:env[ií]a\w*|m[aá]nda\w*|enviar|mandar)(?: (?:lo|la|los|me|esto|eso))*(?: por (?:e-?mail|correo|mail))?(?=[\s?.!]*$| por | a )|por (?:e-?mail|correo(?: electrónico)?|mail)|correo electrónico",
    "print": r"impr[ií]m\w+|publica\w*|ll[aá]mame|tel[eé]fono",
    "enough": r"d[eé]jalo|para(?=[\s?.!]*$)|no importa|olv[ií]dalo",
    "thanks": r"(?:muchas )?gracias(?: por \w+)?|perfecto|genial|estupendo|excelente|muy bien|adi[oó]s|hasta luego",
    "hello": r"hola|buenos d[ií]as|buenas(?: tardes| noches)?|qu[eé] tal|c[oó]mo est[aá]s",
    "help": r"ayuda(?:me)?|qu[eé] (?:puedes|sabes|pod[eé]is) hacer|c[oó]mo funciona\w*",
    "files": r"d[oó]nde (?:est[aá]n?|queda|encuentro|has guardado|guardaste)(?: (?:el|la|los|las|mi|mis|ese))? ?(?:archivos?|ficheros?|informe|documento|tabla|exportaci[oó]n)|d[oó]nde (?:lo|los) (?:has guardado|guardaste)|qu[eé] archivos|nombre del archivo|ruta del archivo",
    "recap": r"resum\w+(?:me)?(?: (?:todo|lo \w+|hasta ahora|la conversaci[oó]n|nuestr\w+ \w+))*|recapitul\w+|en resumen|qu[eé] (?:hemos|has) (?:encontrado|visto|averiguado)(?: hasta ahora)?",
    "swap": r"(?:intercambia\w*|invierte\w*|invertir|cambia\w*|permuta\w*)(?: (?:las|los|el|de))* ?(?:fechas|im[aá]genes|orden)|al rev[eé]s",
    "undo": r"(?:quita\w*|elimina\w*|borra\w*|olvida\w*|sin)(?: (?:el|la|los|las|ese|este|ning[uú]n|todos))* ?(?:filtros?|distancias?|l[ií]mites?|umbral|restricci[oó]n|condici[oó]n)|de cualquier tama[nñ]o|todos otra vez",
    "repeat": r"(?:otra vez|repite\w*|repetir|de nuevo)|(?:cu[aá]l es|dame)(?: entonces)? el (?:n[uú]mero|dato|valor) (?:real|verdadero|correcto|exacto)|el n[uú]mero (?:real|verdadero)|cu[aá]ntos entonces",
    "doubt": r"(?:est[aá]s|est[aá] usted|seguro que)(?: (?:realmente|bien))? ?(?:segur[oa]|ciert[oa])?(?= ?[?.!]|$| de)|de verdad|en serio|es (?:verdad|cierto|correcto|falso)|no (?:te|me lo|lo) creo|te equivocas|lo dudo|imposible",
    "confirm": r"(?:puedes )?confirm\w+(?: que)?|verifica\w*(?: que)?|es (?:cierto|verdad)(?: que)?|creo(?: que)?|veo|pienso(?: que)?|me dijeron(?: que)?|verdad|no es as[ií]|as[ií] que(?= (?:cero|ningun|\d+))|entonces(?= (?:cero|ningun|\d+))",
    "when": r"(?:desde )?cu[aá]ndo|en qu[eé] a[nñ]o",
    "why": r"por qu[eé]|cu[aá]l (?:es|fue) la (?:causa|raz[oó]n)|a qu[eé] se debe|qu[eé] (?:lo |la )?(?:caus[oó]|explica|provoc[oó]|pudo (?:haber )?(?:causa\w+|provoca\w+)|(?:ha|puede haber) (?:causa\w+|provoca\w+))|(?:la |las )?causas?",
    "draw": r"(?:dibuja\w*|marca\w*|resalta\w*|traza\w*|visualiza\w*)(?: (?:los|las|lo|la))*(?: en (?:el|un) (?:mapa|imagen))?|(?:mu[eé]stra\w*|ense[nñ]a\w*|ver)(?: (?:los|las|lo|la|d[oó]nde))* en (?:el|un|la) (?:mapa|imagen)|en (?:el|un) mapa|mu[eé]stra\w* (?:el|un) mapa",
    "count": r"recuento(?: de)?|cu[aá]nt[oa]s(?: (?:son|hay|fueron))?|n[uú]mero de|cuenta\w*|contar|cantidad de",
    "list": r"list(?:a|ar|e|alos|alas)(?: (?:los|las|todos|todas))*|enum[eé]ra\w*|cu[aá]les(?: (?:son|fueron))?|(?:mu[eé]stra|dame|ense[nñ]a)(?:me)?(?:los|las)|uno por uno|una por una",
    "where": r"(?:d[oó]nde|en qu[eé] (?:zona|sector|cuadrante)) (?:se )?concentran?|en qu[eé] (?:zona|sector|cuadrante)|d[oó]nde(?: (?:est[aá]n?|exactamente|queda\w*|se encuentran?))*|ubicaci[oó]n|localiza\w*|posici[oó]n|coordenadas|en qu[eé] (?:parte|lado|esquina|mitad)",
    "area": r"(?:el )?(?:[aá]rea|superficie|extensi[oó]n|huella)(?: (?:total|de|del|ocupada))*|qu[eé] (?:superficie|tama[nñ]o|[aá]rea)|cu[aá]ntos (?:metros|kil[oó]metros) cuadrados|cu[aá]nt[oa] (?:terreno|superficie|suelo|espacio|ocupan?|miden?)|tama[nñ]o(?: de)?|c[oó]mo de grandes?|cu[aá]nt[oa](?! (?:vale|cuesta))",
    "describe": r"qu[eé] (?:se ve|ves?|muestra\w*)[^?.!]{0,20}|q(?:u[eé])? (?:ha|han|a) cambiado|q(?:u[eé])? cambi[oó]|qu[eé] (?:ha cambiado|cambi[oó]|cambios hay|hay de nuevo|hay nuevo|pas[oó]|ha pasado|es diferente|diferencias hay)|cu[aá]les son los cambios|describ\w+(?: (?:los|el|lo) \w+)*|(?:hay )?algo nuevo|alguna novedad|qu[eé] novedades|ha cambiado algo|algo (?:ha )?cambi\w+|hay cambios",
    "inspect": r"resoluci[oó]n|tama[nñ]o del? p[ií]xel|proyecci[oó]n|sistema de coordenadas|qu[eé] (?:fechas?|sensor|sat[eé]lite|bandas?)|de cu[aá]ndo son|cu[aá]ndo .*tomad\w+",
    "limits": r"qu[eé] no (?:puedes|ves|sabes)(?: ver)?|(?:tus|los) l[ií]mites",
    "export": r"exp[oó]rtal[oae]s?|en (?=(?:pdf|csv|excel|geojson|gpkg|shapefile|kml))|exp[oó]rt\w*(?: (?:lo|los|las|todo|esto))*|gu[aá]rda\w*(?: (?:lo|los|las|todo|esto))*|descarga\w*|(?:dame|haz|hazme|crea|genera|prepara|quiero|necesito)(?: (?:lo|los|las|me|un|una|el|eso|esto))*(?= (?:en |como |un |una |formato )?[\w -]{0,10}?\b(?:geo-?json|kml|shape-?file|shp|excel|xlsx?|csv|tabla|geo-?tiff?|gpkg|pdf|png|html|informe)\b)",
}
STATISTICS = {
    "mean_area": r"(?:en )?promedio(?: de)?|media(?! hect)(?: de)?|de media|(?:tama[nñ]o|[aá]rea|superficie) (?:medio|media|promedio)(?: de)?|por t[eé]rmino medio",
    "median_area": r"(?:(?:tama[nñ]o|[aá]rea|superficie) )?median[ao](?: de)?",
    "total_area": r"(?:[aá]rea|superficie) total(?: de)?",
    "density": r"por (?:ha|hect[aá]rea|km2|km²|kil[oó]metro cuadrado)|densidad(?: de)?",
    "yearly": r"(?:tasa )?anual(?:es)?|por a[nñ]o|/ ?a[nñ]o|(?:por|al|cada) a[nñ]o|anual\w*",
    "length": r"longitud(?: (?:total|de|del))*|cu[aá]ntos (?:kil[oó]metros|metros|km)(?! cuadrad)(?: de)?|qu[eé] (?:largo|longitud)",
    "perimeter": r"per[ií]metros?(?: de)?",
    "spacing": r"a qu[eé] distancia(?: (?:est[aá]n?|queda\w*))?|(?:qu[eé] )?distancia (?:hay|existe)(?: entre)?|(?:la )?distancia (?:de|del|a|hasta)|qu[eé] tan lejos|cu[aá]n lejos|distancias? (?:entre|media entre)(?: (?:los|las|ellos|ellas|\w+))?|separaci[oó]n entre \w+|vecino m[aá]s cercano",
}
ORDERS = {
    "largest": r"(?:el |la |los |las )?(?:\d+ )?(?:m[aá]s grandes?|mayor(?:es)?(?! de| que))",
    "smallest": r"(?:el |la |los |las )?(?:m[aá]s peque[nñ][oa]s?|menor(?:es)?(?! de| que))",
    "surest": r"m[aá]s (?:segur[oa]s?|ciert[oa]s?|probables?)",
    "unsurest": r"menos (?:segur[oa]s?|ciert[oa]s?|probables?)|m[aá]s dudos[oa]s?",
}
COVERS = {
    "burnt": r"quem\w+|incendi\w+|fuego",
    "water": r"mar|costas?|orillas?|playas?|agua|lagos?|lagunas?|r[ií]os?|embalses?|estanques?|inund\w+",
    "trees": r"[aá]rbol(?:es)?|bosques?|arbolado|deforest\w*|masa forestal",
    "vegetation": r"vegetaci[oó]n|verdor|zonas? verdes?|cultivos?|praderas?|prados?|campos?(?! de f[uú]tbol)|terrenos? agr[ií]colas?|tierras? (?:agr[ií]colas?|de cultivo)|hierba",
    "snow": r"nieve|glaciar(?:es)?|hielo",
    "built": r"urbaniz\w+|suelo urbano|impermeabiliz\w+|sellad\w+",
    "bare": r"suelos? desnudos?|arena",
}
WAYS = {
    "loss": r"menos|perdi(?:[oó]|eron)|disminu\w+|reduc\w+|encogid\w*|encogi\w+|baj\w+|perdid\w+|p[eé]rdida|desaparec\w+|tal(?:ad\w+|aron|[oó])|cort(?:ad\w+|aron|[oó])|seca(?:do|d\w+|ron)|retroced\w+",
    "gain": r"m[aá]s|aument\w+|crec\w+|gan\w+|extend\w+|plant\w+|subi\w+|inundad\w+",
}
GONE = r"demol\w+|derrib\w+|destru\w+|desaparec\w+|elimin\w+|perdid\w+|arrasad\w+|derruid\w+|tir(?:aron|ado|ada|ados|adas)|tumb(?:aron|ado|ada)|ech(?:aron|ado) abajo|ca[ií]d[oa]s?"
CAME = r"nuev[oa]s?|constru[iy]\w+|edificad\w+|aparec\w+|a[nñ]adid\w+|levantad\w+|erigid\w+"
WORDS = {
    "meaning": r"diferencia entre (?:cambiad|nuev)\w+.*|qu[eé] (?:significa|quiere decir|quieres decir con) .*",
    "original": r"(?:al )?orden original|vuelve (?:al|a la) (?:orden )?(?:original|normal|anterior)",
    "became": r"en (?:su |el )?lugar(?: del?(?: la)?)?|(?:en qu[eé] )?se (?:convirti\w+|ha convertido|transform\w+)(?: en)?|(?:qu[eé] )?hay ahora(?: ah[ií]| all[ií])?|reemplaz\w+|sustitu\w+",
    "built": r"constru[iy]\w+|edificad\w+|demol\w+|derrib\w+",
    "refers": r"ellos|ellas|esos?|esas?|estos?|estas?|su|sus|aquellos|aquellas|mism[oa]s?|cu[aá]les?|all[ií]|cada un[oa]",
    "only": r"(?:s[oó]lo )?(?:me|nos) (?:interesan?|importan?)|s[oó]lo|solamente|[uú]nicamente|solo|limita\w*|filtra\w*|qu[eé]date con|nada m[aá]s",
    "corrects": r"(?:no,? )?(?:quer[ií]a decir|me refer[ií]a|quise decir|me refiero)(?: a)?|m[aá]s bien|no es[oa]s",
    "sure_only": r"(?:s[óo]lo|solamente|[úu]nicamente) (?:los |las )?(?:\w+ ){0,3}?(?:segur[oa]s?|fiables?|cierto?s)\b|sin (?:los |las )?(?:dudos[oa]s|insegur[oa]s)",
    "discards": r"no (?:me |nos |los |las |se )?(?:interes\w+|cuent\w+|import\w+|quier\w+|sirv\w+|consider\w+|inclu\w+|cartograf\w+|necesit\w+)|d[ée]jal[oa]s fuera|(?:qu[íi]ta|ign[óo]ra|descarta|excl[úu]ye|elim[íi]na)l[oa]s|sin (?:ellos|ellas|esos|esas)|(?:es|son) (?:solo |puro )?ruido",
    "forgets": r"(?:aparte de|quita\w*(?: del medio)?|quitando|elimina|elim[ií]na\w*|descarta\w*|olvid\w+|ignora\w*|deja\w*|sin|salvo|excepto|excluye\w*|no)(?: (?:los|las|el|la|de lado|contar|de))*",
    "goes_on": r"y|e|tambi[eé]n|entonces|pues|ahora|pero|vale|ok|bueno|adem[aá]s|luego",
    "all": r"todos?|todas?|cada|alg[uú]n\w*|en total|juntos",
    "big": r"(?:los |las )?grandes?",
    "small": r"(?:los |las )?peque[nñ][oa]s?",
    "stands": r"en total|existentes?|exist[ií]an?",
    "none": r"cero|ning[uú]n\w*|nada",
    "thing": r"objeto|n[uú]mero|n[.ºo°]*|lugar|#",
    "look": r"zoom|acerca\w*|ve a|mira|detalles?|mu[eé]strame",
    "middle": r"medio|centro",
}
NEAR = {
    "nearest": (r"m[aá]s (?:cerca|cercan[oa]s?|pr[oó]xim[oa]s?) (?:de|del|a|al) <art><to>",),
    "farthest": (r"m[aá]s (?:lejos|alejad[oa]s?) (?:de|del) <art><to>",),
    "beyond": (
        r"a (?:más de|mas de|al menos|una distancia de más de) <n> (?:de|del|desde) <art><to>",
        r"(?:ning[uú]n[ao]?|sin)(?: otr[ao]| nuev[ao])* <to> a menos de <n>",
        r"nada(?: más)? a menos de <n>",
    ),
    "within": (
        r"(?:a menos de|hasta|dentro de(?: los)?|en un radio de|a no más de|como máximo a) <n> (?:de|del|desde|alrededor de) ?<art><to>",
    ),
    "beside": (r"(?:cerca|junto|al lado|a lo largo|alrededor) (?:de|del|a|al) <art><to>",),
}
ARTICLES = r"(?:(?:la|el|las|los|una?|alguna|algún|otra|otro) )?(?:(?:nueva|nuevo|misma) )?"

CUES = {
    "single_trees": r"\bcu[áa]ntos árboles\b",
    "this_place": r"\ben (?:este|el|nuestro) (?:barrio|distrito|sector)\b",
    "one_by_one": r"(?:^\W*|(?<=[.?!] )¿?)(?:qu[ée]|cu[áa]les|lista)\b|^\W*muestra\w*\b",
    "clearing": r"\b(?:claros?|talas?)\b",
    "several": r"\b(?:los|las) (?:\w+ )?(?:mayores|m[áa]s grandes)\b",
    "patches": r"\b(?:manchas?|parches?|claros?|parcelas|trozos?|fragmentos?|rodal(?:es)?|pol[íi]gonos?)\b",
    "thirds": r"tercio (?:superior|inferior|norte|sur|este|oeste|izquierdo|derecho|central)",
    "or": r"[ou]",
    "counted": r"cu[aá]nt[oa]s (?:casas|edificios|carreteras)",
    "regrown": r"volvi\w* a crecer|rebrot\w*|reverdec\w*",
    "hit": r"afectad\w+|cambi\w+",
    "true": r"es (?:verdad|cierto|correcto|as[ií])|(?:lo )?confirmas?|¿?cierto\?|verdad\?",
    "every": r"todos|todas|cada un[oa]",
    "quarters": r"(?:qu[eé]|cu[aá]l|cada|por) (?:cuarto|cuadrante|esquina)s?",
    "gross": r"perdi\w*|perdid\w*|tal[oóa]\w*|desapareci\w*|gan[oó]\b|apareci\w*|rellen\w*",
    "flood": r"inund\w*|crecida",
    "share": r"(?:en |qu[eé] )?(?:porcentaje|por ?ciento|%|proporci[oó]n)",
    "map_too": r"(?:y|m[aá]s|con|,)(?: \w+){0,3} (?:mapa|imagen)\b",
    "whole": r"toda la (?:imagen|zona|escena|superficie)|en total|en conjunto|en todas partes",
    "scene": r"(?:cu[aá]l es )?el (?:tama[nñ]o|[aá]rea) de la (?:imagen|escena|zona)|qu[eé] superficie (?:cubre|abarca|tiene la imagen)",
    "still_there": r"(?:sigue[n]?|contin[uú]a[n]?)(?: \w+){0,2}(?: ah[ií]| all[ií]| en pie| existiendo)|todav[ií]a (?:est[aá]n?|existen?|hay)",
    "unsure": r"inund\w*|crecida|m[aá]s anch[oa]|ensanch\w*",
    "came_from": r"qu[eé] (?:hab[ií]a|exist[ií]a|era)(?: \w+){0,3} (?:antes|all[ií]|ah[ií]|anteriormente)|qu[eé] (?:hab[ií]a) (?:antes|all[ií]|ah[ií])|qu[eé] (?:reemplaz|sustitu)\w+|sobre qu[eé] (?:tipo de )?(?:suelo|terreno)",
    "next": r"m[aá]s (?:cercan|pr[oó]xim)\w*",
    "both": r"(?:l[oa]s|es[oa]s|est[oa]s) dos|ambos|ambas",
    "sized": r"m[aá]s grandes?|m[aá]s peque[nñ]\w+",
    "either": r"(?:m[aá]s|menos|mayor|menor)\b[^?.!,]* o (?:m[aá]s|menos|mayor|menor)\b|o (?:m[aá]s bien|se ha|est[aá]n?|fue|ha)\b|m[aá]s o menos|gan\w+ o (?:ha )?perd\w+|aument\w+ o (?:ha )?(?:disminu|reduc)\w+|crec\w+ o [\w]+",
    "not_only": r"no (?:s[oó]lo|solo|solamente|[uú]nicamente)",
    "taken": r"de cu[aá]ndo|tomad\w+|fechas? de",
    "changes": r"el (?:mayor|menor) cambio|otros cambios|el cambio|(?:l[oa]s |de )?cambios",
    "together": r"juntos|juntas|en total|en conjunto|sumad[oa]s|suman|(?:superficie|[aá]rea) total",
    "against": r"(?:es|son|supera|ser[ií]an?)(?: (?:eso|esto))?(?: (?:m[aá]s|menos) o)? (?:m[aá]s|menos)",
    "rest": r"sin (?:ellos|ellas|es[oa]s)|l[oa]s demás|el resto",
    "less": r"menos|menor(?:es)?|m[aá]s peque[nñ]\w+",
    "balance": r"saldo|balance|en neto|net[oa]s?\b|(?:m[aá]s|menos)\b[^?.!]*que antes",
    "stood": r"hab[ií]a(?:n)? antes",
    "drier": r"m[aá]s (?:sec[oa]|h[uú]med[oa])",
    "which_way": r"direcci[oó]n|qu[eé] (?:parte|lado)",
    "most": r"concentr\w*|la mayor[ií]a|m[aá]s\b.*\bcambi\w*",
    "them": r"exp[oó]rtal[oa]s|gu[aá]rdal[oa]s|ell[oa]s|est[oa]s|es[oa]s",
    "denied": r"no",
    "nothing": r"nada(?! m[aá]s)|ning[uú]n[ao]?s?|ni un[ao]?(?: sol[ao])?",
    "all_ground": r"(?:superficie|[aá]rea) cambiada",
    "share_of": r"(?:parte|porcentaje|por ?ciento|proporci[oó]n|%) (?:de (?:l[ao]s(?! im[aá]genes)|es[ao]s|est[ao]s|ell[ao]s|tod[ao]s))",
    "how_much_more": r"cu[aá]nt[oa]s? (?:\w+ )?(?:m[aá]s|menos)|diferencia (?:entre|de|en)|en cu[aá]nto",
    "share_changed": r"(?:porcentaje|por ?ciento|%|parte) (?:de la|del) (?:imagen|superficie|[aá]rea|zona)\b[^?.!]*(?:cambi|modific)\w*",
    "one_date": r"(?:primera?|segunda?|[uú]ltima?) (?:imagen|fecha|foto)|queda[n]?|restante[s]?|ahora|hoy|en la (?:primera|segunda|[uú]ltima|nueva|vieja)\b",
}
SIDES = {
    "west": r"a la izquierda",
    "east": r"a la derecha",
    "north": r"arriba",
    "south": r"abajo",
}

DOUBTS = {
    "appearance": r"sombras?|[aá]ngulos? (?:de (?:la )?(?:c[aá]mara|vista|toma|sol)|distinto|diferente)|otro [aá]ngulo|perspectiva|otra luz|iluminaci[oó]n|falsas? alarmas?|artefactos?|ilusi[oó]n [oó]ptica|efecto [oó]ptico",
    "rebuilt": r"(?:tejados?|techos?|cubiertas?) (?:nuev[oa]s?|renovad\w+|cambiad\w+|pintad\w+)|(?:cambi|pint|renov)\w+ (?:el |los |la )?(?:tejado|techo|cubierta)s?|pintad\w+|otro color|reform\w+|renovad\w+|ampliaci[oó]n\w*|anexos?|(?:mismo|exacto) (?:sitio|lugar|solar|emplazamiento)|donde (?:estaba|hab[ií]a) (?:el |la |una? )?(?:viej|antigu)\w+",
    "hidden": r"(?:bajo|debajo de|detr[aá]s de|tapad\w+ por|ocult\w+ (?:por|bajo|entre)) (?:los |las |el |la )?(?:[aá]rboles|vegetaci[oó]n|nubes?|sombras?|copas|follaje)|tapad\w+|ocult[oa]s?|se te (?:escap|pas)\w+|pas(?:ar|ado) por alto",
    "season": r"estaci[oó]n(?:es)? del a[nñ]o|estacional\w*|[eé]poca del a[nñ]o|cosech\w+|segad\w+|sequ[ií]a\w*|verano seco|a[nñ]o seco|sin hojas|barbecho|arad[oa]s?|mareas?|(?:otro|mismo|distinto) mes",
    "use": r"(?:o|y no|no|en vez de) (?:es |son |un |una |solo |s[oó]lo )*(?:granero|galp[oó]n|cobertizo|garaje|almac[eé]n|nave|invernadero|oficina|tienda|f[aá]brica|escuela)s?|para qu[eé] se (?:usa|utiliza)\w*|(?:asfalt\w+|tierra|grava|hormig[oó]n|pavimentad\w+)(?=[^?.!]{0,14}\?)|especies?\b|habitad[oa]s?",
    "threshold": r"(?:qu[eé]|cu[aá]l)\b[^?.!]{0,40}(?:umbral\w*|punto de corte)|tama[nñ]o m[ií]nimo|unidad m[ií]nima",
    "position": r"(?:error|exactitud|precisi[oó]n) (?:posicional|geom[eé]tric\w+|de (?:la |las |los )?(?:posici[oó]n|contornos?|coordenadas))|qu[eé] tan precis\w+ son (?:los |las )?(?:contornos|coordenadas)",
    "counted_twice": r"cont\w+ (?:dos veces|doble|por duplicado)|doble conteo|(?:eso|esto|ah[ií]) (?:ya )?incluye|est[aá]n? (?:incluid|contad)\w+",
    "accuracy": r"validad\w+|validaci[oó]n|verdad (?:de|sobre el) terreno|margen de error|cu[aá]nto (?:es el|de) error|qu[eé] (?:exactitud|precisi[oó]n)|qu[eé] (?:significa|quiere decir) (?:ese|esa|el|la|este|esta) (?:n[uú]mero|probabilidad|porcentaje)|comprobad\w+ (?:en|sobre) el terreno",
    "other_source": r"por qu[eé]\b[^?.!]{0,40}(?:distint|diferent|difier|no coincid|no cuadra)\w*|contradi\w+|(?:catastro|registro|cifras oficiales|peritaje|informe pericial)[^?.!]{0,60}(?:dice|figura|consta|pone|se[nñ]ala)",
}

SPANISH_QUESTIONS = QuestionWords(
    acts=ACTS,
    doubts=DOUBTS,
    statistics=STATISTICS,
    orders=ORDERS,
    covers=COVERS,
    ways=WAYS,
    gone=GONE,
    came=CAME,
    words=WORDS,
    auxiliary=r"(?:hay|ha|han|hubo|se (?:ha|han)|es|son|existe\w*|fue|fueron|est[aá]n?)",
    least=r"(?:(?:m[aá]s grandes?|mayor(?:es)?|superior(?:es)?) (?:que|del?|al?)|de m[aá]s de|m[aá]s del?|por encima del?|al menos|como m[ií]nimo|m[ií]nimo(?: de)?|a partir del?|desde|>=?|≥|super\w+)",
    most=r"(?:(?:m[aá]s peque[nñ][oa]s?|menor(?:es)?|inferior(?:es)?) (?:que|del?|al?)|de menos de|menos de|por debajo de|debajo de|como m[aá]ximo|m[aá]ximo(?: de)?|hasta|<=?|≤)",
    than=r"(?: (?:de|que|a|los|unos))*",
    and_up=r"(?:o m[aá]s|como m[ií]nimo|en adelante)",
    and_down=r"(?:o menos|como m[aá]ximo)",
    between=(r"entre", r"y"),
    not_units="ha",
    sure=r"(?:segur[oa]s?|ciert[oa]s?|certeza|probab\w+|confianza|seguridad)",
    stop=(
        "el la los las un una unos unas de del al a en y o e u es son era eran fue fueron ha han he hay hubo ser estar está están se le les lo me mi te tu"
        " su sus nos que qué cual cuál cuáles quién cómo cuándo cuánto cuánta cuántos cuántas donde dónde no sí si pero muy más menos con sin por para entre"
        " imagen imágenes foto fotos escena par mapa zona resultado resultados cambio cambios cambiado cambiados cambiada cambiadas cambió cambiaron"
        " antes después fecha fechas primera segunda última dame di dime muestra enséñame puedes quiero ver favor por tamaño número superficie área total"
        " grande grandes pequeño pequeña allí aquí ahí también entonces ahora bien algo alguna algún algunos diferencia diferente este esta esto ese esa eso"
        " norte sur este oeste centro noreste noroeste sureste suroeste izquierda derecha arriba abajo parte mitad metros metro cuadrados cuadrado objeto objetos"
        " encontrado encontrados detectado detectados desde durante todo mucho muchos poco pocos porque cada uno"
    ),
    near=NEAR,
    articles=ARTICLES,
    it=r"(?:ella|este|esta|ese|esa)",
    ordinals={r"segund[oa] ": 2, r"tercera? |tercero ": 3, r"cuart[oa] ": 4, r"quint[oa] ": 5},
    built_up=r"(?:suelos?|superficies?|terrenos?|[aá]reas?|zonas?) (?:construid|edificad|urbanizad)[oa]s?|ciudad(?:es)?|zonas? urbanas?|mancha urbana",
    share=r"porcentajes?|proporci[oó]n|fracci[oó]n|qu[eé] parte",
    each=r"cada un[oa]|cada|individualmente",
    introduces=r"(?:soy|somos|trabajo|trabajamos|escribo|represento|gestiono|estudio|vengo)\b|(?:estoy|estamos) (?:escribiendo|haciendo|preparando|revisando|trabajando)\b|(?:mi|nuestr[oa]) (?:jefe|cliente|equipo|oficina|empresa)\b|le (?:habla|escribe)\b",
    denied=r"(?:no (?:en|est[aá]n? en)|fuera de|(?:sin|salvo|excepto) (?:(?:los|las|lo|que|est[aá]n) )*(?:en|del?))",
    beyond="coche coches vehículo vehículos grúa grúas mástil antena antenas gente niños humo profundidad altura paneles solares fotovoltaicos carro carros tren trenes avión aviones valla vallas aparcamiento aparcamientos jardín jardines pisos valor daño daños coste costo costos precio euros riesgo habitantes población",
    cues=CUES,
    sides=SIDES,
    another=r"otr[oa]s?",
    pixel_size=PixelWords(
        pixel=r"p[ií]xel(?:es)?|resoluci[oó]n",
        half=r"medi[oa]",
        centimetres=r"cent[ií]metros?",
        metres=r"metros?",
        assumes=r"sup[oó]n\w*|digamos|con",
        per=r"por ",
    ),
    goes_to=(r"ve|vuelve|cambia", r"par"),
    trained=r"parcel\w*|barrios|distritos?|(?:cobertura|usos?) del suelo|parecid\w+|semejant\w+|similares|base de datos",
    archived=r"en (?:el|nuestro|su|mi) archivo|parezc\w+|se parec\w+",
    trails=r"por favor|solamente",
)
