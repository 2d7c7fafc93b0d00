"""What can go wrong on the floor of the screen; each text is one sentence with the way out.

ScreenError
|-- StoppedError     the person stopped the work
|-- QuotaError       a visitor has used up the room there is for one
|-- BusyError        there are too many visitors
`-- UploadError      what was uploaded is gone or too large
"""


class ScreenError(Exception):
    """Root of what the screen raises on purpose."""


class StoppedError(ScreenError):
    """The person stopped the work."""


class QuotaError(ScreenError):
    """No room is left for this visitor."""


class BusyError(ScreenError):
    """No room is left for another visitor."""


class UploadError(ScreenError):
    """An upload cannot be used."""
