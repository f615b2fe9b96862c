// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runcontrols.h"

#include "gui/look/focuspass.h"
#include "gui/look/icons.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/retranslate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LeastBar = 80;
constexpr int MostBar = 320;

} // namespace

RunControls::RunControls(QWidget *parent)
    : QWidget(parent)
    , m_main(new QPushButton(this))
    , m_finish(new QPushButton(this))
    , m_bar(new QProgressBar(this))
    , m_status(new ElidedLabel(this))
    , m_second(new QToolButton(this))
{
    setPrimary(m_main);
    keepTranslated(this, [this] {
        m_finish->setText(tr("Finish here"));
        m_finish->setToolTip(tr("Ends the run; the rows so far are kept"));
        m_bar->setAccessibleName(tr("Progress of the run"));
        if (!m_idle)
            showPause();
    });
    m_finish->setObjectName(u"finishButton"_s);
    m_main->setObjectName(u"mainButton"_s);
    m_status->setObjectName(u"statusLabel"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_bar->setTextVisible(false);
    m_status->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_main);
    layout->addWidget(m_finish);
    layout->addSpacing(4);
    layout->addWidget(m_bar);
    layout->addWidget(m_status, 1);
    layout->addWidget(m_second);
    m_second->setObjectName(u"secondButton"_s);
    m_second->setFocusPolicy(Qt::StrongFocus);
    m_second->hide();
    passFocus(this, m_main);

    connect(m_main, &QPushButton::clicked, this, [this] {
        if (m_idle)
            Q_EMIT startClicked();
        else if (m_paused)
            Q_EMIT resumeClicked();
        else
            Q_EMIT pauseClicked();
    });
    connect(m_finish, &QPushButton::clicked, this, &RunControls::finishClicked);
    connect(m_second, &QToolButton::clicked, this, &RunControls::secondClicked);
    showIdle({});
}

void RunControls::setStart(const QString &text, const QString &hint, QLatin1StringView icon)
{
    m_startText = text;
    m_startHint = hint;
    m_startIcon = lineIcon(icon, IconTint::OnAccent);
    if (m_idle)
        showStart();
}

void RunControls::setSecond(const QString &text, const QString &hint)
{
    m_second->setText(text);
    m_second->setToolTip(hint);
    m_second->setAccessibleDescription(hint);
    m_second->setVisible(m_idle && !text.isEmpty());
    updateGeometry();
}

void RunControls::showStart()
{
    m_main->setText(m_startText);
    m_main->setToolTip(m_forbidden.isEmpty() ? m_startHint : m_forbidden);
    m_main->setIcon(m_startIcon);
    m_main->setEnabled(m_forbidden.isEmpty());
}

void RunControls::showIdle(const QString &text, bool good)
{
    m_idle = true;
    showStart();
    m_finish->hide();
    m_bar->hide();
    m_second->setVisible(!m_second->text().isEmpty());
    showStatus(text, good);
}

void RunControls::setForbidden(const QString &why)
{
    m_forbidden = why;
    m_second->setEnabled(why.isEmpty());
    if (m_idle)
        showStart();
}

void RunControls::showStatus(const QString &text, bool good)
{
    m_good = good;
    m_status->setText(text);
    colourStatus();
    const int needed = m_status->sizeHint().width();
    const bool isDescription = m_idle && !good; // the form's own words may be cut
    const int width = isDescription ? 0 : m_idle ? needed : std::max(m_statusWidth, needed);
    if (width != std::exchange(m_statusWidth, width))
        updateGeometry();
    shareRoom();
}

// What is said comes first; the bar takes what it leaves.
void RunControls::shareRoom()
{
    const int buttons = m_main->sizeHint().width() + m_finish->sizeHint().width() + 4;
    const int rest = width() - buttons - m_statusWidth - 4 * layout()->spacing();
    m_bar->setFixedWidth(std::clamp(rest, LeastBar, MostBar));
}

void RunControls::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

QSize RunControls::sizeHint() const
{
    constexpr int Description = 60;
    const int gap = layout()->spacing();
    int width = m_main->sizeHint().width() + gap + std::max(Description, m_statusWidth);
    if (m_idle && !m_second->text().isEmpty())
        width += m_second->sizeHint().width() + gap;
    if (!m_idle)
        width += m_finish->sizeHint().width() + LeastBar + 4 + 4 * gap;
    return {width, QWidget::sizeHint().height()};
}

void RunControls::colourStatus()
{
    QPalette colors;
    if (m_good)
        colors.setColor(QPalette::PlaceholderText, Palette::of(palette()).good);
    m_status->setPalette(colors);
}

void RunControls::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourStatus();
}

void RunControls::showPause()
{
    m_main->setEnabled(true);
    m_main->setText(m_paused ? tr("Continue") : tr("Pause"));
    m_main->setToolTip(m_paused ? tr("Goes on where it was paused (F5)")
                                : tr("Asks nothing more until you continue (F5)"));
    m_main->setIcon(m_paused ? lineIcon("play"_L1, IconTint::OnAccent)
                             : lineIcon("pause"_L1, IconTint::OnAccent));
}

void RunControls::showRun(const RunView &view)
{
    m_idle = false;
    m_paused = view.canResume;
    m_second->hide();
    showPause();
    m_finish->setEnabled(view.canFinish);
    m_finish->show();
    m_bar->show();
    if (view.permille < 0) {
        m_bar->setRange(0, 0);
    } else {
        m_bar->setRange(0, 1000);
        m_bar->setValue(view.permille);
    }
    showStatus(view.status, false);
}

void RunControls::pressMain()
{
    m_main->click();
}

} // namespace linnet::gui
