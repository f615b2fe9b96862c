// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/regionwords.h"

#include "base/textfold.h"
#include "vacancies/currentdictionary.h"
#include "vacancies/query.h"
#include "vacancies/search/sources.h"

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

RegionWords::RegionWords(const QStringList &sourceIds)
{
    for (const QString &id : sourceIds) {
        if (const VacancySource *source = sourceById(id))
            m_sources.push_back(source);
    }
    m_names =
        m_sources.size() == 1 ? &m_sources.front()->regions() : &currentDictionary(Dictionary::Kind::HhAreas);
    for (const DictionaryNode &node : m_names->nodes()) {
        for (const QString &name : {node.russian, node.english}) {
            QStringList &ids = m_ids[foldText(name.simplified())];
            if (!ids.contains(node.id))
                ids.append(node.id);
        }
    }
}

Result<ListedPlace> RegionWords::find(const QString &words)
{
    const auto known = m_known.constFind(words);
    if (known != m_known.constEnd())
        return *known;
    Result<ListedPlace> found = look(words);
    m_known.insert(words, found);
    return found;
}

Result<QString> RegionWords::idOf(const QString &word) const
{
    if (m_names->byId(word))
        return word;
    const QStringList ids = m_ids.value(foldText(word));
    if (ids.size() > 1)
        return fail(
            Reason::BadValue,
            tr("There are several regions called “%1”; their numbers are %2.").arg(word, ids.join(u", ")));
    if (ids.size() == 1)
        return ids.front();
    // Sources have more numbers than are known here.
    if (std::ranges::all_of(word, [](QChar c) { return c.isDigit() || c == u'o'; }) && word.back().isDigit())
        return word;
    return fail(Reason::BadValue, tr("No region is called “%1”.").arg(word));
}

QString RegionWords::nameOf(const QString &id) const
{
    if (const DictionaryNode *node = m_names->byId(id))
        return node->russian;
    if (m_sources.size() == 1) {
        const QStringList same = m_sources.front()->fromSource({id});
        const Dictionary &common = currentDictionary(Dictionary::Kind::HhAreas);
        if (const DictionaryNode *node = same.isEmpty() ? nullptr : common.byId(same.front()))
            return node->russian;
    }
    return id;
}

Result<ListedPlace> RegionWords::look(const QString &words) const
{
    QStringList ids;
    QStringList names;
    for (const QString &word : words.split(u',', Qt::SkipEmptyParts)) {
        const auto id = word.trimmed().isEmpty() ? Result<QString>(QString()) : idOf(word.trimmed());
        if (!id)
            return std::unexpected(id.error());
        if (id->isEmpty() || ids.contains(*id))
            continue;
        ids.append(*id);
        names.append(nameOf(*id));
    }
    if (ids.isEmpty())
        return fail(Reason::BadValue, tr("No region is called “%1”.").arg(words));
    ListedPlace place{{}, names.join(u", ")};
    for (const VacancySource *source : m_sources) {
        const std::optional<QStringList> own = m_sources.size() == 1 ? ids : source->toSource(ids);
        if (!own)
            return fail(Reason::BadValue, tr("%1 has no such region: %2.").arg(source->shortTitle(), words));
        Query query;
        query.areas = *own;
        if (const auto usable = query.validate(); !usable)
            return std::unexpected(usable.error());
        if (const auto usable = source->checkRegions(*own); !usable)
            return std::unexpected(usable.error());
        place.areas.push_back(*own);
    }
    return place;
}

} // namespace linnet::vacancies
