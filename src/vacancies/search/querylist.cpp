// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/querylist.h"

#include <QHash>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Puts queries into a list, each once.
class Filler
{
public:
    explicit Filler(QueryList &list)
        : m_list(list)
    {
    }

    /// False when there is no room. line: where it stands, 0 = nowhere.
    bool add(const QStringList &texts, const std::vector<ListedPlace> &places, int line)
    {
        bool isNew = false;
        int firstLine = 0;
        for (const QString &text : texts) {
            for (const ListedPlace &place : places) {
                ListedQuery query{text, place.areas, place.region};
                const QString key = query.toLine().section(u'\t', 0, 1);
                if (const auto known = m_lines.constFind(key); known != m_lines.constEnd()) {
                    firstLine = *known;
                    continue;
                }
                if (m_list.queries.size() >= QueryList::Most)
                    return false;
                m_lines.insert(key, line);
                m_list.queries.push_back(std::move(query));
                isNew = true;
            }
        }
        if (!isNew && line > 0)
            m_list.repeated.append({line, firstLine});
        return true;
    }

private:
    QueryList &m_list;
    QHash<QString, int> m_lines; ///< of those that are there, by text and numbers of the regions
};

} // namespace

QueryList QueryList::of(const QueryLines &lines, const QStringList &texts,
                        const std::vector<ListedPlace> &places, RegionWords &regions)
{
    QueryList list{{}, lines.refused, {}, lines.ignored};
    Filler filler(list);
    const std::vector<ListedPlace> elsewhere = places.empty() ? std::vector{regions.everywhere()} : places;
    if (lines.hasTexts)
        filler.add(texts, elsewhere, 0);
    for (const QueryLines::Line &line : lines.lines) {
        std::vector<ListedPlace> there = elsewhere;
        if (!line.area.isEmpty()) {
            auto place = regions.find(line.area);
            if (!place) {
                list.refused.push_back({line.line,
                                        line.text.isEmpty() ? line.area : line.text + u", "_s + line.area,
                                        place.error().detail});
                continue;
            }
            there = {std::move(*place)};
        }
        const QStringList asked = lines.hasTexts    ? QStringList{line.text}
                                  : texts.isEmpty() ? QStringList{QString()}
                                                    : texts;
        if (!filler.add(asked, there, line.line))
            list.refused.push_back(
                {line.line, line.text,
                 QueryLines::tr("The list is longer than %n search(es).", nullptr, int(Most))});
    }
    return list;
}

} // namespace linnet::vacancies
