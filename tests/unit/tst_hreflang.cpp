// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/hreflang/alternatelist.h"
#include "links/hreflang/languagetag.h"
#include "support/crawlrows.h"
#include "support/tempproject.h"
#include "table/filterparser.h"

#include <QElapsedTimer>
#include <QTest>

using namespace linnet;
using namespace linnet::links;
using namespace Qt::Literals::StringLiterals;
using H = table::HreflangColumn;

/// Versions of pages in other languages: codes of languages, what is wrong with a list as a whole, and that
/// long lists stay quick.
class TestHreflang : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codes_data();
    void codes();
    void languages_data();
    void languages();
    void lists_data();
    void lists();
    void twice();
    void readFromPages();
    void pagesThatNameTooMany();
    void longListsAreQuick();
};

namespace {

const std::string Page = "https://site.example/en";

/// "de=/de" names https://site.example/de; an address with a colon is taken as it is written.
AlternateList listOf(const QString &text)
{
    AlternateList list(Page);
    int number = 0;
    for (const QString &item : text.split(u' ', Qt::SkipEmptyParts)) {
        Alternate alternate;
        const qsizetype equals = item.indexOf(u'=');
        alternate.language = item.first(equals).toStdString();
        const std::string address = item.sliced(equals + 1).toStdString();
        const bool isOfWeb = address.starts_with('/');
        if (!isOfWeb)
            alternate.written = address;
        list.add(alternate, "html"_L1, isOfWeb ? number : -1,
                 isOfWeb ? "https://site.example" + address : std::string());
        ++number;
    }
    return list;
}

} // namespace

void TestHreflang::codes_data()
{
    QTest::addColumn<QString>("fault");
    const auto rows = [](const char *fault, const QStringList &codes) {
        for (const QString &code : codes)
            QTest::newRow(code.isEmpty() ? "nothing" : qPrintable(code)) << QString::fromLatin1(fault);
    };
    rows("", {u"en"_s, u"EN-gb"_s, u"zh-Hant"_s, u"zh-hans-CN"_s, u"es-419"_s, u"x-default"_s, u"X-Default"_s,
              u"fil"_s, u"uk"_s, u"uk-UA"_s, u"sr-Latn-RS"_s, u"sq-XK"_s});
    rows("form", {u""_s, u"en_GB"_s, u"english"_s, u"en-"_s, u"-en"_s, u"en-GB-oed"_s, u"e"_s, u"12"_s,
                  u"en-1"_s, u"ру"_s, u"en GB"_s, u"x-other"_s, u"de-DE-1996"_s, u"zh-CN-Hans"_s});
    rows("language", {u"jp"_s, u"xx-DE"_s, u"eng"_s, u"deu-DE"_s, u"cn"_s});
    rows("script", {u"en-Abcd"_s, u"zh-hanz-CN"_s});
    rows("region", {u"en-UK"_s, u"en-EU"_s, u"de-999"_s, u"ar-AA"_s});
}

void TestHreflang::codes()
{
    const QByteArray tag = QTest::currentDataTag();
    const LanguageTag code(tag == "nothing" ? std::string() : tag.toStdString());
    QTEST(QString(code.faultCode()), "fault");
    QCOMPARE(code.fault() == LanguageTag::Fault::None, code.faultCode().isEmpty());
}

void TestHreflang::languages_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("pt-BR") << u"pt"_s;
    QTest::newRow("EN_us") << u"en"_s;
    QTest::newRow("nb") << u"no"_s;
    QTest::newRow("de") << u"de"_s;
}

void TestHreflang::languages()
{
    const LanguageTag tag(QTest::currentDataTag());
    const std::string language(tag.language());
    QTEST(QString::fromStdString(language), "language");
}

void TestHreflang::lists_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("language"); // of the page
    QTest::addColumn<QString>("faults");
    const auto row = [](const char *list, const char *language, const char *faults) {
        QTest::addRow("%s (%s)", list, language)
            << QString::fromLatin1(list) << QString::fromLatin1(language) << QString::fromLatin1(faults);
    };
    row("", "en", "");
    row("en=/en de=/de x-default=/en", "en", "");
    row("en=/en x-default=/", "en-US", "");
    row("en-GB=/en en-US=/en x-default=/en", "en", "");
    row("de=/de x-default=/", "en", "no_self");
    row("en=/en de=/de", "", "no_default");
    row("en=/en x-default=/en", "ru", "lang");
    row("en=/en x-default=/en", "", "");
    row("x-default=/en de=/de", "ru", ""); // nothing is said of the page's language
    row("no=/en x-default=/en", "nb-NO", "");
    row("de=file:///en", "de", "no_self;no_default");
}

void TestHreflang::lists()
{
    QFETCH(const QString, list);
    QFETCH(const QString, language);
    QTEST(listOf(list).faults(language.toStdString()).join(u';'), "faults");
}

/// Only another address for the same language is one too many.
void TestHreflang::twice()
{
    AlternateList list = listOf(u"en=/en de=/a EN=/en DE=/b fr=/a it=data:x it=/it x=y"_s);
    QStringList found;
    for (const table::Cells &cells : list.take())
        found.append(table::toText(cells[size_t(H::LanguageTwice)]));
    QCOMPARE(found.join(u' '), u"false true false true false true true false"_s);
}

void TestHreflang::readFromPages()
{
    PageContext context{.url = Page, .httpCharset = "utf-8"};
    context.linkHeader = "</de>; rel=alternate; hreflang=de, </feed>; rel=alternate";
    const PageFacts facts =
        readPage("<base href=/sub/>\n<link rel='Alternate home' hreflang=' fr ' href='fr#x'>"
                 "<link rel=alternate href=/feed><link rel=next hreflang=it href=/it>\n"
                 "<link rel=alternate hreflang=es href='https://user:secret@site.example/es'>"
                 "<link rel=alternate hreflang=pl href='ftp://user:secret@site.example/'><a hreflang=nl "
                 "href=/nl>nl</a>",
                 context);
    QCOMPARE(facts.alternatesNamed, 4);
    QStringList found;
    for (const Alternate &alternate : facts.alternates)
        found.append(QString::fromStdString(alternate.language + ' ' +
                                            facts.addresses[alternate.address].url + ' ' + alternate.written +
                                            ' ' + std::to_string(alternate.line)));
    QCOMPARE(found.value(0), u"de https://site.example/de /de 0"_s);
    QCOMPARE(found.value(1), u"fr https://site.example/sub/fr fr#x 2"_s);
    QCOMPARE(found.value(2), u"es https://site.example/es  3"_s);
    QVERIFY2(found.value(3).startsWith(u"pl ftp://"_s) && !found.value(3).contains(u"secret"_s),
             qPrintable(found.value(3)));
}

void TestHreflang::pagesThatNameTooMany()
{
    const PageFacts facts = readPage(QByteArray("<link rel=alternate hreflang=de href=/de>").repeated(2010),
                                     {.url = Page, .httpCharset = "utf-8"});
    QCOMPARE(facts.alternatesNamed, 2010);
    QCOMPARE(facts.alternates.size(), size_t(2000));
}

/// 100 pages that name 300 versions each, and each other: stored, counted and judged.
void TestHreflang::longListsAreQuick()
{
    constexpr int Pages = 100;
    constexpr int Versions = 300;
    test::TempProject temp;
    const store::RunId run = temp.project().writer().postRun(u"crawl"_s, {});
    QElapsedTimer timer;
    timer.start();
    for (int page = 1; page <= Pages; ++page) {
        store::Unit unit;
        unit.run = run;
        const QByteArray url = "https://site.example/" + QByteArray::number(page);
        unit.addresses.push_back({page, url, false});
        AlternateList list(url.toStdString());
        for (int i = 0; i < Versions; ++i) {
            Alternate alternate;
            alternate.language = i % 2 == 0 ? "en" : "de-q" + std::to_string(i);
            list.add(alternate, "html"_L1, 1 + i % Pages,
                     "https://site.example/" + std::to_string(1 + i % Pages));
        }
        const std::vector<int> targets = list.targets();
        std::vector<table::Cells> rows = list.take();
        for (size_t i = 0; i < rows.size(); ++i)
            unit.rows.push_back(AlternateList::write(std::move(rows[i]), {}, page, i, targets[i]));
        table::Cells cells(table::pageSchema().columns.size());
        cells[size_t(table::PageColumn::Url)] = qint64(page);
        cells[size_t(table::PageColumn::Indexable)] = page != 1;
        unit.rows.push_back({&table::pageSchema(), {}, std::move(cells), store::RowMode::Replace});
        temp.project().writer().post(std::move(unit));
    }
    QVERIFY(temp.flush());
    const auto reader = temp.project().reader();
    QVERIFY(reader);
    const auto count = [&](const QString &filter) {
        const auto parsed = table::FilterParser(table::hreflangSchema()).parse(filter);
        return parsed ? (*reader)->count({&table::hreflangSchema(), {run}, *parsed, {}}).value_or(-1) : -1;
    };
    QCOMPARE(count(u"language not empty"_s), Pages * Versions);
    QCOMPARE(count(u"returned = true"_s), Pages * Versions - Pages * 3 - 99 * 3); // not itself, not page 1
    QCOMPARE(count(u"returned = false"_s), 0);
    QCOMPARE(count(u"indexable = true and language_twice = true"_s), (Pages - 1) * Versions / 2);
    QCOMPARE(count(u"language_fault = form"_s), Pages * Versions / 2);
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestHreflang)
#include "tst_hreflang.moc"
