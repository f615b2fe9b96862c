// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/proxypage.h"

#include "html/htmltext.h"
#include "html/htmltokenizer.h"
#include "proxies/list/proxytable.h"

#include <algorithm>
#include <string>
#include <vector>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Takes the tables out of a page, nested ones too.
class TableSink
{
public:
    explicit TableSink(ProxyScheme fallback)
        : m_fallback(fallback)
    {
    }

    void text(std::string_view piece)
    {
        if (!m_open.empty() && m_open.back().inCell && !m_skipping)
            m_open.back().cell += piece;
    }

    void startTag(const html::Tag &tag)
    {
        m_skipping = tag.name == "script" || tag.name == "style";
        if (tag.name == "table") {
            m_open.emplace_back(m_fallback);
        } else if (m_open.empty()) {
            return;
        } else if (tag.name == "tr") {
            endRow();
        } else if (tag.name == "td" || tag.name == "th") {
            endCell();
            m_open.back().inCell = true;
            m_open.back().span = spanOf(tag);
        } else if (tag.name == "br") {
            text(" ");
        }
    }

    void endTag(const html::Tag &tag)
    {
        m_skipping = false;
        if (m_open.empty())
            return;
        if (tag.name == "td" || tag.name == "th")
            endCell();
        else if (tag.name == "tr")
            endRow();
        else if (tag.name == "table")
            endTable();
    }

    void comment(std::string_view) {}
    void doctype(const html::Doctype &) {}

    /// Null when no table has proxies.
    std::optional<ProxyList> take()
    {
        while (!m_open.empty())
            endTable();
        return std::move(m_found);
    }

private:
    struct Open
    {
        explicit Open(ProxyScheme fallback)
            : table(fallback)
        {
        }

        ProxyTable table;
        QStringList row;
        std::string cell;
        bool inCell = false;
        int span = 1;
    };

    static int spanOf(const html::Tag &tag)
    {
        for (const html::Attribute &attribute : tag.attributes) {
            if (attribute.name == "colspan")
                return std::clamp(
                    QByteArray(attribute.value.data(), qsizetype(attribute.value.size())).toInt(), 1, 50);
        }
        return 1;
    }

    void endCell()
    {
        Open &open = m_open.back();
        if (!open.inCell)
            return;
        open.row.append(QString::fromStdString(open.cell).simplified());
        for (int i = 1; i < open.span; ++i)
            open.row.append(QString());
        open.cell.clear();
        open.inCell = false;
    }

    void endRow()
    {
        endCell();
        Open &open = m_open.back();
        if (!open.row.isEmpty())
            open.table.addRow(open.row);
        open.row.clear();
    }

    void endTable()
    {
        endRow();
        ProxyTable &table = m_open.back().table;
        if (table.hasColumns()) {
            const ProxyList list = table.take();
            if (!m_found) {
                m_found = list;
            } else {
                m_found->places += list.places;
                for (const ProxyList::Entry &entry : list.entries)
                    m_found->add(entry.proxy, entry.place);
                m_found->problems += list.problems;
            }
        }
        m_open.pop_back();
    }

    ProxyScheme m_fallback;
    std::vector<Open> m_open;
    std::optional<ProxyList> m_found;
    bool m_skipping = false;
};

/// "at:80" in running text is hardly a proxy.
bool isPlainWord(const LineReading &reading)
{
    const QString &host = reading.proxies.first().host;
    return !host.contains(u'.') && !host.contains(u':') && host != "localhost"_L1;
}

ProxyList readText(QStringView page, ProxyScheme fallback)
{
    ProxyList list;
    list.form = ListForm::Table;
    int place = 0;
    const QString text = html::readableText(page);
    for (const QStringView line : QStringView(text).split(u'\n')) {
        ++place;
        // Lines are joined in text areas that were written for browsers.
        for (const QStringView word : line.split(u' ', Qt::SkipEmptyParts)) {
            const LineReading reading = readProxyLine(word, fallback);
            if (reading.fault != LineFault::None || reading.proxies.isEmpty() || isPlainWord(reading))
                continue;
            ++list.places;
            list.addReading(reading, place, word);
        }
    }
    if (list.entries.isEmpty())
        list.problems.append({1, {}, LineFault::NoList, {}, {}});
    return list;
}

} // namespace

ProxyList readProxyPage(QStringView page, ProxyScheme fallback)
{
    const QByteArray bytes = page.toUtf8();
    TableSink sink(fallback);
    html::HtmlTokenizer tokenizer(sink);
    tokenizer.run({bytes.constData(), std::size_t(bytes.size())}, true);
    if (auto found = sink.take(); found && !found->entries.isEmpty())
        return *std::move(found);
    return readText(page, fallback);
}

} // namespace linnet::proxies
