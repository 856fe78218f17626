"""JSON back to the dataclasses that it was written from, by their annotations."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Decoder = Callable[[Any], Any]


@cache
def decoder(annotation: Any) -> Decoder:
    """What makes a value of that annotation from its JSON. Raises TypeError for an annotation that no dataclass here uses.

    The decoder raises ValueError, TypeError or KeyError for JSON of another shape.
    """
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        return _optional(annotation)
    if origin is tuple:
        return _tuple(get_args(annotation))
    if annotation is date:
        return date.fromisoformat
    if isinstance(annotation, type) and hasattr(annotation, "__dataclass_fields__"):
        return _dataclass(annotation)
    if annotation is str:
        return sys.intern
    if annotation is float:
        return float
    if origin is Literal or annotation in (int, bool):
        return _same
    raise TypeError(f"{annotation} has no form in JSON")


def _same(value: Any) -> Any:
    return value


def _optional(annotation: Any) -> Decoder:
    [inner] = [each for each in get_args(annotation) if each is not NoneType]
    decode = decoder(inner)
    return lambda value: None if value is None else decode(value)


def _tuple(arguments: tuple[Any, ...]) -> Decoder:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        decode = decoder(arguments[0])
        return lambda values: tuple([decode(value) for value in values])
    decoders = [decoder(each) for each in arguments]
    return lambda values: tuple([decode(value) for decode, value in zip(decoders, values, strict=True)])


def _dataclass(kind: type) -> Decoder:
    """A decoder of its fields; those that the JSON lacks keep their defaults, so that results of an earlier version can be read."""
    decoders: list[tuple[str, Decoder]] = []

    def decode(data: Any) -> Any:
        if not decoders:  # made at first use: a dataclass may hold itself
            hints = get_type_hints(kind)
            decoders.extend((field.name, decoder(hints[field.name])) for field in fields(kind) if field.init)
        return kind(**{name: decode_field(data[name]) for name, decode_field in decoders if name in data})

    return decode
