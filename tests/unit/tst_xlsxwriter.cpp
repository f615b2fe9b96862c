// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/xlsxwriter.h"

#include "exports/table/xlsxtext.h"
#include "exports/table/zipsizes.h"
#include "support/hostiletexts.h"
#include "support/python.h"

#include <QBuffer>
#include <QDir>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>
#include <limits>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace linnet;
using namespace linnet::exports;
using namespace Qt::Literals::StringLiterals;
using table::Cells;
using table::Column;
using table::ColumnType;
using table::Value;

namespace {

constexpr Column Name{"name"_L1, ColumnType::Text, "Name", nullptr, 230};
constexpr Column Pay{"pay"_L1, ColumnType::Real, "Pay", nullptr, 100};
constexpr Column Test{"has_test"_L1, ColumnType::Bool, "Test", nullptr, 60};

const QString Mark = u"…"_s;

struct Written
{
    Result<void> result;
    QStringList notices;
    qint64 bytes = 0;
};

Written write(const QString &path, const XlsxWriter::Options &options, const QList<const Column *> &columns,
              const std::vector<Cells> &rows)
{
    XlsxWriter writer(path, options);
    Result<void> result = writer.begin(columns);
    for (size_t i = 0; result && i < rows.size(); ++i)
        result = writer.row(table::ViewedCells(rows[i]).views());
    if (result)
        result = writer.end();
    return {result, writer.notices(), writer.bytes()};
}

/// What a cell reads as: [openpyxl's type letter, value].
QJsonArray cell(const char *type, const QJsonValue &value)
{
    return {QString::fromLatin1(type), value};
}

QStringList filesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class TestXlsxWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void typesAndLooks();
    void hostileTexts();
    void text_data();
    void text();
    void manyEscapes();
    void manySheets();
    void noRows();
    void foreignLocale();
    void limitedFileSize();
    void fullFolder();
    void abandoned();
    void zipOfNothing();

private:
    QJsonArray read(const QString &path) const { return test::runPython(u"read_xlsx.py"_s, {path}); }

    QString m_missing;
};

void TestXlsxWriter::initTestCase()
{
    m_missing = test::pythonMissing(u"openpyxl"_s);
}

void TestXlsxWriter::typesAndLooks()
{
    if (!m_missing.isEmpty())
        QSKIP(qPrintable(m_missing));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"вакансии.xlsx"_s);
    const Written written = write(
        path, {.sheetName = u"vacancies"_s, .about = {{u"Search"_s, u"=SUM(A1)"_s}}}, {&Name, &Pay, &Test},
        {{u"Аналитик"_s, 150000.0, true},
         {Value(), 0.1, false},
         {u""_s, 1e300, Value()},
         {qint64(123456789012345), std::numeric_limits<double>::quiet_NaN(), true},
         {std::numeric_limits<qint64>::max(), -2.5, true}});
    QVERIFY(written.result);
    QCOMPARE(written.notices, QStringList());
    QCOMPARE(written.bytes, QFileInfo(path).size());
    QCOMPARE(filesIn(folder), QStringList{u"вакансии.xlsx"_s});

    const QJsonArray sheets = read(path);
    QCOMPARE(sheets.size(), 2);
    const QJsonObject data = sheets.at(0).toObject();
    QCOMPARE(data[u"name"_s], u"vacancies"_s);
    QCOMPARE(data[u"freeze"_s], u"A2"_s);
    QCOMPARE(data[u"tables"_s][u"data"_s].toArray(),
             QJsonArray({u"A1:C6"_s, u"A1:C6"_s, QJsonArray({u"name"_s, u"pay"_s, u"has_test"_s})}));
    QVERIFY(data[u"filter"_s].isNull()); // of the table, not of the sheet
    QCOMPARE(data[u"boldHeader"_s], true);
    QCOMPARE(data[u"boldBody"_s], false);
    const QJsonObject widths = data[u"widths"_s].toObject();
    QVERIFY(widths[u"A"_s].toDouble() > 2 * widths[u"B"_s].toDouble());
    const QJsonValue none;
    const QJsonArray expected{
        QJsonArray{cell("s", u"name"_s), cell("s", u"pay"_s), cell("s", u"has_test"_s)},
        QJsonArray{cell("s", u"Аналитик"_s), cell("n", 150000), cell("b", true)},
        QJsonArray{cell("n", none), cell("n", 0.1), cell("b", false)},
        QJsonArray{cell("n", none), cell("n", 1e300), cell("n", none)},
        QJsonArray{cell("n", 123456789012345.0), cell("n", none), cell("b", true)},
        QJsonArray{cell("s", u"9223372036854775807"_s), cell("n", -2.5), cell("b", true)},
    };
    QCOMPARE(data[u"rows"_s].toArray(), expected);

    const QJsonObject about = sheets.at(1).toObject();
    QCOMPARE(about[u"name"_s], u"About this data"_s);
    QCOMPARE(about[u"rows"_s].toArray(),
             QJsonArray({QJsonArray{cell("s", u"Search"_s), cell("s", u"=SUM(A1)"_s)}}));
}

void TestXlsxWriter::hostileTexts()
{
    if (!m_missing.isEmpty())
        QSKIP(qPrintable(m_missing));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.xlsx"_s);
    std::vector<Cells> rows;
    for (const QString &text : test::hostileTexts())
        rows.push_back({text, 1.0, text});
    const Written written = write(path, {.sheetName = u"vacancies"_s}, {&Name, &Pay, &Name}, rows);
    QVERIFY(written.result);
    QCOMPARE(written.notices.size(), 2); // one text too long, some with control characters
    QVERIFY(written.notices.at(0).startsWith(u"2 "_s));
    QVERIFY(written.notices.at(1).contains(u" 6 "_s));

    const QJsonObject sheet = read(path).at(0).toObject();
    QCOMPARE(sheet[u"links"_s], 0);
    const QJsonArray lines = sheet[u"rows"_s].toArray();
    QCOMPARE(lines.size(), qsizetype(rows.size()) + 1);
    for (size_t i = 0; i < rows.size(); ++i) {
        QString expected = std::get<QString>(rows[i][0]);
        expected.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').remove(QChar(0)).remove(QChar(7));
        expected.replace(u"_x0041_"_s, u"_x005F_x0041_"_s); // Excel reads the escape away, openpyxl does not
        if (expected.size() > XlsxText::MaxUnits) {
            const QString mark = u"… (full text in the project)"_s;
            expected = expected.left(XlsxText::MaxUnits - mark.size()) + mark;
        }
        const QJsonArray line{cell("s", expected), cell("n", 1), cell("s", expected)};
        QCOMPARE(lines.at(qsizetype(i) + 1).toArray(), line);
    }
}

void TestXlsxWriter::text_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("cut");
    QTest::addColumn<bool>("cleaned");
    const QString limit(XlsxText::MaxUnits, u'a');
    const QString emoji = u"\U0001F600"_s;
    QTest::newRow("empty") << QString() << u""_s << false << false;
    QTest::newRow("at the limit") << limit << limit << false << false;
    QTest::newRow("one more") << limit + u'b' << limit.chopped(1) + Mark << true << false;
    QTest::newRow("pair at the cut") << limit.chopped(2) + emoji + u'c' << limit.chopped(2) + Mark << true
                                     << false;
    QTest::newRow("escape") << u"_x0041_ _x00e9_ _x00_ _xyzzy_"_s
                            << u"_x005F_x0041_ _x005F_x00e9_ _x00_ _xyzzy_"_s << false << false;
    QTest::newRow("escapes overlap") << u"_x0041_x0042_"_s << u"_x005F_x0041_x005F_x0042_"_s << false
                                     << false;
    QTest::newRow("line breaks") << u"a\r\nb\rc\n\r"_s << u"a\nb\nc\n\n"_s << false << false;
    QTest::newRow("control") << u"a\u0000b\u0008c\td\u001F"_s << u"abc\td"_s << false << true;
    QTest::newRow("lone surrogates") << QString(QChar(0xDC00)) + u'a' + QChar(0xD800) << u"\uFFFDa\uFFFD"_s
                                     << false << true;
    QTest::newRow("noncharacter") << u"\uFFFE\uFFFF"_s << u"\uFFFD\uFFFD"_s << false << true;
    QTest::newRow("emoji") << emoji << emoji << false << false;
}

void TestXlsxWriter::text()
{
    QFETCH(QString, text);
    const XlsxText fit = XlsxText::of(text, Mark);
    QTEST(QString::fromUtf8(fit.utf8), "expected");
    QTEST(fit.cut, "cut");
    QTEST(fit.cleaned, "cleaned");
}

void TestXlsxWriter::manyEscapes()
{
    // Escapes take room in the file: a text that is full of them is cut earlier, never an error.
    const XlsxText fit = XlsxText::of(u"_x0041_"_s.repeated(4681), Mark);
    QVERIFY(fit.cut);
    const qsizetype units = QString::fromUtf8(fit.utf8).size();
    QVERIFY(units <= XlsxText::MaxUnits);
    QVERIFY(units > XlsxText::MaxUnits - 20);
}

void TestXlsxWriter::manySheets()
{
    if (!m_missing.isEmpty())
        QSKIP(qPrintable(m_missing));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.xlsx"_s);
    std::vector<Cells> rows;
    for (int i = 0; i < 7; ++i)
        rows.push_back({u"row %1"_s.arg(i)});
    const Written written = write(path, {.sheetName = u"links"_s, .sheetRows = 3}, {&Name}, rows);
    QVERIFY(written.result);
    QCOMPARE(written.notices.size(), 1);
    const QJsonArray sheets = read(path);
    QCOMPARE(sheets.size(), 4);
    const QStringList names{u"links"_s, u"links 2"_s, u"links 3"_s, u"About this data"_s};
    const QStringList filters{u"A1:A4"_s, u"A1:A4"_s, u"A1:A2"_s};
    const QStringList tables{u"data"_s, u"data_2"_s, u"data_3"_s};
    QStringList found;
    for (qsizetype i = 0; i < 4; ++i) {
        const QJsonObject sheet = sheets.at(i).toObject();
        QCOMPARE(sheet[u"name"_s], names.at(i));
        if (i == 3)
            break;
        QCOMPARE(sheet[u"tables"_s][tables.at(i)][0], filters.at(i));
        const QJsonArray lines = sheet[u"rows"_s].toArray();
        QCOMPARE(lines.at(0).toArray().at(0).toArray().at(1), u"name"_s);
        for (qsizetype line = 1; line < lines.size(); ++line)
            found.append(lines.at(line).toArray().at(0).toArray().at(1).toString());
    }
    QCOMPARE(found, QStringList({u"row 0"_s, u"row 1"_s, u"row 2"_s, u"row 3"_s, u"row 4"_s, u"row 5"_s,
                                 u"row 6"_s}));
    const QJsonArray notice = sheets.at(3).toObject()[u"rows"_s].toArray().at(0).toArray();
    QCOMPARE(notice.at(1).toArray().at(1), written.notices.at(0));
}

void TestXlsxWriter::noRows()
{
    if (!m_missing.isEmpty())
        QSKIP(qPrintable(m_missing));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.xlsx"_s);
    QVERIFY(write(path, {.sheetName = u"vacancies"_s}, {&Name, &Pay}, {}).result);
    const QJsonObject sheet = read(path).at(0).toObject();
    QCOMPARE(sheet[u"rowCount"_s], 1);
    QCOMPARE(sheet[u"tables"_s][u"data"_s][0], u"A1:B2"_s); // Excel's tables have a row at least
}

void TestXlsxWriter::foreignLocale()
{
    if (!m_missing.isEmpty())
        QSKIP(qPrintable(m_missing));
    // A locale with a decimal comma, made here when the system has none: Qt sets the user's locale in every
    // program.
    QTemporaryDir folder;
    const QString made = folder.filePath(u"de_DE.UTF-8"_s);
    if (QProcess::execute(u"localedef"_s, {u"-i"_s, u"de_DE"_s, u"-f"_s, u"UTF-8"_s, made}) != 0)
        QSKIP("localedef cannot make the locale de_DE.UTF-8");
    qputenv("LOCPATH", folder.path().toLocal8Bit());
    const QByteArray before = setlocale(LC_NUMERIC, nullptr);
    const bool set = setlocale(LC_NUMERIC, "de_DE.UTF-8");
    const bool commas = QString::asprintf("x").isEmpty() || localeconv()->decimal_point[0] == ',';
    QTemporaryDir out;
    const QString path = out.filePath(u"out.xlsx"_s);
    const Written written = write(path, {.sheetName = u"vacancies"_s}, {&Pay}, {{0.5}, {55.7558}});
    const bool still = localeconv()->decimal_point[0] == ',';
    setlocale(LC_NUMERIC, before.constData());
    qunsetenv("LOCPATH");
    QVERIFY(set && commas && still);
    QVERIFY(written.result);
    const QJsonArray lines = read(path).at(0).toObject()[u"rows"_s].toArray();
    QCOMPARE(lines.at(1).toArray(), QJsonArray{cell("n", 0.5)});
    QCOMPARE(lines.at(2).toArray(), QJsonArray{cell("n", 55.7558)});
}

void TestXlsxWriter::limitedFileSize()
{
#ifdef Q_OS_UNIX
    // The library does not notice a failed write of rows; the writer must.
    QTemporaryDir folder;
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{200'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    std::vector<Cells> rows(20'000, Cells{u"some text"_s});
    const Written written =
        write(folder.filePath(u"out.xlsx"_s), {.sheetName = u"vacancies"_s}, {&Name}, rows);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!written.result);
    QCOMPARE(written.result.error().reason, Reason::Io);
    QVERIFY(written.result.error().detail.contains(folder.path()));
    QCOMPARE(filesIn(folder), QStringList());
#else
    QSKIP("this system has no limit on the size of files");
#endif
}

void TestXlsxWriter::fullFolder()
{
#ifdef Q_OS_LINUX
    // A small volume of its own is the only honest way to run out of room.
    QTemporaryDir folder;
    const QString size = u"size=3m"_s;
    const QStringList mount{u"-t"_s, u"tmpfs"_s, u"-o"_s, size, u"tmpfs"_s, folder.path()};
    QProcess process;
    process.start(u"mount"_s, mount);
    process.waitForFinished();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        QSKIP("elsewhere: this user may not mount a small volume");
    QStringList left;
    std::vector<Result<void>> results;
    for (const size_t count : {5'000u, 20'000u, 60'000u}) { // 0.4, 1.6 and 4.8 MB of sheet
        const std::vector<Cells> rows(count, Cells{u"some text"_s, 1.0});
        const QString path = folder.filePath(u"out.xlsx"_s);
        results.push_back(write(path, {.sheetName = u"vacancies"_s}, {&Name, &Pay}, rows).result);
        QFile::remove(path);
        left += filesIn(folder);
    }
    QProcess::execute(u"umount"_s, {folder.path()});
    QVERIFY(results[0]);
    for (size_t i = 1; i < results.size(); ++i) {
        QVERIFY(!results[i]);
        QCOMPARE(results[i].error().reason, Reason::DiskFull);
    }
    QCOMPARE(left, QStringList());
#else
    QSKIP("needs a small volume of its own");
#endif
}

void TestXlsxWriter::abandoned()
{
    QTemporaryDir folder;
    {
        XlsxWriter writer(folder.filePath(u"out.xlsx"_s), {.sheetName = u"vacancies"_s, .sheetRows = 2});
        QVERIFY(writer.begin({&Name}));
        for (int i = 0; i < 5; ++i)
            QVERIFY(writer.row(table::ViewedCells({u"text"_s}).views()));
    }
    QCOMPARE(filesIn(folder), QStringList());
}

void TestXlsxWriter::zipOfNothing()
{
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray(100, 'x'), QByteArray("PK\x05\x06", 4),
          "PK\x05\x06" + QByteArray(18, '\xFF'),
          "PK\x05\x06" + QByteArray(8, '\0') + QByteArray("\x01\0\0\0", 4) + QByteArray(6, '\0')}) {
        QBuffer buffer;
        buffer.setData(bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QVERIFY(!zipSizes(buffer));
    }
}

QTEST_GUILESS_MAIN(TestXlsxWriter)
#include "tst_xlsxwriter.moc"
