// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/pacebox.h"
#include "gui/widgets/pacetext.h"

#include <QSignalSpy>
#include <QTest>

using namespace linnet::gui;
using namespace std::chrono_literals;

/// How fast a host is asked, as the forms and the settings let people choose it.
class TestPaceBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usualPaces();
    void otherPaces();
    void byTheUser();
};

void TestPaceBox::usualPaces()
{
    PaceBox box;
    const int count = box.count();
    for (const std::chrono::milliseconds delay : PaceText::offered()) {
        box.setDelay(delay);
        QCOMPARE(box.delay(), delay);
        QCOMPARE(box.currentText(), PaceText::of(delay));
    }
    QCOMPARE(box.count(), count);
}

/// A run from the command line or a setting of an earlier version may have had any.
void TestPaceBox::otherPaces()
{
    PaceBox box;
    const int count = box.count();
    box.setDelay(250ms);
    box.setDelay(250ms);
    QCOMPARE(box.delay(), 250ms);
    QCOMPARE(box.currentText(), PaceText::of(250ms));
    QCOMPARE(box.count(), count + 1);
}

void TestPaceBox::byTheUser()
{
    PaceBox box;
    QSignalSpy chosen(&box, &PaceBox::chosen);
    box.setDelay(1000ms);
    QCOMPARE(chosen.count(), 0);
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_Up);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<std::chrono::milliseconds>(), 2000ms);
}

QTEST_MAIN(TestPaceBox)
#include "tst_pacebox.moc"
