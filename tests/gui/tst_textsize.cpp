// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/appsettings.h"
#include "gui/look/textscale.h"
#include "gui/shell/settingsdialog.h"
#include "gui/windowrig.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QStyle>
#include <QTableView>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// Letters of another size: what grows with them, by which keys, and that it is remembered.
class TestTextSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bounds_data();
    void bounds();
    void lettersFollow();
    void keys();
    void settings();
};

void TestTextSize::bounds_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("percent");
    QTest::newRow("usual") << 100 << 100;
    QTest::newRow("larger") << 150 << 150;
    QTest::newRow("between") << 147 << 150;
    QTest::newRow("too small") << 5 << 80;
    QTest::newRow("negative") << -200 << 80;
    QTest::newRow("too large") << 100'000 << 200;
}

void TestTextSize::bounds()
{
    QFETCH(const int, wanted);
    QFETCH(const int, percent);
    const QFont usual = QApplication::font();
    {
        Theme theme(Theme::Choice::Light);
        theme.setTextPercent(wanted);
        QCOMPARE(theme.textPercent(), percent);
        QCOMPARE(QApplication::font().pointSizeF(), usual.pointSizeF() * percent / 100);
        QCOMPARE(scaled(100), percent);
    }
    QCOMPARE(QApplication::font().pointSizeF(), usual.pointSizeF());
    QCOMPARE(scaled(100), 100);
}

void TestTextSize::lettersFollow()
{
    Theme theme(Theme::Choice::Light);
    QLabel plain(u"text"_s);
    QLabel heading(u"text"_s);
    keepFont(&heading, 1.5, QFont::DemiBold);
    plain.show();
    heading.show();
    const double before = plain.font().pointSizeF();
    const int width = plain.sizeHint().width();
    const int box = plain.style()->pixelMetric(QStyle::PM_IndicatorWidth);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setTextPercent(200);
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE(plain.font().pointSizeF(), before * 2);
    QTRY_COMPARE(heading.font().pointSizeF(), before * 3);
    QCOMPARE(heading.font().weight(), QFont::DemiBold);
    QVERIFY(plain.sizeHint().width() > width * 3 / 2);
    QCOMPARE(plain.style()->pixelMetric(QStyle::PM_IndicatorWidth), box * 2);
    theme.setTextPercent(200);
    QCOMPARE(changed.size(), 1);
    theme.setTextPercent(100);
    QTRY_COMPARE(plain.font().pointSizeF(), before);
    QTRY_COMPARE(heading.font().pointSizeF(), before * 1.5);
}

void TestTextSize::keys()
{
    WindowRig rig;
    MainWindow &window = rig.window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const double usual = window.font().pointSizeF();
    QTRY_VERIFY(rig.actions().action(u"view.textLarger"_s)->isEnabled());
    QVERIFY(!rig.actions().action(u"view.textUsual"_s)->isEnabled());
    QTest::keyClick(&window, Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_Equal, Qt::ControlModifier);
    QTRY_COMPARE(window.font().pointSizeF(), usual * 1.2);
    QCOMPARE(setting::TextPercent.read(rig.settings()), 120);
    QTest::keyClick(&window, Qt::Key_Minus, Qt::ControlModifier);
    QTRY_COMPARE(window.font().pointSizeF(), usual * 1.1);
    QTRY_VERIFY(rig.actions().action(u"view.textUsual"_s)->isEnabled());
    QTest::keyClick(&window, Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(window.font().pointSizeF(), usual);
    QCOMPARE(setting::TextPercent.read(rig.settings()), 100);
    while (rig.actions().run(u"view.textLarger"_s)) {
    }
    QCOMPARE(setting::TextPercent.read(rig.settings()), 200);
    QTRY_VERIFY(!rig.actions().action(u"view.textLarger"_s)->isEnabled());
    while (rig.actions().run(u"view.textSmaller"_s)) {
    }
    QCOMPARE(setting::TextPercent.read(rig.settings()), 80);
}

void TestTextSize::settings()
{
    WindowRig rig;
    const double usual = rig.window().font().pointSizeF();
    rig.actions().run(u"view.textLarger"_s);
    SettingsDialog dialog(rig.services(), &rig.window());
    dialog.show();
    auto *box = dialog.findChild<QComboBox *>(u"textBox"_s);
    QVERIFY(box);
    QCOMPARE(box->currentData().toInt(), 110);
    box->setCurrentIndex(box->findData(150));
    QTRY_COMPARE(rig.window().font().pointSizeF(), usual * 1.5);
    QCOMPARE(setting::TextPercent.read(rig.settings()), 150);
}

QTEST_MAIN(TestTextSize)
#include "tst_textsize.moc"
