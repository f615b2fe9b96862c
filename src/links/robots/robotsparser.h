// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/robots/robots.h"

namespace linnet::links {

/// Reads the lines of a robots.txt into the rules for one product token (RFC 9309, 2.1 and 2.2).
///
/// As the reference implementation does, a line may lack its colon ("disallow /x"), and a user-agent is
/// compared up to the first character that no product token has.
class RobotsParser
{
public:
    explicit RobotsParser(QByteArrayView token)
        : m_token(token)
    {
    }

    Robots parse(QByteArrayView body);

private:
    void readLine(QByteArrayView line);
    void userAgent(QByteArrayView value);
    void rule(QByteArrayView value, bool allow, QByteArrayView line);
    void crawlDelay(QByteArrayView value);
    void sitemap(QByteArrayView value);

    /// What the groups of this program, or those for everybody, say.
    struct Group
    {
        QList<Robots::Rule> rules;
        std::optional<std::chrono::milliseconds> delay;
        bool seen = false;
    };

    QByteArrayView m_token;
    Group m_own;
    Group m_everybody;
    QList<QByteArray> m_sitemaps;
    int m_line = 0;
    bool m_inOwn = false;
    bool m_inEverybody = false;
    bool m_agentsEnded = true; ///< a rule was read: the next user-agent begins a new group
};

} // namespace linnet::links
