"""Résumé screening that people can trust: read, understand, judge, report, with evidence for every word."""

__version__ = "0.1.0"
