# Was die Werkzeuge sagen, auf Deutsch: Warnungen, Hinweise und Absagen. Das Englische steht, wo es entsteht.

## Listen

list = { $first }, { $last }
semicolons = { $first }; { $last }
both = { $first } und { $last }
in-a-row = { $first } { $last }
and-more = { $named } und { $more } weitere

## Vor der Auswertung

identical = Die beiden Bilder sind Pixel für Pixel gleich: Prüfen Sie, ob die richtigen Dateien angegeben wurden.
unfit-pixels =
    Ein Pixel ist am Boden { $resolution } m groß; das Netz hat mit einer Bodenauflösung von { $trained } m gelernt und ist von { $low } bis { $high } m verlässlich, also ist mit Übersehenem und Fehlalarmen zu rechnen{ $remedy }.
try-resampling = ; versuchen Sie --resample { $metres }
coarser-image = Ein Bild hat Pixel von { $native } m und zeigt weniger als die { $resolution } m des Rasters.
oblong-pixels =
    Die Pixel sind am Boden { $width } m breit und { $height } m hoch, Häuser sehen also verzerrt aus; machen Sie sie mit --resample { $metres } quadratisch.
no-photograph = { $name } enthält { $content } und ist kein Foto: Gebäude und Straßen werden nicht gesucht{ $remedy }.
by-radar = , aber terradelta radar sagt, was sich verändert hat
too-little-to-compare = Es ist zu wenig zu sehen, um zu prüfen, ob die beiden Zeitpunkte passgenau übereinanderliegen.
unlike =
    Ob die beiden Zeitpunkte passgenau übereinanderliegen, lässt sich nicht sagen: Sie sehen sich nicht ähnlich. Vergleichen Sie sie mit dem Auge.
turned =
    Die Zeitpunkte scheinen um etwa { $degrees } Grad gegeneinander gedreht zu sein: Bringen Sie sie zuerst zur Deckung (Koregistrierung).
shifted =
    Das spätere Bild liegt { $columns } px weiter { $side ->
        [left] links
       *[right] rechts
    } und { $rows } px weiter { $way ->
        [up] oben
       *[down] unten
    }: Bringen Sie es zuerst zur Deckung (Koregistrierung), denn dort werden Umrisse verglichen.
blank = { $name } zeigt nichts: Seine Pixel sind so gut wie gleich; prüfen Sie, ob es die richtige Datei ist.
no-data =
    Für { $share } % des gemeinsamen Bodens gibt es an einem oder beiden Zeitpunkten keine Daten; darüber ist nichts bekannt.
clouds =
    { $share } % von { $name } sehen aus wie Wolken, Schnee oder Blendung; was darunter liegt, ist nicht zu sehen.

## Das Paar

dates-swapped =
    Das erste Bild ist vom { $first }, später als das zweite ({ $second }): Vielleicht sind sie vertauscht.
filled =
    { $share } % von { $name } haben in allen Kanälen den Wert { $fill }, der als fehlende Daten gilt, obwohl die Datei das nicht angibt; ist das falsch, geben Sie den richtigen Wert an: gdal_edit.py -a_nodata VALUE.
turned-unmoved = Die Zeitpunkte scheinen um etwa { $degrees } Grad gedreht zu sein, deshalb wurde nichts verschoben.
unsure-unmoved =
    Die Verschiebung zwischen den Zeitpunkten lässt sich nicht sicher bestimmen, deshalb wurde nichts verschoben.
too-far-to-move =
    Der Versatz bei der Koregistrierung ist { $pixels } px, zu viel, um ihn hier zu korrigieren; bringen Sie die Bilder zuerst zur Deckung.
moved-back = Das zweite Bild wurde um { $columns } Spalten und { $rows } Zeilen zurückgeschoben.
nowhere = Keines der Bilder sagt, wo es liegt, deshalb stehen Flächen in Pixeln und Prozent, nicht in Quadratmetern.
nowhere-one =
    { $name } sagt nicht, wo es liegt; es wird angenommen, dass es denselben Boden zeigt wie das andere Bild.
warped = Das zweite Bild wurde auf das Raster des ersten gebracht.
warped-from = Das zweite Bild wurde auf das Raster des ersten gebracht, { $what }.
from-crs = von { $there } nach { $here }
from-pixels = von Pixeln von { $there } m auf { $here } m
overlap = Nur die Überlappung wird beurteilt: { $share } % des ersten Bildes.
resampled = Beide Bilder wurden auf Pixel von { $metres } m umgerechnet.
stretched =
    Die Werte sind { $types } ({ $kind }); { $low } bis { $high } wurden für beide Zeitpunkte gleich auf 0–255 gestreckt.
digital-numbers = digitale Werte
reflectance-reals = Reflexionsgrad 0–1
reflectance-numbers = Reflexionsgrad x 10.000
decibels = Dezibel
unlike-kinds =
    Die beiden Zeitpunkte enthalten Werte verschiedener Art, von denen eine gemeinsame Streckung die einen oder die anderen verdeckt; bringen Sie beide auf eine Art, bevor Sie sich auf eine Veränderung verlassen.
in-decibels = Die Werte sehen aus wie Radar in Dezibel; das Netz kennt nur optische Bilder.

## Flächen und Zonen

one-left-out =
    { $noun ->
        [zone] Die Zone { $named } aus { $file } bleibt weg: Sie { $reason }.
       *[feature] Das Objekt { $named } aus { $file } bleibt weg: Es { $reason }.
    }
some-left-out =
    { $noun ->
        [zone] { $count } Zonen aus { $file } bleiben weg; jede { $reason }: { $named }.
       *[feature] { $count } Objekte aus { $file } bleiben weg; jedes { $reason }: { $named }.
    }
outside = liegt außerhalb der Bilder
too-small = ist so klein oder schmal, dass keine Pixelmitte darin liegt
no-shape = hat keine Form
no-degrees = hat Koordinaten, die keine Grade sind
unplaced = lässt sich nicht als Ganzes in das Koordinatensystem der Bilder umrechnen
tangled = kreuzt sich zu oft selbst, um repariert zu werden
no-polygon =
    ist { $kind ->
        [Point] ein Punkt
        [MultiPoint] eine Punktmenge
        [LineString] eine Linie
        [LinearRing] eine Linie
        [MultiLineString] eine Linienmenge
       *[other] von einer Art ohne Fläche
    }, kein Polygon
too-many-corners = ist ungültig und hat mehr als { $most } Ecken
no-area = umschließt keine Fläche
beyond-repair = lässt sich nicht reparieren
no-outline = hat weniger als drei Ecken
no-numbers = hat Koordinaten, die keine Zahlen sind
no-places = hat Koordinaten jenseits jeder Karte
nested-rings = hat Ringe, die zu oft ineinanderliegen
area-left =
    Der gewünschte Ausschnitt gehörte zu dem Paar, das vorher offen war; von diesem wird das ganze ausgewertet.

## Dateien

of-file = { $name } { $note }
day-by-name =
    ist nach dem Namen vom { $first } und nach der Angabe zum Schreibzeitpunkt vom { $last }; angenommen wird der { $first }, und eine Rate pro Jahr wird nicht genannt: Geben Sie die Tage mit --date-before und --date-after an.
day-by-tag =
    ist nach der Angabe zum Schreibzeitpunkt vom { $first } und nach dem Namen vom { $last }; angenommen wird der { $first }, und eine Rate pro Jahr wird nicht genannt: Geben Sie die Tage mit --date-before und --date-after an.
bands-by-number =
    { $name } hat { $count } Kanäle ohne Namen, wie { $family } sie hat; { $numbers } sind Rot, Grün und Blau.
first-three-bands = { $name } benennt seine Kanäle nicht; die ersten drei gelten als Rot, Grün und Blau.
pages = { $name } enthält { $count } Seiten; nur die erste wird gelesen.
camera-turned =
    { $name } wurde mit gedrehter Kamera aufgenommen und wird gelesen, wie es gespeichert ist, nicht aufrecht; steht das andere Bild anders, speichern Sie zuerst beide aufrecht.
for-print = { $name } ist für den Druck gemacht (CMYK); seine Farben werden nach einer Faustregel in RGB umgerechnet.
file-damaged =
    { $name } ist beschädigt oder abgeschnitten und lässt sich nicht lesen; kopieren oder laden Sie die Datei noch einmal.
overviews-damaged =
    Die Übersichten von { $name } sind beschädigt oder abgeschnitten; die Pixel werden ohne sie gelesen.
metadata-damaged =
    { $name } ist abseits der Pixel beschädigt, in den Metadaten oder in weiteren Seiten; die Pixel werden gelesen.
placed-beside = { $name } sagt nicht, wo es liegt; es wird nach der World-Datei oder der .prj daneben platziert.
world-file-alone =
    Die World-Datei neben { $name } platziert es nicht, weil keine lesbare .prj daneben das Koordinatensystem nennt; schreiben Sie es in die Datei: gdal_translate -a_srs EPSG:CODE { $name } placed.tif.
elevations = Höhenwerte
radar-backscatter = Radar-Rückstreuung
no-brightness = Zahlen einer anderen Art als Helligkeit
ready-index = einen fertigen { $index }

## Kanäle und Skalierung

band =
    { $key ->
        [A] Küstenblau
        [B] Blau
        [G] Grün
        [G1] Grün 1
        [N] nahes Infrarot
        [N2] schmales nahes Infrarot
        [R] Rot
        [RE1] Red Edge 1
        [RE2] Red Edge 2
        [RE3] Red Edge 3
        [S1] kurzwelliges Infrarot 1
        [S2] kurzwelliges Infrarot 2
        [T] thermisches Infrarot
        [T1] thermisches Infrarot 1
        [T2] thermisches Infrarot 2
        [WV] Wasserdampf
        [Y] Gelb
       *[other] { $name }
    }
name-bands = falls das nicht stimmt, nennen Sie sie der Reihe nach: --sensor { $sensor }:green,red,rededge,nir.
state-bands =
    geben Sie es mit --sensor an, einen bekannten ({ $sensors }) oder die Kanäle der Reihe nach ({ $stated }:green,red,rededge,nir)
bands-unused = Die Kanäle { $listed } haben keine Namen und werden nicht benutzt; { $named }
band-as-infrared = Kanal { $band } hat keinen Namen und gilt neben Rot, Grün und Blau als nahes Infrarot; { $named }
alpha-as-infrared =
    Kanal { $band } ist als Alpha markiert, enthält aber mehr als die Abdeckung und gilt neben Rot, Grün und Blau als nahes Infrarot; { $named }
bands-by-product =
    Die Kanäle haben keine Namen; sie werden in der Reihenfolge von { $sensor } gelesen, worauf der Dateiname hinweist.
bands-by-count =
    Nichts benennt die { $count } Kanäle; nach ihrer Anzahl gelten sie als die von { $sensor }, in dessen Reihenfolge; { $named }
no-sensor =
    Den Sensor { $name } gibt es hier nicht; wählen Sie aus { $sensors }, oder nennen Sie die Kanäle: { $stated }:green,red,nir.
no-band-of-sensor = { $listed } nennt einen Kanal, den { $sensor } nicht hat; vorhanden sind { $names }.
no-band-name =
    { $word } ist kein Name eines Kanals; nehmen Sie { $names }, und - für einen Kanal, der übergangen wird.
unknown-band = Was der eine Kanal von { $name } enthält, sagt nichts mit Sicherheit; { $ways }.
unknown-bands = Was die { $count } Kanäle von { $name } enthalten, sagt nichts mit Sicherheit; { $ways }.
too-many-bands-named =
    { $name } hat { $count } Kanäle, { $sensor } { $named }; nennen Sie die vorhandenen Kanäle der Reihe nach, zum Beispiel --sensor { $example }.
the-list = die Liste
stated = von einer Person angegeben
stated-baseline = von einer Person angegeben (Baseline { $baseline })
brightness = 8-Bit-Helligkeit
reals-as-reflectance = reelle Zahlen gelten als Reflexionsgrad
numbers-as-reflectance = ganze Zahlen gelten als Reflexionsgrad x 10.000
own-scale = Skala und Versatz der Datei
of-collection-2 = die Zahlen sind die von Landsats Collection 2
rough-thresholds =
    Die Bilder enthalten 8-Bit-Helligkeit, keinen Reflexionsgrad: Schwellen von Indizes sind dafür nur grob.
no-sensor-told =
    Die Dateien nennen ihren Sensor nicht, deshalb gelten ihre Zahlen als Reflexionsgrad x 10.000; eine andere Skala geben Sie mit --scale und --offset an.
large-reals =
    Die Dateien enthalten reelle Zahlen über { $limit }, die wie ganze als digitale Werte gelten; eine andere Skala geben Sie mit --scale und --offset an.
no-baseline =
    Die Dateien nennen ihre Prozessierungs-Baseline nicht; ab { $first } wären { $offset } abzuziehen: Geben Sie sie mit --baseline oder --offset an.
as-collection-2 =
    Kaum eine Zahl der Dateien liegt unter { $limit }, wie bei Landsats Collection 2, deren Regel gilt (Reflexionsgrad = { $scale } x Zahl - { $offset }); andere Werte geben Sie mit --scale, --offset an.
were-they-later =
    Wären sie von Sentinel-2 mit Baseline { $first } oder später, wären { $offset } abzuziehen: Geben Sie --baseline an.
different-scales =
    Die Kanäle von { $name } geben verschiedene Skalen und Versätze an; bringen Sie sie auf eine, oder geben Sie sie mit --scale und --offset an.
unknown-sensor = unbekannt
two-sensors = Die Zeitpunkte stammen von verschiedenen Sensoren ({ $sensors }), deren Kanäle nicht ganz gleich sind.
two-scalings = Die beiden Zeitpunkte wurden nach verschiedenen Regeln skaliert ({ $rules }).
offset-apart =
    Selbst die dunkelsten Zahlen des { $which ->
        [later] späteren
       *[earlier] früheren
    } Zeitpunkts liegen um etwa { $higher } höher, wie durch den Versatz der Baselines von Sentinel-2 ab 04.00; dann ist vieles von dieser Veränderung keine: Geben Sie --baseline before,after an, etwa 02.12,05.09.
seasons-apart =
    Die Zeitpunkte liegen im Jahreslauf { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
    } auseinander, Veränderung von Pflanzen, Schnee und Wasser kann also die Jahreszeit sein.
no-data-of-date =
    Das { $date ->
        [after] spätere
       *[before] frühere
    } Bild enthält dort keine Daten, wo sich die beiden Zeitpunkte überdecken.
too-bright = das hellste läge bei { $bright }
too-dark = die Hälfte eines Kanals läge unter { $dark }
no-reflectance =
    Die Zahlen des { $date ->
        [after] späteren
       *[before] früheren
    } Bildes sind kein Reflexionsgrad: { $wrong } ({ $by }). Geben Sie an, was gilt: --scale und --offset (Reflexionsgrad = Skala x Zahl + Versatz), --baseline oder --sensor.
no-optical-bands =
    { $name } enthält { $content } und keine Kanäle eines optischen Bildes, aus denen Indizes und Landbedeckung berechnet werden; geben Sie Bilder mit solchen Kanälen an.
ready-index-scaled =
    Die Werte von { $name } gelten als { $index } x 10.000; eine andere Skala geben Sie mit --scale an.

## Indizes und Anzeichen

ndwi-of-roofs =
    Der NDWI hält auch Dächer und kahlen, dunstigen Boden für Wasser (Xu 2006); in Städten ist der MNDWI sicherer.
no-index = Einen Spektralindex { $asked } gibt es nicht; ähnlich sind { $near }.
no-plain-index = { $index } braucht mehr als Kanäle ({ $needs }); wählen Sie einen einfachen Index wie ndvi.
no-known-index =
    Hier ist kein Pixel bekannt: Alles ist Wolke, ohne Daten oder durch null geteilt; nehmen Sie andere Zeitpunkte.
index-lacks-bands =
    { $index } braucht { $names }; das { $date ->
        [after] spätere
       *[before] frühere
    } Bild hat das nicht; { $remedy }.
possible-here = hier möglich: { $names }
none-possible = mit seinen Kanälen ist kein üblicher Index möglich
views-lack-bands =
    Die sechs Bilder brauchen { $keys }; dem { $date ->
        [after] späteren
       *[before] früheren
    } Bild fehlt { $lacking }. Sentinel-2 hat alle.
sign-lacks-bands = dafür braucht es { $names }, was nicht beide Bilder haben
no-cause = Es ließ sich nichts messen, das eine Ursache bräuchte: { $reasons }.
no-cloud-band = Kein Kanal zeigt Wolken an, deshalb können Wolken und ihre Schatten als Veränderung gelten.
bands-disagree =
    Die Kanäle der beiden Zeitpunkte stimmen zu wenig überein (Korrelation { $agreement }), um Verändertes von Unverändertem zu unterscheiden; prüfen Sie, ob beide denselben Ort zeigen, ohne Dunst.
mostly-changed =
    Mehr als die Hälfte des Bodens ({ $share } %) kann sich verändert haben, wie bei einer anderen Jahreszeit oder einem Hochwasser; was sich verändert hat, lässt sich deshalb nicht sicher von dem unterscheiden, was gleich blieb; nehmen Sie Bilder einer Jahreszeit.
too-few-pixels =
    Nur { $count } Pixel sind an beiden Zeitpunkten bekannt, zu wenige, um Veränderung an ihren Kanälen zu erkennen; geben Sie Bilder mit weniger Wolken oder mehr Überlappung an.

## Landbedeckung

spectral-rules =
    Spektrale Regeln unterscheiden weder offenen Boden von Gebäuden und Straßen noch Gras von Feldfrüchten; belaubter Wald wird erkannt, unbelaubter gilt als kahl oder als niedrige Vegetation.
zones-no-classes =
    Zonen sind Gruppen ähnlichen Spektrums, keine Klassen der Landbedeckung; wem sie ähneln, wird an ihrem mittleren Spektrum abgelesen. Auch Licht, Dunst und Jahreszeit, die sich zwischen den Zeitpunkten unterscheiden, verschieben Pixel zwischen Zonen.
too-few-clusters = Die Bilder enthalten zu wenige Arten von Boden für { $count } Zonen; verlangen Sie weniger.
zones-lack-bands = Zonen brauchen mindestens { $least } Kanäle, die beide Zeitpunkte haben; gemeinsam sind { $count }.
cover-lacks-bands =
    Landbedeckung braucht { $names }; das { $date ->
        [after] spätere
       *[before] frühere
    } Bild hat das nicht; geben Sie Bilder mit nahem Infrarot oder zwei Klassenraster an, oder fragen Sie ein multimodales Modell (--vision).
numbers-alone =
    Nichts sagt, was die Zahlen der Klassenkarten bedeuten, deshalb heißen die Klassen nach ihren Zahlen; geben Sie mit --legend { $legends } an oder eine JSON- oder CSV-Datei mit Werten und Namen.
zero-as-class = 0 zählt als Klasse; steht sie für fehlende Daten, geben Sie das an: gdal_edit.py -a_nodata 0.
class-as-no-data =
    { $name } gibt { $value } als fehlende Daten an, was für „{ $cover }“ steht; dort ist nichts davon bekannt.
no-class-map =
    { $name } ist keine Klassenkarte: Die Datei enthält { $bands } vom Typ { $dtype }; geben Sie Dateien mit einem Kanal ganzer Zahlen an, von denen jede für eine Klasse steht.
number-of-bands =
    { $count ->
        [one] { $count } Kanal
       *[other] { $count } Kanäle
    }
no-map =
    { $name } enthält mehr als { $most } verschiedene Werte, wie Bilder es tun; geben Sie Klassenkarten an, oder sagen Sie mit --legend, welcher Wert welche Klasse ist.
values-without-names =
    { $name } enthält Werte, die die Legende { $legend } nicht hat: { $listed }. Nennen Sie die richtige mit --legend, oder geben Sie eine JSON- oder CSV-Datei mit einem Namen für jeden Wert an.
worldcover-versions =
    Die Karten von ESA WorldCover für 2020 und 2021 entstanden mit verschiedenen Versionen des Verfahrens, ein Teil ihrer Unterschiede ist deshalb keine Veränderung des Bodens.
corine-areas =
    Karten von CORINE Land Cover zeigen Flächen ab 25 ha; kleinere Veränderungen stehen in seinen Veränderungskarten.
map-noise =
    Zwei Karten{ $known }{ $how } stimmen an beiden Zeitpunkten auf etwa { $agreement } % der Pixel mit dem Boden überein, wenn ihre Fehler unabhängig sind; { $changed } % schienen sich zu verändern, wo nichts geschah.
map-accuracy = , von denen { $right } % der Pixel stimmen
accuracy-assumed = { " " }(angenommen, da niemand es gesagt hat)
below-map-noise =
    Die gemessene Veränderung von { $changed } % liegt unter dem Doppelten davon, es können also allein Fehler der Karten sein; prüfen Sie sie an den Bildern{ $way }.
tell-accuracy = , oder geben Sie die Genauigkeit mit --map-accuracy an
much-exchange =
    { $part } % der Veränderung sind Austausch: Paare von Klassen gaben einander so viel, wie sie nahmen, was typisch für Klassen ist, die verwechselt werden; sehen Sie sich die größten Veränderungen auf den Bildern an.
correction-independent =
    Die Korrektur nimmt an, dass die Fehler der beiden Zeitpunkte unabhängig sind; wo dieselben Stellen zweimal falsch sind, ist sie zu stark.
correction-clipped =
    { $share } % der Korrektur wurden negativ und auf null gesetzt: Die Konfusionsmatrizen passen nicht ganz zu diesen Karten.
no-known-class =
    Kein Pixel hat an beiden Zeitpunkten eine bekannte Klasse; nehmen Sie andere Zeitpunkte oder eine andere Fläche.
no-known-cover = Hier ist kein Pixel bekannt: Alles ist Wolke oder ohne Daten; nehmen Sie andere Zeitpunkte.
no-class-in-part =
    Kein Pixel { $where } hat an beiden Zeitpunkten eine bekannte Klasse; fragen Sie nach einem anderen Teil, oder nehmen Sie andere Zeitpunkte.
no-class-of = Diese Klassenkarten haben keine Klasse „{ $cover }“; sie haben: { $names }.
no-trees = Ohne einen Kanal im kurzwelligen Infrarot lassen sich Bäume nicht von anderen Pflanzen unterscheiden.
no-land-rate =
    Was sich pro Jahr verändert hat, lässt sich nicht sagen, da die Tage der Bilder nicht bekannt oder gleich sind oder in der falschen Reihenfolge stehen; geben Sie sie mit --date-before und --date-after an, etwa 2019-06-30.
burnt-polygons =
    Verbrannter Boden wird nicht als Polygone geschrieben, da er an seinem Brandindex erkannt wird und nicht auf einer Klassenkarte; fragen Sie, wo es gebrannt hat, oder nach einer Datei der Bäume oder der Vegetation, die sagt, was verloren ging.
burnt-before =
    Was verbrannter Boden vorher war, wird nicht gesagt, da er an seinem Brandindex erkannt wird und nicht auf einer Klassenkarte; fragen Sie, wo es gebrannt hat, oder welche Landbedeckung zu welcher wurde.
burnt-unmeasured = Verbrannter Boden lässt sich nicht messen: { $reason }.

## Gebäude und Straßen

roads-of-each-date =
    Veränderte Straßen sind die, die ein Zeitpunkt zeigt und der andere nicht; schmale, beschattete und unbefestigte werden oft übersehen; sehen Sie auf das Bild.
roads-from-masks =
    Veränderte Straßen wurden an einzelnen Bildern mit Straßenmasken gelernt, und neue Straßen werden oft übersehen; sehen Sie auf das Bild.
roads-from-drawings = Veränderte Straßen wurden an gezeichneten Szenen gelernt; prüfen Sie sie auf dem Bild.
no-direction =
    Diese Gewichte sagen nicht, was { $status ->
        [disappeared] verschwunden ist
        [appeared] neu ist
       *[other] sich so verändert hat
    }; fragen Sie nach allem, was sich verändert hat, oder nehmen Sie Gewichte, die es sagen.
bands-no-direction =
    Kanäle sagen nicht, was { $status ->
        [disappeared] verschwunden ist
        [appeared] neu ist
       *[other] sich so verändert hat
    }; fragen Sie nach allem, was sich verändert hat.
no-other-change = Diese Gewichte erkennen nur veränderte Gebäude und Straßen; lassen Sie `any` weg.
none-spoken-of = Von einem einzelnen Objekt war noch nicht die Rede; fragen Sie zuerst nach dem größten.
no-object = Ein Objekt { $number } gibt es in diesem Paar nicht; fragen Sie nach den größten, um Nummern zu bekommen.
nearest-to-what = Am nächsten wozu? Nennen Sie ein Objekt mit seiner Nummer, ein Gebäude, eine Straße oder die Bildmitte.
nothing-beside =
    Hier wurde { $of ->
        [building] kein verändertes Gebäude
        [road] keine veränderte Straße
       *[other] nichts dergleichen
    } gefunden, also kann auch nichts daneben liegen.
near-nothing =
    Hier wurde { $to ->
        [building] kein verändertes Gebäude
        [road] keine veränderte Straße
       *[other] nichts dergleichen
    } gefunden, also kann auch nichts in der Nähe liegen.
near-no-object = Ein Objekt { $number } gibt es hier nicht, also kann auch nichts in seiner Nähe liegen.
both-the-same =
    Beide sind { $of ->
        [building] Gebäude
        [road] Straße
       *[other] Objekt
    } { $number }; nennen Sie zwei Objekte mit ihren Nummern.
too-few-objects =
    { $count ->
        [0] Es wurde kein solches verändertes Objekt
        [one] Es wurde nur { $count } solches verändertes Objekt
       *[other] Es wurden { $count } solche veränderte Objekte
    } gefunden, also gibt es keinen Abstand zu nennen.
no-other-object =
    Hier wurde { $of ->
        [building] kein anderes verändertes Gebäude
        [road] keine andere veränderte Straße
       *[other] nichts anderes dergleichen
    } gefunden, also gibt es keinen Abstand dazu.
unfit-unit = { $statistic } gibt es nicht in { $unit }; wählen Sie aus { $fitting }.
no-length = Nur Straßen haben eine Länge; fragen Sie bei anderem, das sich verändert hat, nach dem Umfang.
no-rate =
    Was sich pro Jahr verändert hat, lässt sich nicht sagen, da die Tage der Bilder nicht bekannt oder gleich sind; geben Sie sie mit --date-before und --date-after an, etwa 2019-06-30.
no-class-named = Es wurde keine Klasse genannt; wählen Sie aus building, road, any, oder lassen Sie die Klassen weg.
how-near = Wie nah, ist nicht gesagt; geben Sie max_distance oder min_distance an.
distance-to-what =
    Ein Abstand braucht etwas, zu dem gemessen wird: ein Objekt mit seiner Nummer, ein Gebäude, eine Straße oder die Bildmitte.

## Radar

two-of-one-day =
    Zwei der Dateien sind vom { $day }; geben Sie eine je Zeitpunkt an, oder fügen Sie zuerst benachbarte Streifen eines Überflugs zusammen: gdal_merge.py.
order-as-given = { $name } nennt keinen Tag, deshalb gilt die Reihenfolge, in der die Dateien angegeben wurden.
days-swapped = Das erste Bild ist vom { $first }, später als das zweite ({ $second }): Vielleicht sind sie vertauscht.
put-in-order = Die Dateien wurden nach ihren Tagen geordnet.
mixed-orbits =
    Die Zeitpunkte sind von verschiedenen Orbits ({ $how }), wie es verlangt war: Hänge, Wälder und Häuser können sich zu verändern scheinen, obwohl nichts geschah.
orbits-differ =
    { $first } und { $other } wurden von verschiedenen Orbits aufgenommen ({ $how }), Hänge und Häuser sehen deshalb ohne jede Veränderung anders aus; geben Sie Zeitpunkte eines relativen Orbits an, oder vergleichen Sie sie mit --mixed-orbits trotzdem.
passes =
    { $one ->
        [ascending] aufsteigend
       *[descending] absteigend
    } und { $other ->
        [ascending] aufsteigend
       *[descending] absteigend
    }
orbits = relative Orbits { $one } und { $other }
clocks = { $one } und { $other } UTC, was ein Orbit nie hat
no-orbit =
    { $names } nennt keinen Orbit; es wird angenommen, dass die Zeitpunkte von einem relativen Orbit und Überflug sind.
no-orbits =
    { $names } nennen keinen Orbit; es wird angenommen, dass die Zeitpunkte von einem relativen Orbit und Überflug sind.
unnamed-radar-bands =
    { $name } hat { $count } Kanäle ohne Namen; nennen Sie sie der Reihe nach mit --bands VV,VH, oder geben Sie eine Datei an, die nur Rückstreuung enthält.
brighter-as-vv = { $name } benennt seine Kanäle nicht; der hellere ({ $band }) gilt als VV.
band-as-vv = { $name } benennt seinen Kanal nicht, der als VV gilt; ist er das nicht, geben Sie --bands VH an.
no-common-polarisation =
    Die Zeitpunkte haben keine Polarisation gemeinsam: { $told }; geben Sie von allen dieselbe an.
has-polarisations = { $name } hat { $names }
shared-polarisation = Nur { $shared } wird verglichen, da nicht alle Zeitpunkte { $other } haben.
one-polarisation = Es gibt nur eine Polarisation ({ $name }); mit VV und VH würde mehr Veränderung gefunden.
nearest-pixels =
    { $name } liegt auf einem anderen Raster und wurde über die nächsten Pixel gelesen, die Lage stimmt also auf ein halbes Pixel.
common-ground = Nur der Boden, den alle Zeitpunkte zeigen, wird beurteilt: { $share } % von { $name }.
different-looks =
    { $first } hat Pixel von { $one } m und { $second } von { $two } m, die verschiedene Looks haben; nehmen Sie beide aus einem Produkt, oder bringen Sie beide gleich auf eine Pixelgröße.
no-pixel-known = Kein Pixel ist an allen Zeitpunkten bekannt; geben Sie Bilder an, die sich überlappen.
border = { $share } % von { $name } sind 0, wie jenseits des Randes einer Szene; darüber ist nichts bekannt.
amplitude =
    { $name } enthält ganze Zahlen, die als Amplitude gelten und quadriert wurden; sie sind nicht kalibriert, deshalb wird offenes Wasser nicht genannt.
decibels-to-power = { $name } enthält Dezibel, die in Leistung umgerechnet wurden.
hundredths-to-power = { $name } enthält Hundertstel Dezibel, die in Leistung umgerechnet wurden.
unknown-looks =
    An allen Zeitpunkten ist zu wenig Boden bekannt, um die Looks zu schätzen; geben Sie sie an, für Sentinel-1 GRD von 10 m --looks 4.4.
unchecked-looks = Es ist zu wenig Boden bekannt, um die angegebene Zahl der Looks zu prüfen.
wrong-looks =
    Angegeben wurden { $stated } Looks, die Bilder zeigen aber etwa { $found }, sodass der meiste unveränderte Boden als verändert gälte; geben Sie --looks { $option } an, oder lassen Sie es weg.
doubted-looks =
    Angegeben wurden { $stated } Looks, die Bilder zeigen aber etwa { $found }; mit einer falschen Zahl { $effect }: Lassen Sie --looks weg, dann gilt, was die Bilder zeigen.
missed = wird Veränderung übersehen
false-alarms = gilt unveränderter Boden als verändert
filtered =
    Benachbarte Pixel sind so ähnlich (Korrelation { $correlation }), dass die Bilder speckle-gefiltert oder gemittelt scheinen: Looks gelten dann nicht mehr, und das Niveau des Tests ist nicht bekannt; geben Sie Bilder ohne Filter an.
no-days = Die Tage der Bilder sind nicht bekannt, deshalb enthalten Karten der Zeitpunkte deren Nummer, ab 1.
nothing-known =
    Kein Pixel dieses Bodens ist an allen Zeitpunkten bekannt; geben Sie Bilder an, die ihn zeigen, ohne Nullen.
no-radar =
    Dass { $name } Radar enthält, ist nicht bekannt; geben Sie Bilder von Sentinel-1 an, deren Kanäle VV und VH heißen oder deren Dateinamen es sagen.
radar-resampled =
    Radar wird auf seinen eigenen Pixeln verglichen, da andere andere Looks haben; lassen Sie --resample weg.

## Zeitreihen

no-series =
    Veränderung über die Zeit braucht drei Zeitpunkte oder mehr; öffnen Sie eine Zeitreihe: einen Ordner, Dateien oder eine CSV-Datei mit path,date.
no-season-fitted =
    Mit { $count } Zeitpunkten wird keine Jahreszeit angepasst, ein Unterschied kann also die Jahreszeit sein; ab 12 Zeitpunkten über ein Jahr wird sie herausgerechnet. Was nur der letzte Zeitpunkt zeigt, bestätigt kein späterer.
no-season-out =
    Es sind zu wenige Zeitpunkte, um die Jahreszeit herauszurechnen, der Unterschied kann also die Jahreszeit sein.
short-span =
    Die Zeitpunkte umfassen weniger als ein Jahr, deshalb lässt sich die Jahreszeit nicht von Veränderung unterscheiden.
cloudy-dates = An { $count } von { $all } Zeitpunkten ist nichts wolkenfrei ({ $days }).
too-few-clear =
    Kein Pixel hat die nötigen { $least } wolkenfreien Zeitpunkte, deshalb wird nichts über Veränderung gesagt.
undeclared-fill = { $name } gibt { $fill } nicht an, obwohl viele Pixel diesen Wert haben; er gilt als fehlende Daten.
same-of-more =
    Dasselbe gilt für { $count ->
        [one] { $count } weitere Datei
       *[other] { $count } weitere Dateien
    }.
days-of-writing =
    { $count ->
        [one] Der Tag von { $count } Datei ({ $names }) ist
       *[other] Die Tage von { $count } Dateien ({ $names }) sind
    } ihrer Angabe zum Schreibzeitpunkt entnommen, da nichts anderes sie nennt; stimmt das nicht, geben Sie eine CSV-Datei mit den Spalten path,date an.
day-merged = Von { $count } Tag gibt es mehr als ein Bild; sie wurden zusammengefügt ({ $days }).
days-merged = Von { $count } Tagen gibt es mehr als ein Bild; sie wurden zusammengefügt ({ $days }).
long-gap =
    Zwischen { $first } und { $second } gibt es { $years } Jahre lang keine Bilder; was sich da verändert hat, steht unter dem Zeitpunkt danach.
other-grids =
    { $count } von { $all } Bildern liegen auf einem anderen Raster als { $name } und werden auf dessen Raster gebracht ({ $names }); was sie nicht zeigen, ist an ihren Zeitpunkten nicht bekannt.
series-nowhere =
    Die Bilder sagen nicht, wo sie liegen, deshalb stehen Flächen in Pixeln; es wird angenommen, dass sie denselben Boden zeigen.
many-sensors =
    Die Zeitpunkte stammen von verschiedenen Sensoren ({ $sensors }), deren Kanäle nicht ganz gleich sind: Was sich mit dem Sensor zu verändern scheint, ist vielleicht keine Veränderung.
unnamed-sensor = ein Sensor, den nichts nennt
ready-values = fertige Werte
baselines =
    Die Zeitpunkte sind nach verschiedenen Regeln skaliert, wie Prozessierungs-Baselines sie haben; das ist berücksichtigt.
no-cloud-masks =
    { $dates } brachten keine eigene Wolkenmaske mit, deshalb werden Wolken nur gefunden, wo ein Wert seine Höhe verlässt und zurückkehrt.
date = 1 Zeitpunkt ({ $days })
dates = { $count } Zeitpunkte ({ $days })
numbers-as-index = Die Dateien sagen nicht, was ihre Zahlen sind; sie gelten als { $index }.
numbers-scaled = Die Zahlen der Dateien gelten als { $index } x 10.000; eine andere Skala geben Sie mit --scale an.
a-file = einer Datei
no-date = { $text } ist kein Datum; schreiben Sie 2021-06-30, 2021-06 oder 2021.
no-date-near = Kein Zeitpunkt liegt nahe bei { $day }; die Zeitpunkte reichen von { $first } bis { $last }.
few-dates =
    { $count } der { $all } Zeitpunkte liegen von { $since } bis { $until }, und Veränderung über die Zeit braucht { $least }; die Zeitpunkte reichen von { $first } bis { $last }.
the-first = dem ersten
the-last = zum letzten
few-clear-dates =
    Nur { $count ->
        [one] { $count } wolkenfreier Zeitpunkt liegt
       *[other] { $count } wolkenfreie Zeitpunkte liegen
    } von { $since } bis { $until }; die Zeitpunkte reichen von { $first } bis { $last }.
history-dates = { $count } Aufnahmetage sind mehr als die { $most }, die auf einmal verglichen werden; nennen Sie einen ersten und einen letzten Tag.
no-such-patch = Es gibt { $count } solche Stücke, also keine Nummer { $rank }.
same-date =
    { $before } und { $after } liegen beide am nächsten bei { $day }; nennen Sie Zeitpunkte, die weiter auseinanderliegen.
no-zone = Eine Zone { $name } gibt es nicht; es gibt { $known }.
no-position = Die Bilder sagen nicht, wo sie liegen, deshalb lässt sich auf ihnen keine Position finden.
position-outside = { $place } liegt außerhalb der Bilder; geben Sie eine Position innerhalb an.

## Gespräch und Archiv

no-images = Es gibt noch keine Bilder; öffnen Sie zuerst ein früheres und ein späteres Bild.
no-pair = Ein Paar { $name } gibt es in diesem Gespräch nicht; es gibt { $known }.
no-zones = Es wurden keine Zonen angegeben; geben Sie mit --zones eine Polygondatei an.
unknown-zones = Zonen { $asked } gibt es nicht; es gibt { $known }.
no-pixel-size = { $stated } ist keine Pixelgröße; geben Sie Meter an, etwa 0.5.
pixel-size-known =
    Pixel von { $metres } m lassen sich nicht annehmen, da die Bilder georeferenziert sind und selbst { $own } m angeben; lassen Sie die Pixelgröße weg.
class-maps = Das sind Klassenkarten, keine Bilder; fragen Sie, was zu was wurde, oder geben Sie die Bilder an.
unseen-content =
    { $name } enthält { $content } und ist kein Foto, deshalb lassen sich Gebäude und Straßen darauf nicht suchen; { $remedy }
subtract-heights =
    geben Sie die Bilder an, und ziehen Sie für die Veränderung der Höhe eine Datei von der anderen ab: gdal_calc.py -A after.tif -B before.tif --calc=A-B --outfile=rise.tif.
ask-by-radar =
    fragen Sie, was sich laut Radar verändert hat oder ob es überflutet war, oder starten Sie terradelta radar BEFORE AFTER.
ask-of-index = fragen Sie, wie sich der Index verändert hat, oder geben Sie die Bilder an.
save-as-whole-numbers =
    falls es ein Foto ist, speichern Sie es als ganze Zahlen: gdal_translate -ot Byte -scale in.tif out.tif.
too-coarse =
    Ein Pixel ist am Boden { $metres } m groß: Darauf ist kein Haus zu erkennen, und das Netz hat mit { $trained } m gelernt. Geben Sie feinere Bilder an, oder lassen Sie mit --any-resolution trotzdem suchen.
no-archive = Es wurde kein Archiv angegeben; nennen Sie eines mit --archive, das terradelta index add angelegt hat.
no-notes = { $folder } enthält noch keine Notizen.
blank-question = Die Frage ist leer; sagen Sie, was gesucht wird, etwa: houses built beside a road.
ask-in-english =
    Das Textmodell liest Englisch; fragen Sie auf Englisch, um sich auf das Gefundene verlassen zu können.
question-cut = Die Frage wurde auf ihre ersten { $most } von { $count } Buchstaben gekürzt.
rough-search =
    Was an einem einzelnen Zeitpunkt da ist, lässt sich nur grob sagen: Das Textmodell hat an Sätzen über Veränderung gelernt.
vague-search =
    Die Frage nennt keine Art von Veränderung, deshalb kommen zuerst die Teile, von denen sich am meisten verändert hat.
unspoken-search =
    Keines dieser Wörter kommt hier in einer Beschreibung vor, deshalb urteilt allein das Textmodell, das Englisch liest.
found-gone =
    Die Bilder zu Nummer { $number } sind nicht mehr dort, wo sie beim Hinzufügen waren; fügen Sie sie noch einmal hinzu.
nothing-found-yet = Es wurde noch nichts gefunden; suchen Sie zuerst im Archiv.
no-number-found = Eine Nummer { $number } gibt es unter dem Gefundenen nicht; es gibt 1 bis { $count }.

## Sprachmodelle

router-alone =
    Der Router hat dies allein geplant: Es ist kein kleines Sprachmodell installiert (pip install 'terradelta[parser]'), deshalb können ungewöhnliche Formulierungen und andere Sprachen als Englisch missverstanden werden.
withheld = Sätze des Sprachmodells wurden nicht gezeigt ({ $faults }); was sie sagen sollten, steht nach Vorlage da.
model-too-slow = Das Sprachmodell { $name } brauchte zu lange; der eingebaute Planer hat geantwortet.
model-gave-up = Das Sprachmodell { $name } gab keine brauchbare Antwort; der eingebaute Planer hat geantwortet.
model-failed =
    Das Sprachmodell { $name } { $failure }; prüfen Sie seinen Server, seinen Namen und seinen Schlüssel. Der eingebaute Planer hat geantwortet.
did-not-answer = hat nicht geantwortet ({ $kind })
refused-with = hat mit Status { $status } abgelehnt
note-lost = Diese Antwort konnte nicht als Notiz behalten werden: { $reason }
conversation-lost = Dieses Gespräch konnte nicht für später behalten werden: { $reason }

## Dateien und Formate

no-format = Ein Format { $name } gibt es nicht; wählen Sie aus { $names }.
format-shows-all =
    { $name } zeigt alle Objekte, die zählen; nehmen Sie für einen Teil davon eine Tabelle der Objekte wie geojson, gpkg oder csv, oder setzen Sie --min-area oder --min-probability für alle Dateien.
format-without-land =
    { $name } enthält keine Polygone der Landbedeckung; nehmen Sie dafür geojson, gpkg, shapefile, kml, csv oder xlsx.
geojson-needs-place = GeoJSON braucht georeferenzierte Bilder, und diese sind es nicht; nehmen Sie gpkg oder csv.
kml-needs-place = KML braucht georeferenzierte Bilder, und diese sind es nicht; nehmen Sie gpkg, shapefile oder csv.
file-gone = { $name } ist nicht mehr da; legen Sie die Datei zurück, oder öffnen Sie ein anderes Paar.
file-changed = { $name } wurde nach dem Öffnen verändert; öffnen Sie das Paar noch einmal.
possible-there = dort möglich: { $names }
date-lacks-bands =
    { $index } braucht { $names }; { $name } ({ $day }) hat das nicht; { $remedy }, oder nehmen Sie diesen Zeitpunkt aus der Zeitreihe.
series-empty =
    Kein Zeitpunkt der Zeitreihe enthält Daten; prüfen Sie, welche Werte in den Dateien für fehlende Daten stehen.
band-names = Kanäle heißen { $names }.
several-cells = Mehrere Zellen haben Kennungen, die mit { $start } beginnen; geben Sie mehr davon an.
no-cell =
    { $folder } enthält keine Zelle { $start }; geben Sie eine Kennung an, die eine Suche genannt hat, oder zwei Bilder.
archive-empty = { $folder } enthält noch kein Paar; fügen Sie welche hinzu: terradelta index add { $quoted } FOLDER
too-many-results = { $asked } Ergebnisse sind nicht möglich; verlangen Sie 1 bis { $most }.
days-crossed = Kein Tag liegt ab { $since } und bis { $until }; vertauschen Sie die beiden.
no-area-given = { $area } ist keine Fläche; geben Sie Quadratmeter an.
no-day = { $text } ist kein Tag; schreiben Sie ihn wie 2024-06-30.
nothing-measured = Es wurde noch nichts gemessen, das neu berechnet werden könnte; fragen Sie zuerst nach einer Zahl.
trajectory-classes = Die Tage lassen nicht dieselben Klassen der Landbedeckung zu, da manchen Kanäle fehlen; lassen Sie diese Tage weg.
trajectory-unknown = Kein Pixel hat am { $before } und am { $after } eine bekannte Klasse; lassen Sie einen dieser Tage weg.
trajectory-cover = Eine Landbedeckung „{ $cover }“ gibt es hier nicht; es gibt { $names }.
no-absorption = Keine Klasse nimmt Boden auf, ohne welchen abzugeben, sodass keine Zeit bis zu einem Ende genannt werden kann.
doubt-appearance = Schatten, anderes Licht, ein anderer Blickwinkel oder etwas, das nur an diesem Tag dort stand, kann wie eine Veränderung aussehen; zwei Bilder können das nicht ausschließen. Vergleichen Sie dort beide Bilder.
doubt-rebuilt = Ein erneuertes oder gestrichenes Dach kann wie ein neues Gebäude aussehen, und ein auf gleichem Grundriss ersetztes Gebäude wie keine Veränderung. Höhen werden nicht gemessen: Ein Anbau ist von einem Neubau nur am Umriss zu unterscheiden.
doubt-hidden = Was Bäume, Schatten oder Wolken verdecken, ist von oben nicht zu sehen: Es kann fehlen oder neu erscheinen, sobald sie weg sind. Kleines wird öfter übersehen.
doubt-season = Jahreszeit, Ernte, Trockenheit und Wasserstände sehen aus wie Veränderungen von Pflanzen, Boden und Wasser; zwei Tage allein trennen sie nicht von dauerhaften. Zwei Bilder derselben Jahreszeit oder eine Zeitreihe können das.
doubt-use = Wofür ein Gebäude genutzt wird, woraus ein Belag besteht und welche Pflanzen dort wachsen, ist aus diesen Bildern nicht zu erkennen.
doubt-threshold-bands = Ein Pixel gilt nach einem Test seiner Kanäle gegen den ruhigen Teil der Szene als verändert (IR-MAD). Größe und Wahrscheinlichkeit können Sie in der Frage begrenzen.
doubt-threshold = Ein Pixel gilt als verändert, wo das wahrscheinlicher ist als das Gegenteil. Größe und Wahrscheinlichkeit können Sie in der Frage begrenzen.
doubt-position = Umrisse folgen den Pixeln; wie weit sie danebenliegen, wurde nicht gemessen.
doubt-counted-twice = Jedes Pixel gehört zu einer Klasse: Gebäude, Straßen und anderer Boden werden getrennt gemessen, nichts zählt doppelt.
doubt-accuracy-bands = Nichts davon wurde vor Ort geprüft. Die Regeln für Landbedeckung und Veränderung sind veröffentlicht; wie gut sie hier gelten, ist unbekannt.
doubt-accuracy = Nichts davon wurde vor Ort geprüft. Wahrscheinlichkeiten und Grenzen wurden an anderen Bildpaaren mit bekannter Wahrheit kalibriert: Eine Wahrscheinlichkeit sagt, wie oft solche Funde dort richtig waren.
doubt-other-source = Ich sehe nur diese zwei Bilder und nicht jene Quelle: Sie kann ein anderes Gebiet oder einen anderen Zeitraum abdecken, anderes oder Kleineres zählen.
assessed-unplaced = { $name } sagt nicht, wo sie liegt; ihre Klassen werden daher als Anteile ihrer Pixel genannt, nicht als Flächen.
assessed-uneven-pixels = Pixel von { $name } sind am Boden um bis zu { $spread } % verschieden groß, und jedes wird gleich wahrscheinlich gezogen; bringen Sie die Karte für genaue Flächen in eine flächentreue Projektion.
points-unlabelled = { $count } Punkte der Stichprobe sind nicht beurteilt und bleiben außer Betracht, als wären sie wie die anderen.
points-disputed = Bei { $count } Punkten sagen gleich viele das eine wie das andere; sie zählen zu gleichen Teilen für beides.
points-unclear = { $count } Punkte der Stichprobe bleiben außer Betracht, da niemand ihre Klasse erkennen konnte.
class-of-few-points = Nur { $count } beurteilte Punkte liegen in der Klasse { $name } der Karte; beurteilen Sie mehr für ein verlässliches Intervall.
class-without-error = Alle { $count } beurteilten Punkte der Klasse { $name } sind richtig, ihr Standardfehler ist daher zu klein.
no-assessment = Es ist keine Genauigkeitsprüfung einer Karte geöffnet: Menschen müssen zuerst eine Stichprobe davon beurteilen (terradelta assess); deren Ordner wird mit den Bildern geöffnet.
assessed-elsewhere = { $name }, die geprüft wurde, liegt anderswo als diese Bilder; öffnen Sie die Prüfung einer Karte von ihnen.
no-assessed-class = Die geprüfte Karte hat keine Klasse „{ $name }“; sie hat { $names }.
assessed-other-grid = { $name } bedeckt anderen Boden als diese Bilder; ihre Flächen sind die der ganzen Karte.
assessed-other-map = Die geprüfte Karte hat { $then } m² { $name }, die jetzige { $now } m²: Andere Einstellungen haben sie gemacht, und die bereinigte Fläche ist die der geprüften.
zone-covariates = Nennen Sie 1 bis { $most } Kovariaten je Satz, die vor der Behandlung bekannt waren.
zone-own-covariate = { $column } ist, was erklärt wird, und kann nicht zugleich Kovariate sein; lassen Sie es dort weg.
zone-no-column = Eine Spalte { $name } gibt es nicht; es gibt { $known }.
zones-too-few = { $count } Zonen mit allen Werten sind zu wenige, um zu sagen, wo eine Wirkung größer ist ({ $left } weiteren fehlt ein Wert); etwa { $least } oder mehr wären nötig.
zones-of-one-treatment = { $treated } Zonen wurden behandelt, { $others } nicht; von beiden wären mindestens { $least } nötig, um sie zu vergleichen.
zone-treatment = Zeile { $row } hat { $value } in { $column }; die Behandlung wird als 1 oder 0 geschrieben.
zone-no-number = Zeile { $row } hat { $value } in { $column }, wo eine Zahl nötig ist; schreiben Sie Klassen als Spalten mit 0 und 1.
zone-constant = { $column } ist in allen Zonen { $value }; nötig wäre ein Ergebnis, das sich zwischen Zonen unterscheidet.
zone-probability = { $column } muss Wahrscheinlichkeiten der Behandlung zwischen 0 und 1 enthalten, ohne diese selbst.
zone-constant-covariates = Die Kovariaten von { $set } sind in allen Zonen gleich; nennen Sie welche, die sich unterscheiden.
zones-without-overlap = { $share } % der Zonen wurden nach ihren Kovariaten so gut wie sicher behandelt oder nicht, sodass nichts für das steht, was sonst gewesen wäre; nötig wären Zonen gleicher Art mit und ohne Behandlung.
zones-left-out = { $count } Zonen fehlt ein Wert; sie bleiben außer Betracht.
zones-unplaced = Die Zonen haben keinen Ort, daher gilt jede als unabhängig von den anderen; Intervalle können zu eng sein.
zones-few-blocks = Es gibt nur { $count } Blöcke von Zonen; Standardfehler sind daher grob.
zones-not-drawn = Die Wahrscheinlichkeit der Behandlung wurde aus den Kovariaten geschätzt: Wurde die Behandlung nicht ausgelost, kann hinter den Wirkungen stehen, was diese nicht sagen.
zones-no-covariates = Die Zonen haben keine weitere Spalte mit Zahlen; nötig wären Kovariaten, die vor der Behandlung bekannt waren.
zones-which-column = Keine Spalte der Zonen heißt { $role }; sagen Sie, welche von { $known } es ist.
event-outside = Das Ereignis vom { $event } liegt außerhalb der Werte, die von { $first } bis { $last } reichen; nennen Sie einen Tag dazwischen.
control-gaps = Die Kontrolle { $name } hat bei { $percent } % der Schritte keinen Wert; lassen Sie sie weg oder füllen Sie ihre Lücken.
even-steps = { $dates } Tage wurden zu { $steps } gleichen Schritten von je { $months } Mon. gemittelt, gezählt ab dem Ereignis.
open-steps = { $gaps } der { $steps } Schritte haben keinen Wert des Ortes oder einer Kontrolle und zählen nicht.
short-before = Nur { $count } Schritte von je { $months } Mon. vor dem Ereignis haben einen Wert, und { $least } sind nötig; geben Sie frühere Tage oder weniger Kontrollen an.
short-after = Nur { $count } Schritte nach dem Ereignis haben einen Wert, und { $least } sind nötig; geben Sie spätere Tage an.
constant-values = Die Werte von { $name } ändern sich vor dem Ereignis nicht; was verglichen werden soll, muss sich ändern.
mixed-units = Die Werte von { $name } reichen von { $low } bis { $high }, als wären Einheiten vermischt; geben Sie alle in einer Einheit an.
percent-of-values = { $percent } % der Werte
no-percent = kein Anteil, da ein Wert 0 ist
check-fit = Vor dem Ereignis irrt das Modell um { $rmse } (quadratisches Mittel; { $mape }), und das 95-%-Band enthält { $percent } % der Schritte.
check-few-controls = Mit weniger als zwei Kontrollen ist das Ereignis nicht von anderem zu trennen; nennen Sie zwei oder mehr.
check-controls = { $count } Kontrollen wiegen so viel wie { $equal } gleich gewichtete.
check-trend = Mit eigener Steigung (lokaler linearer Trend) beträgt die Wirkung { $mean } (95 % von { $low } bis { $high }).
check-none-left = Es gibt keine Kontrolle, die man weglassen könnte.
check-left-out = Ohne je eine Kontrolle liegt die Wirkung zwischen { $low } und { $high }.
check-untouched-open = Ob das Ereignis die Kontrollen erreichte, ist mit weniger als zwei nicht zu sagen.
check-untouched = Keine Kontrolle zeigt beim Ereignis eine eigene Wirkung.
check-touched = Diese Kontrollen zeigen eine eigene Wirkung, das Ereignis kann sie also erreicht haben: { $names }; lassen Sie sie weg.
check-no-break = Ohne Kenntnis des Ereignisses gesucht, findet sich kein Bruch, in dem zwei von drei Verfahren übereinstimmen.
check-break = Ohne Kenntnis des Ereignisses gesucht, beginnt der nächste Bruch am { $day }, { $away } Schritte davon entfernt.
check-no-second = Eine zweite Meinung wurde nicht eingeholt, oder ihr Paket bsts-causalimpact ist nicht installiert.
check-second = bsts-causalimpact findet { $mean } (95 % von { $low } bis { $high }).
check-interval = Das 95-%-Intervall reicht von { $low } bis { $high } (p = { $p }).
skipped-windows = ; zu wenig Vorgeschichte vor { $days }
check-no-window = Kein Fenster vor dem Ereignis ist so lang wie das wirkliche und hat genug Vorgeschichte{ $left }.
check-in-time = Von { $count } Fenstern vor dem Ereignis ist die größte Wirkung { $mean } ab { $day }{ $left }.
check-no-rank = Es gibt zu wenige Kontrollen, um den Ort unter sie einzureihen.
check-in-space = { $stronger } von { $count } Kontrollen zeigen eine ebenso starke Wirkung (p = { $p }).
check-no-hull = Es gibt keine Kontrollen, zwischen denen der Ort liegen könnte.
check-hull = Der Ort liegt bei { $percent } % der Schritte vor dem Ereignis zwischen seinen Kontrollen.
check-no-detectable = Es gibt zu wenige Placebos, um zu sagen, wie groß eine Wirkung sein müsste.
check-detectable = Nach den Placebos würde eine Wirkung von { $size } in 80 von 100 Fällen gefunden.
no-treated-place = Welchen Ort das Ereignis traf, ist nicht bekannt, also gibt es nichts zu vergleichen; geben Sie ein Untersuchungsgebiet an, oder Zonen und den Namen einer davon.
no-like-place = Keiner von { $count } Orten außerhalb war diesem vor { $event } ähnlich, also gibt es keine Kontrolle; geben Sie Zonen an, die das Ereignis nicht erreichte.
controls-chosen = Die Kontrollen { $names } sind von { $count } Orten außerhalb die ähnlichsten, allein nach ihren Werten vor dem Ereignis; nennen Sie andere, wenn das Ereignis eine davon erreichte.
two-dates-no-cause = Zwei Aufnahmetage können nicht sagen, was eine Veränderung bewirkt hat; dafür braucht es eine Reihe von Tagen vor und nach dem Ereignis, und Orte, die es nicht erreichte.
no-event-day = Wann das Ereignis war, ist nicht gesagt; nennen Sie Tag, Monat oder Jahr.
no-parcel-rule = { $rule } ist keine Regel für Parzellen; schreiben Sie, was verloren ging, hinzukam oder sich änderte, und auf welchem Anteil, etwa { $example }; bekannt sind { $kinds }.
no-parcel-share = Einen Anteil von { $share } % gibt es nicht; schreiben Sie einen von 0 bis 100.
no-kind-in-parcels = Diese Bilder sagen nichts über { $kind } in Parzellen; sie sagen etwas über: { $known }.
parcels-overlap = Parzellen überlappen sich ({ $count } Paare: { $named }); jede wird für sich gemessen, ihre Summe zählt gemeinsame Fläche also doppelt.
no-parquet = Es wird keine GeoParquet-Datei geschrieben, da pyarrow nicht installiert ist (es gehört zum Extra `parquet`).
