// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/import/importrecord.h"

#include "vacancies/hh/hhrecord.h"
#include "vacancies/jsonread.h"
#include "vacancies/trudvsem/trudvsemdump.h"
#include "vacancies/trudvsem/trudvsemrecord.h"

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// hh.ru's lists and details have it, and no other source.
bool isHh(const QJsonObject &record)
{
    return record.contains("alternate_url"_L1) && record.contains("employer"_L1) &&
           record.value("area"_L1).isObject();
}

bool isTrudvsem(const QJsonObject &record)
{
    return record.value("vacancy"_L1).isObject() || record.contains("job-name"_L1);
}

/// Lists have no descriptions.
Vacancy ofHh(const QJsonObject &record)
{
    Vacancy vacancy = readHhDetails(record);
    if (vacancy.description.isNull())
        vacancy.state = u"listed"_s;
    return vacancy;
}

} // namespace

Result<Vacancy> readImportRecord(QByteArrayView text)
{
    const auto record = json::object(QByteArray::fromRawData(text.data(), text.size()));
    if (!record)
        return std::unexpected(record.error());
    std::optional<Vacancy> vacancy = readTrudvsemDump(*record);
    if (!vacancy && isTrudvsem(*record))
        vacancy = readTrudvsemRecord(*record).vacancy;
    if (!vacancy && isHh(*record))
        vacancy = ofHh(*record);
    if (!vacancy)
        return fail(Reason::BadBody, u"no vacancy of a known kind"_s);
    if (vacancy->id.isEmpty())
        return fail(Reason::BadBody, u"no usable \"id\""_s);
    return *std::move(vacancy);
}

} // namespace linnet::vacancies
