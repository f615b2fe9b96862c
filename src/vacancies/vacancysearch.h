// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "jobs/pacemeter.h"
#include "jobs/requestspec.h"
#include "store/worklist.h"
#include "vacancies/captchawatch.h"
#include "vacancies/searchlane.h"

#include <QHash>
#include <QTimer>

#include <memory>

namespace linnet::net {
class Fetch;
}

namespace linnet::vacancies {

/// Tokens by source id; secrets, never stored with the run.
using Tokens = QHash<QString, QByteArray>;

/// Searches vacancies: asks listing pages and, while they still come, the details of what they name. A page's
/// rows, the work that follows from it and its end are one unit; so are a detail's row and its end.
class VacancySearch final : public jobs::Job
{
    Q_OBJECT

public:
    /// spec and requests must be valid.
    VacancySearch(jobs::JobContext context, SearchSpec spec, jobs::RequestSpec requests, Tokens tokens,
                  QObject *parent = nullptr);
    ~VacancySearch() override;

    void start() override;
    void pause() override;
    void resume() override;
    void finish() override;
    void retryNow() override;

private:
    struct Outstanding
    {
        SearchLane *lane;
        store::WorkItem item;
    };

    Result<bool> restore();
    void seed();
    void pump();
    bool mayPull(const SearchLane &lane) const;
    bool pullOne(SearchLane &lane);
    void launch(SearchLane &lane, store::WorkItem item);
    void onAnswer(net::Fetch *fetch, const Result<net::Response> &answer);
    void parse(const Outstanding &unit, const net::Response &response);
    void onParsed(const Outstanding &unit, const net::Response &response, const ParsedAnswer &parsed);
    void storePage(const Outstanding &unit, const net::Response &response, const ListPage &page);
    void storeDetail(const Outstanding &unit, const net::Response &response, Vacancy vacancy);
    void storeEndOfList(const Outstanding &unit, const net::Response &response);
    void storeFailure(const Outstanding &unit, int attempts, const Error &error);
    void onCommitted(const store::Committed &change);
    void onCaptcha(const Outstanding &unit, const Error &error);
    void stop(const QString &stoppedBy, const Error &error, const QString &url);
    void cancelOutstanding();
    void endIfDone();
    void flush();
    void end(store::RunState state);
    void tick();
    void refreshProgress();
    QJsonObject counts() const;

    jobs::JobContext m_context;
    jobs::RequestSpec m_requests;
    Tokens m_tokens;
    bool m_details;
    std::vector<std::unique_ptr<SearchLane>> m_lanes;
    store::WorkList m_workList;
    CaptchaWatch m_captcha;
    QHash<net::Fetch *, Outstanding> m_outstanding;
    int m_parsing = 0;
    int m_pulls = 0; ///< alternates between listing pages and details
    bool m_paused = false;
    bool m_stopping = false;
    bool m_ending = false;
    bool m_stalled = false;
    bool m_flushing = false;
    jobs::Progress m_progress;
    jobs::PaceMeter m_pace;
    QTimer m_ticker;
    qint64 m_startedNs = 0;
    qint64 m_elapsedBefore = 0;
    qint64 m_requestsBefore = 0;
    qint64 m_retriesBefore = 0;
    qint64 m_bytesBefore = 0;
    qint64 m_offered = 0; ///< rows that listings named, duplicates included
    qint64 m_sampledNs = 0;
};

} // namespace linnet::vacancies
