// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/auditfinder.h"

namespace linnet::models {

AuditFinder::AuditFinder(QObject *parent)
    : QObject(parent)
    , m_task([this](const Result<Found> &findings) {
        if (findings)
            Q_EMIT found(*findings);
        else if (findings.error().reason != Reason::Cancelled)
            Q_EMIT failed(findings.error());
    })
{
}

AuditFinder::~AuditFinder()
{
    m_stop.request_stop();
}

void AuditFinder::setProject(const QString &path)
{
    m_stop.request_stop();
    m_task.stop();
    m_stop = std::stop_source();
    m_reading.reset();
    if (path.isEmpty())
        return;
    m_reading = std::make_shared<Reading>();
    m_reading->path = path;
}

void AuditFinder::ask(const audit::AuditQuestion &question, const QHash<QString, QString> &memos)
{
    if (!m_reading)
        return;
    m_task.start([reading = m_reading, question, memos, stop = m_stop.get_token()] {
        return reading->find(question, memos, stop);
    });
}

Result<AuditFinder::Found> AuditFinder::Reading::find(const audit::AuditQuestion &question,
                                                      const QHash<QString, QString> &memos,
                                                      const std::stop_token &stop)
{
    if (!reader) {
        auto opened = store::RowReader::open(path);
        if (!opened)
            return std::unexpected(opened.error());
        reader = std::move(*opened);
    }
    reader->stopOn(stop);
    const auto schemas = audit::auditSchemas(*reader);
    if (!schemas)
        return std::unexpected(schemas.error());
    return audit::auditCrawl(*reader, question, audit::RuleSet::of(memos, *schemas), stop);
}

} // namespace linnet::models
