// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/proxybook.h"

#include "session/secretkey.h"

#include <QDir>
#include <QUuid>

#include <algorithm>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using proxies::KeptList;
using proxies::KeptProxy;

namespace {

QString keyOf(const QString &listId)
{
    return SecretKey{SecretKey::Kind::ProxyList, listId}.text();
}

} // namespace

ProxyBook::ProxyBook(NetworkControl &network, SecretStore &secrets, const QString &dataFolder,
                     QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_secrets(secrets)
    , m_file(QDir(dataFolder).filePath(u"proxies.json"_s))
{
    m_writer.setMaxThreadCount(1);
    m_rest.setSingleShot(true);
    m_rest.setInterval(300ms);
    connect(&m_rest, &QTimer::timeout, this, &ProxyBook::write);
    connect(&m_network, &NetworkControl::proxyPageRead, this, &ProxyBook::onRead);
    connect(&m_secrets, &SecretStore::loaded, this, &ProxyBook::onLoaded);
    connect(&m_secrets, &SecretStore::kept, this, [this](const QString &text, const Result<void> &result) {
        const auto key = SecretKey::read(text);
        if (!result && key && key->kind == SecretKey::Kind::ProxyList)
            Q_EMIT keptForNow(key->name, result.error());
    });
    readFile();
}

ProxyBook::~ProxyBook()
{
    if (m_rest.isActive())
        write();
    m_writer.waitForDone();
    // What the writer has worked out does not come here any more.
    for (const KeptList &list : std::as_const(m_lists))
        storeLogins(list.id, list.logins());
}

void ProxyBook::readFile()
{
    ProxyBookFile::Contents stored = m_file.read();
    if (!stored.isWhole)
        m_writeError = {Reason::BadValue, 0, QDir::toNativeSeparators(m_file.path())};
    m_lists = std::move(stored.lists);
    tell({});
}

void ProxyBook::write()
{
    m_rest.stop();
    m_writer.start([this, lists = m_lists] {
        QMetaObject::invokeMethod(this, [this, lists, others = m_file.write(lists)] {
            m_writeError = others ? Error() : others.error();
            if (others)
                takeOver(lists, *others);
            else
                Q_EMIT failed(others.error());
        });
    });
}

/// What another window has changed meanwhile holds here, too, unless it was changed here again.
void ProxyBook::takeOver(const QList<KeptList> &written, const ProxyBookFile::Others &others)
{
    const QList<KeptList> before = m_lists;
    const auto isUntouched = [&](const QString &id) {
        const KeptList *now = list(id);
        const auto then = std::ranges::find(written, id, &KeptList::id);
        return now ? then != written.end() && now->isSame(*then) : then == written.end();
    };
    for (const KeptList &theirs : others.lists) {
        if (!isUntouched(theirs.id))
            continue;
        const auto known = std::ranges::find(m_lists, theirs.id, &KeptList::id);
        if (known != m_lists.end())
            *known = theirs;
        else
            m_lists.append(theirs);
        m_logins.remove(theirs.id);
        if (std::ranges::any_of(theirs.proxies, &KeptProxy::lacksLogin))
            m_secrets.load(keyOf(theirs.id));
    }
    for (const QString &id : others.removed) {
        if (isUntouched(id))
            m_lists.removeIf([&id](const KeptList &list) { return list.id == id; });
    }
    if (std::ranges::equal(before, m_lists, &KeptList::isSame))
        return;
    tell(before);
    Q_EMIT changed();
}

void ProxyBook::loadLogins()
{
    for (const KeptList &list : std::as_const(m_lists)) {
        if (std::ranges::any_of(list.proxies, &KeptProxy::lacksLogin))
            m_secrets.load(keyOf(list.id));
    }
}

void ProxyBook::onLoaded(const QString &text)
{
    const auto key = SecretKey::read(text);
    if (!key || key->kind != SecretKey::Kind::ProxyList)
        return;
    const auto list = std::ranges::find(m_lists, key->name, &KeptList::id);
    if (list == m_lists.end())
        return;
    const QList<KeptList> before = m_lists;
    list->setLogins(m_secrets.secret(text));
    m_logins[list->id] = list->logins();
    tell(before);
    Q_EMIT changed();
}

const KeptList *ProxyBook::list(const QString &id) const
{
    const auto list = std::ranges::find(m_lists, id, &KeptList::id);
    return list == m_lists.end() ? nullptr : &*list;
}

const KeptProxy *ProxyBook::proxy(const QString &key) const
{
    for (const KeptList &list : m_lists) {
        const auto found = std::ranges::find(list.proxies, key, &KeptProxy::key);
        if (found != list.proxies.end())
            return &*found;
    }
    return nullptr;
}

bool ProxyBook::isSwitchedOff(const QString &key) const
{
    bool found = false;
    for (const KeptList &list : m_lists) {
        const auto kept = std::ranges::find(list.proxies, key, &KeptProxy::key);
        if (kept == list.proxies.end())
            continue;
        if (kept->enabled)
            return false;
        found = true;
    }
    return found;
}

KeptList ProxyBook::newList(const QString &name)
{
    KeptList list;
    list.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    list.name = name;
    return list;
}

void ProxyBook::put(const KeptList &list)
{
    QList<KeptList> lists = m_lists;
    if (const auto known = std::ranges::find(lists, list.id, &KeptList::id); known != lists.end())
        *known = list;
    else
        lists.append(list);
    setLists(lists);
}

void ProxyBook::remove(const QString &id)
{
    QList<KeptList> lists = m_lists;
    lists.removeIf([&id](const KeptList &list) { return list.id == id; });
    setLists(lists);
}

void ProxyBook::setLists(const QList<KeptList> &lists)
{
    if (std::ranges::equal(lists, m_lists, &KeptList::isSame))
        return;
    const QList<KeptList> before = std::exchange(m_lists, lists);
    for (const KeptList &list : std::as_const(m_lists)) {
        const auto known = std::ranges::find(before, list.id, &KeptList::id);
        if (known == before.end() || !known->isSame(list))
            keepLogins(list);
    }
    for (const KeptList &list : before) {
        if (!this->list(list.id) && !m_logins.take(list.id).isEmpty())
            m_secrets.remove(keyOf(list.id));
    }
    tell(before);
    m_rest.start();
    Q_EMIT changed();
}

void ProxyBook::setMine(const QSet<QString> &keys, bool mine)
{
    QList<KeptList> lists = m_lists;
    for (KeptList &list : lists)
        list.setMine(keys, mine);
    setLists(lists);
}

QSet<QString> ProxyBook::ownKeys() const
{
    QSet<QString> keys;
    for (const KeptList &list : m_lists) {
        for (const KeptProxy &kept : list.proxies) {
            if (kept.proxy.mine)
                keys.insert(kept.key);
        }
    }
    return keys;
}

void ProxyBook::setVerdicts(const QHash<QString, proxies::TestVerdict> &byKey)
{
    QList<KeptList> lists = m_lists;
    for (KeptList &list : lists)
        list.setVerdicts(byKey);
    setLists(lists);
}

void ProxyBook::remember(const proxies::Proxy &proxy, const QString &listName)
{
    KeptList typed;
    if (const KeptList *known = list(TypedId)) {
        typed = *known;
    } else {
        typed.id = TypedId;
        typed.name = listName;
    }
    proxies::ProxyList one;
    one.add(proxy, 0);
    const int first = typed.sources.isEmpty() ? 0 : typed.sources.first().id;
    proxies::ListSource source;
    source.readAt = QDateTime::currentDateTimeUtc();
    typed.take(source, one);
    if (first != 0) { // one source is enough for all that was typed
        for (KeptProxy &kept : typed.proxies)
            kept.sources = {first};
        typed.sources.resize(1);
    }
    typed.setEnabled({proxy.key()}, true);
    put(typed);
    setMine({proxy.key()}, proxy.mine);
}

/// At once, as nobody knows when the program ends, but not here: there may be very many.
void ProxyBook::keepLogins(const KeptList &list)
{
    m_writer.start([this, list] {
        QMetaObject::invokeMethod(this,
                                  [this, id = list.id, logins = list.logins()] { storeLogins(id, logins); });
    });
}

void ProxyBook::storeLogins(const QString &id, const QByteArray &logins)
{
    if (!list(id) || logins == m_logins.value(id))
        return;
    m_logins[id] = logins;
    if (logins.isEmpty())
        m_secrets.remove(keyOf(id));
    else
        m_secrets.keep(keyOf(id), logins);
}

/// Tells the network thread what has changed.
void ProxyBook::tell(const QList<KeptList> &before)
{
    for (const KeptList &list : std::as_const(m_lists)) {
        const auto same = std::ranges::find(before, list.id, &KeptList::id);
        if (same == before.end() || !same->isSame(list))
            m_network.setProxyList(list);
    }
    for (const KeptList &list : before) {
        if (!this->list(list.id))
            m_network.dropProxyList(list.id);
    }
}

void ProxyBook::read(const QString &listId, const QUrl &url, proxies::ProxyScheme fallback)
{
    m_reading.insert({listId, url}, fallback);
    m_network.readProxyPage(listId, url, fallback);
    Q_EMIT changed();
}

void ProxyBook::onRead(const QString &listId, const QUrl &url, const Result<proxies::ProxyList> &read)
{
    const auto order = m_reading.constFind({listId, url});
    if (order == m_reading.constEnd())
        return;
    const proxies::ProxyScheme fallback = *order;
    m_reading.erase(order);
    const KeptList *known = list(listId);
    if (!known) {
        Q_EMIT changed();
        return;
    }
    if (!read) {
        Q_EMIT changed();
        Q_EMIT refreshed(listId, url, std::unexpected(read.error()));
        return;
    }
    KeptList list = *known;
    proxies::ListSource source;
    source.kind = proxies::ListSource::Kind::Web;
    source.name = url.toString(QUrl::FullyEncoded);
    source.fallback = fallback;
    source.readAt = QDateTime::currentDateTimeUtc();
    const KeptList::Taken taken = list.take(source, *read);
    put(list);
    Q_EMIT changed();
    Q_EMIT refreshed(listId, url, taken);
}

} // namespace linnet::session
