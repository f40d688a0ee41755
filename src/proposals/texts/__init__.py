"""Raw texts: reading a file as paragraphs, and splitting these into the points that their numbering marks."""
