// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/robots/otherbots.h"

#include <algorithm>

namespace linnet::links {

namespace {

struct Bot
{
    const char *name;
    const char *family; ///< a token that all crawlers of its maker obey when their own is not named
};

constexpr Bot Bots[] = {
    {"Googlebot", nullptr},       {"Bingbot", nullptr},       {"YandexBot", "Yandex"},
    {"DuckDuckBot", nullptr},     {"Applebot", nullptr},      {"Baiduspider", nullptr},
    {"Google-Extended", nullptr}, {"GPTBot", nullptr},        {"OAI-SearchBot", nullptr},
    {"ClaudeBot", nullptr},       {"PerplexityBot", nullptr}, {"CCBot", nullptr},
};

// No group can be of this one, so that those for everybody apply.
constexpr auto Nobody = "-";

} // namespace

const QByteArrayList &OtherBots::names()
{
    static const QByteArrayList names = [] {
        QByteArrayList all;
        for (const Bot &bot : Bots)
            all.append(bot.name);
        return all;
    }();
    return names;
}

OtherBots OtherBots::parse(QByteArrayView robotsFile)
{
    OtherBots others;
    const Robots everybody = Robots::parse(robotsFile, Nobody);
    for (const Bot &bot : Bots) {
        Robots rules = Robots::parse(robotsFile, bot.name);
        if (bot.family && rules.hasRulesOf(everybody))
            rules = Robots::parse(robotsFile, bot.family);
        if (rules.ruleCount() == 0)
            continue;
        const auto same = std::ranges::find_if(
            others.m_groups, [&](const Group &group) { return group.rules.hasRulesOf(rules); });
        if (same == others.m_groups.end())
            others.m_groups.push_back({{bot.name}, std::move(rules)});
        else
            same->names.append(bot.name);
    }
    return others;
}

QByteArrayList OtherBots::closedTo(QByteArrayView url) const
{
    QByteArrayList closed;
    for (const Group &group : m_groups) {
        if (!group.rules.verdict(url).allowed)
            closed += group.names;
    }
    if (m_groups.size() > 1)
        std::ranges::sort(closed, {}, [](const QByteArray &name) { return names().indexOf(name); });
    return closed;
}

} // namespace linnet::links
