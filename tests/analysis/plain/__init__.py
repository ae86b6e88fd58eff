"""What can happen in a role, by plain enumeration: one state after another, dictionaries and sets.

Nothing of the analysis is used here, and nothing is done cleverly: it is what the analysis is held
against, so it has to be believed at sight.
"""
