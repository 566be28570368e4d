# Fechas, horas y zonas que no se pudieron leer. Los nombres son los de bots/dates.

event-too-long = Es demasiado largo para una línea (más de { $limit } caracteres). Por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-no-date = ¿Cuándo es? Añade un día y una hora, por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-no-time = Para { $given }, ¿a qué hora? Añádela, por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-no-title = ¿Cómo se llama? Empieza por el título, por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-repeats = Todavía no sé repetir eventos, y `{ $given }` suena a eso. Pon una sola fecha, por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`. Si es parte del título, pon el título entre comillas.
event-several-days = `{ $given }` son varios días. ¿Cuándo empieza? Pon un día y una hora, por ejemplo `viernes 19:00`, o el principio y el final: `del viernes 19:00 al domingo 17:00`. Si es parte del título, pon el título entre comillas.
event-day-unsure = ¿Qué día es `{ $given }`? Pon un día y una hora, por ejemplo `viernes 19:00`. Si es parte del título, pon el título entre comillas.
event-hour-unsure = ¿Qué hora es `{ $given }`? Escríbela con cifras, por ejemplo `viernes 20:50`.
event-hour-half = ¿`{ $given }` es por la mañana o por la tarde? Escribe la hora de otra manera, por ejemplo `viernes 20h`.
event-day-misspelt = Con `{ $given }`, ¿quisiste decir `{ $nearest }`? Escribe el día otra vez. Si es parte del título, pon el título entre comillas.
end-before-start = Termina ({ $end }) antes de empezar ({ $at }). Por ejemplo: `!event Picnic sábado de 12:00 a 15:00`
date-past = Eso ya pasó: { $at }. Pon un momento que esté por venir, por ejemplo `viernes 19:00`.
date-too-far = Para { $at } faltan más de { $years } años. Pon una fecha más cercana, por ejemplo `viernes 19:00`.
date-impossible = Ese día no existe: `{ $given }`. Por ejemplo: `viernes 19:00` o `3 de marzo 18:30`.
date-order-unsure = En `{ $given }`, ¿va primero el día o el mes? Escribe el nombre del mes, por ejemplo `3 de marzo 19:00`.
weekday-mismatch = `{ $given }` no cuadra: ese día es { $at }. Pon el día de la semana o la fecha, por ejemplo `viernes 19:00`.
when-unreadable = No entiendo cuándo es `{ $given }`. Por ejemplo: `2h`, `mañana 18:00` o `viernes 19:00`.
span-unreadable = No entiendo cuánto tiempo es `{ $given }`. Por ejemplo: `1 día, 2h, 30 min`.
zone-offset = `{ $given }` no cambia con la hora de verano. Dime una ciudad, por ejemplo { $nearest }.
zone-unknown = No conozco la zona horaria `{ $given }`. ¿Quisiste decir { $nearest }? Basta una ciudad, por ejemplo `Madrid`.

# Whole days
whole-day = { $day }, todo el día
whole-days = del { $first } al { $last }

lead-before = { $span } antes
lead-none = al empezar
lead-days = { $count ->
        [one] 1 día
       *[other] { $count } días
    }
lead-hours = { $count ->
        [one] 1 hora
       *[other] { $count } horas
    }
lead-minutes = { $count ->
        [one] 1 minuto
       *[other] { $count } minutos
    }
