"""The vault: one folder with the worker's cases in an encrypted database.

:class:`~redi_desktop.store.vault.Vault` is its one door.

::

    vault.py              make, open, verify, renew and close a vault
    opening.py            the order of opening                       unlocking.py         which key opens it
    opened.py             what an open vault consists of             contents.py          what its database holds
    creation.py           the files of a new vault, in an order that a kill cannot spoil
    cases.py              list, open, save, close and erase cases    search_words.py      names without their accents
    case_record.py        a case as its rows hold it                 case_rows.py         those rows
    case_past.py          earlier states, for undo                   drafts.py            half-typed texts
    assessments.py        frozen results                             decisions.py         what was decided
    kept_parameters.py    packs and policies in the vault            used_parameters.py   which of them a result used
    recomputing.py        a frozen result computed again             frozen_rows.py       what never changes
    journal.py            what was done, in a chain of HMACs         acts.py              what can be done
    journal_keys.py       its keys                                   journal_pruning.py   its oldest rows go
    retention.py          closed cases and when they are due         settings_kept.py     what the CPAS has chosen
    access_export.py      everything about a person                  handover.py          one case for a colleague
    handover_parcel.py    what is in it                              verification.py      the full check
    faults.py             what it can find                           backups.py           made, rotated, copied
    backup_manifest.py    what a backup says of itself               backup_rotation.py   which are kept
    restoring.py          a backup in the vault's place              replacing.py         and what it replaces
    renewing.py           a new data key                             recovery.py          the key on paper
    ways_in.py            another passphrase, a sheet tried out
    passphrases.py        seven words                                passphrase_strength.py, passphrase_patterns.py
    key_file.py           keys.json and its copy                     keys.py              the data key, wrapped
    key_cost.py           how much work a passphrase costs           lock.py              one window at a time
    connection.py         the one connection and its settings        database_file.py     what is told without the key
    migrating.py          brings older databases up to date          migrations/          the steps, a file each
    layout.py             the names of the files                     places.py            folders that are a bad place
    failures.py           what disk and database say                 clock.py             the time, handed in

What the user can be told, by class of :mod:`redi_desktop.errors`; the values fill the sentence that
:mod:`redi_desktop.words.vault_sentences` has for each code:

=====================  ============================  =================================================================
class                  code (values)                 meaning
=====================  ============================  =================================================================
VaultMissing           vault_missing (folder)        no vault in that folder, nor anything of one
VaultMissing           database_missing (file)       the keys are there, the database is not
VaultMissing           key_file_missing (file)       the database is there, the key file and its copy are not
VaultMissing           handover_missing (file)       no handover file there
NotAVault              database_not_encrypted        the database is a plain SQLite file, not ours
NotAVault              database_foreign              the database file is text or another kind of file
NotAVault              database_of_another_program   the key opens it, but another program wrote it
NotAVault              key_file_foreign              the key file is the JSON of another program
NotAVault              handover_foreign (file)       the file is no handover
WrongPassphrase        wrong_passphrase              the key file is sound and this passphrase does not open it
WrongPassphrase        handover_passphrase_wrong     the handover file is whole and this passphrase does not open it
KeyFileDamaged         key_file_damaged              neither the key file nor its copy can be read
KeyFileDamaged         key_cost_out_of_range         the key file asks for more or less work than a vault may
VaultDamaged           database_empty                the database has no byte in it
VaultDamaged           database_truncated            the database is shorter than its first page
VaultDamaged           database_damaged              the right key does not open it, or a page of it cannot be read
VaultDamaged           database_setting_refused      the database refuses a setting that keeps saves safe
                       (setting)
VaultDamaged           backup_damaged (name)         the backup is not what its manifest vouches for
VaultDamaged           backup_not_verified           the copy that was being made did not pass its check
VaultDamaged           pack_kept_damaged             the parameters in the vault are not those of that fingerprint
                       (fingerprint)
VaultDamaged           journal_broken                the journal's chain does not hold, so it is not shortened
VaultDamaged           handover_damaged (file)       the handover file is not what was written
VaultNewer             vault_newer (found, known)    a newer version has changed the vault: it is open for reading
VaultNewer             vault_newer_unreadable        the same, and this version cannot read what it made
                       (found, known)
VaultNewer             key_file_newer (found,        a newer version has written the key file; names of forms
                       known)
VaultNewer             case_newer (found, known)     a newer version has saved this case; names of forms
VaultNewer             backup_newer (name)           a newer version has made the backup
VaultNewer             handover_newer (file)         a newer version has written the handover file
VaultBusy              vault_busy (user, machine,    another window holds the vault; ``since`` is a datetime in UTC
                       since)
VaultBusy              vault_busy_elsewhere          something holds the vault and does not say who
StorageFailed          disk_full                     no room left; what was saved before stands
StorageFailed          read_only                     the folder or a file of it may not be written (or read)
StorageFailed          io                            the disk does not answer as it should
VaultError             vault_exists (folder)         a vault is to be made where one stands
VaultError             folder_is_backup (folder)     the folder is a backup: it is restored, not worked in
VaultError             passphrase_empty              a passphrase of no character
VaultError             memory_short (mebibytes)      the key derivation does not get the memory it needs
VaultError             encryption_missing            this installation's database library has no encryption
VaultError             case_missing                  no case of that identifier
VaultError             case_changed_meanwhile        the case was saved elsewhere since it was loaded
VaultError             assessment_missing            no frozen result of that identifier, or not of that case
VaultError             pack_not_kept (fingerprint)   the vault does not hold these parameters
VaultError             retention_out_of_range        so many months are no choice
                       (least, most)
VaultError             recovery_incomplete (found,   fewer or more characters than a sheet has
                       expected)
VaultError             recovery_character            a character that stands on no sheet
                       (character, group)
VaultError             recovery_group_wrong (group)  this group does not fit its own check
VaultError             recovery_code_wrong           every group fits, and they do not belong together
VaultError             recovery_newer                a newer version has made the sheet
VaultError             recovery_of_another_vault     the sheet is of another vault
VaultError             recovery_does_not_open        the sheet is of this vault and does not open it
VaultError             backup_missing (folder)       no backup in that folder
VaultError             backup_of_another_vault       the backup is of another vault
                       (name)
VaultError             backup_place_bad              a copy inside the vault's own folder is no copy
VaultError             backup_place_missing          the folder for the copy is not there
                       (folder)
VaultError             adoption_reason_missing       parameters are not adopted without a reason
VaultError             handover_too_large            the handover file, or what it unfolds to, is too large
                       (mebibytes, most)
VaultError             handover_agreement_missing    nothing was said of how the person agreed
CaseError              character_not_storable        a text holds half a character (a lone surrogate)
CaseError              case_too_large (bytes)        the case is larger than what can be read again
=====================  ============================  =================================================================

Saving also raises what :mod:`redi_desktop.casefile.json_form` says of a case that could not be read again.
"""
