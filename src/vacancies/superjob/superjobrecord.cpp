// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/superjob/superjobrecord.h"

#include "base/textfold.h"
#include "vacancies/jsonread.h"
#include "vacancies/query.h"
#include "vacancies/readtext.h"
#include "vacancies/splitvalues.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

QString titleOf(const QJsonValue &entry)
{
    return plainText(json::textIn(entry, "title"_L1)).simplified();
}

/// Of a dictionary's entry. The case of its first letter varies from answer to answer.
QString labelOf(const QJsonValue &entry)
{
    QString label = titleOf(entry);
    if (label.isEmpty())
        return {};
    label[0] = label[0].toUpper();
    return label;
}

bool isIndifferent(const QString &label)
{
    return label.isEmpty() || containsFolded(label, u"не имеет значения");
}

QStringList titlesOf(const QJsonValue &list)
{
    QStringList titles;
    for (const QJsonValue &entry : list.toArray())
        titles.append(titleOf(entry));
    titles.removeAll(QString());
    titles.removeDuplicates();
    return titles;
}

/// Ids become parts of keys and addresses.
QString idOf(const QJsonValue &value)
{
    const auto id = json::integer(value);
    return id && *id > 0 ? QString::number(*id) : QString();
}

QString timeOf(const QJsonValue &value)
{
    constexpr qint64 Year9999 = 253'402'300'799;
    const auto seconds = json::integer(value);
    return seconds && *seconds > 0 && *seconds <= Year9999 ? moscowText(*seconds) : QString();
}

void readSalary(const QJsonObject &item, Vacancy &vacancy)
{
    const auto amount = [&item](QLatin1StringView key) {
        const auto number = json::number(item.value(key));
        return number && *number > 0 ? number : std::nullopt;
    };
    vacancy.salaryFrom = amount("payment_from"_L1);
    vacancy.salaryTo = amount("payment_to"_L1);
    if (!vacancy.salaryFrom && !vacancy.salaryTo)
        return;
    const QString code = json::text(item.value("currency"_L1)).trimmed().toUpper();
    vacancy.currency = code.isEmpty() ? u"RUR"_s : currencyCode(code);
}

/// The marked-up text holds all that the older fields hold, which are plain.
QString descriptionOf(const QJsonObject &item)
{
    if (const QString rich = readableLines(json::text(item.value("vacancyRichText"_L1))); !rich.isEmpty())
        return rich;
    QStringList parts;
    for (const QLatin1StringView key : {"work"_L1, "candidat"_L1, "compensation"_L1}) {
        if (const QString part = readableLines(json::text(item.value(key))); !part.isEmpty())
            parts.append(part);
    }
    return parts.isEmpty() ? QString() : parts.join(u'\n');
}

std::optional<int> yearsOf(const QString &experience)
{
    if (experience.isEmpty())
        return {};
    static const QRegularExpression digits(u"\\d{1,2}"_s);
    const auto match = digits.match(experience);
    if (match.hasMatch())
        return match.captured().toInt();
    const bool none = containsFolded(experience, u"без опыта") || isIndifferent(experience);
    return none ? std::optional(0) : std::nullopt;
}

bool saysRemote(const QString &label)
{
    constexpr std::array Stems{u"дистанц", u"удален", u"на дому"};
    return std::ranges::any_of(Stems, [&label](const char16_t *stem) { return containsFolded(label, stem); });
}

/// "Удалённый доступ" and "удалённая поддержка" are no remote work.
bool textSaysRemote(const Vacancy &vacancy)
{
    static const QRegularExpression anywhere(
        u"(удаленн|дистанционн)\\w*\\s+(работ|занятост|формат|режим)|"
        "(работ|формат)\\w*\\s+(удаленн|дистанционн)|работ\\w*\\s+из\\s+дома|"
        "\\b(fully remote|remote work|work remotely)\\b"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression inTitle(u"\\b(удаленно|дистанционно|remote)\\b|\\((удален|дистанц)"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    const QString title = foldText(vacancy.name);
    return inTitle.match(title).hasMatch() || anywhere.match(title).hasMatch() ||
           anywhere.match(foldText(vacancy.description)).hasMatch();
}

/// Shifts are full-time work; the stem of "full" is also that of "not full", which goes first.
QLatin1StringView employmentCode(const QString &kindOfWork)
{
    constexpr std::array Codes{std::pair{u"вахт", "FLY_IN_FLY_OUT"_L1}, std::pair{u"частичн", "PART"_L1},
                               std::pair{u"неполн", "PART"_L1},         std::pair{u"временн", "PROJECT"_L1},
                               std::pair{u"проект", "PROJECT"_L1},      std::pair{u"полн", "FULL"_L1},
                               std::pair{u"сменн", "FULL"_L1}};
    for (const auto &[stem, code] : Codes) {
        if (containsFolded(kindOfWork, stem))
            return code;
    }
    return {};
}

void readWork(const QJsonObject &item, FoundAd &record)
{
    Vacancy &vacancy = record.vacancy;
    vacancy.experience = labelOf(item.value("experience"_L1));
    record.years = yearsOf(vacancy.experience);
    const QString kindOfWork = labelOf(item.value("type_of_work"_L1));
    record.employment = u""_s + employmentCode(kindOfWork);
    const bool isEmployment =
        containsFolded(kindOfWork, u"занятост") || containsFolded(kindOfWork, u"временн");
    (isEmployment ? vacancy.employment : vacancy.schedule) = kindOfWork;
    const QString place = labelOf(item.value("place_of_work"_L1));
    if (!isIndifferent(place))
        vacancy.workFormat = {place};
    else if (saysRemote(kindOfWork))
        vacancy.workFormat = {kindOfWork};
    else if (textSaysRemote(vacancy))
        vacancy.workFormat = {u"Удалённо"_s};
    record.workFormat = u"ON_SITE"_s;
    if (vacancy.workFormat.isEmpty())
        return;
    const QString &format = vacancy.workFormat.constFirst();
    if (saysRemote(format))
        record.workFormat = u"REMOTE"_s;
    else if (containsFolded(format, u"гибрид"))
        record.workFormat = u"HYBRID"_s;
    else
        record.workFormat = containsFolded(format, u"разъезд") ? u"FIELD_WORK"_s : u"ON_SITE"_s;
}

/// An anonymous employer's "client" is null or an empty list.
void readEmployer(const QJsonObject &item, Vacancy &vacancy)
{
    vacancy.employer = plainText(json::text(item.value("firm_name"_L1))).simplified();
    if (vacancy.employer.isEmpty())
        vacancy.employer = titleOf(item.value("client"_L1));
    if (vacancy.employer.isEmpty())
        vacancy.employer = QString();
    vacancy.employerId = idOf(item.value("id_client"_L1));
}

void readPlace(const QJsonObject &item, Vacancy &vacancy)
{
    vacancy.area = titleOf(item.value("town"_L1));
    vacancy.address = plainText(json::text(item.value("address"_L1)));
    vacancy.metro = titlesOf(item.value("metro"_L1));
    const auto lat = json::number(item.value("latitude"_L1));
    const auto lng = json::number(item.value("longitude"_L1));
    if (!lat || !lng || std::abs(*lat) > 90 || std::abs(*lng) > 180 || (*lat == 0 && *lng == 0))
        return;
    vacancy.lat = lat;
    vacancy.lng = lng;
}

/// Positions within the branches; a branch without any stands for itself.
void readCatalogues(const QJsonValue &catalogues, Vacancy &vacancy)
{
    for (const QJsonValue &entry : catalogues.toArray()) {
        const QStringList positions = titlesOf(entry.toObject().value("positions"_L1));
        vacancy.roles += positions.isEmpty() ? QStringList(titleOf(entry)) : positions;
    }
    vacancy.roles.removeAll(QString());
    vacancy.roles.removeDuplicates();
    const QStringList branches = titlesOf(catalogues);
    vacancy.specialisation = branches.isEmpty() ? QString() : branches.join(u"; ");
}

std::optional<bool> archived(const QJsonObject &item)
{
    std::optional<bool> result;
    for (const QLatin1StringView key : {"is_archive"_L1, "is_closed"_L1}) {
        if (const auto said = json::boolean(item.value(key)))
            result = result.value_or(false) || *said;
    }
    return result;
}

} // namespace

FoundAd readSuperjobRecord(const QJsonObject &item)
{
    FoundAd record;
    Vacancy &vacancy = record.vacancy;
    vacancy.source = u"superjob"_s;
    vacancy.id = idOf(item.value("id"_L1));
    vacancy.name = plainText(json::text(item.value("profession"_L1)));
    vacancy.alternateUrl = json::text(item.value("link"_L1));
    vacancy.created = timeOf(item.value("date_published"_L1));
    readSalary(item, vacancy);
    vacancy.description = descriptionOf(item);
    vacancy.skills = titlesOf(item.value("professionalSkills"_L1));
    vacancy.education = labelOf(item.value("education"_L1));
    readWork(item, record);
    readEmployer(item, vacancy);
    readPlace(item, vacancy);
    readCatalogues(item.value("catalogues"_L1), vacancy);
    vacancy.archived = archived(item);
    vacancy.state = u"complete"_s;
    record.day = QDate::fromString(vacancy.created.left(10), Qt::ISODate);
    record.subject = vacancy.roles.join(u'\n');
    return record;
}

} // namespace linnet::vacancies
