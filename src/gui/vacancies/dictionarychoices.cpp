// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/dictionarychoices.h"

#include "table/codetitle.h"
#include "table/vacancyschema.h"
#include "vacancies/dictionary.h"
#include "vacancies/regionmap.h"
#include "vacancies/search/sources.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>
#include <memory>
#include <utility>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using vacancies::Dictionary;
using vacancies::DictionaryNode;

namespace {

constexpr auto Moscow = "1"_L1;
constexpr auto SaintPetersburg = "2"_L1;

/// By name, but the two capitals, which are looked for most, before all others.
void sort(std::vector<const DictionaryNode *> &nodes, const QCollator &collator)
{
    const auto rank = [](const DictionaryNode *node) {
        return node->id == Moscow ? 0 : node->id == SaintPetersburg ? 1 : 2;
    };
    std::ranges::sort(nodes, [&](const DictionaryNode *one, const DictionaryNode *other) {
        if (rank(one) != rank(other))
            return rank(one) < rank(other);
        const QLocale locale = collator.locale();
        return collator.compare(one->name(locale), other->name(locale)) < 0;
    });
}

/// In tree order: below each parent its children. Only what has a parent is sorted; the top is in the
/// dictionary's order.
void append(std::vector<Choice> &choices, const Dictionary &dictionary, const QString &parentId, int parent)
{
    const QCollator collator{QLocale()};
    std::vector<const DictionaryNode *> nodes = dictionary.children(parentId);
    if (parent >= 0)
        sort(nodes, collator);
    for (const DictionaryNode *node : nodes) {
        const QString name = node->name(QLocale());
        const QString other = name == node->russian ? node->english : node->russian;
        choices.push_back({node->id, name, parent, Dictionary::isSelectable(*node), other});
        append(choices, dictionary, node->id, int(choices.size()) - 1);
    }
}

/// Both dictionaries of regions and the way between them; shared by the functions of a VacanciesNames.
struct Regions
{
    Dictionary areas = Dictionary::load(Dictionary::Kind::HhAreas);
    Dictionary roles = Dictionary::load(Dictionary::Kind::HhRoles);
    vacancies::RegionMap map{areas, Dictionary::load(Dictionary::Kind::TrudvsemRegions)};
};

constexpr auto Trudvsem = "trudvsem"_L1;

std::optional<QStringList> toSource(const Regions &regions, const QString &source, const QStringList &areas)
{
    if (source != Trudvsem || areas.isEmpty())
        return areas;
    QStringList result;
    for (const QString &area : areas) {
        const QString code = regions.map.toTrudvsem(area);
        if (!code.isNull() && code.isEmpty())
            return QStringList(); // the whole country
        if (!code.isNull() && !result.contains(code))
            result << code;
    }
    return result.isEmpty() ? std::nullopt : std::optional(result);
}

QStringList fromSource(const Regions &regions, const QString &source, const QStringList &codes)
{
    if (source != Trudvsem)
        return codes;
    QStringList result;
    for (const QString &code : codes) {
        if (const QString area = regions.map.toHh(code); !area.isNull())
            result << area;
    }
    return result;
}

} // namespace

std::vector<Choice> dictionaryChoices(Dictionary::Kind kind)
{
    std::vector<Choice> result;
    append(result, Dictionary::load(kind), {}, -1);
    return result;
}

std::vector<Choice> sourceChoices()
{
    const auto &column =
        table::vacancySchema().columns[size_t(std::to_underlying(table::VacancyColumn::Source))];
    std::vector<Choice> result;
    for (const vacancies::VacancySource *source : vacancies::allSources())
        result.push_back({.id = source->id(), .title = table::codeTitle(column, source->id())});
    return result;
}

VacanciesNames dictionaryNames()
{
    const auto regions = std::make_shared<const Regions>();
    VacanciesNames names;
    names.area = [regions](const QString &id) { return regions->areas.name(id, QLocale()); };
    names.role = [regions](const QString &id) { return regions->roles.name(id, QLocale()); };
    names.toSource = [regions](const QString &source, const QStringList &areas) {
        return toSource(*regions, source, areas);
    };
    names.fromSource = [regions](const QString &source, const QStringList &codes) {
        return fromSource(*regions, source, codes);
    };
    return names;
}

} // namespace linnet::gui
