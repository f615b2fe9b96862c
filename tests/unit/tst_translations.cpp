// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// Which languages the program speaks: one for each file of translations.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneForEachFile();
    void chosen_data();
    void chosen();
};

void TestTranslations::oneForEachFile()
{
    QStringList files;
    for (const QString &file : QDir(QStringLiteral(LINNET_SOURCE_DIR "/translations"))
                                   .entryList({u"linnet_*.ts"_s}, QDir::Files, QDir::Name))
        files.append(file.section(u'_', 1).chopped(3));
    QVERIFY(files.contains(u"en"_s) && files.contains(u"ru"_s));
    QCOMPARE(Translations::languages(), files);
}

void TestTranslations::chosen_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::newRow("Russian") << u"ru_RU"_s << u"Записать строки сохранённого проекта в файл."_s;
    QTest::newRow("Russian elsewhere") << u"ru_KZ"_s << u"Записать строки сохранённого проекта в файл."_s;
    for (const char *locale : {"en_GB", "C", "xx", "de_DE"})
        QTest::newRow(locale) << QString::fromLatin1(locale) << u"Write rows of a saved project to a file."_s;
}

void TestTranslations::chosen()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, text);
    const Translations translations{QLocale(locale)};
    QCOMPARE(
        QCoreApplication::translate("linnet::cli::ExportCommand", "Write rows of a saved project to a file."),
        text);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
