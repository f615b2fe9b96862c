// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pagereader.h"

#include "store/rowreader.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <optional>

namespace linnet::store {

namespace {

constexpr int JoinMs = 20;

/// One page to read.
struct Page
{
    quint64 generation = 0;
    int number = 0;
    const table::Schema *schema = nullptr;
    std::vector<qint64> ids;
};

} // namespace

class PageReader::Private
{
public:
    Private(PageReader *object, QString projectPath)
        : q(object)
        , path(std::move(projectPath))
    {
    }

    void run();
    std::optional<Page> next();
    Result<std::vector<table::Cells>> read(const Page &page);

    PageReader *q;
    QString path;
    std::unique_ptr<QThread> thread;

    QMutex mutex; // guards all that follows
    QWaitCondition changed;
    std::vector<Page> pages; // newest last
    std::optional<quint64> current;
    quint64 oldest = 0;                // generation below which nothing is answered
    std::unique_ptr<RowReader> reader; // made by the reading thread, interrupted by the other
    bool isEnding = false;
};

PageReader::PageReader(const QString &projectPath, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, projectPath))
{
    d->thread.reset(QThread::create([priv = d.get()] { priv->run(); }));
    d->thread->setObjectName(QStringLiteral("pages"));
    d->thread->start();
}

PageReader::~PageReader()
{
    {
        const QMutexLocker lock(&d->mutex);
        d->isEnding = true;
        d->pages.clear();
        d->changed.wakeAll();
    }
    // Again and again, as an interrupt between two statements is lost.
    do {
        const QMutexLocker lock(&d->mutex);
        if (d->reader)
            d->reader->interrupt();
    } while (!d->thread->wait(JoinMs));
}

void PageReader::request(quint64 generation, int page, const table::Schema *schema, std::vector<qint64> ids)
{
    const QMutexLocker lock(&d->mutex);
    if (generation < d->oldest)
        return;
    std::erase_if(d->pages, [&](const Page &waiting) {
        return waiting.generation == generation && waiting.number == page;
    });
    d->pages.push_back({generation, page, schema, std::move(ids)});
    d->changed.wakeAll();
}

void PageReader::forget(quint64 olderThanGeneration)
{
    const QMutexLocker lock(&d->mutex);
    d->oldest = std::max(d->oldest, olderThanGeneration);
    std::erase_if(d->pages, [&](const Page &waiting) { return waiting.generation < d->oldest; });
    if (d->current && *d->current < d->oldest && d->reader)
        d->reader->interrupt();
}

void PageReader::keepOnly(quint64 generation, int firstPage, int lastPage)
{
    const QMutexLocker lock(&d->mutex);
    std::erase_if(d->pages, [&](const Page &waiting) {
        return waiting.generation == generation && (waiting.number < firstPage || waiting.number > lastPage);
    });
}

std::optional<Page> PageReader::Private::next()
{
    const QMutexLocker lock(&mutex);
    current.reset();
    while (pages.empty() && !isEnding)
        changed.wait(&mutex);
    if (isEnding)
        return {};
    Page page = std::move(pages.back());
    pages.pop_back();
    current = page.generation;
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
    if (!reader) {
        Result<std::unique_ptr<RowReader>> opened = RowReader::open(path);
        if (!opened)
            return std::unexpected(opened.error());
        const QMutexLocker lock(&mutex);
        reader = std::move(*opened);
    }
    return reader->rows(*page.schema, page.ids);
}

} // namespace linnet::store
