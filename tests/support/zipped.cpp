// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/zipped.h"

#include <QFile>
#include <QTemporaryDir>

#include <minizip/zip.h>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

QByteArray zipped(const QList<QPair<QByteArray, QByteArray>> &files)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.zip"_s);
    zipFile zip = zipOpen64(QFile::encodeName(path).constData(), APPEND_STATUS_CREATE);
    for (const auto &[name, bytes] : files) {
        const zip_fileinfo info{};
        zipOpenNewFileInZip64(zip, name.constData(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                              Z_BEST_COMPRESSION, 1);
        zipWriteInFileInZip(zip, bytes.constData(), unsigned(bytes.size()));
        zipCloseFileInZip(zip);
    }
    zipClose(zip, nullptr);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray workbook(const WorkbookParts &parts)
{
    const QByteArray main = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const auto relation = [&office](const QByteArray &id, const char *type, const QByteArray &target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + office + type + "\" Target=\"" + target + "\"/>";
    };
    const auto relations = [](const QByteArray &inner) {
        return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
               inner + "</Relationships>";
    };
    QList<QPair<QByteArray, QByteArray>> files;
    QByteArray rels;
    for (qsizetype i = 0; i < parts.sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        rels += relation("rId" + number, "/worksheet", "worksheets/sheet" + number + ".xml");
        files.append({"xl/worksheets/sheet" + number + ".xml", "<worksheet " + main + "><sheetData>" +
                                                                   parts.sheets.at(i) + "</sheetData>" +
                                                                   parts.afterSheetData + "</worksheet>"});
    }
    if (!parts.sharedStrings.isEmpty()) {
        rels += relation("rIdS", "/sharedStrings", "sharedStrings.xml");
        files.append({"xl/sharedStrings.xml", "<sst " + main + ">" + parts.sharedStrings + "</sst>"});
    }
    if (!parts.styles.isEmpty()) {
        rels += relation("rIdT", "/styles", "styles.xml");
        files.append({"xl/styles.xml", "<styleSheet " + main + ">" + parts.styles + "</styleSheet>"});
    }
    files.append({"xl/workbook.xml", "<workbook " + main + " xmlns:r=\"" + office + "\"><workbookPr " +
                                         parts.properties + "/><sheets>" + parts.sheetList +
                                         "</sheets></workbook>"});
    files.append({"xl/_rels/workbook.xml.rels", relations(rels)});
    files.append({"_rels/.rels", relations(relation("rId1", "/officeDocument", "xl/workbook.xml"))});
    return zipped(files);
}

} // namespace linnet::test
