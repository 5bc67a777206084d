"""What the project promises; the folders mirror plugins/, tools/, theme/ and content/, and site/ is the built site."""
