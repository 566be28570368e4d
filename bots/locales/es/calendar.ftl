# Fechas, horas y zonas que no se pudieron leer. Los nombres son los de bots/dates.

event-too-long = Es demasiado largo para una línea (más de { $limit } caracteres). Por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-no-date = ¿Cuándo es? Añade un día y una hora, por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-no-time = Para { $given }, ¿a qué hora? Añádela, por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-no-title = ¿Cómo se llama? Empieza por el título, por ejemplo: `!event Cena compartida viernes 19:00 en el jardín`
event-several-days = `{ $given }` son varios días. ¿Cuándo empieza? Pon un día y una hora, por ejemplo `viernes 19:00`, o el principio y el final: `del viernes 19:00 al domingo 17:00`. Si es parte del título, pon el título entre comillas.
event-day-unsure = ¿Qué día es `{ $given }`? Pon un día y una hora, por ejemplo `viernes 19:00`. Si es parte del título, pon el título entre comillas.
event-hour-unsure = ¿Qué hora es `{ $given }`? Escríbela con cifras, por ejemplo `viernes 20:50`.
event-several-hours = `{ $given }` son varias horas. ¿Cuándo empieza? Pon una hora, por ejemplo `viernes 19:00`, o el principio y el final: `viernes de 19:00 a 21:00`. Si es parte del título, pon el título entre comillas.
event-hour-half = ¿`{ $given }` es por la mañana o por la tarde? Escribe la hora de otra manera, por ejemplo `viernes 20h`.
event-day-misspelt = Con `{ $given }`, ¿quisiste decir `{ $nearest }`? Escribe el día otra vez. Si es parte del título, pon el título entre comillas.
end-before-start = Termina ({ $end }) antes de empezar ({ $at }). Por ejemplo: `!event Picnic sábado de 12:00 a 15:00`
date-past = Eso ya pasó: { $at }. Pon un momento que esté por venir, por ejemplo `viernes 19:00`.
event-year-unsure = `{ $given }` fue hace unos días. Pon un día por venir, o añade el año: `{ $full }`.
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

# Lo que se repite
event-rule-unclear = No tengo claro cada cuánto es `{ $given }`. Escribe por ejemplo `cada martes`, `cada 2 semanas los viernes` o `el primer sábado de cada mes`. Si es parte del título, pon el título entre comillas.
event-rule-which = `{ $given }` puede significar dos cosas. Escribe por ejemplo `cada 2 semanas los lunes` o `el segundo lunes de cada mes`.
event-rule-day = `{ $given }`: ¿qué día? Por ejemplo `martes 19:00`.
event-rule-month-day = ¿Qué día del mes es `{ $given }`? Por ejemplo `el primer domingo de cada mes` o `el 15 de cada mes`.
event-rule-limit = No puedo leer `{ $given }` como una fecha. Escribe por ejemplo `hasta el 30 de junio`, `10 veces` o `excepto el 24 de diciembre`.
event-rule-vacations = No conozco vuestras vacaciones escolares (`{ $given }`). Di las fechas o los meses, por ejemplo `excepto agosto` o `excepto el 24 de diciembre`. Los festivos sí los conozco: `excepto festivos`.
event-rule-left-out = `{ $given }` no es una de las fechas, así que no hay nada que quitar. Escribe otra vez la excepción, por ejemplo `excepto el 24 de diciembre`.
event-rule-unreadable = No entiendo `{ $given }` como repetición. Escribe por ejemplo `cada martes hasta junio`.
event-rule-empty = Con esa regla no queda ninguna fecha. Por ejemplo: `!event Yoga cada martes 18:00 hasta junio`
event-several-weekly = `{ $given }`: ¿cada semana? Escribe `sí`, o di el principio y el final de un solo evento, por ejemplo `viernes 19:00 a domingo 17:00`. Si es parte del título, pon el título entre comillas.
holidays-unknown = No conozco los festivos de `{ $given }`. Escribe un país o su código, por ejemplo `ES`, `México` o `ES-CT` para Cataluña.
holidays-region-unknown = No conozco la región `{ $given }`. Las que conozco: { $regions }.

# Una regla en palabras
rule-day = { $every ->
        [1] cada día
       *[other] cada { $every } días
    }
rule-workdays = de lunes a viernes
rule-on-weekday = el { $day }
rule-week = { $every ->
        [1] cada { $days }
       *[other] cada { $every } semanas, { $days }
    }
rule-month = { $every ->
        [1] { $days } de cada mes
       *[other] { $days }, cada { $every } meses
    }
rule-place = { $nth ->
        [1] primer
        [2] segundo
        [3] tercer
        [4] cuarto
        [5] quinto
       *[other] último
    }
rule-nth = el { rule-place } { $day }
rule-nth-workday = el { rule-place } día laborable
rule-monthday = { $form ->
        [last] el último día
       *[other] el día { $day }
    }
rule-year = { $every ->
        [1] cada año el { $date }
       *[other] cada { $every } años el { $date }
    }
rule-year-nth = { $every ->
        [1] cada año, { $days } de { $month }
       *[other] cada { $every } años, { $days } de { $month }
    }
rule-not-in = excepto en { $months }
rule-only-in = solo en { $months }
rule-short-months = en los meses que tienen ese día
rule-left-out = no el { $dates }
rule-no-holidays = no en festivos ({ $place })
rule-until = hasta el { $date }
rule-count = { $count ->
        [one] una vez
       *[other] { $count } veces
    }
