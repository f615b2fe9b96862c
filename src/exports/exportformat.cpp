// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exportformat.h"

#include <QFileInfo>

#include <array>
#include <utility>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<std::pair<QLatin1StringView, Format>, 5> Endings{{
    {"csv"_L1, Format::Csv},
    {"tsv"_L1, Format::Tsv},
    {"xlsx"_L1, Format::Xlsx},
    {"json"_L1, Format::Json},
    {"jsonl"_L1, Format::JsonLines},
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
    return fail(Reason::BadValue, path + ": the ending must be csv, tsv, xlsx, json or jsonl"_L1);
}

QLatin1StringView formatEnding(Format format)
{
    for (const auto &[ending, known] : Endings) {
        if (known == format)
            return ending;
    }
    Q_UNREACHABLE();
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
