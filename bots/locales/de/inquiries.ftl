# Antworten auf alltägliche Fragen.

inquiry-none = Im Moment ist nichts geplant.
inquiry-none-then = Da ist nichts geplant. Als Nächstes kommt:
inquiry-event = **{ $title }**
inquiry-line = **{ $title }**: { $when }
inquiry-no-place = Wo, weiß ich noch nicht. Frag am besten die, die es organisieren.
inquiry-more = `!event list` zeigt den Rest.
inquiry-join = Wenn du kommst, tipp unter dem Termin auf ✅, oder antworte darauf mit „ich komme“.
inquiry-vote = Zum Abstimmen tippst du unter der Umfrage auf eine Antwort oder reagierst mit ihrer Nummer. `!poll results` zeigt eine Umfrage noch einmal.
inquiry-vote-private = Abgestimmt wird im Raum, direkt unter der Umfrage.
