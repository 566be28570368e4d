"""Templates of the patterns that find days and times of day; `grammar` fills in the words of a language."""

DAY = r"""
(?<![\w/:.+-])
(?P<on>(?:{on})\s+)?
(?:
  (?:(?P<checked>{weekday}),?\s+(?:(?:{the})\s+)?)?
  (?: (?P<year>[12][0-9]{{3}})[-/](?P<month>[0-9]{{1,2}})[-/](?P<day>[0-9]{{1,2}})
    | (?P<day2>[0-9]{{1,2}})/(?P<month2>[0-9]{{1,2}})(?:/(?P<year2>[0-9]{{4}}|[0-9]{{2}}))?
    | (?P<day3>[0-9]{{1,2}})[.-](?P<month3>[0-9]{{1,2}})[.-](?P<year3>[0-9]{{4}})
    | (?P<day7>[0-9]{{1,2}})-(?P<month7>[0-9]{{1,2}})-(?P<year7>[0-9]{{2}})(?!-)
    | (?P<day4>[0-9]{{1,2}})\.\s?(?P<month4>1[0-2]|0?[1-9])(?:\.|(?={hour_follows})
        |(?(checked)(?<=\.(?:0[1-46-9]|1[12]))(?!\s?[-\u2013])|(?(on)|(?!))))
      (?:\s?(?P<year4>[0-9]{{4}}|(?<=\.)[0-9]{{2}})(?![0-9.:-]))?(?!\s?(?:{hour_mark})\b)
    | (?(on)(?(checked)(?!)|
        (?P<day5>[0-9]{{2}}|[0-9](?=-[0-9]+{hour_follows}))-(?P<month5>1[0-2]|0[1-9]|[1-9](?={hour_follows}))
        (?!\s+(?:{monthday_of}\s+)?{month}))|(?!))
    | (?P<day6>[0-9]{{1,2}})\s(?P<month6>1[0-2]|0?[1-9])(?={hour_follows})
    | (?P<named>
        (?:(?:{day_month}|(?:{monthdays})\s+(?:(?:{monthday_of})\s+)?){month}|{month}{month_day})
        (?:(?:{year_lead})(?!1[0-9][0-5][05]\b)[12][0-9]{{3}}(?![0-9]|[:h][0-9]))?)
  )(?![0-9/]|:[0-9])
| (?P<fixed>{weekday})(?P<comma>,)?\s+(?:(?:{the})\s+)?
  (?!(?:{noon}|{midnight})(?!\w))(?P<monthday>{day_alone}|(?:{monthdays}|[0-9]{{1,2}})(?={hour_follows})|(?:2[5-9]|3[01])(?=\s*(?:$|[,;@])))(?!\s+(?:(?:{part_lead})(?:{part})|(?:{past})\b))(?(comma)(?={hour_follows}|\s*$))
| (?:(?:{the})\s+)?(?P<nth>{ordinals})\s+
  (?:(?P<nth_day>{weekday}|(?:{short_name})\.?(?=\s+(?:{month_of})\s))|{any_day})\s+
  (?:(?:{month_of})\s+(?P<nth_month>{month})|{this_month}|(?P<nth_next>{next_month}))
| (?P<numbered>[0-9]{{1,2}}(?:st|nd|rd|th|er|ten|te))(?={hour_follows})
| (?:{the})\s+(?P<alone>{day_alone}|(?:{monthdays})(?={hour_follows}))
| (?P<next>(?:{next_before})\s+)?(?P<coming>(?:{coming_before})\s+)?(?P<weekday>{weekday})
  (?:(?P<next2>,?\s+(?:{next_after}))|(?P<coming2>,?\s+(?:{coming_after}))|\s+(?P<weeks>{weeks})(?!\w))?
| (?P<near>{near})(?:\s+(?P<near_weeks>{weeks})(?!\w))?
| (?P<months>(?:{ahead})\s+[\w]{{1,5}}\s+(?:{month_unit}))
| (?=[0-9\w][^,;]{{1,40}}?\s(?:{ahead_behind})(?!\w))(?P<behind>{span})\s+(?:{ahead_behind})
| (?=[0-9\w][^,;]{{1,20}}?\s(?:{from_day})\s)(?P<from_span>{span})\s+(?:{from_day})\s+(?P<from_near>{near}|{weekday})
| (?:{ahead})\s+(?P<ahead>{span})(?:,?\s+(?:(?:{on})\s+)?(?P<of_week>{weekday}))?
)
(?:(?:,?\s+(?:{part_lead})?|{joined})(?P<part>{part}))?
(?:(?!\w|['\u2019]\w)|(?<=[^\W\d_]{{3}})(?={glued_hour}))
"""

TIME = r"""
(?:(?P<before{n}>{before}MINUTES_TO)\s+)?
(?: (?P<noon{n}>{noon}) | (?P<midnight{n}>{midnight})
  | (?P<joined{n}>(?:0?[1-9]|1[0-2])[0-5][0-9])(?:\s?(?P<joined_half{n}>[ap])(?:m|\.\s?m)\b\.?
    |(?=\s?(?:[-\u2013\u2014]|\b(?:{to})\b)\s?(?:0?[1-9]|1[0-2])[0-5][0-9]\s?[ap]\.?m\b)
    |(?<![0-9]{{4}})(?<=[05])(?P<bare{n}>)(?=\s*(?:$|[,;)·]|[-\u2013\u2014]\s)))
  | (?P<digits{n}>(?:[01][0-9]|2[0-3])[0-5][05])(?:\s?(?:{hour_mark}|hours?|hrs?)\b|(?=\s|$|[,;)]|-[0-9]{{4}}\b))
  | (?P<hour{n}>[0-9]{{1,2}}|(?:{hours})\b)
    (?: (?:\s?:|\s(?=[0-5][0-9]\s?[ap]\.?m\b)|\s?(?:{hour_mark})\s?|\.(?={dot_follows})
           |(?P<dot{n}>\.(?=[0-5][0-9](?!\s?[€$£%]))))
        (?P<minute{n}>[0-9]{{2}})(?::[0-9]{{2}})?(?!\s?[€$£%](?![0-9]))(?!(?<=\s[0-9]{{2}}),?\s+(?:(?:bis|ter)\s+)?(?:{street})\s)
        (?:\s?(?:{minutes_mark})\b)?
      | (?P<mark{n}>\s?(?:h\b|(?:{oclock})\b)) )?
    (?:(?<!\buhr)\s?(?P<half{n}>[ap])(?:m\b{half_stop}|\.\s?m\b\.?|BARE_HALF))?
)(?:\s+(?P<past{n}>{past})(?:\s?(?P<late{n}>[ap])\.?m\b\.?)?(?![\w-]))?(?P<exact{n}>\s+(?:{exactly})\b)?(?!\w|[:/][0-9]|[.,][0-9])
"""

SEVERAL = r"""
(?<![\w-])(?:
  {any_weekday}\.?(?:\s+(?:{part}))?\s*(?:,|{joint})\s*{any_weekday}
| [0-9]{{1,2}}(?:\.|st|nd|rd|th|er)?(?:\s*{joint}\s*|,){day_month}{month}
| (?<![0-9]\s)(?<![0-9]\.\s)(?<!(?:st|nd|rd|th|of)\s)
  {month}{month_day}\s*{joint}\s*[0-9]{{1,2}}(?![0-9:.h]|\s?[ap]\.?m\b)
| [0-9]{{1,2}}(?:/[0-9]{{1,2}})?\s*{through}\s*[0-9]{{1,2}}/(?:1[0-2]|0?[1-9])
| [0-9]{{1,2}}\.(?:[0-9]{{1,2}}\.)?\s*{through}\s*[0-9]{{1,2}}\.(?:1[0-2]|0?[1-9])\.
)(?!\w)
"""
"""Several days: "sat & sun", "4-6 december", "december 4 to 6", "4/12 - 6/12", "4.-6.12."."""

DASH = r"""
(?P<before>(?<![\w/:.-])
  (?: {any_weekday}\.? | [0-9]{{1,2}}(?:st|nd|rd|th|er|\.)?
    | [0-9]{{1,2}}(?:/[0-9]{{1,2}}|\.[0-9]{{1,2}}\.) | {day_month}{month} )\s?)
[-\u2013\u2014](?=\s?(?: {any_weekday}(?!\w) | (?:{any_weekday}\.?\s+)?(?:
    {day_month}{month} | [0-9]{{1,2}}/(?:1[0-2]|0?[1-9])(?![0-9]) | [0-9]{{1,2}}\.(?:1[0-2]|0?[1-9])\. )))
"""
"""A dash between two days: "4-6 december", "Fri-Sun", "4.-6.12."."""

FIRST_DAY = r"""
(?<![\w/:.,+-])(?P<said>(?:(?:{the})\s+)?(?:{any_weekday}\.?,?\s+)?(?P<number>[0-9]{{1,2}})(?:st|nd|rd|th|er|\.)?)
\s*{through}\s*(?:(?:{the})\s+)?$
"""
LAST_DAY = r"""
(?!\s*[aà]\s)\s*{through}\s*(?:(?:{the})\s+)?(?P<number>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?
(?![\w:/]|\.[0-9]|\s?[ap]\.?m\b|\s?(?:{hour_mark}|{oclock})\b)
"""
"""What makes a range of a date: "4 to" before "6 december", "-6" after "december 4"."""

BESIDE_DAY = r"""
(?<![\w-])(?:
  (?:{modifiers_before})\s+(?:(?:{on}|{the})\s+)?{mark}
| {mark},?\s+(?:[^\W\d_]{{1,3}}\s+){{0,2}}(?:{modifiers_behind})(?!\w)
)
"""
"""Words that change the day beside them, and were not read."""

MINUTES_TO = "|(?(ranging)(?!)|(?(lead)|(?!)))(?:{minutes_to})"
"""Behind "at" only: "at ten to four" is a time, "from ten to four" two."""

BARE_HALF = (
    r"(?<=[0-9][:.][0-9][0-9][ap])\b"
    r"|(?(lead)(?<=[0-9][ap])|(?:(?<=\ue000\s[0-9][ap])|(?<=\ue000\s[0-9][0-9][ap])))\b(?=\s*(?:$|[,;·]))"
)
"""Behind minutes ("6:30p"), or behind "at" or a day and before the end of a part only: "@ 3p", "sat 8p"."""

CLOCK = r"""
(?<![\w/:.+-])
(?P<lead>(?:(?P<between>{between})|(?P<ranging>{range_lead})|{lead})\s+|@\s*)?
(?P<begin>{first})
(?:(?(between)\s+(?:{both})\s+|\s*(?:[-\u2013\u2014]|\b(?:{to})\s)\s*){second})?
(?:,?\s+(?:{part_lead})(?P<part>{part})(?!\w))?
"""
