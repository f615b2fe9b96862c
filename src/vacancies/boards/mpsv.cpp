// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/apiurl.h"
#include "vacancies/boards/board.h"
#include "vacancies/jsonread.h"
#include "vacancies/readpay.h"
#include "vacancies/readtext.h"
#include "vacancies/readtime.h"

#include <QJsonDocument>

#include <array>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The ministry of labour of Czechia (data.mpsv.cz): all vacancies of its labour offices, which must name
/// pay, as one file a day. It knows no search: all of it is read and searched here.
class Mpsv final : public Board
{
public:
    const SourceFacts &facts() const override;
    std::vector<Query> split(const Query &query, const QDate &today) const override;
    net::Request listPage(const Query &query, const QUrl &base, int page) const override;

protected:
    QString country() const override { return u"199"_s; }
    FilterHabits habits(const Query &query) const override;
    Result<Envelope> envelope(const QByteArray &body, const Query &query) const override;
    FoundAd read(const QJsonObject &record, bool contacts) const override;
};

/// Texts are written as they are or by language: {"cs": "Kuchař"}.
QString czech(const QJsonValue &value)
{
    return plainText(value.isObject() ? json::textIn(value, "cs"_L1) : json::text(value));
}

/// Of a code list's entry: {"id": "CzIsco/51201"}.
QString czechCode(const QJsonValue &value)
{
    const QString id = value.isObject() ? json::textIn(value, "id"_L1) : json::text(value);
    return id.section(u'/', -1);
}

struct CodeWords
{
    QLatin1StringView code;
    QStringView words;
};

/// The words of a code; the code itself when nobody knows it.
template <size_t Count> QString wordsOf(const std::array<CodeWords, Count> &known, const QString &code)
{
    const auto found = std::ranges::find(known, code, &CodeWords::code);
    return found == known.end() ? code : found->words.toString();
}

constexpr std::array PeriodsOfPay{CodeWords{"mesicni"_L1, u"za měsíc"},
                                  CodeWords{"hodinova"_L1, u"za hodinu"},
                                  CodeWords{"hodinovy"_L1, u"za hodinu"}, CodeWords{"hod"_L1, u"za hodinu"},
                                  CodeWords{"mes"_L1, u"za měsíc"}};
constexpr std::array Shifts{
    CodeWords{"jednosm"_L1, u"jednosměnný provoz"},  CodeWords{"dvousm"_L1, u"dvousměnný provoz"},
    CodeWords{"trism"_L1, u"třísměnný provoz"},      CodeWords{"nepretr"_L1, u"nepřetržitý provoz"},
    CodeWords{"pruzna"_L1, u"pružná pracovní doba"}, CodeWords{"turnus"_L1, u"turnusové služby"}};
constexpr std::array Contracts{
    CodeWords{"ppvpd"_L1, u"plný úvazek"}, CodeWords{"zkraceny"_L1, u"zkrácený úvazek"},
    CodeWords{"dpp"_L1, u"dohoda o provedení práce"}, CodeWords{"dpc"_L1, u"dohoda o pracovní činnosti"},
    CodeWords{"sluzebni"_L1, u"služební poměr"}};

const SourceFacts &Mpsv::facts() const
{
    static const SourceFacts facts{
        .id = u"mpsv"_s,
        .title = QT_TRANSLATE_NOOP("linnet::vacancies", "Labour offices of Czechia (mpsv.cz)"),
        .shortTitle = QT_TRANSLATE_NOOP("linnet::vacancies", "Czechia, mpsv.cz"),
        .base = QUrl(u"https://data.mpsv.cz/od/soubory/volna-mista"_s),
        .practicePath = {},
        .token = std::nullopt,
        .terms =
            {.link = u"https://data.mpsv.cz/podminky-uziti"_s,
             .readOn = u"2026-11-28"_s,
             .who = QT_TRANSLATE_NOOP(
                 "linnet::vacancies",
                 "Everybody, for any use: the ministry declares that neither copyright nor the right of a "
                 "database nor personal data stand in the way. Texts may name addresses and phones all "
                 "the same."),
             .pace = QT_TRANSLATE_NOOP("linnet::vacancies",
                                       "One file a day of some 190 MB, which is not sent again while it is "
                                       "unchanged."),
             .attribution = QT_TRANSLATE_NOOP("linnet::vacancies", "Name the ministry (data.mpsv.cz).")},
        .onRequest = true,
        .listIsFile = true,
        .reachablePages = 10'000,
        .fields = QString(u"datumVlozeni datumZmeny mesicniMzdaDo mesicniMzdaOd minPozadovaneVzdelani "
                          "mistoVykonuPrace pocetMist portalId pozadovanaDovednost pozadovanaProfese "
                          "pracovnePravniVztahy profeseCzIsco smennost typMzdy upresnujiciInformace "
                          "zamestnavatel"_s)
                      .split(u' '),
        .leastInterval = 2s,
        .pageTime = 1s,
    };
    return facts;
}

/// The whole file is read in any case.
std::vector<Query> Mpsv::split(const Query &query, const QDate &today) const
{
    Query single = Board::split(query, today).front();
    single.pages = 0;
    return {single};
}

net::Request Mpsv::listPage(const Query &, const QUrl &base, int) const
{
    return get(ApiUrl(base, u"/volna-mista.json"_s).url());
}

FilterHabits Mpsv::habits(const Query &) const
{
    return {.currency = u"CZK"_s, .searchesText = false, .saysExperience = false, .saysWorkFormat = false};
}

/// The whole file, or some of its records.
Result<Board::Envelope> Mpsv::envelope(const QByteArray &body, const Query &) const
{
    Envelope answer;
    answer.page.isLast = true;
    if (const auto list = QJsonDocument::fromJson(body); list.isArray()) {
        answer.records = list.array();
        return answer;
    }
    const auto root = json::object(body);
    if (!root)
        return std::unexpected(root.error());
    if (!root->value("polozky"_L1).isArray())
        return fail(Reason::BadBody, u"\"polozky\" is not a list"_s);
    answer.records = root->value("polozky"_L1).toArray();
    return answer;
}

/// The first place of work; districts and towns are numbers that only another file explains.
void readCzechPlace(const QJsonObject &place, Vacancy &vacancy)
{
    const QJsonObject work = place.value("pracoviste"_L1).toArray().at(0).toObject();
    const QJsonObject address = work.value("adresa"_L1).toObject();
    QStringList names{czech(address.value("nazevObce"_L1))};
    if (names.first().isEmpty())
        names = {czech(address.value("obec"_L1).toObject().value("nazev"_L1))};
    names.append(u"Czechia"_s);
    names.removeAll(QString());
    vacancy.area = names.join(u", ");
    QStringList parts{czech(address.value("ulice"_L1)), json::text(address.value("psc"_L1)),
                      names.size() > 1 ? names.first() : QString()};
    parts.removeAll(QString());
    vacancy.address = parts.isEmpty() ? QString() : parts.join(u", ");
}

FoundAd Mpsv::read(const QJsonObject &record, bool) const
{
    FoundAd ad;
    Vacancy &vacancy = ad.vacancy;
    const auto text = [&record](QLatin1StringView key) { return json::text(record.value(key)); };
    vacancy.id = plainId(text("portalId"_L1));
    if (vacancy.id.isEmpty())
        vacancy.id = plainId(czechCode(record.value("id"_L1)));
    vacancy.name = czech(record.value("pozadovanaProfese"_L1)).simplified();
    if (!vacancy.id.isEmpty())
        vacancy.alternateUrl = u"https://up.gov.cz/volna-mista-v-cr#/volna-mista-detail/"_s + vacancy.id;
    vacancy.created = timeInZone(text("datumVlozeni"_L1), "Europe/Prague");
    vacancy.modified = timeInZone(text("datumZmeny"_L1), "Europe/Prague");
    const QJsonValue employer = record.value("zamestnavatel"_L1);
    vacancy.employer = plainText(json::textIn(employer, "nazev"_L1)).simplified();
    vacancy.employerId = json::textIn(employer, "ico"_L1);
    vacancy.description = readableLines(czech(record.value("upresnujiciInformace"_L1)));
    vacancy.education = czechCode(record.value("minPozadovaneVzdelani"_L1));
    vacancy.schedule = wordsOf(Shifts, czechCode(record.value("smennost"_L1)));
    for (const QJsonValue &contract : record.value("pracovnePravniVztahy"_L1).toArray()) {
        if (vacancy.employment.isEmpty())
            vacancy.employment = wordsOf(Contracts, czechCode(contract));
    }
    for (const QJsonValue &entry : record.value("pozadovanaDovednost"_L1).toArray()) {
        const QJsonObject skill = entry.toObject();
        QString name = czech(skill.value("popis"_L1));
        if (name.isEmpty())
            name = czechCode(skill.value("dovednost"_L1));
        if (!name.isEmpty() && !vacancy.skills.contains(name))
            vacancy.skills.append(name);
    }
    if (const QString code = czechCode(record.value("profeseCzIsco"_L1)); !code.isEmpty())
        vacancy.roles.append(u"CZ-ISCO "_s + code);
    vacancy.workPlaces = json::integer(record.value("pocetMist"_L1));
    readCzechPlace(record.value("mistoVykonuPrace"_L1).toObject(), vacancy);
    // The members are called so for pay by the hour, too.
    const QString period = wordsOf(PeriodsOfPay, czechCode(record.value("typMzdy"_L1)));
    readPay({record.value("mesicniMzdaOd"_L1), record.value("mesicniMzdaDo"_L1), u"CZK"_s, period}, u"CZK"_s,
            ad);
    ad.subject = vacancy.roles.join(u'\n');
    ad.day = moscowDay(vacancy.modified.isEmpty() ? vacancy.created : vacancy.modified);
    return ad;
}

} // namespace

const VacancySource &mpsvSource()
{
    static const Mpsv source;
    return source;
}

} // namespace linnet::vacancies
