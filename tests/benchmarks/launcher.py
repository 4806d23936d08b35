"""Runs commands for `cold`: started with little in it, so that the peak of memory is the command's own.

A line of JSON on standard input is a command; the answer has the seconds it took, the peak of its
memory in megabytes, and its exit code.
"""

import json
import os
import sys
import time


def main() -> None:
    """Serve commands until there are no more."""
    nothing = os.open(os.devnull, os.O_RDWR)
    quiet = [(os.POSIX_SPAWN_DUP2, nothing, stream) for stream in (0, 1, 2)]
    for line in sys.stdin:
        command = json.loads(line)
        start = time.perf_counter()
        child = os.posix_spawn(command[0], command, os.environ, file_actions=quiet)
        _, status, used = os.wait4(child, 0)
        seconds = time.perf_counter() - start
        code = os.waitstatus_to_exitcode(status)
        print(json.dumps({"seconds": seconds, "peak": used.ru_maxrss * 1024 / 1e6, "code": code}), flush=True)


if __name__ == "__main__":
    main()
