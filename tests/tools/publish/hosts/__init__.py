"""Each host is published to by its own software, or its own client."""
