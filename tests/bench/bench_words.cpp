// SPDX-License-Identifier: GPL-3.0-or-later
// The index of words over the descriptions of many vacancies: how long it takes to make, how large it is
// against the texts, and how long questions by it take against those that look through every text. The texts
// are invented, with the shape of Russian ones: words of real lengths, some of them in every text and most of
// them in few.
#include "store/project/project.h"
#include "store/sqlite/database.h"
#include "store/write/wordindexer.h"
#include "table/vacancyschema.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using C = VacancyColumn;

namespace {

constexpr int Words = 120'000;
constexpr int RowsPerUnit = 20;

/// Words by rank: the n-th is met about 1/n as often as the first.
class Language
{
public:
    Language()
    {
        m_words =
            u"и в на с по для опыт работы от знание не мы к что до компании за или из из как работа умение у "
            u"график при все а обязанности требования условия команде навыки SQL данных проектов Python "
            u"Excel "
            u"развития клиентов нашей это разработка продаж аналитик документации анализ ТК РФ участие "
            u"ответственность C++ C# 1С задач"_s.split(u' ');
        static const QStringList syllables =
            u"ра ко на то ли ва ре ни по ло ме та си до ка ви те ст про пре ния ост ать ени ель нов ску бор "
            u"лен миз "
            u"кри фо гра дер жен зак иск клю мон обу пер рын сер тех уча фин хоз цел чис шко экс юри"_s.split(
                u' ');
        static const QStringList ends = {u"а"_s, u"ы"_s,  u"ов"_s, u"ам"_s,  u"ами"_s, u"ах"_s,
                                         u"у"_s, u"ом"_s, u"ый"_s, u"ого"_s, u"ая"_s,  u""_s};
        QStringList roots;
        for (int i = 0; i < Words / 6; ++i) {
            QString root;
            for (int part = 2 + int(m_random.bounded(2)); part > 0; --part)
                root += syllables[m_random.bounded(int(syllables.size()))];
            roots << root;
        }
        while (m_words.size() < Words)
            m_words << roots[m_random.bounded(int(roots.size()))] + ends[m_random.bounded(int(ends.size()))];
    }

    QString text()
    {
        // 1 to 10 KB, short ones more often.
        const auto units = qsizetype(550 * std::pow(10.0, m_random.generateDouble()));
        QString result;
        result.reserve(units + 40);
        bool isFirst = true;
        while (result.size() < units) {
            QString word = m_words[qsizetype(std::pow(double(Words), m_random.generateDouble())) - 1];
            if (isFirst)
                word[0] = word[0].toUpper();
            result += word;
            const quint32 dice = m_random.bounded(100U);
            isFirst = dice < 8;
            result += dice < 4 ? u". "_s : dice < 8 ? u";\n- "_s : dice < 16 ? u", "_s : u" "_s;
        }
        return result;
    }

private:
    QRandomGenerator m_random{7};
    QStringList m_words;
};

Cells row(Language &language, int i)
{
    Cells cells(vacancySchema().columns.size());
    cells[size_t(C::Url)] = u"https://site%1.example/some/path/page%2.html"_s.arg(i % 97).arg(i);
    cells[size_t(C::Vacancy)] = u"Ведущий аналитик %1"_s.arg(i);
    cells[size_t(C::SalaryFrom)] = i * 0.5;
    for (const C column : {C::Created, C::Experience, C::Schedule, C::Employer, C::Area, C::AlternateUrl,
                           C::Employment, C::WorkFormat, C::ProfessionalRoles, C::Address, C::EmployerId,
                           C::Source, C::Id, C::FetchedAt, C::Query})
        cells[size_t(column)] = u"значение %1"_s.arg((qint64(i) * 7919 + int(column)) % 5000);
    cells[size_t(C::Skills)] = u"SQL;Python;Power BI;навык %1"_s.arg(i % 300);
    QString text = language.text();
    if (i % 1000 == 7)
        text += u" Единорог, редкое слово."_s;
    cells[size_t(C::Description)] = text;
    return cells;
}

void flush(Writer &writer)
{
    QEventLoop loop;
    writer.flush(&loop, [&](const Result<void> &) { loop.quit(); });
    loop.exec();
}

bool fill(const QString &path, int rows)
{
    const Result<std::unique_ptr<Project>> project = Project::open(path);
    if (!project)
        return false;
    Writer &writer = (*project)->writer();
    const RunId run = writer.postRun(u"bench"_s, {});
    Language language;
    for (int i = 0; i < rows;) {
        Unit unit;
        unit.run = run;
        for (int end = std::min(rows, i + RowsPerUnit); i < end; ++i)
            unit.rows.push_back({&vacancySchema(), u"hh:%1"_s.arg(i), row(language, i), RowMode::Keep});
        while (writer.isBusy())
            QThread::usleep(200);
        writer.post(std::move(unit));
    }
    flush(writer);
    return bool((*project)->close());
}

double megabytes(qint64 bytes)
{
    return double(bytes) / 1e6;
}

bool index(const QString &path)
{
    Result<Database> database = Database::open(path, Database::Mode::Write);
    if (!database || !database->exec("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 20000"))
        return false;
    Result<WordIndexer> indexer = WordIndexer::open(*database);
    if (!indexer)
        return false;
    QElapsedTimer time;
    time.start();
    // What others take of the computer is not the index's fault.
    std::vector<double> turns;
    Result<bool> more = true;
    while (more && *more) {
        const std::clock_t before = std::clock();
        more = indexer->work(std::chrono::milliseconds(20));
        turns.push_back(double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC);
    }
    std::ranges::sort(turns);
    const double seconds = double(time.nsecsElapsed()) / 1e9;
    const qint64 texts = database->integer("SELECT sum(length(CAST(body AS BLOB))) FROM text").value_or(1);
    const qint64 words = database->integer("SELECT sum(length(block)) FROM text_word_data").value_or(0);
    const qint64 rows = database->integer("SELECT sum(length(block)) FROM vacancy_word_data").value_or(0);
    std::printf(
        "index of %lld texts: %.1f s in %zu turns (of the processor: half of them below %.0f ms, all but "
        "a hundredth below %.0f ms, the longest %.0f ms)\n",
        indexer->progress().indexed, seconds, turns.size(), turns[turns.size() / 2],
        turns[turns.size() * 99 / 100], turns.back());
    std::printf("  texts %.0f MB (%.1f MB/s), index %.0f MB: ratio %.2f\n", megabytes(texts),
                megabytes(texts) / seconds, megabytes(words), double(words) / double(texts));
    std::printf("  index of the short texts %.1f MB\n", megabytes(rows));
    return bool(more);
}

double ms(std::clock_t since)
{
    return double(std::clock() - since) * 1e3 / CLOCKS_PER_SEC;
}

/// The better of two times: on the clock, and of the processor.
void ask(const char *name, const auto &question)
{
    double onClock = 0;
    double ofProcessor = 0;
    qint64 found = -1;
    for (int i = 0; i < 2; ++i) {
        QElapsedTimer time;
        time.start();
        const std::clock_t before = std::clock();
        found = question();
        const double processor = ms(before);
        const double clock = double(time.nsecsElapsed()) / 1e6;
        onClock = i == 0 ? clock : std::min(onClock, clock);
        ofProcessor = i == 0 ? processor : std::min(ofProcessor, processor);
    }
    std::printf("  %-44s %9.1f ms %9.1f ms of the processor %9lld rows\n", name, onClock, ofProcessor, found);
}

/// When the window has rows to show: the first ones, or all.
void askForFirst(const char *name, RowReader &reader, const RowQuery &query)
{
    double best = 0;
    size_t rows = 0;
    for (int i = 0; i < 2; ++i) {
        const std::clock_t before = std::clock();
        double first = 0;
        const auto ids = reader.ids(query, [&](const IdVector &found) {
            first = ms(before);
            rows = found.size();
        });
        if (first == 0) {
            first = ms(before);
            rows = ids ? ids->size() : 0;
        }
        best = i == 0 ? first : std::min(best, first);
    }
    std::printf("  %-44s %12s %9.1f ms of the processor %9zu rows\n", name, "", best, rows);
}

void questions(const QString &path, bool alsoSlow)
{
    const Result<std::unique_ptr<RowReader>> opened = RowReader::open(path);
    if (!opened)
        return;
    RowReader &reader = **opened;
    const auto with = [](const QString &column, FilterOp op, const QString &operand) {
        RowQuery query;
        query.schema = &vacancySchema();
        query.runs = {1};
        query.filter.conditions = {{column, op, {operand}, false}};
        return query;
    };
    const auto all = [&](const RowQuery &query) {
        const auto ids = reader.ids(query);
        return ids ? qint64(ids->size()) : -1;
    };
    const QString text = u"description"_s;
    const std::pair<const char *, QString> queries[] = {
        {"frequent", u"опыт"_s},   {"usual", u"аналитик"_s}, {"rare", u"единорог"_s},
        {"none", u"нигде"_s},      {"prefix", u"анал*"_s},   {"phrase", u"\"опыт работы\""_s},
        {"two", u"SQL единорог"_s}};
    for (const auto &[name, words] : queries) {
        const RowQuery one = with(text, FilterOp::HasWords, words);
        const RowQuery any = with(QString(), FilterOp::HasWords, words);
        ask(qPrintable(u"description has words, %1"_s.arg(QLatin1StringView(name))),
            [&] { return all(one); });
        ask(qPrintable(u"any text has words, %1"_s.arg(QLatin1StringView(name))), [&] { return all(any); });
        askForFirst(qPrintable(u"description has words, %1, first"_s.arg(QLatin1StringView(name))), reader,
                    one);
        askForFirst(qPrintable(u"any text has words, %1, first"_s.arg(QLatin1StringView(name))), reader, any);
    }
    const RowQuery any = with(QString(), FilterOp::HasWords, u"единорог"_s);
    ask("facet of an area, any text has rare word",
        [&] { return reader.facet(any, u"area"_s, 50) ? qint64(0) : qint64(-1); });
    if (!alsoSlow)
        return;
    ask("description contains, rare", [&] { return all(with(text, FilterOp::Contains, u"единорог"_s)); });
    ask("any text contains, rare", [&] { return all(with(QString(), FilterOp::Contains, u"единорог"_s)); });
    ask("any text contains, frequent", [&] { return all(with(QString(), FilterOp::Contains, u"опыт"_s)); });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const int rows = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 100'000;
    // A file that is kept can be asked again.
    const QTemporaryDir folder;
    const QString kept = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    const QString path = kept.isEmpty() ? folder.filePath(u"bench.linnet"_s) : kept;
    QElapsedTimer time;
    time.start();
    if (!QFileInfo::exists(path) && !fill(path, rows))
        return 1;
    std::printf("%d vacancies: file of %.0f MB, written in %.1f s\n", rows, megabytes(QFileInfo(path).size()),
                double(time.elapsed()) / 1e3);
    // Brings a file of an earlier version up to date.
    if (const auto project = Project::open(path); !project || !(*project)->close())
        return 1;
    if (!index(path))
        return 1;
    questions(path, rows <= 200'000);
    return 0;
}
