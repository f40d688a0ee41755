"""Bracketed text, written and read back."""
