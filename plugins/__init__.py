"""Machinery inside a build: one Pelican plugin a file, one concern each."""
