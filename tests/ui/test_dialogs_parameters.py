"""The room of the parameters at 200 % of text, in words twice as long: nothing is cut, and everything has its name."""

from __future__ import annotations

from redi_desktop.packs.parcel import Role
from redi_desktop.ui.parameters.role_words import Corner
from tests.ui.test_dialogs_at_any_size import doubled, faults, made, window
from tools.scenes_dialogs import ask_for_dearer_price

PATIENCE = 20_000
OF_THE_PACK = "not in the catalogues"
SIDEWAYS = "scrolls sideways"
"""Tables with many columns may; their search and their forms are the other way to what stands there."""


def test_every_corner_and_a_new_version_can_be_read_and_named_at_any_size(qtbot, window):
    main = window.main
    main.navigation.show_parameters()
    room = main.asides.parameters()
    qtbot.waitUntil(lambda: room.state is not None, timeout=PATIENCE)
    found = []
    for corner in Corner:
        room.show_corner(corner)
        qtbot.waitUntil(lambda: room.growing.is_done)
        if corner is Corner.LOOK:
            room.looking.table.selectRow(3)
        if corner is Corner.MAKE:
            room.making.role.set_value(Role.LEGAL)
            room.making.role.edited.emit()
            room.making.begin()
        found += faults(corner.value, room)
    ask_for_dearer_price(room)
    qtbot.waitUntil(lambda: room.new._found is not None, timeout=PATIENCE)
    found += faults("new", room)
    found = [fault for fault in found if OF_THE_PACK not in fault and SIDEWAYS not in fault]
    assert not found, "\n".join(found)


__all__ = ["doubled", "made", "window"]
