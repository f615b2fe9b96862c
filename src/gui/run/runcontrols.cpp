// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runcontrols.h"

#include "gui/look/icons.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

RunControls::RunControls(QWidget *parent)
    : QWidget(parent)
    , m_main(new QPushButton(this))
    , m_finish(new QPushButton(tr("Finish here"), this))
    , m_bar(new QProgressBar(this))
    , m_status(new ElidedLabel(this))
{
    setPrimary(m_main);
    m_finish->setToolTip(tr("Ends the run; the rows so far are kept"));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_bar->setMinimumWidth(80);
    m_bar->setMaximumWidth(320);
    m_status->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_main);
    layout->addWidget(m_finish);
    layout->addSpacing(4);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_status, 2);
    setFocusProxy(m_main);

    connect(m_main, &QPushButton::clicked, this, [this] {
        if (m_idle)
            Q_EMIT startClicked();
        else if (m_paused)
            Q_EMIT resumeClicked();
        else
            Q_EMIT pauseClicked();
    });
    connect(m_finish, &QPushButton::clicked, this, &RunControls::finishClicked);
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

void RunControls::showStart()
{
    m_main->setText(m_startText);
    m_main->setToolTip(m_startHint);
    m_main->setIcon(m_startIcon);
}

void RunControls::showIdle(const QString &text, bool good)
{
    m_idle = true;
    showStart();
    m_finish->hide();
    m_bar->hide();
    showStatus(text, good);
}

void RunControls::showStatus(const QString &text, bool good)
{
    m_good = good;
    m_status->setText(text);
    colourStatus();
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

void RunControls::showRun(const RunView &view)
{
    m_idle = false;
    m_paused = view.canResume;
    m_main->setText(m_paused ? tr("Continue") : tr("Pause"));
    m_main->setToolTip(m_paused ? tr("Goes on where it was paused (F5)")
                                : tr("Asks nothing more until you continue (F5)"));
    m_main->setIcon(m_paused ? lineIcon("play"_L1, IconTint::OnAccent)
                             : lineIcon("pause"_L1, IconTint::OnAccent));
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

QString RunControls::status() const
{
    return m_status->text();
}

void RunControls::pressMain()
{
    m_main->click();
}

void RunControls::pressFinish()
{
    if (m_finish->isVisible())
        m_finish->click();
}

} // namespace linnet::gui
