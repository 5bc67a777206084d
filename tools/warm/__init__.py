"""Keep a builder warm, so that a save costs a page and not a site."""
