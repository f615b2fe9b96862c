// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/robots/robots.h"

#include "links/robots/otherbots.h"
#include "links/robots/robotsparser.h"
#include "url/urlparts.h"

namespace linnet::links {

namespace {

constexpr qsizetype IndexedLength = 8;

bool looksLikeHtml(QByteArrayView body)
{
    const QByteArray begin =
        body.first(std::min(body.size(), qsizetype(512))).toByteArray().trimmed().toLower();
    return begin.startsWith('<') && (begin.contains("<!doctype html") || begin.contains("<html") ||
                                     begin.contains("<head") || begin.contains("<body"));
}

/// Redirects that lead nowhere: the file may be taken for unavailable (RFC 9309, 2.3.1.2).
bool leadsNowhere(Reason reason)
{
    return reason == Reason::RedirectLimit || reason == Reason::RedirectLoop ||
           reason == Reason::ForeignScheme;
}

} // namespace

Robots Robots::parse(QByteArrayView body, QByteArrayView token)
{
    QByteArrayView read = body;
    if (body.size() > ParseLimit) {
        read.truncate(ParseLimit);
        const qsizetype end = std::max(read.lastIndexOf('\n'), read.lastIndexOf('\r'));
        read.truncate(end + 1);
    }
    Robots robots = RobotsParser(token).parse(read);
    robots.index();
    robots.m_unread = body.size() - read.size();
    robots.m_isHtml = robots.m_rules.isEmpty() && looksLikeHtml(body);
    return robots;
}

Robots Robots::ofAnswer(const Result<net::Response> &answer, qint64 nowUtcMs)
{
    Robots robots;
    if (answer && answer->status >= 200 && answer->status < 300) {
        robots = parse(answer->body);
        robots.m_otherBots = std::make_shared<const OtherBots>(OtherBots::parse(answer->body));
    } else if (answer) {
        const int status = answer->status;
        const bool missing = status >= 300 && status < 500 && status != 429;
        robots.m_source = missing ? Source::Missing : Source::Unreachable;
        robots.m_error = {Reason::HttpStatus, status, {}};
    } else {
        robots.m_source = leadsNowhere(answer.error().reason) ? Source::Missing : Source::Unreachable;
        robots.m_error = answer.error();
    }
    robots.m_readUtcMs = nowUtcMs;
    return robots;
}

Robots Robots::refreshed(const Robots &before, const Robots &after)
{
    if (after.m_source != Source::Unreachable || before.m_source == Source::Unreachable)
        return after;
    Robots kept = before;
    // Asked for again as soon as an unreachable file is.
    kept.m_readUtcMs = after.m_readUtcMs - std::chrono::milliseconds(Lifetime - UnreachableLifetime).count();
    return kept;
}

QByteArrayList Robots::closedToOthers(QByteArrayView url) const
{
    return m_otherBots ? m_otherBots->closedTo(url) : QByteArrayList();
}

bool Robots::hasRulesOf(const Robots &other) const
{
    return std::ranges::equal(m_rules, other.m_rules, {}, &Rule::line, &Rule::line);
}

QByteArray Robots::fileFor(QByteArrayView url)
{
    return url.first(url::UrlParts::of(url).originLength).toByteArray() + "/robots.txt";
}

Robots::Verdict Robots::verdict(QByteArrayView url) const
{
    const url::UrlParts parts = url::UrlParts::of(url);
    if (parts.path == "/robots.txt" && parts.query.isEmpty())
        return {};
    if (m_source == Source::Unreachable)
        return {false, 0, {}};
    return match(url);
}

void Robots::index()
{
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const QByteArray &beginning = m_rules[i].pattern.beginning();
        if (beginning.size() < IndexedLength)
            m_others.append(i);
        else
            m_byBeginning[beginning.first(IndexedLength)].append(i);
    }
}

const Robots::Rule *Robots::firstMatch(const QList<qsizetype> &candidates, QByteArrayView path) const
{
    for (const qsizetype i : candidates) {
        if (m_rules[i].pattern.matches(path))
            return &m_rules[i];
    }
    return nullptr;
}

Robots::Verdict Robots::match(QByteArrayView url) const
{
    const QByteArray path = RobotsPattern::normalized(url);
    const Rule *rule = firstMatch(m_others, path);
    if (const auto found = m_byBeginning.constFind(path.first(std::min(path.size(), IndexedLength)));
        found != m_byBeginning.constEnd()) {
        const Rule *other = firstMatch(*found, path);
        // Both are in the list of rules, in which the more specific one stands first.
        rule = rule && other ? std::min(rule, other) : (rule ? rule : other);
    }
    return rule ? Verdict{rule->allow, rule->line, rule->text} : Verdict{};
}

bool Robots::isExpired(qint64 nowUtcMs) const
{
    const std::chrono::milliseconds lifetime =
        m_source == Source::Unreachable ? std::chrono::milliseconds(UnreachableLifetime) : Lifetime;
    return nowUtcMs - m_readUtcMs >= lifetime.count();
}

} // namespace linnet::links
