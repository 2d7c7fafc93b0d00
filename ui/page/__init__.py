"""The chat page: conversation, map, panels and the server that carries them."""
