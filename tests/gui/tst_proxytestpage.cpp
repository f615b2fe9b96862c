// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowrig.h"

#include "gui/proxies/proxyimportdialog.h"
#include "gui/proxies/proxytestform.h"
#include "gui/proxies/proxytestpage.h"
#include "practice/server/practiceserver.h"
#include "table/proxyschema.h"

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
    void testsWhatWasPasted();
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
    page->proxyForm().setValues(values);
    QTRY_COMPARE(page->proxyForm().list().entries.size(), 2);
    QCOMPARE(page->proxyForm().list().problems.size(), 1);
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
    QCOMPARE(told, (QStringList{u"http alive"_s, u"socks4 unsupported"_s}));
    QFile file(rig.session().project().path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("s3cret"));
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

QTEST_MAIN(TestProxyTestPage)
#include "tst_proxytestpage.moc"
