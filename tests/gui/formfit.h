// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpage.h"
#include "gui/windowrig.h"

#include <QAbstractScrollArea>
#include <QTest>

namespace linnet::test {

/// What cannot be reached or read in the form of a page when the window is as narrow as half a screen of 1920
/// pixels, or a whole one at twice the size; empty = all is well.
inline QString unreachable(WindowRig &rig, gui::RunPage &page)
{
    using namespace Qt::Literals::StringLiterals;
    constexpr QSize Narrow(940, 700);
    const QSize least = rig.window().minimumSizeHint();
    if (least.width() > Narrow.width() || least.height() > Narrow.height())
        return u"the window needs %1 x %2"_s.arg(least.width()).arg(least.height());
    rig.window().resize(Narrow);
    for (int i = 0; i < 5; ++i) // layouts of layouts
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QWidget &form = *page.form();
    QStringList out;
    for (const QWidget *field : form.findChildren<QWidget *>()) {
        if (!field->isVisible() || field->isWindow() || !(field->focusPolicy() & Qt::TabFocus))
            continue;
        const auto *scrolled = qobject_cast<const QAbstractScrollArea *>(field->parentWidget());
        const QRect place(field->mapTo(&form, QPoint()), field->size());
        const bool isCut = field->width() < field->minimumSizeHint().width() ||
                           field->height() < field->minimumSizeHint().height();
        if (!scrolled && (!form.rect().contains(place) || isCut))
            out << u"%1 at %2, %3 with %4 x %5 in %6 x %7"_s.arg(field->objectName())
                       .arg(place.x())
                       .arg(place.y())
                       .arg(place.width())
                       .arg(place.height())
                       .arg(form.width())
                       .arg(form.height());
    }
    return out.join(u'\n');
}

} // namespace linnet::test
