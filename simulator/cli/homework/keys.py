"""`simulator homework keys`: pairing, so that files are sealed for one person and signed."""

import sys

import click

from simulator.cli.homework.output import write_json, write_lines
from simulator.cli.homework.passphrases import Passphrases, passphrase_option
from simulator.cli.homework.refusals import refusals
from simulator.cli.trouble import Trouble
from simulator.language import _


@click.group("keys")
def keys_command() -> None:
    """Pair with somebody: each makes keys, hands over a line, and both compare a fingerprint.

    Files can then be sealed with --to NAME, without a passphrase to agree on.
    """


@keys_command.command("new")
@passphrase_option
def _new(*, passphrase_files: tuple[str, ...]) -> None:
    """Make keys of your own, kept under a passphrase."""
    from simulator.homework.sealing.files import check_free  # noqa: PLC0415
    from simulator.practice.homework import pairing  # noqa: PLC0415

    with refusals():
        check_free(pairing.keys_file())
        secret = Passphrases(passphrase_files).to_seal(_("your keys"))
        public = pairing.make(secret)
    write_lines(_("Your keys are made, and kept in {file}.").format(file=pairing.keys_file()))
    _hand_over(public.line)


@keys_command.command("show")
@passphrase_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def _show(*, passphrase_files: tuple[str, ...], as_json: bool) -> None:
    """Show the line to hand over, and its fingerprint."""
    from simulator.homework.sealing.keys import fingerprint  # noqa: PLC0415

    with refusals():
        public = Passphrases(passphrase_files).own_keys().public
    if as_json:
        write_json({"line": public.line, "fingerprint": fingerprint(public)})
        return
    _hand_over(public.line)
    write_lines(_("Its fingerprint: {fingerprint}").format(fingerprint=fingerprint(public)))


@keys_command.command("add")
@click.argument("name", metavar="NAME")
@click.argument("line", metavar="LINE")
@passphrase_option
@click.option("--compared", metavar="GROUPS", help="The six groups, as the other one reads them.")
def _add(*, name: str, line: str, passphrase_files: tuple[str, ...], compared: str | None) -> None:
    """Pair with somebody, under a name of your choosing.

    Both of you see the same six groups; read them to each other, by voice or in one room. A line
    that came by message alone proves nothing.
    """
    from simulator.homework.sealing.keys import PublicKeys  # noqa: PLC0415
    from simulator.practice.homework import pairing  # noqa: PLC0415

    with refusals():
        theirs = PublicKeys.of(line)
        mine = Passphrases(passphrase_files).own_keys().public
        _compare(pairing.groups(mine, theirs), compared)
        pairing.add(name, theirs)
    write_lines(_("You are paired with “{name}”.").format(name=name))


@keys_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def _list(*, as_json: bool) -> None:
    """List those you have paired with."""
    from simulator.homework.sealing.keys import fingerprint  # noqa: PLC0415
    from simulator.practice.homework import pairing  # noqa: PLC0415

    with refusals():
        known = pairing.people()
    if as_json:
        write_json([{"name": name, "fingerprint": fingerprint(k)} for name, k in known.items()])
        return
    if not known:
        write_lines(_("You have not paired with anybody yet."))
    for name, public in known.items():
        write_lines(f"{name}: {fingerprint(public)}")


@keys_command.command("remove")
@click.argument("name", metavar="NAME")
def _remove(*, name: str) -> None:
    """Forget the keys of somebody."""
    from simulator.practice.homework import pairing  # noqa: PLC0415

    with refusals():
        pairing.remove(name)
    write_lines(_("The keys of “{name}” are forgotten.").format(name=name))


def _hand_over(line: str) -> None:
    write_lines(_("Hand this line over; it is no secret:"))
    click.echo(line)


def _compare(groups: str, compared: str | None) -> None:
    if compared is not None:
        if "".join(compared.split()).upper() != "".join(groups.split()):
            raise Trouble(
                _("These are not the groups seen here ({groups}). Nothing was added.").format(
                    groups=groups
                )
            )
        return
    write_lines(_("Read these to each other: {groups}").format(groups=groups))
    if not (sys.stdin and sys.stdin.isatty()):
        raise Trouble(
            _("There is nobody to ask whether they are the same. Give them with --compared.")
        )
    if not click.confirm(_("Does the other one see the same six groups?"), err=True):
        raise Trouble(_("Then something came between. Nothing was added; begin anew."))
