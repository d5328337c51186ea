"""The calculation: facts and parameters in, an explained result out.

Pure: the standard library only, no file, no clock, no screen, no language. Dates come in as arguments.
"""
