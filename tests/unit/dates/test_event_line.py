"""One line of natural text becomes an event's title, time and place."""

from __future__ import annotations

import pytest

from tests.unit.dates.event_lines import draft, shown

ENGLISH = [
    ("Potluck friday 7pm at the garden", "Potluck", "Fri 2026-11-27 19:00", "", "the garden"),
    (
        "Picnic next saturday from 12:00 to 15:00 in Parc Monceau",
        "Picnic",
        "Sat 2026-12-05 12:00",
        "Sat 2026-12-05 15:00",
        "Parc Monceau",
    ),
    ("Standup tomorrow 9", "Standup", "Wed 2026-11-25 09:00", "", None),
    ("Concert 2027-01-05 20:00 @ Le Périscope", "Concert", "Tue 2027-01-05 20:00", "", "Le Périscope"),
    ("2027-01-05T20:00 concert", "concert", "Tue 2027-01-05 20:00", "", None),
    ("board games in 3 days at 8 pm", "board games", "Fri 2026-11-27 20:00", "", None),
    ("Lunch noon", "Lunch", "Tue 2026-11-24 12:00", "", None),
    ("Dinner tonight", "Dinner", "Tue 2026-11-24 20:00", "", None),
    ("Game Friday at 7", "Game", "Fri 2026-11-27 19:00", "", None),
    ("Fireworks 31/12 23:59", "Fireworks", "Thu 2026-12-31 23:59", "", None),
    ("Workshop friday 2pm for 2 hours", "Workshop", "Fri 2026-11-27 14:00", "Fri 2026-11-27 16:00", None),
    ("Workshop friday 2pm (90 min)", "Workshop", "Fri 2026-11-27 14:00", "Fri 2026-11-27 15:30", None),
    (
        "Camp from friday 7pm to sunday 5pm in the woods",
        "Camp",
        "Fri 2026-11-27 19:00",
        "Sun 2026-11-29 17:00",
        "the woods",
    ),
    ("Party friday 22:00 to 02:00", "Party", "Fri 2026-11-27 22:00", "Sat 2026-11-28 02:00", None),
    ("Party friday 7-9pm", "Party", "Fri 2026-11-27 19:00", "Fri 2026-11-27 21:00", None),
    ("Brunch sunday 11-1pm", "Brunch", "Sun 2026-11-29 11:00", "Sun 2026-11-29 13:00", None),
    ("Tidying saturday from 9 to 5", "Tidying", "Sat 2026-11-28 09:00", "Sat 2026-11-28 17:00", None),
    ("Quiz tonight 8 until 10:30", "Quiz", "Tue 2026-11-24 20:00", "Tue 2026-11-24 22:30", None),
    ("Quiz friday 8pm at the bar until midnight", "Quiz", "Fri 2026-11-27 20:00", "Sat 2026-11-28 00:00", "the bar"),
    ("Talk between 7 and 9pm on thursday", "Talk", "Thu 2026-11-26 19:00", "Thu 2026-11-26 21:00", None),
    ("friday 7pm potluck at the garden", "potluck", "Fri 2026-11-27 19:00", "", "the garden"),
    ("7pm on friday: potluck", "potluck", "Fri 2026-11-27 19:00", "", None),
    ("Potluck at the garden friday 7pm", "Potluck", "Fri 2026-11-27 19:00", "", "the garden"),
    ("Potluck at 7pm at the garden on friday", "Potluck", "Fri 2026-11-27 19:00", "", "the garden"),
    ('Potluck friday 7pm at "Chez Max"', "Potluck", "Fri 2026-11-27 19:00", "", "Chez Max"),
    ("Picnic (friday 7pm)", "Picnic", "Fri 2026-11-27 19:00", "", None),
    ("AGM on friday 27 november at 7pm", "AGM", "Fri 2026-11-27 19:00", "", None),
    ("AGM march 3 at 7pm at City Hall", "AGM", "Wed 2027-03-03 19:00", "", "City Hall"),
    ("AGM the 3rd of march 2028 19:00", "AGM", "Fri 2028-03-03 19:00", "", None),
    ("Call Dec 2 5pm", "Call", "Wed 2026-12-02 17:00", "", None),
    ("Call today's team 24 november 6pm", "Call today's team", "Tue 2026-11-24 18:00", "", None),
    ("Market on the 15th at 10:00", "Market", "Tue 2026-12-15 10:00", "", None),
    ("Trip in a month at 9am", "Trip", "Thu 2026-12-24 09:00", "", None),
    ("Trip next week friday 9am", "Trip", "Fri 2026-12-04 09:00", "", None),
    ("Call in 2 hours", "Call", "Tue 2026-11-24 12:00", "", None),
    ("Tea day after tomorrow 4pm", "Tea", "Thu 2026-11-26 16:00", "", None),
    ("Yoga sun 9am", "Yoga", "Sun 2026-11-29 09:00", "", None),
    ("Party friday midnight", "Party", "Sat 2026-11-28 00:00", "", None),
    ("Party friday 12am", "Party", "Fri 2026-11-27 00:00", "", None),
    ("Movie friday evening at 8", "Movie", "Fri 2026-11-27 20:00", "", None),
    ("Movie tomorrow 7.30pm", "Movie", "Wed 2026-11-25 19:30", "", None),
    ("Run tomorrow morning at 7", "Run", "Wed 2026-11-25 07:00", "", None),
    ("Tea friday 7pm at 12 Main Street", "Tea", "Fri 2026-11-27 19:00", "", "12 Main Street"),
    ("🎉 friday 7pm", "🎉", "Fri 2026-11-27 19:00", "", None),
]

FRENCH = [
    ("Auberge espagnole vendredi 19h au jardin", "Auberge espagnole", "Fri 2026-11-27 19:00", "", "le jardin"),
    ("AG le 3 mars à 18h30 à la mairie", "AG", "Wed 2027-03-03 18:30", "", "la mairie"),
    ("AG à la mairie le 3 mars à 18h30", "AG", "Wed 2027-03-03 18:30", "", "la mairie"),
    ("Repas demain midi", "Repas", "Wed 2026-11-25 12:00", "", None),
    ("Apéro ce soir 20h", "Apéro", "Tue 2026-11-24 20:00", "", None),
    ("Apéro ce soir à 8h chez Paul", "Apéro", "Tue 2026-11-24 20:00", "", "chez Paul"),
    ("Atelier samedi 14h pendant 2h", "Atelier", "Sat 2026-11-28 14:00", "Sat 2026-11-28 16:00", None),
    (
        "Atelier samedi de 14h à 16h30 à l'école",
        "Atelier",
        "Sat 2026-11-28 14:00",
        "Sat 2026-11-28 16:30",
        "l\u2019école",
    ),
    (
        "Pique-nique samedi prochain 12h-15h au parc",
        "Pique-nique",
        "Sat 2026-12-05 12:00",
        "Sat 2026-12-05 15:00",
        "le parc",
    ),
    ("Concert entre 20h et 22h samedi", "Concert", "Sat 2026-11-28 20:00", "Sat 2026-11-28 22:00", None),
    ("Camp du vendredi 19h au dimanche 17h à Lyon", "Camp", "Fri 2026-11-27 19:00", "Sun 2026-11-29 17:00", "Lyon"),
    ("Café demain matin 9h aux Halles", "Café", "Wed 2026-11-25 09:00", "", "les Halles"),
    ("Apéro vendredi 19h à 12 rue de la Paix", "Apéro", "Fri 2026-11-27 19:00", "", "12 rue de la Paix"),
    ("Jeux dans 3 jours à 20h", "Jeux", "Fri 2026-11-27 20:00", "", None),
    ("Soirée jeu jeudi 20h", "Soirée jeu", "Thu 2026-11-26 20:00", "", None),
    ("Initiation au tango samedi 20h", "Initiation au tango", "Sat 2026-11-28 20:00", "", None),
    ("Repas le 1er mai à 12h30", "Repas", "Sat 2027-05-01 12:30", "", None),
    ("Réu 3 févr. 9h jusqu\u2019à 11h", "Réu", "Wed 2027-02-03 09:00", "Wed 2027-02-03 11:00", None),
    ("Thé après-demain 19\u202fh\u202f30", "Thé", "Thu 2026-11-26 19:30", "", None),
    ("Visite vendredi 27 à 10h", "Visite", "Fri 2026-11-27 10:00", "", None),
    ("Visite le 15 à 10h", "Visite", "Tue 2026-12-15 10:00", "", None),
    ("Dîner demain 8 heures du soir", "Dîner", "Wed 2026-11-25 20:00", "", None),
    ("aujourd\u2019hui 18h thé", "thé", "Tue 2026-11-24 18:00", "", None),
    ("Thé dans une heure", "Thé", "Tue 2026-11-24 11:00", "", None),
    ("« Vendredi noir » samedi 20h", "Vendredi noir", "Sat 2026-11-28 20:00", "", None),
    ("Fête vendredi minuit", "Fête", "Sat 2026-11-28 00:00", "", None),
]


@pytest.mark.parametrize(("text", "title", "start", "end", "place"), ENGLISH)
def test_english_lines(text: str, title: str, start: str, end: str, place: str | None) -> None:
    """An English line gives title, start, end and place."""
    found = draft(text)
    assert (found.title, shown(found.start), shown(found.end), found.place) == (title, start, end, place)


@pytest.mark.parametrize(("text", "title", "start", "end", "place"), FRENCH)
def test_french_lines(text: str, title: str, start: str, end: str, place: str | None) -> None:
    """A French line gives title, start, end and place."""
    found = draft(text, "fr")
    assert (found.title, shown(found.start), shown(found.end), found.place) == (title, start, end, place)


@pytest.mark.parametrize("locale", ["de", "", "xx-YY", "en-GB", "fr_CA", "zh_Hant_TW"])
@pytest.mark.parametrize("text", ["Potluck friday 7pm", "Potluck vendredi 19h"])
def test_mixed_languages(text: str, locale: str) -> None:
    """The parser reads dates of other languages under any locale, because people mix languages."""
    assert shown(draft(text, locale).start) == "Fri 2026-11-27 19:00"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Friday Night Magic on saturday 8pm", "Friday Night Magic"),
        ("Friday Night Magic at 8pm", "Friday Night Magic"),
        ("Sunday School reunion wednesday 18:00", "Sunday School reunion"),
        ("Watch the sun set tomorrow 17:00", "Watch the sun set"),
        ('"Dinner at eight" friday 7pm', "Dinner at eight"),
        ("“Tomorrow 9am” friday 7pm", "Tomorrow 9am"),
        ("Top 10 movies friday 8pm", "Top 10 movies"),
        ("Dinner for 2 friday 8pm", "Dinner for 2"),
        ("Picnic next saturday with the Lyon group from 12:00 to 15:00", "Picnic with the Lyon group"),
        ("<b>x</b> @room friday 7pm", "<b>x</b> @room"),
    ],
)
def test_title_keeps_date_words(text: str, title: str) -> None:
    """Words that look like a date stay in the title if they are quoted or another date is nearer to the time."""
    assert draft(text).title == title


def test_weekday_in_a_name_is_the_date_if_no_other() -> None:
    """A capitalized weekday stays in the title and is the date if there is no other."""
    found = draft("Friday Night Magic at 8")
    assert (found.title, shown(found.start)) == ("Friday Night Magic", "Fri 2026-11-27 20:00")


def test_leftover_and_understood() -> None:
    """The draft returns the unused rest of the line and the words that it read as time."""
    found = draft("Doors friday 7pm - 11pm at the Cave; bring cake")
    assert found.place == "the Cave"
    assert found.leftover == "bring cake"
    assert found.phrases == ("friday", "7pm - 11pm")
