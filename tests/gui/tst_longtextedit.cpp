// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/longtextedit.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// Texts that are too long to be put in at once.
class TestLongTextEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isThereFromTheStart();
    void isOneStepOfUndo();
    void replacesTheSelection_data();
    void replacesTheSelection();
    void longSelectionsGo_data();
    void longSelectionsGo();
    void typingComesBehind();
    void canBeTakenBack_data();
    void canBeTakenBack();
    void nextPasteComesBehind();
    void anotherTextTakesItsPlace_data();
    void anotherTextTakesItsPlace();
    void filledQuietly();
    void oddSigns_data();
    void oddSigns();
    void readOnlyTakesNothing();

private:
    static QString lines(int count);
    void paste(const QString &text);

    std::unique_ptr<LongTextEdit> m_edit;
};

QString TestLongTextEdit::lines(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"line number %1\n"_s.arg(i);
    return text;
}

void TestLongTextEdit::init()
{
    m_edit = std::make_unique<LongTextEdit>();
    m_edit->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_edit.get()));
}

void TestLongTextEdit::paste(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    m_edit->paste();
}

void TestLongTextEdit::isThereFromTheStart()
{
    const QString list = lines(20'000);
    QSignalSpy touched(m_edit.get(), &LongTextEdit::touched);
    QTest::keyClicks(m_edit.get(), u"()"_s);
    m_edit->moveCursor(QTextCursor::Left);
    touched.clear();
    paste(list);
    QCOMPARE(touched.size(), 1);
    QVERIFY(m_edit->isTakingIn());
    QVERIFY(m_edit->toPlainText().size() < list.size());
    const QString whole = u'(' + list + u')';
    QCOMPARE(m_edit->text(), whole);
    QTRY_VERIFY_WITH_TIMEOUT(!m_edit->isTakingIn(), 60'000);
    QCOMPARE(m_edit->text(), whole);
    QCOMPARE(m_edit->toPlainText(), whole);
    QCOMPARE(touched.size(), 1);
    QCOMPARE(m_edit->textCursor().position(), int(whole.size()) - 1);
    QVERIFY(m_edit->viewport()->rect().intersects(m_edit->cursorRect()));
}

void TestLongTextEdit::isOneStepOfUndo()
{
    QTest::keyClicks(m_edit.get(), u"typed"_s);
    const QString list = lines(20'000);
    paste(list);
    QTRY_VERIFY_WITH_TIMEOUT(!m_edit->isTakingIn(), 60'000);
    m_edit->undo();
    QCOMPARE(m_edit->text(), u"typed"_s);
    m_edit->redo();
    QVERIFY(m_edit->text() == u"typed"_s + list);
    m_edit->undo();
    m_edit->undo();
    QCOMPARE(m_edit->text(), QString());
}

void TestLongTextEdit::replacesTheSelection_data()
{
    QTest::addColumn<QString>("before");
    QTest::addRow("short") << u"before"_s;
    QTest::addRow("long") << lines(15'000);
}

void TestLongTextEdit::replacesTheSelection()
{
    QFETCH(const QString, before);
    paste(before);
    QTRY_VERIFY_WITH_TIMEOUT(!m_edit->isTakingIn(), 60'000);
    m_edit->selectAll();
    const QString list = lines(20'000);
    paste(list);
    QVERIFY(m_edit->text() == list);
    QTRY_VERIFY_WITH_TIMEOUT(!m_edit->isTakingIn(), 60'000);
    QVERIFY(m_edit->toPlainText() == list);
    m_edit->undo();
    QVERIFY(m_edit->text() == before);
}

void TestLongTextEdit::longSelectionsGo_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("left");
    QTest::addRow("Delete") << int(Qt::Key_Delete) << QString();
    QTest::addRow("Backspace") << int(Qt::Key_Backspace) << QString();
    QTest::addRow("typed over") << int(Qt::Key_X) << u"x"_s;
    QTest::addRow("copied") << (Qt::CTRL | Qt::Key_C).toCombined() << lines(20'000);
    QTest::addRow("cut") << (Qt::CTRL | Qt::Key_X).toCombined() << QString();
}

void TestLongTextEdit::longSelectionsGo()
{
    QFETCH(const int, key);
    QFETCH(const QString, left);
    const QString list = lines(20'000);
    paste(list);
    QTRY_VERIFY_WITH_TIMEOUT(!m_edit->isTakingIn(), 60'000);
    m_edit->selectAll();
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(m_edit.get(), Qt::Key(key & ~Qt::KeyboardModifierMask),
                    Qt::KeyboardModifiers(key & Qt::CTRL));
    QTRY_VERIFY_WITH_TIMEOUT(!m_edit->isTakingIn(), 60'000);
    QVERIFY(m_edit->text() == left);
    QVERIFY(m_edit->toPlainText() == left);
    if (key & Qt::CTRL)
        QVERIFY(QGuiApplication::clipboard()->text() == list);
    for (int step = 0; step < 2 && m_edit->text() != list; ++step)
        m_edit->undo();
    QVERIFY(m_edit->text() == list);
}

void TestLongTextEdit::typingComesBehind()
{
    const QString list = lines(20'000);
    paste(list);
    QTest::keyClicks(m_edit.get(), u"last"_s);
    QVERIFY(m_edit->isTakingIn());
    QTRY_VERIFY_WITH_TIMEOUT(!m_edit->isTakingIn(), 60'000);
    QVERIFY(m_edit->text() == list + u"last"_s);
    m_edit->undo();
    QVERIFY(m_edit->text() == list);
}

void TestLongTextEdit::canBeTakenBack_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addRow("Esc") << int(Qt::Key_Escape) << Qt::KeyboardModifiers(Qt::NoModifier);
    QTest::addRow("Undo") << int(Qt::Key_Z) << Qt::KeyboardModifiers(Qt::ControlModifier);
}

void TestLongTextEdit::canBeTakenBack()
{
    QFETCH(const int, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    QTest::keyClicks(m_edit.get(), u"typed"_s);
    paste(lines(20'000));
    QSignalSpy touched(m_edit.get(), &LongTextEdit::touched);
    QTest::keyClicks(m_edit.get(), u"lost with it"_s);
    QTest::keyClick(m_edit.get(), Qt::Key(key), modifiers);
    QVERIFY(!m_edit->isTakingIn());
    QCOMPARE(m_edit->text(), u"typed"_s);
    QVERIFY(!touched.isEmpty());
    m_edit->redo();
    QCOMPARE(m_edit->text(), u"typed"_s);
    QTest::keyClicks(m_edit.get(), u" on"_s);
    QCOMPARE(m_edit->text(), u"typed on"_s);
}

void TestLongTextEdit::nextPasteComesBehind()
{
    const QString list = lines(20'000);
    paste(list);
    QVERIFY(m_edit->isTakingIn());
    paste(u"short"_s);
    QVERIFY(m_edit->text() == list + u"short"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_edit->isTakingIn(), 60'000);
    QVERIFY(m_edit->toPlainText() == list + u"short"_s);
}

void TestLongTextEdit::anotherTextTakesItsPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("none") << QString();
    QTest::addRow("short") << u"short"_s;
    QTest::addRow("long") << lines(10'000);
}

void TestLongTextEdit::anotherTextTakesItsPlace()
{
    QFETCH(const QString, text);
    paste(lines(20'000));
    QTest::keyClicks(m_edit.get(), u"lost with it"_s);
    m_edit->setText(text);
    QVERIFY(m_edit->text() == text);
    QTRY_VERIFY_WITH_TIMEOUT(!m_edit->isTakingIn(), 60'000);
    QVERIFY(m_edit->toPlainText() == text);
    QVERIFY(!m_edit->document()->isUndoAvailable());
    QTest::keyClicks(m_edit.get(), u"x"_s);
    QVERIFY(m_edit->text() == u'x' + text);
    m_edit->undo();
    QVERIFY(m_edit->text() == text);
}

void TestLongTextEdit::filledQuietly()
{
    QSignalSpy touched(m_edit.get(), &LongTextEdit::touched);
    const QString list = lines(20'000);
    m_edit->setText(list);
    QVERIFY(m_edit->text() == list);
    QTest::keyClick(m_edit.get(), Qt::Key_Escape); // takes back only what the user did
    QTRY_VERIFY_WITH_TIMEOUT(!m_edit->isTakingIn(), 60'000);
    QVERIFY(m_edit->text() == list);
    QVERIFY(touched.isEmpty());
    QCOMPARE(m_edit->textCursor().position(), 0);
}

void TestLongTextEdit::oddSigns_data()
{
    QTest::addColumn<QString>("more");
    QTest::addRow("short") << QString();
    QTest::addRow("long") << lines(20'000);
}

void TestLongTextEdit::oddSigns()
{
    QFETCH(const QString, more);
    const QString odd = u"a\r\nb\rc\u2028d\u2029e\u00a0f\ufdd0\n"_s;
    paste(odd + more);
    const QString now = m_edit->text();
    QVERIFY(now == u"a\nb\nc\nd\ne f\n\n"_s + more);
    QTRY_VERIFY_WITH_TIMEOUT(!m_edit->isTakingIn(), 60'000);
    QVERIFY(m_edit->toPlainText() == now);
}

void TestLongTextEdit::readOnlyTakesNothing()
{
    m_edit->setReadOnly(true);
    paste(lines(20'000));
    QCOMPARE(m_edit->text(), QString());
    m_edit->setText(lines(20'000)); // by the program it can be filled
    QTRY_VERIFY_WITH_TIMEOUT(!m_edit->isTakingIn(), 60'000);
    QVERIFY(m_edit->toPlainText() == lines(20'000));
}

QTEST_MAIN(TestLongTextEdit)
#include "tst_longtextedit.moc"
