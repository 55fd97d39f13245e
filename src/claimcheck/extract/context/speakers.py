"""Who says a thing: verbs of speech, "according to", and labels of a transcript."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from claimcheck.extract.context.chunks import NOUN, OWNER
from claimcheck.extract.context.row import Row
from claimcheck.extract.context.speaker_names import name
from claimcheck.extract.context.subjects import full_phrase, subject_chunk
from claimcheck.extract.context.tokens import Tokens
from claimcheck.lexicon import grammar, lemmas, speakers
from claimcheck.model import Block, Span

_ASIDE = 12  # chunks between a noun and its verb
_LABEL = 80  # characters that a name and what is said behind it begin in


def in_sentence(text: str, tokens: Tokens, row: Row, at: int = 0) -> str | None:
    """The speaker named in the stretch around chunk `at`, else in the sentence; "" for a pronoun, None for nobody."""
    for low, high in dict.fromkeys((part(row, at), _unparted(row.code, at), (0, len(row.code)))):
        found = _between(text, tokens, row, low, high)
        if found is not None:
            return found
    return None


def can_tell(tokens: Tokens) -> bool:
    """False for a sentence without any word that could tell who speaks."""
    return not tokens.marks.isascii()  # SPEECH is the only bit beyond it


def can_name(row: Row) -> bool:
    """False for a sentence without any noun phrase, which names nobody."""
    return NOUN in row.code or OWNER in row.code


def part(row: Row, at: int) -> Span:
    """The chunks (half open) around chunk `at` up to where somebody else is set against: "while the mayor said"."""
    low, high = _unparted(row.code, at)
    opened = [match.start() for match in _joining().finditer(row.code, low, high)]
    borders = [i for i in opened if row.chunks[i].head in speakers.words("opposing")]
    if not borders:
        return low, high
    return max((i for i in borders if i < at), default=low), min((i for i in borders if i > at), default=high)


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(r"[sk]")


def _unparted(code: str, at: int) -> Span:
    """The chunks around chunk `at` that no semicolon or dash parts."""
    high = code.find(";", at)
    return code.rfind(";", 0, at) + 1, high if high >= 0 else len(code)


def _between(text: str, tokens: Tokens, row: Row, low: int, high: int) -> str | None:
    """The first speaker named by the chunks `low` to `high`."""
    aside: str | None = None
    telling = _telling() if "according" in tokens.words else _speaking()
    for match in telling.finditer(row.code, low, high):
        at = match.start()
        chunk = row.chunks[at]
        if chunk.kind != "p":
            opener = _opener(row, low, at) if _speaks(tokens, row, at) else None
            silent = opener is None or opener in speakers.words("open")
            found = None if silent else _speaker(text, tokens, row, at)
            if found is not None and not opener:
                return found
            aside = aside or found
        elif tokens.words[chunk.first] == "according":
            noun = _noun_at(row, at + 1)
            if noun is not None:
                return name(text, tokens, row, noun)
    return aside


def _opener(row: Row, low: int, verb: int) -> str:
    """What opens the clause of a verb, if it is a subordinate one: whoever speaks in the main clause comes first."""
    border = max(row.code.rfind(letter, low, verb) for letter in ",swh")
    return row.chunks[border].head if border >= 0 and row.code[border] == "s" else ""


def _speaks(tokens: Tokens, row: Row, verb: int) -> bool:
    """True for a verb of speech that asserts, for "gave a lower toll of 31" and "spoke of 31 dead"."""
    chunk = row.chunks[verb]
    head = chunk.head
    if chunk.negated or chunk.modal or (chunk.kind == "R" and row.code[verb + 1 : verb + 2] in ("I", "K")):
        return False  # "jets believed to belong to the army"
    if head in speakers.words("mentioning") and row.code[verb + 1 : verb + 3] == "oM":
        return True
    if head in speakers.words("counting") and _counted().match(row.code, verb + 1):
        return verb == 0 or row.chunks[verb - 1].head != "it"  # "it measured 6.9"
    if head in speakers.words("giving") and _is_tally(tokens, row, verb + 1):
        return True
    return head in speakers.words("verbs")


def _is_tally(tokens: Tokens, row: Row, at: int) -> bool:
    """True for a noun that counts or measures: "the toll", "the quake's magnitude at 5.9", and for "it at 5.9"."""
    if row.code[at : at + 3] == "NpM" and row.chunks[at].head == "it":
        return True
    if row.code[at : at + 2] == "NN" and row.chunks[at].head == "it":
        at += 1 + (row.code[at + 2 : at + 3] == "M")  # "assigned it a local magnitude of 6.4"
    at += row.code[at : at + 1] == "S"
    if row.code[at : at + 1] == "M":
        return tokens.words[row.chunks[at].first].partition(" ")[0] in speakers.words("tallies")
    return row.code[at : at + 1] == "N" and row.chunks[at].head in speakers.words("tallies")


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(r"(?:Np)?M")


@cache
def _telling() -> re.Pattern[str]:
    """A chunk that may name a speaker: a verb of speech, or "according"."""
    return re.compile(r"[VRGp]")


@cache
def _speaking() -> re.Pattern[str]:
    return re.compile(r"[VRG]")


def _noun_at(row: Row, at: int) -> int | None:
    """The noun phrase at `at`, a preposition before it allowed."""
    while at < len(row.code) and row.code[at] == "p":
        at += 1
    return at if at < len(row.code) and row.code[at] in "NS" else None


def _speaker(text: str, tokens: Tokens, row: Row, verb: int) -> str | None:
    """The subject of a verb of speech; behind the verb where it is inverted ("..., said the mayor")."""
    if row.chunks[verb].kind == "G":
        return _beside(text, tokens, row, verb)
    if _inverted(row, verb, _quoted_before(text, tokens.starts[row.chunks[verb].first])):
        return name(text, tokens, row, verb + 1)
    telling = _tells(text, tokens, row, verb) or _is_tally(tokens, row, verb + 1)
    if row.chunks[verb].head in speakers.words("weak") and not telling:
        return None
    near = _before_aside(row.code, verb)
    subject = _behind_quotation(text, tokens, row, verb)
    if subject is None:
        subject = _behind_comma(row, near)
    if subject is None:
        subject = verb - 1 if _second_of_two(row, verb) else _described(row, near)
    if subject is None:
        subject = _trailing(row, verb)
    if subject is None:
        subject = subject_chunk(row, near)
    found = None
    if subject is not None and row.code[subject] == "N":
        bearer = _bearer(tokens, row, verb)
        found = name(text, tokens, row, _named(tokens, row, subject, verb) if bearer is None else bearer)
    if found is None and _who().match(row.code) and row.chunks[1].head == "who":
        return name(text, tokens, row, 0)  # "Ada Lund who lives in Velm but has friends there said"
    return _merged(text, tokens, row, verb) if subject is None else found


def _bearer(tokens: Tokens, row: Row, verb: int) -> int | None:
    """The name before an apposition that holds a clause: "Ada Lund, a nurse who lives in Velm, said"."""
    match = _apposed().match(row.code, 0, verb)
    return 0 if match is not None and tokens.capitals[row.chunks[0].last] else None


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(r"N,S?N(?:[po]S?N)*(?:w[^,;wk]*)+,$")


@cache
def _who() -> re.Pattern[str]:
    return re.compile("Nw")


def _beside(text: str, tokens: Tokens, row: Row, verb: int) -> str | None:
    """Who speaks beside the main clause: "with the state agency confirming 12 deaths"."""
    at = next((at for at in range(verb - 2, -1, -1) if row.chunks[at].head == "with"), None)
    if at is None or _phrase().fullmatch(row.code, at + 1, verb) is None:
        return None
    return name(text, tokens, row, at + 1)


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(r"N(?:[po]S?N)*")


def _before_aside(code: str, verb: int) -> int:
    """Where the clause before a verb ends: "the mayor, however, said", "the mayor however said"."""
    return verb - 3 if code[max(0, verb - 3) : verb] == ",k," else verb - (code[verb - 2 : verb] == "Nk")


def _described(row: Row, verb: int) -> int | None:
    """The noun behind which a participle tells more: "rescuers working at the scene said"."""
    match = _working().search(row.code, max(0, verb - _ASIDE), verb)
    return match.start("noun") if match is not None else None


@cache
def _working() -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<=[;k]))S?(?P<noun>N)(?:[po]S?N)*G(?:[pob]*S?N)+$")


def _trailing(row: Row, verb: int) -> int | None:
    """The phrase before a verb of speech that ends its sentence: "12 died in the city on Monday the mayor said"."""
    if _ended().match(row.code, verb + 1) is None:
        return None
    for match in _own_phrase().finditer(row.code, 0, verb):
        at = match.start("noun")
        if match["before"] != "p" or row.chunks[at].first > row.chunks[at - 1].last + 1:
            return at  # behind a time that "at" belongs to: "at dawn on Sunday the mayor said"
    return None


@cache
def _ended() -> re.Pattern[str]:
    """What may follow such a verb: a comma, another clause, or where and to whom somebody says it."""
    return re.compile(r"N?(?:[pob]+S?N)*(?:[,;sc)]|$)")


@cache
def _own_phrase() -> re.Pattern[str]:
    """A noun phrase right behind another one or behind a state, where no comma parts them."""
    return re.compile(r"(?P<before>[NMRDPp])(?=(?P<noun>N)(?:[po]S?N)*$)")


def _merged(text: str, tokens: Tokens, row: Row, verb: int) -> str | None:
    """Who speaks in small letters right behind a place, no comma between: "in the city of Orvane police said"."""
    if not verb or not _ended().match(row.code, verb + 1) or row.code[verb - 2 : verb] not in ("pN", "oN"):
        return None
    last = row.chunks[verb - 1].last
    if tokens.capitals[last] or tokens.words[last] not in speakers.words("sources"):
        return None
    named = [at for at in range(row.chunks[verb - 1].first, last) if tokens.capitals[at]]
    first = named[-1] + 1 if named else last
    return text[tokens.starts[first] : tokens.ends[last]]


def _second_of_two(row: Row, verb: int) -> bool:
    """True for "since the attacks and the mayor says": a verb of one person behind two phrases."""
    form = lemmas.forms().get(row.chunks[verb].word)
    return row.code[verb - 2 : verb] == "cN" and form is not None and form[1] == "present"


def _tells(text: str, tokens: Tokens, row: Row, verb: int) -> bool:
    """True where a clause follows a verb or a quotation stands beside it; not for "claimed 30 lives"."""
    code, chunk = row.code, row.chunks[verb]
    if chunk.head == "claim" and row.chunks[min(verb + 1, len(code) - 1)].head in speakers.words("taken"):
        return False
    if code[verb + 1 : verb + 2] == "h" or _clause().match(code, verb + 1):
        return True
    end = tokens.ends[chunk.last]
    ends = code[verb + 1 : verb + 2] in ("", ";") and code[verb - 1 : verb] == "N" and verb > 1
    return (
        ends
        or _quoted_before(text, tokens.starts[chunk.first])
        or text[end : end + 4].lstrip(" ,:")[:1] in _MARKS
    )


def _quoted_before(text: str, at: int) -> bool:
    """True where a quotation ends right before `at`."""
    return text[max(0, at - 4) : at].rstrip().endswith(_MARKS)


def _inverted(row: Row, verb: int, quoted: bool) -> bool:
    """True for a verb behind a comma or a quotation whose subject follows it."""
    code, head = row.code, row.chunks[verb].head
    if head not in speakers.words("quoting" if quoted else "inverting"):
        return False
    if row.chunks[verb].first < row.chunks[verb].last or code[verb + 1 : verb + 2] != "N":
        return False  # "have denied any wrongdoing"
    return (quoted or verb == 0 or code[verb - 1] in ",;") and not _sentence().match(code, verb + 1)


@cache
def _sentence() -> re.Pattern[str]:
    """A phrase with its own finite verb: "says the catch by Lund was"."""
    return re.compile(r"S?N(?:[pobRGD]+S?N)*[RGD]?[VPB]")


@cache
def _clause() -> re.Pattern[str]:
    """A clause as object: a phrase with its own verb."""
    return re.compile(r"S?[NM](?:[pob]*S?[NM]|[,c])*[VPBR]")


def _behind_quotation(text: str, tokens: Tokens, row: Row, verb: int) -> int | None:
    """The first noun phrase between a quotation and the verb of speech behind it."""
    start, end = tokens.starts[0], tokens.starts[row.chunks[verb].first]
    mark = max(text.rfind(closing, start, end) for closing in _MARKS)
    if mark < 0:
        return None
    behind = bisect_right(row.chunks, mark, 0, verb, key=lambda chunk: tokens.starts[chunk.first])
    if any(letter in "VPBM" for letter in row.code[behind:verb]):
        return None
    for at in range(behind, verb):
        if row.code[at] == "N" and (at == 0 or row.code[at - 1] not in "pob"):
            return at
    return None


def _behind_comma(row: Row, verb: int) -> int | None:
    """The noun phrase between the comma that ends another clause and the verb: "12 fled, the mayor of X said"."""
    aside = _where().search(row.code, 0, verb)
    if aside is not None and row.chunks[row.code.index("s")].head == "where":
        return aside.start("noun")  # "the hospital, where the victims were taken, said"
    match = _last_phrase().search(row.code, 0, verb)
    return full_phrase(row, match.start("noun"), verb) if match is not None else None


@cache
def _where() -> re.Pattern[str]:
    return re.compile(r"^(?P<noun>N)(?:[po]S?N)*,?s[^,;]*[VPB][^,;]*,?$")


@cache
def _last_phrase() -> re.Pattern[str]:
    return re.compile(r"(?:(?<=[VPBRGMND]),|\))S?(?P<noun>N)(?:(?:[pob]+|c)S?N)*$")


_MARKS = ('"', "”", "“", "''", "»")


def _named(tokens: Tokens, row: Row, subject: int, verb: int) -> int:
    """A name in apposition rather than the office before it: "the head of the agency, Ada Lund, said"."""
    if tokens.capitals[row.chunks[subject].last]:
        return subject
    for at in range(subject + 1, verb):
        if row.code[at] == "N" and row.code[at - 1] == "," and tokens.capitals[row.chunks[at].last]:
            return at
    return subject


def label(plain: str, block: Block) -> str | None:
    """The speaker that a transcript names before a colon at the start of a block."""
    end = min(block.end, block.start + _LABEL)
    match = _label().match(plain, block.start, end) if plain.find(":", block.start, end) > 0 else None
    if match is None:
        return None
    words = match["name"].split()
    if any(word.lower().strip(".") in speakers.words("labels") for word in words):
        return None
    if words[0].lower() in grammar.words("determiner"):
        return None
    while len(words) > 1 and words[0].lower().strip(".") in speakers.words("titles"):
        words = words[1:]
    return " ".join(words)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"\s*(?P<name>[^\W\d_a-z][\w.'’-]+(?:\s+[^\W\d_a-z][\w.'’-]*){0,4})\s*:\s+(?=\S)")
