# Respuestas en español.

## Números y listas

unknown = desconocido
share = { $value } %
share-over = más del { $value } %
share-under = menos del { $value } %
pitch-size = (de 7.140 m²)
amount =
    { $unit ->
        [m2] { $value } m²
        [ha] { $value } ha
        [km2] { $value } km²
        [acre] { $value } acres
        [ft2] { $value } ft²
        [mi2] { $value } mi²
        [are] { $value } a
        [mu] { $value } mu
        [football_pitch] { $value } campos de fútbol { pitch-size }
        [percent] { $value } %
        [m] { $value } m
        [km] { $value } km
        [ft] { $value } ft
        [mi] { $value } mi
        [per_ha] { $value } por ha
        [per_km2] { $value } por km²
        [per_acre] { $value } por acre
        [per_mi2] { $value } por mi²
        [per_mpx] { $value } por Mpx
       *[px] { $value } px
    }
list-two = { $first } y { $last }
list-comma = { ", " }
list-semicolon = { "; " }
list-conditions = { " " }
quoted = «{ $text }»
stop = { $told }.

## Lugares

in-place =
    { $name ->
        [north] en el norte
        [north-east] en el noreste
        [east] en el este
        [south-east] en el sureste
        [south] en el sur
        [south-west] en el suroeste
        [west] en el oeste
        [north-west] en el noroeste
        [centre] en el centro
        [top] arriba
        [top-right] arriba a la derecha
        [right] a la derecha
        [bottom-right] abajo a la derecha
        [bottom] abajo
        [bottom-left] abajo a la izquierda
        [left] a la izquierda
        [top-left] arriba a la izquierda
       *[other] en { $text }
    }
at-place = { in-place }
part =
    { $name ->
        [the-whole-image] toda la imagen
        [the-middle-ninth] el noveno central
        [the-northern-half] la mitad norte
        [the-eastern-half] la mitad este
        [the-southern-half] la mitad sur
        [the-western-half] la mitad oeste
        [the-north-eastern-quarter] el cuarto noreste
        [the-south-eastern-quarter] el cuarto sureste
        [the-south-western-quarter] el cuarto suroeste
        [the-north-western-quarter] el cuarto noroeste
        [the-upper-half] la mitad superior
        [the-right-half] la mitad derecha
        [the-lower-half] la mitad inferior
        [the-left-half] la mitad izquierda
        [the-upper-right-quarter] el cuarto superior derecho
        [the-lower-right-quarter] el cuarto inferior derecho
        [the-lower-left-quarter] el cuarto inferior izquierdo
        [the-upper-left-quarter] el cuarto superior izquierdo
       *[other] { $text }
    }
in-part = en { part }

## Cosas

cover =
    { $name ->
        [agricultural-areas] zonas agrícolas
        [artificial-surfaces] superficies artificiales
        [bare-ground] suelo desnudo
        [bare-or-built-up-ground] suelo desnudo o construido
        [bare-or-sparse-vegetation] vegetación escasa o nula
        [buildings] edificios
        [built-up] zona construida
        [built-up-area] área construida
        [built-up-ground] suelo construido
        [cropland] tierras de cultivo
        [crops] cultivos
        [flooded-vegetation] vegetación inundada
        [forest-and-semi-natural-areas] bosques y zonas seminaturales
        [grass] hierba
        [grassland] pastizales
        [herbaceous-wetland] humedales herbáceos
        [low-vegetation] vegetación baja
        [mangroves] manglares
        [moss-and-lichen] musgos y líquenes
        [paved-ground] suelo pavimentado
        [permanent-water-bodies] aguas permanentes
        [rangeland] tierras de pastoreo
        [shrub-and-scrub] matorral
        [shrubland] arbustos
        [snow-and-ice] nieve y hielo
        [snow-or-ice] nieve o hielo
        [tree-cover] cubierta arbórea
        [trees] árboles
        [vegetation] vegetación
        [water] agua
        [water-bodies] masas de agua
        [wetlands] humedales
       *[other] { $text }
    }
classes =
    { $kind ->
        [building] edificios
        [road] carreteras
       *[any] otro cambio
    }
objects =
    { $status ->
        [appeared]
            { $kind ->
                [building]
                    { $count ->
                        [one] { $count } edificio nuevo
                       *[other] { $count } edificios nuevos
                    }
                [road]
                    { $count ->
                        [one] { $count } carretera nueva
                       *[other] { $count } carreteras nuevas
                    }
               *[any]
                    { $count ->
                        [one] { $count } objeto nuevo
                       *[other] { $count } objetos nuevos
                    }
            }
        [disappeared]
            { $kind ->
                [building]
                    { $count ->
                        [one] { $count } edificio desaparecido
                       *[other] { $count } edificios desaparecidos
                    }
                [road]
                    { $count ->
                        [one] { $count } carretera desaparecida
                       *[other] { $count } carreteras desaparecidas
                    }
               *[any]
                    { $count ->
                        [one] { $count } objeto desaparecido
                       *[other] { $count } objetos desaparecidos
                    }
            }
       *[any]
            { $kind ->
                [building]
                    { $count ->
                        [one] { $count } edificio cambiado
                       *[other] { $count } edificios cambiados
                    }
                [road]
                    { $count ->
                        [one] { $count } carretera cambiada
                       *[other] { $count } carreteras cambiadas
                    }
               *[any]
                    { $count ->
                        [one] { $count } objeto cambiado
                       *[other] { $count } objetos cambiados
                    }
            }
    }

objects-named =
    { $status ->
        [appeared]
            { $kind ->
                [building] edificios nuevos
                [road] carreteras nuevas
               *[any] objetos nuevos
            }
        [disappeared]
            { $kind ->
                [building] edificios desaparecidos
                [road] carreteras desaparecidas
               *[any] objetos desaparecidos
            }
       *[any]
            { $kind ->
                [building] edificios cambiados
                [road] carreteras cambiadas
               *[any] objetos cambiados
            }
    }

## Condiciones

without-limits =
    { $limits ->
        [one] { " " }({ $count } sin este límite)
       *[other] { " " }({ $count } sin estos límites)
    }
filter = { " " }{ $condition }
filter-min-area = de al menos { $size }
filter-max-area = de como máximo { $size }
filter-areas = de { $low } a { $high }
filter-min-probability = con una probabilidad de al menos { $probability }
filter-max-probability = con una probabilidad de como máximo { $probability }
filter-within = { $place }
near-beyond =
    { $kind ->
        [building] a { $distance } o más de otro edificio cambiado
        [road] a { $distance } o más de una carretera cambiada
        [centre] a { $distance } o más del centro de la imagen
       *[number] a { $distance } o más del objeto { $id }
    }
near-within =
    { $kind ->
        [building] a { $distance } como máximo de otro edificio cambiado
        [road] a { $distance } como máximo de una carretera cambiada
        [centre] a { $distance } como máximo del centro de la imagen
       *[number] a { $distance } como máximo del objeto { $id }
    }
beside =
    { $direction ->
        [north] al norte
        [north-east] al noreste
        [east] al este
        [south-east] al sureste
        [south] al sur
        [south-west] al suroeste
        [west] al oeste
       *[north-west] al noroeste
    } { $kind ->
        [road] de la carretera
        [building] del edificio
       *[any] del lugar
    } { $id }
object-name =
    { $kind ->
        [building] edificio
        [road] carretera
       *[any] lugar
    }

## Pares

card-bands =
    { $bands ->
        [1] 1 banda ({ $dtype })
       *[other] { $bands } bandas ({ $dtype })
    }
card-size = Las imágenes miden { $width } x { $height } px, con { $bands }.
card-no-crs = No están georreferenciadas.
card-crs = Su sistema de coordenadas es { $crs }; un píxel mide { $size } m en el terreno.
card-crs-unnamed = uno sin código oficial
card-dates = Fechas: { $before } y { $after }{ $apart }.
card-apart = {""} (separadas { $years } años o { $months } meses)
card-area = Cubren en común { $area }.
card-overlap = Ambas fechas tienen datos en el { $share } de la primera imagen.
card-shift = Las imágenes están desplazadas { $shift } entre sí.

## Descripciones

description-probability = La probabilidad de algún cambio es: { $probability }.
description-look = Puede haber cambiado algo que los mapas no muestran; mire la imagen.
description-sure = La mirada de la red al conjunto dice menos, pero los objetos de los mapas son seguros.
description-unsure = Lo que muestran los mapas no es seguro; mire la imagen.
clause-objects =
    { $certainty ->
        [maybe] quizá { objects }{ $where }
       *[sure] { objects }{ $where }
    }
clause-cover =
    { $certainty ->
        [maybe] { $size } quizá pasaron de «{ $before }» a «{ $after }»{ $where } (probabilidad: { $probability })
       *[sure] { $size } pasaron de «{ $before }» a «{ $after }»{ $where } (probabilidad: { $probability })
    }
clause-ground =
    { $certainty ->
        [maybe] el terreno quizá cambió en { $size }{ $where } (probabilidad: { $probability })
       *[sure] el terreno cambió en { $size }{ $where } (probabilidad: { $probability })
    }
clause-elsewhere =
    { $certainty ->
        [maybe] el terreno quizá cambió también en otros lugares
       *[sure] el terreno cambió también en otros lugares
    }
clause-nothing =
    { $counting ->
        [some] no se encontró ningún edificio ni carretera cambiados que cuenten
       *[all] no se encontró ningún edificio ni carretera cambiados
    }
clause-nothing-at-all =
    { $counting ->
        [some] no se encontró ningún edificio ni carretera cambiados que cuenten, ni otro cambio
       *[all] no se encontró ningún edificio ni carretera cambiados, ni otro cambio
    }
clause-not-looked = no se buscaron otros cambios
where-alone = { " " }{ $place }
where-all =
    { $kind ->
        [road] , todas { $place }
        [building] , todos { $place }
       *[any] , todo { $place }
    }
where-both =
    { $kind ->
        [road] , ambas { $place }
       *[building] , ambos { $place }
    }
where-mostly = , sobre todo { $place }
where-apart = , en distintas partes de la imagen
where-spread = , por toda la imagen

## Cambio, número y superficie

summary = Píxeles cambiados: { $classes }.
summary-none = { $name }: ninguno
summary-class = { $name } { $pixels } ({ $share } de la superficie válida{ $ground })
summary-ground = , { $size }
summary-field = { $share } { $place }
summary-where = { $size }, { $fields }
no-data = El { $share } de los píxeles no tiene datos en una de las fechas o en ambas.
count-none =
    { $status ->
        [appeared]
            { $kind ->
                [building] No se encontró ningún edificio nuevo{ $where }{ $without }.
                [road] No se encontró ninguna carretera nueva{ $where }{ $without }.
               *[any] No se encontró ningún objeto nuevo{ $where }{ $without }.
            }
        [disappeared]
            { $kind ->
                [building] No se encontró ningún edificio desaparecido{ $where }{ $without }.
                [road] No se encontró ninguna carretera desaparecida{ $where }{ $without }.
               *[any] No se encontró ningún objeto desaparecido{ $where }{ $without }.
            }
       *[any]
            { $kind ->
                [building] No se encontró ningún edificio cambiado{ $where }{ $without }.
                [road] No se encontró ninguna carretera cambiada{ $where }{ $without }.
               *[any] No se encontró ningún objeto cambiado{ $where }{ $without }.
            }
    }
count-directions =
    { $kind ->
        [road] : { $appeared } { $appeared ->
            [one] aparecida
           *[other] aparecidas
        }, { $disappeared } { $disappeared ->
            [one] desaparecida
           *[other] desaparecidas
        }
       *[any] : { $appeared } { $appeared ->
            [one] aparecido
           *[other] aparecidos
        }, { $disappeared } { $disappeared ->
            [one] desaparecido
           *[other] desaparecidos
        }
    }
count-others = , { $others } { $others ->
        [one] otro cambio del suelo
       *[other] otros cambios del suelo
    }
count-interval = En el { $level } de estos casos hay entre { $low } y { $high }.
count-at-most = En el { $level } de estos casos hay como máximo { $high }.
count-doubtful =
    { $doubtful ->
        [one] Uno de ellos es pequeño e incierto, y probablemente no lo es.
       *[other] { $doubtful } de ellos son pequeños e inciertos, y probablemente no lo son.
    }
count-sizes = { " " }(mediana { $median }, máximo { $largest })
count-largest = { " " }(máximo { $largest })
count-size = { " " }({ $largest })
count-place =
    { $count ->
        [one] , está { $place }
       *[other]
            { $kind ->
                [road] , la mayor { $place }
               *[any] , el mayor { $place }
            }
    }
touching-buildings = Los edificios que se tocan se separan donde se estrechan.
touching = Lo que se toca cuenta como uno.
area =
    { $kind ->
        [road] las { $them } cubren { $size }
       *[any] los { $them } cubren { $size }
    }
area-of-valid = { " " }de la superficie válida
area-share = { " " }({ $share } de la superficie válida)
area-interval = , en el { $level } de los casos entre { $low } y { $high }
area-ways = { "" }, de ello { $appeared } aparecieron y { $disappeared } desaparecieron
area-method =
    { $name ->
        [ground] { $area }; suma de las superficies de los píxeles.
       *[pixels] { $area }; píxeles contados, porque las imágenes no están georreferenciadas.
    }
zones =
    { $zones ->
        [one] { $changed } de { $zones } zona con cambios
       *[other] { $changed } de { $zones } zonas con cambios
    }
zones-all = { $zones }: { $told }.
zones-most = { $zones }, las que más: { $told }.
zone = { $zone }: { $told }
zone-class = { $name } { $size } ({ $share } de su superficie válida)
zone-inside = solo el { $share } de ella está en las imágenes

## Otro terreno

other-none = Aparte de edificios y carreteras, no se encontró ningún cambio.
other-one = Aparte de edificios y carreteras: { $region }.
other-all =
    { $count ->
        [one] Aparte de edificios y carreteras cambió { $count } lugar, { $size } en total: { $regions }.
       *[other] Aparte de edificios y carreteras cambiaron { $count } lugares, { $size } en total: { $regions }.
    }
other-among =
    { $count ->
        [one] Aparte de edificios y carreteras cambió { $count } lugar, { $size } en total, entre otros: { $regions }.
       *[other] Aparte de edificios y carreteras cambiaron { $count } lugares, { $size } en total, entre otros: { $regions }.
    }
other-region = { $change } en { $size } { $place } (probabilidad: { $probability })
ground-changed = el terreno cambió
ground-became = «{ $before }» pasó a «{ $after }»
bands-none = Según las bandas de las dos fechas, no se encontró ningún cambio.
bands-one = Según las bandas de las dos fechas, cambió un lugar: { $region }.
bands-many =
    Según las bandas de las dos fechas, cambiaron { $count } lugares, { $size } en total ({ $share } del terreno conocido); los mayores: { $regions }.
bands-kept = { $size } cambiaron { $place } y siguen siendo «{ $cover }» (probabilidad: { $probability })
bands-became = { $size } pasaron de «{ $before }» a «{ $after }» { $place } (probabilidad: { $probability })
bands-partly = { $size } cambiaron { $place } (probabilidad: { $probability }), el { $share } de «{ $before }» a «{ $after }»
bands-limits =
    Los píxeles son demasiado gruesos para distinguir edificios y carreteras; la estación, la cosecha y la bruma también cuentan como cambio, y la cubierta sigue reglas espectrales.
bands-unknown = El { $share } de los píxeles es desconocido: sin datos, u oculto por nubes, sombras o nieve.

## Listas y comparaciones

found = { $told }: { $objects }.
found-first =
    { $kind ->
        [road]
            { $order ->
                [smallest] La más pequeña de { $them }: { $one }.
                [surest] La más segura de { $them }: { $one }.
                [unsurest] La menos segura de { $them }: { $one }.
               *[largest] La más grande de { $them }: { $one }.
            }
       *[any]
            { $order ->
                [smallest] El más pequeño de { $them }: { $one }.
                [surest] El más seguro de { $them }: { $one }.
                [unsurest] El menos seguro de { $them }: { $one }.
               *[largest] El más grande de { $them }: { $one }.
            }
    }
found-ranked = { $them }{ $order }; el número { $rank }: { $one }.
found-away =
    { $kind ->
        [building] a { $distance } del otro edificio más cercano
        [road] a { $distance } de la carretera cambiada más cercana
        [centre] a { $distance } del centro de la imagen
       *[number] a { $distance } del objeto { $id }
    }
found-extent =
    { $extent ->
        [length] longitud { $value }
       *[perimeter] perímetro { $value }
    }
object-rank =
    { $kind ->
        [building]
            { $count ->
                [one] { $told }, el único edificio cambiado.
               *[other] { $told }, número { $rank } de { $count } edificios cambiados por tamaño.
            }
        [road]
            { $count ->
                [one] { $told }, la única carretera cambiada.
               *[other] { $told }, número { $rank } de { $count } carreteras cambiadas por tamaño.
            }
       *[any]
            { $count ->
                [one] { $told }, el único lugar cambiado.
               *[other] { $told }, número { $rank } de { $count } lugares cambiados por tamaño.
            }
    }
found-together = , { $size } en total
found-order =
    { $kind ->
        [road]
            { $order ->
                [smallest] , primero las más pequeñas
                [surest] , primero las más seguras
                [unsurest] , primero las menos seguras
                [nearest] , primero las más cercanas
                [farthest] , primero las más lejanas
               *[largest] , primero las más grandes
            }
       *[any]
            { $order ->
                [smallest] , primero los más pequeños
                [surest] , primero los más seguros
                [unsurest] , primero los menos seguros
                [nearest] , primero los más cercanos
                [farthest] , primero los más lejanos
               *[largest] , primero los más grandes
            }
    }
found-some = , aquí { $listed } de { $count }
found-object = { object-name } { $id } ({ $told })
found-status =
    { $status ->
        [appeared]
            { $kind ->
                [road] nueva
               *[any] nuevo
            }
       *[disappeared]
            { $kind ->
                [road] desaparecida
               *[any] desaparecido
            }
    }
found-at = en { $latitude }, { $longitude }
found-became = { $told }: { $change }
probable = probabilidad: { $probability }
compare-equal = Cambió lo mismo en ambas: { $parts }.
compare-more =
    { $kind ->
        [building] Cambió más superficie de edificios { $place }: { $parts }.
        [road] Cambió más superficie de carreteras { $place }: { $parts }.
       *[any] Cambió más { $place }: { $parts }.
    }
compare-part =
    { $count ->
        [one] { $part } { $count } objeto, { $size }
       *[other] { $part } { $count } objetos, { $size }
    }

## Causas, certeza y límites

why = Causas posibles: { $causes }
why-cause = { $cause } (indicios: { $evidence }; a comprobar con: { $check }).
why-hypotheses = Son hipótesis que encajan con los indicios, no hallazgos: dos imágenes no muestran una causa.
why-nothing = No cambió nada que necesite una causa.
cause =
    { $name ->
        [a-new-estate-or-settlement] una nueva urbanización
        [building-on-single-plots] construcción en parcelas sueltas
        [redevelopment-buildings-made-room-for-others] renovación: unos edificios dejaron sitio a otros
        [demolition-or-destruction-by-fire-flood-storm-or-an-earthquake] demolición, o destrucción por fuego, inundación, tormenta o terremoto
        [road-works-a-road-was-built-widened-or-resurfaced] obras viales: una carretera construida, ensanchada o repavimentada
        [clearing-harvest-or-the-start-of-building-works] desmonte, cosecha o inicio de obras
        [a-new-pond-or-reservoir-or-a-flood] un nuevo estanque o embalse, o una inundación
        [drought-drainage-or-a-lower-water-level] sequía, drenaje o un nivel de agua más bajo
        [drought-drainage-or-overgrowth-of-the-water] sequía, drenaje o agua cubierta de plantas
        [growth-planting-or-the-season] crecimiento, plantación o la estación
        [paving-a-yard-a-car-park-or-a-road] pavimentación: un patio, un aparcamiento o una carretera
        [no-change-on-the-ground-the-images-do-not-lie-on-each-other] ningún cambio en el terreno: las imágenes no coinciden
        [light-shadow-or-season-rather-than-change] luz, sombra o estación más que un cambio
        [clearing-harvest-drought-or-the-time-of-the-year] desmonte, cosecha, sequía o la época del año
        [regrowth-planting-or-a-wetter-season] rebrote, plantación o una estación más húmeda
        [a-flood-a-new-reservoir-or-a-high-tide] una inundación, un nuevo embalse o la marea alta
        [drought-withdrawal-of-water-or-a-low-tide] sequía, extracción de agua o la marea baja
        [fire-or-felling-and-harvest-that-look-alike] fuego, o tala y cosecha de aspecto parecido
        [snowfall-before-the-later-date] nevadas antes de la fecha posterior
        [melt-before-the-later-date] deshielo antes de la fecha posterior
        [construction-mining-ploughing-or-harvest] construcción, minería, arado o cosecha
        [drought-harvest-or-felling] sequía, cosecha o tala
       *[other] { $text }
    }
to-check =
    { $name ->
        [building-permits] licencias de obra
        [reports-of-events-between-the-dates-and-demolition-permits] noticias de sucesos entre las fechas y licencias de derribo
        [the-development-plan] el plan urbanístico
        [the-road-authority-s-plans] los planes de la autoridad vial
        [felling-permits] permisos de tala
        [water-levels-between-the-dates] niveles de agua entre las fechas
        [the-season-of-both-images] la estación de ambas imágenes
        [both-maps] ambos mapas
        [the-images-themselves] las propias imágenes
        [felling-permits-crop-calendars-and-rain-records] permisos de tala, calendarios de cultivo y registros de lluvia
        [images-of-the-same-month-in-other-years] imágenes del mismo mes de otros años
        [gauge-records-of-the-days-of-both-images] registros de aforo de los días de ambas imágenes
        [fire-alerts-between-the-dates] alertas de incendio entre las fechas
        [weather-records] registros meteorológicos
        [plans-and-permits-or-finer-images] planes y permisos, o imágenes más finas
        [rain-records-and-crop-calendars] registros de lluvia y calendarios de cultivo
       *[other] { $text }
    }
sign =
    { $name ->
        [vegetation-or-forest-lost] vegetación o bosque perdidos
        [vegetation-gained] vegetación ganada
        [water-gained] agua ganada
        [water-lost] agua perdida
        [burnt] quemado
        [snow-gained] nieve ganada
        [snow-lost] nieve perdida
        [ground-built-up-or-laid-bare] suelo construido o desnudado
        [moisture-lost] humedad perdida
       *[other] { $text }
    }
evidence-objects = { objects }, { $size } en total
evidence-cover =
    { $count ->
        [one] { $count } lugar ({ $change }), { $size }
       *[other] { $count } lugares ({ $change }), { $size } en total
    }
evidence-sign = { $sign }, en { $size } ({ $share })
evidence-unsure =
    { $count ->
        [one] { $count } objeto de probabilidad inferior al { $below }
       *[other] { $count } objetos de probabilidad inferior al { $below }
    }
evidence-shift = las imágenes están desplazadas { $shift } entre sí
evidence-no-building = no cambió ningún edificio
sure =
    { $agree ->
        [bands] La probabilidad de algún cambio, según las bandas, es: { $probability }.
        [agree] La probabilidad de algún cambio es: { $probability }, y los mapas coinciden.
       *[differ] La probabilidad de algún cambio es: { $probability }, pero los mapas no coinciden.
    }
sure-some =
    { $unsure ->
        [one] { $unsure } de { $objects } objetos tiene una probabilidad inferior al { $below }, { $share } de los píxeles cambiados.
       *[other] { $unsure } de { $objects } objetos tienen una probabilidad inferior al { $below }, { $share } de los píxeles cambiados.
    }
sure-all = Objetos de probabilidad inferior al { $below }: { $unsure } de { $objects }.
limits-here = { $pixels } (aquí { $size })
limits-seen = Veo cambios ({ $kinds }) a partir de { $smallest }
limits-direction = { " " }y distingo lo que apareció de lo que desapareció
limits-no-direction = , pero no su sentido
limits-resolution = ; me convienen imágenes de { $low } a { $high } por píxel
limits-these = , estas tienen { $resolution }
limits-by-bands = terreno de cualquier clase, por sus bandas
limits-ground = otro terreno
limits-unseen = No puedo ver: { $unseen }.
limits-indices = Los índices espectrales que permiten las bandas dicen más: { $indices }.
unseen =
    { $name ->
        [trees-and-crops] árboles y cultivos
        [water] agua
        [bare-soil] suelo desnudo
        [vehicles] vehículos
        [what-a-building-is-used-for] para qué se usa un edificio
        [damage-that-leaves-a-roof-in-place] daños que dejan el tejado en su sitio
        [heights] alturas
        [anything-that-came-and-went-between-the-two-dates] lo que vino y se fue entre las dos fechas
        [buildings-and-roads-one-by-one] edificios y carreteras uno a uno
        [whether-plants-changed-by-themselves-with-the-season-or-by-people] si las plantas cambiaron por sí solas, con la estación o por la gente
       *[other] { $text }
    }

## Índices espectrales y cubierta del suelo

index =
    { $date ->
        [before] { $index } en la fecha anterior: { $mean }, { $range }.
       *[after] { $index } en la fecha posterior: { $mean }, { $range }.
    }
index-change = { $index } era { $before } y es { $after }; cambio: { $change }, { $range }.
index-mean = { $value } de media
index-median = { $value } de mediana
index-range = sobre todo de { $low } a { $high }
index-class =
    { $name ->
        [bare-ground-or-water] suelo desnudo o agua
        [sparse-vegetation] vegetación escasa
        [dense-vegetation] vegetación densa
        [dry-land] tierra seca
        [water] agua
        [not-built-up] no construido
        [built-up-or-bare] construido o desnudo
        [no-snow] sin nieve
        [snow] nieve
        [strong-regrowth] rebrote fuerte
        [weak-regrowth] rebrote débil
        [unburned] no quemado
        [low-severity] severidad baja
        [moderate-low-severity] severidad moderada baja
        [moderate-high-severity] severidad moderada alta
        [high-severity] severidad alta
        [in-the-same-class] en la misma clase
        [less-vegetation] menos vegetación
        [more-vegetation] más vegetación
        [less-water] menos agua
        [more-water] más agua
        [less-built-up-or-bare-ground] menos suelo construido o desnudo
        [more-built-up-or-bare-ground] más suelo construido o desnudo
        [less-snow] menos nieve
        [more-snow] más nieve
       *[other] { $text }
    }
index-unknown = El { $share } de los píxeles no se conoce.
class-ground = { $name } { $ground }
ground-share = { $size } ({ $share })
cover-classes =
    { $date ->
        [before] Cubierta del suelo en la fecha anterior: { $classes }.
       *[after] Cubierta del suelo en la fecha posterior: { $classes }.
    }
cover-uses = Su uso parece ser: { $uses } ({ $method }).
use =
    { $name ->
        [annualcrop] cultivos anuales
        [forest] bosque
        [herbaceousvegetation] vegetación herbácea
        [highway] autopista
        [industrial] industria
        [pasture] pasto
        [permanentcrop] cultivos permanentes
        [residential] viviendas
        [river] río
        [sealake] mar o lago
       *[other] { $text }
    }
cover-unknown = No se conoce la clase del { $share } de los píxeles.
transition = { $before } → { $after } { $ground }
transitions-none = Entre las dos fechas ningún píxel cambió de clase de cubierta.
transitions = Entre las dos fechas { $changed } cambiaron de clase y { $kept } la mantuvieron.
transitions-list = De qué a qué: { $transitions }.
transitions-smaller = las demás son menores
transitions-yearly = Eso es un { $share } al año.
transitions-net = Balance: { $classes }.
transitions-corrected = Sin los errores de los mapas cambió el { $share }
transitions-corrected-list = { $share }: { $transitions }.

## Archivo

archive-none = El archivo no contiene nada así.
archive =
    { $searched ->
        [one] De { $searched } parte de pares del archivo, { archive-nearest }:
       *[other] De { $searched } partes de pares del archivo, { archive-nearest }:
    }
archive-nearest =
    { $count ->
        [one] { $count } es la más cercana
       *[other] { $count } son las más cercanas
    }
archive-score = puntuación { $score }
archive-dates = de { $before } a { $after }
archive-card = ({ $number }) «{ $caption }» ({ $told }).
archive-opened =
    El número { $number } está abierto ahora como par { $pair }: { $before } y { $after }; lo encontrado está en las columnas { $left } a { $right }, filas { $top } a { $bottom }.
notes-none = El archivo no tiene ninguna nota sobre eso.
notes = Las notas guardadas dicen:
note = «{ $text }» (fuente: { $source }).

## Trabajo

export = { $file } contiene { $holds }.
export-limited = { $file } contiene { $holds }, solo aquellos { $limits }.
export-objects = { $file } contiene { $them } y ningún otro.
export-empty = Por eso { $file } está vacío.
export-whole = { $file } contiene { $holds }; muestra todo lo que cambió, no solo { $them }.
export-land =
    { $count ->
        [one] { $file } contiene { $count } trozo de { $land }: pérdida { $lost }, ganancia { $gained }. Faltan los trozos de menos de { $smallest }.
       *[other] { $file } contiene { $count } trozos de { $land }: pérdida { $lost }, ganancia { $gained }. Faltan los trozos de menos de { $smallest }.
    }
export-land-none = { $file } está vacío: no se perdió ni se ganó ningún trozo de { $land } de tamaño suficiente.
holds =
    { $name ->
        [the-class-of-change-at-each-pixel] la clase de cambio de cada píxel
        [how-probable-change-is-at-each-pixel] la probabilidad de cambio de cada píxel
        [the-changed-objects-as-polygons-in-degrees] los objetos cambiados como polígonos en grados
        [the-changed-objects-as-polygons] los objetos cambiados como polígonos
        [the-changed-objects-as-a-table] los objetos cambiados como tabla
        [the-changed-objects-for-google-earth-and-other-globes] los objetos cambiados para Google Earth y otros globos
        [the-changed-objects-as-a-shapefile] los objetos cambiados como shapefile
        [the-changed-objects-as-a-workbook-for-excel] los objetos cambiados como libro de Excel
        [the-earlier-image-as-a-picture] la imagen anterior como fotografía
        [the-later-image-as-a-picture] la imagen posterior como fotografía
        [the-later-image-with-what-changed] la imagen posterior con lo que cambió
        [a-map-of-a-spectral-index] un mapa de un índice espectral
        [a-map-of-land-cover] un mapa de la cubierta del suelo
        [the-land-cover-as-a-table] la cubierta del suelo como tabla
        [a-drawing-of-which-land-cover-became-which] un dibujo de qué cubierta pasó a ser cuál
        [a-map-of-change-by-radar] un mapa del cambio según el radar
        [a-picture-of-change-by-radar] una imagen del cambio según el radar
        [the-zones-with-what-changed-in-them] las zonas con lo que cambió en ellas
        [the-zones-with-what-changed-in-them-as-a-table] las zonas con lo que cambió en ellas, como tabla
        [a-report-with-pictures-numbers-methods-and-limits-in-one-file] un informe con imágenes, números, métodos y límites, en un archivo
        [the-same-report-as-pdf] el mismo informe en PDF
        [all-numbers-with-inputs-settings-and-checksums-for-terradelta-rerun] todos los números con entradas, ajustes y sumas de comprobación, para terradelta rerun
        [what-one-kind-of-land-lost-and-gained] lo que una clase de terreno perdió y ganó
       *[other] { $text }
    }
holds-some = { $holds }, solo algunos
file = { $file } ({ $holds })
file-of-pair = { $file } ({ $holds }; par { $pair })
files = Archivos escritos hasta ahora, en la carpeta de esta conversación: { $files }.
files-none = Todavía no se ha escrito ningún archivo; pida uno, como un informe PDF o un GeoJSON.
pair-swapped = Las fechas están intercambiadas: en el par { $pair }, { $before } es la imagen anterior y { $after } la posterior; las preguntas tratan de él a partir de ahora.
pair-current = A partir de ahora las preguntas tratan del par { $pair }: { $before } es la imagen anterior y { $after } la posterior.
assumed = Las medidas suponen píxeles de { $size }.
assumed-now = A partir de ahora, superficies y longitudes suponen píxeles de { $size }.
selftest-size = { $found } de { $planted } tejados de tamaño { $size } ({ $low } a { $high } m de ancho)
selftest = De los edificios puestos en este par, la red encontró { $sizes }.
selftest-road = Marcó el { $share } de la carretera puesta.
selftest-alarms = Falsas alarmas: { $alarms } en { $looks } pasadas, { $rate } { $unit }.
batch = { $parts }, en { $seconds } s.
batch-done =
    { $count ->
        [one] { $count } par hecho
       *[other] { $count } pares hechos
    }
batch-failed =
    { $count ->
        [one] { $count } fallido
       *[other] { $count } fallidos
    }
batch-kept =
    { $count ->
        [one] { $count } conservado de una ejecución anterior
       *[other] { $count } conservados de una ejecución anterior
    }
batch-twice =
    { $count ->
        [one] { $count } repetido en la lista
       *[other] { $count } repetidos en la lista
    }

## Lo que se ofrece

abilities = Comparo dos imágenes de un mismo lugar: puedo { $others } y { $last }.
ability =
    { $name ->
        [tell-what-the-images-are] decir qué son las imágenes
        [describe-what-changed] describir qué cambió
        [draw-where-it-changed] dibujar dónde cambió
        [count-changed-buildings-and-roads] contar edificios y carreteras cambiados
        [measure-changed-area-also-by-zones-or-parts-of-the-image] medir la superficie cambiada, también por zonas o partes de la imagen
        [list-the-largest] enumerar los más grandes
        [tell-mean-sizes-densities-yearly-rates-lengths-and-spacing] decir tamaños medios, densidades, ritmos anuales, longitudes y distancias
        [compute-spectral-indices-and-their-change] calcular índices espectrales y su cambio
        [tell-land-cover-and-what-became-what] decir la cubierta del suelo y en qué se convirtió
        [group-the-ground-into-zones-of-like-spectrum] agrupar el terreno en zonas de espectro parecido
        [tell-from-radar-what-changed-under-clouds] decir por radar qué cambió bajo las nubes
        [search-an-archive-of-pairs] buscar en un archivo de pares
        [look-up-earlier-answers] consultar respuestas anteriores
        [offer-causes-that-would-fit] proponer causas posibles
        [tell-how-sure-i-am-and-what-i-cannot-see] decir cuán seguro estoy y qué no puedo ver
        [write-maps-and-tables] escribir mapas y tablas
        [swap-the-dates] intercambiar las fechas
        [list-the-files-written-so-far] enumerar los archivos escritos hasta ahora
        [tell-when-and-how-much-an-index-changed-over-many-dates] decir cuándo y cuánto cambió un índice en muchas fechas
        [draw-the-chart-of-a-place-or-zone-over-time] dibujar la curva de un lugar o una zona en el tiempo
        [tell-which-zones-changed-first] decir qué zonas cambiaron primero
        [compare-periods] comparar dos periodos
        [tell-areas-adjusted-by-a-labelled-sample] dar áreas corregidas de los errores de un mapa, una vez que alguien ha etiquetado una muestra
        [tell-where-a-programme-was-most-effective-over-zones-with-an-outcome-and-a-treatment] decir dónde fue más eficaz un programa, por zonas con un resultado y un tratamiento
        [compute-the-numbers-of-an-answer-anew-by-another-path] calcular de nuevo los números de una respuesta por otro camino
        [tell-the-history-of-buildings-or-roads-over-many-dates] decir cuándo aparecieron y desaparecieron edificios o carreteras a lo largo de muchas fechas
        [list-pieces-of-land-one-by-one] enumerar los trozos de terreno perdidos o ganados
        [rank-parcels-by-what-changed-in-them] ordenar parcelas por lo que cambió en ellas
        [tell-how-the-land-cover-developed-over-many-dates] describir la evolución de la cobertura del suelo en muchas fechas
        [hold-what-an-event-did-against-places-that-it-did-not-reach] comprobar lo que hizo un suceso frente a lugares no alcanzados
       *[other] { $text }
    }
cannot-yet = En esta versión no puedo { $wish }.
wish =
    { $name ->
        [answer-free-questions-about-the-look-of-an-image] responder preguntas libres sobre el aspecto de una imagen
       *[other] { $text }
    }
refused = No puedo: { $reason }

## Estadísticas

statistic =
    { $name ->
        [mean_area] El tamaño medio es { $value } ({ $them }).
        [median_area] El tamaño mediano es { $value } ({ $them }).
        [smallest_area] El tamaño más pequeño es { $value } ({ $them }).
        [largest_area] El tamaño más grande es { $value } ({ $them }).
        [length] La longitud a lo largo del eje es { $value } en total ({ $them }).
        [spacing] La distancia media al vecino más cercano es { $value }, de centro a centro ({ $them }).
       *[total_area] La superficie es { $value } en total ({ $them }).
    }
statistic-none = Solo cuenta uno, así que no hay distancia a otro ({ $them }).
statistic-perimeter = La longitud media de un contorno es { $value }, { $total } en total ({ $them }).
statistic-share =
    { $among ->
        [any] { $them }: { $value } de un total de { $count } objetos cambiados, y { $area } de su superficie.
       *[same] { $them }: { $value } de un total de { $count }, y { $area } de la superficie.
    }
statistic-density = La densidad es { $value } de terreno válido ({ $them }).
statistic-yearly-count =
    { $span ->
        [year] { $value } al año ({ $them } en { $years } año).
       *[years] { $value } al año ({ $them } en { $years } años).
    }
statistic-yearly-area =
    { $span ->
        [year] La superficie es { $value } al año ({ $them } en { $years } año).
       *[years] La superficie es { $value } al año ({ $them } en { $years } años).
    }
numbered =
    { $kind ->
        [building] el edificio { $id }
        [road] la carretera { $id }
       *[any] el objeto { $id }
    }
distance = Entre { $first } y { $second } hay { $gap }, de contorno a contorno; sus centros distan { $centres }.
distance-touch = { $first } y { $second } se tocan; sus centros distan { $centres }.

## Cómo cambió una clase de terreno

land =
    { $name ->
        [water] agua
        [trees] suelo bajo árboles
        [vegetation] vegetación
        [snow] nieve y hielo
        [built] suelo edificado
        [soil] suelo desnudo
       *[bare] suelo desnudo o edificado
    }
land-none = no se encontró { $land }{ $where } en ninguna de las dos fechas.
land-same = la superficie de { $land }{ $where } es la misma que antes, { $size }.
land-none-way =
    { $way ->
        [lost] no se perdió { $land }{ $where }.
       *[gained] no se ganó { $land }{ $where }.
    }
land-share =
    { $way ->
        [less] , una pérdida del { $share }
       *[more] , un aumento del { $share }
    }
land-balance =
    { $way ->
        [less] { $size } menos de { $land } que antes{ $where }{ $share }
        [more] { $size } más de { $land } que antes{ $where }{ $share }
       *[same] la misma superficie de { $land } que antes{ $where }{ $share }
    }: { $before } en la fecha anterior, { $after } en la posterior; pérdida { $lost }, ganancia { $gained }.
land-where =
    { $way ->
        [lost] pérdida de { $size } de { $land }{ $where }: { $places }.
       *[gained] ganancia de { $size } de { $land }{ $where }: { $places }.
    }
land-halves = { $first } { $here } y { $second } { $there }
land-all = todo { $place }
land-most = sobre todo { $place } ({ $share })
land-parts =
    { $way ->
        [lost] pérdida de { $size } de { $land }{ $where }: { $parts }.
       *[gained] ganancia de { $size } de { $land }{ $where }: { $parts }.
    }
land-to = { $size } pasaron a «{ $cover }»
land-from = { $size } eran antes «{ $cover }»
land-seen = Es por el aspecto del suelo (probabilidad: { $probability }), pues las imágenes no tienen infrarrojo cercano.
land-seen-none = no se vio ganancia ni pérdida de { $land }{ $where }; sin infrarrojo cercano, los cambios pequeños no se distinguen.
land-seen-open = no se puede decir si hubo ganancia o pérdida de { $land }{ $where }: el suelo cambió en { $size }, pero de qué a qué no se ve sin infrarrojo cercano.
land-seen-trees = Así no se distinguen los árboles de otras plantas.
land-seen-unclear = El suelo cambió además en { $size }, pero no se puede decir de qué a qué.
land-rate =
    { $way ->
        [less] { $yearly } menos de { $land } al año{ $where }
        [more] { $yearly } más de { $land } al año{ $where }
       *[same] la misma superficie de { $land } que antes{ $where }
    } ({ $size } en { $years } { $span ->
        [year] año
       *[years] años
    }); al año, pérdida { $lost }, ganancia { $gained }.
land-season = Entre las fechas hay menos de un año, así que una parte puede deberse a la estación.
land-percent = Los tamaños son partes del terreno conocido.
land-noise = Los errores de los mapas por sí solos mostrarían una pérdida de unos { $size }{ $where }.
land-unknown = No se conoce la clase del { $share } de los píxeles.
burnt = { $size } (el { $share } del terreno conocido) parecen quemados{ $where }: su índice de área quemada (NBR) bajó 0,27 o más donde estaba seco. La tala y la cosecha pueden parecerse.
burnt-where = De ello: { $places }.
burnt-rate = Eso es { $yearly } al año (en { $years } { $span ->
        [year] año
       *[years] años
    }).
burnt-none = No se encontró terreno quemado{ $where } entre las fechas.

## Cambio según el radar

radar-when = entre el { $before } y el { $after }
radar-when-unknown = entre la primera y la última imagen
radar-date-unknown = fecha desconocida
radar-changed = El radar muestra cambio en { $size } (el { $share } del terreno conocido) { $when }: { $parts }.
radar-changed-series = El radar muestra cambio en { $size } (el { $share } del terreno conocido) { $when }; en el último cambio, { $parts }.
radar-darker = { $size } se oscurecieron
radar-brighter = { $size } se aclararon
radar-mixed = { $size } se aclararon en una polarización y se oscurecieron en la otra
radar-place = La mayor parte está { $place }.
radar-intervals = Primeros cambios por fecha: { $intervals }.
radar-interval = { $size } { $when }
radar-none = El radar no muestra cambio { $when }: ninguna pieza de { $size } o más.
radar-flood = Probablemente sí: { $when }, probablemente agua abierta pasó a cubrir { $size } (el { $share } del terreno conocido).
radar-flood-also = Probablemente agua abierta pasó a cubrir { $size } de ello (el { $share } del terreno conocido).
radar-flood-passed = Probablemente sí, por un tiempo: { $when }, probablemente agua abierta pasó a cubrir { $size } (el { $share } del terreno conocido) y se retiró.
radar-passed = Por un tiempo, probablemente agua abierta cubrió { $size } (el { $share } del terreno conocido) que ya no cubre en la última imagen.
radar-flood-none = No se encontró agua abierta nueva { $when }: ninguna pieza cambiada de { $size } o más es tan oscura como el agua lisa.
radar-water = Probablemente agua abierta cubre { $after } (el { $share } del terreno conocido) en la última imagen ({ $last }); en la primera ({ $first }) cubría { $before }.
radar-water-untold = Con estas imágenes no se puede decir si hay agua abierta: no están calibradas, o no tienen ni VV ni VH.
radar-slope = No se dieron altitudes, así que no se comprobó si ese terreno es llano, como lo es el agua.
radar-flat = Solo se contó el terreno llano.
radar-alike = La arena lisa, la nieve húmeda y el asfalto se ven igual, y el agua bajo árboles o entre casas no se ve.
radar-looks =
    { $how ->
        [stated] La prueba supone un moteado de { $looks } miradas, como se indicó.
       *[estimated] La prueba supone un moteado de { $looks } miradas, como muestra el terreno sin cambio.
    } De los píxeles sin cambio señala por azar el { $alpha }; aquí señala el { $flagged } de todos. Las piezas de menos de { $size } no cuentan.
radar-limits = El radar dice que la superficie cambió, no por qué: la lluvia, la cosecha, la labranza, la nieve y el hielo también la cambian.
radar-unknown = No se sabe nada del { $share } de los píxeles.

## Junto a los resultados

impossible =
    { $act ->
        [mail] No puedo enviar nada, tampoco por correo; los archivos que escribo están en la carpeta de esta conversación.
       *[print] No puedo imprimir, subir ni llamar; respondo aquí y escribo archivos.
    }
courtesy =
    { $act ->
        [thanks] De nada. Siga preguntando si algo no está claro.
        [enough] De acuerdo.
       *[hello] Hola. Pregunte qué cambió entre las dos imágenes: dónde, cuánto y por qué.
    }
recap = Hasta ahora: { $told }
recap-none = Todavía no se ha medido nada; pregunte qué cambió.
beyond = Esto no lo puedo decir ni hacer: { $things }. Las imágenes no lo muestran y ninguna de mis herramientas lo hace.
cannot-see = No puedo ver lo siguiente: { $things }. La red busca edificios, carreteras y otros cambios del terreno.
balance =
    { $way ->
        [more] Más que antes, { $net } en balance:
        [fewer] Menos que antes, { $net } en balance:
       *[same] Tantos como antes:
    }
method-alone = Eso salió de la herramienta { $tool }.
method = Eso salió de la herramienta { $tool }: { $method }.
against =
    { $way ->
        [more] Más que eso:
        [less] Menos que eso:
       *[unknown] No se puede decir si es más, pues no se conoce el tamaño de un píxel; diga, por ejemplo, «supón 0,5 m por píxel»:
    }
pixel-size-unknown = No se conoce el tamaño de un píxel, así que las medidas van en píxeles; diga, por ejemplo, «supón 0,5 m por píxel».
land-one-date = Cuánto hay en una sola fecha no se puede decir sin infrarrojo cercano, solo lo que cambió:
most-in = Donde más, { $condition }:
difference-in = { $amount } más { $place }:
difference = La diferencia es de { $amount }:
difference-none = Lo mismo en ambos:
built-up-not-apart = Con estas bandas el suelo edificado no se distingue del desnudo; de ambos juntos:
yes-gross =
    { $way ->
        [loss] Sí, pérdida de { $size }; en conjunto:
       *[gain] Sí, ganancia de { $size }; en conjunto:
    }
no-thirds = Mido mitades, cuartos y el noveno central, no tercios; por eso, de la mitad:
part-unknown = Una parte de la pregunta no la dicen estas imágenes; del resto:
yes = Sí:
no = No:
claim-right = Es cierto:
claim-wrong = No es cierto:
possibly = Posiblemente:
hardly = Apenas, no más de lo que mostrarían los errores de los mapas:
not-so-many = No, no son { $number }:
not-more = No, no más de { $number }:
not-fewer = No, no menos de { $number }:
of-one-date =
    { $kind ->
        [building] Cuento edificios que cambiaron; no puedo decir cuántos hay en una fecha.
        [road] Cuento carreteras que cambiaron; no puedo decir cuántas hay en una fecha.
       *[any] Cuento lo que cambió; no puedo decir qué hay en una fecha.
    }
not-used = No tuve en cuenta: { $words }.
out-of-scope = No puedo decirlo a partir de estas imágenes. Pregunte qué cambió, dónde, cuánto, con qué seguridad o por qué; «ayuda» enumera todo lo que puedo hacer.
when = Cambió entre las dos fechas; cuándo exactamente no lo dicen dos imágenes.
card-no-shift = No se pudo medir cómo se superponen las dos fechas; compárelas a ojo.
limits-in =
    { $unit ->
        [px] Estas imágenes no tienen lugar en la tierra, así que el límite cuenta en píxeles; indique --pixel-size para metros cuadrados.
       *[m2] Aquí los tamaños se cuentan en metros cuadrados, también el límite, y no en píxeles.
    }

## A lo largo del tiempo

series-changed = { $index } en { $count } fechas del { $first } al { $last }: cambió { $share } del suelo con bastantes fechas claras{ $ground }.
series-none = { $index } en { $count } fechas del { $first } al { $last }: no se encontró ningún cambio de { $limit } o más.
series-dates = Lo que más cambió fue el { $dates }; el primer cambio de todos se vio el { $first }.
series-on =
    { $way ->
        [lower] { $day } ({ $share }, a un nivel más bajo)
        [higher] { $day } ({ $share }, a un nivel más alto)
       *[both] { $day } ({ $share }, en ambos sentidos)
    }
series-trend =
    { $way ->
        [falls] La media baja { $slope } al año (95 %: { $low } a { $high }, p { $chance }).
        [rises] La media sube { $slope } al año (95 %: { $low } a { $high }, p { $chance }).
       *[none] La media no tiene una tendencia segura: { $slope } al año (95 %: { $low } a { $high }, p { $chance }).
    }
series-trend-unknown = Con { $count } fechas claras no se indica ninguna tendencia.
series-p-under = por debajo de 0,001
series-shares = { $falling } del suelo tiene una tendencia a la baja, { $rising } una al alza (p por debajo de 0,05).
series-suspect =
    { $count ->
        [one] Sospechosa es la fecha { $days }: los valores dejan allí su nivel y vuelven enseguida, lo que no es un cambio.
       *[other] Sospechosas son { $count } fechas ({ $days }): los valores dejan allí su nivel y vuelven enseguida, lo que no es un cambio.
    }
series-unknown = { $share } del suelo tiene demasiado pocas fechas claras para decidir.
series-chart = { $index }, { $place }, en { $count } fechas claras del { $first } al { $last }.
series-chart-empty = { $index }, { $place }, está claro en { $count } fechas, así que no hay nada que dibujar.
series-whole = todo el lugar
series-breaks = El valor { $breaks }.
series-no-break = El valor no tiene ninguna ruptura.
series-break =
    { $way ->
        [fell] bajó { $size }, visto el { $day } (última fecha clara antes: { $since })
       *[rose] subió { $size }, visto el { $day } (última fecha clara antes: { $since })
    }
series-zones =
    { $changed ->
        [0] { $index }: ninguna de las { $zones } zonas tiene una ruptura.
       *[other] { $index }: { $changed } de las { $zones } zonas tienen una ruptura.
    }
series-zones-first = Por orden de tiempo: { $zones }.
series-zone = { $zone } { $told }
series-zones-falling =
    { $count ->
        [one] Una zona tiene una tendencia a la baja: { $zone } con { $slope } al año.
       *[other] { $count } zonas tienen una tendencia a la baja, sobre todo { $zone } con { $slope } al año.
    }
series-period = { $mean } del { $since } al { $until } ({ $count } fechas claras)
series-periods = { $index }, { $place }: { $first }, y { $second }.
series-difference =
    { $way ->
        [falls] El valor es más bajo en { $difference } (95 %: { $low } a { $high }).
        [rises] El valor es más alto en { $difference } (95 %: { $low } a { $high }).
       *[none] La diferencia de { $difference } no es segura (95 %: { $low } a { $high }).
    }
doubt-smallest = Aquí cuenta lo que mide al menos { $smallest }.
doubt-on-ground = { $offset } ({ $ground })
doubt-offset = El desplazamiento entre las fechas es de { $offset }, medido en estas imágenes.
doubt-season =
    { $days ->
        [one] Aquí las fechas distan { $days } día dentro del año ({ $before } y { $after }).
       *[other] Aquí las fechas distan { $days } días dentro del año ({ $before } y { $after }).
    }
doubt-covers = Mis cifras valen para { $area } del { $before } al { $after }.
verification-how = { " " }con { $again } en lugar de { $told }
verification-outlines = { " " }También coinciden las superficies según los contornos de los objetos.
verification-number = { $name } { $told }, de nuevo { $again }
verification =
    { $verdict ->
        [pass]
            { $count ->
                [one] Calculado de nuevo a partir de los archivos{ $how }: el número coincide.{ $outlines }
               *[other] Calculado de nuevo a partir de los archivos{ $how }: los { $count } números coinciden.{ $outlines }
            }
        [warn] Calculado de nuevo a partir de los archivos{ $how }: { $some } de { $count } números difieren un poco ({ $list }); los demás coinciden.
       *[fail] Calculado de nuevo a partir de los archivos{ $how }: { $some } de { $count } números difieren ({ $list }). No se fíe de ellos.
    }
history-appeared =
    { $object ->
        [building]
            { $count ->
                [0] no apareció ningún edificio
                [one] apareció { $count } edificio
               *[other] aparecieron { $count } edificios
            }
       *[road]
            { $count ->
                [0] no apareció ninguna carretera
                [one] apareció { $count } carretera
               *[other] aparecieron { $count } carreteras
            }
    }
history-disappeared =
    { $object ->
        [building]
            { $count ->
                [0] no desapareció ninguno
                [one] desapareció { $count }
               *[other] desaparecieron { $count }
            }
       *[road]
            { $count ->
                [0] no desapareció ninguna
                [one] desapareció { $count }
               *[other] desaparecieron { $count }
            }
    }
history = Del { $first } al { $last } ({ $dates } fechas), { $appeared }{ $gained } y { $disappeared }{ $lost }.
history-ground = { " " }({ $size })
history-intervals = De una fecha a otra: { $intervals }.
history-busiest = Los intervalos con más cambios: { $intervals }.
history-interval = del { $since } al { $until }, nuevos: { $appeared } ({ $rate } al año), desaparecidos: { $disappeared }
history-altered = { $grew ->
        [0] Objetos existentes que se hicieron más pequeños: { $shrank }.
       *[other] { $shrank ->
            [0] Objetos existentes ampliados: { $grew }.
           *[other] Objetos existentes ampliados: { $grew }; más pequeños: { $shrank }.
        }
    }
history-passing = Aparecieron y ya no estaban en la última fecha: { $count }.
history-contradictions =
    { $count ->
        [one] Los intervalos se contradicen en 1 objeto, que se habría construido o demolido dos veces; cuenta una vez.
       *[other] Los intervalos se contradicen en { $count } objetos, que se habrían construido o demolido dos veces; cuentan una vez.
    }
history-direct = La primera y la última fecha, comparadas por sí solas, muestran { $appeared } nuevos y { $disappeared } desaparecidos.
patches-none = No se encontró ningún trozo de { $land } { $way ->
        [lost] perdido
       *[gained] ganado
    }{ $where }{ $without }.
patches-without = { " " }({ $count } sin este límite)
patches =
    { $count ->
        [one] 1 trozo de { $land } { $way ->
            [lost] perdido
           *[gained] ganado
        }{ $where }: { $pieces }.
       *[other] { $count } trozos de { $land } { $way ->
            [lost] perdidos
           *[gained] ganados
        }{ $where }, { $size } en total, el mayor primero: { $pieces }.
    }
patches-some =
    { $count } trozos de { $land } { $way ->
        [lost] perdidos
       *[gained] ganados
    }{ $where }, { $size } en total; los { $shown } mayores: { $pieces }.
patches-first =
    El mayor de { $count } trozos de { $land } { $way ->
        [lost] perdidos
       *[gained] ganados
    }{ $where } ({ $size } en total): { $pieces }.
patches-ranked =
    { $count } trozos de { $land } { $way ->
        [lost] perdidos
       *[gained] ganados
    }{ $where }, { $size } en total; número { $rank } por tamaño: { $pieces }.
patches-piece = { $size } ({ $told })
patches-became = «{ $before }» pasó a «{ $after }»
patches-smallest = Los trozos de menos de { $size } no se indican.
patches-seen = Es por el aspecto del suelo; el suelo bajo edificios no se incluye.
trajectory = Cobertura del suelo en { $count } fechas del { $first } al { $last }: { $classes }.
trajectory-class = { $cover } de { $before } a { $after }
trajectory-still = Las proporciones de las clases no se movieron.
trajectory-path = Su recorrido en el símplex mide { $arc } (Fisher-Rao), en línea recta { $chord }; el mayor paso es { $step }, del { $since } al { $until }.
trajectory-rates =
    { $assumed ->
        [True] Lo más rápido: { $rates }; se supone que el { $right } de los píxeles de cada mapa es correcto.
       *[False] Lo más rápido: { $rates }; el { $right } de los píxeles de cada mapa es correcto, según se indicó.
    }
trajectory-rate = { $before } a { $after }, { $share } del suelo al año (los errores de los mapas por sí solos mostrarían { $noise })
trajectory-until = Si el ritmo sigue, se tarda de media { $years } años (desviación típica { $deviation }) de { $before } a { $after }; los errores de los mapas por sí solos darían { $noise } años.
trajectory-patches = La mancha mayor de { $cover } reúne el { $before } el { $first } y el { $after } el { $last }; las manchas son { $few } y { $many }.
trajectory-null = Un suelo de igual cantidad y autocorrelación tendría el { $expected } en una sola mancha el { $last } (p { $chance }).
trajectory-dimension = Su dimensión de conteo de cajas es { $before } y { $after }.
assessed = Áreas de { $map } corregidas de sus errores, según { $points } puntos etiquetados: { $classes }.
assessed-class = { $name } { $adjusted } (de { $low } a { $high } con { $level }), { $mapped } en el mapa
assessed-class-share = { $name } { $adjusted } (error estándar { $error }), { $mapped } en el mapa
assessed-right = El { $overall } del mapa es correcto (error estándar { $error }).
assessed-accuracies = Exactitud del usuario y del productor: { $classes }.
assessed-accuracy = { $name } { $users } y { $producers }
assessed-people = Etiquetaron { $people } personas y coinciden en el { $share } de los casos (kappa { $kappa }).
assessed-people-share = Etiquetaron { $people } personas y coinciden en el { $share } de los casos.
assessed-name =
    { $name ->
        [unchanged] sin cambios
        [no-change] sin cambios
        [changed] cambiado
        [building] edificios
        [road] carreteras
       *[other] { cover }
    }
zone-effects = En { $zones } zonas, { $treated } de ellas tratadas, se estima que { $treatment } cambió { $outcome } en { $mean } de media (de { $low } a { $high } con { $level }).
zone-effects-differ = Su efecto es mayor en unas zonas que en otras: { $most } (de { $most_low } a { $most_high }) en el tercio donde las covariables { $set } predicen más, { $least } (de { $least_low } a { $least_high }) en el tercio donde predicen menos, en zonas que la predicción no vio (AUTOC { $autoc }, error estándar { $error }).
zone-effects-alike = Con las covariables { $set } no se distinguen zonas con un efecto mayor (AUTOC { $autoc }, error estándar { $error }), así que no está demostrado que funcionara mejor en ninguna parte.
zone-effects-sets = Conjuntos de covariables uno junto a otro, AUTOC por X-learner y por T-learner: { $sets }.
zone-effects-set = { $name } { $x } y { $t }
zone-effects-contrasts = Lo que distingue las zonas con mayor efecto previsto de las de menor: { $contrasts }.
zone-effects-contrast = { $column } { $most } frente a { $least }
zone-effects-names = Mayores efectos previstos: { $names }.
effect-found = { $way ->
        [lower] Desde { $event }, { $index } de { $place } estuvo { $size } por debajo de lo que cabía esperar según { $controls ->
            [0] su propio pasado
            [one] un control
           *[other] { $controls } controles
        } (95 % de { $low } a { $high }).
        [higher] Desde { $event }, { $index } de { $place } estuvo { $size } por encima de lo que cabía esperar según { $controls ->
            [0] su propio pasado
            [one] un control
           *[other] { $controls } controles
        } (95 % de { $low } a { $high }).
       *[none] Desde { $event }, { $index } de { $place } difirió en { $size } de lo que cabía esperar según { $controls ->
            [0] su propio pasado
            [one] un control
           *[other] { $controls } controles
        } (95 % de { $low } a { $high }), lo que puede no ser diferencia alguna.
    }
effect-verdict = Veredicto sobre un efecto del suceso: { $verdict }.
effect-checks = Comprobaciones: { $checks }.
effect-check = { $name ->
        [pre-period-fit] ajuste previo
        [controls] controles
        [interval] intervalo
        [other-trend] otra tendencia
        [placebo-in-time] placebo en el tiempo
        [placebo-in-space] placebo en el espacio
        [leave-one-out] sin un control cada vez
        [controls-untouched] controles no afectados
        [date-of-the-break] fecha de la ruptura
        [second-opinion] segunda opinión
        [convex-hull] envolvente convexa
        [detectable-effect] efecto detectable
       *[other] { $text }
    }
verdict = { $name ->
        [supported] respaldado
        [not-supported] no respaldado
        [inconclusive] no concluyente
       *[other] { $text }
    }
parcels-about =
    { $way ->
        [lost] pérdida de { $land }
        [gained] ganancia de { $land }
       *[changed] { $land }
    }
parcels-none = En las parcelas no hay { $about }.
parcels =
    { $touched ->
        [one] En 1 de { $parcels } parcelas hay { $about }, { $size } en total.
       *[other] En { $touched } de { $parcels } parcelas hay { $about }, { $size } en total.
    }
parcels-certain =
    { $certain ->
        [0] En ninguna de ellas es más de lo que pueden causar los errores de los mapas.
       *[other] En { $certain } de ellas es más de lo que pueden causar los errores de los mapas.
    }
parcels-most = Las mayores proporciones: { $rows }.
parcel-row = { $parcel } con { $share } (de { $low } a { $high }), { $size }
parcel-row-plain = { $parcel } con { $share }, { $size }
parcels-rule = La regla ({ $rule }) se cumple en { $holds } parcelas y queda abierta en { $undecided }.
parcels-unmeasured = { $count } parcelas no tienen ningún píxel conocido.
parcel-kind =
    { $name ->
        [water] agua
        [trees] árboles
        [vegetation] vegetación
        [snow] nieve
        [bare] suelo desnudo
        [building] edificios cambiados
        [road] caminos cambiados
        [any] suelo cambiado
       *[other] { $text }
    }
effect-area = el área de interés
