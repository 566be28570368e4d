"""Tests for reading questions to the bot in everyday words."""

import pytest

from bots.i18n import inquiries

WHEN = """
when is the next event?
when's the next event
When’s it?
@glocal when is it
when does it start?
what time?
what time is it on friday?
what's on this weekend?
what’s happening tonight
any events this week?
is there anything on tomorrow?
what's the plan
what are we doing on saturday?
next meetup?
c'est quand le prochain ?
C’est quand ?
c'est à quelle heure ?
quand est la prochaine rencontre ?
quand a lieu la fête ?
il y a quoi ce week-end ?
y a quoi ce soir ?
on fait quoi samedi ?
c'est quoi le programme ?
à quelle heure ça commence
quel jour ?
prochain événement ?
quelque chose de prévu demain ?
wann ist das nächste Treffen?
wann geht's los?
was geht ab am wochenende
was läuft heute?
was steht diese Woche an?
was ist am Samstag los?
um wie viel Uhr?
Wieviel Uhr?
nächster Termin?
gibt es was am Wochenende?
was machen wir am Freitag?
welche Termine gibt es?
¿cuándo es el próximo evento?
¿a qué hora?
¿qué hay este fin de semana?
que hacemos el sábado
¿hay algo mañana?
¿qué día es?
¿cuál es la próxima quedada?
¿cuándo quedamos?
"""
WHERE = """
where is it?
where's the potluck
where do we meet?
what's the address?
c'est où ?
où est-ce qu'on se retrouve ?
Où ça ?
quelle adresse ?
ça se passe où
wo ist das?
wo treffen wir uns?
welche Adresse?
¿dónde es?
dónde quedamos
¿en qué sitio?
¿cuál es la dirección?
"""
WHO = """
who is coming?
who's coming
who is in?
who else is going?
how many people are coming?
qui vient ?
qui sera là ?
il y aura qui ?
on est combien ?
combien de personnes ?
wer kommt?
wer ist alles dabei?
wie viele kommen?
kommt noch jemand?
¿quién viene?
¿quiénes van?
¿cuántos somos?
¿va alguien?
"""
JOIN = """
how do I sign up?
how can I rsvp
comment je m'inscris ?
comment s'inscrire ?
comment on participe ?
wie melde ich mich an?
wie kann ich zusagen?
¿cómo me apunto?
cómo puedo participar
"""
VOTE = """
how do I vote?
how does the vote work?
which polls are open?
any polls?
when does the poll close?
comment on vote ?
comment je peux voter ?
quels sondages sont ouverts ?
il y a un sondage ?
quand ferme le sondage ?
wie stimme ich ab?
wie kann ich abstimmen?
welche Umfragen gibt es?
wann endet die Umfrage?
¿cómo se vota?
¿cómo puedo votar?
¿qué encuestas hay?
¿cuándo cierra la encuesta?
"""
NOTHING = """
thanks!
coming
not coming
I can't make it
see you there
great, what a day
help
event list
blub
I like tea or coffee
let me know when you are done
le thé ou le café
du thé ou des biscuits
merci beaucoup
super, à demain
danke
ich komme gern
gracias
allá nos vemos
yes
2
no idea who wrote that
"""
LINES = [
    (line, topic)
    for topic, block in (
        ("when", WHEN), ("where", WHERE), ("who", WHO), ("join", JOIN), ("vote", VOTE), (None, NOTHING),
    )
    for line in block.strip().splitlines()
]  # fmt: skip


@pytest.mark.parametrize(("line", "topic"), LINES)
def test_everyday_questions_are_told_apart(line: str, topic: str | None) -> None:
    """A question in everyday words is about the time, the place, the people or the polls; other talk is none."""
    assert inquiries.read(line) == topic


def test_long_talk_is_no_question() -> None:
    """A longer message that names the bot talks about it."""
    assert inquiries.read("I wonder when is the best moment to ask the bot where we could all meet next") is None
    assert inquiries.read("when is it? " + "x" * 200) is None
