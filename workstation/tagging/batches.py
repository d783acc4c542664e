"""What is sent to a worker at once."""

from collections.abc import Iterable, Iterator

from workstation.library.articles import Untagged
from workstation.limits import BATCH_ARTICLES, BATCH_CHARACTERS
from workstation.tagging.task import Task

_IN_FLIGHT = 2


def batches(
    untagged: Iterable[Untagged], left: int, workers: int, *, read: bool
) -> Iterator[list[Task]]:
    """Tasks for workers; unless they are to be `read`, only the registers look at them.

    Of the `left` articles no worker gets more than its share, so that all end at about the same
    time: the last batches are of one article.
    """
    batch: list[Task] = []
    size = 0
    for article in untagged:
        batch.append(_task(article, read=read))
        size += len(article.body.text)
        share = max(1, left // (_IN_FLIGHT * workers))
        if size >= BATCH_CHARACTERS or len(batch) >= min(BATCH_ARTICLES, share):
            yield batch
            left -= len(batch)
            batch, size = [], 0
    if batch:
        yield batch


def _task(article: Untagged, *, read: bool) -> Task:
    body = article.body
    return Task(
        article=article.id,
        version=article.version,
        title=body.title,
        text=body.text,
        passages=body.passages,
        outlet=article.outlet,
        language=article.language,
        published=article.day,
        spans=article.spans if read else (),
    )
