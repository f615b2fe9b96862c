// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/list/keptlist.h"
#include "session/networkcontrol.h"
#include "session/proxybookfile.h"
#include "session/secretstore.h"

#include <QSet>
#include <QThreadPool>
#include <QTimer>

namespace linnet::session {

/// The user's lists of proxies: a file in the application's data folder, their logins in the keychain, and
/// both told to the network thread, so that runs can name the lists. A change holds at once, also for runs
/// under way, and is written in the background a moment later; what another window has
/// written meanwhile is taken over then.
class ProxyBook : public QObject
{
    Q_OBJECT

public:
    /// The list of proxies that were typed one by one.
    static constexpr auto TypedId = QLatin1StringView("typed");

    /// Reads the file; logins come later, by loadLogins(). network and secrets outlive this object.
    /// dataFolder: of the application, made when something is written.
    ProxyBook(NetworkControl &network, SecretStore &secrets, const QString &dataFolder,
              QObject *parent = nullptr);
    /// Writes what is not written yet.
    ~ProxyBook() override;

    void loadLogins();
    const QList<proxies::KeptList> &lists() const { return m_lists; }
    /// Null when there is none.
    const proxies::KeptList *list(const QString &id) const;
    /// An empty list with an id of its own, not kept yet.
    static proxies::KeptList newList(const QString &name);

    void put(const proxies::KeptList &list); ///< adds it, or takes the place of the one with its id
    void remove(const QString &id);
    /// All lists at once: undo.
    void setLists(const QList<proxies::KeptList> &lists);
    /// That a proxy is the user's own is true of it in every list.
    void setMine(const QSet<QString> &keys, bool mine);
    void setVerdicts(const QHash<QString, proxies::TestVerdict> &byKey);
    QSet<QString> ownKeys() const; ///< of the proxies that are the user's own
    /// Keeps a proxy that was typed in a form.
    void remember(const proxies::Proxy &proxy, const QString &listName);
    /// The proxy with this key in any list; null when there is none.
    const proxies::KeptProxy *proxy(const QString &key) const;
    /// Switched off in every list that has it.
    bool isSwitchedOff(const QString &key) const;

    /// Reads a list from a web address, again or for the first time; refreshed() comes.
    void read(const QString &listId, const QUrl &url, proxies::ProxyScheme fallback);
    bool isReading(const QString &listId, const QUrl &url) const { return m_reading.contains({listId, url}); }
    /// Why the last change could not be written; Reason::None when it was.
    const Error &writeError() const { return m_writeError; }

Q_SIGNALS:
    void changed();
    void refreshed(const QString &listId, const QUrl &url,
                   const linnet::Result<linnet::proxies::KeptList::Taken> &result);
    /// The keychain cannot be used: the logins are there until the program ends.
    void keptForNow(const QString &listId, const linnet::Error &error);
    void failed(const linnet::Error &error); ///< what could not be read or written

private:
    void readFile();
    void write();
    void takeOver(const QList<proxies::KeptList> &written, const ProxyBookFile::Others &others);
    void tell(const QList<proxies::KeptList> &before);
    void keepLogins(const proxies::KeptList &list);
    void storeLogins(const QString &id, const QByteArray &logins);
    void onRead(const QString &listId, const QUrl &url, const Result<proxies::ProxyList> &read);
    void onLoaded(const QString &key);

    NetworkControl &m_network;
    SecretStore &m_secrets;
    ProxyBookFile m_file; ///< in the thread of m_writer once it is read
    QList<proxies::KeptList> m_lists;
    QHash<QString, QByteArray> m_logins; ///< by list: what the keychain was given
    QHash<std::pair<QString, QUrl>, proxies::ProxyScheme> m_reading;
    QTimer m_rest; ///< several changes in a row are written once
    QThreadPool m_writer;
    Error m_writeError;
};

} // namespace linnet::session
