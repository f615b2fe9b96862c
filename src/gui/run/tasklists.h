// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/navigatormodel.h"

#include <QObject>

class QWidget;

namespace linnet::gui {

/// Lists that the tasks of a kind work with and that are kept beside them: a page that shows one of them, and
/// an entry in the navigator for each.
class TaskLists : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QWidget &page() = 0;
    /// The offer of a new one comes first.
    virtual QList<models::NavigatorModel::Entry> entries() const = 0;
    /// On the page; "" = a new one.
    virtual void show(const QString &id) = 0;
    virtual QString shown() const = 0; ///< id, "" = a new one
    /// The one shown last, else the first one, else a new one.
    virtual QString usual() const = 0;

Q_SIGNALS:
    void entriesChanged();
    void shownChanged(); ///< by the page itself
    void taskBegan();    ///< of the kind, from this page: its own page should be seen
    void message(const QString &text);
};

} // namespace linnet::gui
