// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exports/exportspec.h"

#include <memory>

class QIODevice;

namespace linnet::exports {

class RowSink;
struct CsvStyle;

/// A format of files: all that dialog, command line and export know of it. It is a constant of the file that
/// writes it; exports/job/exportformats.cpp lists them.
struct ExportFormat
{
    /// Which of the table's columns go into a file.
    enum class Columns : quint8
    {
        Chosen, ///< those that the user chose, in the chosen order
        All,    ///< always every one; choosing is refused
        Own,    ///< those that the format is made of, whatever is chosen
    };
    /// Rows to an open device; `limit` bounds them for a preview, -1 = all.
    using Write = Result<ExportReport> (*)(const ExportSpec &spec, QIODevice &device, const PumpHooks &hooks,
                                           qint64 limit);
    /// What rows are given to one after the other, for an export that begins before all of them are known.
    using MakeSink = std::unique_ptr<RowSink> (*)(const ExportSpec &spec, QIODevice &device);
    /// The whole file at spec.path, or several beside it; replaces them at the end or not at all.
    using WriteFile = Result<ExportReport> (*)(const ExportSpec &spec, const PumpHooks &hooks);

    QLatin1StringView id;     ///< never changes: the window remembers it
    QLatin1StringView ending; ///< of its files, lower case, without the dot
    const char *title;        ///< for people: source text, translation context "linnet::exports"
    const char *hint;         ///< one line on what it is good for, same context
    /// The only table it is made of, and a few English words that say so; null = any table.
    const table::Schema &(*table)() = nullptr;
    const char *madeOf = nullptr;
    /// Several formats may have one ending: the name of this one among them, for --csv; "" = the only one.
    QLatin1StringView dialect = {};
    Columns columns = Columns::Chosen;
    bool hasShownForm = false;       ///< ExportSpec::asShown means something
    bool hasFurtherSheets = false;   ///< ExportSpec::furtherSheets means something
    const CsvStyle *style = nullptr; ///< of text with separators, which can have a data package beside it
    bool isGraph = false;            ///< ExportSpec::pagesOnly means something, and its rows are edges
    Write write = nullptr;           ///< null = it needs a file of its own
    MakeSink sink = nullptr;         ///< null = it needs all rows
    WriteFile file = nullptr;        ///< null = one file, made by `write`
};

} // namespace linnet::exports
