"""What can go wrong on the floor of the screen; each text is one sentence with the way out.

ScreenError
|-- StoppedError     the person stopped the work
|-- QuotaError       a visitor has used up the room there is for one
|-- BusyError        there are too many visitors, or too much is asked at once
|-- MessageError     no control of the page sends such a message
`-- UploadError      what was uploaded is no image, or too large
"""


class ScreenError(Exception):
    """Root of what the screen raises on purpose."""


class StoppedError(ScreenError):
    """The person stopped the work."""


class QuotaError(ScreenError):
    """No room is left for this visitor."""


class BusyError(ScreenError):
    """No room is left for another visitor, or something else is being done for this one."""


class MessageError(ScreenError):
    """A message that no control of the page sends."""


class UploadError(ScreenError):
    """An upload cannot be used."""
