"""Put the built site where people can see it."""
