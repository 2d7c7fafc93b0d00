# Ce que disent les outils, en français : avertissements, remarques et refus. L’anglais se trouve là où il est fait.

## Listes

list = { $first }, { $last }
semicolons = { $first } ; { $last }
both = { $first } et { $last }
in-a-row = { $first } { $last }
and-more = { $named } et { $more } de plus

## Avant l’analyse

identical = Les deux images sont identiques, pixel par pixel : vérifiez que les bons fichiers ont été donnés.
unfit-pixels =
    Un pixel mesure { $resolution } m au sol ; le réseau a appris à une résolution de { $trained } m et est fiable de { $low } à { $high } m : attendez-vous donc à des oublis et à de fausses alarmes{ $remedy }.
try-resampling = { " " }; essayez --resample { $metres }
coarser-image = Une image a des pixels de { $native } m et montre moins que les { $resolution } m de la grille.
oblong-pixels =
    Les pixels mesurent au sol { $width } m de large et { $height } m de haut, les maisons paraissent donc déformées ; rendez-les carrés avec --resample { $metres }.
no-photograph =
    { $name } contient { $content } et n’est pas une photographie : les bâtiments et les routes n’y sont pas recherchés{ $remedy }.
by-radar = , mais terradelta radar dit ce qui a changé
too-little-to-compare = Il y a trop peu à voir pour savoir si les deux dates se superposent.
unlike = Impossible de dire si les deux dates se superposent : elles ne se ressemblent pas. Comparez-les à l’œil.
turned = Les dates semblent tournées l’une par rapport à l’autre d’environ { $degrees } degrés : recalez-les d’abord.
shifted =
    La seconde date est décalée de { $columns } px vers la { $side ->
        [left] gauche
       *[right] droite
    } et de { $rows } px vers le { $way ->
        [up] haut
       *[down] bas
    } : recalez-la d’abord, car les contours y sont comparés.
blank = { $name } ne montre rien : ses pixels sont presque tous pareils ; vérifiez que c’est le bon fichier.
no-data = { $share } % du sol commun n’a pas de données à l’une des dates ou aux deux ; on n’en sait rien.
clouds =
    { $share } % de { $name } ressemble à des nuages, de la neige ou des reflets ; ce qui se trouve dessous n’est pas visible.

## La paire

dates-swapped =
    La première image est datée du { $first }, après la seconde ({ $second }) : elles sont peut-être interverties.
filled =
    { $share } % de { $name } vaut { $fill } dans toutes les bandes, ce qui est pris pour une absence de données bien que le fichier ne le déclare pas ; si c’est faux, déclarez la bonne valeur : gdal_edit.py -a_nodata VALUE.
turned-unmoved = Les dates semblent tournées d’environ { $degrees } degrés, rien n’a donc été déplacé.
unsure-unmoved = Le décalage entre les dates ne peut pas être établi avec certitude, rien n’a donc été déplacé.
too-far-to-move =
    Le décalage de recalage est de { $pixels } px, trop grand pour être corrigé ici ; recalez d’abord les images.
moved-back = La seconde image a été ramenée de { $columns } colonnes et { $rows } lignes.
nowhere =
    Aucune des images n’indique où elle se trouve, les surfaces sont donc en pixels et en pourcentage, pas en mètres carrés.
nowhere-one = { $name } n’indique pas où elle se trouve ; on suppose qu’elle couvre le même sol que l’autre image.
warped = La seconde image a été ramenée sur la grille de la première.
warped-from = La seconde image a été ramenée sur la grille de la première, { $what }.
from-crs = de { $there } à { $here }
from-pixels = de pixels de { $there } m à { $here } m
overlap = Seul le recouvrement est jugé : { $share } % de la première image.
resampled = Les deux images ont été rééchantillonnées en pixels de { $metres } m.
stretched =
    Les valeurs sont { $types } ({ $kind }) ; de { $low } à { $high }, elles ont été étirées sur 0-255, de la même façon pour les deux dates.
digital-numbers = comptes numériques
reflectance-reals = réflectance 0-1
reflectance-numbers = réflectance x 10 000
decibels = décibels
unlike-kinds =
    Les deux dates contiennent des valeurs de natures différentes, dont un même étirement cache les unes ou les autres ; ramenez-les à une seule nature avant de vous fier à un changement.
in-decibels = Les valeurs ressemblent à du radar en décibels ; le réseau ne connaît que les images optiques.

## Surfaces et zones

one-left-out =
    { $noun ->
        [zone] La zone { $named } de { $file } est laissée de côté : elle { $reason }.
       *[feature] L’entité { $named } de { $file } est laissée de côté : elle { $reason }.
    }
some-left-out =
    { $noun ->
        [zone] { $count } zones de { $file } sont laissées de côté, car chacune { $reason } : { $named }.
       *[feature] { $count } entités de { $file } sont laissées de côté, car chacune { $reason } : { $named }.
    }
outside = se trouve hors des images
too-small = est si petite ou si étroite qu’elle ne contient le centre d’aucun pixel
no-shape = n’a pas de forme
no-degrees = a des coordonnées qui ne sont pas des degrés
unplaced = ne peut pas être projetée en entier dans le système de coordonnées des images
tangled = se croise trop souvent elle-même pour être réparée
no-polygon =
    est { $kind ->
        [Point] un point
        [MultiPoint] un groupe de points
        [LineString] une ligne
        [LinearRing] une ligne
        [MultiLineString] un groupe de lignes
       *[other] d’un type sans surface
    }, pas un polygone
too-many-corners = n’est pas valide et a plus de { $most } sommets
no-area = n’enferme aucune surface
beyond-repair = ne peut pas être réparée
no-outline = a moins de trois sommets
no-numbers = a des coordonnées qui ne sont pas des nombres
no-places = a des coordonnées hors de toute carte
nested-rings = a des anneaux emboîtés trop de fois
area-left = La zone d’intérêt était celle de la paire ouverte auparavant ; celle-ci est examinée en entier.

## Fichiers

of-file = { $name } { $note }
day-by-name =
    est du { $first } d’après son nom et du { $last } d’après l’étiquette de l’heure d’écriture ; on retient le { $first }, et aucun taux annuel n’est donné : indiquez les jours avec --date-before et --date-after.
day-by-tag =
    est du { $first } d’après l’étiquette de l’heure d’écriture et du { $last } d’après son nom ; on retient le { $first }, et aucun taux annuel n’est donné : indiquez les jours avec --date-before et --date-after.
bands-by-number =
    { $name } a { $count } bandes sans nom, comme { $family } ; { $numbers } sont le rouge, le vert et le bleu.
first-three-bands =
    { $name } ne nomme pas ses bandes ; les trois premières sont prises pour le rouge, le vert et le bleu.
pages = { $name } contient { $count } pages ; seule la première est lue.
camera-turned =
    { $name } a été prise avec l’appareil tourné et est lue telle qu’elle est enregistrée, pas redressée ; si l’autre image est orientée autrement, enregistrez d’abord les deux redressées.
for-print = { $name } est faite pour l’impression (CMJN) ; ses couleurs sont converties en RVB de façon approchée.
file-damaged = { $name } est endommagé ou tronqué et ne peut pas être lu ; copiez-le ou téléchargez-le de nouveau.
overviews-damaged = Les aperçus de { $name } sont endommagés ou tronqués ; ses pixels sont lus sans eux.
metadata-damaged =
    { $name } est endommagé ailleurs que dans ses pixels, dans ses métadonnées ou dans d’autres pages ; ses pixels sont lus.
placed-beside = { $name } n’indique pas où elle se trouve ; elle est placée d’après le fichier world ou .prj voisin.
world-file-alone =
    Le fichier world voisin de { $name } ne la place pas, car aucun .prj lisible à côté n’indique le système de coordonnées ; écrivez-le dans le fichier : gdal_translate -a_srs EPSG:CODE { $name } placed.tif.
elevations = des altitudes
radar-backscatter = de la rétrodiffusion radar
no-brightness = des nombres d’une autre nature que la luminosité
ready-index = un { $index } déjà calculé

## Bandes et échelle

band =
    { $key ->
        [A] le bleu côtier
        [B] le bleu
        [G] le vert
        [G1] le vert 1
        [N] le proche infrarouge
        [N2] le proche infrarouge étroit
        [R] le rouge
        [RE1] le red edge 1
        [RE2] le red edge 2
        [RE3] le red edge 3
        [S1] l’infrarouge à ondes courtes 1
        [S2] l’infrarouge à ondes courtes 2
        [T] l’infrarouge thermique
        [T1] l’infrarouge thermique 1
        [T2] l’infrarouge thermique 2
        [WV] la vapeur d’eau
        [Y] le jaune
       *[other] { $name }
    }
name-bands = si c’est faux, nommez-les dans leur ordre : --sensor { $sensor }:green,red,rededge,nir.
state-bands =
    indiquez-le avec --sensor, un capteur connu ({ $sensors }) ou les bandes dans leur ordre ({ $stated }:green,red,rededge,nir)
bands-unused = Les bandes { $listed } n’ont pas de nom et ne sont pas utilisées ; { $named }
band-as-infrared =
    La bande { $band } n’a pas de nom et est prise pour le proche infrarouge, à côté du rouge, du vert et du bleu ; { $named }
alpha-as-infrared =
    La bande { $band } est marquée comme alpha, mais contient plus que la couverture et est prise pour le proche infrarouge, à côté du rouge, du vert et du bleu ; { $named }
bands-by-product =
    Les bandes n’ont pas de nom ; elles sont lues dans l’ordre de { $sensor }, qu’indique le nom du fichier.
bands-by-count =
    Rien ne nomme les { $count } bandes ; d’après leur nombre, elles sont prises pour celles de { $sensor }, dans leur ordre ; { $named }
no-sensor =
    Il n’y a pas ici de capteur { $name } ; choisissez parmi { $sensors }, ou nommez les bandes : { $stated }:green,red,nir.
no-band-of-sensor = { $listed } nomme une bande que { $sensor } n’a pas ; il a { $names }.
no-band-name = { $word } n’est pas un nom de bande ; employez { $names }, et - pour une bande à ignorer.
unknown-band = Rien n’indique avec certitude ce que contient la bande unique de { $name } ; { $ways }.
unknown-bands = Rien n’indique avec certitude ce que contiennent les { $count } bandes de { $name } ; { $ways }.
too-many-bands-named =
    { $name } a { $count } bandes, { $sensor } { $named } ; nommez dans leur ordre les bandes qu’il contient, par exemple --sensor { $example }.
the-list = la liste
stated = indiqué par une personne
stated-baseline = indiqué par une personne (baseline { $baseline })
brightness = luminosité sur 8 bits
reals-as-reflectance = les nombres réels sont pris pour la réflectance
numbers-as-reflectance = les nombres entiers sont pris pour la réflectance x 10 000
own-scale = l’échelle et le décalage du fichier
of-collection-2 = les nombres sont ceux de la Collection 2 de Landsat
rough-thresholds =
    Les images contiennent une luminosité sur 8 bits, pas de réflectance : les seuils des indices y sont approximatifs.
no-sensor-told =
    Les fichiers n’indiquent pas leur capteur, leurs nombres sont donc pris pour la réflectance x 10 000 ; indiquez une autre échelle avec --scale et --offset.
large-reals =
    Les fichiers contiennent des nombres réels au-delà de { $limit }, pris pour des comptes numériques comme les entiers ; indiquez une autre échelle avec --scale et --offset.
no-baseline =
    Les fichiers n’indiquent pas leur baseline de traitement ; à partir de { $first }, il faudrait retrancher { $offset } : indiquez-la avec --baseline ou --offset.
as-collection-2 =
    Presque aucun nombre des fichiers n’est inférieur à { $limit }, comme dans la Collection 2 de Landsat, dont la règle est appliquée (réflectance = { $scale } x nombre - { $offset }) ; indiquez d’autres valeurs avec --scale, --offset.
were-they-later =
    S’ils étaient de Sentinel-2 avec la baseline { $first } ou ultérieure, il faudrait retrancher { $offset } : indiquez --baseline.
different-scales =
    Les bandes de { $name } déclarent des échelles et des décalages différents ; ramenez-les à une seule valeur, ou indiquez-la avec --scale et --offset.
unknown-sensor = inconnu
two-sensors =
    Les dates proviennent de capteurs différents ({ $sensors }), dont les bandes ne sont pas tout à fait semblables.
two-scalings = Les deux dates ont été mises à l’échelle selon des règles différentes ({ $rules }).
offset-apart =
    Même les nombres les plus sombres de la date la plus { $which ->
        [later] récente
       *[earlier] ancienne
    } sont plus élevés d’environ { $higher }, comme par le décalage des baselines de Sentinel-2 à partir de 04.00 ; une bonne part de ce changement n’en est alors pas un : indiquez --baseline before,after, par exemple 02.12,05.09.
seasons-apart =
    Les dates sont séparées de { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } dans l’année, le changement des plantes, de la neige et de l’eau peut donc tenir à la saison.
no-data-of-date =
    L’image la plus { $date ->
        [after] récente
       *[before] ancienne
    } ne contient pas de données là où les deux dates se recouvrent.
too-bright = la plus claire serait { $bright }
too-dark = la moitié d’une bande serait au-dessous de { $dark }
no-reflectance =
    Les nombres de l’image la plus { $date ->
        [after] récente
       *[before] ancienne
    } ne sont pas de la réflectance : { $wrong } ({ $by }). Indiquez ce qui vaut : --scale et --offset (réflectance = échelle x nombre + décalage), --baseline ou --sensor.
no-optical-bands =
    { $name } contient { $content } et aucune bande d’image optique, à partir desquelles se calculent les indices et la couverture du sol ; donnez des images qui ont de telles bandes.
ready-index-scaled =
    Les valeurs de { $name } sont prises pour { $index } x 10 000 ; indiquez une autre valeur avec --scale.

## Indices et signes

ndwi-of-roofs =
    Le NDWI prend aussi pour de l’eau les toits et le sol nu dans la brume (Xu 2006) ; en ville, le MNDWI est plus sûr.
no-index = Il n’y a pas d’indice spectral { $asked } ; proches de lui : { $near }.
no-plain-index = { $index } demande plus que des bandes ({ $needs }) ; choisissez un indice simple comme ndvi.
no-known-index =
    Aucun pixel n’est connu ici : tout est nuage, sans données ou divisé par zéro ; prenez d’autres dates.
index-lacks-bands =
    Pour { $index }, il faut { $names }, ce que l’image la plus { $date ->
        [after] récente
       *[before] ancienne
    } n’a pas ; { $remedy }.
possible-here = possibles ici : { $names }
none-possible = aucun indice courant n’est possible avec ses bandes
views-lack-bands =
    Les six images demandent { $keys } ; il manque à l’image la plus { $date ->
        [after] récente
       *[before] ancienne
    } { $lacking }. Sentinel-2 les a toutes.
sign-lacks-bands = il faut { $names }, ce que les deux images n’ont pas toutes deux
no-cause = Rien n’a pu être mesuré qui demanderait une cause : { $reasons }.
no-cloud-band =
    Aucune bande ne signale les nuages, les nuages et leurs ombres peuvent donc être pris pour un changement.
bands-disagree =
    Les bandes des deux dates concordent trop peu (corrélation { $agreement }) pour distinguer ce qui a changé de ce qui n’a pas changé ; vérifiez que les deux montrent un même lieu, sans brume.
mostly-changed =
    Plus de la moitié du sol ({ $share } %) a peut-être changé, comme à une autre saison ou lors d’une inondation ; ce qui a changé ne peut donc pas être distingué avec certitude de ce qui n’a pas changé ; prenez des images d’une même saison.
too-few-pixels =
    Seuls { $count } pixels sont connus aux deux dates, trop peu pour établir un changement par leurs bandes ; donnez des images avec moins de nuages ou un plus grand recouvrement.

## Couverture du sol

spectral-rules =
    Les règles spectrales ne distinguent pas le sol nu des bâtiments et des routes, ni l’herbe des cultures ; les bois en feuilles sont reconnus, ceux sans feuilles comptent comme sol nu ou végétation basse.
zones-no-classes =
    Les zones sont des groupes de spectres semblables, pas des classes de couverture du sol ; ce à quoi elles ressemblent se lit sur leur spectre moyen. La lumière, la brume et la saison, qui diffèrent entre les dates, font aussi passer des pixels d’une zone à l’autre.
too-few-clusters = Les images contiennent trop peu de types de sol pour { $count } zones ; demandez-en moins.
zones-lack-bands =
    Les zones demandent au moins { $least } bandes que les deux dates possèdent ; elles en partagent { $count }.
cover-lacks-bands =
    Pour la couverture du sol, il faut { $names }, ce que l’image la plus { $date ->
        [after] récente
       *[before] ancienne
    } n’a pas ; donnez des images avec le proche infrarouge, ou deux cartes de classes, ou interrogez un modèle multimodal (--vision).
numbers-alone =
    Rien n’indique ce que signifient les nombres des cartes de classes, les classes portent donc leurs nombres ; indiquez-le avec --legend : { $legends }, ou un fichier JSON ou CSV de valeurs et de noms.
zero-as-class =
    0 est compté comme une classe ; s’il marque l’absence de données, déclarez-le : gdal_edit.py -a_nodata 0.
class-as-no-data =
    { $name } déclare { $value } comme absence de données, ce qui désigne la classe « { $cover } » ; elle n’y est pas connue.
no-class-map =
    { $name } n’est pas une carte de classes : le fichier contient { $bands } de type { $dtype } ; donnez des fichiers d’une bande de nombres entiers, dont chacun désigne une classe.
number-of-bands =
    { $count ->
        [one] { $count } bande
       *[other] { $count } bandes
    }
no-map =
    { $name } contient plus de { $most } valeurs différentes, comme les photographies ; donnez des cartes de classes, ou indiquez avec --legend quelle valeur est quelle classe.
values-without-names =
    { $name } contient des valeurs que la légende { $legend } n’a pas : { $listed }. Nommez la bonne avec --legend, ou donnez un fichier JSON ou CSV avec un nom pour chaque valeur.
worldcover-versions =
    Les cartes ESA WorldCover de 2020 et de 2021 ont été faites par des versions différentes de son algorithme, une partie de leurs différences n’est donc pas un changement du sol.
corine-areas =
    Les cartes CORINE Land Cover montrent les surfaces de 25 ha et plus ; les changements plus petits figurent dans ses couches de changement.
map-noise =
    Deux cartes{ $known }{ $how } concordent avec le sol aux deux dates pour environ { $agreement } % des pixels, si leurs erreurs sont indépendantes ; { $changed } % sembleraient changer là où rien n’a changé.
map-accuracy = { " " }dont { $right } % des pixels sont justes
accuracy-assumed = { " " }(supposé, car personne ne l’a indiqué)
below-map-noise =
    Le changement mesuré de { $changed } % est inférieur au double de cette valeur, il peut donc s’agir des seules erreurs des cartes ; vérifiez-le sur les images{ $way }.
tell-accuracy = , ou indiquez leur exactitude avec --map-accuracy
much-exchange =
    { $part } % du changement est de l’échange : des paires de classes se sont donné autant qu’elles se sont pris, ce qui est typique de classes confondues entre elles ; regardez les plus grands changements sur les images.
correction-independent =
    La correction suppose que les erreurs des deux dates sont indépendantes ; là où les mêmes endroits sont faux deux fois, elle est trop forte.
correction-clipped =
    { $share } % de la correction était négatif et a été ramené à zéro : les matrices de confusion ne conviennent pas tout à fait à ces cartes.
no-known-class = Aucun pixel n’a de classe connue aux deux dates ; prenez d’autres dates, ou une autre zone.
no-known-cover = Aucun pixel n’est connu ici : tout est nuage ou sans données ; prenez d’autres dates.
no-class-in-part =
    Aucun pixel { $where } n’a de classe connue aux deux dates ; demandez une autre partie, ou prenez d’autres dates.
no-class-of = Ces cartes de classes n’ont pas de classe « { $cover } » ; elles ont : { $names }.
no-trees = Sans bande dans l’infrarouge à ondes courtes, les arbres ne se distinguent pas des autres plantes.
no-land-rate =
    Ce qui a changé par an ne peut pas être dit, car les jours des images ne sont pas connus, sont les mêmes ou sont dans le mauvais ordre ; donnez-les avec --date-before et --date-after, par exemple 2019-06-30.
burnt-polygons =
    Le sol brûlé n’est pas écrit sous forme de polygones, car il est trouvé par son indice de brûlure et non sur une carte de classes ; demandez où cela a brûlé, ou un fichier des arbres ou de la végétation, qui dit ce qui a été perdu.
burnt-before =
    Ce qu’était le sol brûlé auparavant n’est pas dit, car il est trouvé par son indice de brûlure et non sur une carte de classes ; demandez où cela a brûlé, ou quelle couverture du sol est devenue laquelle.
burnt-unmeasured = Le sol brûlé ne peut pas être mesuré : { $reason }.

## Bâtiments et routes

roads-of-each-date =
    Les routes modifiées sont celles qu’une date montre et l’autre non ; les routes étroites, ombragées ou sans revêtement échappent souvent ; regardez l’image.
roads-from-masks =
    Les routes modifiées ont été apprises sur des images isolées avec des masques de routes, et les routes nouvelles échappent souvent ; regardez l’image.
roads-from-drawings = Les routes modifiées ont été apprises sur des scènes dessinées ; vérifiez-les sur l’image.
no-direction =
    Ces poids ne disent pas ce qui { $status ->
        [disappeared] a disparu
        [appeared] est apparu
       *[other] a changé ainsi
    } ; demandez tout ce qui a changé, ou utilisez des poids qui le disent.
bands-no-direction =
    Les bandes ne disent pas ce qui { $status ->
        [disappeared] a disparu
        [appeared] est apparu
       *[other] a changé ainsi
    } ; demandez tout ce qui a changé.
no-other-change = Ces poids ne reconnaissent que les bâtiments et les routes modifiés ; laissez `any` de côté.
none-spoken-of = Il n’a encore été question d’aucun objet en particulier ; demandez d’abord le plus grand.
no-object = Il n’y a pas d’objet { $number } dans cette paire ; demandez les plus grands pour connaître leurs numéros.
nearest-to-what = Le plus proche de quoi ? Nommez un objet par son numéro, un bâtiment, une route ou le centre de l’image.
nothing-beside =
    { $of ->
        [building] Aucun bâtiment modifié n’a été trouvé ici
        [road] Aucune route modifiée n’a été trouvée ici
       *[other] Rien de tel n’a été trouvé ici
    }, rien ne peut donc se trouver à côté.
near-nothing =
    { $to ->
        [building] Aucun bâtiment modifié n’a été trouvé ici
        [road] Aucune route modifiée n’a été trouvée ici
       *[other] Rien de tel n’a été trouvé ici
    }, rien ne peut donc se trouver à proximité.
near-no-object = Il n’y a pas d’objet { $number } ici, rien ne peut donc se trouver à proximité.
both-the-same =
    Les deux sont { $of ->
        [building] le bâtiment
        [road] la route
       *[other] l’objet
    } { $number } ; nommez deux objets par leurs numéros.
too-few-objects =
    { $count ->
        [0] Aucun objet modifié de ce genre n’a été trouvé
        [one] { $count } seul objet modifié de ce genre a été trouvé
       *[other] { $count } objets modifiés de ce genre ont été trouvés
    }, il n’y a donc pas de distance à donner.
no-other-object =
    { $of ->
        [building] Aucun autre bâtiment modifié n’a été trouvé ici
        [road] Aucune autre route modifiée n’a été trouvée ici
       *[other] Rien d’autre de tel n’a été trouvé ici
    }, il n’y a donc pas de distance à donner.
unfit-unit = { $statistic } ne se dit pas en { $unit } ; choisissez parmi { $fitting }.
no-length = Seules les routes ont une longueur ; demandez le périmètre de ce qui a changé d’autre.
no-rate =
    Ce qui a changé par an ne peut pas être dit, car les jours des images ne sont pas connus ou sont les mêmes ; donnez-les avec --date-before et --date-after, par exemple 2019-06-30.
no-class-named = Aucune classe n’a été nommée ; choisissez parmi building, road, any, ou laissez les classes de côté.
how-near = Il n’est pas dit à quelle distance ; indiquez max_distance ou min_distance.
distance-to-what =
    Une distance se mesure par rapport à quelque chose : un objet par son numéro, un bâtiment, une route ou le centre de l’image.

## Radar

two-of-one-day =
    Deux des fichiers sont du { $day } ; donnez-en un par date, ou assemblez d’abord les tranches voisines d’un passage : gdal_merge.py.
order-as-given = { $name } n’indique pas de jour, les fichiers sont donc pris dans l’ordre où ils ont été donnés.
days-swapped =
    La première image est du { $first }, après la seconde ({ $second }) : elles sont peut-être interverties.
put-in-order = Les fichiers ont été rangés dans l’ordre de leurs jours.
mixed-orbits =
    Les dates sont d’orbites différentes ({ $how }), comme demandé : des pentes, des bois et des maisons peuvent sembler changer sans que rien n’ait changé.
orbits-differ =
    { $first } et { $other } ont été prises depuis des orbites différentes ({ $how }), les pentes et les maisons paraissent donc autres sans aucun changement ; donnez des dates d’une même orbite relative, ou passez --mixed-orbits pour les comparer malgré tout.
passes =
    { $one ->
        [ascending] ascendante
       *[descending] descendante
    } et { $other ->
        [ascending] ascendante
       *[descending] descendante
    }
orbits = orbites relatives { $one } et { $other }
clocks = { $one } et { $other } UTC, ce qu’une orbite n’a jamais
no-orbit =
    { $names } n’indique pas d’orbite ; les dates sont supposées d’une même orbite relative et d’un même passage.
no-orbits =
    { $names } n’indiquent pas d’orbite ; les dates sont supposées d’une même orbite relative et d’un même passage.
unnamed-radar-bands =
    { $name } a { $count } bandes sans nom ; nommez-les dans l’ordre : --bands VV,VH, ou donnez un fichier de rétrodiffusion seule.
brighter-as-vv = { $name } ne nomme pas ses bandes ; la plus claire ({ $band }) est prise pour VV.
band-as-vv = { $name } ne nomme pas sa bande, qui est prise pour VV ; si ce n’est pas elle, indiquez --bands VH.
no-common-polarisation = Les dates n’ont aucune polarisation en commun : { $told } ; donnez la même pour toutes.
has-polarisations = { $name } a { $names }
shared-polarisation = Seule { $shared } est comparée, car toutes les dates n’ont pas { $other }.
one-polarisation = Il n’y a qu’une polarisation ({ $name }) ; avec VV et VH, on trouverait davantage de changement.
nearest-pixels =
    { $name } est sur une autre grille et a été lue par ses pixels les plus proches, sa place est donc juste à un demi-pixel près.
common-ground = Seul le sol que couvrent toutes les dates est jugé : { $share } % de { $name }.
different-looks =
    { $first } a des pixels de { $one } m et { $second } de { $two } m, dont les looks diffèrent ; prenez les deux dans un même produit, ou traitez-les de façon égale à une même taille de pixel.
no-pixel-known = Aucun pixel n’est connu à toutes les dates ; donnez des images qui se recouvrent.
border = { $share } % de { $name } vaut 0, comme au-delà du bord d’une scène ; on n’en sait rien.
amplitude =
    { $name } contient des nombres entiers, pris pour une amplitude et élevés au carré ; elle n’est pas étalonnée, l’eau libre n’est donc pas indiquée.
decibels-to-power = { $name } contient des décibels, qui ont été convertis en puissance.
hundredths-to-power = { $name } contient des centièmes de décibel, qui ont été convertis en puissance.
unknown-looks =
    Trop peu de sol est connu à toutes les dates pour estimer les looks ; indiquez-les, pour Sentinel-1 GRD de 10 m --looks 4.4.
unchecked-looks = Trop peu de sol est connu pour vérifier le nombre de looks indiqué.
wrong-looks =
    { $stated } looks ont été indiqués, mais les images en montrent environ { $found }, de sorte que la plus grande partie du sol inchangé compterait comme changée ; indiquez --looks { $option }, ou laissez-le de côté.
doubted-looks =
    { $stated } looks ont été indiqués, mais les images en montrent environ { $found } ; avec un nombre faux, { $effect } : laissez --looks de côté pour employer ce que montrent les images.
missed = du changement échappe
false-alarms = du sol inchangé compte comme changé
filtered =
    Les pixels voisins se ressemblent tant (corrélation { $correlation }) que les images semblent filtrées contre le speckle ou moyennées : les looks ne valent plus, et le niveau du test n’est pas connu ; donnez des images sans filtre.
no-days =
    Les jours des images ne sont pas connus, les cartes de dates contiennent donc le numéro de la date, à partir de 1.
nothing-known = Aucun pixel de ce sol n’est connu à toutes les dates ; donnez des images qui le couvrent, sans zéros.
no-radar =
    On ne sait pas si { $name } contient du radar ; donnez des images Sentinel-1 dont les bandes s’appellent VV et VH, ou dont le nom de fichier le dit.
radar-resampled =
    Le radar est comparé sur ses propres pixels, car d’autres ont d’autres looks ; laissez --resample de côté.

## Séries

no-series =
    Le changement au fil du temps demande trois dates ou plus ; ouvrez une série : un dossier, des fichiers, ou un fichier CSV de path,date.
no-season-fitted =
    Avec { $count } dates, aucune saison n’est ajustée, une différence peut donc tenir à la saison ; à partir de 12 dates sur un an, elle est retirée. Ce que seule la dernière date montre n’est confirmé par aucune autre.
no-season-out = Trop peu de dates pour retirer la saison, la différence peut donc tenir à la saison.
short-span = Les dates couvrent moins d’un an, la saison ne peut donc pas être distinguée du changement.
cloudy-dates = Rien n’est dégagé à { $count } des { $all } dates ({ $days }).
too-few-clear = Aucun pixel n’a les { $least } dates dégagées nécessaires, rien n’est donc dit du changement.
undeclared-fill =
    { $name } ne déclare pas { $fill }, que valent beaucoup de ses pixels et qui est pris pour une absence de données.
same-of-more =
    Il en va de même pour { $count ->
        [one] { $count } autre fichier
       *[other] { $count } autres fichiers
    }.
days-of-writing =
    { $count ->
        [one] Le jour de { $count } fichier ({ $names }) est celui
       *[other] Les jours de { $count } fichiers ({ $names }) sont ceux
    } de l’étiquette de l’heure d’écriture, car rien d’autre ne l’indique ; si c’est faux, donnez un fichier CSV avec les colonnes path,date.
day-merged = { $count } jour a plus d’une image ; elles sont fusionnées ({ $days }).
days-merged = { $count } jours ont plus d’une image ; elles sont fusionnées ({ $days }).
long-gap =
    Entre { $first } et { $second }, il n’y a pas d’images pendant { $years } ans ; ce qui a changé alors est donné à la date suivante.
other-grids =
    { $count } images sur { $all } sont sur une autre grille que { $name } et sont ramenées sur la sienne ({ $names }) ; ce qu’elles ne couvrent pas n’est pas connu à leurs dates.
series-nowhere =
    Les images n’indiquent pas où elles se trouvent, les surfaces sont donc en pixels ; on suppose qu’elles couvrent le même sol.
many-sensors =
    Les dates proviennent de capteurs différents ({ $sensors }), dont les bandes ne sont pas tout à fait semblables : ce qui semble changer quand le capteur change n’est peut-être pas un changement.
unnamed-sensor = un capteur que rien ne nomme
ready-values = valeurs déjà calculées
baselines =
    Les dates sont mises à l’échelle selon des règles différentes, celles des baselines de traitement, dont il est tenu compte.
no-cloud-masks =
    { $dates } n’ont pas apporté leur propre masque de nuages, les nuages ne sont donc trouvés que là où une valeur quitte son niveau et y revient.
date = 1 date ({ $days })
dates = { $count } dates ({ $days })
numbers-as-index = Les fichiers n’indiquent pas ce que sont leurs nombres ; ils sont pris pour { $index }.
numbers-scaled = Les nombres des fichiers sont pris pour { $index } x 10 000 ; indiquez une autre valeur avec --scale.
a-file = un fichier
no-date = { $text } n’est pas une date ; écrivez 2021-06-30, 2021-06 ou 2021.
no-date-near = Aucune date n’est proche de { $day } ; les dates vont de { $first } à { $last }.
few-dates =
    { $count } des { $all } dates se trouvent entre { $since } et { $until }, et le changement au fil du temps en demande { $least } ; les dates vont de { $first } à { $last }.
the-first = la première
the-last = la dernière
few-clear-dates =
    Seulement { $count ->
        [one] { $count } date dégagée se trouve
       *[other] { $count } dates dégagées se trouvent
    } entre { $since } et { $until } ; les dates vont de { $first } à { $last }.
history-dates = { $count } dates sont plus que les { $most } comparées à la fois ; nommez une première et une dernière date.
no-such-patch = Il y a { $count } parcelles de ce genre, donc pas de numéro { $rank }.
same-date = { $before } et { $after } sont tous deux au plus près de { $day } ; nommez des dates plus éloignées.
no-zone = Il n’y a pas de zone { $name } ; il y a { $known }.
no-position = Les images n’indiquent pas où elles se trouvent, aucune position ne peut donc y être trouvée.
position-outside = { $place } se trouve hors des images ; donnez une position à l’intérieur.

## Conversation et archive

no-images = Il n’y a pas encore d’images ; ouvrez d’abord une image d’avant et une image d’après.
no-pair = Il n’y a pas de paire { $name } dans cette conversation ; il y a { $known }.
no-zones = Aucune zone n’a été donnée ; passez un fichier de polygones avec --zones.
unknown-zones = Il n’y a pas de zones { $asked } ; il y a { $known }.
no-pixel-size = { $stated } n’est pas une taille de pixel ; donnez des mètres, par exemple 0.5.
pixel-size-known =
    Des pixels de { $metres } m ne peuvent pas être supposés, car les images sont géoréférencées et indiquent elles-mêmes { $own } m ; laissez la taille de pixel de côté.
class-maps =
    Ce sont des cartes de classes, pas des photographies ; demandez ce qui est devenu quoi, ou donnez les images.
unseen-content =
    { $name } contient { $content } et n’est pas une photographie, les bâtiments et les routes ne peuvent donc pas y être recherchés ; { $remedy }
subtract-heights =
    donnez les images, et pour le changement de hauteur soustrayez un fichier de l’autre : gdal_calc.py -A after.tif -B before.tif --calc=A-B --outfile=rise.tif.
ask-by-radar =
    demandez ce qui a changé d’après le radar ou s’il y a eu inondation, ou lancez terradelta radar BEFORE AFTER.
ask-of-index = demandez comment l’indice a changé, ou donnez les images.
save-as-whole-numbers =
    si c’est une photographie, enregistrez-la en nombres entiers : gdal_translate -ot Byte -scale in.tif out.tif.
too-coarse =
    Un pixel mesure { $metres } m au sol : aucune maison n’y est reconnaissable, et le réseau a appris à { $trained } m. Donnez des images plus fines, ou passez --any-resolution pour regarder malgré tout.
no-archive = Aucune archive n’a été donnée ; nommez-en une avec --archive, créée par terradelta index add.
no-notes = { $folder } ne contient pas encore de notes.
blank-question = La question est vide ; dites ce qu’il faut chercher, par exemple : houses built beside a road.
ask-in-english = Le modèle de texte lit l’anglais ; demandez en anglais pour pouvoir vous fier à ce qui est trouvé.
question-cut = La question a été coupée à ses { $most } premières lettres sur { $count }.
rough-search =
    Ce qui se trouve à une seule date n’est dit qu’approximativement : le modèle de texte a appris sur des phrases de changement.
vague-search =
    La question ne nomme aucun type de changement, les parties qui ont le plus changé viennent donc en premier.
unspoken-search =
    Aucun de ces mots ne figure ici dans une légende, seul le modèle de texte juge donc, et il lit l’anglais.
found-gone =
    Les images du numéro { $number } ne sont plus là où elles étaient quand elles ont été ajoutées ; ajoutez-les de nouveau.
nothing-found-yet = Rien n’a encore été trouvé ; cherchez d’abord dans l’archive.
no-number-found = Il n’y a pas de numéro { $number } parmi ce qui a été trouvé ; il y a 1 à { $count }.

## Modèles de langage

router-alone =
    Le routeur a planifié seul : aucun petit modèle de langage n’est installé (pip install 'terradelta[parser]'), des formulations inhabituelles et d’autres langues que l’anglais peuvent donc être mal comprises.
withheld =
    Des phrases du modèle de langage n’ont pas été montrées ({ $faults }) ; ce qu’elles devaient dire est donné selon un modèle de phrase.
model-too-slow = Le modèle de langage { $name } a mis trop de temps ; le planificateur intégré a répondu.
model-gave-up =
    Le modèle de langage { $name } n’a pas donné de réponse utilisable ; le planificateur intégré a répondu.
model-failed =
    Le modèle de langage { $name } { $failure } ; vérifiez son serveur, son nom et sa clé. Le planificateur intégré a répondu.
did-not-answer = n’a pas répondu ({ $kind })
refused-with = a refusé avec le statut { $status }
note-lost = Cette réponse n’a pas pu être gardée comme note : { $reason }
conversation-lost = Cette conversation n’a pas pu être gardée pour plus tard : { $reason }

## Fichiers et formats

no-format = Il n’y a pas de format { $name } ; choisissez parmi { $names }.
format-shows-all =
    { $name } montre tous les objets qui comptent ; pour une partie d’entre eux, prenez une table d’objets comme geojson, gpkg ou csv, ou fixez --min-area ou --min-probability pour tous les fichiers.
format-without-land =
    { $name } ne contient pas de polygones de couverture du sol ; prenez pour cela geojson, gpkg, shapefile, kml, csv ou xlsx.
geojson-needs-place = GeoJSON demande des images géoréférencées, et celles-ci ne le sont pas ; prenez gpkg ou csv.
kml-needs-place = KML demande des images géoréférencées, et celles-ci ne le sont pas ; prenez gpkg, shapefile ou csv.
file-gone = { $name } n’est plus là ; remettez-le, ou ouvrez une autre paire.
file-changed = { $name } a été modifié après son ouverture ; ouvrez de nouveau la paire.
possible-there = possibles là : { $names }
date-lacks-bands =
    Pour { $index }, il faut { $names }, ce que { $name } ({ $day }) n’a pas ; { $remedy }, ou retirez cette date de la série.
series-empty =
    Aucune date de la série ne contient de données ; vérifiez les valeurs d’absence de données des fichiers.
band-names = Les bandes s’appellent { $names }.
several-cells = Plusieurs cellules ont des identifiants qui commencent par { $start } ; donnez-en davantage.
no-cell =
    { $folder } ne contient pas de cellule { $start } ; donnez un identifiant indiqué par une recherche, ou deux images.
archive-empty = { $folder } ne contient encore aucune paire ; ajoutez-en : terradelta index add { $quoted } FOLDER
too-many-results = { $asked } résultats ne peuvent pas être donnés ; demandez-en de 1 à { $most }.
days-crossed = Aucun jour n’est à la fois depuis { $since } et jusqu’à { $until } ; intervertissez les deux.
no-area-given = { $area } n’est pas une surface ; donnez des mètres carrés.
no-day = { $text } n’est pas un jour ; écrivez-le comme 2024-06-30.
nothing-measured = Rien n’a encore été mesuré qui puisse être recalculé ; demandez d’abord un nombre.
trajectory-classes = Les dates ne permettent pas les mêmes classes d’occupation du sol, car il manque des bandes à certaines ; laissez-les de côté.
trajectory-unknown = Aucun pixel n’a de classe connue le { $before } et le { $after } ; laissez l’une de ces dates de côté.
trajectory-cover = Il n’y a pas ici d’occupation du sol « { $cover } » ; il y a { $names }.
no-absorption = Aucune classe ne gagne du sol sans en rendre, de sorte qu’aucune durée jusqu’à une fin ne peut être donnée.
doubt-appearance = Une ombre, une autre lumière, un autre angle de vue ou une chose présente ce jour-là seulement peut ressembler à un changement ; deux images ne permettent pas de l’exclure. Comparez les deux images à cet endroit.
doubt-rebuilt = Un toit refait ou repeint peut ressembler à un bâtiment neuf, et un bâtiment remplacé sur la même emprise à une absence de changement. Les hauteurs ne sont pas mesurées : une extension ne se distingue d’une construction neuve que par son contour.
doubt-hidden = Ce que cachent les arbres, l’ombre ou les nuages ne se voit pas d’en haut : cela peut manquer, ou sembler neuf une fois qu’ils ont disparu. Les petites choses échappent plus souvent.
doubt-season = Saison, récolte, sécheresse et niveaux d’eau ressemblent à des changements de plantes, de sol et d’eau ; deux dates seules ne les séparent pas d’un changement durable. Deux dates de la même saison ou une série le peuvent.
doubt-use = À quoi sert un bâtiment, de quoi est faite une surface et quelles plantes y poussent, ces images ne permettent pas de le dire.
doubt-threshold-bands = Un pixel compte comme changé d’après un test de ses bandes contre la partie calme de la scène (IR-MAD). Tailles et probabilités peuvent être limitées dans la question.
doubt-threshold = Un pixel compte comme changé là où c’est plus probable que le contraire. Tailles et probabilités peuvent être limitées dans la question.
doubt-position = Les contours suivent les pixels ; leur écart n’a pas été mesuré.
doubt-counted-twice = Chaque pixel appartient à une classe : bâtiments, routes et autre sol sont mesurés séparément, et rien ne compte deux fois.
doubt-accuracy-bands = Rien de cela n’a été vérifié sur le terrain. Les règles d’occupation du sol et de changement sont publiées ; leur justesse ici est inconnue.
doubt-accuracy = Rien de cela n’a été vérifié sur le terrain. Probabilités et bornes ont été calibrées sur d’autres paires annotées : une probabilité dit combien souvent de telles détections y étaient justes.
doubt-other-source = Je ne vois que ces deux images et non cette source : elle peut couvrir une autre zone ou une autre période, compter autre chose ou plus petit.
assessed-unplaced = { $name } ne dit pas où elle se trouve, ses classes sont donc données en parts de ses pixels, non en surfaces.
assessed-uneven-pixels = Les pixels de { $name } diffèrent au sol de { $spread } % au plus, et chacun est aussi probable qu’un autre ; mettez la carte dans une projection équivalente pour des surfaces exactes.
points-unlabelled = { $count } points de l’échantillon n’ont pas d’étiquette et sont laissés de côté, comme s’ils étaient comme les autres.
points-disputed = Sur { $count } points autant de personnes disent une classe qu’une autre ; ils comptent à parts égales pour chacune.
points-unclear = { $count } points de l’échantillon sont laissés de côté, car personne n’a pu dire leur classe.
class-of-few-points = Seuls { $count } points étiquetés se trouvent dans la classe { $name } de la carte ; étiquetez-en plus pour un intervalle fiable.
class-without-error = Les { $count } points étiquetés de la classe { $name } sont tous justes, son erreur type est donc trop petite.
no-assessment = Aucune évaluation d’une carte n’est ouverte : il faut d’abord en étiqueter un échantillon (terradelta assess), et son dossier s’ouvre avec les images.
assessed-elsewhere = { $name }, qui a été évaluée, se trouve ailleurs que ces images ; ouvrez l’évaluation d’une carte de celles-ci.
no-assessed-class = La carte évaluée n’a pas de classe « { $name } » ; elle a { $names }.
assessed-other-grid = { $name } couvre un autre terrain que ces images ; ses surfaces sont celles de toute la carte.
assessed-other-map = La carte évaluée compte { $then } m² de { $name }, l’actuelle { $now } m² : d’autres réglages l’ont faite, et la surface corrigée est celle de la carte évaluée.
zone-covariates = Nommez de 1 à { $most } covariables par jeu, connues avant le traitement.
zone-own-covariate = { $column } est ce qui est expliqué et ne peut pas être aussi une covariable ; retirez-la.
zone-no-column = Il n’y a pas de colonne { $name } ; il y a { $known }.
zones-too-few = { $count } zones avec toutes leurs valeurs sont trop peu pour dire où un effet est plus grand (une valeur manque à { $left } autres) ; il en faudrait environ { $least } ou plus.
zones-of-one-treatment = { $treated } zones ont été traitées et { $others } non ; il en faudrait au moins { $least } de chaque pour les comparer.
zone-treatment = La ligne { $row } a { $value } dans { $column } ; le traitement s’écrit 1 ou 0.
zone-no-number = La ligne { $row } a { $value } dans { $column }, où il faut un nombre ; codez les classes en colonnes de 0 et 1.
zone-constant = { $column } vaut { $value } dans toutes les zones ; il faudrait un résultat qui diffère entre zones.
zone-probability = { $column } doit contenir des probabilités de traitement entre 0 et 1, bornes exclues.
zone-constant-covariates = Les covariables de { $set } sont les mêmes dans toutes les zones ; nommez-en qui diffèrent.
zones-without-overlap = { $share } % des zones étaient, d’après leurs covariables, presque sûres d’être traitées ou non, si bien que rien ne représente ce qui aurait été ; il faudrait des zones du même genre avec et sans traitement.
zones-left-out = Une valeur manque à { $count } zones, qui sont laissées de côté.
zones-unplaced = Les zones n’ont pas de lieu, chacune est donc tenue pour indépendante des autres ; les intervalles peuvent être trop étroits.
zones-few-blocks = Il n’y a que { $count } blocs de zones, les erreurs types sont donc grossières.
zones-not-drawn = La probabilité du traitement a été estimée à partir des covariables : si le traitement n’a pas été tiré au sort, ce qu’elles ne disent pas peut être derrière les effets.
zones-no-covariates = Les zones n’ont pas d’autre colonne de nombres ; il faudrait des covariables connues avant le traitement.
zones-which-column = Aucune colonne des zones ne s’appelle { $role } ; dites laquelle de { $known } c’est.
event-outside = L’événement du { $event } est hors des valeurs, qui vont du { $first } au { $last } ; donnez un jour entre les deux.
control-gaps = Le témoin { $name } n’a pas de valeur à { $percent } % des pas ; retirez-le ou comblez ses lacunes.
even-steps = { $dates } dates ont été moyennées en { $steps } pas égaux de { $months } mois, comptés depuis l’événement.
open-steps = { $gaps } des { $steps } pas n’ont pas de valeur du lieu ou d’un témoin et ne comptent pas.
short-before = Seuls { $count } pas de { $months } mois avant l’événement ont une valeur, et il en faut { $least } ; donnez des dates antérieures ou moins de témoins.
short-after = Seuls { $count } pas après l’événement ont une valeur, et il en faut { $least } ; donnez des dates ultérieures.
constant-values = Les valeurs de { $name } ne varient pas avant l’événement ; ce qui est comparé doit varier.
mixed-units = Les valeurs de { $name } vont de { $low } à { $high }, comme si des unités étaient mêlées ; donnez-les toutes dans une unité.
percent-of-values = { $percent } % des valeurs
no-percent = pas de part, car une valeur est 0
check-fit = Avant l’événement le modèle se trompe de { $rmse } (moyenne quadratique ; { $mape }), et la bande à 95 % contient { $percent } % des pas.
check-few-controls = Avec moins de deux témoins, l’événement ne se distingue pas du reste ; donnez-en deux ou plus.
check-controls = { $count } témoins pèsent comme { $equal } de poids égal.
check-trend = Avec une pente propre (tendance linéaire locale), l’effet est de { $mean } (95 % de { $low } à { $high }).
check-none-left = Il n’y a aucun témoin à retirer.
check-left-out = Sans un témoin à la fois, l’effet va de { $low } à { $high }.
check-untouched-open = Avec moins de deux témoins, on ne sait pas si l’événement les a atteints.
check-untouched = Aucun témoin ne montre d’effet propre lors de l’événement.
check-touched = Ces témoins montrent un effet propre, l’événement a donc pu les atteindre : { $names } ; retirez-les.
check-no-break = Cherchée sans connaître l’événement, aucune rupture n’est commune à deux méthodes sur trois.
check-break = Cherchée sans connaître l’événement, la rupture la plus proche commence le { $day }, à { $away } pas de lui.
check-no-second = Aucun second avis n’a été demandé, ou son paquet bsts-causalimpact n’est pas installé.
check-second = bsts-causalimpact trouve { $mean } (95 % de { $low } à { $high }).
check-interval = L’intervalle à 95 % va de { $low } à { $high } (p = { $p }).
skipped-windows = ; trop peu d’historique avant { $days }
check-no-window = Aucune fenêtre avant l’événement n’est aussi longue que la vraie avec assez d’historique{ $left }.
check-in-time = De { $count } fenêtres avant l’événement, le plus grand effet est de { $mean } à partir du { $day }{ $left }.
check-no-rank = Il y a trop peu de témoins pour classer le lieu parmi eux.
check-in-space = { $stronger } des { $count } témoins montrent un effet aussi fort (p = { $p }).
check-no-hull = Il n’y a pas de témoins entre lesquels le lieu puisse se trouver.
check-hull = Le lieu se trouve entre ses témoins à { $percent } % des pas avant l’événement.
check-no-detectable = Il y a trop peu de placebos pour dire quel effet aurait été trouvé.
check-detectable = D’après les placebos, un effet de { $size } serait trouvé dans 80 cas sur 100.
no-treated-place = On ne sait pas quel lieu l’événement a touché, il n’y a donc rien à comparer ; donnez une zone d’étude, ou des zones et le nom de l’une.
no-like-place = Aucun de { $count } lieux extérieurs ne ressemblait à celui-ci avant { $event }, il n’y a donc pas de témoin ; donnez des zones que l’événement n’a pas touchées.
controls-chosen = Les témoins { $names } sont les plus semblables de { $count } lieux extérieurs, d’après leurs seules valeurs avant l’événement ; donnez-en d’autres si l’événement a touché l’un d’eux.
two-dates-no-cause = Deux dates ne peuvent pas dire ce qui a produit un changement ; il faut pour cela une série de dates avant et après l’événement, et des lieux qu’il n’a pas touchés.
no-event-day = On ne dit pas quand l’événement a eu lieu ; donnez son jour, son mois ou son année.
no-parcel-rule = { $rule } n’est pas une règle pour des parcelles ; écrivez ce qui a été perdu, gagné ou modifié et sur quelle part, par exemple { $example } ; sont connus { $kinds }.
no-parcel-share = Une part de { $share } % n’existe pas ; écrivez-en une de 0 à 100.
no-kind-in-parcels = Ces images ne disent rien de { $kind } dans les parcelles ; elles renseignent sur : { $known }.
parcels-overlap = Des parcelles se chevauchent ({ $count } paires : { $named }) ; chacune est mesurée pour elle-même, leur somme compte donc deux fois le sol commun.
no-parquet = Aucun fichier GeoParquet n’est écrit, car pyarrow n’est pas installé (l’extra `parquet` l’apporte).
