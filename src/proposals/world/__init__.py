"""What names stand for: places, actors and dates."""
