"""French: words of questions, with and without accents, and units of answers."""

from __future__ import annotations

from agent.language.answers.french import FRENCH_ANSWERS
from agent.language.language import Language, UnitName
from agent.language.questions.french import FRENCH_QUESTIONS

FRENCH = Language(
    code="fr",
    questions=FRENCH_QUESTIONS,
    glosses=FRENCH_ANSWERS,
    endings=(
        "aient antes ement eront ales ante ants ions ait ale ant aux ent era ons ées al er es ez ir is it ée "
        "és e s x é"
    ),
    training_share=0.13,
    classes={
        "building": "bâtiment bâtiments batiment batiments maison maisons logement logements immeuble immeubles"
        " pavillon pavillons toit toits toiture toitures bâtisse bâtisses habitation habitations cabane cabanes"
        " grange granges entrepôt entrepôts usine usines hangar hangars garage garages villa villas chalet chalets"
        " édifice édifices bâti",
        "road": "route routes rue rues chemin chemins voie voies chaussée chaussées ruelle ruelles voirie voiries"
        " sentier sentiers autoroute autoroutes",
    },
    numbers={
        word: value for value, word in enumerate("deux trois quatre cinq six sept huit neuf dix".split(), 2)
    },
    units=(
        UnitName("ares", "area", 100.0, "ares", tool_unit="are"),
        UnitName(
            "football pitches", "area", 7140.0,
            "terrains de football|terrain de football|terrains de foot|terrain de foot",
            tool_unit="football_pitch",
        ),
        UnitName(
            "km2", "area", 1e6,
            "kilomètre carré|kilomètres carrés|kilometre carre|kilometres carres|km carrés",
            tool_unit="km2",
        ),
        UnitName("m2", "area", 1.0, "mètre carré|mètres carrés|metre carre|metres carres|m carrés", tool_unit="m2"),
        UnitName("square feet", "area", 0.09290304, "pied carré|pieds carrés|pied carre|pieds carres", tool_unit="ft2"),
        UnitName("%", "share", 0.01, "pour cent|pourcents", asked="pourcentage", tool_unit="percent"),
    ),
    dates={
        "before": "avant première premiere premier précédente precedente ancienne ancien",
        "after": "après apres deuxième deuxieme seconde dernière derniere dernier récente recente",
    },
    formats={
        "csv": "tableau tableur",
        "png": "carte capture",
        "pdf": "rapport",
    },
    indices={
        "ndvi": "végétation verdure",
        "ndwi": "eau",
        "ndbi": "urbain urbaine",
        "nbr": "brûlé brûlée incendie feu",
        "savi": "sol",
        "ndmi": "humidité humidite",
        "ndsi": "neige",
    },
    land_covers={
        "ndvi": "arbre arbres forêt forêts foret forets végétation prairie prairies",
        "ndwi": "eau lac lacs rivière rivières riviere rivieres étang étangs etang etangs",
        "ndsi": "neige",
        "nothing": "voiture voitures camion camions bateau bateaux personne personnes animaux vache vaches piscine"
        " piscines conteneur conteneurs pont ponts",
    },
    ordinals=tuple("premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième".split()),
    compass={
        "north": "nord", "south": "sud", "east": "est", "west": "ouest",
        "north-east": "nord-est", "south-east": "sud-est", "south-west": "sud-ouest", "north-west": "nord-ouest",
        "centre": "milieu",
    },
    only_after={"est": "l' l\u2019 moitié quart côté plein"},
    picture_sides={
        "top": "haut supérieur supérieure",
        "bottom": "bas inférieur inférieure",
        "left": "gauche",
        "right": "droite",
    },
    leads="à a au aux en dans vers du de et ou sur entre",
    articles="le la les l' l\u2019",
    part_nouns="moitié partie quart coin côté bord zone",
    signs={
        "appeared": "apparu apparue apparus apparues nouveau nouveaux nouvelle nouvelles construit construite"
        " construits construites bâti bâtie ajouté ajoutés ajoutées neuf neufs neuve neuves",
        "disappeared": "disparu disparue disparus disparues démoli démolie démolis démolies détruit détruite détruits"
        " détruites rasé rasés rasées supprimé supprimés supprimées enlevé enlevés perdu perdus perdue perdues",
    },
    negations="non ne pas aucun aucune jamais rien personne sans ni",
    orders={
        "largest": "plus_grand plus_grande plus_grands plus_grandes plus_gros plus_grosse",
        "smallest": "plus_petit plus_petite plus_petits plus_petites",
    },
    compares=r"\b(?:compare[rz]?|plus|ou|différence entre)\b",
    goes_on=r"\s*(?:et|seulement|maintenant)\b",
    why=r"\bpourquoi\b|\bquelles? (?:est|sont|peut être|peuvent être) (?:la|les) (?:cause|raison)s?\b",
    sure=r"\bes[- ]tu (?:bien )?s[uû]r|\btu es s[uû]r|\bêtes[- ]vous s[uû]r|\bpeut[- ]on (?:s'y|te|vous) fier",
    limits=r"\bque ne (?:vois|voyez|peux|pouvez)|\bqu(?:'|\u2019)est-ce que (?:tu|vous) ne (?:vois|voyez|peux|pouvez)",
    how_many=r"\s*combien (?:de |d')(?:nouveaux |nouvelles |nouveau |nouvelle )?[\w-]+(?: y a-t-il)?[\s?.!]*",
)  # fmt: skip
