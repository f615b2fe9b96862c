// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ad.h"

#include "base/textfold.h"
#include "table/foldedwords.h"
#include "table/vacancyschema.h"

#include <QDate>

#include <algorithm>
#include <iterator>
#include <utility>

namespace linnet::analysis {

using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

namespace {

// Folded, so without ё.
constexpr std::array LegalForms{u"ооо", u"оао", u"зао", u"пао", u"ао",   u"нао",     u"ип",     u"гк",
                                u"тоо", u"одо", u"чуп", u"уп",  u"llc",  u"ltd",     u"inc",    u"gmbh",
                                u"co",  u"ag",  u"sa",  u"plc", u"corp", u"limited", u"company"};
constexpr std::array PlaceWords{u"г",  u"город", u"область", u"обл", u"край", u"республика", u"респ",
                                u"ул", u"улица", u"д",       u"дом", u"стр",  u"корп",       u"россия"};
constexpr std::array JobWords{u"в",      u"во",     u"на",       u"с",        u"со", u"по",     u"и",
                              u"для",    u"от",     u"до",       u"м",        u"ж",  u"срочно", u"the",
                              u"of",     u"for",    u"and",      u"in",       u"a",  u"at",     u"удаленно",
                              u"remote", u"гибрид", u"вакансия", u"требуется"};

constexpr std::array Columns{VacancyColumn::Source,     VacancyColumn::Id,         VacancyColumn::Employer,
                             VacancyColumn::Area,       VacancyColumn::Vacancy,    VacancyColumn::WorkFormat,
                             VacancyColumn::Address,    VacancyColumn::SalaryFrom, VacancyColumn::SalaryTo,
                             VacancyColumn::Currency,   VacancyColumn::Created,    VacancyColumn::EmployerInn,
                             VacancyColumn::Description};
enum Cell : std::size_t
{
    Source,
    Id,
    Employer,
    Area,
    Title,
    WorkFormat,
    Address,
    SalaryFrom,
    SalaryTo,
    Currency,
    Created,
    EmployerInn,
    Description
};

std::uint64_t hashOf(std::string_view bytes, std::uint64_t hash = 0xCBF29CE484222325U)
{
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    return hash;
}

std::string_view textAt(table::CellViews cells, Cell cell)
{
    const auto *text = std::get_if<QByteArrayView>(&cells[cell]);
    return text ? std::string_view(text->data(), std::size_t(text->size())) : std::string_view();
}

/// 0 stays for what an ad does not say.
std::uint32_t shortened(std::uint64_t hash)
{
    return hash == 0 ? 0 : std::max<std::uint32_t>(1, std::uint32_t(hash ^ (hash >> 32)));
}

std::uint64_t hashOfNumber(table::CellViews cells, Cell cell, std::uint64_t hash)
{
    const auto *number = std::get_if<double>(&cells[cell]);
    const double value = number ? *number : -1;
    return hashOf({reinterpret_cast<const char *>(&value), sizeof value}, hash);
}

template <std::size_t N>
std::vector<std::uint32_t> wordsOf(std::string_view utf8, const std::array<const char16_t *, N> &noise)
{
    std::vector<std::uint32_t> words;
    if (utf8.empty())
        return words;
    const QString folded = foldText(QString::fromUtf8(utf8.data(), qsizetype(utf8.size())));
    for (table::FoldedWords at(folded); at.next();) {
        const QStringView word = at.word();
        if (std::ranges::none_of(noise, [word](const char16_t *each) { return word == QStringView(each); }))
            words.push_back(std::uint32_t(hashOf({reinterpret_cast<const char *>(word.utf16()),
                                                  std::size_t(word.size()) * sizeof(char16_t)})));
    }
    return words;
}

/// In their order: names of employers are not made of the same words by chance.
std::uint64_t sequenceOf(const std::vector<std::uint32_t> &words)
{
    std::uint64_t hash = 0;
    for (const std::uint32_t word : words)
        hash = hash * 0x100000001B3U + word + 1;
    return hash;
}

/// In any order; 0 for none.
std::uint32_t setOf(std::vector<std::uint32_t> words)
{
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return shortened(sequenceOf(words));
}

std::uint32_t regionOf(std::string_view area)
{
    return setOf(wordsOf(area, PlaceWords));
}

bool namesRemote(std::string_view formats)
{
    if (formats.empty())
        return false;
    const QString folded = foldText(QString::fromUtf8(formats.data(), qsizetype(formats.size())));
    return folded.contains(u"удален") || folded.contains(u"remote");
}

std::int32_t dayOf(std::string_view time)
{
    const QDate day = QDate::fromString(
        QString::fromLatin1(time.data(), qsizetype(std::min<std::size_t>(10, time.size()))), Qt::ISODate);
    return day.isValid() ? std::int32_t(day.toJulianDay()) : 0;
}

} // namespace

WordSet::WordSet(std::span<const std::uint32_t> words)
{
    std::vector<std::uint16_t> sorted;
    for (const std::uint32_t word : words)
        sorted.push_back(std::uint16_t(word ^ (word >> 16)));
    std::ranges::sort(sorted);
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    m_count = std::uint8_t(std::min(sorted.size(), m_words.size()));
    std::copy_n(sorted.begin(), m_count, m_words.begin());
}

std::size_t WordSet::common(const WordSet &other) const
{
    std::size_t same = 0;
    for (std::size_t here = 0, there = 0; here < m_count && there < other.m_count;) {
        const std::uint16_t left = m_words[here];
        const std::uint16_t right = other.m_words[there];
        same += std::size_t(left == right);
        here += std::size_t(left <= right);
        there += std::size_t(right <= left);
    }
    return same;
}

double WordSet::likeness(const WordSet &other) const
{
    const std::size_t same = common(other);
    const std::size_t either = m_count + other.m_count - same;
    return either == 0 ? 0 : double(same) / double(either);
}

bool WordSet::covers(const WordSet &other) const
{
    return !isEmpty() && !other.isEmpty() && common(other) == std::min(m_count, other.m_count);
}

std::uint64_t hashOfKey(QByteArrayView key)
{
    return hashOf({key.data(), std::size_t(key.size())});
}

Ad::Subjects Ad::subjectsOf(const QHash<QByteArray, quint64> &names)
{
    Subjects subjects;
    for (auto name = names.begin(); name != names.end(); ++name)
        subjects.insert(regionOf({name.key().data(), size_t(name.key().size())}),
                        std::uint32_t(name.value()));
    return subjects;
}

QList<int> Ad::columns()
{
    QList<int> columns;
    for (const VacancyColumn column : Columns)
        columns.append(std::to_underlying(column));
    return columns;
}

Ad Ad::of(qint64 row, table::CellViews cells, const Subjects &subjects)
{
    Ad ad;
    ad.row = row;
    ad.key = hashOf(textAt(cells, Id), hashOf(":", hashOf(textAt(cells, Source))));
    ad.employer = sequenceOf(wordsOf(textAt(cells, Employer), LegalForms));
    if (const std::string_view inn = textAt(cells, EmployerInn); !inn.empty())
        ad.taxpayer = shortened(hashOf(inn));
    ad.source = shortened(hashOf(textAt(cells, Source)));
    ad.region = regionOf(textAt(cells, Area));
    ad.subject = subjects.value(ad.region, ad.region);
    const std::vector<std::uint32_t> title = wordsOf(textAt(cells, Title), JobWords);
    ad.title = WordSet(title);
    ad.titleHash = setOf(title);
    ad.address = WordSet(wordsOf(textAt(cells, Address), PlaceWords));
    ad.pay = shortened(
        hashOfNumber(cells, SalaryTo, hashOfNumber(cells, SalaryFrom, hashOf(textAt(cells, Currency)))));
    ad.time = dayOf(textAt(cells, Created));
    ad.text = TextSketch(textAt(cells, Description));
    ad.isRemote = namesRemote(textAt(cells, WorkFormat));
    return ad;
}

} // namespace linnet::analysis
