// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "gui/services.h"

#include <QDir>
#include <QHash>
#include <QObject>
#include <QSet>

namespace linnet::gui {

/// What Linnet keeps on this computer outside of projects, how much it is, and its removal. Projects, also
/// those that are not saved yet, are never touched.
class KeptData : public QObject
{
    Q_OBJECT

public:
    enum class Kind : quint8
    {
        Recent,       ///< projects, folders and commands used last
        Layout,       ///< of the window and of tables
        Dictionaries, ///< of sources; asked for again when needed
        Log,
        Temporary, ///< left behind by a program that was killed
        Settings,
        Tokens,     ///< of sources, in the keychain, and when they were asked for
        Logins,     ///< of proxies and crawls, in the keychain
        ProxyLists, ///< with their logins
    };
    /// In the order in which people read them.
    static QList<Kind> kinds();

    struct Part
    {
        Kind kind = Kind::Recent;
        qint64 count = 0;   ///< projects, entries, files, secrets, lists
        qint64 bytes = -1;  ///< of files; -1 = no files
        bool isAny = false; ///< something to remove
    };
    struct Outcome
    {
        Kind kind = Kind::Recent;
        qint64 removed = 0;   ///< pieces of any kind
        QStringList failures; ///< what is still there, and why, as people read it
    };

    /// temporary: where programs put what they need for a moment.
    explicit KeptData(const Services &services, QString temporary = QDir::tempPath(),
                      QObject *parent = nullptr);

    /// Looks at the disk: some milliseconds.
    QList<Part> parts() const;
    Part part(Kind kind) const;
    /// removed() comes once, when the keychain has answered for all.
    void remove(const QSet<Kind> &kinds);
    bool isRemoving() const { return m_isRemoving; }

Q_SIGNALS:
    /// What is set is to be as at first, before it is forgotten.
    void settingsGoing();
    void removed(const QList<linnet::gui::KeptData::Outcome> &outcomes);

private:
    QStringList filesOf(Kind kind) const;
    QStringList settingsOf(Kind kind) const;
    QStringList secretsOf(Kind kind) const;
    void removeFiles(Outcome &outcome) const;
    void removeSettings(Outcome &outcome);
    void removeSecret(Kind kind, const QString &key);
    void onRemoved(const QString &key, const Result<void> &result);
    void endIfDone();

    Services m_services;
    QString m_temporary;
    QList<Outcome> m_outcomes;
    QHash<QString, Kind> m_waiting; ///< for the keychain, by key
    bool m_isRemoving = false;
};

} // namespace linnet::gui
