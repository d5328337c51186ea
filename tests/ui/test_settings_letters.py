"""The texts of the documents: copied to be edited, taken from a folder, refused with the place of a fault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redi_desktop import i18n
from redi_desktop.settings import Settings
from redi_desktop.ui.settings.letters import LettersSection


@pytest.fixture
def section(qtbot):
    i18n.set_language("en")
    section = LettersSection()
    qtbot.addWidget(section)
    section.retranslate()
    section.apply(Settings())
    section.changed.connect(lambda change: section.apply(replace(Settings(), **change)))
    return section


def test_they_are_copied_edited_and_used(section, qtbot, tmp_path):
    with qtbot.waitSignal(section.changed) as changed:
        section.copy_to(tmp_path)
    assert changed.args == [{"letters_folder": str(tmp_path)}]
    texts = tmp_path / "en.toml"
    texts.write_text(texts.read_text(encoding="utf-8").replace('version = "', 'version = "namur-', 1), encoding="utf-8")
    section.use(tmp_path)
    assert "namur-" in section._in_use.text()
    section.copy_to(tmp_path)
    assert "namur-" in texts.read_text(encoding="utf-8")
    section.own.click()
    assert "namur-" not in section._in_use.text()
    assert not section.own.isEnabled()


@pytest.mark.parametrize("content", [None, "format = ", 'format = "redi-letters/1"'])
def test_a_fault_is_said_and_nothing_changes(section, qtbot, tmp_path, content):
    if content is not None:
        (tmp_path / "fr.toml").write_text(content, encoding="utf-8")
    with qtbot.assertNotEmitted(section.changed):
        section.use(tmp_path)
    assert section.notice.text()
