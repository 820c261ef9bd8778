"""Every header compiles alone, so a file includes what it uses in any order."""
import concurrent.futures
import os
import shlex
import subprocess

from common import Report, arguments, files


def packages(*names):
    output = subprocess.run(["pkg-config", "--cflags", *names], capture_output=True, text=True).stdout
    return shlex.split(output)


def compile_alone(root, build, flags, path):
    command = ["gcc", "-std=gnu17", "-D_GNU_SOURCE", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-Wno-unused-function",
               "-x", "c", "-I", os.path.join(root, "src"), "-I", os.path.join(root, build, "src"), *flags,
               "-include", os.path.join(root, path), os.devnull]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stderr


def main():
    options = arguments(__doc__, build="build")
    report = Report()
    flags = packages("libpq", "libxml-2.0", "poppler-glib", "lept", "tesseract")
    headers = files(options.root, ".h", under="src")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, (code, errors) in zip(headers, pool.map(lambda p: compile_alone(options.root, options.build, flags, p), headers)):
            if code != 0:
                report.add(path, 0, "does not compile alone: " + " ".join(errors.split("\n")[:3]))
    report.finish("%d headers" % len(headers))


if __name__ == "__main__":
    main()
