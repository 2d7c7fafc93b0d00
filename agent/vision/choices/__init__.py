"""Pictures of bands outside the visible range, given to a multimodal model with a data sheet and numbered options.

After Mallya et al. 2025 (arXiv 2509.19087), and in two steps as Kim et al. 2026 (arXiv 2604.21032): propose, verify.
"""

from __future__ import annotations

from agent.vision.choices.classify import Choice, Manner, classify
from agent.vision.choices.options import Options
from agent.vision.choices.token_usage import Price, Spent

__all__ = ["Choice", "Manner", "Options", "Price", "Spent", "classify"]
