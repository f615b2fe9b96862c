// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/codetitle.h"

#include <QCoreApplication>

#include <map>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Title
{
    QLatin1StringView column;
    QLatin1StringView code;
    const char *text;
};

constexpr Title Titles[] = {
    {"state"_L1, "listed"_L1, QT_TRANSLATE_NOOP("linnet::table", "not read yet")},
    {"state"_L1, "complete"_L1, QT_TRANSLATE_NOOP("linnet::table", "read")},
    {"state"_L1, "failed"_L1, QT_TRANSLATE_NOOP("linnet::table", "could not be read")},
    {"state"_L1, "gone"_L1, QT_TRANSLATE_NOOP("linnet::table", "ad is gone")},
    {"state"_L1, "fetched"_L1, QT_TRANSLATE_NOOP("linnet::table", "read")},
    {"state"_L1, "redirect"_L1, QT_TRANSLATE_NOOP("linnet::table", "leads elsewhere")},
    {"state"_L1, "skipped"_L1, QT_TRANSLATE_NOOP("linnet::table", "not asked")},
    {"verdict"_L1, "broken"_L1, QT_TRANSLATE_NOOP("linnet::table", "broken")},
    {"verdict"_L1, "refused"_L1, QT_TRANSLATE_NOOP("linnet::table", "refused by the server")},
    {"verdict"_L1, "rate_limited"_L1, QT_TRANSLATE_NOOP("linnet::table", "too many requests")},
    {"why_not_fetched"_L1, "out_of_scope"_L1, QT_TRANSLATE_NOOP("linnet::table", "other site")},
    {"why_not_fetched"_L1, "robots"_L1, QT_TRANSLATE_NOOP("linnet::table", "robots.txt forbids it")},
    {"why_not_fetched"_L1, "depth"_L1, QT_TRANSLATE_NOOP("linnet::table", "deeper than asked")},
    {"why_not_fetched"_L1, "page_limit"_L1, QT_TRANSLATE_NOOP("linnet::table", "limit of pages")},
    {"why_not_fetched"_L1, "time_limit"_L1, QT_TRANSLATE_NOOP("linnet::table", "limit of time")},
    {"why_not_fetched"_L1, "size_limit"_L1, QT_TRANSLATE_NOOP("linnet::table", "limit of size")},
    {"why_not_fetched"_L1, "pattern"_L1, QT_TRANSLATE_NOOP("linnet::table", "left out by a pattern")},
    {"why_not_fetched"_L1, "trap"_L1, QT_TRANSLATE_NOOP("linnet::table", "looks endless")},
    {"why_not_fetched"_L1, "scheme"_L1, QT_TRANSLATE_NOOP("linnet::table", "not a web address")},
    {"why_not_fetched"_L1, "nofollow"_L1, QT_TRANSLATE_NOOP("linnet::table", "nofollow")},
    {"why_not_fetched"_L1, "reference"_L1, QT_TRANSLATE_NOOP("linnet::table", "not linked, only named")},
    {"why_not_fetched"_L1, "bad_url"_L1, QT_TRANSLATE_NOOP("linnet::table", "not an address")},
    {"target_verdict"_L1, "broken"_L1, QT_TRANSLATE_NOOP("linnet::table", "broken")},
    {"target_verdict"_L1, "refused"_L1, QT_TRANSLATE_NOOP("linnet::table", "refused by the server")},
    {"target_verdict"_L1, "rate_limited"_L1, QT_TRANSLATE_NOOP("linnet::table", "too many requests")},
    {"target_why"_L1, "out_of_scope"_L1, QT_TRANSLATE_NOOP("linnet::table", "other site")},
    {"target_why"_L1, "robots"_L1, QT_TRANSLATE_NOOP("linnet::table", "robots.txt forbids it")},
    {"target_why"_L1, "depth"_L1, QT_TRANSLATE_NOOP("linnet::table", "deeper than asked")},
    {"target_why"_L1, "page_limit"_L1, QT_TRANSLATE_NOOP("linnet::table", "limit of pages")},
    {"target_why"_L1, "time_limit"_L1, QT_TRANSLATE_NOOP("linnet::table", "limit of time")},
    {"target_why"_L1, "size_limit"_L1, QT_TRANSLATE_NOOP("linnet::table", "limit of size")},
    {"target_why"_L1, "pattern"_L1, QT_TRANSLATE_NOOP("linnet::table", "left out by a pattern")},
    {"target_why"_L1, "trap"_L1, QT_TRANSLATE_NOOP("linnet::table", "looks endless")},
    {"target_why"_L1, "scheme"_L1, QT_TRANSLATE_NOOP("linnet::table", "not a web address")},
    {"target_why"_L1, "nofollow"_L1, QT_TRANSLATE_NOOP("linnet::table", "nofollow")},
    {"target_why"_L1, "reference"_L1, QT_TRANSLATE_NOOP("linnet::table", "not linked, only named")},
    {"target_why"_L1, "bad_url"_L1, QT_TRANSLATE_NOOP("linnet::table", "not an address")},
    {"state"_L1, "ok"_L1, QT_TRANSLATE_NOOP("linnet::table", "good answer")},
    {"state"_L1, "http_error"_L1, QT_TRANSLATE_NOOP("linnet::table", "error page")},
    {"state"_L1, "incomplete"_L1, QT_TRANSLATE_NOOP("linnet::table", "broken off")},
    {"state"_L1, "no_answer"_L1, QT_TRANSLATE_NOOP("linnet::table", "no answer")},
    {"phase"_L1, "sequential"_L1, QT_TRANSLATE_NOOP("linnet::table", "one by one")},
    {"phase"_L1, "concurrent"_L1, QT_TRANSLATE_NOOP("linnet::table", "all at once")},
    {"reason"_L1, "http_status"_L1, QT_TRANSLATE_NOOP("linnet::table", "error status")},
    {"reason"_L1, "dns"_L1, QT_TRANSLATE_NOOP("linnet::table", "host not found")},
    {"reason"_L1, "refused"_L1, QT_TRANSLATE_NOOP("linnet::table", "connection refused")},
    {"reason"_L1, "reset"_L1, QT_TRANSLATE_NOOP("linnet::table", "connection broken")},
    {"reason"_L1, "truncated"_L1, QT_TRANSLATE_NOOP("linnet::table", "answer cut off")},
    {"reason"_L1, "tls"_L1, QT_TRANSLATE_NOOP("linnet::table", "certificate problem")},
    {"reason"_L1, "inactivity"_L1, QT_TRANSLATE_NOOP("linnet::table", "stopped sending")},
    {"reason"_L1, "deadline"_L1, QT_TRANSLATE_NOOP("linnet::table", "too slow")},
    {"reason"_L1, "too_large"_L1, QT_TRANSLATE_NOOP("linnet::table", "too large")},
    {"reason"_L1, "header_flood"_L1, QT_TRANSLATE_NOOP("linnet::table", "too many headers")},
    {"reason"_L1, "bomb"_L1, QT_TRANSLATE_NOOP("linnet::table", "packed to harm")},
    {"reason"_L1, "undecodable"_L1, QT_TRANSLATE_NOOP("linnet::table", "cannot be unpacked")},
    {"reason"_L1, "bad_sitemap"_L1, QT_TRANSLATE_NOOP("linnet::table", "not a sitemap")},
    {"reason"_L1, "bad_body"_L1, QT_TRANSLATE_NOOP("linnet::table", "not what was asked for")},
    {"reason"_L1, "redirect_loop"_L1, QT_TRANSLATE_NOOP("linnet::table", "redirects in a circle")},
    {"reason"_L1, "redirect_limit"_L1, QT_TRANSLATE_NOOP("linnet::table", "too many redirects")},
    {"reason"_L1, "downgrade"_L1, QT_TRANSLATE_NOOP("linnet::table", "redirect to unsafe http")},
    {"reason"_L1, "foreign_scheme"_L1, QT_TRANSLATE_NOOP("linnet::table", "redirect off the web")},
    {"reason"_L1, "credentials_needed"_L1, QT_TRANSLATE_NOOP("linnet::table", "proxy wants a login")},
    {"reason"_L1, "proxy_failed"_L1, QT_TRANSLATE_NOOP("linnet::table", "proxy failed")},
    {"reason"_L1, "no_proxy"_L1, QT_TRANSLATE_NOOP("linnet::table", "no usable proxy")},
    {"reason"_L1, "network"_L1, QT_TRANSLATE_NOOP("linnet::table", "network trouble")},
    {"reason"_L1, "cancelled"_L1, QT_TRANSLATE_NOOP("linnet::table", "cancelled")},
    {"reason"_L1, "shut_down"_L1, QT_TRANSLATE_NOOP("linnet::table", "program ended")},
    {"status"_L1, "alive"_L1, QT_TRANSLATE_NOOP("linnet::table", "alive")},
    {"status"_L1, "dead"_L1, QT_TRANSLATE_NOOP("linnet::table", "dead")},
    {"status"_L1, "unsupported"_L1, QT_TRANSLATE_NOOP("linnet::table", "not supported")},
    {"anonymity"_L1, "transparent"_L1, QT_TRANSLATE_NOOP("linnet::table", "transparent")},
    {"anonymity"_L1, "anonymous"_L1, QT_TRANSLATE_NOOP("linnet::table", "anonymous")},
    {"anonymity"_L1, "elite"_L1, QT_TRANSLATE_NOOP("linnet::table", "elite")},
    {"reason"_L1, "unsupported"_L1,
     QT_TRANSLATE_NOOP("linnet::table", "this kind of proxy is not supported")},
    {"reason"_L1, "unreachable"_L1, QT_TRANSLATE_NOOP("linnet::table", "no way to its network")},
    {"reason"_L1, "timeout"_L1, QT_TRANSLATE_NOOP("linnet::table", "does not answer in time")},
    {"reason"_L1, "login_needed"_L1, QT_TRANSLATE_NOOP("linnet::table", "wants a login")},
    {"reason"_L1, "login_refused"_L1, QT_TRANSLATE_NOOP("linnet::table", "refuses the login")},
    {"reason"_L1, "forbidden"_L1, QT_TRANSLATE_NOOP("linnet::table", "forbidden by a rule of the proxy")},
    {"reason"_L1, "target_failed"_L1, QT_TRANSLATE_NOOP("linnet::table", "does not reach the target")},
    {"reason"_L1, "garbage"_L1, QT_TRANSLATE_NOOP("linnet::table", "is no proxy of this kind")},
    {"reason"_L1, "not_echoed"_L1,
     QT_TRANSLATE_NOOP("linnet::table", "the answer does not come from the judge")},
    {"reason"_L1, "changed"_L1, QT_TRANSLATE_NOOP("linnet::table", "changes what passes through it")},
};

std::map<QLatin1StringView, CodeNames> &namedElsewhere()
{
    static std::map<QLatin1StringView, CodeNames> names;
    return names;
}

} // namespace

void setCodeNames(QLatin1StringView column, CodeNames names)
{
    namedElsewhere().emplace(column, names);
}

QString codeTitle(const Column &column, const QString &code)
{
    for (const Title &title : Titles) {
        if (title.column == column.key && title.code == code)
            return QCoreApplication::translate("linnet::table", title.text);
    }
    if (const auto named = namedElsewhere().find(column.key); named != namedElsewhere().end()) {
        if (const QString title = named->second.title(code); !title.isEmpty())
            return title;
    }
    return code;
}

QStringList titledCodes(const Column &column)
{
    QStringList codes;
    for (const Title &title : Titles) {
        if (title.column == column.key)
            codes << title.code;
    }
    if (const auto named = namedElsewhere().find(column.key); named != namedElsewhere().end())
        codes << named->second.codes();
    return codes;
}

} // namespace linnet::table
