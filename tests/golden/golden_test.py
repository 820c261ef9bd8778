"""Every sample that has a reading made by hand is read as well as it once was.

Both readings are taken apart into facts (a part of the plan, a place in it, a value); the share that agrees, as F1, must reach the
floor of the part in floors.tsv. A floor may only rise: `python3 tests/golden/golden_test.py --floors` prints what is reached now.
"""
import collections
import glob
import json
import math
import os
import re
import subprocess
import sys
import unicodedata
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SAURO = os.environ.get("SAURO", os.path.join(ROOT, "build", "src", "main", "sauro"))
GOLDEN = os.path.join(ROOT, "samples", "golden")
FLOORS = os.path.join(HERE, "floors.tsv")
SCHEDULE = ("kind", "start", "end", "due", "exclusive", "rrule", "tentative")


def plain(value):
    """A value for comparing: white space, dashes and the marks at the ends do not count."""
    if isinstance(value, list):
        return tuple(plain(one) for one in value)
    text = unicodedata.normalize("NFC", "" if value is None else str(value))
    return re.sub(r"\s+", " ", re.sub(r"[\u2010-\u2015]", "-", text)).strip(" .;,:-")


def schedule_facts(schedule):
    return tuple(plain((schedule or {}).get(key)) for key in SCHEDULE)


def task_facts(task):
    ordinal = plain(task.get("ordinal"))
    yield "task titles", (ordinal, plain(task.get("title")))
    for number, part in enumerate(task.get("parts") or [task]):
        at = (ordinal, number)
        yield "schedules", (*at, schedule_facts(part.get("schedule")))
        for product in part.get("products", []):
            yield "products", (*at, plain(product))
        for one in part.get("assignments", []):
            yield "assignments", (*at, plain(one["unit"]), one["role"])
        for funding in part.get("funding", []):
            yield "funding", (*at, plain(funding))


def facts(reading):
    """part -> Counter of facts"""
    found = collections.defaultdict(collections.Counter)
    for key, value in reading["header"].items():
        if key in ("sources", "attached_to", "partial_date", "signer_authority"):
            continue
        for one in value if isinstance(value, list) else [value]:
            if one not in (None, ""):
                found["header"][key, plain(one)] += 1
    for one in reading["outline"]:
        found["outline"][plain(one["number"]), one["level"]] += 1
    for one in reading["citations"]:
        found["citations"][plain(one.get("number") or one.get("name")), plain(one.get("date"))] += 1
    for key in ("indices", "urls"):
        for one in reading[key]:
            found[key][plain(one)] += 1
    for one in reading["targets"]:
        found["targets"][plain(one["value"])] += 1
    for one in reading["channels"]:
        found["channels"][plain(one["name"]), one["section"]] += 1
    for one in reading["duties"]:
        found["duties"][plain(one["unit"]), one["section"]] += 1
    for one in reading["report_duties"]:
        found["report duties"][schedule_facts(one.get("schedule"))] += 1
    for task in reading["tasks"]:
        for part, fact in task_facts(task):
            found[part][fact] += 1
    return found


def agreement(golden, read):
    """part -> F1, for every part that either has facts of."""
    golden, read = facts(golden), facts(read)
    return {part: 2 * sum((golden[part] & read[part]).values()) / (sum(golden[part].values()) + sum(read[part].values()))
            for part in sorted(set(golden) | set(read))}


def samples():
    """(name, sample, golden reading), by name."""
    for path in sorted(glob.glob(os.path.join(GOLDEN, "*.json"))):
        name = os.path.basename(path)[:-len(".json")]
        plans = [p for p in glob.glob(os.path.join(ROOT, "samples", name + ".*"))]
        yield name, plans[0] if len(plans) == 1 else None, path


def read_sample(path):
    done = subprocess.run([SAURO, "read", "--json", path], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise AssertionError("sauro read ended with %d: %s" % (done.returncode, done.stderr))
    return json.loads(done.stdout)


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def load_floors():
    """(sample, part) -> percent"""
    floors = {}
    with open(FLOORS, encoding="utf-8") as file:
        for row in file:
            if row.strip() and not row.startswith("#"):
                name, part, percent = row.rstrip("\n").split("\t")
                floors[name, part] = int(percent)
    return floors


class Golden(unittest.TestCase):
    def check(self, name, plan, golden):
        self.assertIsNotNone(plan, "there is not one sample of the name " + name)
        floors, reached = load_floors(), agreement(load(golden), read_sample(plan))
        for part, share in reached.items():
            with self.subTest(part=part):
                self.assertIn((name, part), floors, "has no floor in floors.tsv; it reaches %d" % math.floor(100 * share))
                self.assertGreaterEqual(100 * share + 1e-9, floors[name, part])

    def test_each_floor_is_of_a_part_that_is_read(self):
        known = {(name, part) for name, plan, golden in samples() if plan
                 for part in agreement(load(golden), read_sample(plan))}
        self.assertEqual(sorted(set(load_floors()) - known), [])


for sample_name, sample_plan, sample_golden in samples():
    setattr(Golden, "test_" + sample_name.replace("-", "_"),
            lambda self, n=sample_name, p=sample_plan, g=sample_golden: self.check(n, p, g))


def main():
    if "--floors" not in sys.argv:
        sys.exit(unittest.main())
    print("# sample\tpart\tpercent of agreement, rounded down; may only rise")
    for name, plan, golden in samples():
        for part, share in agreement(load(golden), read_sample(plan)).items():
            print("%s\t%s\t%d" % (name, part, math.floor(100 * share + 1e-9)))


if __name__ == "__main__":
    main()
