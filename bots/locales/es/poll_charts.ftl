# El resultado de una encuesta en imagen.

poll-chart-of = **Encuesta { $number }: { $question }** en imagen.
poll-chart-empty = Nadie votó en la encuesta { $number }, así que no hay nada que dibujar.
cmd-poll-chart = El resultado de una encuesta en imagen
example-poll-chart = !poll chart 3
arg-poll-chart-number = El número de la encuesta
setting-poll-chart = imagen-encuesta
about-poll-chart = si el resultado de una encuesta viene con una imagen cuando votaron cinco personas o más; `!poll chart` la muestra en cualquier momento
