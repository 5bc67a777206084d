"""Begin a page."""
