// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checks/comparisonview.h"

#include "gui/look/textscale.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/retranslate.h"
#include "gui/widgets/waterfallview.h"
#include "table/requestschema.h"

#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using checks::Comparison;
using checks::Phase;
using checks::PhaseTime;
using models::Waterfall;
using models::WaterfallGroup;

namespace {

/// The requests that were let go during a part. Times are whole milliseconds: one that was over within the
/// millisecond in which a part ends and the next one begins belongs to the part that ends.
std::vector<table::Cells> requestsOf(const std::vector<PhaseTime> &times, size_t part,
                                     const std::vector<table::Cells> &rows)
{
    using table::RequestColumn;
    const qint64 begin = times[part].begunUtcMs;
    const qint64 end = times[part].endedUtcMs;
    const bool follows = part > 0 && times[part - 1].endedUtcMs == begin;
    std::vector<table::Cells> ours;
    std::ranges::copy_if(rows, std::back_inserter(ours), [&](const table::Cells &row) {
        const auto *started = std::get_if<qint64>(&row[size_t(RequestColumn::StartedMs)]);
        const auto *seconds = std::get_if<double>(&row[size_t(RequestColumn::Seconds)]);
        if (!started || *started < begin || *started > end)
            return false;
        const bool isShort = seconds && *seconds < 0.001;
        return isShort ? *started > begin || !follows : *started < end;
    });
    return ours;
}

WaterfallGroup groupOf(const PhaseTime &time, const std::vector<table::Cells> &requests)
{
    const bool oneByOne = time.phase.order == Phase::Order::OneByOne;
    return {oneByOne ? ComparisonView::tr("One by one") : ComparisonView::tr("All at once"),
            Waterfall::secondsText(time.seconds), Waterfall::bars(requests, time.begunUtcMs)};
}

Result<ComparisonData> readComparison(store::RowReader &reader, store::RunId run)
{
    const auto runs = reader.runs();
    if (!runs)
        return std::unexpected(runs.error());
    const auto info = std::ranges::find(*runs, run, &store::RunInfo::id);
    ComparisonData data;
    if (info == runs->end())
        return data;
    const store::RowQuery query{&table::requestSchema(), {run}, {}, {}};
    const auto ids = reader.ids(query);
    const auto rows = ids ? reader.rows(*query.schema, *ids) : std::unexpected(ids.error());
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<PhaseTime> times = Comparison::ofCounts(info->counts).times();
    for (size_t part = 0; part < times.size(); ++part)
        times[part].limited = Comparison::limitedSeconds(requestsOf(times, part, *rows));
    // The last whole repetition: one of each order.
    for (const Phase::Order order : {Phase::Order::OneByOne, Phase::Order::Concurrent}) {
        const auto last = std::ranges::find_if(times | std::views::reverse, [order](const PhaseTime &time) {
            return time.phase.order == order && !time.disturbed;
        });
        if (last == times.rend())
            continue;
        const auto part = size_t(last.base() - times.begin()) - 1;
        data.groups.push_back(groupOf(*last, requestsOf(times, part, *rows)));
    }
    data.result = Comparison(std::move(times));
    return data;
}

} // namespace

ComparisonView::ComparisonView(session::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_headline(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_view(new WaterfallView(WaterfallView::Axis::Whole, this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_task([this](const Result<ComparisonData> &read_) {
        if (read_)
            show(*read_);
        else
            qWarning("A comparison could not be read: %s", qPrintable(read_.error().detail));
    })
{
    keepFont(m_headline, 1.3, QFont::DemiBold);
    m_headline->setWordWrap(true);
    m_explanation->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    auto *content = new QWidget(m_stack);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 12, 0, 0);
    for (QLabel *label : {m_headline, m_explanation}) {
        label->setContentsMargins(16, 0, 16, 0);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    column->addSpacing(8);
    column->addWidget(m_view, 1);
    keepTranslated(this, [this] {
        m_empty->say(
            "hourglass"_L1, tr("Not compared yet"),
            tr("Compare in the menu beside the main button asks the same list one by one and then all at "
               "once, and shows here what that saves."));
        read();
    });
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    m_rest.setSingleShot(true);
    m_rest.setInterval(std::chrono::milliseconds(300));
    connect(&m_rest, &QTimer::timeout, this, &ComparisonView::read);
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_rest.stop();
        m_task.stop();
        showRun(0);
    });
    connect(&session, &session::Session::committed, this, [this](const store::Committed &change) {
        // The last requests of a part may be stored after the run has ended.
        const bool hasRequests = std::ranges::any_of(change.rows, [this](const store::Committed::Rows &rows) {
            return rows.run == m_run && rows.schema == &table::requestSchema();
        });
        const bool ours = hasRequests || std::ranges::find(change.runs, m_run) != change.runs.end();
        if (m_run != 0 && ours && !m_rest.isActive())
            m_rest.start();
    });
}

void ComparisonView::showRun(store::RunId run)
{
    m_run = run;
    m_known = false;
    m_view->setGroups({});
    m_stack->setCurrentIndex(0);
    read();
}

void ComparisonView::read()
{
    if (m_run != 0 && m_session.hasProject())
        m_task.start(m_session.project().path(),
                     [run = m_run](store::RowReader &reader) { return readComparison(reader, run); });
}

void ComparisonView::show(const ComparisonData &known)
{
    if (m_run == 0 || known.groups.empty())
        return;
    m_headline->setText(headline(known.result));
    m_explanation->setText(explanation(known.result));
    m_view->setGroups(known.groups);
    m_stack->setCurrentIndex(1);
    if (!std::exchange(m_known, known.result.isKnown()) && m_known)
        Q_EMIT shown();
}

QString ComparisonView::headline() const
{
    return m_headline->text();
}

QString ComparisonView::explanation() const
{
    return m_explanation->text();
}

QString ComparisonView::headline(const Comparison &result)
{
    if (!result.isKnown())
        return tr("The comparison is under way");
    const QString concurrent = Waterfall::secondsText(result.concurrentSeconds());
    const QString sequential = Waterfall::secondsText(result.sequentialSeconds());
    const double saving = result.savingPercent();
    const QString percent = QLocale().toString(std::abs(saving), 'f', 1);
    return saving >= 0
               ? tr("All at once took %1 instead of %2: %3 % less").arg(concurrent, sequential, percent)
               : tr("All at once took %1 instead of %2: %3 % more").arg(concurrent, sequential, percent);
}

QString ComparisonView::explanation(const Comparison &result)
{
    if (!result.isKnown())
        return tr("First each address waits for the one before it; then all are asked together.");
    const QString longest = Waterfall::secondsText(result.longestSeconds());
    // Requests that failed were tried again after pauses; no answer took that long.
    const bool waited =
        result.limitedSeconds() < 0 && result.longestSeconds() < result.concurrentSeconds() / 2;
    QString text =
        waited ? tr("While one site thinks, the others are already asked. No answer took longer than %1: the "
                    "pauses "
                    "before failed requests were tried again set the time.")
                     .arg(longest)
        : result.limitedSeconds() < 0
            ? tr("While one site thinks, the others are already asked. The longest answer (%1) sets the "
                 "time.")
                  .arg(longest)
            : tr("While one site thinks, the others are already asked. The longest answer (%1) sets the "
                 "time; the limiter took %2 of it.")
                  .arg(longest, Waterfall::secondsText(result.limitedSeconds()));
    if (result.repetitions() > 1)
        text += u' ' + tr("Medians of %n repetition(s).", nullptr, result.repetitions());
    return text;
}

} // namespace linnet::gui
