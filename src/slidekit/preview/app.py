"""The preview's server."""

from __future__ import annotations

import uvicorn
from starlette.applications import Starlette


def make() -> Starlette:
    """The application."""
    return Starlette()


def serve(port: int = 0) -> None:
    """Serve until interrupted, on the loopback address."""
    uvicorn.run(make(), host="127.0.0.1", port=port, log_level="warning")
