// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/coverageanswer.h"

#include "analysis/stats/coverage.h"
#include "models/insight/answerwords.h"
#include "table/schema.h"

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t MostDrawn = 6; ///< more would look alike
constexpr QLatin1StringView Covered[] = {"vacancy"_L1,
                                         "created"_L1,
                                         "salary_from"_L1,
                                         "salary_to"_L1,
                                         "pay"_L1,
                                         "experience"_L1,
                                         "experience_code"_L1,
                                         "schedule"_L1,
                                         "employment"_L1,
                                         "employment_code"_L1,
                                         "work_format"_L1,
                                         "work_format_code"_L1,
                                         "skills"_L1,
                                         "professional_roles"_L1,
                                         "isco08"_L1,
                                         "employer"_L1,
                                         "area"_L1,
                                         "region"_L1,
                                         "lat"_L1,
                                         "education"_L1,
                                         "description"_L1};

double shareOf(const analysis::Coverage::Group &group, size_t column)
{
    return double(group.filled[column]) / double(group.rows);
}

class Covering : private AnswerWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::InsightAnswer)

public:
    Covering(const InsightQuestion &question, const InsightView &view)
        : AnswerWords(view)
        , m_question(question)
        , m_view(view)
    {
    }

    Result<InsightAnswer> answer(store::RowReader &reader, std::stop_token stop)
    {
        std::vector<int> columns;
        for (const QLatin1StringView key : Covered)
            columns.push_back(indexOf(key));
        const auto found = analysis::coverage(reader, m_view.rows, indexOf(m_question.column), columns, stop);
        if (!found)
            return std::unexpected(found.error());
        draw::Chart &chart = m_answer.chart;
        chart.kind = draw::ChartKind::Bars;
        chart.title = m_question.text();
        chart.unit = unit();
        chart.basis = tr("Of the ads of each source, those that say it. Where a column of compared words has "
                         "less than the "
                         "column before it, words of the source were not understood.");
        chart.groupAxis = {tr("Known of the ad")};
        chart.valueAxis = {tr("Share of ads"), draw::ValueForm::Share};
        chart.n = chart.total = found->rows;
        chart.mostGroups = int(std::size(Covered));
        addSources(*found);
        for (size_t column = 0; column < std::size(Covered); ++column)
            addColumn(*found, column);
        m_answer.split = m_question.column;
        return std::move(m_answer);
    }

private:
    void addSources(const analysis::Coverage &found)
    {
        for (size_t i = 0; i < found.groups.size(); ++i) {
            const analysis::Coverage::Group &group = found.groups[i];
            const QString key = table::isNull(group.of) ? QString() : table::toText(group.of);
            const QString title = labelOf(column(m_question.column), group.of);
            if (i < MostDrawn)
                m_answer.chart.series.push_back({title, key, group.rows});
            else
                m_answer.chart.further.push_back({title, key, draw::ValueForm::Share});
        }
    }

    void addColumn(const analysis::Coverage &found, size_t column)
    {
        draw::ChartGroup row{.label = columnTitle(Covered[column]), .key = {}, .known = {}, .values = {}};
        for (size_t i = 0; i < found.groups.size(); ++i) {
            const analysis::Coverage::Group &group = found.groups[i];
            row.n += group.filled[column];
            (i < MostDrawn ? row.values : row.further).push_back(shareOf(group, column));
        }
        m_answer.chart.groups.push_back(std::move(row));
    }

    const InsightQuestion &m_question;
    const InsightView &m_view;
    InsightAnswer m_answer;
};

} // namespace

std::span<const QLatin1StringView> coveredColumns()
{
    return Covered;
}

Result<InsightAnswer> answerByCoverage(store::RowReader &reader, const InsightQuestion &question,
                                       const InsightView &view, std::stop_token stop)
{
    return Covering(question, view).answer(reader, std::move(stop));
}

} // namespace linnet::models
