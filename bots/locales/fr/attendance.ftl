# Les réponses aux invitations, avec les mots des gens ; en minuscules, séparées par des virgules.

attendance-yes-words = je viens, j’y serai, j’en suis, je serai là, je participe, j’arrive, comptez sur moi, compte sur moi, partant, partante, je suis partant, je suis partante, présent, présente, avec plaisir, oui je viens, on vient, nous venons, moi aussi, on sera là
attendance-maybe-words = je viens peut-être, j’y serai peut-être, je serai peut-être là, peut-être que je viens, je ne sais pas encore, pas sûr, pas sûre, j’essaie, j’essaierai, je vais essayer, à voir, je verrai
attendance-no-words = jpeux pas, j peux pas, je peu pas, jpeu pas, jviens pas, jpourrai pas, jserai pas là, j serai pas là, je ne viens pas, je viens pas, je ne peux pas, je peux pas, je ne pourrai pas, je pourrai pas, je ne serai pas là, je serai pas là, pas disponible, pas dispo, sans moi, désolé je ne peux pas, désolée je ne peux pas, absent, absente, je ne peux plus, je peux plus, je ne peux plus venir, je peux plus venir, je ne viens plus, je viens plus, je ne peux pas venir, je peux pas venir, je ne pourrai pas venir, je pourrai pas venir, je ne pourrai plus venir, je pourrai plus venir, finalement je ne viens pas, finalement je viens pas, finalement je ne peux pas, finalement je peux pas, je ne viens pas finalement, je ne peux pas finalement, désolé je ne viens pas, désolée je ne viens pas, désolé je ne peux plus, désolée je ne peux plus
attendance-with-words = avec, plus
attendance-guest-words = ami, amis, amie, amies, personne, personnes, invité, invités, invitée, invitées, copain, copains, copine, copines, autres, enfant, enfants, de plus
attendance-count-words = un 1, une 1, deux 2, trois 3, quatre 4, cinq 5
attendance-alone-words = seul, seule, tout seul, toute seule, sans invité, sans invitée
attendance-ask = Venez-vous à « { $title } » ? Appuyez sur un bouton, ou écrivez `oui`, `peut-être` ou `non`.
attendance-ask-still = Vous parlez de « { $title } » ({ $when }) ? Venez-vous toujours ? Appuyez sur un bouton, ou écrivez `oui`, `peut-être` ou `non`.
attendance-ask-guests = « { $title } » : vous seul, ou vous et { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    } ? Écrivez `moi`, ou de nouveau `+{ $count }`.
attendance-me-words = moi, moi seul, moi seule, seulement moi, seul, seule
attendance-maybe-named-words = peut-être, peut être, ptet, ptêt, pê, je sais pas, je sais pas encore, je ne sais pas, je viendrai peut-être, j’y serai peut-être, je serai peut-être là
attendance-no-named-words = pas là, je suis pas là, je ne suis pas là, pas dispo, je suis pas dispo, je ne suis pas dispo, je suis pas disponible, je ne suis pas disponible, je suis absent, je suis absente, je serai absent, je serai absente, je suis pris, je suis prise, je suis occupé, je suis occupée, peux pas, ne peux pas, je rate, je vais rater, je loupe, ça va pas être possible, ça ne va pas être possible, c’est pas possible, ce n’est pas possible, ce ne sera pas possible, ça marche pas pour moi, ça ne marche pas pour moi, j’ai un empêchement, je dois annuler, désinscris-moi, désinscrivez-moi, je me désinscris
attendance-yes-named-words = oui, ouais, ok, je peux venir, je peux, je suis dispo, je suis disponible, je suis libre, inscrivez-moi, inscris-moi, je m’inscris, je viendrai
attendance-small-words = le, la, les, l’, ce, cette, pour, à, au, aux, de, du, à la, en
attendance-filler-words = désolé, désolée, malheureusement, finalement, en fait, du coup, salut, coucou, bonjour, bonsoir, hélas, tous, toutes, aussi, s’il te plaît, s’il vous plaît
attendance-all-words = tous, toutes, les deux, tous les deux, toutes les deux, tout
attendance-which = Lequel ? Écrivez son numéro, ou `tous`.
replies-united = Vous aviez répondu avec plusieurs comptes. Seule votre réponse la plus récente compte désormais : { $events }
