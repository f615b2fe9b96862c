// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/dictionarychoices.h"

#include "vacancies/currentdictionary.h"
#include "vacancies/search/sources.h"

#include <QCollator>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using vacancies::Dictionary;
using vacancies::DictionaryNode;

namespace {

constexpr auto Moscow = "1"_L1;
constexpr auto SaintPetersburg = "2"_L1;

/// Puts the choices of a dictionary in tree order: below each parent its children, by name, but the two
/// capitals, which are looked for most, before all others. The top is in the dictionary's order.
class ChoiceTree
{
public:
    ChoiceTree(const Dictionary &dictionary, const QLocale &locale)
        : m_locale(locale)
    {
        for (const DictionaryNode &node : dictionary.nodes())
            m_children[node.parentId].push_back(&node);
        m_choices.reserve(dictionary.nodes().size());
        const QCollator collator{locale};
        for (auto siblings = m_children.begin(); siblings != m_children.end(); ++siblings) {
            if (!siblings.key().isEmpty())
                sort(*siblings, collator);
        }
        append({}, -1);
    }

    std::vector<Choice> take() { return std::move(m_choices); }

private:
    using Nodes = std::vector<const DictionaryNode *>;

    void sort(Nodes &nodes, const QCollator &collator) const
    {
        const auto rank = [](const DictionaryNode &node) {
            return node.id == Moscow ? 0 : node.id == SaintPetersburg ? 1 : 2;
        };
        struct Place
        {
            int rank;
            QCollatorSortKey key;
            const DictionaryNode *node;
        };
        std::vector<Place> places;
        places.reserve(nodes.size());
        for (const DictionaryNode *node : nodes)
            places.push_back({rank(*node), collator.sortKey(node->name(m_locale)), node});
        std::ranges::sort(places, [](const Place &one, const Place &other) {
            return one.rank != other.rank ? one.rank < other.rank : one.key < other.key;
        });
        std::ranges::transform(places, nodes.begin(), &Place::node);
    }

    void append(const QString &parentId, int parent)
    {
        const auto siblings = m_children.constFind(parentId);
        if (siblings == m_children.constEnd())
            return;
        for (const DictionaryNode *node : *siblings) {
            const QString name = node->name(m_locale);
            const QString other = name == node->russian ? node->english : node->russian;
            m_choices.push_back({node->id, name, parent, Dictionary::isSelectable(*node), other});
            append(node->id, int(m_choices.size()) - 1);
        }
    }

    QLocale m_locale;
    QHash<QString, Nodes> m_children; ///< by parent
    std::vector<Choice> m_choices;
};

} // namespace

std::vector<Choice> dictionaryChoices(Dictionary::Kind kind, const QLocale &locale)
{
    return ChoiceTree(vacancies::currentDictionary(kind), locale).take();
}

bool isLongDictionary(Dictionary::Kind kind)
{
    constexpr size_t Many = 2000;
    return vacancies::currentDictionary(kind).nodes().size() > Many;
}

QString dictionaryName(Dictionary::Kind kind, const QString &id)
{
    return vacancies::currentDictionary(kind).name(id, QLocale());
}

std::vector<Choice> sourceChoices()
{
    std::vector<Choice> result;
    for (const vacancies::VacancySource *source : vacancies::allSources())
        result.push_back({.id = source->id(), .title = source->shortTitle()});
    return result;
}

VacanciesNames dictionaryNames()
{
    VacanciesNames names;
    names.area = [](const QString &id) { return dictionaryName(Dictionary::Kind::HhAreas, id); };
    names.role = [](const QString &id) { return dictionaryName(Dictionary::Kind::HhRoles, id); };
    names.industry = [](const QString &id) { return dictionaryName(Dictionary::Kind::HhIndustries, id); };
    names.toSource = [](const QString &id, const QStringList &chosen) {
        const vacancies::VacancySource *source = vacancies::sourceById(id);
        return source ? source->toSource(chosen) : std::nullopt;
    };
    names.fromSource = [](const QString &id, const QStringList &regions) {
        const vacancies::VacancySource *source = vacancies::sourceById(id);
        return source ? source->fromSource(regions) : QStringList();
    };
    return names;
}

} // namespace linnet::gui
