// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/dictionary.h"

#include "base/textfold.h"

#include <QFile>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

// A static library's resources are not registered by themselves; the macro needs the global namespace.
static void registerDictionaries()
{
    Q_INIT_RESOURCE(dictionaries);
}

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView CategoryPrefix = "category."_L1;
constexpr const char *FormerMark = "former";

/// The fields of a line, as many as fit; how many there are.
int fieldsOf(QByteArrayView line, std::array<QByteArrayView, 5> &fields)
{
    int count = 0;
    for (qsizetype from = 0; from <= line.size(); ++count) {
        qsizetype end = line.indexOf('\t', from);
        end = end < 0 ? line.size() : end;
        if (count < int(fields.size()))
            fields[size_t(count)] = line.sliced(from, end - from);
        from = end + 1;
    }
    return count;
}

void appendLine(QByteArray &tsv, const DictionaryNode &node, QByteArrayView mark)
{
    for (const QString *field : {&node.id, &node.parentId, &node.russian}) {
        tsv += field->toUtf8();
        tsv += '\t';
    }
    tsv += node.english.toUtf8();
    tsv += mark;
    tsv += '\n';
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

QLatin1StringView Dictionary::nameOf(Kind kind)
{
    switch (kind) {
    case Kind::HhAreas:
        return "hh_areas"_L1;
    case Kind::HhRoles:
        return "hh_roles"_L1;
    case Kind::HhIndustries:
        return "hh_industries"_L1;
    case Kind::Experience:
        return "experience"_L1;
    case Kind::WorkFormat:
        return "work_format"_L1;
    case Kind::Employment:
        return "employment"_L1;
    case Kind::Currencies:
        return "currencies"_L1;
    }
    return {};
}

Dictionary Dictionary::load(Kind kind)
{
    return kind == Kind::HhIndustries ? Dictionary() : load(nameOf(kind));
}

Dictionary Dictionary::load(QLatin1StringView name)
{
    registerDictionaries();
    QFile file(u":/dictionaries/%1.tsv"_s.arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened); // part of the program
    return fromTsv(opened ? file.readAll() : QByteArray());
}

Dictionary Dictionary::fromNodes(std::vector<DictionaryNode> nodes)
{
    Dictionary result;
    result.m_nodes = std::move(nodes);
    return result;
}

Dictionary Dictionary::inBothLanguages(const Dictionary &russian, const Dictionary &english)
{
    QHash<QString, QString> names;
    names.reserve(qsizetype(english.m_nodes.size()));
    for (const DictionaryNode &node : english.m_nodes)
        names.insert(node.id, node.english);
    Dictionary result = fromNodes(russian.m_nodes);
    for (DictionaryNode &node : result.m_nodes) {
        const QString name = names.value(node.id);
        node.english = name.isEmpty() || name == node.russian ? node.russian : name; // one text for both
    }
    return result;
}

Dictionary Dictionary::fromTsv(const QByteArray &tsv)
{
    Dictionary result;
    result.m_nodes.reserve(size_t(tsv.count('\n')) + 1);
    std::array<QByteArrayView, 5> fields;
    for (qsizetype from = 0; from < tsv.size();) {
        qsizetype end = tsv.indexOf('\n', from);
        end = end < 0 ? tsv.size() : end;
        const QByteArrayView line = QByteArrayView(tsv).sliced(from, end - from);
        from = end + 1;
        const int count = line.startsWith('#') ? 0 : fieldsOf(line, fields);
        const bool isFormer = count == 5 && fields[4] == FormerMark;
        if (count != 4 && !isFormer)
            continue;
        const auto text = [&fields](size_t at) { return QString::fromUtf8(fields[at]); };
        DictionaryNode node{text(0), fields[1].isEmpty() ? QString() : text(1), text(2), {}};
        node.english = fields[3] == fields[2] ? node.russian : text(3); // one text for both
        (isFormer ? result.m_former : result.m_nodes).push_back(std::move(node));
    }
    return result;
}

QByteArray Dictionary::toTsv() const
{
    QByteArray tsv;
    for (const DictionaryNode &node : m_nodes)
        appendLine(tsv, node, {});
    for (const DictionaryNode &node : m_former)
        appendLine(tsv, node, '\t' + QByteArray(FormerMark));
    return tsv;
}

void Dictionary::rememberFrom(const Dictionary &older)
{
    QSet<QString> known;
    known.reserve(qsizetype(m_nodes.size() + m_former.size()));
    for (const auto *nodes : {&m_nodes, &m_former}) {
        for (const DictionaryNode &node : *nodes)
            known.insert(node.id);
    }
    for (const auto *nodes : {&older.m_nodes, &older.m_former}) {
        for (const DictionaryNode &node : *nodes) {
            if (!known.contains(node.id)) {
                known.insert(node.id);
                m_former.push_back(node);
            }
        }
    }
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
    for (const auto *nodes : {&m_nodes, &m_former}) {
        if (const auto found = std::ranges::find(*nodes, id, &DictionaryNode::id); found != nodes->end())
            return &*found;
    }
    return nullptr;
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
