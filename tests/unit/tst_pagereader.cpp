// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tempproject.h"
#include "support/vacancyrows.h"

#include "store/read/pagereader.h"

#include <QTest>

#include <numeric>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using linnet::test::TempProject;
using linnet::test::vacancyRow;
using C = VacancyColumn;

namespace {

struct Answer
{
    quint64 generation;
    int page;
    Result<std::vector<Cells>> rows;
};

/// Collects what a PageReader answers.
class Answers
{
public:
    explicit Answers(PageReader &reader)
    {
        QObject::connect(&reader, &PageReader::pageReady, &m_context,
                         [this](quint64 generation, int page, const Result<std::vector<Cells>> &rows) {
                             all.push_back({generation, page, rows});
                         });
    }
    QList<int> pages() const
    {
        QList<int> result;
        for (const Answer &answer : all)
            result.append(answer.page);
        return result;
    }

    std::vector<Answer> all;

private:
    QObject m_context;
};

std::vector<qint64> ids(qint64 first, qint64 count)
{
    std::vector<qint64> result(static_cast<size_t>(count));
    std::iota(result.begin(), result.end(), first);
    return result;
}

} // namespace

class TestPageReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsPages();
    void newestFirst();
    void replaces();
    void forgets();
    void keepsOnly();
    void errors();
    void endsWhileBusy();

private:
    std::unique_ptr<TempProject> m_temp;
    const Schema *m_schema = &vacancySchema();
};

void TestPageReader::initTestCase()
{
    m_temp = std::make_unique<TempProject>();
    Unit unit;
    unit.run = m_temp->writer().postRun(u"vacancies"_s, {});
    for (int i = 1; i <= 5000; ++i)
        unit.rows.push_back(vacancyRow(QString::number(i), {{C::Vacancy, u"row %1"_s.arg(i)}}));
    m_temp->writer().post(unit);
    QVERIFY(m_temp->flush());
}

void TestPageReader::readsPages()
{
    PageReader reader(m_temp->path());
    Answers answers(reader);
    reader.request(3, 7, m_schema, {5000, 1, 9999});
    QVERIFY(answers.all.empty());
    QTRY_COMPARE(answers.all.size(), 1u);
    QCOMPARE(answers.all[0].generation, 3u);
    QCOMPARE(answers.all[0].page, 7);
    const std::vector<Cells> &rows = *answers.all[0].rows;
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[0][int(C::Vacancy)], Value(u"row 5000"_s));
    QCOMPARE(rows[1][int(C::Vacancy)], Value(u"row 1"_s));
    QCOMPARE(rows[2], Cells(m_schema->columns.size()));
}

void TestPageReader::newestFirst()
{
    PageReader reader(m_temp->path());
    Answers answers(reader);
    for (int page = 0; page < 50; ++page)
        reader.request(1, page, m_schema, ids(1 + page * 100, 100));
    QTRY_COMPARE(answers.all.size(), 50u);
    // Some of the first may be read before the others are asked for; from there on it goes backwards.
    const QList<int> pages = answers.pages();
    const auto newest = std::find(pages.begin(), pages.end(), 49);
    QVERIFY(std::is_sorted(newest, pages.end(), std::greater<int>()));
    QCOMPARE(QSet<int>(pages.begin(), pages.end()).size(), 50);
}

void TestPageReader::replaces()
{
    PageReader reader(m_temp->path());
    Answers answers(reader);
    reader.request(1, 0, m_schema, ids(1, 4000)); // keeps it busy
    for (int i = 0; i < 10; ++i)
        reader.request(1, 1, m_schema, {i + 1});
    QTRY_VERIFY(answers.all.size() >= 2);
    reader.request(1, 2, m_schema, {1});
    QTRY_VERIFY(answers.pages().contains(2));
    QVERIFY(answers.all.size() < 12);
    Value last;
    for (const Answer &answer : answers.all) {
        if (answer.page == 1)
            last = answer.rows->front()[int(C::Vacancy)];
    }
    QCOMPARE(last, Value(u"row 10"_s));
}

void TestPageReader::forgets()
{
    PageReader reader(m_temp->path());
    Answers answers(reader);
    for (int page = 0; page < 20; ++page)
        reader.request(1, page, m_schema, ids(1, 5000));
    reader.forget(2);
    reader.request(1, 20, m_schema, {1});
    reader.request(2, 99, m_schema, {1});
    QTRY_COMPARE(answers.all.size(), 1u);
    QCOMPARE(answers.all[0].page, 99);
    reader.request(2, 100, m_schema, {1});
    QTRY_COMPARE(answers.pages(), (QList<int>{99, 100}));
}

void TestPageReader::keepsOnly()
{
    PageReader reader(m_temp->path());
    Answers answers(reader);
    for (int page = 0; page < 20; ++page)
        reader.request(1, page, m_schema, ids(1, 3000));
    reader.keepOnly(1, 5, 6);
    QTRY_VERIFY(answers.pages().contains(5) && answers.pages().contains(6));
    QVERIFY(answers.all.size() < 20);
}

void TestPageReader::errors()
{
    PageReader reader(m_temp->filePath(u"none.linnet"_s));
    Answers answers(reader);
    reader.request(1, 0, m_schema, {1});
    QTRY_COMPARE(answers.all.size(), 1u);
    QVERIFY(!answers.all[0].rows);
    QCOMPARE(answers.all[0].rows.error().reason, Reason::Io);
}

void TestPageReader::endsWhileBusy()
{
    int answered = 0;
    for (int i = 0; i < 20; ++i) {
        PageReader reader(m_temp->path());
        Answers answers(reader);
        for (int page = 0; page < 20; ++page)
            reader.request(1, page, m_schema, ids(1, 5000));
        QThread::usleep(ulong(i) * 300);
        answered += int(answers.all.size());
    }
    QCOMPARE(answered, 0); // what was not delivered before the end is not delivered
}

QTEST_GUILESS_MAIN(TestPageReader)
#include "tst_pagereader.moc"
