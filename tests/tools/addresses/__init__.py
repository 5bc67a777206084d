"""Promises of the machinery around a build."""
