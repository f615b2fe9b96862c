// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/table/markeditor.h"
#include "gui/table/resultspane.h"
#include "gui/table/rowmarks.h"
#include "gui/table/rowtableview.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// Stars, tags and a note on some of the first rows, by hand; the third is current then.
inline gui::RowMarks *markRows(gui::ResultsPane &pane, bool isRussian)
{
    auto *marks = pane.findChild<gui::RowMarks *>();
    for (const int row : {0, 2, 3, 7}) {
        pane.table()->selectRow(row);
        marks->toggleStars();
    }
    pane.table()->selectRow(2);
    QTest::qWait(500);
    auto *tags = marks->editor()->findChild<QLineEdit *>(u"tags"_s);
    tags->setText(isRussian ? u"позвонить; удалённо"_s : u"call back; remote"_s);
    Q_EMIT tags->editingFinished();
    marks->editor()->findChild<QPlainTextEdit *>(u"note"_s)->setPlainText(
        isRussian ? u"Спросить об окладе и о первом дне"_s : u"Ask for the pay and the first day"_s);
    pane.table()->selectRow(3);
    pane.table()->selectRow(2);
    QTest::qWait(2500);
    return marks;
}

} // namespace linnet::test
