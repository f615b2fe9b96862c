// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/vacancies/inventedvacancy.h"

#include <QHash>
#include <QSet>

namespace linnet::practice {

/// All invented vacancies of a server, and those that may enter while somebody is reading the list.
class Catalogue
{
public:
    static constexpr int size = 640;

    struct Extent
    {
        int ads = size;
        int newcomers = 1;
        int burst = 0; ///< so many of them are alike and published within the same five minutes
        /// Some days later: Later::News more, and some of the others gone, posted again or paid otherwise.
        bool isLater = false;
        int weeks = 0; ///< as isLater, but so many times, each a week after the one before; at most 4
    };

    /// What is different some days later.
    struct Later
    {
        static constexpr int News = 50;
        static constexpr int Gone = 30;
        static constexpr int Paid = 20;   ///< other amounts
        static constexpr int Posted = 10; ///< again, under a new number
        /// Of those that are gone every second one is archived; of the others nothing is known any more.
        static constexpr int Archived = Gone / 2;
    };

    explicit Catalogue(const QDate &today);
    Catalogue(const QDate &today, const Extent &extent);
    Q_DISABLE_COPY_MOVE(Catalogue) // the vacancies point into the words

    const Vocabulary &words() const { return m_words; }
    const QDate &today() const { return m_today; }
    /// Oldest first, the newcomers at the end whether they have entered or not.
    const std::vector<InventedVacancy> &everything() const { return m_vacancies; }
    /// Newest first.
    const std::vector<const InventedVacancy *> &listed() const { return m_listed; }
    /// By either service's id; null for an unknown one.
    const InventedVacancy *find(const QString &id) const;

    /// Lets the next newcomer in at the top of every list; at most so many in all.
    void letNewcomerIn(int most = 1);

private:
    void keepToDaytime();
    void makeBurst(int count);
    QSet<int> moveOn(const Extent &extent);
    void moveOnce(const Extent &extent, int round, QSet<int> &gone);

    Vocabulary m_words;
    QDate m_today;
    std::vector<InventedVacancy> m_vacancies;
    std::vector<const InventedVacancy *> m_listed;
    QHash<QString, const InventedVacancy *> m_byId;
    size_t m_firstNewcomer;
    int m_entered = 0;
};

} // namespace linnet::practice
