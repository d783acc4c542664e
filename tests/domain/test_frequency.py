from datetime import date

from workstation.domain.frequency import Frequency, Series


def test_a_share_is_articles_that_name_the_actor_over_all_articles() -> None:
    series = Series("a", "A", mentions=(7, 0, 0), articles=(2, 0, 0))
    days = (date(2024, 12, 14), date(2024, 12, 15), date(2024, 12, 16))
    counts = Frequency("day", days, (4, 3, 0), (True, True, False), (series,))
    assert counts.share(series) == (0.5, 0.0, 0.0)
