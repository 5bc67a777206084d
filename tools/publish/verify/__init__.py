"""Hold a live site to what its manifest promises, from outside."""
