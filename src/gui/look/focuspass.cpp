// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/focuspass.h"

#include <QEvent>
#include <QFocusEvent>
#include <QPointer>
#include <QWidget>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto PassName = "focusPass"_L1;

/// A child of the whole.
class FocusPass : public QObject
{
public:
    FocusPass(QWidget *whole, QWidget *part)
        : QObject(whole)
        , m_part(part)
    {
        setObjectName(PassName);
        whole->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn && m_part)
            m_part->setFocus(static_cast<QFocusEvent *>(event)->reason());
        return false;
    }

private:
    QPointer<QWidget> m_part;
};

} // namespace

void passFocus(QWidget *whole, QWidget *part)
{
    delete whole->findChild<QObject *>(PassName, Qt::FindDirectChildrenOnly);
    new FocusPass(whole, part);
}

} // namespace linnet::gui
