# Eventos que se repiten: reglas, fechas, y lo que cambia una o todas.

event-rule = 🔁 { $rule }
event-rule-dates = 📆 Próximas fechas: { $dates }
event-rule-no-dates = 📆 No queda ninguna fecha.
event-rule-once = ¿Solo una vez? Escribe `una vez`.
event-holidays-which = ¿Los festivos de qué país? Vuestra zona horaria no me lo dice. Escribe por ejemplo `!config festivos ES`, y después el evento otra vez.
event-repeats = No entiendo `{ $given }` como repetición. Escribe por ejemplo `cada martes`, `cada 2 semanas los viernes` o `el primer sábado de cada mes`. Si es parte del título, pon el título entre comillas.
event-scope-one = Solo esta fecha
event-scope-following = Esta y las siguientes
event-scope-all = Todas las fechas
event-scope-one-words = una, esta, solo esta, únicamente esta, esta fecha
event-scope-following-words = siguientes, las siguientes, esta y las siguientes, a partir de esta
event-scope-all-words = todas, todo, todas las fechas, toda la serie, la serie
event-scope-how = Escribe `esta`, `siguientes` o `todas`; con `no` todo queda como está.
event-scope-cancel = **{ $title }** se repite: { $rule }. ¿Qué fechas cancelo? Esta es { $when }.
    Esta y las siguientes: la serie se acaba. Todas las fechas: también las anteriores que no han pasado.
event-scope-move = **{ $title }** se repite: { $rule }. ¿Qué fechas muevo?
    Solo esta fecha: { $old } → { $new }
    Esta y las siguientes, o todas: { $all }
event-scope-edit = **{ $title }** se repite: { $rule }. ¿Qué fechas cambio?
event-scope-told = { $count ->
        [one] Una persona dijo sí o quizás para esta fecha; la aviso.
       *[other] { $count } personas dijeron sí o quizás para esta fecha; las aviso.
    }
event-series-ended = No habrá más fechas.
event-series-next = La próxima fecha: { $when }.
event-repeat-how = ¿Cada cuánto? Por ejemplo `cada martes`, `cada 2 semanas los viernes` o `el primer sábado de cada mes`; con `una vez` se acaba.
event-repeat-unreadable = No entiendo `{ $given }` como repetición. Por ejemplo: `!event repeat { $number } cada martes hasta junio`
event-repeat-ask = **{ $title }** va a repetirse. ¿Es así? La fecha prevista se queda.
    🔁 { $rule }
event-repeat-yes = Repetir el evento
event-repeat-stop-ask = ¿No habrá más fechas de **{ $title }** después de { $when }?
event-repeat-stop = Acabar la serie
event-repeat-single = { $title } no se repite. Para repetirlo escribe por ejemplo `!event repeat { $number } cada martes`.
event-repeats-now = **{ $title }** se repite: { $rule }
event-repeats-no-more = **{ $title }**: no habrá más fechas.
cmd-event-repeat = Repetir un evento, o cambiar cada cuánto
example-event-repeat = !event repeat 4 cada martes
event-zone-changed = 🕰️ Ha cambiado la hora oficial de su zona: **{ $title }** sigue allí a la misma hora, { $when }. En otros lugares la hora puede ser otra.
