// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/server/practicehost.h"

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

PracticeHost::PracticeHost(QObject *parent)
    : QObject(parent)
{
}

Result<void> PracticeHost::start()
{
    if (isRunning())
        return {};
    const Result<QUrl> root = m_server.start();
    if (!root)
        return std::unexpected(root.error());
    m_root = *root;
    return {};
}

QHash<QString, QString> PracticeHost::addresses() const
{
    if (!isRunning())
        return {};
    QUrl trudvsem = m_root;
    trudvsem.setPath(u"/api/v1"_s);
    return {{u"hh"_s, m_root.toString()}, {u"trudvsem"_s, trudvsem.toString()}};
}

QString PracticeHost::site() const
{
    return isRunning() ? m_root.toString(QUrl::StripTrailingSlash) + u"/site/"_s : QString();
}

} // namespace linnet::practice
