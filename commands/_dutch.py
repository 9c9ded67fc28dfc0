"""What click says by itself, in Dutch: editors read it, and click comes without translations.

Click asks gettext for each of its texts when it shows one, and gettext looks for compiled files in
the language of the machine. Here it gets the texts of this table instead, on any machine.
"""

import gettext

import click

DUTCH = {
    # Help
    "Usage:": "Gebruik:",
    "Options": "Opties",
    "Commands": "Commando’s",
    "Positional arguments": "Waarden",
    "Show this message and exit.": "Toont deze uitleg.",
    "default: {default}": "standaard: {default}",
    "(dynamic)": "(hangt ervan af)",
    "required": "verplicht",
    # A wrong use
    "Error: {message}": "Fout: {message}",
    "Try '{command} {option}' for help.": "Uitleg: {command} {option}",
    "Missing command.": "Geef ook een commando.",
    "Missing argument": "Hier ontbreekt",
    "Missing option": "Hier ontbreekt de optie",
    "Missing parameter": "Hier ontbreekt",
    "Missing {param_type}": "Hier ontbreekt",
    "Missing parameter: {param_name}": "Hier ontbreekt {param_name}",
    "No such command {name!r}.": "Het commando {name!r} bestaat niet.",
    "No such option {name!r}.": "De optie {name!r} bestaat niet.",
    "Invalid value: {message}": "Ongeldige waarde: {message}",
    "Invalid value for {param_hint}: {message}": "Ongeldige waarde voor {param_hint}: {message}",
    "Option {name!r} does not take a value.": "Achter de optie {name!r} hoort geen waarde.",
    "Argument {name!r} takes {nargs} values.": "Bij {name!r} horen {nargs} waarden.",
    # A wrong value
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "{value!r} is not a valid {number_type}.": "{value!r} is geen heel getal.",
    "{value} is not in the range {range}.": "{value} valt buiten {range}.",
    "{name} {filename!r} does not exist.": "{name} {filename!r} bestaat niet.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} is een map.",
    "{name} {filename!r} is a file.": "{name} {filename!r} is een bestand.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} mag niet worden gelezen.",
    "{name} {filename!r} is not writable.": "{name} {filename!r} mag niet worden gewijzigd.",
    "{name} {filename!r} is not executable.": "{name} {filename!r} mag niet worden gestart.",
    "Could not open file {filename!r}: {message}": "{filename!r} kan niet open: {message}",
    "file": "bestand",
    "directory": "map",
    "path": "pad",
    "unknown error": "onbekende fout",
    "Aborted!": "Gestopt.",
}
"""By the text of click."""

DUTCH_PLURALS = {
    "Did you mean {possibility}?": (
        "Bedoelde u {possibility}?",
        "(Bedoelde u een van: {possibilities}?)",
    ),
    "Got unexpected extra argument ({args})": ("Dit hoort er niet bij: {args}",) * 2,
    "Takes {nargs} values but 1 was given.": (
        "Hier horen {nargs} waarden, en er is er 1.",
        "Hier horen {nargs} waarden, en er zijn er {len}.",
    ),
    "Option {name!r} requires an argument.": (
        "Achter de optie {name!r} hoort een waarde.",
        "Achter de optie {name!r} horen {nargs} waarden.",
    ),
    "{len_type} values are required, but {len_value} was given.": (
        "Hier horen {len_type} waarden, en er is er {len_value}.",
        "Hier horen {len_type} waarden, en er zijn er {len_value}.",
    ),
    "{value!r} does not match the format {format}.": (
        "{value!r} is geen dag als 2026-11-23.",
        "{value!r} is geen dag als 2026-11-23.",
    ),
    "{value!r} is not {choice}.": (
        "{value!r} is niet {choice}.",
        "{value!r} is niet een van {choices}.",
    ),
}
"""For one and for more, by the text of click for one."""


def speak_dutch() -> None:
    """Have click, and all else that asks gettext for texts in this process, speak Dutch."""
    # Modules of click hold gettext's functions under names of their own; those call these two.
    gettext.dgettext = _text
    gettext.dngettext = _text_for_number


def _text(domain: str, message: str) -> str:  # noqa: ARG001  (the parameters of gettext)
    return DUTCH.get(message, message)


def _text_for_number(domain: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG001  (as above)
    one, many = DUTCH_PLURALS.get(msgid1, (msgid1, msgid2))
    return one if n == 1 else many


def use_dutch_words(command: click.Command) -> None:
    """Put the parts of the help of a command in Dutch that click does not ask gettext for."""
    command.options_metavar = "[OPTIES]"
    if isinstance(command, click.Group):
        optional = command.invoke_without_command
        command.subcommand_metavar = (
            "[COMMANDO] [WAARDEN]..." if optional else "COMMANDO [WAARDEN]..."
        )
        for each in command.commands.values():
            use_dutch_words(each)
