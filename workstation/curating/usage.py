"""How each verb is used."""

from workstation.domain.decision import Verb

NEEDS: dict[Verb, int] = {
    "merge": 1, "split": 2, "rename": 1, "kind": 1, "alias": 1, "not-an-actor": 0, "metonym": 1,
    "accept": 1, "not-the-same": 1, "no-name": 1, "no-mention": 1, "role": 1,
    "assign": 2, "mention": 2, "boilerplate": 1, "body": 1, "date": 1, "edit": 2,
    "outlet-boilerplate": 1, "outlet-body": 1,
}  # fmt: skip
"""How many names each verb takes, beside the one it is about."""

USAGE: dict[Verb, str] = {
    "merge": "For example: merge “Moscow” “Russia”.",
    "split": "For example: split “Smith” “John Smith” “J. Smith”.",
    "rename": "For example: rename “HTS” “Hayat Tahrir al-Sham”.",
    "kind": "For example: kind “Hmeimim” place.",
    "alias": "For example: alias “Russia” “the Kremlin”.",
    "not-an-actor": "For example: not-an-actor “Monday”.",
    "role": "For example: role “Ann Berg” “energy minister” “Norway” 2021-10 2024.",
    "not-the-same": "For example: not-the-same “Niger” “Nigeria”.",
    "no-name": "For example: no-name “May” “may”.",
    "no-mention": "For example: no-mention 12 “May”.",
    "accept": "For example: accept “Russia” “Moscow”.",
    "metonym": "For example: metonym “Moscow” place.",
    "assign": "For example: assign 12 “Smith” “John Smith”.",
    "mention": "For example: mention 12 “the Rock” “Gibraltar”.",
    "boilerplate": "For example: boilerplate 12 “Sign up for our newsletter”.",
    "body": "For example: body 12 “More than half of them”.",
    "outlet-boilerplate": "For example: outlet-boilerplate 12 “Sign up for our newsletter”.",
    "outlet-body": "For example: outlet-body 12 “More than half of them”.",
    "date": "For example: date 12 2024-12-14.",
    "edit": "For example: edit 12 outlet Reuters.",
}
"""An example of each."""
