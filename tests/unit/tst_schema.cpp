// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tempproject.h"

#include "store/project/worklist.h"
#include "store/schema/relation.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "table/codetitle.h"
#include "table/linkschema.h"
#include "table/pageschema.h"
#include "table/requestschema.h"
#include "table/vacancyschema.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList strings(Database &database, const QByteArray &sql)
{
    QStringList result;
    Result<Statement> statement = database.prepare(sql);
    while (statement && statement->step().value_or(false))
        result.append(statement->text(0));
    return result;
}

constexpr std::array OldColumns{
    Column{"name"_L1, ColumnType::Text, "", nullptr, 1, true},
};
constexpr std::array NewColumns{
    Column{"name"_L1, ColumnType::Text, "", nullptr, 1, true},
    Column{"body"_L1, ColumnType::LongText, "", nullptr, 1, true},
    Column{"size"_L1, ColumnType::Integer, "", nullptr, 1, true},
};
constexpr Schema OldSchema{"things"_L1, "thing"_L1, OldColumns};
constexpr Schema NewSchema{"things"_L1, "thing"_L1, NewColumns};

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void viewsAreTheSchemas();
    void keysAreUnique();
    void openingAgainChangesNothing();
    void growsWithItsSchema();
    void vacancyColumns();
    void columnsSayHowTheyAreShown();
    void crawlColumns_data();
    void crawlColumns();
    void olderFilesAreUpgraded();
    void olderLinksAreFound();
    void olderAttemptsAreRead();
    void findsSchemas();
};

void TestSchema::viewsAreTheSchemas()
{
    test::TempProject temp;
    Result<Database> database = Database::open(temp.path(), Database::Mode::Read);
    QVERIFY(database);
    for (const Schema *schema : allSchemas()) {
        QStringList expected{u"row_id"_s, u"run_id"_s};
        for (const Column &column : schema->columns)
            expected.append(column.key);
        QCOMPARE(strings(*database, "SELECT name FROM pragma_table_info('v_" +
                                        QByteArray(schema->relation.data(), schema->relation.size()) + "')"),
                 expected);
    }
}

void TestSchema::keysAreUnique()
{
    QSet<QString> schemas;
    for (const Schema *schema : allSchemas()) {
        QVERIFY(!schemas.contains(schema->key));
        schemas.insert(schema->key);
        QSet<QString> columns{u"row_id"_s, u"run_id"_s, u"row_key"_s};
        for (const Column &column : schema->columns) {
            QVERIFY2(!columns.contains(column.key), column.key.data());
            columns.insert(column.key);
            QVERIFY(!columnTitle(column).isEmpty());
        }
    }
}

void TestSchema::openingAgainChangesNothing()
{
    test::TempProject temp;
    const auto version = [&] {
        Result<Database> database = Database::open(temp.path(), Database::Mode::Read);
        return database->integer("PRAGMA schema_version").value_or(-1);
    };
    const qint64 before = version();
    QVERIFY(temp.reopen());
    QCOMPARE(version(), before);
}

void TestSchema::growsWithItsSchema()
{
    test::TempProject temp;
    QVERIFY(temp.close());
    Result<Database> database = Database::open(temp.path(), Database::Mode::Write);
    QVERIFY(Relation(OldSchema).create(*database));
    QVERIFY(database->exec("INSERT INTO run (id, kind, params, state, started) VALUES (1, '', '', 0, '')"));
    QVERIFY(database->exec("INSERT INTO thing (row_id, run_id, row_key, name) VALUES (1, 1, 'k', 'old')"));
    QVERIFY(Relation(NewSchema).create(*database));
    QCOMPARE(strings(*database, "SELECT name FROM pragma_table_info('v_thing')"),
             (QStringList{u"row_id"_s, u"run_id"_s, u"name"_s, u"body"_s, u"size"_s}));
    QCOMPARE(strings(*database, "SELECT name FROM v_thing WHERE body IS NULL AND size IS NULL"),
             QStringList{u"old"_s});
    QVERIFY(database->prepare(Relation(NewSchema).insertOrKeep()));
    QVERIFY(database->prepare(Relation(NewSchema).insertOrMerge()));
}

void TestSchema::vacancyColumns()
{
    const Schema &schema = vacancySchema();
    const QList<QLatin1StringView> contract{"vacancy"_L1,     "url"_L1,       "created"_L1,  "has_test"_L1,
                                            "salary_from"_L1, "salary_to"_L1, "currency"_L1, "experience"_L1,
                                            "schedule"_L1,    "skills"_L1,    "employer"_L1, "area"_L1,
                                            "description"_L1};
    for (qsizetype i = 0; i < contract.size(); ++i)
        QCOMPARE(schema.columns[size_t(i)].key, contract[i]);
    QCOMPARE(schema.columns[int(VacancyColumn::Query)].key, "query"_L1);
    QCOMPARE(schema.indexOf(u"salary_to"), std::optional(int(VacancyColumn::SalaryTo)));
    QCOMPARE(schema.indexOf(u"Salary_To"), std::nullopt);
    const Column &state = schema.columns[int(VacancyColumn::State)];
    QCOMPARE(codeTitle(state, u"listed"_s), u"not read yet"_s);
    QCOMPARE(codeTitle(state, u"unheard of"_s), u"unheard of"_s);
}

/// What window and store do with a column stands in its declaration.
void TestSchema::columnsSayHowTheyAreShown()
{
    const auto keys = [](const Schema &schema, const QList<int> &columns, qsizetype most) {
        QStringList result;
        for (const int column : columns.mid(0, most))
            result.append(schema.columns[size_t(column)].key);
        return result.join(u' ');
    };
    QCOMPARE(keys(vacancySchema(), vacancySchema().readingOrder(), 5),
             u"starred change vacancy employer area"_s);
    QCOMPARE(keys(linkSchema(), linkSchema().readingOrder(), 3), u"source_url anchor parsed_url"_s);
    QCOMPARE(keys(pageSchema(), pageSchema().facets(), 3), u"state status verdict"_s);
    for (const Schema *schema : allSchemas()) {
        QList<int> order = schema->readingOrder();
        QCOMPARE(order.size(), qsizetype(schema->columns.size()));
        std::ranges::sort(order);
        QCOMPARE(order.front(), 0);
        QCOMPARE(order.back(), int(order.size()) - 1);
        QVERIFY(!schema->facets().isEmpty());
        for (const Column &column : schema->columns) {
            for (const Code &code : column.codes) {
                QVERIFY(column.type == ColumnType::Code || column.type == ColumnType::List);
                QVERIFY(!codeTitle(column, code.code).isEmpty());
            }
            // Long texts have a cell of two parts, which no group can have.
            QVERIFY(column.group.isEmpty() || column.type != ColumnType::LongText);
        }
    }
    QCOMPARE(Relation(vacancySchema()).groups(), (QList{"pay"_L1, "place"_L1, "contact"_L1}));
    // Of a link and its target the same words.
    const Column &state = linkSchema().columns[size_t(LinkColumn::TargetState)];
    QCOMPARE(codeTitle(state, u"redirect"_s), u"leads elsewhere"_s);
}

void TestSchema::crawlColumns_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("contract");
    QTest::addRow("pages")
        << u"pages"_s
        << u"url,final_url,status,reason,type,size,seconds,depth,title,meta_description,h1,h2,"
           "canonical,robots,indexable,inlinks,outlinks,words,charset,lang,hash"_s;
    QTest::addRow("links") << u"links"_s
                           << u"source_url,parsed_url,element,anchor,rel,fragment,target_status,line"_s;
}

void TestSchema::crawlColumns()
{
    QFETCH(const QString, schema);
    QFETCH(const QString, contract);
    const QStringList expected = contract.split(u',');
    QStringList first;
    for (const Column &column : schemaByKey(schema)->columns.first(size_t(expected.size())))
        first.append(column.key);
    QCOMPARE(first, expected);
}

/// Until the third version attempts did not know what the limiter took; later came since when work fails.
const QByteArray OlderAttempts =
    "DROP TABLE memo; DROP VIEW v_attempt; ALTER TABLE attempt DROP COLUMN limited_us;"
    "ALTER TABLE attempt DROP COLUMN paused_us; ALTER TABLE work DROP COLUMN failed_at;";

// What the first version of the program wrote: everything but what crawls need.
void TestSchema::olderFilesAreUpgraded()
{
    test::TempProject temp;
    QVERIFY(temp.close());
    Result<Database> database = Database::open(temp.path(), Database::Mode::Write);
    QVERIFY(database->exec(OlderAttempts +
                           "DROP VIEW v_page; DROP VIEW v_link; DROP VIEW v_hreflang; DROP TABLE page;"
                           "DROP TABLE link; DROP TABLE hreflang;"
                           "DROP TABLE address; DROP TABLE attachment; DROP TABLE twin;"
                           "DROP TABLE link_span; DROP TABLE mention;"
                           "ALTER TABLE work DROP COLUMN address; PRAGMA user_version = 1"));
    QVERIFY(database->exec("INSERT INTO run (id, kind, params, state, started) VALUES (1, '', '', 0, '');"
                           "INSERT INTO work (run_id, key, kind, host, ref, depth) "
                           "VALUES (1, 'http://a/', 'k', 'h', '', 0)"));
    database->close();
    QVERIFY(temp.reopen());
    store::WorkList work(temp.project(), 1);
    const auto items = work.take(u"k"_s, u"h"_s, 1);
    QVERIFY(items && items->size() == 1);
    QCOMPARE(items->front().key, u"http://a/"_s);
    QVERIFY(temp.reader()->count({&pageSchema(), {}, {}, {}}));
}

// The second version had indexes over the links.
void TestSchema::olderLinksAreFound()
{
    test::TempProject temp;
    QVERIFY(temp.close());
    Result<Database> database = Database::open(temp.path(), Database::Mode::Write);
    QVERIFY(database->exec(OlderAttempts +
                           "DROP TABLE link_span; DROP TABLE mention;"
                           "CREATE INDEX link_source ON link(run_id, source_url);"
                           "CREATE INDEX link_target ON link(run_id, parsed_url); PRAGMA user_version = 2"));
    QVERIFY(database->exec("INSERT INTO run (id, kind, params, state, started) VALUES (1, '', '', 0, '');"
                           "INSERT INTO address (run_id, number, url) VALUES (1, 1, 'a'), (1, 2, 'b');"
                           "INSERT INTO page (row_id, run_id, url) VALUES (1, 1, 1), (2, 1, 2);"
                           "INSERT INTO link (row_id, run_id, source_url, parsed_url) "
                           "VALUES (1, 1, 1, 2), (2, 1, 1, 2), (3, 1, 2, 1), (4, 1, 1, 2)"));
    database->close();
    QVERIFY(temp.reopen());
    const auto reader = temp.reader();
    const auto links = [&](const QString &column, const QString &url) {
        return reader->count({&linkSchema(), {1}, {{{column, FilterOp::Equals, {url}}}}, {}}).value_or(-1);
    };
    QCOMPARE(links(u"source_url"_s, u"a"_s), 3);
    QCOMPARE(links(u"parsed_url"_s, u"b"_s), 3);
    QCOMPARE(links(u"parsed_url"_s, u"a"_s), 1);
    const auto pages = reader->rows(pageSchema(), IdVector{1, 2});
    QVERIFY(pages);
    QCOMPARE((*pages)[0][size_t(PageColumn::Inlinks)], Value(qint64(1)));
    QCOMPARE((*pages)[1][size_t(PageColumn::Inlinks)], Value(qint64(3)));
}

void TestSchema::olderAttemptsAreRead()
{
    test::TempProject temp;
    QVERIFY(temp.close());
    Result<Database> database = Database::open(temp.path(), Database::Mode::Write);
    QVERIFY(database->exec(
        OlderAttempts +
        "PRAGMA user_version = 3; INSERT INTO run (id, kind, params, state, started) VALUES (1, '', '', 0, "
        "'');"
        "INSERT INTO attempt (run_id, url, host, method, number, started_ms, queued_us, connecting_us,"
        "sent_us, headers_us, done_us, status, reason, detail, proxy, bytes) "
        "VALUES (1, 'http://a/', 'a', 'GET', 1, 1000, 250000, -1, 0, 5, 9, 200, '', '', '', 3)"));
    database->close();
    QVERIFY(*(*store::RowReader::open(temp.path()))->isOutdated());
    QVERIFY(temp.reopen());
    QVERIFY(!*temp.reader()->isOutdated());
    store::AttemptRecord late;
    late.run = 1;
    late.limitedUs = 150'000;
    late.queuedUs = late.pausedUs = 250'000;
    temp.writer().postAttempts({late});
    QVERIFY(temp.flush());
    const auto rows = temp.reader()->rows(requestSchema(), IdVector{1, 2});
    QVERIFY(rows);
    const auto cell = [&](size_t row, RequestColumn column) { return (*rows)[row][size_t(column)]; };
    // Nobody knows is not nothing.
    QCOMPARE(cell(0, RequestColumn::Waited), Value(0.25));
    QCOMPARE(cell(0, RequestColumn::Limited), Value());
    QCOMPARE(cell(0, RequestColumn::Paused), Value());
    QCOMPARE(cell(1, RequestColumn::Limited), Value(0.15));
    QCOMPARE(cell(1, RequestColumn::Paused), Value(0.25));
}

void TestSchema::findsSchemas()
{
    QCOMPARE(schemaByKey(u"vacancies"), &vacancySchema());
    QCOMPARE(schemaByKey(u"vacancy"), nullptr);
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
