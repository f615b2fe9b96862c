// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/crawlspec.h"
#include "links/page/edge.h"
#include "links/robots/robots.h"

#include <string>

namespace linnet::links {

/// How an address is to be asked; the greatest wish of all that point to it counts.
enum class Want : quint8
{
    Nothing, ///< a form's target, or only a host is named
    Head,    ///< pictures, scripts, styles, sound and film: only whether they are there
    Get,
};

/// What an element wants of its target.
Want wantOf(const Edge &edge);

/// What is done with an address that a page names.
struct Choice
{
    enum class Action : quint8
    {
        Skip,
        Head,
        Get,
    };
    Action action = Action::Skip;
    bool internal = false;
    bool open = false;          ///< when skipped: another place may have it asked
    QLatin1StringView why = {}; ///< codes of pageSchema's why_not_fetched
    QString detail = {};
    QString robotsLine = {};
};

/// The rules of one crawl. Const functions may be called from any thread.
class CrawlRules
{
public:
    /// spec must be valid.
    explicit CrawlRules(const CrawlSpec &spec);

    /// Where a named address stands.
    struct Place
    {
        int depth = 0;                  ///< that it would have
        bool nofollow = false;          ///< the page asks not to follow its links
        const Robots *robots = nullptr; ///< of the address's own host, when they are known
    };
    Choice judge(const std::string &url, url::UrlKind kind, Want want, const Place &place) const;
    /// Null when the robots let us.
    static std::optional<Choice> forbidden(const std::string &url, const Robots &robots);

    bool isInternal(std::string_view url) const { return m_scope.contains(bytes(url)); }
    void widen(std::string_view url) { m_scope.add(bytes(url)); }
    bool obeysRobots() const { return m_obeysRobots; }

private:
    static QByteArrayView bytes(std::string_view text) { return {text.data(), qsizetype(text.size())}; }

    CrawlScope m_scope;
    UrlPatterns m_patterns;
    int m_depth;
    bool m_external;
    bool m_obeysRobots;
};

} // namespace linnet::links
