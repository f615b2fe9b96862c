// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardrig.h"
#include "vacancies/search/listfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// The labour offices of Czechia: its records, and its file read piece by piece.
class TestMpsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void record();
    void nulls_data();
    void nulls();
    void odd();
    void pieces();
    void cutAnywhere();
    void brokenRecord();
    void replacedMeanwhile();
    void unchanged();

private:
    /// As many ads as asked for, each with its number.
    static QByteArray fileOf(int ads);
    static void write(const QString &path, const QByteArray &bytes);
    static ListPage answered(const QString &path, const net::HeaderFields &headers = {}, int status = 200);
};

namespace {

const QUrl MpsvBase(u"http://h/mpsv"_s);

test::BoardRig mpsvRig()
{
    return {u"mpsv", u"polozky"_s};
}

QJsonObject mpsvAd()
{
    return test::jsonOf(R"json({"portalId": 28012345, "id": "VolneMisto/28012345",
        "pozadovanaProfese": {"cs": "Strážce majáku &amp; malíř"}, "profeseCzIsco": {"id": "CzIsco/51201"},
        "zamestnavatel": {"ico": "27000001", "nazev": "Racek s.r.o."},
        "mistoVykonuPrace": {"pracoviste": [{"adresa": {"nazevObce": "Olomouc", "psc": "77900", "ulice": "Horní"}}]},
        "minPozadovaneVzdelani": {"id": "Vzdelani/H"}, "smennost": {"id": "Smennost/jednosm"},
        "pracovnePravniVztahy": [{"id": "PracovnePravniVztah/ppvpd"}, {"id": "PracovnePravniVztah/dpp"}],
        "pozadovanaDovednost": [{"popis": "lampy"}, {"dovednost": {"id": "Dovednost/7"}}], "pocetMist": 2,
        "pocetHodinTydne": 40, "upresnujiciInformace": {"cs": "Hlídat světlo.\nMalovat."},
        "datumVlozeni": "2026-11-03T09:30:00", "datumZmeny": "2026-11-20T10:00:00",
        "mesicniMzdaOd": 25000, "mesicniMzdaDo": 31000, "typMzdy": {"id": "TypMzdy/mesicni"}})json");
}

} // namespace

void TestMpsv::record()
{
    const Vacancy read = mpsvRig().readOne(mpsvAd());
    Vacancy expected;
    expected.source = u"mpsv"_s;
    expected.id = u"28012345"_s;
    expected.name = u"Strážce majáku & malíř"_s;
    expected.alternateUrl = u"https://up.gov.cz/volna-mista-v-cr#/volna-mista-detail/28012345"_s;
    expected.created = u"2026-11-03T09:30:00+01:00"_s;
    expected.modified = u"2026-11-20T10:00:00+01:00"_s;
    expected.salaryFrom = 25'000;
    expected.salaryTo = 31'000;
    expected.currency = u"CZK"_s;
    expected.salaryMode = u"za měsíc"_s;
    expected.schedule = u"jednosměnný provoz"_s;
    expected.skills = {u"lampy"_s, u"7"_s};
    expected.employer = u"Racek s.r.o."_s;
    expected.employerId = u"27000001"_s;
    expected.area = u"Olomouc, Czechia"_s;
    expected.address = u"Horní, 77900, Olomouc"_s;
    expected.description = u"Hlídat světlo.\nMalovat."_s;
    expected.employment = u"plný úvazek"_s;
    expected.roles = {u"CZ-ISCO 51201"_s};
    expected.workPlaces = 2;
    expected.education = u"H"_s;
    expected.state = u"complete"_s;
    QVERIFY(read == expected);
}

void TestMpsv::nulls_data()
{
    QTest::addColumn<QString>("columns");
    const auto row = [](const char *member, const QString &columns) { QTest::newRow(member) << columns; };
    row("portalId", {}); // its other number is the same
    row("id", {});
    row("pozadovanaProfese", u"vacancy"_s);
    row("profeseCzIsco", u"professional_roles"_s);
    row("zamestnavatel", u"employer, employer_id"_s);
    row("mistoVykonuPrace", u"area, address"_s);
    row("minPozadovaneVzdelani", u"education"_s);
    row("smennost", u"schedule"_s);
    row("pracovnePravniVztahy", u"employment"_s);
    row("pozadovanaDovednost", u"skills"_s);
    row("pocetMist", u"work_places"_s);
    row("pocetHodinTydne", {});
    row("upresnujiciInformace", u"description"_s);
    row("datumVlozeni", u"created"_s);
    row("datumZmeny", u"modified"_s);
    row("mesicniMzdaOd", u"salary_from"_s);
    row("mesicniMzdaDo", u"salary_to"_s);
    row("typMzdy", u"salary_mode"_s);
}

void TestMpsv::nulls()
{
    const QString member = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(mpsvAd().contains(member));
    QTEST(mpsvRig().changedBy(mpsvAd(), member), "columns");
}

void TestMpsv::odd()
{
    QCOMPARE(mpsvRig().upsetBy(mpsvAd()), QString());
    QJsonObject byHour = mpsvAd();
    byHour.insert("typMzdy"_L1, QJsonObject{{"id"_L1, u"TypMzdy/hodinova"_s}});
    QCOMPARE(mpsvRig().readOne(byHour).salaryMode, u"za hodinu"_s);
    Query query;
    query.salary = 40'000; // by the hour nothing can be said
    QCOMPARE(mpsvRig().leftOut(byHour, query), QString());
    QCOMPARE(mpsvRig().leftOut(mpsvAd(), query), u"salary"_s);
    query = {};
    query.pages = 3;
    QCOMPARE(mpsvRig().source().split(query).front().pages, 0);
}

QByteArray TestMpsv::fileOf(int ads)
{
    QByteArray bytes = "{\"datum\": \"x\", \"polozky\": [";
    for (int i = 1; i <= ads; ++i) {
        QJsonObject ad = mpsvAd();
        ad.insert("portalId"_L1, i);
        bytes += (i > 1 ? ",\n" : "") + QJsonDocument(ad).toJson(QJsonDocument::Compact);
    }
    return bytes + "]}";
}

void TestMpsv::write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

ListPage TestMpsv::answered(const QString &path, const net::HeaderFields &headers, int status)
{
    net::Response response;
    response.status = status;
    response.headers = headers;
    return listfile::fetched(path, u"mpsv"_s, response);
}

void TestMpsv::pieces()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list"_s);
    write(path, fileOf(2500));
    ListPage page = answered(path);
    QVERIFY(page.vacancies.empty() && !page.isLast);
    qsizetype number = 0;
    int pieces = 0;
    while (!page.next.isEmpty()) {
        const auto piece = listfile::piece(path, page.next, mpsvRig().source(), {}, MpsvBase);
        QVERIFY(piece);
        page = *piece;
        ++pieces;
        for (const Vacancy &vacancy : page.vacancies)
            QCOMPARE(vacancy.id, QString::number(++number));
    }
    QVERIFY(page.isLast);
    QCOMPARE(number, 2500);
    QCOMPARE(pieces, 3);
    // What is left out is counted only.
    Query query;
    query.salary = 40'000;
    const auto filtered = listfile::piece(path, answered(path).next, mpsvRig().source(), query, MpsvBase);
    QVERIFY(filtered && filtered->vacancies.empty() && filtered->leftOut.empty());
    QCOMPARE(filtered->onlyCounted.value(u"salary"_s), listfile::PieceAds);
}

/// All whole records before the cut are read, then it is a broken file, wherever it was cut.
void TestMpsv::cutAnywhere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list"_s);
    const QByteArray whole = fileOf(4);
    for (qsizetype size = 0; size < whole.size(); size += 11) {
        write(path, whole.first(size));
        ListPage page = answered(path, {{"ETag", "\"1\""}});
        QCOMPARE(listfile::ask(path).size(), 1);
        qsizetype ads = 0;
        Result<ListPage> piece = page;
        while (piece && !piece->next.isEmpty()) {
            piece = listfile::piece(path, QString(piece->next), mpsvRig().source(), {}, MpsvBase);
            ads += piece ? qsizetype(piece->vacancies.size()) : 0;
        }
        QVERIFY2(!piece, QByteArray::number(size));
        QCOMPARE(piece.error().reason, Reason::BadBody);
        QCOMPARE(ads, whole.first(size).count("Racek s.r.o.\"}}"));
        QVERIFY(listfile::ask(path).isEmpty()); // it will be asked for as a whole
    }
}

void TestMpsv::brokenRecord()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list"_s);
    write(path, fileOf(5).replace("\"portalId\":3,", "\"portalId\":3 3,"));
    const auto piece = listfile::piece(path, answered(path).next, mpsvRig().source(), {}, MpsvBase);
    QVERIFY(piece);
    QCOMPARE(piece->vacancies.size(), size_t(4));
    QCOMPARE(piece->unreadable, 1);
    QCOMPARE(piece->notes.size(), 1);
}

/// Another run has fetched a newer file.
void TestMpsv::replacedMeanwhile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list"_s);
    write(path, fileOf(1500));
    const auto first = listfile::piece(path, answered(path).next, mpsvRig().source(), {}, MpsvBase);
    write(path, fileOf(1501));
    const auto second = listfile::piece(path, first->next, mpsvRig().source(), {}, MpsvBase);
    QVERIFY(second && second->vacancies.empty());
    QVERIFY(listfile::asksAgain(second->next) && !listfile::asksAgain(first->next));
    QCOMPARE(second->notes.size(), 1);
    QVERIFY(QFile::remove(path));
    QVERIFY(listfile::asksAgain(listfile::piece(path, first->next, mpsvRig().source(), {}, MpsvBase)->next));
}

void TestMpsv::unchanged()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list"_s);
    QVERIFY(listfile::ask(path).isEmpty());
    write(path, fileOf(1));
    const net::HeaderFields yesterday{{"ETag", "\"abc\""},
                                      {"Last-Modified", "Sun, 29 Nov 2026 04:00:00 GMT"},
                                      {"Date", "Tue, 01 Dec 2026 04:00:00 GMT"}};
    QCOMPARE(answered(path, yesterday).notes.size(), 1);
    QVERIFY(answered(path, yesterday).notes.first().contains(u"2026-11-29"));
    const net::HeaderFields asked = listfile::ask(path);
    QCOMPARE(net::headerValue(asked, "If-None-Match"), "\"abc\"");
    QCOMPARE(net::headerValue(asked, "If-Modified-Since"), "Sun, 29 Nov 2026 04:00:00 GMT");
    // Unchanged: what is kept is still told, and its age is seen again.
    QCOMPARE(answered(path, {{"Date", "Tue, 01 Dec 2026 05:00:00 GMT"}}, 304).notes.size(), 1);
    QCOMPARE(listfile::ask(path), asked);
    QCOMPARE(answered(path, {{"ETag", "\"d\""},
                             {"Last-Modified", "Tue, 01 Dec 2026 04:00:00 GMT"},
                             {"Date", "Tue, 01 Dec 2026 05:00:00 GMT"}})
                 .notes.size(),
             0);
    // Nobody else fetches it meanwhile.
    const auto held = listfile::lock(path);
    QVERIFY(held && !listfile::lock(path));
}

QTEST_GUILESS_MAIN(TestMpsv)
#include "tst_mpsv.moc"
