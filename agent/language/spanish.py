"""Spanish: words of questions, with and without accents, and units of answers."""

from __future__ import annotations

from agent.language.answers.spanish import SPANISH_ANSWERS
from agent.language.language import Language, UnitName
from agent.language.questions.spanish import SPANISH_QUESTIONS

SPANISH = Language(
    code="es",
    questions=SPANISH_QUESTIONS,
    glosses=SPANISH_ANSWERS,
    endings=(
        "amente arlas arlos arían iendo ieron mente aban adas ados amos ando arla arlo aron arse arán aría "
        "emos erse idas idos irse aba ada ado ará ida ido ían an ar as en er es ir os ía a e o s ó"
    ),
    training_share=0.13,
    classes={
        "building": "edificio edificios casa casas vivienda viviendas construcción construccion construcciones"
        " edificación edificacion edificaciones inmueble inmuebles tejado tejados cobertizo cobertizos cabaña cabañas"
        " galpón galpones almacén almacenes fábrica fábricas fabricas",
        "road": "carretera carreteras calle calles camino caminos avenida avenidas autopista autopistas autovía"
        " autovías autovias sendero senderos calzada calzadas vías bulevar bulevares",
    },
    numbers={word: value for value, word in enumerate("dos tres cuatro cinco seis siete ocho nueve diez".split(), 2)},
    units=(
        UnitName("ha", "area", 1e4, "hectárea|hectáreas|hectarea|hectareas", tool_unit="ha"),
        UnitName(
            "km2", "area", 1e6,
            "kilómetro cuadrado|kilómetros cuadrados|kilometro cuadrado|kilometros cuadrados|km cuadrados",
            tool_unit="km2",
        ),
        UnitName("m2", "area", 1.0, "metro cuadrado|metros cuadrados|m cuadrados", tool_unit="m2"),
        UnitName(
            "%", "share", 0.01, "por ciento|por cien", asked="porcentaje proporción proporcion", tool_unit="percent"
        ),
        UnitName("px", "pixels", 1.0, "píxel|píxeles|pixeles", tool_unit="px"),
    ),
    dates={
        "before": "antes anterior primera primero antigua antiguo antiguas antiguos vieja viejo previa previo",
        "after": "después despues posterior segunda segundo última ultima último ultimo reciente recientes",
    },
    formats={
        "csv": "tabla",
        "png": "imagen mapa captura",
        "pdf": "informe",
    },
    indices={
        "ndvi": "vegetación vegetacion verdor",
        "ndwi": "agua",
        "ndbi": "urbano urbana",
        "nbr": "quemado quemada incendio fuego",
        "savi": "suelo",
        "ndmi": "humedad",
        "ndsi": "nieve",
    },
    land_covers={
        "ndvi": "árbol árboles arboles bosque bosques vegetación vegetacion cultivo cultivos prado prados",
        "ndwi": "agua lago lagos río ríos rios estanque estanques embalse",
        "ndsi": "nieve glaciar glaciares",
        "nothing": "coche coches camión camiones barco barcos persona personas animales vaca vacas piscina piscinas"
        " contenedor contenedores puente puentes",
    },
    compass={"north": "norte", "south": "sur", "east": "este", "west": "oeste"},
    why=r"\bpor qu[eé]\b",
    sure=r"\bqu[eé] tan seguro",
    limits=r"\bqu[eé] no puedes ver",
    how_many=r"[¿\s]*cu[aá]nt[oa]s (?:nuev[oa]s )?[\w-]+(?: nuev[oa]s)?(?: hay)?[\s?.!]*",
)  # fmt: skip
