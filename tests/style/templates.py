# SPDX-FileCopyrightText: 2026 The Genlock authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of .ui files: each takes the text of one and yields (line, what is wrong)."""

import re
from xml.parsers import expat

# Properties whose text people read.
SHOWN = {"label", "title", "subtitle", "description", "tooltip-text", "placeholder-text", "text", "heading", "body",
         "primary-icon-tooltip-text", "secondary-icon-tooltip-text"}
BUTTONS = {"GtkButton", "GtkToggleButton", "GtkMenuButton", "AdwSplitButton"}


class Element:
    def __init__(self, name, attributes, line):
        self.name, self.attributes, self.line = name, attributes, line
        self.children, self.text = [], ""

    def property(self, name):
        return next((child for child in self.children
                     if child.name == "property" and child.attributes.get("name") == name), None)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


def parse(text):
    """The root of the tree; raises expat.ExpatError where the file is not well-formed."""
    root = Element("", {}, 0)
    stack = [root]
    parser = expat.ParserCreate()

    def start(name, attributes):
        element = Element(name, attributes, parser.CurrentLineNumber)
        stack[-1].children.append(element)
        stack.append(element)

    def data(characters):
        stack[-1].text += characters

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: stack.pop()
    parser.CharacterDataHandler = data
    parser.Parse(text, True)
    return root


def elements(text):
    """Every element; none where the file is not well-formed, which has a rule of its own."""
    try:
        return list(parse(text).walk())
    except expat.ExpatError:
        return []


def well_formed(text):
    try:
        parse(text)
    except expat.ExpatError as error:
        yield error.lineno, str(error)


def translatable(text):
    """What people read is marked for translation."""
    for element in elements(text):
        shown = element.name == "property" and element.attributes.get("name") in SHOWN
        shown |= element.name == "attribute" and element.attributes.get("name") == "label"
        if shown and re.search(r"[^\W\d_]{2}", element.text) and element.attributes.get("translatable") != "yes" \
                and "bind-source" not in element.attributes:
            yield element.line, f"“{element.text.strip()}” is not translatable"


def labelled(text):
    """A button that shows only an icon says its name: a tooltip or an accessible label."""
    for element in elements(text):
        if element.name != "object" or element.attributes.get("class") not in BUTTONS:
            continue
        if element.property("icon-name") is None or element.property("label") is not None:
            continue
        named = element.property("tooltip-text") is not None
        for child in element.children:
            named |= child.name == "accessibility" and any(
                grand.attributes.get("name") in ("label", "labelled-by") for grand in child.children)
        if not named:
            yield element.line, "this icon button has neither a tooltip nor an accessible label"


def license_lines(text):
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:400]:
        yield 1, "the SPDX lines are missing"


RULES = {
    "ui-well-formed": well_formed,
    "ui-translatable": translatable,
    "ui-labelled": labelled,
    "ui-license": license_lines,
}
