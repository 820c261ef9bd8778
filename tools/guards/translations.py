"""Every sentence that the source marks has its Vietnamese, and no translation is left over: tools/poc.py check --strict."""
import os
import subprocess
import sys

from common import PROJECT, Report, arguments


def main():
    root = arguments(__doc__).root
    report = Report()
    done = subprocess.run([sys.executable, os.path.join(PROJECT, "tools", "poc.py"), "check", "--po", "locale/vi", "--src", "src", "--strict"],
                          cwd=root, capture_output=True, text=True)
    rows = [row for row in (done.stdout + done.stderr).splitlines() if row.strip()]
    if done.returncode != 0:
        for row in rows:
            report.add("locale/vi", 0, row)
    report.finish()


if __name__ == "__main__":
    main()
