// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/database.h"
#include "store/sqlite/foldedtext.h"
#include "store/sqlite/transaction.h"

#include "base/textfold.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>
#include <thread>

using namespace linnet;
using namespace linnet::store;
using namespace Qt::Literals::StringLiterals;

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsValues_data();
    void keepsValues();
    void bindsManyLongTexts();
    void errors();
    void rollsBack();
    void commits();
    void readOnlyConnection();
    void isInterrupted();
    void endsInTime();
    void trustsNoSchema();
    void foldsText_data();
    void foldsText();

private:
    QTemporaryDir m_folder;
    Database m_database;
    int m_count = 0;
};

void TestDatabase::init()
{
    Result<Database> database =
        Database::open(m_folder.filePath(u"%1.db"_s.arg(++m_count)), Database::Mode::Write);
    QVERIFY(database);
    m_database = std::move(*database);
    QVERIFY(m_database.exec("CREATE TABLE t (a, b)"));
}

void TestDatabase::cleanup()
{
    m_database.close();
}

void TestDatabase::keepsValues_data()
{
    QTest::addColumn<table::Value>("value");
    QTest::newRow("null") << table::Value();
    QTest::newRow("whole") << table::Value(std::numeric_limits<qint64>::min());
    QTest::newRow("real") << table::Value(0.1);
    QTest::newRow("large real") << table::Value(1e300);
    QTest::newRow("text") << table::Value(u"Ёжик \U0001F994"_s);
    QTest::newRow("empty text") << table::Value(u""_s);
    QTest::newRow("zero inside") << table::Value(u"a\0b"_s);
    QTest::newRow("byte order mark") << table::Value(u"\uFEFFa"_s);
    QTest::newRow("only a byte order mark") << table::Value(u"\uFEFF"_s);
    QTest::newRow("long") << table::Value(QString(100'000, u'ж'));
}

void TestDatabase::keepsValues()
{
    QFETCH(table::Value, value);
    Result<Statement> insert = m_database.prepare("INSERT INTO t (a) VALUES (?)");
    insert->bind(1, value);
    QVERIFY(insert->run());
    QCOMPARE(m_database.changes(), 1);
    Result<Statement> select = m_database.prepare("SELECT a FROM t");
    QCOMPARE(select->step().value_or(false), true);
    QCOMPARE(select->value(0), value);
    QCOMPARE(select->isNull(0), table::isNull(value));
    QCOMPARE(select->step().value_or(true), false);
}

void TestDatabase::bindsManyLongTexts()
{
    // Together they are longer than one buffer, and one alone is.
    const QString first(6'000, u'a');
    const QString second(9'000, u'б');
    Result<Statement> insert = m_database.prepare("INSERT INTO t VALUES (?, ?)");
    for (int i = 0; i < 3; ++i) {
        insert->bind(1, first);
        insert->bind(2, second);
        QVERIFY(insert->run());
    }
    Result<Statement> select = m_database.prepare("SELECT a, b FROM t");
    for (int i = 0; i < 3; ++i) {
        QVERIFY(select->step().value_or(false));
        QCOMPARE(select->text(0), first);
        QCOMPARE(select->text(1), second);
    }
}

void TestDatabase::errors()
{
    QCOMPARE(m_database.exec("NONSENSE").error().reason, Reason::Storage);
    QCOMPARE(m_database.prepare("SELECT x FROM t").error().reason, Reason::Storage);
    QVERIFY(m_database.exec("CREATE TABLE u (a UNIQUE); INSERT INTO u VALUES (1)"));
    Result<Statement> insert = m_database.prepare("INSERT INTO u VALUES (?)");
    insert->bind(1, 1);
    QCOMPARE(insert->run().error().reason, Reason::BadValue);
    insert->bind(1, 2); // usable again
    QVERIFY(insert->run());
    QCOMPARE(m_database.integer("SELECT a FROM u WHERE a > 5").value_or(-1), 0);
    QVERIFY(m_database.exec("PRAGMA max_page_count = 5"));
    Result<Statement> large = m_database.prepare("INSERT INTO t (a) VALUES (?)");
    large->bind(1, QString(100'000, u'x'));
    QCOMPARE(large->run().error().reason, Reason::DiskFull);
}

void TestDatabase::rollsBack()
{
    {
        Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Mode::Write);
        QVERIFY(transaction);
        QVERIFY(m_database.exec("INSERT INTO t VALUES (1, 2)"));
        QVERIFY(m_database.inTransaction());
    }
    QVERIFY(!m_database.inTransaction());
    QCOMPARE(m_database.integer("SELECT count(*) FROM t").value_or(-1), 0);
}

void TestDatabase::commits()
{
    {
        Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Mode::Write);
        QVERIFY(m_database.exec("INSERT INTO t VALUES (1, 2)"));
        QVERIFY(transaction->commit());
    }
    QCOMPARE(m_database.integer("SELECT count(*) FROM t").value_or(-1), 1);
    Result<Transaction> outer = Transaction::begin(m_database, Transaction::Mode::Write);
    QVERIFY(!Transaction::begin(m_database, Transaction::Mode::Write)); // they do not nest
}

void TestDatabase::readOnlyConnection()
{
    const QString path = m_folder.filePath(u"%1.db"_s.arg(m_count));
    Result<Database> reader = Database::open(path, Database::Mode::Read);
    QVERIFY(reader);
    QCOMPARE(reader->integer("SELECT count(*) FROM t").value_or(-1), 0);
    QCOMPARE(reader->exec("INSERT INTO t VALUES (1, 2)").error().reason, Reason::Io);
}

/// A file of somebody else can bring views and triggers that run when they are read or written to.
void TestDatabase::trustsNoSchema()
{
    QVERIFY(m_database.exec("CREATE VIEW harmless AS SELECT linnet_fold(a) AS a FROM t;"
                            "CREATE VIEW evil AS SELECT load_extension('x') AS a"));
    const QString path = m_folder.filePath(u"%1.db"_s.arg(m_count));
    for (const Database::Mode mode : {Database::Mode::Read, Database::Mode::Write}) {
        auto database = Database::open(path, mode);
        QVERIFY(database);
        QCOMPARE(database->integer("PRAGMA trusted_schema"), 0);
        QVERIFY(database->integer("SELECT count(*) FROM harmless"));
        // Not even the owner of a connection rewrites the schema by hand.
        (void)database->exec("PRAGMA writable_schema = 1");
        QVERIFY(!database->exec("UPDATE sqlite_schema SET sql = '' WHERE name = 'harmless'"));
    }
}

void TestDatabase::isInterrupted()
{
    std::stop_source stop;
    m_database.stopOn(stop.get_token());
    QCOMPARE(m_database.integer("SELECT 1").value_or(0), 1);
    Result<Statement> forever = m_database.prepare(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
    std::thread other([&] { stop.request_stop(); });
    const Result<bool> row = forever->step();
    other.join();
    QVERIFY(!row);
    QCOMPARE(row.error().reason, Reason::Cancelled);
    QVERIFY(m_database.isStopped());
    m_database.stopOn({});
    QVERIFY(!m_database.isStopped());
    QVERIFY(m_database.integer("SELECT 1"));
}

void TestDatabase::endsInTime()
{
    const QByteArray forever =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
    m_database.stopAt(std::chrono::steady_clock::now() + std::chrono::milliseconds(5));
    const Result<qint64> row = m_database.integer(forever);
    QVERIFY(!row);
    QCOMPARE(row.error().reason, Reason::Cancelled);
    QVERIFY(!m_database.isStopped()); // nobody asked for it
    m_database.stopAt({});
    QCOMPARE(m_database
                 .integer("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9000) "
                          "SELECT count(*) FROM n")
                 .value_or(0),
             9000);
}

void TestDatabase::foldsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("english") << u"Data ANALYST"_s;
    QTest::newRow("russian") << u"Учёный ЁЖ"_s;
    QTest::newRow("no-break spaces") << u"1\u00a0000\u202f000"_s;
    QTest::newRow("growing") << u"\u023a\u2126\u1e9e"_s; // folds to more or fewer bytes
    QTest::newRow("beyond 16 bits") << u"a\U0001F994Б"_s;
    QTest::newRow("three bytes") << u"\u20ac\uff21"_s;
}

void TestDatabase::foldsText()
{
    QFETCH(QString, text);
    FoldedText folded;
    QCOMPARE(folded.utf16(text.toUtf8()).toString(), foldText(text));
    QCOMPARE(QString::fromUtf8(folded.utf8(text.toUtf8())), foldText(text));
    // Broken UTF-8 never reads beyond its end.
    const QByteArray utf8 = text.toUtf8();
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const QByteArray broken(utf8.constData(), i);
        QVERIFY(folded.utf16(broken).size() <= i);
        QVERIFY(folded.utf8(broken.mid(1)).size() <= 3 * i);
    }
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
