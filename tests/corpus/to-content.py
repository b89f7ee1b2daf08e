#!/usr/bin/env python3
"""Turns the output of generate.py into content files that `newssite import` reads.

    generate.py --count 1000 | to-content.py DIRECTORY

An article becomes articles/YYYY/<slug>.md: a blockquote that ends in "— name, role" becomes a statement,
the one without a pull-quote, everything between them prose. Councillors become people/*.yml with the roles
they are given, dated by the first article that says so; reporters become authors/*.yml, topics topics/*.yml.
Comments are left out. Times are London's. Python 3.9+, no third-party modules; deterministic.
"""
import json
import os
import sys
import unicodedata
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
TOPICS = [
    ("council", "Council", 1), ("children-services", "Children’s services", 2), ("education", "Education", 3),
    ("health", "Health", 4), ("transport", "Transport", 5), ("planning", "Planning", 6),
    ("environment", "Environment", None), ("crime-and-courts", "Crime and courts", None), ("business", "Business", None),
    ("housing", "Housing", None), ("sport", "Sport", None), ("arts-and-culture", "Arts and culture", None),
]
PREFIX = "Cllr "


def slug_of(name):
    plain = unicodedata.normalize("NFD", name.lower())
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def write(folder, name, text):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as f:
        f.write(text)


class Content:
    def __init__(self, root):
        self.root = root
        self.people = {}   # slug -> (name, {role: (first day, slug of the article)})
        self.authors = {}

    def article(self, a):
        wall = datetime.strptime(a["published_at"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc).astimezone(LONDON)
        author = slug_of(a["author"])
        self.authors[author] = a["author"]
        text = "---\nkind: news\nheadline: %s\nstandfirst: %s\npublished: %s\nbylines: [%s]\ntopics: [%s]\n---\n\n%s" % (
            quoted(a["title"]), quoted(a["standfirst"]), wall.strftime("%Y-%m-%d %H:%M:%S"), author, ", ".join(a["topics"]),
            "\n\n".join(self.blocks(a, wall.date().isoformat())) + "\n")
        write(os.path.join(self.root, "articles", str(wall.year)), a["slug"] + ".md", text)

    def blocks(self, a, day):
        quotes = 0
        for part in a["body"].strip().split("\n\n"):
            if not part.startswith("> "):
                yield part
                continue
            quotes += 1
            lines = [line[1:].strip() for line in part.split("\n")]
            if not lines[-1].startswith("— "):
                yield "::: pull-quote {#q%d}\n%s\n:::" % (quotes, "\n".join(lines))
                continue
            name, role = lines[-1][2:].split(", ", 1)
            words = "\n".join(lines[:-1]).strip()
            yield "::: statement {#q%d person=%s name=%s role=%s}\n%s\n:::" % (
                quotes, quoted(self.person(name, role, day, a["slug"])), quoted(name), quoted(role), words)

    def person(self, name, role, day, article):
        slug = slug_of(name.removeprefix(PREFIX))
        _, roles = self.people.setdefault(slug, (name, {}))
        roles[role] = min(roles.get(role, (day, article)), (day, article))
        return slug

    def registers(self):
        for slug, (name, roles) in sorted(self.people.items()):
            dated = sorted(((day, title, article) for title, (day, article) in roles.items()), reverse=True)
            write(os.path.join(self.root, "people"), slug + ".yml", "name: %s\nother-names: [%s]\nroles:\n%s" % (
                quoted(name.removeprefix(PREFIX)), quoted(name),
                "".join("  - title: %s\n    as-of: %s\n    source: %s\n" % (quoted(t), d, s) for d, t, s in dated)))
        for slug, name in sorted(self.authors.items()):
            write(os.path.join(self.root, "authors"), slug + ".yml", "name: %s\njob-title: Local democracy reporter\n" % quoted(name))
        for slug, name, section in TOPICS:
            write(os.path.join(self.root, "topics"), slug + ".yml", "name: %s\n%s" % (name, "section: %d\n" % section if section else ""))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    content = Content(sys.argv[1])
    for line in sys.stdin.buffer:
        content.article(json.loads(line))
    content.registers()


if __name__ == "__main__":
    main()
