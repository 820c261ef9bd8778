"""Our HTTP server beside the library it stands on: the same bytes as an embedded file, as a page, and as the constant answer of
bench/constant_server.c, with the same threads.

usage: bench/http_bench.py [--bytes N] [--threads T] [--connections C] [--seconds S] [--rounds R]

The three are measured in turn, round after round, and the medians compared, so that a busy machine slows all alike. The
processor's time for one answer does not depend on that at all.
"""
import argparse
import contextlib
import os
import re
import statistics
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, "build", "bench")
LATENCY = {"us": 0.001, "ms": 1.0, "s": 1000.0}
AIMS = {"asset": 0.8, "page": None}


@contextlib.contextmanager
def server(name, options):
    """-> the port and the process id of a server of bench/."""
    process = subprocess.Popen([os.path.join(BUILD, name), "--bytes", str(options.bytes), "--threads", str(options.threads)],
                               stdout=subprocess.PIPE, text=True)
    try:
        yield int(process.stdout.readline()), process.pid
    finally:
        process.terminate()
        process.wait()


def cpu_seconds(pid):
    """The processor's time that a process took so far, in itself and in the kernel."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wrk(url, pid, options):
    """-> (answers a second, 99th percentile in ms, the server's microseconds for one answer)"""
    before = cpu_seconds(pid)
    output = subprocess.run(["wrk", "-t1", f"-c{options.connections}", f"-d{options.seconds}s", "--latency", url], check=True,
                            capture_output=True, text=True).stdout
    if re.search(r"Non-2xx|Socket errors", output):
        raise SystemExit(f"wrk met errors at {url}:\n{output}")
    late = re.search(r"99%\s+([\d.]+)(us|ms|s)", output)
    count = int(re.search(r"(\d+) requests in", output)[1])
    return (float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1]), float(late[1]) * LATENCY[late[2]],
            (cpu_seconds(pid) - before) * 1e6 / count)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    for name, value in (("bytes", 16384), ("threads", 2), ("connections", 16), ("seconds", 2), ("rounds", 5)):
        parser.add_argument("--" + name, type=int, default=value)
    options = parser.parse_args()
    with server("constant_server", options) as constant, server("own_server", options) as own:
        urls = {"constant": (constant, "/"), "asset": (own, "/asset"), "page": (own, "/page")}
        seen = {name: [] for name in urls}
        for _ in range(options.rounds):
            for name, ((port, pid), path) in urls.items():
                seen[name].append(wrk(f"http://127.0.0.1:{port}{path}", pid, options))
    medians = {name: [statistics.median(column) for column in zip(*values)] for name, values in seen.items()}
    for name, (rate, late, cpu) in medians.items():
        ratio = rate / medians["constant"][0]
        aim = AIMS.get(name)
        verdict = "" if aim is None else f"aim: at least {aim}" + ("" if ratio >= aim else "  MISSED")
        print(f"{name:10} {rate:10.0f} req/s   p99 {late:7.2f} ms   {cpu:6.1f} us of processor   ratio {ratio:5.2f}   {verdict}")


if __name__ == "__main__":
    main()
