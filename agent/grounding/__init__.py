"""Does an answer rest on what tools returned? Every number, place and claim of it is checked against their results."""

from __future__ import annotations

from agent.grounding.checker import Checked, check
from agent.grounding.draft import CheckedDraft

__all__ = ["Checked", "CheckedDraft", "check"]
