// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/inputreader.h"

#include <QStringEncoder>
#include <QTest>

using namespace linnet;
using namespace linnet::checks;
using namespace Qt::Literals::StringLiterals;

class TestInputReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_data();
    void files();
    void namesEveryLine();
    void noFile();
};

void TestInputReader::files_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QChar>("separator");
    QTest::addColumn<int>("column");
    QTest::addColumn<QStringList>("urls");
    const QStringList two{u"http://a.example/"_s, u"http://b.example/"_s};
    const auto row = [](const char *name, const QByteArray &bytes, QChar separator, int column,
                        const QStringList &urls) {
        QTest::newRow(name) << bytes << separator << column << urls;
    };
    row("lines", "http://a.example/\nhttp://b.example/\n", {}, 0, two);
    row("lines of other systems", "http://a.example/\r\nhttp://b.example/\r", {}, 0, two);
    row("separators within addresses", "http://a.example/?x=1,2;3\nhttp://b.example/\n", {}, 0,
        {u"http://a.example/?x=1,2;3"_s, u"http://b.example/"_s});
    row("comma", "id,url\n1,http://a.example/\n2,http://b.example/\n", u',', 1, two);
    row("semicolon without names", "http://a.example/;1\nhttp://b.example/;2\n", u';', 0, two);
    row("tab", "n\tu\nx\thttp://a.example/\ny\thttp://b.example/\n", u'\t', 1, two);
    row("quotes", "n;u\n\"a;\"\"b\"\"\nc\";\"http://a.example/\"\nd;http://b.example/\n", u';', 1, two);
    const QString russian = u"Имя;Сайт\nПервый;http://a.example/\nВторой;http://b.example/\n"_s;
    row("windows-1251", QStringEncoder("windows-1251")(russian), u';', 1, two);
    row("UTF-16", QStringEncoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom)(russian), u';',
        1, two);
    row("empty", {}, {}, 0, {});
    row("an open quote", "a;http://a.example/\nb;\"http://b.example/", u';', 1, two);
}

void TestInputReader::files()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, urls);
    const InputTable table = InputReader::read(bytes);
    QTEST(table.separator, "separator");
    QTEST(table.column, "column");
    QStringList taken;
    for (const CheckAddress &address : InputReader::take(table, table.column).addresses)
        taken << address.address.url().toString(QUrl::FullyEncoded);
    QCOMPARE(taken, urls);
}

void TestInputReader::namesEveryLine()
{
    const InputTable table =
        InputReader::read("id;url\n1;http://a.example/\n2;/home/me\n3;http://a.example/#x\n4;\n5;ftp://a/\n");
    const CheckInput input = InputReader::take(table, 1);
    QCOMPARE(input.addresses.size(), size_t(1));
    QCOMPARE(input.addresses[0].line, 2);
    QCOMPARE(input.refused.size(), size_t(2));
    QCOMPARE(input.refused[0].line, 3);
    QCOMPARE(input.refused[1].line, 6);
    QVERIFY(input.refused[1].error.reason != Reason::None);
    QCOMPARE(input.repeated.size(), 1);
    QCOMPARE(input.repeated[0].line, 4);
    QCOMPARE(input.repeated[0].firstLine, 2);
}

void TestInputReader::noFile()
{
    QCOMPARE(InputReader::load(u"/nowhere/list.txt"_s).error().reason, Reason::Io);
}

QTEST_GUILESS_MAIN(TestInputReader)
#include "tst_inputreader.moc"
