// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/listeditor.h"

#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// The field for a list: keys, drops and what is put in by the program.
class TestListEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingRests();
    void filledQuietly();
    void droppedFile();
    void droppedText();
    void readOnlyTakesNothing();
};

namespace {

void drop(QWidget *target, const QMimeData &data)
{
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
}

} // namespace

void TestListEditor::typingRests()
{
    ListEditor editor;
    editor.show();
    QSignalSpy edited(&editor, &ListEditor::edited);
    QTest::keyClicks(&editor, u"10.0.0.1:80"_s);
    QTRY_COMPARE(edited.size(), 1);
    QCOMPARE(editor.toPlainText(), u"10.0.0.1:80"_s);
}

void TestListEditor::filledQuietly()
{
    ListEditor editor;
    QSignalSpy edited(&editor, &ListEditor::edited);
    editor.setList(u"a\nb"_s);
    editor.addLines(u"c"_s);
    QCOMPARE(editor.toPlainText(), u"a\nb\nc"_s);
    QCOMPARE(edited.size(), 1); // of the lines added, at once
    editor.setList({});
    editor.addLines(u"c"_s);
    QCOMPARE(editor.toPlainText(), u"c"_s);
}

void TestListEditor::droppedFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    ListEditor editor;
    editor.show();
    QSignalSpy chosen(&editor, &ListEditor::fileChosen);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    drop(editor.viewport(), data);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), file.fileName());
    QVERIFY(editor.toPlainText().isEmpty());
    QVERIFY(editor.take(&data)); // as the form around it does
    QCOMPARE(chosen.size(), 2);
}

void TestListEditor::droppedText()
{
    ListEditor editor;
    editor.setList(u"a"_s);
    QMimeData data;
    data.setText(u"b\nc"_s);
    QVERIFY(editor.take(&data));
    QCOMPARE(editor.toPlainText(), u"a\nb\nc"_s);
    const QMimeData nothing;
    QVERIFY(!editor.take(&nothing));
}

void TestListEditor::readOnlyTakesNothing()
{
    ListEditor editor;
    editor.setList(u"a"_s);
    editor.setReadOnly(true);
    QMimeData data;
    data.setText(u"b"_s);
    QVERIFY(!editor.take(&data));
    QCOMPARE(editor.toPlainText(), u"a"_s);
}

QTEST_MAIN(TestListEditor)
#include "tst_listeditor.moc"
