"""What maintainers run, apart from the program."""
