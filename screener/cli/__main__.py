"""`python -m screener.cli`."""

from screener.cli import main

main()
