// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/retranslate.h"

#include <QLabel>
#include <QTest>
#include <QTranslator>

using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// Texts that are made in code follow the language.
class TestRetranslate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsFollowTheLanguage();
};

namespace {

class Shouting : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QString::fromUtf8(source).toUpper();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

void TestRetranslate::textsFollowTheLanguage()
{
    QWidget window;
    auto *label = new QLabel(&window);
    int later = 0;
    keepTranslated(label, [label] { label->setText(TestRetranslate::tr("Pages")); });
    onLanguageChange(label, [&later] { ++later; });
    QCOMPARE(label->text(), u"Pages"_s);
    QCOMPARE(later, 0);
    Shouting translator;
    QCoreApplication::installTranslator(&translator);
    QTRY_COMPARE(label->text(), u"PAGES"_s);
    QVERIFY(later > 0);
    QCoreApplication::removeTranslator(&translator);
    QTRY_COMPARE(label->text(), u"Pages"_s);
}

QTEST_MAIN(TestRetranslate)
#include "tst_retranslate.moc"
