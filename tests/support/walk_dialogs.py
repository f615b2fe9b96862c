# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks what a screen reader sees of the dialogs of a running Linnet, each opened as a user opens it, and closes it again.

Usage: walk_dialogs.py PLAN PROGRAM [argument …], within a session bus; makes a display of its own. PLAN is a JSON array of ways to
a dialog; a way is an array of steps, each done in the dialog that the one before has opened, at first in the window:
  ["menu", NAME]    chooses it from the menus
  ["tab", NAME]     brings a page to the front, its name begins so; opens nothing
  ["list", NAME]    chooses the row of a list; opens nothing
  ["button", NAME]  presses it
  ["file", PATH]    chooses the file in the file dialog that is open
Prints a JSON array as walk_atspi.py does, with an object for each dialog: "page" is the last step's name, "title" the dialog's.
"""

import json
import os
import sys

import pyatspi

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from walk_atspi import look, menu_items, on_display, start, until, window_of  # noqa: E402

BUTTONS = {pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_PUSH_BUTTON_MENU}
CLOSING = ["Cancel", "Close", "OK", "No"]
PATIENCE = 20


def shown(one):
    states = one.getState()
    return states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)


def find(root, roles, fits, depth=0):
    if root.getRole() in roles and fits(root.name) and shown(root):
        return root
    if depth > 40 or not root.getState().contains(pyatspi.STATE_VISIBLE):
        return None
    for i in range(min(root.childCount, 300)):
        child = root.getChildAtIndex(i)
        found = find(child, roles, fits, depth + 1) if child is not None else None
        if found is not None:
            return found
    return None


class Walk:
    def __init__(self, program):
        self.window = window_of(program)
        self.application = self.window.getApplication()
        self.items = until(lambda: menu_items(self.window)) or {}
        self.results = []

    def dialogs(self):
        """From the lowest to the one on top."""
        children = [self.application.getChildAtIndex(i) for i in range(self.application.childCount)]
        return [child for child in children if child is not None and child != self.window and shown(child)]

    def fault(self, name, text):
        self.results.append({"page": name, "title": "", "seen": 0, "focusable": 0, "faults": [text]})

    def press(self, kind, name, inside):
        """Does a step; false when there is nothing of that name."""
        if kind == "menu":
            thing = self.items.get(name)
            if thing is None or not until(lambda: thing.getState().contains(pyatspi.STATE_SENSITIVE), PATIENCE):
                return False
        elif kind == "tab":
            thing = until(lambda: find(inside, {pyatspi.ROLE_PAGE_TAB}, lambda text: text.startswith(name)), PATIENCE)
        elif kind == "list":
            thing = until(lambda: find(inside, {pyatspi.ROLE_LIST_ITEM}, lambda text: text == name), PATIENCE)
        elif kind == "file":
            field = until(lambda: find(inside, {pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY}, lambda text: "name" in text.lower()),
                          PATIENCE)
            if field is None:
                return False
            field.queryEditableText().setTextContents(name)
            thing = until(lambda: find(inside, BUTTONS, lambda text: text == "Open"), PATIENCE)
        else:
            thing = until(lambda: find(inside, BUTTONS, lambda text: text == name), PATIENCE)
        if thing is None:
            return False
        thing.queryAction().doAction(0)
        return True

    def leave(self, dialog):
        def button():
            for name in CLOSING:
                found = find(dialog, BUTTONS, lambda text: text == name)
                if found is not None:
                    return found
            return None

        before = len(self.dialogs())
        found = until(button, PATIENCE)
        if found is not None:
            found.queryAction().doAction(0)
        return found is not None and bool(until(lambda: len(self.dialogs()) < before, PATIENCE))

    def go(self, way):
        opened = 0
        for kind, name in way:
            inside = self.dialogs()[-1] if opened else self.window
            before = len(self.dialogs())
            if not self.press(kind, name, inside):
                self.fault(name, "there is no such %s" % kind)
                break
            if kind in ("tab", "list"):
                continue
            wanted = before if kind == "file" else before + 1
            if kind == "file":
                until(lambda: inside not in self.dialogs(), PATIENCE)
                opened -= 1
            if not until(lambda: len(self.dialogs()) >= wanted, PATIENCE):
                self.fault(name, "no dialog came")
                break
            opened += 1
        else:
            dialog = self.dialogs()[-1]
            until(lambda: not look(way[-1][1], dialog)["faults"], 5)  # while it comes, parts of it may have no names
            result = look(way[-1][1], dialog)
            result["title"] = dialog.name
            if not dialog.name.strip():
                result["faults"].append("the dialog has no title")
            if dialog.getRole() not in (pyatspi.ROLE_DIALOG, pyatspi.ROLE_ALERT):
                result["faults"].append("is no dialog but %s" % dialog.getRoleName())
            self.results.append(result)
        while self.dialogs():
            if not self.leave(self.dialogs()[-1]):
                self.fault(way[-1][1], "no button leaves it")
                return False
        return True


def walk(display):
    program = start(sys.argv[2:], display)
    try:
        walking = Walk(program)
        for way in json.loads(sys.argv[1]):
            if not walking.go(way):
                break
        print(json.dumps(walking.results))
    finally:
        program.terminate()
        program.wait(30)


if __name__ == "__main__":
    on_display(walk)
