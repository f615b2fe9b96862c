// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/workbook/workbook.h"

#include "imports/workbook/safexml.h"
#include "imports/workbook/zipentry.h"

#include <QCoreApplication>
#include <QHash>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 LargestPart = 32 * 1024 * 1024; ///< of those that are no sheet and no texts
constexpr size_t MostSheets = 1000;

/// The targets of a part's relationships by their ids; `type`: only those whose type ends so.
Result<QHash<QString, QByteArray>> targetsOf(const QByteArray &xml, const QByteArray &folder,
                                             QLatin1StringView type = {})
{
    QHash<QString, QByteArray> targets;
    SafeXml rels(xml);
    while (rels.next()) {
        if (!rels.isStart() || rels.name() != "Relationship"_L1)
            continue;
        if (!type.isEmpty() && !rels.attribute("Type"_L1).endsWith(type))
            continue;
        const QByteArray target = rels.attribute("Target"_L1).toUtf8();
        targets.insert(rels.attribute("Id"_L1), target.startsWith('/') ? target.sliced(1) : folder + target);
    }
    if (rels.error().reason != Reason::None)
        return std::unexpected(rels.error());
    return targets;
}

QByteArray folderOf(const QByteArray &path)
{
    return path.first(path.lastIndexOf('/') + 1);
}

std::unexpected<Error> noWorkbook()
{
    return fail(Reason::BadFile, QLatin1StringView(QT_TRANSLATE_NOOP("linnet::ErrorDetail",
                                                                     "this archive is no Excel workbook")));
}

} // namespace

Result<std::unique_ptr<Workbook>> Workbook::open(std::unique_ptr<QIODevice> device)
{
    auto archive = ZipArchive::open(std::move(device));
    if (!archive)
        return std::unexpected(archive.error());
    std::unique_ptr<Workbook> book(new Workbook);
    book->m_archive = std::move(*archive);
    if (const auto read = book->readParts(); !read)
        return std::unexpected(read.error());
    return book;
}

Result<void> Workbook::readParts()
{
    if (m_archive->has("mimetype"))
        return fail(Reason::BadFile, QLatin1StringView(QT_TRANSLATE_NOOP(
                                         "linnet::ErrorDetail",
                                         "this is a document of OpenOffice or LibreOffice (.ods); save it as "
                                         "Excel workbook (.xlsx) or CSV there and import that")));
    QByteArray path = "xl/workbook.xml";
    if (m_archive->has("_rels/.rels")) {
        const auto rels = m_archive->bytes("_rels/.rels", LargestPart);
        const auto targets =
            rels ? targetsOf(*rels, {}, "/officeDocument"_L1) : std::unexpected(rels.error());
        if (!targets)
            return std::unexpected(targets.error());
        if (!targets->isEmpty())
            path = targets->begin().value();
    }
    if (path.endsWith(".bin"))
        return fail(Reason::BadFile,
                    QLatin1StringView(QT_TRANSLATE_NOOP(
                        "linnet::ErrorDetail",
                        "this is a binary workbook (.xlsb); save it as .xlsx in Excel and import that")));
    if (!m_archive->has(path))
        return noWorkbook();
    const auto book = m_archive->bytes(path, LargestPart);
    if (!book)
        return std::unexpected(book.error());
    const QByteArray folder = folderOf(path);
    const QByteArray relsPath = folder + "_rels/" + path.sliced(folder.size()) + ".rels";
    const auto rels = m_archive->bytes(relsPath, LargestPart);
    const auto targets = rels ? targetsOf(*rels, folder) : std::unexpected(rels.error());
    if (!targets)
        return std::unexpected(targets.error());
    const auto ofType = [&](QLatin1StringView type) {
        const auto found = targetsOf(*rels, folder, type);
        return found && !found->isEmpty() ? found->begin().value() : QByteArray();
    };
    m_stringsPath = ofType("/sharedStrings"_L1);
    if (const QByteArray styles = ofType("/styles"_L1); !styles.isEmpty() && m_archive->has(styles)) {
        const auto text = m_archive->bytes(styles, LargestPart);
        auto formats = text ? CellFormats::of(*text) : std::unexpected(text.error());
        if (!formats)
            return std::unexpected(formats.error());
        m_formats = std::move(*formats);
    }
    return readSheets(*book, *targets);
}

Result<void> Workbook::readSheets(const QByteArray &text, const QHash<QString, QByteArray> &targets)
{
    SafeXml xml(text);
    while (xml.next()) {
        if (!xml.isStart())
            continue;
        if (xml.name() == "workbookPr"_L1) {
            const QString is1904 = xml.attribute("date1904"_L1);
            m_is1904 = is1904 == "1"_L1 || is1904 == "true"_L1;
        } else if (xml.name() == "sheet"_L1 && m_sheets.size() < MostSheets) {
            const QByteArray path = targets.value(xml.attribute("id"_L1));
            const QString state = xml.attribute("state"_L1);
            if (!path.contains("chartsheet")) // it has no cells
                m_sheets.push_back(
                    {xml.attribute("name"_L1), path, state.isEmpty() || state == "visible"_L1});
        }
    }
    if (xml.error().reason != Reason::None)
        return std::unexpected(xml.error());
    return m_sheets.empty() ? Result<void>(noWorkbook()) : Result<void>();
}

QStringList Workbook::visibleSheets() const
{
    QStringList names;
    for (const Sheet &sheet : m_sheets) {
        if (sheet.isVisible)
            names.append(sheet.name);
    }
    return names;
}

Result<Workbook::Sheet> Workbook::sheet(const QString &name) const
{
    QStringList names;
    for (const Sheet &sheet : m_sheets) {
        if (name.isEmpty() ? sheet.isVisible : sheet.name.compare(name, Qt::CaseInsensitive) == 0)
            return sheet;
        names.append(sheet.name);
    }
    if (name.isEmpty())
        return m_sheets.front();
    return fail(Reason::BadValue, u"--sheet %1: %2"_s.arg(name, names.join(u", ")));
}

Result<void> Workbook::readStrings()
{
    if (m_strings)
        return {};
    if (m_stringsPath.isEmpty() || !m_archive->has(m_stringsPath)) {
        m_strings.emplace();
        return {};
    }
    const auto entry = m_archive->entry(m_stringsPath);
    if (!entry)
        return std::unexpected(entry.error());
    // Marks beside the texts take room, too.
    constexpr qint64 MostXml = 4 * qint64(SharedStrings::MostBytes);
    (*entry)->allow(MostXml);
    auto strings = SharedStrings::read(**entry);
    if ((*entry)->error().reason != Reason::None)
        return std::unexpected((*entry)->error());
    if (!strings)
        return std::unexpected(strings.error());
    m_strings = std::move(*strings);
    return {};
}

} // namespace linnet::imports
