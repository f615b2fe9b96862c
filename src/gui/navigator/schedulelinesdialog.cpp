// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/navigator/schedulelinesdialog.h"

#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "gui/widgets/dialogsize.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DialogWidth = 640;
constexpr int TextLines = 12;

// Places in the box of schedulers.
constexpr int Systemd = 0;
constexpr int Cron = 1;
constexpr int Windows = 2;

} // namespace

ScheduleLinesDialog::ScheduleLinesDialog(session::ScheduleLines lines, QWidget *parent)
    : QDialog(parent)
    , m_lines(std::move(lines))
    , m_system(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
{
    setWindowTitle(tr("For the system's scheduler"));
    auto *label = new QLabel(tr("&Scheduler:"), this);
    label->setBuddy(m_system);
    m_system->addItems({tr("systemd (Linux)"), tr("cron (Linux, macOS)"), tr("Task Scheduler (Windows)")});
    m_text->setObjectName(u"linesText"_s);
    m_text->setAccessibleName(tr("What to paste"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    keepFixedFont(m_text);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * TextLines + 12);
    auto *note = new QLabel(
        tr("A scheduler sees no keychain. A search that needs an access token also needs "
           "--token-file FILE at the end of its command: a file that only you can read (mode 0600). "
           "While the project is open in this window, such a run ends at once and says so."),
        this);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setDefault(true);
    setPrimary(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_system);
    layout->addWidget(m_text);
    layout->addWidget(note);
    layout->addWidget(buttons);
    connect(m_system, &QComboBox::currentIndexChanged, this, &ScheduleLinesDialog::show);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
#ifdef Q_OS_WIN
    m_system->setCurrentIndex(Windows);
#endif
    show(m_system->currentIndex());
    fitToTexts(*this, DialogWidth);
}

void ScheduleLinesDialog::show(int system)
{
    if (system == Cron)
        m_text->setPlainText(m_lines.cron());
    else if (system == Windows)
        m_text->setPlainText(m_lines.windows());
    if (system != Systemd)
        return;
    QStringList parts;
    for (const session::ScheduleLines::Unit &unit : m_lines.systemd())
        parts.append(u"# ~/.config/systemd/user/%1\n%2"_s.arg(unit.fileName, unit.text));
    parts.append(u"# systemctl --user enable --now linnet-%1.timer"_s.arg(m_lines.number));
    m_text->setPlainText(parts.join(u'\n'));
}

} // namespace linnet::gui
