"""What French questions ask for, by wording; accents may be missing."""

from __future__ import annotations

from agent.language.questions.question_words import PixelWords, QuestionWords

ACTS = {
    "verify": r"v[eé]rifie(?:r|z|s)?(?:[- ](?:le|la|les|[cç]a|ce|cet|ces|moi))*|recalcul\w+|recompt\w+|refais le calcul|deuxi[eè]me avis|second avis|contre-?v[eé]rif\w+",
    "smallest_seen": r"(?:quelle taille|de quelle taille) (?:doit|devrait|faut|faudrait|peut)[^?.!]{0,60}|(?:seuil|limite) de détection|le plus petit (?:objet )?que (?:tu peux|vous pouvez) voir",
    "errors": r"(?:effets? de )?saison\w*|(?:avec )?quelle (?:est la )?probabilit[eé]\b[^?.!]*|(?:c(?:\'est)? ?)?(?:vraiment )?fiables?(?: [aà] combien(?: de ?%)?)?|fiabilit[eé]|marge d\'erreur|pr[eé]cision (?:de|du|des)[^?.!]{0,30}|incertitudes?|(?:juste|seulement|que) (?:la |une question de )?(?:lumi[eè]re|saison|m[eé]t[eé]o)|taux d'erreurs?|fausses? alertes?|(?:juste|seulement) (?:des ombres?|du bruit|saisonni\w+)|saisonni\w+",
    "method": r"comment (?:tu |t\'? ?|vous )?(?:fais|faites|fait|proc[eè]des?|proc[eé]dez)[^?.!,]{0,30}|(?:avec )?quel(?:le)?s? (?:outil|méthode|algorithme|formule|modèle)[^?.!]*|comment (?:as[- ]tu|avez[- ]vous|est[- ]ce|a[- ]t[- ]on|c'est|cela a|ça a)[^?.!]{0,20}(?:calcul|mesur|obten|compt|trouv)\w*",
    "unknowable": r"d[eé]clar[eé]s? en mairie|valeur (?:v[eé]nale|du bien|march)\w*|combien (?:[cç]a|cela) (?:co[uû]te|vaut)\w*|co[uû]t (?:de|du)\b|imp[oô]ts?|taxe fonci[eè]re|quel(?:le)? (?:village|ville|rue|commune) (?:est|c'est)|(?:quel|quelle) (?:mois|jour)\b|date exacte|m[eé]t[eé]o\b|combien d'[ée]tages|glissement de terrain|[ée]largi\w*|rehauss\w+|sur[ée]lev\w+|r[ée]nov\w+|étages?|quelle (?:hauteur|profondeur)|(?:il)?l[eé]ga(?:l|le|ux|les|lement)|permis de construire|autoris[eé]\w*|[aà] qui\b[^?.!]{0,30}|(?<!ce )qui (?:(?:a|ont) (?:construit|b[aâ]ti|fait|d[eé]moli|caus[eé])|est (?:responsable|propri[eé]taire)|poss[eè]de)[^?.!]{0,30}|praticable|bless[eé]s?|victimes?|(?:devrais|dois)[- ]je|faut[- ]il|avenir|pr[eé]vision\w*|l\'an prochain",
    "halves": r"quel(?:le)? (?:côté|cote|moitié|partie) a (?:le plus )?changé(?: le plus| davantage)?|quelle moitié",
    "compare": r"(?:c'est|est-ce|ce sont|sont-ils) (?:plus|moins|davantage)(?= que)|compar\w+",
    "mail": r"(?:envoie|envoyer?|envoyez|expédie|transmets)(?:[- ](?:le|la|les|moi|nous|ça|cela))*(?: par (?:e-?mail|mail|courriel|courrier))?(?=[\s?.!]*$| par | à )|par (?:e-?mail|mail|courriel)|mail(?:e|er)?|courriel",
    "print": r"imprim\w+(?: (?:le|la|les|ça))*|publi\w+ (?:le|la|les|ça)|téléphon\w+|appell?e\w*[- ]moi",
    "enough": r"laisse tomber|stop|arrête|peu importe|ça suffit",
    "thanks": r"merci(?: (?:beaucoup|bien|à toi|à vous))?|parfait|super|génial|excellent|bravo|au revoir|très bien",
    "hello": r"bonjour|salut|bonsoir|coucou|ça va|comment (?:ça va|vas[- ]tu|allez[- ]vous)",
    "help": r"aide(?:[- ]moi)?|que (?:peux[- ]tu|pouvez[- ]vous|sais[- ]tu) faire|qu'est[- ]ce que (?:tu peux|vous pouvez|tu sais) faire|comment (?:ça marche|ça fonctionne)",
    "files": r"o[uù] (?:est|sont|se trouve(?:nt)?)(?: (?:le|la|les|mon|mes|ce|cet|ces))? ?(?:fichiers?|rapports?|exports?|documents?|tableau)|quels? fichiers?|chemin du fichier|nom du fichier|o[uù] (?:l'as[- ]tu|as[- ]tu) (?:enregistré|sauvegardé|mis)\w*(?: (?:le|la|les) fichiers?)?",
    "recap": r"r[ée]sum\w+(?:[- ]moi)?(?: (?:tout|le tout|nos \w+|ce qu\w* .*|jusqu'ici|la conversation))?|r[ée]capitul\w+(?: tout)?|récap|en r[ée]sum[ée]|(?:qu'avons[- ]nous|qu'as[- ]tu) (?:trouvé|vu|appris)(?: jusqu'ici)?|fais le point",
    "swap": r"(?:inverse\w*|échang\w+|echang\w+|permut\w+|intervert\w+)(?: (?:les|ces|l'ordre des|les deux))* ?(?:dates|images|photos|ordre)?|dans l'autre sens",
    "undo": r"(?:enl[eè]ve\w*|supprim\w+|retir\w+|annul\w+|oubli\w+|sans)(?: (?:le|la|les|ce|cette|ces|aucun|tous|tout))* ?(?:filtres?|distances?|limites?|seuils?|restrictions?|condition)|toutes tailles|de nouveau (?:tous|toutes)",
    "repeat": r"(?:encore une fois|répète\w*|répéter|redis[- ]le|à nouveau)|(?:quel est|c'est quoi|donne)(?: donc)? le (?:vrai|bon|véritable) (?:nombre|chiffre)|le vrai (?:nombre|chiffre)|combien alors",
    "doubt": r"(?:tu es|vous êtes|es[- ]tu|êtes[- ]vous|t'es)(?: (?:vraiment|bien))? (?:sûre?s?|sure?|certaine?s?)|vraiment|c'est (?:vrai|faux|exact|juste)|je (?:ne )?(?:te|vous)?(?: )?crois pas|je (?:n'y crois pas|doute)|(?:tu te trompes|vous vous trompez)|impossible",
    "confirm": r"(?:peux[- ]tu |pouvez[- ]vous )?confirm\w+(?: qu[e'])?|v[ée]rifi\w+(?: qu[e'])?|est[- ]ce (?:vrai|exact|correct)(?: qu[e'])?|n'est[- ]ce pas|je (?:pense|crois|vois|compte|suppose)(?: qu[e'])?|on m'a dit(?: qu[e'])?|donc(?= (?:zéro|aucun|\d+))",
    "when": r"(?:depuis )?quand|en quelle année|quelle année",
    "why": r"pourquoi|quelle (?:est la )?(?:cause|raison)|à cause de quoi|qu'est[- ]ce qui (?:a (?:bien )?(?:pu )?)?(?:caus|provoqu|expliqu|entra[iî]n)\w+(?: (?:ça|cela|ce \w+))?|(?:les?|la) causes?|qu'est[- ]ce qui s'est pass[eé]",
    "draw": r"(?:dessin\w+|trac\w+|surlign\w+|cartographi\w+|affich\w+|visualis\w+|marqu\w+)(?:[- ](?:les|le|la|moi|ça|nous))*(?: (?:où|sur (?:la|une) (?:carte|image)))?|(?:montre\w*|voir)(?:[- ](?:les|le|la|moi|nous|ça))*(?: où)? sur (?:la|une|l') ?(?:carte|image)|sur (?:la|une) carte|montre\w*[- ]?(?:moi )?(?:la|une) (?:carte|image)",
    "count": r"combien(?! de (?:surface|terrain|place|sol)\b)(?: (?:de|d'|y en a[- ]t[- ]il|sont|y a[- ]t[- ]il|en (?:reste|manque)\w*))?|nombre (?:de|d'|total)?|compt(?:e|er|es|ez|ons|age)(?:[- ](?:les|moi))*|quantité",
    "list": r"list(?:e|er|es|ez)(?:[- ](?:les|moi|la))*|[ée]num[eè]r\w+(?:[- ]les)?|lesquel(?:le)?s|quels sont|quelles sont|(?:donne|montre)\w*[- ](?:moi[- ]?)?(?:les|la liste)(?! (?:plus|\d))|un par un|une par une",
    "where": r"o[uù] se concentr\w+|dans quelle (?:zone|r[ée]gion)|(?:où|ou(?= (?:est|sont|se trouve|exactement)))(?: (?:est|sont|se trouve(?:nt)?|ça|cela|exactement))*|localis\w+|position\w*|coordonn\w+|à quel endroit|dans quel(?:le)? (?:partie|coin|moitié)",
    "area": r"(?:la )?(?:surface|superficie|aire|étendue|emprise)(?: (?:totale|au sol|de|des|du|d'))*|quelle (?:taille|surface|superficie)(?: font)?|(?:taille|taille totale)(?: des?)?|combien de (?:terrain|surface|place)",
    "describe": r"que (?:voit[- ]on|vois[- ]tu|voyez[- ]vous|montre\w*)[^?.!]{0,20}|qu'est[- ]ce qu'on voit|c'?(?:est)? ?quoi qui (?:a chang\w*|change)|qu'est[- ]ce qui (?:a changé|a change|est nouveau|s'est passé|est différent)|qu'y a[- ]t[- ]il de nouveau|quoi de neuf|que s'est[- ]il passé|(?:quels?|quelles?) (?:sont les )?(?:changements?|différences?)(?: y a[- ]t[- ]il)?|décri\w+(?: (?:les|ce|le) \w+)*|quelque chose a changé|qu'a[- ]t[- ]il changé",
    "inspect": r"r[ée]solution|taille (?:du|d'un|des) pixels?|projection|syst[eè]me de coordonn[ée]es|quel(?:le)?s? (?:dates?|capteur|satellite|bandes?)|de quand (?:datent|date)\w*|quand .* (?:prises?|pris)",
    "limits": r"que ne (?:vois|voyez|peux|pouvez)[- ](?:tu|vous) pas(?: \w+)?|qu'est[- ]ce que tu ne (?:vois|peux) pas(?: voir)?|(?:tes|vos|les) limites",
    "export": r"export(?:e|ez|er)[- ]?(?:les?|la)?|en (?=(?:pdf|csv|excel|geojson|gpkg|shapefile|kml))|export\w*(?:[- ](?:les|le|la|moi|ça|tout))*|enregistr\w+(?:[- ](?:les|le|la|moi|ça|tout))*|sauvegard\w+(?:[- ](?:les|le|la|ça|tout))*|télécharg\w+|(?:donne|fais|crée|génère|prépare|veux|voudrais|besoin)(?:[- ](?:moi|nous|les|le|la|un|une|d'un|d'une|ça|cela))*(?= (?:en |un |une |le |au format )?[\w -]{0,10}?\b(?:geo-?json|kml|shape-?file|shp|excel|xlsx?|csv|tableau|tableur|geo-?tiff?|gpkg|pdf|png|html|rapport)\b)",
}
STATISTICS = {
    "mean_area": r"(?:en )?moyenne?(?: des?)?|(?:taille|surface|superficie) moyenne(?: des?)?|moyennement",
    "median_area": r"(?:(?:taille|surface|superficie) )?médiane?(?: des?)?|mediane?",
    "total_area": r"(?:surface|superficie|aire) totale(?: des?)?",
    "density": r"(?:par|à l'|au) ?(?:ha|hectare|km2|km²|km carré|kilomètre carré)|densité(?: des?)?",
    "yearly": r"taux annuel|/ ?an|par année|(?:par|chaque) an(?:née)?|annuel\w*|/ ?an",
    "length": r"longueurs?(?: (?:totale|cumulée|des?))*|combien de (?:kilomètres|mètres|km)(?! carr)(?: de)?",
    "perimeter": r"périmètres?(?: des?)?|perimetre",
    "spacing": r"à quelle distance(?: (?:est|sont|se trouve\w*))?|(?:quelle )?distance (?:y a[- ]t[- ]il |il y a )?entre|distance (?:de|du|à|jusqu'à)|(?:à )?combien de distance|distances? (?:entre|moyenne entre)(?: (?:les|eux|elles|\w+))?|écart entre \w+|voisin le plus proche",
}
ORDERS = {
    "largest": r"(?:les? |la )?(?:plus (?:grande?s?|grosse?s?|gros|étendue?s?|vaste)|(?:\d+ )?plus grands)",
    "smallest": r"(?:les? |la )?plus petite?s?",
    "surest": r"(?:les? |la )?plus (?:sûre?s?|certaine?s?|probables?)",
    "unsurest": r"(?:les? |la )?moins (?:sûre?s?|certaine?s?|probables?)|plus douteu(?:x|ses?)",
}
COVERS = {
    "burnt": r"br[uû]l\w+|incendi\w*|feux?",
    "water": r"mer|côtes?|rivages?|plages?|(?:l')?eau|lacs?|étangs?|etangs?|rivi[eè]res?|fleuves?|inond\w+|r[ée]servoirs?",
    "trees": r"arbres?|for[eê]ts?|bois|boisée?s?|déforest\w*|reboisement",
    "vegetation": r"v[ée]g[ée]tation|verdure|espaces? verts?|prairies?|cultures?|champs?|terres? (?:cultiv[eé]es?|agricoles?|arables?)|herbe",
    "snow": r"neige|glaciers?|glace",
    "built": r"imperm[ée]abilis\w+|urbanis\w+|artificialis\w+",
    "bare": r"sols? nus?|terre nue|sable",
}
WAYS = {
    "loss": r"moins(?: d[e'])?|diminu\w+|recul\w*|rétréci\w*|baiss\w+|perdue?s?|perdre|perte|disparu\w*|coup[ée]\w*|abatt\w+|défrich\w+|réduit\w*|asséch\w+",
    "gain": r"plus(?: d[e'])?|augment\w+|grandi\w*|agrandi\w*|gagn\w+|étendu\w*|plant[ée]\w*|inond[ée]\w*|progress\w+",
}
GONE = r"d[ée]moli\w*|démolition|d[ée]trui\w*|disparu\w*|dispara\w+|ras[ée]e?s?|supprim[ée]\w*|enlev[ée]e?s?|abattue?s?|perdue?s?|effondr[eé]\w*|d[eé]mont[eé]\w*"
CAME = r"n'(?:étaient|etaient|était|existaient|existait|y avait) pas (?:encore |là )?(?:avant|auparavant)?|nouve(?:au|aux|l|lle|lles)|construi\w*|bâtie?s?(?!\w)|apparu\w*|appara\w+|ajout[ée]\w*|érig\w+|en plus|neufs?|neuves?"
WORDS = {
    "meaning": r"différence entre (?:modifié|changé|nouveau)\w*.*|que (?:signifie|veut dire|veux-tu dire par) .*|qu'est[- ]ce que ça veut dire.*",
    "original": r"(?:à|a) l'ordre (?:d'origine|initial|original)|reviens (?:à|a) l'ordre",
    "became": r"(?:est |sont |a été )?devenue?s?|à la place|a remplacé|remplac\w+|(?:qu'y a[- ]t[- ]il|il y a) maintenant|maintenant là|transform\w+",
    "built": r"construi\w+|bâtie?s?|démoli\w*|demoli\w*|rasée?s?",
    "refers": r"(?:eux|elles?|ils?|ceux(?:-ci|-là)?|celles?(?:-ci|-là)?|celui|ça|cela|leurs?|laquelle|lequel|lesquel(?:le)?s|chacune?)",
    "only": r"(?:ne )?m'int[ée]resse\w*(?: que)?|seulement|uniquement|ne .{0,30}? que|juste|que (?=ceux|celles|les)|garde\w*|limite\w*(?:[- ]toi)? (?:à|aux)|filtre\w*|seuls?|seules?",
    "corrects": r"(?:non,? )?je (?:voulais dire|parlais|voulais|parle) ?(?:des?|du)?|plutôt|pas (?:ça|ceux|celles)",
    "sure_only": r"(?:seulement|uniquement|que|juste|garde\w*) (?:les |ceux |celles )?(?:(?:dont|qui) )?(?:\w+ ){0,3}?(?:s[ûu]re?s?|certaine?s|fiables)\b|sans (?:les )?(?:incertaine?s|douteu(?:x|ses))",
    "discards": r"(?:laiss\w+|mett\w+|mets) (?:\w+ ){0,2}de côté|n[e']\s?(?:\w+ ){0,2}(?:intéress\w+|compt\w+|veux|voulons|concern\w+|import\w+|cartographi\w+|pren\w+) pas|(?:ne )?pas (?:les )?compter|compt\w* pas|intéress\w* pas|(?:ignor|retir|exclu|enl[eè]v|supprim|[ée]cart)\w*-les|(?:sans|sauf) (?:eux|ceux-là|celles-là)|(?:est|sont|c'est) (?:que |juste )?du bruit",
    "forgets": r"(?:[aà] part|hormis|en dehors des?|enl[eè]v\w+|retir\w+|supprim\w+|[ée]cart\w+|oubli\w+|ignor\w+|laiss\w+|sans|sauf|except[ée]|exclu\w*|pas)(?:[ -](?:celles?|ceux|tout(?:es)?|tous|de côté|tomber|les|la|le|l'|compter|des|de))*",
    "goes_on": r"et|aussi|alors|donc|ok|maintenant|mais|puis|également|encore|bon|d'accord",
    "all": r"tous?|toutes?|tout|chaque|quelque|au total|en tout|ensemble|globalement",
    "big": r"(?:les )?(?:grandes?|grands?|gros(?:ses?)?)",
    "small": r"(?:les )?petite?s?",
    "stands": r"au total|en tout|existante?s?|existaient|existait",
    "none": r"zéro|zero|aucune?|rien|pas de",
    "thing": r"objet|numéro|n°|no\.?|lieu|#",
    "look": r"zoom\w*(?: sur)?|va (?:à|au)|regarde|détails?|montre(?:[- ]moi)?",
    "middle": r"milieu|centre",
}
NEAR = {
    "nearest": (r"(?:le |la |les )?plus (?:proches?|près) (?:de|du|des|d') ?<art><to>",),
    "farthest": (r"(?:le |la |les )?plus (?:loin|éloignée?s?) (?:de|du|des|d') ?<art><to>",),
    "beyond": (
        r"(?:à|a) (?:plus de|au moins|une distance de plus de) <n> (?:de|du|des|d') ?<art><to>",
        r"(?:aucune?|pas de|sans)(?: autre| nouvelle| nouveau)* <to> (?:à|a) moins de <n>",
        r"rien (?:d'autre )?(?:à|a) moins de <n>",
    ),
    "within": (
        r"(?:(?:à|a) moins de|jusqu'à|dans un rayon de|au plus à) <n> (?:de|du|des|d'|autour de|autour du) ?<art><to>",
    ),
    "beside": (r"(?:près|pres|proches?|autour|le long|à côté|aux abords) (?:de|du|des|d') ?<art><to>",),
}
ARTICLES = r"(?:(?:la|le|les|une?|autre) |l')?(?:(?:nouvelle|nouveau) )?"

CUES = {
    "adjusted": r"\b(?:surface|superficie|aire)s? (?:corrigée|ajustée)s?\b|\b(?:exactitude|précision) (?:de l['’]|du |pour (?:l['’]|le ))(?:utilisateur|producteur)\b|\bmatrice de confusion\b",
    "map_accuracy": r"\b(?:quelle est (?:la )?|la )?(?:exactitude|précision) (?:globale|de (?:la|cette) carte)\b|\b(?:cette|la) carte est-elle (?:exacte|juste|fiable|précise)\b|\berreurs? types? (?:de|du|des)\b",
    "single_trees": r"\bcombien d['’]arbres\b",
    "this_place": r"\bdans (?:ce|le|notre) (?:quartier|secteur)\b",
    "one_by_one": r"(?:^\W*|(?<=[.?!] ))(?:quel\w*|liste\w*)\b|^\W*montre\w*\b",
    "clearing": r"\b(?:trou[ée]es?|clairi[èe]res?|coupes?)\b",
    "several": r"\b(?:les|des) (?:\w+ )?plus (?:grand|gro)\w*s\b",
    "patches": r"\b(?:parcelles|taches?|plaques?|trou[ée]es?|clairi[èe]res?|coupes?|morceaux?|polygones?|îlots?|d'un seul tenant)\b",
    "thirds": r"tiers (?:sup[ée]rieur|inf[ée]rieur|nord|sud|est|ouest|gauche|droit|central)|(?:premier|dernier) tiers",
    "or": r"ou",
    "counted": r"combien de (?:maisons|b[aâ]timents|routes)",
    "regrown": r"repouss\w+|reverdi\w*",
    "hit": r"touch[ée]\w*|affect[ée]\w*|chang\w+|modifi\w+",
    "true": r"c'est (?:vrai|exact|juste|bien ça)|(?:vous )?confirmez|tu confirmes|est-ce (?:vrai|exact|juste)|n'est-ce pas",
    "every": r"tous|toutes|chacune?",
    "quarters": r"(?:quel|chaque|par) (?:quart|quadrant|coin)s?",
    "gross": r"perdue?s?|disparu\w*|d[ée]frich\w*|abattu\w*|coup[ée]\w*|gagn[ée]\w*|apparu\w*|combl[ée]\w*|repouss\w*",
    "flood": r"inond\w*|crues?",
    "share": r"(?:en |quel )?(?:pourcentage|pour ?cent|%|proportion|part) ?(?:de|du|d'|cela|ça|c'est)?",
    "map_too": r"(?:et|plus|avec|,)(?: \w+){0,3} carte\b",
    "whole": r"toute l'image|l'ensemble (?:de l'image|du site)?|toute la (?:zone|sc[eè]ne|surface)|partout|au total|globalement",
    "scene": r"(?:quelle est )?la (?:taille|superficie|surface) (?:de l'image|du site|de la sc[eè]ne|de la zone)(?=[\s?.!,]*(?:$|en\b))|quelle surface (?:couvre|avez-vous|as-tu)",
    "still_there": r"(?:est|sont|existe|existent)(?:[- ](?:il|elle|ils|elles))? (?:toujours|encore)(?: l[aà])?|toujours l[aà]|encore l[aà]",
    "unsure": r"inond\w*|crues?|plus large|[ée]largi\w*",
    "came_from": r"(?:qu'(?:est[- ]ce qu'il )?y avait(?:[- ]il)?|qu'il y avait)(?: \w+){0,3}|(?:sur|sur quoi|sur quel(?:le)?)(?: (?:type|genre) de)? ?(?:sol|terrain|surface)s? (?:ont|a|a-t-on|ont-\w+)|qu'[aà]\w* remplac\w+|que remplac\w+|sur quoi (?:a|ont)",
    "next": r"plus proches?",
    "both": r"(?:les|ces) deux|eux|elles",
    "sized": r"plus (?:grand|petit)\w*",
    "either": r"(?:plus|moins)\b[^?.!,]* ou (?:plus|moins)|ou (?:plutôt|bien|est-ce|a-t|sont)|plus ou moins|gagn[eé]\w* ou perdu\w*|perdu\w* ou gagn[eé]\w*|augment\w+ ou diminu\w+",
    "not_only": r"pas (?:seulement|que|uniquement)",
    "taken": r"de quand|pris(?:es?)?|dates? (?:des|de)",
    "changes": r"(?:le|la) plus (?:grande?|petite?) (?:zone )?(?:changement|modifi\w+|chang[ée]\w*)|d'autres changements|le changement|(?:les |des )?(?:modifications|changements)",
    "together": r"ensemble|au total|en tout|en somme|additionn\w+|cumul\w+|(?:surface|superficie|emprise) totale",
    "from_to": r"(?:matrice|table(?:au)?) (?:de|des) (?:transition|changement|passage)s?|\bmatrice\b",
    "into": r"(?:perdus?e?s?|transform\w+|converti\w*|remplac\w+|sacrifi\w+|d[eé]frich\w+) (?:en|par|pour|au profit)|devenu\w*|construit\w* sur",
    "by_zone": r"(?:zone|parcelle|district|polygone|commune|quartier|secteur|arrondissement)\w*",
    "against": r"(?:c'est|est[- ]ce|[cç]a fait|cela fait|fait[- ]il)(?: \w+)? (?:(?:plus|moins) ou )?(?:plus|moins)",
    "rest": r"sans (?:eux|elles|ceux-là|celles-là)|les autres|le reste",
    "less": r"moins|plus petit\w*",
    "balance": r"solde|au net|en net|bilan net|(?:plus|moins)\b[^?.!]*qu['e] ?avant",
    "stood": r"y avait[- ]il avant",
    "drier": r"plus (?:sec|sèche|humide)",
    "which_way": r"direction|quel(?:le)? (?:côté|partie)",
    "most": r"concentr\w*|la plupart|le plus",
    "them": r"exporte[rz]?-les|enregistre[rz]?-les|eux|elles|ceux|celles",
    "denied": r"pas",
    "nothing": r"rien|aucune?s?|pas un(?:e)? seule?|pas (?:de|d')(?! (?:probl[eè]me|souci))",
    "all_ground": r"(?:surface|zone) modifiée",
    "share_of": r"(?:part|pourcentage|pour ?cent|proportion|%) (?:des(?! images?)|de (?:ces|ceux|celles|tou\w+)|d\'entre (?:eux|elles)|en)",
    "how_much_more": r"combien (?:\w+ ){0,2}de (?:plus|moins)|combien (?:de|d\')?\w* ?(?:en )?(?:plus|moins)|différences? (?:entre|de|d\')|de combien",
    "share_changed": r"(?:pourcentage|pour ?cent|%|part) de (?:la (?:surface|zone)|l'image)\b[^?.!]*(?:chang|modifi)\w*",
    "one_date": r"(?:première|premier|deuxième|seconde|dernière) (?:image|date|photo)|il (?:en )?reste|restante?s?|sur (?:la|l')(?: ?(?:première|seconde|deuxième|dernière|nouvelle|ancienne))? ?(?:image|photo)?(?: (?:récente|ancienne))|à la (?:première|seconde|deuxième) date|aujourd'hui|maintenant",
}
SIDES = {
    "west": r"à gauche",
    "east": r"à droite",
    "north": r"en haut",
    "south": r"en bas",
}

DOUBTS = {
    "appearance": r"ombres?\b|angles? (?:de (?:vue|prise|la cam[eé]ra)|diff[eé]rent)|autre angle|perspective|autre lumi[eè]re|[eé]clairage|fausses? alertes?|art[eé]facts?|illusion d'optique|effet d'optique",
    "rebuilt": r"(?:toits?|toitures?|tuiles?) (?:neu\w+|refait\w*|repeint\w*|chang[eé]\w*|r[eé]nov[eé]\w*)|(?:refait|repeint|chang[eé]) (?:le |la |les |leur )?toit\w*|nouveau toit|repeint\w*|autre couleur|r[eé]nov\w+|extensions?\b|agrandiss\w+|annexes?\b|(?:m[eê]me|exacte?) (?:endroit|emplacement|emprise|parcelle|place)|l[aà] o[uù] (?:se trouvait|[eé]tait) (?:l'|la |le )?(?:ancien|vieil|vieux)\w*",
    "hidden": r"(?:sous|derri[eè]re|cach[eé]e?s? (?:par|sous|derri[eè]re)|masqu[eé]e?s? par) (?:les |des |le |la |l')?(?:arbres?|feuillage|v[eé]g[eé]tation|nuages?|ombres?|cimes|houppiers)|cach[eé]e?s?\b|masqu[eé]e?s?\b|rat(?:er|[eé]e?s?)\b|[eé]chapp(?:er|[eé]e?s?)\b|manqu[eé]e?s? (?:des|certain)\w*",
    "season": r"saison\w*|p[eé]riode de l'ann[eé]e|r[eé]colt\w+|moissonn\w+|moissons?|s[eé]cheresses?|[eé]t[eé] sec|mois (?:humide|pluvieux|sec)|ann[eé]e s[eè]che|sans feuilles|labour\w*|jach[eè]res?|fauch\w+|mar[eé]es?|(?:autre|m[eê]me) mois",
    "use": r"(?:ou|et pas|pas|plut[oô]t que) (?:un |une |des |juste |seulement )*(?:grange|hangar|garage|abri|entrep[oô]t|serre|bureau|magasin|usine|[eé]cole|remise)s?|[aà] quoi (?:sert|servent)|(?:goudronn\w+|asphalt\w+|bitum\w+|gravier|en terre|b[eé]ton)(?=[^?.!]{0,14}\?)|esp[eè]ces?\b|habit[eé]e?s?\b|scolytes?",
    "threshold": r"(?:quel(?:le)?s?)\b[^?.!]{0,40}seuils?|taille minim\w+|unit[eé] minim\w+",
    "position": r"(?:erreur|pr[eé]cision|exactitude) (?:de position\w*|g[eé]om[eé]trique|planim[eé]trique|des (?:contours|coordonn[eé]es|limites))",
    "counted_twice": r"compt\w+ (?:deux fois|double|en double)|double compte|(?:[cç]a|cela|ce chiffre|c'est)\b[^?.!]{0,25}(?:inclu\w+|compris\w*|comprend)|y compris",
    "accuracy": r"valid[eé]\w*|validation|v[eé]rit[eé] (?:de )?terrain|marge d'erreur|quelle (?:pr[eé]cision|exactitude|fiabilit[eé])|(?:que|qu'est-ce que|[cç]a) (?:veut dire|signifie) (?:ce|cette|le|la) (?:chiffre|probabilit[eé]|pourcentage|nombre)|v[eé]rifi[eé]e?s? sur (?:le )?(?:terrain|place)",
    "other_source": r"pourquoi\b[^?.!]{0,40}(?:diff[eé]ren\w*|diff[eè]r\w*|[eé]cart)|contredi\w+|(?:cadastre|registre|chiffres officiels|expertise)[^?.!]{0,60}(?:dit|indique|mentionne|annonce|donne)",
}

FRENCH_QUESTIONS = QuestionWords(
    acts=ACTS,
    doubts=DOUBTS,
    statistics=STATISTICS,
    orders=ORDERS,
    covers=COVERS,
    ways=WAYS,
    gone=GONE,
    came=CAME,
    words=WORDS,
    auxiliary=r"(?:est[- ]ce qu|(?:il )?y (?:a|avait)(?! combien)|y a[- ]t[- ]il|a[- ]t[- ]on|(?:le|la|les|un|une|des|l') ?\w+ (?:a|ont|est|sont)[- ]t?[- ]?(?:il|elle|ils|elles)|(?:a|ont|est|sont)[- ]t?[- ]?(?:il|elle|ils|elles))",
    least=r"(?:(?:plus|supérieure?s?|davantage) (?:grande?s? )?(?:que|de|d'|à)|supérieure?s? à|de plus de|plus de|au[- ]dessus de|au moins|minimum(?: de)?|à partir de|>=?|≥|dépass\w+)",
    most=r"(?:(?:moins|inférieure?s?|plus petite?s?) (?:que|de|d'|à)|inférieure?s? à|de moins de|moins de|en dessous de|sous|au plus|au maximum|maximum(?: de)?|jusqu'à|<=?|≤)",
    than=r"(?: (?:de|d'|que|à|environ))*",
    and_up=r"(?:ou plus|et plus|au moins|minimum)",
    and_down=r"(?:ou moins|et moins|au plus|maximum)",
    between=(r"entre", r"et"),
    sure=r"(?:sûre?s?|sure?s?|certaine?s?|certitude|probab\w+|confiance|confiante?s?)",
    stop=(
        "passe passe-t coup cb c slt tkt svp stp bcp pk pr t ds font fait finca a-t a-t-il le la les l un une des du de d au aux à a en et ou est sont été ont avait étaient y il elle ils elles on je tu nous vous me m te t se s ce c"
        " ça cela cet cette ces que qu qui quoi quel quelle quels quelles dont où ne n pas plus moins très bien dans sur sous par pour avec sans entre"
        " image images photo photos scène paire carte zone résultat résultats changement changements changé changés changée changées change"
        " avant après date dates première deuxième second seconde dernier dernière montre donne dis fais peux pouvez voir veux voudrais stp svp plaît"
        " si mais donc alors aussi encore juste combien taille nombre surface total grand grande petit petite mon ma mes ton ta tes son sa ses leur"
        " là ici oui non peut être suis es sommes êtes avoir faire fait merci quelque quelques chose choses environ différence différent est-ce tout qu'est-ce"
        " nord sud est ouest centre nord-est nord-ouest sud-est sud-ouest gauche droite haut bas partie moitié coin mètres mètre carrés carré objet objets d'objets"
        " se trouve trouvent trouver détecté détectés vu vois entre-temps depuis pendant moi toi lui qu'il qu'elle s'il c'est n'est d'un d'une l'image l'est l'ouest eu fut"
    ),
    near=NEAR,
    articles=ARTICLES,
    it=r"(?:elle|lui|celui-ci|celle-ci)",
    ordinals={
        r"deuxième |seconde? |2e |2ème ": 2,
        r"troisième |3e |3ème ": 3,
        r"quatrième |4e |4ème ": 4,
        r"cinquième |5e ": 5,
    },
    built_up=r"(?:surfaces?|sols?|zones?|terrains?|espaces?) (?:b[aâ]tie?s?|urbanis[ée]e?s?|construite?s?)|villes?|tissu urbain|tache urbaine",
    share=r"proportion|pourcentage|fraction|quelle part",
    each=r"chacune?|chaque|individuellement",
    introduces=r"(?:je|nous) (?:suis|sommes|travaille|travaillons|pr[ée]pare|r[ée]dige|repr[ée]sente|g[èe]re|[ée]cris|fais partie)\b|(?:mon|notre) (?:chef|client|[ée]quipe|bureau|r[ée]daction|entreprise)\b|(?:une |l')?(?:[ée]quipe|pompiers|mairie|services?|bureau)\b[^.!?]*\bici\b",
    denied=r"(?:pas (?:dans|au|à|en)|hors (?:de|du)|(?:sans|sauf|hormis) (?:(?:ceux|celles|les|tout|qui sont) )*(?:du|de la|de|dans|au|à|en))",
    beyond="grue grues mât antenne antennes gens enfants fumée profondeur hauteur panneaux solaires photovoltaïque train trains avion avions clôture clôtures parking parkings arrêt jardin jardins étages valeur dégâts dommages coût coûts prix euros risque risques habitants population",
    cues=CUES,
    sides=SIDES,
    another=r"(?:un |une )?autres?",
    pixel_size=PixelWords(
        pixel=r"pixels?|r[ée]solution",
        half=r"(?:un )?demi[- ]?",
        centimetres=r"centimètres?",
        metres=r"mètres?",
        assumes=r"suppos\w+|on dit|disons|avec",
        per=r"par ",
    ),
    goes_to=(r"retourne|va|passe", r"paire"),
    trained=r"parcelles?|quartiers?|communes?|(?:occupation|utilisation|couverture) du sol|semblables?|ressembl\w+|base de données",
    archived=r"(?:dans|de) (?:les|nos|l'?)? ?archives?",
    trails=r"s'il (?:te|vous) pla[iî]t|seulement",
)
