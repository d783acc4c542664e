import json

from workstation.resources import resource, seeds


def test_a_resource_is_found_by_its_parts() -> None:
    palette = json.loads(resource("theme", "palette.json").read_text(encoding="utf-8"))
    assert palette


def test_the_seeds_are_a_folder_of_articles() -> None:
    assert len([path for path in seeds().iterdir() if path.suffix in {".txt", ".html"}]) > 10


def test_a_resource_that_is_not_shipped_is_a_path_to_nothing() -> None:
    assert not resource("theme", "no-such-file").exists()
