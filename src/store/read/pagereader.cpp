// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/pagereader.h"

#include "store/read/readingthread.h"
#include "store/schema/columnsql.h"
#include "table/cellview.h"

#include <optional>

namespace linnet::store {

namespace {

/// One page to read.
struct Page
{
    quint64 generation = 0;
    int number = 0;
    const table::Schema *schema = nullptr;
    std::vector<qint64> ids;
    bool wantsOfAllRows = true;
};

} // namespace

class PageReader::Private final : public ReadingThread
{
public:
    Private(PageReader *object, const QString &projectPath)
        : ReadingThread(projectPath, QStringLiteral("pages"))
        , q(object)
    {
    }

    void request(Page page);
    void forget(quint64 olderThan);
    void keepOnly(quint64 generation, int firstPage, int lastPage);

private:
    void run() override;
    std::optional<Page> next();
    Result<std::vector<table::Cells>> read(const Page &page);

    PageReader *q;
    // Guarded by the mutex.
    std::vector<Page> pages; // newest last
    std::optional<quint64> current;
    quint64 oldest = 0; // generation below which nothing is answered
};

PageReader::PageReader(const QString &projectPath, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, projectPath))
{
    d->start();
}

PageReader::~PageReader()
{
    d->end();
}

void PageReader::request(quint64 generation, int page, const table::Schema *schema, std::vector<qint64> ids,
                         bool wantsOfAllRows)
{
    d->request({generation, page, schema, std::move(ids), wantsOfAllRows});
}

void PageReader::forget(quint64 olderThanGeneration)
{
    d->forget(olderThanGeneration);
}

void PageReader::keepOnly(quint64 generation, int firstPage, int lastPage)
{
    d->keepOnly(generation, firstPage, lastPage);
}

void PageReader::Private::request(Page page)
{
    const QMutexLocker lock(&mutex);
    if (page.generation < oldest)
        return;
    std::erase_if(pages, [&](const Page &waiting) {
        return waiting.generation == page.generation && waiting.number == page.number;
    });
    pages.push_back(std::move(page));
    changed.wakeAll();
}

void PageReader::Private::forget(quint64 olderThan)
{
    const QMutexLocker lock(&mutex);
    oldest = std::max(oldest, olderThan);
    std::erase_if(pages, [&](const Page &waiting) { return waiting.generation < oldest; });
    if (current && *current < oldest)
        interrupt();
}

void PageReader::Private::keepOnly(quint64 generation, int firstPage, int lastPage)
{
    const QMutexLocker lock(&mutex);
    std::erase_if(pages, [&](const Page &waiting) {
        return waiting.generation == generation && (waiting.number < firstPage || waiting.number > lastPage);
    });
}

std::optional<Page> PageReader::Private::next()
{
    const QMutexLocker lock(&mutex);
    current.reset();
    while (pages.empty() && !isEnding())
        changed.wait(&mutex);
    if (isEnding())
        return {};
    Page page = std::move(pages.back());
    pages.pop_back();
    current = page.generation;
    begin();
    return page;
}

void PageReader::Private::run()
{
    while (const std::optional<Page> page = next()) {
        Result<std::vector<table::Cells>> rows = read(*page);
        QMetaObject::invokeMethod(
            q,
            [this, generation = page->generation, number = page->number, rows = std::move(rows)] {
                {
                    const QMutexLocker lock(&mutex);
                    if (generation < oldest)
                        return;
                }
                Q_EMIT q->pageReady(generation, number, rows);
            },
            Qt::QueuedConnection);
    }
}

Result<std::vector<table::Cells>> PageReader::Private::read(const Page &page)
{
    const Result<RowReader *> reader = openReader();
    if (!reader)
        return std::unexpected(reader.error());
    QList<int> columns;
    for (int i = 0; i < int(page.schema->columns.size()); ++i) {
        if (page.wantsOfAllRows || !ColumnSql::isOfAllRows(page.schema->columns[size_t(i)]))
            columns.append(i);
    }
    const auto cursor = (*reader)->cursor(*page.schema, columns);
    if (!cursor)
        return std::unexpected(cursor.error());
    std::vector<table::Cells> rows(page.ids.size(), table::Cells(page.schema->columns.size()));
    const auto done = (*cursor)->read(page.ids, [&](size_t place, table::CellViews cells) {
        for (size_t i = 0; i < cells.size(); ++i)
            rows[place][size_t(columns[qsizetype(i)])] = table::toValue(cells[i]);
        return true;
    });
    return done ? Result<std::vector<table::Cells>>(std::move(rows)) : std::unexpected(done.error());
}

} // namespace linnet::store
