"""Runs a program and kills it (SIGKILL) at a random moment: what a crash test is made of.

    killer = Killer(seed)
    run = killer.run([program, argument], longest=0.1)
    run.lines      what it had printed, whole lines only: what it told the world
    run.status     its status where it ended by itself before that moment, else None
"""
import random
import signal
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Run:
    lines: list
    status: int | None
    errors: str


class Killer:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def run(self, command, longest, until=None, env=None):
        """Kills the command at a moment within `longest` seconds, counted from its start, or from its first line that begins
        with `until`."""
        # Unbuffered: what readline does not take is left in the pipe for the read after the end.
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, bufsize=0) as process:
            printed = line = b""
            while until is not None and not line.startswith(until.encode()):
                line = process.stdout.readline()
                printed += line
                if not line:
                    break
            time.sleep(self.random.uniform(0, longest))
            process.kill()
            printed += process.stdout.read()
            errors = process.stderr.read()
        status = None if process.returncode == -signal.SIGKILL else process.returncode
        return Run(printed.decode().split("\n")[:-1], status, errors.decode())
