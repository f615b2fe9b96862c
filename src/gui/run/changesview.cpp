// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/changesview.h"

#include "base/errortext.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/emptystate.h"
#include "models/changeswords.h"
#include "session/session.h"
#include "table/changes/changeschema.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Whole = 1000; // steps of the bar

/// The page's own table, with what changed in front.
ResultsTable changesOf(const QList<ResultsTable> &tables)
{
    // Of a crawl its pages.
    auto compared = std::ranges::find(tables, &table::pageSchema(), &ResultsTable::schema);
    if (compared == tables.end())
        compared = std::ranges::find_if(
            tables, [](const ResultsTable &table) { return table::changeSchema(*table.schema) != nullptr; });
    Q_ASSERT(compared != tables.end());
    ResultsTable result = *compared;
    result.schema = table::changeSchema(*compared->schema);
    result.nothing = ChangesView::tr("Nothing changed.");
    result.shortcut = {};
    result.news = {};
    return result;
}

} // namespace

ChangesView::ChangesView(const Services &services, const QList<ResultsTable> &tables, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_pane(new ResultsPane(changesOf(tables), services.settings, services.actions, this))
    , m_choice(new QComboBox(this))
    , m_choiceLabel(new QLabel(this))
    , m_text(new ElidedLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
    , m_confirm(new QPushButton(this))
    , m_warning(new Banner(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_confirming([this](Result<session::RunParams> params) {
        m_confirm->setEnabled(true);
        if (params && !params->first.newWork.empty())
            Q_EMIT confirmReady(*params);
        else if (!params)
            m_warning->say(Banner::Tone::Warning, params.error().reason == Reason::BadValue
                                                      ? params.error().detail
                                                      : ErrorText::sentence(params.error()));
    })
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_warning);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_pane);
    connect(m_choice, &QComboBox::activated, this,
            [this](int index) { compare(m_choice->itemData(index).toLongLong(), m_run); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_finder.cancel();
        m_isComparing = false;
        m_failure = tr("The comparison was stopped.");
        showState();
    });
    connect(&m_finder, &models::ChangesFinder::found, this, &ChangesView::take);
    connect(&m_finder, &models::ChangesFinder::failed, this, [this](const Error &error) {
        m_isAlone = false;
        m_isComparing = false;
        m_failure = ErrorText::sentence(error);
        showState();
    });
    connect(&m_finder, &models::ChangesFinder::progressed, this,
            [this](double share) { m_progress->setValue(int(share * Whole)); });
    connect(&services.session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_run = 0;
        m_known.reset();
        m_isAlone = false;
        m_confirming.stop();
        m_confirm->setEnabled(true);
        letGo();
        m_finder.stop();
    });
    showTexts();
    showState();
}

QWidget *ChangesView::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_choiceLabel);
    row->addWidget(m_choice);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_confirm);
    connect(m_confirm, &QPushButton::clicked, this, &ChangesView::confirm);
    m_choiceLabel->setBuddy(m_choice);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_progress->setRange(0, Whole);
    m_progress->setTextVisible(false);
    return bar;
}

void ChangesView::showTexts()
{
    m_choiceLabel->setText(tr("Compared with"));
    m_choice->setAccessibleName(tr("The earlier run"));
    m_choice->setToolTip(tr("The run that this one is compared with"));
    m_cancel->setText(tr("Stop"));
    m_cancel->setToolTip(tr("Stop comparing"));
    m_confirm->setText(tr("Confirm gone"));
    m_confirm->setToolTip(
        tr("Ask the source for the ads that are gone or were not seen, and for nothing else: "
           "is each still open, archived, or not found any more?"));
    m_progress->setAccessibleName(tr("Progress of the comparison"));
}

qint64 ChangesView::missing() const
{
    if (!m_changes || m_changes->runs().rows != &table::vacancySchema())
        return 0;
    const QMap<QString, qint64> &changes = m_changes->counts().changes;
    return changes.value(u"gone"_s) + changes.value(u"not_seen"_s);
}

void ChangesView::confirm()
{
    if (missing() == 0 || m_confirming.isBusy() || !m_services.session.hasProject())
        return;
    m_confirm->setEnabled(false);
    m_confirming.start([path = m_services.session.project().path(), changes = m_changes] {
        return session::confirmRun(path, *changes);
    });
}

void ChangesView::retranslate(const QList<ResultsTable> &tables)
{
    m_pane->setTitles(changesOf(tables));
    showTexts();
    showChoice();
    showState();
}

void ChangesView::setRun(store::RunId run)
{
    letGo();
    m_finder.cancel();
    m_run = run;
    m_older = 0;
    m_earlier.clear();
    m_isAlone = false;
    if (std::exchange(m_known, nullptr))
        Q_EMIT knownChanged();
    if (run > 0 && m_services.session.hasProject()) {
        m_isLookedFor = true;
        m_finder.look(m_services.session.project().path(), run);
    }
}

/// What reads the changes goes before their file.
void ChangesView::letGo()
{
    m_isComparing = false;
    m_isLookedFor = false;
    m_failure.clear();
    m_pane->setProject({});
    m_changes.reset();
    showState();
}

void ChangesView::compare(store::RunId older, store::RunId run)
{
    if (run == 0 || !m_services.session.hasProject())
        return;
    letGo();
    m_run = run;
    m_older = older;
    m_isAlone = false;
    m_isComparing = true;
    m_progress->setValue(0);
    showState();
    m_finder.compare(m_services.session.project().path(), older, m_run);
}

void ChangesView::showWhatThereIs()
{
    if (!m_changes && !m_isComparing && m_failure.isEmpty() && !m_earlier.empty())
        compare(m_older, m_run);
}

void ChangesView::findHistory()
{
    if (m_run == 0 || m_known || m_isComparing || m_isAlone || m_isLookedFor || !m_failure.isEmpty() ||
        !m_services.session.hasProject())
        return;
    if (!m_earlier.empty()) {
        compare(m_older, m_run);
        return;
    }
    m_isAlone = true;
    m_finder.compare(m_services.session.project().path(), m_run, m_run);
}

void ChangesView::take(const models::ChangesFinder::Found &found)
{
    if (std::exchange(m_isAlone, false)) {
        m_known = found.changes;
        Q_EMIT knownChanged();
        return;
    }
    const bool isAnswer = std::exchange(m_isComparing, false);
    m_isLookedFor = false;
    m_earlier = found.earlier;
    m_changes = found.changes;
    if (m_changes) {
        const session::ComparedRuns &runs = m_changes->runs();
        m_pane->setProject(m_changes->path());
        m_pane->setRuns({runs.older.id, runs.newer.id});
    }
    showChoice();
    showState();
    // What a comparison with itself says is nothing.
    if (m_changes && m_changes->runs().newer.id == m_run && m_changes->runs().older.id != m_run) {
        m_known = m_changes;
        Q_EMIT knownChanged();
    }
    Q_EMIT offered(!m_earlier.empty() || m_changes);
    if (isAnswer)
        Q_EMIT this->found();
    else if (isVisible())
        showWhatThereIs();
}

void ChangesView::showChoice()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    std::vector<store::RunInfo> runs = m_earlier;
    if (m_changes) {
        const store::RunInfo &older = m_changes->runs().older;
        if (std::ranges::find(runs, older.id, &store::RunInfo::id) == runs.end())
            runs.push_back(older); // chosen among others
    }
    for (const store::RunInfo &run : runs)
        m_choice->addItem(tr("%1 (run %2)").arg(models::runMoment(run)).arg(run.id), run.id);
    if (m_changes)
        m_choice->setCurrentIndex(m_choice->findData(m_changes->runs().older.id));
}

void ChangesView::showState()
{
    m_text->setVisible(!m_isComparing);
    m_progress->setVisible(m_isComparing);
    m_cancel->setVisible(m_isComparing);
    m_confirm->setVisible(missing() > 0 && !m_services.session.projectSlot().isReadOnly());
    m_choiceLabel->setVisible(m_choice->count() > 0);
    m_choice->setVisible(m_choice->count() > 0);
    m_text->setText(m_changes ? models::changesInWords(*m_changes) : QString());
    m_warning->say(Banner::Tone::Warning, m_changes ? m_changes->runs().warnings().join(u'\n') : QString());
    m_stack->setCurrentWidget(hasChanges() ? static_cast<QWidget *>(m_pane) : m_empty);
    if (m_isComparing)
        m_empty->say("hourglass"_L1, tr("Comparing…"), tr("The rows of both runs are being read."));
    else if (!m_failure.isEmpty())
        m_empty->say("warning"_L1, m_failure, tr("Choose a run above to compare again."));
    else if (m_changes)
        m_empty->say("check"_L1, sentence(), {});
    else
        m_empty->say("hourglass"_L1, tr("There is nothing to compare with yet."),
                     tr("Run it once more: then this page tells what is new, gone or different."));
}

bool ChangesView::hasChanges() const
{
    return m_changes && m_changes->counts().total() > 0;
}

QString ChangesView::sentence() const
{
    return m_changes ? models::changesSentence(*m_changes) : QString();
}

} // namespace linnet::gui
