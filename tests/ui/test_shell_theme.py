"""The look: readable in every palette, at every size of text, and set in one place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from redi_desktop.paths import resource
from redi_desktop.report.colours import contrast
from redi_desktop.ui import icons, theme
from redi_desktop.ui.colours import CONTRAST, DARK, LIGHT, current_colours
from redi_desktop.ui.step_button import SIGNS
from tests.ui.shell_at_work import cheap_services, make_vault, program, unlock

PALETTES = pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=lambda colours: colours.name)


@pytest.fixture(autouse=True)
def light_afterwards(qapp):
    yield
    theme.apply_theme(qapp, "light", 100)


@PALETTES
def test_every_text_can_be_read_on_every_ground_it_stands_on(colours):
    for ground in (colours.ground, colours.card):
        for ink in (colours.text, colours.quiet, colours.accent, colours.brick, colours.amber):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    for ink, ground in (
        (colours.on_accent, colours.accent),
        (colours.on_accent, colours.accent_hover),
        (colours.text, colours.accent_soft),
        (colours.quiet, colours.accent_soft),
        (colours.accent, colours.accent_soft),
        (colours.text, colours.amber_soft),
        (colours.amber, colours.amber_soft),
        (colours.text, colours.brick_soft),
        (colours.quiet, colours.off_ground),
    ):
        assert contrast(ink, ground) >= 4.5, (ink, ground)


@PALETTES
def test_the_frame_of_every_control_can_be_seen(colours):
    for ground in (colours.ground, colours.card):
        assert contrast(colours.border, ground) >= 3
        assert contrast(colours.off, ground) >= 3
        assert contrast(colours.accent, ground) >= 3


@pytest.mark.parametrize(("name", "colours"), [("light", LIGHT), ("dark", DARK), ("contrast", CONTRAST)])
def test_a_theme_is_chosen_by_its_name(qapp, name, colours):
    theme.apply_theme(qapp, name)
    assert current_colours() is colours


def test_the_system_says_which_palette_where_nothing_is_chosen(qapp):
    theme.apply_theme(qapp)
    assert current_colours() in (LIGHT, DARK)


def test_the_text_scale_is_one_number_for_every_text(qapp, qtbot):
    theme.load_fonts()
    title, help_text = QLabel("Title"), QLabel("Help")
    for label, role in ((title, "title"), (help_text, "help")):
        qtbot.addWidget(label)
        theme.set_role(label, role)
    sizes = {}
    for scale in (100, 200):
        theme.apply_theme(qapp, "light", scale)
        for label in (title, help_text):
            label.ensurePolished()
        sizes[scale] = [QGuiApplication.font().pointSizeF(), title.font().pointSizeF(), help_text.font().pointSizeF()]
    assert sizes[100] == [10.5, 15.0, 9.5]
    assert sizes[200] == [21.0, 30.0, 19.0]


def test_the_font_is_the_one_that_comes_with_the_program(qapp):
    theme.load_fonts()
    assert QFontInfo(theme.body_font()).family() == "Noto Sans"


@PALETTES
def test_icons_are_drawn_in_the_colour_of_the_text_beside_them(qapp, colours):
    picture = icons.pixmap("check", colours.text, 32).toImage()
    drawn = {
        picture.pixelColor(x, y).name() for x in range(32) for y in range(32) if picture.pixelColor(x, y).alpha() == 255
    }
    assert drawn == {colours.text}


@pytest.mark.parametrize("name", SIGNS.values())
def test_a_sign_has_one_colour_so_that_its_tick_is_seen_on_any(name):
    assert "#" not in resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def test_the_colours_follow_the_desktop_until_others_are_chosen(qtbot, qapp, tmp_path, monkeypatch):
    made = cheap_services(tmp_path)
    with program(qtbot, made) as window:
        monkeypatch.setattr(theme, "system_colours", lambda: CONTRAST)
        with qtbot.waitSignal(window.dressing.dressed):
            window.dressing.as_system()
        assert current_colours() is CONTRAST
        made.settings = replace(made.settings, theme="dark")
        theme.apply_theme(qapp, "dark", 100)
        window.dressing.as_system()
        assert current_colours() is DARK


def test_a_window_dressed_anew_looks_to_the_pixel_like_one_made_so(qtbot, qapp, tmp_path):
    made = cheap_services(tmp_path)
    with program(qtbot, made) as window:
        make_vault(qtbot, window).navigation.show_settings()
        window.dressing.begin()
        made.settings = replace(made.settings, theme="dark", text_scale=150)
        with qtbot.waitSignal(window.dressing.dressed):
            window.dressing.begin()
        dressed = settled(qtbot, window)
    with program(qtbot, made) as window:
        unlock(qtbot, window)
        assert window.main is not None
        window.main.navigation.show_settings()
        assert settled(qtbot, window) == dressed


def settled(qtbot, window):
    """What the window shows when nothing in it grows any more, and how long the page is."""
    page = window.main.asides.settings()
    qtbot.waitUntil(lambda: page.growing.is_done)
    QApplication.processEvents()
    return page.widget().height(), window.grab().toImage()
