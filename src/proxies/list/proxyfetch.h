// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/enginejob.h"
#include "proxies/list/proxylist.h"

#include <QUrl>

namespace linnet::proxies {

/// Which pages are to be read.
struct FetchSpec
{
    QList<QUrl> urls;
    ProxyScheme fallback = ProxyScheme::Http; ///< of proxies that name none, where the address tells nothing

    Result<void> validate() const;
    QJsonObject toJson() const;
    static Result<FetchSpec> fromJson(const QJsonObject &json);
};

/// Reads lists of proxies from web addresses. One unit per page: its proxies as rows without a verdict. A
/// line that cannot be read is a failure of its own, without a row.
class ProxyFetch final : public jobs::EngineJob
{
    Q_OBJECT

public:
    /// spec and requests must be valid.
    ProxyFetch(jobs::JobContext context, FetchSpec spec, jobs::RequestSpec requests,
               QObject *parent = nullptr);

protected:
    std::vector<store::WorkAdd> firstWork() override;
    QStringList kindsAt(const QString &host) override;
    bool knows(const QString &kind) const override;
    Begun mayAsk(const store::WorkItem &item) override;
    net::Request request(const store::WorkItem &item) const override;
    void onAnswer(Answer answer) override;

private:
    FetchSpec m_spec;
};

} // namespace linnet::proxies
