"""A newcomer's yes to the rules, and a welcome to everybody, in every language."""

from __future__ import annotations

import pytest

from bots.features.onboarding import phrases


@pytest.mark.parametrize(
    "text",
    [
        "yes", "Yes!", "ok", "OK 👍", "I accept", "Yes, I accept the rules, thank you", "yes please", "👍🏽", "✅",
        "oui", "Oui j’accepte, merci !", "d'accord", "D’ACCORD", "ja", "Ja klar, einverstanden", "sí", "si",
        "Sí, acepto.",
        "Acepto las reglas", "Hi! Yes, I do", "Ich akzeptiere die Regeln",
    ],
)  # fmt: skip
def test_yes_accepts_the_rules(text: str) -> None:
    """A yes accepts the rules in every language, with a polite word around it."""
    assert phrases.accepts(text)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "non",
        "what is rule 2?",
        "yes but what about ads",
        "maybe",
        "thanks",
        "",
        "hello",
        "👎",
        "yes " * 20,
        "not ok",
    ],
)
def test_other_words_accept_nothing(text: str) -> None:
    """A no, a question, a condition or a mere thanks accepts nothing."""
    assert not phrases.accepts(text)


@pytest.mark.parametrize(("text", "explicit"), [("yes", False), ("👍", False), ("I accept", True), ("j’accepte", True)])
def test_explicit_yes_names_the_rules(text: str, explicit: bool) -> None:
    """After other talk a mere yes may answer somebody else."""
    assert phrases.accepts(text, explicitly=True) is explicit


@pytest.mark.parametrize(
    "text",
    [
        "Welcome everybody!", "welcome everyone 🎉", "Welcome!", "Hi and welcome all", "Hello everybody, welcome!",
        "A warm welcome to everyone who joined today", "Welcome to Lyon!", "Bienvenue à toutes et tous !",
        "Bienvenue tout le monde", "Soyez les bienvenu·es !", "Bonjour, bienvenue à vous deux", "Willkommen zusammen",
        "Herzlich willkommen euch allen!", "Seid willkommen", "¡Bienvenidos!", "¡Bienvenidas y bienvenidos a Lyon!",
        "¡Bienvenid@s a tod@s!", "Hola, bienvenidos todos",
    ],
)  # fmt: skip
def test_welcome_to_everybody(text: str) -> None:
    """A welcome to everybody is recognized in every language."""
    assert phrases.welcomes_everybody(text, "Lyon")


@pytest.mark.parametrize(
    "text",
    [
        "Everyone is welcome to the potluck", "You’re welcome", "We welcome all ideas", "Welcome Bob",
        "Welcome back Bob", "Hello everybody", "Tout le monde est le bienvenu au repas",
        "Alle sind willkommen", "Todos son bienvenidos",
        "Is she welcome?", "",
    ],
)  # fmt: skip
def test_other_words_welcome_nobody(text: str) -> None:
    """An invitation, thanks, or a welcome to one person greets nobody else."""
    assert not phrases.welcomes_everybody(text, "Lyon")
