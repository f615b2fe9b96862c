// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/workbook/cellformats.h"
#include "imports/workbook/sharedstrings.h"
#include "imports/workbook/ziparchive.h"

#include <QStringList>

#include <optional>

namespace linnet::imports {

/// An Excel workbook (.xlsx, .xlsm; ECMA-376) as far as its tables go: its sheets, how dates are told, its
/// texts. Used by one thread at a time.
class Workbook
{
public:
    struct Sheet
    {
        QString name;
        QByteArray path; ///< in the archive
        bool isVisible = true;
    };

    /// The device is open and can seek. Reason::BadFile, Bomb, TooLarge.
    static Result<std::unique_ptr<Workbook>> open(std::unique_ptr<QIODevice> device);

    const std::vector<Sheet> &sheets() const { return m_sheets; }
    QStringList visibleSheets() const;
    /// By name, in any case; without a name the first that can be seen. Reason::BadValue names those there
    /// are.
    Result<Sheet> sheet(const QString &name) const;
    ZipArchive &archive() { return *m_archive; }
    const CellFormats &formats() const { return m_formats; }
    bool countsFrom1904() const { return m_is1904; }
    /// Read when they are asked for first, while no entry of the archive is open.
    Result<void> readStrings();
    const SharedStrings &strings() const { return *m_strings; }

private:
    Workbook() = default;
    Result<void> readParts();
    Result<void> readSheets(const QByteArray &xml, const QHash<QString, QByteArray> &targets);

    std::unique_ptr<ZipArchive> m_archive;
    std::vector<Sheet> m_sheets;
    CellFormats m_formats;
    QByteArray m_stringsPath;
    std::optional<SharedStrings> m_strings;
    bool m_is1904 = false;
};

} // namespace linnet::imports
