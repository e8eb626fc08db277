"""Charts drawn: where plot, names, figures and legend stand, and how series are told from each other."""
