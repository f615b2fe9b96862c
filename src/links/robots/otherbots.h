// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/robots/robots.h"

namespace linnet::links {

/// What one host's robots.txt says to the crawlers of search engines and of language models, which nobody
/// has to be to know it. A value; any thread.
class OtherBots
{
public:
    /// Product tokens as their makers write them: "Googlebot", "GPTBot".
    static const QByteArrayList &names();
    static OtherBots parse(QByteArrayView robotsFile);

    /// Those of names() that the rules keep from an absolute URL, in that order.
    QByteArrayList closedTo(QByteArrayView url) const;

private:
    struct Group
    {
        QByteArrayList names;
        Robots rules;
    };
    std::vector<Group> m_groups; ///< those with rules, each once
};

} // namespace linnet::links
