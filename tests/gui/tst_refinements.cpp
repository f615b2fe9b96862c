// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/choice/choicebox.h"
#include "gui/choice/choicepopup.h"
#include "gui/formfit.h"
#include "gui/vacancies/dictionarychoices.h"
#include "gui/vacancies/employersedit.h"
#include "gui/widgets/chip.h"
#include "support/faultserver.h"
#include "support/shareddata.h"
#include "vacancies/currentdictionary.h"
#include "vacancies/search/sources.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;
using vacancies::Dictionary;
using Kind = Dictionary::Kind;

/// Industry, employer and site in the form of a search, and names that change while it stands there.
class TestRefinements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void employersByName();
    void employersByNumberAndAddress();
    void nameThatIsNotChosen();
    void pastedAddress();
    void emptyIndustries();
    void newNamesKeepWhatIsChosen();
    void otherServersAreNotAsked();
    void manyRegions();
    void fits_data();
    void fits();

private:
    static VacanciesPage &open(test::WindowRig &rig);
    static ChoiceBox &box(VacanciesPage &page, const QString &name)
    {
        return *page.findChild<ChoiceBox *>(name);
    }
    static QStringList chips(VacanciesPage &page);
    static void picture(QWidget &widget, const QString &name);
};

VacanciesPage &TestRefinements::open(test::WindowRig &rig)
{
    rig.newSearch();
    QApplication::setActiveWindow(&rig.window());
    VacanciesPage &page = rig.vacancies();
    page.findChild<QPushButton *>(u"moreButton"_s)->setChecked(true);
    return page;
}

QStringList TestRefinements::chips(VacanciesPage &page)
{
    QStringList texts;
    for (const Chip *chip : page.findChild<EmployersEdit *>()->findChildren<Chip *>()) {
        if (chip->isVisible())
            texts << chip->text();
    }
    return texts;
}

void TestRefinements::picture(QWidget &widget, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
        QVERIFY(widget.grab().save(folder + u'/' + name));
}

void TestRefinements::employersByName()
{
    test::WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    QVERIFY(rig.practice().start());
    VacanciesPage &page = open(rig);
    page.preparePractice();
    page.findChild<QPushButton *>(u"moreButton"_s)->setChecked(true);
    auto *edit = page.findChild<QLineEdit *>(u"employerEdit"_s);
    edit->setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), edit);
    for (const QChar letter : u"кит"_s)
        QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_unknown, QString(letter), {});
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget(), 10'000);
    auto *list = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
    QVERIFY(list && list->model()->rowCount() > 0);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Северный Кит · 5003"_s);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(page.values().employers, QStringList{u"5003"_s});
    QVERIFY(page.values().unknownEmployer.isEmpty());
    QTRY_COMPARE(chips(page), QStringList{u"Северный Кит · 5003"_s});
    const auto *chip = page.findChild<EmployersEdit *>()->findChild<Chip *>();
    QTRY_VERIFY(!chip->geometry().intersects(edit->geometry()));
    QCOMPARE(page.run(), 0); // chosen, not searched yet
    picture(rig.window(), u"employer.png"_s);
    QTest::keyClick(edit, Qt::Key_Backspace); // takes it back
    QVERIFY(page.values().employers.isEmpty());
    QTRY_VERIFY(chips(page).isEmpty());
}

void TestRefinements::employersByNumberAndAddress()
{
    test::WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    VacanciesPage &page = open(rig);
    auto *edit = page.findChild<QLineEdit *>(u"employerEdit"_s);
    edit->setFocus();
    QTest::keyClicks(edit, u"1455"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(page.values().employers, QStringList{u"1455"_s});
    QTest::keyClicks(edit, u"https://hh.ru/employer/80"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(page.values().employers.size(), 2);
    QTRY_COMPARE(chips(page).size(), 2);
    QTest::mouseClick(page.findChild<EmployersEdit *>()->findChild<Chip *>(), Qt::LeftButton);
    QCOMPARE(page.values().employers.size(), 1);
    QCOMPARE(page.run(), 0);
}

void TestRefinements::nameThatIsNotChosen()
{
    VacanciesPresenter presenter(dictionaryNames());
    VacanciesValues values;
    values.sources = {u"hh"_s};
    QVERIFY(presenter.problems(values, QDate(2026, 11, 29)).isEmpty());
    values.unknownEmployer = u"Север"_s;
    const auto problems = presenter.problems(values, QDate(2026, 11, 29));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.front().field, VacanciesField::Employers);
    QVERIFY(problems.front().text.contains(u"Север"_s));
}

void TestRefinements::pastedAddress()
{
    test::WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    VacanciesPage &page = open(rig);
    auto *text = page.findChild<QLineEdit *>(u"textEdit"_s);
    text->setFocus();
    QGuiApplication::clipboard()->setText(
        u"https://hh.kz/search/vacancy?text=Qt&industry=7.541&employer_id=80"_s);
    text->paste();
    const VacanciesValues values = page.values();
    QCOMPARE(values.employers, QStringList{u"80"_s});
    QCOMPARE(values.industries, QStringList{u"7.541"_s}); // although no list has it yet
    QCOMPARE(values.site, u"hh.kz"_s);
    QCOMPARE(page.findChild<QComboBox *>(u"siteBox"_s)->currentText(), u"hh.kz"_s);
    QCOMPARE(box(page, u"industriesBox"_s).currentText(), u"7.541"_s);
}

void TestRefinements::emptyIndustries()
{
    test::WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    VacanciesPage &page = open(rig);
    ChoiceBox &industries = box(page, u"industriesBox"_s);
    industries.showPopup();
    auto *popup = industries.findChild<ChoicePopup *>();
    QTRY_VERIFY(popup && popup->isVisible());
    QStringList said;
    for (const QLabel *label : popup->findChildren<QLabel *>())
        said << label->text();
    QVERIFY2(said.join(u' ').contains(u"hh.ru"), qPrintable(said.join(u' ')));
    picture(*popup, u"no-industries.png"_s);
    popup->close();
}

void TestRefinements::newNamesKeepWhatIsChosen()
{
    test::FaultServer server;
    server.setHandler([](const test::Seen &seen) {
        if (seen.target.startsWith("/areas"))
            return test::Answer::text(
                R"([{"id": "113", "name": "R", "areas": [{"id": "2", "name": "Second"}]}])");
        if (seen.target.startsWith("/professional_roles"))
            return test::Answer::text(
                R"({"categories": [{"id": "1", "name": "All", "roles": [{"id": "156", "name": "Ad analyst"}]}]})");
        return test::Answer::text(R"([{"id": "7", "name": "Trade", "industries": []}])");
    });
    test::WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    VacanciesPage &page = open(rig);
    VacanciesValues values = page.values();
    values.areas = {u"1"_s, u"2"_s};
    values.roles = {u"156"_s};
    values.industries = {u"7"_s};
    page.setValues(values);
    QSignalSpy read(&rig.session().network(), &session::NetworkControl::dictionariesRead);
    rig.session().network().readDictionaries(u"hh"_s, server.url(QString()));
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, 30'000);
    QCOMPARE(box(page, u"areasBox"_s).currentText(), u"Second, Moscow"_s); // the one that has gone is known
    QCOMPARE(box(page, u"rolesBox"_s).currentText(), u"Ad analyst"_s);
    QCOMPARE(box(page, u"industriesBox"_s).currentText(), u"Trade"_s);
    QStringList areas = page.values().areas;
    areas.sort();
    QCOMPARE(areas, (QStringList{u"1"_s, u"2"_s}));
}

/// What a server in hh.ru's place has for names would be taken for hh.ru's own.
void TestRefinements::otherServersAreNotAsked()
{
    test::FaultServer server;
    test::WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    VacanciesPage &page = open(rig);
    VacanciesValues values = page.values();
    values.sources = {u"hh"_s};
    values.bases.insert(u"hh"_s, server.url(QString()).toString());
    page.setValues(values);
    QSignalSpy asked(&rig.session().network(), &session::NetworkControl::dictionariesAsked);
    rig.session().network().readDictionaries(u"hh"_s, server.url(u"/own"_s));
    QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 60'000);
    QCOMPARE(asked.size(), 1);
    for (const test::Seen &seen : server.seen())
        QVERIFY2(seen.target.startsWith("/own"), seen.target);
}

void TestRefinements::manyRegions()
{
    const QByteArray body = test::sharedBytes(u"samples/hh/hh_areas_full.json"_s);
    if (body.isEmpty())
        QSKIP("samples/hh/hh_areas_full.json is not there");
    const auto areas = vacancies::sourceById(u"hh")->parseDictionary(Kind::HhAreas, body);
    QVERIFY(areas);
    test::WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    QVERIFY(vacancies::keepDictionary(Kind::HhAreas, *areas, {}));
    QElapsedTimer timer;
    timer.start();
    const std::vector<Choice> choices = dictionaryChoices(Kind::HhAreas);
    qInfo("sorted in %lld ms", timer.restart());
    QVERIFY(choices.size() > 9000);
    timer.restart();
    rig.makeWindow();
    VacanciesPage &page = open(rig);
    qInfo("window made in %lld ms", timer.restart());
    VacanciesValues values = page.values();
    values.areas = {u"1"_s};
    page.setValues(values);
    ChoiceBox &box = this->box(page, u"areasBox"_s);
    const Dictionary bundled = Dictionary::load(Kind::HhAreas);
    const auto fresh = std::ranges::find_if(
        areas->nodes(), [&](const vacancies::DictionaryNode &node) { return !bundled.byId(node.id); });
    QVERIFY(fresh != areas->nodes().end());
    QTRY_COMPARE(box.title(fresh->id), dictionaryName(Kind::HhAreas, fresh->id));
    QCOMPARE(page.values().areas, QStringList{u"1"_s});
    timer.restart();
    box.setChoices(dictionaryChoices(Kind::HhAreas), u"all"_s);
    qInfo("sorted and set in %lld ms", timer.restart());
    box.showPopup();
    qInfo("opened in %lld ms", timer.restart());
    auto *popup = box.findChild<ChoicePopup *>();
    auto *search = popup->findChild<QLineEdit *>();
    timer.restart();
    search->setText(u"нов"_s);
    qInfo("searched in %lld ms", timer.restart());
    QVERIFY(popup->findChild<QTreeView *>()->currentIndex().isValid());
    popup->close();
}

void TestRefinements::fits_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("ru") << u"ru"_s;
}

void TestRefinements::fits()
{
    QFETCH(QString, language);
    test::WindowRig rig(language);
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    VacanciesPage &page = open(rig);
    VacanciesValues values = page.values();
    values.sources = {u"hh"_s};
    values.employers = {u"1455"_s, u"80"_s, u"3529"_s};
    values.industries = {u"7.541"_s};
    values.contacts = true;
    page.setValues(values);
    QTRY_COMPARE(chips(page).size(), 3);
    QTRY_VERIFY(page.findChild<QLabel *>(u"contactsNote"_s)->isVisible()); // what the law asks
    for (int i = 0; i < 5; ++i)                                            // layouts of layouts
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    picture(rig.window(), u"refinements-%1.png"_s.arg(language));
    values.employers = {};
    page.setValues(values);
    const QString out = test::unreachable(rig, page);
    picture(rig.window(), u"refinements-narrow-%1.png"_s.arg(language));
    QVERIFY2(out.isEmpty(), qPrintable(out));
}

QTEST_MAIN(TestRefinements)
#include "tst_refinements.moc"
