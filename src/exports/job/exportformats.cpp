// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/job/exportformats.h"

#include "exports/graph/dotwriter.h"
#include "exports/graph/gexfwriter.h"
#include "exports/graph/graphmlwriter.h"
#include "exports/sitemap/sitemapexport.h"
#include "exports/table/csvwriter.h"
#include "exports/table/harwriter.h"
#include "exports/table/jsonwriter.h"
#include "exports/table/xlsxwriter.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array Formats{
    &formats::Xlsx,    &formats::CsvExcelRu, &formats::CsvExcelEn, &formats::Csv,
    &formats::Tsv,     &formats::Json,       &formats::JsonLines,  &formats::Gexf,
    &formats::GraphMl, &formats::Dot,        &formats::Sitemap,    &formats::Har,
};

bool isFirstChoice(const ExportFormat &format)
{
    return format.dialect.isEmpty() || format.dialect == "standard"_L1;
}

QString knownEndings(ExportFormats among)
{
    QString text = endingsOf(nullptr, among);
    for (const table::Schema *schema : table::allSchemas()) {
        if (const QString more = endingsOf(schema, among); !more.isEmpty())
            text += "; for "_L1 + schema->key + " also "_L1 + more;
    }
    return text;
}

} // namespace

ExportFormats allFormats()
{
    return Formats;
}

Result<const ExportFormat *> formatOfPath(const QString &path, ExportFormats among)
{
    const QString ending = QFileInfo(path).suffix();
    for (const ExportFormat *format : among) {
        if (ending.compare(format->ending, Qt::CaseInsensitive) == 0 && isFirstChoice(*format))
            return format;
    }
    return fail(Reason::BadValue, path + ": the ending must be "_L1 + knownEndings(among));
}

const ExportFormat *formatById(QStringView id, ExportFormats among)
{
    const auto found =
        std::ranges::find_if(among, [&](const ExportFormat *format) { return id == format->id; });
    return found == among.end() ? nullptr : *found;
}

QList<const ExportFormat *> formatsOf(const table::Schema &schema, ExportFormats among)
{
    QList<const ExportFormat *> result;
    for (const ExportFormat *format : among) {
        if (checkTable(*format, schema))
            result.append(format);
    }
    return result;
}

Result<void> checkTable(const ExportFormat &format, const table::Schema &schema)
{
    if (!format.table || &schema.rows() == &format.table())
        return {};
    return fail(Reason::BadValue, format.ending + ": "_L1 + QLatin1StringView(format.madeOf));
}

Result<const ExportFormat *> formatOfDialect(QStringView name)
{
    for (const ExportFormat *format : Formats) {
        if (!name.isEmpty() && name == format->dialect)
            return format;
    }
    return fail(Reason::BadValue, name.toString() + ": the dialect must be "_L1 + dialects().join(", "_L1));
}

QStringList dialects()
{
    QStringList names;
    for (const ExportFormat *format : Formats) {
        if (isFirstChoice(*format) && !format->dialect.isEmpty())
            names.prepend(format->dialect);
        else if (!format->dialect.isEmpty())
            names.append(format->dialect);
    }
    return names;
}

QString endingsOf(const table::Schema *schema, ExportFormats among)
{
    QStringList endings;
    for (const ExportFormat *format : among) {
        const bool fits = schema ? format->table && &format->table() == &schema->rows() : !format->table;
        if (fits && isFirstChoice(*format))
            endings.append(u'.' + format->ending);
    }
    return endings.join(", "_L1);
}

QString formatTitle(const ExportFormat &format)
{
    return QCoreApplication::translate("linnet::exports", format.title);
}

QString formatHint(const ExportFormat &format)
{
    return QCoreApplication::translate("linnet::exports", format.hint);
}

} // namespace linnet::exports
