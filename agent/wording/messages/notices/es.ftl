# Lo que dicen las herramientas, en español: avisos, notas y rechazos. El inglés está donde se hace.

## Listas

list = { $first }, { $last }
semicolons = { $first }; { $last }
both = { $first } y { $last }
in-a-row = { $first } { $last }
and-more = { $named } y { $more } más

## Antes del análisis

identical = Las dos imágenes son idénticas, píxel a píxel: compruebe que se dieron los archivos correctos.
unfit-pixels =
    Un píxel mide { $resolution } m en el terreno; la red aprendió con una resolución de { $trained } m y es fiable de { $low } a { $high } m, así que cabe esperar omisiones y falsas alarmas{ $remedy }.
try-resampling = ; pruebe --resample { $metres }
coarser-image = Una imagen tiene píxeles de { $native } m y muestra menos que los { $resolution } m de la cuadrícula.
oblong-pixels =
    Los píxeles miden en el terreno { $width } m de ancho y { $height } m de alto, así que las casas parecen estiradas; hágalos cuadrados con --resample { $metres }.
no-photograph =
    { $name } contiene { $content } y no es una fotografía: no se buscan edificios ni carreteras{ $remedy }.
by-radar = , pero terradelta radar dice qué cambió
too-little-to-compare = Hay demasiado poco que ver para saber si las dos fechas se superponen.
unlike = No se puede decir si las dos fechas se superponen: no se parecen. Compárelas a ojo.
turned = Las fechas parecen giradas entre sí unos { $degrees } grados: haga primero el corregistro.
shifted =
    La segunda fecha está desplazada { $columns } px hacia la { $side ->
        [left] izquierda
       *[right] derecha
    } y { $rows } px hacia { $way ->
        [up] arriba
       *[down] abajo
    }: haga primero el corregistro, porque allí se comparan los contornos.
blank = { $name } no muestra nada: sus píxeles son casi todos iguales; compruebe que es el archivo correcto.
no-data = El { $share } % del terreno común no tiene datos en una fecha o en ambas; no se sabe nada de él.
clouds = El { $share } % de { $name } parece nube, nieve o reflejo; lo que hay debajo no se ve.

## El par

dates-swapped = La primera imagen es del { $first }, posterior a la segunda ({ $second }): quizá estén intercambiadas.
filled =
    El { $share } % de { $name } vale { $fill } en todas las bandas, lo que se toma por ausencia de datos aunque el archivo no lo declare; si es un error, declare el valor correcto: gdal_edit.py -a_nodata VALUE.
turned-unmoved = Las fechas parecen giradas unos { $degrees } grados, por lo que no se movió nada.
unsure-unmoved = El desplazamiento entre las fechas no se puede determinar con seguridad, por lo que no se movió nada.
too-far-to-move =
    El desfase de corregistro es de { $pixels } px, demasiado grande para corregirlo aquí; haga primero el corregistro de las imágenes.
moved-back = La segunda imagen se devolvió { $columns } columnas y { $rows } filas.
nowhere =
    Ninguna imagen indica dónde está, por lo que las áreas van en píxeles y en porcentaje, no en metros cuadrados.
nowhere-one = { $name } no indica dónde está; se supone que cubre el mismo terreno que la otra imagen.
warped = La segunda imagen se llevó a la cuadrícula de la primera.
warped-from = La segunda imagen se llevó a la cuadrícula de la primera, { $what }.
from-crs = de { $there } a { $here }
from-pixels = de píxeles de { $there } m a { $here } m
overlap = Solo se juzga el solape: el { $share } % de la primera imagen.
resampled = Ambas imágenes se remuestrearon a píxeles de { $metres } m.
stretched =
    Los valores son { $types } ({ $kind }); de { $low } a { $high } se estiraron a 0-255, igual para ambas fechas.
digital-numbers = niveles digitales
reflectance-reals = reflectancia 0-1
reflectance-numbers = reflectancia x 10.000
decibels = decibelios
unlike-kinds =
    Las dos fechas contienen valores de distinto tipo, y un mismo estiramiento oculta los de una o los de la otra; llévelos a un solo tipo antes de fiarse de ningún cambio.
in-decibels = Los valores parecen de radar en decibelios; la red solo conoce imágenes ópticas.

## Áreas y zonas

one-left-out =
    { $noun ->
        [zone] La zona { $named } de { $file } se deja fuera: { $reason }.
       *[feature] La entidad { $named } de { $file } se deja fuera: { $reason }.
    }
some-left-out =
    { $noun ->
        [zone] { $count } zonas de { $file } se dejan fuera, porque cada una { $reason }: { $named }.
       *[feature] { $count } entidades de { $file } se dejan fuera, porque cada una { $reason }: { $named }.
    }
outside = queda fuera de las imágenes
too-small = es tan pequeña o estrecha que no contiene el centro de ningún píxel
no-shape = no tiene forma
no-degrees = tiene coordenadas que no son grados
unplaced = no se puede proyectar entera al sistema de coordenadas de las imágenes
tangled = se cruza a sí misma demasiadas veces para repararla
no-polygon =
    es { $kind ->
        [Point] un punto
        [MultiPoint] un grupo de puntos
        [LineString] una línea
        [LinearRing] una línea
        [MultiLineString] un grupo de líneas
       *[other] de un tipo sin área
    }, no un polígono
too-many-corners = no es válida y tiene más de { $most } vértices
no-area = no encierra ningún área
beyond-repair = no se puede reparar
no-outline = tiene menos de tres vértices
no-numbers = tiene coordenadas que no son números
no-places = tiene coordenadas fuera de cualquier mapa
nested-rings = tiene anillos encajados demasiadas veces
area-left = El área de interés era del par abierto antes; de este se examina todo.

## Archivos

of-file = { $name } { $note }
day-by-name =
    es del { $first } según su nombre y del { $last } según la etiqueta de la hora de escritura; se toma el { $first }, y no se da ninguna tasa anual: indique los días con --date-before y --date-after.
day-by-tag =
    es del { $first } según la etiqueta de la hora de escritura y del { $last } según su nombre; se toma el { $first }, y no se da ninguna tasa anual: indique los días con --date-before y --date-after.
bands-by-number =
    { $name } tiene { $count } bandas sin nombre, como { $family }; { $numbers } son el rojo, el verde y el azul.
first-three-bands = { $name } no da nombre a sus bandas; las tres primeras se toman por rojo, verde y azul.
pages = { $name } contiene { $count } páginas; solo se lee la primera.
camera-turned =
    { $name } se tomó con la cámara girada y se lee como está guardada, sin enderezar; si la otra imagen está orientada de otro modo, guarde antes las dos enderezadas.
for-print = { $name } está hecha para imprimir (CMYK); sus colores se convierten a RGB de forma aproximada.
file-damaged = { $name } está dañado o cortado y no se puede leer; cópielo o descárguelo de nuevo.
overviews-damaged = Las vistas reducidas de { $name } están dañadas o cortadas; sus píxeles se leen sin ellas.
metadata-damaged =
    { $name } está dañado fuera de sus píxeles, en sus metadatos o en otras páginas; sus píxeles se leen.
placed-beside = { $name } no indica dónde está; se sitúa por el archivo world o .prj que lo acompaña.
world-file-alone =
    El archivo world que acompaña a { $name } no lo sitúa, porque ningún .prj legible a su lado indica el sistema de coordenadas; escríbalo en el archivo: gdal_translate -a_srs EPSG:CODE { $name } placed.tif.
elevations = elevaciones
radar-backscatter = retrodispersión de radar
no-brightness = números de otro tipo que el brillo
ready-index = un { $index } ya calculado

## Bandas y escala

band =
    { $key ->
        [A] el azul costero
        [B] el azul
        [G] el verde
        [G1] el verde 1
        [N] el infrarrojo cercano
        [N2] el infrarrojo cercano estrecho
        [R] el rojo
        [RE1] el borde rojo 1
        [RE2] el borde rojo 2
        [RE3] el borde rojo 3
        [S1] el infrarrojo de onda corta 1
        [S2] el infrarrojo de onda corta 2
        [T] el infrarrojo térmico
        [T1] el infrarrojo térmico 1
        [T2] el infrarrojo térmico 2
        [WV] el vapor de agua
        [Y] el amarillo
       *[other] { $name }
    }
name-bands = si es un error, nómbrelas en su orden: --sensor { $sensor }:green,red,rededge,nir.
state-bands =
    indíquelo con --sensor, un sensor conocido ({ $sensors }) o las bandas en su orden ({ $stated }:green,red,rededge,nir)
bands-unused = Las bandas { $listed } no tienen nombre y no se usan; { $named }
band-as-infrared =
    La banda { $band } no tiene nombre y se toma por infrarrojo cercano, junto al rojo, el verde y el azul; { $named }
alpha-as-infrared =
    La banda { $band } está marcada como alfa, pero contiene más que la cobertura y se toma por infrarrojo cercano, junto al rojo, el verde y el azul; { $named }
bands-by-product = Las bandas no tienen nombre; se leen en el orden de { $sensor }, que indica el nombre del archivo.
bands-by-count =
    Nada da nombre a las { $count } bandas; por su número se toman por las de { $sensor }, en su orden; { $named }
no-sensor =
    Aquí no hay ningún sensor { $name }; elija entre { $sensors }, o nombre las bandas: { $stated }:green,red,nir.
no-band-of-sensor = { $listed } nombra una banda que { $sensor } no tiene; tiene { $names }.
no-band-name = { $word } no es nombre de ninguna banda; use { $names }, y - para una banda que se omite.
unknown-band = Nada indica con seguridad qué hay en la única banda de { $name }; { $ways }.
unknown-bands = Nada indica con seguridad qué hay en las { $count } bandas de { $name }; { $ways }.
too-many-bands-named =
    { $name } tiene { $count } bandas, { $sensor } { $named }; nombre en su orden las bandas que contiene, por ejemplo --sensor { $example }.
the-list = la lista
stated = indicado por una persona
stated-baseline = indicado por una persona (baseline { $baseline })
brightness = brillo de 8 bits
reals-as-reflectance = los números reales se toman por reflectancia
numbers-as-reflectance = los números enteros se toman por reflectancia x 10.000
own-scale = la escala y el desplazamiento del archivo
of-collection-2 = los números son los de la Colección 2 de Landsat
rough-thresholds =
    Las imágenes contienen brillo de 8 bits, no reflectancia: los umbrales de los índices son aproximados para ellas.
no-sensor-told =
    Los archivos no indican su sensor, por lo que sus números se toman por reflectancia x 10.000; indique otra escala con --scale y --offset.
large-reals =
    Los archivos contienen números reales por encima de { $limit }, que se toman por niveles digitales, como los enteros; indique otra escala con --scale y --offset.
no-baseline =
    Los archivos no indican su baseline de procesamiento; desde la { $first } habría que restar { $offset }: indíquela con --baseline o --offset.
as-collection-2 =
    Casi ningún número de los archivos está por debajo de { $limit }, como en la Colección 2 de Landsat, cuya regla se toma (reflectancia = { $scale } x número - { $offset }); indique otros valores con --scale, --offset.
were-they-later =
    Si fueran de Sentinel-2 con la baseline { $first } o posterior, habría que restar { $offset }: indique --baseline.
different-scales =
    Las bandas de { $name } declaran escalas y desplazamientos distintos; llévelas a uno solo, o indíquelo con --scale y --offset.
unknown-sensor = desconocido
two-sensors = Las fechas son de sensores distintos ({ $sensors }), cuyas bandas no son del todo iguales.
two-scalings = Las dos fechas se escalaron con reglas distintas ({ $rules }).
offset-apart =
    Incluso los números más oscuros de la fecha { $which ->
        [later] posterior
       *[earlier] anterior
    } son unos { $higher } más altos, como por el desplazamiento de las baselines de Sentinel-2 desde la 04.00; entonces gran parte de este cambio no lo es: indique --baseline before,after, por ejemplo 02.12,05.09.
seasons-apart =
    Las fechas distan { $days ->
        [one] { $days } día
       *[other] { $days } días
    } dentro del año, así que el cambio de plantas, nieve y agua puede ser estacional.
no-data-of-date =
    La imagen { $date ->
        [after] posterior
       *[before] anterior
    } no contiene datos donde coinciden las dos fechas.
too-bright = el más claro sería { $bright }
too-dark = la mitad de una banda quedaría por debajo de { $dark }
no-reflectance =
    Los números de la imagen { $date ->
        [after] posterior
       *[before] anterior
    } no son reflectancia: { $wrong } ({ $by }). Indique lo que vale: --scale y --offset (reflectancia = escala x número + desplazamiento), --baseline o --sensor.
no-optical-bands =
    { $name } contiene { $content } y ninguna banda de imagen óptica, con las que se calculan los índices y la cobertura del suelo; dé imágenes con esas bandas.
ready-index-scaled = Los valores de { $name } se toman por { $index } x 10.000; indique otra escala con --scale.

## Índices e indicios

ndwi-of-roofs =
    El NDWI toma también por agua los tejados y el suelo desnudo con bruma (Xu 2006); en ciudades el MNDWI es más seguro.
no-index = No hay ningún índice espectral { $asked }; parecidos son { $near }.
no-plain-index = { $index } necesita más que bandas ({ $needs }); elija un índice sencillo como ndvi.
no-known-index = Aquí no se conoce ningún píxel: todo es nube, sin datos o dividido por cero; tome otras fechas.
index-lacks-bands =
    Para { $index } hace falta { $names }, que la imagen { $date ->
        [after] posterior
       *[before] anterior
    } no tiene; { $remedy }.
possible-here = posibles aquí: { $names }
none-possible = ningún índice habitual es posible con sus bandas
views-lack-bands =
    Las seis imágenes necesitan { $keys }; a la imagen { $date ->
        [after] posterior
       *[before] anterior
    } le falta { $lacking }. Sentinel-2 las tiene todas.
sign-lacks-bands = hace falta { $names }, que no tienen ambas imágenes
no-cause = No se pudo medir nada que necesitara una causa: { $reasons }.
no-cloud-band = Ninguna banda indica nubes, así que las nubes y sus sombras pueden tomarse por cambio.
bands-disagree =
    Las bandas de las dos fechas concuerdan demasiado poco (correlación { $agreement }) para distinguir lo que cambió de lo que no; compruebe que ambas muestran el mismo lugar, sin bruma.
mostly-changed =
    Más de la mitad del terreno ({ $share } %) puede haber cambiado, como en otra estación o con una inundación, así que lo que cambió no se puede distinguir con seguridad de lo que no; tome imágenes de una misma estación.
too-few-pixels =
    Solo se conocen { $count } píxeles en ambas fechas, demasiado pocos para determinar el cambio por sus bandas; dé imágenes con menos nubes o un solape mayor.

## Cobertura del suelo

spectral-rules =
    Las reglas espectrales no distinguen el suelo desnudo de edificios y carreteras, ni la hierba de los cultivos; los bosques con hojas se reconocen, los que no las tienen cuentan como suelo desnudo o vegetación baja.
zones-no-classes =
    Las zonas son grupos de espectro parecido, no clases de cobertura del suelo; a qué se parecen se lee de su espectro medio. La luz, la bruma y la estación, que difieren entre las fechas, también mueven píxeles de una zona a otra.
too-few-clusters = Las imágenes contienen demasiado pocos tipos de terreno para { $count } zonas; pida menos.
zones-lack-bands = Las zonas necesitan al menos { $least } bandas que tengan ambas fechas; estas comparten { $count }.
cover-lacks-bands =
    Para la cobertura del suelo hace falta { $names }, que la imagen { $date ->
        [after] posterior
       *[before] anterior
    } no tiene; dé imágenes con infrarrojo cercano, o dos mapas de clases, o pregunte a un modelo multimodal (--vision).
numbers-alone =
    Nada indica qué significan los números de los mapas de clases, por lo que las clases se llaman por sus números; indíquelo con --legend: { $legends }, o un archivo JSON o CSV de valores y nombres.
zero-as-class = El 0 se cuenta como una clase; si representa ausencia de datos, declárelo: gdal_edit.py -a_nodata 0.
class-as-no-data =
    { $name } declara { $value } como ausencia de datos, que representa la clase «{ $cover }»; allí no se conoce ninguna.
no-class-map =
    { $name } no es un mapa de clases: contiene { $bands } de tipo { $dtype }; dé archivos con una banda de números enteros, cada uno de los cuales representa una clase.
number-of-bands =
    { $count ->
        [one] { $count } banda
       *[other] { $count } bandas
    }
no-map =
    { $name } contiene más de { $most } valores distintos, como las fotografías; dé mapas de clases, o indique con --legend qué valor es cada clase.
values-without-names =
    { $name } contiene valores que la leyenda { $legend } no tiene: { $listed }. Nombre la correcta con --legend, o dé un archivo JSON o CSV con un nombre para cada valor.
worldcover-versions =
    Los mapas de ESA WorldCover de 2020 y 2021 se hicieron con versiones distintas de su algoritmo, de modo que parte de sus diferencias no es cambio del terreno.
corine-areas =
    Los mapas de CORINE Land Cover muestran áreas de 25 ha o más; los cambios menores figuran en sus capas de cambio.
map-noise =
    Dos mapas{ $known }{ $how } coinciden con el terreno en ambas fechas en cerca del { $agreement } % de los píxeles, si sus errores son independientes; el { $changed } % parecería cambiar donde nada cambió.
map-accuracy = { " " }con el { $right } % de los píxeles correctos
accuracy-assumed = { " " }(supuesto, ya que nadie lo indicó)
below-map-noise =
    El cambio medido del { $changed } % está por debajo del doble de eso, así que pueden ser solo errores de los mapas; compruébelo en las imágenes{ $way }.
tell-accuracy = , o indique su exactitud con --map-accuracy
much-exchange =
    El { $part } % del cambio es intercambio: pares de clases se dieron tanto como se quitaron, lo que es típico de clases que se confunden; mire los cambios mayores en las imágenes.
correction-independent =
    La corrección supone que los errores de las dos fechas son independientes; donde los mismos lugares fallan dos veces, es demasiado fuerte.
correction-clipped =
    El { $share } % de la corrección resultó negativo y se puso a cero: las matrices de confusión no encajan del todo con estos mapas.
no-known-class = Ningún píxel tiene una clase conocida en ambas fechas; tome otras fechas u otra área.
no-known-cover = Aquí no se conoce ningún píxel: todo es nube o sin datos; tome otras fechas.
no-class-in-part =
    Ningún píxel { $where } tiene una clase conocida en ambas fechas; pregunte por otra parte, o tome otras fechas.
no-class-of = Estos mapas de clases no tienen la clase «{ $cover }»; tienen: { $names }.
no-trees = Sin una banda de infrarrojo de onda corta, los árboles no se distinguen de otras plantas.
no-land-rate =
    No se puede decir qué cambió al año, ya que los días de las imágenes no se conocen, son los mismos o están en el orden equivocado; indíquelos con --date-before y --date-after, por ejemplo 2019-06-30.
burnt-polygons =
    El suelo quemado no se escribe como polígonos, ya que se halla por su índice de quemado y no en un mapa de clases; pregunte dónde ardió, o por un archivo de árboles o vegetación, que dice qué se perdió.
burnt-before =
    No se dice qué era antes el suelo quemado, ya que se halla por su índice de quemado y no en un mapa de clases; pregunte dónde ardió, o qué cobertura del suelo pasó a ser cuál.
burnt-unmeasured = El suelo quemado no se puede medir: { $reason }.

## Edificios y carreteras

roads-of-each-date =
    Las carreteras cambiadas son las que una fecha muestra y la otra no; las estrechas, en sombra o sin asfaltar se escapan a menudo; mire la imagen.
roads-from-masks =
    Las carreteras cambiadas se aprendieron de imágenes sueltas con máscaras de carreteras, y las nuevas se escapan a menudo; mire la imagen.
roads-from-drawings = Las carreteras cambiadas se aprendieron de escenas dibujadas; compruébelas en la imagen.
no-direction =
    Estos pesos no dicen qué { $status ->
        [disappeared] desapareció
        [appeared] apareció
       *[other] cambió así
    }; pregunte por todo lo que cambió, o use pesos que lo digan.
bands-no-direction =
    Las bandas no dicen qué { $status ->
        [disappeared] desapareció
        [appeared] apareció
       *[other] cambió así
    }; pregunte por todo lo que cambió.
no-other-change = Estos pesos solo reconocen edificios y carreteras que cambiaron; deje fuera `any`.
none-spoken-of = Aún no se ha hablado de ningún objeto en particular; pregunte primero por el mayor.
no-object = No hay ningún objeto { $number } en este par; pregunte por los mayores para conocer sus números.
nearest-to-what = ¿El más cercano a qué? Nombre un objeto por su número, un edificio, una carretera o el centro de la imagen.
nothing-beside =
    Aquí no se encontró { $of ->
        [building] ningún edificio cambiado
        [road] ninguna carretera cambiada
       *[other] nada así
    }, así que nada puede estar a su lado.
near-nothing =
    Aquí no se encontró { $to ->
        [building] ningún edificio cambiado
        [road] ninguna carretera cambiada
       *[other] nada así
    }, así que nada puede estar cerca.
near-no-object = Aquí no hay ningún objeto { $number }, así que nada puede estar cerca de él.
both-the-same =
    Ambos son { $of ->
        [building] el edificio
        [road] la carretera
       *[other] el objeto
    } { $number }; nombre dos objetos por sus números.
too-few-objects =
    { $count ->
        [0] No se encontró ningún objeto cambiado así
        [one] Solo se encontró { $count } objeto cambiado así
       *[other] Se encontraron { $count } objetos cambiados así
    }, de modo que no hay distancia que dar.
no-other-object =
    Aquí no se encontró { $of ->
        [building] ningún otro edificio cambiado
        [road] ninguna otra carretera cambiada
       *[other] nada más así
    }, de modo que no hay distancia que dar.
unfit-unit = { $statistic } no se da en { $unit }; elija entre { $fitting }.
no-length = Solo las carreteras tienen longitud; pregunte por el perímetro de lo demás que cambió.
no-rate =
    No se puede decir qué cambió al año, ya que los días de las imágenes no se conocen o son los mismos; indíquelos con --date-before y --date-after, por ejemplo 2019-06-30.
no-class-named = No se nombró ninguna clase; elija entre building, road, any, o deje fuera las clases.
how-near = No se dice a qué distancia; indique max_distance o min_distance.
distance-to-what =
    Una distancia necesita aquello hasta lo que se mide: un objeto por su número, un edificio, una carretera o el centro de la imagen.

## Radar

two-of-one-day =
    Dos de los archivos son del { $day }; dé uno por fecha, o una primero las franjas vecinas de una pasada: gdal_merge.py.
order-as-given = { $name } no indica el día, así que los archivos se toman en el orden en que se dieron.
days-swapped = La primera imagen es del { $first }, posterior a la segunda ({ $second }): quizá estén intercambiadas.
put-in-order = Los archivos se ordenaron por sus días.
mixed-orbits =
    Las fechas son de órbitas distintas ({ $how }), como se pidió: laderas, bosques y casas pueden parecer cambiar aunque nada cambiara.
orbits-differ =
    { $first } y { $other } se tomaron desde órbitas distintas ({ $how }), así que laderas y casas se ven diferentes sin ningún cambio; dé fechas de una misma órbita relativa, o pase --mixed-orbits para compararlas de todos modos.
passes =
    { $one ->
        [ascending] ascendente
       *[descending] descendente
    } y { $other ->
        [ascending] ascendente
       *[descending] descendente
    }
orbits = órbitas relativas { $one } y { $other }
clocks = { $one } y { $other } UTC, lo que una órbita nunca tiene
no-orbit = { $names } no indica la órbita; se supone que las fechas son de una misma órbita relativa y pasada.
no-orbits = { $names } no indican la órbita; se supone que las fechas son de una misma órbita relativa y pasada.
unnamed-radar-bands =
    { $name } tiene { $count } bandas sin nombre; nómbrelas en orden: --bands VV,VH, o dé un archivo solo de retrodispersión.
brighter-as-vv = { $name } no da nombre a sus bandas; la más clara ({ $band }) se toma por VV.
band-as-vv = { $name } no da nombre a su banda, que se toma por VV; si no lo es, indique --bands VH.
no-common-polarisation =
    Las fechas no tienen ninguna polarización en común: { $told }; dé la misma de todas las fechas.
has-polarisations = { $name } tiene { $names }
shared-polarisation = Solo se compara { $shared }, ya que no todas las fechas tienen { $other }.
one-polarisation = Solo hay una polarización ({ $name }); con VV y VH se encontraría más cambio.
nearest-pixels =
    { $name } está en otra cuadrícula y se leyó por sus píxeles más cercanos, así que su posición es exacta a medio píxel.
common-ground = Solo se juzga el terreno que cubren todas las fechas: el { $share } % de { $name }.
different-looks =
    { $first } tiene píxeles de { $one } m y { $second } de { $two } m, que tienen looks distintos; tome ambas de un mismo producto, o procéselas por igual a un mismo tamaño de píxel.
no-pixel-known = No se conoce ningún píxel en todas las fechas; dé imágenes que se solapen.
border = El { $share } % de { $name } es 0, como más allá del borde de una escena; no se sabe nada de él.
amplitude =
    { $name } contiene números enteros, que se toman por amplitud y se elevan al cuadrado; no está calibrada, así que no se indica el agua abierta.
decibels-to-power = { $name } contiene decibelios, que se convirtieron en potencia.
hundredths-to-power = { $name } contiene centésimas de decibelio, que se convirtieron en potencia.
unknown-looks =
    Se conoce demasiado poco terreno en todas las fechas para estimar los looks; indíquelos, para Sentinel-1 GRD de 10 m --looks 4.4.
unchecked-looks = Se conoce demasiado poco terreno para comprobar el número de looks indicado.
wrong-looks =
    Se indicaron { $stated } looks, pero las imágenes muestran unos { $found }, de modo que la mayor parte del terreno sin cambio contaría como cambiada; indique --looks { $option }, o déjelo fuera.
doubted-looks =
    Se indicaron { $stated } looks, pero las imágenes muestran unos { $found }; con un número equivocado { $effect }: deje fuera --looks para usar lo que muestran las imágenes.
missed = se escapa cambio
false-alarms = el terreno sin cambio cuenta como cambiado
filtered =
    Los píxeles vecinos se parecen tanto (correlación { $correlation }) que las imágenes parecen filtradas contra el speckle o promediadas: los looks ya no valen, y no se conoce el nivel de la prueba; dé imágenes sin filtro.
no-days =
    No se conocen los días de las imágenes, así que los mapas de fechas contienen el número de la fecha, desde 1.
nothing-known = No se conoce ningún píxel de este terreno en todas las fechas; dé imágenes que lo cubran, sin ceros.
no-radar =
    No se sabe si { $name } contiene radar; dé imágenes de Sentinel-1 cuyas bandas se llamen VV y VH, o cuyo nombre de archivo lo diga.
radar-resampled = El radar se compara en sus propios píxeles, ya que otros tienen otros looks; deje fuera --resample.

## Series

no-series =
    El cambio a lo largo del tiempo necesita tres fechas o más; abra una serie: una carpeta, archivos, o un archivo CSV de path,date.
no-season-fitted =
    Con { $count } fechas no se ajusta ninguna estación, así que una diferencia puede ser estacional; desde 12 fechas en más de un año se descuenta. Lo que solo muestra la última fecha no lo confirma ninguna posterior.
no-season-out = Hay demasiado pocas fechas para descontar la estación, así que la diferencia puede ser estacional.
short-span = Las fechas abarcan menos de un año, así que la estación no se puede distinguir del cambio.
cloudy-dates = Nada está despejado en { $count } de las { $all } fechas ({ $days }).
too-few-clear = Ningún píxel tiene las { $least } fechas despejadas necesarias, así que no se dice nada del cambio.
undeclared-fill =
    { $name } no declara { $fill }, que es el valor de muchos de sus píxeles y se toma por ausencia de datos.
same-of-more =
    Lo mismo vale para { $count ->
        [one] { $count } archivo más
       *[other] { $count } archivos más
    }.
days-of-writing =
    { $count ->
        [one] El día de { $count } archivo ({ $names }) es el
       *[other] Los días de { $count } archivos ({ $names }) son los
    } de la etiqueta de la hora de escritura, ya que nada más lo indica; si es un error, dé un archivo CSV con las columnas path,date.
day-merged = { $count } día tiene más de una imagen, que se combinan ({ $days }).
days-merged = { $count } días tienen más de una imagen, que se combinan ({ $days }).
long-gap =
    Entre { $first } y { $second } no hay imágenes durante { $years } años; lo que cambió entonces se da en la fecha siguiente.
other-grids =
    { $count } de { $all } imágenes están en otra cuadrícula que { $name } y se llevan a la suya ({ $names }); lo que no cubren no se conoce en sus fechas.
series-nowhere =
    Las imágenes no indican dónde están, por lo que las áreas van en píxeles; se supone que cubren el mismo terreno.
many-sensors =
    Las fechas son de sensores distintos ({ $sensors }), cuyas bandas no son del todo iguales: lo que parece cambiar cuando cambia el sensor puede no ser cambio.
unnamed-sensor = un sensor que nada nombra
ready-values = valores ya calculados
baselines =
    Las fechas se escalan con reglas distintas, como las de las baselines de procesamiento, y se tiene en cuenta.
no-cloud-masks =
    { $dates } no traían máscara de nubes propia, así que las nubes solo se encuentran donde un valor deja su nivel y vuelve.
date = 1 fecha ({ $days })
dates = { $count } fechas ({ $days })
numbers-as-index = Los archivos no indican qué son sus números; se toman por { $index }.
numbers-scaled = Los números de los archivos se toman por { $index } x 10.000; indique otra escala con --scale.
a-file = un archivo
no-date = { $text } no es una fecha; escriba 2021-06-30, 2021-06 o 2021.
no-date-near = No hay ninguna fecha cerca de { $day }; las fechas van de { $first } a { $last }.
few-dates =
    { $count } de las { $all } fechas están entre { $since } y { $until }, y el cambio a lo largo del tiempo necesita { $least }; las fechas van de { $first } a { $last }.
the-first = la primera
the-last = la última
few-clear-dates =
    Solo { $count ->
        [one] { $count } fecha despejada está
       *[other] { $count } fechas despejadas están
    } entre { $since } y { $until }; las fechas van de { $first } a { $last }.
history-dates = { $count } fechas son más que las { $most } que se comparan a la vez; nombre una primera y una última fecha.
no-such-patch = Hay { $count } trozos así, de modo que no hay número { $rank }.
same-date = { $before } y { $after } están ambas más cerca de { $day }; nombre fechas más separadas.
no-zone = No hay ninguna zona { $name }; hay { $known }.
no-position = Las imágenes no indican dónde están, así que no se puede encontrar una posición en ellas.
position-outside = { $place } queda fuera de las imágenes; dé una posición dentro de ellas.

## Conversación y archivo

no-images = Aún no hay imágenes; abra primero una imagen de antes y una de después.
no-pair = No hay ningún par { $name } en esta conversación; hay { $known }.
no-zones = No se dieron zonas; pase un archivo de polígonos con --zones.
unknown-zones = No hay zonas { $asked }; hay { $known }.
no-pixel-size = { $stated } no es un tamaño de píxel; dé metros, por ejemplo 0.5.
pixel-size-known =
    No se pueden suponer píxeles de { $metres } m, ya que las imágenes están georreferenciadas e indican ellas mismas { $own } m; deje fuera el tamaño de píxel.
class-maps = Son mapas de clases, no fotografías; pregunte qué pasó a ser qué, o dé las imágenes.
unseen-content =
    { $name } contiene { $content } y no es una fotografía, así que no se pueden buscar edificios ni carreteras en ella; { $remedy }
subtract-heights =
    dé las imágenes, y para el cambio de altura reste un archivo del otro: gdal_calc.py -A after.tif -B before.tif --calc=A-B --outfile=rise.tif.
ask-by-radar = pregunte qué cambió según el radar o si hubo inundación, o ejecute terradelta radar BEFORE AFTER.
ask-of-index = pregunte cómo cambió el índice, o dé las imágenes.
save-as-whole-numbers =
    si es una fotografía, guárdela como números enteros: gdal_translate -ot Byte -scale in.tif out.tif.
too-coarse =
    Un píxel mide { $metres } m en el terreno: no se reconoce ninguna casa, y la red aprendió con { $trained } m. Dé imágenes más finas, o pase --any-resolution para mirar de todos modos.
no-archive = No se dio ningún archivo de pares; nombre uno con --archive, creado con terradelta index add.
no-notes = { $folder } aún no contiene notas.
blank-question = La pregunta está vacía; diga qué buscar, por ejemplo: houses built beside a road.
ask-in-english = El modelo de texto lee inglés; pregunte en inglés para poder fiarse de lo que se encuentre.
question-cut = La pregunta se cortó a sus primeras { $most } letras de { $count }.
rough-search =
    Lo que hay en una sola fecha se dice de forma aproximada: el modelo de texto aprendió de frases sobre cambios.
vague-search = La pregunta no nombra ningún tipo de cambio, así que van primero las partes de las que más cambió.
unspoken-search =
    Ninguna de estas palabras aparece aquí en una descripción, así que solo juzga el modelo de texto, que lee inglés.
found-gone = Las imágenes del número { $number } ya no están donde estaban cuando se añadieron; añádalas de nuevo.
nothing-found-yet = Aún no se ha encontrado nada; busque primero en el archivo de pares.
no-number-found = No hay ningún número { $number } entre lo encontrado; hay de 1 a { $count }.

## Modelos de lenguaje

router-alone =
    El enrutador planificó esto solo: no hay ningún modelo de lenguaje pequeño instalado (pip install 'terradelta[parser]'), así que las expresiones poco usuales y otros idiomas que el inglés pueden entenderse mal.
withheld = No se mostraron frases del modelo de lenguaje ({ $faults }); lo que debían decir se da por plantilla.
model-too-slow = El modelo de lenguaje { $name } tardó demasiado; respondió el planificador integrado.
model-gave-up = El modelo de lenguaje { $name } no dio ninguna respuesta útil; respondió el planificador integrado.
model-failed =
    El modelo de lenguaje { $name } { $failure }; compruebe su servidor, su nombre y su clave. Respondió el planificador integrado.
did-not-answer = no respondió ({ $kind })
refused-with = rechazó con el estado { $status }
note-lost = Esta respuesta no se pudo guardar como nota: { $reason }
conversation-lost = Esta conversación no se pudo guardar para más tarde: { $reason }

## Archivos y formatos

no-format = No hay ningún formato { $name }; elija entre { $names }.
format-shows-all =
    { $name } muestra todos los objetos que cuentan; para una parte de ellos tome una tabla de objetos como geojson, gpkg o csv, o fije --min-area o --min-probability para todos los archivos.
format-without-land =
    { $name } no contiene polígonos de cobertura del suelo; para ellos tome geojson, gpkg, shapefile, kml, csv o xlsx.
geojson-needs-place = GeoJSON necesita imágenes georreferenciadas, y estas no lo están; tome gpkg o csv.
kml-needs-place = KML necesita imágenes georreferenciadas, y estas no lo están; tome gpkg, shapefile o csv.
file-gone = { $name } ya no está; devuélvalo a su sitio, o abra otro par.
file-changed = { $name } se modificó después de abrirse; abra el par de nuevo.
possible-there = posibles allí: { $names }
date-lacks-bands =
    Para { $index } hace falta { $names }, que { $name } ({ $day }) no tiene; { $remedy }, o quite esta fecha de la serie.
series-empty = Ninguna fecha de la serie contiene datos; compruebe los valores de ausencia de datos de los archivos.
band-names = Las bandas se llaman { $names }.
several-cells = Varias celdas tienen identificadores que empiezan por { $start }; dé más del identificador.
no-cell =
    { $folder } no contiene ninguna celda { $start }; dé un identificador indicado por una búsqueda, o dos imágenes.
archive-empty = { $folder } aún no contiene ningún par; añada alguno: terradelta index add { $quoted } FOLDER
too-many-results = No se pueden dar { $asked } resultados; pida de 1 a { $most }.
days-crossed = Ningún día está a la vez desde { $since } y hasta { $until }; intercámbielos.
no-area-given = { $area } no es un área; dé metros cuadrados.
no-day = { $text } no es un día; escríbalo como 2024-06-30.
nothing-measured = Todavía no se ha medido nada que se pueda calcular de nuevo; pregunte antes por un número.
trajectory-classes = Las fechas no permiten las mismas clases de cobertura, porque a algunas les faltan bandas; deje fuera esas fechas.
trajectory-unknown = Ningún píxel tiene una clase conocida el { $before } y el { $after }; deje fuera una de esas fechas.
trajectory-cover = Aquí no hay la cobertura «{ $cover }»; hay { $names }.
no-absorption = Ninguna clase gana suelo sin devolver, de modo que no se puede dar un tiempo hasta un final.
doubt-appearance = Una sombra, otra luz, otro ángulo de vista o algo que solo estaba allí ese día puede parecer un cambio; dos imágenes no permiten descartarlo. Compare allí ambas imágenes.
doubt-rebuilt = Un tejado renovado o pintado puede parecer un edificio nuevo, y un edificio sustituido sobre la misma planta puede no parecer un cambio. No se miden alturas: una ampliación se distingue de una obra nueva solo por su contorno.
doubt-hidden = Lo que tapan los árboles, las sombras o las nubes no se ve desde arriba: puede faltar, o parecer nuevo cuando desaparecen. Lo pequeño se escapa más a menudo.
doubt-season = La estación, la cosecha, la sequía y el nivel del agua parecen cambios de plantas, suelo y agua; dos fechas solas no los separan de un cambio duradero. Dos fechas de la misma estación o una serie sí pueden.
doubt-use = Para qué se usa un edificio, de qué está hecha una superficie y qué plantas crecen allí no se puede saber por estas imágenes.
doubt-threshold-bands = Un píxel cuenta como cambiado según una prueba de sus bandas frente a la parte tranquila de la escena (IR-MAD). Puede limitar tamaños y probabilidades en la pregunta.
doubt-threshold = Un píxel cuenta como cambiado donde eso es más probable que lo contrario. Puede limitar tamaños y probabilidades en la pregunta.
doubt-position = Los contornos siguen los píxeles; cuánto se desvían no se ha medido.
doubt-counted-twice = Cada píxel pertenece a una clase: edificios, carreteras y otro suelo se miden por separado y nada cuenta dos veces.
doubt-accuracy-bands = Nada de esto se ha comprobado sobre el terreno. Las reglas de cobertura y de cambio están publicadas; no se sabe cómo de bien valen aquí.
doubt-accuracy = Nada de esto se ha comprobado sobre el terreno. Las probabilidades y los límites se calibraron con otros pares etiquetados: una probabilidad dice con qué frecuencia tales hallazgos eran reales allí.
doubt-other-source = Solo veo estas dos imágenes y no esa fuente: puede abarcar otra zona u otro periodo, contar otras cosas o más pequeñas.
assessed-unplaced = { $name } no indica dónde está, así que sus clases se dan como proporciones de sus píxeles, no como áreas.
assessed-uneven-pixels = Los píxeles de { $name } difieren en tamaño sobre el terreno hasta un { $spread } %, y cada uno es igual de probable; proyecte el mapa a una proyección equivalente para áreas exactas.
points-unlabelled = { $count } puntos de la muestra no tienen etiqueta y se dejan fuera, como si fueran como los demás.
points-disputed = En { $count } puntos tantas personas dicen una clase como otra; cuentan a partes iguales para cada una.
points-unclear = { $count } puntos de la muestra se dejan fuera, pues nadie pudo decir su clase.
class-of-few-points = Solo { $count } puntos etiquetados están en la clase { $name } del mapa; etiquete más para un intervalo fiable.
class-without-error = Los { $count } puntos etiquetados de la clase { $name } son todos correctos, así que su error estándar es demasiado pequeño.
no-assessment = No hay ninguna evaluación de un mapa abierta: primero hay que etiquetar una muestra (terradelta assess), y su carpeta se abre con las imágenes.
assessed-elsewhere = { $name }, que se evaluó, está en otro lugar que estas imágenes; abra la evaluación de un mapa de ellas.
no-assessed-class = El mapa evaluado no tiene la clase «{ $name }»; tiene { $names }.
assessed-other-grid = { $name } cubre otro terreno que estas imágenes; sus áreas son las de todo el mapa.
assessed-other-map = El mapa evaluado tiene { $then } m² de { $name } y el actual { $now } m²: se hizo con otros ajustes, y el área corregida es la del evaluado.
zone-covariates = Nombre de 1 a { $most } covariables por conjunto, conocidas antes del tratamiento.
zone-own-covariate = { $column } es lo que se explica, así que no puede ser también covariable; quítela de ellas.
zone-no-column = No hay ninguna columna { $name }; hay { $known }.
zones-too-few = { $count } zonas con todos los valores son muy pocas para decir dónde es mayor un efecto (a { $left } más les falta un valor); harían falta unas { $least } o más.
zones-of-one-treatment = { $treated } zonas fueron tratadas y { $others } no; harían falta al menos { $least } de cada una para compararlas.
zone-treatment = La fila { $row } tiene { $value } en { $column }; el tratamiento se escribe 1 o 0.
zone-no-number = La fila { $row } tiene { $value } en { $column }, donde hace falta un número; codifique las clases como columnas de 0 y 1.
zone-constant = { $column } es { $value } en todas las zonas; haría falta un resultado que difiera entre zonas.
zone-probability = { $column } debe contener probabilidades de tratamiento entre 0 y 1, sin incluirlos.
zone-constant-covariates = Las covariables de { $set } son iguales en todas las zonas; nombre algunas que difieran.
zones-without-overlap = El { $share } % de las zonas, por sus covariables, iban a ser tratadas o no casi con seguridad, así que nada representa lo que habría pasado; harían falta zonas del mismo tipo con y sin tratamiento.
zones-left-out = A { $count } zonas les falta un valor y se dejan fuera.
zones-unplaced = Las zonas no tienen lugar, así que cada una se toma por independiente de las demás; los intervalos pueden ser demasiado estrechos.
zones-few-blocks = Solo hay { $count } bloques de zonas, así que los errores estándar son aproximados.
zones-not-drawn = La probabilidad del tratamiento se estimó a partir de las covariables: si el tratamiento no se sorteó, lo que estas no dicen puede estar detrás de los efectos.
zones-no-covariates = Las zonas no tienen otra columna de números; harían falta covariables conocidas antes del tratamiento.
zones-which-column = Ninguna columna de las zonas se llama { $role }; diga cuál de { $known } es.
event-outside = El suceso del { $event } queda fuera de los valores, que van de { $first } a { $last }; indique un día intermedio.
control-gaps = El control { $name } no tiene valor en el { $percent } % de los pasos; quítelo o complete sus huecos.
even-steps = { $dates } fechas se promediaron en { $steps } pasos iguales de { $months } meses, contados desde el suceso.
open-steps = { $gaps } de los { $steps } pasos no tienen valor del lugar o de un control y no cuentan.
short-before = Solo { $count } pasos de { $months } meses antes del suceso tienen valor y hacen falta { $least }; aporte fechas anteriores o menos controles.
short-after = Solo { $count } pasos después del suceso tienen valor y hacen falta { $least }; aporte fechas posteriores.
constant-values = Los valores de { $name } no varían antes del suceso; lo que se compara debe variar.
mixed-units = Los valores de { $name } van de { $low } a { $high }, como si se mezclaran unidades; dé todos en una unidad.
percent-of-values = { $percent } % de los valores
no-percent = sin porcentaje, pues un valor es 0
check-fit = Antes del suceso el modelo yerra en { $rmse } (media cuadrática; { $mape }) y la banda del 95 % contiene el { $percent } % de los pasos.
check-few-controls = Con menos de dos controles el suceso no se distingue de lo demás que ocurrió; indique dos o más.
check-controls = { $count } controles pesan como { $equal } de igual peso.
check-trend = Con pendiente propia (tendencia lineal local) el efecto es { $mean } (95 % de { $low } a { $high }).
check-none-left = No hay ningún control que se pueda quitar.
check-left-out = Sin un control cada vez el efecto va de { $low } a { $high }.
check-untouched-open = Con menos de dos controles no se sabe si el suceso los alcanzó.
check-untouched = Ningún control muestra un efecto propio en el suceso.
check-touched = Estos controles muestran un efecto propio, así que el suceso pudo alcanzarlos: { $names }; quítelos.
check-no-break = Buscada sin conocer el suceso, no hay ruptura en la que coincidan dos de tres métodos.
check-break = Buscada sin conocer el suceso, la ruptura más cercana empieza el { $day }, a { $away } pasos de él.
check-no-second = No se pidió segunda opinión o su paquete bsts-causalimpact no está instalado.
check-second = bsts-causalimpact halla { $mean } (95 % de { $low } a { $high }).
check-interval = El intervalo del 95 % va de { $low } a { $high } (p = { $p }).
skipped-windows = ; poca historia antes de { $days }
check-no-window = Ninguna ventana anterior al suceso es tan larga como la real con suficiente historia{ $left }.
check-in-time = De { $count } ventanas anteriores al suceso el mayor efecto es { $mean } desde { $day }{ $left }.
check-no-rank = Hay muy pocos controles para clasificar el lugar entre ellos.
check-in-space = { $stronger } de { $count } controles muestran un efecto igual de fuerte (p = { $p }).
check-no-hull = No hay controles entre los que pueda estar el lugar.
check-hull = El lugar está entre sus controles en el { $percent } % de los pasos antes del suceso.
check-no-detectable = Hay muy pocos placebos para decir qué tamaño de efecto se hallaría.
check-detectable = Según los placebos, un efecto de { $size } se hallaría en 80 de 100 casos.
no-treated-place = No se sabe qué lugar alcanzó el suceso, así que no hay nada que comparar; dé un área de interés, o zonas y el nombre de una.
no-like-place = Ninguno de { $count } lugares de fuera se parecía a este antes de { $event }, así que no hay control; dé zonas que el suceso no alcanzó.
controls-chosen = Los controles { $names } son los más parecidos de { $count } lugares de fuera, solo por sus valores antes del suceso; indique otros si el suceso alcanzó alguno.
two-dates-no-cause = Dos fechas no pueden decir qué produjo un cambio; para ello hace falta una serie de fechas antes y después del suceso, y lugares que no alcanzó.
no-event-day = No se dice cuándo fue el suceso; indique su día, mes o año.
no-parcel-rule = { $rule } no es una regla para parcelas; escriba qué se perdió, se ganó o cambió y en qué proporción, por ejemplo { $example }; se conocen { $kinds }.
no-parcel-share = Una proporción de { $share } % no existe; escriba una de 0 a 100.
no-kind-in-parcels = Estas imágenes no permiten saber nada de { $kind } en parcelas; sí de: { $known }.
parcels-overlap = Hay parcelas que se solapan ({ $count } pares: { $named }); cada una se mide por sí sola, así que su suma cuenta dos veces el suelo común.
no-parquet = No se escribe ningún archivo GeoParquet, porque pyarrow no está instalado (lo trae el extra `parquet`).
