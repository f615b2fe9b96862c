// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/standins/standin.h"

#include "base/textfold.h"
#include "practice/http/httprequest.h"
#include "practice/vacancies/searchtext.h"

#include <algorithm>

namespace linnet::practice {

// Each stands in a file of its own and needs no more than its place in the list below.
StandIn himalayasStandIn();
StandIn jobicyStandIn();
StandIn jobtechStandIn();
StandIn myCareersFutureStandIn();
StandIn mpsvStandIn();
StandIn navStandIn();
StandIn usaJobsStandIn();
std::vector<StandIn> companyStandIns();

const std::vector<StandIn> &standIns()
{
    static const std::vector<StandIn> all = [] {
        std::vector<StandIn> list{
            jobicyStandIn(), himalayasStandIn(), jobtechStandIn(), myCareersFutureStandIn(),
            navStandIn(),    usaJobsStandIn(),   mpsvStandIn()};
        std::ranges::move(companyStandIns(), std::back_inserter(list));
        return list;
    }();
    return all;
}

int numberOf(const HttpRequest &request, const QString &name, int missing)
{
    const QString text = request.parameter(name);
    bool ok = true;
    const int value = text.isEmpty() ? missing : text.toInt(&ok);
    return ok ? value : -1;
}

AdFilter saysAll(const QString &words)
{
    return [needles = foldText(words).split(u' ', Qt::SkipEmptyParts)](const InventedVacancy &vacancy) {
        return std::ranges::all_of(needles, [&vacancy](const QString &word) {
            return containsWord(vacancy.foldedName, word) || containsWord(vacancy.foldedCompany, word) ||
                   containsWord(vacancy.foldedText, word);
        });
    };
}

QJsonValue payOf(const InventedVacancy &vacancy, const std::optional<int> InventedSalary::*bound, int months)
{
    if (!vacancy.salary || !((*vacancy.salary).*bound))
        return QJsonValue::Null;
    return *((*vacancy.salary).*bound) * months;
}

} // namespace linnet::practice
