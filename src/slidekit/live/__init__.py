"""A deck while it is typed: what is known of it after each change."""

from slidekit.live.typed import Live, State

__all__ = ["Live", "State"]
