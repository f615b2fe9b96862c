// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/job/importfile.h"

#include "imports/columns/columnnames.h"
#include "imports/job/importpreview.h"
#include "imports/job/importspec.h"
#include "support/packed.h"
#include "support/zipped.h"
#include "table/checkschema.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::imports;
using namespace Qt::Literals::StringLiterals;

/// Tables as people have them: what becomes of each row, and what is said of the others.
class TestTableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void names_data();
    void names();
    void refuses_data();
    void refuses();
    void cells_data();
    void cells();
    void tables_data();
    void tables();
    void choices();
    void badChoices_data();
    void badChoices();
    void partsBeginAnywhere();
    void preview();
    void everyTitleIsKnown();

private:
    QString write(const QByteArray &bytes);
    QTemporaryDir m_folder;
    int m_files = 0;
};

namespace {

struct Read
{
    QStringList rows; ///< of the columns "vacancy|salary_from|url|created|skills"
    QStringList notes;
    qint64 unread = 0;
    Error error;
};

constexpr std::array Shown{table::VacancyColumn::Vacancy, table::VacancyColumn::SalaryFrom,
                           table::VacancyColumn::Url, table::VacancyColumn::Created,
                           table::VacancyColumn::Skills};

Read readAll(const QString &path, const TableChoice &choice = {})
{
    ImportFile file(path, u"file"_s, &table::vacancySchema(), choice);
    Read read;
    for (RecordPlace begin;;) {
        const ImportPart part = file.read(begin, u"2026-11-29T10:00:00Z"_s);
        for (const store::RowWrite &row : part.rows) {
            QStringList cells;
            for (const table::VacancyColumn column : Shown)
                cells.append(table::toText(row.cells[size_t(column)]));
            read.rows.append(cells.join(u'|'));
        }
        read.notes += part.notes;
        read.unread += part.unreadRows;
        read.error = part.error;
        if (part.isLast || part.error.reason != Reason::None)
            return read;
        begin = part.end;
    }
}

} // namespace

QString TestTableFile::write(const QByteArray &bytes)
{
    const QString path = m_folder.filePath(u"f%1"_s.arg(++m_files));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return path;
}

void TestTableFile::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QStringList>("said"); ///< the notes begin with, or have, these
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &rows,
                        const QStringList &said = {}) { QTest::newRow(name) << bytes << rows << said; };
    row("plain", "vacancy,salary_from,url,created,skills\nA,1000,http://a/,2026-01-02,SQL;C\n",
        {u"A|1000|http://a/|2026-01-02|SQL;C"_s});
    row("Russian, decimal comma", "Вакансия;Зарплата от;Ссылка;Дата\nА;1 000,5;http://a/;24.12.2026\n",
        {u"А|1000.5|http://a/|2026-12-24|"_s});
    row("header in line 3", "Vacancies of May\n\nName,Salary from\nA,5\n", {u"A|5|||"_s},
        {u"line 3 names the columns"_s});
    row("totals", "Вакансия;Зарплата\nА;10\nБ;20\nИтого;30\n", {u"А|10|||"_s, u"Б|20|||"_s}, {u"line 4:"_s});
    row("too few cells", "vacancy,salary_from,url\nA\nB,1\n", {u"A||||"_s, u"B|1|||"_s});
    row("too many", "vacancy,salary_from\nA,1,2\nB,2\n", {u"B|2|||"_s}, {u"line 2:"_s});
    row("empty ones too many", "vacancy,salary_from\nA,1,,,\n", {u"A|1|||"_s});
    row("duplicate names", "vacancy,vacancy,salary_from\nA,B,1\n", {u"A|1|||"_s}, {u"vacancy (2)"_s});
    row("a column without a name", "vacancy,,salary_from\nA,x,1\n", {u"A|1|||"_s}, {u"#2"_s});
    row("unread cell", "vacancy,salary_from\nA,as agreed\n", {u"A||||"_s},
        {u"line 2: salary_from: \"as agreed\""_s});
    row("only a header", "vacancy,salary_from\n", {});
    row("nothing that belongs", "vacancy,other\n,x\nA,\n", {u"A||||"_s}, {u"line 2:"_s});
    row("quoted line break", "vacancy,salary_from\n\"A\nB\",1\nC,x\n", {u"A\nB|1|||"_s, u"C||||"_s},
        {u"line 4:"_s});
    row("gzip", test::pack("vacancy,salary_from\nA,1\n", test::Packing::Gzip), {u"A|1|||"_s});
    row("zstd", test::pack("vacancy,salary_from\nA,1\n", test::Packing::Zstd), {u"A|1|||"_s});
    row("JSON", R"([{"vacancy":"A","salary_from":5,"skills":["SQL","C"]},{"vacancy":"B","x":1}])",
        {u"A|5|||SQL;C"_s, u"B||||"_s}, {u"x"_s});
    row("JSON lines", "{\"name\":\"A\",\"salary\":{\"min\":5}}\n{\"name\":\"B\",\"link\":\"http://b/\"}\n",
        {u"A|5|||"_s, u"B||http://b/||"_s});
    row("guarded", "\xEF\xBB\xBFvacancy,url\n'=1+1,'tis\n", {u"=1+1||'tis||"_s});
    row("not guarded", "vacancy,url\n'=1+1,x\n", {u"'=1+1||x||"_s});
    test::WorkbookParts parts;
    parts.sheets = {
        R"(<row r="2"><c t="inlineStr"><is><t>Отчёт</t></is></c></row>)"
        R"(<row r="4"><c t="inlineStr"><is><t>Должность</t></is></c>)"
        R"(<c t="inlineStr"><is><t>Оклад от</t></is></c><c t="inlineStr"><is><t>Дата</t></is></c></row>)"
        R"(<row r="5"><c t="inlineStr"><is><t>А</t></is></c><c><v>90000.5</v></c><c s="1"><v>46380</v></c></row>)"
        R"(<row r="6"><c t="inlineStr"><is><t>Б</t></is></c><c t="inlineStr"><is><t>много</t></is></c></row>)"};
    parts.styles = R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>)";
    row("workbook", test::workbook(parts), {u"А|90000.5||2026-12-24|"_s, u"Б||||"_s},
        {u"row 6: column B (Оклад от): \"много\""_s});
}

void TestTableFile::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, rows);
    QFETCH(QStringList, said);
    const Read read = readAll(write(bytes));
    QVERIFY2(read.error.reason == Reason::None, qPrintable(read.error.detail));
    QCOMPARE(read.rows, rows);
    const QString notes = read.notes.join(u'\n');
    for (const QString &text : said)
        QVERIFY2(notes.contains(text), qPrintable(notes));
    if (said.isEmpty())
        QCOMPARE(read.notes, QStringList());
}

void TestTableFile::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("column");
    QTest::newRow("key") << u"salary_from"_s << u"salary_from"_s;
    QTest::newRow("title") << u"Salary from"_s << u"salary_from"_s;
    QTest::newRow("Russian title") << u"Зарплата от"_s << u"salary_from"_s;
    QTest::newRow("shouted") << u" ЗАРПЛАТА  ОТ: "_s << u"salary_from"_s;
    QTest::newRow("company") << u"Company"_s << u"employer"_s;
    QTest::newRow("link") << u"ссылка"_s << u"url"_s;
    QTest::newRow("URL") << u"URL"_s << u"url"_s;
    QTest::newRow("other letters") << u"Населенный пункт"_s << u"area"_s;
    QTest::newRow("unknown") << u"Favourite colour"_s << QString();
}

void TestTableFile::names()
{
    QFETCH(QString, name);
    QFETCH(QString, column);
    const auto match = ColumnNames::find(table::vacancySchema(), name);
    QCOMPARE(match ? QString(table::vacancySchema().columns[size_t(match->column)].key) : QString(), column);
}

void TestTableFile::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    QTest::newRow("empty") << ""_ba << u"empty"_s;
    QTest::newRow("blank") << "\n\n  \n"_ba << u"empty"_s;
    QTest::newRow("web page") << "\r\n<html><body><table>"_ba << u"web page"_s;
    QTest::newRow("web page in UTF-16") << QByteArray("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14) << u"web page"_s;
    QTest::newRow("old Excel") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(600, '\0')
                               << u".xls"_s;
    QTest::newRow("password") << QByteArray("\xD0\xCF\x11\xE0", 4) + QByteArray(600, '\0') +
                                     QByteArray("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)
                              << u"password"_s;
    QTest::newRow("ods") << test::zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})
                         << u".ods"_s;
    QTest::newRow("xlsb") << test::zipped(
                                 {{"_rels/.rels", "<Relationships><Relationship Id=\"a\" "
                                                  "Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/>"
                                                  "</Relationships>"}})
                          << u".xlsb"_s;
    QTest::newRow("archive") << test::zipped({{"a.csv", "vacancy\nA\n"}}) << u"no Excel workbook"_s;
    QTest::newRow("cut archive") << QByteArray("PK\x03\x04\x14\x00", 6) << u"damaged"_s;
    QTest::newRow("PDF") << "%PDF-1.7"_ba << u"PDF"_s;
    QTest::newRow("project") << "SQLite format 3\0"_ba << u"project"_s;
    QTest::newRow("binary") << QByteArray(500, '\x01') << u"no text"_s;
    QTest::newRow("no known column") << "colour,shape\nred,round\n"_ba << u"none of its columns"_s;
    QTest::newRow("cut gzip")
        << test::pack(QByteArray("vacancy\nA\n").repeated(100), test::Packing::Gzip).chopped(12) << u""_s;
}

void TestTableFile::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    const Read read = readAll(write(bytes));
    QVERIFY(read.error.reason != Reason::None);
    QVERIFY2(read.error.detail.contains(said), qPrintable(read.error.detail));
}

void TestTableFile::cells_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("value"); ///< "?" = cannot be read
    QTest::addColumn<bool>("comma");
    const auto row = [](const QString &column, const QString &cell, const QString &value,
                        bool comma = false) {
        QTest::addRow("%s %s %d", qPrintable(column), qPrintable(cell), comma)
            << column << cell << value << comma;
    };
    const QString real = u"salary_from"_s;
    row(real, u"100 000"_s, u"100000"_s);
    row(real, u"100\u00A0000,50"_s, u"100000.5"_s);
    row(real, u"1,234"_s, u"1234"_s);
    row(real, u"1,234"_s, u"1.234"_s, true);
    row(real, u"1,5"_s, u"1.5"_s);
    row(real, u"1.234.567"_s, u"1234567"_s);
    row(real, u"1,234.5"_s, u"1234.5"_s);
    row(real, u"1.234,5"_s, u"1234.5"_s);
    row(real, u"90000 руб."_s, u"90000"_s);
    row(real, u"$5,000"_s, u"5000"_s);
    row(real, u"−5"_s, u"-5"_s);
    row(real, u"1e3"_s, u"1000"_s);
    row(real, u"nan"_s, u"?"_s);
    row(real, u"1e999"_s, u"?"_s);
    row(real, u"от 100 до 200"_s, u"?"_s);
    row(u"work_places"_s, u"3"_s, u"3"_s);
    row(u"work_places"_s, u"3,0"_s, u"3"_s);
    row(u"work_places"_s, u"3.5"_s, u"?"_s);
    row(u"work_places"_s, u"9007199254740993"_s, u"9007199254740993"_s);
    for (const QString &yes : {u"true"_s, u"Да"_s, u"YES"_s, u"1"_s, u"истина"_s})
        row(u"has_test"_s, yes, u"true"_s);
    for (const QString &no : {u"FALSE"_s, u"нет"_s, u"no"_s, u"0"_s})
        row(u"has_test"_s, no, u"false"_s);
    row(u"has_test"_s, u"maybe"_s, u"?"_s);
    row(u"created"_s, u"2026-11-20T04:40:38+0300"_s, u"2026-11-20T04:40:38+0300"_s);
    row(u"created"_s, u"24.12.2026"_s, u"2026-12-24"_s);
    row(u"created"_s, u"24.12.2026 18:30"_s, u"2026-12-24T18:30:00"_s);
    row(u"created"_s, u"1/2/2026"_s, u"2026-02-01"_s);
    row(u"created"_s, u"12/24/2026"_s, u"2026-12-24"_s);
    row(u"created"_s, u"24.12.26"_s, u"2026-12-24"_s);
    row(u"created"_s, u"46380"_s, u"2026-12-24"_s);
    row(u"created"_s, u"31.02.2026"_s, u"?"_s);
    row(u"created"_s, u"yesterday"_s, u"?"_s);
    row(u"state"_s, u"read"_s, u"complete"_s);
    row(u"state"_s, u"Complete"_s, u"complete"_s);
    row(u"state"_s, u"something"_s, u"something"_s);
    row(u"skills"_s, u"SQL; C ;"_s, u"SQL;C"_s);
    row(u"vacancy"_s, u" as it is "_s, u" as it is "_s);
}

void TestTableFile::cells()
{
    QFETCH(QString, column);
    QFETCH(QString, cell);
    QFETCH(QString, value);
    QFETCH(bool, comma);
    const table::Schema &schema = table::vacancySchema();
    const CellReader reader{.commaIsDecimal = comma};
    const auto read = reader.read(cell, schema.columns[size_t(schema.indexOf(column).value_or(0))]);
    QCOMPARE(read ? table::toText(*read) : u"?"_s, value);
}

void TestTableFile::tables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("table");
    QTest::newRow("vacancies") << "name,salary,company\nA,1,B\n"_ba << u"vacancies"_s;
    QTest::newRow("checks") << "url,status,seconds,length,preview\nhttp://a/,200,1,2,x\n"_ba << u"checks"_s;
    QTest::newRow("addresses") << "URL\nhttp://a/\n"_ba << u"checks"_s;
    QTest::newRow("sites in Russian") << "Адрес сайта;Код ответа\nhttp://a/;200\n"_ba << u"checks"_s;
    QTest::newRow("pages") << "url,final_url,status,reason,type\nhttp://a/,,200,,text/html\n"_ba
                           << u"pages"_s;
    QTest::newRow("pages of another crawler")
        << "Address,Content Type,Status Code,Title 1,Meta Description 1,H1-1,Word Count\nhttp://a/,,200,T,,,\n"_ba
        << u"pages"_s;
    QTest::newRow("links") << "source_url,parsed_url\nhttp://a/,http://b/\n"_ba << QString();
}

void TestTableFile::tables()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, table);
    ImportSpec spec;
    spec.files = {*ImportSpec::File::of(write(bytes))};
    const auto guessed = spec.guessTable();
    QCOMPARE(guessed ? QString((*guessed)->key) : QString(), table);
}

void TestTableFile::choices()
{
    const auto read = ColumnMap::readChoices("column,as\nWhat,vacancy\n\"Pay, gross\",salary_from\nName,\n",
                                             &table::vacancySchema());
    QVERIFY(read);
    TableChoice choice{.columns = *read};
    const Read rows = readAll(write("Name,What,\"Pay, gross\"\nx,A,5\n"), choice);
    QCOMPARE(rows.rows, QStringList{u"A|5|||"_s});
    QCOMPARE(rows.notes, QStringList());
    QCOMPARE(TableChoice::fromJson(choice.toJson()).columns.size(), 3);
    const Read separated = readAll(write("vacancy;salary_from\nA,B;1,5\n"), {.separator = ';'});
    QCOMPARE(separated.rows, QStringList{u"A,B|1.5|||"_s});
}

void TestTableFile::badChoices_data()
{
    QTest::addColumn<QByteArray>("map");
    QTest::addColumn<QString>("said");
    QTest::newRow("no such column") << "column,as\na,vacancy\nb,colour\n"_ba << u"line 3: colour"_s;
    QTest::newRow("three cells") << "a,vacancy,more\n"_ba << u"line 1:"_s;
    QTest::newRow("no name") << "column,as\n,vacancy\n"_ba << u"line 2:"_s;
}

void TestTableFile::badChoices()
{
    QFETCH(QByteArray, map);
    QFETCH(QString, said);
    const auto read = ColumnMap::readChoices(map, nullptr);
    QVERIFY(!read);
    QVERIFY2(read.error().detail.contains(said), qPrintable(read.error().detail));
}

void TestTableFile::partsBeginAnywhere()
{
    QByteArray bytes = "vacancy,salary_from\n";
    for (int i = 0; i < 5000; ++i)
        bytes += "\"Row\n" + QByteArray::number(i) + "\"," + QByteArray::number(i) + "\n";
    const QString path = write(bytes);
    ImportFile whole(path, u"file"_s, &table::vacancySchema());
    std::vector<RecordPlace> ends;
    qint64 rows = 0;
    for (RecordPlace begin;;) {
        const ImportPart part = whole.read(begin, {});
        rows += qint64(part.rows.size());
        ends.push_back(part.end);
        if (part.isLast)
            break;
        begin = part.end;
    }
    QCOMPARE(rows, 5000);
    QVERIFY(ends.size() >= 3);
    ImportFile again(path, u"file"_s, &table::vacancySchema());
    const ImportPart second = again.read(ends.front(), {});
    QCOMPARE(second.end, ends[1]);
    QCOMPARE(second.places.front(), 2 + 2 * qint64(2000));
}

void TestTableFile::preview()
{
    const QString path = write("Вакансия;Кроме того;Зарплата\nА;x;1 000\nБ;y;много\n");
    const ImportPreview preview = ImportPreview::of(path, nullptr, {});
    QCOMPARE(preview.error.reason, Reason::None);
    QCOMPARE(preview.schema, &table::vacancySchema());
    QCOMPARE(preview.separator, ';');
    QCOMPARE(preview.columns.size(), size_t(3));
    QCOMPARE(preview.columns[1].column, int(ColumnMap::None));
    QCOMPARE(preview.rows, (QList<QStringList>{{u"А"_s, u"x"_s, u"1000"_s}, {u"Б"_s, u"y"_s, QString()}}));
    QCOMPARE(preview.problems.size(), 1);
    QVERIFY(ImportPreview::of(write("<html>"), nullptr, {}).error.reason == Reason::BadFile);
}

/// Both languages of the window, for every column that can be stored.
void TestTableFile::everyTitleIsKnown()
{
    for (const table::Schema *schema : ColumnNames::schemas()) {
        for (const table::Column &column : schema->columns) {
            QVERIFY(ColumnNames::find(*schema, column.key));
            QVERIFY(ColumnNames::find(*schema, QString::fromUtf8(column.title)));
        }
    }
    QVERIFY(ColumnNames::find(table::vacancySchema(), u"Работодатель"_s));
}

QTEST_GUILESS_MAIN(TestTableFile)
#include "tst_tablefile.moc"
