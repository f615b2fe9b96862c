// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/dictionary.h"

#include "base/textfold.h"

#include <QFile>
#include <QSet>

#include <algorithm>

// A static library's resources are not registered by themselves; the macro needs the global namespace.
static void registerDictionaries()
{
    Q_INIT_RESOURCE(dictionaries);
}

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView CategoryPrefix = "category."_L1;

QLatin1StringView nameOf(Dictionary::Kind kind)
{
    switch (kind) {
    case Dictionary::Kind::HhAreas:
        return "hh_areas"_L1;
    case Dictionary::Kind::HhRoles:
        return "hh_roles"_L1;
    case Dictionary::Kind::Experience:
        return "experience"_L1;
    case Dictionary::Kind::WorkFormat:
        return "work_format"_L1;
    case Dictionary::Kind::Employment:
        return "employment"_L1;
    case Dictionary::Kind::Currencies:
        return "currencies"_L1;
    }
    return {};
}

/// How well a node fits a folded text; 0 = not at all.
int fit(const DictionaryNode &node, const QString &folded)
{
    int best = 0;
    for (const QString &name : {node.russian, node.english, node.id}) {
        const QString foldedName = foldText(name);
        const qsizetype at = foldedName.indexOf(folded);
        if (at < 0)
            continue;
        const bool atWord = at == 0 || !foldedName[at - 1].isLetterOrNumber();
        best = std::max(best, foldedName.size() == folded.size() ? 4 : at == 0 ? 3 : atWord ? 2 : 1);
    }
    return best;
}

} // namespace

QString DictionaryNode::name(const QLocale &locale) const
{
    return locale.language() == QLocale::Russian ? russian : english;
}

Dictionary Dictionary::load(Kind kind)
{
    return load(nameOf(kind));
}

Dictionary Dictionary::load(QLatin1StringView name)
{
    registerDictionaries();
    QFile file(u":/dictionaries/%1.tsv"_s.arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened); // part of the program
    return fromTsv(opened ? file.readAll() : QByteArray());
}

Dictionary Dictionary::fromTsv(const QByteArray &tsv)
{
    Dictionary result;
    for (const QString &line : QString::fromUtf8(tsv).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList fields = line.split(u'\t');
        if (line.startsWith(u'#') || fields.size() != 4)
            continue;
        const QString parent = fields[1].isEmpty() ? QString() : fields[1];
        result.m_nodes.push_back({fields[0], parent, fields[2], fields[3]});
    }
    return result;
}

std::vector<const DictionaryNode *> Dictionary::children(const QString &parentId) const
{
    std::vector<const DictionaryNode *> result;
    for (const DictionaryNode &node : m_nodes) {
        if (node.parentId == parentId)
            result.push_back(&node);
    }
    return result;
}

const DictionaryNode *Dictionary::byId(const QString &id) const
{
    const auto found = std::find_if(m_nodes.begin(), m_nodes.end(),
                                    [&](const DictionaryNode &node) { return node.id == id; });
    return found == m_nodes.end() ? nullptr : &*found;
}

QString Dictionary::name(const QString &id, const QLocale &locale) const
{
    const DictionaryNode *node = byId(id);
    return node ? node->name(locale) : id;
}

std::vector<const DictionaryNode *> Dictionary::find(const QString &text) const
{
    const QString folded = foldText(text.simplified());
    std::vector<std::pair<int, const DictionaryNode *>> fitting;
    QSet<QString> seen;
    for (const DictionaryNode &node : m_nodes) {
        const int how = fit(node, folded);
        if (how > 0 && !seen.contains(node.id)) {
            seen.insert(node.id);
            fitting.emplace_back(folded.isEmpty() ? 0 : how, &node);
        }
    }
    std::stable_sort(fitting.begin(), fitting.end(),
                     [](const auto &left, const auto &right) { return left.first > right.first; });
    std::vector<const DictionaryNode *> result;
    for (const auto &[how, node] : fitting)
        result.push_back(node);
    return result;
}

bool Dictionary::isSelectable(const DictionaryNode &node)
{
    return !node.id.startsWith(CategoryPrefix);
}

} // namespace linnet::vacancies
