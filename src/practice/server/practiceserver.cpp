// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/server/practiceserver.h"

#include "practice/http/httpserver.h"
#include "practice/sites/practicesite.h"

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

class PracticeServer::Private
{
public:
    QList<Fault> faults;
    QThread thread;
    /// Shared with the running site; a new one for each start.
    std::shared_ptr<Ledger> ledger = std::make_shared<Ledger>();
};

PracticeServer::PracticeServer(QList<Fault> faults, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->faults = std::move(faults);
    d->thread.setObjectName("practice"_L1);
}

PracticeServer::~PracticeServer()
{
    stop();
}

Result<QUrl> PracticeServer::start(quint16 port)
{
    stop();
    // Listening happens here and now, so that the caller knows the address; the listen queue keeps clients
    // until the thread has invented its vacancies.
    auto server = std::make_unique<HttpServer>();
    if (!server->listen(QHostAddress::LocalHost, port))
        return fail(Reason::Io, u"127.0.0.1:%1: %2"_s.arg(QString::number(port), server->errorString()));
    const QString base = u"http://127.0.0.1:%1"_s.arg(server->serverPort());
    d->ledger = std::make_shared<Ledger>();

    HttpServer *running = server.release();
    running->pauseAccepting();
    running->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, running, &QObject::deleteLater);
    d->thread.start();
    const auto prepare = [running, base, faults = d->faults, ledger = d->ledger] {
        auto site = std::make_shared<PracticeSite>(faults, base, *ledger);
        running->setHandler([site, ledger](const HttpRequest &request) { return site->answer(request); });
        running->resumeAccepting();
    };
    QMetaObject::invokeMethod(running, prepare, Qt::QueuedConnection);
    return QUrl(base);
}

void PracticeServer::stop()
{
    d->thread.quit();
    d->thread.wait();
}

std::vector<qint64> PracticeServer::arrivals() const
{
    return d->ledger->arrivals();
}

QHash<QByteArray, int> PracticeServer::hits() const
{
    return d->ledger->hits();
}

QHash<QString, int> PracticeServer::peers() const
{
    return d->ledger->peers();
}

int PracticeServer::vacancyCount()
{
    return Catalogue::size;
}

} // namespace linnet::practice
