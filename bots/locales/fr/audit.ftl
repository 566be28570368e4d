# Le journal : ce qu’ont fait les connecteurs et la coordination.

cmd-audit = Ce qu’ont fait ici les connecteurs et la coordination
example-audit = !audit 7 jours
audit-title = **Ce qui a été fait au nom de { $place }**
audit-line = { $number } · { $at } · { $who } : { $what }{ $about }{ $details }
audit-command = `!{ $command }`
audit-footer = `!audit` suivi d’un nom, d’une commande ou d’une durée comme `7 jours` en montre moins.
audit-more = … et { $count } de plus. Demandez-en moins : `!audit` suivi d’un nom, d’une commande ou d’une durée comme `7 jours`.
audit-none = Rien n’a encore été fait ici au nom de cette communauté ou de ce réseau.
audit-nothing = Je ne trouve rien ici sur `{ $given }`. Essayez un nom, une commande ou une durée comme `7 jours`.
audit-sent = Je vous envoie le journal en privé.
audit-unreachable = Je ne peux pas vous écrire en privé. Envoyez-moi d’abord un message privé, puis écrivez de nouveau `!audit` ici.
audit-erased = (effacé)
act-linkok = demande d’entrée acceptée
act-linkno = demande d’entrée refusée
act-linkback = demande d’entrée retirée
act-invrevoke = invitation révoquée
act-hlstop = message retenu ici
act-hlpick = message choisi dans la file
act-hlpass = message de la file refusé
act-hlspam = message marqué comme indésirable
act-hlqspam = message de la file marqué comme indésirable
act-blocklift = blocage levé
act-appealkeep = blocage maintenu après un appel
act-blocktake = blocage partagé repris
act-blockleave = blocage partagé laissé
act-linkwhy = demande d’entrée refusée

cmd-undo = Revenir sur ce que vous avez fait en dernier
example-undo = !undo
undo-way = La dernière chose que vous avez changée ici pour tout le monde : { $did }. Pour revenir en arrière : { $nearest }. Écrivez `oui` et je m’en occupe. (Pour votre réponse ou votre vote : `!rsvp aucune`, `!poll vote 3 aucun`.)
undo-open = La dernière chose que vous avez changée ici pour tout le monde : { $did }. Pour revenir en arrière, écrivez { $way } et complétez : mes réponses plus haut montrent ce qu’il faut. (Pour votre réponse ou votre vote : `!rsvp aucune`, `!poll vote 3 aucun`.)
undo-final = { $did } ne peut pas être défait.
undo-act = La dernière chose que vous avez faite ici pour tout le monde : { $did }. Pour revenir en arrière, écrivez { $way }.
undo-final-act = La dernière chose que vous avez faite ici pour tout le monde : { $did }. Cela ne peut pas être défait.
undo-none = Je ne vois rien que vous ayez fait ici aujourd’hui et que je puisse défaire. `!rsvp aucune` retire une réponse, `!poll vote 3 aucun` un vote, et `!me` montre vos réglages.
undo-none-word = aucun
