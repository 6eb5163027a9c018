"""Reading a template folder: every mistake of its manifest in one run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast, get_args

from alignkit.context.shape import Shape, below, extra_of, fields_of
from alignkit.context.whole import Context
from alignkit.diagnostics import Place, Report
from alignkit.model.draft import Form
from alignkit.source import read, steps_of
from alignkit.values import Unit

from .kind import MANIFEST, Kind, Need, Output
from .own_fields import plain
from .wording import found, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from alignkit.source import Source

_KEYS = (
    "schema", "title", "purpose", "language", "audiences", "modes", "includes", "private", "needs", "wants",
    "each", "having", "and_having", "outputs", "fields", "rules", "starter", "people_starter",
    "about_people", "languages",
)  # fmt: skip
_OUTPUT_KEYS = ("form", "body", "file", "alone", "modes")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,31}\Z")


def load_kind(folder: Path, shown_as: str, report: Report) -> Kind | None:
    """The kind a folder holds, or None after its mistakes were reported.

    Args:
        folder: template folder with a manifest.
        shown_as: the folder as messages should name it.
        report: where mistakes go.

    Reports: KIND-001 to KIND-007, KIND-009, and what reading its YAML reports.

    """
    source = read(folder / MANIFEST, report)
    files = _files(folder, report)
    if source is None or not isinstance(source.data, dict):
        return None
    before = len(report)
    manifest = _Manifest(source, report, files)
    kind = Kind(
        name=folder.name,
        folder=shown_as,
        title=manifest.text("title", required=True),
        purpose=manifest.text("purpose", required=True),
        language=manifest.text("language") or "en",
        audiences=manifest.texts("audiences"),
        modes=manifest.modes(),
        includes=manifest.texts("includes"),
        needs=manifest.wishes("needs"),
        wants=manifest.wishes("wants"),
        each=manifest.each(),
        having=manifest.having("having"),
        and_having=manifest.having("and_having"),
        private=manifest.private(),
        people=manifest.flag("about_people"),
        languages=manifest.languages(),
        outputs=manifest.outputs(),
        fields=manifest.schema(),
        rules=manifest.texts("rules"),
        starter=manifest.starter("starter"),
        people_starter=manifest.starter("people_starter"),
        files=files,
    )
    manifest.unknown_keys()
    return None if any(d.blocks for d in report.diagnostics[before:]) else kind


class _Manifest:
    """Reads the keys of one manifest and reports what does not fit."""

    def __init__(self, source: Source, report: Report, files: Mapping[str, str]) -> None:
        self.source = source
        self.data = cast("dict[str, Any]", source.data)
        self.report = report
        self.files = files

    def place(self, path: str) -> Place | None:
        return self.source.place(path)

    def text(self, key: str, *, required: bool = False) -> str:
        value = self.data.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if value is not None or required:
            self.report.broken(
                "KIND-001",
                f"expected `{key}` to be a text, found {found(value)}",
                self.place(key if key in self.data else ""),
            )
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        self.report.broken(
            "KIND-001", f"expected `{key}` to be a list of texts, found {found(value)}", self.place(key)
        )
        return ()

    def modes(self) -> Mapping[str, tuple[Need, ...]]:
        """The situations, by names that become part of a file's name, each with what it needs besides."""
        written = self.data.get("modes", [])
        names = written if isinstance(written, dict) else self.texts("modes")
        for name in names:
            if not isinstance(name, str) or not _NAME.match(name):
                message = f"expected small letters, digits and hyphens in `modes`, found {found(name)}"
                self.report.broken("KIND-005", message, self.place("modes"))
        if not isinstance(written, dict):
            return dict.fromkeys(names, ())
        return {name: self._needs(needs or {}, f"modes.{name}") for name, needs in written.items()}

    def wishes(self, key: str) -> tuple[Need, ...]:
        return self._needs(self.data.get(key, {}), key)

    def _needs(self, value: Any, key: str) -> tuple[Need, ...]:
        if isinstance(value, dict) and all(isinstance(why, str) for why in value.values()):
            for path in value:
                self._check_path(path, f'{key}["{path}"]')
            return tuple(Need(path, why) for path, why in value.items())
        wrong = (
            {path: why for path, why in value.items() if not isinstance(why, str)}
            if isinstance(value, dict)
            else {}
        )
        for path, why in wrong.items():
            self.report.broken(
                "KIND-001",
                f"expected a reason for `{path}`, found {found(why)}",
                self.place(f'{key}["{path}"]'),
            )
        if not wrong:
            self.report.broken(
                "KIND-001", f"expected `{key}` to give a reason for each key path, found {found(value)}",
                self.place(key), hint="write `budget.decision.by: by when they decide`",
            )  # fmt: skip
        return ()

    def _check_path(self, path: str, at: str) -> None:
        """Whether a context can hold something at `path`."""
        shape = Shape("keys with values", block=Context)
        for step in steps_of(path.replace("[]", "[0]")):
            if (
                shape.block is not None
                and extra_of(shape.block) is None
                and step not in fields_of(shape.block)
            ):
                hint = nearest(str(step), tuple(fields_of(shape.block)))
                self.report.broken("KIND-009", f"a context has no `{path}`", self.place(at), hint=hint)
                return
            shape = below(shape, step)

    def flag(self, key: str) -> bool:
        """A key that is true or false; false where it is left out."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            message = f"expected `{key}` to be true or false, found {found(value)}"
            self.report.broken("KIND-001", message, self.place(key))
        return value is True

    def languages(self) -> Mapping[str, str]:
        """The other languages the kind is written in, each with its title."""
        written = self.data.get("languages", {})
        if not isinstance(written, dict) or not all(isinstance(title, str) for title in written.values()):
            message = f"expected a title for each language, found {found(written)}"
            self.report.broken("KIND-001", message, self.place("languages"), hint="write `{de: Beurteilung}`")
            return {}
        outputs = self.data.get("outputs")
        bodies = [each.get("body") for each in outputs.values() if isinstance(each, dict)] if isinstance(
            outputs, dict) else []  # fmt: skip
        for language in written:
            for body in bodies:
                if f"{language}/{body}" not in self.files:
                    message = f"there is no file `{language}/{body}` in the folder"
                    self.report.broken("KIND-004", message, self.place(f"languages.{language}"))
        return {str(language): str(title) for language, title in written.items()}

    def each(self) -> str:
        """The collection that gives a set of files for each record."""
        name = self.text("each")
        records = [key for key, shape in fields_of(Context).items() if shape.is_list]
        records += ["people.reviews"] if self.data.get("about_people") is True else []
        if not name or name in records:
            return name
        message = f"expected `each` to be a list of records of the context, found `{name}`"
        self.report.broken("KIND-009", message, self.place("each"), hint=nearest(name, tuple(records)))
        return ""

    def private(self) -> tuple[str, ...]:
        """The audiences whose version is confidential."""
        names, known = self.texts("private"), self.data.get("audiences")
        for index, name in enumerate(names):
            if not isinstance(known, list) or name not in known:
                message = f"expected `private` to name one of `audiences`, found `{name}`"
                hint = "add it to `audiences`, or take it out of `private`"
                self.report.broken("KIND-009", message, self.place(f"private[{index}]"), hint=hint)
        return names

    def having(self, key: str) -> tuple[str, ...]:
        """The fields of a record of `each` that ask for a set of files."""
        names = self.texts(key)
        each = self.data.get("each")
        shape = fields_of(Context).get(each) if isinstance(each, str) else None
        known = tuple(fields_of(shape.item.block)) if shape and shape.item and shape.item.block else ()
        for index, name in enumerate(names):
            if name not in known:
                message = f"expected `{key}` to name a field of a record of `each`, found `{name}`"
                hint = nearest(name, known) if known else "name the list of records in `each`"
                self.report.broken("KIND-009", message, self.place(f"{key}[{index}]"), hint=hint)
        return names

    def starter(self, key: str) -> str:
        """The file with a first context, or a first people file."""
        name = self.text(key)
        if not name or name in self.files:
            return name
        self.report.broken(
            "KIND-004", f"there is no file `{name}` in the folder", self.place(key),
            hint=nearest(name, self.files),
        )  # fmt: skip
        return ""

    def outputs(self) -> tuple[Output, ...]:
        value = self.data.get("outputs")
        if not isinstance(value, dict) or not value:
            self.report.broken(
                "KIND-002", "expected `outputs` to name at least one file to make",
                self.place("outputs" if "outputs" in self.data else ""),
            )  # fmt: skip
            return ()
        return tuple(output for name, entry in value.items() if (output := self._output(name, entry)))

    def _output(self, name: str, entry: Any) -> Output | None:
        path = f"outputs.{name}"
        if not isinstance(entry, dict):
            self.report.broken("KIND-002", f"expected `form` and `body` under `{name}`", self.place(path))
            return None
        form, body = entry.get("form"), entry.get("body")
        file = entry.get("file", name)
        before = len(self.report)
        if form not in get_args(Form):
            self.report.broken(
                "KIND-003",
                f"expected `form` to be `document`, `deck` or `message`, found {found(form)}",
                self.place(f"{path}.form"),
            )
        if not isinstance(body, str):
            self.report.broken(
                "KIND-004", f"expected `body` to name a file, found {found(body)}", self.place(path)
            )
        elif body not in self.files:
            self.report.broken(
                "KIND-004", f"there is no file `{body}` in the folder", self.place(f"{path}.body"),
                hint=nearest(body, self.files),
            )  # fmt: skip
        if not isinstance(file, str) or not _NAME.match(file):
            message = f"expected small letters, digits and hyphens for a file name, found {found(file)}"
            self.report.broken("KIND-005", message, self.place(f"{path}.file" if "file" in entry else path))
        alone = entry.get("alone", False)
        if not isinstance(alone, bool):
            message = f"expected `alone` to be true or false, found {found(alone)}"
            self.report.broken("KIND-002", message, self.place(f"{path}.alone"))
        modes, known = entry.get("modes", []), self.data.get("modes") or []
        if not isinstance(modes, list) or not all(each in known for each in modes):
            message = f"expected `modes` to list some of the kind's modes, found {found(modes)}"
            self.report.broken("KIND-002", message, self.place(f"{path}.modes"))
        if len(self.report) > before:
            return None
        return Output(name, cast("Form", form), cast("str", body), cast("str", file), alone, tuple(modes))

    def schema(self) -> Mapping[str, Any]:
        value = self.data.get("fields", {})
        if not isinstance(value, dict):
            self.report.broken("KIND-006", "expected `fields` to be a JSON Schema", self.place("fields"))
            return {}
        if value:
            from jsonschema import Draft202012Validator
            from jsonschema.exceptions import SchemaError

            value = plain(value)
            value.setdefault("type", "object")
            value.setdefault("additionalProperties", False)
            try:
                Draft202012Validator.check_schema(value)
            except SchemaError as error:
                path = ".".join(("fields", *map(str, error.absolute_path)))
                self.report.broken(
                    "KIND-006",
                    f"expected `fields` to be a JSON Schema 2020-12, found {found(error.instance)}",
                    self.place(path),
                )
            self._check_units(value, "fields")
        return cast("Mapping[str, Any]", value)

    def _check_units(self, schema: Any, path: str) -> None:
        """Whether every `x-unit` of a schema is a unit."""
        if not isinstance(schema, dict):
            return
        if (unit := schema.get("x-unit")) is not None and unit not in tuple(Unit):
            self.report.broken(
                "KIND-006", f"expected `x-unit` to be a unit, found {found(unit)}",
                self.place(f"{path}.x-unit"), hint=nearest(str(unit), tuple(Unit)),
            )  # fmt: skip
        for name, each in (schema.get("properties") or {}).items():
            self._check_units(each, f"{path}.properties.{name}")
        self._check_units(schema.get("items"), f"{path}.items")

    def unknown_keys(self) -> None:
        if self.data.get("schema", 1) != 1:
            message = f"expected `schema: 1`, found {found(self.data['schema'])}"
            self.report.broken("KIND-001", message, self.place("schema"))
        for key in self.data:
            if key not in _KEYS:
                self.report.broken(
                    "KIND-001",
                    f"unknown key `{key}` in a manifest",
                    self.place(key),
                    hint=nearest(key, _KEYS),
                )
        outputs = self.data.get("outputs")
        for name, entry in outputs.items() if isinstance(outputs, dict) else ():
            for key in entry if isinstance(entry, dict) else ():
                if key not in _OUTPUT_KEYS:
                    self.report.broken(
                        "KIND-001", f"unknown key `{key}` in an output", self.place(f"outputs.{name}.{key}"),
                        hint=nearest(key, _OUTPUT_KEYS),
                    )  # fmt: skip


def _files(folder: Path, report: Report) -> dict[str, str]:
    """The text of every file of the folder; links that leave it are passed over and reported."""
    root = folder.resolve()
    files: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        if path.name == MANIFEST or not path.is_file() or path.suffix not in (".j2", ".yaml"):
            continue
        if not path.resolve().is_relative_to(root):
            report.broken(
                "KIND-007", f"expected a file inside the folder, found a link out of it: `{path.name}`"
            )
            continue
        try:
            files[path.relative_to(folder).as_posix()] = path.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            report.broken("KIND-007", f"expected a text file in UTF-8: `{path.name}`", Place(str(path), 1))
    return files
