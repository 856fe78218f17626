"""Makes résumé files of invented people from sources written by hand, and the truth about them from the same sources."""
