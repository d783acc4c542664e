"""How text is cut and tagged, and mentions are resolved."""

# Tagging
PIPELINE_CHARACTERS = 20_000
"""Characters a pipeline gets at once: memory grows with them, spaCy itself refuses a million."""

BATCH_ARTICLES = 25
"""Articles sent to a worker at once: more gain nothing, and cancelling would wait for them."""

BATCH_CHARACTERS = 60_000
"""A batch of long articles ends early, so that progress and cancelling stay quick."""

WINDOW_PIECES = 126
"""Word pieces the classifier reads at once, without its two marks: as many as it was trained on."""

RUN_CHARACTERS = 400
"""Characters without a blank that are cut into words at once: longer runs are no prose."""

WORD_PIECES = 12
"""Pieces of one word that are read: longer words are addresses, or scripts without blanks."""

WORD_CHARACTERS = 100
"""The longest word that is cut into pieces: longer ones count as unknown, as with BERT."""

REMEMBERED_WORDS = 50_000
"""Words whose pieces a worker remembers: a language's common ones and a batch's names, 10 MB."""

TAGGER_MEMORY_BYTES = 4 << 30
"""Address space of a tagging worker: spaCy, numpy and the model map about 1.5 GiB of it."""

TAGGER_TOTAL_SECONDS = 600.0
"""Time for one batch: the longest article allowed takes about five minutes on a slow machine."""

PACKAGE_META_BYTES = 8 << 20
"""The largest meta.json of a pipeline package: those of large ones have half a megabyte."""

PACKAGE_NAME_CHARACTERS = 64
"""The longest name and version of a pipeline package: those that exist have half of it."""

PACKAGE_WORDS_CHARACTERS = 64
"""The longest licence, label or version of a pipeline package that is shown."""

PACKAGE_LOAD_SECONDS = 180.0
"""Time to load a pipeline package: large ones take half a minute on a slow machine."""

# Resolving
NEAR_CHARACTERS = 150
"""How far "near" reaches to either side of an alias: about the sentence it stands in."""

PERSON_WORDS = 7
"""The most words in a person's name: longer spans are half a sentence."""

NAME_WORDS = 12
"""The most words in any other name."""
