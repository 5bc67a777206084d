"""Serve the site while it is written, and show what is wrong with it."""
