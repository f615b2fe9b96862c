// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/linefault.h"

#include <QCoreApplication>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    LineFault fault;
    QLatin1StringView code;
    const char *text;
};

// clang-format off
constexpr Words Table[] = {
    {LineFault::None, ""_L1, nullptr},
    {LineFault::NotAProxy, "not_a_proxy"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "nothing here looks like a host and a port")},
    {LineFault::BadHost, "bad_host"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "the host cannot exist")},
    {LineFault::NoPort, "no_port"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "the port is missing")},
    {LineFault::BadPort, "bad_port"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "the port is not 1 to 65535")},
    {LineFault::ThreeParts, "three_parts"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "three parts: a user without a password, or something else behind the port")},
    {LineFault::NeedsBrackets, "needs_brackets"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "an IPv6 address needs brackets: [::1]:8080")},
    {LineFault::Ambiguous, "ambiguous"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "this can be read in two ways; write scheme://user:password@host:port")},
    {LineFault::UnknownScheme, "unknown_scheme"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "unknown kind of proxy")},
    {LineFault::WebPage, "web_page"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "this is the address of a page, not of a proxy")},
    {LineFault::ExtraText, "extra_text"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "there is more on the line than a proxy and its login")},
    {LineFault::TooLong, "too_long"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "the line is too long")},
    {LineFault::NotText, "not_text"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "this is no text in UTF-8")},
    {LineFault::NotJson, "not_json"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "the JSON is broken here")},
    {LineFault::NoList, "no_list"_L1, QT_TRANSLATE_NOOP("linnet::proxies", "no table and no text with proxies was found on the page")},
};
// clang-format on

const Words &wordsOf(LineFault fault)
{
    for (const Words &entry : Table) {
        if (entry.fault == fault)
            return entry;
    }
    Q_UNREACHABLE();
}

} // namespace

QLatin1StringView faultCode(LineFault fault)
{
    return wordsOf(fault).code;
}

QString faultText(LineFault fault)
{
    const char *text = wordsOf(fault).text;
    return text ? QCoreApplication::translate("linnet::proxies", text) : QString();
}

} // namespace linnet::proxies
