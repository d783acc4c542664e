"""Words of English news prose that are no names but stand beside or inside them."""

import msgspec

from workstation.domain.actor import Kind
from workstation.resources import resource


class BodyOfStates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body that every state has, and the words for it; the first of `called` names it."""

    kind: Kind
    called: tuple[str, ...]
    """After an adjective, in small letters or capitals: "French navy"."""
    titled: tuple[str, ...] = ()
    """After a name or an adjective, in capitals only: "Kenya Defence Forces"."""
    of: tuple[str, ...] = ()
    """Before "of" and a name, in capitals only: "Bank of Ghana"."""

    @property
    def names(self) -> tuple[str, ...]:
        """What may follow an owner."""
        return (*self.called, *self.titled)


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word lists of resources/actors/vocabulary.json; in lower case where not said."""

    titles: frozenset[str]
    """Titles of honour and of office; none is part of a name."""
    title_phrases: tuple[str, ...]
    """Titles that hold a little word, such as "secretary of state"."""
    offices: dict[str, frozenset[str]]
    """Titles, and the offices of the registers that each may mean."""
    past_titles: frozenset[str]
    """What stands before the title of somebody who held an office once: "former"."""
    present_titles: frozenset[str]
    """What else may stand before a title and leaves it what it is: "acting"."""
    lesser_titles: frozenset[str]
    """What makes another office of the title it precedes: "deputy", "club"."""
    titles_of_anybody: frozenset[str]
    """Titles that mean an office only where it is said whose: "leader"."""
    names_with_article: frozenset[str]
    """Names that take "the" in a sentence, as written."""
    function_words: frozenset[str]
    """Little words that may stand right before a name, also at the start of a sentence."""
    after_a_subject: frozenset[str]
    """Verbs that may follow "the Israeli military" where no noun does."""
    parts_of_names: frozenset[str]
    """What makes another name of the town it follows, as written: "University"."""
    american_states: frozenset[str]
    """What follows the comma in "Lebanon, Ohio", as written."""
    no_names: frozenset[str]
    """What a pipeline sometimes takes for a name and is none."""
    particles: frozenset[str]
    """Little words inside the names of persons."""
    connectors: frozenset[str]
    """Little words inside the names of organisations."""
    area_words: frozenset[str]
    """What adds nothing to the name of a state or a place: "northern", "regime"."""
    credits_before: frozenset[str]
    """What stands before an outlet that is named as a source: "told"."""
    credits_after: frozenset[str]
    """What stands after one: "correspondent"."""
    language_nouns: frozenset[str]
    """What makes a language of the adjective before it: "speakers"."""
    language_verbs: frozenset[str]
    """What makes a language of the adjective after it: "speaks"."""
    before_towns: frozenset[str]
    """What stands right before a capital that means its town: "near", "captured"."""
    after_towns: frozenset[str]
    """What follows one: "airport"."""
    parts_of_towns: frozenset[str]
    """What stands before "of" and a town: "streets"."""
    moving: frozenset[str]
    """What stands before "to" and a town: "flew"."""
    sent_by_states: frozenset[str]
    """What comes "from" a state and not from its capital: "pressure"."""
    turned_to_states: frozenset[str]
    """What is "to" a state and not to its capital: "loyal"."""
    felt_in_states: frozenset[str]
    """What one has "in" a state and not in its capital: "confidence"."""
    done_by_states: frozenset[str]
    """What is done "by" a state, where its form does not end in "ed": "sought"."""
    powers: frozenset[str]
    """What a state has and its capital has not: "control"."""
    heads: dict[Kind, frozenset[str]]
    """Words that tell what kind of organisation a name means; an earlier kind wins."""
    head_pairs: tuple[tuple[str, str, Kind], ...]
    """Two such words together, and what they tell then: ("liberation", "army", "armed-group")."""
    weak_heads: frozenset[str]
    """Those of them that persons and places are called by too: "Church", "Channel"."""
    of_places: frozenset[str]
    """Those after which "of", "in" or "to" and a place belong to the name: "bank"."""
    after_hyphens: frozenset[str]
    """What follows a name after a hyphen and is no part of it: "led"."""
    bodies: dict[str, BodyOfStates]
    """The forces, ministries and other bodies of states, by the end of their keys."""
    cyrillic_endings: frozenset[str]
    """Endings of Russian and Ukrainian nouns and adjectives, "" among them."""
    arabic_endings: frozenset[str]
    """Endings of Arabic adjectives, "" among them."""


VOCABULARY = msgspec.json.decode(
    resource("actors", "vocabulary.json").read_bytes(), type=Vocabulary
)
