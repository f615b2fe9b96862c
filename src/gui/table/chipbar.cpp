// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/chipbar.h"

#include "gui/widgets/chip.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/retranslate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QToolButton *textButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

ChipBar::ChipBar(models::FilterState &state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_chips(new QWidget(this))
    , m_clear(textButton(this))
    , m_refresh(textButton(this))
    , m_count(new QLabel(this))
    , m_waiting(new QLabel(this))
    , m_stop(textButton(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_clear->setObjectName(u"clear"_s);
    m_refresh->setObjectName(u"refresh"_s);
    m_stop->setObjectName(u"stop"_s);
    m_count->setObjectName(u"count"_s);
    new FlowLayout(6, m_chips);
    m_refresh->setAutoRaise(false);
    m_refresh->hide();
    m_waiting->hide();
    m_stop->hide();
    m_everySecond.setInterval(std::chrono::seconds(1));
    connect(&m_everySecond, &QTimer::timeout, this, &ChipBar::showWait);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_chips, 1);
    row->addWidget(m_clear, 0, Qt::AlignVCenter);
    row->addWidget(m_refresh, 0, Qt::AlignVCenter);
    row->addWidget(m_waiting, 0, Qt::AlignVCenter);
    row->addWidget(m_stop, 0, Qt::AlignVCenter);
    row->addWidget(m_count, 0, Qt::AlignVCenter);

    connect(m_clear, &QToolButton::clicked, &state, &models::FilterState::clear);
    connect(m_refresh, &QToolButton::clicked, this, &ChipBar::refreshRequested);
    connect(m_stop, &QToolButton::clicked, this, &ChipBar::stopRequested);
    connect(&state, &models::FilterState::changed, this, &ChipBar::showChips);
    connect(&state, &models::FilterState::cellChanged, this, &ChipBar::showChips);
    keepTranslated(this, [this] { showTexts(); });
}

void ChipBar::showTexts()
{
    m_clear->setText(tr("Clear all"));
    m_clear->setToolTip(tr("Remove all filters (Ctrl+Backspace)"));
    m_refresh->setToolTip(tr("Put all rows in their places now"));
    m_count->setAccessibleName(tr("Rows shown"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Do not sort; show the rows in the order of arrival"));
    m_stop->setAccessibleDescription(m_stop->toolTip());
    showChips();
}

void ChipBar::setName(const QString &name)
{
    if (std::exchange(m_name, name) != name)
        showChips();
}

// A chip is pressed while it is replaced, so the old ones go when control is back in the event loop.
void ChipBar::showChips()
{
    QLayout *layout = m_chips->layout();
    while (QLayoutItem *item = layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    auto chips = m_state.chips();
    const bool isNamed = !m_name.isEmpty() && !chips.isEmpty();
    if (isNamed)
        chips = {{QString(), m_name}};
    for (int i = 0; i < chips.size(); ++i) {
        auto *chip = new Chip(chips[i], m_chips);
        connect(chip, &Chip::clicked, &m_state, [this, i, isNamed] {
            if (isNamed)
                m_state.clear();
            else
                m_state.removeChip(i);
        });
        layout->addWidget(chip);
        chip->show();
    }
    m_clear->setVisible(!chips.isEmpty() && !isNamed);
    m_chips->updateGeometry();
}

void ChipBar::setCounts(qint64 shown, qint64 total, bool busy)
{
    const QLocale locale;
    const bool isAll = m_state.filter().isEmpty() && shown == total;
    QString text = isAll || total < 0 ? tr("%Ln row(s)", nullptr, int(shown))
                                      : tr("%1 of %2").arg(locale.toString(shown), locale.toString(total));
    if (busy)
        text += u" …"_s;
    m_count->setText(text);
}

void ChipBar::setSorting(bool sorting)
{
    if (sorting == m_everySecond.isActive())
        return;
    if (sorting) {
        m_sorting.start();
        m_everySecond.start();
        return;
    }
    m_everySecond.stop();
    m_waiting->hide();
    m_stop->hide();
}

void ChipBar::showWait()
{
    m_waiting->setText(tr("Sorting, %Ln second(s)", nullptr, int(m_sorting.elapsed() / 1000)));
    m_waiting->show();
    m_stop->show();
}

void ChipBar::setNews(int late, int changed, qint64 passing)
{
    QStringList news;
    if (late > 0)
        news << tr("%Ln new row(s) below, not sorted yet", nullptr, late);
    if (changed > 0)
        news << tr("%Ln row(s) changed", nullptr, changed);
    if (passing > 0)
        news << tr("%Ln row(s) more by now", nullptr, int(passing));
    m_refresh->setText(tr("%1 · update").arg(news.join(", "_L1)));
    m_refresh->setAccessibleDescription(m_refresh->toolTip());
    m_refresh->setVisible(!news.isEmpty());
}

} // namespace linnet::gui
