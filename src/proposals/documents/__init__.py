"""One document, and what is wrong with it."""
