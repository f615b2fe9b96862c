// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/dictionarychoices.h"

#include "vacancies/dictionary.h"
#include "vacancies/search/sources.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>
#include <memory>

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

} // namespace

std::vector<Choice> dictionaryChoices(Dictionary::Kind kind)
{
    std::vector<Choice> result;
    append(result, Dictionary::load(kind), {}, -1);
    return result;
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
    const auto areas = std::make_shared<const Dictionary>(Dictionary::load(Dictionary::Kind::HhAreas));
    const auto roles = std::make_shared<const Dictionary>(Dictionary::load(Dictionary::Kind::HhRoles));
    VacanciesNames names;
    names.area = [areas](const QString &id) { return areas->name(id, QLocale()); };
    names.role = [roles](const QString &id) { return roles->name(id, QLocale()); };
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
