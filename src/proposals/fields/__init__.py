"""How a field is declared and compared."""
