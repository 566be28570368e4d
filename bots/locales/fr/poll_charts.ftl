# Le résultat d’un sondage en image.

poll-chart-of = **Sondage { $number } : { $question }** en image.
poll-chart-empty = Personne n’a voté au sondage { $number }, il n’y a donc rien à dessiner.
cmd-poll-chart = Le résultat d’un sondage en image
example-poll-chart = !poll chart 3
arg-poll-chart-number = Le numéro du sondage
setting-poll-chart = image-sondage
about-poll-chart = si le résultat d’un sondage vient avec une image quand cinq personnes ou plus ont voté ; `!poll chart` en montre une à tout moment
