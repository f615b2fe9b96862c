// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/emptystate.h"

#include "gui/look/icons.h"
#include "gui/look/textscale.h"
#include "gui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace linnet::gui {

namespace {

constexpr int TextWidth = 480;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_words(new QWidget(this))
    , m_icon(new IconLabel(40, this))
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
{
    keepFont(m_title, 1.2, QFont::DemiBold);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    keepScaled(m_words, [this] { m_words->setMaximumWidth(scaled(TextWidth)); });
    auto *column = new QVBoxLayout(m_words);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_words, 100);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
}

void EmptyState::say(QLatin1StringView icon, const QString &title, const QString &hint)
{
    m_icon->setIcon(lineIcon(icon, IconTint::Muted));
    m_title->setText(title);
    m_hint->setText(hint);
}

// Half a sentence says nothing.
void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int wide = std::min(m_words->maximumWidth(), contentsRect().width());
    m_words->setVisible(m_words->layout()->heightForWidth(wide) <= height());
}

} // namespace linnet::gui
