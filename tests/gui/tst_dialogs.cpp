// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/appsettings.h"
#include "gui/shell/settingsdialog.h"
#include "gui/vacancies/sourcetermsdialog.h"
#include "gui/vacancies/tokendialog.h"
#include "gui/vacancies/vacanciespage.h"
#include "gui/windowrig.h"
#include "practice/server/practiceserver.h"
#include "support/faultserver.h"
#include "vacancies/search/sources.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QToolButton>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The dialogs as a person uses them, with a real session behind them.
class TestDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenIsTested();
    void keyIsTested();
    void tokenByClientIdAndSecret();
    void tokenIsKeptOrSaysWhyNot();
    void settingsAreFound();
    void settingsCountAtOnce();
    void defaultsComeBack();
    void termsAreRemembered();
    void sourceIsTested();
};

void TestDialogs::tokenIsTested()
{
    practice::PracticeServer server({{u"token"_s, 0}});
    const auto root = server.start();
    QVERIFY(root);
    WindowRig rig;
    TokenDialog dialog(rig.session(), rig.access(), *vacancies::sourceById(u"hh"));
    dialog.setAddress(*root);
    dialog.show();
    auto *edit = dialog.findChild<QLineEdit *>(u"tokenEdit"_s);
    auto *test = dialog.findChild<QPushButton *>(u"testButton"_s);
    const auto *result = dialog.findChild<QLabel *>(u"resultLabel"_s);
    QVERIFY(!test->isEnabled()); // nothing typed
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    edit->setText(u"  Bearer practice  "_s); // as it is pasted from a page
    QTest::mouseClick(test, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(result->text().startsWith("The token is good."_L1), 10'000);
    QVERIFY(dialog.height() >= dialog.layout()->totalHeightForWidth(dialog.width()));
    QVERIFY(!rig.access().hasToken(u"hh"_s)); // testing does not keep it

    server.stop();
    QTest::mouseClick(test, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(test->isEnabled() && !result->text().startsWith("The token is good."_L1),
                             30'000);
    QVERIFY(!result->text().contains("practice"_L1)); // a token is never shown
}

/// SuperJob takes its key in a header of its own and says nothing about whose it is.
void TestDialogs::keyIsTested()
{
    test::FaultServer server;
    server.setHandler([](const test::Seen &seen) {
        if (seen.header("X-Api-App-Id") != "v3.r.1.good")
            return test::Answer::status(
                403, {}, R"({"error":{"code":400,"error":"app_key_required","message":"no key"}})");
        return test::Answer::text(R"({"objects":[{"id":1}],"total":7,"more":true})");
    });
    WindowRig rig;
    TokenDialog dialog(rig.session(), rig.access(), *vacancies::sourceById(u"superjob"));
    dialog.setAddress(server.url(u"/2.0"_s));
    dialog.show();
    auto *edit = dialog.findChild<QLineEdit *>(u"tokenEdit"_s);
    auto *test = dialog.findChild<QPushButton *>(u"testButton"_s);
    const auto *result = dialog.findChild<QLabel *>(u"resultLabel"_s);
    edit->setText(u"v3.r.1.bad"_s);
    QTest::mouseClick(test, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(result->text().contains("api.superjob.ru/register"_L1), 10'000);
    edit->setText(u"v3.r.1.good"_s);
    QTest::mouseClick(test, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(result->text(), u"The token is good."_s, 10'000);
    for (const test::Seen &seen : server.seen()) {
        QCOMPARE(seen.target, "/2.0/vacancies/?count=1");
        QVERIFY(seen.header("Authorization").isNull());
    }
}

void TestDialogs::tokenByClientIdAndSecret()
{
    test::WindowRig rig;
    practice::PracticeServer server({{u"token"_s, 0}});
    const auto base = server.start();
    QVERIFY(base);
    TokenDialog dialog(rig.session(), rig.access(), *vacancies::sourceById(u"hh"));
    dialog.setAddress(*base);
    dialog.show();
    auto *toggle = dialog.findChild<QToolButton *>(u"grantToggle"_s);
    auto *client = dialog.findChild<QLineEdit *>(u"clientEdit"_s);
    auto *secret = dialog.findChild<QLineEdit *>(u"secretEdit"_s);
    auto *token = dialog.findChild<QLineEdit *>(u"tokenEdit"_s);
    auto *get = dialog.findChild<QPushButton *>(u"grantButton"_s);
    auto *result = dialog.findChild<QLabel *>(u"resultLabel"_s);
    QVERIFY(toggle->isVisible() && !client->isVisible());
    toggle->click();
    QVERIFY(client->isVisible() && secret->isVisible() && !get->isEnabled());
    client->setText(u"practice"_s);
    secret->setText(u"s3cret&+%"_s);
    get->click();
    QTRY_VERIFY_WITH_TIMEOUT(result->text().contains(u"not found"_s), 10'000);
    QVERIFY(!result->text().contains(u"s3cret"_s));
    QVERIFY(token->text().isEmpty());
    // Nobody is asked again for some minutes, also after a new start.
    secret->setText(u"practice"_s);
    get->click();
    QVERIFY2(result->text().contains(u"try again in"_s), qPrintable(result->text()));
    QVERIFY(QFile::remove(rig.path(u"data/tokens.ini"_s)));
    get->click();
    QTRY_COMPARE_WITH_TIMEOUT(token->text(), u"practice"_s, 10'000);
    QVERIFY(secret->text().isEmpty());
    // What hh.ru itself says when another program was quicker.
    QVERIFY(QFile::remove(rig.path(u"data/tokens.ini"_s)));
    secret->setText(u"practice"_s);
    get->click();
    QTRY_VERIFY_WITH_TIMEOUT(result->text().contains(u"too early"_s), 10'000);
}

void TestDialogs::tokenIsKeptOrSaysWhyNot()
{
    WindowRig rig;
    TokenDialog dialog(rig.session(), rig.access(), *vacancies::sourceById(u"hh"));
    dialog.show();
    QSignalSpy kept(&rig.access(), &session::Access::kept);
    dialog.findChild<QLineEdit *>(u"tokenEdit"_s)->setText(u"s3cret"_s);
    const auto *buttons = dialog.findChild<QDialogButtonBox *>();
    QTest::mouseClick(buttons->button(QDialogButtonBox::Save), Qt::LeftButton);
    QVERIFY(rig.session().hasToken(u"hh"_s)); // usable at once
    QVERIFY(!kept.isEmpty() || kept.wait(20'000));
    const bool inKeychain = kept.first().at(1).value<Result<void>>().has_value();
    const auto *result = dialog.findChild<QLabel *>(u"resultLabel"_s);
    QCOMPARE(dialog.isVisible(), !inKeychain);
    QCOMPARE(result->text().contains("until Linnet is closed"_L1), !inKeychain);

    TokenDialog later(rig.session(), rig.access(), *vacancies::sourceById(u"hh"));
    later.show();
    auto *remove = later.findChild<QPushButton *>(u"removeButton"_s);
    QVERIFY(remove->isVisible());
    QTest::mouseClick(remove, Qt::LeftButton);
    QVERIFY(!rig.session().hasToken(u"hh"_s));
}

void TestDialogs::settingsAreFound()
{
    WindowRig rig;
    SettingsDialog dialog(rig.services());
    dialog.show();
    auto *search = dialog.findChild<QLineEdit *>(u"searchEdit"_s);
    const auto *theme = dialog.findChild<QComboBox *>(u"themeBox"_s);
    const auto *language = dialog.findChild<QComboBox *>(u"languageBox"_s);
    search->setText(u"DARK"_s); // one of the values
    QVERIFY(theme->isVisible());
    QVERIFY(!language->isVisible());
    search->setText(u"русский"_s);
    QVERIFY(language->isVisible());
    QVERIFY(!theme->isVisible());
    search->setText(u"clear data"_s); // on a button
    QVERIFY(dialog.findChild<QPushButton *>(u"clearButton"_s)->isVisible());
    QVERIFY(!language->isVisible());
    search->setText(u"no such thing"_s);
    QVERIFY(dialog.findChild<QLabel *>(u"nothingLabel"_s)->isVisible());
    search->clear();
    QVERIFY(theme->isVisible() && language->isVisible());
}

void TestDialogs::settingsCountAtOnce()
{
    WindowRig rig;
    SettingsDialog dialog(rig.services());
    dialog.show();
    auto *theme = dialog.findChild<QComboBox *>(u"themeBox"_s);
    theme->setCurrentIndex(theme->findData(u"dark"_s));
    QVERIFY(rig.services().theme.isDark());
    QCOMPARE(setting::Theme.read(rig.settings()), u"dark"_s);
    auto *pace = dialog.findChild<QComboBox *>(u"paceBox"_s);
    pace->setCurrentIndex(pace->findData(1000));
    dialog.findChild<QLineEdit *>(u"userAgentEdit"_s)->setText(u"Mine/1.0"_s);
    rig.newSearch();
    QCOMPARE(rig.vacancies().values().delay, std::chrono::milliseconds(1000));
    QCOMPARE(rig.vacancies().values().userAgent, u"Mine/1.0"_s);
}

void TestDialogs::defaultsComeBack()
{
    WindowRig rig;
    setting::Theme.write(rig.settings(), u"dark"_s);
    setting::DelayMs.write(rig.settings(), 2000);
    SettingsDialog dialog(rig.services());
    dialog.show();
    QSignalSpy language(&dialog, &SettingsDialog::languageChosen);
    const auto *buttons = dialog.findChild<QDialogButtonBox *>();
    QTest::mouseClick(buttons->button(QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
    QCOMPARE(setting::Theme.read(rig.settings()), u"system"_s);
    QCOMPARE(setting::DelayMs.read(rig.settings()), 200);
    QCOMPARE(language.size(), 0); // it was not changed
}

void TestDialogs::termsAreRemembered()
{
    WindowRig rig;
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        QVERIFY(!SourceTermsDialog::seen(rig.settings(), *source));
        SourceTermsDialog::remember(rig.settings(), *source);
        QVERIFY(SourceTermsDialog::seen(rig.settings(), *source));
        SourceTermsDialog dialog(*source);
        dialog.show();
        QVERIFY(dialog.height() >= dialog.layout()->totalHeightForWidth(dialog.width()));
    }
}

/// Where one can, from its terms: what came of it stands there.
void TestDialogs::sourceIsTested()
{
    WindowRig rig;
    session::NetworkControl &network = rig.session().network();
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        SourceTermsDialog dialog(*source);
        dialog.setReadOnly();
        dialog.offerTest(network, {});
        const auto *buttons = dialog.findChild<QDialogButtonBox *>();
        const bool canBeAsked = !source->needsToken() && source->check({});
        QCOMPARE(buttons->buttons().size(), canBeAsked ? 2 : 1);
    }
    const vacancies::VacancySource &source = *vacancies::sourceById(u"jobicy"_s);
    SourceTermsDialog dialog(source);
    dialog.setReadOnly();
    dialog.offerTest(network, {});
    dialog.show();
    auto *said = dialog.findChild<QLabel *>(u"testLabel"_s);
    QVERIFY(!said->isVisible());
    QTcpServer closed; // whose port nobody listens on any more
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    network.testSource(source.id(), {}, {}, QUrl(u"http://127.0.0.1:%1/"_s.arg(port)));
    QTRY_VERIFY_WITH_TIMEOUT(said->isVisible(), 60'000);
    QVERIFY2(said->text().contains("No answer"_L1), qPrintable(said->text()));
    QVERIFY(dialog.height() >= dialog.layout()->totalHeightForWidth(dialog.width()));
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
