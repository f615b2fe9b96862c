// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/startpage.h"

#include "gui/look/icons.h"
#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "gui/run/runpresenter.h"
#include "gui/widgets/card.h"
#include "gui/widgets/iconlabel.h"
#include "gui/widgets/listrow.h"
#include "vacancies/search/sources.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <span>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int PageWidth = 1020;
constexpr size_t MostUnsaved = 5; // older ones move up when these are opened or deleted
constexpr qsizetype MostLookedAt = 2;

QLabel *textLabel(const QString &text, double size, QFont::Weight weight, QPalette::ColorRole role,
                  QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    keepFont(label, size, weight);
    label->setForegroundRole(role);
    label->setWordWrap(true);
    return label;
}

QString dayText(const QDateTime &utc)
{
    const QDate day = utc.toLocalTime().date();
    if (day == QDate::currentDate())
        return StartPage::tr("today");
    if (day == QDate::currentDate().addDays(-1))
        return StartPage::tr("yesterday");
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString timeText(const QString &isoUtc)
{
    const QDateTime when = QDateTime::fromString(isoUtc, Qt::ISODate).toLocalTime();
    const QString time = QLocale().toString(when.time(), QLocale::ShortFormat);
    return when.date() == QDate::currentDate()
               ? time
               : StartPage::tr("%1, %2", "day, time").arg(dayText(when), time);
}

} // namespace

StartPage::StartPage(const RecentProjects &recent, store::UnsavedProjects unsaved, QList<TaskKind> kinds,
                     QWidget *parent)
    : QScrollArea(parent)
    , m_recent(recent)
    , m_unsaved(std::move(unsaved))
    , m_kinds(std::move(kinds))
    , m_begun(QDateTime::currentDateTimeUtc())
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    connect(&m_reading, &QFutureWatcher<Found>::finished, this, [this] {
        fillProjects(m_reading.result());
        if (std::exchange(m_again, false))
            refresh();
    });
    build();
    refresh();
}

void StartPage::build()
{
    m_connects.clear();
    auto *content = new QWidget(this);
    auto *page = new QWidget(content);
    keepScaled(page, [page] { page->setMaximumWidth(scaled(PageWidth)); });
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(
        textLabel(tr("What do you want to collect?"), 1.9, QFont::DemiBold, QPalette::WindowText, page));
    column->addWidget(
        textLabel(tr("Everything stays on this computer. Linnet asks politely: one request per site every "
                     "0.2 s unless you change it."),
                  1.0, QFont::Normal, QPalette::PlaceholderText, page));
    column->addSpacing(16);
    column->addWidget(makeCards());
    column->addSpacing(16);
    column->addWidget(makeColumns());
    column->addStretch();

    auto *row = new QHBoxLayout(content);
    row->addStretch(1);
    row->addWidget(page, 1000);
    row->addStretch(1);
    setWidget(content); // the one before is deleted
    arrange();
    setSourcesWithToken(m_withToken);
    fillProjects(m_found);
}

void StartPage::setKinds(const QList<TaskKind> &kinds)
{
    m_kinds = kinds;
    build();
}

StartPage::~StartPage()
{
    m_reading.waitForFinished();
}

QWidget *StartPage::makeCards()
{
    auto *cards = new QWidget(this);
    cards->setObjectName(u"startCards"_s);
    m_cards = new QGridLayout(cards);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(16);
    for (const TaskKind &kind : std::as_const(m_kinds))
        m_cards->addWidget(makeCard(kind, m_cards->count() == 0), 0, m_cards->count());
    return cards;
}

// Beside each other where there is room, else in two rows.
void StartPage::arrange()
{
    if (!m_cards)
        return;
    constexpr int LeastForOneRow = 880;
    const bool narrow = viewport()->width() < scaled(LeastForOneRow);
    const int perRow = narrow ? 2 : int(m_kinds.size());
    QList<QWidget *> cards;
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        cards << item->widget();
        delete item;
    }
    for (int i = 0; i < int(cards.size()); ++i) {
        m_cards->addWidget(cards[i], i / perRow, i % perRow);
        m_cards->setColumnStretch(i, i < perRow ? 1 : 0);
    }
    const bool isNew = m_found.unsaved.empty() && m_shownRecent.isEmpty(); // first steps come first
    m_columns->setDirection(!narrow ? QBoxLayout::LeftToRight
                            : isNew ? QBoxLayout::BottomToTop
                                    : QBoxLayout::TopToBottom);
    const int above = viewport()->height() < 600 ? 20 : 48;
    widget()->layout()->setContentsMargins(32, above, 32, 32);
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

QWidget *StartPage::makeCard(const TaskKind &kind, bool primary)
{
    auto *card = new Card(this);
    auto *icon = new IconLabel(24, card);
    icon->setIcon(lineIcon(kind.icon, IconTint::Accent));
    auto *button = new QPushButton(kind.newText, card);
    if (primary)
        setPrimary(button);
    connect(button, &QPushButton::clicked, this, [this, id = kind.id] { Q_EMIT newTaskRequested(id); });

    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(icon, 0, Qt::AlignLeft);
    column->addWidget(textLabel(kind.cardTitle, 1.15, QFont::DemiBold, QPalette::WindowText, card));
    column->addWidget(textLabel(kind.cardText, 1.0, QFont::Normal, QPalette::PlaceholderText, card));
    column->addStretch(1);
    column->addSpacing(8);
    column->addWidget(button, 0, Qt::AlignLeft);
    return card;
}

QWidget *StartPage::makeColumns()
{
    auto *both = new QWidget(this);
    auto *columns = new QBoxLayout(QBoxLayout::LeftToRight, both);
    m_columns = columns;
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(16);
    const auto makeColumn = [&](const QString &title, Card *card) {
        auto *column = new QVBoxLayout;
        QLabel *heading = textLabel(title, 1.0, QFont::DemiBold, QPalette::WindowText, both);
        heading->setWordWrap(false);
        column->addWidget(heading);
        column->addWidget(card);
        column->addStretch();
        auto *rows = new QVBoxLayout(card);
        rows->setContentsMargins(1, 1, 1, 1);
        rows->setSpacing(1);
        columns->addLayout(column, 1);
        return rows;
    };
    m_projects = new Card(both);
    m_projectRows = makeColumn(tr("Recent projects"), m_projects);
    m_first = new Card(both);
    m_firstSteps = makeColumn(tr("First time here?"), m_first);

    auto *practice =
        new ListRow(tr("Try with invented data"), tr("no account, no internet, harms nobody"), m_first);
    practice->setIcon(lineIcon("practice"_L1, IconTint::Accent));
    connect(practice, &ListRow::clicked, this, &StartPage::practiceRequested);
    auto *sample = new ListRow(tr("Open the sample project"), tr("every page filled, all invented"), m_first);
    sample->setObjectName(u"sampleRow"_s);
    sample->setIcon(lineIcon("sample"_L1, IconTint::Accent));
    connect(sample, &ListRow::clicked, this, &StartPage::sampleRequested);
    auto *open = new ListRow(tr("Open a project…"), tr("a .linnet file from you or a colleague"), m_first);
    open->setIcon(lineIcon("folder"_L1, IconTint::Accent));
    connect(open, &ListRow::clicked, this, &StartPage::openRequested);
    m_firstSteps->addWidget(practice);
    m_firstSteps->addWidget(sample);
    for (const vacancies::VacancySource *source : vacancies::sourcesWithToken()) {
        if (source->facts().onRequest)
            continue; // Tools has it
        const char *offer = source->facts().token->offer;
        auto *token =
            new ListRow(tr("Connect %1").arg(source->shortTitle()),
                        offer ? QCoreApplication::translate("linnet::vacancies", offer) : QString(), m_first);
        token->setIcon(lineIcon("key"_L1, IconTint::Accent));
        connect(token, &ListRow::clicked, this, [this, id = source->id()] { Q_EMIT connectRequested(id); });
        m_connects.insert(source->id(), token);
        m_firstSteps->addWidget(token);
    }
    m_firstSteps->addWidget(open);
    return both;
}

void StartPage::setSourcesWithToken(const QStringList &sources)
{
    m_withToken = sources;
    for (auto row = m_connects.begin(); row != m_connects.end(); ++row)
        row.value()->setVisible(!sources.contains(row.key()));
}

void StartPage::setCrashed(bool crashed)
{
    m_crashed = crashed;
    build();
    refresh();
}

void StartPage::refresh()
{
    if (m_reading.isRunning()) {
        m_again = true;
        return;
    }
    QStringList saved; // the one that was open then is among them
    for (const RecentProjects::Entry &entry : m_crashed ? m_recent.entries() : QList<RecentProjects::Entry>())
        saved << entry.path;
    saved = saved.first(std::min(saved.size(), MostLookedAt));
    m_reading.setFuture(QtConcurrent::run([unsaved = m_unsaved, saved] {
        Found found{unsaved.left(), {}};
        for (const QString &path : saved) {
            if (auto project = store::UnsavedProjects::look(path); project && project->isInterrupted)
                found.interrupted.push_back(std::move(*project));
        }
        return found;
    }));
}

void StartPage::fillProjects(const Found &found)
{
    // Rows under somebody's mouse stay as long as they are right.
    const QList<RecentProjects::Entry> recent = m_recent.entries();
    if (m_projectRows->count() > 0 && found == m_found && recent == m_shownRecent)
        return;
    m_found = found;
    m_shownRecent = recent;
    while (QLayoutItem *item = m_projectRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](ListRow *row, const QString &path) {
        connect(row, &ListRow::clicked, this, [this, path] {
            m_opened.insert(path);
            Q_EMIT projectChosen(path);
        });
        m_projectRows->addWidget(row);
    };
    const Left &left = found.unsaved;
    for (const auto &project : std::span(left).first(std::min(left.size(), MostUnsaved)))
        add(unsavedRow(project), project.path);
    for (const RecentProjects::Entry &entry : recent)
        add(recentRow(entry), entry.path);
    if (m_projectRows->count() == 0) {
        QLabel *none =
            textLabel(tr("None yet. A task begins a project by itself; save it to find it here again."), 1.0,
                      QFont::Normal, QPalette::PlaceholderText, m_projects);
        none->setContentsMargins(16, 12, 16, 12);
        m_projectRows->addWidget(none);
    }
    m_projects->update();
    arrange();
}

ListRow *StartPage::unsavedRow(const store::UnsavedProjects::Left &project)
{
    const bool recovered = m_crashed && QDateTime::fromString(project.lastRun, Qt::ISODate) <= m_begun &&
                           !m_opened.contains(project.path);
    const QString name = tr("Unsaved, from %1").arg(timeText(project.lastRun));
    const int rows = RunPresenter::plural(project.rows);
    auto *row = new ListRow(name,
                            recovered ? tr("%Ln row(s) recovered · Open", nullptr, rows)
                                      : tr("%Ln row(s), not saved · Open", nullptr, rows),
                            m_projects);
    row->setIcon(lineIcon("recover"_L1, recovered ? IconTint::Warning : IconTint::Muted));
    row->setWarning(recovered);
    row->setRemovable(tr("Delete this unsaved project"));
    connect(row, &ListRow::removeRequested, this, [this, name, project] { askRemove(name, project); });
    return row;
}

ListRow *StartPage::recentRow(const RecentProjects::Entry &entry)
{
    const QString name = QFileInfo(entry.path).completeBaseName();
    const auto interrupted =
        std::ranges::find(m_found.interrupted, entry.path, &store::UnsavedProjects::Left::path);
    if (interrupted == m_found.interrupted.end() || m_opened.contains(entry.path))
        return new ListRow(name,
                           tr("%1 · %2", "what a project holds, when it was used")
                               .arg(contentText(entry), dayText(entry.used)),
                           m_projects);
    auto *row = new ListRow(
        name, tr("interrupted, %Ln row(s) kept · Open", nullptr, RunPresenter::plural(interrupted->rows)),
        m_projects);
    row->setIcon(lineIcon("recover"_L1, IconTint::Warning));
    row->setWarning(true);
    return row;
}

// "3 searches · 5,377 vacancies"; of several kinds only the runs, or the line would not fit.
QString StartPage::contentText(const RecentProjects::Entry &entry) const
{
    QStringList parts;
    for (const RecentProjects::Count &count : entry.counts) {
        const auto kind = std::ranges::find(m_kinds, count.kind, &TaskKind::id);
        if (kind == m_kinds.end())
            continue;
        parts << kind->words.runs(count.runs);
        if (entry.counts.size() == 1)
            parts << kind->words.rows(count.rows);
    }
    return parts.isEmpty() ? tr("empty") : parts.join(u" · "_s);
}

void StartPage::sayNotRemoved(const QString &path)
{
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Delete the unsaved project?"),
                        tr("The file could not be deleted. It may be open in another window of Linnet."),
                        QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(QDir::toNativeSeparators(path));
    box->open();
}

void StartPage::askRemove(const QString &name, const store::UnsavedProjects::Left &project)
{
    auto *box = new QMessageBox(QMessageBox::Warning, name, tr("Delete the unsaved project?"),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("%Ln row(s) would be gone for good.", nullptr, RunPresenter::plural(project.rows)));
    const QPushButton *remove = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this, path = project.path] {
        if (!store::UnsavedProjects::remove(path))
            sayNotRemoved(path);
        refresh();
    });
    box->open();
}

} // namespace linnet::gui
