# Sperren: sperren, Einspruch, Teilen zwischen Communitys; Spam.

cmd-block = Jemanden hier nicht mehr über mich mitmachen lassen
example-block = !block @anna:example.org für 30 Tage: Werbung
cmd-unblock = Eine Sperre aufheben
example-unblock = !unblock @anna:example.org
cmd-blocks = Wer hier gesperrt ist, warum und von wem
example-blocks = !blocks
cmd-appeal = Sagen, warum deine Sperre falsch ist
example-appeal = !appeal Das war ein Missverständnis, darf ich es erklären?
cmd-network-blocks = Sperren mit den Communitys eures Netzwerks teilen oder ihre übernehmen
example-network-blocks = !network blocks annehmen fragen
ask-block-person = Wer soll gesperrt werden? Erwähne die Person oder gib ihre vollständige ID an.
ask-unblock-person = Wessen Sperre soll aufgehoben werden? Erwähne die Person oder gib ihre vollständige ID an.
ask-appeal-text = Warum ist die Sperre falsch? Deine nächste Nachricht geht an die Orga, einmal.
block-self = Dich selbst kannst du nicht sperren.
block-connector = { $name } gehört hier zur Orga. Nimm erst diese Rolle weg: `!connector remove`.
block-done = { $name } ist hier gesperrt{ $ends ->
        [yes] { " " }bis { $until }
       *[no] { "" }
    }{ $reasoned ->
        [yes] : { $reason }
       *[no] .
    }
    Ich sage der Person privat, wie sie Einspruch erheben kann. `!blocks` zeigt die Liste, `!unblock` hebt die Sperre auf.
block-told = Die Orga von **{ $community }** hat dich gesperrt{ $ends ->
        [yes] { " " }bis { $until }
       *[no] { "" }
    }. { $reasoned ->
        [yes] Der Grund: { $reason }
       *[no] Einen Grund hat sie nicht genannt.
    }
    Ich antworte dir dort nicht, und deine Nachrichten, Reaktionen, Stimmen und Zusagen zählen nicht mehr.{ $shared ->
        [yes] { " " }Andere Communitys ihrer Netzwerke können das übernehmen.
       *[no] { "" }
    }
    Wenn das falsch ist, sag ihr einmal, warum: Schreib `!appeal` und deine Worte, hier oder dort.
block-not = { $name } ist hier nicht gesperrt.
block-none = In { $community } ist niemand gesperrt.
block-lifted = { $name } ist hier nicht mehr gesperrt.
block-lifted-you = **{ $community }** hat deine Sperre aufgehoben: Du kannst wieder mitmachen.
blocks-title = **Gesperrt in { $community }**
blocks-line = { $number } { $name } · { $waiting ->
        [yes] angeboten
       *[no] gesperrt
    } am { $since } von { $who }{ $ends ->
        [yes] , bis { $until }
       *[no] { "" }
    }{ $shared ->
        [yes] , geteilt von { $origin }
       *[no] { "" }
    }{ $reasoned ->
        [yes] { " · " }{ $reason }
       *[no] { "" }
    }{ $appealed ->
        [yes] { " · Einspruch: " }{ $appeal }
       *[no] { "" }
    }
blocks-more = … und { $count } weitere. `!unblock` und ein Name hebt jede davon auf.
blocks-lift = { $number } aufheben
blocks-sent = Ich schicke dir die Liste privat: Sie geht sonst niemanden etwas an.
blocks-unreachable = Ich kann dir nicht privat schreiben. Schick mir zuerst eine private Nachricht und schreib hier dann noch einmal `!blocks`.
blocks-wait = Zu einer gesperrten Person wartet etwas auf die Orga: `!blocks` zeigt es.
blocks-policy = Sperren dieser Community werden mit ihren Netzwerken geteilt: { $shares ->
        [yes] ja
       *[no] nein
    }. Sperren anderer Communitys dort werden übernommen: { $accepts }.
    `!network blocks teilen an|aus` und `!network blocks annehmen an|aus|fragen` ändern das.
blocks-policy-missing = Antworte `an` oder `aus`; oder `fragen`, um bei jeder geteilten Sperre gefragt zu werden.
blocks-share-choice = `{ $given }` geht hier nicht: Antworte `an` oder `aus`.
appeal-none = Du bist hier nicht gesperrt.
appeal-once = Du hast schon Einspruch erhoben. Die Orga entscheidet darüber.
appeal-sent = Ich habe es an die Orga weitergegeben: { $names }. Was sie entscheidet, sage ich dir privat.
appeal-ask = { $name } ist in **{ $community }** gesperrt{ $reasoned ->
        [yes] { " " }(Grund: { $reason })
       *[no] { "" }
    }{ $ends ->
        [yes] { " " }bis { $until }
       *[no] { "" }
    } und erhebt Einspruch: { $appeal }
appeal-lift = Sperre aufheben
appeal-keep = Beibehalten
appeal-lifted = Die Sperre von { $name } in **{ $community }** ist aufgehoben.
appeal-kept = Die Sperre von { $name } in **{ $community }** bleibt.
appeal-kept-you = Die Orga von **{ $community }** hat deinen Einspruch gelesen, und die Sperre bleibt.
blockoffer-offered = **{ $origin }** aus demselben Netzwerk hat { $name } gesperrt{ $reasoned ->
        [yes] : { $reason }
       *[no] .
    }
    Soll **{ $community }** die Person auch sperren?
blockoffer-active = { $name } ist in **{ $community }** gesperrt, wie in **{ $origin }**{ $reasoned ->
        [yes] : { $reason }
       *[no] .
    }
    Wird die Sperre dort aufgehoben, endet sie auch hier.
blockoffer-declined = **{ $community }** sperrt { $name } nicht, anders als **{ $origin }**.
blockoffer-lifted = { $name } ist in **{ $community }** nicht mehr gesperrt. Die Sperre kam von **{ $origin }**.
blockoffer-take = Hier auch sperren
blockoffer-leave = Nein
highlight-spam = Spam
spam-ask = Die Nachricht bleibt hier. Soll { $name } in **{ $community }** auch gesperrt werden?
spam-block = Sperren
spam-reason = Spam
spam-declined = Die Nachricht bleibt in { $community }. Ob die Person gesperrt wird, entscheidet die Orga dort.
