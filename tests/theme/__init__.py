"""Promises of the theme."""
