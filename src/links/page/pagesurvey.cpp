// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/pagesurvey.h"

#include "html/ascii.h"
#include "html/textspace.h"
#include "links/page/cuttext.h"
#include "links/page/structureddata.h"
#include "links/page/tagattributes.h"
#include "links/page/textcapture.h"

#include <algorithm>

namespace linnet::links {

using html::Tag;
using html::TagId;

namespace {

constexpr std::size_t MostListed = 20;
constexpr std::size_t LongestRule = 200;
constexpr std::size_t LongestIcon = 500;
constexpr std::size_t LongestAlt = 100;         // code points that are still read out in one breath
constexpr std::size_t LongestData = 512 * 1024; // more of one block is not judged

std::string lowered(std::string_view text)
{
    std::string result = collapsed(text, LongestRule);
    std::ranges::transform(result, result.begin(), html::toLower);
    return result;
}

/// Crawlers that rules are given to by name.
bool isBot(std::string_view name)
{
    constexpr std::string_view Known[] = {
        "googlebot", "googlebot-news", "googlebot-image", "bingbot",     "msnbot",      "yandex",
        "yandexbot", "yandeximages",   "slurp",           "duckduckbot", "baiduspider", "applebot",
    };
    return std::ranges::find(Known, name) != std::end(Known);
}

/// What may stand in a head; everything else begins the body.
bool isOfHead(TagId id)
{
    switch (id) {
    case TagId::Html:
    case TagId::Head:
    case TagId::Base:
    case TagId::Link:
    case TagId::Meta:
    case TagId::Title:
    case TagId::Script:
    case TagId::Style:
    case TagId::Noscript:
    case TagId::Noframes:
    case TagId::Template:
        return true;
    default:
        return false;
    }
}

bool isApart(TagId id)
{
    return id == TagId::Nav || id == TagId::Header || id == TagId::Footer;
}

void addOnce(const std::string &item, std::vector<std::string> &list)
{
    if (list.size() < MostListed && std::ranges::find(list, item) == list.end())
        list.push_back(item);
}

bool hasText(const Tag &tag, std::string_view attribute)
{
    return !trimmed(find(tag, attribute).value_or("")).empty();
}

bool isBlank(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t space = html::spaceLength(text);
        if (space == 0)
            return false;
        text.remove_prefix(space);
    }
    return true;
}

bool isLong(std::string_view alt)
{
    return alt.size() > LongestAlt &&
           collapsed(alt, LongestAlt).size() < collapsed(alt, LongestAlt + 1).size();
}

} // namespace

PageSurvey::PageSurvey(PageDetails &details)
    : m_details(details)
{
}

void PageSurvey::startTag(const Tag &tag, bool inSvg)
{
    ++m_details.elements;
    m_isNamed = m_isNamed || hasText(tag, "aria-label") || hasText(tag, "aria-labelledby");
    if (inSvg)
        return;
    noteHead(tag);
    if (isApart(tag.id) && !tag.selfClosing)
        ++m_apart;
    switch (tag.id) {
    case TagId::Title:
        ++m_details.titles;
        m_details.titleOutsideHead = m_details.titleOutsideHead || m_inBody;
        break;
    case TagId::Meta:
        return readMeta(tag);
    case TagId::Link:
        return readLink(tag);
    case TagId::A:
        return readAnchor(tag);
    case TagId::Img:
        return readImage(tag);
    case TagId::Script:
        m_inData = lowered(find(tag, "type").value_or("")).starts_with("application/ld+json");
        m_data.clear();
        break;
    case TagId::Input:
        m_details.asksPassword =
            m_details.asksPassword || equalsNoCase(trimmed(find(tag, "type").value_or("")), "password");
        break;
    default:
        if (tag.id >= TagId::H1 && tag.id <= TagId::H6)
            readHeading(1 + int(tag.id) - int(TagId::H1));
    }
}

void PageSurvey::endTag(const Tag &tag)
{
    if (isApart(tag.id))
        m_apart = std::max(0, m_apart - 1);
    if (tag.id == TagId::Script && m_inData)
        readData();
}

void PageSurvey::noteHead(const Tag &tag)
{
    m_inBody = m_inBody || !isOfHead(tag.id);
}

void PageSurvey::text(std::string_view piece)
{
    m_inBody = m_inBody || !isBlank(piece);
    if (m_apart > 0)
        m_apartBytes += piece.size();
    else
        m_main.append(piece);
}

void PageSurvey::rawText(std::string_view piece)
{
    if (m_inData && m_data.size() < LongestData)
        m_data += piece;
}

void PageSurvey::silentAnchor()
{
    m_details.emptyAnchors += m_isNamed ? 0 : 1;
}

void PageSurvey::readMeta(const Tag &tag)
{
    const std::string name = lowered(find(tag, "name").value_or(find(tag, "property").value_or("")));
    const std::string_view content = find(tag, "content").value_or("");
    if (name.empty())
        return;
    if (name == "description") {
        ++m_details.descriptions;
        m_details.descriptionOutsideHead = m_details.descriptionOutsideHead || m_inBody;
    } else if (name == "robots" || name == "linnet") {
        m_details.hasMetaRobots = true;
        m_details.robotsOutsideHead = m_details.robotsOutsideHead || m_inBody;
    } else if (name == "viewport") {
        m_details.hasViewport = true;
        m_details.viewport = collapsed(content, LongestRule);
    } else if (isBot(name) && m_details.bots.size() < MostListed) {
        m_details.bots.push_back({name, lowered(content)});
    } else if (name.starts_with("og:") && !trimmed(content).empty()) {
        addOnce(name.substr(3), m_details.openGraph);
    } else if (name.starts_with("twitter:") && !trimmed(content).empty()) {
        addOnce(name.substr(8), m_details.twitter);
    }
}

void PageSurvey::readLink(const Tag &tag)
{
    const std::string rel = lowered(find(tag, "rel").value_or(""));
    if (m_inBody) {
        m_details.canonicalOutsideHead = m_details.canonicalOutsideHead || hasToken(rel, "canonical");
        m_details.alternateOutsideHead =
            m_details.alternateOutsideHead || (hasToken(rel, "alternate") && find(tag, "hreflang"));
    }
    if (m_details.icon.empty() && hasToken(rel, "icon"))
        m_details.icon = cutView(trimmed(find(tag, "href").value_or("")), LongestIcon);
}

void PageSurvey::readAnchor(const Tag &tag)
{
    m_isNamed = hasText(tag, "aria-label") || hasText(tag, "aria-labelledby") || hasText(tag, "title") ||
                equalsNoCase(trimmed(find(tag, "aria-hidden").value_or("")), "true");
    const auto href = find(tag, "href");
    const std::string_view address = trimmed(href.value_or(""));
    const bool isScript =
        html::startsWithNoCase(address, "javascript:") || ((!href || address == "#") && find(tag, "onclick"));
    m_details.scriptLinks += isScript ? 1 : 0;
}

void PageSurvey::readImage(const Tag &tag)
{
    ++m_details.images;
    if (const auto alt = find(tag, "alt")) {
        m_details.imagesEmptyAlt += isBlank(*alt) ? 1 : 0;
        m_details.imagesLongAlt += isLong(*alt) ? 1 : 0;
    } else {
        ++m_details.imagesNoAlt;
    }
    const std::string_view style = find(tag, "style").value_or("");
    const bool isSized = (find(tag, "width") && find(tag, "height")) ||
                         style.find("width") != std::string_view::npos ||
                         style.find("height") != std::string_view::npos;
    m_details.imagesNoSize += isSized ? 0 : 1;
    m_isNamed = m_isNamed || hasText(tag, "alt") || hasText(tag, "title");
}

void PageSurvey::readHeading(int level)
{
    m_details.h1 += level == 1 ? 1 : 0;
    m_details.h2 += level == 2 ? 1 : 0;
    if (m_details.headingSkip.empty() && level > m_level + 1)
        m_details.headingSkip =
            (m_level > 0 ? "h" + std::to_string(m_level) + " > h" : "> h") + std::to_string(level);
    m_level = level;
}

void PageSurvey::readData()
{
    m_inData = false;
    if (m_data.size() >= LongestData || isBlank(m_data))
        return;
    if (!readStructuredData(m_data, m_details.dataTypes, m_details.jobs))
        ++m_details.brokenData;
}

void PageSurvey::finish(std::size_t pageBytes)
{
    m_main.gap();
    m_details.mainWords = m_main.words();
    m_details.textHash = m_main.hash();
    m_details.simHash = m_main.simHash();
    m_details.hasFillerText = m_main.hasFiller();
    if (pageBytes > 0)
        m_details.textShare = double(m_main.bytes() + m_apartBytes) / double(pageBytes);
}

} // namespace linnet::links
