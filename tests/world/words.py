"""Invented words, titles and people; dice that throw alike everywhere.

Names and titles are made of syllables, many enough that a release of them
compresses about as well as one of real lists (some 9 : 1 with zstd -3): words
from a short vocabulary would make `tar --zstd`, which we are compared with,
four times as fast as it is in life.
"""
SYLLABLES = ("ba be bi bo bra ca ce chi co cu da de di do dra fa fe fi flo ga "
             "ge gi go gra ha he hi ho ja ka ke ki ko la le li lo lu ma me mi "
             "mo mu na ne ni no nu pa pe pi po pra ra re ri ro ru sa se shi so "
             "sta ta te ti to tra tu va ve vi vo wa we xi ya yo za zhe").split()
SHORT = "for of in with from and on by".split()


class Dice:
    """The same throws for the same number, on any machine."""

    def __init__(self, seed):
        self.state = seed * 2654435761 + 97

    def throw(self, sides):
        self.state = (self.state * 6364136223846793005
                      + 1442695040888963407) & (1 << 64) - 1
        return (self.state >> 33) % sides


def word(n, endings="n r s x l".split()):
    """The nth of some thousands of words: pronounceable, none of them real."""
    made = ""
    for _ in range(2 + n % 2):
        made += SYLLABLES[n % len(SYLLABLES)]
        n = n // 3 + 31 * n % 1009
    return made + (endings[n % len(endings)] if n % 3 else "")


def common(dice, words):
    """As in any text, a few words come often and most hardly ever."""
    return word(int(words * (dice.throw(1 << 20) / (1 << 20)) ** 3))


def title(n):
    dice = Dice(n)
    words = [common(dice, 6000) for _ in range(5 + dice.throw(6))]
    words.insert(2, words.pop(0) + ":")
    for at in range(4, len(words), 3):
        words.insert(at, SHORT[dice.throw(len(SHORT))])
    words.append(word(7 + dice.throw(1 << 20)))
    words[0] = words[0].capitalize()
    return " ".join(words)


def authors(n):
    dice = Dice(-n)
    return ["%s %s" % (word(dice.throw(400)).capitalize(),
                       word(1000 + dice.throw(9000)).capitalize())
            for _ in range(1 + dice.throw(4) + dice.throw(5))]
