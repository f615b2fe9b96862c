// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "draw/chart/chart.h"
#include "draw/chart/chartstyle.h"

#include <QObject>

class QWidget;

namespace linnet::exports {
struct ExportFormat;
}

namespace linnet::gui {

/// Asks where a chart goes and saves it there: as a picture, or its data in one of the program's formats.
class ChartSaver : public QObject
{
    Q_OBJECT

public:
    explicit ChartSaver(QWidget *window);

    /// The chart as it is now, however it changes while the question stands. It is saved as wide as it is
    /// shown, black on white.
    void ask(const draw::Chart &chart, const draw::ChartStyle &style, double width);

    /// Replaces the file as a whole or not at all. Without a format it is a picture by the path's ending.
    static Result<void> save(const draw::Chart &chart, const draw::ChartStyle &style, double width,
                             const QString &path, const exports::ExportFormat *data);
    /// Formats that rows of any table can be written in.
    static QList<const exports::ExportFormat *> dataFormats();
    /// A name for the file, made of the title.
    static QString fileName(const QString &title);

Q_SIGNALS:
    void message(const QString &text); ///< what was saved, or why nothing was

private:
    QWidget *m_window;
};

} // namespace linnet::gui
