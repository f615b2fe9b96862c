// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/icons.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/look/theme.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// Both looks can be read, are complete, and can be switched while the program runs.
class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrasts_data();
    void contrasts();
    void everyRoleIsSet_data();
    void everyRoleIsSet();
    void switching();
    void everyButtonShowsItsFocus();
    void icons_data();
    void icons();
};

void TestTheme::contrasts_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("paper");
    for (const Palette *look : {&Palette::light(), &Palette::darkOne()}) {
        const auto row = [look](const char *name, const QColor &ink, const QColor &paper) {
            QTest::addRow("%s, %s", look->dark ? "dark" : "light", name) << ink << paper;
        };
        row("text on base", look->text, look->base);
        row("text on window", look->text, look->window);
        row("text on selection", look->text, look->selection);
        row("muted on base", look->muted, look->base);
        row("muted on window", look->muted, look->window);
        row("accent on base", look->accent, look->base);
        row("text on accent", look->onAccent, look->accent);
        row("good on base", look->good, look->base);
        row("warning on base", look->warning, look->base);
        row("bad on base", look->bad, look->base);
        const QPalette palette = look->toQPalette();
        row("placeholder", palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base));
        row("tooltip", palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase));
        row("link", palette.color(QPalette::Link), palette.color(QPalette::Base));
        row("button", palette.color(QPalette::ButtonText), palette.color(QPalette::Button));
        row("selected", palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight));
        row("other rows", palette.color(QPalette::Text), palette.color(QPalette::AlternateBase));
    }
}

void TestTheme::contrasts()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, paper);
    const double ratio = contrast(ink, paper);
    QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(ink.name(), paper.name()).arg(ratio)));
}

void TestTheme::everyRoleIsSet_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::everyRoleIsSet()
{
    QFETCH(bool, dark);
    const QPalette palette = (dark ? Palette::darkOne() : Palette::light()).toQPalette();
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        for (int role = 0; role < QPalette::NColorRoles; ++role) {
            if (role != QPalette::NoRole)
                QVERIFY2(palette.isBrushSet(group, QPalette::ColorRole(role)),
                         qPrintable(QString::number(role)));
        }
    }
    QCOMPARE(Palette::of(palette).dark, dark);
}

void TestTheme::switching()
{
    Theme theme(Theme::Choice::Light);
    QLineEdit field;
    field.show();
    QCOMPARE(field.palette().color(QPalette::Base), Palette::light().base);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.size(), 1);
    QVERIFY(theme.isDark());
    QTRY_COMPARE(field.palette().color(QPalette::Base), Palette::darkOne().base);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.size(), 1);
    for (const auto choice : {Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark})
        QCOMPARE(Theme::choiceByName(Theme::nameOf(choice)), choice);
    QCOMPARE(Theme::choiceByName(u"nonsense"_s), Theme::Choice::System);
}

void TestTheme::everyButtonShowsItsFocus()
{
    const Theme theme(Theme::Choice::Light);
    for (const bool primary : {false, true}) {
        QWidget window;
        QPushButton button(u"Crawl"_s, &window);
        QPushButton other(u"Other"_s, &window);
        button.setAutoDefault(false);
        if (primary)
            setPrimary(&button);
        other.move(0, 60);
        window.resize(200, 120);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.setAttribute(Qt::WA_KeyboardFocusChange);
        other.setFocus(Qt::TabFocusReason);
        const QImage without = button.grab().toImage();
        button.setFocus(Qt::TabFocusReason);
        const QImage with = button.grab().toImage();
        int different = 0;
        for (int y = 0; y < with.height(); ++y) {
            for (int x = 0; x < with.width(); ++x)
                different += with.pixel(x, y) != without.pixel(x, y);
        }
        QVERIFY2(different > 100, qPrintable(QString::number(different)));
    }
}

void TestTheme::icons_data()
{
    QTest::addColumn<QString>("name");
    const Theme theme(Theme::Choice::Light); // registers them
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() > 10);
    for (const QString &file : files) {
        if (file != "linnet.svg"_L1)
            QTest::newRow(qPrintable(file)) << file.chopped(4);
    }
}

void TestTheme::icons()
{
    QFETCH(QString, name);
    Theme theme(Theme::Choice::Light);
    const auto inkOf = [&name] {
        const QImage image = lineIcon(QLatin1StringView(name.toLatin1())).pixmap(48, 48).toImage();
        QColor strongest;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() > strongest.alpha() || !strongest.isValid())
                    strongest = pixel;
            }
        }
        return strongest;
    };
    const auto close = [](const QColor &one, const QColor &other) {
        return qAbs(one.red() - other.red()) + qAbs(one.green() - other.green()) +
                   qAbs(one.blue() - other.blue()) <
               24;
    };
    const QColor light = inkOf();
    QCOMPARE(light.alpha(), 255);
    QVERIFY(close(light, Palette::light().text));
    theme.setChoice(Theme::Choice::Dark);
    QVERIFY(close(inkOf(), Palette::darkOne().text));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
