# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks what a screen reader sees of a running Linnet: of the window and of every page that a menu leads to.

Usage: walk_atspi.py PROGRAM [argument …], within a session bus; makes a display of its own. Prints a JSON array with an object
for each page: "page", "seen" (how many were looked at), "focusable", and "faults" (texts).
"""

import json
import os
import subprocess
import sys
import time

import pyatspi

# Names in the menus, in English.
PAGES = ["Start page", "New search", "New crawl", "New check", "New proxy test", "Proxies", "Requests", "Problems"]
NAMED = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_MENU_ITEM,
    pyatspi.ROLE_MENU, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_TREE, pyatspi.ROLE_TABLE, pyatspi.ROLE_LIST,
    pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_LINK,
}
LISTS = {pyatspi.ROLE_TREE, pyatspi.ROLE_TABLE, pyatspi.ROLE_LIST, pyatspi.ROLE_TREE_TABLE}
DEADLINE = 90


def until(what, seconds=DEADLINE):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = what()
        except Exception:  # what is asked for may go meanwhile
            found = None
        if found:
            return found
        time.sleep(0.1)
    return None


def walk(root, visit, depth=0):
    """Every object once, but not what is below one that is not shown; long lists as far as a reader reads ahead."""
    states = root.getState()
    visit(root, states)
    if depth > 40:
        raise RuntimeError("the tree does not end")
    if not states.contains(pyatspi.STATE_VISIBLE):
        return
    many = states.contains(pyatspi.STATE_MANAGES_DESCENDANTS) or root.getRole() in LISTS
    for i in range(min(root.childCount, 12 if many else 500)):
        child = root.getChildAtIndex(i)
        if child is not None:
            walk(child, visit, depth + 1)


def look(page, window):
    result = {"page": page, "seen": 0, "focusable": 0, "faults": []}

    def visit(one, states):
        shown = states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)
        result["seen"] += 1
        focusable = shown and states.contains(pyatspi.STATE_FOCUSABLE)
        result["focusable"] += focusable
        role = one.getRole()
        if role == pyatspi.ROLE_INVALID:
            result["faults"].append("no role: %r" % one.name)
        if role in (pyatspi.ROLE_UNKNOWN,) and focusable:
            result["faults"].append("unknown role: %r" % one.name)
        if not shown or role not in NAMED or one.name.strip():
            return
        parent = one.parent
        within = parent.getRole() if parent is not None else pyatspi.ROLE_INVALID
        if within not in LISTS and within not in (pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_SPIN_BUTTON):
            result["faults"].append("no name: %s in %r" % (one.getRoleName(), parent.name if parent else ""))

    walk(window, visit)
    result["faults"] = sorted(set(result["faults"]))
    return result


def menu_items(window):
    """All that stands in the menus, by its name; menus need not be open."""
    items = {}

    def gather(one):
        if one.getRole() in (pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_CHECK_MENU_ITEM) and one.childCount == 0:
            items.setdefault(one.name, one)
        for i in range(one.childCount):
            child = one.getChildAtIndex(i)
            if child is not None:
                gather(child)

    for i in range(window.childCount):
        child = window.getChildAtIndex(i)
        if child is not None and child.getRole() == pyatspi.ROLE_MENU_BAR:
            gather(child)
    return items


def on_display(then):
    """Calls then(name) with the name of a display of its own."""
    ready, told = os.pipe()
    display = subprocess.Popen(["Xvfb", "-displayfd", str(told), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
                               pass_fds=[told], stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(ready) as number:
            then(":" + number.readline().strip())
    finally:
        display.terminate()
        display.wait(30)


def start(arguments, display):
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", DISPLAY=display,
                       LC_ALL="C.UTF-8")
    return subprocess.Popen(arguments, env=environment)


def window_of(program):
    def window():
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == program.pid and application.childCount:
                return application.getChildAtIndex(0)
        return None

    top = until(window)
    if top is None:
        sys.exit("the window did not come")
    return top


def walk_window(display):
    program = start(sys.argv[1:], display)
    try:
        top = window_of(program)
        results = [look("window", top)]
        items = until(lambda: menu_items(top)) or {}
        for page in PAGES:
            item = items.get(page)
            if item is None:
                results.append({"page": page, "seen": 0, "focusable": 0, "faults": ["not in the menus: " + ", ".join(items)]})
                continue
            item.queryAction().doAction(0)
            until(lambda: not look(page, top)["faults"], 10)  # while the page comes, parts of it may have no names
            results.append(look(page, top))
        print(json.dumps(results))
    finally:
        program.terminate()
        program.wait(30)


if __name__ == "__main__":
    on_display(walk_window)
