"""What tests of multimodal models share."""

import socket

import pytest


@pytest.fixture
def nowhere():
    """The address of a server that is down."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1"
