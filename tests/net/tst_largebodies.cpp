// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"

#include "support/enginerig.h"
#include "support/faultserver.h"
#include "support/packed.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using End = Answer::End;

/// Bodies that go to a file: whole or not at all, and never asked twice when the server can tell that they
/// are the same.
class TestLargeBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whole();
    void goesOn_data();
    void goesOn();
    void goesOnLater();
    void beginsAnew_data();
    void beginsAnew();
    void onlySilenceIsLimited();
    void silent();
    void tooLarge_data();
    void tooLarge();
    void errorsAreNoFile();
    void folderIsGone();
    void packedByTheServer();

private:
    Request request(const QString &path = u"/"_s, int retries = 3) const;
    QByteArray read(const QString &name = u"body"_s) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FaultServer> m_server;
    QByteArray m_body;
};

namespace {

const QByteArray Tag = "\"v1\"";

QByteArray head(int status, const QList<QPair<QByteArray, QByteArray>> &fields)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " X\r\n";
    for (const auto &[name, value] : fields)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n";
}

/// Of "bytes=N-".
qint64 beginOf(const Seen &seen)
{
    return seen.header("Range").mid(6).chopped(1).toLongLong();
}

/// What a good server answers: the whole, or the part that is asked for while the validator holds.
Answer honest(const QByteArray &body, const QPair<QByteArray, QByteArray> &validator, const Seen &seen)
{
    const bool goesOn = !seen.header("Range").isEmpty() && seen.header("If-Range") == validator.second;
    const qsizetype from = goesOn ? beginOf(seen) : 0;
    QList<QPair<QByteArray, QByteArray>> fields{{"Content-Length", QByteArray::number(body.size() - from)},
                                                validator,
                                                {"Date", "Sun, 29 Nov 2026 10:00:00 GMT"}};
    if (goesOn)
        fields.append({"Content-Range", "bytes " + QByteArray::number(from) + "-" +
                                            QByteArray::number(body.size() - 1) + "/" +
                                            QByteArray::number(body.size())});
    return Answer::raw(head(goesOn ? 206 : 200, fields) + body.sliced(from), End::KeepAlive);
}

/// The same, cut after so many bytes of the body.
Answer cut(const Answer &whole, qsizetype bytes)
{
    const qsizetype body = whole.bytes.indexOf("\r\n\r\n") + 4;
    return Answer::raw(whole.bytes.first(body + bytes), End::Close);
}

} // namespace

void TestLargeBodies::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FaultServer>();
    m_body.clear();
    for (int i = 0; m_body.size() < 1'000'000; ++i)
        m_body += QByteArray::number(i) + ' ';
}

Request TestLargeBodies::request(const QString &path, int retries) const
{
    Request request = requestFor(m_server->url(path), retries);
    request.toFile = m_folder->filePath(u"body"_s);
    return request;
}

QByteArray TestLargeBodies::read(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestLargeBodies::whole()
{
    m_server->script("/", {Answer::text(m_body)});
    EngineRig rig;
    const auto result = rig.fetch(request());
    QVERIFY(result);
    QVERIFY(result->body.isEmpty());
    QCOMPARE(result->length, m_body.size());
    QCOMPARE(read(), m_body);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"body"_s});
}

void TestLargeBodies::goesOn_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("ETag") << "ETag"_ba << Tag;
    QTest::newRow("date") << "Last-Modified"_ba
                          << "Sat, 28 Nov 2026 09:00:00 GMT"_ba;
}

void TestLargeBodies::goesOn()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    m_server->setHandler([this, name, value](const Seen &seen) {
        const Answer whole = honest(m_body, {name, value}, seen);
        return whole.bytes.size() > 400'000 ? cut(whole, 300'000) : whole;
    });
    EngineRig rig;
    const auto result = rig.fetch(request());
    QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
    QCOMPARE(result->status, 206);
    QCOMPARE(result->length, m_body.size());
    QCOMPARE(read(), m_body);
    // What Qt still held when the connection was cut is asked again.
    qint64 before = 0;
    for (const Seen &seen : m_server->seen().sliced(1)) {
        const qint64 from = beginOf(seen);
        QVERIFY(from > before && from <= before + 300'000);
        before = from;
    }
    QVERIFY(m_server->seen().size() >= 3);
}

/// By another engine, as after the program was killed.
void TestLargeBodies::goesOnLater()
{
    m_server->setHandler([this](const Seen &seen) {
        const Answer whole = honest(m_body, {"ETag", Tag}, seen);
        return seen.header("Range").isEmpty() ? cut(whole, 300'000) : whole;
    });
    {
        EngineRig rig;
        const auto result = rig.fetch(request(u"/"_s, 0));
        QVERIFY(!result);
        QCOMPARE(result.error().reason, Reason::Truncated);
        QVERIFY(!QFile::exists(m_folder->filePath(u"body"_s)));
        QVERIFY(m_body.startsWith(read(u"body.part"_s)));
    }
    const qint64 there = read(u"body.part"_s).size();
    QVERIFY(there > 0);
    EngineRig rig;
    QVERIFY(rig.fetch(request(u"/"_s, 0)));
    QCOMPARE(read(), m_body);
    QCOMPARE(beginOf(m_server->seen().last()), there);
}

void TestLargeBodies::beginsAnew_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status"); ///< of the answer to a request for the rest
    QTest::newRow("no validator") << "X-None"_ba
                                  << "1"_ba << 206;
    QTest::newRow("weak validator") << "ETag"_ba
                                    << "W/\"v1\""_ba << 206;
    QTest::newRow("just modified") << "Last-Modified"_ba
                                   << "Sun, 29 Nov 2026 10:00:00 GMT"_ba << 206;
    QTest::newRow("it has changed") << "ETag"_ba << Tag << 200;
    QTest::newRow("another part") << "ETag"_ba << Tag << 1;
    QTest::newRow("no such part") << "ETag"_ba << Tag << 416;
}

/// What comes is never a mixture.
void TestLargeBodies::beginsAnew()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, status);
    const QByteArray later = "new " + m_body;
    const QByteArray before = m_body;
    m_server->setHandler([=, first = true](const Seen &seen) mutable {
        if (std::exchange(first, false))
            return cut(honest(before, {name, value}, seen), 300'000);
        const bool asksRest = !seen.header("Range").isEmpty();
        if (asksRest && status == 416)
            return Answer::status(416);
        if (asksRest && status == 1)
            return Answer::status(206, {{"Content-Range", "bytes 100-199/1000"}}, QByteArray(100, 'x'));
        return honest(later, {"ETag", "\"v2\""}, seen);
    });
    EngineRig rig;
    const auto result = rig.fetch(request());
    QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
    QCOMPARE(read(), later);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"body"_s});
}

void TestLargeBodies::onlySilenceIsLimited()
{
    Answer slow = Answer::raw(head(200, {{"Content-Length", "40"}}), End::Trickle);
    slow.tail = QByteArray(40, 'x');
    slow.stepMs = 50;
    m_server->script("/", {slow});
    EngineRig rig;
    Request asked = request(u"/"_s, 0);
    asked.timeout = 1s;
    const auto result = rig.fetch(asked);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
    QCOMPARE(read(), slow.tail);
    QVERIFY(result->total > 1500ms);
}

void TestLargeBodies::silent()
{
    m_server->script("/", {Answer::raw(head(200, {{"Content-Length", "100"}}) + "some", End::Hang)});
    EngineRig rig;
    Request asked = request(u"/"_s, 0);
    asked.timeout = 500ms;
    const auto result = rig.fetch(asked);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::Inactivity);
}

void TestLargeBodies::tooLarge_data()
{
    QTest::addColumn<bool>("announced");
    QTest::newRow("announced") << true;
    QTest::newRow("not announced") << false;
}

void TestLargeBodies::tooLarge()
{
    QFETCH(bool, announced);
    const QByteArray bytes =
        head(200, announced ? QList<QPair<QByteArray, QByteArray>>{{"Content-Length", "1000000"}}
                            : QList<QPair<QByteArray, QByteArray>>{});
    m_server->script("/", {Answer::raw(bytes + m_body.first(1'000'000), End::Close)});
    EngineRig rig;
    Request asked = request();
    asked.maxBody = 500'000;
    const auto result = rig.fetch(asked);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::TooLarge);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestLargeBodies::errorsAreNoFile()
{
    m_server->script("/", {Answer::status(404, {}, "not here")});
    EngineRig rig;
    const auto result = rig.fetch(request());
    QVERIFY(result);
    QCOMPARE(result->status, 404);
    QCOMPARE(result->body, "not here");
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestLargeBodies::folderIsGone()
{
    m_server->script("/", {Answer::text(m_body)});
    EngineRig rig;
    Request asked = request();
    asked.toFile = m_folder->filePath(u"nowhere/body"_s);
    const auto result = rig.fetch(asked);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::Io);
    QVERIFY(result.error().detail.contains(asked.toFile));
}

/// Some pack though nobody asked for it; what is left of that is of no use.
void TestLargeBodies::packedByTheServer()
{
    const QByteArray packed = pack(m_body, Packing::Gzip);
    const QList<QPair<QByteArray, QByteArray>> fields{
        {"ETag", Tag}, {"Content-Encoding", "gzip"}, {"Content-Length", QByteArray::number(packed.size())}};
    m_server->script("/", {Answer::raw(head(200, fields) + packed.first(packed.size() / 2), End::Close),
                           Answer::raw(head(200, fields) + packed, End::KeepAlive)});
    EngineRig rig;
    QVERIFY(rig.fetch(request()));
    QCOMPARE(read(), m_body);
    for (const Seen &seen : m_server->seen()) {
        QVERIFY(seen.header("Range").isEmpty());
        QCOMPARE(seen.header("Accept-Encoding"), "identity");
    }
}

QTEST_GUILESS_MAIN(TestLargeBodies)
#include "tst_largebodies.moc"
