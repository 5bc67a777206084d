"""A live site is held to its promises."""
