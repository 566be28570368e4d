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
so when's the thing on friday?
hey, what's happening this week?
do we have something planned next week?
when do we meet again?
what's coming up?
tell me about the next meetup
is anything going on saturday?
when does the potluck begin
what time does choir start?
any plans for the weekend?
what day is the quiz?
when are you meeting?
what's next
quand est-ce qu'on se voit ?
c'est quand la prochaine fois ?
y a un truc ce week-end ?
il se passe quoi samedi ?
quel est le prochain événement ?
à quelle heure on commence ?
c'est à quelle heure la chorale ?
vous faites quoi ce soir ?
qu'est-ce qui est prévu cette semaine ?
des événements bientôt ?
le prochain rendez-vous c'est quand
quoi de neuf ce week-end ?
wann trefft ihr euch?
wann ist die Chorprobe?
was steht als nächstes an?
ist am Samstag was los?
was macht ihr am Wochenende?
gibt's heute was?
um wieviel Uhr geht's los?
wann fängt es an?
welcher Tag war das nochmal?
was ist diese Woche geplant?
wann sehen wir uns wieder?
hab ich was verpasst, was kommt als nächstes?
¿cuándo nos vemos?
¿qué hay el sábado?
¿hay algún plan para el finde?
¿a qué hora empieza?
¿cuándo es la cena?
¿qué se hace este fin de semana?
¿qué tenemos esta semana?
¿cuál es el próximo plan?
¿qué día quedamos?
¿qué es lo próximo?
¿para qué hora es?
cuando toca coro
what are the dates for december?
when will the next potluck be
did I miss something, when is choir?
is there a meeting tonight
got anything on tomorrow?
what's planned for sunday?
remind me when the quiz starts
ça commence quand ?
c'est quoi la prochaine date ?
on se voit quand ?
y a-t-il quelque chose dimanche ?
c'est prévu pour quand ?
dis, c'est quand le repas
vous avez quoi de prévu samedi ?
wann ist nochmal Chor?
wann gehts los
was ist heute Abend los?
habt ihr am Sonntag was vor?
wann war das Treffen nochmal
was liegt an?
¿cuándo empezamos?
¿hay algo hoy?
¿cuándo es lo siguiente?
¿qué plan hay mañana?
¿qué toca esta semana?
¿cuándo volvemos a quedar?
¿a qué hora era?
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
where's the choir practice happening?
where should I go?
what's the location?
can you send me the address?
on se retrouve où ?
c'est où la réunion ?
où se passe le repas ?
tu as l'adresse ?
c'est à quel endroit ?
wo findet das statt?
wo muss ich hin?
wie ist die Adresse?
in welchem Raum ist das?
¿dónde es la reunión?
¿dónde nos encontramos?
¿me pasas la dirección?
¿en qué lugar es?
where do I have to be?
where are we meeting?
do you know the address?
c'est où exactement ?
vous vous retrouvez où ?
où dois-je aller ?
wo trefft ihr euch?
wo genau ist das?
wie komme ich da hin?
¿dónde hay que ir?
¿dónde es exactamente?
¿cómo llego?
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
who all is coming tonight?
is anyone coming?
who signed up?
who's in for friday?
how many are we?
qui sera là samedi ?
vous êtes combien ?
qui vient vendredi ?
il y a du monde ?
qui s'est inscrit ?
wer kommt alles?
wer ist am Freitag dabei?
wie viele sind wir?
kommt jemand mit?
wer hat zugesagt?
¿quién va al final?
¿quiénes vienen?
¿cuánta gente va?
¿alguien viene?
¿quién se ha apuntado?
who said yes?
who will be there?
is anybody coming to the quiz?
qui participe ?
combien vous êtes ?
il y a qui samedi ?
wer ist denn alles dabei?
wer macht mit?
wie viele Leute kommen?
¿quién estará?
¿cuántos vienen?
¿va mucha gente?
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
how do I register?
can I still sign up?
how do i say i'm coming
je m'inscris comment ?
comment faire pour venir ?
il faut s'inscrire ?
wie sage ich zu?
muss man sich anmelden?
wo melde ich mich an?
¿cómo me inscribo?
¿hay que apuntarse?
¿dónde me apunto?
do I need to register?
how do I tell you I'm coming?
comment je dis que je viens ?
faut s'inscrire ?
wie meld ich mich an?
kann ich einfach so kommen?
¿cómo digo que voy?
¿hace falta apuntarse?
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
how can I vote in the poll?
where's the poll?
what are the polls?
is there a poll open?
on vote comment ?
où est le sondage ?
c'est quoi les sondages en cours
comment je fais pour voter ?
wie geht das mit dem Abstimmen?
wo kann ich abstimmen?
gibt es gerade eine Umfrage?
was sind die Umfragen
wie lange läuft die Abstimmung?
¿cómo voto?
¿dónde está la encuesta?
¿hay alguna encuesta?
¿qué encuestas hay abiertas?
¿hasta cuándo se puede votar?
how do polls work here?
can I change my vote?
comment ça marche les sondages ?
je peux encore voter ?
wo ist denn die Umfrage?
kann ich noch abstimmen?
¿cómo funciona lo de votar?
¿puedo cambiar mi voto?
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
