"""Many documents side by side."""
