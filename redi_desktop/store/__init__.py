"""The vault: one folder with the worker's cases in an encrypted database.

:class:`~redi_desktop.store.vault.Vault` is its one door.

::

    vault.py            make, open, verify and close a vault; change its passphrase
    cases.py            list, find, load, save and erase cases      case_record.py   a case as its rows hold it
    journal.py          what was done, in a chain of HMACs          search_words.py  names without their accents
    creation.py         the files of a new vault, in an order that a kill cannot spoil
    verification.py     the full check                              faults.py        what it can find
    key_file.py         keys.json and its copy                      keys.py          the data key, wrapped and unwrapped
    key_cost.py         how much work a passphrase costs            lock.py          one window at a time
    connection.py       the one connection and its settings         database_file.py what can be told without the key
    migrating.py        brings older databases up to date           migrations/      the steps, a file each
    durable_files.py    whole or not at all                         failures.py      what disk and database say
    layout.py           the names of the files                      places.py        folders that are a bad place
    clock.py            the time, handed in

What the user can be told, by class of :mod:`redi_desktop.errors`; the values fill the sentence:

=====================  ===========================  ==================================================================
class                  code (values)                meaning
=====================  ===========================  ==================================================================
VaultMissing           vault_missing (folder)       no vault in that folder, nor anything of one
VaultMissing           database_missing (file)      the keys are there, the database is not
VaultMissing           key_file_missing (file)      the database is there, the key file and its copy are not
NotAVault              database_not_encrypted       the database is a plain SQLite file, not ours
NotAVault              database_foreign             the database file is text or another kind of file
NotAVault              database_of_another_program  the key opens it, but another program wrote it
NotAVault              key_file_foreign             the key file is the JSON of another program
WrongPassphrase        wrong_passphrase             the key file is sound and this passphrase does not open it
KeyFileDamaged         key_file_damaged             neither the key file nor its copy can be read
KeyFileDamaged         key_cost_out_of_range        the key file asks for more or less work than a vault may
VaultDamaged           database_empty               the database has no byte in it
VaultDamaged           database_truncated           the database is shorter than its first page
VaultDamaged           database_damaged             the right key does not open it, or a page of it cannot be read
VaultDamaged           database_setting_refused     the database refuses a setting that keeps saves safe
                       (setting)
VaultNewer             vault_newer (found, known)   a newer version of the program has changed the vault; whole numbers
VaultNewer             key_file_newer (found,       a newer version has written the key file; names of forms
                       known)
VaultNewer             case_newer (found, known)    a newer version has saved this case; names of forms
VaultBusy              vault_busy (user, machine,   another window holds the vault; ``since`` is a datetime in UTC
                       since)
VaultBusy              vault_busy_elsewhere         something holds the vault and does not say who
StorageFailed          disk_full                    no room left; what was saved before stands
StorageFailed          read_only                    the folder or a file of it may not be written (or read)
StorageFailed          io                           the disk does not answer as it should
VaultError             vault_exists (folder)        a vault is to be made where one stands
VaultError             passphrase_empty             a passphrase of no character
VaultError             memory_short (mebibytes)     the key derivation does not get the memory it needs
VaultError             encryption_missing           this installation's database library has no encryption
VaultError             case_missing                 no case of that identifier
VaultError             case_changed_meanwhile       the case was saved elsewhere since it was loaded
CaseError              character_not_storable       a text holds half a character (a lone surrogate)
CaseError              case_too_large (bytes)       the case is larger than what can be read again
=====================  ===========================  ==================================================================

Saving also raises what :mod:`redi_desktop.casefile.json_form` says of a case that could not be read again.
"""
