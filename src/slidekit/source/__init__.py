"""Text that knows where it came from: reading YAML, positions, diagnostics."""
