"""A process that has the model loaded and runs each command in a child of its own: what `Forge` talks to.

One request a line on standard input (JSON), one answer a line on standard output. Starting Python and loading the model
takes a second or two, a fork some milliseconds; so thousands of runs, kills and limits can be tried. Linux alone.
"""

from __future__ import annotations

import ctypes
import json
import logging
import os
import resource
import select
import signal
import sys
import time
import traceback
from importlib import import_module

import recruitrisk.model
from recruitrisk.approach import Approach, Message
from recruitrisk.cli import main
from recruitrisk.scoring import Scorer, shipped_model

_CLONE_NEWNET = 0x40000000
_UNSAFE = ("pickle.find_class", "os.system", "subprocess.Popen", "os.exec", "os.posix_spawn")


def _resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def _watch(request: dict[str, object]) -> None:
    """Audit hook: note connections and code that is run, and kill at the n-th event of a kind."""
    log, kill, left = request.get("audit"), request.get("kill_on"), [0]
    handle = os.open(str(log), os.O_WRONLY | os.O_CREAT | os.O_APPEND) if log else -1

    def hook(event: str, args: tuple[object, ...]) -> None:
        if handle >= 0 and (event.startswith("socket.") or event in _UNSAFE):
            os.write(handle, f"{event} {args!r}\n".encode())
        if kill and event == kill[0]:  # type: ignore[index]
            left[0] += 1
            if left[0] == kill[1]:  # type: ignore[index]
                os.kill(os.getpid(), kill[2] if len(kill) > 2 else signal.SIGKILL)  # type: ignore[index,arg-type]

    sys.addaudithook(hook)


def _child(request: dict[str, object]) -> None:
    os.chdir(str(request["cwd"]))
    os.environ.update(request.get("env") or {})  # type: ignore[arg-type]
    import tempfile

    tempfile.tempdir = None
    if request.get("no_network"):
        ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWNET)
    if request.get("fsize") is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(str(request["fsize"])), resource.RLIM_INFINITY))
    if request.get("logged"):
        logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
    _watch(request)
    code: object = 1
    try:
        code = main([str(a) for a in request["argv"]])  # type: ignore[attr-defined]
    except SystemExit as ended:
        code = ended.code
    except BaseException:  # what the interpreter would print
        traceback.print_exc()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = code or 120
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)


def _drain(master: int, until: int) -> bytes:
    """What a terminal shows, until the child has ended."""
    out = b""
    while True:
        ready, _, _ = select.select([master], [], [], 0.02)
        if ready:
            try:
                piece = os.read(master, 65536)
            except OSError:
                return out
            if not piece:
                return out
            out += piece
        elif os.waitid(os.P_PID, until, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
            return out


def run(request: dict[str, object]) -> dict[str, object]:
    """Run one command and tell what became of it."""
    base = _resident()
    master = slave = -1
    if request.get("pty"):
        master, slave = os.openpty()
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        try:
            os.setsid()
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            source = os.open(str(request.get("stdin") or os.devnull), os.O_RDONLY)
            out = (
                slave
                if slave >= 0
                else os.open(str(request.get("out_device") or request["out"]), flags, 0o600)
            )
            err = slave if slave >= 0 else os.open(str(request["err"]), flags, 0o600)
            for at, handle in enumerate((source, out, err)):
                os.dup2(handle, at)
            for at, name in enumerate(
                ("stdin", "stdout", "stderr")
            ):  # as if the interpreter had started on them
                buffering = 1 if at == 2 or os.isatty(at) else -1
                stream = open(at, "w" if at else "r", buffering, "utf-8", closefd=False)  # noqa: SIM115 - kept open
                setattr(sys, name, stream)
            _child(request)
        finally:
            os._exit(99)
    if slave >= 0:
        os.close(slave)
        with open(str(request["out"]), "wb") as file:
            file.write(_drain(master, child))
        os.close(master)
    after = request.get("kill_after")
    limit = float(str(after if after is not None else request.get("timeout", 120)))
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            break
        passed = time.monotonic() - began
        if passed >= limit:
            os.kill(child, signal.SIGKILL)
            _, status, usage = os.wait4(child, 0)
            break
        time.sleep(min(0.002, limit - passed))
    return {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": time.monotonic() - began,
        "peak": max(0, usage.ru_maxrss * 1024 - base) / 2**20,
    }


def serve() -> None:
    """Answer requests until there are no more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    model = shipped_model()
    loading = recruitrisk.model.load_model
    recruitrisk.model.load_model = lambda name="default": model if name == "default" else loading(name)
    Scorer(model).assess([Approach("warm", (Message("We pay for each report. Write to me on Telegram."),))])
    import_module("recruitrisk.review.explanation")
    import_module("recruitrisk.review.report")

    answers.write("ready\n")
    answers.flush()
    for line in requests:
        answers.write(json.dumps(run(json.loads(line))) + "\n")
        answers.flush()


if __name__ == "__main__":
    serve()
