// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/inventedtitles.h"

#include <algorithm>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Forms: one, of one, several, of several, to several.
enum Form
{
    One,
    OfOne,
    Many,
    OfMany,
    ToMany
};

const std::vector<QStringList> &trades()
{
    static const std::vector<QStringList> list = [] {
        std::vector<QStringList> result;
        for (const auto forms : {
                 u"бухгалтер бухгалтера бухгалтеры бухгалтеров бухгалтерам",
                 u"экономист экономиста экономисты экономистов экономистам",
                 u"программист программиста программисты программистов программистам",
                 u"инженер инженера инженеры инженеров инженерам",
                 u"продавец продавца продавцы продавцов продавцам",
                 u"кассир кассира кассиры кассиров кассирам",
                 u"водитель водителя водители водителей водителям",
                 u"аналитик аналитика аналитики аналитиков аналитикам",
                 u"менеджер менеджера менеджеры менеджеров менеджерам",
                 u"повар повара повара поваров поварам",
                 u"няня няни няни нянь няням",
                 u"швея швеи швеи швей швеям",
                 u"медсестра медсестры медсёстры медсестёр медсёстрам",
                 u"слесарь слесаря слесари слесарей слесарям",
                 u"сварщик сварщика сварщики сварщиков сварщикам",
                 u"врач врача врачи врачей врачам",
                 u"учитель учителя учителя учителей учителям",
                 u"уборщица уборщицы уборщицы уборщиц уборщицам",
                 u"грузчик грузчика грузчики грузчиков грузчикам",
                 u"кладовщик кладовщика кладовщики кладовщиков кладовщикам",
                 u"администратор администратора администраторы администраторов администраторам",
                 u"разработчик разработчика разработчики разработчиков разработчикам",
                 u"тестировщик тестировщика тестировщики тестировщиков тестировщикам",
                 u"дизайнер дизайнера дизайнеры дизайнеров дизайнерам",
                 u"юрист юриста юристы юристов юристам",
                 u"охранник охранника охранники охранников охранникам",
                 u"электромонтёр электромонтёра электромонтёры электромонтеров электромонтерам",
                 u"боец бойца бойцы бойцов бойцам",
                 u"сиделка сиделки сиделки сиделок сиделкам",
                 u"официант официанта официанты официантов официантам",
                 u"токарь токаря токари токарей токарям",
                 u"воспитатель воспитателя воспитатели воспитателей воспитателям",
                 u"санитарка санитарки санитарки санитарок санитаркам",
                 u"маляр маляра маляры маляров малярам",
                 u"судья судьи судьи судей судьям",
                 u"рабочий рабочего рабочие рабочих рабочим",
                 u"заведующий заведующего заведующие заведующих заведующим",
                 u"стрелок стрелка стрелки стрелков стрелкам",
                 u"фельдшер фельдшера фельдшеры фельдшеров фельдшерам",
                 u"мастер мастера мастера мастеров мастерам",
             })
            result.push_back(QStringView(forms).toString().split(u' '));
        return result;
    }();
    return list;
}

QString capital(const QString &text)
{
    return text.left(1).toUpper() + text.sliced(1);
}

QString lemma(const QStringList &forms)
{
    return QString(forms[One]).replace(u'ё', u'е');
}

QString withSoftHyphen(const QString &word)
{
    return word.left(3) + QChar(0x00ad) + word.sliced(3);
}

void addAlone(std::vector<InventedTitle> &titles, const QStringList &forms)
{
    const QString trade = lemma(forms);
    const auto add = [&](const QString &text, const QStringList &lemmas) {
        titles.push_back({text, lemmas});
    };
    add(capital(forms[One]), {trade});
    add(forms[One].toUpper(), {trade});
    add(capital(forms[Many]), {trade});
    add(capital(withSoftHyphen(forms[One])), {trade});
    add(u"Старший "_s + forms[One], {u"старший"_s, trade});
    add(u"Помощник "_s + forms[OfOne], {u"помощник"_s, trade});
    add(u"Бригада "_s + forms[OfMany], {u"бригада"_s, trade});
    add(u"Работа "_s + forms[ToMany], {u"работа"_s, trade});
    add(u"Требуются "_s + forms[Many] + u"!"_s, {u"требоваться"_s, trade});
    add(capital(forms[One]) + u" (инв)"_s, {trade, u"инв"_s});
    add(capital(forms[One]) + u" 5-го разряда"_s, {trade, u"5"_s, u"го"_s, u"разряд"_s});
    add(capital(forms[One]) + u" в ООО «Ромашка»"_s, {trade, u"ооо"_s, u"ромашка"_s});
    add(u"Ученик "_s + forms[OfOne] + u", без опыта"_s, {u"ученик"_s, trade, u"опыт"_s});
    add(forms[Many].toUpper() + u" (ВАХТА)"_s, {trade, u"вахта"_s});
    add(u"Начальник смены: "_s + forms[Many], {u"начальник"_s, u"смена"_s, trade});
}

void addPairs(std::vector<InventedTitle> &titles)
{
    constexpr const char16_t *Between[] = {u"-",  u" - ", u" – ", u"—",   u"/",
                                           u", ", u" ",   u"; ",  u" / ", u"\u2011"};
    const auto &list = trades();
    size_t number = 0;
    for (size_t i = 0; i < list.size(); ++i) {
        for (size_t step = 1; step <= 30; ++step) {
            const QStringList &first = list[i];
            const QStringList &second = list[(i + step) % list.size()];
            const QString sign = QString::fromUtf16(Between[number % std::size(Between)]);
            const QString text =
                capital(first[One]) + sign + (number % 7 == 0 ? capital(second[One]) : second[One]);
            titles.push_back({number % 11 == 0 ? text.toUpper() : text, {lemma(first), lemma(second)}});
            ++number;
        }
    }
}

void addOthers(std::vector<InventedTitle> &titles)
{
    const auto add = [&](const char16_t *text, const char16_t *lemmas) {
        titles.push_back({QString::fromUtf16(text), QString::fromUtf16(lemmas).split(u' ')});
    };
    add(u"Аналитик данных", u"аналитик данные");
    add(u"Старший аналитик данных (удалённо)", u"старший аналитик данные удаленно");
    add(u"АНАЛИТИК ДАННЫХ", u"аналитик данные");
    add(u"Аналитики больших данных", u"аналитик большой данные");
    add(u"Инженер данных", u"инженер данные");
    add(u"Инженер базы данных", u"инженер база данные");
    add(u"Менеджер по продажам", u"менеджер продажа");
    add(u"Менеджер продаж", u"менеджер продажа");
    add(u"Менеджер по активным продажам", u"менеджер активный продажа");
    add(u"Менеджеры отдела продаж", u"менеджер отдел продажа");
    add(u"Менеджер по персоналу", u"менеджер персонал");
    add(u"Специалист по кадрам", u"специалист кадры");
    add(u"Программист 1С", u"программист 1c");
    add(u"Программист 1C", u"программист 1c");
    add(u"1С-программист", u"1c программист");
    add(u"Программист 1С:Предприятие 8.3", u"программист 1c предприятие 8 3");
    add(u"Программист 1С8", u"программист 1c");
    add(u"Разработчик C++", u"разработчик c++");
    add(u"Разработчик С++", u"разработчик c++");
    add(u"C/C++ разработчик", u"c c++ разработчик");
    add(u"Разработчик C#", u"разработчик c#");
    add(u"С# программист", u"c# программист");
    add(u"Программист C", u"программист c");
    add(u"Java-разработчик", u"java разработчик");
    add(u"Разработчик Java17", u"разработчик java");
    add(u"JavaScript-разработчик", u"javascript разработчик");
    add(u"Node.js разработчик", u"nodejs разработчик");
    add(u"NodeJS-разработчик", u"nodejs разработчик");
    add(u"Разработчик ASP.NET", u"разработчик asp net");
    add(u".NET разработчик", u"net разработчик");
    add(u"Front-end разработчик", u"frontend разработчик");
    add(u"Frontend-разработчик", u"frontend разработчик");
    add(u"Веб-разработчик", u"веб разработчик");
    add(u"Веб разработчик", u"веб разработчик");
    add(u"Вебразработчик", u"веб разработчик");
    add(u"UI/UX-дизайнер", u"ui ux дизайнер");
    add(u"Дизайнер UX / UI", u"дизайнер ux ui");
    add(u"QA-инженер", u"qa инженер");
    add(u"Senior QA Engineer", u"senior qa engineer");
    add(u"Software Engineers (remote)", u"software engineer remote");
    add(u"Data analyst", u"data analyst");
    add(u"Team of data analysts", u"team data analyst");
    add(u"PHP-программист", u"php программист");
    add(u"РНР программист", u"php программист");
    add(u"SQL-разработчик (T-SQL, PL/SQL)", u"sql разработчик t sql pl sql");
    add(u"Слесарь-ремонтник", u"слесарь ремонтник");
    add(u"Слесарь по ремонту автомобилей", u"слесарь ремонт автомобиль");
    add(u"Водитель категории B", u"водитель категория b");
    add(u"Водитель категории В, С", u"водитель категория b c");
    add(u"Водитель в Москву", u"водитель москва");
}

using Lemmas = QStringList;

auto all(const QString &words)
{
    return [wanted = words.split(u' ')](const Lemmas &lemmas) {
        return std::ranges::all_of(wanted, [&](const QString &word) { return lemmas.contains(word); });
    };
}

auto any(const QString &words)
{
    return [wanted = words.split(u' ')](const Lemmas &lemmas) {
        return std::ranges::any_of(wanted, [&](const QString &word) { return lemmas.contains(word); });
    };
}

auto row(const QString &words)
{
    return [wanted = words.split(u' ')](const Lemmas &lemmas) {
        return std::ranges::search(lemmas, wanted).begin() != lemmas.end();
    };
}

auto without(auto means, const QString &word)
{
    return [means, word](const Lemmas &lemmas) { return means(lemmas) && !lemmas.contains(word); };
}

} // namespace

const std::vector<InventedTitle> &inventedTitles()
{
    static const std::vector<InventedTitle> titles = [] {
        std::vector<InventedTitle> result;
        addOthers(result);
        for (const QStringList &forms : trades())
            addAlone(result, forms);
        addPairs(result);
        for (int number = 1; result.size() < 2000; ++number)
            result.push_back({u"Оператор линии № %1"_s.arg(number), {u"оператор"_s, u"линия"_s}});
        return result;
    }();
    return titles;
}

const std::vector<TypedText> &typedTexts()
{
    static const std::vector<TypedText> texts{
        // Punctuation of pasted titles
        {u"аналитик данных."_s, all(u"аналитик данные"_s)},
        {u"аналитик данных,"_s, all(u"аналитик данные"_s)},
        {u"  Аналитик   данных !"_s, all(u"аналитик данные"_s)},
        {u"Бухгалтер (инв)"_s, all(u"бухгалтер инв"_s)},
        {u"…водитель…"_s, all(u"водитель"_s)},
        {u"• сварщик"_s, all(u"сварщик"_s)},
        {u"- токарь"_s, all(u"токарь"_s)},
        {u"начальник смены: маляры"_s, all(u"начальник смена маляр"_s)},
        {u"повар?"_s, all(u"повар"_s)},
        {u"Работа: юрист"_s, all(u"работа юрист"_s)},
        // Lists
        {u"бухгалтер, экономист"_s, all(u"бухгалтер экономист"_s)},
        {u"бухгалтер/экономист"_s, all(u"бухгалтер экономист"_s)},
        {u"бухгалтер; экономист"_s, all(u"бухгалтер экономист"_s)},
        {u"кассир,водитель"_s, all(u"кассир водитель"_s)},
        {u"экономист и программист"_s, all(u"экономист программист"_s)},
        {u"ux, ui дизайнер"_s, all(u"ux ui дизайнер"_s)},
        // Hyphens
        {u"инженер-программист"_s, all(u"инженер программист"_s)},
        {u"программист - инженер"_s, all(u"инженер программист"_s)},
        {u"продавец–кассир"_s, all(u"продавец кассир"_s)},
        {u"ПРОДАВЕЦ — КАССИР"_s, all(u"продавец кассир"_s)},
        {u"няня\u2011швея"_s, all(u"няня швея"_s)},
        {u"веб-разработчик"_s, all(u"веб разработчик"_s)},
        {u"веб разработчик"_s, all(u"веб разработчик"_s)},
        {u"front-end разработчик"_s, all(u"frontend разработчик"_s)},
        {u"frontend разработчик"_s, all(u"frontend разработчик"_s)},
        {u"слесарь-ремонтник"_s, all(u"слесарь ремонтник"_s)},
        // Quotes
        {u"«аналитик данных»"_s, row(u"аналитик данные"_s)},
        {u"“аналитик данных”"_s, row(u"аналитик данные"_s)},
        {u"\"аналитик данных\""_s, row(u"аналитик данные"_s)},
        {u"„базы данных“"_s, row(u"база данные"_s)},
        {u"«аналитик данных"_s, all(u"аналитик данные"_s)},
        {u"\"data analyst\""_s, row(u"data analyst"_s)},
        {u"бухгалтер в ООО \"Ромашка\""_s, all(u"бухгалтер ооо ромашка"_s)},
        // OR, NOT
        {u"бухгалтер OR экономист"_s, any(u"бухгалтер экономист"_s)},
        {u"няня или сиделка"_s, any(u"няня сиделка"_s)},
        {u"(врач OR фельдшер) AND старший"_s,
         [](const Lemmas &lemmas) {
             return any(u"врач фельдшер"_s)(lemmas) && lemmas.contains(u"старший"_s);
         }},
        {u"«аналитик данных» OR юрист"_s,
         [](const Lemmas &lemmas) {
             return row(u"аналитик данные"_s)(lemmas) || lemmas.contains(u"юрист"_s);
         }},
        {u"программист NOT инженер"_s, without(all(u"программист"_s), u"инженер"_s)},
        {u"водитель NOT (кассир OR аналитик)"_s,
         without(without(all(u"водитель"_s), u"кассир"_s), u"аналитик"_s)},
        // Endings
        {u"продавец"_s, all(u"продавец"_s)},
        {u"продавцы"_s, all(u"продавец"_s)},
        {u"няня"_s, all(u"няня"_s)},
        {u"швеи"_s, all(u"швея"_s)},
        {u"медсестер"_s, all(u"медсестра"_s)},
        {u"сиделок"_s, all(u"сиделка"_s)},
        {u"бойцы"_s, all(u"боец"_s)},
        {u"электромонтер"_s, all(u"электромонтер"_s)},
        {u"рабочие"_s, all(u"рабочий"_s)},
        {u"судья"_s, all(u"судья"_s)},
        {u"стрелки"_s, all(u"стрелок"_s)},
        {u"менеджер по продажам"_s, all(u"менеджер продажа"_s)},
        {u"software engineer"_s, all(u"software engineer"_s)},
        {u"програм*"_s, all(u"программист"_s)},
        // Letters of the other alphabet, names with signs
        {u"программист 1С"_s, all(u"программист 1c"_s)},
        {u"1C программист"_s, all(u"программист 1c"_s)},
        {u"С++"_s, all(u"c++"_s)},
        {u"c++ разработчик"_s, all(u"c++ разработчик"_s)},
        {u"C#"_s, all(u"c#"_s)},
        {u"java разработчик"_s, all(u"java разработчик"_s)},
        {u"бухгaлтep"_s, all(u"бухгалтер"_s)}, // a and e, p are Latin
        {u"nodejs разработчик"_s, all(u"nodejs разработчик"_s)},
        {u".NET"_s, all(u"net"_s)},
        {u"водитель категории B"_s, all(u"водитель категория b"_s)},
    };
    return texts;
}

} // namespace linnet::test
