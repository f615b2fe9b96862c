// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/projectmemory.h"

#include <utility>

namespace linnet::models {

ProjectMemory::ProjectMemory(session::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_task([this](const Result<QHash<QString, QString>> &texts) {
        if (!texts) {
            qWarning("What is remembered with the project cannot be read: %s",
                     qPrintable(texts.error().detail));
            return;
        }
        QHash<QString, QString> all = *texts;
        all.insert(m_own);
        m_texts = all;
        Q_EMIT changed();
        if (!std::exchange(m_isLoaded, true))
            Q_EMIT loaded();
    })
{
    connect(&session.projectSlot(), &session::ProjectSlot::opened, this, &ProjectMemory::read);
    connect(&session.projectSlot(), &session::ProjectSlot::readAgainWanted, this, &ProjectMemory::read);
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_task.stop();
        m_texts.clear();
        m_own.clear();
        m_isLoaded = false;
        Q_EMIT emptied();
    });
    if (session.hasProject())
        read();
}

void ProjectMemory::read()
{
    m_task.start(m_session.project().path(), [](store::RowReader &reader) { return reader.memos(); });
}

QString ProjectMemory::text(const QString &key) const
{
    return m_texts.value(key);
}

void ProjectMemory::set(const QString &key, const QString &text)
{
    if (!m_session.hasProject() || m_texts.value(key) == text)
        return;
    m_texts.insert(key, text);
    m_own.insert(key, text);
    m_session.project().writer().postMemo(key, text);
    Q_EMIT changed();
}

} // namespace linnet::models
