"""What can go wrong on the floor of the tools, split by who can mend it.

ToolError                       root of this floor
|-- ArgumentError               the planner chose badly and may choose again
|   |-- UnknownPairError        no pair of that name in this session
|   `-- UnknownClassError       no class of that name
`-- InputError                  the person must act: another file, another pair
    |-- NoPairError             a question without images
    |-- RasterError             one file cannot be used
    `-- PairError               two files cannot be compared
"""


class ToolError(Exception):
    """Root of every error that tools raise on purpose; its text is one sentence with the way out."""


class ArgumentError(ToolError):
    """An argument that another choice would mend."""


class UnknownPairError(ArgumentError):
    """No pair of that name."""


class UnknownClassError(ArgumentError):
    """No class of that name."""


class InputError(ToolError):
    """An input that a person has to replace."""


class NoPairError(InputError):
    """There are no images to look at."""


class RasterError(InputError):
    """A file cannot be used as an image."""


class PairError(InputError):
    """Two images cannot be compared."""
