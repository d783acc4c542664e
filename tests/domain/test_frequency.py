from datetime import date

from workstation.domain.frequency import Frequency, Series


def test_a_share_is_articles_that_name_the_actor_over_all_articles() -> None:
    series = Series("a", "A", mentions=(7, 0, 0), articles=(2, 0, 0))
    days = (date(2024, 12, 14), date(2024, 12, 15), date(2024, 12, 16))
    counts = Frequency("day", days, (4, 3, 0), (True, True, False), (series,))
    assert counts.share(series) == (0.5, 0.0, 0.0)


def test_a_share_is_of_what_is_counted_and_so_are_the_undated() -> None:
    series = Series("a", "A", (7, 0), (2, 0), undated_articles=3, stories=(1, 0), undated_stories=1)
    days = (date(2024, 12, 14), date(2024, 12, 15))
    counts = Frequency("day", days, (2, 3), (True, True), (series,), 4, "stories")
    assert counts.share(series) == counts.values(series, "share") == (0.5, 0.0)
    assert counts.undated_value(series, "share") == 0.25
    assert counts.values(series, "count") == (1, 0)
    assert counts.undated_value(series, "count") == 1
