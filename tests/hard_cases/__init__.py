"""Small invented documents, each named for what is odd about it, with the text that a person reads in it."""
