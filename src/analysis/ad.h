// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/textsketch.h"
#include "base/runid.h"
#include "table/cellview.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <array>
#include <cstdint>
#include <span>

namespace linnet::analysis {

/// Up to eight words of a short text, as sorted hashes of 16 bits: word order and signs do not matter. Two
/// words are taken for one another once in 65,000 times: sets tell what is alike, not what is equal.
class WordSet
{
public:
    WordSet() = default;
    explicit WordSet(std::span<const std::uint32_t> words); ///< the smallest of them are kept

    bool isEmpty() const { return m_count == 0; }
    /// Words that both have, by those that either has; 0 when both are empty.
    double likeness(const WordSet &other) const;
    /// Whether one has all the words of the other.
    bool covers(const WordSet &other) const;
    bool operator==(const WordSet &) const = default;

private:
    std::size_t common(const WordSet &other) const;

    std::array<std::uint16_t, 8> m_words{};
    std::uint8_t m_count = 0;
};

/// What of an ad tells whether it is the same job as another, in 160 bytes. Hashes are 0 for what the ad does
/// not say; the short ones only decide together with others.
struct Ad
{
    qint64 row = 0;
    RunId run = 0;
    std::uint64_t key = 0;      ///< source and number: the same ad in several runs
    std::uint64_t employer = 0; ///< its name without legal forms and signs
    std::uint32_t taxpayer = 0; ///< its number, which tells namesakes apart
    std::uint32_t source = 0;
    std::uint32_t region = 0;
    std::uint32_t subject = 0; ///< the larger region, as far as all sources can say it; else the region
    std::uint32_t pay = 0;
    std::uint32_t titleHash = 0; ///< of the words of the title, in any order
    std::int32_t time = 0;       ///< grows with the date of publication
    WordSet title;               ///< without words that say nothing about the job
    WordSet address;
    TextSketch text;
    bool isRemote = false;

    /// By `region`, a number of the subject in which it lies.
    using Subjects = QHash<quint32, quint32>;
    /// From names of regions in UTF-8.
    static Subjects subjectsOf(const QHash<QByteArray, quint64> &names);

    /// The columns of the vacancies that an ad is made of, in this order.
    static QList<int> columns();
    static Ad of(qint64 row, table::CellViews cells, const Subjects &subjects = {});
};

/// The hash of an ad's key, "hh:12345".
std::uint64_t hashOfKey(QByteArrayView key);

} // namespace linnet::analysis
