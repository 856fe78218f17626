"""The files of a run in a few bytes each: most lie next to others and are called as they are shown."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from screener.batch.inputs import InputFile
from screener.batch.made_later import MadeLater


class FileList(MadeLater[InputFile]):
    """Files in the order of their names, each made anew when it is asked for."""

    def __init__(self, files: Iterable[InputFile]) -> None:
        self._folders: list[tuple[Path, str]] = []
        self._numbers: dict[tuple[Path, str], int] = {}
        self._folder_of = array("L")
        self._starts = array("Q", [0])
        self._ends = bytearray()
        """The last part of every name, one behind the other."""
        self._special: dict[int, InputFile] = {}
        """Those of which there is more to tell."""
        for file in files:
            self._append(file)

    def _append(self, file: InputFile) -> None:
        folder, shown, last = file.path.parent, *_cut(file.name)
        if file != InputFile(folder / last, file.name):
            self._special[len(self)] = file
        place = folder, shown
        if place not in self._numbers:
            self._numbers[place] = len(self._folders)
            self._folders.append(place)
        self._folder_of.append(self._numbers[place])
        self._ends += last.encode("utf-8", "surrogatepass")
        self._starts.append(len(self._ends))

    def __len__(self) -> int:
        return len(self._folder_of)

    def make(self, place: int) -> InputFile:
        """The file in a place."""
        if place in self._special:
            return self._special[place]
        folder, shown = self._folders[self._folder_of[place]]
        last = self._last(place)
        return InputFile(folder / last, shown + last)

    def name(self, place: int) -> str:
        """The name of a file, without all else."""
        return self._folders[self._folder_of[place]][1] + self._last(place)

    def _last(self, place: int) -> str:
        return self._ends[self._starts[place] : self._starts[place + 1]].decode("utf-8", "surrogatepass")


class FilesByName(Mapping[str, InputFile]):
    """Files, sorted by name, by their names."""

    def __init__(self, files: Sequence[InputFile]) -> None:
        self._files = files if isinstance(files, FileList) else FileList(files)

    def __getitem__(self, name: str) -> InputFile:
        place = bisect_left(range(len(self._files)), name, key=self._files.name)
        if place == len(self._files) or self._files.name(place) != name:
            raise KeyError(name)
        return self._files[place]

    def __iter__(self) -> Iterator[str]:
        return map(self._files.name, range(len(self._files)))

    def __len__(self) -> int:
        return len(self._files)


def _cut(name: str) -> tuple[str, str]:
    """The folders of a name, with the last slash, and the rest."""
    folders, slash, last = name.rpartition("/")
    return folders + slash, last
