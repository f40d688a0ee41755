"""Measures over two or many proposals: matrix, movement, burdens, similarity; no number without its count."""
