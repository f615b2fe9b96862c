// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/comparedcolumns.h"

#include "table/checkschema.h"
#include "table/linkschema.h"
#include "table/pageschema.h"
#include "table/proxyschema.h"
#include "table/vacancyschema.h"

#include <algorithm>
#include <array>
#include <utility>

namespace linnet::analysis {

using table::CellView;
using table::CellViews;
using table::CheckColumn;
using table::LinkColumn;
using table::PageColumn;
using table::ProxyColumn;
using table::VacancyColumn;

namespace {

template <typename Column> QList<int> indexes(std::initializer_list<Column> columns)
{
    QList<int> result;
    for (const Column column : columns)
        result.append(std::to_underlying(column));
    return result;
}

bool is(const CellView &cell, QByteArrayView text)
{
    const auto *view = std::get_if<QByteArrayView>(&cell);
    return view && *view == text;
}

bool isYes(const CellView &cell)
{
    const auto *yes = std::get_if<bool>(&cell);
    return yes && *yes;
}

quint8 marksOfVacancy(CellViews cells) // archived, state
{
    quint8 marks = 0;
    if (isYes(cells[0]) || is(cells[1], "gone"))
        marks |= ComparedColumns::Closed;
    if (!is(cells[1], "complete"))
        marks |= ComparedColumns::Partial;
    return marks;
}

quint8 marksOfPage(CellViews cells) // state, verdict, status
{
    if (is(cells[0], "skipped"))
        return ComparedColumns::Unasked;
    const auto *status = std::get_if<qint64>(&cells[2]);
    quint8 marks = is(cells[1], "broken") ? ComparedColumns::Broken : 0;
    // What the server says is not there has no links either.
    if (is(cells[0], "failed") && !(status && (*status == 404 || *status == 410)))
        marks |= ComparedColumns::Uncertain;
    return marks;
}

quint8 marksOfLink(CellViews cells) // target_verdict
{
    return is(cells[0], "broken") ? ComparedColumns::Broken : 0;
}

quint8 marksOfCheck(CellViews cells) // state
{
    return is(cells[0], "ok") ? 0 : ComparedColumns::Broken;
}

quint8 marksOfProxy(CellViews cells) // status
{
    return is(cells[0], "alive") ? 0 : ComparedColumns::Broken;
}

std::array<ComparedColumns, 5> allTables()
{
    return {
        ComparedColumns{
            .schema = &table::vacancySchema(),
            .key = indexes({VacancyColumn::Source, VacancyColumn::Id}),
            .counted = indexes(
                {VacancyColumn::Vacancy,    VacancyColumn::HasTest,         VacancyColumn::SalaryFrom,
                 VacancyColumn::SalaryTo,   VacancyColumn::Currency,        VacancyColumn::SalaryGross,
                 VacancyColumn::SalaryMode, VacancyColumn::SalaryFrequency, VacancyColumn::Experience,
                 VacancyColumn::Schedule,   VacancyColumn::Skills,          VacancyColumn::Employer,
                 VacancyColumn::Area,       VacancyColumn::Description,     VacancyColumn::Employment,
                 VacancyColumn::WorkFormat, VacancyColumn::Address,         VacancyColumn::ProfessionalRoles,
                 VacancyColumn::WorkPlaces, VacancyColumn::Education,       VacancyColumn::Specialisation}),
            .marking = indexes({VacancyColumn::Archived, VacancyColumn::State}),
            .marksOf = marksOfVacancy,
            .group = std::to_underlying(VacancyColumn::Group),
            .number = std::to_underlying(VacancyColumn::Id)},
        ComparedColumns{
            .schema = &table::pageSchema(),
            .key = indexes({PageColumn::Url}),
            .counted = indexes({PageColumn::Status, PageColumn::Reason, PageColumn::Type, PageColumn::Title,
                                PageColumn::MetaDescription, PageColumn::H1, PageColumn::H2,
                                PageColumn::Canonical, PageColumn::Robots, PageColumn::Indexable,
                                PageColumn::Words, PageColumn::Charset, PageColumn::Lang, PageColumn::Hash,
                                PageColumn::Verdict, PageColumn::RedirectTo, PageColumn::WhyNotFetched}),
            .marking = indexes({PageColumn::State, PageColumn::Verdict, PageColumn::Status}),
            .marksOf = marksOfPage},
        ComparedColumns{.schema = &table::linkSchema(),
                        .key = indexes({LinkColumn::SourceUrl, LinkColumn::ParsedUrl, LinkColumn::Element,
                                        LinkColumn::Anchor}),
                        .counted = indexes({LinkColumn::Rel, LinkColumn::Fragment, LinkColumn::TargetStatus,
                                            LinkColumn::Nofollow, LinkColumn::TargetVerdict}),
                        .marking = indexes({LinkColumn::TargetVerdict}),
                        .marksOf = marksOfLink},
        ComparedColumns{.schema = &table::checkSchema(),
                        .key = indexes({CheckColumn::Url, CheckColumn::Phase}),
                        .counted = indexes({CheckColumn::Status, CheckColumn::Length, CheckColumn::Preview,
                                            CheckColumn::Reason, CheckColumn::Type, CheckColumn::FinalUrl,
                                            CheckColumn::Title, CheckColumn::CertificateProblem}),
                        .marking = indexes({CheckColumn::State}),
                        .marksOf = marksOfCheck},
        ComparedColumns{.schema = &table::proxySchema(),
                        .key = indexes({ProxyColumn::Proxy}),
                        .counted = indexes({ProxyColumn::Status, ProxyColumn::ExitAddress,
                                            ProxyColumn::Anonymity, ProxyColumn::Reason}),
                        .marking = indexes({ProxyColumn::Status}),
                        .marksOf = marksOfProxy}};
}

} // namespace

const ComparedColumns *ComparedColumns::of(const table::Schema &schema)
{
    static const std::array tables = allTables();
    const auto found = std::ranges::find(tables, &schema, &ComparedColumns::schema);
    return found == tables.end() ? nullptr : &*found;
}

} // namespace linnet::analysis
