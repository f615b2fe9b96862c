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

/// Names for the codes of a search: what the form offers. A value; loading takes about a millisecond, reading
/// it is safe in any thread. What is bundled may be older than what its source says now: see
/// currentDictionary().
class Dictionary
{
public:
    enum class Kind : quint8
    {
        HhAreas,      ///< countries, all subjects of Russia, large cities; ids of hh.ru
        HhRoles,      ///< professional roles by category; ids of hh.ru
        HhIndustries, ///< industries of employers, by group; ids of hh.ru. None are bundled
        Experience,   ///< Query::experience
        WorkFormat,   ///< Query::workFormat
        Employment,   ///< Query::employment
        Currencies,   ///< Query::currency
    };

    /// As bundled with the program.
    static Dictionary load(Kind kind);
    /// "hh_areas": how its file is called.
    static QLatin1StringView nameOf(Kind kind);
    /// One that only its source reads: NAME.tsv of resources/dictionaries.
    static Dictionary load(QLatin1StringView name);
    /// Parents before their children.
    static Dictionary fromNodes(std::vector<DictionaryNode> nodes);
    /// One whose nodes have one language in both names with those of another, by id.
    static Dictionary inBothLanguages(const Dictionary &russian, const Dictionary &english);
    /// Lines of "id, parent's id, Russian, English", parted by tabs, and "former" as the fifth of those that
    /// are not offered any more; those that begin with "#" are skipped, and so are those with another number
    /// of fields.
    static Dictionary fromTsv(const QByteArray &tsv);
    QByteArray toTsv() const;
    /// Goes on knowing the names of what only the older one has; they are not offered.
    void rememberFrom(const Dictionary &older);

    /// In the order in which they are offered: parents before their children.
    const std::vector<DictionaryNode> &nodes() const & { return m_nodes; }
    const std::vector<DictionaryNode> &
    nodes() && = delete; // would outlive its dictionary in a range-based for
    std::vector<const DictionaryNode *> children(const QString &parentId) const;
    /// The first of that id, also a former one; null when there is none.
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
    std::vector<DictionaryNode> m_former; ///< names that old searches still hold
};

} // namespace linnet::vacancies
