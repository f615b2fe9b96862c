// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/comparison.h"

#include "table/requestschema.h"

#include <algorithm>

namespace linnet::checks {

using namespace Qt::Literals::StringLiterals;
using table::RequestColumn;

namespace {

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace

QJsonObject PhaseTime::toJson() const
{
    return {{u"order"_s, phase.code()},  {u"round"_s, phase.round},  {u"begun_ms"_s, begunUtcMs},
            {u"ended_ms"_s, endedUtcMs}, {u"seconds"_s, seconds},    {u"sum"_s, sum},
            {u"longest"_s, longest},     {u"disturbed"_s, disturbed}};
}

PhaseTime PhaseTime::fromJson(const QJsonObject &json)
{
    PhaseTime time;
    const bool oneByOne = json[u"order"_s].toString() == u"sequential";
    time.phase = {oneByOne ? Phase::Order::OneByOne : Phase::Order::Concurrent, json[u"round"_s].toInt()};
    time.begunUtcMs = json[u"begun_ms"_s].toInteger();
    time.endedUtcMs = json[u"ended_ms"_s].toInteger();
    time.seconds = json[u"seconds"_s].toDouble();
    time.sum = json[u"sum"_s].toDouble();
    time.longest = json[u"longest"_s].toDouble();
    time.disturbed = json[u"disturbed"_s].toBool();
    return time;
}

Comparison::Comparison(std::vector<PhaseTime> times)
    : m_times(std::move(times))
{
    std::vector<double> sequential;
    std::vector<double> concurrent;
    std::vector<double> longest;
    std::vector<double> limited;
    for (const PhaseTime &time : m_times) {
        if (time.disturbed)
            continue;
        if (time.phase.order == Phase::Order::OneByOne) {
            sequential.push_back(time.seconds);
        } else {
            concurrent.push_back(time.seconds);
            longest.push_back(time.longest);
            if (time.limited >= 0)
                limited.push_back(time.limited);
        }
    }
    m_repetitions = int(std::min(sequential.size(), concurrent.size()));
    m_sequential = median(std::move(sequential));
    m_concurrent = median(std::move(concurrent));
    m_longest = median(std::move(longest));
    if (!limited.empty())
        m_limited = median(std::move(limited));
}

Comparison Comparison::ofCounts(const QJsonObject &counts)
{
    std::vector<PhaseTime> times;
    for (const QJsonValue &value : counts[u"phases"_s].toArray())
        times.push_back(PhaseTime::fromJson(value.toObject()));
    return Comparison(std::move(times));
}

double Comparison::savingPercent() const
{
    return isKnown() ? 100 * (1 - m_concurrent / m_sequential) : 0;
}

double Comparison::limitedSeconds(const std::vector<table::Cells> &requests)
{
    const auto cell = [](const table::Cells &row, RequestColumn column) -> const table::Value & {
        return row[size_t(std::to_underlying(column))];
    };
    const auto number = [&](const table::Cells &row, RequestColumn column) {
        const auto *seconds = std::get_if<double>(&cell(row, column));
        return seconds ? *seconds : -1;
    };
    const auto end = [&](const table::Cells &row) {
        const auto *started = std::get_if<qint64>(&cell(row, RequestColumn::StartedMs));
        return (started ? double(*started) / 1000 : 0) + number(row, RequestColumn::Seconds);
    };
    const auto last = std::ranges::max_element(requests, {}, end);
    if (last == requests.end())
        return -1;
    double sum = 0;
    for (const table::Cells &row : requests) {
        if (cell(row, RequestColumn::Host) != cell(*last, RequestColumn::Host))
            continue;
        const double held = number(row, RequestColumn::Limited);
        if (held < 0)
            return -1;
        sum += held;
    }
    return sum;
}

QJsonArray Comparison::toJson() const
{
    QJsonArray list;
    for (const PhaseTime &time : m_times)
        list.append(time.toJson());
    return list;
}

} // namespace linnet::checks
