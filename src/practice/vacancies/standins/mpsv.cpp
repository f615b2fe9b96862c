// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/httprequest.h"
#include "practice/vacancies/standins/standin.h"

#include <QJsonArray>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject czechEntry(const QString &list, const QString &code)
{
    return {{"id"_L1, QString(list + u'/' + code)}};
}

/// Pay is named by everybody; by the hour its members are called the same.
void insertCzechPay(const InventedVacancy &vacancy, QJsonObject &record)
{
    const bool byHour = vacancy.number % 6 == 0;
    const auto amount = [&](const std::optional<int> InventedSalary::*bound, int otherwise) {
        const QJsonValue named = payOf(vacancy, bound, 1);
        return (named.isNull() ? otherwise : named.toInt()) / (byHour ? 160 : 1);
    };
    record.insert("mesicniMzdaOd"_L1, amount(&InventedSalary::from, 20'800));
    record.insert("mesicniMzdaDo"_L1, amount(&InventedSalary::to, 64'000));
    record.insert("typMzdy"_L1, czechEntry(u"TypMzdy"_s, byHour ? u"hodinova"_s : u"mesicni"_s));
}

QJsonObject czechRecord(const InventedVacancy &vacancy)
{
    const QString moment = vacancy.published.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss");
    const QJsonObject address{
        {"nazevObce"_L1, u"Olomouc"_s}, {"psc"_L1, u"77900"_s}, {"ulice"_L1, u"Horní"_s}};
    QJsonArray skills;
    for (const QString &skill : vacancy.skills)
        skills.append(QJsonObject{{"popis"_L1, skill}});
    QJsonObject record{
        {"portalId"_L1, vacancy.id.toInt()},
        {"pozadovanaProfese"_L1, QJsonObject{{"cs"_L1, vacancy.name}}},
        {"profeseCzIsco"_L1, czechEntry(u"CzIsco"_s, u"25121"_s)},
        {"zamestnavatel"_L1,
         QJsonObject{{"ico"_L1, "27"_L1 + vacancy.employer->id}, {"nazev"_L1, vacancy.employerName()}}},
        {"mistoVykonuPrace"_L1,
         QJsonObject{{"pracoviste"_L1, QJsonArray{QJsonObject{{"adresa"_L1, address}}}}}},
        {"minPozadovaneVzdelani"_L1, czechEntry(u"Vzdelani"_s, u"M"_s)},
        {"smennost"_L1, czechEntry(u"Smennost"_s, u"jednosm"_s)},
        {"pracovnePravniVztahy"_L1,
         QJsonArray{czechEntry(u"PracovnePravniVztah"_s,
                               vacancy.employment == "part"_L1 ? u"zkraceny"_s : u"ppvpd"_s)}},
        {"pozadovanaDovednost"_L1, skills},
        {"pocetMist"_L1, 1 + vacancy.number % 3},
        {"upresnujiciInformace"_L1, QJsonObject{{"cs"_L1, vacancy.description}}},
        {"datumVlozeni"_L1, moment},
        {"datumZmeny"_L1, moment},
    };
    insertCzechPay(vacancy, record);
    return record;
}

} // namespace

/// The labour offices of Czechia: the whole market as one file.
StandIn mpsvStandIn()
{
    return {.path = u"/mpsv/volna-mista.json"_s,
            .isFile = true,
            .keyField = {},
            .listKey = u"polozky"_s,
            .nullable = {u"pozadovanaProfese"_s, u"profeseCzIsco"_s, u"zamestnavatel"_s,
                         u"mistoVykonuPrace"_s, u"minPozadovaneVzdelani"_s, u"smennost"_s,
                         u"pozadovanaDovednost"_s, u"pocetMist"_s, u"upresnujiciInformace"_s,
                         u"datumVlozeni"_s, u"mesicniMzdaDo"_s, u"typMzdy"_s},
            .page = [](const HttpRequest &) -> std::expected<StandInPage, HttpResponse> {
                constexpr qint64 Whole = 10'000'000;
                return StandInPage{0, Whole};
            },
            .filter = [](const HttpRequest &) { return [](const InventedVacancy &) { return true; }; },
            .record = czechRecord,
            .envelope = [](const StandInPage &) { return QJsonObject(); }};
}

} // namespace linnet::practice
