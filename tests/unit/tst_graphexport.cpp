// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/job/exportjob.h"

#include "exports/graph/dotwriter.h"
#include "exports/graph/gexfwriter.h"
#include "exports/graph/graphmlwriter.h"
#include "support/crawlrows.h"
#include "support/hostiletexts.h"
#include "support/python.h"
#include "support/shareddata.h"
#include "support/tempproject.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace linnet;
using namespace linnet::exports;
using Format = const ExportFormat *;
using namespace Qt::Literals::StringLiterals;
using P = table::PageColumn;
using L = table::LinkColumn;

/// Graphs as the programs they are made for see them.
class TestGraphExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readBack_data();
    void readBack();
    void pagesOnly_data();
    void pagesOnly();
    void gexfIsValid();
    void cancelled_data();
    void cancelled();
    void wrongTable_data();
    void wrongTable();
    void preview();

private:
    ExportSpec spec(Format format, const QString &name);
    void formats();

    test::TempProject m_temp;
    store::RunId m_run = 0;
    std::unique_ptr<store::RowReader> m_reader;
};

namespace {

constexpr int Pages = 1200; // more than two pages of rows
const QString Host = u"http://site.example/"_s;

QString url(int number)
{
    return number == 0 ? Host : Host + u"p/%1?a=1&b=\"\\"_s.arg(number);
}

/// Every page but the first is linked from the one before, twice from the first; pictures are no pages.
store::Unit site(store::RunId run)
{
    const QStringList texts = test::hostileTexts();
    test::CrawlRows rows(run);
    for (int i = 0; i < Pages; ++i)
        rows.address(i + 1, url(i).toUtf8().constData());
    rows.address(Pages + 1, "http://site.example/picture.png");
    rows.address(Pages + 2, "http://site.example/waiting");
    for (int i = 0; i < Pages; ++i)
        rows.page(i + 1, i % 100 == 99 ? 404 : 200,
                  {{P::Type, u"text/html"_s},
                   {P::Title, texts[i % texts.size()]},
                   {P::Depth, qint64(i)},
                   {P::Seconds, 0.25},
                   {P::Indexable, i % 100 != 99}});
    rows.page(Pages + 1, 200, {{P::Type, u"image/png"_s}});
    store::Unit unit = rows.take();
    test::CrawlRows links(run);
    for (int i = 1; i < Pages; ++i)
        links.link(i, i + 1, "a"_L1, {{L::Anchor, texts[i % texts.size()]}, {L::Line, qint64(i)}});
    links.link(1, 2, "a"_L1, {{L::Anchor, u"again"_s}, {L::Rel, u"nofollow"_s}});
    links.link(1, Pages + 1, "img"_L1, {});
    links.link(Pages, 1, "iframe"_L1, {});
    links.link(Pages, Pages + 2, "a"_L1, {{L::Anchor, u"not asked yet"_s}});
    unit.links = links.take().links;
    return unit;
}

/// As a format can hold it: what XML cannot say is replaced; Graphviz does without line breaks.
QString kept(const QString &text, Format format)
{
    QString result;
    for (const QChar unit : text) {
        const bool control = unit.unicode() < 0x20 && unit != u'\t' && unit != u'\n' && unit != u'\r';
        if (format == &formats::Dot && (unit == u'\n' || unit == u'\r'))
            result += u' ';
        else if (format == &formats::Dot && unit == u'\\')
            result += u"\\\\"_s;
        else
            result += control ? QChar(QChar::ReplacementCharacter) : unit;
    }
    return result;
}

QStringList sorted(const QJsonArray &rows)
{
    QStringList lines;
    for (const QJsonValue &row : rows) {
        QStringList cells;
        for (const QJsonValue &cell : row.toArray())
            cells.append(cell.toString());
        lines.append(cells.join(u'\x1f'));
    }
    lines.sort();
    return lines;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString missing(Format format)
{
    if (format == &formats::Dot)
        return QStandardPaths::findExecutable(u"gvpr"_s).isEmpty() ? u"gvpr is not installed"_s : QString();
    return test::pythonMissing(format == &formats::Gexf ? u"lxml"_s : u"igraph"_s);
}

} // namespace

void TestGraphExport::initTestCase()
{
    QVERIFY(m_temp.isOpen());
    m_run = m_temp.writer().postRun(u"crawl"_s, {});
    QVERIFY(m_run > 0);
    m_temp.writer().post(site(m_run));
    QVERIFY(m_temp.flush());
    m_reader = m_temp.reader();
}

ExportSpec TestGraphExport::spec(Format format, const QString &name)
{
    ExportSpec result;
    result.projectPath = m_temp.path();
    result.schema = &table::linkSchema();
    const auto ids = m_reader->ids({result.schema, {m_run}, {}, {}});
    result.ids = std::make_shared<const store::IdVector>(ids.value_or(store::IdVector()));
    result.runs = {m_run};
    result.format = format;
    result.path = m_temp.filePath(name + u'.' + format->ending);
    return result;
}

void TestGraphExport::formats()
{
    QTest::addColumn<Format>("format");
    for (const Format format : {&formats::Gexf, &formats::GraphMl, &formats::Dot})
        QTest::newRow(format->ending.data()) << format;
}

void TestGraphExport::readBack_data()
{
    formats();
}

void TestGraphExport::readBack()
{
    QFETCH(Format, format);
    const ExportSpec wanted = spec(format, u"all"_s);
    ExportJob job(wanted);
    const auto report = job.run();
    QVERIFY(report);
    QCOMPARE(report->rows, Pages + 3);
    QCOMPARE(report->bytes, contents(wanted.path).size());
    if (const QString lacking = missing(format); !lacking.isEmpty())
        QSKIP(qPrintable(lacking));
    const QJsonArray graph = test::runPython(u"read_graph.py"_s, {wanted.path});
    QCOMPARE(graph.size(), 2);
    const QStringList texts = test::hostileTexts();
    QStringList nodes{Host + u"picture.png\x1f"_s, Host + u"waiting\x1f"_s};
    QStringList edges{
        QStringList{kept(url(Pages - 1), format), Host + u"waiting"_s, u"a"_s, u"not asked yet"_s}.join(
            u'\x1f'),
        QStringList{Host, Host + u"picture.png"_s, u"img"_s, QString()}.join(u'\x1f'),
        QStringList{kept(url(Pages - 1), format), Host, u"iframe"_s, QString()}.join(u'\x1f'),
        QStringList{Host, kept(url(1), format), u"a"_s, u"again"_s}.join(u'\x1f')};
    for (int i = 0; i < Pages; ++i) {
        nodes.append(kept(url(i), format) + u'\x1f' + kept(texts[i % texts.size()], format));
        if (i > 0)
            edges.append(QStringList{kept(url(i - 1), format), kept(url(i), format), u"a"_s,
                                     kept(texts[i % texts.size()], format)}
                             .join(u'\x1f'));
    }
    nodes.sort();
    edges.sort();
    QCOMPARE(sorted(graph[0].toArray()), nodes);
    QCOMPARE(sorted(graph[1].toArray()), edges);
}

void TestGraphExport::pagesOnly_data()
{
    formats();
}

void TestGraphExport::pagesOnly()
{
    QFETCH(Format, format);
    ExportSpec wanted = spec(format, u"pages"_s);
    wanted.pagesOnly = true;
    const auto report = ExportJob(wanted).run();
    QVERIFY(report);
    // Each of the twelve broken pages lacks the edges to and from it; the last one is broken.
    QCOMPARE(report->rows, Pages - 1 - 2 * 12 + 1);
    if (const QString lacking = missing(format); !lacking.isEmpty())
        QSKIP(qPrintable(lacking));
    const QJsonArray graph = test::runPython(u"read_graph.py"_s, {wanted.path});
    QCOMPARE(graph[0].toArray().size(), Pages - 12);
    QCOMPARE(graph[1].toArray().size(), report->rows);
}

void TestGraphExport::gexfIsValid()
{
    const ExportSpec wanted = spec(&formats::Gexf, u"valid"_s);
    QVERIFY(ExportJob(wanted).run());
    const QString xmllint = QStandardPaths::findExecutable(u"xmllint"_s);
    if (xmllint.isEmpty())
        QSKIP("xmllint is not installed");
    QStringList schemas{QStringLiteral(LINNET_SOURCE_DIR "/tests/support/gexf13.rng")};
    if (const QString official = test::sharedFile(u"conformance/gexf-1.3/gexf.rng"_s); !official.isEmpty())
        schemas.append(official);
    for (const QString &schema : std::as_const(schemas)) {
        QProcess process;
        process.start(xmllint, {u"--noout"_s, u"--huge"_s, u"--relaxng"_s, schema, wanted.path});
        QVERIFY(process.waitForFinished(120'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().left(2000).constData());
    }
}

void TestGraphExport::cancelled_data()
{
    formats();
}

void TestGraphExport::cancelled()
{
    QFETCH(Format, format);
    const ExportSpec wanted = spec(format, u"cancelled"_s);
    ExportJob job(wanted);
    int told = 0;
    connect(&job, &ExportJob::progressed, &job, [&](qint64 rows, qint64 total) {
        ++told;
        QVERIFY(rows <= total);
        job.cancel();
    });
    const auto report = job.run();
    QVERIFY(!report);
    QCOMPARE(report.error().reason, Reason::Cancelled);
    QCOMPARE(told, 1);
    QVERIFY(!QFile::exists(wanted.path));
}

void TestGraphExport::wrongTable_data()
{
    formats();
}

void TestGraphExport::wrongTable()
{
    QFETCH(Format, format);
    ExportSpec wanted = spec(format, u"wrong"_s);
    wanted.schema = &table::pageSchema();
    const auto report = ExportJob(wanted).run();
    QVERIFY(!report);
    QCOMPARE(report.error().reason, Reason::BadValue);
    QVERIFY(!QFile::exists(wanted.path));
}

void TestGraphExport::preview()
{
    const auto bytes = ExportJob::preview(spec(&formats::GraphMl, u"preview"_s), 3);
    QVERIFY(bytes);
    QCOMPARE(bytes->count("<node "), 3);
    QVERIFY(bytes->endsWith("</graphml>\n"));
}

QTEST_GUILESS_MAIN(TestGraphExport)
#include "tst_graphexport.moc"
