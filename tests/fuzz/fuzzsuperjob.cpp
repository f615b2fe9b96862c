// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzsuperjob.h"

#include "fuzz/fuzzinput.h"
#include "fuzz/vacancycheck.h"
#include "vacancies/superjob/superjobsource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace linnet::fuzz {

int fuzzSuperjob(const std::uint8_t *data, std::size_t size)
{
    using namespace Qt::Literals::StringLiterals;
    FuzzInput input(data, size);
    const vacancies::SuperjobSource source;
    const QJsonObject root = QJsonDocument::fromJson(input.bytes()).object();
    const QJsonArray records = root[u"objects"_s].toArray();
    const QUrl base(u"http://api.example/root"_s);
    const vacancies::Query query = chosenQuery(input);
    if (const Result<vacancies::ListPage> page = source.parseList(input.bytes(), query, base))
        checkPage(*page, records.size(), u"superjob"_s);
    else
        require(page.error().reason == Reason::BadBody, "an answer that is no page is broken");
    if (const Result<vacancies::Vacancy> vacancy = source.parseDetail(input.bytes()))
        checkVacancy(*vacancy, u"superjob"_s);
    checkJudgement(source, input.bytes(), input);
    return 0;
}

} // namespace linnet::fuzz
