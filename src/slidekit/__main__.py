"""The way in: `slidekit` and `python -m slidekit`."""


def main() -> None:
    """Run the command line."""
