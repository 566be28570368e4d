# Ce qui a été décidé, et ce qu’il en est advenu.

decision-title = **Décisions**
decision-more = `!decisions 3` en montre une en entier, `!decisions jardin` cherche.
decision-none = Rien n’a encore été décidé ici. `!poll list` montre les sondages ouverts.
decision-not-found = Aucune décision ne parle de « { $given } ». `!decisions` les liste toutes.
decision-found = **Décisions à propos de « { $given } »**
decision-line = { $number } · { $at } · { $question } → { $decided } ({ $count ->
        [one] un votant
       *[other] { $count } votants
    })
decision-line-revoked = { $number } · { $at } · { $question } → { $decided } (révoquée)
decision-is-won = { $winners }
decision-is-tie = égalité : { $winners }
decision-is-none = aucun vote
decision-is-undecided = rien de décidé
decision-is-reached = consentement
decision-is-blocked = objection
decision-is-unsupported = pas de consentement
decision-rule = Type : { $kind }.
decision-when = Ouvert le { $opened }, clos le { $closed }.
poll-not-over = Le sondage { $number } (« { $question } ») n’est pas terminé. `!poll close { $number }` le ferme.
outcome-is = **Issue :** { $outcome }
outcome-contestable = On peut la contester jusqu’au { $at }.
outcome-final = On pouvait la contester jusqu’au { $at }.
outcome-revoked = Révoquée par le sondage { $number } (« { $question } »).
outcome-kept = L’issue du sondage { $number } est notée : { $outcome }
outcome-empty = Qu’en est-il advenu ? Par exemple : `!poll outcome 3 "On se retrouve au jardin" jusque=7j`
outcome-long = C’est trop long ({ $length } caractères). { $limit } au plus, s’il vous plaît.
revoke-sure = Le sondage { $later } (« { $by } ») révoque-t-il le sondage { $number } (« { $question } ») ? Son résultat le dira.
revoke-yes = Révoquer
revoke-no = Laisser
revoke-done = Le sondage { $number } est révoqué par le sondage { $later }.
outcome-gone = L’issue du sondage { $number } est effacée. `!poll outcome { $number } …` en note une autre.
revoke-undone = Le sondage { $number } est de nouveau valable : il n’est plus révoqué.
revoke-order = Seule une décision plus récente peut révoquer le sondage { $number }, et le sondage { $later } s’est fermé avant lui.
export-here = Les décisions dans un fichier, { $count } en tout. Il contient des totaux, le vote de personne.
export-sent = Le fichier est dans notre discussion privée.
export-unreachable = Je ne peux pas encore vous écrire en privé. Ouvrez une discussion avec moi, dites bonjour, puis redemandez le fichier.
export-no-files = Je ne peux pas envoyer de fichiers ici. Demandez-le dans un salon d’une autre plateforme.
cmd-decisions = Ce qui a été décidé ici
example-decisions = !decisions jardin
cmd-decisions-export = Recevoir les décisions dans un fichier
example-decisions-export = !decisions export csv
cmd-poll-outcome = Dire ce qu’il est advenu d’un sondage
example-poll-outcome = !poll outcome 3 "On se retrouve au jardin" jusque=7j
ask-poll-outcome-outcome = Qu’en est-il advenu ?
cmd-poll-revoke = Noter qu’une décision en révoque une autre
example-poll-revoke = !poll revoke 3 5
ask-poll-revoke-number = Quel sondage est révoqué ? Son numéro.
ask-poll-revoke-by = Quel sondage plus récent le révoque ? Son numéro.
arg-decisions-about = Un numéro, ou des mots à chercher
arg-decisions-export-format = Pour un tableur (csv), ou json
arg-poll-outcome-number = Le numéro du sondage
arg-poll-outcome-outcome = Ce qu’il en est advenu
arg-poll-outcome-until = Contestable jusqu’à quand : 7j
arg-poll-revoke-number = Le sondage révoqué
arg-poll-revoke-by = Le sondage plus récent qui le révoque
argname-format = format
argname-outcome = issue
argname-until = jusque
argname-by = par
choice-csv = csv
choice-json = json
name-decisions = décisions
name-export = exporter
name-outcome = issue
name-revoke = révoquer
