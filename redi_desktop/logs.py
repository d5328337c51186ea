"""The local log: what happened to the program, never to whom.

A line is JSON with these fields and no others::

    {"time": "2026-11-21T19:08:01+01:00", "level": "WARNING", "logger": "redi_desktop.settings",
     "event": "settings_damaged", "exceptions": ["ValueError"], "frames": ["settings.py:88:_read"]}

A message is an event code, a fixed word with underscores (``log.warning("settings_damaged")``). Anything else is
dropped: arguments, extra fields, the messages of exceptions and the values of variables could hold what is known of a
person. Of a traceback only the frames of our own code are kept. The log is two files of one megabyte at most, readable
by this user alone, and goes nowhere by itself.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

FILE_NAME = "redi-desktop.log"
OLDER_NAME = "redi-desktop.1.log"
LARGEST_FILE = 1_000_000
MOST_FRAMES = 30
MOST_EXCEPTIONS = 5
_EVENT = re.compile(r"[a-z]+(?:_[a-z0-9]+)+")
_NAME = re.compile(r"[A-Za-z0-9_.]{1,80}")
_log = logging.getLogger(__name__)
_ours = logging.getLogger(__name__.partition(".")[0])


def install(log_dir: Path) -> Path | None:
    """Send every log line of the program to ``log_dir``; the path of the log, or None where it cannot be written.

    Being called again replaces the former log. The program runs without a log rather than not at all.
    """
    uninstall()
    path = log_dir / FILE_NAME
    try:
        log_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = _BoundedFile(path)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(BareFormatter())
    handler.set_name(_HANDLER_NAME)
    logging.getLogger().addHandler(handler)
    _ours.setLevel(logging.INFO)
    return path if isinstance(handler, _BoundedFile) else None


def uninstall() -> None:
    """Close the log that :func:`install` opened, if any."""
    root = logging.getLogger()
    _ours.setLevel(logging.NOTSET)
    for handler in [handler for handler in root.handlers if handler.get_name() == _HANDLER_NAME]:
        root.removeHandler(handler)
        handler.close()


def catch_bugs(tell: Callable[[], None] | None = None) -> None:
    """Log every exception that nobody handled, in any thread, then call ``tell`` so that the window can say so.

    ``tell`` is called in the thread where the bug is. The error stream gets the same bare lines as the log, for the
    messages of exceptions can hold what was typed; ``python -X dev`` shows the whole traceback.
    """

    def on_bug(kind: type[BaseException], bug: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(KeyboardInterrupt, bug or KeyboardInterrupt(), trace)
            return
        _report(kind, bug, trace)
        if tell:
            _call(tell)

    def on_thread_bug(args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit:
            on_bug(args.exc_type, args.exc_value, args.exc_traceback)

    def on_unraisable(args: sys.UnraisableHookArgs) -> None:
        on_bug(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = on_bug
    threading.excepthook = on_thread_bug
    sys.unraisablehook = on_unraisable


class BareFormatter(logging.Formatter):
    """Writes the allowed fields of a record, and nothing that was handed in from outside the code."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="seconds"),
            "level": record.levelname if record.levelname in _LEVELS else "OTHER",
            "logger": record.name if _NAME.fullmatch(record.name) else "other",
            "event": _event(record.msg),
        }
        if isinstance(record.exc_info, tuple) and record.exc_info[0] is not None:
            line |= described(record.exc_info[0], record.exc_info[1])
        return json.dumps(line)


def described(kind: type[BaseException], bug: BaseException | None) -> dict[str, object]:
    """An exception without its words: its type, those of its causes, and the frames of our own code, causes first."""
    chain = list(_chain(bug))
    frames = [frame for link in reversed(chain) for frame in _own_frames(link.__traceback__)]
    return {
        "exceptions": [_type_name(type(link)) for link in chain] or [_type_name(kind)],
        "frames": frames[-MOST_FRAMES:],
    }


class _BoundedFile(logging.FileHandler):
    """A log that becomes the older log when it is full, and is readable by its owner alone from the first byte.

    Made here because ``logging.handlers`` brings in the network modules that this program does without.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8")

    def emit(self, record: logging.LogRecord) -> None:
        """Write the line, to a new file where the present one is full; without a word where the disk refuses."""
        with suppress(OSError):
            if self.stream is not None and os.fstat(self.stream.fileno()).st_size >= LARGEST_FILE:
                self.stream.close()
                self.stream = None  # opened again by the line that follows
                _make_room(Path(self.baseFilename))
            super().emit(record)

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        Path(self.baseFilename).chmod(0o600)
        return os.fdopen(descriptor, "a", encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is logging's
        """Say nothing: logging's own way out prints the message and its arguments to the error stream."""


def _make_room(full: Path) -> None:
    try:
        full.replace(full.with_name(OLDER_NAME))
    except OSError:  # Windows, while a second process writes to it
        os.truncate(full, 0)


_HANDLER_NAME = "the local log of REDI Desktop"
_LEVELS = frozenset({"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"})
# What the compiler calls this folder: a path in a checkout, relative in a frozen program.
_PACKAGE_FOLDER = install.__code__.co_filename.removesuffix("logs.py")


def _report(kind: type[BaseException], bug: BaseException | None, trace: TracebackType | None) -> None:
    _log.critical("unhandled_bug", exc_info=(kind, bug, trace) if bug else None)
    if sys.flags.dev_mode and bug:
        sys.__excepthook__(kind, bug, trace)
    elif sys.stderr is not None:
        sys.stderr.write(json.dumps(described(kind, bug)) + "\n")


def _call(tell: Callable[[], None]) -> None:
    """A failing ``tell`` must not make Python print both exceptions with their words."""
    try:
        tell()
    except Exception:
        _log.exception("bug_not_told")


def _event(message: object) -> str:
    """The message where it is an event code, else only that there was one."""
    return message if isinstance(message, str) and len(message) <= 60 and _EVENT.fullmatch(message) else "other"


def _type_name(kind: type[BaseException]) -> str:
    name = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.").replace(".<locals>", "")
    return name if _NAME.fullmatch(name) else "other"


def _chain(link: BaseException | None) -> Iterator[BaseException]:
    for _ in range(MOST_EXCEPTIONS):
        if link is None:
            return
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _own_frames(trace: TracebackType | None) -> Iterator[str]:
    """``store/keys.py:120:open_vault`` for each frame of this package: no path of this machine, no value."""
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename.startswith(_PACKAGE_FOLDER):
            file = code.co_filename.removeprefix(_PACKAGE_FOLDER).replace("\\", "/")
            yield f"{file}:{trace.tb_lineno}:{code.co_qualname}"
        trace = trace.tb_next
