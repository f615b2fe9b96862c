// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linnet::store {

/// The links of one page, rows of linkSchema(), packed: pages have thousands, and they go from the thread
/// that reads the page to the one that stores them without a copy of their texts. All texts are UTF-8.
class LinkRows
{
public:
    struct Link
    {
        quint32 target = 0;        ///< index into `targets`
        QLatin1StringView element; ///< a literal: it is not copied
        std::string_view anchor;   ///< "" is stored as null, here and in rel
        std::string_view rel;
        std::optional<std::string_view> fragment;
        int line = 0;
        bool nofollow = false;
        bool internal = false;
        QLatin1StringView area = {}; ///< a literal, too; "" is stored as null
    };

    void reserve(qsizetype links)
    {
        constexpr size_t Usual = 40; // bytes of texts in a link
        m_links.reserve(size_t(links));
        m_texts.reserve(size_t(links) * Usual);
    }
    void add(const Link &link);

    qint64 count() const { return qint64(m_links.size()); }
    qint64 bytes() const;

    qint64 page = 0;             ///< number of the address that holds the links
    std::vector<qint64> targets; ///< numbers of the addresses they name; may be given last

    /// The links in the order in which they were added; the views live as long as the rows.
    class Reader
    {
    public:
        explicit Reader(const LinkRows &rows)
            : m_rows(rows)
        {
        }
        bool atEnd() const { return m_next == m_rows.m_links.size(); }
        Link next();

    private:
        std::string_view text(quint32 length);

        const LinkRows &m_rows;
        size_t m_next = 0;
        size_t m_text = 0;
    };

private:
    static constexpr quint32 None = quint32(-1);

    struct Packed
    {
        QLatin1StringView element;
        QLatin1StringView area;
        quint32 target;
        quint32 anchor; ///< lengths of the texts, which stand in this order in m_texts
        quint32 rel;
        quint32 fragment; ///< None = there is none
        int line;
        bool nofollow;
        bool internal;
    };

    std::vector<Packed> m_links;
    std::string m_texts;
};

} // namespace linnet::store
