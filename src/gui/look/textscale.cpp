// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/textscale.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QWidget>

#include <utility>

namespace linnet::gui {

namespace {

double currentScale = 1;

/// A child of the widget.
class SizeKeeper : public QObject
{
public:
    SizeKeeper(QWidget *widget, std::function<void()> size)
        : QObject(widget)
        , m_size(std::move(size))
    {
        widget->installEventFilter(this);
        m_size();
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationFontChange)
            m_size();
        return false;
    }

private:
    std::function<void()> m_size;
};

} // namespace

double textScale()
{
    return currentScale;
}

void setTextScale(double scale)
{
    currentScale = scale;
}

int scaled(int pixels)
{
    return qRound(pixels * currentScale);
}

QSize scaled(QSize pixels)
{
    return {scaled(pixels.width()), scaled(pixels.height())};
}

void keepScaled(QWidget *widget, std::function<void()> size)
{
    new SizeKeeper(widget, std::move(size));
}

void keepFixedFont(QWidget *widget)
{
    keepScaled(widget, [widget] {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        if (font.pointSizeF() > 0)
            font.setPointSizeF(font.pointSizeF() * currentScale);
        else
            font.setPixelSize(scaled(font.pixelSize()));
        widget->setFont(font);
    });
}

void keepFont(QWidget *widget, double size, QFont::Weight weight)
{
    keepScaled(widget, [widget, size, weight] {
        QFont font = QApplication::font(widget);
        if (font.pointSizeF() > 0)
            font.setPointSizeF(font.pointSizeF() * size);
        else
            font.setPixelSize(qRound(font.pixelSize() * size));
        font.setWeight(weight);
        widget->setFont(font);
    });
}

} // namespace linnet::gui
