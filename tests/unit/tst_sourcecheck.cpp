// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/server/practiceserver.h"
#include "vacancies/search/sourcecheck.h"
#include "vacancies/search/sources.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// What is told about a source that answers, refuses or has changed; and that the fields which it is said to
/// have are those that are read.
class TestSourceCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fieldsAreThoseThatAreRead_data();
    void fieldsAreThoseThatAreRead();
    void findings();
    void changed();
    void beginningOfAFile();

private:
    QByteArray answerTo(const VacancySource &source, const Query &query);
    QUrl baseOf(const VacancySource &source) const;

    practice::PracticeServer m_server{QList<practice::Fault>()};
    QUrl m_base;
    QNetworkAccessManager m_manager;
};

namespace {

QString plain(const QString &field)
{
    return field.endsWith(u'?') ? field.chopped(1) : field;
}

bool has(const QJsonObject &record, const QString &path)
{
    const QString first = path.section(u'.', 0, 0);
    return first == path ? record.contains(path) : has(record.value(first).toObject(), path.section(u'.', 1));
}

QJsonObject without(QJsonObject record, const QString &path)
{
    const QString first = path.section(u'.', 0, 0);
    if (first == path)
        record.remove(path);
    else if (record.contains(first))
        record.insert(first, without(record.value(first).toObject(), path.section(u'.', 1)));
    return record;
}

/// The answer with these records in place of those.
QJsonValue replaced(const QJsonValue &value, const QList<QJsonObject> &from, const QList<QJsonObject> &to)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &item : value.toArray())
            list.append(replaced(item, from, to));
        return list;
    }
    if (!value.isObject())
        return value;
    if (const qsizetype at = from.indexOf(value.toObject()); at >= 0)
        return to[at];
    QJsonObject object = value.toObject();
    for (const QString &key : object.keys())
        object.insert(key, replaced(object.value(key), from, to));
    return object;
}

QByteArray bytesOf(const QJsonValue &value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson()
                           : QJsonDocument(value.toObject()).toJson();
}

std::vector<table::Cells> rowsOf(const Result<ListPage> &page)
{
    std::vector<table::Cells> rows;
    for (size_t i = 0; page && i < page->vacancies.size(); ++i)
        rows.push_back(page->vacancies[i].toRow());
    return rows;
}

/// Members of the records, and of objects within them of which members are known.
QStringList membersOf(const QList<QJsonObject> &records, const QStringList &known, const QString &before = {})
{
    QSet<QString> members;
    for (const QJsonObject &record : records) {
        for (const QString &key : record.keys()) {
            const QString path = before + key;
            const bool isParent = std::ranges::any_of(
                known, [&](const QString &field) { return field.startsWith(path + u'.'); });
            const QStringList inner =
                isParent ? membersOf({record.value(key).toObject()}, known, path + u'.') : QStringList{path};
            members.unite(QSet<QString>(inner.begin(), inner.end()));
        }
    }
    QStringList sorted = members.values();
    sorted.sort();
    return sorted;
}

Query companyAt(const QString &service)
{
    Query query;
    if (!service.isEmpty())
        query.employers = {service + u":5001"_s};
    return query;
}

net::Response answered(int status, const QByteArray &body)
{
    net::Response response;
    response.status = status;
    response.body = body;
    response.url = QUrl(u"http://h/board/x"_s);
    return response;
}

} // namespace

void TestSourceCheck::initTestCase()
{
    const auto base = m_server.start(0);
    QVERIFY(base);
    m_base = *base;
}

QUrl TestSourceCheck::baseOf(const VacancySource &source) const
{
    QUrl base = m_base;
    base.setPath(source.facts().practicePath.isNull() ? u'/' + source.id() : source.facts().practicePath);
    return base;
}

QByteArray TestSourceCheck::answerTo(const VacancySource &source, const Query &query)
{
    net::Request asked = source.listPage(source.split(query).front(), baseOf(source), 0);
    source.authorise(asked, "any");
    QNetworkRequest request(asked.url);
    request.setRawHeader("User-Agent", "Linnet/test (me@practice.invalid)");
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("Authorization", "Bearer any");
    if (!asked.bearerField.isEmpty())
        request.setRawHeader(asked.bearerField, "any");
    const std::unique_ptr<QNetworkReply> reply(
        asked.method == net::Method::Post ? m_manager.post(request, asked.question) : m_manager.get(request));
    QSignalSpy done(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        done.wait(60'000);
    return reply->readAll();
}

void TestSourceCheck::fieldsAreThoseThatAreRead_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("service");
    for (const VacancySource *source : allSources()) {
        if (source->id() != "boards"_L1)
            QTest::addRow("%s", qPrintable(source->id())) << source->id() << QString();
    }
    for (const char *service : {"greenhouse", "lever", "ashby", "smartrecruiters", "recruitee", "workable"})
        QTest::newRow(service) << u"boards"_s << QString::fromLatin1(service);
}

/// As far as the stand-ins show them: who adds a member to a reader adds it to the list.
void TestSourceCheck::fieldsAreThoseThatAreRead()
{
    QFETCH(QString, source);
    QFETCH(QString, service);
    const VacancySource &known = *sourceById(source);
    const Query query = companyAt(service);
    const QByteArray body = answerTo(known, query);
    const auto records = known.records(body, query);
    QVERIFY2(records && !records->isEmpty(), body.left(300));
    QList<QJsonObject> own;
    for (const QJsonValue &value : *records) {
        QJsonObject record = value.toObject();
        record.remove(u"linnet:company"_s);
        if (service == "workable"_L1)
            record.remove(u"company"_s);
        if (own.size() < 40)
            own.append(record);
    }
    const QStringList fields = known.knownFields(query);
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonValue page = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const auto before = rowsOf(known.parseList(body, query, baseOf(known)));
    QVERIFY(!before.empty());
    QStringList read;
    QStringList names;
    for (const QString &field : fields)
        names.append(plain(field));
    for (const QString &path : membersOf(own, names)) {
        QList<QJsonObject> other;
        for (const QJsonObject &record : own)
            other.append(without(record, path));
        if (rowsOf(known.parseList(bytesOf(replaced(page, own, other)), query, baseOf(known))) != before)
            read.append(path);
    }
    for (const QString &path : std::as_const(read))
        QVERIFY2(names.contains(path), qPrintable(path + u" of "_s + read.join(u" "_s)));
    for (const QString &field : fields) {
        const bool isThere =
            std::ranges::any_of(own, [&](const QJsonObject &record) { return has(record, plain(field)); });
        QVERIFY2(isThere || field.endsWith(u'?'), qPrintable(field));
    }
    const SourceCheck check = SourceCheck::of(known, query, baseOf(known), answered(200, body));
    QVERIFY2(check.finding == SourceCheck::Finding::Fine, qPrintable(check.text()));
}

void TestSourceCheck::findings()
{
    const VacancySource &jobicy = *sourceById(u"jobicy");
    const QUrl base(u"http://h/board"_s);
    const auto finding = [&](int status, const QByteArray &body) {
        return SourceCheck::of(jobicy, {}, base, answered(status, body));
    };
    QCOMPARE(finding(403, "<html>no</html>").code(), "refused"_L1);
    QCOMPARE(finding(403, {}).error.status, 403);
    QCOMPARE(finding(500, "oops").code(), "refused"_L1);
    QCOMPARE(finding(200, "<html>new home</html>").code(), "changed"_L1);
    QCOMPARE(finding(200, R"({"ads": []})").code(), "changed"_L1);
    QCOMPARE(finding(200, R"({"jobs": []})").code(), "fine"_L1);
    QCOMPARE(finding(200, R"({"jobs": [{"name": "x"}]})").code(), "changed"_L1); // nothing that is read
    const SourceCheck none = SourceCheck::unreachable({Reason::Dns, 0, {}});
    QCOMPARE(none.code(), "unreachable"_L1);
    QSet<QString> texts;
    for (const SourceCheck &check :
         {none, finding(403, {}), finding(200, "{}"), finding(200, R"({"jobs": []})")})
        texts.insert(check.text());
    QCOMPARE(texts.size(), 4);
}

/// A member that has got another name.
void TestSourceCheck::changed()
{
    const VacancySource &jobicy = *sourceById(u"jobicy");
    QByteArray body = answerTo(jobicy, {});
    const SourceCheck before = SourceCheck::of(jobicy, {}, m_base, answered(200, body));
    QVERIFY(before.missing.isEmpty());
    body.replace("\"companyName\"", "\"employerName\"");
    const SourceCheck after = SourceCheck::of(jobicy, {}, m_base, answered(200, body));
    QCOMPARE(after.code(), "changed"_L1);
    QCOMPARE(after.missing, QStringList{u"companyName"_s});
    QVERIFY(after.unread.contains(u"employerName"_s) && !before.unread.contains(u"employerName"_s));
    QVERIFY(after.text().contains(u"companyName") && after.text().contains(u"employerName"));
}

/// Of a file of 190 MB only so much is asked for.
void TestSourceCheck::beginningOfAFile()
{
    const VacancySource &mpsv = *sourceById(u"mpsv");
    const net::Request request = SourceCheck::request(mpsv, {}, baseOf(mpsv));
    QVERIFY(!net::headerValue(request.headers, "Range").isEmpty());
    QVERIFY(request.maxBody < 1024 * 1024 && request.acceptPartial && request.retries == 0);
    const QByteArray body = answerTo(mpsv, {});
    const SourceCheck check = SourceCheck::of(mpsv, {}, m_base, answered(200, body.first(body.size() / 3)));
    QCOMPARE(check.code(), "fine"_L1);
    QVERIFY(check.ads > 10);
}

QTEST_GUILESS_MAIN(TestSourceCheck)
#include "tst_sourcecheck.moc"
