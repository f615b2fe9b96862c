// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/insighttab.h"

#include "base/errortext.h"
#include "gui/chart/chartpanel.h"
#include "gui/insight/mappanel.h"
#include "gui/insight/pairpanel.h"
#include "gui/insight/questionlist.h"
#include "gui/insight/reportdialog.h"
#include "gui/insight/rulesdialog.h"
#include "gui/look/textscale.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/emptystate.h"
#include "models/insight/answerwords.h"
#include "models/insight/limits.h"
#include "models/insight/mapfilter.h"
#include "models/projectmemory.h"
#include "models/table/cellformat.h"
#include "report/runtitle.h"
#include "session/changes/comparedruns.h"
#include "session/runkinds.h"
#include "session/session.h"
#include "store/removedrows.h"
#include "table/vacancyschema.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <cmath>
#include <ranges>
#include <utility>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using models::InsightQuestion;

namespace {

constexpr auto Soon = 150ms;
constexpr auto WhileRowsCome = 2s;
constexpr int ListWidth = 264;
constexpr QSize LeastSize(240, 48);
constexpr double Hundred = 100;

/// As it stands in a chart's key.
table::Value valueOf(const table::Column &column, const QString &key)
{
    if (key.isEmpty())
        return {};
    if (column.type == table::ColumnType::Integer)
        return key.toLongLong();
    if (column.type == table::ColumnType::Bool)
        return key == "true"_L1;
    return key;
}

} // namespace

bool InsightTab::isFor(const table::Schema &schema)
{
    return !InsightQuestion::of(schema).isEmpty();
}

InsightTab::InsightTab(const Services &services, const table::Schema &schema, ResultsView &results,
                       QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_schema(schema)
    , m_results(results)
    , m_basis(new QComboBox(this))
    , m_rules(new QPushButton(this))
    , m_figures(new ElidedLabel(this))
    , m_compare(new QPushButton(this))
    , m_report(new QPushButton(this))
    , m_questions(new QuestionList(services, schema, this))
    , m_sentence(new QLabel(this))
    , m_chart(new ChartPanel(this))
    , m_map(new MapPanel(this))
    , m_pairs(new PairPanel(this))
    , m_asGraph(new QPushButton(this))
    , m_charts(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_memos([this](const Result<QHash<QString, QString>> &memos) {
        if (memos)
            showRules(*memos);
        else
            Q_EMIT message(ErrorText::sentence(memos.error()));
    })
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_questions, 1);
    middle->addWidget(m_stack, 3);
    layout->addLayout(middle, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeAnswer());
    keepScaled(m_questions, [this] { m_questions->setMaximumWidth(scaled(ListWidth)); });
    m_soon.setSingleShot(true);
    setMinimumSize(LeastSize); // it gives way before the table beside it does

    connect(&m_soon, &QTimer::timeout, this, &InsightTab::ask);
    connect(m_questions, &QuestionList::chosen, this, &InsightTab::ask);
    connect(m_basis, &QComboBox::activated, this, &InsightTab::ask);
    connect(m_rules, &QPushButton::clicked, this, &InsightTab::askRules);
    connect(m_compare, &QPushButton::clicked, this, &InsightTab::compare);
    connect(m_report, &QPushButton::clicked, this, &InsightTab::openReport);
    for (const ChartPanel *panel : {m_chart, static_cast<ChartPanel *>(m_map)}) {
        connect(panel, &ChartPanel::groupChosen, this, &InsightTab::choose);
        connect(panel, &ChartPanel::message, this, &InsightTab::message);
    }
    connect(m_pairs, &PairPanel::itemChosen, this, [this](const QString &key, bool isOther) {
        choosePaired({{isOther ? m_split : m_column, key}});
    });
    connect(m_asGraph, &QPushButton::toggled, this, [this](bool isGraph) {
        m_charts->setCurrentWidget(isGraph ? static_cast<QWidget *>(m_pairs) : m_chart);
    });
    connect(&m_finder, &models::InsightFinder::found, this, &InsightTab::take);
    connect(&m_finder, &models::InsightFinder::failed, this, [this](const Error &error) {
        say("warning"_L1, ErrorText::sentence(error), tr("Choose a question to ask again."));
    });
    connect(&results, &ResultsView::viewChanged, this, &InsightTab::askSoon);
    connect(&results, &ResultsView::shownChanged, this, &InsightTab::askSoon);
    connect(&services.memory, &models::ProjectMemory::changed, this, [this] {
        const QString limits = m_services.memory.text(QString::fromLatin1(models::LimitsMemo));
        if (std::exchange(m_limits, limits) != limits)
            askSoon();
    });
    connect(&services.session, &session::Session::committed, this, [this](const store::Committed &change) {
        if (change.rules)
            m_finder.setProject(m_project);
        if (isVisible() && !m_soon.isActive())
            m_soon.start(change.rules ? std::chrono::milliseconds(Soon) : WhileRowsCome);
    });
    connect(&services.session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_soon.stop();
        m_project.clear();
        setComparison({});
        m_finder.setProject({});
        m_memos.stop();
    });
    retranslate();
}

QWidget *InsightTab::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_figures, 1);
    row->addWidget(m_basis);
    row->addWidget(m_rules);
    row->addWidget(m_compare);
    row->addWidget(m_report);
    m_compare->setObjectName(u"compareInsight"_s);
    m_basis->addItems({QString(), QString()});
    for (QWidget *ofPay : {static_cast<QWidget *>(m_basis), static_cast<QWidget *>(m_rules)})
        ofPay->setVisible(&m_schema == &table::vacancySchema());
    return head;
}

QWidget *InsightTab::makeAnswer()
{
    auto *answer = new QWidget(this);
    auto *column = new QVBoxLayout(answer);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(m_sentence, 1);
    head->addWidget(m_asGraph, 0, Qt::AlignTop);
    column->addLayout(head);
    m_asGraph->setCheckable(true);
    m_asGraph->hide();
    m_charts->addWidget(m_chart);
    m_charts->addWidget(m_map);
    m_charts->addWidget(m_pairs);
    column->addWidget(m_charts, 1);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return answer;
}

void InsightTab::retranslate()
{
    m_basis->setItemText(0, tr("Before tax"));
    m_basis->setItemText(1, tr("In hand"));
    m_basis->setAccessibleName(tr("Pay before tax or in hand"));
    m_basis->setToolTip(tr("How pay is reckoned in all charts"));
    m_rules->setText(tr("Rules…"));
    m_rules->setToolTip(tr("By which pay and words become comparable: look at them, change them"));
    setComparison(m_comparison);
    m_report->setText(tr("Report…"));
    m_report->setToolTip(tr("All of this as one file to hand over, HTML or PDF"));
    m_sentence->setAccessibleName(tr("The answer in a sentence"));
    m_asGraph->setText(tr("As a graph"));
    m_asGraph->setToolTip(tr("Draw what stands together as dots and lines"));
    m_questions->retranslate();
    askSoon();
}

QListWidget &InsightTab::questions() const
{
    return m_questions->list();
}

const table::Schema &InsightTab::schema() const
{
    return m_services.session.projectSlot().withJoined(m_schema);
}

ResultsPane *InsightTab::pane() const
{
    return m_results.isEmpty() ? nullptr : m_results.pane(m_schema);
}

ChartPanel &InsightTab::chart() const
{
    return m_charts->currentWidget() == m_map ? *m_map : *m_chart;
}

QString InsightTab::figures() const
{
    return m_figures->text();
}

QString InsightTab::sentence() const
{
    return m_sentence->text();
}

void InsightTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void InsightTab::askSoon()
{
    if (isVisible())
        m_soon.start(Soon);
}

void InsightTab::ask()
{
    m_soon.stop();
    const InsightQuestion *question = m_questions->current();
    ResultsPane *rows = pane();
    if (!isVisible() || !question || !rows || !m_services.session.hasProject())
        return;
    if (m_comparison && m_comparison->run && m_results.runs().contains(*m_comparison->run))
        setComparison({}); // nothing beside itself
    const QString project = m_services.session.project().path();
    if (project != m_project)
        m_finder.setProject(m_project = project);
    if (m_stack->currentWidget() == m_empty)
        say("hourglass"_L1, tr("Counting…"), {});
    table::Filter filter = rows->filter().filter();
    // As facets do: what can be chosen here stays in sight.
    for (const QLatin1StringView column : {question->column, question->split}) {
        // The conditions of no column are those of any text.
        if (question->kind != InsightQuestion::Kind::Spread && !column.isEmpty() && !m_comparison)
            filter = filter.without(column);
    }
    if (question->kind == InsightQuestion::Kind::Map)
        filter = models::MapFilter::without(filter);
    m_finder.ask(*question, {.rows = {&rows->schema(), m_results.runs(), std::move(filter), {}},
                             .beforeTax = m_basis->currentIndex() == 0,
                             .locale = QLocale(),
                             .fewest = models::limitsFromMemo(
                                 m_services.memory.text(QString::fromLatin1(models::LimitsMemo))),
                             .other = otherSide(),
                             .name = m_comparison ? m_comparison->name : QString()});
}

void InsightTab::askRules()
{
    if (m_services.session.hasProject())
        m_memos.start(m_services.session.project().path(),
                      [](store::RowReader &reader) { return reader.memos(); });
}

void InsightTab::showRules(const QHash<QString, QString> &memos)
{
    auto *dialog = new RulesDialog(m_services, memos, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void InsightTab::take(const models::InsightFinder::Found &found)
{
    const InsightQuestion *question = m_questions->current();
    if (!question || question->key != found.question)
        return;
    const QLocale locale;
    const models::InsightFinder::Figures &figures = found.figures;
    QStringList parts;
    if (&m_schema != &table::vacancySchema()) {
        parts.append(tr("%n address(es)", nullptr, int(figures.rows)));
    } else {
        parts.append(tr("%n ad(s)", nullptr, int(figures.rows)));
        const double share = figures.rows > 0 ? double(figures.paid) / double(figures.rows) : 0;
        parts.append(tr("pay that compares for %1 %").arg(locale.toString(share * Hundred, 'f', 0)));
        if (figures.median) {
            const QString median = models::CellFormat(locale).number(std::round(*figures.median));
            parts.append((m_basis->currentIndex() == 0 ? tr("median %1 ₽ a month before tax, n = %2")
                                                       : tr("median %1 ₽ a month in hand, n = %2"))
                             .arg(median, locale.toString(figures.paid)));
            parts.append(
                tr("%1 % of these ads say which").arg(locale.toString(figures.saidShare * Hundred, 'f', 0)));
        }
    }
    m_figures->setText(parts.join(u" · "_s));
    if (found.answer.chart.isEmpty()) {
        const QString why = found.answer.chart.whyEmpty;
        say("info"_L1, question->text(),
            why.isEmpty()
                ? tr("No row says anything about it. Take away conditions, or ask another question.")
                : why);
        return;
    }
    m_column = found.answer.column;
    m_split = found.answer.split;
    m_sentence->setText(found.answer.sentence);
    m_sentence->setVisible(!found.answer.sentence.isEmpty());
    showAnswer(found.answer);
    m_map->setChosenBox(pane() ? models::MapFilter::boxOf(pane()->filter().filter()) : std::nullopt);
    QStringList chosen;
    if (const auto index = schema().indexOf(m_column); index && pane()) {
        for (const table::Value &value : pane()->filter().picked(*index))
            chosen.append(table::toText(value));
    }
    m_chart->view().setChosen(chosen);
    m_stack->setCurrentIndex(1);
}

void InsightTab::showAnswer(const models::InsightAnswer &answer)
{
    m_asGraph->setVisible(answer.pairs != nullptr);
    m_pairs->setPairs(answer.pairs);
    if (answer.map)
        m_map->setMap(answer.map, answer.chart);
    else
        m_chart->setChart(answer.chart);
    const bool isGraph = answer.pairs && m_asGraph->isChecked();
    m_charts->setCurrentWidget(answer.map ? static_cast<QWidget *>(m_map)
                               : isGraph  ? static_cast<QWidget *>(m_pairs)
                                          : m_chart);
}

void InsightTab::choose(const QString &key, const QString &series)
{
    const auto index = schema().indexOf(m_column);
    const InsightQuestion *question = m_questions->current();
    ResultsPane *rows = pane();
    if (!index || !rows || !question)
        return;
    models::FilterState &filter = rows->filter();
    if (question->kind == InsightQuestion::Kind::Map) {
        chooseOnMap(key, filter);
        return;
    }
    const bool isNumeric =
        question->kind == InsightQuestion::Kind::Spread || question->kind == InsightQuestion::Kind::Age;
    if (question->kind == InsightQuestion::Kind::Pairs) {
        choosePaired({{m_column, key.section(models::KeySeparator, 0, 0)},
                      {m_split, key.section(models::KeySeparator, 1)}});
        return;
    }
    if (!isNumeric) {
        const auto turn = [&](int column, const QString &text, bool stays) {
            const table::Value value = valueOf(schema().columns[size_t(column)], text);
            filter.setPicked(column, value, stays || !filter.picked(column).contains(value));
        };
        const bool isPair = key.contains(models::KeySeparator);
        const QString part = isPair ? key.section(models::KeySeparator, 1) : series;
        const auto split = schema().indexOf(m_split);
        const bool isCut = split && (isPair || !part.isEmpty());
        turn(*index, key.section(models::KeySeparator, 0, 0), isCut);
        if (isCut)
            turn(*split, part, false);
        return;
    }
    const double from = key.section(u';', 0, 0).toDouble();
    const double to = key.section(u';', 1).toDouble();
    const auto limit = [&](table::FilterOp op, double number) {
        filter.setHolds({.column = m_column, .op = op, .operands = {number}}, true);
    };
    if (std::isfinite(from) && std::isfinite(to))
        filter.setRange(*index, from, std::nextafter(to, from));
    else if (std::isfinite(from))
        limit(table::FilterOp::AtLeast, from);
    else if (std::isfinite(to))
        limit(table::FilterOp::Less, to);
}

/// Picked values of one column are either of them: both at once are two conditions.
void InsightTab::choosePaired(const QList<std::pair<QString, QString>> &items)
{
    for (const auto &[column, item] : items) {
        const table::Condition has{column, table::FilterOp::OneOf, {item}};
        if (ResultsPane *rows = pane())
            rows->filter().setHolds(has, true);
    }
}

void InsightTab::chooseOnMap(const QString &key, models::FilterState &filter)
{
    const auto box = models::InsightMap::boxOf(key);
    if (!box)
        return;
    const table::Filter before = filter.filter();
    const bool isChosen = models::MapFilter::boxOf(before) == box;
    filter.setFilter(isChosen ? models::MapFilter::without(before) : models::MapFilter::with(before, *box));
}

void InsightTab::openReport()
{
    ResultsPane *rows = pane();
    if (!rows || !m_services.session.hasProject())
        return;
    const QString project = m_services.session.project().path();
    const QList<store::RunId> runs = m_results.runs();
    const auto reader = m_services.session.project().reader();
    const auto title = reader ? report::runTitle(**reader, runs, QLocale()) : std::unexpected(reader.error());
    auto *dialog =
        new ReportDialog(project, {&rows->schema(), runs, rows->filter().filter(), {}}, m_questions->all(),
                         m_basis->currentIndex() == 0, title.value_or(QString()), m_services.settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto other = otherSide())
        dialog->compare(*other, m_comparison->name);
    connect(dialog, &ReportDialog::made, this, [this](const QString &path) {
        Q_EMIT message(tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
    });
    // The file of the project is about to go.
    connect(&m_services.session.projectSlot(), &session::ProjectSlot::aboutToClose, dialog,
            [dialog] { delete dialog; });
    dialog->open();
}

void InsightTab::compare()
{
    ResultsPane *rows = pane();
    if (m_comparison) {
        setComparison({});
        ask();
        return;
    }
    if (!rows || !m_services.session.hasProject())
        return;
    const auto reader = m_services.session.project().reader();
    const auto shown =
        reader ? report::runTitle(**reader, m_results.runs(), QLocale()) : std::unexpected(reader.error());
    auto *dialog =
        new CompareDialog(schema(), rows->filter().filter(), shown.value_or(QString()), otherRuns(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        setComparison(dialog->choice());
        ask();
    });
    connect(&m_services.session.projectSlot(), &session::ProjectSlot::aboutToClose, dialog, &QDialog::reject);
    dialog->open();
}

void InsightTab::setComparison(const std::optional<CompareDialog::Choice> &choice)
{
    m_comparison = choice;
    m_compare->setText(choice ? tr("Stop comparing") : tr("Compare with…"));
    m_compare->setToolTip(choice ? tr("“%1” stands beside “%2”").arg(choice->name, choice->otherName)
                                 : tr("Other rows, or another run, beside these in every chart"));
}

std::optional<models::InsightSide> InsightTab::otherSide() const
{
    ResultsPane *rows = pane();
    if (!m_comparison || !rows)
        return {};
    store::RowQuery other{&schema(), m_results.runs(), rows->filter().filter(), {}};
    if (m_comparison->run)
        other.runs = {*m_comparison->run};
    else
        other.filter = m_comparison->filter.value_or(table::Filter());
    return models::InsightSide{other, m_comparison->otherName};
}

/// Of the same table, newest first, but for those that are shown.
QList<CompareDialog::Run> InsightTab::otherRuns() const
{
    QList<CompareDialog::Run> result;
    const auto reader = m_services.session.project().reader();
    const auto runs = reader ? (*reader)->runs() : std::unexpected(reader.error());
    if (!runs)
        return result;
    for (const store::RunInfo &run : *runs | std::views::reverse) {
        const table::Schema *rows = session::rowsOf(run.kind);
        if ((rows != &m_schema && session::comparedRows(run.kind) != &m_schema) ||
            m_results.runs().contains(run.id) || store::RemovedRows::of(run.counts))
            continue;
        const QString when = QLocale().toString(QDateTime::fromString(run.started, Qt::ISODate).toLocalTime(),
                                                QLocale::ShortFormat);
        const QString title = report::runTitle(**reader, {run.id}, QLocale()).value_or(QString());
        result.append(
            {run.id, title.isEmpty() ? when : tr("%1, %2", "a run, when it began").arg(title, when)});
    }
    return result;
}

void InsightTab::say(QLatin1StringView icon, const QString &title, const QString &hint)
{
    m_empty->say(icon, title, hint);
    m_stack->setCurrentWidget(m_empty);
}

} // namespace linnet::gui
