// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/proxyhost.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Four numbers up to 255. A leading zero would be octal for some and decimal for others.
bool isIpv4(QStringView text)
{
    const QList<QStringView> parts = text.split(u'.');
    return parts.size() == 4 && std::ranges::all_of(parts, [](QStringView part) {
               const bool digits = !part.isEmpty() && part.size() <= 3 && std::ranges::all_of(part, isDigit);
               return digits && part.toUInt() <= 255 && (part.size() == 1 || part[0] != u'0');
           });
}

bool isAsciiLabel(QStringView label)
{
    const auto fits = [](QChar c) {
        return isDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-' || c == u'_';
    };
    return !label.isEmpty() && label.size() <= 63 && label.front() != u'-' && label.back() != u'-' &&
           std::ranges::all_of(label, fits);
}

ProxyHost readName(QStringView text)
{
    if (text.endsWith(u'.'))
        text.chop(1);
    const bool ascii = std::ranges::all_of(text, [](QChar c) { return c < u'\u0080'; });
    const QString name =
        ascii ? text.toString().toLower() : QString::fromLatin1(QUrl::toAce(text.toString()));
    if (name.isEmpty() || name.size() > 253)
        return {};
    const QList<QStringView> labels = QStringView(name).split(u'.');
    if (!std::ranges::all_of(labels, isAsciiLabel) || std::ranges::all_of(labels.last(), isDigit))
        return {};
    const bool sure = labels.size() > 1 || name == "localhost"_L1;
    return {sure ? HostShape::Name : HostShape::Word, name};
}

} // namespace

ProxyHost readHost(QStringView text)
{
    if (text.startsWith(u'[')) {
        if (!text.endsWith(u']') || text.contains(u'%'))
            return {};
        const QHostAddress address(text.sliced(1, text.size() - 2).toString());
        if (address.protocol() != QAbstractSocket::IPv6Protocol ||
            address == QHostAddress(QHostAddress::AnyIPv6))
            return {};
        return {HostShape::Address, address.toString()};
    }
    if (isIpv4(text)) {
        const bool usable = text != u"0.0.0.0" && text != u"255.255.255.255";
        return usable ? ProxyHost{HostShape::Address, text.toString()} : ProxyHost();
    }
    return readName(text);
}

bool isBareIpv6(QStringView text)
{
    const bool letters = std::ranges::all_of(text, [](QChar c) {
        return isDigit(c) || c == u':' || c == u'.' || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
    if (!letters || (!text.contains("::"_L1) && text.count(u':') < 7))
        return false;
    const qsizetype colon = text.lastIndexOf(u':');
    const auto isIpv6 = [](QStringView address) {
        return QHostAddress(address.toString()).protocol() == QAbstractSocket::IPv6Protocol;
    };
    return isIpv6(text) || (colon > 0 && isIpv6(text.first(colon)));
}

} // namespace linnet::proxies
