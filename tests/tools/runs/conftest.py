"""What tests of reports share."""

import pytest


@pytest.fixture
def pango():
    """What PDF is made with, where the system has it."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        pytest.skip("needs weasyprint and the system's Pango")
