// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/auditfinder.h"

#include <algorithm>

namespace linnet::models {

AuditFinder::AuditFinder(QObject *parent)
    : QObject(parent)
    , m_task([this](const Result<Found> &findings) {
        m_took = m_sinceAsked.isValid() ? m_sinceAsked.elapsed() : 0;
        if (!findings && findings.error().reason != Reason::Cancelled)
            Q_EMIT failed(findings.error());
        if (!findings)
            return;
        Q_EMIT found(findings->findings);
        if (!findings->counts.isEmpty())
            Q_EMIT counted(findings->run, findings->counts);
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
    m_sinceAsked.invalidate();
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
    m_sinceAsked.start();
    m_task.start([reading = m_reading, question, memos, stop = m_stop.get_token()] {
        return reading->find(question, memos, stop);
    });
}

void AuditFinder::forget()
{
    m_sinceAsked.invalidate();
    m_task.forget();
}

bool AuditFinder::isDue() const
{
    constexpr qint64 BusyShare = 4;
    constexpr qint64 LeastDistanceMs = 2000;
    return !m_sinceAsked.isValid() ||
           (!isBusy() && m_sinceAsked.elapsed() >= m_took + std::max(LeastDistanceMs, BusyShare * m_took));
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
    auto findings = audit::auditCrawl(*reader, question, audit::RuleSet::of(memos, *schemas), stop);
    if (!findings)
        return std::unexpected(findings.error());
    auto counts = reader->countsToKeep(question.run);
    if (!counts)
        return std::unexpected(counts.error());
    return Found{question.run, std::move(*findings), std::move(*counts)};
}

} // namespace linnet::models
