// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/regionmap.h"

#include "base/textfold.h"
#include "vacancies/currentdictionary.h"

#include <QMutex>
#include <QSet>

#include <limits>
#include <map>
#include <memory>
#include <utility>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString Russia = u"113"_s;

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
    QSet<QString> russian{Russia};
    m_toRegion.insert(Russia, u""_s);
    // Parents come before their children, so a city finds what its subject has become.
    for (const DictionaryNode &area : hhAreas.nodes()) {
        if (!russian.contains(area.parentId))
            continue;
        russian.insert(area.id);
        const QString own = codes.value(comparable(area.russian));
        const QString code = own.isEmpty() ? m_toRegion.value(area.parentId) : own;
        if (!code.isEmpty())
            m_toRegion.insert(area.id, code);
        if (!own.isEmpty())
            m_toHh.insert(own, area.id);
    }
}

std::optional<QStringList> RegionMap::toRegions(const QStringList &hhAreas) const
{
    QStringList result;
    for (const QString &area : hhAreas) {
        const QString code = toRegion(area);
        if (!code.isNull() && code.isEmpty())
            return QStringList(); // the whole country
        if (!code.isNull() && !result.contains(code))
            result.append(code);
    }
    return result.isEmpty() && !hhAreas.isEmpty() ? std::nullopt : std::optional(result);
}

QStringList RegionMap::toHh(const QStringList &regions) const
{
    QStringList result;
    for (const QString &region : regions) {
        if (const QString area = toHh(region); !area.isNull())
            result.append(area);
    }
    return result;
}

const RegionMap &currentRegionMap(QLatin1StringView regions)
{
    static QMutex mutex;
    static std::map<std::pair<const Dictionary *, QLatin1StringView>, std::unique_ptr<const RegionMap>> maps;
    const Dictionary &areas = currentDictionary(Dictionary::Kind::HhAreas);
    const QMutexLocker lock(&mutex);
    auto &map = maps[{&areas, regions}];
    if (!map)
        map = std::make_unique<const RegionMap>(areas, Dictionary::load(regions));
    return *map;
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
