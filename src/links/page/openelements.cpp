// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/openelements.h"

#include "html/ascii.h"
#include "links/page/tagattributes.h"

#include <algorithm>

namespace linnet::links {

using html::Tag;
using html::TagId;

namespace {

bool isVoid(TagId id)
{
    switch (id) {
    case TagId::Area:
    case TagId::Base:
    case TagId::Br:
    case TagId::Col:
    case TagId::Embed:
    case TagId::Frame:
    case TagId::Hr:
    case TagId::Img:
    case TagId::Input:
    case TagId::Link:
    case TagId::Meta:
    case TagId::Param:
    case TagId::Source:
    case TagId::Track:
    case TagId::Wbr:
        return true;
    default:
        return false;
    }
}

bool isCell(TagId id)
{
    return id == TagId::Td || id == TagId::Th;
}

bool isRowGroup(TagId id)
{
    return id == TagId::Tbody || id == TagId::Thead || id == TagId::Tfoot;
}

bool isTerm(TagId id)
{
    return id == TagId::Dd || id == TagId::Dt;
}

bool endsParagraph(TagId id)
{
    switch (id) {
    case TagId::Br:
    case TagId::Caption:
    case TagId::Legend:
    case TagId::Optgroup:
    case TagId::Option:
    case TagId::Select:
    case TagId::Textarea:
    case TagId::Title:
        return false;
    default:
        return html::isBlock(id) || isCell(id);
    }
}

/// Whether the start of one element is the end of another that has no end tag (HTML, 13.1.2.4).
bool endsWith(TagId open, TagId next)
{
    switch (open) {
    case TagId::P:
        return endsParagraph(next);
    case TagId::Li:
    case TagId::Optgroup:
        return next == open;
    case TagId::Dd:
    case TagId::Dt:
        return isTerm(next);
    case TagId::Option:
        return next == TagId::Option || next == TagId::Optgroup;
    case TagId::Td:
    case TagId::Th:
        return isCell(next) || next == TagId::Tr || isRowGroup(next);
    case TagId::Tr:
        return next == TagId::Tr || isRowGroup(next);
    case TagId::Tbody:
    case TagId::Thead:
    case TagId::Tfoot:
        return isRowGroup(next);
    case TagId::Head:
        return next == TagId::Body;
    default:
        return false;
    }
}

/// An end tag within a cell, a table or an object does not end what stands around that.
bool isBarrier(TagId open, TagId ended)
{
    const bool isOfTable = ended == TagId::Table || ended == TagId::Tr || isRowGroup(ended) || isCell(ended);
    return open == TagId::Table || open == TagId::Object || (isCell(open) && !isOfTable);
}

/// By WAI-ARIA; None when the element does not say.
Area areaOfRole(const Tag &tag)
{
    constexpr std::pair<std::string_view, Area> Roles[] = {
        {"navigation", Area::Nav},      {"banner", Area::Header},      {"main", Area::Main},
        {"complementary", Area::Aside}, {"contentinfo", Area::Footer},
    };
    const auto role = find(tag, "role");
    if (!role)
        return Area::None;
    const std::string_view first = trimmed(*role).substr(0, trimmed(*role).find(' '));
    const auto known =
        std::ranges::find_if(Roles, [first](const auto &each) { return equalsNoCase(first, each.first); });
    return known == std::end(Roles) ? Area::None : known->second;
}

} // namespace

/// Header and footer are those of the page only where no section has them (HTML-AAM).
OpenElements::Open OpenElements::opened(const Tag &tag) const
{
    Open open = m_depth > 0 ? m_open[m_depth - 1] : Open();
    open.id = tag.id;
    const bool isInSection = open.isInSection;
    switch (tag.id) {
    case TagId::Nav:
        open.area = Area::Nav;
        open.isInSection = true;
        break;
    case TagId::Main:
        open.area = Area::Main;
        open.isInSection = true;
        break;
    case TagId::Aside:
        open.area = Area::Aside;
        open.isInSection = true;
        break;
    case TagId::Article:
    case TagId::Section:
        open.isInSection = true;
        break;
    case TagId::Header:
        open.area = isInSection ? open.area : Area::Header;
        break;
    case TagId::Footer:
        open.area = isInSection ? open.area : Area::Footer;
        break;
    default:
        break;
    }
    if (!tag.attributes.empty()) {
        const Area said = areaOfRole(tag);
        open.area = said == Area::None ? open.area : said;
    }
    return open;
}

void OpenElements::start(const Tag &tag, bool isWhole)
{
    endImplied(tag.id);
    m_deepest = std::max(m_deepest, int(m_depth) + m_beyond + 1);
    if (isWhole || isVoid(tag.id))
        return;
    if (m_depth == Deepest) {
        ++m_beyond;
        return;
    }
    m_open[m_depth] = opened(tag);
    ++m_depth;
    ++m_counts[std::size_t(tag.id)];
}

void OpenElements::endImplied(TagId next)
{
    while (m_depth > 0 && m_beyond == 0 && endsWith(m_open[m_depth - 1].id, next))
        pop();
}

void OpenElements::end(TagId id)
{
    if (m_beyond > 0 && !isVoid(id)) {
        --m_beyond;
        return;
    }
    if (m_counts[std::size_t(id)] == 0)
        return;
    std::size_t at = m_depth - 1;
    while (m_open[at].id != id) {
        if (isBarrier(m_open[at].id, id))
            return;
        --at;
    }
    while (m_depth > at)
        pop();
}

void OpenElements::pop()
{
    --m_depth;
    --m_counts[std::size_t(m_open[m_depth].id)];
}

} // namespace linnet::links
