// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translations.h"
#include "exports/job/exportjob.h"
#include "exports/table/csvwriter.h"
#include "exports/table/jsonwriter.h"
#include "exports/table/xlsxwriter.h"
#include "imports/job/importfile.h"
#include "imports/job/importspec.h"
#include "support/tempproject.h"
#include "table/checkschema.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QTest>

#include <utility>

using namespace linnet;
using namespace linnet::imports;
using namespace Qt::Literals::StringLiterals;
using table::Value;

Q_DECLARE_METATYPE(const linnet::exports::ExportFormat *)
Q_DECLARE_METATYPE(const linnet::table::Schema *)

/// What this program exports comes back as the same rows, cell by cell: every table in every format, as
/// stored and as shown in both languages.
class TestImportRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data();
    void comesBack();
};

namespace {

using Format = const exports::ExportFormat *;
constexpr int Rows = 300;

/// Texts that every format can hold.
QString textOf(int i)
{
    static const QStringList texts{u"plain"_s, u"say \"hi\""_s, u"a,b;c"_s,  u"line\nline"_s,
                                   u"=1+1"_s,  u"+7 999 123"_s, u"-5"_s,     u"@sum"_s,
                                   u"'tis"_s,  u" blanks "_s,   u"007"_s,    u"1,5"_s,
                                   u"ё — 😀"_s, u"_x000D_"_s,    u"TRUE"_s,   u"2026-01-02"_s,
                                   u"a\tb"_s,  u"\"\""_s,       u"- item"_s, u"12345678901234567890"_s,
                                   u"|bar|"_s, u"sep=;"_s,      u"Итого"_s};
    return texts.at(i % texts.size());
}

Value valueOf(const table::Column &column, int row, int place)
{
    const int i = row * 7 + place * 3;
    if (i % 5 == 0)
        return {};
    switch (column.type) {
    case table::ColumnType::Text:
        return textOf(i);
    case table::ColumnType::LongText:
        return QString(textOf(i) + QString(i % 4 == 0 ? 3000 : 0, u'щ'));
    case table::ColumnType::Integer:
        return qint64(i) * 1'000'003;
    case table::ColumnType::Real:
        return i * 0.25 - 20; // a workbook keeps 15 digits
    case table::ColumnType::Bool:
        return i % 2 == 0;
    case table::ColumnType::Time:
        return u"2026-%1-1%2T10:20:30+0300"_s.arg(1 + i % 12, 2, 10, QChar(u'0')).arg(i % 9);
    case table::ColumnType::Url:
        return u"https://example.org/%1?a=b,c;d"_s.arg(i);
    case table::ColumnType::List:
        return QStringList{u"SQL"_s, u"C, C++"_s, u"один"_s}.first(1 + i % 3).join(u';');
    case table::ColumnType::Code:
        return column.codes.empty() ? QString(u"code%1"_s.arg(i % 4))
                                    : QString(column.codes[size_t(i) % column.codes.size()].code);
    }
    return {};
}

/// Nothing of other rows.
bool isOwn(const table::Schema &schema, size_t column)
{
    return schema.columns[column].isStored() && !schema.columns[column].isCostly &&
           !(&schema == &table::vacancySchema() && table::isCompared(column));
}

store::Unit rowsOf(const table::Schema &schema, RunId run)
{
    store::Unit unit;
    unit.run = run;
    qint64 number = 0;
    for (int i = 0; i < Rows; ++i) {
        table::Cells cells(schema.columns.size());
        for (size_t c = 0; c < cells.size(); ++c) {
            if (isOwn(schema, c))
                cells[c] = valueOf(schema.columns[c], i, int(c));
        }
        const QString key = u"https://example.org/row/%1"_s.arg(i);
        if (&schema == &table::vacancySchema()) {
            cells[size_t(std::to_underlying(table::VacancyColumn::Source))] = u"hh"_s;
            cells[size_t(std::to_underlying(table::VacancyColumn::Id))] = QString::number(i);
        } else {
            cells[0] = key;
        }
        for (size_t c = 0; c < cells.size(); ++c) {
            if (schema.columns[c].storage != table::Storage::Address || table::isNull(cells[c]))
                continue;
            unit.addresses.push_back({++number, table::toText(cells[c]).toUtf8()});
            cells[c] = number;
        }
        unit.rows.push_back({&schema, key, std::move(cells)});
    }
    return unit;
}

} // namespace

void TestImportRoundTrip::comesBack_data()
{
    QTest::addColumn<const table::Schema *>("schema");
    QTest::addColumn<Format>("format");
    QTest::addColumn<QString>("shown"); ///< language; "" = as stored
    const std::pair<const char *, Format> formats[] = {
        {"csv", &exports::formats::Csv},           {"csv-ru", &exports::formats::CsvExcelRu},
        {"csv-en", &exports::formats::CsvExcelEn}, {"tsv", &exports::formats::Tsv},
        {"json", &exports::formats::Json},         {"jsonl", &exports::formats::JsonLines},
        {"xlsx", &exports::formats::Xlsx}};
    for (const table::Schema *schema :
         {&table::vacancySchema(), &table::checkSchema(), &table::pageSchema()}) {
        for (const auto &[name, format] : formats) {
            QTest::addRow("%s %s", schema->key.data(), name) << schema << format << QString();
            if (!format->ending.startsWith("csv"_L1) && !format->hasShownForm)
                continue;
            for (const QString &language : {u"ru"_s, u"en"_s})
                QTest::addRow("%s %s shown %s", schema->key.data(), name, qPrintable(language))
                    << schema << format << language;
        }
    }
}

void TestImportRoundTrip::comesBack()
{
    QFETCH(const table::Schema *, schema);
    QFETCH(Format, format);
    QFETCH(QString, shown);
    test::TempProject temp;
    store::Unit unit = rowsOf(*schema, temp.writer().postRun(u"any"_s, {}));
    temp.writer().post(std::move(unit));
    QVERIFY(temp.flush());
    const auto reader = temp.reader();
    auto ids = reader->ids({schema, {}, {}, {}});
    QVERIFY(ids);
    const auto before = reader->rows(*schema, *ids);
    QVERIFY(before && before->size() == size_t(Rows));
    exports::ExportSpec spec;
    spec.projectPath = temp.path();
    spec.schema = schema;
    spec.ids = std::make_shared<const store::IdVector>(std::move(*ids));
    spec.format = format;
    spec.path = temp.filePath(u"out."_s + format->ending);
    spec.asShown = !shown.isEmpty();
    {
        const Translations words{QLocale(shown)};
        const auto report = exports::ExportJob(spec).run();
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    }
    ImportSpec import;
    import.files = {*ImportSpec::File::of(spec.path)};
    const auto guessed = import.guessTable();
    QVERIFY2(guessed, guessed ? "" : qPrintable(guessed.error().detail));
    QCOMPARE((*guessed)->key, schema->key);
    ImportFile file(spec.path, u"out"_s);
    const ImportPart part = file.read({}, u"never"_s);
    QVERIFY2(part.error.reason == Reason::None, qPrintable(part.error.detail));
    QVERIFY(part.isLast);
    QVERIFY2(part.notes.isEmpty(), qPrintable(part.notes.join(u'\n')));
    QCOMPARE(part.rows.size(), before->size());
    // A date of Excel has no zone.
    const bool isLocal = spec.asShown && format == &exports::formats::Xlsx;
    for (size_t i = 0; i < before->size(); ++i) {
        for (size_t c = 0; c < schema->columns.size(); ++c) {
            if (!isOwn(*schema, c))
                continue;
            Value wanted = (*before)[i][c];
            if (isLocal && schema->columns[c].type == table::ColumnType::Time && !table::isNull(wanted))
                wanted = table::toText(wanted).left(19);
            const bool same = part.rows[i].cells[c] == wanted;
            QVERIFY2(same, qPrintable(u"row %1, %2: \"%3\" became \"%4\""_s.arg(i).arg(
                               schema->columns[c].key, table::toText(wanted),
                               table::toText(part.rows[i].cells[c]))));
        }
    }
}

QTEST_GUILESS_MAIN(TestImportRoundTrip)
#include "tst_importroundtrip.moc"
