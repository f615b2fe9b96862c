// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/sitemap/sitemapexport.h"

#include "exports/file/fileerror.h"
#include "exports/sitemap/sitemapwriter.h"
#include "exports/table/rowpump.h"
#include "table/pageschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

#include <cerrno>
#include <memory>
#include <vector>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;
using table::PageColumn;

namespace {

/// In the order in which SitemapRows gets them.
const QList<int> Columns{int(PageColumn::Url), int(PageColumn::Status), int(PageColumn::Type),
                         int(PageColumn::Indexable), int(PageColumn::Internal)};

QByteArrayView textOf(const table::CellView &cell)
{
    const auto *text = std::get_if<QByteArrayView>(&cell);
    return text ? *text : QByteArrayView();
}

bool belongs(table::CellViews cells)
{
    const QByteArrayView type = textOf(cells[2]);
    return cells[1] == table::CellView(qint64(200)) &&
           (type == "text/html" || type == "application/xhtml+xml") && cells[3] == table::CellView(true) &&
           cells[4] == table::CellView(true);
}

/// Picks the pages out of the rows that the pump gives.
class SitemapRows : public RowSink
{
public:
    Result<void> begin(const QList<const table::Column *> &) override { return {}; }
    Result<void> row(table::CellViews cells) override
    {
        if (!belongs(cells))
            return {};
        ++m_pages;
        return page(table::fromUtf8(textOf(cells[0])));
    }
    qint64 pages() const { return m_pages; }

protected:
    virtual Result<void> page(const QString &url) = 0;

private:
    qint64 m_pages = 0;
};

class OneSitemap final : public SitemapRows
{
public:
    explicit OneSitemap(QIODevice &device)
        : m_writer(device, SitemapWriter::Kind::Urls)
    {
    }

    Result<void> end() override { return m_writer.end(); }
    qint64 bytes() const override { return m_writer.bytes(); }

protected:
    Result<void> page(const QString &url) override { return m_writer.add(url); }

private:
    SitemapWriter m_writer;
};

Result<void> opened(QSaveFile &file)
{
    errno = 0;
    return file.open(QIODevice::WriteOnly) ? Result<void>() : std::unexpected(deviceError(file, errno));
}

Result<void> committed(QSaveFile &file)
{
    errno = 0;
    return file.commit() ? Result<void>() : std::unexpected(deviceError(file, errno));
}

/// Parts of at most 50,000 addresses, and the index over them.
class DividedSitemap final : public SitemapRows
{
public:
    explicit DividedSitemap(const QString &path)
        : m_path(path)
        , m_indexFile(path)
    {
    }

    Result<void> end() override;
    /// Puts the finished files in their places.
    Result<void> commit();
    qint64 bytes() const override { return m_bytes; }
    QStringList notices() const override
    {
        return {QCoreApplication::translate("linnet::exports::ExportJob",
                                            "The sitemap is divided into %n file(s); put all of them at %1.",
                                            nullptr, int(m_files.size()))
                    .arg(m_root)};
    }

protected:
    Result<void> page(const QString &url) override;

private:
    Result<void> beginPart();
    Result<void> endPart();
    QString partName(size_t number) const
    {
        const QFileInfo info(m_path);
        return u"%1-%2.%3"_s.arg(info.completeBaseName()).arg(number).arg(info.suffix());
    }

    QString m_path;
    QSaveFile m_indexFile;
    QString m_root; ///< of the site, with a slash at the end
    std::vector<std::unique_ptr<QSaveFile>> m_files;
    std::unique_ptr<SitemapWriter> m_part;
    qint64 m_bytes = 0;
};

Result<void> DividedSitemap::page(const QString &url)
{
    constexpr qint64 nearlyFull = SitemapWriter::MaxBytes - 64 * 1024;
    if (m_root.isEmpty())
        m_root = QUrl(url).resolved(QUrl(u"/"_s)).toString(QUrl::FullyEncoded);
    if (m_part && (m_part->entries() >= SitemapWriter::MaxEntries || m_part->bytes() >= nearlyFull)) {
        if (const Result<void> ended = endPart(); !ended)
            return ended;
    }
    if (!m_part) {
        if (const Result<void> begun = beginPart(); !begun)
            return begun;
    }
    return m_part->add(url);
}

Result<void> DividedSitemap::beginPart()
{
    const QString path = QFileInfo(m_path).dir().filePath(partName(m_files.size() + 1));
    m_files.push_back(std::make_unique<QSaveFile>(path));
    if (const Result<void> open = opened(*m_files.back()); !open)
        return open;
    m_part = std::make_unique<SitemapWriter>(*m_files.back(), SitemapWriter::Kind::Urls);
    return {};
}

Result<void> DividedSitemap::endPart()
{
    const Result<void> ended = m_part->end();
    m_bytes += m_part->bytes();
    m_part.reset();
    return ended;
}

Result<void> DividedSitemap::end()
{
    if (m_part) {
        if (const Result<void> ended = endPart(); !ended)
            return ended;
    }
    if (const Result<void> open = opened(m_indexFile); !open)
        return open;
    SitemapWriter index(m_indexFile, SitemapWriter::Kind::Index);
    for (size_t i = 1; i <= m_files.size(); ++i) {
        if (const Result<void> added =
                index.add(m_root + QString::fromLatin1(QUrl::toPercentEncoding(partName(i))));
            !added)
            return added;
    }
    if (const Result<void> ended = index.end(); !ended)
        return ended;
    m_bytes += index.bytes();
    return {};
}

Result<void> DividedSitemap::commit()
{
    for (const auto &part : m_files) {
        if (const Result<void> there = committed(*part); !there)
            return there;
    }
    return committed(m_indexFile);
}

Result<ExportReport> pumped(const ExportSpec &spec, SitemapRows &rows, const PumpHooks &hooks, qint64 limit)
{
    ExportSpec pages = spec;
    pages.columns = Columns;
    Result<ExportReport> report = pumpRows(pages, rows, hooks, limit);
    if (report)
        report->rows = rows.pages();
    return report;
}

} // namespace

Result<ExportReport> writeSitemap(const ExportSpec &spec, QIODevice &device, const PumpHooks &hooks,
                                  qint64 limit)
{
    OneSitemap rows(device);
    return pumped(spec, rows, hooks, limit);
}

Result<ExportReport> writeSitemap(const ExportSpec &spec, const PumpHooks &hooks)
{
    if (spec.ids && spec.ids->size() > size_t(SitemapWriter::MaxEntries)) {
        DividedSitemap rows(spec.path);
        Result<ExportReport> report = pumped(spec, rows, hooks, -1);
        if (!report)
            return report;
        if (const Result<void> there = rows.commit(); !there)
            return std::unexpected(there.error());
        return report;
    }
    QSaveFile file(spec.path);
    if (const Result<void> open = opened(file); !open)
        return std::unexpected(open.error());
    Result<ExportReport> report = writeSitemap(spec, file, hooks);
    if (!report)
        return report;
    if (const Result<void> there = committed(file); !there)
        return std::unexpected(there.error());
    return report;
}

constinit const ExportFormat formats::Sitemap{
    .id = "sitemap"_L1,
    .ending = "xml"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "Sitemap"),
    .hint = QT_TRANSLATE_NOOP("linnet::exports",
                              "sitemap.xml for search engines: the pages of the site that they may list"),
    .table = &table::pageSchema,
    .madeOf = "a sitemap is made of the table of pages",
    .columns = ExportFormat::Columns::Own,
    .write = &writeSitemap,
    .file = &writeSitemap,
};

} // namespace linnet::exports
