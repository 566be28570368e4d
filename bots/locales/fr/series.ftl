# Les événements qui reviennent : règles, dates, et ce qui en change une ou toutes.

event-rule = 🔁 { $rule }
event-rule-dates = 📆 Prochaines dates : { $dates }
event-rule-no-dates = 📆 Il ne reste aucune date.
event-rule-once = Une seule fois ? Écrivez `une fois`.
event-holidays-which = Les jours fériés de quel pays ? Votre fuseau horaire ne me le dit pas. Écrivez par exemple `!config fériés FR`, puis de nouveau l’événement.
event-repeats = Je ne comprends pas `{ $given }` comme une répétition. Écrivez par exemple `chaque mardi`, `un vendredi sur deux` ou `le premier samedi de chaque mois`. Si cela fait partie du titre, mettez le titre entre guillemets.
event-scope-one = Seulement cette date
event-scope-following = Celle-ci et les suivantes
event-scope-all = Toutes les dates
event-scope-one-words = une, celle-ci, seulement celle-ci, juste celle-ci, cette date, uniquement celle-ci
event-scope-following-words = suivantes, les suivantes, celle-ci et les suivantes, à partir de celle-ci
event-scope-all-words = toutes, tout, toutes les dates, toute la série, la série
event-scope-how = Écrivez `celle-ci`, `suivantes` ou `toutes` ; `non` laisse tout comme c’est.
event-scope-cancel = **{ $title }** revient : { $rule }. Quelles dates dois-je annuler ? Celle-ci est { $when }.
    Celle-ci et les suivantes : la série s’arrête. Toutes les dates : aussi celles d’avant qui ne sont pas passées.
event-scope-move = **{ $title }** revient : { $rule }. Quelles dates dois-je déplacer ?
    Seulement cette date : { $old } → { $new }
    Celle-ci et les suivantes, ou toutes : { $all }
event-scope-edit = **{ $title }** revient : { $rule }. Quelles dates dois-je changer ?
event-scope-told = { $count ->
        [one] Une personne a répondu oui ou peut-être pour cette date ; je la préviens.
       *[other] { $count } personnes ont répondu oui ou peut-être pour cette date ; je les préviens.
    }
event-series-ended = Il n’y aura pas d’autre date.
event-series-next = La prochaine date : { $when }.
event-repeat-how = À quel rythme ? Par exemple `chaque mardi`, `un vendredi sur deux` ou `le premier samedi de chaque mois` ; `une fois` y met fin.
event-repeat-unreadable = Je ne comprends pas `{ $given }` comme une répétition. Par exemple : `!event repeat { $number } chaque mardi jusqu’en juin`
event-repeat-ask = **{ $title }** doit revenir. C’est bien cela ? La date prévue reste.
    🔁 { $rule }
event-repeat-yes = Répéter l’événement
event-repeat-stop-ask = Aucune date de **{ $title }** ne doit suivre { $when } ?
event-repeat-stop = Arrêter la série
event-repeat-single = { $title } ne revient pas. Pour le répéter, écrivez par exemple `!event repeat { $number } chaque mardi`.
event-repeats-now = **{ $title }** revient : { $rule }
event-repeats-no-more = **{ $title }** : il n’y aura pas d’autre date.
cmd-event-repeat = Répéter un événement, ou changer son rythme
example-event-repeat = !event repeat 4 chaque mardi
event-zone-changed = 🕰️ L’heure légale de son fuseau a changé : **{ $title }** reste à la même heure sur place, { $when }. Ailleurs, l’heure peut être différente.
