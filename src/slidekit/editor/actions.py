"""Code actions: what can be mended, said or left with one key."""
