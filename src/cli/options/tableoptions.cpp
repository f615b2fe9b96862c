// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/tableoptions.h"

#include "cli/options/options.h"

#include <QCoreApplication>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// 0 = none was given.
Result<char> readSeparator(const QString &text)
{
    if (text.isEmpty())
        return char(0);
    if (text == "tab"_L1 || text == "\\t"_L1)
        return '\t';
    if (text.size() == 1 && u",;|\t"_s.contains(text.front()))
        return text.front().toLatin1();
    return fail(Reason::BadValue, u"--csv-separator "_s + text);
}

} // namespace

void addTableOptions(Options &options)
{
    options.add({u"sheet"_s},
                QCoreApplication::translate("linnet::cli::ImportCommand",
                                            "The sheet of a workbook; the first that can be seen."),
                u"NAME"_s);
    options.add(
        {u"csv-separator"_s},
        QCoreApplication::translate("linnet::cli::ImportCommand",
                                    "What parts the cells of CSV: , ; | or tab. Without it the file tells."),
        u"C"_s);
}

Result<imports::TableChoice> readTableChoice(const Options &options)
{
    const auto separator = readSeparator(options.text(u"csv-separator"_s));
    if (!separator)
        return std::unexpected(separator.error());
    return imports::TableChoice{.sheet = options.text(u"sheet"_s), .separator = *separator};
}

} // namespace linnet::cli
