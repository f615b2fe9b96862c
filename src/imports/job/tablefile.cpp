// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/job/tablefile.h"

#include "imports/text/csvreader.h"
#include "imports/text/jsonreader.h"
#include "table/vacancyschema.h"
#include "vacancies/import/importrecord.h"

#include <QBuffer>
#include <QCoreApplication>

#include <algorithm>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the beginning, to tell what it is.
constexpr qint64 Beginning = 1024 * 1024;
constexpr int RecordsLookedAt = 50;

std::unexpected<Error> refused(const char *sentence)
{
    return fail(Reason::BadFile, QString::fromLatin1(sentence));
}

/// Kinds of files that people take for tables and that are none, or none that is read here.
const char *otherKind(QByteArrayView begins)
{
    struct Kind
    {
        QByteArrayView magic;
        const char *sentence;
    };
    // "EncryptedPackage" in UTF-16: Excel wraps workbooks with a password so.
    static constexpr char Locked[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    constexpr QByteArrayView Ole("\xD0\xCF\x11\xE0", 4);
    if (begins.startsWith(Ole) && begins.contains(QByteArrayView(Locked, sizeof Locked - 1)))
        return QT_TRANSLATE_NOOP("linnet::ErrorDetail",
                                 "the workbook is protected by a password; save it without one");
    static const Kind kinds[] = {
        {Ole, QT_TRANSLATE_NOOP("linnet::ErrorDetail",
                                "this is an old Excel file (.xls); save it as workbook (.xlsx) or CSV in "
                                "Excel or LibreOffice and import that")},
        {"%PDF", QT_TRANSLATE_NOOP("linnet::ErrorDetail", "this is a PDF document and no table")},
        {"SQLite format 3",
         QT_TRANSLATE_NOOP("linnet::ErrorDetail", "this is a database or a project of Linnet and no table; "
                                                  "export its rows as CSV first")},
        {"PAR1", QT_TRANSLATE_NOOP("linnet::ErrorDetail", "this is a Parquet file; save it as CSV")},
        {"<", QT_TRANSLATE_NOOP("linnet::ErrorDetail",
                                "this is a web page or XML, whatever its name says; open it in Excel or "
                                "LibreOffice, save it as workbook (.xlsx) or CSV and import that")},
    };
    for (const Kind &kind : kinds) {
        if (begins.startsWith(kind.magic) || begins.trimmed().startsWith(kind.magic))
            return kind.sentence;
    }
    return nullptr;
}

bool isBinary(QByteArrayView utf8)
{
    const QByteArrayView looked = utf8.first(std::min<qsizetype>(utf8.size(), 4096));
    const auto controls = std::ranges::count_if(
        looked, [](char byte) { return uchar(byte) < 0x20 && byte != '\t' && byte != '\n' && byte != '\r'; });
    return controls * 10 > looked.size();
}

} // namespace

QJsonObject TableChoice::toJson() const
{
    QJsonObject json;
    if (!columns.isEmpty())
        json["columns"_L1] = ColumnMap::toJson(columns);
    if (!sheet.isEmpty())
        json["sheet"_L1] = sheet;
    if (!encoding.isEmpty())
        json["encoding"_L1] = QString::fromLatin1(encoding);
    if (separator != 0)
        json["separator"_L1] = QString(QLatin1Char(separator));
    return json;
}

TableChoice TableChoice::fromJson(const QJsonObject &json)
{
    const QString separator = json["separator"_L1].toString();
    return {ColumnMap::fromJson(json["columns"_L1].toObject()), json["sheet"_L1].toString(),
            json["encoding"_L1].toString().toLatin1(),
            separator.size() == 1 ? separator.front().toLatin1() : char(0)};
}

TableFile::TableFile(QString path, QString title, TableChoice choice)
    : m_path(std::move(path))
    , m_title(std::move(title))
    , m_choice(std::move(choice))
    , m_schema(&table::vacancySchema())
{
}

Result<std::unique_ptr<TableFile>> TableFile::open(const QString &path, const QString &title,
                                                   const table::Schema *wanted, TableChoice choice)
{
    std::unique_ptr<TableFile> file(new TableFile(path, title, std::move(choice)));
    if (const auto looked = file->look(wanted); !looked)
        return std::unexpected(looked.error());
    return file;
}

Result<void> TableFile::look(const table::Schema *wanted)
{
    jobs::UnpackedFile device(m_path);
    if (!device.open(QIODevice::ReadOnly))
        return fail(Reason::Io, device.errorString());
    QByteArray beginning;
    while (beginning.size() < Beginning) {
        const QByteArray more = device.read(Beginning - beginning.size());
        if (more.isEmpty())
            break;
        beginning += more;
    }
    if (beginning.isEmpty() && !device.errorString().isEmpty() && device.errorString() != "Unknown error"_L1)
        return fail(Reason::BadFile, device.errorString());
    if (beginning.trimmed().isEmpty())
        return refused(QT_TRANSLATE_NOOP("linnet::ErrorDetail", "the file is empty"));
    if (beginning.startsWith("PK\x03\x04"))
        return lookAtWorkbook(wanted);
    if (const char *sentence = otherKind(beginning))
        return refused(sentence);
    m_shape = TextShape::ofBytes(beginning, m_choice.encoding);
    const QByteArray text = toUtf8(beginning, m_shape);
    if (const QByteArray bare = text.trimmed(); bare.startsWith('{') || bare.startsWith('[')) {
        if (m_shape.isWide())
            return refused(
                QT_TRANSLATE_NOOP("linnet::ErrorDetail", "JSON must be UTF-8, and this is UTF-16"));
        return lookAtJson(beginning, wanted);
    }
    if (const char *sentence = otherKind(text))
        return refused(sentence);
    if (isBinary(text))
        return refused(
            QT_TRANSLATE_NOOP("linnet::ErrorDetail", "this is no text, and no table that can be read"));
    return lookAtText(text, wanted);
}

Result<void> TableFile::lookAtText(const QByteArray &text, const table::Schema *wanted)
{
    m_kind = Kind::Text;
    m_shape.separator = m_choice.separator != 0 ? m_choice.separator : CsvReader::separatorOf(text);
    return findHeader(wanted);
}

Result<void> TableFile::lookAtWorkbook(const table::Schema *wanted)
{
    m_kind = Kind::Sheet;
    auto device = std::make_unique<QFile>(m_path);
    if (!device->open(QIODevice::ReadOnly))
        return fail(Reason::Io, device->errorString());
    auto book = Workbook::open(std::move(device));
    if (!book)
        return std::unexpected(book.error());
    m_book = std::move(*book);
    auto sheet = m_book->sheet(m_choice.sheet);
    if (!sheet)
        return std::unexpected(sheet.error());
    m_sheet = std::move(*sheet);
    return findHeader(wanted);
}

Result<void> TableFile::findHeader(const table::Schema *wanted)
{
    if (const auto there = goTo({}); !there)
        return there;
    std::vector<SourceRow> rows;
    std::vector<RecordPlace> places;
    while (rows.size() < HeaderRow::LooksAt) {
        SourceRow row;
        const auto read = m_reader->next(row);
        if (!read)
            return std::unexpected(read.error());
        if (!*read)
            break;
        rows.push_back(std::move(row));
        places.push_back(m_reader->place());
    }
    if (rows.empty() && m_kind != Kind::Sheet)
        return refused(QT_TRANSLATE_NOOP("linnet::ErrorDetail", "the table has no rows"));
    if (rows.empty()) { // another sheet may have some
        take(nullptr, wanted, {});
        return {};
    }
    const HeaderRow header = HeaderRow::find(rows, wanted, m_choice.columns);
    m_begin = places[header.index];
    m_columnCount = header.names.size();
    take(header.schema, wanted, header.names);
    const bool isSeparatorLine =
        header.index == 1 && table::toText(rows.front().cell(0)).startsWith("sep="_L1);
    if (header.index > 0 && !isSeparatorLine)
        m_aboveHeader = QCoreApplication::translate("linnet::imports::TableFile",
                                                    "%1 names the columns; what stands above it was left out")
                            .arg(m_maker->placeOf(rows[header.index]));
    return {};
}

Result<void> TableFile::lookAtJson(const QByteArray &beginning, const table::Schema *wanted)
{
    m_kind = Kind::Json;
    m_jsonShape = JsonRecords::shapeOf(beginning);
    const bool mayBeRecords = (!wanted || wanted == &table::vacancySchema()) && m_choice.columns.isEmpty();
    QBuffer first;
    first.setData(beginning);
    first.open(QIODevice::ReadOnly);
    JsonRecords records(first, m_jsonShape, {});
    for (int i = 0; mayBeRecords && i < RecordsLookedAt; ++i) {
        const auto record = records.next();
        if (!record || record->isNull())
            break;
        if (vacancies::readImportRecord(*record)) {
            m_kind = Kind::Records;
            return {};
        }
    }
    first.seek(0);
    JsonReader reader(first, m_jsonShape, {});
    SourceRow row;
    for (int i = 0; i < RecordsLookedAt; ++i) {
        const auto read = reader.next(row);
        if (!read || !*read)
            break;
    }
    m_names = reader.names();
    const table::Schema *schema = HeaderRow::schemaOf(ColumnMap::named(m_names), wanted, m_choice.columns);
    // One name that could mean anything makes no table of records that are of no known kind.
    const ColumnMap map =
        ColumnMap::of(schema ? *schema : *m_schema, ColumnMap::named(m_names), m_choice.columns);
    if (!wanted && map.filled() < 2 && m_choice.columns.isEmpty()) {
        m_kind = Kind::Records;
        return {};
    }
    take(schema, wanted, ColumnMap::named(m_names));
    return {};
}

void TableFile::take(const table::Schema *found, const table::Schema *wanted, const QStringList &names)
{
    m_schema = found ? found : wanted ? wanted : &table::vacancySchema();
    m_map = ColumnMap::of(*m_schema, names, m_choice.columns);
    const bool isText = m_kind == Kind::Text;
    const bool isExcelCsv = isText && m_shape.mark > 0 && m_shape.isUtf8();
    m_maker = std::make_unique<RowMaker>(*m_schema,
                                         CellReader{.commaIsDecimal = isText && m_shape.separator != ',',
                                                    .guarded = isExcelCsv,
                                                    .commaParts = !m_map.isOurs()},
                                         m_title, m_kind == Kind::Sheet);
}

Result<void> TableFile::goTo(const RecordPlace &place)
{
    m_reader.reset();
    if (m_kind == Kind::Sheet) {
        auto reader = SheetReader::open(*m_book, m_sheet, place);
        if (!reader)
            return std::unexpected(reader.error());
        m_reader = std::move(*reader);
        return {};
    }
    m_device = std::make_unique<jobs::UnpackedFile>(m_path);
    if (!m_device->open(QIODevice::ReadOnly))
        return fail(Reason::Io, m_device->errorString());
    if (!m_device->skipTo(place.offset))
        return fail(Reason::BadFile, u"it has less than %1 bytes"_s.arg(place.offset));
    if (m_kind == Kind::Text)
        m_reader = std::make_unique<CsvReader>(*m_device, m_shape, place);
    else
        m_reader = std::make_unique<JsonReader>(*m_device, m_jsonShape, place, m_names);
    return {};
}

void TableFile::learnNames()
{
    if (m_kind != Kind::Json || m_reader->names().size() == m_names.size())
        return;
    m_names = m_reader->names();
    m_map.extend(*m_schema, ColumnMap::named(m_names), m_choice.columns);
}

QStringList TableFile::sheets() const
{
    return m_book ? m_book->visibleSheets() : QStringList();
}

double TableFile::fraction() const
{
    if (m_kind == Kind::Sheet)
        return m_reader ? static_cast<const SheetReader &>(*m_reader).fraction() : 0;
    return m_device ? m_device->fraction() : 0;
}

} // namespace linnet::imports
