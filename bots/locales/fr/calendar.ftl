# Dates, heures et fuseaux illisibles. Les noms sont ceux de bots/dates.

event-too-long = C’est trop long pour une ligne (plus de { $limit } caractères). Par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-no-date = C’est quand ? Ajoutez un jour et une heure, par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-no-time = À quelle heure, { $given } ? Ajoutez une heure, par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-no-title = Comment cela s’appelle-t-il ? Commencez par le titre, par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-repeats = Je ne sais pas encore répéter un événement, et `{ $given }` y ressemble. Donnez une seule date, par exemple : `!event Auberge espagnole vendredi 19h au jardin`. Si cela fait partie du titre, mettez le titre entre guillemets.
event-several-days = `{ $given }`, cela fait plusieurs jours. Quand commence-t-on ? Donnez un jour et une heure, par exemple `vendredi 19h`, ou le début et la fin : `du vendredi 19h au dimanche 17h`. Si cela fait partie du titre, mettez le titre entre guillemets.
event-day-unsure = `{ $given }`, c’est quel jour ? Donnez un jour et une heure, par exemple `vendredi 19h`. Si cela fait partie du titre, mettez le titre entre guillemets.
event-hour-unsure = `{ $given }`, c’est quelle heure ? Écrivez-la en chiffres, par exemple `vendredi 20h50`.
event-hour-half = `{ $given }`, est-ce le matin ou le soir ? Indiquez l’heure autrement, par exemple `vendredi 20h`.
event-day-misspelt = Par `{ $given }`, vouliez-vous dire `{ $nearest }` ? Retapez le jour. Si cela fait partie du titre, mettez le titre entre guillemets.
end-before-start = La fin ({ $end }) tombe avant le début ({ $at }). Par exemple : `!event Pique-nique samedi de 12h à 15h`
date-past = C’est déjà passé : { $at }. Donnez un moment à venir, par exemple `vendredi 19h`.
date-too-far = { $at } est à plus de { $years } ans d’ici. Donnez une date plus proche, par exemple `vendredi 19h`.
date-impossible = Ce jour n’existe pas : `{ $given }`. Par exemple : `vendredi 19h` ou `le 3 mars à 18h30`.
date-order-unsure = Dans `{ $given }`, le jour vient-il avant le mois ? Écrivez le nom du mois, par exemple `3 mars 19h`.
weekday-mismatch = `{ $given }` ne correspond pas : ce jour-là est { $at }. Donnez le jour de la semaine ou la date, par exemple `vendredi 19h`.
when-unreadable = Je n’arrive pas à lire `{ $given }` comme une date ou une heure. Par exemple : `2h`, `demain 18:00` ou `vendredi 19h`.
span-unreadable = Je n’arrive pas à lire `{ $given }` comme une durée. Par exemple : `1 jour, 2h, 30 min`.
zone-offset = `{ $given }` ne change pas avec l’heure d’été. Nommez une ville, par exemple { $nearest }.
zone-unknown = Je ne connais pas le fuseau `{ $given }`. Vouliez-vous dire { $nearest } ? Une ville suffit, par exemple `Paris`.

# Whole days
whole-day = { $day }, toute la journée
whole-days = du { $first } au { $last }

lead-before = { $span } avant
lead-none = au début
lead-days = { $count ->
        [one] 1 jour
       *[other] { $count } jours
    }
lead-hours = { $count ->
        [one] 1 heure
       *[other] { $count } heures
    }
lead-minutes = { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
