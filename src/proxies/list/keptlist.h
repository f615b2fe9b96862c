// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/list/proxylist.h"
#include "proxies/rotation.h"

#include <QDateTime>
#include <QJsonObject>
#include <QSet>

namespace linnet::proxies {

/// Where proxies of a kept list came from, and what was found there when it was read last.
struct ListSource
{
    enum class Kind : quint8
    {
        Typed, ///< or pasted
        File,
        Web,
    };

    int id = 0; ///< within its list, from 1
    Kind kind = Kind::Typed;
    QString name; ///< of the file; the address, without login
    ProxyScheme fallback = ProxyScheme::Http;
    int places = 0; ///< as in ProxyList
    int unreadable = 0;
    QDateTime readAt; ///< UTC

    bool operator==(const ListSource &) const = default;
};

/// What the last test of a proxy said, in the codes of the table of proxies.
struct TestVerdict
{
    QString status; ///< alive, dead, unsupported; "" = never tested
    QString reason;
    QString anonymity;
    double latency = 0; ///< seconds; 0 = unknown

    bool operator==(const TestVerdict &) const = default;
};

/// A proxy in a kept list.
struct KeptProxy
{
    QString key; ///< Proxy::key(), also while the login is not known
    Proxy proxy;
    bool enabled = true;
    QList<int> sources; ///< ListSource::id
    TestVerdict verdict = {};

    bool operator==(const KeptProxy &) const = default;
    /// It has a login, but the keychain has not told it.
    bool lacksLogin() const { return key.contains(u'#') && !proxy.hasLogin(); }
};

/// A named list of proxies that the user keeps. toJson() has no logins: they are kept apart, as logins().
struct KeptList
{
    QString id;
    QString name;
    bool mine = false; ///< proxies that come to it are the user's own
    Rotation rotation = Rotation::RoundRobin;
    int every = 10;           ///< for Rotation::EveryN
    QString bypass;           ///< hosts that are asked directly, as net::NoProxyList reads them
    bool allowDirect = false; ///< go directly when no proxy of the list is usable
    QList<ListSource> sources;
    QList<KeptProxy> proxies;

    bool operator==(const KeptList &) const = default;
    /// Equal, and with the very same proxies: cheap for lists of any length, false for some that are equal.
    bool isSame(const KeptList &other) const;

    struct Taken
    {
        int added = 0;
        int gone = 0; ///< not in the source any more

        bool operator==(const Taken &) const = default;
    };
    /// Takes what was read from a source; from one that is there already (the same file or address), what it
    /// held before and does not hold any more goes.
    Taken take(ListSource source, const ProxyList &read);
    /// Proxies of this source only go with it.
    void removeSource(int source);
    void remove(const QSet<QString> &keys);
    void setEnabled(const QSet<QString> &keys, bool enabled);
    void setMine(const QSet<QString> &keys, bool isMine);
    void setAllMine(bool isMine);
    int countOf(int source) const;
    void setVerdicts(const QHash<QString, TestVerdict> &byKey); ///< KeptProxy::key

    /// Without those that are switched off.
    QList<Proxy> enabledOnes() const;
    QSet<QString> disabledKeys() const;
    QStringList enabledKeys() const;
    QList<Proxy> all() const;

    /// One a line, as every reader of lists takes them; a login that could be mistaken is percent-encoded.
    QByteArray lines(bool withLogins) const;

    QJsonObject toJson() const;
    static Result<KeptList> fromJson(const QJsonObject &json);
    /// For the keychain; empty when no proxy has a login.
    QByteArray logins() const;
    /// Fills in what logins() gave; what does not belong to a proxy of the list is ignored.
    void setLogins(const QByteArray &stored);
};

} // namespace linnet::proxies
