// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httprequest.h"
#include "support/proxystub.h"

#include <QUrl>

#include <memory>
#include <utility>
#include <vector>

namespace linnet::test {

/// Proxies on this computer that pass a judge's page on, each in another way, or fail; and what they are to
/// be called.
class SampleProxies
{
public:
    /// judge: root of the practice server.
    explicit SampleProxies(const QUrl &judge);

    /// As a list says them, with the place where each stands in it.
    const QStringList &lines() const { return m_lines; }
    /// What stands in the project, and what is to stand there: "127.0.0.1:43121", "192.0.2.10:3128".
    const QList<std::pair<QString, QString>> &names() const { return m_names; }

private:
    using Headers = practice::HttpHeaders;

    void add(const QString &scheme, quint16 port, const QString &name);
    void addGood(const QUrl &judge, const QString &exit, const Headers &told, const QString &name);
    void addBad(const QByteArray &answer, const QString &name);

    std::vector<std::unique_ptr<ProxyStub>> m_stubs;
    QStringList m_lines;
    QList<std::pair<QString, QString>> m_names;
};

} // namespace linnet::test
