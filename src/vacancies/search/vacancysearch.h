// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/enginejob.h"
#include "vacancies/search/captchawatch.h"
#include "vacancies/search/lane.h"
#include "vacancies/search/searchspec.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <memory>

namespace linnet::vacancies {

/// Tokens by source id; secrets, never stored with the run.
using Tokens = QHash<QString, QByteArray>;

/// Searches vacancies: asks listing pages and, while they still come, the details of what they name. A page's
/// rows, the work that follows from it and its end are one unit; so are a detail's row and its end. The
/// queries of a list (SearchSpec::list) were stored with the run before the job starts.
class VacancySearch final : public jobs::EngineJob
{
    Q_OBJECT

public:
    /// spec and requests must be valid.
    VacancySearch(jobs::JobContext context, SearchSpec spec, jobs::RequestSpec requests, Tokens tokens,
                  QObject *parent = nullptr);
    ~VacancySearch() override;

    void start() override;
    void retryNow() override;
    /// No list is asked, only for the ads that the run was begun with: are they still there? Before the
    /// start.
    void confirmOnly() { m_confirms = true; }

protected:
    std::vector<store::WorkAdd> firstWork() override;
    void restore(const QJsonObject &counts) override;
    QStringList kindsAt(const QString &host) override;
    bool knows(const QString &kind) const override;
    Begun mayAsk(const store::WorkItem &item) override;
    Begun beginItem(const store::WorkItem &item) override;
    net::Request request(const store::WorkItem &item) const override;
    void onAnswer(Answer answer) override;
    void onFailure(const store::WorkItem &item, int attempts, const Error &error) override;
    void refresh(jobs::Progress &progress) override;
    QJsonObject counts() const override;

private:
    Lane &laneOf(const store::WorkItem &item) const;
    void onUsable(const Answer &answer, ParsedAnswer &parsed);
    bool mayHaveEnded(const store::WorkItem &item, int attempts, const Error &error);
    void storeCount(const Answer &answer, const ListPage &page);
    void storePage(const Answer &answer, ListPage &page);
    void postPage(const store::WorkItem &item, store::Unit ended);
    qint64 now() const; ///< seconds since 1970
    void leaveOut(std::vector<LeftOut> &ads, const Finder &finder, store::Unit &stored);
    void storeDetail(const Answer &answer, Vacancy &vacancy);
    void onCaptcha(const store::WorkItem &item, const Error &error);
    void endCaptcha();

    Tokens m_tokens;
    bool m_countOnly;
    bool m_confirms = false;
    bool m_isList;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    CaptchaWatch m_captcha;
    int m_pulls = 0;                 ///< alternates between listing pages and details
    qint64 m_offered = 0;            ///< ads that listings named, duplicates and what is left out included
    QMap<QString, qint64> m_leftOut; ///< by rule; each ad once
    QSet<QString> m_leftOutKeys;
};

} // namespace linnet::vacancies
