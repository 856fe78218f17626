"""`make bench`: ratios of speed on real files, all measured in one run, because machines and moments differ."""
