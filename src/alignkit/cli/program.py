"""The program `alignkit`: its commands, loaded when they are asked for."""

from __future__ import annotations

import importlib

import click

from alignkit import __version__

COMMANDS = {
    "demo": ("demo", "Make every document of a worked example, to see what comes out."),
    "new": ("new", "Write a first context file for one kind of document."),
    "init": ("init", "Set up a project folder."),
    "build": ("build", "Make documents from your context."),
    "preview": ("preview", "Look at documents while you write."),
    "check": ("check", "Check your context and its documents without writing any."),
    "lint-text": ("lint_text", "Check the wording of feedback in any file."),
    "ask": ("ask", "Answer questions until your context has what a kind needs."),
    "need": ("need", "List what a kind of document still wants from your context."),
    "figures": ("figures", "Show how figures come about."),
    "list": ("list_kinds", "List the kinds of documents you can make."),
    "explain": ("explain", "Explain the code of a message."),
    "review": ("review", "Write reviews of people from dated observations."),
    "phrases": ("phrases", "Find, add and check sentences of language banks."),
    "template": ("template", "Make and check templates of your own."),
    "theme": ("theme", "Show what a company's file has for our documents."),
    "schema": ("schema", "Print the file format for your editor."),
    "doctor": ("doctor", "Show what is installed and what is missing."),
}
"""Each command with its module and its line in the help."""


class Program(click.Group):
    """A group that imports a command's module when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"alignkit.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command the arguments begin with; a misspelled one comes back with the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, n=1)
            meant = f" Did you mean {close[0]!r}?" if close else ""
            ctx.fail(f"There is no command {args[0]!r}.{meant}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, none of them imported."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="alignkit %(version)s")
@click.option("--debug", is_flag=True, help="Show the details of a crash on the screen.")
def program(debug: bool) -> None:
    """Make business documents that agree with each other from one file.

    \b
    alignkit demo              see what comes out
    alignkit new escalation    write a first context.yaml
    alignkit build escalation  make the documents
    """
