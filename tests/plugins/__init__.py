"""Each plugin by itself, then in one real build."""
