"""The reports on measures: matrix, movement, burdens, similarity."""
