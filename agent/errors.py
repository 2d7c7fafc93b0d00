"""What can go wrong on the floor of the agent, split by who can mend it.

AgentError                      root of this floor
|-- UnknownModelError           the model's name, key or extra is wrong: the person chooses another
|-- ModelUnavailableError       the model's server does not answer: try later, or without it
|   `-- BrokenOffError          its answer ended in the middle: tried again, then as above
|-- TimeLimitError              the model takes too long: the same
|-- TraceError                  spans cannot be written: another file
|-- MemoryFileError             a stored conversation is missing or damaged: start another
|-- SentenceFileError           a file of sentences to be judged is no such file: another one
|-- SessionClosedError          a question to a conversation that was closed: open another
|-- ResultError                 an answer holds no such result, or several: ask for another kind, or for all
|-- QuestionFileError           a file of questions to score a planner on is none: give another
`-- PlannerError                the embedded planner's files are damaged or missing: install again
"""


class AgentError(Exception):
    """Root of every error that the agent raises on purpose; its text is one sentence with the way out."""


class UnknownModelError(AgentError):
    """No such language model here."""


class ModelUnavailableError(AgentError):
    """The language model did not answer."""


class BrokenOffError(ModelUnavailableError):
    """The language model's answer ended in the middle."""


class TimeLimitError(AgentError):
    """The language model took longer than a question may."""


class TraceError(AgentError):
    """Spans cannot be written."""


class MemoryFileError(AgentError):
    """A conversation cannot be stored or continued."""


class SessionClosedError(AgentError):
    """The conversation was closed and its files may be gone."""


class ResultError(AgentError):
    """An answer does not hold exactly one result of that kind."""


class QuestionFileError(AgentError):
    """A file of questions with accepted plans cannot be read."""


class PlannerError(AgentError):
    """The embedded planner cannot be loaded."""


class SentenceFileError(AgentError):
    """A file of sentences that cannot be judged."""
