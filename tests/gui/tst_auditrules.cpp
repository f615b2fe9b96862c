// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/auditbookdialog.h"
#include "gui/crawl/auditrulesdialog.h"
#include "gui/crawl/crawlpage.h"
#include "gui/crawl/ownruledialog.h"
#include "gui/crawl/viewlist.h"
#include "gui/crawlsite.h"
#include "gui/widgets/actionregistry.h"
#include "gui/windowrig.h"
#include "support/python.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QUndoStack>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using models::AuditRuleModel;

/// The rules of the audit changed by hand, what the panel says then, and the workbook it gives.
class TestAuditRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void changesCountAtOnce();
    void ownRuleIsReadWhileItIsTyped();
    void ownRuleComesAndGoes();
    void filesAreThoseOfTheCommand();
    void wrongNumbersAreRefused();
    void fieldsAreTheSameRule();
    void searchFindsWords();
    void otherProgramsRules();
    void orderIsRemembered();
    void workbook();

private:
    CrawlPage &page() const
    {
        return *qobject_cast<CrawlPage *>(m_rig->window().workspace().task(u"crawl"_s));
    }
    AuditRulesDialog *openRules() const;
    static OwnRuleDialog *openOwn(AuditRulesDialog &dialog, const QString &button);
    static bool set(AuditRuleModel &model, const QString &id, AuditRuleModel::Column column,
                    const QVariant &value, int role = Qt::EditRole);
    bool has(const QString &finding) const { return page().findings().entryOf(finding) >= 0; }
    qint64 count(const QString &finding) const
    {
        const int entry = page().findings().entryOf(finding);
        return entry < 0 ? -1 : page().findings().count(entry);
    }
    QString memo() const;
    /// Into the folder LINNET_PICTURES, if there is one.
    static void shoot(QWidget &widget, const QString &name);

    std::unique_ptr<WindowRig> m_rig;
};

void TestAuditRules::init()
{
    m_rig = std::make_unique<WindowRig>(qEnvironmentVariable("LINNET_PICTURE_LANGUAGE", u"en"_s),
                                        qEnvironmentVariableIsSet("LINNET_PICTURE_DARK")
                                            ? gui::Theme::Choice::Dark
                                            : gui::Theme::Choice::Light);
    const QString path = m_rig->path(u"crawl.linnet"_s);
    QVERIFY(m_rig->session().projectSlot().open(path));
    CrawlSite::add(m_rig->session());
    QVERIFY(m_rig->session().projectSlot().close());
    m_rig->window().openProject(path);
    QTRY_VERIFY_WITH_TIMEOUT(
        page().run() != 0 && page().overview().reasons().size() == 2 && page().findings().isJudged(), 60'000);
}

void TestAuditRules::cleanup()
{
    m_rig.reset();
}

AuditRulesDialog *TestAuditRules::openRules() const
{
    QTest::mouseClick(page().findChild<QPushButton *>(u"auditRules"_s), Qt::LeftButton);
    return page().findChild<AuditRulesDialog *>();
}

OwnRuleDialog *TestAuditRules::openOwn(AuditRulesDialog &dialog, const QString &button)
{
    dialog.findChild<QPushButton *>(button)->click();
    return dialog.findChild<OwnRuleDialog *>();
}

bool TestAuditRules::set(AuditRuleModel &model, const QString &id, AuditRuleModel::Column column,
                         const QVariant &value, int role)
{
    return model.setData(model.indexOf(id).siblingAtColumn(int(column)), value, role);
}

QString TestAuditRules::memo() const
{
    const auto reader = m_rig->session().project().reader();
    const auto memos = reader ? (*reader)->memos() : std::unexpected(reader.error());
    return memos ? memos->value(audit::RuleSet::memoKey()) : u"unreadable"_s;
}

void TestAuditRules::shoot(QWidget &widget, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
        QVERIFY(widget.grab().save(folder + u'/' + name + u".png"_s));
}

void TestAuditRules::changesCountAtOnce()
{
    QVERIFY(has(u"title_missing"_s));
    shoot(m_rig->window(), u"audit_panel"_s);
    AuditRulesDialog *dialog = openRules();
    QVERIFY(dialog);
    AuditRuleModel &model = dialog->model();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!model.isChanged(*model.rule(model.indexOf(u"title_missing"_s))));
    QVERIFY(set(model, u"title_missing"_s, AuditRuleModel::Column::Rule, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(set(model, u"title_duplicate"_s, AuditRuleModel::Column::Level, int(audit::Level::Notice)));
    QVERIFY(model.isChanged(*model.rule(model.indexOf(u"title_missing"_s))));
    const QModelIndex builtIn =
        model.indexOf(u"title_missing"_s).siblingAtColumn(int(AuditRuleModel::Column::BuiltIn));
    QCOMPARE(builtIn.data().toString(), u"error"_s);
    shoot(*dialog, u"audit_rules"_s);
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(!has(u"title_missing"_s), 60'000);
    const auto *finding = page().findings().finding(page().findings().entryOf(u"title_duplicate"_s));
    QCOMPARE(finding->rule.level, audit::Level::Notice);
    QTRY_VERIFY_WITH_TIMEOUT(memo().contains(u"title_missing"_s), 60'000);
    // As every change, it can be taken back.
    m_rig->actions().history().undo();
    QTRY_VERIFY_WITH_TIMEOUT(has(u"title_missing"_s), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(memo(), QString(), 60'000);
    m_rig->actions().history().redo();
    QTRY_VERIFY_WITH_TIMEOUT(!has(u"title_missing"_s), 60'000);
}

void TestAuditRules::ownRuleIsReadWhileItIsTyped()
{
    AuditRulesDialog *dialog = openRules();
    QVERIFY(dialog);
    OwnRuleDialog *own = openOwn(*dialog, u"addRule"_s);
    QVERIFY(own);
    auto *filter = own->findChild<QPlainTextEdit *>(u"filter"_s);
    auto *keep = own->findChild<QPushButton *>(u"keepRule"_s);
    auto *verdict = own->findChild<QLabel *>(u"verdict"_s);
    QVERIFY(!keep->isEnabled());
    QTest::keyClicks(own->findChild<QLineEdit *>(u"what"_s), u"News"_s);
    QTest::keyClicks(filter, u"titel = News"_s);
    QVERIFY2(verdict->text().contains(u"titel"_s), qPrintable(verdict->text()));
    shoot(*own, u"audit_own_rule"_s);
    QVERIFY(!keep->isEnabled());
    filter->setPlainText(u"title = News"_s);
    QVERIFY2(keep->isEnabled(), qPrintable(verdict->text()));
    filter->setPlainText(u"words < {n}"_s);
    QVERIFY2(verdict->text().contains(u"{n}"_s) && !keep->isEnabled(), qPrintable(verdict->text()));
    own->findChild<QLineEdit *>(u"number"_s)->setText(u"301"_s);
    QVERIFY2(keep->isEnabled(), qPrintable(verdict->text()));
    // A column of pages is none of links.
    auto *set = own->findChild<QComboBox *>(u"set"_s);
    set->setCurrentIndex(set->findData(int(audit::BaseSet::Links)));
    QVERIFY2(verdict->text().contains(u"words"_s) && !keep->isEnabled(), qPrintable(verdict->text()));
    set->setCurrentIndex(set->findData(int(audit::BaseSet::Pages)));
    auto *columns = own->findChild<QComboBox *>(u"columns"_s);
    filter->clear();
    const int place = columns->findData(u"depth"_s);
    QVERIFY(place > 0);
    Q_EMIT columns->activated(place);
    QCOMPARE(filter->toPlainText(), u"depth "_s);
    own->findChild<QLineEdit *>(u"id"_s)->setText(u"title_missing"_s);
    filter->setPlainText(u"title = News"_s);
    QVERIFY2(verdict->text().contains(u"title_missing"_s), qPrintable(verdict->text()));
}

void TestAuditRules::ownRuleComesAndGoes()
{
    AuditRulesDialog *dialog = openRules();
    QVERIFY(dialog);
    OwnRuleDialog *own = openOwn(*dialog, u"addRule"_s);
    own->findChild<QLineEdit *>(u"what"_s)->setText(u"A <b>page</b> of news"_s);
    own->findChild<QPlainTextEdit *>(u"filter"_s)->setPlainText(u"title = News and words < {n}"_s);
    own->findChild<QLineEdit *>(u"number"_s)->setText(u"301"_s);
    own->findChild<QPlainTextEdit *>(u"why"_s)->setPlainText(u"Because."_s);
    own->accept();
    const audit::AuditRule *rule = dialog->model().rule(dialog->model().indexOf(u"own_1"_s));
    QVERIFY(rule);
    QCOMPARE(rule->columns, (QStringList{u"title"_s, u"words"_s}));
    QCOMPARE(rule->threshold, std::optional(301.0));
    dialog->accept();
    QTRY_COMPARE_WITH_TIMEOUT(count(u"own_1"_s), 2, 60'000);
    // What is wrong with it is found by the same name after a change of it.
    page().chooseEntry(page().findings().entryOf(u"own_1"_s));
    shoot(m_rig->window(), u"audit_own_finding"_s);
    QTRY_VERIFY(page().findChild<AuditRulesDialog *>() == nullptr);
    dialog = openRules();
    QVERIFY(dialog);
    own = openOwn(*dialog, u"editRule"_s); // that of the finding is the chosen one
    QVERIFY(own);
    QCOMPARE(own->rule().what, u"A <b>page</b> of news"_s);
    own->findChild<QLineEdit *>(u"id"_s)->setText(u"news"_s);
    own->findChild<QLineEdit *>(u"number"_s)->setText(u"300"_s);
    own->accept();
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(count(u"news"_s) == 0 && !has(u"own_1"_s), 60'000);
    QTRY_VERIFY(page().findChild<AuditRulesDialog *>() == nullptr);
    dialog = openRules();
    dialog->choose(u"news"_s);
    dialog->findChild<QPushButton *>(u"restoreRule"_s)->click();
    QVERIFY(!dialog->model().indexOf(u"news"_s).isValid());
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(!has(u"news"_s), 60'000);
    QCOMPARE(m_rig->actions().history().count(), 3);
}

void TestAuditRules::filesAreThoseOfTheCommand()
{
    AuditRulesDialog *dialog = openRules();
    QVERIFY(dialog);
    const QString path = m_rig->path(u"rules.json"_s);
    QCOMPARE(dialog->save(path), QString()); // nothing differs: a file all the same
    QCOMPARE(dialog->readFile(path), QString());
    set(dialog->model(), u"title_long"_s, AuditRuleModel::Column::Threshold, u"601"_s);
    QCOMPARE(dialog->save(path), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const auto read = audit::RuleSet::parse(file.readAll());
    QVERIFY(read && read->problems().isEmpty());
    QCOMPARE(read->rules(), dialog->model().rules().rules());
    file.resize(0);
    file.write(R"({"rules": [{"id": "thin", "on": false}, {"id": "odd", "filter": "nothing = 1"}]})");
    file.close();
    QCOMPARE(dialog->readFile(path), QString());
    QVERIFY2(dialog->said().contains(u"odd"_s), qPrintable(dialog->said()));
    QVERIFY(!dialog->model().rule(dialog->model().indexOf(u"thin"_s))->isOn);
    const audit::AuditRule *title = dialog->model().rule(dialog->model().indexOf(u"title_long"_s));
    QVERIFY(!dialog->model().isChanged(*title)); // a file takes the place of all
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no rules");
    file.close();
    QVERIFY(!dialog->readFile(path).isEmpty());
    QVERIFY(!dialog->model().rule(dialog->model().indexOf(u"thin"_s))->isOn); // as before
}

void TestAuditRules::wrongNumbersAreRefused()
{
    AuditRulesDialog *dialog = openRules();
    QVERIFY(dialog);
    AuditRuleModel &model = dialog->model();
    const auto number = [&] { return model.rule(model.indexOf(u"title_long"_s))->threshold; };
    const auto before = number();
    for (const QString &wrong : {u"many"_s, u"-1"_s, QString()}) {
        QVERIFY(!set(model, u"title_long"_s, AuditRuleModel::Column::Threshold, wrong));
        QVERIFY2(dialog->said().contains(u"no number"_s), qPrintable(dialog->said()));
    }
    QCOMPARE(number(), before);
    QVERIFY(set(model, u"slow_first_byte"_s, AuditRuleModel::Column::Threshold, u"1.25"_s));
    QCOMPARE(model.rule(model.indexOf(u"slow_first_byte"_s))->threshold, std::optional(1.25));
    model.restore(u"slow_first_byte"_s);
    QVERIFY(!model.isChanged(*model.rule(model.indexOf(u"slow_first_byte"_s))));
    // What has no number takes none.
    QVERIFY(!set(model, u"title_missing"_s, AuditRuleModel::Column::Threshold, u"1"_s));
}

/// For keyboards and screen readers what a line has stands beside it as fields, too.
void TestAuditRules::fieldsAreTheSameRule()
{
    AuditRulesDialog *dialog = openRules();
    QVERIFY(dialog);
    const auto rule = [dialog](const QString &id) {
        return *dialog->model().rule(dialog->model().indexOf(id));
    };
    dialog->choose(u"title_long"_s);
    auto *on = dialog->findChild<QCheckBox *>(u"ruleOn"_s);
    auto *level = dialog->findChild<QComboBox *>(u"ruleLevel"_s);
    auto *number = dialog->findChild<QLineEdit *>(u"ruleNumber"_s);
    QCOMPARE(on->isChecked(), rule(u"title_long"_s).isOn);
    on->click();
    QCOMPARE(on->isChecked(), rule(u"title_long"_s).isOn);
    level->setCurrentIndex(level->findData(int(audit::Level::Error)));
    Q_EMIT level->activated(level->currentIndex());
    QCOMPARE(rule(u"title_long"_s).level, audit::Level::Error);
    number->selectAll();
    QTest::keyClicks(number, u"612"_s);
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(rule(u"title_long"_s).threshold, std::optional(612.0));
    QVERIFY(dialog->isVisible()); // Return in a field ends no dialog
    dialog->choose(u"title_missing"_s);
    QVERIFY(number->isHidden());
    QVERIFY(!dialog->model().isChanged(rule(u"title_missing"_s)));
}

void TestAuditRules::searchFindsWords()
{
    AuditRulesDialog *dialog = openRules();
    QVERIFY(dialog);
    const auto shown = [dialog] {
        int rules = 0;
        const QAbstractItemModel &model = *dialog->tree().model();
        for (int group = 0; group < model.rowCount(); ++group)
            rules += model.rowCount(model.index(group, 0));
        return rules;
    };
    const int all = shown();
    QCOMPARE(all, int(audit::RuleSet().rules().size()));
    dialog->search().setText(u"title_missing"_s);
    QCOMPARE(shown(), 1);
    dialog->search().setText(u"redirects"_s); // a group by its title, others by their texts
    QVERIFY(shown() > 1 && shown() < all);
    dialog->search().setText(u"no such rule"_s);
    QCOMPARE(shown(), 0);
    dialog->search().clear();
    QCOMPARE(shown(), all);
}

/// The project is open somewhere else, which writes other rules; the window reads again.
void TestAuditRules::otherProgramsRules()
{
    const QString path = m_rig->session().project().path();
    QVERIFY(m_rig->session().projectSlot().close());
    auto other = store::Project::open(path);
    QVERIFY(other);
    QVERIFY(m_rig->session().projectSlot().openToRead(path));
    QTRY_VERIFY_WITH_TIMEOUT(page().run() != 0 && has(u"title_missing"_s), 60'000);
    (*other)->writer().postMemo(audit::RuleSet::memoKey(),
                                u"{\"rules\": [{\"id\": \"title_missing\", \"on\": false}]}"_s);
    QTRY_VERIFY_WITH_TIMEOUT(memo().contains(u"title_missing"_s), 60'000);
    m_rig->session().projectSlot().readAgain();
    QTRY_VERIFY_WITH_TIMEOUT(!has(u"title_missing"_s), 60'000);
    // Rules can be looked at, and are not written.
    AuditRulesDialog *dialog = openRules();
    QVERIFY(dialog);
    QVERIFY(!dialog->said().isEmpty());
    QVERIFY(!dialog->model().rule(dialog->model().indexOf(u"title_missing"_s))->isOn);
    dialog->reject();
    QVERIFY(m_rig->session().projectSlot().close());
    QVERIFY((*other)->close());
}

void TestAuditRules::orderIsRemembered()
{
    auto *order = page().findChild<QComboBox *>(u"findingOrder"_s);
    QVERIFY(order);
    using Order = models::FindingListModel::Order;
    QCOMPARE(page().findings().order(), Order::WorstFirst);
    order->setCurrentIndex(order->findData(int(Order::ByGroup)));
    Q_EMIT order->activated(order->currentIndex());
    QCOMPARE(page().findings().order(), Order::ByGroup);
    m_rig->makeWindow();
    QCOMPARE(page().findings().order(), Order::ByGroup);
}

void TestAuditRules::workbook()
{
    QTest::mouseClick(page().findChild<QPushButton *>(u"auditBook"_s), Qt::LeftButton);
    auto *dialog = page().findChild<AuditBookDialog *>();
    QVERIFY(dialog);
    auto *path = dialog->findChild<QLineEdit *>(u"path"_s);
    auto *message = dialog->findChild<QLabel *>(u"message"_s);
    auto *make = dialog->findChild<QPushButton *>(u"make"_s);
    path->setText(m_rig->path(u"findings.csv"_s));
    make->click();
    QVERIFY2(message->text().contains(u".xlsx"_s), qPrintable(message->text()));
    const QString file = m_rig->path(u"findings.xlsx"_s);
    path->setText(file);
    QSignalSpy made(dialog, &AuditBookDialog::made);
    make->click();
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, 60'000);
    shoot(*dialog, u"audit_book"_s);
    QVERIFY(QFileInfo(file).size() > 5000);
    if (const QString missing = pythonMissing(u"openpyxl"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    const QJsonArray sheets = runPython(u"read_xlsx.py"_s, {file});
    int hits = 0;
    for (const audit::Finding &finding : page().findings().findings())
        hits += finding.isHit() ? 1 : 0;
    QCOMPARE(sheets.size(), hits + 2); // an overview before, and what the data is behind
    QCOMPARE(sheets[0].toObject().value("rowCount"_L1).toInt(), hits + 1);
}

QTEST_MAIN(TestAuditRules)
#include "tst_auditrules.moc"
