// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/everydialog.h"
#include "gui/focuswalk.h"
#include "gui/popupwalk.h"

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The window without a mouse: on every page and in every dialog the Tab key comes to all that can be used,
/// in the order of the eye, goes back the same way, and shows where it is. What drops down is opened, walked
/// and left by keys. Escape leaves dialogs.
class TestKeyboardWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAndDialogs();
};

void TestKeyboardWalk::pagesAndDialogs()
{
    WindowRig rig;
    QStringList found;
    int walked = 0;
    int dropped = 0;
    const auto walk = [&](const QString &name, QWidget &window) {
        ++walked;
        for (const QString &fault : FocusWalk(window).faults())
            found << name + u": "_s + fault;
        PopupWalk popups(window);
        for (const QString &fault : popups.faults())
            found << name + u": "_s + fault;
        dropped += popups.walked();
    };
    EveryPage pages(rig, walk);
    pages.visit();
    if (QTest::currentTestFailed())
        return;
    EveryDialog dialogs(rig, pages, [&](const QString &name, QWidget &dialog) {
        if (dialog.windowType() != Qt::Popup) // what pops up has keys of its own
            walk(name, dialog);
    });
    dialogs.visit();
    for (const QString &fault : std::as_const(found)) // a failure tells only the first of them
        qWarning("%s", qPrintable(fault));
    QVERIFY2(found.isEmpty(), qPrintable(found.value(0)));
    QVERIFY(walked > 60);
    QVERIFY2(dropped > 40, qPrintable(QString::number(dropped)));
}

QTEST_MAIN(TestKeyboardWalk)
#include "tst_keyboardwalk.moc"
