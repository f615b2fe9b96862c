// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exportformat.h"
#include "exports/job/exportformats.h"
#include "exports/table/exporthand.h"
#include "exports/table/rowpump.h"
#include "store/read/rowreader.h"
#include "support/hostiletexts.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"
#include "table/vacancyschema.h"

#include <QBuffer>
#include <QTest>
#include <QThread>

#include <utility>

using namespace linnet;
using namespace linnet::exports;
using namespace Qt::Literals::StringLiterals;
using V = table::VacancyColumn;

/// Long exports are written by two threads: byte for byte what one writes.
class TestExportHands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void same_data();
    void same();
    void gone();
    void asOfOneMoment();
    void cancelled();
    void notForEveryFormat();

private:
    ExportSpec spec(const QString &format) const;
    test::TempProject m_temp;
    store::RunId m_run = 0;
    store::IdVectorPtr m_ids;
};

namespace {

constexpr int Rows = 12'345;

struct Written
{
    QByteArray bytes;
    Result<ExportReport> report;
};

Written byTwo(const ExportSpec &spec, const PumpHooks &hooks = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto sink = spec.format->sink(spec, buffer);
    auto report = pumpRows(spec, *sink, hooks);
    return {buffer.data(), report};
}

Written byOne(const ExportSpec &spec)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto sink = spec.format->sink(spec, buffer);
    if (!beginRows(spec, *sink))
        return {{}, fail(Reason::Io)};
    auto report = appendRows(spec, *sink, {});
    if (report && sink->end())
        report->notices = report->notices.filter(u"no longer"_s) + sink->notices();
    return {buffer.data(), report};
}

} // namespace

void TestExportHands::initTestCase()
{
    QVERIFY(m_temp.isOpen());
    m_run = m_temp.writer().postRun(u"vacancies"_s, {});
    const QStringList texts = test::hostileTexts();
    store::Unit unit{.run = m_run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
    for (int i = 0; i < Rows; ++i) {
        unit.rows.push_back(test::vacancyRow(
            QString::number(i), {{V::Vacancy, texts[i % texts.size()]},
                                 {V::Description, u"%1\n%2"_s.arg(i).arg(texts[(i + 7) % texts.size()])},
                                 {V::SalaryFrom, i % 5 == 0 ? table::Value() : table::Value(i * 1.5)},
                                 {V::HasTest, i % 2 == 0},
                                 {V::Id, QString::number(i)}}));
    }
    m_temp.writer().post(std::move(unit));
    QVERIFY(m_temp.flush());
    const auto ids = m_temp.reader()->ids({&table::vacancySchema(), {}, {}, {}});
    QVERIFY(ids);
    m_ids = std::make_shared<const store::IdVector>(*ids);
    QCOMPARE(m_ids->size(), size_t(Rows));
}

ExportSpec TestExportHands::spec(const QString &format) const
{
    ExportSpec spec;
    spec.projectPath = m_temp.path();
    spec.schema = &table::vacancySchema();
    spec.ids = m_ids;
    spec.format = formatById(format);
    return spec;
}

void TestExportHands::same_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("asShown");
    QTest::addColumn<bool>("joined");
    QTest::addColumn<bool>("backwards");
    for (const char *id : {"csv", "csv-ru", "csv-en", "tsv", "jsonl"}) {
        QTest::addRow("%s", id) << QString::fromLatin1(id) << false << false << false;
        QTest::addRow("%s backwards", id) << QString::fromLatin1(id) << false << true << true;
    }
    QTest::newRow("as shown") << u"csv-ru"_s << true << true << false;
}

void TestExportHands::same()
{
    QFETCH(QString, format);
    QFETCH(bool, asShown);
    QFETCH(bool, joined);
    QFETCH(bool, backwards);
    ExportSpec wanted = spec(format);
    wanted.asShown = asShown;
    wanted.replaceLineBreaks = joined;
    if (backwards)
        wanted.ids = std::make_shared<const store::IdVector>(m_ids->rbegin(), m_ids->rend());
    const auto sink = wanted.format->sink(wanted, *std::make_unique<QBuffer>());
    QCOMPARE(ExportHand::helps(wanted, *sink, Rows), QThread::idealThreadCount() > 1);
    const Written two = byTwo(wanted);
    const Written one = byOne(wanted);
    QVERIFY(two.report && one.report);
    QCOMPARE(two.report->rows, Rows);
    QCOMPARE(two.report->bytes, two.bytes.size());
    QCOMPARE(two.report->notices, one.report->notices);
    QVERIFY(two.bytes == one.bytes);
}

void TestExportHands::gone()
{
    ExportSpec wanted = spec(u"csv"_s);
    auto ids = std::make_shared<store::IdVector>(*m_ids);
    for (const size_t place : {5u, 700u, 701u, 12'000u})
        (*ids)[place] = 1'000'000 + qint64(place);
    wanted.ids = ids;
    const Written two = byTwo(wanted);
    QVERIFY(two.report);
    QCOMPARE(two.report->rows, Rows - 4);
    QVERIFY(two.bytes == byOne(wanted).bytes);
    QVERIFY(two.report->notices.join(u' ').contains(u"4 row(s)"_s));
}

/// While rows are changed by somebody else.
void TestExportHands::asOfOneMoment()
{
    const auto change = [this](const QString &text) {
        store::Unit unit{.run = m_run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
        for (int i = 0; i < Rows; i += 50)
            unit.rows.push_back(
                test::vacancyRow(QString::number(i), {{V::Employer, text}}, store::RowMode::Merge));
        m_temp.writer().post(std::move(unit));
    };
    ExportSpec wanted = spec(u"csv"_s);
    wanted.columns = {std::to_underlying(V::Employer)};
    for (int round = 0; round < 20; ++round) {
        change(u"employer %1"_s.arg(round));
        Written two = byTwo(wanted);
        QVERIFY(two.report);
        QList<QByteArray> different = two.bytes.replace("\r\n", "\n").split('\n').mid(1);
        different.removeAll(QByteArray());
        different.removeAll("\"\"");
        std::ranges::sort(different);
        different.erase(std::unique(different.begin(), different.end()), different.end());
        QVERIFY2(different.size() <= 1, different.join(' ').constData());
    }
    QVERIFY(m_temp.flush());
}

void TestExportHands::cancelled()
{
    int asked = 0;
    const Written two = byTwo(spec(u"csv"_s), {[&asked] { return ++asked > 3; }, {}});
    QVERIFY(!two.report);
    QCOMPARE(two.report.error().reason, Reason::Cancelled);
}

void TestExportHands::notForEveryFormat()
{
    const ExportSpec wanted = spec(u"json"_s);
    QBuffer buffer;
    const auto sink = wanted.format->sink(wanted, buffer);
    QVERIFY(!ExportHand::helps(wanted, *sink, Rows));
    const auto lines = spec(u"jsonl"_s).format->sink(spec(u"jsonl"_s), buffer);
    QVERIFY(!ExportHand::helps(spec(u"jsonl"_s), *lines, 100));
}

QTEST_GUILESS_MAIN(TestExportHands)
#include "tst_exporthands.moc"
