"""Other people's engines on the same stories: how each is set up, what it is given, how it is run.

Nothing of theirs is kept here. Each is installed from its registry in the version named, into a
folder of its own, when the benchmark is run. All three are under the MIT licence.
"""
