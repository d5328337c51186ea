"""The one window of the program: the unlock screen, or the cases of the vault that it opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from redi_desktop import i18n, paths
from redi_desktop.errors import UserError
from redi_desktop.settings import Settings
from redi_desktop.ui.dressing import Dressing
from redi_desktop.ui.entrance.form import Way
from redi_desktop.ui.locking.closing import finished
from redi_desktop.ui.locking.idle_watch import IdleWatch
from redi_desktop.ui.locking.leaving import Leaving, Wait
from redi_desktop.ui.locking.letting_go import let_go_of
from redi_desktop.ui.locking.session_watch import SessionWatch
from redi_desktop.ui.locking.traces import clear_clipboard, close_other_windows, forget_picture, hide_from_capture
from redi_desktop.ui.once import once_after
from redi_desktop.ui.qt_words import QtWords
from redi_desktop.ui.taking_out import take_out
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.unlock import UnlockScreen
from redi_desktop.ui.window_place import focus_again, restore_geometry, written_geometry

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.case_in_sight import LeftOpen
    from redi_desktop.ui.locking.outcomes import Outcomes
    from redi_desktop.ui.main_window import MainWindow
    from redi_desktop.ui.manual.manual_page import ManualPage


SOON_OVER = 250
"""Milliseconds in which the last save of nearly every lock has ended."""


class ProgramWindow(QStackedWidget):
    """Unlocks, shows, locks, and closes only when everything is in the vault.

    ``unlocking`` comes before anything of an open vault is made, ``locked`` when all of it is gone.
    """

    bug_happened = Signal()
    unlocking = Signal()
    locked = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._tasks = Tasks(self)
        self._qt_words = QtWords()
        self._qt_words.speak(i18n.language())
        self._vault: Vault | None = None
        self._closed = self._wants_backup = False
        self._left: LeftOpen | None = None
        self._before_lock: QWidget | None = None
        self._outcomes: Outcomes | None = None
        self._before_manual: QWidget | None = None
        self.main: MainWindow | None = None
        self._manual: ManualPage | None = None
        self.setWindowTitle("REDI Desktop")
        self.setWindowIcon(QIcon(str(paths.resource("icons", "redi-256.png"))))
        self.unlock = UnlockScreen(services, self._tasks, self)
        self.unlock.opened.connect(self._on_opened)
        self.unlock.language_chosen.connect(self.speak)
        self.unlock.manual_asked.connect(self.show_manual)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, self.show_manual)
        self.addWidget(self.unlock)
        self.bug_happened.connect(self._on_bug)
        self._leaving = Leaving(self._tasks, self)
        self._leaving.waits.connect(self._on_waits)
        self._leaving.over.connect(self._on_over)
        self._out_of_reach = once_after(SOON_OVER, self._put_out_of_reach, self)
        self._idle, self._session = IdleWatch(self), SessionWatch(self)
        self._idle.idle.connect(self.lock)
        self._session.away.connect(self.lock)
        self.dressing = Dressing(services, self._let_go, self)
        self.dressing.dressed.connect(self._on_dressed)
        restore_geometry(self, services.settings.window_geometry)
        self.unlock.focus_first()

    def speak(self, code: str) -> None:
        """Change the language of the window, in place, and remember it."""
        i18n.set_language(code)
        self._qt_words.speak(code)
        # The window says everything again itself, and no dialog is open meanwhile: Qt would visit a thousand widgets.
        for told in (*QApplication.topLevelWidgets(), *QGuiApplication.topLevelWindows()):
            QCoreApplication.removePostedEvents(told, QEvent.Type.LanguageChange.value)
        self.unlock.retranslate()
        for part in (self.main, self._manual):
            if part is not None:
                part.retranslate()
        self._keep(language=code)

    def show_manual(self) -> None:
        """Open the manual, at the page where one is; also before the vault is open."""
        if self._manual is None:
            from redi_desktop.ui.manual.manual_page import ManualPage

            self._manual = ManualPage(self)
            self._manual.closed.connect(self._leave_manual)
            self._manual.language_chosen.connect(self.speak)
            self._manual.tour_asked.connect(self._on_tour_asked)
            self.addWidget(self._manual)
        if self.currentWidget() is not self._manual:
            self._before_manual = QApplication.focusWidget()
            main = None if self.is_covered else self.main
            self._manual.offer_tour(main is not None)
            self.setCurrentWidget(self._manual)
            self._manual.open(main.open_step() if main is not None else "")
            self._manual.contents.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_manual(self) -> None:
        """Back to where one was, and to the field in which one typed."""
        self.setCurrentWidget(self.unlock if self.main is None or self.is_covered else self.main)
        before, self._before_manual = self._before_manual, None
        focus_again(before)

    def _on_tour_asked(self) -> None:
        self._leave_manual()
        if self.main is not None and not self.is_covered:
            self.main.begin_tour()

    def lock(self) -> None:
        """Hide everything, save, close the vault and ask for the passphrase; nothing of it holds the window up.

        While a save has not succeeded or work that was begun is under way, the vault stays open behind the screen that
        asks for the passphrase, so that nothing is lost; it is closed as soon as that is over. What was open is
        remembered for this window alone, so that one types on after unlocking.
        """
        if self.unlock.waiting is not None:
            self._tasks.on_store(self.unlock.waiting.close)
            self._show_unlock()
        main = self.main
        if main is None or self.is_covered:
            self.unlock.forget()
            return
        # Imported here: before a vault was opened nobody needs it.
        from redi_desktop.ui.locking.outcomes import Outcomes

        self._before_lock = QApplication.focusWidget()
        self._show_unlock()
        self._outcomes = Outcomes(main)
        main.warming.stop()
        self._leaving.begin(main.unsaved)

    @property
    def is_covered(self) -> bool:
        """Whether the vault is open behind the screen that asks for the passphrase."""
        return self._leaving.is_under_way

    def _on_waits(self, wait: Wait) -> None:
        """The vault is open for a while yet: the screen says why, and takes the passphrase meanwhile."""
        if self.main is None or self._vault is None:
            return
        self.unlock.cover(self._vault, wait, self._leaving.problem)
        if wait is Wait.TROUBLE:
            self._put_out_of_reach()
        elif not self._out_of_reach.isActive():
            self._out_of_reach.start()

    def _put_out_of_reach(self) -> None:
        """Assistive technology cannot read the hidden window either. Qt dresses all of it anew for that."""
        self._out_of_reach.stop()
        if self.main is not None and self.is_covered and self.indexOf(self.main) >= 0:
            self.removeWidget(self.main)
            self.main.setParent(None)

    def _on_over(self) -> None:
        """Nothing needs the vault any more."""
        main, self.main = self.main, None
        if main is None:
            return
        self._left = main.left_open(self._outcomes.words() if self._outcomes is not None else "")
        self._outcomes = self._before_lock = None
        main.rest()
        self._close_vault()
        self._out_of_reach.stop()
        if self.indexOf(main) >= 0:
            take_out(self, main)
        let_go_of(main, self).done.connect(self.locked)
        self.unlock.release()
        if self._wants_backup:
            self._wants_backup, self._left = False, None
            self.unlock.take(Way.RESTORE)

    def _uncover(self, main: MainWindow) -> None:
        """The passphrase was typed before the vault was closed: show what was hidden, and try to save it again."""
        self._leaving.stop()
        self._out_of_reach.stop()
        self._outcomes, self._wants_backup = None, False
        self.addWidget(main)
        self.setCurrentWidget(main)
        self.unlock.begin()
        before, self._before_lock = self._before_lock, None
        focus_again(before)
        main.unsaved.keep()

    def _show_unlock(self) -> None:
        self.unlock.begin()
        self.setCurrentWidget(self.unlock)
        close_other_windows(self)
        clear_clipboard()
        self._drop_manual()
        forget_picture(self)

    def _drop_manual(self) -> None:
        """What was looked for in the manual tells something too."""
        manual, self._manual = self._manual, None
        self._before_manual = None
        if manual is not None:
            take_out(self, manual)
            manual.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing typed is lost: the window stays where the last save fails, and is out of sight while it lasts."""
        problem = finished(self, self.main, self._tasks) if self.main is not None else None
        if problem is not None:
            self.unlock.notice.tell(problem)
            event.ignore()
            return
        if self.main is not None:
            self._leaving.stop()
            self.addWidget(self.main)  # it ends with the window, also where it was taken out behind the lock
            self.main.rest()
        self._keep(window_geometry=written_geometry(self))
        self.hide()
        if self.unlock.waiting is not None:
            self._tasks.on_store(self.unlock.waiting.close)
        self._close_vault()
        clear_clipboard()
        self._closed = True
        self._tasks.close()
        event.accept()

    def _on_opened(self, vault: Vault) -> None:
        # Imported here: the unlock window is painted sooner without it.
        from redi_desktop.ui.main_window import MainWindow

        if self._closed:  # the window was closed while the key was being made
            return
        if self.main is not None:
            self._uncover(self.main)
            return
        self._vault = vault
        self._keep(vault_folder=str(vault.folder))
        self.unlocking.emit()
        self.main = MainWindow(vault, self._services, self._tasks, self)
        self.main.language_chosen.connect(self.speak)
        self.main.lock_asked.connect(self.lock)
        self.main.list_shown.connect(self._on_list_shown)
        self.main.settings_changed.connect(self._on_settings_changed)
        self.main.restore_asked.connect(self._on_restore_asked)
        self.main.manual_asked.connect(self.show_manual)
        self.addWidget(self.main)
        self.setCurrentWidget(self.main)
        self.main.cases.search.setFocus()
        window = self.windowHandle()
        if window is not None:  # from now on there is something to lock when the system says so
            self._session.begin(window)
        left, self._left = self._left, None
        if left is not None and left.vault == vault.id:
            self.main.resume(left)

    def showEvent(self, event: QShowEvent) -> None:
        """The window exists for the system now."""
        super().showEvent(event)
        hide_from_capture(self)
        window = self.windowHandle()
        if window is not None:
            self._idle.watch(window)
        self._idle.start(self._services.settings.idle_minutes)

    def _close_vault(self) -> None:
        vault, self._vault = self._vault, None
        if vault is not None:
            self._tasks.on_store(vault.close)

    def _let_go(self) -> Iterator[None]:
        return self.main.let_go() if self.main is not None else iter(())

    def _on_dressed(self) -> None:
        if self.main is not None:
            self.main.warming.begin()

    def _keep(self, **changes: object) -> None:
        settings: Settings = replace(self._services.settings, **changes)  # type: ignore[arg-type]
        try:
            self._services.keep(settings)
        except UserError as problem:
            self._tell(problem)

    def _tell(self, problem: UserError) -> None:
        notice = self.unlock.notice if self.main is None or self.is_covered else self.main.notice
        notice.tell(problem)

    def _on_list_shown(self, shown: bool) -> None:
        self._keep(case_list_shown=shown)

    def _on_settings_changed(self, changes: dict[str, object]) -> None:
        """Keep the settings, and let the window follow at once."""
        before = self._services.settings
        self._keep(**changes)
        settings = self._services.settings
        if (settings.theme, settings.text_scale) != (before.theme, before.text_scale):
            self.dressing.begin()
        if "idle_minutes" in changes:
            self._idle.start(settings.idle_minutes)

    def _on_restore_asked(self) -> None:
        """Lock, and turn to the screen where a backup is restored; the case that was open may not be in it."""
        self._wants_backup = True
        self.lock()

    def _on_bug(self) -> None:
        self._tell(UserError("unexpected"))
