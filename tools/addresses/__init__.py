"""Know the addresses of the site: those of a build, and those that were ever published."""
