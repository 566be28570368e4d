# Dates, heures et fuseaux illisibles. Les noms sont ceux de bots/dates.

event-too-long = C’est trop long pour une ligne (plus de { $limit } caractères). Par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-no-date = C’est quand ? Ajoutez un jour et une heure, par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-no-time = À quelle heure, { $given } ? Ajoutez une heure, par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-no-title = Comment cela s’appelle-t-il ? Commencez par le titre, par exemple : `!event Auberge espagnole vendredi 19h au jardin`
event-several-days = `{ $given }`, cela fait plusieurs jours. Quand commence-t-on ? Donnez un jour et une heure, par exemple `vendredi 19h`, ou le début et la fin : `du vendredi 19h au dimanche 17h`. Si cela fait partie du titre, mettez le titre entre guillemets.
event-day-unsure = `{ $given }`, c’est quel jour ? Donnez un jour et une heure, par exemple `vendredi 19h`. Si cela fait partie du titre, mettez le titre entre guillemets.
event-hour-unsure = `{ $given }`, c’est quelle heure ? Écrivez-la en chiffres, par exemple `vendredi 20h50`.
event-several-hours = `{ $given }`, cela fait plusieurs heures. Quand commence-t-on ? Donnez une heure, par exemple `vendredi 19h`, ou le début et la fin : `vendredi de 19h à 21h`. Si cela fait partie du titre, mettez le titre entre guillemets.
event-hour-half = `{ $given }`, est-ce le matin ou le soir ? Indiquez l’heure autrement, par exemple `vendredi 20h`.
event-day-misspelt = Par `{ $given }`, vouliez-vous dire `{ $nearest }` ? Retapez le jour. Si cela fait partie du titre, mettez le titre entre guillemets.
end-before-start = La fin ({ $end }) tombe avant le début ({ $at }). Par exemple : `!event Pique-nique samedi de 12h à 15h`
date-past = C’est déjà passé : { $at }. Donnez un moment à venir, par exemple `vendredi 19h`.
event-year-unsure = Le `{ $given }`, c’était il y a quelques jours. Donnez un jour à venir, ou ajoutez l’année : `{ $full }`.
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

# Ce qui revient
event-rule-unclear = Je ne sais pas au juste quand tombe `{ $given }`. Écrivez par exemple `chaque mardi`, `un vendredi sur deux` ou `le premier samedi de chaque mois`. Si cela fait partie du titre, mettez le titre entre guillemets.
event-rule-which = `{ $given }` peut vouloir dire deux choses. Écrivez par exemple `toutes les 2 semaines le lundi` ou `le deuxième lundi de chaque mois`.
event-rule-day = `{ $given }` : quel jour ? Par exemple `mardi 19h`.
event-rule-month-day = Quel jour du mois désigne `{ $given }` ? Par exemple `le premier dimanche de chaque mois` ou `le 15 de chaque mois`.
event-rule-limit = Je ne peux pas lire `{ $given }` comme une date. Écrivez par exemple `jusqu’au 30 juin`, `10 fois` ou `sauf le 24 décembre`.
event-rule-vacations = Je ne connais pas vos vacances scolaires (`{ $given }`). Donnez plutôt les dates ou les mois, par exemple `sauf août` ou `sauf le 24 décembre`. Les jours fériés, je les connais : `sauf jours fériés`.
event-rule-left-out = `{ $given }` ne fait pas partie des dates : il n’y a rien à retirer. Écrivez de nouveau l’exception, par exemple `sauf le 24 décembre`.
event-rule-unreadable = Je ne comprends pas `{ $given }` comme une répétition. Écrivez par exemple `chaque mardi jusqu’en juin`.
event-rule-empty = Il ne reste aucune date avec cette règle. Par exemple : `!event Yoga chaque mardi 18h jusqu’en juin`
event-several-weekly = `{ $given }` : chaque semaine ? Écrivez `oui`, ou donnez le début et la fin d’un seul événement, par exemple `vendredi 19h à dimanche 17h`. Si cela fait partie du titre, mettez le titre entre guillemets.
holidays-unknown = Je ne connais pas les jours fériés de `{ $given }`. Écrivez un pays ou son code, par exemple `FR`, `Suisse` ou `CH-GE` pour Genève.
holidays-region-unknown = Je ne connais pas la région `{ $given }`. Celles que je connais : { $regions }.

# Une règle en mots
rule-day = { $every ->
        [1] chaque jour
       *[other] tous les { $every } jours
    }
rule-workdays = du lundi au vendredi
rule-on-weekday = le { $day }
rule-week = { $every ->
        [1] chaque { $days }
       *[other] toutes les { $every } semaines, { $days }
    }
rule-month = { $every ->
        [1] { $days } de chaque mois
       *[other] { $days }, tous les { $every } mois
    }
rule-place = { $nth ->
        [1] premier
        [2] deuxième
        [3] troisième
        [4] quatrième
        [5] cinquième
       *[other] dernier
    }
rule-nth = le { rule-place } { $day }
rule-nth-workday = le { rule-place } jour ouvré
rule-monthday = { $form ->
        [one] le 1er
        [last] le dernier jour
       *[other] le { $day }
    }
rule-year = { $every ->
        [1] chaque année le { $date }
       *[other] tous les { $every } ans le { $date }
    }
rule-year-nth = { $every ->
        [1] chaque année, { $days } du mois de { $month }
       *[other] tous les { $every } ans, { $days } du mois de { $month }
    }
rule-not-in = sauf en { $months }
rule-only-in = seulement en { $months }
rule-short-months = les mois qui ont ce jour
rule-left-out = sauf le { $dates }
rule-no-holidays = sauf les jours fériés ({ $place })
rule-until = jusqu’au { $date }
rule-count = { $count } fois
