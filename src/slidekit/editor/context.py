"""Where the cursor stands: in which key of what, also while the YAML is broken."""
