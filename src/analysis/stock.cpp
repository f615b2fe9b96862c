// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stock.h"

#include "analysis/comparedcolumns.h"
#include "store/read/rowreader.h"
#include "table/vacancyschema.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace linnet::analysis {

using table::CellView;
using table::CellViews;
using C = table::VacancyColumn;

namespace {

/// So many amounts say something.
constexpr size_t FewestPays = 5;

constexpr std::array Read{C::Archived, C::State,    C::Group,      C::SalaryFrom,
                          C::SalaryTo, C::Currency, C::SalaryMode, C::SalaryGross};

/// An open ad, as far as it is counted.
struct OpenAd
{
    qint64 row = 0;
    qint64 group = 0;
    std::optional<double> pay;
    PayUnit unit;
};

std::optional<double> numberOf(const CellView &cell)
{
    if (const auto *real = std::get_if<double>(&cell))
        return *real;
    if (const auto *whole = std::get_if<qint64>(&cell))
        return double(*whole);
    return std::nullopt;
}

QString wordsOf(const CellView &cell)
{
    const auto *text = std::get_if<QByteArrayView>(&cell);
    return text ? table::fromUtf8(*text) : QString();
}

OpenAd adOf(CellViews cells)
{
    OpenAd ad;
    const auto *group = std::get_if<qint64>(&cells[2]);
    ad.group = group ? *group : 0;
    const auto from = numberOf(cells[3]);
    const auto to = numberOf(cells[4]);
    ad.pay = from && to ? (*from + *to) / 2 : from ? from : to;
    if (!ad.pay)
        return ad;
    ad.unit = {wordsOf(cells[5]), wordsOf(cells[6]), std::nullopt};
    if (const auto *gross = std::get_if<bool>(&cells[7]))
        ad.unit.beforeTax = *gross;
    return ad;
}

template <typename Take>
Result<void> visitOpenAds(const QString &path, std::span<const qint64> rows, const std::stop_token &stop,
                          Take take)
{
    const auto reader = store::RowReader::open(path);
    if (!reader)
        return std::unexpected(reader.error());
    (*reader)->stopOn(stop);
    QList<int> columns;
    for (const C column : Read)
        columns.append(std::to_underlying(column));
    const auto cursor = (*reader)->cursor(table::vacancySchema(), columns);
    if (!cursor)
        return std::unexpected(cursor.error());
    const ComparedColumns &compared = *ComparedColumns::of(table::vacancySchema());
    const Result<void> read = (*cursor)->read(rows, [&](size_t place, CellViews cells) {
        if ((compared.marksOf(cells.first(2)) & ComparedColumns::Closed) == 0) {
            OpenAd ad = adOf(cells);
            ad.row = rows[place];
            take(ad);
        }
        return !stop.stop_requested();
    });
    if (read && stop.stop_requested())
        return fail(Reason::Cancelled);
    return read;
}

bool includes(const PayUnit &unit, const PayUnit &ad)
{
    return ad.currency == unit.currency && (ad.period.isEmpty() || ad.period == unit.period) &&
           (!ad.beforeTax || ad.beforeTax == unit.beforeTax);
}

/// The first of the most frequent, by the order of the keys.
template <typename Key> Key mostFrequent(const QHash<Key, qint64> &counts)
{
    Key best{};
    qint64 most = 0;
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        if (count.value() > most || (count.value() == most && count.key() < best))
            std::tie(best, most) = std::pair(count.key(), count.value());
    }
    return best;
}

} // namespace

std::optional<double> Stock::medianPay() const
{
    if (pays.size() < FewestPays)
        return std::nullopt;
    std::vector<double> sorted = pays;
    std::ranges::sort(sorted);
    const size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

Result<Stock> readStock(const QString &path, std::span<const qint64> rows, const PayUnit &unit,
                        const std::stop_token &stop)
{
    Stock stock;
    QSet<qint64> jobs;
    const Result<void> read = visitOpenAds(path, rows, stop, [&](const OpenAd &ad) {
        ++stock.ads;
        if (ad.group == 0)
            ++stock.jobs;
        else
            jobs.insert(ad.group);
        if (ad.pay && !unit.currency.isEmpty() && includes(unit, ad.unit))
            stock.pays.push_back(*ad.pay);
    });
    if (!read)
        return std::unexpected(read.error());
    stock.jobs += jobs.size();
    return stock;
}

Result<PayUnit> usualUnit(const QString &path, std::span<const qint64> rows, const std::stop_token &stop)
{
    QHash<QString, qint64> currencies;
    QHash<QString, QHash<QString, qint64>> periods; // by currency
    QHash<std::pair<QString, QString>, QHash<int, qint64>> taxes;
    const Result<void> read = visitOpenAds(path, rows, stop, [&](const OpenAd &ad) {
        if (!ad.pay || ad.unit.currency.isEmpty())
            return;
        ++currencies[ad.unit.currency];
        if (!ad.unit.period.isEmpty())
            ++periods[ad.unit.currency][ad.unit.period];
        if (ad.unit.beforeTax)
            ++taxes[{ad.unit.currency, ad.unit.period}][int(*ad.unit.beforeTax)];
    });
    if (!read)
        return std::unexpected(read.error());
    PayUnit unit;
    unit.currency = mostFrequent(currencies);
    unit.period = mostFrequent(periods.value(unit.currency));
    QHash<int, qint64> tax = taxes.value({unit.currency, unit.period});
    if (tax.isEmpty())
        tax = taxes.value({unit.currency, QString()});
    if (!tax.isEmpty())
        unit.beforeTax = mostFrequent(tax) != 0;
    return unit;
}

} // namespace linnet::analysis
