// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exportformat.h"

#include "table/linkschema.h"
#include "table/pageschema.h"
#include "table/requestschema.h"

#include <QFileInfo>

#include <array>
#include <utility>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<std::pair<QLatin1StringView, Format>, 10> Endings{{
    {"csv"_L1, Format::Csv},
    {"tsv"_L1, Format::Tsv},
    {"xlsx"_L1, Format::Xlsx},
    {"json"_L1, Format::Json},
    {"jsonl"_L1, Format::JsonLines},
    {"gexf"_L1, Format::Gexf},
    {"graphml"_L1, Format::GraphMl},
    {"dot"_L1, Format::Dot},
    {"xml"_L1, Format::Sitemap},
    {"har"_L1, Format::Har},
}};

constexpr std::array<std::pair<QLatin1StringView, CsvDialect>, 3> Dialects{{
    {"standard"_L1, CsvDialect::Standard},
    {"excel-ru"_L1, CsvDialect::ExcelRu},
    {"excel-en"_L1, CsvDialect::ExcelEn},
}};

} // namespace

Result<Format> formatOfPath(const QString &path)
{
    const QString ending = QFileInfo(path).suffix();
    for (const auto &[known, format] : Endings) {
        if (ending.compare(known, Qt::CaseInsensitive) == 0)
            return format;
    }
    return fail(Reason::BadValue, path + ": the ending must be csv, tsv, xlsx, json or jsonl; for links also "
                                         "gexf, graphml or dot; for pages "
                                         "also xml (a sitemap); for requests also har"_L1);
}

QLatin1StringView formatEnding(Format format)
{
    for (const auto &[ending, known] : Endings) {
        if (known == format)
            return ending;
    }
    Q_UNREACHABLE();
}

bool isGraph(Format format)
{
    return format == Format::Gexf || format == Format::GraphMl || format == Format::Dot;
}

Result<void> checkTable(Format format, const table::Schema &schema)
{
    if (isGraph(format) && &schema != &table::linkSchema())
        return fail(Reason::BadValue, formatEnding(format) + ": a graph is made of the table of links"_L1);
    if (format == Format::Sitemap && &schema != &table::pageSchema())
        return fail(Reason::BadValue, "xml: a sitemap is made of the table of pages"_L1);
    if (format == Format::Har && &schema != &table::requestSchema())
        return fail(Reason::BadValue, "har: an archive is made of the table of requests"_L1);
    return {};
}

Result<CsvDialect> dialectByName(QStringView name)
{
    for (const auto &[known, dialect] : Dialects) {
        if (name == known)
            return dialect;
    }
    return fail(Reason::BadValue,
                name.toString() + ": the dialect must be standard, excel-ru or excel-en"_L1);
}

QLatin1StringView dialectName(CsvDialect dialect)
{
    for (const auto &[name, known] : Dialects) {
        if (known == dialect)
            return name;
    }
    Q_UNREACHABLE();
}

} // namespace linnet::exports
