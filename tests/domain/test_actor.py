from uuid import UUID

from workstation.domain.actor import actor_uuid


def test_an_actor_has_the_same_identifier_in_every_library() -> None:
    assert actor_uuid("states/RU") == "fb0ad7ad-981f-5d30-b162-0e359272353d"
    assert str(UUID(actor_uuid("person/zakaria harir"))) == actor_uuid("person/zakaria harir")


def test_different_keys_are_different_actors() -> None:
    assert actor_uuid("states/RU") != actor_uuid("states/ru")
