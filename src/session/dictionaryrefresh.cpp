// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/dictionaryrefresh.h"

#include "jobs/inpool.h"
#include "net/engine/engine.h"
#include "net/fetch.h"
#include "vacancies/vacancysource.h"

namespace linnet::session {

using vacancies::Dictionary;
using vacancies::DictionaryLanguage;

DictionaryRefresh::DictionaryRefresh(net::Engine &engine, const vacancies::VacancySource &source,
                                     QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_source(source)
{
}

void DictionaryRefresh::start(const QUrl &base, const QDate &today)
{
    m_base = base.isEmpty() ? m_source.defaultBase() : base;
    jobs::inPool(
        this, [&source = m_source, today] { return partsToAsk(source, today); },
        [this](std::vector<Part> parts) { ask(std::move(parts)); });
}

/// Reads files: what is kept, and when it was asked last.
std::vector<DictionaryRefresh::Part> DictionaryRefresh::partsToAsk(const vacancies::VacancySource &source,
                                                                   const QDate &today)
{
    std::vector<Part> parts;
    if (!vacancies::takeDictionaryDay(source.id(), today))
        return parts;
    for (const Dictionary::Kind kind : source.facts().dictionaries) {
        const vacancies::DictionaryTags tags = vacancies::dictionaryTags(kind);
        for (const auto language : {DictionaryLanguage::Russian, DictionaryLanguage::English})
            parts.push_back({.kind = kind, .language = language, .tag = tags[size_t(language)], .names = {}});
    }
    return parts;
}

void DictionaryRefresh::ask(std::vector<Part> parts)
{
    if (parts.empty()) {
        end(false);
        return;
    }
    m_parts = std::move(parts);
    m_missing = m_parts.size();
    for (size_t i = 0; i < m_parts.size(); ++i) {
        const Part &part = m_parts[i];
        net::Request request = m_source.dictionary(part.kind, part.language, m_base);
        request.retries = 1;
        if (!part.tag.isEmpty())
            request.headers.append({"If-None-Match", part.tag});
        request.read = [&source = m_source, kind = part.kind](const net::Response &response) {
            net::Reading reading;
            if (response.status != 200)
                return reading;
            if (auto names = source.parseDictionary(kind, response.body))
                reading.content = std::move(*names);
            else
                reading.fault = names.error();
            return reading;
        };
        net::Fetch *fetch = m_engine.get(std::move(request), this);
        connect(fetch, &net::Fetch::done, this, [this, i, fetch](const Result<net::Response> &answer) {
            onAnswer(i, answer, fetch->takeContent());
        });
    }
}

void DictionaryRefresh::onAnswer(size_t part, const Result<net::Response> &answer, std::any names)
{
    if (answer && answer->status == 304)
        m_parts[part].unchanged = true;
    if (answer && answer->status == 200) {
        m_parts[part].names = std::move(names);
        m_parts[part].tag = answer->header("ETag");
    }
    if (--m_missing == 0)
        keep();
}

void DictionaryRefresh::keep()
{
    jobs::inPool(
        this,
        [parts = std::move(m_parts)] {
            bool changed = false;
            for (size_t i = 0; i + 1 < parts.size(); i += 2)
                changed |= keepOne(parts[i], parts[i + 1]);
            return changed;
        },
        [this](bool changed) { end(changed); });
}

/// What did not come in one of the languages waits for another day as a whole, so that the names of an entry
/// are always of one time.
bool DictionaryRefresh::keepOne(const Part &russian, const Part &english)
{
    const auto *newRussian = std::any_cast<Dictionary>(&russian.names);
    const auto *newEnglish = std::any_cast<Dictionary>(&english.names);
    const bool complete = (newRussian || russian.unchanged) && (newEnglish || english.unchanged);
    if (!complete || (russian.unchanged && english.unchanged))
        return false;
    const Dictionary &known = vacancies::currentDictionary(russian.kind);
    Dictionary both =
        Dictionary::inBothLanguages(newRussian ? *newRussian : known, newEnglish ? *newEnglish : known);
    // Not written, it holds until the program ends and is asked for again another day.
    (void)vacancies::keepDictionary(russian.kind, std::move(both), {russian.tag, english.tag});
    return true;
}

void DictionaryRefresh::end(bool changed)
{
    Q_EMIT done(changed);
    deleteLater();
}

} // namespace linnet::session
