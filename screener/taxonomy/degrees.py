"""Degrees and the fields that they are in."""

from screener.taxonomy.fields import field_families, load_fields, related_families

__all__ = ["field_families", "load_fields", "related_families"]
