// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/job/importfile.h"
#include "vacancies/import/importrecord.h"

#include "support/packed.h"
#include "support/trudvsemstandin.h"
#include "table/vacancyschema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::imports;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// Files of vacancies: what each record becomes, part by part.
class TestImportFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openData();
    void answersOfSources();
    void refuses_data();
    void refuses();
    void packed_data();
    void packed();
    void partsBeginAnywhere();
    void damaged_data();
    void damaged();
    void nothingInIt_data();
    void nothingInIt();

private:
    QString write(const QByteArray &bytes, const QString &name = u"dump.json"_s);
    QTemporaryDir m_folder;
};

namespace {

/// In the shape of the open data set.
QJsonObject dumped(int number)
{
    return {{u"id"_s, u"ad-%1"_s.arg(number)},
            {u"vacancy_name"_s, u"Слесарь №%1"_s.arg(number)},
            {u"salary"_s, u"от 41000"_s},
            {u"salary_min"_s, 41000},
            {u"salary_max"_s, 0}};
}

QByteArray dumpOf(int records)
{
    QJsonArray list;
    for (int i = 0; i < records; ++i)
        list.append(dumped(i));
    return QJsonDocument(QJsonObject{{u"meta"_s, u"open data"_s}, {u"vacancies"_s, list}})
        .toJson(QJsonDocument::Compact);
}

struct Read
{
    QStringList keys;
    QStringList unreadable;
    std::vector<RecordPlace> begins;
    Error error;
};

Read readAll(const QString &path, const RecordPlace &from = RecordPlace())
{
    ImportFile file(path, u"dump"_s);
    Read read;
    for (RecordPlace begin = from;;) {
        const ImportPart part = file.read(begin, u"2026-11-29T10:00:00Z"_s);
        read.begins.push_back(begin);
        for (const store::RowWrite &row : part.rows)
            read.keys.append(row.key);
        read.unreadable += part.notes;
        read.error = part.error;
        if (part.isLast || part.error.reason != Reason::None)
            return read;
        begin = part.end;
    }
}

QStringList keys(int from, int to)
{
    QStringList result;
    for (int i = from; i < to; ++i)
        result.append(u"trudvsem:ad-%1"_s.arg(i));
    return result;
}

Result<Vacancy> read(const QJsonObject &record)
{
    return readImportRecord(QJsonDocument(record).toJson());
}

} // namespace

QString TestImportFile::write(const QByteArray &bytes, const QString &name)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return path;
}

void TestImportFile::openData()
{
    QJsonObject record = dumped(7);
    record.insert(u"busy_type"_s, u"Полная занятость"_s);
    record.insert(u"schedule_type"_s, u"Сменный график"_s);
    record.insert(u"required_experience"_s, 3);
    record.insert(u"education"_s, u"Среднее"_s);
    record.insert(u"professionalSphereName"_s, u"Производство"_s);
    record.insert(u"regionName"_s, u"Пермский край"_s);
    record.insert(u"state_region_code"_s, u"5900000000000"_s);
    record.insert(u"vacancy_address_additional_info"_s, u"г Пермь, ул Ленина, д. 2"_s);
    record.insert(u"vacancy_address_latitude"_s, 58.01);
    record.insert(u"vacancy_address_longitude"_s, u"56.25"_s);
    record.insert(u"date_create"_s, u"2026-05-20T04:40:38+0300"_s);
    record.insert(u"date_modify"_s, u"2026-11-06T10:16:02+0300"_s);
    record.insert(u"work_places"_s, 2);
    record.insert(u"position_responsibilities"_s, u"Ремонт насосов"_s);
    record.insert(u"position_requirements"_s, u"Разряд не ниже 4<br/>Допуск"_s);
    record.insert(u"vac_url"_s, u"https://trudvsem.ru/vacancy/card/1/ad-7"_s);
    record.insert(u"company"_s, QJsonObject{{u"name"_s, u"ООО \"Насос\""_s},
                                            {u"inn"_s, u"5900000001"_s},
                                            {u"ogrn"_s, u"1025900000001"_s},
                                            {u"email"_s, u"person@example.org"_s}});
    record.insert(u"contact_person"_s, u"Иванова Мария"_s);
    record.insert(u"deleted"_s, true);
    const auto vacancy = read(record);
    QVERIFY(vacancy);
    QCOMPARE(vacancy->key(), u"trudvsem:ad-7"_s);
    QCOMPARE(vacancy->name, u"Слесарь №7"_s);
    QCOMPARE(vacancy->salaryFrom, 41000.0);
    QCOMPARE(vacancy->salaryTo, std::nullopt);
    QCOMPARE(vacancy->currency, u"RUR"_s);
    QCOMPARE(vacancy->employment, u"Полная занятость"_s);
    QCOMPARE(vacancy->schedule, u"Сменный график"_s);
    QCOMPARE(vacancy->experience, u"от 3 лет"_s);
    QCOMPARE(vacancy->education, u"Среднее"_s);
    QCOMPARE(vacancy->specialisation, u"Производство"_s);
    QCOMPARE(vacancy->area, u"Пермский край"_s);
    QCOMPARE(vacancy->address, u"г Пермь, ул Ленина, д. 2"_s);
    QCOMPARE(vacancy->lat, 58.01);
    QCOMPARE(vacancy->lng, 56.25);
    QCOMPARE(vacancy->created, u"2026-05-20T04:40:38+0300"_s);
    QCOMPARE(vacancy->modified, u"2026-11-06T10:16:02+0300"_s);
    QCOMPARE(vacancy->workPlaces, 2);
    QCOMPARE(vacancy->employer, u"ООО \"Насос\""_s);
    QCOMPARE(vacancy->employerInn, u"5900000001"_s);
    QCOMPARE(vacancy->archived, true);
    QCOMPARE(vacancy->state, u"complete"_s);
    QVERIFY(vacancy->description.contains(u"Ремонт насосов"_s));
    QVERIFY(vacancy->description.contains(u"Разряд не ниже 4\nДопуск"_s));
    for (const table::Value &cell : vacancy->toRow()) {
        const QString *text = std::get_if<QString>(&cell);
        QVERIFY(!text || (!text->contains(u"person@"_s) && !text->contains(u"Иванова"_s)));
    }
}

void TestImportFile::answersOfSources()
{
    const auto listed = read(test::trudvsemRecord(u"t-1"_s, u"Повар"_s));
    QVERIFY(listed);
    QCOMPARE(listed->key(), u"trudvsem:t-1"_s);
    QCOMPARE(listed->name, u"Повар"_s);
    QJsonObject record{{u"id"_s, u"123"_s},
                       {u"name"_s, u"Clerk"_s},
                       {u"alternate_url"_s, u"https://hh.ru/vacancy/123"_s},
                       {u"employer"_s, QJsonObject{{u"name"_s, u"Office"_s}}},
                       {u"area"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, u"Moscow"_s}}}};
    const auto inList = read(record);
    QVERIFY(inList);
    QCOMPARE(inList->key(), u"hh:123"_s);
    QCOMPARE(inList->state, u"listed"_s);
    record.insert(u"description"_s, u"<p>Papers</p>"_s);
    const auto details = read(record);
    QVERIFY(details);
    QCOMPARE(details->description, u"Papers"_s);
    QCOMPARE(details->state, u"complete"_s);
}

void TestImportFile::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << R"({"vacancy_name": })"_ba;
    QTest::newRow("a list") << R"([1])"_ba;
    QTest::newRow("something else") << R"({"id": "1", "name": "a thing"})"_ba;
    QTest::newRow("no number") << R"({"vacancy_name": "Повар", "id": ""})"_ba;
    QTest::newRow("not UTF-8") << "{\"vacancy_name\": \"\xCF\xEE\xE2\xE0\xF0\", \"id\": \"1\"}"_ba;
}

void TestImportFile::refuses()
{
    QFETCH(QByteArray, text);
    const auto vacancy = readImportRecord(text);
    QVERIFY(!vacancy);
    QCOMPARE(vacancy.error().reason, Reason::BadBody);
    QVERIFY(!vacancy.error().detail.isEmpty());
}

void TestImportFile::packed_data()
{
    QTest::addColumn<test::Packing>("packing");
    QTest::newRow("gzip") << test::Packing::Gzip;
    QTest::newRow("zstd") << test::Packing::Zstd;
}

void TestImportFile::packed()
{
    QFETCH(test::Packing, packing);
    const QString path = write(test::pack(dumpOf(9000), packing));
    const Read all = readAll(path);
    QCOMPARE(all.error, Error());
    QCOMPARE(all.keys, keys(0, 9000));
    QVERIFY(all.begins.size() > 3);
    const Read rest = readAll(path, all.begins[2]);
    QCOMPARE(rest.keys, all.keys.last(rest.keys.size()));
    QCOMPARE(rest.begins.size(), all.begins.size() - 2);
}

void TestImportFile::partsBeginAnywhere()
{
    const QString path = write(dumpOf(7000));
    const Read all = readAll(path);
    QCOMPARE(all.keys, keys(0, 7000));
    qsizetype before = 0;
    for (size_t i = 0; i < all.begins.size(); ++i) {
        const Read rest = readAll(path, all.begins[i]);
        QCOMPARE(rest.error, Error());
        QCOMPARE(rest.keys, all.keys.sliced(before));
        before = std::min<qsizetype>(before + 2000, all.keys.size());
    }
}

void TestImportFile::damaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("unreadable");
    QTest::addColumn<Reason>("reason");
    const QByteArray whole = dumpOf(3000);
    QByteArray odd = whole;
    odd.replace(R"("id":"ad-10")", R"("id":[])").replace(R"("id":"ad-20")", R"("id" "ad-20")");
    QTest::newRow("two bad records") << odd << 2998 << 2 << Reason::None;
    QTest::newRow("cut") << whole.first(whole.size() / 2) << -1 << 0 << Reason::BadFile;
    const QByteArray packed = test::pack(whole, test::Packing::Gzip);
    QTest::newRow("packed and cut") << packed.first(packed.size() / 2) << -1 << 0 << Reason::Io;
    QByteArray broken = packed;
    broken[broken.size() / 2] = char(broken[broken.size() / 2] ^ 0x55);
    QTest::newRow("packed and damaged") << broken << -1 << -1 << Reason::Io;
}

/// What was read before stays, the rest is named.
void TestImportFile::damaged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, rows);
    QFETCH(int, unreadable);
    QFETCH(Reason, reason);
    const Read all = readAll(write(bytes));
    if (unreadable >= 0)
        QCOMPARE(all.unreadable.size(), unreadable);
    if (rows >= 0)
        QCOMPARE(all.keys.size(), rows);
    if (reason == Reason::Io) // what damage does to packed bytes cannot be foretold
        QVERIFY(all.error.reason == Reason::Io || all.error.reason == Reason::BadFile);
    else
        QCOMPARE(all.error.reason, reason);
    if (unreadable == 0 && rows < 0)
        QVERIFY(!all.keys.isEmpty());
}

void TestImportFile::nothingInIt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("an object") << R"({"total": 0})"_ba;
    QTest::newRow("empty list") << "[]"_ba;
    QTest::newRow("a page") << "<!DOCTYPE html><title>Too busy</title>"_ba;
    QTest::newRow("another table") << "colour;shape\r\nred;round\r\n"_ba;
}

void TestImportFile::nothingInIt()
{
    QFETCH(QByteArray, bytes);
    const Read all = readAll(write(bytes));
    QCOMPARE(all.error.reason, Reason::BadFile);
    QVERIFY(!all.error.detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestImportFile)
#include "tst_importfile.moc"
