"""Changes the program a little, many times over, and sees whether a test notices.

`python -m tests.mutation` draws a seeded sample of small changes (mutants) of the rooms of generator/ and
of the scripts of the site, runs for each the tests that reach the changed statement, and tells which
mutants no test noticed. It is no part of `test`. See CONTRIBUTING.md.
"""
