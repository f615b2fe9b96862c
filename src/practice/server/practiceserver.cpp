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
    Guise guise;
    QThread thread;
    std::shared_ptr<RequestObserver> observer; ///< shared with the running site
};

PracticeServer::PracticeServer(QList<Fault> faults, std::shared_ptr<RequestObserver> observer,
                               QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->faults = std::move(faults);
    d->observer = std::move(observer);
    d->thread.setObjectName("practice"_L1);
}

PracticeServer::~PracticeServer()
{
    stop();
}

void PracticeServer::setGuise(const Guise &guise)
{
    d->guise = guise;
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

    if (d->observer)
        d->observer->onStart();
    HttpServer *running = server.release();
    running->pauseAccepting();
    running->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, running, &QObject::deleteLater);
    d->thread.start();
    const auto prepare = [running, base, faults = d->faults, guise = d->guise, observer = d->observer] {
        auto site = std::make_shared<PracticeSite>(faults, base, guise);
        running->setHandler([site, observer](const HttpRequest &request) {
            if (observer && site->isApi(request))
                observer->onRequest(request.firstByteNs, request.target, request.peer);
            return site->answer(request);
        });
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

} // namespace linnet::practice
