"""slidekit makes slide decks in English and French from one YAML file."""

__version__ = "0.1.0"
