"""The records of what editors write down."""
