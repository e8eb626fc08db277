"""What `check` proves: one rule a file, found by itself."""
