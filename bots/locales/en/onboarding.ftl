# A newcomer's journey.

onboarding-welcome = Welcome { $names }! Good to have you in **{ $community }**.
onboarding-welcome-more = Welcome { $names } and { $more } more! Good to have you in **{ $community }**.
onboarding-welcome-own = Welcome { $names }!
    { $welcome }
onboarding-welcome-own-more = Welcome { $names } and { $more } more!
    { $welcome }
onboarding-rules = **Before you join in at { $community }, these are the rules:**
    { $rules }

    Do you accept them?
onboarding-accept = I accept
onboarding-accepted-already = You accepted the rules already, thank you.
onboarding-question = **{ $question }**
    Just write your answer here; I pass it on to the people of { $community }, so that they know whom they greet.
onboarding-here = { $name }, I could not reach you in private, so I ask you here.{" "}
onboarding-outside = { $greeters }: { $name } asks to be let in, and I can’t write to them. Accept or decline the request yourselves; if they ask once more, I can try again.
onboarding-thanks = Thank you! I have told the others; somebody will say hello to you.
onboarding-greeter = { $greeters }: { $name } is new here. Will you say hello?
onboarding-greeter-answer = { $greeters }: { $name } is new here and says:
    > { $answer }
    Will you say hello?
onboarding-somebody = Everybody
onboarding-wave = I say hello
onboarding-greeted = { $name } was greeted by { $greeter }.
onboarding-gone = { $name } has left.
onboarding-late = { $greeters }: { $minutes ->
        [one] for a minute
       *[other] for { $minutes } minutes
    } nobody has said hello to { $name }. A short word from you would do.
onboarding-not-yours = These rules were meant for somebody else; yours come in your own message.
onboarding-room-lost = I am not in the room that this belongs to at the moment. Once I am back there, try again, or ask one of its connectors.
onboarding-wave-yourself = Somebody else will wave at you, just wait a moment.
newcomers-none = Nobody is on the way in: all newcomers have been greeted.
newcomers-list = { $count ->
        [one] One newcomer
       *[other] { $count } newcomers
    }
onboarding-raid = { $greeters }: { $count } people came within a few minutes. I’ve greeted them together and written to nobody in private; I greet newcomers again in an hour. If you don’t expect them, look at who may join.
newcomers-joined = { $name }: just arrived ({ $since })
newcomers-rules = { $name }: has not accepted the rules yet ({ $since })
newcomers-question = { $name }: has not answered the question yet ({ $since })
newcomers-greeter = { $name }: waits for a hello ({ $since })
cmd-newcomers = Who is new and what they wait for
example-newcomers = !newcomers
onboarding-in-private = Answer in private
newcomers-admitted = { $name }: was let in and has not arrived yet ({ $since })
onboarding-request = { $greeters }: { $name } asks to join. Only you can let them in; to decline, use the group’s list of requests.
onboarding-admit = Let them in
onboarding-admitted = { $name } can come in.
onboarding-admit-who = Only a greeter, a connector or a moderator of this room can let somebody in.
newcomers-requested = { $name }: asks to join ({ $since })
onboarding-relaying = Relaying to **{ $network }** is on: messages that people like here may be shown there, without your name. `!me relay off` keeps yours here.
