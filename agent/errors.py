"""What can go wrong on the floor of the agent, split by who can mend it.

AgentError                      root of this floor
|-- UnknownModelError           the model's name, key or extra is wrong: the person chooses another
|-- ModelUnavailableError       the model's server does not answer: try later, or without it
`-- PlannerError                the embedded planner's files are damaged or missing: install again
"""


class AgentError(Exception):
    """Root of every error that the agent raises on purpose; its text is one sentence with the way out."""


class UnknownModelError(AgentError):
    """No such language model here."""


class ModelUnavailableError(AgentError):
    """The language model did not answer."""


class PlannerError(AgentError):
    """The embedded planner cannot be loaded."""
