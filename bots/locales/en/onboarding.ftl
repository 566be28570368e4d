# A newcomer’s journey.

onboarding-welcome = Welcome { $names }! Good to have you in **{ $community }**.
onboarding-welcome-more = Welcome { $names } and { $more } more! Good to have you in **{ $community }**.
onboarding-welcome-own = Welcome { $names }!
    { $welcome }
onboarding-welcome-own-more = Welcome { $names } and { $more } more!
    { $welcome }
onboarding-where = The next step is in private: look for me among your direct messages and invitations.
onboarding-where-link = The next step waits in our private chat: press the button below.
onboarding-go-on = Open our chat
onboarding-back = Welcome back, { $names }!
onboarding-back-more = Welcome back, { $names } and { $more } more!
onboarding-rules = **Before you join in at { $community }, these are the rules:**
    { $rules }

    Do you accept them? Press the button, or type _yes_.
onboarding-accept = I accept
onboarding-accepted-already = You’ve accepted the rules already, thank you.
onboarding-rules-unclear = I’m waiting for your yes to the rules above: press the button, or type _yes_. If you have a question about them, ask the people in { $community }.
onboarding-rules-declined = That’s fine, nothing happens without your yes. If you change your mind, type _yes_ here. If a rule bothers you, ask the people in { $community } about it.
onboarding-question = **{ $question }**
    Just write your answer here; I pass it on to the people of { $community }, so they know who they’re welcoming.
onboarding-here = { $name }, I could not reach you in private, so I ask you here.{" "}
onboarding-outside = { $greeters }: { $name } asks to be let in, and I can’t write to them. Accept or decline the request yourselves; if they ask once more, I can try again.
onboarding-thanks = Thank you! I have told the others; someone will say hello in a moment.
onboarding-thanks-later = Thank you! It’s quiet hours here, so I’ll tell the others at { $at }; then someone will say hello.
onboarding-thanks-admitted = Thank you! You can come in now.
onboarding-greeter = { $greeters }: { $name } is new here. Will you say hello?
onboarding-greeter-answer = { $greeters }: { $name } is new here and says:
    > { $answer }
    Will you say hello?
onboarding-greeter-one = { $greeters }: { $names } is new here.
onboarding-greeter-several = { $greeters }: { $names } are new here.
onboarding-greeter-head = { $greeters }:
onboarding-greeter-says = { $name } is new here and says:
    > { $answer }
onboarding-greeter-ask = Will you say hello?
onboarding-says = { $name } says:
    > { $answer }
onboarding-somebody = Everybody
onboarding-wave = I say hello
onboarding-greeted = { $name } was greeted by { $greeter }.
onboarding-greeted-several = { $name } were greeted by { $greeter }.
onboarding-gone = { $name } has left.
onboarding-gone-several = { $name } have left.
onboarding-late = { $greeters }: nobody has said hello to { $name } { $hours ->
        [0] { $minutes ->
            [one] for a minute
           *[other] for { $minutes } minutes
        }
        [one] for an hour
       *[other] for { $hours } hours
    }. A short word from you is enough.
onboarding-not-yours = These rules were meant for somebody else; yours come in your own message.
onboarding-room-lost = I am not in the room that this belongs to at the moment. Once I’m back there, try again, or ask one of its connectors.
onboarding-wave-yourself = Someone will say hello in a moment.
onboarding-next = Now you’ve met someone in **{ $community }**. What’s next there:
onboarding-next-here = { $names }, here’s what’s next:
onboarding-next-event = • coming up: **{ $title }**, { $at }
onboarding-next-poll = • open poll: **{ $question }**
onboarding-next-ask = • If you want to ask something, just write in the room. `!help` shows what I can do.
onboarding-next-ask-here = • If you want to ask something, just write it here. `!help` shows what I can do.
newcomers-none = No one is waiting: every newcomer has been greeted.
newcomers-list = { $count ->
        [one] One newcomer
       *[other] { $count } newcomers
    }
onboarding-raid = { $greeters }: { $count } people came within a few minutes. I’ve greeted them together and written to nobody in private; I greet newcomers again in an hour. If you don’t expect them, look at who may join.
newcomers-joined = { $name }: just arrived ({ $since })
newcomers-rules = { $name }: has not accepted the rules yet ({ $since })
newcomers-question = { $name }: has not answered the question yet ({ $since })
newcomers-greeter = { $name }: waits for a hello ({ $since })
cmd-newcomers = Who’s new, and which step they’re at
example-newcomers = !newcomers
onboarding-in-private = Answer in private
newcomers-admitted = { $name }: was let in and has not arrived yet ({ $since })
onboarding-request = { $greeters }: { $name } asks to join. Only you can let them in; to decline, use the group’s list of requests.
onboarding-admit = Let them in
onboarding-admitted = { $name } can come in.
onboarding-admit-who = Only a greeter, a connector or a moderator of this room can let somebody in.
newcomers-requested = { $name }: asks to join ({ $since })
onboarding-relaying-ask = Relaying to **{ $network }** is on: when people like a message of yours, I ask you whether it may be shown there. Without your yes it stays here. `!me relay off`: I never ask you.
onboarding-relaying = Relaying to **{ $network }** is on: messages that people like here may be shown there, without your name. `!me relay off` keeps yours here.
quiet-hours-unclear = I can’t read quiet hours in `{ $given }`. Type a start and an end, for example `22-8` or `10pm-7:30am`; `none` if I may call people at any time.
newcomers-figures = **Newcomers in { $network }**, last { $days } days
newcomers-in = • { $community }: { $count }
newcomers-few-in = • { $community }: fewer than five
newcomers-no-figures = No community of **{ $network }** shows its figures here. Its connectors turn that on with `!network share state on`.
