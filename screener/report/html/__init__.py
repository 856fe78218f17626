"""report.html: the run on one page that needs nothing else, with pictures of pages in a folder beside it."""
