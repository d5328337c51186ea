"""The integration income (revenu d'intégration, leefloon): law of 26 May 2002, royal decree of 11 July 2002.

Everything is worked out per year and divided by twelve at the end. Each article of the decree has its place:
``articles_22_24`` (exempt resources, professional income), ``property`` (25, 26), ``capital`` (27), ``transfers``
(28 to 32), ``in_kind`` (33), ``cohabitants`` (34), ``work_exemption`` (35); ``compute`` puts them together.
"""
