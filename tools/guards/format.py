"""C is written as .clang-format says: `make format` makes it so."""
import subprocess

from common import Report, arguments, files


def main():
    root = arguments(__doc__).root
    report = Report()
    paths = [p for p in files(root, ".c", ".h") if p.split("/")[0] in ("src", "tests", "bench", "tools")]
    for start in range(0, len(paths), 50):
        done = subprocess.run(["clang-format", "--dry-run", "-Werror", "--ferror-limit=1", *paths[start:start + 50]], cwd=root,
                              capture_output=True, text=True)
        if done.returncode != 0:
            for row in done.stderr.splitlines():
                if ": error:" in row:
                    path, line = row.split(":")[:2]
                    report.add(path, int(line), "is not formatted (make format)")
    report.finish("%d files" % len(paths))


if __name__ == "__main__":
    main()
