# Answers in English. $name is the key of a term, $text the term in English; $kind is building, road or any,
# $status appeared, disappeared or any.

## Numbers and lists

unknown = unknown
share = { $value } %
share-over = over { $value } %
share-under = under { $value } %
pitch-size = (of 7,140 m² each)
amount =
    { $unit ->
        [m2] { $value } m²
        [ha] { $value } ha
        [km2] { $value } km²
        [acre] { $value } acres
        [ft2] { $value } square feet
        [mi2] { $value } square miles
        [are] { $value } ares
        [mu] { $value } mu
        [football_pitch] { $value } football pitches { pitch-size }
        [percent] { $value } %
        [m] { $value } m
        [km] { $value } km
        [ft] { $value } feet
        [mi] { $value } miles
        [per_ha] { $value } per ha
        [per_km2] { $value } per km²
        [per_acre] { $value } per acre
        [per_mi2] { $value } per square mile
        [per_mpx] { $value } per Mpx
       *[px] { $value } px
    }
list-two = { $first } and { $last }
list-comma = { ", " }
list-semicolon = { "; " }
list-conditions = { " " }
quoted = "{ $text }"
stop = { $told }.

## Places

in-place = in the { $text }
at-place =
    { $name ->
        [top] at the { $text }
        [bottom] at the { $text }
        [left] on the { $text }
        [right] on the { $text }
       *[other] in the { $text }
    }
part = { $text }
in-part = in { $text }

## Things

cover = { $text }
classes =
    { $kind ->
        [building] buildings
        [road] roads
       *[any] other change
    }
objects =
    { $status ->
        [appeared]
            { $kind ->
                [building]
                    { $count ->
                        [one] { $count } building that appeared
                       *[other] { $count } buildings that appeared
                    }
                [road]
                    { $count ->
                        [one] { $count } road that appeared
                       *[other] { $count } roads that appeared
                    }
               *[any]
                    { $count ->
                        [one] { $count } object that appeared
                       *[other] { $count } objects that appeared
                    }
            }
        [disappeared]
            { $kind ->
                [building]
                    { $count ->
                        [one] { $count } building that disappeared
                       *[other] { $count } buildings that disappeared
                    }
                [road]
                    { $count ->
                        [one] { $count } road that disappeared
                       *[other] { $count } roads that disappeared
                    }
               *[any]
                    { $count ->
                        [one] { $count } object that disappeared
                       *[other] { $count } objects that disappeared
                    }
            }
       *[any]
            { $kind ->
                [building]
                    { $count ->
                        [one] { $count } changed building
                       *[other] { $count } changed buildings
                    }
                [road]
                    { $count ->
                        [one] { $count } changed road
                       *[other] { $count } changed roads
                    }
               *[any]
                    { $count ->
                        [one] { $count } changed object
                       *[other] { $count } changed objects
                    }
            }
    }

objects-named =
    { $status ->
        [appeared]
            { $kind ->
                [building] buildings that appeared
                [road] roads that appeared
               *[any] objects that appeared
            }
        [disappeared]
            { $kind ->
                [building] buildings that disappeared
                [road] roads that disappeared
               *[any] objects that disappeared
            }
       *[any]
            { $kind ->
                [building] changed buildings
                [road] changed roads
               *[any] changed objects
            }
    }

## Conditions

without-limits =
    { $limits ->
        [one] { " " }({ $count } without this limit)
       *[other] { " " }({ $count } without these limits)
    }

filter = { " " }{ $condition }
filter-min-area = of at least { $size }
filter-max-area = of at most { $size }
filter-areas = of at least { $low } and at most { $high }
filter-min-probability = with a probability of at least { $probability }
filter-max-probability = with a probability of at most { $probability }
filter-within = { $place }
near-beyond =
    { $kind ->
        [building] at least { $distance } from another changed building
        [road] at least { $distance } from a changed road
        [centre] at least { $distance } from the centre of the image
       *[number] at least { $distance } from object { $id }
    }
near-within =
    { $kind ->
        [building] within { $distance } of another changed building
        [road] within { $distance } of a changed road
        [centre] within { $distance } of the centre of the image
       *[number] within { $distance } of object { $id }
    }
beside =
    { $direction ->
        [north] north of { object-name } { $id }
        [north-east] north-east of { object-name } { $id }
        [east] east of { object-name } { $id }
        [south-east] south-east of { object-name } { $id }
        [south] south of { object-name } { $id }
        [south-west] south-west of { object-name } { $id }
        [west] west of { object-name } { $id }
       *[north-west] north-west of { object-name } { $id }
    }
object-name =
    { $kind ->
        [building] building
        [road] road
       *[any] place
    }

## Pairs

card-bands =
    { $bands ->
        [one] { $bands } band of { $dtype }
       *[other] { $bands } bands of { $dtype }
    }
card-size = The images are { $width } x { $height } px with { $bands }.
card-no-crs = They are not georeferenced.
card-crs = Their CRS is { $crs }; a pixel is { $size } m on the ground.
card-crs-unnamed = a CRS without authority code
card-dates = Dates: { $before } and { $after }{ $apart }.
card-apart = {""} ({ $years } years or { $months } months apart)
card-area = They cover { $area } in common.
card-overlap = Both dates hold data on { $share } of the first image.
card-shift = The co-registration offset is { $shift }.

## Descriptions

description-probability = The probability of any change is { $probability }.
description-look = Something may have changed that the maps do not show, so look at the picture.
description-sure = The network's look at the whole says less, but the objects on the maps are sure.
description-unsure = What the maps show is not sure, so look at the picture.
description-network = The network says: "{ $words }."
description-network-part =
    The network says of the most changed part, rows { $top } to { $bottom }, columns { $left } to { $right }: "{ $words }."
clause-objects =
    { $status ->
        [appeared]
            { $certainty ->
                [maybe]
                    { $kind ->
                        [building]
                            { $count ->
                                [one] a building may have appeared{ $where }
                               *[other] { $count } buildings may have appeared{ $where }
                            }
                       *[road]
                            { $count ->
                                [one] a road may have appeared{ $where }
                               *[other] { $count } roads may have appeared{ $where }
                            }
                    }
               *[sure]
                    { $kind ->
                        [building]
                            { $count ->
                                [one] a building appeared{ $where }
                               *[other] { $count } buildings appeared{ $where }
                            }
                       *[road]
                            { $count ->
                                [one] a road appeared{ $where }
                               *[other] { $count } roads appeared{ $where }
                            }
                    }
            }
        [disappeared]
            { $certainty ->
                [maybe]
                    { $kind ->
                        [building]
                            { $count ->
                                [one] a building may have disappeared{ $where }
                               *[other] { $count } buildings may have disappeared{ $where }
                            }
                       *[road]
                            { $count ->
                                [one] a road may have disappeared{ $where }
                               *[other] { $count } roads may have disappeared{ $where }
                            }
                    }
               *[sure]
                    { $kind ->
                        [building]
                            { $count ->
                                [one] a building disappeared{ $where }
                               *[other] { $count } buildings disappeared{ $where }
                            }
                       *[road]
                            { $count ->
                                [one] a road disappeared{ $where }
                               *[other] { $count } roads disappeared{ $where }
                            }
                    }
            }
       *[any]
            { $certainty ->
                [maybe]
                    { $kind ->
                        [building]
                            { $count ->
                                [one] a building may have changed{ $where }
                               *[other] { $count } buildings may have changed{ $where }
                            }
                       *[road]
                            { $count ->
                                [one] a road may have changed{ $where }
                               *[other] { $count } roads may have changed{ $where }
                            }
                    }
               *[sure]
                    { $kind ->
                        [building]
                            { $count ->
                                [one] a building changed{ $where }
                               *[other] { $count } buildings changed{ $where }
                            }
                       *[road]
                            { $count ->
                                [one] a road changed{ $where }
                               *[other] { $count } roads changed{ $where }
                            }
                    }
            }
    }
clause-cover =
    { $certainty ->
        [maybe] { $size } of { $before } may have become { $after }{ $where } ({ $probability } probable)
       *[sure] { $size } of { $before } became { $after }{ $where } ({ $probability } probable)
    }
clause-ground =
    { $certainty ->
        [maybe] the ground may have changed on { $size }{ $where } ({ $probability } probable)
       *[sure] the ground changed on { $size }{ $where } ({ $probability } probable)
    }
clause-elsewhere =
    { $certainty ->
        [maybe] the ground may have changed elsewhere, too
       *[sure] the ground changed elsewhere, too
    }
clause-nothing =
    { $counting ->
        [some] no changed building or road that counts was found
       *[all] no changed building or road was found
    }
clause-nothing-at-all =
    { $counting ->
        [some] no changed building or road that counts was found, and no other change
       *[all] no changed building or road was found, and no other change
    }
clause-not-looked = other change was not looked for
where-alone = { " " }{ $place }
where-all = , all { $place }
where-both = , both { $place }
where-mostly = , mostly { $place }
where-apart = , in different parts of the image
where-spread = , spread over the image

## Change, counts and areas

summary = Changed pixels: { $classes }.
summary-none = { $name } none
summary-class = { $name } { $pixels } ({ $share } of the valid area{ $ground })
summary-ground = , { $size }
summary-field = { $share } { $place }
summary-where = { $size }, { $fields }
no-data = { $share } of the pixels hold no data at one date or both.
count-none =
    { $status ->
        [appeared]
            { $kind ->
                [building] No building that appeared{ $where } was found{ $without }.
                [road] No road that appeared{ $where } was found{ $without }.
               *[any] No object that appeared{ $where } was found{ $without }.
            }
        [disappeared]
            { $kind ->
                [building] No building that disappeared{ $where } was found{ $without }.
                [road] No road that disappeared{ $where } was found{ $without }.
               *[any] No object that disappeared{ $where } was found{ $without }.
            }
       *[any]
            { $kind ->
                [building] No changed building{ $where } was found{ $without }.
                [road] No changed road{ $where } was found{ $without }.
               *[any] No changed object{ $where } was found{ $without }.
            }
    }
count-directions = : { $appeared } appeared, { $disappeared } disappeared
count-others = , { $others } { $others ->
        [one] other change of the ground
       *[other] other changes of the ground
    }
count-interval = In { $level } of such cases there are between { $low } and { $high }.
count-at-most = In { $level } of such cases there is no more than { $high }.
count-doubtful =
    { $doubtful ->
        [one] One of them is small and unsure, and probably none.
       *[other] { $doubtful } of them are small and unsure, and probably none.
    }
count-sizes = { " " }(median { $median }, largest { $largest })
count-largest = { " " }(largest { $largest })
count-size = { " " }({ $largest })
count-place =
    { $count ->
        [one] , it lies { $place }
       *[other] , the largest { $place }
    }
touching-buildings = Touching ones are told apart where they narrow.
touching = Touching ones count as one.
area = { $them } cover { $size }
area-of-valid = { " " }of the valid area
area-share = { " " }({ $share } of the valid area)
area-interval = , in { $level } of cases between { $low } and { $high }
area-ways = { "" }, { $appeared } of it appeared and { $disappeared } disappeared
area-method = { $area }; { $text }.
zones =
    { $zones ->
        [one]
            { $changed ->
                [one] Of { $zones } zone, { $changed } holds change
               *[other] Of { $zones } zone, { $changed } hold change
            }
       *[other]
            { $changed ->
                [one] Of { $zones } zones, { $changed } holds change
               *[other] Of { $zones } zones, { $changed } hold change
            }
    }
zones-all = { $zones }: { $told }.
zones-most = { $zones }, the most: { $told }.
zone = { $zone }: { $told }
zone-class = { $name } { $size } ({ $share } of its valid area)
zone-inside = only { $share } of it lies in the images

## Other ground

other-none = Beyond buildings and roads, no change was found.
other-one = Beyond buildings and roads, { $region }.
other-all = Beyond buildings and roads, { $count } places changed, { $size } together: { $regions }.
other-among = Beyond buildings and roads, { $count } places changed, { $size } together, among them: { $regions }.
other-region = { $change } on { $size } { $place } ({ $probability } probable)
ground-changed = the ground changed
ground-became = { $before } became { $after }
bands-none = By the bands of the two dates, no change was found.
bands-one = By the bands of the two dates, one place changed: { $region }.
bands-many =
    By the bands of the two dates, { $count } places changed, { $size } together ({ $share } of the known ground); the largest: { $regions }.
bands-kept = { $size } changed on what stayed { $cover } { $place } ({ $probability } probable)
bands-became = { $size } of { $before } became { $after } { $place } ({ $probability } probable)
bands-partly = { $size } changed { $place } ({ $probability } probable), { $share } of it from { $before } to { $after }
bands-limits =
    The pixels are too coarse to tell buildings and roads; season, harvest and haze count as change, too, and the cover is by spectral rules.
bands-unknown = { $share } of the pixels are unknown: no data, or hidden by cloud, shadow or snow.

## Lists and comparisons

found = { $told }: { $objects }.
found-first =
    { $order ->
        [smallest] The smallest of { $them }: { $one }.
        [surest] The surest of { $them }: { $one }.
        [unsurest] The least sure of { $them }: { $one }.
       *[largest] The largest of { $them }: { $one }.
    }
found-ranked = { $them }{ $order }; number { $rank }: { $one }.
found-away =
    { $kind ->
        [building] { $distance } from the nearest other building
        [road] { $distance } from the nearest changed road
        [centre] { $distance } from the centre of the image
       *[number] { $distance } from object { $id }
    }
found-extent =
    { $extent ->
        [length] { $value } long
       *[perimeter] perimeter { $value }
    }
object-rank =
    { $kind ->
        [building]
            { $count ->
                [one] { $told }, the only changed building.
               *[other] { $told }, number { $rank } of { $count } changed buildings by size.
            }
        [road]
            { $count ->
                [one] { $told }, the only changed road.
               *[other] { $told }, number { $rank } of { $count } changed roads by size.
            }
       *[any]
            { $count ->
                [one] { $told }, the only changed place.
               *[other] { $told }, number { $rank } of { $count } changed places by size.
            }
    }
found-together = , { $size } together
found-order =
    { $order ->
        [smallest] , the smallest first
        [surest] , the surest first
        [unsurest] , the unsurest first
        [nearest] , the nearest first
        [farthest] , the farthest first
       *[largest] , the largest first
    }
found-some = , { $listed } of { $count } listed
found-object = { object-name } { $id } ({ $told })
found-status =
    { $status ->
        [appeared] appeared
       *[disappeared] disappeared
    }
found-at = at { $latitude }, { $longitude }
found-became = { $told }: { $change }
probable = { $probability } probable
compare-equal = Equally much changed in both: { $parts }.
compare-more =
    { $kind ->
        [building] More changed building ground lies { $place }: { $parts }.
        [road] More changed road ground lies { $place }: { $parts }.
       *[any] More changed { $place }: { $parts }.
    }
compare-part =
    { $count ->
        [one] { $part } { $count } object, { $size }
       *[other] { $part } { $count } objects, { $size }
    }

## Causes, certainty and limits

why = Possible causes: { $causes }
why-cause = { $cause } (evidence: { $evidence }; to be checked against { $check }).
why-hypotheses = These are hypotheses that fit the evidence, not findings: two images do not show a cause.
why-nothing = Nothing changed that would need a cause.
cause = { $text }
to-check = { $text }
sign = { $text }
evidence-objects = { objects }, { $size } together
evidence-cover =
    { $count ->
        [one] { $count } place where { $change }, { $size }
       *[other] { $count } places where { $change }, { $size } together
    }
evidence-sign = { $sign }, on { $size } ({ $share })
evidence-unsure =
    { $count ->
        [one] { $count } object less than { $below } probable
       *[other] { $count } objects less than { $below } probable
    }
evidence-shift = the co-registration offset is { $shift }
evidence-no-building = no building changed
sure =
    { $agree ->
        [bands] The probability of any change is { $probability }, by the bands.
        [agree] The probability of any change is { $probability }, and the maps agree.
       *[differ] The probability of any change is { $probability }, but the maps do not agree.
    }
sure-some =
    { $unsure ->
        [one] { $unsure } of { $objects } objects is less than { $below } probable, { $share } of the changed pixels.
       *[other] { $unsure } of { $objects } objects are less than { $below } probable, { $share } of the changed pixels.
    }
sure-all = { $unsure } of { $objects } objects are less than { $below } probable.
limits-here = { $pixels } ({ $size } here)
limits-seen = I see change of { $kinds } from { $smallest } up,
limits-direction = { " " }and tell what appeared from what disappeared
limits-no-direction = { " " }but not its direction
limits-resolution = ; images of { $low } to { $high } a pixel suit me
limits-these = , these have { $resolution }
limits-by-bands = ground of any kind, by its bands,
limits-ground = other ground
limits-unseen = I cannot see { $unseen }.
limits-indices = Spectral indices that the bands allow tell more: { $indices }.
unseen = { $text }

## Spectral indices and land cover

index =
    { $date ->
        [before] { $index } at the earlier date is { $mean }, { $range }.
       *[after] { $index } at the later date is { $mean }, { $range }.
    }
index-change = { $index } was { $before } and is { $after }; it changed by { $change }, { $range }.
index-mean = { $value } in the mean
index-median = { $value } in the median
index-range = mostly { $low } to { $high }
index-class = { $text }
index-unknown = { $share } of the pixels are not known.
class-ground = { $name } { $ground }
ground-share = { $size } ({ $share })
cover-classes =
    { $date ->
        [before] Land cover at the earlier date: { $classes }.
       *[after] Land cover at the later date: { $classes }.
    }
cover-uses = Its use seems to be: { $uses } ({ $method }).
use = { $text }
cover-unknown = The class of { $share } of the pixels is not known.
transition = { $before } to { $after } { $ground }
transitions-none = Between the two dates no pixel changed its class of land cover.
transitions = Between the two dates { $changed } changed class, and { $kept } kept it.
transitions-list = From what to what: { $transitions }.
transitions-smaller = others are smaller
transitions-yearly = That is { $share } a year.
transitions-net = In balance: { $classes }.
transitions-corrected = With the errors of the maps taken out { $share } changed
transitions-corrected-list = { $share }: { $transitions }.

## Archive

archive-none = The archive holds nothing of that kind.
archive =
    { $searched ->
        [one] Of { $searched } part of pairs in the archive, { archive-nearest }:
       *[other] Of { $searched } parts of pairs in the archive, { archive-nearest }:
    }
archive-nearest =
    { $count ->
        [one] { $count } is nearest
       *[other] { $count } are nearest
    }
archive-score = score { $score }
archive-dates = { $before } to { $after }
archive-card = ({ $number }) { $caption } ({ $told }).
archive-opened =
    Number { $number } is open now as pair { $pair }: { $before } and { $after }; what was found lies in columns { $left } to { $right }, rows { $top } to { $bottom }.
notes-none = The archive holds no note on that.
notes = Kept notes say:
note = "{ $text }" (source: { $source }).

## Work

export = { $file } holds { $holds }.
export-limited = { $file } holds { $holds }, only those { $limits }.
export-objects = { $file } holds { $them }, and no others.
export-empty = So { $file } is empty.
export-whole = { $file } holds { $holds }; it shows all that changed, not { $them } alone.
export-land =
    { $count ->
        [one] { $file } holds { $count } piece of { $land }: { $lost } lost, { $gained } gained. Pieces below { $smallest } are left out.
       *[other] { $file } holds { $count } pieces of { $land }: { $lost } lost, { $gained } gained. Pieces below { $smallest } are left out.
    }
export-land-none = { $file } is empty: no piece of { $land } that is large enough was lost or gained.
holds = { $text }
holds-some = { $holds }, some of them
file = { $file } ({ $holds })
file-of-pair = { $file } ({ $holds }; pair { $pair })
files = Files written so far, in the folder of this conversation: { $files }.
files-none = No file was written yet; ask for one, such as a PDF report or a GeoJSON.
pair-swapped = The dates are swapped: pair { $pair } has { $before } as the earlier image and { $after } as the later one, and questions are about it from now on.
pair-current = Questions are about pair { $pair } from now on, which has { $before } as the earlier image and { $after } as the later one.
assumed = Sizes are told assuming { $size } pixels.
assumed-now = Areas and lengths are told from now on assuming { $size } pixels.
selftest-size = { $found } of { $planted } { $size } roofs ({ $low } to { $high } m wide)
selftest = Of the buildings planted into this pair, the network found { $sizes }.
selftest-road = It marked { $share } of the planted road.
selftest-alarms = It raised { $alarms } false alarms in { $looks } looks, { $rate } { $unit }.
batch =
    { $parts }, in { $seconds } s.
batch-done =
    { $count ->
        [one] { $count } pair done
       *[other] { $count } pairs done
    }
batch-failed = { $count } failed
batch-kept = { $count } kept from an earlier run
batch-twice = { $count } listed twice

## What is offered

abilities = I compare two images of one place: I can { $others }, and { $last }.
ability = { $text }
cannot-yet = I cannot { $wish } in this version.
wish = { $text }
refused = { $reason }

## Statistics

statistic =
    { $name ->
        [mean_area] The mean size is { $value } ({ $them }).
        [median_area] The median size is { $value } ({ $them }).
        [smallest_area] The smallest size is { $value } ({ $them }).
        [largest_area] The largest size is { $value } ({ $them }).
        [length] The length along the axis is { $value } in all ({ $them }).
        [spacing] The mean distance to the nearest other is { $value }, between midpoints ({ $them }).
       *[total_area] The area is { $value } in all ({ $them }).
    }
statistic-none = Only one counts, so there is no distance to another ({ $them }).
statistic-perimeter = The mean length of an outline is { $value }, { $total } in all ({ $them }).
statistic-share =
    { $among ->
        [any] { $them }: { $value } of all { $count } changed objects, and { $area } of their area.
       *[same] { $them }: { $value } of all { $count }, and { $area } of their area.
    }
statistic-density = The density is { $value } of valid ground ({ $them }).
statistic-yearly-count =
    { $span ->
        [year] { $value } a year ({ $them } in { $years } year).
       *[years] { $value } a year ({ $them } in { $years } years).
    }
statistic-yearly-area =
    { $span ->
        [year] The area is { $value } a year ({ $them } in { $years } year).
       *[years] The area is { $value } a year ({ $them } in { $years } years).
    }
numbered =
    { $kind ->
        [building] building { $id }
        [road] road { $id }
       *[any] object { $id }
    }
distance = { $first } and { $second } lie { $gap } apart, from outline to outline; their centres lie { $centres } apart.
distance-touch = { $first } and { $second } touch; their centres lie { $centres } apart.

## How one kind of land changed

land =
    { $name ->
        [water] water
        [trees] ground under trees
        [vegetation] vegetation
        [snow] snow and ice
        [built] built-up ground
        [soil] bare ground
       *[bare] bare or built-up ground
    }
land-none = no { $land } was found{ $where } at either date.
land-same = there is as much { $land }{ $where } as before, { $size }.
land-none-way =
    { $way ->
        [lost] no { $land } was lost{ $where }.
       *[gained] no { $land } was gained{ $where }.
    }
land-share =
    { $way ->
        [less] , a loss of { $share }
       *[more] , a gain of { $share }
    }
land-balance =
    { $way ->
        [less] { $size } less { $land } than before{ $where }{ $share }
        [more] { $size } more { $land } than before{ $where }{ $share }
       *[same] as much { $land } as before{ $where }{ $share }
    }: { $before } at the earlier date, { $after } at the later one; { $lost } lost, { $gained } gained.
land-where =
    { $way ->
        [lost] { $size } of { $land } lost{ $where }: { $places }.
       *[gained] { $size } of { $land } gained{ $where }: { $places }.
    }
land-halves = { $first } { $here } and { $second } { $there }
land-all = all { $place }
land-most = most of all { $place } ({ $share })
land-parts =
    { $way ->
        [lost] { $size } of { $land } lost{ $where }: { $parts }.
       *[gained] { $size } of { $land } gained{ $where }: { $parts }.
    }
land-to = { $size } became { $cover }
land-from = { $size } was { $cover } before
land-seen = That is by the look of the ground ({ $probability } probable), since the images have no near infrared.
land-seen-none = no { $land } was seen to come or go{ $where }; without near infrared, small changes of it are not told.
land-seen-open = whether { $land } came or went{ $where } cannot be told: the ground changed on { $size }, but from what to what is not seen without near infrared.
land-seen-trees = Trees are not told from other plants this way.
land-seen-unclear = The ground changed on { $size } besides, but from what to what cannot be told.
land-rate =
    { $way ->
        [less] { $yearly } less { $land } a year{ $where }
        [more] { $yearly } more { $land } a year{ $where }
       *[same] as much { $land } as before{ $where }
    } ({ $size } in { $years } { $span ->
        [year] year
       *[years] years
    }); { $lost } a year lost, { $gained } a year gained.
land-season = The dates lie less than a year apart, so the season may be part of it.
land-percent = Sizes are shares of the known ground.
land-noise = Errors of the maps alone would show about { $size } as lost{ $where }.
land-unknown = The class of { $share } of the pixels is not known.
burnt = { $size } ({ $share } of the known ground) look burnt{ $where }: their burn ratio (NBR) fell by 0.27 or more where it was dry. Felling and harvest can look alike.
burnt-where = Of this: { $places }.
burnt-rate = That is { $yearly } a year (in { $years } { $span ->
        [year] year
       *[years] years
    }).
burnt-none = No burnt ground was found{ $where } between the dates.

## Change by radar

radar-when = between { $before } and { $after }
radar-when-unknown = between the first and the last image
radar-date-unknown = of unknown day
radar-changed = Radar shows change on { $size } ({ $share } of the known ground) { $when }: { $parts }.
radar-changed-series = Radar shows change on { $size } ({ $share } of the known ground) { $when }; at the last change { $parts }.
radar-darker = { $size } became darker
radar-brighter = { $size } became brighter
radar-mixed = { $size } became brighter in one polarisation and darker in the other
radar-place = Most of it lies { $place }.
radar-intervals = First changes by date: { $intervals }.
radar-interval = { $size } { $when }
radar-none = Radar shows no change { $when }: no piece of { $size } or more.
radar-flood = Likely yes: { $when }, likely open water came to cover { $size } ({ $share } of the known ground).
radar-flood-also = Likely open water came to cover { $size } of it ({ $share } of the known ground).
radar-flood-passed = Likely yes, for a time: { $when }, likely open water came to cover { $size } ({ $share } of the known ground) and went again.
radar-passed = For a time, likely open water covered { $size } ({ $share } of the known ground) that it does not cover on the last image.
radar-flood-none = No new open water was found { $when }: no changed piece of { $size } or more is as dark as smooth water.
radar-water = Likely open water covers { $after } ({ $share } of the known ground) on the last image ({ $last }); on the first ({ $first }) it covered { $before }.
radar-water-untold = Whether there is open water cannot be told from these images: they are not calibrated, or have neither VV nor VH.
radar-slope = No elevations were given, so whether that ground is flat, as water is, was not checked.
radar-flat = Only flat ground was counted.
radar-alike = Radar does not tell it from smooth sand, wet snow or tarmac, and does not see water below trees or between houses.
radar-looks =
    { $how ->
        [stated] The test takes speckle of { $looks } looks, as stated.
       *[estimated] The test takes speckle of { $looks } looks, as ground without change shows.
    } Of unchanged pixels it flags { $alpha } wrongly, and here it flags { $flagged } of all. Pieces below { $size } are left out.
radar-limits = Radar tells that the surface changed and not why; rain, harvest, ploughing, snow or ice cannot be ruled out.
radar-unknown = Nothing is known of { $share } of the pixels.

## Beside results

impossible =
    { $act ->
        [mail] I cannot send or e-mail anything; a file that I write lies in the folder of this conversation.
       *[print] I cannot print, upload or call; I answer here and write files.
    }
courtesy =
    { $act ->
        [thanks] You are welcome. Ask further if anything is unclear.
        [enough] All right.
       *[hello] Hello. Ask what changed between the two images: where, how much, and why.
    }
recap = So far: { $told }
recap-none = Nothing was measured yet; ask what changed.
beyond = This I cannot tell or do: { $things }. The images do not show it, and none of my tools does it.
cannot-see = I cannot see { $things }: the network looks for buildings and roads, and other change of the ground.
balance =
    { $way ->
        [more] More than before, { $net } on balance:
        [fewer] Fewer than before, { $net } on balance:
       *[same] As many as before:
    }
method-alone = That came from the tool { $tool }.
method = That came from the tool { $tool }: { $method }.
against =
    { $way ->
        [more] More than that:
        [less] Less than that:
       *[unknown] Whether it is more cannot be told, since the size of a pixel is not known; say, for instance, "assume 0.5 m a pixel":
    }
pixel-size-unknown = The size of a pixel is not known, so sizes are in pixels; say, for instance, "assume 0.5 m a pixel".
land-one-date = How much of it there is at one date cannot be told without near infrared, only what changed:
most-in = Most { $condition }:
difference-in = { $amount } more { $place }:
difference = The difference is { $amount }:
difference-none = The same in both:
built-up-not-apart = Built-up ground alone cannot be told from other bare ground by these bands; of both together:
yes-gross =
    { $way ->
        [loss] Yes, { $size } lost, and in all:
       *[gain] Yes, { $size } gained, and in all:
    }
no-thirds = I measure halves, quarters and the middle ninth; thirds are not among them, so this is of the half:
part-unknown = One thing that you ask these images cannot tell; of the rest:
yes = Yes:
no = No:
claim-right = That is right:
claim-wrong = That is not right:
possibly = Possibly:
hardly = Hardly, no more than errors of the maps would show:
not-so-many = No, not { $number }:
not-more = No, not more than { $number }:
not-fewer = No, not fewer than { $number }:
of-one-date =
    { $kind ->
        [building] I count buildings that changed; how many stand at one date I cannot tell.
        [road] I count roads that changed; how many there are at one date I cannot tell.
       *[any] I count what changed; what there is at one date I cannot tell.
    }
not-used = I made no use of { $words }.
out-of-scope = I cannot tell that from these images. Ask what changed, where, how much, how sure I am or why; "help" lists all that I can do.
when = It changed between the two dates; when exactly, two images cannot tell.
card-no-shift = How the dates lie on each other could not be measured; compare them by eye.
limits-in =
    { $unit ->
        [px] These images have no place on earth, so the limit counts in pixels; state --pixel-size for square metres.
       *[m2] Sizes count in square metres here, so the limit does, too, and not in pixels.
    }

## Over time

series-changed = { $index } at { $count } dates from { $first } to { $last }: { $share } of the ground with enough clear dates changed{ $ground }.
series-none = { $index } at { $count } dates from { $first } to { $last }: no change of { $limit } or more was found.
series-dates = Most changed on { $dates }; the first change of all was seen on { $first }.
series-on =
    { $way ->
        [lower] { $day } ({ $share }, to a lower level)
        [higher] { $day } ({ $share }, to a higher level)
       *[both] { $day } ({ $share }, both ways)
    }
series-trend =
    { $way ->
        [falls] The mean falls by { $slope } a year (95 %: { $low } to { $high }, p { $chance }).
        [rises] The mean rises by { $slope } a year (95 %: { $low } to { $high }, p { $chance }).
       *[none] The mean has no sure trend: { $slope } a year (95 %: { $low } to { $high }, p { $chance }).
    }
series-trend-unknown = With { $count } clear dates no trend is told.
series-p-under = below 0.001
series-shares = { $falling } of the ground has a falling trend, { $rising } a rising one (p below 0.05).
series-suspect =
    { $count ->
        [one] Suspect is { $days }: values leave their level there and come back at once, which is no change.
       *[other] Suspect are { $count } dates ({ $days }): values leave their level there and come back at once, which is no change.
    }
series-unknown = { $share } of the ground has too few clear dates to tell.
series-chart = { $index } of { $place } on { $count } clear dates from { $first } to { $last }.
series-chart-empty = { $index } of { $place } is clear on { $count } dates, so there is nothing to draw.
series-whole = the whole place
series-breaks = It { $breaks }.
series-no-break = It has no break.
series-break =
    { $way ->
        [fell] fell by { $size }, seen on { $day } (last clear before: { $since })
       *[rose] rose by { $size }, seen on { $day } (last clear before: { $since })
    }
series-zones =
    { $changed ->
        [0] { $index }: none of { $zones } zones has a break.
       *[other] { $index }: { $changed } of { $zones } zones have a break.
    }
series-zones-first = In the order of time: { $zones }.
series-zone = { $zone } { $told }
series-zones-falling =
    { $count ->
        [one] One zone has a falling trend: { $zone } with { $slope } a year.
       *[other] { $count } zones have a falling trend, most of all { $zone } with { $slope } a year.
    }
series-period = { $mean } from { $since } to { $until } ({ $count } clear dates)
series-periods = { $index } of { $place }: { $first }, and { $second }.
series-difference =
    { $way ->
        [falls] It is lower by { $difference } (95 %: { $low } to { $high }).
        [rises] It is higher by { $difference } (95 %: { $low } to { $high }).
       *[none] The difference of { $difference } is not sure (95 %: { $low } to { $high }).
    }
doubt-smallest = Here things count from { $smallest } up.
doubt-on-ground = { $offset } ({ $ground })
doubt-offset = The co-registration offset of the dates is { $offset }, measured on these images.
doubt-season =
    { $days ->
        [one] Here the dates lie { $days } day apart in the year ({ $before } and { $after }).
       *[other] Here the dates lie { $days } days apart in the year ({ $before } and { $after }).
    }
doubt-covers = My figures hold for { $area } from { $before } to { $after }.
verification-how = { " " }by { $again } instead of { $told }
verification-outlines = { " " }Areas by the outlines of the objects agree, too.
verification-number = { $name } { $told }, anew { $again }
verification =
    { $verdict ->
        [pass]
            { $count ->
                [one] Computed anew from the files{ $how }: the number agrees.{ $outlines }
               *[other] Computed anew from the files{ $how }: all { $count } numbers agree.{ $outlines }
            }
        [warn] Computed anew from the files{ $how }: { $some } of { $count } numbers differ a little ({ $list }); the others agree.
       *[fail] Computed anew from the files{ $how }: { $some } of { $count } numbers differ ({ $list }). Do not rely on them.
    }
history-appeared =
    { $object ->
        [building]
            { $count ->
                [0] no building appeared
                [one] { $count } building appeared
               *[other] { $count } buildings appeared
            }
       *[road]
            { $count ->
                [0] no road appeared
                [one] { $count } road appeared
               *[other] { $count } roads appeared
            }
    }
history-disappeared =
    { $count ->
        [0] none disappeared
       *[other] { $count } disappeared
    }
history = From { $first } to { $last } ({ $dates } dates), { $appeared }{ $gained } and { $disappeared }{ $lost }.
history-ground = { " " }({ $size })
history-intervals = From date to date: { $intervals }.
history-busiest = The intervals with most change: { $intervals }.
history-interval = { $since } to { $until }, { $appeared } appeared ({ $rate } a year) and { $disappeared } disappeared
history-altered = { $grew ->
        [0] { $shrank ->
            [one] 1 that stood became smaller.
           *[other] { $shrank } that stood became smaller.
        }
       *[other] { $shrank ->
            [0] { $grew ->
                [one] 1 that stood was extended.
               *[other] { $grew } that stood were extended.
            }
           *[other] Of those that stood, { $grew ->
                [one] 1 was extended
               *[other] { $grew } were extended
            } and { $shrank } became smaller.
        }
    }
history-passing =
    { $count ->
        [one] 1 that appeared was gone again at the last date.
       *[other] { $count } that appeared were gone again at the last date.
    }
history-contradictions =
    { $count ->
        [one] The intervals contradict each other on 1 object, which would have been built or gone twice; it is counted once.
       *[other] The intervals contradict each other on { $count } objects, which would have been built or gone twice; they are counted once.
    }
history-direct = Held against each other, the first and the last date alone show { $appeared } that appeared and { $disappeared } that disappeared.
patches-none = No piece of { $land } that was { $way ->
        [lost] lost
       *[gained] gained
    }{ $where } was found{ $without }.
patches-without = { " " }({ $count } without this limit)
patches =
    { $count ->
        [one] 1 piece of { $land } was { $way ->
            [lost] lost
           *[gained] gained
        }{ $where }: { $pieces }.
       *[other] { $count } pieces of { $land } were { $way ->
            [lost] lost
           *[gained] gained
        }{ $where }, { $size } together, the largest first: { $pieces }.
    }
patches-some =
    { $count } pieces of { $land } were { $way ->
        [lost] lost
       *[gained] gained
    }{ $where }, { $size } together; the { $shown } largest: { $pieces }.
patches-first =
    The largest of { $count } pieces of { $land } that were { $way ->
        [lost] lost
       *[gained] gained
    }{ $where } ({ $size } together): { $pieces }.
patches-ranked =
    { $count } pieces of { $land } were { $way ->
        [lost] lost
       *[gained] gained
    }{ $where }, { $size } together; number { $rank } by size: { $pieces }.
patches-piece = { $size } ({ $told })
patches-became = { $before } that became { $after }
patches-smallest = Pieces below { $size } are not told.
patches-seen = That is by the look of the ground; ground under buildings is not among them.
trajectory = Land cover at { $count } dates from { $first } to { $last }: { $classes }.
trajectory-class = { $cover } { $before } to { $after }
trajectory-still = The shares of the classes did not move.
trajectory-path = Their path is { $arc } long on the simplex (Fisher-Rao), { $chord } in a straight line; the largest step is { $step }, from { $since } to { $until }.
trajectory-rates =
    { $assumed ->
        [True] Fastest: { $rates }; { $right } of the pixels of each map are assumed to be right.
       *[False] Fastest: { $rates }; { $right } of the pixels of each map are right, as was stated.
    }
trajectory-rate = { $before } to { $after }, { $share } of the ground a year (errors of the maps alone would show { $noise })
trajectory-until = If rates stay, it takes { $years } years on average (standard deviation { $deviation }) from { $before } to { $after }; errors of the maps alone would give { $noise } years.
trajectory-patches = The largest patch of { $cover } holds { $before } of it on { $first } and { $after } on { $last }; its patches number { $few } and { $many }.
trajectory-null = Ground of the same amount and autocorrelation would have { $expected } in one patch on { $last } (p { $chance }).
trajectory-dimension = Its box-counting dimension is { $before } and { $after }.
assessed = Areas of { $map } with its errors taken out, by { $points } labelled points: { $classes }.
assessed-class = { $name } { $adjusted } ({ $low } to { $high } at { $level }), { $mapped } on the map
assessed-class-share = { $name } { $adjusted } (standard error { $error }), { $mapped } on the map
assessed-right = { $overall } of the map is right (standard error { $error }).
assessed-accuracies = User's and producer's accuracy: { $classes }.
assessed-accuracy = { $name } { $users } and { $producers }
assessed-people = { $people } people labelled it and agree in { $share } of the cases (kappa { $kappa }).
assessed-people-share = { $people } people labelled it and agree in { $share } of the cases.
assessed-name = { $text }
zone-effects = Over { $zones } zones, of which { $treated } were treated, { $treatment } is estimated to have moved { $outcome } by { $mean } on average ({ $low } to { $high } at { $level }).
zone-effects-differ = Its effect is larger in some zones than in others: { $most } ({ $most_low } to { $most_high }) in the third where the covariates { $set } predict most, { $least } ({ $least_low } to { $least_high }) in the third where they predict least, on zones that the prediction did not see (AUTOC { $autoc }, standard error { $error }).
zone-effects-alike = Zones with a larger effect cannot be told by the covariates { $set } (AUTOC { $autoc }, standard error { $error }), so it is not shown that it worked better anywhere.
zone-effects-sets = Sets of covariates side by side, AUTOC by X- and by T-learner: { $sets }.
zone-effects-set = { $name } { $x } and { $t }
zone-effects-contrasts = What tells the zones with the largest predicted effects from those with the smallest: { $contrasts }.
zone-effects-contrast = { $column } { $most } against { $least }
zone-effects-names = Largest predicted effects: { $names }.
effect-found = { $way ->
        [lower] Since { $event }, { $index } of { $place } was { $size } lower than { $controls ->
            [0] its own past
            [one] one control
           *[other] { $controls } controls
        } would have led to expect (95 % from { $low } to { $high }).
        [higher] Since { $event }, { $index } of { $place } was { $size } higher than { $controls ->
            [0] its own past
            [one] one control
           *[other] { $controls } controls
        } would have led to expect (95 % from { $low } to { $high }).
       *[none] Since { $event }, { $index } of { $place } differed by { $size } from what { $controls ->
            [0] its own past
            [one] one control
           *[other] { $controls } controls
        } would have led to expect (95 % from { $low } to { $high }), which may be no difference at all.
    }
effect-verdict = Verdict on an effect of the event: { $verdict }.
effect-checks = Checks: { $checks }.
effect-check = { $name ->
        [pre-period-fit] pre-period fit
        [controls] controls
        [interval] interval
        [other-trend] other trend
        [placebo-in-time] placebo in time
        [placebo-in-space] placebo in space
        [leave-one-out] leave one out
        [controls-untouched] controls untouched
        [date-of-the-break] date of the break
        [second-opinion] second opinion
        [convex-hull] convex hull
        [detectable-effect] detectable effect
       *[other] { $text }
    }
verdict = { $name ->
        [supported] supported
        [not-supported] not supported
        [inconclusive] inconclusive
       *[other] { $text }
    }
parcels-about =
    { $way ->
        [lost] lost { $land }
        [gained] new { $land }
       *[changed] { $land }
    }
parcels-none = No { $about } is found in the parcels.
parcels =
    { $touched ->
        [one] 1 of { $parcels } parcels holds { $about }, { $size } in all.
       *[other] { $touched } of { $parcels } parcels hold { $about }, { $size } in all.
    }
parcels-certain =
    { $certain ->
        [0] In none of them it is more than errors of the maps can make.
       *[other] In { $certain } of them it is more than errors of the maps can make.
    }
parcels-most = The largest shares: { $rows }.
parcel-row = { $parcel } with { $share } ({ $low } to { $high }), { $size }
parcel-row-plain = { $parcel } with { $share }, { $size }
parcels-rule = The rule ({ $rule }) holds in { $holds } parcels and stays open in { $undecided }.
parcels-unmeasured = { $count } parcels have no known pixel.
parcel-kind =
    { $name ->
        [water] water
        [trees] trees
        [vegetation] vegetation
        [snow] snow
        [bare] bare ground
        [building] changed buildings
        [road] changed roads
        [any] changed ground
       *[other] { $text }
    }
effect-area = the area of interest
