// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <vector>

namespace linnet::vacancies {

/// One entry of a dictionary. The same id may occur under several parents.
struct DictionaryNode
{
    QString id;       ///< the code that a Query holds
    QString parentId; ///< null = at the top
    QString russian;
    QString english;

    /// Russian for Russian locales, else English.
    QString name(const QLocale &locale) const;
};

/// Names for the codes of a search, bundled with the program: what the form offers. A value; loading takes
/// about a millisecond, reading it is safe in any thread.
class Dictionary
{
public:
    enum class Kind : quint8
    {
        HhAreas,    ///< countries, all subjects of Russia, large cities; ids of hh.ru
        HhRoles,    ///< professional roles by category; ids of hh.ru
        Experience, ///< Query::experience
        WorkFormat, ///< Query::workFormat
        Employment, ///< Query::employment
        Currencies, ///< Query::currency
    };

    static Dictionary load(Kind kind);
    /// One that only its source reads: NAME.tsv of resources/dictionaries.
    static Dictionary load(QLatin1StringView name);
    /// Lines of "id, parent's id, Russian, English", parted by tabs; those that begin with "#" are skipped,
    /// and so are those with another number of fields.
    static Dictionary fromTsv(const QByteArray &tsv);

    /// In the order in which they are offered: parents before their children.
    const std::vector<DictionaryNode> &nodes() const & { return m_nodes; }
    const std::vector<DictionaryNode> &
    nodes() && = delete; // would outlive its dictionary in a range-based for
    std::vector<const DictionaryNode *> children(const QString &parentId) const;
    /// The first of that id; null when there is none.
    const DictionaryNode *byId(const QString &id) const;
    /// The id itself when it has no entry: sources have more codes than are bundled.
    QString name(const QString &id, const QLocale &locale) const;
    /// Names in either language, or ids, that hold the text; beginnings of names first, each id once. Case
    /// and ё do not matter. All nodes for a blank text.
    std::vector<const DictionaryNode *> find(const QString &text) const;

    /// False for the categories that only group roles.
    static bool isSelectable(const DictionaryNode &node);

private:
    std::vector<DictionaryNode> m_nodes;
};

} // namespace linnet::vacancies
