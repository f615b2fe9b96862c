// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/response.h"
#include "vacancies/currentdictionary.h"

#include <QDate>
#include <QObject>
#include <QUrl>

#include <any>
#include <vector>

namespace linnet::net {
class Engine;
}

namespace linnet::vacancies {
class VacancySource;
}

namespace linnet::session {

/// Asks a source whether its dictionaries have changed, once a day at most, and keeps what is new. In the
/// engine's thread; one done(), then it deletes itself.
class DictionaryRefresh : public QObject
{
    Q_OBJECT

public:
    DictionaryRefresh(net::Engine &engine, const vacancies::VacancySource &source, QObject *parent);

    /// base: of the source's API; empty = its own.
    void start(const QUrl &base, const QDate &today);

Q_SIGNALS:
    /// Whether there is a newer one.
    void done(bool changed);

private:
    /// A dictionary in a language, and what came of it.
    struct Part
    {
        vacancies::Dictionary::Kind kind;
        vacancies::DictionaryLanguage language;
        QByteArray tag; ///< of what is there; then of the answer
        bool unchanged = false;
        std::any names; ///< a vacancies::Dictionary, or nothing
    };

    void ask(std::vector<Part> parts);
    void onAnswer(size_t part, const Result<net::Response> &answer, std::any names);
    void keep();
    void end(bool changed);
    static std::vector<Part> partsToAsk(const vacancies::VacancySource &source, const QDate &today);
    static bool keepOne(const Part &russian, const Part &english);

    net::Engine &m_engine;
    const vacancies::VacancySource &m_source;
    QUrl m_base;
    std::vector<Part> m_parts; ///< Russian and English of each, in turn
    size_t m_missing = 0;
};

} // namespace linnet::session
