// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/server/practicehost.h"

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

PracticeHost::PracticeHost(QHash<QString, QString> paths, QObject *parent)
    : QObject(parent)
    , m_paths(std::move(paths))
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
    QHash<QString, QString> result;
    for (auto path = m_paths.begin(); isRunning() && path != m_paths.end(); ++path)
        result.insert(path.key(), m_root.toString(QUrl::StripTrailingSlash) + path.value());
    return result;
}

QString PracticeHost::site() const
{
    return isRunning() ? m_root.toString(QUrl::StripTrailingSlash) + u"/site/"_s : QString();
}

} // namespace linnet::practice
