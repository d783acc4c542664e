"""Confinement by the Linux kernel: Landlock for files and network, seccomp for system calls."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import signal
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

_NO_NEW_PRIVILEGES, _END_SIGNAL = 38, 1

# Landlock's numbers are the same on all machines.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_PATH_BENEATH = 1
_EXECUTE, _READ_FILE, _READ_FOLDER = 1, 1 << 2, 1 << 3
_FILES_BY_VERSION = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_NETWORK = 0b11
_NETWORK_SINCE = 4
_ABSTRACT_SOCKETS, _SIGNALS = 1, 1 << 1
_SCOPES_SINCE = 6

# The calls a reader has no business with: network, other programs, other processes, the kernel's
# large doors, and changes to files that Landlock does not watch. x86-64 and 64-bit ARM.
_DENIED = {
    "socket": (41, 198), "connect": (42, 203), "accept": (43, 202), "accept4": (288, 242),
    "sendto": (44, 206), "bind": (49, 200), "listen": (50, 201), "socketpair": (53, 199),
    "fork": (57, None), "vfork": (58, None), "execve": (59, 221), "execveat": (322, 281),
    "kill": (62, 129), "tkill": (200, 130), "tgkill": (234, 131), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "setpriority": (141, 140), "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119), "sched_setaffinity": (203, 122), "sched_setattr": (314, 274),
    "ioprio_set": (251, 30), "shmget": (29, 194), "shmat": (30, 196), "msgget": (68, 186),
    "semget": (64, 190), "pidfd_send_signal": (424, 424),
    "pidfd_open": (434, 434), "pidfd_getfd": (438, 438), "ptrace": (101, 117),
    "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "io_uring_setup": (425, 425), "bpf": (321, 280), "perf_event_open": (298, 241),
    "userfaultfd": (323, 282), "add_key": (248, 217), "request_key": (249, 218),
    "keyctl": (250, 219), "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41),
    "chroot": (161, 51), "unshare": (272, 97), "setns": (308, 268),
    "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265), "init_module": (175, 105),
    "finit_module": (313, 273), "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53),
    "chown": (92, None), "fchown": (93, 55), "lchown": (94, None), "fchownat": (260, 54),
    "utimensat": (280, 88),
}  # fmt: skip
_CLONE, _CLONE3, _SECCOMP = (56, 220), (435, 435), (317, 277)
_PRLIMIT, _FCNTL = (302, 261), (72, 25)
_SET_OWNER, _SET_SIGNAL, _SET_OWNER_EX = 8, 10, 15
_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_THREAD_FLAG = 0x10000
_X32_BIT = 0x40000000

_LOAD, _EQUAL, _AT_LEAST, _HAS_BITS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _FIRST_ARGUMENT_AT, _SECOND_ARGUMENT_AT = 0, 4, 16, 24
_ALLOW, _ERROR = 0x7FFF0000, 0x00050000
_SET_FILTER, _ALL_THREADS = 1, 1


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scopes", ctypes.c_uint64),
    )


class _PathRule(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("first", ctypes.POINTER(_Instruction)))


def landlock_version() -> int:
    """The version of Landlock that the kernel offers; 0 without one."""
    if sys.platform != "linux":
        return 0
    return max(0, int(_libc().syscall(_CREATE_RULESET, None, 0, _ASK_VERSION)))


def seccomp_possible() -> bool:
    """Whether this machine's system calls are known here."""
    return sys.platform == "linux" and platform.machine() in _ARCHITECTURES


def allow_only_reading(paths: Iterable[Path], programs: Iterable[Path] = ()) -> bool:
    """Lets this thread read below the paths, and nothing else of files and network, for good.

    Files that are open already stay open; `programs` are files that may be run too. Returns whether
    the kernel does it.
    """
    version = landlock_version()
    if not version:
        return False
    rules = _Ruleset(
        (1 << _FILES_BY_VERSION.get(version, max(_FILES_BY_VERSION.values()))) - 1,
        _NETWORK if version >= _NETWORK_SINCE else 0,
        _ABSTRACT_SOCKETS | _SIGNALS if version >= _SCOPES_SINCE else 0,
    )
    size = 24 if version >= _SCOPES_SINCE else 16 if version >= _NETWORK_SINCE else 8
    ruleset = _libc().syscall(_CREATE_RULESET, ctypes.byref(rules), size, 0)
    if ruleset < 0:
        return False
    try:
        for path in paths:
            _allow(ruleset, path, _READ_FILE)
        for path in programs:
            _allow(ruleset, path, _READ_FILE | _EXECUTE)
        return _no_new_privileges() and _libc().syscall(_RESTRICT_SELF, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    try:
        folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        rule = _PathRule(rights | (_READ_FOLDER if path.is_dir() else 0), folder)
        _libc().syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(folder)


def deny_calls(allowed: Collection[str] = ()) -> bool:
    """Makes every denied system call but the `allowed` ones fail in all threads, for good.

    Who may "fork" may start processes. Returns whether the kernel does it.
    """
    if not seccomp_possible():
        return False
    column, architecture = _ARCHITECTURES[platform.machine()]
    numbers = [pair[column] for name, pair in _DENIED.items() if name not in allowed]
    code = _filter(
        [n for n in numbers if n is not None],
        column,
        architecture,
        processes="fork" in allowed,
    )
    program = _Program(len(code), (_Instruction * len(code))(*code))
    return _no_new_privileges() and (
        _libc().syscall(_SECCOMP[column], _SET_FILTER, _ALL_THREADS, ctypes.byref(program)) == 0
    )


def _filter(
    denied: list[int], column: int, architecture: int, *, processes: bool
) -> list[_Instruction]:
    """A program for the kernel: allow all but the denied calls, and threads but perhaps no more.

    Limits are set for the process itself only, and no file gets somebody to send signals to.
    """
    allow = _Instruction(_RETURN, 0, 0, _ALLOW)
    refuse = _Instruction(_RETURN, 0, 0, _ERROR | errno.EPERM)
    code = [
        _Instruction(_LOAD, 0, 0, _ARCHITECTURE_AT),
        _Instruction(_EQUAL, 1, 0, architecture),
        refuse,
        _Instruction(_LOAD, 0, 0, _NUMBER_AT),
        # The same calls under other numbers.
        _Instruction(_AT_LEAST, 0, 1, _X32_BIT),
        refuse,
    ]
    for number in denied:
        code += [_Instruction(_EQUAL, 0, 1, number), refuse]
    code += [
        _Instruction(_EQUAL, 0, 4, _PRLIMIT[column]),
        _Instruction(_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
        _Instruction(_EQUAL, 1, 0, 0),
        refuse,
        allow,
        _Instruction(_EQUAL, 0, 6, _FCNTL[column]),
        _Instruction(_LOAD, 0, 0, _SECOND_ARGUMENT_AT),
        _Instruction(_EQUAL, 2, 0, _SET_OWNER),
        _Instruction(_EQUAL, 1, 0, _SET_SIGNAL),
        _Instruction(_EQUAL, 0, 1, _SET_OWNER_EX),
        refuse,
        allow,
        # The flags of clone3 stand in memory, where a filter cannot look; the C library then
        # falls back to clone.
        _Instruction(_EQUAL, 0, 1, _CLONE3[column]),
        _Instruction(_RETURN, 0, 0, _ERROR | errno.ENOSYS),
        _Instruction(_EQUAL, 0, 3, _CLONE[column]),
        _Instruction(_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
        _Instruction(_HAS_BITS, 1, 0, _THREAD_FLAG),
        allow if processes else refuse,
        allow,
    ]
    return code


def die_with_the_thread_that_started_it() -> None:
    """Ends the running process, and what it becomes, when the thread ends that forked it."""
    _libc().prctl(_END_SIGNAL, signal.SIGKILL, 0, 0, 0)


def _no_new_privileges() -> bool:
    return bool(_libc().prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
