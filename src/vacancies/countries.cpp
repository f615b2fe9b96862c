// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/countries.h"

#include "base/textfold.h"
#include "vacancies/currentdictionary.h"

#include <QHash>
#include <QMutex>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString OtherCountries = u"1001"_s;

/// What sources write in place of the names of hh.ru.
constexpr std::array OtherNames{
    std::pair{u"usa", u"united states"},
    std::pair{u"us", u"united states"},
    std::pair{u"united states of america", u"united states"},
    std::pair{u"uk", u"united kingdom"},
    std::pair{u"great britain", u"united kingdom"},
    std::pair{u"england", u"united kingdom"},
    std::pair{u"czechia", u"czech republic"},
    std::pair{u"russian federation", u"russia"},
    std::pair{u"türkiye", u"turkey"},
    std::pair{u"viet nam", u"vietnam"},
    std::pair{u"uae", u"united arab emirates"},
    std::pair{u"korea, republic of", u"south korea"},
    std::pair{u"republic of korea", u"south korea"},
    std::pair{u"the netherlands", u"netherlands"},
    std::pair{u"ivory coast", u"côte d’ivoire"},
};
constexpr std::array Everywhere{u"anywhere", u"worldwide", u"global", u"remote", u"everywhere"};

/// What one dictionary of regions says of countries.
struct CountryIndex
{
    explicit CountryIndex(const Dictionary &areas)
    {
        for (const DictionaryNode &area : areas.nodes()) {
            if (area.id == OtherCountries)
                continue;
            const bool isCountry = area.parentId.isEmpty() || area.parentId == OtherCountries;
            ofArea.insert(area.id, isCountry ? area.id : ofArea.value(area.parentId));
            if (!isCountry)
                continue;
            names.insert(area.id, area.english);
            byName.insert(foldText(area.english), area.id);
        }
        for (const auto &[other, name] : OtherNames) {
            if (const QString id = byName.value(foldText(QStringView(name))); !id.isNull())
                byName.insert(foldText(QStringView(other)), id);
        }
    }

    QHash<QString, QString> ofArea;
    QHash<QString, QString> names;
    QHash<QString, QString> byName; ///< folded
};

const CountryIndex &countries()
{
    static QMutex mutex;
    static std::map<const Dictionary *, std::unique_ptr<const CountryIndex>> indexes;
    const Dictionary &areas = currentDictionary(Dictionary::Kind::HhAreas);
    const QMutexLocker lock(&mutex);
    auto &index = indexes[&areas];
    if (!index)
        index = std::make_unique<const CountryIndex>(areas);
    return *index;
}

} // namespace

QString countryOf(const QString &hhArea)
{
    return countries().ofArea.value(hhArea);
}

QString countryNamed(const QString &name)
{
    return countries().byName.value(foldText(name.simplified()));
}

QStringList countriesNamed(const QStringList &names)
{
    QStringList result;
    for (const QString &name : names) {
        const QString folded = foldText(name.simplified());
        if (std::ranges::find(Everywhere, QStringView(folded)) != Everywhere.end())
            return {};
        if (const QString country = countryNamed(name); !country.isNull() && !result.contains(country))
            result.append(country);
    }
    return result;
}

QString countryName(const QString &country)
{
    return countries().names.value(country);
}

std::optional<QStringList> toCountries(const QStringList &hhAreas)
{
    QStringList result;
    for (const QString &area : hhAreas) {
        if (area == OtherCountries)
            return QStringList();
        if (const QString country = countryOf(area); !country.isNull() && !result.contains(country))
            result.append(country);
    }
    return result.isEmpty() && !hhAreas.isEmpty() ? std::nullopt : std::optional(result);
}

std::optional<QStringList> toWholeOf(const QString &country, const QStringList &hhAreas)
{
    const bool isAsked = hhAreas.isEmpty() || std::ranges::any_of(hhAreas, [&](const QString &area) {
                             return area == OtherCountries || countryOf(area) == country;
                         });
    return isAsked ? std::optional(QStringList()) : std::nullopt;
}

} // namespace linnet::vacancies
