"""Everything that an open database holds, part by part."""

from __future__ import annotations

from dataclasses import dataclass

from redi_desktop.store.adoptions import Adoptions
from redi_desktop.store.assessments import Assessments
from redi_desktop.store.cases import CaseStore
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database, schema_version
from redi_desktop.store.decisions import Decisions
from redi_desktop.store.drafts import Drafts
from redi_desktop.store.journal import Journal
from redi_desktop.store.kept_parameters import KeptParameters
from redi_desktop.store.keys import DataKey
from redi_desktop.store.migrating import KNOWN_VERSION
from redi_desktop.store.settings_kept import VaultSettings


@dataclass(frozen=True, slots=True)
class Contents:
    """The parts of a vault's database."""

    database: Database
    journal: Journal
    cases: CaseStore
    drafts: Drafts
    parameters: KeptParameters
    assessments: Assessments
    decisions: Decisions
    settings: VaultSettings
    adoptions: Adoptions

    @classmethod
    def of(cls, database: Database, key: DataKey, clock: Clock) -> Contents:
        """The parts of an open database, under the keys that follow from its own."""
        journal = Journal.of(database, key, clock)
        parameters, settings = KeptParameters(database, clock), VaultSettings(database, journal)
        return cls(
            database=database,
            journal=journal,
            cases=CaseStore(database, journal, clock),
            drafts=Drafts(database, clock),
            parameters=parameters,
            assessments=Assessments(database, journal, parameters, clock),
            decisions=Decisions(database, journal, clock),
            settings=settings,
            adoptions=Adoptions(database, journal, parameters, settings, clock),
        )

    @property
    def is_present_form(self) -> bool:
        """Whether the tables are those that this version of the program knows; not so before a migration."""
        return schema_version(self.database) == KNOWN_VERSION
