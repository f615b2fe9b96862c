// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/chartpanel.h"
#include "gui/insight/insighttab.h"
#include "gui/insight/rulesdialog.h"
#include "gui/insight/rulespage.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/widgets/actionregistry.h"
#include "gui/windowrig.h"
#include "jobs/requestspec.h"
#include "support/practice.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using models::RuleModel;

/// The rules by which ads become comparable, changed by hand.
class TestRulesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void ownWordsCountAtOnce();
    void wrongLineIsShown();
    void tableFromAFile();
    void ratesFromAFile();
    void skillsOfOnesOwn();
    void builtInComesBack();

private:
    gui::InsightTab &tab() const { return *m_rig->vacancies().insight(); }
    gui::RulesDialog *open();
    static int rowOf(RuleModel &model, const QString &rule, const QString &word);
    static QString valueOf(RuleModel &model, int row);
    static void set(RuleModel &model, int row, RuleModel::Column column, const QString &text);
    bool regionIsAmongThem(const QString &region) const;

    std::unique_ptr<WindowRig> m_rig;
    std::unique_ptr<Practice> m_server;
};

void TestRulesDialog::init()
{
    m_rig = std::make_unique<WindowRig>(qEnvironmentVariable("LINNET_PICTURE_LANGUAGE", u"en"_s),
                                        qEnvironmentVariableIsSet("LINNET_PICTURE_DARK")
                                            ? gui::Theme::Choice::Dark
                                            : gui::Theme::Choice::Light);
    m_server = std::make_unique<Practice>();
    QVERIFY(m_rig->session().projectSlot().openNew());
    vacancies::SearchSpec spec;
    spec.sources = {{u"hh"_s, {}, m_server->url, {}}};
    spec.sources.front().query.pages = 1;
    jobs::RequestSpec requests;
    requests.pace.delay = {};
    m_rig->newSearch();
    session::RunHandle *run = m_rig->session().startVacancies(spec, requests);
    m_rig->vacancies().follow(run);
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 60'000);
    m_rig->vacancies().results().showPage(&tab());
    QTRY_VERIFY_WITH_TIMEOUT(!tab().figures().isEmpty(), 30'000);
    for (int row = 0; row < tab().questions().count(); ++row) {
        const auto all = models::InsightQuestion::of(table::vacancySchema());
        if (all[row].key == "pay_region"_L1)
            tab().questions().setCurrentRow(row);
    }
}

void TestRulesDialog::cleanup()
{
    m_rig.reset();
    m_server.reset();
}

gui::RulesDialog *TestRulesDialog::open()
{
    QTest::mouseClick(&tab().rules(), Qt::LeftButton);
    gui::RulesDialog *dialog = nullptr;
    const bool isThere =
        QTest::qWaitFor([&] { return (dialog = tab().findChild<gui::RulesDialog *>()); }, 30'000);
    return isThere ? dialog : nullptr;
}

int TestRulesDialog::rowOf(RuleModel &model, const QString &rule, const QString &word)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (index.data() == rule && index.siblingAtColumn(int(RuleModel::Column::For)).data() == word)
            return row;
    }
    return -1;
}

QString TestRulesDialog::valueOf(RuleModel &model, int row)
{
    return model.index(row, int(RuleModel::Column::Value)).data().toString();
}

void TestRulesDialog::set(RuleModel &model, int row, RuleModel::Column column, const QString &text)
{
    QVERIFY(model.setData(model.index(row, int(column)), text, Qt::EditRole));
}

bool TestRulesDialog::regionIsAmongThem(const QString &region) const
{
    const auto &groups = tab().chart().view().chart().groups;
    return std::ranges::find(groups, region, &draw::ChartGroup::key) != groups.end();
}

void TestRulesDialog::ownWordsCountAtOnce()
{
    QTRY_VERIFY_WITH_TIMEOUT(regionIsAmongThem(u"Москва"_s), 30'000);
    gui::RulesDialog *dialog = open();
    QVERIFY(dialog);
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
        QVERIFY(dialog->grab().save(folder + u"/rules.png"_s));
    RuleModel &model = dialog->words().model();
    const int row = rowOf(model, u"region"_s, u"Москва"_s);
    QVERIFY(row >= 0);
    // What a built-in line is about stays.
    QVERIFY(!model.setData(model.index(row, int(RuleModel::Column::For)), u"x"_s, Qt::EditRole));
    set(model, row, RuleModel::Column::Value, u"The capital"_s);
    QVERIFY(model.isOwn(row));
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(regionIsAmongThem(u"The capital"_s), 30'000);
    QVERIFY(!regionIsAmongThem(u"Москва"_s));
    // As every change, it can be taken back.
    m_rig->actions().history().undo();
    QTRY_VERIFY_WITH_TIMEOUT(regionIsAmongThem(u"Москва"_s), 30'000);
    m_rig->actions().history().redo();
    QTRY_VERIFY_WITH_TIMEOUT(regionIsAmongThem(u"The capital"_s), 30'000);
}

void TestRulesDialog::wrongLineIsShown()
{
    gui::RulesDialog *dialog = open();
    QVERIFY(dialog);
    RuleModel &model = dialog->pay().model();
    const int row = rowOf(model, u"basis"_s, {});
    QVERIFY(row >= 0);
    set(model, row, RuleModel::Column::Value, u"sometimes"_s);
    dialog->accept();
    QVERIFY2(dialog->fault().contains(u"sometimes"_s), qPrintable(dialog->fault()));
    QVERIFY(dialog->isVisible());
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
        QVERIFY(dialog->grab().save(folder + u"/rules_fault.png"_s));
    set(model, row, RuleModel::Column::Value, u"net"_s);
    dialog->accept();
    QVERIFY(!dialog->isVisible());
    QCOMPARE(m_rig->actions().history().count(), 1);
}

void TestRulesDialog::tableFromAFile()
{
    gui::RulesDialog *dialog = open();
    QVERIFY(dialog);
    QTemporaryDir folder;
    const auto write = [&folder](const QByteArray &text) {
        QFile file(folder.filePath(u"rules.csv"_s));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write("rule,for,value\nonly_to,,sometimes\n"));
    QVERIFY(!dialog->pay().readFile(folder.filePath(u"rules.csv"_s)).isEmpty());
    QVERIFY(dialog->pay().model().own().empty());
    QVERIFY(write("rule,for,value,source\nonly_to,,use,we say so\nrate,USD,80,ours\n"));
    QCOMPARE(dialog->pay().readFile(folder.filePath(u"rules.csv"_s)), QString());
    QCOMPARE(dialog->pay().model().own().size(), size_t(2));
}

void TestRulesDialog::ratesFromAFile()
{
    gui::RulesDialog *dialog = open();
    QVERIFY(dialog);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"rates.csv"_s);
    const auto write = [&path](const QByteArray &text) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write("date,currency,rate\n2026-01-30,USD,none\n"));
    const QString wrong = dialog->pay().readRates(path);
    QVERIFY2(wrong.contains(u"2: “none” is no number"_s), qPrintable(wrong));
    QVERIFY(dialog->pay().model().own().empty());
    RuleModel &model = dialog->pay().model();
    set(model, rowOf(model, u"only_to"_s, {}), RuleModel::Column::Value, u"use"_s);
    QVERIFY(write("date,currency,rate\n2026-01-30,USD,80\n2026-01-31,USD,81\n"));
    QCOMPARE(dialog->pay().readRates(path), QString());
    QVERIFY2(dialog->fault().startsWith(u"2 rate"_s), qPrintable(dialog->fault()));
    QVERIFY(write("date,currency,rate\n2026-01-31,USD,82\n2026-02-01,EUR,90\n"));
    QCOMPARE(dialog->pay().readRates(path), QString());
    // Of one day and currency the later file counts; all else stays.
    const auto own = model.own();
    QCOMPARE(own.size(), size_t(4));
    QVERIFY(std::ranges::any_of(
        own, [](const auto &line) { return line.since == "2026-01-31" && line.value == "82"; }));
    QVERIFY(std::ranges::any_of(own, [](const auto &line) { return line.rule == "only_to"; }));
    if (const QString pictures = qEnvironmentVariable("LINNET_PICTURES"); !pictures.isEmpty())
        QVERIFY(dialog->grab().save(pictures + u"/rules_rates.png"_s));
    dialog->accept();
    QVERIFY(!dialog->isVisible());
}

void TestRulesDialog::skillsOfOnesOwn()
{
    gui::RulesDialog *dialog = open();
    QVERIFY(dialog);
    dialog->tabs().setCurrentWidget(&dialog->skills());
    RuleModel &model = dialog->skills().model();
    const int row = rowOf(model, u"skill"_s, u"SQL"_s);
    QVERIFY(row >= 0);
    set(model, row, RuleModel::Column::Value, u"Databases"_s);
    const int added = model.add();
    QCOMPARE(model.line(added).rule, "skill");
    set(model, added, RuleModel::Column::For, u"не пьёт"_s);
    set(model, added, RuleModel::Column::Value, u"Sobriety"_s);
    if (const QString pictures = qEnvironmentVariable("LINNET_PICTURES"); !pictures.isEmpty())
        QVERIFY(dialog->grab().save(pictures + u"/rules_skills.png"_s));
    dialog->accept();
    QVERIFY2(!dialog->isVisible(), qPrintable(dialog->fault()));
    const auto isKept = [this] {
        const auto reader = m_rig->session().project().reader();
        const auto memos = reader ? (*reader)->memos() : std::unexpected(reader.error());
        return memos && memos->value(u"skills"_s).contains(u"Databases"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isKept(), 30'000);
    m_rig->actions().history().undo();
    QTRY_VERIFY_WITH_TIMEOUT(!isKept(), 30'000);
}

void TestRulesDialog::builtInComesBack()
{
    gui::RulesDialog *dialog = open();
    QVERIFY(dialog);
    RuleModel &model = dialog->pay().model();
    const int row = rowOf(model, u"only_to"_s, {});
    const QString before = valueOf(model, row);
    const int count = model.rowCount();
    set(model, row, RuleModel::Column::Value, u"use"_s);
    const int added = model.add();
    QCOMPARE(model.own().size(), size_t(2));
    model.removeOwn(added);
    model.removeOwn(row);
    QCOMPARE(valueOf(model, row), before);
    QCOMPARE(model.rowCount(), count);
    QVERIFY(model.own().empty());
}

QTEST_MAIN(TestRulesDialog)
#include "tst_rulesdialog.moc"
