// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/proxylist.h"

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Nobody can tell where in an unreadable line a password stands, so only what has no room for one is shown.
QString harmless(QStringView text)
{
    constexpr qsizetype Shown = 80;
    const qsizetype mark = text.indexOf("://"_L1);
    const QStringView rest = mark > 0 && isSchemeWord(text.first(mark)) ? text.sliced(mark + 3) : text;
    const bool login = rest.contains(u'@') || rest.contains("##"_L1) || rest.contains(u',') ||
                       rest.contains(u';') || rest.contains(u'|') || rest.count(u':') > 1 ||
                       rest.trimmed().contains(u' ') || rest.trimmed().contains(u'\t');
    return login ? QString() : text.trimmed().left(Shown).toString();
}

bool isText(const QString &login)
{
    return !login.contains(QChar::ReplacementCharacter) && !login.contains(QChar::Null);
}

} // namespace

Error ProxyList::Problem::error() const
{
    const QString code = faultCode(fault);
    return {Reason::BadLine, 0, detail.isEmpty() ? code : code + u' ' + detail};
}

bool ProxyList::add(const Proxy &proxy, int place)
{
    const QString key = proxy.key();
    if (m_known.contains(key)) {
        ++duplicates;
        return false;
    }
    m_known.insert(key, entries.size());
    entries.append({proxy, place, key});
    unsupported += proxy.isSupported() ? 0 : 1;
    return true;
}

void ProxyList::addReading(const LineReading &reading, int place, QStringView text)
{
    if (reading.fault != LineFault::None) {
        const QList<Proxy> readings =
            reading.fault == LineFault::Ambiguous ? reading.proxies : QList<Proxy>();
        problems.append({place, harmless(text), reading.fault, reading.detail, readings});
        return;
    }
    for (const Proxy &proxy : reading.proxies) {
        if (isText(proxy.user) && isText(proxy.password))
            add(proxy, place);
        else
            problems.append({place, {}, LineFault::NotText, {}, {}});
    }
}

} // namespace linnet::proxies
