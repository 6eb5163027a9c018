import shutil
from pathlib import Path

import pytest

from alignkit.build import Workshop
from alignkit.catalogue import Catalogue, find_project, is_shipped, packaged
from alignkit.diagnostics import Place, Report


def make_kind(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text("name: x\n", encoding="utf-8")
    return folder


def test_what_comes_with_alignkit_is_found() -> None:
    assert (packaged("examples/quillmere") / "context.yaml").is_file()
    assert packaged("language_banks").is_dir()
    assert Catalogue().example() == packaged("examples/quillmere")
    assert "YAML" in Catalogue().codes()
    assert Catalogue().kinds().keys() >= {"escalation"}
    assert Catalogue().banks()["en"] == (packaged("language_banks") / "en",)


def test_what_does_not_come_with_it_is_a_mistake_of_ours() -> None:
    with pytest.raises(FileNotFoundError, match="alignkit is installed without its `nothing`"):
        packaged("nothing")


def test_the_projects_templates_come_first(tmp_path: Path) -> None:
    own = make_kind(tmp_path / "templates" / "escalation")
    extra = make_kind(tmp_path / "templates" / "newsletter")
    (tmp_path / "templates" / "notes").mkdir()

    kinds = Catalogue(tmp_path).kinds()

    assert (kinds["escalation"], kinds["newsletter"]) == (own, extra)
    assert "notes" not in kinds
    assert list(kinds) == sorted(kinds)


def test_a_copy_in_which_nothing_is_changed_is_ours(tmp_path: Path) -> None:
    shutil.copytree(packaged("templates"), tmp_path / "templates")
    changed = tmp_path / "templates" / "escalation"
    (changed / "kind.yaml").write_bytes((changed / "kind.yaml").read_bytes() + b"# ours\n")
    longer = tmp_path / "templates" / "budget-deck"
    (longer / "more.md.j2").write_text("More\n", encoding="utf-8")

    kinds = Catalogue(tmp_path).kinds()

    assert kinds.keys() == Catalogue().kinds().keys()
    assert {name for name, folder in kinds.items() if not is_shipped(folder)} == {"escalation", "budget-deck"}
    assert (kinds["escalation"], kinds["budget-deck"]) == (changed, longer)


def test_alignkit_in_a_projects_folder_is_no_part_of_the_project() -> None:
    project = packaged("templates").parent
    workshop = Workshop(Catalogue(project))

    kind = workshop.kind("escalation", Report())

    assert kind is not None
    assert kind.is_packaged
    assert workshop.is_packaged(f"{kind.folder}/kind.yaml")


def test_the_projects_banks_come_first(tmp_path: Path) -> None:
    (tmp_path / "language_banks" / "en").mkdir(parents=True)

    assert Catalogue(tmp_path).banks()["en"] == (
        tmp_path / "language_banks" / "en",
        packaged("language_banks") / "en",
    )


@pytest.mark.parametrize("file_only", [False, True])
def test_a_template_that_leads_out_of_the_project_is_not_used(tmp_path: Path, file_only: bool) -> None:
    outside, project = make_kind(tmp_path / "outside"), tmp_path / "project"
    link = project / "templates" / "mine"
    link.parent.mkdir(parents=True)
    if file_only:
        link.mkdir()
        (link / "kind.yaml").symlink_to(outside / "kind.yaml")
    else:
        link.symlink_to(outside)
    report = Report()

    kinds = Catalogue(project).kinds(report)

    assert "mine" not in kinds
    (found,) = report
    assert (found.code, found.message, found.hint, found.place) == (
        "CAT-001",
        "the template `mine` leads out of the project and is not used",
        "copy the folder into the project",
        Place(str(link), 1),
    )


def test_a_project_is_found_at_most_three_levels_up(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("", encoding="utf-8")
    deep = tmp_path / "a" / "b" / "c" / "d"
    deep.mkdir(parents=True)

    assert find_project(tmp_path) == tmp_path
    assert find_project(tmp_path / "context.yaml") == tmp_path
    assert find_project(tmp_path / "a" / "b" / "c" / "context.yaml") == tmp_path
    assert find_project(deep / "context.yaml") is None


def test_a_folder_of_templates_makes_a_project(tmp_path: Path) -> None:
    make_kind(tmp_path / "templates" / "x")

    assert find_project(tmp_path / "context.yaml") == tmp_path
