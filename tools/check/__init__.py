"""Check what was written and what was built."""
