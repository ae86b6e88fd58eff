"""What can go wrong with a journal, in sentences for people: what, where, what to do."""


class JournalError(Exception):
    """The journal cannot do what was asked. The message is for people; nothing was overwritten."""


class AddressError(JournalError):
    """The address names no database that can be used here."""


class UnreachableError(JournalError):
    """The database server does not answer, or lets nobody in."""


class NewerSchemaError(JournalError):
    """A newer version of the program has written this journal."""


class OtherProgramError(JournalError):
    """The database holds something that is no journal."""


class BusyError(JournalError):
    """Another program was writing for longer than one waits."""


class ConflictError(JournalError):
    """This play was continued or erased by another program."""


class ErasedError(ConflictError, LookupError):
    """A play that is not in the journal any more, though something was to be added to it."""


class DamagedError(JournalError):
    """What is there cannot be read as a journal."""


class FullError(JournalError):
    """No room is left where the journal is."""


class ReadOnlyError(JournalError):
    """The journal, or its folder, may not be written."""


class WrongKeyError(JournalError):
    """The journal is encrypted with another key, or is not encrypted."""


class RightsError(JournalError):
    """The role on the server lacks a right that the journal needs, or has one too many."""
