// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <vector>

namespace linnet::vacancies {

/// The address of a request to a source: its API's root, a path below it, and parameters in the order of
/// adding. Values are encoded whole, "+" included, which QUrlQuery would leave to be read as a blank.
class ApiUrl
{
public:
    /// `path` begins with "/" and is already encoded; a query and a fragment of the base are dropped.
    ApiUrl(const QUrl &base, const QString &path);

    void add(QLatin1StringView key, const QString &value);
    void add(QLatin1StringView key, const QStringList &values); ///< the key once for each
    QUrl url() const;

private:
    QUrl m_url;
    QString m_query;
};

} // namespace linnet::vacancies
