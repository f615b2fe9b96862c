// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of large tables, as the window asks it: how long until the first and until all rows are
// there after a filter or a sort, the first time and again, and the values beside the table. The peer is
// SQLite alone, asked for the same rows on a connection of its own. At the end, how soon work is given up
// when another question comes, and what the process holds in memory.
//
// bench_questions [vacancies] [pages, of 10 links each] [folder that keeps the projects for the next time]
#include "support/crawlrows.h"
#include "support/inventedvacancies.h"
#include "support/memory.h"

#include "store/project/project.h"
#include "store/read/querythread.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>
#include <cstdlib>
#include <random>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using V = VacancyColumn;

namespace {

constexpr int RowsPerUnit = 50;
constexpr RunId NoRun = 1'000'000;
constexpr double Megabyte = 1024.0 * 1024;

double ms(const QElapsedTimer &time)
{
    return double(time.nsecsElapsed()) / 1e6;
}

/// Words by how often they come: a few very often, most hardly ever, as in texts that people write.
class Words
{
public:
    explicit Words(int count)
        : m_random(7)
    {
        static const QStringList parts{u"ана"_s, u"лит"_s, u"раз"_s, u"бот"_s, u"отч"_s,  u"дан"_s,
                                       u"ком"_s, u"пре"_s, u"ста"_s, u"вле"_s, u"ние"_s,  u"кли"_s,
                                       u"ент"_s, u"про"_s, u"ект"_s, u"sys"_s, u"data"_s, u"ing"_s};
        for (int i = 0; i < count; ++i) {
            QString word;
            for (int part = 0, rest = i + 40; part < 4 && rest > 0; ++part, rest /= int(parts.size()))
                word += parts[rest % parts.size()];
            m_words.append(word);
        }
    }
    const QString &any()
    {
        const double at = std::uniform_real_distribution<double>(0, 1)(m_random);
        return m_words[int(double(m_words.size() - 1) * at * at * at * at)];
    }
    QString text(qsizetype length)
    {
        QString result;
        while (result.size() < length)
            result += any() + u' ';
        return result;
    }
    int below(int bound) { return int(m_random() % unsigned(bound)); }

private:
    QStringList m_words;
    std::mt19937 m_random;
};

void post(Writer &writer, Unit unit)
{
    while (writer.isBusy())
        QThread::usleep(200);
    writer.post(std::move(unit));
}

void addVacancies(Writer &writer, int count)
{
    const RunId run = writer.postRun(u"vacancies"_s, {});
    Words words(30'000);
    for (int from = 0; from < count; from += RowsPerUnit) {
        Unit unit = test::inventedUnit(run, from, RowsPerUnit);
        for (RowWrite &row : unit.rows) {
            row.cells[size_t(V::Vacancy)] = words.any() + u' ' + words.any() + u' ' + words.any();
            row.cells[size_t(V::Employer)] = u"ООО "_s + words.any() + QString::number(words.below(40'000));
            row.cells[size_t(V::Area)] = u"Город %1"_s.arg(words.below(20) * words.below(20));
            row.cells[size_t(V::Skills)] = words.any() + u';' + words.any() + u';' + words.any();
            row.cells[size_t(V::Description)] =
                words.text(1000 + 9 * qint64(words.below(32) * words.below(32)));
        }
        post(writer, std::move(unit));
    }
}

Unit crawledPage(RunId run, qint64 number, qint64 pages)
{
    test::CrawlRows rows(run);
    rows.address(number, "https://site.example/some/path/page" + QByteArray::number(number) + ".html");
    using P = PageColumn;
    rows.page(number, number % 100 == 7 ? 404 : 200,
              {{P::Type, u"text/html"_s},
               {P::Title, u"Title %1"_s.arg(number / 2)},
               {P::Seconds, 0.25},
               {P::Verdict, number % 100 == 7 ? Value(u"broken"_s) : Value()}});
    for (int i = 0; i < 10; ++i)
        rows.link(number, i < 2 ? i + 1 : (number * 7919 + i * 104729) % pages + 1, "a"_L1,
                  {{LinkColumn::Anchor, u"link %1"_s.arg((number * 31 + i) % 9000)},
                   {LinkColumn::Line, qint64(i * 3)}});
    return rows.take();
}

void addCrawl(Writer &writer, int pages)
{
    const RunId run = writer.postRun(u"crawl"_s, {});
    for (qint64 number = 1; number <= pages; ++number)
        post(writer, crawledPage(run, number, pages));
}

/// The project, which is made unless the folder has it.
Result<std::unique_ptr<Project>> project(const QString &path, const std::function<void(Writer &)> &fill)
{
    const bool isThere = QFileInfo::exists(path);
    Result<std::unique_ptr<Project>> opened = Project::open(path);
    if (opened && !isThere) {
        fill((*opened)->writer());
        QEventLoop loop;
        (*opened)->writer().flush(&loop, [&loop](const Result<void> &) { loop.quit(); });
        loop.exec();
    }
    return opened;
}

/// Asks as the window does, and SQLite alone beside it.
class Questions
{
public:
    Questions(Project &project, const Schema &schema)
        : m_thread(project.path())
        , m_schema(schema)
        , m_plain(project.reader().value_or(nullptr))
    {
        std::printf("%-34s %9s %9s %9s %9s %9s\n", schema.key.data(), "first", "all", "again", "SQLite",
                    "ratio");
        QObject::connect(&m_thread, &QueryThread::begun, &m_context, [this] { m_first = ms(m_time); });
        QObject::connect(&m_thread, &QueryThread::built, &m_context,
                         [this](quint64, const Result<IdVectorPtr> &ids) {
                             m_rows = ids ? qint64((*ids)->size()) : -1;
                             m_loop.quit();
                         });
        QObject::connect(&m_thread, &QueryThread::facetReady, &m_context,
                         [this](quint64, const QString &, const auto &entries) {
                             m_rows = entries ? qint64(entries->size()) : -1;
                             m_loop.quit();
                         });
    }

    void rows(const char *name, QList<Condition> conditions, Sort sort = {})
    {
        const RowQuery query{&m_schema, {}, {std::move(conditions)}, std::move(sort)};
        const double all = build(query);
        const double first = m_first > 0 ? m_first : all;
        const double again = build(query);
        m_time.start();
        const auto plain = m_plain->firstIds(query, 100'000'000);
        print(name, first, all, again, plain && qint64(plain->size()) == m_rows);
    }
    void facet(const char *name, const QString &column, QList<Condition> conditions = {})
    {
        const RowQuery query{&m_schema, {}, {std::move(conditions)}, {}};
        const double all = count(query, column);
        const double again = count(query, column);
        std::printf("  %-32s %9s %9.0f %9.0f\n", name, "", all, again);
    }
    /// How long the longest of many orders is worked on after another question has come.
    void isStopped(const Sort &sort)
    {
        const RowQuery another{&m_schema, {NoRun}, {}, {}};
        const double alone = build(another);
        double longest = 0;
        for (int i = 1; i <= 20; ++i) {
            m_thread.build({&m_schema, {}, {}, sort});
            QThread::msleep(unsigned(40 * i));
            longest = std::max(longest, build(another) - alone);
        }
        std::printf("  %-32s %9.0f\n", "another question waits at most", longest);
    }

private:
    double build(const RowQuery &query)
    {
        m_first = 0;
        m_time.start();
        m_thread.build(query);
        m_loop.exec();
        return ms(m_time);
    }
    double count(const RowQuery &query, const QString &column)
    {
        m_time.start();
        m_thread.facet(query, column, 50);
        m_loop.exec();
        return ms(m_time);
    }
    void print(const char *name, double first, double all, double again, bool isSame)
    {
        const double plain = ms(m_time);
        std::printf("  %-32s %9.0f %9.0f %9.0f %9.0f %9.2f  %lld rows%s\n", name, first, all, again, plain,
                    plain / all, static_cast<long long>(m_rows), isSame ? "" : "  DIFFERENT");
    }

    QueryThread m_thread;
    const Schema &m_schema;
    std::unique_ptr<RowReader> m_plain;
    QEventLoop m_loop;
    QElapsedTimer m_time;
    double m_first = 0;
    qint64 m_rows = 0;
    QObject m_context;
};

void vacancies(Project &project)
{
    Questions ask(project, vacancySchema());
    ask.rows("all", {});
    ask.rows("pay above", {{u"salary_from"_s, FilterOp::Greater, {200'000.0}, false}});
    ask.rows("name contains", {{u"vacancy"_s, FilterOp::Contains, {u"анал"_s}, false}});
    ask.rows("name contains more", {{u"vacancy"_s, FilterOp::Contains, {u"аналит"_s}, false}});
    ask.rows("skill is one of", {{u"skills"_s, FilterOp::OneOf, {u"анарот"_s, u"литана"_s}, false}});
    ask.rows("by pay", {}, {{u"salary_from"_s, true, {}}});
    ask.rows("by state (code)", {}, {{u"state"_s, false, {}}});
    ask.rows("by date", {}, {{u"created"_s, true, {}}});
    ask.rows("by name", {}, {{u"vacancy"_s, false, {}}});
    ask.rows("by employer", {}, {{u"employer"_s, false, {}}});
    ask.rows("by description", {}, {{u"description"_s, false, {}}});
    ask.rows("by pay, name contains", {{u"vacancy"_s, FilterOp::Contains, {u"отч"_s}, false}},
             {{u"salary_from"_s, true, {}}});
    ask.facet("values of the area", u"area"_s);
    ask.facet("values of the skills", u"skills"_s);
    ask.facet("skills, pay above", u"skills"_s, {{u"salary_from"_s, FilterOp::Greater, {200'000.0}, false}});
    ask.isStopped({{u"alternate_url"_s, false, {}}});
}

void links(Project &project)
{
    Questions ask(project, linkSchema());
    const Condition broken{u"target_verdict"_s, FilterOp::Equals, {u"broken"_s}, false};
    ask.rows("broken ones, before all", {broken});
    ask.rows("all", {});
    ask.rows("by status", {}, {{u"target_status"_s, false, {}}});
    ask.rows("by verdict", {}, {{u"target_verdict"_s, false, {}}});
    ask.rows("by line", {}, {{u"line"_s, true, {}}});
    ask.rows("by target", {}, {{u"parsed_url"_s, false, {}}});
    ask.rows("by source", {}, {{u"source_url"_s, true, {}}});
    ask.rows("broken ones", {broken});
    ask.rows("anchor contains", {{u"anchor"_s, FilterOp::Contains, {u"LINK 77"_s}, false}});
    ask.facet("values of the verdict", u"target_verdict"_s);
    ask.facet("values of the element", u"element"_s);
    ask.facet("elements of broken ones", u"element"_s, {broken});
    ask.isStopped({{u"target_final_url"_s, false, {}}});
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const int vacancyCount = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const int pageCount = argc > 2 ? std::atoi(argv[2]) : 20'000;
    const QTemporaryDir temporary;
    const QDir folder(argc > 3 ? QString::fromLocal8Bit(argv[3]) : temporary.path());
    struct Table
    {
        QString file;
        int count;
        void (*fill)(Writer &, int);
        void (*ask)(Project &);
    };
    for (const Table &table : {Table{u"vacancies.linnet"_s, vacancyCount, addVacancies, vacancies},
                               Table{u"links.linnet"_s, pageCount, addCrawl, links}}) {
        if (table.count == 0)
            continue;
        const auto opened = project(folder.filePath(table.file),
                                    [&table](Writer &writer) { table.fill(writer, table.count); });
        if (!opened)
            return 1;
        const qint64 before = test::residentBytes();
        table.ask(**opened);
        std::printf("  memory: %.0f MB more than before\n",
                    double(test::residentBytes() - before) / Megabyte);
    }
    return 0;
}
