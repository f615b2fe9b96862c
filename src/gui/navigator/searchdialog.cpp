// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/navigator/searchdialog.h"

#include "gui/look/style.h"
#include "gui/navigator/schedulelinesdialog.h"
#include "gui/widgets/dialogsize.h"
#include "session/saved/schedulelines.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using session::SavedSearch;
using session::Schedule;

namespace {

constexpr int SearchDialogWidth = 560;
constexpr int NoteLines = 3;

// Places in the box of units.
constexpr int ByHand = 0;
constexpr int Hours = 1;
constexpr int Days = 2;

} // namespace

SearchDialog::SearchDialog(const SavedSearch &search, const QString &title, const QStringList &folders,
                           const QString &project, QWidget *parent)
    : QDialog(parent)
    , m_search(search)
    , m_project(project)
    , m_title(title)
    , m_name(new QLineEdit(search.name, this))
    , m_folder(new QComboBox(this))
    , m_note(new QPlainTextEdit(search.note, this))
    , m_unit(new QComboBox(this))
    , m_every(new QSpinBox(this))
    , m_at(new QTimeEdit(this))
    , m_next(new QLabel(this))
    , m_files(new QLineEdit(QDir::toNativeSeparators(search.files), this))
    , m_onlyNew(new QCheckBox(tr("Tell only what is &new"), this))
    , m_lines(new QPushButton(tr("For the system's scheduler…"), this))
{
    setWindowTitle(tr("Saved search"));
    m_name->setObjectName(u"nameEdit"_s);
    m_name->setPlaceholderText(title);
    m_folder->setObjectName(u"folderBox"_s);
    m_folder->setEditable(true);
    QStringList known = folders;
    known.sort();
    known.removeAll(QString());
    known.removeDuplicates();
    m_folder->addItem(QString());
    m_folder->addItems(known);
    m_folder->setCurrentText(search.folder);
    m_folder->lineEdit()->setPlaceholderText(tr("in none"));
    // The label in front names the box only.
    m_folder->lineEdit()->setAccessibleName(tr("Folder"));
    m_note->setObjectName(u"noteEdit"_s);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(fontMetrics().lineSpacing() * NoteLines + 12);
    m_files->setObjectName(u"filesEdit"_s);
    m_files->setPlaceholderText(tr("no file"));
    m_files->setToolTip(
        tr("Each run of this search leaves an Excel file in a folder of its day below this one, "
           "always with the same columns."));
    m_onlyNew->setObjectName(u"onlyNewBox"_s);
    m_onlyNew->setChecked(search.onlyNew);
    m_onlyNew->setToolTip(
        tr("The file, and the message at the end of a run by itself, name only what the last complete "
           "run did not have: new ads; of a crawl or a check what is newly broken and what is "
           "mended."));
    auto *browse = new QPushButton(tr("Choose…"), this);
    auto *files = new QHBoxLayout;
    files->addWidget(m_files, 1);
    files->addWidget(browse);
    makeSchedule();
    auto *when = new QHBoxLayout;
    when->addWidget(m_unit);
    when->addWidget(m_every);
    when->addWidget(m_at);
    when->addStretch();
    m_next->setWordWrap(true);
    m_next->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *keep = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    keep->setDefault(true);
    setPrimary(keep);
    buttons->addButton(m_lines, QDialogButtonBox::ActionRole);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Folder:"), m_folder);
    form->addRow(tr("N&ote:"), m_note);
    form->addRow(tr("&Run again:"), when);
    form->addRow(QString(), m_next);
    form->addRow(tr("Fi&le after each run:"), files);
    form->addRow(QString(), m_onlyNew);
    form->addRow(buttons);
    for (const auto &[field, label] : {std::pair<QWidget *, QLayout *>(m_unit, when), {m_files, files}})
        qobject_cast<QLabel *>(form->labelForField(label))->setBuddy(field);
    connect(browse, &QPushButton::clicked, this, &SearchDialog::chooseFolder);
    connect(m_lines, &QPushButton::clicked, this, &SearchDialog::showLines);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showSchedule();
}

void SearchDialog::makeSchedule()
{
    m_unit->setObjectName(u"unitBox"_s);
    m_every->setObjectName(u"everyBox"_s);
    m_every->setAccessibleName(tr("How many"));
    m_at->setObjectName(u"atEdit"_s);
    m_at->setAccessibleName(tr("Time of day"));
    m_unit->addItems({tr("only by hand"), tr("by hours"), tr("by days")});
    const Schedule usual;
    const Schedule &now = m_search.schedule ? *m_search.schedule : usual;
    if (m_search.schedule)
        m_unit->setCurrentIndex(now.unit == Schedule::Unit::Hours ? Hours : Days);
    m_at->setTime(now.at);
    m_every->setRange(1, Schedule::MostHours);
    m_every->setValue(now.every);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &SearchDialog::showSchedule);
    connect(m_every, &QSpinBox::valueChanged, this, &SearchDialog::showSchedule);
    connect(m_at, &QTimeEdit::timeChanged, this, &SearchDialog::showSchedule);
}

std::optional<Schedule> SearchDialog::schedule() const
{
    if (m_unit->currentIndex() == ByHand)
        return {};
    Schedule schedule;
    schedule.unit = m_unit->currentIndex() == Hours ? Schedule::Unit::Hours : Schedule::Unit::Days;
    schedule.every = m_every->value();
    schedule.at = m_at->time();
    schedule.since = QDateTime::currentDateTimeUtc();
    // What is not changed goes on as it was counted.
    if (m_search.schedule && m_search.schedule->toText() == schedule.toText())
        return m_search.schedule;
    return schedule;
}

void SearchDialog::showSchedule()
{
    const int unit = m_unit->currentIndex();
    m_every->setVisible(unit != ByHand);
    m_at->setVisible(unit == Days);
    m_every->setMaximum(unit == Hours ? Schedule::MostHours : Schedule::MostDays);
    const auto plural = [this, unit] {
        return unit == Hours ? tr("hour(s)", nullptr, m_every->value())
                             : tr("day(s)", nullptr, m_every->value());
    };
    m_every->setPrefix(tr("every ", "so many hours or days"));
    m_every->setSuffix(u' ' + plural());
    const auto schedule = this->schedule();
    m_lines->setEnabled(schedule.has_value() && !m_project.isEmpty());
    m_lines->setToolTip(m_project.isEmpty() ? tr("First save the project to a file.") : QString());
    const QDateTime next = schedule ? schedule->next(QDateTime::currentDateTimeUtc()) : QDateTime();
    m_next->setText(schedule
                        ? tr("Next: %1, while this project is open in Linnet, also in the tray. What was "
                             "missed is made up for once.")
                              .arg(QLocale().toString(next.toLocalTime(), QLocale::ShortFormat))
                        : tr("Nothing runs by itself."));
    fitToTexts(*this, SearchDialogWidth);
}

void SearchDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for the files"), m_files->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_files->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void SearchDialog::showLines()
{
    const SavedSearch now = search();
    if (!now.schedule)
        return;
    const QString program = QCoreApplication::applicationDirPath() + u"/linnet-cli"_s;
    auto *dialog = new ScheduleLinesDialog({.program = QDir::toNativeSeparators(program),
                                            .project = QDir::toNativeSeparators(m_project),
                                            .number = now.number,
                                            .schedule = *now.schedule,
                                            .files = now.files,
                                            .onlyNew = now.onlyNew},
                                           this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

SavedSearch SearchDialog::search() const
{
    SavedSearch search = m_search;
    search.name = m_name->text().simplified();
    search.folder = m_folder->currentText().simplified();
    search.note = m_note->toPlainText().trimmed();
    search.schedule = schedule();
    search.onlyNew = m_onlyNew->isChecked();
    search.files = QDir::fromNativeSeparators(m_files->text().trimmed());
    // Another computer's list, and a name to find it by, go with what has to be run.
    if (search.schedule && search.name.isEmpty())
        search.name = m_title.simplified();
    return search;
}

} // namespace linnet::gui
