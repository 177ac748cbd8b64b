"""One Python for a whole end-to-end script (lib.sh, helper).

Questions enter on standard input: their number of words, the folder the script
stands in, the words, each ended by NUL.  An answer leaves on standard output:
a line "STATUS LINES" and so many lines; LINES -1: they are in the file SAID.
usage: helper.py STANDIN-FOLDER SAID
"""
import csv
import io
import json
import os
import re
import signal
import socket
import sys
import traceback

LONG = 4000                     # a shell reads byte by byte


# ---- what is asked -------------------------------------------------------

def python(what, *words):
    """python - CODE WORD…, -c CODE WORD…, FILE WORD…: run as a program."""
    code = words[0] if what in ("-", "-c") else open(what, encoding="utf-8").read()
    sys.argv = [what] + list(words[1:] if what in ("-", "-c") else words)
    scope = {"__name__": "__main__"}
    try:
        exec(compile(code, what, "exec"), scope)
    finally:
        scope.clear()           # what it left open is closed now, as at a program's end


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        if path.endswith(".csv"):
            return list(csv.DictReader(file))
        if path.endswith(".jsonl"):
            return [json.loads(line) for line in file if line.strip()]
        return [json.load(file)]


def query(path, expression):
    print(eval(expression, {"rows": rows_of(path), "json": json}))


def newest(releases):
    """The newest release's folder; a second one of the day ends in .2."""
    names = [name for name in os.listdir(releases) if name.startswith("demo-")
             and os.path.isdir(os.path.join(releases, name))
             and not os.path.islink(os.path.join(releases, name))] \
        if os.path.isdir(releases) else []
    return max(names, key=lambda name: [
        int(part) for part in re.findall(r"\d+", name)], default="")


def release(releases):
    name = newest(releases)
    if name:
        print(os.path.join(releases, name))


def works(releases, expression):
    query(os.path.join(releases, newest(releases), "data", "works.jsonl"),
          expression)


def exchange(port, method, what, body=""):
    """The stand-in's control endpoint: (status, text)."""
    body = body.encode()
    with socket.create_connection(("127.0.0.1", int(port)), 10) as line:
        line.sendall(b"%s /_standin/%s HTTP/1.0\r\nContent-Length: %d\r\n\r\n%s"
                     % (method.encode(), what.encode(), len(body), body))
        reply = b"".join(iter(lambda: line.recv(65536), b""))
    head, _, text = reply.partition(b"\r\n\r\n")
    return int(head.split()[1]), text.decode()


def control(port, *words):
    status, text = exchange(port, *words)
    print(text)
    if status != 200:
        sys.exit(1)


def counted(port, what, expression):
    """An expression over `got`, what the stand-in says of counters or faults."""
    print(eval(expression, {"got": json.loads(exchange(port, "GET", what)[1])}))


def counter(port, service, name):
    got = json.loads(exchange(port, "GET", "counters")[1])
    row = got["total"] if service == "total" else got["services"].get(service, {})
    print(row.get(name) or 0)


def aged(answers, seconds):
    """Answers that are all older by so much."""
    import datetime
    by = datetime.timedelta(seconds=int(seconds))
    form = "%Y-%m-%dT%H:%M:%SZ"
    for line in open(answers, encoding="utf-8"):
        answer = json.loads(line)
        for key in ("retrieved_at", "confirmed_at"):
            at = datetime.datetime.strptime(answer[key], form) - by
            answer[key] = at.strftime(form)
        print(json.dumps(answer))


def dead_port():
    """A port on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        print(taken.getsockname()[1])


# ---- stand-ins: this process once more -----------------------------------

def start_standin(errors, *words):
    """Errors go to that file.  Prints its process id and, once they listen, its ports."""
    import standin
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(writing, 1)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), 2)
        sys.stdout, sys.argv = os.fdopen(1, "w"), ["standin.py"] + list(words)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        try:
            standin.main()
        except BaseException:
            traceback.print_exc()
        os._exit(1)
    os.close(writing)
    ports = os.read(reading, 4096)      # written at once
    os.close(reading)
    if not ports:
        os.waitpid(pid, 0)
        sys.exit(1)
    print("pid %d\n%s" % (pid, ports.decode()), end="")


def stop_standin(pid):
    os.kill(int(pid), signal.SIGTERM)
    os.waitpid(int(pid), 0)


QUESTIONS = {name: globals()[name] for name in (
    "python", "query", "release", "works", "control", "counted", "counter",
    "aged", "dead_port", "start_standin", "stop_standin")}


# ---- the pipe ------------------------------------------------------------

def run(what, words):
    """(status, text)"""
    kept, sys.stdout = sys.stdout, io.StringIO()
    try:
        QUESTIONS[what](*words)
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr, flush=True)
    except Exception:
        traceback.print_exc()
        status = 1
    text, sys.stdout = sys.stdout.getvalue(), kept
    return status, text


def words_of(pipe):
    """The words of the next question; None: the script has ended."""
    rest = b""
    while True:
        more = os.read(pipe, 65536)
        if not more:
            return None
        rest += more
        count, nul, _ = rest.partition(b"\0")
        if nul and rest.count(b"\0") == int(count) + 2:
            return [word.decode("utf-8", "surrogateescape")
                    for word in rest.split(b"\0")[1:-1]]


def main():
    sys.path.insert(0, sys.argv[1])
    said = sys.argv[2]
    while True:
        words = words_of(0)
        if words is None:
            return
        os.chdir(words[0])
        status, text = run(words[1], words[2:])
        if text and not text.endswith("\n"):
            text += "\n"
        lines = text.count("\n")
        if len(text) > LONG:
            with open(said, "w", encoding="utf-8",
                      errors="surrogateescape") as file:
                file.write(text)
            lines, text = -1, ""
        os.write(1, ("%d %d\n%s" % (status, lines, text)).encode(
            "utf-8", "surrogateescape"))


if __name__ == "__main__":
    main()
