"""Why something could not be sealed or opened, in sentences for people: what, and what to do."""

# ruff: noqa: N818 - named as what happened, since each is shown to people and none is a crash


class SealError(Exception):
    """It was not sealed, or not opened. The message is for people; nothing was written."""


class WrongPassphrase(SealError):
    """The passphrase does not open the file."""


class WeakPassphrase(SealError):
    """The passphrase could be found out by trying."""


class WrongRecipient(SealError):
    """The file was sealed for other keys."""


class WrongSender(SealError):
    """The file does not carry the signature of the person it is expected from."""


class WrongKind(SealError):
    """The file holds something else than what is needed here."""


class OtherLock(SealError):
    """A passphrase was given where keys are needed, or keys where a passphrase is needed."""


class NewerFormat(SealError):
    """A newer version of the program has written this."""


class OlderFormat(SealError):
    """This was written in a format that is no longer read."""


class TooLarge(SealError):
    """More than this program takes: bytes, nesting, or work to open it."""


class Damaged(SealError):
    """What is there is no sealed file, or not the one that was sealed."""


class NotAvailable(SealError):
    """Nothing can be sealed or opened on this computer, or not at this moment."""


class NotReadable(SealError):
    """The file cannot be read."""


class NotWritable(SealError):
    """The file cannot be written; what was there is as it was."""


class AlreadyThere(NotWritable):
    """There is a file of this name, and nobody said that it may be replaced."""
