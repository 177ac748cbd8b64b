"""Misbehaviour on demand, and what was counted.

Faults (JSON objects) enter, in the order they were set; `pick` gives the one
that a request must suffer.  Arrivals enter, counters leave.
"""
import threading
import time

# What each kind does is in README.md; standin.py acts it out.
KINDS = ("429", "500", "502", "503", "504", "cut-off", "too-large", "drip",
         "hang", "html", "wrong-type", "redirect", "endless-redirect", "empty",
         "bomb", "dead-key", "close", "reset", "bad-json", "deep-json",
         "garbage", "header-flood", "empty-feed", "status", "zeros", "cut-gzip",
         "twist")

# Services that a polite client must count as one.
PACE = {"arxiv_oai": "arxiv"}


class Faults:
    def __init__(self):
        self.lock = threading.Lock()
        self.rows = []

    def add(self, rows):
        """A fault or a list of them; the text of what is wrong, or None."""
        rows = rows if isinstance(rows, list) else [rows]
        for row in rows:
            if not isinstance(row, dict) or str(row.get("kind")) not in KINDS:
                return "no such kind: %r (%s)" % (
                    row.get("kind") if isinstance(row, dict) else row,
                    ", ".join(KINDS))
            if row["kind"] == "redirect" and not row.get("url"):
                return "redirect: url is missing"
            if row["kind"] == "twist" and not row.get("pattern"):
                return "twist: pattern is missing"
        with self.lock:
            for row in rows:
                row = dict(row)
                row["kind"] = str(row["kind"])
                row.setdefault("service", "*")
                row.setdefault("path", "")
                row.setdefault("times", 1)
                row.setdefault("after", 0)
                row.setdefault("longer", 0)
                row.setdefault("every", 1)
                row.setdefault("seen", 0)
                row.setdefault("done", 0)
                self.rows.append(row)
        return None

    def clear(self):
        with self.lock:
            self.rows = []

    def show(self):
        with self.lock:
            return [dict(row) for row in self.rows]

    def pick(self, service, path, has_key):
        """times: -1 is for ever; after: so many matching requests pass
        first; every: then it is one in so many."""
        with self.lock:
            for row in self.rows:
                if row["service"] not in ("*", service) or row["path"] not in path:
                    continue
                if row["kind"] == "dead-key" and not has_key:
                    continue
                if len(path) <= row["longer"]:
                    continue
                if row["after"] > 0:
                    row["after"] -= 1
                    continue
                if row["times"] == 0:
                    continue
                row["seen"] += 1
                if row["seen"] % row["every"] != 0:
                    continue
                if row["times"] > 0:
                    row["times"] -= 1
                row["done"] += 1
                return dict(row)
        return None


class Counters:
    def __init__(self):
        self.lock = threading.Lock()
        self.clear()

    def clear(self):
        with self.lock:
            self.rows = {}
            self.last = {}
            self.asked = set()

    def row(self, service):
        return self.rows.setdefault(service, {
            "requests": 0, "ids": 0, "repeats": 0, "bytes": 0,
            "min_spacing": None, "max_concurrent": 0, "in_flight": 0,
            "connections": 0, "with_key": 0, "aborted": 0, "limited": 0,
            "statuses": {}})

    def begin(self, service, new_connection, has_key):
        """Seconds since the last arrival on the same pace, None: first."""
        now = time.monotonic()
        with self.lock:
            row = self.row(service)
            row["requests"] += 1
            row["in_flight"] += 1
            row["max_concurrent"] = max(row["max_concurrent"], row["in_flight"])
            row["connections"] += 1 if new_connection else 0
            row["with_key"] += 1 if has_key else 0
            pace = PACE.get(service, service)
            before = self.last.get(pace)
            self.last[pace] = now
            if before is None:
                return None
            spacing = now - before
            for name in {service, pace}:
                shared = self.row(name)
                if shared["min_spacing"] is None or spacing < shared["min_spacing"]:
                    shared["min_spacing"] = round(spacing, 6)
            return spacing

    def end(self, service, status, ids, size, aborted):
        with self.lock:
            row = self.row(service)
            row["in_flight"] = max(0, row["in_flight"] - 1)
            row["ids"] += len(ids)
            row["bytes"] += size
            row["aborted"] += 1 if aborted else 0
            row["limited"] += 1 if status == 429 else 0
            key = str(status)
            row["statuses"][key] = row["statuses"].get(key, 0) + 1
            for one in ids:
                if (service, one) in self.asked:
                    row["repeats"] += 1
                elif status < 400:
                    self.asked.add((service, one))

    def show(self):
        with self.lock:
            rows = {name: dict(row, statuses=dict(row["statuses"]))
                    for name, row in sorted(self.rows.items())}
        total = {"requests": sum(row["requests"] for row in rows.values()),
                 "ids": sum(row["ids"] for row in rows.values())}
        return {"services": rows, "total": total}
