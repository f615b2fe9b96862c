// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/columnstate.h"

#include "table/vacancyschema.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using models::ColumnState;

class TestColumnState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void isRemembered();
    void lastColumnStays();
    void resetForgets();
    void marksComeWhenThereAreAny();
    void badStore_data();
    void badStore();

private:
    const table::Schema &m_schema = table::vacancySchema();
    QTemporaryDir m_folder;
    QString newFile() { return m_folder.filePath(u"%1.ini"_s.arg(++m_files)); }
    int m_files = 0;
};

void TestColumnState::defaults()
{
    QSettings settings(newFile(), QSettings::IniFormat);
    const ColumnState state(m_schema, settings);
    QCOMPARE(state.order().size(), qsizetype(m_schema.columns.size()));
    const int change = *m_schema.indexOf(u"change");
    QCOMPARE(state.order().mid(0, 3), (QList{int(table::VacancyColumn::Starred), change, 0}));
    for (size_t i = 0; i < m_schema.columns.size(); ++i) {
        // What changed is said once something was compared.
        const bool isThere = m_schema.columns[i].storage != table::Storage::OverTime;
        QCOMPARE(state.isVisible(int(i)), m_schema.columns[i].shown && isThere);
        QCOMPARE(state.width(int(i)), m_schema.columns[i].width);
    }
}

void TestColumnState::isRemembered()
{
    const QString file = newFile();
    QList<int> expected;
    {
        QSettings settings(file, QSettings::IniFormat);
        ColumnState state(m_schema, settings);
        QSignalSpy visible(&state, &ColumnState::visibleChanged);
        QVERIFY(state.setVisible(1, true));
        QVERIFY(state.setVisible(0, false));
        QCOMPARE(visible.size(), 2);
        expected = state.order();
        expected.move(0, 3);
        state.move(0, 3);
        state.setWidth(2, 333);
        state.setWidth(3, 1);
    }
    QSettings settings(file, QSettings::IniFormat);
    const ColumnState state(m_schema, settings);
    QVERIFY(!state.isVisible(0));
    QCOMPARE(state.order().mid(0, 5), expected.mid(0, 5));
    QCOMPARE(state.width(2), 333);
    QCOMPARE(state.width(3), 24);
    QVERIFY(state.visibleColumns().contains(1));
    QVERIFY(!state.visibleColumns().contains(0));
}

void TestColumnState::lastColumnStays()
{
    QSettings settings(newFile(), QSettings::IniFormat);
    ColumnState state(m_schema, settings);
    const QList<int> visible = state.visibleColumns();
    for (const int column : visible.mid(1))
        QVERIFY(state.setVisible(column, false));
    QVERIFY(!state.setVisible(visible.first(), false));
    QCOMPARE(state.visibleColumns(), visible.mid(0, 1));
}

void TestColumnState::resetForgets()
{
    const QString file = newFile();
    QSettings settings(file, QSettings::IniFormat);
    ColumnState state(m_schema, settings);
    const QList<int> before = state.visibleColumns();
    state.setVisible(before.first(), false);
    state.move(2, 9);
    QSignalSpy spy(&state, &ColumnState::wasReset);
    state.reset();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(state.visibleColumns(), before);
    QCOMPARE(ColumnState(m_schema, settings).visibleColumns(), before);
}

void TestColumnState::marksComeWhenThereAreAny()
{
    constexpr int Star = int(table::VacancyColumn::Starred);
    constexpr int Note = int(table::VacancyColumn::Note);
    const QString file = newFile();
    {
        QSettings settings(file, QSettings::IniFormat);
        ColumnState state(m_schema, settings);
        state.setWidth(2, 100); // all is remembered
        QVERIFY(!state.isVisible(Star));
        state.setMarksInUse(true);
        QVERIFY(state.isVisible(Star) && state.isVisible(Note));
        QCOMPARE(state.visibleColumns().first(), Star);
        QVERIFY(state.setVisible(Note, false));
        state.setMarksInUse(false);
        QVERIFY(!state.isVisible(Star));
        QVERIFY(state.setVisible(Star, true)); // wanted although it is empty
        QVERIFY(state.isVisible(Star));
    }
    QSettings settings(file, QSettings::IniFormat);
    ColumnState state(m_schema, settings);
    state.setMarksInUse(true);
    QVERIFY(state.isVisible(Star));
    QVERIFY(!state.isVisible(Note));
}

void TestColumnState::badStore_data()
{
    QTest::addColumn<QStringList>("stored");
    QTest::newRow("garbage") << QStringList{u"x"_s, u""_s, u"vacancy"_s, u"vacancy a b c"_s};
    QTest::newRow("unknown column") << QStringList{u"gone 100 1"_s, u"area 100 1"_s};
    QTest::newRow("twice") << QStringList{u"area 50 1"_s, u"area 90 0"_s};
    QTest::newRow("wild width") << QStringList{u"vacancy 99999999 1"_s};
}

// Whatever stands in the file: every column once, sane widths, something visible.
void TestColumnState::badStore()
{
    QFETCH(QStringList, stored);
    QSettings settings(newFile(), QSettings::IniFormat);
    settings.setValue(u"columns/vacancies"_s, stored);
    const ColumnState state(m_schema, settings);
    QList<int> sorted = state.order();
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(sorted.size(), qsizetype(m_schema.columns.size()));
    QCOMPARE(std::unique(sorted.begin(), sorted.end()), sorted.end());
    QVERIFY(!state.visibleColumns().isEmpty());
    for (const int column : state.order())
        QVERIFY(state.width(column) >= 24 && state.width(column) <= 2000);
}

QTEST_GUILESS_MAIN(TestColumnState)
#include "tst_columnstate.moc"
