"""Knowledge as data: skills, degrees, headings, dates, kinds of work, phrases. One loader beside each TOML file."""
