// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/insightfinder.h"

#include "analysis/stats/groupstats.h"
#include "comparable/ruletable.h"
#include "store/sqlite/payfunction.h"
#include "table/vacancyschema.h"

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<double> medianOf(const analysis::GroupStats &group)
{
    return group.known >= FewestForMedian ? std::optional(group.spread->median) : std::nullopt;
}

Result<InsightFinder::Figures> figuresOf(store::RowReader &reader, const store::RowQuery &rows,
                                         std::stop_token stop)
{
    if (rows.schema != &table::vacancySchema()) {
        const Result<qint64> count = reader.count(rows);
        if (!count)
            return std::unexpected(count.error());
        InsightFinder::Figures figures;
        figures.rows = *count;
        return figures;
    }
    const auto pay = analysis::groupStats(reader,
                                          {.rows = rows,
                                           .by = {int(table::VacancyColumn::SalaryGross)},
                                           .measure = int(table::VacancyColumn::Pay)},
                                          stop);
    if (!pay)
        return std::unexpected(pay.error());
    InsightFinder::Figures figures;
    figures.rows = pay->all.rows;
    figures.paid = pay->all.known;
    figures.median = medianOf(pay->all);
    qint64 said = 0;
    for (const analysis::GroupStats &group : pay->top)
        said += table::isNull(group.of[0]) ? 0 : group.known;
    if (figures.paid > 0)
        figures.saidShare = double(said) / double(figures.paid);
    return figures;
}

} // namespace

InsightFinder::InsightFinder(QObject *parent)
    : QObject(parent)
    , m_task([this](Result<Found> found) {
        if (found)
            Q_EMIT this->found(*found);
        else if (found.error().reason != Reason::Cancelled)
            Q_EMIT failed(found.error());
    })
{
}

InsightFinder::~InsightFinder()
{
    m_stop.request_stop();
}

void InsightFinder::setProject(const QString &path)
{
    m_stop.request_stop();
    m_task.stop();
    m_reading.reset();
    if (path.isEmpty())
        return;
    m_reading = std::make_shared<Reading>();
    m_reading->path = path;
}

void InsightFinder::ask(const InsightQuestion &question, const InsightView &view)
{
    if (!m_reading)
        return;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_task.start([reading = m_reading, question, view, stop = m_stop.get_token()] {
        return reading->find(question, view, stop);
    });
}

Result<void> InsightFinder::Reading::open(bool wanted)
{
    if (reader && beforeTax == wanted)
        return {};
    reader.reset();
    beforeTax = wanted;
    auto opened = store::RowReader::open(path);
    const auto memos = opened ? (*opened)->memos() : std::unexpected(opened.error());
    if (!memos)
        return std::unexpected(memos.error());
    // The project's own lines, and over them what the switch says.
    auto lines = comparable::readRuleTable(memos->value(QString::fromLatin1(store::PayRulesMemo)).toUtf8());
    if (!lines)
        lines = std::vector<comparable::RuleLine>();
    comparable::RuleLine basis;
    basis.rule = "basis";
    basis.value = wanted ? "gross" : "net";
    lines->push_back(basis);
    if (const Result<void> told = (*opened)->usePayRules(comparable::toRuleTable(*lines)); !told)
        return told;
    reader = std::move(*opened);
    return {};
}

Result<InsightFinder::Found> InsightFinder::Reading::find(const InsightQuestion &question,
                                                          const InsightView &view, std::stop_token stop)
{
    if (const Result<void> opened = open(view.beforeTax); !opened)
        return std::unexpected(opened.error());
    const auto figures = figuresOf(*reader, view.rows, stop);
    if (!figures)
        return std::unexpected(figures.error());
    auto answer = answerInsight(*reader, question, view, stop);
    if (!answer)
        return std::unexpected(answer.error());
    return Found{question.key, *figures, std::move(*answer)};
}

} // namespace linnet::models
