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
        " grange granges entrepôt entrepôts usine usines",
        "road": "route routes rue rues chemin chemins voie voies chaussée chaussées ruelle ruelles voirie voiries"
        " sentier sentiers autoroute autoroutes",
    },
    numbers={
        word: value for value, word in enumerate("deux trois quatre cinq six sept huit neuf dix".split(), 2)
    },
    units=(
        UnitName(
            "km2", "area", 1e6,
            "kilomètre carré|kilomètres carrés|kilometre carre|kilometres carres|km carrés",
            tool_unit="km2",
        ),
        UnitName("m2", "area", 1.0, "mètre carré|mètres carrés|metre carre|metres carres|m carrés", tool_unit="m2"),
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
    compass={"north": "nord", "south": "sud", "east": "est", "west": "ouest"},
    why=r"\bpourquoi\b",
    sure=r"\bes[- ]tu s[uû]r",
    limits=r"\bque ne (?:vois|voyez)",
    how_many=r"\s*combien (?:de |d')(?:nouveaux |nouvelles |nouveau |nouvelle )?[\w-]+(?: y a-t-il)?[\s?.!]*",
)  # fmt: skip
