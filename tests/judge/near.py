#!/usr/bin/env python3
"""Near misses: entries of a list beside answers that are nearly, or hardly,
about them.

Works are made up of the words that titles of a field are made of, or taken
from a file; of one half wrong links of every kind are made, of the other right
ones that are hard to know again, as lines for score_pairs:

	near.py [--size WORKS] [--seed N] [--works FILE] [--third N] [--more]

FILE has a work a line: "title", "authors", "year", "arxiv".  A kind is in one
third of three; --third 0, 1, 2: only those of this one.  --more: those of
near_more.py.
"""
import argparse
import json
import os
import random
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))), "world"))
from words import word  # noqa: E402

TASKS = """report generation; question answering; named entity recognition;
relation extraction; lesion segmentation; tumour detection; image registration;
drug discovery; triage; code search; program repair; machine translation;
speech recognition; text summarization; information retrieval; fact checking;
protein folding; molecule generation; time series forecasting; anomaly
detection; entity linking; visual grounding; robot grasping; route planning;
credit scoring; weather prediction; adverse event detection; phenotyping;
readmission prediction; dose planning; theorem proving; dialogue state
tracking; table understanding; sleep staging; seizure detection""".split(";")
THINGS = """electronic health records; chest radiographs; pathology slides;
retinal images; discharge letters; clinical trials; patient portals; satellite
imagery; legal contracts; source code; point clouds; knowledge graphs; social
media posts; scientific articles; genomic sequences; wearable sensors; brain
MRI; ultrasound videos; surgical videos; lecture recordings; financial filings;
news archives; crystal structures; traffic cameras""".split(";")
WAYS = """graph neural networks; large language models; diffusion models;
contrastive learning; reinforcement learning; retrieval augmentation;
instruction tuning; knowledge distillation; vision transformers; prompt
learning; federated learning; self-supervised pretraining; mixture of experts;
chain-of-thought reasoning; active learning; weak supervision; continual
learning; adversarial training; state space models; Gaussian processes""".split(
    ";")
WHERE = """radiology; dermatology; cardiology; oncology; ophthalmology;
psychiatry; nursing; dentistry; primary care; emergency medicine; pediatrics;
surgery; pharmacy; public health; education; law; finance; agriculture;
astronomy; chemistry; materials science; robotics""".split(";")
TONGUES = "Chinese Japanese German Arabic Spanish French Korean Hindi".split()
WORTH = """Robust Efficient Scalable Interpretable Multimodal Zero-Shot
Few-Shot Weakly Supervised End-to-End Uncertainty-Aware Privacy-Preserving
Generalizable Open-Source Hierarchical Lightweight""".split()
TASKS, THINGS, WAYS, WHERE = (
    [" ".join(one.split()) for one in many]
    for many in (TASKS, THINGS, WAYS, WHERE))
GIVEN = """Ann Bob Cid Dan Eva Fay Gus Hal Ida Jon Kim Lea Max Nia Ola Pia Rui
Sam Tom Uma Vic Wei Xin Yan Zoe""".split()
SMALL = set("a an the of for and in on with to by from at is as via".split())


def cap(text):
    return " ".join(one if one in SMALL or one[:1].isupper() else
                    "-".join(part[:1].upper() + part[1:]
                             for part in one.split("-"))
                    for one in text.split(" "))


class Makers:
    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.made = 0

    def pick(self, many):
        return many[self.dice.randrange(len(many))]

    def name(self):
        """Coined, as names of systems and data sets are."""
        one = word(20000 + self.dice.randrange(1 << 20)).capitalize()
        return self.pick(("%s", "%s", "%sGPT", "Med%s", "%sBench", "%s-QA",
                          "%sNet", "Clin%s", "%sLM")) % one

    def people(self):
        return ["%s %s" % (self.pick(GIVEN), word(
            1000 + self.dice.randrange(60000)).capitalize())
            for _ in range(self.dice.randrange(1, 8))]

    def title(self):
        task, thing, way, where = (self.pick(TASKS), self.pick(THINGS),
                                   self.pick(WAYS), self.pick(WHERE))
        worth, how = self.pick(WORTH), self.dice.randrange(14)
        return cap((
            "%s: %s %s for %s" % (self.name(), worth, way, task),
            "%s: A Benchmark for %s in %s" % (self.name(), task, where),
            "%s: A Large-Scale Dataset of %s for %s" % (
                self.name(), thing, task),
            "%s: %s with %s on %s" % (self.name(), task, way, thing),
            "A Survey of %s for %s in %s" % (way, task, where),
            "%s with %s: A Systematic Review" % (task, way),
            "Towards %s %s in %s" % (worth, task, where),
            "%s %s of %s Using %s" % (worth, task, thing, way),
            "Can %s Help with %s? Lessons from %s" % (way, task, where),
            "On the Limits of %s for %s" % (way, task),
            "%s in %s: Opportunities, Risks and Open Questions" % (
                way, where),
            "%s of %s: From %s to %s" % (task, thing, way, self.pick(WAYS)),
            "Learning %s from %s by %s" % (task, thing, way),
            "Evaluating %s on %s with %s" % (way, task, thing))[how])

    def work(self):
        self.made += 1
        year, month = 2016 + self.dice.randrange(10), \
            1 + self.dice.randrange(12)
        return {"title": self.title(), "authors": self.people(),
                "year": year, "arxiv": "%02d%02d.%05d" % (
                    year % 100, month, self.made)
                if self.dice.randrange(4) else None}

    def other(self, work, **said):
        """Another work's: its own people, number and time, but for `said`."""
        return dict(self.work(), **said)


def halves(title):
    at = re.match(r"^([^:]{2,60}): (.+)$", title)
    return at.groups() if at else (None, title)


def coined(title):
    head, tail = halves(title)
    return (head, tail) if head and len(head.split()) < 3 else (None, title)


def swap(title, many, make):
    """The first of `many` phrases in the title against another one; who
    bears a coined name keeps to its task."""
    if coined(title)[0]:
        return None
    for one in many:
        if cap(one) in title:
            return title.replace(cap(one), cap(make.pick(
                [other for other in many if other != one])), 1)
    return None


# -- wrong: what the entry is about, beside the answer of another work ---------

def part_of_series(w, m):
    a, b = m.pick((("Part I", "Part II"), ("Part A", "Part B"), ("I", "II"),
                   ("Part 1", "Part 2"), ("II", "III"), ("Volume 1",
                                                         "Volume 2")))
    parted = m.pick((" ", ", ", ": "))
    return w["title"] + parted + a, m.other(
        w, title=w["title"] + parted + b, authors=w["authors"])


def later_version(w, m):
    name, tail = coined(w["title"])
    other = coined(m.work()["title"])[1]
    return name and (w["title"], m.other(w, title="%s%s: %s" % (
        name, m.pick(("-v2", " 2", "2", "-V2")), other),
        authors=w["authors"][:2] + m.people()))


def of_another_year(w, m):
    track = "Overview of the %s %%d Challenge on %s" % (
        m.name(), cap(m.pick(TASKS)))
    year = 2016 + m.dice.randrange(8)
    return track % year, m.other(w, title=track % (year + 1),
                                 year=year + 1), {"date": str(year)}


def survey_or_position(w, m):
    way, where = cap(m.pick(WAYS)), cap(m.pick(WHERE))
    a, b = m.pick((("A Survey of %s in %s", "%s in %s: A Position Paper"),
                   ("%s in %s: A Systematic Review",
                    "%s in %s: Ethical and Legal Aspects"),
                   ("A Primer on %s in %s", "Attacks on %s in %s"),
                   ("%s for %s", "Teaching %s in %s")))
    return a % (way, where), m.other(w, title=b % (way, where))


def same_name(w, m):
    name, tail = coined(w["title"])
    other = coined(m.work()["title"])[1]
    return name and (w["title"], m.other(w, title="%s: %s" % (name, other)))


def acronym_otherwise(w, m):
    name = "".join(m.pick("ABCDEFGHILMNOPRST") for _ in range(4))
    return "%s: %s" % (name, coined(w["title"])[1]), m.other(
        w, title="%s: %s" % (name, coined(m.work()["title"])[1]))


def other_name(w, m):
    name, tail = coined(w["title"])
    return name and (w["title"], m.other(w, title="%s: %s" % (
        m.name(), tail)))


def same_people(w, m):
    other = m.work()
    return w["title"], dict(other, authors=w["authors"][:3] + m.people()[:2])


def other_task(w, m):
    title = swap(w["title"], TASKS, m)
    return title and (w["title"], m.other(w, title=title))


def other_thing(w, m):
    title = swap(w["title"], THINGS, m)
    return title and (w["title"], m.other(w, title=title))


def other_way(w, m):
    title = swap(w["title"], WAYS, m)
    return title and (w["title"], m.other(w, title=title))


def other_field(w, m):
    title = swap(w["title"], WHERE, m)
    return title and (w["title"], m.other(w, title=title))


def other_tongue(w, m):
    if coined(w["title"])[0]:
        return None
    one, two = m.dice.sample(TONGUES, 2)
    at = " in %s" if " in " not in w["title"] else ": The Case of %s"
    return w["title"] + at % one, m.other(w, title=w["title"] + at % two)


def set_before(w, m):
    """Who rethinks, benchmarks or teaches something writes another paper."""
    return coined(w["title"])[0] is None and (w["title"], m.other(
        w, title="%s %s" % (m.pick((
            "Rethinking", "Benchmarking", "Understanding", "Attacking",
            "Teaching", "Improving", "Beyond", "Against")), w["title"])))


def about_it(w, m):
    said = m.pick(("Reply to: %s", "Correction to: %s", "Erratum: %s",
                   "Comment on \"%s\"", "Data from: %s", "%s: Erratum",
                   "Response to \"%s\"", "Retraction: %s",
                   "Supplementary Material for %s"))
    return w["title"], m.other(w, title=said % w["title"],
                               authors=w["authors"])


def name_elsewhere(w, m):
    name = coined(w["title"])[0]
    return name and (name, m.work())


def of_the_field(w, m):
    return w["title"], m.work()


def last_word(w, m):
    return coined(w["title"])[0] is None and (w["title"], m.other(
        w, title="%s %s" % (w["title"].rsplit(" ", 1)[0], m.name())))


def carried_on(w, m):
    return w["title"], m.other(w, title="%s and %s" % (
        w["title"], m.name()), authors=w["authors"][:1] + m.people())


def row_of_another(w, m):
    """The title was misread, and the link is another paper's."""
    return w["title"], m.work(), misread(w, m)


def row_nearly(w, m):
    return coined(w["title"])[0] is None and (w["title"], m.other(
        w, title="%s %s" % (w["title"].rsplit(" ", 1)[0], m.name())),
        misread(w, m))


def set_in_front(w, m):
    return coined(w["title"])[0] is None and (w["title"], m.other(
        w, title="%s %s" % (m.pick(("Deep", "Fast", "Federated", "Causal",
                                    "Bayesian")), w["title"])))


def later_edition(w, m):
    a, b = m.pick((("II", "III"), ("III", "IV"), ("2", "3")))
    title = "%s-%%s, %s" % (m.name(), coined(w["title"])[1])
    return title % a, m.other(w, title=title % b)


def other_subject(w, m):
    a, b = m.dice.sample(("GPT-3", "GPT-4", "Llama 2", "Llama 3", "BERT",
                          "T5"), 2)
    title = coined(w["title"])[1] + " with %s"
    return title % a, m.other(w, title=title % b)


def introduced(w, m):
    return w["title"], m.other(w, title=m.pick((
        "Editorial: %s", "Guest Editorial: %s", "Call for Papers: %s",
        "Introduction to the Special Issue on %s", "Tutorial: %s"))
        % w["title"])


def done_again(w, m):
    return w["title"], m.other(w, title=m.pick((
        "Replication of %s", "A Critical Review of \"%s\"", "Notes on %s",
        "On the Reproducibility of %s", "A Second Look at %s"))
        % w["title"])


def of_a_task(w, m):
    a, b = m.dice.sample(range(2, 12), 2)
    task = "%s-%d Task %%d: %s" % (m.name(), w["year"], cap(m.pick(TASKS)))
    return task % a, m.other(w, title=task % b, year=w["year"])


def uses_it(w, m):
    name = coined(w["title"])[0]
    return name and (name, m.other(w, title="%s with %s: A Case Study" % (
        cap(m.pick(TASKS)), name)))


# -- right: the entry's own answer, hard to know again ---------------------------

def misread(w, m):
    row = m.pick(("- %s. *%s*. %s, 2021. [[x](u)]\n",
                  "- [%s](u) (%s; %s)\n", "| %s | %s | %s | [x](u) |\n",
                  "* **%s** — %s — %s [pdf](u)\n"))
    taken = m.pick(("University of " + word(m.dice.randrange(900))
                    .capitalize(), "Journal of %s" % cap(m.pick(WHERE)),
                    "\u0431\u043b\u043e\u0433", "\u8ad6\u6587",
                    m.name(), "Prominent Labs"))
    return {"title": taken, "row": row % (w["title"], ", ".join(
        w["authors"][:2]), taken)}


def row_says_it(w, m):
    return w["title"], w, misread(w, m)


def subtitle_dropped(w, m):
    head = halves(w["title"])[0]
    return head and len(head.split()) > 2 and (head, w)


def name_only(w, m):
    name = coined(w["title"])[0]
    return name and (name, w)


def name_dropped(w, m):
    name, tail = coined(w["title"])
    return name and (tail, w)


def name_in_front(w, m):
    return coined(w["title"])[0] is None and (
        "%s: %s" % (m.name(), w["title"]), w)


def cut(w, m):
    words = w["title"].split(" ")
    if len(words) < 6:
        return None
    most = m.dice.randrange(max(4, len(words) // 2), len(words))
    return " ".join(words[:most]) + m.pick(("", "...", "\u2026")), w


def slip(w, m):
    words = w["title"].split(" ")
    at = [i for i, one in enumerate(words) if len(one) > 5 and one.isalpha()]
    if not at:
        return None
    at = m.pick(at)
    one, k = words[at], 1 + m.dice.randrange(len(words[at]) - 3)
    words[at] = m.pick((one[:k] + one[k + 1:], one[:k] + one[k + 1] + one[k]
                        + one[k + 2:], one[:k] + one[k] + one[k:]))
    return " ".join(words), w


BRITISH = (("umour", "umor"), ("ization", "isation"), ("izing", "ising"),
           ("pediatric", "paediatric"), ("edicine", "edecine"),
           ("Behavior", "Behaviour"), ("olor", "olour"),
           ("Generalizable", "Generalisable"), ("abeling", "abelling"))


def british(w, m):
    for one, two in BRITISH:
        if one in w["title"]:
            return w["title"].replace(one, two), w
    return None


ABBREVIATIONS = (("Large Language Models", "LLMs"),
                 ("Electronic Health Records", "EHRs"),
                 ("Question Answering", "QA"),
                 ("Named Entity Recognition", "NER"),
                 ("Vision Transformers", "ViTs"), ("Graph Neural Networks",
                                                  "GNNs"),
                 ("Reinforcement Learning", "RL"),
                 ("Magnetic Resonance Imaging", "MRI"))


def abbreviated(w, m):
    for one, two in ABBREVIATIONS:
        if one in w["title"]:
            return w["title"].replace(one, two), w
    return None


def spelt_out(w, m):
    """The list writes a number or a letter in words, or the other way."""
    a, b = m.pick((("Two-Stage", "2-Stage"), ("$\\alpha$-", "Alpha-"),
                   ("\u03b2-", "Beta-"), ("Three-Dimensional", "3D"),
                   ("$\\mathcal{N}$-", "N-"), ("Multi-", "Multi "),
                   ("\\textit{In Vivo} ", "In Vivo "),
                   ("na\u00efve ", "naive "), ("Schr\u00f6dinger ",
                                               "Schr{\\\"o}dinger ")))
    a, b = m.pick(((a, b), (b, a)))
    a, b = (one if one.endswith(("-", " ")) else one + " " for one in (a, b))
    head, tail = coined(w["title"])
    front = head + ": " if head else ""
    return front + a + tail, dict(w, title=front + b + tail)


REWORDED = (("Adapted", "Adapting"), ("Principles", "Progress"),
            ("Towards", "Toward"), ("Evaluating", "Evaluation of"),
            ("Using", "with"), ("Learning", "Learned"), ("Using", "via"),
            ("A Systematic Review", "A Scoping Review"),
            ("Opportunities, Risks and Open Questions",
             "Applications, Challenges and Outlook"),
            ("Lessons from", "Insights from"), ("of", "in"),
            ("A Benchmark for", "Benchmarking"),
            ("A Large-Scale Dataset of", "A Dataset of"))


def reworded(w, m):
    """The preprint had another word; people or the month agree."""
    for one, two in m.dice.sample(REWORDED, len(REWORDED)):
        if re.search(r"\b%s\b" % one, w["title"]):
            title = re.sub(r"\b%s\b" % one, two, w["title"], count=1)
            return title, w, for_it(w, m)
    return None


def for_it(w, m):
    if w["arxiv"] and m.dice.randrange(2):
        return {"date": "20%s-%s" % (w["arxiv"][:2], w["arxiv"][2:4])}
    return {"authors": ", ".join(w["authors"][:2])}


def renamed(w, m):
    """The same name and people, another subtitle."""
    name, tail = coined(w["title"])
    return name and ("%s: %s" % (name, coined(m.title())[1]), w,
                     {"authors": ", ".join(w["authors"][:3])})


def dressed(w, m):
    return m.pick(("%s (2023)", "%s [code]", "\U0001f525 %s", "%s, NeurIPS "
                   "2022", "%s. In Proceedings of the ACL, 2021", "(Oral) %s",
                   "%s arXiv preprint arXiv:2301.00001", "[ICLR'22] %s",
                   "%s (preprint)", "1. %s")) % w["title"], w


def cited(w, m):
    return "%s. %s. %d" % (", ".join(w["authors"][:3]), w["title"],
                           w["year"]), w, {"authors": None}


def loud(w, m):
    return m.pick((str.upper, str.lower, str.title))(w["title"]), w


def joined_up(w, m):
    for one in ("-", " "):
        if one in w["title"]:
            at = [i for i, c in enumerate(w["title"]) if c == one]
            at = m.pick(at)
            if one == "-":
                return w["title"][:at] + m.pick(("", " ")) \
                    + w["title"][at + 1:], w
    return None


def small_word(w, m):
    words = w["title"].split(" ")
    at = [i for i, one in enumerate(words) if one.lower() in SMALL]
    if not at:
        return None
    del words[m.pick(at)]
    return " ".join(words), w


def turned(w, m):
    head, tail = halves(w["title"])
    return head and len(head.split()) > 2 and ("%s: %s" % (tail, head), w)


def twofold(w, m):
    """In another language, the title behind it in brackets."""
    return "\u57fa\u4e8e\u6df1\u5ea6\u5b66\u4e60\u7684\u7814\u7a76 (%s)" \
        % w["title"], w


def marks_gone(w, m):
    one = m.pick((("M\u00fcller", "Muller"), ("Caf\u00e9", "Cafe"),
                  ("\u0141\u00f3d\u017a", "Lodz"), ("Erd\u0151s", "Erdos")))
    return "%s on %s" % (w["title"], one[0]), dict(
        w, title="%s on %s" % (w["title"], one[1]))


def family_size(w, m):
    name, tail = coined(w["title"])
    return name and (name + m.pick(("-7B", " 13B", "-70B-chat", "-base",
                                    "-large")), w)


def signs_otherwise(w, m):
    name, tail = coined(w["title"])
    return name and (name + m.pick((":", " : ", " \u2014 ", " | ", " - ", " "))
                     + tail, w)


def name_behind(w, m):
    name, tail = coined(w["title"])
    return name and ("%s (%s)" % (tail, name), w)


def versioned(w, m):
    return w["title"] + m.pick((" v2", " (v1)", " [v3]")), w


def labelled(w, m):
    return m.pick(("The %s", "%s.pdf", "%s [PDF]", "\"%s\"", "%s!",
                   "[ICML 2021] %s", "NeurIPS 2020: %s", "ACL 2023 - %s")) \
        % w["title"], w


def people_behind(w, m):
    return "%s - %s" % (w["title"], ", ".join(w["authors"][:2])), w


def name_and_kind(w, m):
    name = coined(w["title"])[0]
    return name and ("%s %s" % (name, m.pick((
        "paper", "model", "dataset", "(original)"))), w)


def year_apart(w, m):
    return w["title"], w, {"date": str(w["year"] + m.pick((-1, 1, 2)))}


def described(w, m):
    name, tail = coined(w["title"])
    return name and ("%s: our pick for %s" % (name, cap(m.pick(TASKS))), w,
                     {"row": None})


WRONG = (part_of_series, later_version, of_another_year, survey_or_position,
         same_name, acronym_otherwise, other_name, same_people, other_task,
         other_thing, other_way, other_field, other_tongue, set_before, about_it,
         name_elsewhere, of_the_field, last_word, carried_on, row_of_another,
         row_nearly, set_in_front, later_edition, other_subject, introduced,
         done_again, of_a_task, uses_it)
RIGHT = (row_says_it, subtitle_dropped, name_only, name_dropped,
         name_in_front, cut, slip, british, abbreviated, spelt_out, reworded,
         renamed, dressed, cited, loud, joined_up, small_word, turned,
         twofold, marks_gone, family_size, described, signs_otherwise,
         name_behind, versioned, labelled, people_behind, name_and_kind,
         year_apart)


def said(m, about, given):
    """Dates and people as lists have them, of the work that is meant."""
    entry = {}
    how = m.dice.randrange(10)
    if how < 3 and about.get("arxiv"):
        month = 12 * int(about["arxiv"][:2]) + int(about["arxiv"][2:4]) - 1
        month += m.dice.randrange(2)
        entry["date"] = "20%02d-%02d" % (month // 12, month % 12 + 1)
    elif how < 7:
        entry["date"] = str(about["year"])
    if m.dice.randrange(10) < 3 and about.get("authors"):
        entry["authors"] = ", ".join(about["authors"][:3]) + (
            " et al." if len(about["authors"]) > 3 else "")
    entry.update(given)
    return {name: text for name, text in entry.items() if text is not None}


def lines(m, works, third, wrong, right):
    """Each work stands in the list once, as works mostly do."""
    for number, w in enumerate(works):
        label, kinds = (("DIFFERENT", wrong), ("SAME", right))[number % 2]
        kinds = [one for at, one in enumerate(kinds)
                 if third is None or at % 3 == third]
        for kind in m.dice.sample(kinds, len(kinds)):
            made = kind(w, m)
            if made:
                yield line_of(m, w, label, kind.__name__, *made)
                break


def line_of(m, w, label, reason, title, answer, given=None):
    entry = dict({"title": title}, **said(m, w, given or {}))
    return {"label": label, "reason": reason, "entry": entry, "answer": {
        name: answer[name] for name in ("title", "authors", "year", "arxiv")
        if answer.get(name)}}


def main():
    parser = argparse.ArgumentParser(description="makes near misses")
    parser.add_argument("--size", type=int, default=400, metavar="WORKS")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--works", metavar="FILE")
    parser.add_argument("--third", type=int, choices=(0, 1, 2))
    parser.add_argument("--more", action="store_true")
    arguments = parser.parse_args()
    wrong, right = WRONG, RIGHT
    if arguments.more:
        import near_more
        wrong, right = near_more.WRONG, near_more.RIGHT
    m = Makers(arguments.seed)
    if arguments.works:
        with open(arguments.works, encoding="utf-8") as file:
            works = [json.loads(line) for line in file]
        works = [dict(one, arxiv=one.get("arxiv"), authors=one.get(
            "authors") or m.people()) for one in works
                 if one.get("title") and one.get("year")]
        m.work = lambda: m.pick(works)
        m.title = lambda: m.pick(works)["title"]
        works = m.dice.sample(works, min(len(works), arguments.size))
    else:
        works = [m.work() for _ in range(arguments.size)]
    for line in lines(m, works, arguments.third, wrong, right):
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
