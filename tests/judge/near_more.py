"""More kinds of near misses, and of right links that are hard to know again,
than near.py's; made when the rules were, by who did not know these.

A kind takes a work and the makers; it gives the entry's title, the answer, and
what else the entry says, or nothing where the work does not lend itself.
"""
import re

from near import (GIVEN, SMALL, TASKS, THINGS, TONGUES, WAYS, WHERE, WORTH, cap,
                  coined, for_it, halves, slip)

SETS = (
    "CT;MRI;PET;Ultrasound;X-Ray;OCT;EEG;ECG",
    "Liver;Kidney;Lung;Breast;Prostate;Brain;Pancreas;Colon",
    "Mouse;Rat;Zebrafish;Human;Drosophila;Macaque",
    "Kenya;India;Brazil;Sweden;Japan;Ghana",
    "Alzheimer's Disease;Parkinson's Disease;Diabetes;Sepsis;Asthma;Epilepsy",
    "Children;Adults;Older Adults;Veterans;Adolescents",
    "Python;Java;Rust;Verilog;SQL;Haskell", "Wheat;Rice;Maize;Soybean",
    "Tweets;Emails;Podcasts;Essays")


def is_plain(w):
    return coined(w["title"])[0] is None and ":" not in w["title"]


def some(m, *sets):
    return [cap(m.pick(one)) for one in sets]


# -- wrong ---------------------------------------------------------------------

def in_the_wild(w, m):
    return is_plain(w) and (w["title"], m.other(w, title="%s %s" % (
        w["title"], m.pick((
            "in the Wild", "at Scale", "from Scratch", "without Labels",
            "under Distribution Shift", "on a Budget", "with Noisy Labels",
            "in Low-Resource Settings", "in Clinical Practice",
            "for Rare Diseases", "on Edge Devices", "in Real Time")))))


def later_of_name(w, m):
    """The list has the name alone."""
    name = coined(w["title"])[0]
    return name and (name, m.other(w, title="%s: %s" % (m.pick((
        "%s 2", "%s-2", "%s II", "%sV2", "%s++", "%s-Pro", "%s-R1", "%s 1.5",
        "%s2.5", "%s Next", "%s-Omni")) % name, coined(m.title())[1]),
        authors=w["authors"][:2] + m.people()))


def later_improved(w, m):
    name, tail = coined(w["title"])
    return name and (w["title"], m.other(w, title="%s: %s %s" % (
        m.pick(("%s 2", "%s-2", "%s II", "%sV2", "%s v2", "%s-v3")) % name,
        m.pick(("Improved", "Scaling", "Stronger", "Faster")), tail),
        authors=w["authors"][:2] + m.people(), year=w["year"] + 1))


def technical_report(w, m):
    a, b = m.pick((("", "2"), ("2", "2.5"), ("", "-VL"), ("2", "2-Audio"),
                   ("2.5", "3"), ("-Math", "-Coder"), ("3", "3-Omni")))
    what = m.name() + "%s " + m.pick(("Technical Report", "System Card"))
    return what % a, m.other(w, title=what % b, year=w["year"] + 1)


def theirs_later(w, m):
    """The very title, years apart, by others."""
    return w["title"], m.other(
        w, title=w["title"], arxiv=None, year=w["year"] + m.pick((-4, 3, 5))), {
            "authors": ", ".join(w["authors"][:3]), "date": str(w["year"])}


def survey_beside(w, m):
    a, b = m.dice.sample(WHERE, 2)
    about = m.pick(("Large Language Models in %s: A Survey",
                    "A Survey of Foundation Models for %s",
                    "Artificial Intelligence in %s: A Review",
                    "Agents in %s: Progress and Prospects"))
    return about % cap(a), m.other(w, title=about % cap(b))


def tongue_of_set(w, m):
    a, b = m.dice.sample(TONGUES, 2)
    name, task = m.name(), cap(m.pick(TASKS))
    return "%s: Measuring %s in %s" % (m.pick((name, a + name)), task, a), \
        m.other(w, title="%s: Measuring %s in %s" % (b + name, task, b))


def name_inside(w, m):
    name = coined(w["title"])[0]
    return name and (name, m.other(w, title="%s: %s" % (m.pick((
        "Med%s", "Bio%s", "%s-Med", "Chat%s", "Distil%s", "Multilingual %s",
        "Ro%s", "Mobile%s", "%s-Rad", "Open%s", "%sEval", "Video-%s")) % name,
        coined(m.title())[1])))


ABOUT = ("Evaluating %s for %s", "Fine-Tuning %s for %s",
         "Capabilities of %s on %s", "Is %s a Good Tool for %s?",
         "Applying %s to %s", "Jailbreaking %s: A Study of %s",
         "How Far Is %s from %s?", "Lessons from %s for %s", "Beyond %s: %s",
         "Benchmarking %s on %s", "The Impact of %s on %s")


def about_the_name(w, m):
    name = coined(w["title"])[0]
    return name and (m.pick((name, w["title"])), m.other(
        w, title=m.pick(ABOUT) % (name, cap(m.pick(TASKS)))))


def denied(w, m):
    way, thing = some(m, WAYS, THINGS)
    a, b = m.pick((
        ("%s Can Solve %s", "%s Cannot Solve %s"),
        ("%s with %s", "%s without %s"),
        ("Supervised %s for %s", "Unsupervised %s for %s"),
        ("%s Are Robust on %s", "%s Are Not Robust on %s"),
        ("Why %s Works for %s", "Why %s Fails for %s"),
        ("Parametric %s for %s", "Nonparametric %s for %s"),
        ("Online %s for %s", "Offline %s for %s"),
        ("Invertible %s for %s", "Non-Invertible %s for %s"),
        ("Symmetric %s for %s", "Asymmetric %s for %s")))
    return a % (way, thing), m.other(w, title=b % (way, thing))


def of_another_kind(w, m):
    """Another organ, animal, country, disease, language."""
    a, b = m.dice.sample(m.pick(SETS).split(";"), 2)
    task, way = some(m, TASKS, WAYS)
    about = m.pick((m.pick(WORTH) + " %s " + task + " Using " + way,
                    way + " for " + task + " in %s"))
    return about % a, m.other(w, title=about % b)


def number_matters(w, m):
    a, b = m.pick((
        ("Type 1 Diabetes", "Type 2 Diabetes"), ("3 Tesla", "7 Tesla"),
        ("Stage II", "Stage IV"), ("5-Year", "10-Year"), ("2D", "3D"),
        ("One-Shot", "Five-Shot"), ("4-Bit", "1-Bit"), ("H1N1", "H5N1"),
        ("Phase 1", "Phase 3"), ("First-Order", "Second-Order")))
    task, way = some(m, TASKS, WAYS)
    about = m.pick((task + " for %s with " + way, "%s " + task + " by " + way))
    return about % a, m.other(w, title=about % b)


def other_way_round(w, m):
    about = m.pick(("%s for %s", "%s with %s", "%s from %s", "%s as %s",
                    "From %s to %s"))
    way, thing = some(m, WAYS, THINGS + WHERE)
    return about % (way, thing), m.other(w, title=about % (thing, way))


def other_subtitle(w, m):
    a, b = m.dice.sample((
        "A Survey", "Ethics and Governance", "A Tutorial",
        "Security and Privacy Risks", "Applications and Challenges",
        "A Benchmark Study", "Evaluation Methods", "The Case Against"), 2)
    head = "%s in %s: %%s" % tuple(some(m, WAYS, WHERE))
    return head % a, m.other(w, title=head % b)


def of_whom(w, m):
    a, b = m.dice.sample(("Language Models", "Humans", "Vision Models",
                          "Students", "Radiologists"), 2)
    about = m.pick(("Can %s Do %s?", "Do %s Understand %s?",
                    "What Do %s Know About %s?"))
    what = cap(m.pick(TASKS + THINGS))
    return about % (a, what), m.other(w, title=about % (b, what))


def at_challenge(w, m):
    """Who took part, for what was taken part in."""
    name, year = m.name(), w["year"]
    task, way = some(m, TASKS, WAYS)
    return "%s %d: %s" % (name, year, task), m.other(
        w, title="%s at %s %d: %s for %s" % (m.name(), name, year, way, task),
        year=year)


def beside_it(w, m):
    return w["title"], m.other(w, title=m.pick((
        "%s (Dataset)", "%s - Data and Code", "Dataset: %s", "%s [Data set]",
        "Replication Data for: %s", "Supplement to \"%s\"", "Code for \"%s\"",
        "%s: Supplementary Materials", "Author Correction: %s",
        "Corrigendum to \"%s\"", "Comment on \"%s\"", "%s - Reply",
        "Reply to Comments on \"%s\"", "Commentary: %s", "Discussion: %s",
        "Letter to the Editor: %s", "Peer Review of \"%s\"",
        "Author Response to %s", "Expert Opinion on %s", "In Response to: %s",
        "Reproducing \"%s\"", "Book Review: %s")) % w["title"],
        authors=m.pick((w["authors"], m.people())))


def rival(w, m):
    return is_plain(w) and (w["title"], m.other(w, title=m.pick((
        "Towards Better %s", "Improved %s", "Faster %s", "Accelerating %s",
        "Demystifying %s", "Unlocking %s", "A Theory of %s", "Explaining %s",
        "%s Revisited", "The Dark Side of %s", "A Critique of %s",
        "A Simple Baseline for %s")) % w["title"]))


def one_or_many(w, m):
    what = "%%s-%s %s with %s" % (m.pick((
        "Agent", "Task", "Center", "Hop", "Label", "View", "Turn")),
        *some(m, TASKS, WAYS))
    a, b = m.pick((("Single", "Multi"), ("Cross", "Multi"),
                   ("Inter", "Intra")))
    return what % a, m.other(w, title=what % b)


def plural_matters(w, m):
    what = m.pick(("Agent", "Transformer", "Autoencoder", "Benchmark"))
    about = m.pick(("Large Language Model Based %s: A Survey",
                    "A Survey on %s for " + cap(m.pick(WHERE))))
    return about % what, m.other(
        w, title=about % (what + "s"), year=w["year"] + 2, arxiv=None), {
        "authors": ", ".join(w["authors"][:3]), "date": str(w["year"])}


def counted_otherwise(w, m):
    a, b = m.dice.sample(range(1, 14), 2)
    what = m.pick(("Chapter %d: %s", "Lecture %d: %s", "Module %d. %s",
                   "Report %d: %s", "Working Paper %d: %s"))
    return what % (a, w["title"]), m.other(w, title=what % (b, w["title"]))


def said_again(w, m):
    return w["title"], m.other(w, title="%s: %s" % (w["title"], m.pick((
        "A Comment", "A Reply", "Rejoinder", "A Critical Appraisal",
        "A Replication", "A Reanalysis", "An Update", "Ten Years On"))))


def other_edition(w, m):
    about = "Handbook of %s in %s%%s" % tuple(some(m, WAYS, WHERE))
    a, b = m.pick(((", 2nd Edition", ", 3rd Edition"),
                   (" (Volume 1)", " (Volume 2)"), ("", ", Second Edition")))
    return about % a, m.other(w, title=about % b, authors=w["authors"])


def of_another_day(w, m):
    """Guidelines come again."""
    about = "%%d %s %s %s" % (m.pick(("ESC", "NICE", "WHO")), m.pick((
        "Guidelines for", "Consensus Statement on")), cap(m.pick(TASKS)))
    return about % w["year"], m.other(w, title=about % (
        w["year"] + m.pick((-5, -3, 4))))


def contrary(w, m):
    a, b = m.pick((("Large", "Small"), ("Local", "Global"),
                   ("Static", "Dynamic"), ("Explicit", "Implicit"),
                   ("Dense", "Sparse"), ("Zero-Shot", "Few-Shot"),
                   ("White-Box", "Black-Box"), ("Acute", "Chronic")))
    about = "%%s %s for %s" % tuple(some(m, WAYS, TASKS))
    return about % a, m.other(w, title=about % b)


def of_another_size(w, m):
    a, b = m.pick((("-10", "-100"), ("-10k", "-100k"), ("-A", "-C"),
                   ("-S", "-L"), ("-2019", "-2021"), ("-Test", "-Train")))
    about = "%s%%s: A %s of %s" % (m.name(), m.pick(("Dataset", "Benchmark")),
                                   cap(m.pick(THINGS)))
    return m.pick((about, about.split(":")[0])) % a, m.other(
        w, title=about % b)


def against_another(w, m):
    a, b, c = (cap(one) for one in m.dice.sample(WAYS, 3))
    about = "%s %s %%s for %s" % (a, m.pick(("vs.", "versus", "against")),
                                  cap(m.pick(TASKS)))
    return about % b, m.other(w, title=about % c)


def looked_back_on(w, m):
    return w["title"], m.other(w, title="%s, %s" % (w["title"], m.pick((
        "Five Years Later", "Then and Now", "and What Comes Next",
        "Ten Years On"))), year=w["year"] + m.pick((2, 3, 5)), arxiv=None)


# -- right ---------------------------------------------------------------------

def cut_within(w, m):
    title = w["title"]
    if len(title) < 45:
        return None
    most = m.dice.randrange(len(title) * 2 // 3, len(title) - 2)
    return title[:most].rstrip(" :-,") + m.pick((
        "", "...", "\u2026", " [...]", "..", " (...)")), w


SAID = {"A Survey of %s in %s": ("Ein \u00dcberblick \u00fcber %s in der %s", 0),
        "A Study of %s for %s": ("Une \u00e9tude de %s pour la %s", 1),
        "A Systematic Review of %s in %s": (
            "Uma revis\u00e3o sistem\u00e1tica de %s na %s", 2),
        "On the Use of %s in %s": ("Sobre el uso de %s en la %s", 3)}
SAID_WAYS = {"Neural Networks": "neuronale Netze;r\u00e9seaux de neurones;redes"
             " neurais;redes neuronales",
             "Language Models": "Sprachmodelle;mod\u00e8les de langue;modelos de"
             " linguagem;modelos de lenguaje",
             "Active Learning": "aktives Lernen;apprentissage actif;aprendizado"
             " ativo;aprendizaje activo"}
SAID_WHERE = {"Radiology": "Radiologie;radiologie;radiologia;radiolog\u00eda",
              "Education": "Bildung;formation;educa\u00e7\u00e3o;educaci\u00f3n",
              "Psychiatry": "Psychiatrie;psychiatrie;psiquiatria;"
              "psiquiatr\u00eda"}


def translated(w, m):
    about, way, where = (m.pick(sorted(one))
                         for one in (SAID, SAID_WAYS, SAID_WHERE))
    said, tongue = SAID[about]
    return said % (SAID_WAYS[way].split(";")[tongue], SAID_WHERE[where].split(
        ";")[tongue]), dict(w, title=about % (way, where)), m.pick((
            for_it(w, m), {"date": str(w["year"])}))


def subtitle_alone(w, m):
    tail = halves(w["title"])[1] if ":" in w["title"] else w["title"]
    return len(tail.split()) > 3 and ":" not in tail and (tail, dict(
        w, title="%s: %s" % (m.pick((m.name(), "%s in %s" % tuple(
            some(m, WAYS, WHERE)))), tail)))


def initials(w, m):
    words = [one for one in re.split("[ -]", coined(w["title"])[1])
             if one.lower() not in SMALL and one[:1].isalpha()]
    return 3 <= len(words) <= 7 and ":" not in w["title"] and all(
        one.isalpha() for one in w["title"].replace("-", " ").split()) and (
        "".join(one[0] for one in words).upper(), w)


LETTERS = (("Yuri Gorbachev", "Iurii Gorbatchov"),
           ("Aleksei Dosovitsky", "Alexey Dosovitskiy"),
           ("Wang Xiaoming", "Xiao-Ming Wang"),
           ("M\u00fcller J\u00f6rg", "Joerg Mueller"),
           ("Nguy\u1ec5n V\u0103n An", "An Van Nguyen"),
           ("\u00d8ystein S\u00f8rensen", "Oystein Soerensen"),
           ("Sergey Chaikovskii", "Sergei Tchaikovsky"),
           ("Bob Jensen", "Robert Jensen"),
           ("J.-P. Dupont", "Jean Pierre Dupont"),
           ("\u0415\u0432\u0433\u0435\u043d\u0438\u0439 \u0418\u0432\u0430"
            "\u043d\u043e\u0432", "Evgeny Ivanov"),
           ("\u738b\u5c0f\u660e", "Xiaoming Wang"),
           ("Szab\u00f3 P\u00e9ter", "P\u00e9ter Szab\u00f3"),
           ("D'Angelo, M.", "Maria DAngelo"))


def in_other_letters(w, m):
    listed, told = m.pick(LETTERS)
    misspelt = slip(w, m)
    return m.pick((w["title"], misspelt[0] if misspelt else w["title"])), dict(
        w, authors=[told] + m.people()[:2]), {"authors": listed}


def by_family(w, m):
    family = w["authors"][0].split()[-1]
    return halves(w["title"])[0] or w["title"], w, {
        "authors": m.pick((family + " et al.", family, "%s %s." % (
            family, w["authors"][0][0])))}


def marked_up(w, m):
    words = w["title"].split()
    at = m.dice.randrange(len(words))
    words[at] = m.pick((
        "<i>%s</i>", "\\textbf{%s}", "<sup>%s</sup>", "$\\mathrm{%s}$", "{%s}",
        "\\emph{%s}", "<span class=\"x\">%s</span>", "\\texttt{%s}", "_%s_",
        "**%s**", "`%s`")) % words[at]
    one, two = m.pick((0, 1)), (w["title"], " ".join(words))
    return two[one], dict(w, title=two[1 - one])


def adorned(w, m):
    name, tail = coined(w["title"])
    if not name:
        return None
    name = name.replace("-", "")
    half = len(name) // 2
    a, b = m.pick((
        (name, "$\\text{%s}$" % name),
        ("%s-%s" % (name[:half], name[half:]), name),
        (name + "\u00b2", name + "$^2$"), ("\u03c4-" + name, "Tau-" + name),
        (name.upper(), name), (name + "++", name + "++"), (name + "*", name),
        (name + "\u2122", name), ("\U0001f999 " + name, name),
        ("The " + name, name)))
    return m.pick((a, "%s: %s" % (a, tail))), dict(
        w, title="%s: %s" % (b, tail))


def set_otherwise(w, m):
    title = w["title"]
    other = m.pick((
        title.replace("fi", "\ufb01").replace("fl", "\ufb02"),
        title.replace(" ", "\u00a0", 2), title.replace("-", "\u2011"),
        title.replace("-", "\u2013"), title + "\u200b",
        "".join(chr(ord(c) + 0xfee0) if c.isascii() and c.isalnum() else c
                for c in title),
        title.replace(": ", "\uff1a"), title.replace(" ", "_"),
        title.replace(": ", ":"), title + ".", title.replace(":", ".")))
    return m.pick(((other, w), (title, dict(w, title=other))))


def two_slips(w, m):
    once = slip(w, m)
    again = once and slip(dict(w, title=once[0]), m)
    return again and len(w["title"].split()) > 6 and (
        again[0], w, m.pick(({"date": str(w["year"])}, for_it(w, m))))


def word_amiss(w, m):
    """A word left out, said twice, or several left out of many."""
    words = w["title"].split()
    if len(words) < 8:
        return None
    at, many = m.dice.randrange(1, len(words) - 2), m.dice.randrange(3)
    if ":" in "".join(words[at:at + 2]):
        return None
    words[at:at + many] = [] if many else [words[at], words[at]][:1]
    return " ".join(words), w, m.pick(({"date": str(w["year"])}, for_it(w, m)))


def glossed(w, m):
    return m.pick((
        "%s (best paper award)", "%s - a great introduction", "\u2b50 %s",
        "%s -- must read!", "[Survey] %s", "%s (2023, 500+ citations)",
        "Must-read: %s", "Paper: %s", "The paper \"%s\"", "[Dataset] %s",
        "%s (highly recommended)", "NEW: %s", "%s (in French)", "%s (PyTorch)",
        "%s \U0001f44d", "%s (free PDF)", "(Survey) %s", "%s - blog post",
        "Blog: %s", "[Oral] %s", "%s  -  PDF", "%s, Nature Medicine")) \
        % w["title"], w


def name_glossed(w, m):
    name = coined(w["title"])[0]
    return name and (m.pick((
        "%s (Google)", "%s by DeepMind", "%s (ICLR 2022)", "%s (multilingual)",
        "The %s dataset", "%s Challenge", "%s benchmark", "%s paper (arXiv)",
        "%s, 2023", "%s leaderboard", "%s corpus", "%s Dataset (2020)",
        "%s project")) % name, w)


def of_some_length(w, m):
    said = m.pick(("%s (Extended Abstract)", "%s (Abstract Reprint)",
                   "%s (Student Abstract)", "%s (Extended Version)",
                   "%s (Short Paper)", "%s (Technical Report)", "%s (Preprint)",
                   "%s: Extended Abstract")) % w["title"]
    return m.pick(((w["title"], dict(w, title=said)), (said, w)))


def years_off(w, m):
    head = halves(w["title"])[0]
    return m.pick((w["title"], head)) if head and len(head.split()) > 2 \
        else w["title"], dict(w, arxiv=None), {
            "date": str(w["year"] - m.pick((1, 2)))}


def who_and_when(w, m):
    family = w["authors"][0].split()[-1]
    return len(family) > 3 and family not in GIVEN and (m.pick((
        "%s et al. (%d)", "%s et al., %d", "%s %d", "[%s et al. %d]")) % (
        family, w["year"]), w, {"authors": None, "date": str(w["year"])})


def numbered(w, m):
    return m.pick(("3) %s", "(12) %s", "[B3] %s", "#7 %s", "[14] %s",
                   "16. %s")) % w["title"], w


def keywords(w, m):
    words = [one for one in re.split(r"[^\w-]+", w["title"].lower())
             if one and one not in SMALL]
    return len(words) > 4 and (" ".join(words), w)


def with_its_authors(w, m):
    family = w["authors"][0].split()[-1]
    return m.pick(("%s, %s et al., ICLR'21", "%s (%s et al.)",
                   "%s [%s+, NeurIPS]")) % (w["title"], family), w


def longer_in_print(w, m):
    return w["title"], dict(w, title=w["title"] + m.pick((
        ": A Retrospective Multicenter Study", ": Cross-Sectional Study",
        ": Model Development and Validation", " - A Pilot Study"))), m.pick((
            for_it(w, m), {"date": str(w["year"])}, {}))


def as_in_addresses(w, m):
    name = coined(w["title"])[0]
    return name and (m.pick((name.lower(), name.replace("-", "_").lower(),
                             re.sub("([a-z])([A-Z])", r"\1-\2", name),
                             re.sub("([a-z])([A-Z])", r"\1 \2", name))), w)


SPELT = (("Analyzing", "Analysing"), ("Color", "Colour"), ("Center", "Centre"),
         ("Behavior", "Behaviour"), ("Modeling", "Modelling"),
         ("Hemorrhage", "Haemorrhage"), ("Leukemia", "Leukaemia"),
         ("Esophageal", "Oesophageal"), ("Catalog", "Catalogue"),
         ("Gray", "Grey"), ("Program", "Programme"), ("Artifact", "Artefact"),
         ("Labeled", "Labelled"), ("Fiber", "Fibre"), ("Data Set", "Dataset"),
         ("Health Care", "Healthcare"), ("E-mail", "Email"),
         ("Follow-Up", "Followup"), ("Pretraining", "Pre-Training"),
         ("Chatbot", "Chat Bot"), ("Fetal", "Foetal"))


def spelt(w, m):
    one, two = m.pick((0, 1)), m.pick(SPELT)
    tail = coined(w["title"])[1]
    return "%s %s" % (two[one], tail), dict(
        w, title="%s %s" % (two[1 - one], tail))


WRONG = (in_the_wild, later_of_name, later_improved, technical_report,
         theirs_later, survey_beside, tongue_of_set, name_inside,
         about_the_name, denied, of_another_kind, number_matters,
         other_way_round, other_subtitle, of_whom, at_challenge, beside_it,
         rival, one_or_many, plural_matters, counted_otherwise,
         said_again, other_edition, of_another_day, contrary, of_another_size,
         against_another, looked_back_on)
RIGHT = (cut_within, translated, subtitle_alone, initials, in_other_letters,
         by_family, marked_up, adorned, set_otherwise, two_slips, word_amiss,
         glossed, name_glossed, of_some_length, years_off, who_and_when,
         numbered, keywords, with_its_authors, longer_in_print,
         as_in_addresses, spelt)
