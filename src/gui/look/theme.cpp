// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/theme.h"

#include "gui/look/dialogroom.h"
#include "gui/look/focusframe.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/look/taborder.h"
#include "gui/look/textscale.h"
#include "gui/look/wholechoice.h"

#include <QApplication>
#include <QToolTip>

#include <algorithm>
#include <utility>

// A static library's resources are not registered by themselves; the macro needs the global namespace.
static void registerIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

Theme::Theme(Choice choice, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
    , m_usual(QApplication::font())
{
    registerIcons();
    QApplication::setStyle(new Style);
    new DialogRoom(this);
    new FocusFrame(this);
    new TabOrder(this);
    new WholeChoice(this);
    // Nothing moves by itself, whatever the desktop does.
    for (const auto effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
                              Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
        QApplication::setEffectEnabled(effect, false);
    connect(&m_system, &SystemScheme::changed, this, &Theme::apply);
    apply();
}

Theme::~Theme()
{
    setTextPercent(UsualText);
}

bool Theme::isDark() const
{
    return m_choice == Choice::Dark || (m_choice == Choice::System && m_system.isDark());
}

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    apply();
}

void Theme::setTextPercent(int percent)
{
    const int steps = qRound(double(std::clamp(percent, SmallestText, LargestText)) / TextStep);
    if (std::exchange(m_textPercent, steps * TextStep) == m_textPercent)
        return;
    QFont font = m_usual;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * m_textPercent / UsualText);
    else
        font.setPixelSize(font.pixelSize() * m_textPercent / UsualText);
    setTextScale(double(m_textPercent) / UsualText);
    QApplication::setFont(font);
    QToolTip::setFont(font);
    Q_EMIT changed();
}

void Theme::apply()
{
    const QPalette palette = (isDark() ? Palette::darkOne() : Palette::light()).toQPalette();
    if (QApplication::palette() == palette)
        return;
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    Q_EMIT changed();
}

Theme::Choice Theme::choiceByName(const QString &name)
{
    if (name == "light"_L1)
        return Choice::Light;
    return name == "dark"_L1 ? Choice::Dark : Choice::System;
}

QString Theme::nameOf(Choice choice)
{
    switch (choice) {
    case Choice::Light:
        return u"light"_s;
    case Choice::Dark:
        return u"dark"_s;
    case Choice::System:
        break;
    }
    return u"system"_s;
}

} // namespace linnet::gui
