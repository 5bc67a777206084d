"""Typed records of what editors write down, and the words for what does not fit them."""
