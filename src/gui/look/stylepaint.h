// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/look/palette.h"

#include <QPainter>
#include <QStyleOption>

/// What Style paints with: panels, ticks, chevrons and bars in the program's colours.
namespace linnet::gui::paint {

constexpr int Radius = 4;
constexpr auto PrimaryProperty = "linnetPrimary";
constexpr auto InvalidProperty = "linnetInvalid";

const Palette &paletteOf(const QStyleOption *option);
void button(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void toolButton(QPainter *painter, const QStyleOption *option);
void field(QPainter *painter, const QStyleOption *option, const QWidget *widget, bool fill);
void focusRing(QPainter *painter, const QStyleOption *option);
/// Of a button, whatever it is filled with: a ring of the text's colour inside the edge.
void buttonRing(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void checkBox(QPainter *painter, const QStyleOption *option);
void radioButton(QPainter *painter, const QStyleOption *option);
/// Points to where `direction` says; in the option's text colour.
void chevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction, const QColor &color);
void header(QPainter *painter, const QStyleOptionHeader *option);
void tab(QPainter *painter, const QStyleOptionTab *option);
void progressBar(QPainter *painter, const QStyleOptionProgressBar *option);
void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider);
void menuBarItem(QPainter *painter, const QStyleOptionMenuItem *option);

} // namespace linnet::gui::paint
