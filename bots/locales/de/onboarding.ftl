# Der Weg einer Person, die neu dazukommt.

onboarding-welcome = Herzlich willkommen bei **{ $community }**, { $names }!
onboarding-welcome-more = Herzlich willkommen bei **{ $community }**, { $names } und { $more ->
        [one] noch jemand
       *[other] { $more } andere
    }!
onboarding-welcome-own = Willkommen, { $names }!
    { $welcome }
onboarding-welcome-own-more = Willkommen, { $names } und { $more ->
        [one] noch jemand
       *[other] { $more } andere
    }!
    { $welcome }
onboarding-where = Weiter geht es privat: Du findest mich in deinen Direktnachrichten oder Einladungen.
onboarding-where-link = Weiter geht es in unserem privaten Chat: Der Knopf hier unten öffnet ihn.
onboarding-go-on = Zum privaten Chat
onboarding-back = Willkommen zurück, { $names }!
onboarding-back-more = Willkommen zurück, { $names } und { $more ->
        [one] noch jemand
       *[other] { $more } andere
    }!
onboarding-rules = **Bevor du bei { $community } loslegst, hier die Regeln:**
    { $rules }

    Bist du einverstanden? Drück auf den Knopf oder schreib _ja_.
onboarding-accept = Einverstanden
onboarding-accepted-already = Den Regeln hast du schon zugestimmt, danke.
onboarding-rules-unclear = Ich warte noch auf dein Ja zu den Regeln: Drück auf den Knopf oder schreib _ja_. Wenn du eine Frage dazu hast, wende dich an die Leute von { $community }.
onboarding-rules-declined = In Ordnung, ohne dein Ja passiert nichts. Wenn du es dir anders überlegst, schreib hier _ja_. Wenn dich eine Regel stört, sprich mit den Leuten von { $community }.
onboarding-question = **{ $question }**
    Schreib deine Antwort einfach hierher; ich gebe sie an die Leute von { $community } weiter, damit sie wissen, wen sie begrüßen.
onboarding-here = { $name }, privat konnte ich dich nicht erreichen, deshalb frage ich dich hier.{" "}
onboarding-outside = { $greeters }: { $name } möchte dazukommen, aber ich kann die Person nicht anschreiben. Nehmt die Anfrage bitte selbst an oder lehnt sie ab; kommt noch eine, versuche ich es wieder.
onboarding-thanks = Danke! Ich habe den anderen Bescheid gesagt; bald sagt dir jemand Hallo.
onboarding-thanks-later = Danke! Hier ist gerade Ruhezeit. Um { $at } sage ich den anderen Bescheid, dann sagt dir jemand Hallo.
onboarding-thanks-admitted = Danke! Du kannst jetzt reinkommen.
onboarding-greeter = { $greeters }: { $name } ist neu hier. Wer sagt Hallo?
onboarding-greeter-answer = { $greeters }: { $name } ist neu hier und schreibt:
    > { $answer }
    Wer sagt Hallo?
onboarding-greeter-one = { $greeters }: { $names } ist neu hier.
onboarding-greeter-several = { $greeters }: { $names } sind neu hier.
onboarding-greeter-head = { $greeters }:
onboarding-greeter-says = { $name } ist neu hier und schreibt:
    > { $answer }
onboarding-greeter-ask = Wer sagt Hallo?
onboarding-says = { $name } schreibt:
    > { $answer }
onboarding-somebody = An alle
onboarding-wave = Ich sag Hallo
onboarding-greeted = { $greeter } hat { $name } begrüßt.
onboarding-greeted-several = { $greeter } hat { $name } begrüßt.
onboarding-gone = { $name } ist wieder gegangen.
onboarding-gone-several = { $name } sind wieder gegangen.
onboarding-late = { $greeters }: { $hours ->
        [0] { $minutes ->
            [one] Seit einer Minute
           *[other] Seit { $minutes } Minuten
        }
        [one] Seit einer Stunde
       *[other] Seit { $hours } Stunden
    } hat noch niemand { $name } begrüßt. Ein kurzes Hallo reicht schon.
onboarding-not-yours = Diese Regeln sind für jemand anderen; deine kommen in einer eigenen Nachricht.
onboarding-room-lost = In dem Raum, um den es geht, bin ich gerade nicht. Versuch es noch mal, wenn ich wieder da bin, oder frag dort die Orga.
onboarding-wave-yourself = Gleich sagt dir jemand anders Hallo.
onboarding-next = Jetzt kennst du schon jemanden bei **{ $community }**. So geht es weiter:
onboarding-next-here = { $names }, so geht es weiter:
onboarding-next-event = • demnächst: **{ $title }**, { $at }
onboarding-next-poll = • offene Umfrage: **{ $question }**
onboarding-next-ask = • Wenn du etwas wissen willst, frag einfach im Raum. `!help` zeigt, was ich kann.
onboarding-next-ask-here = • Fragen? Einfach hier stellen. `!help` zeigt, was ich kann.
newcomers-none = Niemand wartet: Alle Neuen sind begrüßt.
newcomers-list = { $count ->
        [one] Eine Person ist neu
       *[other] { $count } Leute sind neu
    }
onboarding-raid = { $greeters }: { $count } Leute sind in wenigen Minuten dazugekommen. Ich habe alle zusammen begrüßt und niemandem privat geschrieben; in einer Stunde begrüße ich Neue wieder. Wenn ihr sie nicht erwartet, prüft, wer beitreten darf.
newcomers-joined = { $name }: gerade angekommen ({ $since })
newcomers-rules = { $name }: hat die Regeln noch nicht angenommen ({ $since })
newcomers-question = { $name }: hat die Frage noch nicht beantwortet ({ $since })
newcomers-greeter = { $name }: wartet auf ein Hallo ({ $since })
cmd-newcomers = Wer neu ist und was noch fehlt
example-newcomers = !newcomers
onboarding-in-private = Privat antworten
newcomers-admitted = { $name }: darf rein, ist aber noch nicht da ({ $since })
onboarding-request = { $greeters }: { $name } möchte dazukommen. Ihr entscheidet; ablehnen könnt ihr in der Liste der Anfragen der Gruppe.
onboarding-admit = Reinlassen
onboarding-admitted = { $name } darf rein.
onboarding-admit-who = Reinlassen können nur Leute, die hier begrüßen, zur Orga gehören oder diesen Raum moderieren.
newcomers-requested = { $name }: möchte dazukommen ({ $since })
onboarding-relaying-ask = Das Teilen mit **{ $network }** ist an: Kommt eine Nachricht von dir hier gut an, frage ich dich, ob sie dort gezeigt werden darf. Ohne dein Ja bleibt sie hier. Mit `!me relay aus` frage ich dich nie.
onboarding-relaying = Das Teilen mit **{ $network }** ist an: Nachrichten, die hier gut ankommen, können dort gezeigt werden, ohne deinen Namen. Mit `!me relay aus` bleiben deine hier.
quiet-hours-unclear = Aus `{ $given }` werde ich nicht schlau. Schreib Anfang und Ende der Ruhezeit, zum Beispiel `22-8`, oder `keine`, wenn ich jederzeit Bescheid sagen darf.
newcomers-figures = **Neue in { $network }**, letzte { $days } Tage
newcomers-in = • { $community }: { $count }
newcomers-few-in = • { $community }: weniger als fünf
newcomers-no-figures = Keine Community von **{ $network }** zeigt hier ihre Zahlen. Ihre Orga schaltet das mit `!network share zustand an` ein.
