# SPDX-License-Identifier: GPL-3.0-or-later
"""Listens, as a screen reader does, to a running Linnet while a search over the practice server runs, and is finished.

Usage: hear_atspi.py PROGRAM [argument …], within a session bus; makes a display of its own. Prints a JSON array of what was
announced: objects with "text", "role" and "event".
"""

import json
import os
import subprocess
import sys
import time

import pyatspi
from gi.repository import GLib

DEADLINE = 150
EVENTS = ["object:state-changed:showing", "object:announcement"]
# Names in the menus, in English, one after the other.
STEPS = ["Try with invented data", "Start, pause or continue", "Finish here (rows are kept)"]


class Listener:
    def __init__(self, pid):
        self.pid = pid
        self.heard = []
        self.loop = GLib.MainLoop()
        self.end = time.monotonic() + DEADLINE
        self.step = 0
        self.next = 0

    def window(self):
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == self.pid and application.childCount:
                return application.getChildAtIndex(0)
        return None

    def take(self, event):
        try:
            if event.type.startswith("object:announcement"):
                self.heard.append({"text": str(event.any_data), "role": event.source.getRoleName(), "event": event.type})
            elif event.detail1 and event.source.getRole() == pyatspi.ROLE_NOTIFICATION:
                self.heard.append({"text": event.source.name, "role": event.source.getRoleName(), "event": event.type})
        except Exception:  # what it is about has gone
            return
        if self.heard and self.step == len(STEPS):
            GLib.timeout_add(500, self.loop.quit)

    def item(self, one, name):
        if one.getRole() in (pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_CHECK_MENU_ITEM) and one.name == name:
            return one
        for i in range(one.childCount):
            child = one.getChildAtIndex(i)
            found = child is not None and self.item(child, name)
            if found:
                return found
        return None

    def go_on(self):
        if time.monotonic() > self.end:
            self.loop.quit()
            return False
        if self.step == len(STEPS) or time.monotonic() < self.next:
            return True
        try:
            window = self.window()
            if window is None:
                return True
            for i in range(window.childCount):
                child = window.getChildAtIndex(i)
                if child is None or child.getRole() != pyatspi.ROLE_MENU_BAR:
                    continue
                item = self.item(child, STEPS[self.step])
                if item is not None and item.getState().contains(pyatspi.STATE_ENABLED):
                    item.queryAction().doAction(0)
                    self.step += 1
                    self.next = time.monotonic() + 2  # the page comes
                break
        except Exception:  # parts of the window come and go
            pass
        return True


def hear(display):
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", DISPLAY=display,
                       LC_ALL="C.UTF-8")
    program = subprocess.Popen(sys.argv[1:], env=environment)
    try:
        listener = Listener(program.pid)
        pyatspi.Registry.registerEventListener(listener.take, *EVENTS)
        GLib.timeout_add(300, listener.go_on)
        listener.loop.run()
        if listener.step < len(STEPS):
            sys.exit("the window had no %s" % STEPS[listener.step])
        print(json.dumps(listener.heard))
    finally:
        program.terminate()
        program.wait(30)


def main():
    ready, told = os.pipe()
    display = subprocess.Popen(["Xvfb", "-displayfd", str(told), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
                               pass_fds=[told], stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(ready) as number:
            hear(":" + number.readline().strip())
    finally:
        display.terminate()
        display.wait(30)


main()
