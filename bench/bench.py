"""What is measured, each figure beside its aim. Takes about six minutes.

usage: bench/bench.py [--corpus FOLDER] [--only WORD] [--plans N]

Servers are measured by wrk on this machine, against bench/constant_server.c: the same library giving a constant answer of the same
size, so that the figure says what our own work costs. A figure that misses its aim is marked; the status stays 0.
"""
import argparse
import contextlib
import glob
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(ROOT, "tests"), os.path.join(ROOT, "bench"), os.path.join(ROOT, "tools")]
import plan_forms  # noqa: E402
import program  # noqa: E402
import synthetic  # noqa: E402

WRK_SECONDS = 4
UNIT = "LG.DC"  # of the sample province: the one whose officer is measured
LATENCY = {"us": 0.001, "ms": 1.0, "s": 1000.0}
rows = []


def figure(name, value, unit, aim=None, least=False):
    """Prints one figure; `aim` is the most it should be, or with `least` the least."""
    met = aim is None or (value >= aim if least else value <= aim)
    bound = "" if aim is None else "aim: at %s %g %s" % ("least" if least else "most", aim, unit)
    rows.append((name, value, unit, bound, met))
    print("%-58s %10.1f %-9s %-28s %s" % (name, value, unit, bound, "" if met else "MISSED"), flush=True)


def wrk(url, connections=16, headers=()):
    """-> (answers a second, 99th percentile in ms)"""
    command = ["wrk", "-t1", "-c%d" % connections, "-d%ds" % WRK_SECONDS, "--latency"]
    for header in headers:
        command += ["-H", header]
    output = subprocess.run([*command, url], check=True, capture_output=True, text=True).stdout
    if re.search(r"Non-2xx|Socket errors", output):
        raise AssertionError("wrk met errors at %s:\n%s" % (url, output))
    late = re.search(r"99%\s+([\d.]+)(us|ms|s)", output)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1]), float(late[1]) * LATENCY[late[2]]


@contextlib.contextmanager
def constant_server(size):
    """-> the address of a server that always gives `size` bytes."""
    port = program.free_port()
    process = subprocess.Popen([os.path.join(ROOT, "build", "bench", "constant_server"), "--port", str(port), "--bytes", str(size)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(0.3)
        yield "http://127.0.0.1:%d/" % port
    finally:
        process.terminate()
        process.wait()


def measure_server(_):
    with program.Program() as sauro:
        sauro.load_sample()
        starts = []
        for _ in range(5):
            with sauro.server() as server:
                starts.append(server.start_ms)
        figure("start to first answer", statistics.median(starts), "ms", 150)
        with sauro.server() as server:
            visitor = server.sign_in("officer")
            visitor.get("/")
            time.sleep(1)
            figure("resident memory at rest, sample province", server.resident_bytes() / 2**20, "MiB", 40)


def busiest_group(visitor):
    """A page of Today that shows fifty tasks; -> (its address, the page)."""
    for group in ("ongoing", "overdue", "coming", "week", "waiting"):
        page = visitor.get("/?group=" + group)
        if page.text.count('<li class="line ') == 50:
            return "/?group=" + group, page
    raise AssertionError("no group of Today shows fifty tasks")


def measure_today(_):
    """Today of a unit with 300 tasks, fifty of them on show: reloaded while nothing changes, and made anew."""
    with program.Program() as sauro:
        sauro.load_sample()
        path = os.path.join(sauro.folder, "bench.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write(synthetic.plan(300, 300))
        sauro.must("plan", "import", "--unit", UNIT, "--confirm", path)
        with sauro.server() as server:
            visitor = server.sign_in("officer")
            address, page = busiest_group(visitor)
            cookie = "Cookie: " + "; ".join("%s=%s" % pair for pair in visitor.cookies.items())
            rate, late = wrk("http://127.0.0.1:%d%s" % (server.port, address), headers=[cookie])
            times = []
            for number in range(200):
                begin = time.monotonic()
                visitor.get("%s&again=%d" % (address, number))  # an address not seen before is made anew
                times.append((time.monotonic() - begin) * 1000)
            asset_path = re.search(r'href="(/assets/[^"]*\.css[^"]*)"', page.text)[1]
            asset = server.visitor().get(asset_path)
            asset_rate, _ = wrk("http://127.0.0.1:%d%s" % (server.port, asset_path))
        with constant_server(len(page.body)) as address:
            constant_rate, constant_late = wrk(address)
        with constant_server(len(asset.body)) as address:
            constant_asset_rate, _ = wrk(address)
    size = "%d KiB" % (len(page.body) // 1024)
    figure("a constant answer of %s" % size, constant_rate, "req/s")
    figure("a constant answer of %s, 99th percentile" % size, constant_late, "ms")
    figure("Today, 50 of 300 tasks (%s)" % size, rate, "req/s")
    figure("Today, 99th percentile", late, "ms")
    figure("Today beside the constant answer", 100 * rate / constant_rate, "percent", 35, least=True)
    figure("Today made anew, one after the other", statistics.median(times), "ms")
    figure("style sheet beside a constant answer of its size", 100 * asset_rate / constant_asset_rate, "percent", 80, least=True)


def measure_reading(options):
    texts = sorted(glob.glob(os.path.join(options.corpus, "plans", "*.txt")))
    if not texts:
        print("# no corpus at %s: say CORPUS=FOLDER" % options.corpus)
    with tempfile.TemporaryDirectory() as folder:
        own = os.path.join(folder, "synthetic-300-tasks.md")
        with open(own, "w", encoding="utf-8") as file:
            file.write(synthetic.plan(1, 300))
        for path in [*texts, own]:
            times = []
            for _ in range(5):
                begin = time.monotonic()
                subprocess.run([program.SAURO, "read", "--json", path], check=True, stdout=subprocess.DEVNULL)
                times.append((time.monotonic() - begin) * 1000)
            figure("read %s" % os.path.basename(path)[:40], statistics.median(times), "ms", 30)


def measure_length(_):
    """What reading costs as a plan grows: a page of a very long one should cost as much as a page of a long one."""
    costs = {}
    with tempfile.TemporaryDirectory() as folder:
        for pages in (60, 2000):
            path = os.path.join(folder, "%d.txt" % pages)
            with open(path, "w", encoding="utf-8") as file:
                file.write(synthetic.pages(pages))
            begin = processor_ms()
            subprocess.run([program.SAURO, "read", "--json", path], check=True, stdout=subprocess.DEVNULL)
            costs[pages] = processor_ms() - begin
            if pages == 60:
                told = subprocess.run([os.path.join(ROOT, "build", "bench", "reading_time"), path], check=True, capture_output=True, text=True).stdout
    figure("read 60 pages, once the text is there", float(told), "ms", 60)
    figure("read 60 pages, program, output and all", costs[60], "ms")
    figure("a page of 2,000 beside one of 60", (costs[2000] / 2000) / (costs[60] / 60), "times", 1.5)


def processor_ms():
    """What the programs started so far have used of the processors: a busy machine does not change it."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000


def measure_import(options):
    """Many plans into one province: the last must not cost more than the first."""
    with program.Program() as sauro:
        sauro.load_sample()
        folder = tempfile.mkdtemp(prefix="sauro-bench-")
        try:
            times = []
            for number in range(options.plans):
                path = os.path.join(folder, "plan-%d.md" % number)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(synthetic.plan(number, 20))
                begin = processor_ms()
                sauro.must("plan", "import", "--unit", UNIT, path)
                times.append(processor_ms() - begin)
        finally:
            shutil.rmtree(folder)
        tenth = max(1, options.plans // 10)
        first, last = statistics.mean(times[:tenth]), statistics.mean(times[-tenth:])
        figure("import of a plan of 20 tasks, processor, first %d" % tenth, first, "ms")
        figure("import of a plan of 20 tasks, processor, last %d of %d" % (tenth, options.plans), last, "ms")
        figure("the last beside the first", 100 * last / first, "percent", 150)


def measure_forms(_):
    """A Word file of 60 pages: by the command, and through a server, whose memory must not grow by it."""
    with tempfile.TemporaryDirectory(prefix="sauro-bench-") as folder:
        path = os.path.join(folder, "plan.docx")
        with open(path, "wb") as file:
            file.write(synthetic.word_file(1, 60))
        times, used = [], processor_ms()
        for _ in range(5):
            begin = time.monotonic()
            subprocess.run([program.SAURO, "read", "--json", path], check=True, stdout=subprocess.DEVNULL)
            times.append((time.monotonic() - begin) * 1000)
        figure("read a Word file of 60 pages", statistics.median(times), "ms", 300)
        figure("read a Word file of 60 pages, processor", (processor_ms() - used) / len(times), "ms", 300)
    with program.Program() as sauro:
        sauro.load_sample()
        with sauro.server() as server:
            visitor = server.sign_in("officer")

            def read(number):
                visitor.get("/plan/upload")
                page = visitor.upload("/plan/upload", {}, "file", "plan-%d.docx" % number, synthetic.word_file(number, 60))
                address = page.location
                while visitor.get(address).headers.get("Refresh"):
                    time.sleep(0.02)

            for number in range(25):
                read(number)
            before = server.resident_bytes()
            for number in range(25, 35):
                read(number)
            figure("memory of the server, more after 10 of them", (server.resident_bytes() - before) / 1e6, "MB", 4)


def measure_repair(options):
    """Damaged text of our own, over and over: tokens a second of one processor, and what the start and the memory cost."""
    text = ""
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "repair", "*.tsv"))):
        with open(path, encoding="utf-8") as file:
            text += "".join(line.partition("\t")[0] + "\n" for line in file)
    opened = subprocess.run([os.path.join(ROOT, "build", "bench", "model_open")], check=True, capture_output=True, text=True).stdout
    figure("repair: the model opened and mapped", float(opened), "ms", 5)
    with tempfile.TemporaryDirectory() as folder:
        def run(name, times, text=text, *options):
            """Milliseconds of processor, and the most memory in MB."""
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(text for _ in range(times))
            process = subprocess.Popen([program.SAURO, "repair", *options, path], stdout=subprocess.DEVNULL)
            _, status, used = os.wait4(process.pid, 0)
            if status != 0:
                raise AssertionError("sauro repair ended with %d" % status)
            return 1000 * (used.ru_utime + used.ru_stime), used.ru_maxrss / 1024
        empty = statistics.median(run("empty", 0)[0] for _ in range(5))
        (once, _), (often, peak) = run("once", 1, text, "--all"), run("often", 40, text, "--all")
        n = len(text.split())
        figure("repair: start with nothing to do, processor", empty, "ms")
        figure("repair: tokens a second, a document of %d" % n, 1000 * n / (once - empty), "a second", 20000, least=True)
        figure("repair: tokens a second, %d" % (40 * n), 1000 * 40 * n / (often - empty), "a second", 20000, least=True)
        figure("repair: memory of that", peak, "MB", 64)
        line = text.replace("\n", " ")
        megabytes = len(line.encode()) / 1e6
        short, long = run("line", round(1 / megabytes), line)[0], run("lines", round(10 / megabytes), line)
        figure("repair: one line of 10 MB", long[0] / 1000, "s")
        figure("repair: that for each MB, against a line of 1 MB", long[0] / 10 / short, "times", 1.5)
        large = run("large", round(50 / megabytes))
        figure("repair: a file of 50 MB, all of it damaged", large[0] / 1000, "s")
        figure("repair: memory of that", large[1], "MB", 64)


def measure_pages(_):
    """PDF files with a text layer and scans of them, these beside ocrmypdf on the same file."""
    if shutil.which("soffice") is None or shutil.which("pdftoppm") is None:
        print("# PDF files are not measured: tools/install.sh forms")
        return
    with tempfile.TemporaryDirectory(prefix="sauro-bench-") as folder:
        flat = os.path.join(folder, "plan.fodt")
        with open(flat, "w", encoding="utf-8") as file:
            file.write(plan_forms.document_of(synthetic.plan(1, 650)))
        pdf = plan_forms.convert(flat, "pdf", folder)
        begin = time.monotonic()
        subprocess.run([program.SAURO, "read", "--text", pdf], check=True, stdout=subprocess.DEVNULL)
        seconds, pages = time.monotonic() - begin, count_pages(pdf)
        figure("read the text of a PDF file of %d pages" % pages, seconds * 1000, "ms", 1000 * pages / 60)
        with open(flat, "w", encoding="utf-8") as file:
            file.write(plan_forms.document_of(synthetic.plan(1, 80)))
        scan = plan_forms.scan(plan_forms.convert(flat, "pdf", folder), folder)
        pages = count_pages(scan)
        begin = time.monotonic()
        subprocess.run([program.SAURO, "read", "--text", scan], check=True, stdout=subprocess.DEVNULL)
        own = 60 * pages / (time.monotonic() - begin)
        other = None
        if shutil.which("ocrmypdf"):
            begin = time.monotonic()
            subprocess.run(["ocrmypdf", "-q", "-l", "vie", "--jobs", str(os.cpu_count()), "--output-type", "pdf", scan, os.path.join(folder, "other.pdf")], check=True)
            other = 60 * pages / (time.monotonic() - begin)
            figure("scanned pages a minute by ocrmypdf", other, "pages/min")
        figure("scanned pages a minute, of %d" % pages, own, "pages/min", other, least=True)


def count_pages(pdf):
    output = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)", output, re.M)[1])


MEASURES = {"repair": measure_repair, "server": measure_server, "today": measure_today, "read": measure_reading, "length": measure_length, "import": measure_import, "forms": measure_forms, "pages": measure_pages}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", default=os.path.join(ROOT, "..", "shared", "corpus"))
    parser.add_argument("--only", choices=MEASURES)
    parser.add_argument("--plans", type=int, default=1000)
    options = parser.parse_args()
    for name, measure in MEASURES.items():
        if options.only in (None, name):
            measure(options)
    missed = sum(1 for row in rows if not row[4])
    print("%d figures, %d missed their aim" % (len(rows), missed))


if __name__ == "__main__":
    main()
