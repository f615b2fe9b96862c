// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/banner.h"

#include "base/visibletext.h"
#include "gui/look/icons.h"
#include "gui/look/palette.h"
#include "gui/look/textscale.h"
#include "gui/widgets/iconlabel.h"
#include "gui/widgets/retranslate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int IconSize = 20;
constexpr int StripeWidth = 3;

QIcon iconOf(Banner::Tone tone)
{
    switch (tone) {
    case Banner::Tone::Info:
        return lineIcon("info"_L1, IconTint::Accent);
    case Banner::Tone::Good:
        return lineIcon("done"_L1, IconTint::Good);
    case Banner::Tone::Warning:
        return lineIcon("warning"_L1, IconTint::Warning);
    case Banner::Tone::Bad:
        return lineIcon("warning"_L1, IconTint::Bad);
    }
    return {};
}

QColor colorOf(Banner::Tone tone, const Palette &colors)
{
    switch (tone) {
    case Banner::Tone::Info:
        return colors.accent;
    case Banner::Tone::Good:
        return colors.good;
    case Banner::Tone::Warning:
        return colors.warning;
    case Banner::Tone::Bad:
        return colors.bad;
    }
    return colors.accent;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel(IconSize, this))
    , m_text(new QLabel(this))
    , m_body(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_row(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    m_close->setIcon(lineIcon("close"_L1, IconTint::Muted));
    m_close->setAutoRaise(true);
    keepTranslated(this, [this] {
        setAccessibleName(tr("Message"));
        m_close->setToolTip(tr("Hide this message"));
        m_close->setAccessibleName(m_close->toolTip());
    });
    m_close->hide();
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 12, 6);
    layout->addWidget(m_icon);
    layout->addLayout(m_body, 1);
    layout->addWidget(m_close);
    m_body->addWidget(m_text, 1);
    m_body->addLayout(m_row);
    hide();
}

void Banner::say(Tone tone, const QString &said)
{
    const QString text = visibleText(said, LineBreaks::Keep); // servers have their words in it
    m_tone = tone;
    if (m_text->text() != text) {
        m_text->setText(text);
        setAccessibleDescription(text);
    }
    m_icon->setIcon(iconOf(tone));
    setVisible(!text.isEmpty());
    arrange();
    update();
}

// Buttons go below a text that would be a narrow column beside them.
void Banner::arrange()
{
    constexpr int LeastText = 420;
    const int rest = width() - m_row->sizeHint().width() - m_icon->width() - m_close->sizeHint().width() - 48;
    const int needed = m_text->fontMetrics().horizontalAdvance(m_text->text());
    const bool below = !m_buttons.isEmpty() && rest < std::min(scaled(LeastText), needed);
    const auto direction = below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_body->direction() == direction)
        return;
    m_body->setDirection(direction);
    m_row->setAlignment(below ? Qt::AlignLeft : Qt::Alignment());
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void Banner::setActions(const QStringList &texts)
{
    if (texts == m_actions)
        return;
    m_actions = texts;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (int i = 0; i < texts.size(); ++i) {
        auto *button = new QPushButton(texts[i], this);
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT actionClicked(i); });
        m_row->addWidget(button);
        m_buttons.append(button);
    }
    arrange();
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Palette &colors = Palette::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), mixed(colors.base, colorOf(m_tone, colors), colors.dark ? 0.10 : 0.05));
    painter.fillRect(QRect(0, 0, StripeWidth, height()), colorOf(m_tone, colors));
    painter.setPen(QPen(colors.line, 1));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace linnet::gui
