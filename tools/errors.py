"""What can go wrong on the floor of the tools, split by who can correct it.

ToolError                       root of this floor
|-- ArgumentError               the planner may choose another argument
|   |-- UnknownPairError        no pair of that name in this session
|   |-- UnknownClassError       no class of that name
|   |-- UnknownZonesError       no zones of that id
|   |-- UnknownStatusError      the network does not separate appeared from disappeared
|   |-- UnknownObjectError      no object of that number, or none mentioned yet
|   |-- UnknownUnitError        a unit that does not fit what is measured
|   |-- UnknownDistanceError    near something, but how near is not said
|   |-- UnknownIndexError       no spectral index of that name
|   |-- UnknownDateError        no date of a series, or no zone of one, as it was named
|   |-- UnknownLayerError       no layer of a map of that name
|   `-- UnknownFormatError      no export of that kind
`-- InputError                  the person must act: another file, another pair
    |-- UnknownSensorError      no sensor of that name, or without such bands
    |-- UnknownDaysError        a rate where the days of the images are not known
    |-- StatementError          something stated about the files that cannot be so
    |-- ReflectanceError        values that cannot be reflectance, or unidentified bands
    |-- MissingBandsError       a file lacks bands that an index needs
    |-- ReportError             a report cannot be made on this machine
    |-- NoPairError             a question without images
    |   `-- NoSeriesError         a question about many dates where at most two are open
    |-- SeriesError             images of more than two dates that make no series
    |-- EffectError             values, an event or controls of which no effect can be estimated
    |-- RasterError             one file cannot be used
    |-- PairError               two files cannot be compared
    |-- WindowError             a part of a pair that does not lie in it, or holds more than memory should
    |-- RoomError               files that would take more room than there is
    |-- ExtraMissingError       an optional package that is not installed
    |-- ResolutionError         pixels too coarse for the network
    |   |-- ClassMapError       class maps, where images are needed
    |   `-- NoPhotographError   elevations, radar or ready indices, where images are needed
    |-- RadarError              radar images that cannot be compared, or not as was asked
    |-- LegendError             names of classes, or their errors, that do not fit the maps
    |-- ZoneEffectError         zones on which no effect of a programme can be estimated
    |-- AssessmentError         a sample, labels or areas of a map's assessment that cannot be so
    |-- AreaError               an area of interest or zones that cannot be used
    |   `-- NoZonesError          a question about zones without any
    |-- WorkerError             other processes or machines that do the work are gone
    |-- RecordError             a run record that cannot be repeated
    |-- ManifestError           a list of pairs that cannot be worked through
    |-- ArchiveError            an archive of pairs that cannot be read, written or searched
    |-- DatasetFolderError      a folder of labelled images that cannot be scored on
    `-- ImageryError            imagery of a place and date that cannot be fetched
        `-- RefusedHostError    it lies on a host that may not be contacted
"""


class ToolError(Exception):
    """Root of every error that tools raise on purpose; its text is one sentence with the way out."""


class ArgumentError(ToolError):
    """An argument that the planner may correct."""


class UnknownPairError(ArgumentError):
    """No pair of that name."""


class UnknownClassError(ArgumentError):
    """No class of that name."""


class UnknownZonesError(ArgumentError):
    """No zones of that id."""


class UnknownStatusError(ArgumentError):
    """The network does not separate appeared from disappeared."""


class UnknownObjectError(ArgumentError):
    """No such object."""


class UnknownDistanceError(ArgumentError):
    """Near something, but how near is not said."""


class UnknownUnitError(ArgumentError):
    """A unit that does not fit."""


class UnknownIndexError(ArgumentError):
    """No such spectral index."""


class UnknownDateError(ArgumentError):
    """No such date of a series, or no such part of its place."""


class UnknownLayerError(ArgumentError):
    """No such layer of a map."""


class UnknownFormatError(ArgumentError):
    """No export of that kind."""


class InputError(ToolError):
    """An input that a person has to replace."""


class UnknownSensorError(InputError):
    """No such sensor."""


class UnknownDaysError(InputError):
    """The days of the images are not known."""


class StatementError(InputError):
    """Scale, offset, baseline or days as a person stated them cannot be so."""


class ReflectanceError(InputError):
    """Values that are not reflectance."""


class MissingBandsError(InputError):
    """Bands that a file lacks."""


class ReportError(InputError):
    """A report cannot be made here."""


class NoPairError(InputError):
    """There are no images."""


class NoAbsorptionError(InputError):
    """No class takes up ground for good."""


class NothingMeasuredError(InputError):
    """There is no number that could be computed anew."""


class NoSeriesError(NoPairError):
    """There is no series of dates."""


class SeriesError(InputError):
    """Images of more than two dates make no series."""


class EffectError(InputError):
    """Values, an event or controls of which no effect can be estimated."""


class RasterError(InputError):
    """A file cannot be used as an image."""


class PairError(InputError):
    """Two images cannot be compared."""


class WindowError(InputError):
    """A part of a pair cannot be read at once."""


class RoomError(InputError):
    """Files would take more room than there is."""


class ExtraMissingError(InputError):
    """An optional package is not installed."""


class ResolutionError(InputError):
    """Pixels are too coarse for the network."""


class ClassMapError(ResolutionError):
    """Class maps, where images are needed."""


class NoPhotographError(ResolutionError):
    """Elevations, radar or ready indices, where images are needed."""


class RadarError(InputError):
    """Radar images cannot be compared, or not as was asked."""


class LegendError(InputError):
    """Names of classes, or errors of maps, do not fit."""


class AssessmentError(InputError):
    """A sample of a map, its labels, or what follows from them cannot be so."""


class ZoneEffectError(InputError):
    """Zones, or what is told of them, do not allow to estimate where an effect is larger."""


class AreaError(InputError):
    """An area of interest or zones cannot be used."""


class NoZonesError(AreaError):
    """No zones were given."""


class WorkerError(InputError):
    """Other processes or machines that do the work are gone."""


class RecordError(InputError):
    """A run record cannot be repeated."""


class ManifestError(InputError):
    """A list of pairs cannot be worked through."""


class ArchiveError(InputError):
    """An archive of pairs cannot be read, written or searched."""


class DatasetFolderError(InputError):
    """A folder of labelled images cannot be used."""


class ImageryError(InputError):
    """Imagery of a place and date cannot be fetched."""


class RefusedHostError(ImageryError):
    """A host is not among those that may be contacted."""
