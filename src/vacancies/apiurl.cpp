// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/apiurl.h"

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

ApiUrl::ApiUrl(const QUrl &base, const QString &path)
    : m_url(base)
{
    QString root = base.path(QUrl::FullyEncoded);
    while (root.endsWith(u'/'))
        root.chop(1);
    m_url.setPath(root + path, QUrl::TolerantMode);
    m_url.setQuery(QString());
    m_url.setFragment(QString());
}

void ApiUrl::add(QLatin1StringView key, const QString &value)
{
    if (!m_query.isEmpty())
        m_query += u'&';
    m_query += key + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
}

void ApiUrl::add(QLatin1StringView key, const QStringList &values)
{
    for (const QString &value : values)
        add(key, value);
}

QUrl ApiUrl::url() const
{
    QUrl result = m_url;
    if (!m_query.isEmpty())
        result.setQuery(m_query, QUrl::StrictMode);
    return result;
}

} // namespace linnet::vacancies
