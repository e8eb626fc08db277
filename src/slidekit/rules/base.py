"""What every rule is: a code, what it visits, and a docstring that is its manual page."""

from __future__ import annotations
