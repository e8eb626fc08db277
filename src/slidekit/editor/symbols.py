"""The outline: sections and slides, and what folds."""
