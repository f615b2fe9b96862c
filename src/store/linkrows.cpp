// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/linkrows.h"

namespace linnet::store {

void LinkRows::add(const Link &link)
{
    m_links.push_back({link.element, link.area, link.target, quint32(link.anchor.size()),
                       quint32(link.rel.size()), link.fragment ? quint32(link.fragment->size()) : None,
                       link.line, link.nofollow, link.internal});
    m_texts += link.anchor;
    m_texts += link.rel;
    if (link.fragment)
        m_texts += *link.fragment;
}

qint64 LinkRows::bytes() const
{
    return qint64(sizeof *this + m_links.size() * sizeof(Packed) + m_texts.size() +
                  targets.size() * sizeof(qint64));
}

std::string_view LinkRows::Reader::text(quint32 length)
{
    const size_t begin = m_text;
    m_text += length;
    return std::string_view(m_rows.m_texts).substr(begin, length);
}

LinkRows::Link LinkRows::Reader::next()
{
    const Packed &packed = m_rows.m_links[m_next++];
    Link link;
    link.target = packed.target;
    link.element = packed.element;
    link.area = packed.area;
    link.anchor = text(packed.anchor);
    link.rel = text(packed.rel);
    if (packed.fragment != None)
        link.fragment = text(packed.fragment);
    link.line = packed.line;
    link.nofollow = packed.nofollow;
    link.internal = packed.internal;
    return link;
}

} // namespace linnet::store
