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
