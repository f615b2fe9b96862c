// SPDX-License-Identifier: GPL-3.0-or-later
// How long people wait for the answers beside a large table of ads, whose facets are in sight: each question
// the first time, again, after a value was picked in the facets, and after a filter by a column that nobody
// has looked at. The peer is SQLite alone that counts the groups of the same column on a connection of its
// own.
//
// bench_insight [vacancies] [folder that keeps the project for the next time]
#include "models/insight/adages.h"
#include "models/insight/insightanswer.h"
#include "models/insight/insightfigures.h"
#include "support/inventedvacancies.h"
#include "support/memory.h"

#include "store/project/project.h"
#include "table/filterparser.h"
#include "table/vacancyschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <sqlite3.h>

#include <cstdio>
#include <random>

using namespace linnet;
using namespace linnet::store;
using namespace Qt::Literals::StringLiterals;
using V = table::VacancyColumn;

namespace {

constexpr int RowsPerUnit = 100;
constexpr double Megabyte = 1024.0 * 1024;

double secondsOf(const QElapsedTimer &time)
{
    return double(time.nsecsElapsed()) / 1e9;
}

void fill(Writer &writer, int count)
{
    static const QStringList towns{u"Москва"_s, u"Казань"_s,  u"Самара"_s, u"Омск"_s,  u"Пермь"_s,
                                   u"Томск"_s,  u"Воронеж"_s, u"Уфа"_s,    u"Нигде"_s, u"Город Москва"_s};
    static const QStringList grades{u"Junior "_s, u"Senior "_s, u"Ведущий "_s, u""_s, u""_s};
    const RunId run = writer.postRun(u"vacancies"_s, {});
    std::mt19937 random(7);
    const auto below = [&random](int bound) { return int(random() % unsigned(bound)); };
    for (int from = 0; from < count; from += RowsPerUnit) {
        Unit unit = test::inventedUnit(run, from, RowsPerUnit);
        for (RowWrite &row : unit.rows) {
            row.cells[size_t(V::Vacancy)] =
                grades[below(int(grades.size()))] + u"специалист %1"_s.arg(below(50'000));
            row.cells[size_t(V::Employer)] = u"ООО %1"_s.arg(below(200) * below(200));
            row.cells[size_t(V::Area)] = towns[below(int(towns.size()))];
            row.cells[size_t(V::Skills)] =
                u"skill %1;skill %2;skill %3"_s.arg(below(20) * below(20)).arg(below(400)).arg(below(10));
        }
        while (writer.isBusy())
            QThread::usleep(200);
        writer.post(std::move(unit));
    }
}

/// SQLite's own time for the groups of a stored column; 0 = it has none.
double groupsAlone(const QString &path, const table::Column &column)
{
    sqlite3 *database = nullptr;
    if (!column.isStored() || sqlite3_open(path.toUtf8().constData(), &database) != SQLITE_OK)
        return 0;
    QElapsedTimer time;
    time.start();
    const QByteArray sql = "SELECT \"" + QByteArray(column.key.data(), column.key.size()) +
                           "\", count(*) FROM vacancy GROUP BY 1";
    const int code = sqlite3_exec(
        database, sql.constData(), [](void *, int, char **, char **) { return 0; }, nullptr, nullptr);
    sqlite3_close(database);
    return code == SQLITE_OK ? secondsOf(time) : 0;
}

/// As the panel beside the table does.
double countedFacets(RowReader &reader)
{
    constexpr int Asked = 100;
    QElapsedTimer time;
    time.start();
    const RowQuery all{&table::vacancySchema(), {1}, {}, {}};
    QStringList keys;
    for (const int column : table::vacancySchema().facets()) {
        const table::Column &of = table::vacancySchema().columns[size_t(column)];
        if (of.storage != table::Storage::OverTime)
            keys.append(of.key);
    }
    if (!reader.readAhead(all, keys))
        std::fprintf(stderr, "nothing is read ahead\n");
    for (const int column : table::vacancySchema().facets()) {
        const table::Column &of = table::vacancySchema().columns[size_t(column)];
        const double before = secondsOf(time);
        if (of.storage != table::Storage::OverTime && !reader.facet(all, of.key, Asked))
            std::fprintf(stderr, "facet %s failed\n", of.key.data());
        std::printf("facet %-18s %8.2f\n", of.key.data(), secondsOf(time) - before);
    }
    return secondsOf(time);
}

double answered(RowReader &reader, const models::InsightQuestion &question, const table::Filter &filter,
                const std::shared_ptr<models::AdAges> &ages)
{
    QElapsedTimer time;
    time.start();
    const auto answer = models::answerInsight(
        reader, question,
        {.rows = {&table::vacancySchema(), {1}, filter, {}}, .locale = QLocale::c(), .ages = ages}, {});
    if (!answer)
        std::fprintf(stderr, "%s: %s\n", qPrintable(question.key), qPrintable(answer.error().detail));
    return secondsOf(time);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList args = app.arguments();
    const int count = args.size() > 1 ? args[1].toInt() : 1'000'000;
    const QTemporaryDir temporary;
    const QString folder = args.value(2, temporary.path());
    QDir().mkpath(folder);
    const QString path = folder + u"/insight-%1.linnet"_s.arg(count);
    const bool isThere = QFileInfo::exists(path);
    auto project = Project::open(path);
    if (!project) {
        std::fprintf(stderr, "%s\n", qPrintable(project.error().detail));
        return 1;
    }
    if (!isThere)
        fill((*project)->writer(), count);
    if (!(*project)->close())
        return 1;
    const table::FilterParser parser(table::vacancySchema());
    const table::Filter picked = parser.parse(u"experience = none"_s).value_or(table::Filter());
    const table::Filter other = parser.parse(u"has_test = true"_s).value_or(table::Filter());
    const auto table = RowReader::open(path);
    if (!table || picked.isEmpty() || other.isEmpty())
        return 1;
    std::printf("%d ads; seconds\nfacets: %.2f\n%-18s %8s %8s %8s %8s %10s\n", count, countedFacets(**table),
                "question", "first", "again", "picked", "filtered", "SQL alone");
    for (const auto &question : models::InsightQuestion::of(table::vacancySchema())) {
        const auto reader = RowReader::open(path);
        if (!reader)
            return 1;
        const auto ages = std::make_shared<models::AdAges>(
            path, [](const QString &file) { return models::openForInsight(file, {}, true); });
        const double first = answered(**reader, question, {}, ages);
        const double again = answered(**reader, question, {}, ages);
        const double byFacet = answered(**reader, question, picked, ages);
        const double filtered = answered(**reader, question, other, ages);
        const auto column = table::vacancySchema().indexOf(QString(question.column));
        const double alone = column ? groupsAlone(path, table::vacancySchema().columns[size_t(*column)]) : 0;
        std::printf("%-18s %8.2f %8.2f %8.2f %8.2f %10.2f\n", qPrintable(question.key), first, again, byFacet,
                    filtered, alone);
        std::fflush(stdout);
    }
    std::printf("size of the process: %.0f MB\n", double(test::residentBytes()) / Megabyte);
    return 0;
}
