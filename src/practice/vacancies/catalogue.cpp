// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/catalogue.h"

#include "practice/vacancies/inventor.h"

#include <QTimeZone>

#include <algorithm>

namespace linnet::practice {

namespace {

constexpr int adsOfRound = Catalogue::Later::News + Catalogue::Later::Posted;

int rounds(const Catalogue::Extent &extent)
{
    return extent.isLater ? 1 : extent.weeks;
}

} // namespace

Catalogue::Catalogue(const QDate &today)
    : Catalogue(today, Extent())
{
}

Catalogue::Catalogue(const QDate &today, const Extent &extent)
    : m_words(Vocabulary::load())
    , m_today(today)
    , m_vacancies(Inventor(m_words, today, extent.ads)
                      .invent(extent.ads + adsOfRound * rounds(extent) + extent.newcomers))
    , m_firstNewcomer(m_vacancies.size() - size_t(extent.newcomers))
{
    if (extent.ads != size)
        keepToDaytime();
    makeBurst(std::min(extent.burst, extent.ads));
    const QSet<int> gone = moveOn(extent);
    m_listed.reserve(m_vacancies.size());
    for (auto it = m_vacancies.rbegin() + extent.newcomers; it != m_vacancies.rend(); ++it) {
        if (!gone.contains(it->number))
            m_listed.push_back(&*it);
    }
    for (const InventedVacancy &vacancy : m_vacancies) {
        if (gone.contains(vacancy.number) && !vacancy.archived)
            continue;
        m_byId.insert(vacancy.id, &vacancy);
        m_byId.insert(vacancy.uuid, &vacancy);
    }
}

/// From eight to eight o'clock.
void Catalogue::keepToDaytime()
{
    constexpr int begin = 8 * 3600;
    for (InventedVacancy &vacancy : m_vacancies) {
        const int second = vacancy.published.time().msecsSinceStartOfDay() / 1000;
        vacancy.published = vacancy.published.addSecs(begin + second / 2 - second);
    }
}

void Catalogue::makeBurst(int count)
{
    constexpr int window = 300;
    const auto first = m_vacancies.begin() + qsizetype(m_vacancies.size() - size_t(count)) / 2;
    const qint64 begin = first->published.toSecsSinceEpoch() / window * window;
    for (auto vacancy = first; vacancy != first + count; ++vacancy) {
        InventedVacancy same = *first;
        same.number = vacancy->number;
        same.id = vacancy->id;
        same.uuid = vacancy->uuid;
        same.published.setSecsSinceEpoch(begin + (vacancy - first) * window / count);
        *vacancy = std::move(same);
    }
}

/// The numbers of those that are gone.
QSet<int> Catalogue::moveOn(const Extent &extent)
{
    QSet<int> gone;
    for (int round = 0; round < rounds(extent); ++round)
        moveOnce(extent, round, gone);
    return gone;
}

/// Chosen among all, so that a search for words finds some of each; others in each round.
void Catalogue::moveOnce(const Extent &extent, int round, QSet<int> &gone)
{
    constexpr int every = 21;
    const auto chosen = [&extent, round](int number, int rest, int most) {
        return number <= extent.ads && number % every == rest + round && number / every < most;
    };
    std::vector<const InventedVacancy *> again;
    int paid = 0;
    int ended = 0;
    for (InventedVacancy &vacancy : m_vacancies) {
        if (chosen(vacancy.number, 5, Later::Gone)) {
            gone.insert(vacancy.number);
            vacancy.archived = ended++ % 2 == 0;
        } else if (chosen(vacancy.number, 15, Later::Posted)) {
            gone.insert(vacancy.number);
            again.push_back(&vacancy);
        } else if (paid < Later::Paid && vacancy.number % 2 == round % 2 && vacancy.salary &&
                   vacancy.salary->from) {
            constexpr int more = 1000;
            *vacancy.salary->from += more;
            if (vacancy.salary->to)
                *vacancy.salary->to += more;
            ++paid;
        }
    }
    constexpr int week = 7;
    const int pace = extent.isLater ? 60 : week * 24 * 3600 / adsOfRound; // seconds
    const QDate day = m_today.addDays(week * round);
    const auto first = m_vacancies.begin() + extent.ads + adsOfRound * round;
    for (auto vacancy = first; vacancy != first + adsOfRound; ++vacancy) {
        if (const auto place = vacancy - first - Later::News; place >= 0 && size_t(place) < again.size()) {
            InventedVacancy same = *again[size_t(place)];
            same.number = vacancy->number;
            same.id = vacancy->id;
            same.uuid = vacancy->uuid;
            *vacancy = std::move(same);
        }
        vacancy->published =
            QDateTime(day, QTime(0, 0), vacancy->published.timeZone()).addSecs(pace * (vacancy - first));
    }
}

const InventedVacancy *Catalogue::find(const QString &id) const
{
    return m_byId.value(id);
}

void Catalogue::letNewcomerIn(int most)
{
    const size_t place = m_firstNewcomer + size_t(m_entered);
    if (m_entered >= most || place >= m_vacancies.size())
        return;
    InventedVacancy &next = m_vacancies[place];
    if (most > 1) // they appear while somebody watches
        next.published = QDateTime::currentDateTimeUtc().toTimeZone(next.published.timeZone());
    m_listed.insert(m_listed.begin(), &next);
    ++m_entered;
}

} // namespace linnet::practice
