// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema/schemasteps.h"
#include "store/schema/wordsql.h"
#include "store/sqlite/database.h"
#include "store/write/wordindexer.h"
#include "support/randomtexts.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"
#include "table/checkschema.h"
#include "table/wordquery.h"

#include <QSignalSpy>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using linnet::test::longText;
using linnet::test::RandomTexts;
using linnet::test::TempProject;
using linnet::test::vacancyRow;

namespace {

constexpr auto LongEnough = 10s;

RowQuery having(const QString &words, RunId run, const QString &column = u"description"_s)
{
    RowQuery query;
    query.schema = &vacancySchema();
    query.runs = {run};
    query.filter.conditions = {{column, FilterOp::HasWords, {words}, false}};
    return query;
}

RowWrite row(int number, const QString &text, RowMode mode = RowMode::Keep)
{
    return vacancyRow(u"hh:%1"_s.arg(number), {{VacancyColumn::Description, text}}, mode);
}

/// A project's file without its writer.
class File
{
public:
    File()
    {
        m_database = *Database::open(m_folder.filePath(u"words.linnet"_s), Database::Mode::Write);
        const Result<void> made = m_database.exec("PRAGMA journal_mode = WAL");
        if (!made || !SchemaSteps::apply(m_database))
            qFatal("no file");
    }

    Database &database() { return m_database; }

    void add(const QString &text)
    {
        Result<Statement> statement = m_database.prepare("INSERT INTO text (hash, body) VALUES (0, ?)");
        statement->bind(1, text);
        QVERIFY(statement->run());
    }
    void addText(const QByteArray &body)
    {
        Result<Statement> statement = m_database.prepare("INSERT INTO text (hash, body) VALUES (0, ?)");
        statement->bindUtf8(1, body);
        QVERIFY(statement->run());
    }
    void index(std::chrono::milliseconds time = LongEnough)
    {
        Result<WordIndexer> indexer = WordIndexer::open(m_database);
        Result<bool> more = true;
        while (more && *more)
            more = indexer->work(time);
        QVERIFY2(more, more ? "" : qPrintable(more.error().detail));
    }
    QList<qint64> found(const QString &words)
    {
        return numbers(WordSql::texts("?", "?") + " ORDER BY 1",
                       {WordSql::expression(*WordQuery::parse(words)), words});
    }
    QList<qint64> foundByIndex(const QString &words)
    {
        return numbers("SELECT rowid FROM text_word WHERE text_word MATCH ? ORDER BY 1",
                       {WordSql::expression(*WordQuery::parse(words))});
    }
    QList<qint64> foundOneByOne(const QString &words)
    {
        return numbers("SELECT id FROM text WHERE linnet_has_words(?, body) ORDER BY 1", {words});
    }
    /// The index names exactly the words of the texts.
    bool isSound()
    {
        return bool(m_database.exec("INSERT INTO text_word (text_word, rank) VALUES ('integrity-check', 1)"));
    }

private:
    QList<qint64> numbers(const QByteArray &sql, const QStringList &operands)
    {
        Result<Statement> statement = m_database.prepare(sql);
        if (!statement) {
            qWarning() << statement.error().detail;
            return {-1};
        }
        for (int i = 0; i < operands.size(); ++i)
            statement->bind(i + 1, operands[i]);
        QList<qint64> result;
        const Result<void> all = statement->forEachRow([&] { result << statement->integer(0); });
        if (!all) {
            qWarning() << all.error().detail << operands;
            return {-1};
        }
        return result;
    }

    QTemporaryDir m_folder;
    Database m_database;
};

} // namespace

/// The index of words in long texts: complete at every moment, whoever grows it and whatever goes.
class TestWordIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheFunction();
    void growsFromBatchToBatch();
    void hugeTextsAndBytes();
    void unusedTextsGo();
    void numbersThatComeAgain();
    void otherRulesStartOver();
    void goesOnAfterAFullDisk();
    void growsWhileTheWriterIsIdle();
    void givesWayToWhatIsPosted();
    void checksToo();
    void filtersAreCompleteAllTheTime();
    void anyTextAgreesRowByRow();
    void removedRunsLeaveNothing();
    void olderFilesAreIndexed();

private:
    /// Closes the project and indexes one more text.
    static bool indexOneMore(TempProject &temp, qint64 indexed)
    {
        if (!temp.close())
            return false;
        Result<Database> database = Database::open(temp.path(), Database::Mode::Write);
        Result<WordIndexer> indexer = WordIndexer::open(*database);
        return indexer->work(0ms) && indexer->progress().indexed == indexed;
    }
    static bool indexAll(TempProject &temp)
    {
        if (!temp.close())
            return false;
        Result<Database> database = Database::open(temp.path(), Database::Mode::Write);
        Result<WordIndexer> indexer = WordIndexer::open(*database);
        Result<bool> more = true;
        while (more && *more)
            more = indexer->work(1ms);
        return more && indexer->progress().isComplete();
    }
    /// As the version before the index left it.
    static void makeOlder(TempProject &temp)
    {
        Result<Database> database = Database::open(temp.path(), Database::Mode::Write);
        QVERIFY(database->exec("DROP TABLE text_word; DROP TABLE word_index; DROP TABLE unused_text;"
                               "DROP TABLE vacancy_word; DROP TABLE vacancy_words_through;"
                               "DROP TABLE vacancy_words_changed;"
                               "DROP INDEX vacancy_description_text; DROP INDEX vacancy_description_own;"
                               "ALTER TABLE work DROP COLUMN failed_at; PRAGMA user_version = 6"));
    }
};

void TestWordIndex::agreesWithTheFunction()
{
    File file;
    RandomTexts random;
    for (int i = 0; i < 150; ++i)
        file.add(random.text(1 + i % 40));
    file.index();
    QVERIFY(file.isSound());
    // Some that are not indexed yet.
    for (int i = 0; i < 50; ++i)
        file.add(random.text(1 + i % 40));
    int asked = 0;
    int answered = 0;
    for (int i = 0; i < 900 && asked < 600; ++i) {
        const QString words = random.query();
        if (!WordQuery::parse(words))
            continue;
        ++asked;
        const QList<qint64> wanted = file.foundOneByOne(words);
        QCOMPARE(file.found(words), wanted);
        answered += wanted.isEmpty() ? 0 : 1;
        QList<qint64> indexed = wanted;
        indexed.removeIf([](qint64 text) { return text > 150; });
        QCOMPARE(file.foundByIndex(words), indexed);
    }
    QCOMPARE(asked, 600);
    QVERIFY(answered > 200 && answered < 590);
}

void TestWordIndex::growsFromBatchToBatch()
{
    File file;
    for (int i = 0; i < 5; ++i)
        file.add(u"слово номер%1"_s.arg(i));
    Result<WordIndexer> indexer = WordIndexer::open(file.database());
    QVERIFY(indexer);
    for (int done = 1; done <= 5; ++done) {
        const Result<bool> more = indexer->work(0ms);
        QVERIFY(more);
        QCOMPARE(*more, done < 5);
        QCOMPARE(indexer->progress(), (IndexedTexts{done, 5, {}}));
        QCOMPARE(file.foundByIndex(u"слово"_s).size(), done);
        QCOMPARE(file.found(u"слово"_s).size(), 5);
        // Another one, as after a crash, knows how far it was.
        indexer = WordIndexer::open(file.database());
    }
    QVERIFY(!*indexer->work(0ms));
    QVERIFY(file.isSound());
}

void TestWordIndex::hugeTextsAndBytes()
{
    File file;
    file.add(QString(1'000'000, u'x'));
    file.add(u"слово "_s.repeated(100'000) + u"конец"_s);
    file.add(u"+"_s.repeated(1'000'000));
    file.addText("broken \xff\xfe\xd0 text \xed\xa0\x80 x");
    file.addText(QByteArray("with\0zero", 9));
    file.index();
    QVERIFY(file.isSound());
    for (const QString &words : {QString(64, u'x'), QString(1'000'000, u'x'), u"x*"_s, u"конец"_s,
                                 u"broken"_s, u"text"_s, u"zero"_s, u"\"слово конец\""_s})
        QCOMPARE(file.found(words), file.foundOneByOne(words));
    QCOMPARE(file.found(QString(64, u'x')), QList<qint64>{1});
    QCOMPARE(file.found(QString(63, u'x')), QList<qint64>{});
    QCOMPARE(file.found(u"text"_s), QList<qint64>{4});
}

void TestWordIndex::unusedTextsGo()
{
    File file;
    for (int i = 1; i <= 20; ++i)
        file.add(u"слово номер%1"_s.arg(i));
    file.index();
    QVERIFY(file.database().exec("INSERT INTO unused_text (id) VALUES (3), (19), (20), (77)"));
    file.add(u"слово ещё"_s);
    Result<WordIndexer> indexer = WordIndexer::open(file.database());
    while (*indexer->work(0ms)) {
    }
    QCOMPARE(indexer->progress(), (IndexedTexts{18, 18, {}}));
    QCOMPARE(file.foundByIndex(u"слово"_s).size(), 18);
    QCOMPARE(file.foundByIndex(u"номер3"_s), QList<qint64>{});
    QCOMPARE(file.database().integer("SELECT count(*) FROM text").value_or(-1), 18);
    QCOMPARE(file.database().integer("SELECT count(*) FROM unused_text").value_or(-1), 0);
    QVERIFY(file.isSound());
}

/// SQLite gives the number of the last text again when that is gone.
void TestWordIndex::numbersThatComeAgain()
{
    File file;
    file.add(u"первый"_s);
    file.add(u"второй"_s);
    file.index();
    QVERIFY(file.database().exec("INSERT INTO unused_text (id) VALUES (2)"));
    file.index();
    file.add(u"третий"_s);
    QCOMPARE(file.database().integer("SELECT max(id) FROM text").value_or(-1), 2);
    QCOMPARE(file.found(u"третий"_s), QList<qint64>{2});
    QCOMPARE(file.found(u"второй"_s), QList<qint64>{});
    file.index();
    QCOMPARE(file.foundByIndex(u"третий"_s), QList<qint64>{2});
    QVERIFY(file.isSound());
}

void TestWordIndex::otherRulesStartOver()
{
    File file;
    QCOMPARE(WordSql::isIndexed(file.database()).value_or(true), false); // nothing is there yet
    file.add(u"первый"_s);
    file.index();
    QCOMPARE(WordSql::isIndexed(file.database()).value_or(false), true);
    QVERIFY(file.database().exec("UPDATE word_index SET rules = 0"));
    QCOMPARE(WordSql::isIndexed(file.database()).value_or(true), false);
    file.index();
    QCOMPARE(WordSql::isIndexed(file.database()).value_or(false), true);
    QCOMPARE(file.foundByIndex(u"первый"_s), QList<qint64>{1});
    QVERIFY(file.isSound());
}

void TestWordIndex::goesOnAfterAFullDisk()
{
#ifdef Q_OS_UNIX
    File file;
    RandomTexts random;
    for (int i = 0; i < 300; ++i)
        file.add(random.text(200) + u" номер%1"_s.arg(i));
    QVERIFY(file.database().exec("PRAGMA wal_checkpoint(TRUNCATE)"));
    Result<WordIndexer> indexer = WordIndexer::open(file.database());
    Result<bool> more = true;
    {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before = {};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit limit = before;
        limit.rlim_cur = 100'000;
        setrlimit(RLIMIT_FSIZE, &limit);
        while (more && *more)
            more = indexer->work(1ms);
        setrlimit(RLIMIT_FSIZE, &before);
    }
    QVERIFY(!more);
    QCOMPARE(more.error().reason, Reason::Io);
    const qint64 indexed = indexer->progress().indexed;
    QVERIFY(indexed < 300);
    QCOMPARE(file.found(u"номер*"_s).size(), 300);
    more = true;
    while (more && *more)
        more = indexer->work(1ms);
    QVERIFY(more);
    QCOMPARE(indexer->progress(), (IndexedTexts{300, 300, {}}));
    QCOMPARE(file.foundByIndex(u"номер*"_s).size(), 300);
    QVERIFY(file.isSound());
#else
    QSKIP("no limit of file sizes here");
#endif
}

void TestWordIndex::growsWhileTheWriterIsIdle()
{
    TempProject temp;
    QSignalSpy told(&temp.writer(), &Writer::indexed);
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    Unit unit;
    unit.run = run;
    for (int i = 0; i < 50; ++i)
        unit.rows.push_back(row(i, longText(u"слово номер%1"_s.arg(i))));
    temp.writer().post(unit);
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty() && told.back().front().value<IndexedTexts>().isComplete(),
                             30'000);
    QCOMPARE(told.back().front().value<IndexedTexts>(), (IndexedTexts{50, 50, {}}));
    // What was left at the end of a session is indexed in the next.
    unit.rows = {row(100, longText(u"слово позже"_s))};
    temp.writer().post(unit);
    QVERIFY(temp.reopen());
    QSignalSpy again(&temp.writer(), &Writer::indexed);
    QTRY_VERIFY_WITH_TIMEOUT(!again.isEmpty() && again.back().front().value<IndexedTexts>().indexed == 51,
                             30'000);
    QCOMPARE(temp.reader()->count(having(u"слово"_s, run)).value_or(-1), 51);
}

void TestWordIndex::givesWayToWhatIsPosted()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    Unit unit;
    unit.run = run;
    constexpr int Count = 3000;
    for (int i = 0; i < Count; ++i)
        unit.rows.push_back(row(i, longText(u"слово номер%1"_s.arg(i))));
    temp.writer().post(unit);
    QVERIFY(temp.flush());
    QSignalSpy told(&temp.writer(), &Writer::indexed);
    QVERIFY(told.wait(30'000));
    // It has begun, and is hardly at its end; a row and the removal of a run come in between.
    const RunId gone = temp.writer().postRun(u"vacancies"_s, {});
    unit.run = gone;
    unit.rows = {row(1, longText(u"слово номер1"_s)), row(2, longText(u"слово ненадолго"_s))};
    temp.writer().post(unit);
    temp.writer().removeRun(gone);
    unit.run = run;
    unit.rows = {row(Count, longText(u"слово позже"_s))};
    temp.writer().post(unit);
    QVERIFY(temp.flush());
    QCOMPARE(temp.reader()->count(having(u"слово"_s, run)).value_or(-1), Count + 1);
    QTRY_COMPARE_WITH_TIMEOUT(told.back().front().value<IndexedTexts>(),
                              (IndexedTexts{Count + 1, Count + 1, {}}), 30'000);
    QCOMPARE(temp.reader()->count(having(u"слово"_s, run)).value_or(-1), Count + 1);
    QVERIFY(temp.close());
}

/// Rows with two long texts.
void TestWordIndex::checksToo()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"check"_s, {});
    Unit unit;
    unit.run = run;
    for (int i = 0; i < 4; ++i) {
        RowWrite check{&checkSchema(), QString::number(i), Cells(checkSchema().columns.size()),
                       RowMode::Keep};
        check.cells[size_t(CheckColumn::Url)] = u"http://site%1.example/слово"_s.arg(i);
        check.cells[size_t(CheckColumn::Preview)] = longText(i % 2 == 0 ? u"чётный"_s : u"нечётный"_s);
        check.cells[size_t(CheckColumn::Redirects)] = i == 3 ? longText(u"дорога чётный"_s) : u"дорога"_s;
        unit.rows.push_back(check);
    }
    temp.writer().post(unit);
    QVERIFY(temp.flush());
    const auto found = [&](const QString &words, const QString &column = {}) {
        RowQuery query = having(words, run, column);
        query.schema = &checkSchema();
        return temp.reader()->count(query).value_or(-1);
    };
    for (int pass = 0; pass < 2; ++pass) {
        QCOMPARE(found(u"чётный"_s), 3);
        QCOMPARE(found(u"чётный"_s, u"preview"_s), 2);
        QCOMPARE(found(u"дорога"_s, u"redirects"_s), 4);
        QCOMPARE(found(u"чётный"_s, u"redirects"_s), 1);
        QCOMPARE(found(u"site3"_s), 1);
        QCOMPARE(found(u"слово site*"_s), 4);
        QCOMPARE(found(u"слово example"_s), 4);
        QVERIFY(pass == 1 || indexAll(temp));
    }
}

/// Whether in the index, not in it yet, in the row itself, or replaced.
void TestWordIndex::filtersAreCompleteAllTheTime()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    const RunId other = temp.writer().postRun(u"vacancies"_s, {});
    Unit unit;
    unit.run = run;
    unit.rows = {row(1, longText(u"Аналитик C++"_s)), row(2, u"короткий аналитик"_s),
                 row(3, longText(u"повар"_s)), row(4, QString())};
    temp.writer().post(unit);
    unit.rows = {row(3, longText(u"пекарь"_s), RowMode::Merge)};
    temp.writer().post(unit);
    unit.run = other;
    unit.rows = {row(1, longText(u"Аналитик C++"_s)), row(5, longText(u"аналитик"_s))};
    temp.writer().post(unit);
    // While it is closed nobody else makes the index grow.
    QVERIFY(temp.close());
    for (int texts = 0; texts <= 4; ++texts) {
        QVERIFY(texts == 0 || indexOneMore(temp, texts));
        const auto reader = temp.reader();
        const auto ids = [&](const RowQuery &query) { return reader->ids(query).value_or(IdVector{-1}); };
        const IdVector mine = ids({&vacancySchema(), {run}, {}, {}});
        const IdVector others = ids({&vacancySchema(), {other}, {}, {}});
        QCOMPARE(ids(having(u"аналитик"_s, run)), (IdVector{mine[0], mine[1]}));
        QCOMPARE(ids(having(u"аналитик"_s, other)), others);
        QCOMPARE(ids(having(u"аналитик"_s, run, QString())), (IdVector{mine[0], mine[1]}));
        QCOMPARE(ids(having(u"повар"_s, run)), IdVector());
        QCOMPARE(ids(having(u"пек*"_s, run)), IdVector{mine[2]});
        RowQuery without = having(u"аналитик"_s, run);
        without.filter.conditions[0].negated = true;
        QCOMPARE(ids(without), (IdVector{mine[2], mine[3]}));
        // Beside a test that looks at the text itself, and in a facet.
        RowQuery both = having(u"аналитик"_s, run);
        both.filter.conditions << Condition{u"description"_s, FilterOp::Contains, {u"c++ и"_s}, false};
        QCOMPARE(ids(both), IdVector{mine[0]});
        QCOMPARE(reader->newIds(both, 1, 1000).value_or(IdVector()), IdVector{mine[0]});
        both.sort = {{u"id"_s, true}};
        QCOMPARE(ids(both), IdVector{mine[0]});
    }
}

/// Short and long texts of all columns, by the index and one by one: while rows come, change and go.
void TestWordIndex::anyTextAgreesRowByRow()
{
    TempProject temp;
    RandomTexts random;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    const RunId other = temp.writer().postRun(u"vacancies"_s, {});
    const auto post = [&](RunId to, int from, int count, RowMode mode) {
        Unit unit;
        unit.run = to;
        for (int i = from; i < from + count; ++i) {
            const QString text = random.text(i % 3 == 0 ? 300 : 5);
            unit.rows.push_back(vacancyRow(u"hh:%1"_s.arg(i),
                                           {{VacancyColumn::Vacancy, random.text(3)},
                                            {VacancyColumn::Employer, random.text(2)},
                                            {VacancyColumn::Skills, random.text(2) + u';' + random.text(2)},
                                            {VacancyColumn::Description, i % 4 == 0 ? QString() : text}},
                                           mode));
        }
        temp.writer().post(unit);
    };
    const auto agrees = [&] {
        const auto reader = temp.reader();
        int found = 0;
        for (int asked = 0; asked < 60;) {
            const QString words = random.query();
            if (!WordQuery::parse(words))
                continue;
            ++asked;
            for (const RunId of : {run, other}) {
                const auto byIndex = reader->ids(having(words, of, QString()));
                const auto oneByOne = reader->newIds(having(words, of, QString()), 0, 1'000'000);
                QVERIFY2(byIndex && oneByOne, byIndex ? "" : qPrintable(byIndex.error().detail));
                QCOMPARE(*byIndex, *oneByOne);
                found += int(byIndex->size());
            }
        }
        QVERIFY(found > 0);
    };
    post(run, 0, 100, RowMode::Keep);
    post(other, 0, 30, RowMode::Keep);
    QVERIFY(temp.flush());
    agrees();
    QVERIFY(indexAll(temp));
    agrees();
    QVERIFY(temp.reopen());
    post(run, 50, 100, RowMode::Merge); // half of them are there
    QVERIFY(temp.flush());
    agrees();
    QVERIFY(indexAll(temp));
    agrees();
    QVERIFY(temp.reopen());
    temp.writer().removeRun(other);
    QVERIFY(temp.flush());
    temp.writer().removeRun(run);
    QVERIFY(temp.reopen()); // ids are given again
    QCOMPARE(temp.writer().postRun(u"vacancies"_s, {}), run);
    QCOMPARE(temp.writer().postRun(u"vacancies"_s, {}), other);
    post(run, 0, 40, RowMode::Keep);
    QVERIFY(temp.flush());
    agrees();
    QVERIFY(indexAll(temp));
    agrees();
}

void TestWordIndex::removedRunsLeaveNothing()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    const RunId other = temp.writer().postRun(u"vacancies"_s, {});
    Unit unit;
    unit.run = run;
    unit.rows = {row(1, longText(u"общее слово"_s)), row(2, longText(u"только здесь"_s))};
    temp.writer().post(unit);
    unit.run = other;
    unit.rows = {row(1, longText(u"общее слово"_s))};
    temp.writer().post(unit);
    QVERIFY(temp.flush());
    QVERIFY(indexOneMore(temp, 1));
    QVERIFY(indexOneMore(temp, 2));
    QVERIFY(temp.reopen());
    temp.writer().removeRun(run);
    QVERIFY(temp.flush());
    QCOMPARE(temp.reader()->count(having(u"только"_s, run)).value_or(-1), 0);
    QCOMPARE(temp.reader()->count(having(u"общее"_s, other)).value_or(-1), 1);
    // A text that comes again stays, whether it has gone from the index meanwhile or not.
    unit.run = other;
    unit.rows = {row(3, longText(u"только здесь"_s))};
    temp.writer().post(unit);
    QVERIFY(temp.flush());
    QCOMPARE(temp.reader()->count(having(u"только"_s, other)).value_or(-1), 1);
    temp.writer().removeRun(other);
    QVERIFY(temp.flush());
    QVERIFY(indexAll(temp));
    Result<Database> database = Database::open(temp.path(), Database::Mode::Write);
    QVERIFY(database);
    QCOMPARE(database->integer("SELECT count(*) FROM text").value_or(-1), 0);
    QCOMPARE(database->integer("SELECT through FROM word_index").value_or(-1), 0);
    QCOMPARE(database->integer("SELECT count(*) FROM text_word WHERE text_word MATCH '\"и\"'").value_or(-1),
             0);
    QVERIFY(database->exec("INSERT INTO text_word (text_word, rank) VALUES ('integrity-check', 1)"));
}

void TestWordIndex::olderFilesAreIndexed()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    Unit unit;
    unit.run = run;
    unit.rows = {row(1, longText(u"Аналитик C++"_s)), row(2, u"короткий аналитик"_s),
                 row(3, longText(u"повар"_s))};
    temp.writer().post(unit);
    QVERIFY(temp.close());
    makeOlder(temp);
    // As it is, for somebody who only reads.
    {
        const auto reader = temp.reader();
        QVERIFY(*reader->isOutdated());
        QCOMPARE(reader->count(having(u"аналитик"_s, run)).value_or(-1), 2);
        QCOMPARE(reader->count(having(u"аналитик"_s, run, QString())).value_or(-1), 2);
    }
    QVERIFY(temp.reopen());
    QSignalSpy told(&temp.writer(), &Writer::indexed);
    QCOMPARE(temp.reader()->count(having(u"аналитик"_s, run)).value_or(-1), 2);
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty() && told.back().front().value<IndexedTexts>().isComplete(),
                             30'000);
    QCOMPARE(told.back().front().value<IndexedTexts>(), (IndexedTexts{2, 2, {}}));
    QCOMPARE(temp.reader()->count(having(u"аналитик"_s, run)).value_or(-1), 2);
}

QTEST_GUILESS_MAIN(TestWordIndex)
#include "tst_wordindex.moc"
