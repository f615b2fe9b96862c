// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/job/importpreview.h"
#include "imports/job/importspec.h"

#include <QFutureWatcher>
#include <QObject>

class QWidget;

namespace linnet::gui {

/// The way from a menu to an import: which files, what they look like, what their columns are. Files of
/// records that need no answer go on at once.
class ImportFlow final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs belong to the window.
    explicit ImportFlow(QWidget *window);

    void ask();
    void take(const QStringList &paths);

Q_SIGNALS:
    void wanted(const linnet::imports::ImportSpec &spec);
    void failed(const linnet::Error &error);

private:
    void onPreview(const imports::ImportPreview &preview);

    QWidget *m_window;
    imports::ImportSpec m_spec;
    QFutureWatcher<imports::ImportPreview> m_reading; ///< nobody waits for it: a large workbook takes long
};

} // namespace linnet::gui
