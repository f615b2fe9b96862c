// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzaddresses.h"
#include "fuzz/fuzzboards.h"
#include "fuzz/fuzzcsv.h"
#include "fuzz/fuzzfilter.h"
#include "fuzz/fuzzhh.h"
#include "fuzz/fuzzhtml.h"
#include "fuzz/fuzzproxies.h"
#include "fuzz/fuzzrecords.h"
#include "fuzz/fuzzredacted.h"
#include "fuzz/fuzzrelease.h"
#include "fuzz/fuzzrobots.h"
#include "fuzz/fuzzsheet.h"
#include "fuzz/fuzzsitemap.h"
#include "fuzz/fuzzsuperjob.h"
#include "fuzz/fuzztrudvsem.h"

#include <QDir>
#include <QTest>

#include <random>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

using Reader = int (*)(const std::uint8_t *, std::size_t);

struct NamedReader
{
    const char *name; ///< of its folder, too
    Reader read;
};

constexpr NamedReader Readers[]{
    {"addresses", fuzz::fuzzAddresses},
    {"boards", fuzz::fuzzBoards},
    {"csv", fuzz::fuzzCsv},
    {"filter", fuzz::fuzzFilter},
    {"hh", fuzz::fuzzHh},
    {"html", fuzz::fuzzHtml},
    {"proxies", fuzz::fuzzProxies},
    {"records", fuzz::fuzzRecords},
    {"redacted", fuzz::fuzzRedacted},
    {"release", fuzz::fuzzRelease},
    {"robots", fuzz::fuzzRobots},
    {"sheet", fuzz::fuzzSheet},
    {"sitemap", fuzz::fuzzSitemap},
    {"superjob", fuzz::fuzzSuperjob},
    {"trudvsem", fuzz::fuzzTrudvsem},
};

void run(Reader reader, const QByteArray &bytes)
{
    // A copy of its own size, so that a sanitizer sees each byte that is read behind the end.
    const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
    reader(exact.data(), exact.size());
}

/// The same each time: bytes are changed, left out and doubled.
QByteArray changed(QByteArray bytes, std::minstd_rand &random)
{
    const auto place = [&] { return qsizetype(random() % std::max<qsizetype>(1, bytes.size())); };
    for (unsigned changes = 1 + random() % 4; changes > 0 && !bytes.isEmpty(); --changes) {
        switch (random() % 4) {
        case 0:
            bytes[place()] = char(random());
            break;
        case 1:
            bytes.remove(place(), 1 + qsizetype(random() % 20));
            break;
        case 2:
            bytes.insert(place(), bytes.mid(place(), 1 + qsizetype(random() % 40)));
            break;
        default:
            bytes.insert(place(), "\0\xFF\r\n\t\";,:<>&%#@[]{}\xC2\xA0"[random() % 22]);
        }
    }
    return bytes;
}

} // namespace

/// The readers that are fuzzed hold what they promise for every file of the corpora and for many changed
/// ones.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data();
    void holds();
    void everyReaderHasACorpus();
};

void TestFuzzCorpus::holds_data()
{
    QTest::addColumn<Reader>("reader");
    QTest::addColumn<QString>("path");
    for (const NamedReader &reader : Readers) {
        const QDir folder(QStringLiteral(LINNET_SOURCE_DIR "/tests/fuzz/corpus/") +
                          QLatin1StringView(reader.name));
        for (const QString &file : folder.entryList(QDir::Files))
            QTest::addRow("%s/%s", reader.name, qPrintable(file)) << reader.read << folder.filePath(file);
    }
}

void TestFuzzCorpus::holds()
{
    QFETCH(Reader, reader);
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.size() < 20'000);
    run(reader, bytes);
    constexpr int Cuts = 16;
    for (int i = 0; i < Cuts; ++i)
        run(reader, bytes.first(bytes.size() * i / Cuts));
    constexpr int Changes = 100;
    std::minstd_rand random(1);
    for (int i = 0; i < Changes; ++i)
        run(reader, changed(bytes, random));
}

void TestFuzzCorpus::everyReaderHasACorpus()
{
    const QDir corpus(QStringLiteral(LINNET_SOURCE_DIR "/tests/fuzz/corpus"));
    QStringList names;
    for (const NamedReader &reader : Readers) {
        names.append(QString::fromLatin1(reader.name));
        QVERIFY2(!QDir(corpus.filePath(names.last())).isEmpty(QDir::Files), reader.name);
    }
    QCOMPARE(corpus.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name), names);
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
