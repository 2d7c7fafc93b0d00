# Réponses en français.

## Nombres et listes

unknown = inconnu
share = { $value } %
share-over = plus de { $value } %
share-under = moins de { $value } %
pitch-size = (de 7 140 m²)
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
        [football_pitch] { $value } terrains de football { pitch-size }
        [percent] { $value } %
        [m] { $value } m
        [km] { $value } km
        [ft] { $value } ft
        [mi] { $value } mi
        [per_ha] { $value } par ha
        [per_km2] { $value } par km²
        [per_acre] { $value } par acre
        [per_mi2] { $value } par mi²
        [per_mpx] { $value } par Mpx
       *[px] { $value } px
    }
list-two = { $first } et { $last }
list-comma = { ", " }
list-semicolon = { " ; " }
list-conditions = { " " }
quoted = « { $text } »
stop = { $told }.

## Lieux

in-place =
    { $name ->
        [north] au nord
        [north-east] au nord-est
        [east] à l’est
        [south-east] au sud-est
        [south] au sud
        [south-west] au sud-ouest
        [west] à l’ouest
        [north-west] au nord-ouest
        [centre] au centre
        [top] en haut
        [top-right] en haut à droite
        [right] à droite
        [bottom-right] en bas à droite
        [bottom] en bas
        [bottom-left] en bas à gauche
        [left] à gauche
        [top-left] en haut à gauche
       *[other] à { $text }
    }
at-place = { in-place }
part =
    { $name ->
        [the-whole-image] toute l’image
        [the-middle-ninth] le neuvième central
        [the-northern-half] la moitié nord
        [the-eastern-half] la moitié est
        [the-southern-half] la moitié sud
        [the-western-half] la moitié ouest
        [the-north-eastern-quarter] le quart nord-est
        [the-south-eastern-quarter] le quart sud-est
        [the-south-western-quarter] le quart sud-ouest
        [the-north-western-quarter] le quart nord-ouest
        [the-upper-half] la moitié supérieure
        [the-right-half] la moitié droite
        [the-lower-half] la moitié inférieure
        [the-left-half] la moitié gauche
        [the-upper-right-quarter] le quart supérieur droit
        [the-lower-right-quarter] le quart inférieur droit
        [the-lower-left-quarter] le quart inférieur gauche
        [the-upper-left-quarter] le quart supérieur gauche
       *[other] { $text }
    }
in-part = dans { part }

## Choses

cover =
    { $name ->
        [agricultural-areas] zones agricoles
        [artificial-surfaces] surfaces artificielles
        [bare-ground] sol nu
        [bare-or-built-up-ground] sol nu ou bâti
        [bare-or-sparse-vegetation] végétation rare ou absente
        [buildings] bâtiments
        [built-up] bâti
        [built-up-area] zone bâtie
        [built-up-ground] sol bâti
        [cropland] terres cultivées
        [crops] cultures
        [flooded-vegetation] végétation inondée
        [forest-and-semi-natural-areas] forêts et milieux semi-naturels
        [grass] herbe
        [grassland] prairies
        [herbaceous-wetland] zones humides herbacées
        [low-vegetation] végétation basse
        [mangroves] mangroves
        [moss-and-lichen] mousses et lichens
        [paved-ground] sol revêtu
        [permanent-water-bodies] eaux permanentes
        [rangeland] parcours
        [shrub-and-scrub] broussailles
        [shrubland] arbustes
        [snow-and-ice] neige et glace
        [snow-or-ice] neige ou glace
        [tree-cover] couvert arboré
        [trees] arbres
        [vegetation] végétation
        [water] eau
        [water-bodies] plans d’eau
        [wetlands] zones humides
       *[other] { $text }
    }
classes =
    { $kind ->
        [building] bâtiments
        [road] routes
       *[any] autre changement
    }
objects =
    { $status ->
        [appeared]
            { $kind ->
                [building]
                    { $count ->
                        [one] { $count } nouveau bâtiment
                       *[other] { $count } nouveaux bâtiments
                    }
                [road]
                    { $count ->
                        [one] { $count } nouvelle route
                       *[other] { $count } nouvelles routes
                    }
               *[any]
                    { $count ->
                        [one] { $count } nouvel objet
                       *[other] { $count } nouveaux objets
                    }
            }
        [disappeared]
            { $kind ->
                [building]
                    { $count ->
                        [one] { $count } bâtiment disparu
                       *[other] { $count } bâtiments disparus
                    }
                [road]
                    { $count ->
                        [one] { $count } route disparue
                       *[other] { $count } routes disparues
                    }
               *[any]
                    { $count ->
                        [one] { $count } objet disparu
                       *[other] { $count } objets disparus
                    }
            }
       *[any]
            { $kind ->
                [building]
                    { $count ->
                        [one] { $count } bâtiment modifié
                       *[other] { $count } bâtiments modifiés
                    }
                [road]
                    { $count ->
                        [one] { $count } route modifiée
                       *[other] { $count } routes modifiées
                    }
               *[any]
                    { $count ->
                        [one] { $count } objet modifié
                       *[other] { $count } objets modifiés
                    }
            }
    }

objects-named =
    { $status ->
        [appeared]
            { $kind ->
                [building] nouveaux bâtiments
                [road] nouvelles routes
               *[any] nouveaux objets
            }
        [disappeared]
            { $kind ->
                [building] bâtiments disparus
                [road] routes disparues
               *[any] objets disparus
            }
       *[any]
            { $kind ->
                [building] bâtiments modifiés
                [road] routes modifiées
               *[any] objets modifiés
            }
    }

## Conditions

without-limits =
    { $limits ->
        [one] { " " }({ $count } sans cette limite)
       *[other] { " " }({ $count } sans ces limites)
    }
filter = { " " }{ $condition }
filter-min-area = d’au moins { $size }
filter-max-area = d’au plus { $size }
filter-areas = de { $low } à { $high }
filter-min-probability = avec une probabilité d’au moins { $probability }
filter-max-probability = avec une probabilité d’au plus { $probability }
filter-within = { $place }
near-beyond =
    { $kind ->
        [building] à { $distance } au moins d’un autre bâtiment modifié
        [road] à { $distance } au moins d’une route modifiée
        [centre] à { $distance } au moins du centre de l’image
       *[number] à { $distance } au moins de l’objet { $id }
    }
near-within =
    { $kind ->
        [building] à { $distance } au plus d’un autre bâtiment modifié
        [road] à { $distance } au plus d’une route modifiée
        [centre] à { $distance } au plus du centre de l’image
       *[number] à { $distance } au plus de l’objet { $id }
    }
beside =
    { $direction ->
        [north] au nord
        [north-east] au nord-est
        [east] à l’est
        [south-east] au sud-est
        [south] au sud
        [south-west] au sud-ouest
        [west] à l’ouest
       *[north-west] au nord-ouest
    } { $kind ->
        [building] du bâtiment
        [road] de la route
       *[any] du lieu
    } { $id }
object-name =
    { $kind ->
        [building] bâtiment
        [road] route
       *[any] lieu
    }

## Paires

card-bands =
    { $bands ->
        [1] 1 bande ({ $dtype })
       *[other] { $bands } bandes ({ $dtype })
    }
card-size = Les images font { $width } x { $height } px, avec { $bands }.
card-no-crs = Elles ne sont pas géoréférencées.
card-crs = Leur système de coordonnées est { $crs } ; un pixel mesure { $size } m au sol.
card-crs-unnamed = un système sans code officiel
card-dates = Dates : { $before } et { $after }{ $apart }.
card-apart = {""} (à { $years } ans, soit { $months } mois d’écart)
card-area = Elles couvrent ensemble { $area }.
card-overlap = Les deux dates ont des données sur { $share } de la première image.
card-shift = Les images sont décalées de { $shift }.

## Descriptions

description-probability = La probabilité d’un changement quelconque est de { $probability }.
description-look = Quelque chose a peut-être changé que les cartes ne montrent pas ; regardez l’image.
description-sure = Le regard du réseau sur l’ensemble en dit moins, mais les objets des cartes sont sûrs.
description-unsure = Ce que montrent les cartes n’est pas sûr ; regardez l’image.
clause-objects =
    { $certainty ->
        [maybe] peut-être { objects }{ $where }
       *[sure] { objects }{ $where }
    }
clause-cover =
    { $certainty ->
        [maybe] { $size } peut-être passés de « { $before } » à « { $after } »{ $where } (probabilité { $probability })
       *[sure] { $size } passés de « { $before } » à « { $after } »{ $where } (probabilité { $probability })
    }
clause-ground =
    { $certainty ->
        [maybe] { $size } de sol peut-être modifiés{ $where } (probabilité { $probability })
       *[sure] { $size } de sol modifiés{ $where } (probabilité { $probability })
    }
clause-elsewhere =
    { $certainty ->
        [maybe] le sol a peut-être changé ailleurs aussi
       *[sure] le sol a changé ailleurs aussi
    }
clause-nothing =
    { $counting ->
        [some] aucun bâtiment ni route modifiés qui comptent
       *[all] aucun bâtiment ni route modifiés
    }
clause-nothing-at-all =
    { $counting ->
        [some] aucun bâtiment ni route modifiés qui comptent, et aucun autre changement
       *[all] aucun bâtiment ni route modifiés, et aucun autre changement
    }
clause-not-looked = les autres changements n’ont pas été recherchés
where-alone = { " " }{ $place }
where-all =
    { $kind ->
        [road] , toutes { $place }
        [building] , tous { $place }
       *[any] , le tout { $place }
    }
where-both = , les deux { $place }
where-mostly = , surtout { $place }
where-apart = , dans des parties différentes de l’image
where-spread = , à travers toute l’image

## Changement, nombres et surfaces

summary = Pixels modifiés : { $classes }.
summary-none = { $name } aucun
summary-class = { $name } { $pixels } ({ $share } de la surface valide{ $ground })
summary-ground = , { $size }
summary-field = { $share } { $place }
summary-where = { $size }, { $fields }
no-data = { $share } des pixels n’ont pas de données à l’une des dates ou aux deux.
count-none =
    { $status ->
        [appeared]
            { $kind ->
                [building] Aucun nouveau bâtiment{ $where } n’a été trouvé{ $without }.
                [road] Aucune nouvelle route{ $where } n’a été trouvée{ $without }.
               *[any] Aucun nouvel objet{ $where } n’a été trouvé{ $without }.
            }
        [disappeared]
            { $kind ->
                [building] Aucun bâtiment disparu{ $where } n’a été trouvé{ $without }.
                [road] Aucune route disparue{ $where } n’a été trouvée{ $without }.
               *[any] Aucun objet disparu{ $where } n’a été trouvé{ $without }.
            }
       *[any]
            { $kind ->
                [building] Aucun bâtiment modifié{ $where } n’a été trouvé{ $without }.
                [road] Aucune route modifiée{ $where } n’a été trouvée{ $without }.
               *[any] Aucun objet modifié{ $where } n’a été trouvé{ $without }.
            }
    }
count-directions =
    { $kind ->
        [road] : { $appeared } { $appeared ->
            [one] apparue
           *[other] apparues
        }, { $disappeared } { $disappeared ->
            [one] disparue
           *[other] disparues
        }
       *[any] : { $appeared } { $appeared ->
            [one] apparu
           *[other] apparus
        }, { $disappeared } { $disappeared ->
            [one] disparu
           *[other] disparus
        }
    }
count-others = , { $others } { $others ->
        [one] autre changement du sol
       *[other] autres changements du sol
    }
count-interval = Dans { $level } de ces cas, il y en a entre { $low } et { $high }.
count-at-most = Dans { $level } de ces cas, il y en a au plus { $high }.
count-doubtful =
    { $doubtful ->
        [one] L’un d’eux est petit et incertain, et n’en est probablement pas un.
       *[other] { $doubtful } d’entre eux sont petits et incertains, et n’en sont probablement pas.
    }
count-sizes = { " " }(médiane { $median }, maximum { $largest })
count-largest = { " " }(maximum { $largest })
count-size = { " " }({ $largest })
count-place =
    { $kind ->
        [road]
            { $count ->
                [one] , elle se trouve { $place }
               *[other] , la plus grande { $place }
            }
       *[any]
            { $count ->
                [one] , il se trouve { $place }
               *[other] , le plus grand { $place }
            }
    }
touching-buildings = Les bâtiments qui se touchent sont séparés là où ils se rétrécissent.
touching = Ce qui se touche compte pour un.
area = les { $them } couvrent { $size }
area-of-valid = { " " }de la surface valide
area-share = { " " }({ $share } de la surface valide)
area-interval = , dans { $level } des cas entre { $low } et { $high }
area-ways = { "" }, dont { $appeared } apparus et { $disappeared } disparus
area-method =
    { $name ->
        [ground] { $area } ; somme des surfaces des pixels.
       *[pixels] { $area } ; pixels comptés, car les images ne sont pas géoréférencées.
    }
zones =
    { $zones ->
        [one] { $changed } zone sur { $zones } avec des changements
       *[other] { $changed } zones sur { $zones } avec des changements
    }
zones-all = { $zones } : { $told }.
zones-most = { $zones }, les plus touchées : { $told }.
zone = { $zone } : { $told }
zone-class = { $name } { $size } ({ $share } de sa surface valide)
zone-inside = seulement { $share } en sont dans les images

## Autre sol

other-none = Hormis les bâtiments et les routes, aucun changement n’a été trouvé.
other-one = Hormis les bâtiments et les routes : { $region }.
other-all =
    { $count ->
        [one] Hormis les bâtiments et les routes, { $count } lieu a changé, { $size } en tout : { $regions }.
       *[other] Hormis les bâtiments et les routes, { $count } lieux ont changé, { $size } en tout : { $regions }.
    }
other-among =
    { $count ->
        [one] Hormis les bâtiments et les routes, { $count } lieu a changé, { $size } en tout, dont : { $regions }.
       *[other] Hormis les bâtiments et les routes, { $count } lieux ont changé, { $size } en tout, dont : { $regions }.
    }
other-region = { $change } sur { $size } { $place } (probabilité { $probability })
ground-changed = le sol a changé
ground-became = « { $before } » devenu « { $after } »
bands-none = D’après les bandes des deux dates, aucun changement n’a été trouvé.
bands-one = D’après les bandes des deux dates, un lieu a changé : { $region }.
bands-many =
    D’après les bandes des deux dates, { $count } lieux ont changé, { $size } en tout ({ $share } du sol connu) ; les plus grands : { $regions }.
bands-kept = { $size } ont changé { $place } en restant « { $cover } » (probabilité { $probability })
bands-became = { $size } sont passés de « { $before } » à « { $after } » { $place } (probabilité { $probability })
bands-partly = { $size } ont changé { $place } (probabilité { $probability }), dont { $share } de « { $before } » à « { $after } »
bands-limits =
    Les pixels sont trop grossiers pour distinguer bâtiments et routes ; saison, récolte et brume comptent aussi comme changement, et la couverture suit des règles spectrales.
bands-unknown = { $share } des pixels sont inconnus : sans données, ou cachés par des nuages, de l’ombre ou de la neige.

## Listes et comparaisons

found = { $told } : { $objects }.
found-first =
    { $kind ->
        [road]
            { $order ->
                [smallest] La plus petite de { $them } : { $one }.
                [surest] La plus sûre de { $them } : { $one }.
                [unsurest] La moins sûre de { $them } : { $one }.
               *[largest] La plus grande de { $them } : { $one }.
            }
       *[any]
            { $order ->
                [smallest] Le plus petit de { $them } : { $one }.
                [surest] Le plus sûr de { $them } : { $one }.
                [unsurest] Le moins sûr de { $them } : { $one }.
               *[largest] Le plus grand de { $them } : { $one }.
            }
    }
found-ranked = { $them }{ $order } ; le numéro { $rank } : { $one }.
found-away =
    { $kind ->
        [building] à { $distance } de l’autre bâtiment le plus proche
        [road] à { $distance } de la route modifiée la plus proche
        [centre] à { $distance } du centre de l’image
       *[number] à { $distance } de l’objet { $id }
    }
found-extent =
    { $extent ->
        [length] longueur { $value }
       *[perimeter] périmètre { $value }
    }
object-rank =
    { $kind ->
        [building]
            { $count ->
                [one] { $told }, le seul bâtiment modifié.
               *[other] { $told }, numéro { $rank } sur { $count } bâtiments modifiés, par taille.
            }
        [road]
            { $count ->
                [one] { $told }, la seule route modifiée.
               *[other] { $told }, numéro { $rank } sur { $count } routes modifiées, par taille.
            }
       *[any]
            { $count ->
                [one] { $told }, le seul lieu modifié.
               *[other] { $told }, numéro { $rank } sur { $count } lieux modifiés, par taille.
            }
    }
found-together = , { $size } en tout
found-order =
    { $kind ->
        [road]
            { $order ->
                [smallest] , les plus petites d’abord
                [surest] , les plus sûres d’abord
                [unsurest] , les moins sûres d’abord
                [nearest] , les plus proches d’abord
                [farthest] , les plus éloignées d’abord
               *[largest] , les plus grandes d’abord
            }
       *[any]
            { $order ->
                [smallest] , les plus petits d’abord
                [surest] , les plus sûrs d’abord
                [unsurest] , les moins sûrs d’abord
                [nearest] , les plus proches d’abord
                [farthest] , les plus éloignés d’abord
               *[largest] , les plus grands d’abord
            }
    }
found-some = , { $listed } sur { $count } cités
found-object = { object-name } { $id } ({ $told })
found-status =
    { $status ->
        [appeared]
            { $kind ->
                [road] apparue
               *[any] apparu
            }
       *[disappeared]
            { $kind ->
                [road] disparue
               *[any] disparu
            }
    }
found-at = à { $latitude }, { $longitude }
found-became = { $told } : { $change }
probable = probabilité { $probability }
compare-equal = Le changement est le même dans les deux : { $parts }.
compare-more =
    { $kind ->
        [building] Plus de surface de bâtiments a changé { $place } : { $parts }.
        [road] Plus de surface de routes a changé { $place } : { $parts }.
       *[any] Plus de changement { $place } : { $parts }.
    }
compare-part =
    { $count ->
        [one] { $part } { $count } objet, { $size }
       *[other] { $part } { $count } objets, { $size }
    }

## Causes, certitude et limites

why = Causes possibles : { $causes }
why-cause = { $cause } (indices : { $evidence } ; à vérifier avec : { $check }).
why-hypotheses = Ce sont des hypothèses qui vont avec les indices, non des constats : deux images ne montrent pas de cause.
why-nothing = Rien n’a changé qui demanderait une cause.
cause =
    { $name ->
        [a-new-estate-or-settlement] un nouveau lotissement
        [building-on-single-plots] des constructions sur des parcelles isolées
        [redevelopment-buildings-made-room-for-others] un réaménagement : des bâtiments ont fait place à d’autres
        [demolition-or-destruction-by-fire-flood-storm-or-an-earthquake] une démolition, ou une destruction par le feu, une inondation, une tempête ou un séisme
        [road-works-a-road-was-built-widened-or-resurfaced] des travaux routiers : une route construite, élargie ou refaite
        [clearing-harvest-or-the-start-of-building-works] un défrichement, une récolte ou un début de chantier
        [a-new-pond-or-reservoir-or-a-flood] un nouvel étang ou réservoir, ou une inondation
        [drought-drainage-or-a-lower-water-level] une sécheresse, un drainage ou un niveau d’eau plus bas
        [drought-drainage-or-overgrowth-of-the-water] une sécheresse, un drainage ou une eau envahie de plantes
        [growth-planting-or-the-season] la croissance, une plantation ou la saison
        [paving-a-yard-a-car-park-or-a-road] un revêtement : une cour, un parking ou une route
        [no-change-on-the-ground-the-images-do-not-lie-on-each-other] aucun changement au sol : les images ne se superposent pas
        [light-shadow-or-season-rather-than-change] la lumière, l’ombre ou la saison plutôt qu’un changement
        [clearing-harvest-drought-or-the-time-of-the-year] un défrichement, une récolte, une sécheresse ou la saison
        [regrowth-planting-or-a-wetter-season] une repousse, une plantation ou une saison plus humide
        [a-flood-a-new-reservoir-or-a-high-tide] une inondation, un nouveau réservoir ou une marée haute
        [drought-withdrawal-of-water-or-a-low-tide] une sécheresse, un prélèvement d’eau ou une marée basse
        [fire-or-felling-and-harvest-that-look-alike] un feu, ou une coupe et une récolte d’aspect semblable
        [snowfall-before-the-later-date] des chutes de neige avant la date la plus récente
        [melt-before-the-later-date] une fonte avant la date la plus récente
        [construction-mining-ploughing-or-harvest] une construction, une mine, un labour ou une récolte
        [drought-harvest-or-felling] une sécheresse, une récolte ou une coupe
       *[other] { $text }
    }
to-check =
    { $name ->
        [building-permits] permis de construire
        [reports-of-events-between-the-dates-and-demolition-permits] récits d’événements entre les dates et permis de démolir
        [the-development-plan] le plan d’urbanisme
        [the-road-authority-s-plans] les plans du gestionnaire des routes
        [felling-permits] autorisations de coupe
        [water-levels-between-the-dates] niveaux d’eau entre les dates
        [the-season-of-both-images] la saison des deux images
        [both-maps] les deux cartes
        [the-images-themselves] les images elles-mêmes
        [felling-permits-crop-calendars-and-rain-records] autorisations de coupe, calendriers agricoles et relevés de pluie
        [images-of-the-same-month-in-other-years] images du même mois d’autres années
        [gauge-records-of-the-days-of-both-images] relevés hydrométriques des jours des deux images
        [fire-alerts-between-the-dates] alertes d’incendie entre les dates
        [weather-records] relevés météorologiques
        [plans-and-permits-or-finer-images] plans et permis, ou images plus fines
        [rain-records-and-crop-calendars] relevés de pluie et calendriers agricoles
       *[other] { $text }
    }
sign =
    { $name ->
        [vegetation-or-forest-lost] végétation ou forêt perdue
        [vegetation-gained] végétation gagnée
        [water-gained] eau gagnée
        [water-lost] eau perdue
        [burnt] brûlé
        [snow-gained] neige gagnée
        [snow-lost] neige perdue
        [ground-built-up-or-laid-bare] sol bâti ou mis à nu
        [moisture-lost] humidité perdue
       *[other] { $text }
    }
evidence-objects = { objects }, { $size } en tout
evidence-cover =
    { $count ->
        [one] { $count } lieu ({ $change }), { $size }
       *[other] { $count } lieux ({ $change }), { $size } en tout
    }
evidence-sign = { $sign }, sur { $size } ({ $share })
evidence-unsure =
    { $count ->
        [one] { $count } objet de probabilité inférieure à { $below }
       *[other] { $count } objets de probabilité inférieure à { $below }
    }
evidence-shift = les images sont décalées de { $shift }
evidence-no-building = aucun bâtiment n’a changé
sure =
    { $agree ->
        [bands] La probabilité d’un changement quelconque est de { $probability }, d’après les bandes.
        [agree] La probabilité d’un changement quelconque est de { $probability }, et les cartes concordent.
       *[differ] La probabilité d’un changement quelconque est de { $probability }, mais les cartes ne concordent pas.
    }
sure-some =
    { $unsure ->
        [one] { $unsure } objet sur { $objects } a une probabilité inférieure à { $below }, { $share } des pixels modifiés.
       *[other] { $unsure } objets sur { $objects } ont une probabilité inférieure à { $below }, { $share } des pixels modifiés.
    }
sure-all = Des objets de probabilité inférieure à { $below } : { $unsure } sur { $objects }.
limits-here = { $pixels } ({ $size } ici)
limits-seen = Je vois les changements ({ $kinds }) à partir de { $smallest }
limits-direction = { " " }et distingue ce qui est apparu de ce qui a disparu
limits-no-direction = , mais pas leur sens
limits-resolution = { " ; " }les images de { $low } à { $high } par pixel me conviennent
limits-these = , celles-ci ont { $resolution }
limits-by-bands = sol de toute sorte, d’après ses bandes
limits-ground = autre sol
limits-unseen = Je ne peux pas voir : { $unseen }.
limits-indices = Les indices spectraux que permettent les bandes en disent plus : { $indices }.
unseen =
    { $name ->
        [trees-and-crops] les arbres et les cultures
        [water] l’eau
        [bare-soil] le sol nu
        [vehicles] les véhicules
        [what-a-building-is-used-for] l’usage d’un bâtiment
        [damage-that-leaves-a-roof-in-place] les dégâts qui laissent un toit en place
        [heights] les hauteurs
        [anything-that-came-and-went-between-the-two-dates] ce qui est venu et reparti entre les deux dates
        [buildings-and-roads-one-by-one] les bâtiments et les routes un par un
        [whether-plants-changed-by-themselves-with-the-season-or-by-people] si les plantes ont changé d’elles-mêmes, avec la saison ou du fait des hommes
       *[other] { $text }
    }

## Indices spectraux et couverture du sol

index =
    { $date ->
        [before] { $index } à la première date : { $mean }, { $range }.
       *[after] { $index } à la seconde date : { $mean }, { $range }.
    }
index-change = { $index } était de { $before } et est de { $after } ; variation : { $change }, { $range }.
index-mean = { $value } en moyenne
index-median = { $value } en médiane
index-range = le plus souvent de { $low } à { $high }
index-class =
    { $name ->
        [bare-ground-or-water] sol nu ou eau
        [sparse-vegetation] végétation clairsemée
        [dense-vegetation] végétation dense
        [dry-land] terre sèche
        [water] eau
        [not-built-up] non bâti
        [built-up-or-bare] bâti ou nu
        [no-snow] sans neige
        [snow] neige
        [strong-regrowth] forte repousse
        [weak-regrowth] faible repousse
        [unburned] non brûlé
        [low-severity] brûlage faible
        [moderate-low-severity] brûlage modéré à faible
        [moderate-high-severity] brûlage modéré à fort
        [high-severity] brûlage fort
        [in-the-same-class] dans la même classe
        [less-vegetation] moins de végétation
        [more-vegetation] plus de végétation
        [less-water] moins d’eau
        [more-water] plus d’eau
        [less-built-up-or-bare-ground] moins de sol bâti ou nu
        [more-built-up-or-bare-ground] plus de sol bâti ou nu
        [less-snow] moins de neige
        [more-snow] plus de neige
       *[other] { $text }
    }
index-unknown = { $share } des pixels ne sont pas connus.
class-ground = { $name } { $ground }
ground-share = { $size } ({ $share })
cover-classes =
    { $date ->
        [before] Couverture du sol à la première date : { $classes }.
       *[after] Couverture du sol à la seconde date : { $classes }.
    }
cover-uses = Son usage semble être : { $uses } ({ $method }).
use =
    { $name ->
        [annualcrop] cultures annuelles
        [forest] forêt
        [herbaceousvegetation] végétation herbacée
        [highway] grande route
        [industrial] industrie
        [pasture] pâturage
        [permanentcrop] cultures permanentes
        [residential] habitat
        [river] rivière
        [sealake] mer ou lac
       *[other] { $text }
    }
cover-unknown = La classe de { $share } des pixels n’est pas connue.
transition = { $before } → { $after } { $ground }
transitions-none = Entre les deux dates, aucun pixel n’a changé de classe de couverture.
transitions = Entre les deux dates, { $changed } ont changé de classe et { $kept } l’ont gardée.
transitions-list = De quoi en quoi : { $transitions }.
transitions-smaller = les autres sont plus petites
transitions-yearly = Cela fait { $share } par an.
transitions-net = Bilan : { $classes }.
transitions-corrected = Sans les erreurs des cartes, { $share } ont changé
transitions-corrected-list = { $share } : { $transitions }.

## Archive

archive-none = L’archive ne contient rien de tel.
archive =
    { $searched ->
        [one] Sur { $searched } partie de paires dans l’archive, { archive-nearest } :
       *[other] Sur { $searched } parties de paires dans l’archive, { archive-nearest } :
    }
archive-nearest =
    { $count ->
        [one] { $count } est la plus proche
       *[other] { $count } sont les plus proches
    }
archive-score = note { $score }
archive-dates = { $before } à { $after }
archive-card = ({ $number }) « { $caption } » ({ $told }).
archive-opened =
    Le numéro { $number } est maintenant ouvert comme paire { $pair } : { $before } et { $after } ; ce qui a été trouvé est dans les colonnes { $left } à { $right }, lignes { $top } à { $bottom }.
notes-none = L’archive n’a aucune note à ce sujet.
notes = Les notes conservées disent :
note = « { $text } » (source : { $source }).

## Travail

export = { $file } contient { $holds }.
export-limited = { $file } contient { $holds }, seulement ceux { $limits }.
export-objects = { $file } contient { $them } et rien d’autre.
export-empty = { $file } est donc vide.
export-whole = { $file } contient { $holds } ; tout ce qui a changé y figure, pas seulement ceci : { $them }.
export-land =
    { $count ->
        [one] { $file } contient { $count } parcelle { $land } : { $lost } en moins, { $gained } en plus. Les parcelles de moins de { $smallest } n’y sont pas.
       *[other] { $file } contient { $count } parcelles { $land } : { $lost } en moins, { $gained } en plus. Les parcelles de moins de { $smallest } n’y sont pas.
    }
export-land-none = { $file } est vide : aucune parcelle { $land } assez grande n’a été perdue ni gagnée.
holds =
    { $name ->
        [the-class-of-change-at-each-pixel] la classe du changement en chaque pixel
        [how-probable-change-is-at-each-pixel] la probabilité d’un changement en chaque pixel
        [the-changed-objects-as-polygons-in-degrees] les objets modifiés sous forme de polygones en degrés
        [the-changed-objects-as-polygons] les objets modifiés sous forme de polygones
        [the-changed-objects-as-a-table] les objets modifiés sous forme de tableau
        [the-changed-objects-for-google-earth-and-other-globes] les objets modifiés pour Google Earth et d’autres globes
        [the-changed-objects-as-a-shapefile] les objets modifiés sous forme de shapefile
        [the-changed-objects-as-a-workbook-for-excel] les objets modifiés sous forme de classeur Excel
        [the-earlier-image-as-a-picture] la première image à regarder
        [the-later-image-as-a-picture] la seconde image à regarder
        [the-later-image-with-what-changed] la seconde image avec ce qui a changé
        [a-map-of-a-spectral-index] une carte d’un indice spectral
        [a-map-of-land-cover] une carte de la couverture du sol
        [the-land-cover-as-a-table] la couverture du sol sous forme de tableau
        [a-drawing-of-which-land-cover-became-which] un dessin de ce que chaque couverture est devenue
        [a-map-of-change-by-radar] une carte du changement d’après le radar
        [a-picture-of-change-by-radar] une image du changement d’après le radar
        [the-zones-with-what-changed-in-them] les zones avec ce qui y a changé
        [the-zones-with-what-changed-in-them-as-a-table] les zones avec ce qui y a changé, sous forme de tableau
        [a-report-with-pictures-numbers-methods-and-limits-in-one-file] un rapport avec images, nombres, méthodes et limites, en un fichier
        [the-same-report-as-pdf] le même rapport en PDF
        [all-numbers-with-inputs-settings-and-checksums-for-terradelta-rerun] tous les nombres avec entrées, réglages et sommes de contrôle, pour terradelta rerun
        [what-one-kind-of-land-lost-and-gained] ce qu’une sorte de sol a perdu et gagné
       *[other] { $text }
    }
holds-some = { $holds }, une partie seulement
file = { $file } ({ $holds })
file-of-pair = { $file } ({ $holds } ; paire { $pair })
files = Fichiers écrits jusqu’ici, dans le dossier de cette conversation : { $files }.
files-none = Aucun fichier n’a encore été écrit ; demandez-en un, par exemple un rapport PDF ou un GeoJSON.
pair-swapped = Les dates sont inversées : dans la paire { $pair }, { $before } est la première image et { $after } la seconde ; les questions portent désormais sur elle.
pair-current = Les questions portent désormais sur la paire { $pair } : { $before } est la première image et { $after } la seconde.
assumed = Les mesures supposent des pixels de { $size }.
assumed-now = Surfaces et longueurs supposent désormais des pixels de { $size }.
selftest-size = { $found } sur { $planted } toits de taille { $size } ({ $low } à { $high } m de large)
selftest = Des bâtiments placés dans cette paire, le réseau a trouvé { $sizes }.
selftest-road = Il a marqué { $share } de la route placée.
selftest-alarms = Fausses alertes : { $alarms } en { $looks } passages, { $rate } { $unit }.
batch = { $parts }, en { $seconds } s.
batch-done =
    { $count ->
        [one] { $count } paire traitée
       *[other] { $count } paires traitées
    }
batch-failed =
    { $count ->
        [one] { $count } échec
       *[other] { $count } échecs
    }
batch-kept =
    { $count ->
        [one] { $count } gardée d’une exécution précédente
       *[other] { $count } gardées d’une exécution précédente
    }
batch-twice =
    { $count ->
        [one] { $count } citée deux fois
       *[other] { $count } citées deux fois
    }

## Ce qui est offert

abilities = Je compare deux images d’un même lieu : je peux { $others } et { $last }.
ability =
    { $name ->
        [tell-what-the-images-are] dire ce que sont les images
        [describe-what-changed] décrire ce qui a changé
        [draw-where-it-changed] dessiner où cela a changé
        [count-changed-buildings-and-roads] compter les bâtiments et les routes modifiés
        [measure-changed-area-also-by-zones-or-parts-of-the-image] mesurer la surface modifiée, aussi par zones ou parties de l’image
        [list-the-largest] énumérer les plus grands
        [tell-mean-sizes-densities-yearly-rates-lengths-and-spacing] dire des tailles moyennes, densités, rythmes annuels, longueurs et distances
        [compute-spectral-indices-and-their-change] calculer des indices spectraux et leur variation
        [tell-land-cover-and-what-became-what] dire la couverture du sol et ce qu’elle est devenue
        [group-the-ground-into-zones-of-like-spectrum] regrouper le sol en zones de spectre semblable
        [tell-from-radar-what-changed-under-clouds] dire d’après le radar ce qui a changé sous les nuages
        [search-an-archive-of-pairs] chercher dans une archive de paires
        [look-up-earlier-answers] retrouver des réponses précédentes
        [offer-causes-that-would-fit] proposer des causes possibles
        [tell-how-sure-i-am-and-what-i-cannot-see] dire à quel point je suis sûr et ce que je ne vois pas
        [write-maps-and-tables] écrire des cartes et des tableaux
        [swap-the-dates] inverser les dates
        [list-the-files-written-so-far] énumérer les fichiers écrits jusqu’ici
        [tell-when-and-how-much-an-index-changed-over-many-dates] dire quand et de combien un indice a changé à de nombreuses dates
        [draw-the-chart-of-a-place-or-zone-over-time] tracer la courbe d’un lieu ou d’une zone au fil du temps
        [tell-which-zones-changed-first] dire quelles zones ont changé en premier
        [compare-periods] comparer deux périodes
        [tell-areas-adjusted-by-a-labelled-sample] donner des surfaces corrigées des erreurs d’une carte, une fois qu’un échantillon en a été étiqueté
        [tell-where-a-programme-was-most-effective-over-zones-with-an-outcome-and-a-treatment] dire où un programme a été le plus efficace, par zones avec un résultat et un traitement
        [compute-the-numbers-of-an-answer-anew-by-another-path] recalculer les nombres d’une réponse par un autre chemin
        [tell-the-history-of-buildings-or-roads-over-many-dates] dire quand des bâtiments ou des routes sont apparus et ont disparu sur de nombreuses dates
        [list-pieces-of-land-one-by-one] lister les parcelles de terrain perdues ou gagnées
        [rank-parcels-by-what-changed-in-them] classer des parcelles selon ce qui y a changé
        [tell-how-the-land-cover-developed-over-many-dates] décrire l’évolution de l’occupation du sol sur de nombreuses dates
        [hold-what-an-event-did-against-places-that-it-did-not-reach] mesurer ce qu’un événement a fait, face à des lieux non atteints
       *[other] { $text }
    }
cannot-yet = Dans cette version, je ne peux pas { $wish }.
wish =
    { $name ->
        [answer-free-questions-about-the-look-of-an-image] répondre à des questions libres sur l’aspect d’une image
       *[other] { $text }
    }
refused = Je ne peux pas : { $reason }

## Statistiques

statistic =
    { $name ->
        [mean_area] La taille moyenne est de { $value } ({ $them }).
        [median_area] La taille médiane est de { $value } ({ $them }).
        [smallest_area] La plus petite taille est de { $value } ({ $them }).
        [largest_area] La plus grande taille est de { $value } ({ $them }).
        [length] La longueur le long de l’axe est de { $value } en tout ({ $them }).
        [spacing] La distance moyenne au plus proche voisin est de { $value }, de centre à centre ({ $them }).
       *[total_area] La surface est de { $value } en tout ({ $them }).
    }
statistic-none = Un seul compte, il n’y a donc pas de distance à un autre ({ $them }).
statistic-perimeter = La longueur moyenne d’un contour est de { $value }, { $total } en tout ({ $them }).
statistic-share =
    { $among ->
        [any] { $them } : { $value } d’un total de { $count } objets modifiés, et { $area } de leur surface.
       *[same] { $them } : { $value } d’un total de { $count }, et { $area } de la surface.
    }
statistic-density = La densité est de { $value } de sol valide ({ $them }).
statistic-yearly-count =
    { $span ->
        [year] { $value } par an ({ $them } en { $years } an).
       *[years] { $value } par an ({ $them } en { $years } ans).
    }
statistic-yearly-area =
    { $span ->
        [year] La surface est de { $value } par an ({ $them } en { $years } an).
       *[years] La surface est de { $value } par an ({ $them } en { $years } ans).
    }
numbered =
    { $kind ->
        [building] le bâtiment { $id }
        [road] la route { $id }
       *[any] l’objet { $id }
    }
distance = Entre { $first } et { $second } il y a { $gap }, de contour à contour, et { $centres } de centre à centre.
distance-touch = { $first } et { $second } se touchent ; il y a { $centres } de centre à centre.

## Comment une sorte de sol a changé

land =
    { $name ->
        [water] d’eau
        [trees] de sol sous les arbres
        [vegetation] de végétation
        [snow] de neige et de glace
        [built] de sol bâti
        [soil] de sol nu
       *[bare] de sol nu ou bâti
    }
land-none = aucune surface { $land } n’a été trouvée{ $where } à l’une ou l’autre date.
land-same = il y a autant { $land }{ $where } qu’avant, { $size }.
land-none-way =
    { $way ->
        [lost] aucune surface { $land } n’a été perdue{ $where }.
       *[gained] aucune surface { $land } n’a été gagnée{ $where }.
    }
land-share =
    { $way ->
        [less] , soit une perte de { $share }
       *[more] , soit un gain de { $share }
    }
land-balance =
    { $way ->
        [less] { $size } { $land } de moins qu’avant{ $where }{ $share }
        [more] { $size } { $land } de plus qu’avant{ $where }{ $share }
       *[same] autant { $land } qu’avant{ $where }{ $share }
    } : { $before } à la première date, { $after } à la seconde ; { $lost } en moins, { $gained } en plus.
land-where =
    { $way ->
        [lost] perte de { $size } { $land }{ $where } : { $places }.
       *[gained] gain de { $size } { $land }{ $where } : { $places }.
    }
land-halves = { $first } { $here } et { $second } { $there }
land-all = en totalité { $place }
land-most = surtout { $place } ({ $share })
land-parts =
    { $way ->
        [lost] perte de { $size } { $land }{ $where } : { $parts }.
       *[gained] gain de { $size } { $land }{ $where } : { $parts }.
    }
land-to = { $size } devenus « { $cover } »
land-from = { $size } auparavant « { $cover } »
land-seen = C’est d’après l’aspect du sol (probabilité { $probability }), car les images n’ont pas de proche infrarouge.
land-seen-none = aucun gain ni perte { $land } n’a été vu{ $where } ; sans proche infrarouge, de petits changements passent inaperçus.
land-seen-open = on ne peut dire s’il y a eu gain ou perte { $land }{ $where } : le sol a changé sur { $size }, mais de quoi à quoi, cela ne se voit pas sans proche infrarouge.
land-seen-trees = Les arbres ne se distinguent pas ainsi des autres plantes.
land-seen-unclear = Le sol a aussi changé sur { $size }, mais on ne peut dire de quoi à quoi.
land-rate =
    { $way ->
        [less] { $yearly } { $land } de moins par an{ $where }
        [more] { $yearly } { $land } de plus par an{ $where }
       *[same] autant { $land } qu’avant{ $where }
    } ({ $size } en { $years } { $span ->
        [year] an
       *[years] ans
    }) ; par an, { $lost } en moins, { $gained } en plus.
land-season = Moins d’un an sépare les dates, une part peut donc tenir à la saison.
land-percent = Les tailles sont des parts du sol connu.
land-noise = Les erreurs des cartes feraient à elles seules apparaître une perte d’environ { $size }{ $where }.
land-unknown = La classe de { $share } des pixels n’est pas connue.
burnt = { $size } ({ $share } du sol connu) semblent brûlés{ $where } : leur indice de brûlure (NBR) a baissé de 0,27 ou plus là où c’était sec. Une coupe ou une récolte peut avoir le même aspect.
burnt-where = En détail : { $places }.
burnt-rate = Cela fait { $yearly } par an (en { $years } { $span ->
        [year] an
       *[years] ans
    }).
burnt-none = Aucun sol brûlé n’a été trouvé{ $where } entre les dates.

## Changement d’après le radar

radar-when = entre le { $before } et le { $after }
radar-when-unknown = entre la première et la dernière image
radar-date-unknown = date inconnue
radar-changed = Le radar montre un changement sur { $size } ({ $share } du sol connu) { $when } : { $parts }.
radar-changed-series = Le radar montre un changement sur { $size } ({ $share } du sol connu) { $when } ; au dernier changement, { $parts }.
radar-darker = { $size } sont devenus plus sombres
radar-brighter = { $size } sont devenus plus clairs
radar-mixed = { $size } sont devenus plus clairs dans une polarisation et plus sombres dans l’autre
radar-place = La plus grande part se trouve { $place }.
radar-intervals = Premiers changements par date : { $intervals }.
radar-interval = { $size } { $when }
radar-none = Le radar ne montre aucun changement { $when } : aucune pièce de { $size } ou plus.
radar-flood = Probablement oui : { $when }, probablement de l’eau libre est venue couvrir { $size } ({ $share } du sol connu).
radar-flood-also = Probablement de l’eau libre est venue en couvrir { $size } ({ $share } du sol connu).
radar-flood-passed = Probablement oui, pour un temps : { $when }, probablement de l’eau libre est venue couvrir { $size } ({ $share } du sol connu) puis s’est retirée.
radar-passed = Pour un temps, probablement de l’eau libre a couvert { $size } ({ $share } du sol connu) qu’elle ne couvre plus sur la dernière image.
radar-flood-none = Aucune nouvelle eau libre n’a été trouvée { $when } : aucune pièce changée de { $size } ou plus n’est aussi sombre que de l’eau lisse.
radar-water = Probablement de l’eau libre couvre { $after } ({ $share } du sol connu) sur la dernière image ({ $last }) ; sur la première ({ $first }), elle couvrait { $before }.
radar-water-untold = Ces images ne permettent pas de dire s’il y a de l’eau libre : elles ne sont pas étalonnées, ou n’ont ni VV ni VH.
radar-slope = Aucune altitude n’a été donnée ; on n’a donc pas vérifié si ce sol est plat comme l’est l’eau.
radar-flat = Seul le sol plat a été compté.
radar-alike = Le sable lisse, la neige mouillée et l’asphalte ont le même aspect, et l’eau sous les arbres ou entre les maisons n’est pas vue.
radar-looks =
    { $how ->
        [stated] Le test admet un chatoiement de { $looks } vues, comme indiqué.
       *[estimated] Le test admet un chatoiement de { $looks } vues, comme le montre le sol sans changement.
    } Parmi les pixels inchangés, il en signale { $alpha } par hasard ; ici il en signale { $flagged } en tout. Les pièces de moins de { $size } ne comptent pas.
radar-limits = Le radar dit que la surface a changé, non pourquoi : la pluie, la récolte, le labour, la neige et la glace la changent aussi.
radar-unknown = On ne sait rien de { $share } des pixels.

## À côté des résultats

impossible =
    { $act ->
        [mail] Je ne peux rien envoyer, ni par courriel ni autrement ; les fichiers que j’écris sont dans le dossier de cette conversation.
       *[print] Je ne peux ni imprimer, ni téléverser, ni appeler ; je réponds ici et j’écris des fichiers.
    }
courtesy =
    { $act ->
        [thanks] Je vous en prie. Continuez à demander si quelque chose n’est pas clair.
        [enough] D’accord.
       *[hello] Bonjour. Demandez ce qui a changé entre les deux images : où, combien et pourquoi.
    }
recap = Jusqu’ici : { $told }
recap-none = Rien n’a encore été mesuré ; demandez ce qui a changé.
beyond = Je ne peux ni le dire ni le faire : { $things }. Les images ne le montrent pas, et aucun de mes outils ne le fait.
cannot-see = Je ne peux pas voir ceci : { $things }. Le réseau cherche des bâtiments, des routes et d’autres changements du sol.
balance =
    { $way ->
        [more] Plus qu’avant, { $net } au total :
        [fewer] Moins qu’avant, { $net } au total :
       *[same] Autant qu’avant :
    }
method-alone = Cela vient de l’outil { $tool }.
method = Cela vient de l’outil { $tool } : { $method }.
against =
    { $way ->
        [more] Plus que cela :
        [less] Moins que cela :
       *[unknown] On ne peut dire si c’est plus, car la taille d’un pixel n’est pas connue ; dites par exemple « suppose 0,5 m par pixel » :
    }
pixel-size-unknown = La taille d’un pixel n’est pas connue, les tailles sont donc en pixels ; dites par exemple « suppose 0,5 m par pixel ».
land-one-date = Combien il y en a à une seule date, on ne peut le dire sans proche infrarouge, seulement ce qui a changé :
most-in = Le plus { $condition } :
difference-in = { $amount } de plus { $place } :
difference = La différence est de { $amount } :
difference-none = Autant dans les deux :
built-up-not-apart = Avec ces bandes, le sol bâti ne se distingue pas d’un autre sol nu ; pour les deux ensemble :
yes-gross =
    { $way ->
        [loss] Oui, { $size } en moins ; au total :
       *[gain] Oui, { $size } en plus ; au total :
    }
no-thirds = Je mesure des moitiés, des quarts et le neuvième central, pas des tiers ; donc pour la moitié :
part-unknown = Une partie de la question, ces images ne la disent pas ; pour le reste :
yes = Oui :
no = Non :
claim-right = C’est exact :
claim-wrong = C’est inexact :
possibly = Peut-être :
hardly = À peine, pas plus que n’en montreraient les erreurs des cartes :
not-so-many = Non, pas { $number } :
not-more = Non, pas plus de { $number } :
not-fewer = Non, pas moins de { $number } :
of-one-date =
    { $kind ->
        [building] Je compte les bâtiments qui ont changé ; je ne peux pas dire combien il y en a à une date.
        [road] Je compte les routes qui ont changé ; je ne peux pas dire combien il y en a à une date.
       *[any] Je compte ce qui a changé ; je ne peux pas dire ce qu’il y a à une date.
    }
not-used = Je n’ai pas tenu compte de : { $words }.
out-of-scope = Ces images ne permettent pas de le dire. Demandez ce qui a changé, où, combien, avec quelle certitude ou pourquoi ; « aide » énumère tout ce que je peux faire.
when = Le changement a eu lieu entre les deux dates ; deux images ne disent pas quand exactement.
card-no-shift = La superposition des deux dates n’a pas pu être mesurée ; comparez-les à l’œil.
limits-in =
    { $unit ->
        [px] Ces images n’ont pas de place sur terre, la limite compte donc en pixels ; indiquez --pixel-size pour des mètres carrés.
       *[m2] Ici les tailles se comptent en mètres carrés, la limite aussi, et non en pixels.
    }

## Au fil du temps

series-changed = { $index } à { $count } dates du { $first } au { $last } : { $share } du sol avec assez de dates claires a changé{ $ground }.
series-none = { $index } à { $count } dates du { $first } au { $last } : aucun changement de { $limit } ou plus n’a été trouvé.
series-dates = Le plus grand changement date du { $dates } ; le tout premier a été vu le { $first }.
series-on =
    { $way ->
        [lower] { $day } ({ $share }, vers un niveau plus bas)
        [higher] { $day } ({ $share }, vers un niveau plus haut)
       *[both] { $day } ({ $share }, dans les deux sens)
    }
series-trend =
    { $way ->
        [falls] La moyenne baisse de { $slope } par an (95 % : { $low } à { $high }, p { $chance }).
        [rises] La moyenne monte de { $slope } par an (95 % : { $low } à { $high }, p { $chance }).
       *[none] La moyenne n’a pas de tendance sûre : { $slope } par an (95 % : { $low } à { $high }, p { $chance }).
    }
series-trend-unknown = Avec { $count } dates claires, aucune tendance n’est donnée.
series-p-under = sous 0,001
series-shares = { $falling } du sol a une tendance à la baisse, { $rising } une tendance à la hausse (p sous 0,05).
series-suspect =
    { $count ->
        [one] Suspecte est la date { $days } : les valeurs y quittent leur niveau et y reviennent aussitôt, ce qui n’est pas un changement.
       *[other] Suspectes sont { $count } dates ({ $days }) : les valeurs y quittent leur niveau et y reviennent aussitôt, ce qui n’est pas un changement.
    }
series-unknown = { $share } du sol a trop peu de dates claires pour conclure.
series-chart = { $index }, { $place }, à { $count } dates claires du { $first } au { $last }.
series-chart-empty = { $index }, { $place }, est clair à { $count } dates ; il n’y a donc rien à dessiner.
series-whole = le lieu entier
series-breaks = La valeur { $breaks }.
series-no-break = La valeur n’a pas de rupture.
series-break =
    { $way ->
        [fell] a baissé de { $size }, vu le { $day } (dernière date claire avant : { $since })
       *[rose] a monté de { $size }, vu le { $day } (dernière date claire avant : { $since })
    }
series-zones =
    { $changed ->
        [0] { $index } : aucune des { $zones } zones n’a de rupture.
       *[other] { $index } : { $changed } des { $zones } zones ont une rupture.
    }
series-zones-first = Dans l’ordre du temps : { $zones }.
series-zone = { $zone } { $told }
series-zones-falling =
    { $count ->
        [one] Une zone a une tendance à la baisse : { $zone } avec { $slope } par an.
       *[other] { $count } zones ont une tendance à la baisse, surtout { $zone } avec { $slope } par an.
    }
series-period = { $mean } du { $since } au { $until } ({ $count } dates claires)
series-periods = { $index }, { $place } : { $first }, et { $second }.
series-difference =
    { $way ->
        [falls] La valeur est plus basse de { $difference } (95 % : { $low } à { $high }).
        [rises] La valeur est plus haute de { $difference } (95 % : { $low } à { $high }).
       *[none] La différence de { $difference } n’est pas sûre (95 % : { $low } à { $high }).
    }
doubt-smallest = Ici compte ce qui mesure au moins { $smallest }.
doubt-on-ground = { $offset } ({ $ground })
doubt-offset = Le décalage entre les dates est de { $offset }, mesuré sur ces images.
doubt-season =
    { $days ->
        [one] Ici, les dates sont à { $days } jour d’écart dans l’année ({ $before } et { $after }).
       *[other] Ici, les dates sont à { $days } jours d’écart dans l’année ({ $before } et { $after }).
    }
doubt-covers = Mes chiffres valent pour { $area } du { $before } au { $after }.
verification-how = { " " }avec { $again } au lieu de { $told }
verification-outlines = { " " }Les surfaces d’après les contours des objets concordent aussi.
verification-number = { $name } { $told }, à nouveau { $again }
verification =
    { $verdict ->
        [pass]
            { $count ->
                [one] Recalculé à partir des fichiers{ $how } : le nombre concorde.{ $outlines }
               *[other] Recalculé à partir des fichiers{ $how } : les { $count } nombres concordent.{ $outlines }
            }
        [warn] Recalculé à partir des fichiers{ $how } : { $some } nombres sur { $count } diffèrent un peu ({ $list }) ; les autres concordent.
       *[fail] Recalculé à partir des fichiers{ $how } : { $some } nombres sur { $count } diffèrent ({ $list }). Ne vous y fiez pas.
    }
history-appeared =
    { $object ->
        [building]
            { $count ->
                [0] aucun bâtiment n'est apparu
                [one] { $count } bâtiment est apparu
               *[other] { $count } bâtiments sont apparus
            }
       *[road]
            { $count ->
                [0] aucune route n'est apparue
                [one] { $count } route est apparue
               *[other] { $count } routes sont apparues
            }
    }
history-disappeared =
    { $object ->
        [building]
            { $count ->
                [0] aucun n'a disparu
                [one] { $count } a disparu
               *[other] { $count } ont disparu
            }
       *[road]
            { $count ->
                [0] aucune n'a disparu
                [one] { $count } a disparu
               *[other] { $count } ont disparu
            }
    }
history = Du { $first } au { $last } ({ $dates } dates), { $appeared }{ $gained } et { $disappeared }{ $lost }.
history-ground = { " " }({ $size })
history-intervals = D'une date à l'autre : { $intervals }.
history-busiest = Les intervalles où il y a eu le plus de changements : { $intervals }.
history-interval = du { $since } au { $until }, apparitions : { $appeared } ({ $rate } par an), disparitions : { $disappeared }
history-altered = { $grew ->
        [0] Objets existants devenus plus petits : { $shrank }.
       *[other] { $shrank ->
            [0] Objets existants agrandis : { $grew }.
           *[other] Objets existants agrandis : { $grew } ; devenus plus petits : { $shrank }.
        }
    }
history-passing = Apparus puis disparus avant la dernière date : { $count }.
history-contradictions =
    { $count ->
        [one] Les intervalles se contredisent sur 1 objet, qui aurait été construit ou démoli deux fois ; il compte une fois.
       *[other] Les intervalles se contredisent sur { $count } objets, qui auraient été construits ou démolis deux fois ; ils comptent une fois.
    }
history-direct = La première et la dernière date, comparées seules, montrent { $appeared } apparitions et { $disappeared } disparitions.
patches-none = Aucune parcelle { $land } { $way ->
        [lost] perdue
       *[gained] gagnée
    }{ $where } n’a été trouvée{ $without }.
patches-without = { " " }({ $count } sans cette limite)
patches =
    { $count ->
        [one] 1 parcelle { $land } { $way ->
            [lost] perdue
           *[gained] gagnée
        }{ $where } : { $pieces }.
       *[other] { $count } parcelles { $land } { $way ->
            [lost] perdues
           *[gained] gagnées
        }{ $where }, { $size } en tout, la plus grande d’abord : { $pieces }.
    }
patches-some =
    { $count } parcelles { $land } { $way ->
        [lost] perdues
       *[gained] gagnées
    }{ $where }, { $size } en tout ; les { $shown } plus grandes : { $pieces }.
patches-first =
    La plus grande de { $count } parcelles { $land } { $way ->
        [lost] perdues
       *[gained] gagnées
    }{ $where } ({ $size } en tout) : { $pieces }.
patches-ranked =
    { $count } parcelles { $land } { $way ->
        [lost] perdues
       *[gained] gagnées
    }{ $where }, { $size } en tout ; numéro { $rank } par la taille : { $pieces }.
patches-piece = { $size } ({ $told })
patches-became = « { $before } » devenu « { $after } »
patches-smallest = Les parcelles de moins de { $size } ne sont pas indiquées.
patches-seen = C’est d’après l’aspect du sol ; le sol sous les bâtiments n’en fait pas partie.
trajectory = Occupation du sol à { $count } dates du { $first } au { $last } : { $classes }.
trajectory-class = { $cover } de { $before } à { $after }
trajectory-still = Les parts des classes n’ont pas bougé.
trajectory-path = Leur chemin sur le simplexe est long de { $arc } (Fisher-Rao), { $chord } en ligne droite ; le plus grand pas est { $step }, du { $since } au { $until }.
trajectory-rates =
    { $assumed ->
        [True] Le plus rapide : { $rates } ; on suppose que { $right } des pixels de chaque carte sont justes.
       *[False] Le plus rapide : { $rates } ; { $right } des pixels de chaque carte sont justes, comme indiqué.
    }
trajectory-rate = { $before } à { $after }, { $share } du sol par an (les seules erreurs des cartes montreraient { $noise })
trajectory-until = À ce rythme, il faut en moyenne { $years } ans (écart-type { $deviation }) de { $before } à { $after } ; les seules erreurs des cartes donneraient { $noise } ans.
trajectory-patches = La plus grande tache ({ $cover }) en réunit { $before } le { $first } et { $after } le { $last } ; les taches sont au nombre de { $few } et { $many }.
trajectory-null = Un sol de même quantité et de même autocorrélation aurait { $expected } en une seule tache le { $last } (p { $chance }).
trajectory-dimension = Sa dimension de comptage de boîtes est { $before } et { $after }.
assessed = Surfaces de { $map } corrigées de ses erreurs, d’après { $points } points étiquetés : { $classes }.
assessed-class = { $name } { $adjusted } (de { $low } à { $high } à { $level }), { $mapped } sur la carte
assessed-class-share = { $name } { $adjusted } (erreur type { $error }), { $mapped } sur la carte
assessed-right = { $overall } de la carte est juste (erreur type { $error }).
assessed-accuracies = Exactitude pour l’utilisateur et pour le producteur : { $classes }.
assessed-accuracy = { $name } { $users } et { $producers }
assessed-people = { $people } personnes ont étiqueté et s’accordent dans { $share } des cas (kappa { $kappa }).
assessed-people-share = { $people } personnes ont étiqueté et s’accordent dans { $share } des cas.
assessed-name =
    { $name ->
        [unchanged] inchangé
        [no-change] inchangé
        [changed] changé
        [building] bâtiments
        [road] routes
       *[other] { cover }
    }
zone-effects = Sur { $zones } zones, dont { $treated } traitées, { $treatment } aurait changé { $outcome } de { $mean } en moyenne (de { $low } à { $high } à { $level }).
zone-effects-differ = Son effet est plus grand dans certaines zones que dans d’autres : { $most } (de { $most_low } à { $most_high }) dans le tiers où les covariables { $set } prédisent le plus, { $least } (de { $least_low } à { $least_high }) dans le tiers où elles prédisent le moins, sur des zones que la prédiction n’a pas vues (AUTOC { $autoc }, erreur type { $error }).
zone-effects-alike = Les covariables { $set } ne permettent pas de distinguer des zones où l’effet est plus grand (AUTOC { $autoc }, erreur type { $error }) ; il n’est donc pas montré qu’il ait mieux agi quelque part.
zone-effects-sets = Jeux de covariables côte à côte, AUTOC par X-learner et par T-learner : { $sets }.
zone-effects-set = { $name } { $x } et { $t }
zone-effects-contrasts = Ce qui distingue les zones au plus grand effet prédit de celles au plus petit : { $contrasts }.
zone-effects-contrast = { $column } { $most } contre { $least }
zone-effects-names = Plus grands effets prédits : { $names }.
effect-found = { $way ->
        [lower] Depuis { $event }, { $index } ({ $place }) était de { $size } inférieur à ce que { $controls ->
            [0] son propre passé laissait
            [one] un témoin laissait
           *[other] { $controls } témoins laissaient
        } attendre (95 % de { $low } à { $high }).
        [higher] Depuis { $event }, { $index } ({ $place }) était de { $size } supérieur à ce que { $controls ->
            [0] son propre passé laissait
            [one] un témoin laissait
           *[other] { $controls } témoins laissaient
        } attendre (95 % de { $low } à { $high }).
       *[none] Depuis { $event }, { $index } ({ $place }) s’écartait de { $size } de ce que { $controls ->
            [0] son propre passé laissait
            [one] un témoin laissait
           *[other] { $controls } témoins laissaient
        } attendre (95 % de { $low } à { $high }), ce qui peut n’être aucune différence.
    }
effect-verdict = Verdict sur un effet de l’événement : { $verdict }.
effect-checks = Vérifications : { $checks }.
effect-check = { $name ->
        [pre-period-fit] ajustement avant l’événement
        [controls] témoins
        [interval] intervalle
        [other-trend] autre tendance
        [placebo-in-time] placebo dans le temps
        [placebo-in-space] placebo dans l’espace
        [leave-one-out] un témoin retiré à la fois
        [controls-untouched] témoins non touchés
        [date-of-the-break] date de la rupture
        [second-opinion] second avis
        [convex-hull] enveloppe convexe
        [detectable-effect] effet décelable
       *[other] { $text }
    }
verdict = { $name ->
        [supported] étayé
        [not-supported] non étayé
        [inconclusive] indécidable
       *[other] { $text }
    }
parcels-about =
    { $way ->
        [lost] perte { $land }
        [gained] gain { $land }
       *[changed] { $land }
    }
parcels-none = Aucune parcelle n’est concernée ({ $about }).
parcels =
    { $touched ->
        [one] 1 parcelle sur { $parcels } est concernée ({ $about }), { $size } en tout.
       *[other] { $touched } parcelles sur { $parcels } sont concernées ({ $about }), { $size } en tout.
    }
parcels-certain =
    { $certain ->
        [0] Dans aucune d’elles, cela ne dépasse ce que les erreurs des cartes peuvent causer.
       *[other] Dans { $certain } d’entre elles, cela dépasse ce que les erreurs des cartes peuvent causer.
    }
parcels-most = Les plus grandes parts : { $rows }.
parcel-row = { $parcel } avec { $share } (de { $low } à { $high }), { $size }
parcel-row-plain = { $parcel } avec { $share }, { $size }
parcels-rule = La règle ({ $rule }) est remplie dans { $holds } parcelles et reste ouverte dans { $undecided }.
parcels-unmeasured = { $count } parcelles n’ont aucun pixel connu.
parcel-kind =
    { $name ->
        [water] eau
        [trees] arbres
        [vegetation] végétation
        [snow] neige
        [bare] sol nu
        [building] bâtiments modifiés
        [road] routes modifiées
        [any] sol modifié
       *[other] { $text }
    }
effect-area = la zone d’étude
