"""Promises of the built site."""
