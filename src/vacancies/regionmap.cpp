// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/regionmap.h"

#include "base/textfold.h"
#include "vacancies/dictionary.h"

#include <limits>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Russia = "113"_L1;

/// The two sources differ in dashes, in capitals, and in whether they shorten "autonomous".
QString comparable(const QString &russianName)
{
    QString name = foldText(russianName);
    name.replace(u'—', u'-')
        .replace(u" автономный округ"_s, u" ао"_s)
        .replace(u" автономная область"_s, u" ао"_s);
    name.remove(u' ');
    return name.endsWith(u"-кузбасс") ? name.chopped(8) : name;
}

} // namespace

RegionMap::RegionMap(const Dictionary &hhAreas, const Dictionary &regions)
{
    QHash<QString, QString> codes;
    for (const DictionaryNode &region : regions.nodes())
        codes.insert(comparable(region.russian), region.id);
    // Parents come before their children, so a city finds what its subject has become.
    for (const DictionaryNode &area : hhAreas.nodes()) {
        if (area.id == Russia) {
            m_toRegion.insert(area.id, u""_s);
        } else if (area.parentId == Russia) {
            if (const QString code = codes.value(comparable(area.russian)); !code.isEmpty()) {
                m_toRegion.insert(area.id, code);
                m_toHh.insert(code, area.id);
            }
        } else if (const QString above = m_toRegion.value(area.parentId); !above.isEmpty()) {
            m_toRegion.insert(area.id, above);
        }
    }
}

const QHash<QByteArray, quint64> &subjectsByName()
{
    static const QHash<QByteArray, quint64> subjects = [] {
        const Dictionary areas = Dictionary::load(Dictionary::Kind::HhAreas);
        const Dictionary regions = Dictionary::load("trudvsem_regions"_L1);
        const RegionMap map(areas, regions);
        QHash<QByteArray, quint64> result;
        const auto add = [&result](const DictionaryNode &node, const QString &code) {
            const quint64 subject = code.toULongLong();
            for (const QString &name : {node.russian, node.english}) {
                quint64 &known = result[name.toUtf8()];
                known = known == 0 || known == subject ? subject : std::numeric_limits<quint64>::max();
            }
        };
        for (const DictionaryNode &region : regions.nodes())
            add(region, region.id);
        for (const DictionaryNode &area : areas.nodes()) {
            if (const QString code = map.toRegion(area.id); !code.isEmpty())
                add(area, code);
        }
        result.removeIf([](const auto &entry) {
            return entry.value() == 0 || entry.value() == std::numeric_limits<quint64>::max();
        });
        return result;
    }();
    return subjects;
}

} // namespace linnet::vacancies
