"""A contract: how a noun stands in one line of JSON, and how it is read back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sayso.errors import DecodeError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Noun = TypeVar("Noun")


@dataclass(frozen=True)
class Contract(Generic[Noun]):
    """The contract ``title`` of ``noun``."""

    title: str
    noun: type[Noun]

    def dump(self, value: Noun) -> str:
        """One line of JSON."""
        return self._adapter.dump_json(value).decode()

    def load(self, line: str | bytes, name: str) -> Noun:
        """What the line of JSON holds; DecodeError, naming ``name``, where it is none of this contract."""
        from pydantic import ValidationError

        try:
            return self._adapter.validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            what = ": ".join(filter(None, (".".join(map(str, first["loc"])), first["msg"])))
            raise DecodeError(name, f"no {self.title}: {what}") from error

    def schema(self) -> dict[str, Any]:
        """The JSON Schema (draft 2020-12)."""
        found = self._adapter.json_schema(mode="serialization")
        for described in (found, *found["$defs"].values()):
            if "description" in described:
                described["description"] = described["description"].partition(">>>")[0].strip()
        head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": self.title}
        return head | {key: value for key, value in found.items() if key != "title"}

    @cached_property
    def _adapter(self) -> TypeAdapter[Noun]:
        from pydantic import TypeAdapter

        return TypeAdapter(self.noun)
