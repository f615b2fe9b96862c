// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/retranslate.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace linnet::gui {

namespace {

/// A child of the widget: a widget passes on to its children that the language has changed.
class Listener : public QObject
{
public:
    Listener(QWidget *widget, std::function<void()> say)
        : QObject(widget)
        , m_say(std::move(say))
    {
    }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            m_say();
        return QObject::event(event);
    }

private:
    std::function<void()> m_say;
};

} // namespace

void onLanguageChange(QWidget *widget, std::function<void()> say)
{
    new Listener(widget, std::move(say));
}

void keepTranslated(QWidget *widget, std::function<void()> say)
{
    say();
    onLanguageChange(widget, std::move(say));
}

} // namespace linnet::gui
