"""Machinery around a build; tasks.py calls into it."""
