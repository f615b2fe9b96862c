// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/texttable.h"

#include "base/texthash.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace linnet;
using namespace linnet::store;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A project's file without its writer.
class File
{
public:
    File()
    {
        m_database = *Database::open(m_folder.filePath(u"texts.linnet"_s), Database::Mode::Write);
        if (!SchemaSteps::apply(m_database))
            qFatal("no file");
    }

    Database &database() { return m_database; }
    TextTable table() { return *TextTable::open(m_database); }

    void add(qint64 hash, const QString &body)
    {
        Result<Statement> statement = m_database.prepare("INSERT INTO text (hash, body) VALUES (?, ?)");
        statement->bind(1, hash);
        statement->bind(2, body);
        QVERIFY(statement->run());
    }
    QString body(qint64 number)
    {
        Result<Statement> statement = m_database.prepare("SELECT body FROM text WHERE id = ?");
        statement->bind(1, number);
        const Result<bool> row = statement->step();
        return row && *row ? statement->text(0) : QString();
    }
    qint64 count() { return m_database.integer("SELECT count(*) FROM text").value_or(-1); }

private:
    QTemporaryDir m_folder;
    Database m_database;
};

qint64 hashOf(const QString &body)
{
    return qint64(textHash(body.toStdString())[0]);
}

/// The number of the text of a row that is written.
qint64 stored(TextTable &table, const QString &body)
{
    table.begin();
    const Result<qint64> number = table.numberOf(body);
    return number && table.keep() ? *number : -1;
}

/// As earlier versions did.
qint64 earlierHash(const QString &body)
{
    const QByteArray bytes(reinterpret_cast<const char *>(body.utf16()), body.size() * 2);
    return qFromLittleEndian<qint64>(
        QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_160).constData());
}

} // namespace

class TestTextTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesEachOnce();
    void nothingOfARowThatStaysOut();
    void usesWhatWasWithoutARow();
    void filesOfEarlierVersions();
    void manyOfOneHash();
};

void TestTextTable::storesEachOnce()
{
    File file;
    const QString broken = u"half a pair "_s + QChar(0xD83D) + u" of it"_s;
    const QStringList texts{u"Описание"_s, u"описание"_s, broken, u"\U0001F600"_s,
                            u"a"_s + QChar(0) + u"b"_s};
    TextTable table = file.table();
    QList<qint64> numbers;
    for (const QString &text : texts)
        numbers << stored(table, text);
    QCOMPARE(numbers, (QList<qint64>{1, 2, 3, 4, 5}));
    TextTable later = file.table();
    for (TextTable *each : {&table, &later}) {
        for (int i = 0; i < texts.size(); ++i)
            QCOMPARE(stored(*each, texts[i]), numbers[i]);
    }
    // Two columns of one row.
    table.begin();
    QCOMPARE(table.numberOf(u"new"_s).value_or(-1), 6);
    QCOMPARE(table.numberOf(u"newer"_s).value_or(-1), 7);
    QCOMPARE(table.numberOf(u"new"_s).value_or(-1), 6);
    QVERIFY(table.keep());
    QCOMPARE(file.count(), 7);
    QCOMPARE(file.body(7), u"newer"_s);
}

void TestTextTable::nothingOfARowThatStaysOut()
{
    File file;
    TextTable table = file.table();
    const auto ask = [&] {
        table.begin();
        return table.numberOf(u"text"_s).has_value();
    };
    QVERIFY(ask());
    QVERIFY(ask());
    QCOMPARE(file.count(), 0);
    QVERIFY(table.keep());
    QCOMPARE(file.count(), 1);
}

void TestTextTable::usesWhatWasWithoutARow()
{
    File file;
    TextTable table = file.table();
    const qint64 number = stored(table, u"text"_s);
    QVERIFY(file.database().exec("INSERT INTO unused_text (id) VALUES (" + QByteArray::number(number) + ')'));
    const auto unused = [&] {
        return file.database().integer("SELECT count(*) FROM unused_text").value_or(-1);
    };
    table.begin();
    QCOMPARE(table.numberOf(u"text"_s).value_or(-1), number);
    QCOMPARE(unused(), 1); // its row may stay out
    QVERIFY(table.keep());
    QCOMPARE(unused(), 0);
}

/// Texts that were stored by another hash are found all the same, and so are those that come to them.
void TestTextTable::filesOfEarlierVersions()
{
    File file;
    file.add(earlierHash(u"первый"_s), u"первый"_s);
    file.add(earlierHash(u"второй"_s), u"второй"_s);
    for (int open = 0; open < 2; ++open) {
        TextTable table = file.table();
        QCOMPARE(stored(table, u"второй"_s), 2);
        QCOMPARE(stored(table, u"первый"_s), 1);
        QCOMPARE(stored(table, u"третий"_s), 3);
    }
    QCOMPARE(file.count(), 3);
}

/// Nobody makes the writer compare with all there are.
void TestTextTable::manyOfOneHash()
{
    File file;
    const QString text = u"text"_s;
    file.add(hashOf(u"first"_s), u"first"_s);
    for (int i = 0; i < 100; ++i)
        file.add(hashOf(text), QString::number(i));
    TextTable table = file.table();
    const qint64 one = stored(table, text);
    const qint64 another = stored(table, text);
    QVERIFY(one != another);
    QCOMPARE(file.body(one), text);
    QCOMPARE(file.body(another), text);
}

QTEST_GUILESS_MAIN(TestTextTable)
#include "tst_texttable.moc"
