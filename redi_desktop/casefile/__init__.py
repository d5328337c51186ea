"""The dossier: what the worker keeps of one request for help, its public JSON form, its steps and its changes.

No screen, no database: pages and the vault both stand on this.
"""
