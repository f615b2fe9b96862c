// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/insightfinder.h"

#include "models/insight/adages.h"

namespace linnet::models {

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
    m_task.forget(); // an answer that is ready just now is one to another question
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
    auto opened = openForInsight(path, {}, wanted);
    if (!opened)
        return std::unexpected(opened.error());
    reader = std::move(*opened);
    ages = std::make_shared<AdAges>(
        path, [wanted](const QString &file) { return openForInsight(file, {}, wanted); });
    return {};
}

Result<InsightFinder::Found> InsightFinder::Reading::find(const InsightQuestion &question,
                                                          const InsightView &view, std::stop_token stop)
{
    if (const Result<void> opened = open(view.beforeTax); !opened)
        return std::unexpected(opened.error());
    reader->stopOn(stop); // that of the question before was stopped
    InsightView over = view;
    over.ages = ages;
    store::RowReader *from = reader.get();
    if (view.rows.runs.size() == 1 && AdAges::isNeeded(view.rows.filter)) {
        store::RowQuery whole = view.rows;
        whole.filter = {};
        const Result<qint64> rows = reader->count(whole);
        const auto aged =
            rows ? ages->reader(view.rows.runs.front(), *rows, stop) : std::unexpected(rows.error());
        if (!aged)
            return std::unexpected(aged.error());
        from = *aged;
    }
    const auto figures = InsightFigures::of(*from, view.rows, stop, view.fewest);
    if (!figures)
        return std::unexpected(figures.error());
    auto answer = answerInsight(*from, question, over, stop);
    if (!answer)
        return std::unexpected(answer.error());
    return Found{question.key, *figures, std::move(*answer)};
}

} // namespace linnet::models
