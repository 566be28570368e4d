# Umfragen eines Netzwerks, die seine Communitys zeigen.

poll-goes-to = { $count ->
        [one] Sie erscheint sofort in einer Community von { $network }. Was Leute gesehen haben, lässt sich nicht zurückholen.
       *[other] Sie erscheint sofort in { $count } Communitys von { $network }. Was Leute gesehen haben, lässt sich nicht zurückholen.
    }
poll-of-network = 🌐 Umfrage des Netzwerks { $network }: Alle Communitys stimmen gemeinsam ab, jede Person einmal.
poll-to-nobody = Keine Community von { $network } zeigt, was das Netzwerk schreibt; es gibt also niemanden zu fragen. Ohne `an` fragst du in diesem Raum.
poll-network-none = Dieser Raum gehört zu keinem Netzwerk. Ohne `an` fragst du hier.
poll-network-homeless = { $network } hat keinen Raum, also könnte sich niemand um die Umfrage kümmern. Die Koordination kann einen anlegen: `!room join { $network }` in einem neuen Raum.
poll-not-here = Umfrage { $number } („{ $question }“) zählt hier keine Stimmen mehr: Diese Community hört das Netzwerk nicht mehr, das fragt. Was vorher abgegeben wurde, zählt weiter.
poll-gone-here = „{ $question }“: Diese Community hört das Netzwerk nicht mehr, das fragt; abstimmen geht hier nicht mehr. Was vorher abgegeben wurde, zählt weiter.
poll-number-twice = Zwei offene Umfragen haben die Nummer { $number }: eine dieser Community und eine eines Netzwerks. Drück auf die Knöpfe der gemeinten, oder antworte mit dem Befehl auf sie.
arg-poll-to = In allen Communitys des Netzwerks fragen
choice-communities = communitys
poll-of-communities = 🌐 Umfrage des Netzwerks { $network }: Jede seiner Communitys hat eine Stimme.
poll-rule-communities = Die Stimme einer Community ist die Antwort, die dort die meisten wählen; ein Gleichstand oder weniger als { $count } Stimmen dort ist keine. Niemand stimmt für andere; wer in zwei Communitys abstimmt, zählt dort, wo die letzte Stimme abgegeben wurde.
poll-count-network = `zählung` gehört zu einer Umfrage in allen Communitys eines Netzwerks. Schreib `für=netzwerk` dazu, oder lass `zählung` weg.
poll-count-anonymous = Eine anonyme Umfrage behält nur eine Gesamtzahl, ich kann also nicht nach Communitys zählen. Lass `anonym` oder `zählung` weg; `verdeckt=ja` verbirgt die Zahlen bis zum Ende.
poll-vote-at-home = In Umfrage { $number } hat jede Community eine Stimme. Bitte stimm im Raum deiner Community ab.
poll-result-abstained = **Umfrage { $number }: { $question }** Keine Community hat entschieden, es gibt also kein Ergebnis.
poll-communities-voted = { $count ->
        [one] Eine Community hat gestimmt
       *[other] { $count } Communitys haben gestimmt
    }, Enthaltungen: { $abstained } (Gleichstand oder weniger als { $least } Stimmen).
poll-by-community = **Nach Community**
poll-community-line = { $community } (Stimmen: { $count }): { $choice }
poll-community-votes = { $community } (Stimmen: { $count }): für { $choice }
poll-community-abstains = { $community } (Stimmen: { $count }): enthält sich, Gleichstand von { $choice }
poll-communities-hidden = { $shown ->
        [0] Keine Zahlen nach Community: Wo weniger als fünf Leute abgestimmt haben, würden sie zu viel verraten.
       *[other] Ohne Zahlen, damit niemand sieht, wie einige wenige gestimmt haben: { $count } weitere.
    }
arg-poll-counting = Nach Leuten oder nach Communitys zählen
argname-counting = zählung
choice-people = leute
arglike-counting = zählen
