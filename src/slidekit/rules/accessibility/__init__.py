"""Whether people who do not see the slides, or see them badly, can follow the talk."""
