"""Whether the words are those that the organisation has settled on."""
