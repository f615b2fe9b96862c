// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlrules.h"

#include <algorithm>
#include <array>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

// Kinds of link elements that name what belongs to a page, not another page.
constexpr std::array<std::string_view, 9> ResourceRelations{"stylesheet", "icon",     "apple-touch-icon",
                                                            "mask-icon",  "preload",  "modulepreload",
                                                            "prefetch",   "manifest", "shortcut"};

bool isResource(std::string_view relations)
{
    while (!relations.empty()) {
        const std::size_t end = std::min(relations.find(' '), relations.size());
        if (std::ranges::find(ResourceRelations, relations.substr(0, end)) != ResourceRelations.end())
            return true;
        relations.remove_prefix(std::min(end + 1, relations.size()));
    }
    return false;
}

Choice skip(QLatin1StringView why, bool internal, bool open, QString detail = {})
{
    return {Choice::Action::Skip, internal, open, why, std::move(detail), {}};
}

} // namespace

Want wantOf(const Edge &edge)
{
    if (edge.originOnly)
        return Want::Nothing;
    switch (edge.element) {
    case Element::Form:
        return Want::Nothing;
    case Element::Img:
    case Element::Script:
    case Element::Source:
    case Element::Video:
    case Element::Audio:
    case Element::Object:
    case Element::Embed:
    case Element::Track:
    case Element::Input:
    case Element::Image:
    case Element::Use:
    case Element::Style:
    case Element::Meta:
        return Want::Head;
    case Element::Link:
        return isResource(edge.rel) ? Want::Head : Want::Get;
    default:
        return Want::Get;
    }
}

CrawlRules::CrawlRules(const CrawlSpec &spec)
    : m_scope(spec.scope)
    , m_patterns(UrlPatterns::compile(spec.include, spec.exclude).value_or(UrlPatterns()))
    , m_depth(spec.depth)
    , m_external(spec.external)
    , m_obeysRobots(!spec.ignoreRobots)
{
    for (const QString &url : spec.start)
        m_scope.add(url.toUtf8());
}

Choice CrawlRules::judge(const std::string &url, url::UrlKind kind, Want want, const Place &place) const
{
    if (kind == url::UrlKind::Foreign)
        return skip("scheme"_L1, false, false);
    if (kind == url::UrlKind::Invalid)
        return skip("bad_url"_L1, false, false);
    const bool internal = isInternal(url);
    if (want == Want::Nothing)
        return skip("reference"_L1, internal, true);
    if (place.nofollow && m_obeysRobots)
        return skip("nofollow"_L1, internal, true);
    if (!internal && !m_external)
        return skip("out_of_scope"_L1, false, false);
    if (internal && place.depth > m_depth)
        return skip("depth"_L1, true, true);
    if (!m_patterns.isEmpty()) {
        const UrlPatterns::Verdict verdict = m_patterns.explain(bytes(url));
        // What has to be included are pages of the site.
        if (!verdict.taken && (internal || verdict.cause != UrlPatterns::Cause::NotIncluded))
            return skip("pattern"_L1, internal, false, verdict.pattern);
    }
    if (place.robots && m_obeysRobots) {
        if (std::optional<Choice> no = forbidden(url, *place.robots)) {
            no->internal = internal;
            return *no;
        }
    }
    Choice choice;
    choice.action = internal && want == Want::Get ? Choice::Action::Get : Choice::Action::Head;
    choice.internal = internal;
    return choice;
}

std::optional<Choice> CrawlRules::forbidden(const std::string &url, const Robots &robots)
{
    if (robots.source() == Robots::Source::Unreachable)
        return std::nullopt;
    const Robots::Verdict verdict = robots.verdict(bytes(url));
    if (verdict.allowed)
        return std::nullopt;
    Choice choice = skip("robots"_L1, false, false);
    choice.robotsLine = QString::number(verdict.line) + u": "_s + QString::fromUtf8(verdict.text);
    return choice;
}

} // namespace linnet::links
