// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "links/robots/robotspattern.h"
#include "net/response.h"

#include <QHash>
#include <QLatin1StringView>

#include <chrono>
#include <optional>

namespace linnet::links {

class OtherBots;

/// What one host's robots.txt lets this program ask for (RFC 9309). A value; any thread.
class Robots
{
public:
    static constexpr QByteArrayView ProductToken = "linnet";
    /// Bytes that are read; the RFC asks for 500 KiB at least.
    static constexpr qsizetype ParseLimit = 1024 * 1024;
    static constexpr std::chrono::hours Lifetime{24};
    /// How long an unreachable file closes the host before it is asked for again.
    static constexpr std::chrono::minutes UnreachableLifetime{10};

    enum class Source : quint8
    {
        File,        ///< 2xx: its rules hold
        Missing,     ///< 4xx but 429, or redirects without an end: everything may be asked (RFC 2.3.1.3)
        Unreachable, ///< 5xx, 429, no answer: nothing may be asked (RFC 2.3.1.4)
    };
    struct Verdict
    {
        bool allowed = true;
        int line = 0;    ///< of the rule that decided, from 1; 0 when none did
        QByteArray text; ///< of that line, without white space around it, at most 500 bytes

        bool operator==(const Verdict &) const = default;
    };

    /// `body` is cut at ParseLimit; a line that the cut goes through is left out.
    static Robots parse(QByteArrayView body, QByteArrayView token = ProductToken);
    /// The status rules. Redirects are followed by the engine, over hosts too; the answer holds for the host
    /// that was first asked.
    static Robots ofAnswer(const Result<net::Response> &answer, qint64 nowUtcMs);
    /// What holds after the file was asked for again: an unreachable file does not take back the rules known
    /// before.
    static Robots refreshed(const Robots &before, const Robots &after);
    /// Where the file for this URL is: origin + "/robots.txt".
    static QByteArray fileFor(QByteArrayView url);

    /// For an absolute URL in the form it is sent (percent-encoded). The longest matching rule decides, Allow
    /// wins ties; /robots.txt itself may always be asked.
    Verdict verdict(QByteArrayView url) const;
    /// What the rules alone say, which apply to any path.
    Verdict match(QByteArrayView url) const;
    bool isExpired(qint64 nowUtcMs) const;
    /// Crawlers of others that the file keeps from this URL, see OtherBots; none without ofAnswer().
    QByteArrayList closedToOthers(QByteArrayView url) const;
    /// Whether both come of the same lines of one file.
    bool hasRulesOf(const Robots &other) const;

    Source source() const { return m_source; }
    /// Why the file is Missing or Unreachable; Reason::None for a File.
    const Error &error() const { return m_error; }
    /// Wished by the group that applies; at most a day.
    std::optional<std::chrono::milliseconds> crawlDelay() const { return m_crawlDelay; }
    /// http and https URLs, in the file's order, each once; some sites write them without their own host.
    const QList<QByteArray> &sitemaps() const { return m_sitemaps; }
    /// Bytes behind ParseLimit that were not read.
    qsizetype unread() const { return m_unread; }
    /// The file is a web page, so that there is no rule in it.
    bool isHtml() const { return m_isHtml; }
    qsizetype ruleCount() const { return m_rules.size(); }

private:
    friend class RobotsParser;
    struct Rule
    {
        RobotsPattern pattern;
        bool allow;
        int line;
        QByteArray text;
    };

    void index();
    const Rule *firstMatch(const QList<qsizetype> &candidates, QByteArrayView path) const;

    QList<Rule> m_rules; ///< the most specific first, Allow before Disallow
    /// Places in m_rules by how their paths begin, so that a URL meets few of many thousand rules.
    QHash<QByteArray, QList<qsizetype>> m_byBeginning;
    QList<qsizetype> m_others; ///< whose beginning is too short for that
    QList<QByteArray> m_sitemaps;
    std::optional<std::chrono::milliseconds> m_crawlDelay;
    std::shared_ptr<const OtherBots> m_otherBots;
    Error m_error;
    qint64 m_readUtcMs = 0;
    qsizetype m_unread = 0;
    Source m_source = Source::File;
    bool m_isHtml = false;
};

} // namespace linnet::links
