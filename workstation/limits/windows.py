"""How much of a window is remembered from one day to the next."""

TABS = 40
"""Articles that have a tab of their own: more could not be told apart by their titles."""

LAYOUTS = 50
"""Layouts saved under a name: a menu of more is a list that nobody reads."""

LAYOUT_NAME = 60
"""Letters of a layout's name, which has to fit into a menu."""

LAYOUT_BYTES = 4 << 20
"""The largest file of layouts or of a session that is read: what is larger is none of ours."""

SESSION_VALUES = 500
"""Values of a filter that are looked for when a session is taken up: each is a question."""

DRAGGED_FILES = 50
"""Originals that one drag carries: a desktop takes each by itself."""

DRAGGED_ARTICLES = 500
"""Articles that one drag or copy cites."""

DRAGGED_BYTES = 256 << 20
"""Bytes of originals that are copied for one drag: whoever drags waits for them."""
