// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/project.h"

#include "store/project/projectcopy.h"

#include <QLoggingCategory>
#include <QSemaphore>

#include <optional>

namespace linnet::store {

Q_LOGGING_CATEGORY(logProject, "linnet.store.project")

class Project::Private
{
public:
    QString path;
    bool isReadOnly = false;
    QThread thread;
    std::unique_ptr<Writer> writer;
    std::optional<Result<void>> closed;
};

Project::Project(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Project::~Project()
{
    if (const Result<void> closed = close(); !closed)
        qCWarning(logProject) << "closing" << d->path << closed.error().detail;
}

Result<std::unique_ptr<Project>> Project::open(const QString &path)
{
    auto priv = std::make_unique<Private>();
    priv->path = path;
    priv->writer = std::make_unique<Writer>(path);
    if (!priv->writer->isOpen())
        return std::unexpected(priv->writer->isOpen().error());
    priv->thread.setObjectName(QStringLiteral("writer"));
    priv->writer->moveToThread(&priv->thread);
    priv->thread.start();
    return std::unique_ptr<Project>(new Project(std::move(priv)));
}

Result<std::unique_ptr<Project>> Project::openToRead(const QString &path)
{
    const auto reader = RowReader::open(path);
    const auto isOutdated = reader ? (*reader)->isOutdated() : std::unexpected(reader.error());
    if (!isOutdated)
        return std::unexpected(isOutdated.error());
    if (*isOutdated)
        return fail(Reason::Locked, path);
    auto priv = std::make_unique<Private>();
    priv->path = path;
    priv->isReadOnly = true;
    priv->writer = Writer::ofNothing();
    return std::unique_ptr<Project>(new Project(std::move(priv)));
}

bool Project::isReadOnly() const
{
    return d->isReadOnly;
}

const QString &Project::path() const
{
    return d->path;
}

QString Project::copyOfBefore() const
{
    return d->writer->copyOfBefore();
}

Writer &Project::writer()
{
    return *d->writer;
}

Result<std::unique_ptr<RowReader>> Project::reader() const
{
    return RowReader::open(d->path);
}

Result<void> Project::saveCopy(const QString &path) const
{
    if (const Result<void> stored = flush(); !stored)
        return stored;
    return copyProject(d->path, path);
}

Result<void> Project::flush() const
{
    if (d->closed)
        return *d->closed;
    if (d->isReadOnly)
        return {};
    struct Answer
    {
        QSemaphore isThere;
        Result<void> result;
    };
    const auto answer = std::make_shared<Answer>();
    // It lives with the writer, so the answer needs no event loop here.
    auto *context = new QObject;
    context->moveToThread(&d->thread);
    d->writer->flush(context, [answer, context](const Result<void> &result) {
        answer->result = result;
        context->deleteLater();
        answer->isThere.release();
    });
    answer->isThere.acquire();
    return answer->result;
}

Result<void> Project::close()
{
    if (!d->closed) {
        d->closed = d->writer->close();
        d->thread.quit();
        d->thread.wait();
    }
    return *d->closed;
}

} // namespace linnet::store
