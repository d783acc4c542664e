"""What the labels of other pipelines are called here."""

from collections.abc import Iterable, Mapping

from workstation.domain.mention import LABELS, Label

_NAMES: Mapping[Label, str] = {
    "PERSON": "PER PERS PRS PS persName PERSON_NAME",
    "ORG": "OG ORGANIZATION ORGANISATION orgName INSTITUTION COMPANY",
    "NORP": "NAT_REL_POL NATIONALITY",
    "GPE": "GPE_LOC GPE_ORG placeName COUNTRY CITY",
    "LOC": "LC LOCATION geogName PLACE",
    "FAC": "FACILITY",
    "PRODUCT": "PROD OBJ",
    "EVENT": "EVT EVN",
}
_OURS: Mapping[str, Label] = {
    **{label: label for label in LABELS},
    **{name: label for label, names in _NAMES.items() for name in names.split()},
}


def ours(labels: Iterable[str]) -> dict[str, Label]:
    """Those labels of a pipeline that are used, each with the one it becomes.

    Numbers, dates, works of art and what is only called "MISC" are no actors.
    """
    return {label: _OURS[label] for label in labels if label in _OURS}
