// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/formfit.h"
#include "windowrig.h"

#include "gui/proxies/proxyimportdialog.h"
#include "gui/proxies/proxytestform.h"
#include "gui/proxies/proxytestpage.h"
#include "practice/server/practiceserver.h"
#include "table/proxyschema.h"

#include <QLabel>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;

/// The page of proxy tests, in the whole window.
class TestProxyTestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsSmallScreens_data();
    void fitsSmallScreens();
    void testsWhatWasPasted();
    void outcomes();
    void earlierListComesBack();
    void nothingToTest();
    void importShowsFirst();
};

namespace {

ProxyTestPage *pageOf(WindowRig &rig)
{
    rig.window().workspace().newTask(u"proxies"_s);
    return qobject_cast<ProxyTestPage *>(rig.window().workspace().task(u"proxies"_s));
}

} // namespace

void TestProxyTestPage::testsWhatWasPasted()
{
    WindowRig rig;
    practice::PracticeServer server;
    const auto url = server.start();
    QVERIFY(url);
    ProxyTestPage *page = pageOf(rig);
    QVERIFY(page);
    ProxyTestValues values;
    // The practice server passes plain requests on to itself.
    values.text = u"http://me:s3cret@127.0.0.1:%1\nsocks4://127.0.0.1:9\nrubbish"_s.arg(url->port());
    values.judge = url->toString() + u"/judge"_s;
    values.delay = std::chrono::milliseconds(0);
    page->testForm().setValues(values);
    QTRY_COMPARE(page->testForm().list().entries.size(), 2);
    QCOMPARE(page->testForm().list().problems.size(), 1);
    page->start();
    QTRY_VERIFY_WITH_TIMEOUT(page->run() != 0 && !page->isUnderWay(), 60'000);
    const auto reader = rig.session().project().reader();
    QVERIFY(reader);
    const store::RowQuery query{&table::proxySchema(), {page->run()}, {}, {}};
    const auto ids = (*reader)->ids(query);
    QVERIFY(ids);
    QCOMPARE(ids->size(), size_t(2));
    const auto rows = (*reader)->rows(table::proxySchema(), *ids);
    QVERIFY(rows);
    QStringList told;
    for (const auto &row : *rows)
        told.append(table::toText(row[0]).section(u':', 0, 0) + u' ' + table::toText(row[1]));
    told.sort();
    QString said; // beside the main button, as it is good news
    QTRY_VERIFY2(
        (said = page->findChild<QLabel *>(u"statusLabel"_s)->text(), said.endsWith("1 of 2 work."_L1)),
        qPrintable(said));
    QCOMPARE(told, (QStringList{u"http alive"_s, u"socks4 unsupported"_s}));
    QFile file(rig.session().project().path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("s3cret"));
}

void TestProxyTestPage::outcomes()
{
    const auto outcome = [](const QStringList &statuses) {
        QHash<QString, proxies::TestVerdict> verdicts;
        for (const QString &status : statuses)
            verdicts.insert(QString::number(verdicts.size()), {status, {}, {}, 0});
        return ProxyTestPresenter::outcome(verdicts);
    };
    QCOMPARE(outcome({u"alive"_s, u"dead"_s}).text, u"1 of 2 work."_s);
    QVERIFY(outcome({u"alive"_s, u"dead"_s}).isGood);
    QCOMPARE(outcome({u"dead"_s, u"dead"_s}).text, u"None of them works."_s);
    QVERIFY(!outcome({u"dead"_s}).isGood);
    QVERIFY(outcome({}).text.isEmpty());
}

/// The list of an earlier test stands in its field again; only proxies with a login are no more than a
/// number.
void TestProxyTestPage::earlierListComesBack()
{
    ProxyTestValues values;
    values.text = u"10.0.0.1:80\nsocks5://10.0.0.2:1080\nme:s3cret@10.0.0.3:80"_s;
    const auto prepared = ProxyTestPresenter::prepare(values);
    QVERIFY(prepared.problem.isEmpty());
    const auto spec = proxies::TestSpec::fromJson(prepared.params.params[u"check"_s].toObject());
    QVERIFY(spec);
    const ProxyTestValues again = ProxyTestPresenter::values(*spec, {});
    QCOMPARE(again.text, u"http://10.0.0.1:80\nsocks5://10.0.0.2:1080"_s);
    QCOMPARE(again.imported.size(), 1);
    QCOMPARE(ProxyTestPresenter::list(again).entries.size(), 3);
}

void TestProxyTestPage::nothingToTest()
{
    WindowRig rig;
    ProxyTestPage *page = pageOf(rig);
    page->start();
    QTRY_VERIFY(!page->isUnderWay());
    QCOMPARE(page->run(), store::RunId(0));
    QVERIFY(!rig.session().hasProject());
}

void TestProxyTestPage::importShowsFirst()
{
    ProxyImportDialog dialog("1.2.3.4:80\nu:s3cret@1.2.3.5:80\n1.2.3.4:0\n1.2.3.4:80\n", u"list.txt"_s,
                             proxies::ProxyScheme::Socks5, nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(dialog.list().entries.size(), 2, 20'000);
    QCOMPARE(dialog.list().entries.first().proxy.scheme, proxies::ProxyScheme::Socks5);
    auto *table = dialog.findChild<QTableWidget *>();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 3);
    for (int row = 0; row < table->rowCount(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column)
            QVERIFY(!table->item(row, column)->text().contains(u"s3cret"_s));
    }
}

void TestProxyTestPage::fitsSmallScreens_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Russian") << u"ru"_s;
}

void TestProxyTestPage::fitsSmallScreens()
{
    QFETCH(const QString, language);
    WindowRig rig(language);
    const QString out = linnet::test::unreachable(rig, *pageOf(rig));
    QVERIFY2(out.isEmpty(), qPrintable(out));
}

QTEST_MAIN(TestProxyTestPage)
#include "tst_proxytestpage.moc"
