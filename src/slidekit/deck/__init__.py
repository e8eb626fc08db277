"""What the author wrote: the deck and its bilingual texts."""
