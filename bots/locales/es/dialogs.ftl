# Preguntas del bot, y respuestas que no entiende.

dialog-stopped = Lo dejamos por ahora. Escribe `!{ $command }` de nuevo cuando quieras.
answer-in-words = Aquí necesito palabras: escribe tu respuesta, o `cancelar` para dejarlo.
