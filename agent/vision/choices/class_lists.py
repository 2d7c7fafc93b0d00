"""Well-known lists of land-cover classes as options, each class with a line on what it looks like from above.

Names are those of EuroSAT (Helber et al. 2019) and BigEarthNet (Sumbul et al. 2019 and 2021, after CORINE Land Cover).
The lines are ours: more words than a name help a model that was not trained for it (Kim et al. 2026, arXiv 2604.21032).
"""

from __future__ import annotations

from agent.vision.choices.options import Options


def _options(lines: str) -> Options:
    """Options of "NAME | DESCRIPTION" lines."""
    rows = [[part.strip() for part in line.split("|")] for line in lines.strip().splitlines()]
    return Options(tuple(name for name, _ in rows), tuple(description for _, description in rows))


EUROSAT = _options("""
AnnualCrop | fields sown each year: large even patches with straight edges, green or bare by season
Forest | trees close together: dark green, rough, high NDVI and NDMI
HerbaceousVegetation | wild grass, herbs and shrubs without field edges: uneven, middling NDVI
Highway | a wide road as a straight or gently bent bright band through other ground
Industrial | large flat roofs, yards and car parks: bright or grey blocks, low NDVI
Pasture | grazed or mown grass: smooth green, often fenced or hedged, high NDVI
PermanentCrop | orchards, vineyards, groves: rows or a regular grid of plants with soil between them
Residential | many small roofs with gardens and streets between them
River | a winding or straight band of water between banks
SeaLake | open water over most of the scene: dark in the near infrared, blue in NDWI
""")
BIGEARTHNET_19 = _options("""
Urban fabric | houses, streets and gardens, close or scattered
Industrial or commercial units | large roofs, yards, halls, harbours of goods
Arable land | fields sown each year, rainfed, watered or flooded for rice
Permanent crops | vineyards, orchards, olive groves
Pastures | grass that is grazed or mown, green for long
Complex cultivation patterns | a mosaic of small fields, gardens and orchards
Land principally occupied by agriculture, with significant areas of natural vegetation | fields among woods and scrub
Agro-forestry areas | scattered trees over crops or grazed grass
Broad-leaved forest | closed woods of leafy trees: bright in the near infrared in summer, bare in winter
Coniferous forest | closed woods of needle trees: dark green all year
Mixed forest | needle and leafy trees together
Natural grassland and sparsely vegetated areas | wild grass, and thin plants on rock or soil
Moors, heathland and sclerophyllous vegetation | low shrubs, heather, evergreen scrub
Transitional woodland, shrub | young, felled or scattered trees among shrubs
Beaches, dunes, sands | bright bare sand or pebbles
Inland wetlands | marshes and bogs with wet soil and reeds or moss
Coastal wetlands | salt marshes and salt pans by the sea
Inland waters | rivers, lakes, reservoirs
Marine waters | sea, lagoons, estuaries
""")
BIGEARTHNET_43 = _options("""
Continuous urban fabric | roofs and streets over nearly all of the ground
Discontinuous urban fabric | houses with gardens and green between them
Industrial or commercial units | large roofs, yards and halls
Road and rail networks and associated land | motorways, railways, stations and their verges
Port areas | quays, basins and goods by the water
Airports | runways with grass and terminals
Mineral extraction sites | open pits and quarries: bare, bright, stepped
Dump sites | heaps of waste or spoil
Construction sites | bare soil with works going on
Green urban areas | parks and cemeteries among houses
Sport and leisure facilities | pitches, golf courses, camp sites
Non-irrigated arable land | rainfed fields sown each year
Permanently irrigated land | watered fields, often round or in strips, green in dry country
Rice fields | flat fields under water for a part of the year
Vineyards | rows of vines with soil between them
Fruit trees and berry plantations | orchards in a regular grid
Olive groves | grey-green crowns in a wide grid
Pastures | grass that is grazed or mown
Annual crops associated with permanent crops | sown fields with rows of trees or vines in them
Complex cultivation patterns | a mosaic of small fields, gardens and orchards
Land principally occupied by agriculture, with significant areas of natural vegetation | fields among woods and scrub
Agro-forestry areas | scattered trees over crops or grazed grass
Broad-leaved forest | closed woods of leafy trees: bright in the near infrared in summer, bare in winter
Coniferous forest | closed woods of needle trees: dark green all year
Mixed forest | needle and leafy trees together
Natural grassland | wild grass on poor or steep ground
Moors and heathland | low closed shrubs and heather in cool wet country
Sclerophyllous vegetation | evergreen scrub of dry warm country
Transitional woodland/shrub | young, felled or scattered trees among shrubs
Beaches, dunes, sands | bright bare sand or pebbles
Bare rock | cliffs, scree and rock without plants
Sparsely vegetated areas | thin plants on rock or soil, as in steppe and high mountains
Burnt areas | dark ground after a recent fire, low in NDVI and in both NDMI pictures
Inland marshes | low wet land with reeds, flooded in winter
Peatbogs | wet moss and peat, also where it is cut
Salt marshes | plants of the upper shore between tidal creeks
Salines | salt pans: even basins, bright or coloured
Intertidal flats | mud and sand without plants, under water at high tide
Water courses | rivers and canals
Water bodies | lakes, ponds, reservoirs
Coastal lagoons | shallow salt water behind a spit
Estuaries | mouths of rivers where the tide comes in
Sea and ocean | open sea
""")
