"""The local log: what happened to the program, never to whom.

A line is JSON with these fields and no others::

    {"time": "2026-11-21T19:08:01+01:00", "level": "WARNING", "logger": "redi_desktop.settings",
     "event": "settings_damaged", "exceptions": ["ValueError"], "frames": ["settings.py:88:_read"]}

A message is an event code, a fixed word with underscores (``log.warning("settings_damaged")``); anything else, arguments,
extra fields, the messages of exceptions and the values of variables are dropped, because they could hold what is known of a
person. Of a traceback only the frames of our own code are kept. The log is two files of one megabyte at most, readable by
this user alone, and goes nowhere by itself.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILE_NAME = "redi-desktop.log"
LARGEST_FILE = 1_000_000
OLDER_FILES = 1
MOST_FRAMES = 30
MOST_EXCEPTIONS = 5
_PACKAGE = __name__.partition(".")[0]
_EVENT = re.compile(r"[a-z]+(?:_[a-z0-9]+)+")
_NAME = re.compile(r"[A-Za-z0-9_.]{1,80}")
_log = logging.getLogger(__name__)


def install(log_dir: Path) -> Path | None:
    """Send every log line of the program to ``log_dir``; the path of the log, or None where it cannot be written.

    Being called again replaces the former log. The program runs without a log rather than not at all.
    """
    uninstall()
    path = log_dir / FILE_NAME
    try:
        log_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = _PrivateRotatingFile(path)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(BareFormatter())
    handler.set_name(_HANDLER_NAME)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path if isinstance(handler, _PrivateRotatingFile) else None


def uninstall() -> None:
    """Close the log that :func:`install` opened, if any."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if handler.get_name() == _HANDLER_NAME]:
        root.removeHandler(handler)
        handler.close()


def catch_bugs(tell: Callable[[], None] | None = None) -> None:
    """Log every exception that nobody handled, in any thread, then call ``tell`` so that the window can say so.

    ``tell`` is called in the thread where the bug is. The error stream gets the same bare lines as the log, for messages of
    exceptions can hold what was typed; ``python -X dev`` shows the whole traceback.
    """

    def on_bug(kind: type[BaseException], bug: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug or kind(), trace)
            return
        _report(kind, bug, trace)
        if tell:
            tell()

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
        if isinstance(record.exc_info, tuple) and record.exc_info[1] is not None:
            line |= described(record.exc_info[1])
        return json.dumps(line)


def described(bug: BaseException) -> dict[str, object]:
    """An exception without its words: the types, outermost first, and where in our own code the first cause was raised."""
    chain = list(_chain(bug))
    frames = [frame for link in reversed(chain) for frame in _own_frames(link.__traceback__)]
    return {"exceptions": [_type_name(link) for link in chain], "frames": frames[-MOST_FRAMES:]}


class _PrivateRotatingFile(RotatingFileHandler):
    """A bounded log, made readable by its owner alone from the first byte."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=LARGEST_FILE, backupCount=OLDER_FILES, encoding="utf-8")

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.chmod(self.baseFilename, 0o600)
        return open(descriptor, "a", encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is logging's
        """Say nothing: logging's own way out prints the message and its arguments to the error stream."""


_HANDLER_NAME = "the local log of REDI Desktop"
_LEVELS = frozenset({"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"})


def _report(kind: type[BaseException], bug: BaseException | None, trace: TracebackType | None) -> None:
    bug = bug if bug is not None else kind()
    _log.critical("unhandled_bug", exc_info=(kind, bug, trace))
    if sys.flags.dev_mode:
        sys.__excepthook__(kind, bug, trace)
    elif sys.stderr is not None:
        print(json.dumps(described(bug)), file=sys.stderr)


def _event(message: object) -> str:
    """The message where it is an event code, else only that there was one."""
    return message if isinstance(message, str) and len(message) <= 60 and _EVENT.fullmatch(message) else "other"


def _type_name(bug: BaseException) -> str:
    name = f"{type(bug).__module__}.{type(bug).__qualname__}".removeprefix("builtins.").replace(".<locals>", "")
    return name if _NAME.fullmatch(name) else "other"


def _chain(bug: BaseException) -> Iterator[BaseException]:
    link: BaseException | None = bug
    for _ in range(MOST_EXCEPTIONS):
        if link is None:
            return
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _own_frames(trace: TracebackType | None) -> Iterator[str]:
    """``store/keys.py:120:open_vault`` for each frame of this package: no path of this machine, no value."""
    while trace is not None:
        code = trace.tb_frame.f_code
        parts = re.split(r"[\\/]", code.co_filename)
        if _PACKAGE in parts:
            last = len(parts) - parts[::-1].index(_PACKAGE)
            yield f"{'/'.join(parts[last:])}:{trace.tb_lineno}:{code.co_qualname}"
        trace = trace.tb_next
