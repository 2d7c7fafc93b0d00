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
        " granero graneros nave naves garaje garajes chalet chalets galpón galpones almacén almacenes fábrica"
        " fábricas fabricas",
        "road": "carretera carreteras calle calles camino caminos avenida avenidas autopista autopistas autovía"
        " autovías autovias sendero senderos calzada calzadas vías bulevar bulevares",
    },
    numbers={word: value for value, word in enumerate("dos tres cuatro cinco seis siete ocho nueve diez".split(), 2)},
    units=(
        UnitName(
            "football pitches", "area", 7140.0,
            "campos de fútbol|campo de fútbol|campos de futbol|campo de futbol|canchas de fútbol|canchas de futbol",
            tool_unit="football_pitch",
        ),
        UnitName("ha", "area", 1e4, "hectárea|hectáreas|hectarea|hectareas", tool_unit="ha"),
        UnitName(
            "km2", "area", 1e6,
            "kilómetro cuadrado|kilómetros cuadrados|kilometro cuadrado|kilometros cuadrados|km cuadrados",
            tool_unit="km2",
        ),
        UnitName("m2", "area", 1.0, "metro cuadrado|metros cuadrados|m cuadrados", tool_unit="m2"),
        UnitName("square feet", "area", 0.09290304, "pie cuadrado|pies cuadrados", tool_unit="ft2"),
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
    ordinals=tuple("primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo".split()),
    compass={
        "north": "norte", "south": "sur", "east": "este oriental", "west": "oeste occidental",
        "north-east": "noreste nordeste", "south-east": "sureste sudeste", "south-west": "suroeste sudoeste",
        "north-west": "noroeste",
        "centre": "centro medio",
    },
    only_after={"este": "el al del mitad lado hacia", "sur": "el al del mitad lado hacia y o"},
    picture_sides={
        "top": "arriba superior",
        "bottom": "abajo inferior",
        "left": "izquierda izquierdo",
        "right": "derecha derecho",
    },
    leads="en al del hacia de y o por entre",
    articles="el la los las",
    part_nouns="mitad parte cuarto esquina lado borde zona",
    signs={
        "appeared": "aparecido aparecida aparecidos aparecidas apareció aparecieron nuevo nueva nuevos nuevas"
        " construido construida construidos construidas añadido añadidos agregado agregados",
        "disappeared": "desaparecido desaparecida desaparecidos desaparecidas desapareció desaparecieron demolido"
        " demolida demolidos demolidas derribado derribada derribados derribadas destruido destruida destruidos"
        " destruidas eliminado eliminados perdido perdida perdidos perdidas",
    },
    negations="no ningún ninguno ninguna nunca jamás nada nadie sin ni tampoco",
    orders={
        "largest": "más_grande más_grandes mas_grande mas_grandes mayores",
        "smallest": "más_pequeño más_pequeños más_pequeña más_pequeñas mas_pequeño menores",
    },
    compares=r"\b(?:compara|comparar|compare|más|o|diferencia entre)\b",
    goes_on=r"[¿\s]*(?:y|solo|sólo|ahora)\b",
    why=r"\bpor qu[eé]\b|\bcu[aá]l(?:es)? (?:es|son|puede ser|pueden ser) las? causas?\b",
    sure=r"\bqu[eé] tan segur[oa]|\best[aá]s segur[oa]|\bcu[aá]n segur[oa]|\bpuedo fiarme",
    limits=r"\bqu[eé] no (?:puedes|pueden|ves|detectas)",
    how_many=r"[¿\s]*cu[aá]nt[oa]s (?:nuev[oa]s )?[\w-]+(?: nuev[oa]s)?(?: hay)?[\s?.!]*",
)  # fmt: skip
