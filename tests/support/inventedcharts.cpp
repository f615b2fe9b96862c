// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/inventedcharts.h"

#include <QDate>

#include <array>
#include <cmath>
#include <limits>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;
using draw::Chart;
using draw::ChartGroup;
using draw::ChartKind;
using draw::ValueForm;

QString InventedCharts::say(const char16_t *english, const char16_t *russian) const
{
    return QString::fromUtf16(m_russian ? russian : english);
}

Chart InventedCharts::titled(ChartKind kind, const QString &title, const QString &basis) const
{
    Chart chart;
    chart.kind = kind;
    chart.title = title;
    chart.basis = basis;
    chart.unit = say(u"ads", u"объявления");
    chart.n = 1204;
    chart.total = 3410;
    chart.knownShare = 1204.0 / 3410;
    return chart;
}

QString InventedCharts::employer(int index) const
{
    static constexpr std::array english{
        u"Northern Bakery",
        u"Lake & Sons",
        u"Institute of Slow Machines",
        u"Copper Kettle",
        u"The Greatest and Oldest Warehouse of Invented Goods in the Whole Region",
        u"Harbour Post",
        u"Quiet Street School",
        u"Blue Door",
        u"Green Field Dairy"};
    static constexpr std::array russian{
        u"Северная пекарня",
        u"Озёров и сыновья",
        u"Институт медленных машин",
        u"Медный чайник",
        u"Крупнейший и старейший склад выдуманных товаров во всей области и за её пределами",
        u"Портовая почта",
        u"Школа на Тихой улице",
        u"Синяя дверь",
        u"Молочная «Зелёное поле»"};
    const QString name =
        say(english[size_t(index) % english.size()], russian[size_t(index) % russian.size()]);
    return index < int(english.size()) ? name : u"%1 %2"_s.arg(name).arg(index / int(english.size()) + 1);
}

Chart InventedCharts::bars(int groups) const
{
    Chart chart = titled(ChartKind::Bars,
                         say(u"Employers with the most ads", u"Работодатели с наибольшим числом объявлений"),
                         say(u"All ads of the last run.", u"Все объявления последнего запуска."));
    chart.n = chart.total;
    chart.knownShare.reset();
    chart.groupAxis.title = say(u"Employer", u"Работодатель");
    chart.valueAxis = {say(u"Number of ads", u"Число объявлений"), ValueForm::Count};
    for (int i = 0; i < groups; ++i) {
        const auto n = qint64(1 + 420 / (i + 1));
        chart.groups.push_back({employer(i), u"employer-%1"_s.arg(i), n, {}, false, {double(n)}});
    }
    return chart;
}

Chart InventedCharts::compared() const
{
    Chart chart =
        titled(ChartKind::Bars, say(u"Skills: remote and in the office", u"Навыки: удалённо и в офисе"),
               say(u"Share of ads that name the skill.", u"Доля объявлений, в которых назван навык."));
    chart.groupAxis.title = say(u"Skill", u"Навык");
    chart.valueAxis = {say(u"Share of the group's ads, %", u"Доля объявлений группы, %"), ValueForm::Share};
    chart.series = {{say(u"Remote", u"Удалённо"), u"remote"_s, 412},
                    {say(u"In the office", u"В офисе"), u"office"_s, 792}};
    const std::array skills{say(u"SQL", u"SQL"),
                            say(u"Python", u"Python"),
                            say(u"English", u"Английский язык"),
                            say(u"Negotiation", u"Ведение переговоров"),
                            say(u"Power BI", u"Power BI"),
                            say(u"Typing", u"Набор текста")};
    for (size_t i = 0; i < skills.size(); ++i) {
        const double remote = 0.62 / double(i + 1);
        const double office = 0.48 - 0.07 * double(i);
        const auto n = qint64(remote * 412 + office * 792);
        chart.groups.push_back({skills[i], u"skill-%1"_s.arg(i), n, {}, i == 5, {remote, office}});
    }
    return chart;
}

Chart InventedCharts::ranges(int groups) const
{
    Chart chart = titled(ChartKind::Ranges, say(u"Salary by employer", u"Зарплата по работодателям"),
                         say(u"Salary before tax, ₽ a month.",
                             u"Зарплата до вычета налогов, ₽ в месяц."));
    chart.groupAxis.title = say(u"Employer", u"Работодатель");
    chart.valueAxis = {say(u"Salary before tax, ₽ a month",
                           u"Зарплата до вычета налогов, ₽ в месяц"),
                       ValueForm::Amount};
    for (int i = 0; i < groups; ++i) {
        ChartGroup group{employer(i), u"employer-%1"_s.arg(i), 210 / (i + 1), {}, false, {}};
        group.known = group.n * 2 / 5;
        const double median = 95'000 + 17'500 * (i % 5) - 3000 * i;
        if (*group.known >= 30) {
            group.quantiles.p10 = median * 0.6;
            group.quantiles.p90 = median * 1.9;
        }
        if (*group.known >= 5) {
            group.quantiles.p25 = median * 0.8;
            group.quantiles.median = median;
            group.quantiles.p75 = median * 1.35;
        }
        group.few = *group.known < 10;
        chart.groups.push_back(group);
    }
    return chart;
}

Chart InventedCharts::histogram(int bins) const
{
    Chart chart = titled(ChartKind::Histogram, say(u"How salaries are spread", u"Как распределены зарплаты"),
                         say(u"Salary before tax, ₽ a month.",
                             u"Зарплата до вычета налогов, ₽ в месяц."));
    chart.groupAxis = {say(u"Salary before tax, ₽ a month",
                           u"Зарплата до вычета налогов, ₽ в месяц"),
                       ValueForm::Amount};
    chart.valueAxis = {say(u"Number of ads", u"Число объявлений"), ValueForm::Count};
    chart.median = 118'000;
    for (int i = 0; i < bins; ++i) {
        const double place = (i + 0.5) / bins;
        const auto n = qint64(130 * std::exp(-18 * (place - 0.32) * (place - 0.32)));
        ChartGroup group{{}, u"%1"_s.arg(20'000 + i * 12'500), n, {}, false, {double(n)}};
        group.from = 20'000 + i * 12'500;
        group.to = i + 1 == bins ? std::numeric_limits<double>::infinity() : group.from + 12'500;
        chart.groups.push_back(group);
    }
    return chart;
}

Chart InventedCharts::timeline(int weeks, bool asLine) const
{
    Chart chart =
        titled(ChartKind::Timeline, say(u"Ads by week of publication", u"Объявления по неделям публикации"),
               say(u"All ads of the project.", u"Все объявления проекта."));
    chart.knownShare.reset();
    chart.groupAxis = {say(u"Week of publication", u"Неделя публикации"), ValueForm::Date};
    chart.valueAxis = {say(u"Number of ads", u"Число объявлений"), ValueForm::Count};
    chart.asLine = asLine;
    if (asLine)
        chart.series = {{say(u"Remote", u"Удалённо"), u"remote"_s, 412},
                        {say(u"In the office", u"В офисе"), u"office"_s, 792}};
    const double first = double(QDate(2026, 3, 2).toJulianDay());
    for (int i = 0; i < weeks; ++i) {
        const double a = 60 + 25 * std::sin(i * 0.7) + i % 5;
        ChartGroup group{{}, u"week-%1"_s.arg(i), qint64(a), {}, false, {double(qint64(a))}};
        if (asLine)
            group.values.push_back(i % 11 == 7 ? std::optional<double>() : double(qint64(90 - a / 2 + i)));
        group.from = first + i * 7;
        group.to = group.from + 7;
        chart.groups.push_back(group);
    }
    return chart;
}

Chart InventedCharts::shares(int groups) const
{
    Chart chart = titled(ChartKind::Shares, say(u"How complete the data are", u"Насколько полны данные"),
                         say(u"Columns of all ads.", u"Столбцы всех объявлений."));
    chart.knownShare.reset();
    chart.groupAxis.title = say(u"Column", u"Столбец");
    chart.valueAxis = {say(u"Share of ads, %", u"Доля объявлений, %"), ValueForm::Share};
    chart.series = {{say(u"in the list", u"в списке"), u"list"_s},
                    {say(u"in the details", u"в подробностях"), u"details"_s},
                    {say(u"not given", u"не указано"), u"missing"_s},
                    {say(u"not read yet", u"ещё не прочитано"), u"unread"_s}};
    const std::array columns{say(u"Salary", u"Зарплата"), say(u"Skills", u"Навыки"),
                             say(u"Employer", u"Работодатель"), say(u"Schedule", u"График работы"),
                             say(u"Address with its coordinates", u"Адрес с координатами")};
    for (int i = 0; i < groups; ++i) {
        const double a = 3410.0 / (1 + i % 4);
        const double b = (3410 - a) * 0.5;
        const double c = (3410 - a - b) * 0.7;
        chart.groups.push_back({columns[size_t(i) % columns.size()],
                                u"column-%1"_s.arg(i),
                                3410,
                                {},
                                false,
                                {a, b, c, 3410 - a - b - c}});
    }
    return chart;
}

Chart InventedCharts::differences() const
{
    Chart chart = titled(
        ChartKind::Bars, say(u"What a skill adds to the salary", u"Сколько навык прибавляет к зарплате"),
        say(u"Difference of medians, ₽ a month.", u"Разница медиан, ₽ в месяц."));
    chart.groupAxis.title = say(u"Skill", u"Навык");
    chart.valueAxis = {
        say(u"Difference of medians, ₽ a month", u"Разница медиан, ₽ в месяц"),
        ValueForm::Amount};
    const std::array skills{u"Go"_s, u"SQL"_s, say(u"English", u"Английский язык"),
                            say(u"Typing", u"Набор текста"), say(u"Filing", u"Делопроизводство")};
    const std::array<std::optional<double>, 5> values{61'500, 24'000, std::nullopt, -8'000, -31'250};
    for (size_t i = 0; i < skills.size(); ++i)
        chart.groups.push_back(
            {skills[i], u"skill-%1"_s.arg(i), qint64(140 / (i + 1)), {}, i == 3, {values[i]}});
    return chart;
}

std::vector<std::pair<QString, Chart>> InventedCharts::all() const
{
    return {{u"bars"_s, bars(45)},
            {u"compared"_s, compared()},
            {u"differences"_s, differences()},
            {u"ranges"_s, ranges(14)},
            {u"histogram"_s, histogram()},
            {u"timeline"_s, timeline()},
            {u"lines"_s, timeline(40, true)},
            {u"shares"_s, shares(5)}};
}

} // namespace linnet::test
