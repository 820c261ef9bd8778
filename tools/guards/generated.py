"""What a tool made and the history keeps is what the tool would make now.

Each tool that writes into the tree has `--check`, which compares and ends with 1 where something differs; a tool with a
`--check` that is not listed here is a finding too.
"""
import os
import re
import subprocess
import sys

from common import Report, arguments, files, read

CHECKS = ["tools/vendor.py"]


def main():
    root = arguments(__doc__).root
    report = Report()
    for path in files(root, ".py", under="tools"):
        text = read(root, path)
        if path.startswith(os.path.join("tools", "guards")) or not re.search(r"""["']--check["']""", text):
            continue
        if path not in CHECKS:
            report.add(path, 0, "has a --check that tools/guards/generated.py does not run")
    for path in CHECKS:
        if not os.path.exists(os.path.join(root, path)):
            continue
        done = subprocess.run([sys.executable, path, "--check"], cwd=root, capture_output=True, text=True)
        if done.returncode != 0:
            report.add(path, 0, "what it made has drifted: " + " ".join((done.stdout + done.stderr).split())[:300])
    report.finish("%d tools" % len(CHECKS))


if __name__ == "__main__":
    main()
