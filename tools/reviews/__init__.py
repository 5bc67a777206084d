"""Keep the calendar of reviews."""
