// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/jobfactory.h"

#include "vacancies/vacancysearch.h"

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

RunParams JobFactory::params(const VacancySpec &spec, const RequestSpec &requests)
{
    return {u"vacancies"_s, {{u"search"_s, spec.toJson()}, {u"requests"_s, requests.toJson()}}};
}

Result<RequestSpec> JobFactory::requests(const RunParams &run)
{
    return RequestSpec::fromJson(run.params[u"requests"_s].toObject());
}

Result<std::unique_ptr<jobs::Job>> JobFactory::make(const RunParams &run, jobs::JobContext context,
                                                    const QHash<QString, QByteArray> &tokens)
{
    if (run.kind != u"vacancies")
        return fail(Reason::BadValue, u"run kind: "_s + run.kind);
    auto requestSpec = requests(run);
    if (!requestSpec)
        return std::unexpected(requestSpec.error());
    auto search = VacancySpec::fromJson(run.params[u"search"_s].toObject());
    if (!search)
        return std::unexpected(search.error());
    return std::make_unique<vacancies::VacancySearch>(context, std::move(*search), std::move(*requestSpec),
                                                      tokens);
}

} // namespace linnet::session
