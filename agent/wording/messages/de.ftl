# Antworten auf Deutsch.

## Zahlen und Listen

unknown = unbekannt
share = { $value } %
share-over = über { $value } %
share-under = unter { $value } %
pitch-size = (je 7.140 m²)
amount =
    { $unit ->
        [m2] { $value } m²
        [ha] { $value } ha
        [km2] { $value } km²
        [acre] { $value } Acres
        [ft2] { $value } ft²
        [mi2] { $value } mi²
        [are] { $value } a
        [mu] { $value } Mu
        [football_pitch] { $value } Fußballfelder { pitch-size }
        [percent] { $value } %
        [m] { $value } m
        [km] { $value } km
        [ft] { $value } ft
        [mi] { $value } mi
        [per_ha] { $value } pro ha
        [per_km2] { $value } pro km²
        [per_acre] { $value } pro Acre
        [per_mi2] { $value } pro mi²
        [per_mpx] { $value } pro Mpx
       *[px] { $value } px
    }
list-two = { $first } und { $last }
list-comma = { ", " }
list-semicolon = { "; " }
list-conditions = { " " }
quoted = „{ $text }“
stop = { $told }.

## Orte

in-place =
    { $name ->
        [north] im Norden
        [north-east] im Nordosten
        [east] im Osten
        [south-east] im Südosten
        [south] im Süden
        [south-west] im Südwesten
        [west] im Westen
        [north-west] im Nordwesten
        [centre] in der Mitte
        [top] oben
        [top-right] oben rechts
        [right] rechts
        [bottom-right] unten rechts
        [bottom] unten
        [bottom-left] unten links
        [left] links
        [top-left] oben links
       *[other] bei { $text }
    }
at-place = { in-place }
part =
    { $name ->
        [the-whole-image] das ganze Bild
        [the-middle-ninth] das mittlere Neuntel
        [the-northern-half] die nördliche Hälfte
        [the-eastern-half] die östliche Hälfte
        [the-southern-half] die südliche Hälfte
        [the-western-half] die westliche Hälfte
        [the-north-eastern-quarter] das nordöstliche Viertel
        [the-south-eastern-quarter] das südöstliche Viertel
        [the-south-western-quarter] das südwestliche Viertel
        [the-north-western-quarter] das nordwestliche Viertel
        [the-upper-half] die obere Hälfte
        [the-right-half] die rechte Hälfte
        [the-lower-half] die untere Hälfte
        [the-left-half] die linke Hälfte
        [the-upper-right-quarter] das Viertel oben rechts
        [the-lower-right-quarter] das Viertel unten rechts
        [the-lower-left-quarter] das Viertel unten links
        [the-upper-left-quarter] das Viertel oben links
       *[other] { $text }
    }
in-part =
    { $name ->
        [the-whole-image] im ganzen Bild
        [the-middle-ninth] im mittleren Neuntel
        [the-northern-half] in der nördlichen Hälfte
        [the-eastern-half] in der östlichen Hälfte
        [the-southern-half] in der südlichen Hälfte
        [the-western-half] in der westlichen Hälfte
        [the-north-eastern-quarter] im nordöstlichen Viertel
        [the-south-eastern-quarter] im südöstlichen Viertel
        [the-south-western-quarter] im südwestlichen Viertel
        [the-north-western-quarter] im nordwestlichen Viertel
        [the-upper-half] in der oberen Hälfte
        [the-right-half] in der rechten Hälfte
        [the-lower-half] in der unteren Hälfte
        [the-left-half] in der linken Hälfte
        [the-upper-right-quarter] im Viertel oben rechts
        [the-lower-right-quarter] im Viertel unten rechts
        [the-lower-left-quarter] im Viertel unten links
        [the-upper-left-quarter] im Viertel oben links
       *[other] in { $text }
    }

## Dinge

cover =
    { $name ->
        [agricultural-areas] landwirtschaftliche Flächen
        [artificial-surfaces] bebaute Flächen
        [bare-ground] offener Boden
        [bare-or-built-up-ground] offener oder bebauter Boden
        [bare-or-sparse-vegetation] karge Vegetation
        [buildings] Gebäude
        [built-up] Bebauung
        [built-up-area] bebaute Fläche
        [built-up-ground] bebauter Boden
        [cropland] Ackerland
        [crops] Feldfrüchte
        [flooded-vegetation] überflutete Vegetation
        [forest-and-semi-natural-areas] Wald und naturnahe Flächen
        [grass] Gras
        [grassland] Grünland
        [herbaceous-wetland] krautige Feuchtgebiete
        [low-vegetation] niedrige Vegetation
        [mangroves] Mangroven
        [moss-and-lichen] Moose und Flechten
        [paved-ground] befestigter Boden
        [permanent-water-bodies] dauerhafte Gewässer
        [rangeland] Weideland
        [shrub-and-scrub] Buschland
        [shrubland] Strauchland
        [snow-and-ice] Schnee und Eis
        [snow-or-ice] Schnee oder Eis
        [tree-cover] Baumbestand
        [trees] Bäume
        [vegetation] Vegetation
        [water] Wasser
        [water-bodies] Wasserflächen
        [wetlands] Feuchtgebiete
       *[other] { $text }
    }
classes =
    { $kind ->
        [building] Gebäude
        [road] Straßen
       *[any] andere Veränderung
    }
objects =
    { $status ->
        [appeared]
            { $kind ->
                [building]
                    { $count ->
                        [one] { $count } neues Gebäude
                       *[other] { $count } neue Gebäude
                    }
                [road]
                    { $count ->
                        [one] { $count } neue Straße
                       *[other] { $count } neue Straßen
                    }
               *[any]
                    { $count ->
                        [one] { $count } neues Objekt
                       *[other] { $count } neue Objekte
                    }
            }
        [disappeared]
            { $kind ->
                [building]
                    { $count ->
                        [one] { $count } verschwundenes Gebäude
                       *[other] { $count } verschwundene Gebäude
                    }
                [road]
                    { $count ->
                        [one] { $count } verschwundene Straße
                       *[other] { $count } verschwundene Straßen
                    }
               *[any]
                    { $count ->
                        [one] { $count } verschwundenes Objekt
                       *[other] { $count } verschwundene Objekte
                    }
            }
       *[any]
            { $kind ->
                [building]
                    { $count ->
                        [one] { $count } verändertes Gebäude
                       *[other] { $count } veränderte Gebäude
                    }
                [road]
                    { $count ->
                        [one] { $count } veränderte Straße
                       *[other] { $count } veränderte Straßen
                    }
               *[any]
                    { $count ->
                        [one] { $count } verändertes Objekt
                       *[other] { $count } veränderte Objekte
                    }
            }
    }

objects-named =
    { $status ->
        [appeared]
            { $kind ->
                [building] neue Gebäude
                [road] neue Straßen
               *[any] neue Objekte
            }
        [disappeared]
            { $kind ->
                [building] verschwundene Gebäude
                [road] verschwundene Straßen
               *[any] verschwundene Objekte
            }
       *[any]
            { $kind ->
                [building] veränderte Gebäude
                [road] veränderte Straßen
               *[any] veränderte Objekte
            }
    }

## Bedingungen

without-limits =
    { $limits ->
        [one] { " " }({ $count } ohne diese Grenze)
       *[other] { " " }({ $count } ohne diese Grenzen)
    }
filter = { " " }{ $condition }
filter-min-area = von mindestens { $size }
filter-max-area = von höchstens { $size }
filter-areas = von { $low } bis { $high }
filter-min-probability = mit mindestens { $probability } Wahrscheinlichkeit
filter-max-probability = mit höchstens { $probability } Wahrscheinlichkeit
filter-within = { $place }
near-beyond =
    { $kind ->
        [building] mindestens { $distance } entfernt von einem anderen veränderten Gebäude
        [road] mindestens { $distance } entfernt von einer veränderten Straße
        [centre] mindestens { $distance } entfernt von der Bildmitte
       *[number] mindestens { $distance } entfernt von Objekt { $id }
    }
near-within =
    { $kind ->
        [building] höchstens { $distance } entfernt von einem anderen veränderten Gebäude
        [road] höchstens { $distance } entfernt von einer veränderten Straße
        [centre] höchstens { $distance } entfernt von der Bildmitte
       *[number] höchstens { $distance } entfernt von Objekt { $id }
    }
beside =
    { $direction ->
        [north] nördlich
        [north-east] nordöstlich
        [east] östlich
        [south-east] südöstlich
        [south] südlich
        [south-west] südwestlich
        [west] westlich
       *[north-west] nordwestlich
    } von { object-name } { $id }
object-name =
    { $kind ->
        [building] Gebäude
        [road] Straße
       *[any] Fläche
    }

## Bildpaare

card-bands =
    { $bands ->
        [1] 1 Kanal ({ $dtype })
       *[other] { $bands } Kanälen ({ $dtype })
    }
card-size = Die Bilder sind { $width } x { $height } px groß, mit { $bands }.
card-no-crs = Sie sind nicht georeferenziert.
card-crs = Ihr Koordinatensystem ist { $crs }; ein Pixel misst { $size } m am Boden.
card-crs-unnamed = eines ohne amtlichen Code
card-dates = Aufnahmetage: { $before } und { $after }{ $apart }.
card-apart = {""} ({ $years } Jahre oder { $months } Monate auseinander)
card-area = Gemeinsam bedecken sie { $area }.
card-overlap = An beiden Tagen liegen Daten für { $share } des ersten Bildes vor.
card-shift = Die Bilder sind um { $shift } gegeneinander verschoben.

## Beschreibungen

description-probability = Die Wahrscheinlichkeit, dass sich etwas verändert hat, beträgt { $probability }.
description-look = Vielleicht hat sich etwas verändert, das die Karten nicht zeigen; sehen Sie sich das Bild an.
description-sure = Der Blick des Netzes auf das Ganze sagt weniger, doch die Objekte auf den Karten sind sicher.
description-unsure = Was die Karten zeigen, ist nicht sicher; sehen Sie sich das Bild an.
clause-objects =
    { $certainty ->
        [maybe] möglicherweise { objects }{ $where }
       *[sure] { objects }{ $where }
    }
clause-cover =
    { $certainty ->
        [maybe] { $size } möglicherweise von „{ $before }“ zu „{ $after }“ geworden{ $where } ({ $probability } wahrscheinlich)
       *[sure] { $size } von „{ $before }“ zu „{ $after }“ geworden{ $where } ({ $probability } wahrscheinlich)
    }
clause-ground =
    { $certainty ->
        [maybe] { $size } Boden möglicherweise verändert{ $where } ({ $probability } wahrscheinlich)
       *[sure] { $size } Boden verändert{ $where } ({ $probability } wahrscheinlich)
    }
clause-elsewhere =
    { $certainty ->
        [maybe] auch anderswo hat sich der Boden möglicherweise verändert
       *[sure] auch anderswo hat sich der Boden verändert
    }
clause-nothing =
    { $counting ->
        [some] keine Veränderung an Gebäuden oder Straßen gefunden, die zählt
       *[all] keine Veränderung an Gebäuden oder Straßen gefunden
    }
clause-nothing-at-all =
    { $counting ->
        [some] keine Veränderung an Gebäuden oder Straßen gefunden, die zählt, und auch keine andere
       *[all] keine Veränderung an Gebäuden oder Straßen gefunden, und auch keine andere
    }
clause-not-looked = nach anderer Veränderung wurde nicht gesucht
where-alone = { " " }{ $place }
where-all =
    { $kind ->
        [any] , alles { $place }
       *[building] , alle { $place }
    }
where-both = , beide { $place }
where-mostly = , überwiegend { $place }
where-apart = , in verschiedenen Teilen des Bildes
where-spread = , über das Bild verteilt

## Veränderung, Anzahl und Fläche

summary = Veränderte Pixel: { $classes }.
summary-none = { $name } keine
summary-class = { $name } { $pixels } ({ $share } der gültigen Fläche{ $ground })
summary-ground = , { $size }
summary-field = { $share } { $place }
summary-where = { $size }, { $fields }
no-data = { $share } der Pixel haben an einem der Tage oder an beiden keine Daten.
count-none =
    { $status ->
        [appeared]
            { $kind ->
                [building] Kein neues Gebäude{ $where } gefunden{ $without }.
                [road] Keine neue Straße{ $where } gefunden{ $without }.
               *[any] Kein neues Objekt{ $where } gefunden{ $without }.
            }
        [disappeared]
            { $kind ->
                [building] Kein verschwundenes Gebäude{ $where } gefunden{ $without }.
                [road] Keine verschwundene Straße{ $where } gefunden{ $without }.
               *[any] Kein verschwundenes Objekt{ $where } gefunden{ $without }.
            }
       *[any]
            { $kind ->
                [building] Kein verändertes Gebäude{ $where } gefunden{ $without }.
                [road] Keine veränderte Straße{ $where } gefunden{ $without }.
               *[any] Kein verändertes Objekt{ $where } gefunden{ $without }.
            }
    }
count-directions = : { $appeared } neu, { $disappeared } verschwunden
count-others = , { $others } { $others ->
        [one] andere Veränderung des Bodens
       *[other] andere Veränderungen des Bodens
    }
count-interval = In { $level } solcher Fälle sind es zwischen { $low } und { $high }.
count-at-most = In { $level } solcher Fälle ist es höchstens { $high }.
count-doubtful =
    { $doubtful ->
        [one] Eines davon ist klein und unsicher und wahrscheinlich keines.
       *[other] { $doubtful } davon sind klein und unsicher und wahrscheinlich keine.
    }
count-sizes = { " " }(Median { $median }, Maximum { $largest })
count-largest = { " " }(Maximum { $largest })
count-size = { " " }({ $largest })
count-place =
    { $kind ->
        [road]
            { $count ->
                [one] , sie liegt { $place }
               *[other] , die größte { $place }
            }
       *[any]
            { $count ->
                [one] , es liegt { $place }
               *[other] , das größte { $place }
            }
    }
touching-buildings = Gebäude, die sich berühren, werden an ihren Engstellen getrennt.
touching = Was sich berührt, zählt als eines.
area = { $them } bedecken { $size }
area-of-valid = { " " }der gültigen Fläche
area-share = { " " }({ $share } der gültigen Fläche)
area-interval = , in { $level } der Fälle zwischen { $low } und { $high }
area-ways = { "" }, davon { $appeared } neu und { $disappeared } verschwunden
area-method =
    { $name ->
        [ground] { $area }; Summe der Pixelflächen.
       *[pixels] { $area }; gezählte Pixel, da die Bilder nicht georeferenziert sind.
    }
zones =
    { $zones ->
        [one] { $changed } von { $zones } Zone mit Veränderung
       *[other] { $changed } von { $zones } Zonen mit Veränderung
    }
zones-all = { $zones }: { $told }.
zones-most = { $zones }, am meisten: { $told }.
zone = { $zone }: { $told }
zone-class = { $name } { $size } ({ $share } ihrer gültigen Fläche)
zone-inside = nur { $share } davon liegen in den Bildern

## Anderer Boden

other-none = Außer an Gebäuden und Straßen wurde keine Veränderung gefunden.
other-one = Außer Gebäuden und Straßen: { $region }.
other-all =
    { $count ->
        [one] Außer Gebäuden und Straßen hat sich { $count } Stelle verändert, zusammen { $size }: { $regions }.
       *[other] Außer Gebäuden und Straßen haben sich { $count } Stellen verändert, zusammen { $size }: { $regions }.
    }
other-among =
    { $count ->
        [one] Außer Gebäuden und Straßen hat sich { $count } Stelle verändert, zusammen { $size }, darunter: { $regions }.
       *[other] Außer Gebäuden und Straßen haben sich { $count } Stellen verändert, zusammen { $size }, darunter: { $regions }.
    }
other-region = { $change } auf { $size } { $place } ({ $probability } wahrscheinlich)
ground-changed = der Boden hat sich verändert
ground-became = „{ $before }“ wurde zu „{ $after }“
bands-none = Nach den Kanälen der beiden Tage wurde keine Veränderung gefunden.
bands-one = Nach den Kanälen der beiden Tage hat sich eine Stelle verändert: { $region }.
bands-many =
    Nach den Kanälen der beiden Tage haben sich { $count } Stellen verändert, zusammen { $size } ({ $share } des bekannten Bodens); die größten: { $regions }.
bands-kept = { $size } haben sich { $place } verändert und blieben „{ $cover }“ ({ $probability } wahrscheinlich)
bands-became = { $size } wurden { $place } von „{ $before }“ zu „{ $after }“ ({ $probability } wahrscheinlich)
bands-partly = { $size } haben sich { $place } verändert ({ $probability } wahrscheinlich), { $share } davon von „{ $before }“ zu „{ $after }“
bands-limits =
    Die Pixel sind zu grob, um Gebäude und Straßen zu erkennen; auch Jahreszeit, Ernte und Dunst zählen als Veränderung, und die Bedeckung folgt spektralen Regeln.
bands-unknown = { $share } der Pixel sind unbekannt: ohne Daten oder von Wolken, Schatten oder Schnee verdeckt.

## Listen und Vergleiche

found = { $told }: { $objects }.
found-first =
    { $kind ->
        [road]
            { $order ->
                [smallest] { $them }; die kleinste davon: { $one }.
                [surest] { $them }; die sicherste davon: { $one }.
                [unsurest] { $them }; die unsicherste davon: { $one }.
               *[largest] { $them }; die größte davon: { $one }.
            }
       *[any]
            { $order ->
                [smallest] { $them }; das kleinste davon: { $one }.
                [surest] { $them }; das sicherste davon: { $one }.
                [unsurest] { $them }; das unsicherste davon: { $one }.
               *[largest] { $them }; das größte davon: { $one }.
            }
    }
found-ranked = { $them }{ $order }; Nummer { $rank } davon: { $one }.
found-away =
    { $kind ->
        [building] { $distance } vom nächsten anderen Gebäude
        [road] { $distance } von der nächsten veränderten Straße
        [centre] { $distance } von der Bildmitte
       *[number] { $distance } von Objekt { $id }
    }
found-extent =
    { $extent ->
        [length] { $value } lang
       *[perimeter] Umfang { $value }
    }
object-rank =
    { $kind ->
        [building]
            { $count ->
                [one] { $told }, das einzige veränderte Gebäude.
               *[other] { $told }, nach Größe Nummer { $rank } von { $count } veränderten Gebäuden.
            }
        [road]
            { $count ->
                [one] { $told }, die einzige veränderte Straße.
               *[other] { $told }, nach Größe Nummer { $rank } von { $count } veränderten Straßen.
            }
       *[any]
            { $count ->
                [one] { $told }, die einzige veränderte Fläche.
               *[other] { $told }, nach Größe Nummer { $rank } von { $count } veränderten Flächen.
            }
    }
found-together = , zusammen { $size }
found-order =
    { $order ->
        [smallest] , die kleinsten zuerst
        [surest] , die sichersten zuerst
        [unsurest] , die unsichersten zuerst
        [nearest] , die nächsten zuerst
        [farthest] , die entferntesten zuerst
       *[largest] , die größten zuerst
    }
found-some = , { $listed } von { $count } genannt
found-object = { object-name } { $id } ({ $told })
found-status =
    { $status ->
        [appeared] neu
       *[disappeared] verschwunden
    }
found-at = bei { $latitude }, { $longitude }
found-became = { $told }: { $change }
probable = { $probability } wahrscheinlich
compare-equal = In beiden hat sich gleich viel verändert: { $parts }.
compare-more =
    { $kind ->
        [building] Bei Gebäuden hat sich { $place } mehr verändert: { $parts }.
        [road] Bei Straßen hat sich { $place } mehr verändert: { $parts }.
       *[any] { $place } hat sich mehr verändert: { $parts }.
    }
compare-part =
    { $count ->
        [one] { $part } { $count } Objekt, { $size }
       *[other] { $part } { $count } Objekte, { $size }
    }

## Ursachen, Sicherheit und Grenzen

why = Mögliche Ursachen: { $causes }
why-cause = { $cause } (Hinweise: { $evidence }; zu prüfen an: { $check }).
why-hypotheses = Das sind Vermutungen, die zu den Hinweisen passen, keine Befunde: Zwei Bilder zeigen keine Ursache.
why-nothing = Nichts hat sich verändert, das eine Ursache bräuchte.
cause =
    { $name ->
        [a-new-estate-or-settlement] eine neue Siedlung
        [building-on-single-plots] Bau auf einzelnen Grundstücken
        [redevelopment-buildings-made-room-for-others] Neubebauung: Gebäude machten anderen Platz
        [demolition-or-destruction-by-fire-flood-storm-or-an-earthquake] Abriss, oder Zerstörung durch Feuer, Hochwasser, Sturm oder Erdbeben
        [road-works-a-road-was-built-widened-or-resurfaced] Straßenbau: eine Straße wurde gebaut, verbreitert oder erneuert
        [clearing-harvest-or-the-start-of-building-works] Rodung, Ernte oder Beginn von Bauarbeiten
        [a-new-pond-or-reservoir-or-a-flood] ein neuer Teich oder Stausee, oder ein Hochwasser
        [drought-drainage-or-a-lower-water-level] Trockenheit, Entwässerung oder ein niedrigerer Wasserstand
        [drought-drainage-or-overgrowth-of-the-water] Trockenheit, Entwässerung oder zugewachsenes Wasser
        [growth-planting-or-the-season] Wuchs, Pflanzung oder die Jahreszeit
        [paving-a-yard-a-car-park-or-a-road] Befestigung: ein Hof, ein Parkplatz oder eine Straße
        [no-change-on-the-ground-the-images-do-not-lie-on-each-other] keine Veränderung am Boden: die Bilder liegen nicht aufeinander
        [light-shadow-or-season-rather-than-change] Licht, Schatten oder Jahreszeit statt einer Veränderung
        [clearing-harvest-drought-or-the-time-of-the-year] Rodung, Ernte, Trockenheit oder die Jahreszeit
        [regrowth-planting-or-a-wetter-season] Nachwuchs, Pflanzung oder eine feuchtere Jahreszeit
        [a-flood-a-new-reservoir-or-a-high-tide] ein Hochwasser, ein neuer Stausee oder Flut
        [drought-withdrawal-of-water-or-a-low-tide] Trockenheit, Wasserentnahme oder Ebbe
        [fire-or-felling-and-harvest-that-look-alike] Feuer, oder Fällung und Ernte, die ähnlich aussehen
        [snowfall-before-the-later-date] Schneefall vor dem späteren Tag
        [melt-before-the-later-date] Schneeschmelze vor dem späteren Tag
        [construction-mining-ploughing-or-harvest] Bau, Bergbau, Pflügen oder Ernte
        [drought-harvest-or-felling] Trockenheit, Ernte oder Fällung
       *[other] { $text }
    }
to-check =
    { $name ->
        [building-permits] Baugenehmigungen
        [reports-of-events-between-the-dates-and-demolition-permits] Berichte über Ereignisse zwischen den Tagen und Abrissgenehmigungen
        [the-development-plan] der Bebauungsplan
        [the-road-authority-s-plans] Pläne der Straßenbehörde
        [felling-permits] Fällgenehmigungen
        [water-levels-between-the-dates] Wasserstände zwischen den Tagen
        [the-season-of-both-images] die Jahreszeit beider Bilder
        [both-maps] beide Karten
        [the-images-themselves] die Bilder selbst
        [felling-permits-crop-calendars-and-rain-records] Fällgenehmigungen, Anbaukalender und Regendaten
        [images-of-the-same-month-in-other-years] Bilder desselben Monats aus anderen Jahren
        [gauge-records-of-the-days-of-both-images] Pegelstände an den Tagen beider Bilder
        [fire-alerts-between-the-dates] Feuermeldungen zwischen den Tagen
        [weather-records] Wetterdaten
        [plans-and-permits-or-finer-images] Pläne und Genehmigungen, oder feinere Bilder
        [rain-records-and-crop-calendars] Regendaten und Anbaukalender
       *[other] { $text }
    }
sign =
    { $name ->
        [vegetation-or-forest-lost] Vegetation oder Wald verloren
        [vegetation-gained] Vegetation gewonnen
        [water-gained] Wasser gewonnen
        [water-lost] Wasser verloren
        [burnt] verbrannt
        [snow-gained] Schnee gewonnen
        [snow-lost] Schnee verloren
        [ground-built-up-or-laid-bare] Boden bebaut oder freigelegt
        [moisture-lost] Feuchte verloren
       *[other] { $text }
    }
evidence-objects = { objects }, zusammen { $size }
evidence-cover =
    { $count ->
        [one] { $count } Stelle ({ $change }), { $size }
       *[other] { $count } Stellen ({ $change }), zusammen { $size }
    }
evidence-sign = { $sign }, auf { $size } ({ $share })
evidence-unsure =
    { $count ->
        [one] { $count } Objekt weniger als { $below } wahrscheinlich
       *[other] { $count } Objekte weniger als { $below } wahrscheinlich
    }
evidence-shift = die Bilder sind um { $shift } gegeneinander verschoben
evidence-no-building = kein Gebäude hat sich verändert
sure =
    { $agree ->
        [bands] Die Wahrscheinlichkeit, dass sich etwas verändert hat, beträgt nach den Kanälen { $probability }.
        [agree] Die Wahrscheinlichkeit, dass sich etwas verändert hat, beträgt { $probability }, und die Karten stimmen damit überein.
       *[differ] Die Wahrscheinlichkeit, dass sich etwas verändert hat, beträgt { $probability }, aber die Karten stimmen damit nicht überein.
    }
sure-some =
    { $unsure ->
        [one] { $unsure } von { $objects } Objekten ist weniger als { $below } wahrscheinlich, { $share } der veränderten Pixel.
       *[other] { $unsure } von { $objects } Objekten sind weniger als { $below } wahrscheinlich, { $share } der veränderten Pixel.
    }
sure-all = { $unsure } von { $objects } Objekten sind weniger als { $below } wahrscheinlich.
limits-here = { $pixels } (hier { $size })
limits-seen = Ich erkenne Veränderungen ab { $smallest } ({ $kinds })
limits-direction = { " " }und unterscheide Neues von Verschwundenem
limits-no-direction = , aber nicht ihre Richtung
limits-resolution = ; geeignet sind Bilder mit { $low } bis { $high } je Pixel
limits-these = , diese haben { $resolution }
limits-by-bands = Boden jeder Art, nach seinen Kanälen
limits-ground = anderer Boden
limits-unseen = Nicht erkennen kann ich: { $unseen }.
limits-indices = Spektralindizes, die die Kanäle erlauben, sagen mehr: { $indices }.
unseen =
    { $name ->
        [trees-and-crops] Bäume und Feldfrüchte
        [water] Wasser
        [bare-soil] offenen Boden
        [vehicles] Fahrzeuge
        [what-a-building-is-used-for] wozu ein Gebäude dient
        [damage-that-leaves-a-roof-in-place] Schäden, bei denen das Dach stehen bleibt
        [heights] Höhen
        [anything-that-came-and-went-between-the-two-dates] was zwischen den beiden Tagen kam und ging
        [buildings-and-roads-one-by-one] einzelne Gebäude und Straßen
        [whether-plants-changed-by-themselves-with-the-season-or-by-people] ob sich Pflanzen von selbst, mit der Jahreszeit oder durch Menschen veränderten
       *[other] { $text }
    }

## Spektralindizes und Landbedeckung

index =
    { $date ->
        [before] { $index } beträgt am früheren Tag { $mean }, { $range }.
       *[after] { $index } beträgt am späteren Tag { $mean }, { $range }.
    }
index-change = { $index } war { $before } und ist { $after }; Veränderung: { $change }, { $range }.
index-mean = im Mittel { $value }
index-median = im Median { $value }
index-range = meist { $low } bis { $high }
index-class =
    { $name ->
        [bare-ground-or-water] offener Boden oder Wasser
        [sparse-vegetation] spärliche Vegetation
        [dense-vegetation] dichte Vegetation
        [dry-land] trockenes Land
        [water] Wasser
        [not-built-up] nicht bebaut
        [built-up-or-bare] bebaut oder offen
        [no-snow] kein Schnee
        [snow] Schnee
        [strong-regrowth] starker Nachwuchs
        [weak-regrowth] schwacher Nachwuchs
        [unburned] unverbrannt
        [low-severity] geringe Brandschwere
        [moderate-low-severity] mäßig geringe Brandschwere
        [moderate-high-severity] mäßig hohe Brandschwere
        [high-severity] hohe Brandschwere
        [in-the-same-class] in derselben Klasse
        [less-vegetation] weniger Vegetation
        [more-vegetation] mehr Vegetation
        [less-water] weniger Wasser
        [more-water] mehr Wasser
        [less-built-up-or-bare-ground] weniger bebauter oder offener Boden
        [more-built-up-or-bare-ground] mehr bebauter oder offener Boden
        [less-snow] weniger Schnee
        [more-snow] mehr Schnee
       *[other] { $text }
    }
index-unknown = { $share } der Pixel sind nicht bekannt.
class-ground = { $name } { $ground }
ground-share = { $size } ({ $share })
cover-classes =
    { $date ->
        [before] Landbedeckung am früheren Tag: { $classes }.
       *[after] Landbedeckung am späteren Tag: { $classes }.
    }
cover-uses = Die Nutzung scheint zu sein: { $uses } ({ $method }).
use =
    { $name ->
        [annualcrop] einjährige Kulturen
        [forest] Wald
        [herbaceousvegetation] krautige Vegetation
        [highway] Fernstraße
        [industrial] Gewerbe
        [pasture] Weide
        [permanentcrop] Dauerkulturen
        [residential] Wohnen
        [river] Fluss
        [sealake] Meer oder See
       *[other] { $text }
    }
cover-unknown = Von { $share } der Pixel ist die Klasse nicht bekannt.
transition = { $before } → { $after } { $ground }
transitions-none = Zwischen den beiden Tagen hat kein Pixel seine Klasse der Landbedeckung gewechselt.
transitions = Zwischen den beiden Tagen haben { $changed } die Klasse gewechselt und { $kept } sie behalten.
transitions-list = Von was zu was: { $transitions }.
transitions-smaller = andere sind kleiner
transitions-yearly = Das sind { $share } im Jahr.
transitions-net = In der Bilanz: { $classes }.
transitions-corrected = Ohne die Fehler der Karten haben sich { $share } verändert
transitions-corrected-list = { $share }: { $transitions }.

## Archiv

archive-none = Das Archiv enthält nichts dergleichen.
archive =
    { $searched ->
        [one] Von { $searched } Teil der Bildpaare im Archiv { archive-nearest }:
       *[other] Von { $searched } Teilen der Bildpaare im Archiv { archive-nearest }:
    }
archive-nearest =
    { $count ->
        [one] passt { $count } am besten
       *[other] passen { $count } am besten
    }
archive-score = Wertung { $score }
archive-dates = { $before } bis { $after }
archive-card = ({ $number }) „{ $caption }“ ({ $told }).
archive-opened =
    Nummer { $number } ist jetzt als Paar { $pair } geöffnet: { $before } und { $after }; der Fund liegt in den Spalten { $left } bis { $right }, Zeilen { $top } bis { $bottom }.
notes-none = Das Archiv enthält dazu keine Notiz.
notes = Frühere Notizen sagen:
note = „{ $text }“ (Quelle: { $source }).

## Arbeit

export = { $file } enthält { $holds }.
export-limited = { $file } enthält { $holds }, nur solche { $limits }.
export-objects = { $file } enthält { $them } und keine anderen.
export-empty = Darum ist { $file } leer.
export-whole = { $file } enthält { $holds }; darin steht alles, was sich verändert hat, nicht nur: { $them }.
export-land =
    { $count ->
        [one] { $file } enthält { $count } Stück ({ $land }): { $lost } verloren, { $gained } gewonnen. Stücke unter { $smallest } fehlen.
       *[other] { $file } enthält { $count } Stücke ({ $land }): { $lost } verloren, { $gained } gewonnen. Stücke unter { $smallest } fehlen.
    }
export-land-none = { $file } ist leer: Kein Stück, das groß genug ist, ging verloren oder kam hinzu ({ $land }).
holds =
    { $name ->
        [the-class-of-change-at-each-pixel] die Klasse der Veränderung jedes Pixels
        [how-probable-change-is-at-each-pixel] die Wahrscheinlichkeit einer Veränderung in jedem Pixel
        [the-changed-objects-as-polygons-in-degrees] die veränderten Objekte als Polygone in Grad
        [the-changed-objects-as-polygons] die veränderten Objekte als Polygone
        [the-changed-objects-as-a-table] die veränderten Objekte als Tabelle
        [the-changed-objects-for-google-earth-and-other-globes] die veränderten Objekte für Google Earth und andere Globen
        [the-changed-objects-as-a-shapefile] die veränderten Objekte als Shapefile
        [the-changed-objects-as-a-workbook-for-excel] die veränderten Objekte als Excel-Arbeitsmappe
        [the-earlier-image-as-a-picture] das frühere Bild zum Ansehen
        [the-later-image-as-a-picture] das spätere Bild zum Ansehen
        [the-later-image-with-what-changed] das spätere Bild mit dem, was sich verändert hat
        [a-map-of-a-spectral-index] eine Karte eines Spektralindex
        [a-map-of-land-cover] eine Karte der Landbedeckung
        [the-land-cover-as-a-table] die Landbedeckung als Tabelle
        [a-drawing-of-which-land-cover-became-which] ein Bild davon, welche Landbedeckung zu welcher wurde
        [a-map-of-change-by-radar] eine Karte der Veränderung nach Radar
        [a-picture-of-change-by-radar] ein Bild der Veränderung nach Radar
        [the-zones-with-what-changed-in-them] die Zonen mit dem, was sich darin verändert hat
        [the-zones-with-what-changed-in-them-as-a-table] die Zonen mit dem, was sich darin verändert hat, als Tabelle
        [a-report-with-pictures-numbers-methods-and-limits-in-one-file] einen Bericht mit Bildern, Zahlen, Methoden und Grenzen, in einer Datei
        [the-same-report-as-pdf] denselben Bericht als PDF
        [all-numbers-with-inputs-settings-and-checksums-for-terradelta-rerun] alle Zahlen mit Eingaben, Einstellungen und Prüfsummen, für terradelta rerun
        [what-one-kind-of-land-lost-and-gained] was eine Art von Boden verlor und gewann
       *[other] { $text }
    }
holds-some = { $holds }, nur einen Teil davon
file = { $file } (enthält { $holds })
file-of-pair = { $file } (Paar { $pair }; enthält { $holds })
files = Bisher geschriebene Dateien, im Ordner dieses Gesprächs: { $files }.
files-none = Noch wurde keine Datei geschrieben; bitten Sie um eine, etwa um einen PDF-Bericht oder ein GeoJSON.
pair-swapped = Die Aufnahmetage sind vertauscht: Im Paar { $pair } ist { $before } das frühere und { $after } das spätere Bild; ab jetzt geht es um dieses Paar.
pair-current = Ab jetzt geht es um Paar { $pair }: { $before } ist das frühere und { $after } das spätere Bild.
assumed = Den Größen liegen angenommene Pixel von { $size } zugrunde.
assumed-now = Flächen und Längen liegen ab jetzt angenommene Pixel von { $size } zugrunde.
selftest-size = { $found } von { $planted } Dächern der Größe { $size } ({ $low } bis { $high } m breit)
selftest = Von den Gebäuden, die in dieses Paar gesetzt wurden, fand das Netz { $sizes }.
selftest-road = Es markierte { $share } der gesetzten Straße.
selftest-alarms = Fehlalarme: { $alarms } bei { $looks } Durchgängen, { $rate } { $unit }.
batch = { $parts }, in { $seconds } s.
batch-done =
    { $count ->
        [one] { $count } Paar fertig
       *[other] { $count } Paare fertig
    }
batch-failed = { $count } gescheitert
batch-kept = { $count } von einem früheren Lauf übernommen
batch-twice = { $count } doppelt aufgeführt

## Angebot

abilities = Ich vergleiche zwei Bilder eines Ortes: Ich kann { $others } und { $last }.
ability =
    { $name ->
        [tell-what-the-images-are] sagen, was die Bilder sind
        [describe-what-changed] beschreiben, was sich verändert hat
        [draw-where-it-changed] zeichnen, wo es sich verändert hat
        [count-changed-buildings-and-roads] veränderte Gebäude und Straßen zählen
        [measure-changed-area-also-by-zones-or-parts-of-the-image] veränderte Flächen messen, auch nach Zonen oder Bildteilen
        [list-the-largest] die größten auflisten
        [tell-mean-sizes-densities-yearly-rates-lengths-and-spacing] mittlere Größen, Dichten, jährliche Raten, Längen und Abstände nennen
        [compute-spectral-indices-and-their-change] Spektralindizes und ihre Veränderung berechnen
        [tell-land-cover-and-what-became-what] die Landbedeckung nennen und was woraus wurde
        [group-the-ground-into-zones-of-like-spectrum] den Boden in Zonen ähnlichen Spektrums gliedern
        [tell-from-radar-what-changed-under-clouds] nach Radar sagen, was sich unter Wolken verändert hat
        [search-an-archive-of-pairs] ein Archiv von Bildpaaren durchsuchen
        [look-up-earlier-answers] frühere Antworten nachschlagen
        [offer-causes-that-would-fit] mögliche Ursachen nennen
        [tell-how-sure-i-am-and-what-i-cannot-see] sagen, wie sicher ich bin und was ich nicht erkenne
        [write-maps-and-tables] Karten und Tabellen schreiben
        [swap-the-dates] die Aufnahmetage vertauschen
        [list-the-files-written-so-far] die bisher geschriebenen Dateien auflisten
        [tell-when-and-how-much-an-index-changed-over-many-dates] zeigen, wann und wie stark sich ein Index an vielen Tagen veränderte
        [draw-the-chart-of-a-place-or-zone-over-time] den Verlauf eines Ortes oder einer Zone zeichnen
        [tell-which-zones-changed-first] sagen, welche Zonen sich zuerst veränderten
        [compare-periods] zwei Zeiträume vergleichen
        [tell-areas-adjusted-by-a-labelled-sample] um die Fehler einer Karte bereinigte Flächen nennen, sobald Menschen eine Stichprobe davon beurteilt haben
        [tell-where-a-programme-was-most-effective-over-zones-with-an-outcome-and-a-treatment] sagen, wo ein Programm am wirksamsten war, über Zonen mit Ergebnis und Behandlung
        [compute-the-numbers-of-an-answer-anew-by-another-path] die Zahlen einer Antwort auf anderem Weg neu berechnen
        [tell-the-history-of-buildings-or-roads-over-many-dates] sagen, wann Gebäude oder Straßen über viele Tage entstanden und verschwanden
        [list-pieces-of-land-one-by-one] die Stücke auflisten, die an Land verloren gingen oder hinzukamen
        [rank-parcels-by-what-changed-in-them] Parzellen danach ordnen, was sich in ihnen geändert hat
        [tell-how-the-land-cover-developed-over-many-dates] die Entwicklung der Landbedeckung über viele Tage beschreiben
        [hold-what-an-event-did-against-places-that-it-did-not-reach] prüfen, was ein Ereignis an einem Ort bewirkt hat
       *[other] { $text }
    }
cannot-yet = In dieser Version kann ich nicht: { $wish }.
wish =
    { $name ->
        [answer-free-questions-about-the-look-of-an-image] freie Fragen zum Aussehen eines Bildes beantworten
       *[other] { $text }
    }
refused = Das geht nicht: { $reason }

## Kennzahlen

statistic =
    { $name ->
        [mean_area] Die mittlere Größe beträgt { $value } ({ $them }).
        [median_area] Der Median der Größe beträgt { $value } ({ $them }).
        [smallest_area] Die kleinste Größe beträgt { $value } ({ $them }).
        [largest_area] Die größte Größe beträgt { $value } ({ $them }).
        [length] Die Länge entlang der Mittellinie beträgt zusammen { $value } ({ $them }).
        [spacing] Der mittlere Abstand zum nächsten Nachbarn beträgt { $value }, von Mittelpunkt zu Mittelpunkt ({ $them }).
       *[total_area] Die Fläche beträgt zusammen { $value } ({ $them }).
    }
statistic-none = Nur eines zählt, also gibt es keinen Abstand zu einem anderen ({ $them }).
statistic-perimeter = Die mittlere Länge eines Umrisses beträgt { $value }, zusammen { $total } ({ $them }).
statistic-share =
    { $among ->
        [any] { $them }: { $value } von insgesamt { $count } veränderten Objekten und { $area } der Fläche.
       *[same] { $them }: { $value } von insgesamt { $count } und { $area } der Fläche.
    }
statistic-density = Die Dichte beträgt { $value } gültigen Bodens ({ $them }).
statistic-yearly-count =
    { $span ->
        [year] { $value } im Jahr ({ $them } in { $years } Jahr).
       *[years] { $value } im Jahr ({ $them } in { $years } Jahren).
    }
statistic-yearly-area =
    { $span ->
        [year] Die Fläche beträgt { $value } im Jahr ({ $them } in { $years } Jahr).
       *[years] Die Fläche beträgt { $value } im Jahr ({ $them } in { $years } Jahren).
    }
numbered =
    { $kind ->
        [building] Gebäude { $id }
        [road] Straße { $id }
       *[any] Objekt { $id }
    }
distance = { $first } und { $second } liegen { $gap } auseinander, von Umriss zu Umriss; ihre Mittelpunkte liegen { $centres } auseinander.
distance-touch = { $first } und { $second } berühren sich; ihre Mittelpunkte liegen { $centres } auseinander.

## Wie sich eine Art von Boden veränderte

land =
    { $name ->
        [water] Wasser
        [trees] Boden unter Bäumen
        [vegetation] Vegetation
        [snow] Schnee und Eis
        [built] bebauter Boden
        [soil] offener Boden
       *[bare] offener oder bebauter Boden
    }
land-none = an keinem der beiden Tage gefunden{ $where }: { $land }.
land-same = ebenso viel { $land }{ $where } wie vorher, { $size }.
land-none-way =
    { $way ->
        [lost] nichts ging verloren{ $where } ({ $land }).
       *[gained] nichts kam hinzu{ $where } ({ $land }).
    }
land-share =
    { $way ->
        [less] , ein Verlust von { $share }
       *[more] , ein Zuwachs von { $share }
    }
land-balance =
    { $way ->
        [less] { $size } weniger { $land } als vorher{ $where }{ $share }
        [more] { $size } mehr { $land } als vorher{ $where }{ $share }
       *[same] ebenso viel { $land } wie vorher{ $where }{ $share }
    }: { $before } am früheren Tag, { $after } am späteren; { $lost } verloren, { $gained } gewonnen.
land-where =
    { $way ->
        [lost] { $size } { $land } verloren{ $where }: { $places }.
       *[gained] { $size } { $land } gewonnen{ $where }: { $places }.
    }
land-halves = { $first } { $here } und { $second } { $there }
land-all = alles { $place }
land-most = am meisten { $place } ({ $share })
land-parts =
    { $way ->
        [lost] { $size } { $land } verloren{ $where }: { $parts }.
       *[gained] { $size } { $land } gewonnen{ $where }: { $parts }.
    }
land-to = { $size } wurden zu „{ $cover }“
land-from = { $size } waren vorher „{ $cover }“
land-seen = So sieht der Boden aus ({ $probability } wahrscheinlich); nahes Infrarot haben die Bilder nicht.
land-seen-none = Dass { $land }{ $where } hinzukam oder verschwand, ist nicht zu sehen; ohne nahes Infrarot bleiben kleine Veränderungen unerkannt.
land-seen-open = Ob { $land }{ $where } hinzukam oder verschwand, lässt sich nicht sagen: Auf { $size } hat sich der Boden verändert, doch von was zu was, ist ohne nahes Infrarot nicht zu sehen.
land-seen-trees = Bäume lassen sich so nicht von anderen Pflanzen unterscheiden.
land-seen-unclear = Auf weiteren { $size } hat sich der Boden verändert, doch von was zu was, lässt sich nicht sagen.
land-rate =
    { $way ->
        [less] { $yearly } weniger { $land } im Jahr{ $where }
        [more] { $yearly } mehr { $land } im Jahr{ $where }
       *[same] ebenso viel { $land } wie vorher{ $where }
    } ({ $size } in { $years } { $span ->
        [year] Jahr
       *[years] Jahren
    }); im Jahr { $lost } verloren, { $gained } gewonnen.
land-season = Die Tage liegen weniger als ein Jahr auseinander; ein Teil davon kann also die Jahreszeit sein.
land-percent = Die Größen sind Anteile am bekannten Boden.
land-noise = Fehler der Karten allein würden{ $where } etwa { $size } als verloren zeigen.
land-unknown = Von { $share } der Pixel ist die Art des Bodens nicht bekannt.
burnt = { $size } ({ $share } des bekannten Bodens) sehen verbrannt aus{ $where }: Ihr Brandindex (NBR) fiel um 0,27 oder mehr, wo es trocken war. Fällung und Ernte können ähnlich aussehen.
burnt-where = Davon: { $places }.
burnt-rate = Das sind { $yearly } im Jahr (in { $years } { $span ->
        [year] Jahr
       *[years] Jahren
    }).
burnt-none = Zwischen den Tagen wurde kein verbrannter Boden gefunden{ $where }.

## Veränderung nach Radar

radar-when = zwischen { $before } und { $after }
radar-when-unknown = zwischen dem ersten und dem letzten Bild
radar-date-unknown = Tag unbekannt
radar-changed = Radar zeigt { $when } Veränderung auf { $size } ({ $share } des bekannten Bodens): { $parts }.
radar-changed-series = Radar zeigt { $when } Veränderung auf { $size } ({ $share } des bekannten Bodens); bei der letzten Veränderung: { $parts }.
radar-darker = { $size } wurden dunkler
radar-brighter = { $size } wurden heller
radar-mixed = { $size } wurden in einer Polarisation heller und in der anderen dunkler
radar-place = Das meiste davon liegt { $place }.
radar-intervals = Erste Veränderungen nach Tagen: { $intervals }.
radar-interval = { $size } { $when }
radar-none = Radar zeigt { $when } keine Veränderung: kein Stück von { $size } oder mehr.
radar-flood = Wahrscheinlich ja: { $when } bedeckte wahrscheinlich offenes Wasser neu { $size } ({ $share } des bekannten Bodens).
radar-flood-also = Davon bedeckt wahrscheinlich offenes Wasser neu { $size } ({ $share } des bekannten Bodens).
radar-flood-passed = Wahrscheinlich ja, für eine Zeit: { $when } bedeckte wahrscheinlich offenes Wasser { $size } ({ $share } des bekannten Bodens) und ging wieder.
radar-passed = Für eine Zeit bedeckte wahrscheinlich offenes Wasser { $size } ({ $share } des bekannten Bodens), die es auf dem letzten Bild nicht bedeckt.
radar-flood-none = { $when } wurde kein neues offenes Wasser gefunden: kein verändertes Stück von { $size } oder mehr ist so dunkel wie glattes Wasser.
radar-water = Wahrscheinlich offenes Wasser bedeckt { $after } ({ $share } des bekannten Bodens) auf dem letzten Bild ({ $last }); auf dem ersten ({ $first }) waren es { $before }.
radar-water-untold = Ob es offenes Wasser gibt, lässt sich an diesen Bildern nicht sagen: Sie sind nicht kalibriert oder haben weder VV noch VH.
radar-slope = Es wurden keine Höhen angegeben; ob dieser Boden eben ist, wie Wasser es ist, wurde also nicht geprüft.
radar-flat = Nur ebener Boden wurde gezählt.
radar-alike = Glatter Sand, nasser Schnee und Asphalt sehen ebenso aus, und Wasser unter Bäumen oder zwischen Häusern wird nicht erkannt.
radar-looks =
    { $how ->
        [stated] Der Test nimmt Speckle von { $looks } Looks an, wie angegeben.
       *[estimated] Der Test nimmt Speckle von { $looks } Looks an, wie unveränderter Boden sie zeigt.
    } Von unveränderten Pixeln meldet er durch Zufall { $alpha }, hier meldet er { $flagged } von allen. Stücke unter { $size } zählen nicht.
radar-limits = Radar zeigt, dass sich die Oberfläche verändert hat, nicht warum: Auch Regen, Ernte, Pflügen, Schnee und Eis verändern sie.
radar-unknown = Über { $share } der Pixel ist nichts bekannt.

## Neben den Ergebnissen

impossible =
    { $act ->
        [mail] Ich kann nichts versenden, auch nicht per E-Mail; Dateien, die ich schreibe, liegen im Ordner dieses Gesprächs.
       *[print] Ich kann nicht drucken, hochladen oder anrufen; ich antworte hier und schreibe Dateien.
    }
courtesy =
    { $act ->
        [thanks] Gern geschehen. Fragen Sie weiter, wenn etwas offen ist.
        [enough] In Ordnung.
       *[hello] Guten Tag. Fragen Sie, was sich zwischen den beiden Bildern verändert hat: wo, wie viel und warum.
    }
recap = Bisher: { $told }
recap-none = Noch wurde nichts gemessen; fragen Sie, was sich verändert hat.
beyond = Das kann ich nicht sagen oder tun: { $things }. Die Bilder zeigen es nicht, und keines meiner Werkzeuge leistet es.
cannot-see = Das kann ich nicht erkennen: { $things }. Das Netz sucht nach Gebäuden, Straßen und anderen Veränderungen des Bodens.
balance =
    { $way ->
        [more] Mehr als vorher, unterm Strich { $net }:
        [fewer] Weniger als vorher, unterm Strich { $net }:
       *[same] So viele wie vorher:
    }
method-alone = Das kam vom Werkzeug { $tool }.
method = Das kam vom Werkzeug { $tool }: { $method }.
against =
    { $way ->
        [more] Mehr als das:
        [less] Weniger als das:
       *[unknown] Ob es mehr ist, lässt sich nicht sagen, da die Größe eines Pixels nicht bekannt ist; sagen Sie etwa „nimm 0,5 m pro Pixel an“:
    }
pixel-size-unknown = Die Größe eines Pixels ist nicht bekannt, daher stehen Größen in Pixeln; sagen Sie etwa „nimm 0,5 m pro Pixel an“.
land-one-date = Wie viel es davon an einem der Tage gibt, lässt sich ohne nahes Infrarot nicht sagen, nur was sich verändert hat:
most-in = Am meisten { $condition }:
difference-in = { $amount } mehr { $place }:
difference = Der Unterschied beträgt { $amount }:
difference-none = In beiden gleich viel:
built-up-not-apart = Bebauter Boden allein ist mit diesen Kanälen nicht von anderem offenen Boden zu unterscheiden; von beidem zusammen:
yes-gross =
    { $way ->
        [loss] Ja, { $size } verloren, insgesamt aber:
       *[gain] Ja, { $size } hinzugekommen, insgesamt aber:
    }
no-thirds = Ich messe Hälften, Viertel und das mittlere Neuntel, keine Drittel; daher für die Hälfte:
part-unknown = Eines davon sagen diese Bilder nicht; zum Rest:
yes = Ja:
no = Nein:
claim-right = Das stimmt:
claim-wrong = Das stimmt nicht:
possibly = Möglicherweise:
hardly = Kaum, nicht mehr als Fehler der Karten zeigen würden:
not-so-many = Nein, nicht { $number }:
not-more = Nein, nicht mehr als { $number }:
not-fewer = Nein, nicht weniger als { $number }:
of-one-date =
    { $kind ->
        [building] Ich zähle Gebäude, die sich verändert haben; wie viele an einem Tag stehen, kann ich nicht sagen.
        [road] Ich zähle Straßen, die sich verändert haben; wie viele es an einem Tag gibt, kann ich nicht sagen.
       *[any] Ich zähle, was sich verändert hat; was es an einem Tag gibt, kann ich nicht sagen.
    }
not-used = Nicht berücksichtigt: { $words }.
out-of-scope = Das sagen diese Bilder nicht. Fragen Sie, was sich verändert hat, wo, wie viel, wie sicher oder warum; „Hilfe“ nennt alles, was ich kann.
when = Es hat sich zwischen den beiden Zeitpunkten verändert; wann genau, sagen zwei Bilder nicht.
card-no-shift = Wie die beiden Zeitpunkte aufeinanderliegen, ließ sich nicht messen; vergleichen Sie sie mit dem Auge.
limits-in =
    { $unit ->
        [px] Diese Bilder haben keinen Ort auf der Erde, deshalb zählt die Grenze in Pixeln; --pixel-size angeben für Quadratmeter.
       *[m2] Größen zählen hier in Quadratmetern, die Grenze also auch, und nicht in Pixeln.
    }

## Im Lauf der Zeit

series-changed = { $index } an { $count } Tagen von { $first } bis { $last }: { $share } des Bodens mit genug klaren Tagen hat sich verändert{ $ground }.
series-none = { $index } an { $count } Tagen von { $first } bis { $last }: Keine Veränderung von { $limit } oder mehr wurde gefunden.
series-dates = Am meisten veränderte sich am { $dates }; die allererste Veränderung war am { $first } zu sehen.
series-on =
    { $way ->
        [lower] { $day } ({ $share }, auf ein tieferes Niveau)
        [higher] { $day } ({ $share }, auf ein höheres Niveau)
       *[both] { $day } ({ $share }, in beide Richtungen)
    }
series-trend =
    { $way ->
        [falls] Der Mittelwert sinkt um { $slope } im Jahr (95 %: { $low } bis { $high }, p { $chance }).
        [rises] Der Mittelwert steigt um { $slope } im Jahr (95 %: { $low } bis { $high }, p { $chance }).
       *[none] Der Mittelwert hat keinen sicheren Trend: { $slope } im Jahr (95 %: { $low } bis { $high }, p { $chance }).
    }
series-trend-unknown = Mit { $count } klaren Tagen wird kein Trend genannt.
series-p-under = unter 0,001
series-shares = { $falling } des Bodens hat einen fallenden Trend, { $rising } einen steigenden (p unter 0,05).
series-suspect =
    { $count ->
        [one] Verdächtig ist { $days }: Werte verlassen dort ihr Niveau und kehren sofort zurück, was keine Veränderung ist.
       *[other] Verdächtig sind { $count } Tage ({ $days }): Werte verlassen dort ihr Niveau und kehren sofort zurück, was keine Veränderung ist.
    }
series-unknown = Auf { $share } des Bodens gibt es zu wenige klare Tage für eine Aussage.
series-chart = { $index }, { $place }, an { $count } klaren Tagen von { $first } bis { $last }.
series-chart-empty = { $index }, { $place }, ist an { $count } Tagen klar, also gibt es nichts zu zeichnen.
series-whole = der ganze Ort
series-breaks = Der Wert { $breaks }.
series-no-break = Der Wert hat keinen Bruch.
series-break =
    { $way ->
        [fell] fiel um { $size }, zu sehen am { $day } (zuletzt klar davor: { $since })
       *[rose] stieg um { $size }, zu sehen am { $day } (zuletzt klar davor: { $since })
    }
series-zones =
    { $changed ->
        [0] { $index }: Keine von { $zones } Zonen hat einen Bruch.
       *[other] { $index }: { $changed } von { $zones } Zonen haben einen Bruch.
    }
series-zones-first = Der Zeit nach: { $zones }.
series-zone = { $zone } { $told }
series-zones-falling =
    { $count ->
        [one] Eine Zone hat einen fallenden Trend: { $zone } mit { $slope } im Jahr.
       *[other] { $count } Zonen haben einen fallenden Trend, am meisten { $zone } mit { $slope } im Jahr.
    }
series-period = { $mean } von { $since } bis { $until } ({ $count } klare Tage)
series-periods = { $index }, { $place }: { $first } und { $second }.
series-difference =
    { $way ->
        [falls] Der Wert ist um { $difference } tiefer (95 %: { $low } bis { $high }).
        [rises] Der Wert ist um { $difference } höher (95 %: { $low } bis { $high }).
       *[none] Der Unterschied von { $difference } ist nicht sicher (95 %: { $low } bis { $high }).
    }
doubt-smallest = Hier zählt, was mindestens { $smallest } groß ist.
doubt-on-ground = { $offset } ({ $ground })
doubt-offset = Der Versatz der beiden Tage beträgt { $offset }, gemessen an diesen Bildern.
doubt-season =
    { $days ->
        [one] Hier liegen die Tage im Jahreslauf { $days } Tag auseinander ({ $before } und { $after }).
       *[other] Hier liegen die Tage im Jahreslauf { $days } Tage auseinander ({ $before } und { $after }).
    }
doubt-covers = Meine Zahlen gelten für { $area } von { $before } bis { $after }.
verification-how = { " " }mit { $again } statt { $told }
verification-outlines = { " " }Auch die Flächen nach den Umrissen der Objekte stimmen überein.
verification-number = { $name } { $told }, neu { $again }
verification =
    { $verdict ->
        [pass]
            { $count ->
                [one] Aus den Dateien neu berechnet{ $how }: Die Zahl stimmt.{ $outlines }
               *[other] Aus den Dateien neu berechnet{ $how }: Alle { $count } Zahlen stimmen.{ $outlines }
            }
        [warn] Aus den Dateien neu berechnet{ $how }: { $some } von { $count } Zahlen weichen ein wenig ab ({ $list }); die anderen stimmen.
       *[fail] Aus den Dateien neu berechnet{ $how }: { $some } von { $count } Zahlen weichen ab ({ $list }). Verlassen Sie sich nicht darauf.
    }
history-appeared =
    { $object ->
        [building]
            { $count ->
                [0] ist kein Gebäude entstanden
                [one] ist { $count } Gebäude entstanden
               *[other] sind { $count } Gebäude entstanden
            }
       *[road]
            { $count ->
                [0] ist keine Straße entstanden
                [one] ist { $count } Straße entstanden
               *[other] sind { $count } Straßen entstanden
            }
    }
history-disappeared =
    { $count ->
        [0] nichts verschwunden
       *[other] { $count } verschwunden
    }
history = Vom { $first } bis { $last } ({ $dates } Aufnahmetage) { $appeared }{ $gained } und { $disappeared }{ $lost }.
history-ground = { " " }({ $size })
history-intervals = Von Aufnahme zu Aufnahme: { $intervals }.
history-busiest = Die Zeiträume mit den meisten Änderungen: { $intervals }.
history-interval = { $since } bis { $until } { $appeared } entstanden ({ $rate } im Jahr) und { $disappeared } verschwunden
history-altered = { $grew ->
        [0] { $shrank } bestehende wurden kleiner.
       *[other] { $shrank ->
            [0] { $grew } bestehende wurden erweitert.
           *[other] Von den bestehenden wurden { $grew } erweitert und { $shrank } kleiner.
        }
    }
history-passing =
    { $count ->
        [one] 1 entstandenes war am letzten Tag wieder verschwunden.
       *[other] { $count } entstandene waren am letzten Tag wieder verschwunden.
    }
history-contradictions =
    { $count ->
        [one] Bei 1 Objekt widersprechen sich die Zeiträume: Es wäre zweimal gebaut worden oder zweimal verschwunden; es zählt einmal.
       *[other] Bei { $count } Objekten widersprechen sich die Zeiträume: Sie wären zweimal gebaut worden oder zweimal verschwunden; sie zählen einmal.
    }
history-direct = Der erste und der letzte Tag allein, miteinander verglichen, zeigen { $appeared } entstandene und { $disappeared } verschwundene.
patches-none = { $way ->
        [lost] Kein verlorenes Stück
       *[gained] Kein hinzugekommenes Stück
    } ({ $land }){ $where } gefunden{ $without }.
patches-without = { " " }({ $count } ohne diese Grenze)
patches =
    { $count ->
        [one] 1 Stück { $way ->
            [lost] ging verloren
           *[gained] kam hinzu
        } ({ $land }){ $where }: { $pieces }.
       *[other] { $count } Stücke { $way ->
            [lost] gingen verloren
           *[gained] kamen hinzu
        } ({ $land }){ $where }, zusammen { $size }, das größte zuerst: { $pieces }.
    }
patches-some =
    { $count } Stücke { $way ->
        [lost] gingen verloren
       *[gained] kamen hinzu
    } ({ $land }){ $where }, zusammen { $size }; die { $shown } größten: { $pieces }.
patches-first =
    Das größte von { $count } { $way ->
        [lost] verlorenen
       *[gained] hinzugekommenen
    } Stücken ({ $land }){ $where } (zusammen { $size }): { $pieces }.
patches-ranked =
    { $count } Stücke { $way ->
        [lost] gingen verloren
       *[gained] kamen hinzu
    } ({ $land }){ $where }, zusammen { $size }; Nummer { $rank } nach der Größe: { $pieces }.
patches-piece = { $size } ({ $told })
patches-became = „{ $before }“ wurde „{ $after }“
patches-smallest = Stücke unter { $size } werden nicht genannt.
patches-seen = Das ist nach dem Aussehen des Bodens; Boden unter Gebäuden zählt nicht dazu.
trajectory = Landbedeckung an { $count } Tagen vom { $first } bis { $last }: { $classes }.
trajectory-class = { $cover } { $before } auf { $after }
trajectory-still = Die Anteile der Klassen haben sich nicht bewegt.
trajectory-path = Ihr Weg auf dem Simplex ist { $arc } lang (Fisher-Rao), in gerader Linie { $chord }; der größte Schritt ist { $step }, vom { $since } bis { $until }.
trajectory-rates =
    { $assumed ->
        [True] Am schnellsten: { $rates }; angenommen ist, dass { $right } der Pixel jeder Karte stimmen.
       *[False] Am schnellsten: { $rates }; { $right } der Pixel jeder Karte stimmen, wie angegeben.
    }
trajectory-rate = { $before } zu { $after }, { $share } des Bodens im Jahr (Fehler der Karten allein ergäben { $noise })
trajectory-until = Bleiben die Raten, so dauert es im Mittel { $years } Jahre (Standardabweichung { $deviation }) von { $before } zu { $after }; Fehler der Karten allein ergäben { $noise } Jahre.
trajectory-patches = Der größte Fleck ({ $cover }) umfasst am { $first } { $before } davon und am { $last } { $after }; es sind { $few } und { $many } Flecken.
trajectory-null = Boden gleicher Menge und Autokorrelation hätte am { $last } { $expected } in einem Fleck (p { $chance }).
trajectory-dimension = Die Box-Counting-Dimension ist { $before } und { $after }.
assessed = Um die Fehler von { $map } bereinigte Flächen, nach { $points } beurteilten Punkten: { $classes }.
assessed-class = { $name } { $adjusted } ({ $low } bis { $high } mit { $level } Sicherheit), auf der Karte { $mapped }
assessed-class-share = { $name } { $adjusted } (Standardfehler { $error }), auf der Karte { $mapped }
assessed-right = { $overall } der Karte sind richtig (Standardfehler { $error }).
assessed-accuracies = Nutzer- und Produzentengenauigkeit: { $classes }.
assessed-accuracy = { $name } { $users } und { $producers }
assessed-people = { $people } Personen haben beurteilt und stimmen in { $share } der Fälle überein (Kappa { $kappa }).
assessed-people-share = { $people } Personen haben beurteilt und stimmen in { $share } der Fälle überein.
assessed-name =
    { $name ->
        [unchanged] unverändert
        [no-change] unverändert
        [changed] verändert
        [building] Gebäude
        [road] Straßen
       *[other] { cover }
    }
zone-effects = Über { $zones } Zonen, davon { $treated } behandelt, hat { $treatment } { $outcome } im Mittel geschätzt um { $mean } verändert ({ $low } bis { $high } mit { $level } Sicherheit).
zone-effects-differ = Die Wirkung ist in manchen Zonen größer als in anderen: { $most } ({ $most_low } bis { $most_high }) im Drittel, für das die Kovariaten { $set } am meisten vorhersagen, { $least } ({ $least_low } bis { $least_high }) im Drittel, für das sie am wenigsten vorhersagen, an Zonen, die die Vorhersage nicht gesehen hat (AUTOC { $autoc }, Standardfehler { $error }).
zone-effects-alike = Zonen mit größerer Wirkung lassen sich mit den Kovariaten { $set } nicht erkennen (AUTOC { $autoc }, Standardfehler { $error }); es ist also nicht gezeigt, dass es irgendwo besser gewirkt hat.
zone-effects-sets = Sätze von Kovariaten nebeneinander, AUTOC nach X- und nach T-Learner: { $sets }.
zone-effects-set = { $name } { $x } und { $t }
zone-effects-contrasts = Was die Zonen mit der größten vorhergesagten Wirkung von denen mit der kleinsten unterscheidet: { $contrasts }.
zone-effects-contrast = { $column } { $most } gegenüber { $least }
zone-effects-names = Größte vorhergesagte Wirkung: { $names }.
effect-found = { $way ->
        [lower] Seit { $event } lag { $index } ({ $place }) um { $size } niedriger als nach { $controls ->
            [0] der eigenen Vergangenheit
            [one] einer Kontrolle
           *[other] { $controls } Kontrollen
        } zu erwarten (95 % von { $low } bis { $high }).
        [higher] Seit { $event } lag { $index } ({ $place }) um { $size } höher als nach { $controls ->
            [0] der eigenen Vergangenheit
            [one] einer Kontrolle
           *[other] { $controls } Kontrollen
        } zu erwarten (95 % von { $low } bis { $high }).
       *[none] Seit { $event } wich { $index } ({ $place }) um { $size } von dem ab, was nach { $controls ->
            [0] der eigenen Vergangenheit
            [one] einer Kontrolle
           *[other] { $controls } Kontrollen
        } zu erwarten war (95 % von { $low } bis { $high }); das kann auch gar kein Unterschied sein.
    }
effect-verdict = Urteil über eine Wirkung des Ereignisses: { $verdict }.
effect-checks = Prüfungen: { $checks }.
effect-check = { $name ->
        [pre-period-fit] Passung vor dem Ereignis
        [controls] Kontrollen
        [interval] Intervall
        [other-trend] anderer Trend
        [placebo-in-time] Placebo in der Zeit
        [placebo-in-space] Placebo im Raum
        [leave-one-out] je eine Kontrolle weggelassen
        [controls-untouched] Kontrollen unberührt
        [date-of-the-break] Zeitpunkt des Bruchs
        [second-opinion] zweite Meinung
        [convex-hull] konvexe Hülle
        [detectable-effect] nachweisbare Wirkung
       *[other] { $text }
    }
verdict = { $name ->
        [supported] gestützt
        [not-supported] nicht gestützt
        [inconclusive] nicht zu entscheiden
       *[other] { $text }
    }
parcels-about =
    { $way ->
        [lost] Verlust von { $land }
        [gained] Zugang von { $land }
       *[changed] { $land }
    }
parcels-none = In den Parzellen gibt es nichts davon: { $about }.
parcels =
    { $touched ->
        [one] 1 von { $parcels } Parzellen zeigt { $about }, insgesamt { $size }.
       *[other] { $touched } von { $parcels } Parzellen zeigen { $about }, insgesamt { $size }.
    }
parcels-certain =
    { $certain ->
        [0] In keiner davon ist es mehr, als Fehler der Karten ausmachen können.
       *[other] In { $certain } davon ist es mehr, als Fehler der Karten ausmachen können.
    }
parcels-most = Die größten Anteile: { $rows }.
parcel-row = { $parcel } mit { $share } ({ $low } bis { $high }), { $size }
parcel-row-plain = { $parcel } mit { $share }, { $size }
parcels-rule = Die Regel ({ $rule }) trifft auf { $holds } Parzellen zu und bleibt bei { $undecided } offen.
parcels-unmeasured = { $count } Parzellen haben kein bekanntes Pixel.
parcel-kind =
    { $name ->
        [water] Wasser
        [trees] Bäume
        [vegetation] Vegetation
        [snow] Schnee
        [bare] offener Boden
        [building] veränderte Gebäude
        [road] veränderte Straßen
        [any] veränderte Fläche
       *[other] { $text }
    }
effect-area = das Untersuchungsgebiet
