// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparable/ratetable.h"

#include "base/textfold.h"

#include <QDate>
#include <QLocale>
#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <cmath>

namespace linnet::comparable {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype CodeLength = 3;
constexpr int ExactDigits = 12;   ///< of a rate as its file has it, for one unit
constexpr int ReckonedDigits = 8; ///< of one that was made of two

/// The Bank of Russia's own codes of currencies (https://www.cbr.ru/scripts/XML_val.asp), and how its tables
/// call them.
struct RussianCode
{
    const char *id;
    const char *code;
    const char16_t *name; ///< folded
};
constexpr std::array RussianCodes{
    RussianCode{"R01010", "AUD", u"австралийский доллар"},
    RussianCode{"R01020A", "AZN", u"азербайджанский манат"},
    RussianCode{"R01035", "GBP", u"фунт стерлингов"},
    RussianCode{"R01060", "AMD", u"армянских драмов"},
    RussianCode{"R01090B", "BYN", u"белорусский рубль"},
    RussianCode{"R01210", "GEL", u"лари"},
    RussianCode{"R01235", "USD", u"доллар сша"},
    RussianCode{"R01239", "EUR", u"евро"},
    RussianCode{"R01270", "INR", u"индийских рупий"},
    RussianCode{"R01335", "KZT", u"тенге"},
    RussianCode{"R01370", "KGS", u"сомов"},
    RussianCode{"R01375", "CNY", u"юань"},
    RussianCode{"R01500", "MDL", u"молдавских леев"},
    RussianCode{"R01535", "NOK", u"норвежских крон"},
    RussianCode{"R01565", "PLN", u"злотый"},
    RussianCode{"R01670", "TJS", u"сомони"},
    RussianCode{"R01700J", "TRY", u"турецких лир"},
    RussianCode{"R01717", "UZS", u"узбекских сумов"},
    RussianCode{"R01720", "UAH", u"гривен"},
    RussianCode{"R01760", "CZK", u"чешских крон"},
    RussianCode{"R01770", "SEK", u"шведских крон"},
    RussianCode{"R01775", "CHF", u"швейцарский франк"},
    RussianCode{"R01820", "JPY", u"иен"},
};

std::unexpected<Error> badRate(qint64 line, const QString &why)
{
    return fail(Reason::BadLine, u"%1: %2"_s.arg(line).arg(why));
}

QByteArray rateDay(QByteArrayView text)
{
    const QString day = QString::fromUtf8(text.trimmed());
    for (const QString &format : {u"yyyy-MM-dd"_s, u"dd.MM.yyyy"_s, u"d MMMM yyyy"_s}) {
        const QDate date = QLocale::c().toDate(day, format);
        if (date.isValid())
            return date.toString(Qt::ISODate).toLatin1();
    }
    return {};
}

std::optional<double> rateNumber(QByteArrayView text)
{
    QByteArray digits = text.toByteArray();
    digits.replace("\xc2\xa0", "").replace(" ", "").replace(',', '.');
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    return isNumber && std::isfinite(number) && number > 0 ? std::optional(number) : std::nullopt;
}

bool isCurrency(const QByteArray &text)
{
    return text.size() == CodeLength &&
           std::ranges::all_of(text, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

/// Reads one file, of whatever form it is.
class RateReading
{
public:
    RateReading(const PayRules &rules, const QString &origin)
        : m_rules(rules)
        , m_origin(origin.toUtf8())
        , m_base(rules.currency())
    {
    }

    Result<RateTable> read(QByteArrayView file)
    {
        if (file.startsWith("\xef\xbb\xbf"))
            file = file.sliced(3);
        const Result<void> taken = file.trimmed().startsWith('<') ? readXml(file) : readTable(file);
        return taken ? made() : std::unexpected(taken.error());
    }

private:
    /// What a unit of a currency was worth in m_base.
    struct Given
    {
        QByteArray day;
        QByteArray code;
        double worth = 0;
        int line = 0;
    };

    Result<void> take(qint64 line, QByteArrayView day, const QByteArray &code, QByteArrayView rate,
                      QByteArrayView nominal = "1")
    {
        if (day != m_lastText) { // a line of a table has one day for many currencies
            m_lastText = day.toByteArray();
            m_lastDay = rateDay(day);
        }
        const QByteArray &known = m_lastDay;
        if (known.isEmpty())
            return badRate(line, u"“%1” is no day like 2025-01-31"_s.arg(QString::fromUtf8(day)));
        if (!isCurrency(code))
            return badRate(line, u"“%1” is no code of a currency like USD"_s.arg(QString::fromUtf8(code)));
        const std::optional<double> value = rateNumber(rate);
        const std::optional<double> units = rateNumber(nominal);
        if (!value || !units)
            return badRate(line,
                           u"“%1” is no number above 0"_s.arg(QString::fromUtf8(value ? nominal : rate)));
        m_given.push_back({known, m_rules.usualCode(code), *value / *units, int(line)});
        return {};
    }

    Result<void> readTable(QByteArrayView file)
    {
        QList<QByteArray> header;
        char separator = ',';
        qint64 number = 0;
        for (qsizetype from = 0; from < file.size();) {
            qsizetype end = file.indexOf('\n', from);
            end = end < 0 ? file.size() : end;
            const QByteArray line = file.sliced(from, end - from).trimmed().toByteArray();
            from = end + 1;
            ++number;
            if (line.isEmpty() || line.startsWith('#'))
                continue;
            if (header.isEmpty()) {
                separator = line.contains('\t') ? '\t' : line.contains(';') ? ';' : ',';
                header = cellsOf(line.toLower(), separator);
                if (const Result<void> known = takeHeader(header, number); !known)
                    return known;
                continue;
            }
            const Result<void> taken = takeCells(cellsOf(line, separator), number);
            if (!taken)
                return taken;
        }
        return {};
    }

    static QList<QByteArray> cellsOf(const QByteArray &line, char separator)
    {
        QList<QByteArray> cells = line.split(separator);
        for (QByteArray &cell : cells) {
            cell = cell.trimmed();
            if (cell.size() >= 2 && cell.startsWith('"') && cell.endsWith('"'))
                cell = cell.sliced(1, cell.size() - 2);
        }
        return cells;
    }

    Result<void> takeHeader(const QList<QByteArray> &header, qint64 line)
    {
        const auto at = [&](const char *name) { return header.indexOf(QByteArray(name)); };
        if (at("data") >= 0 && at("curs") >= 0 && at("cdx") >= 0) {
            m_day = at("data");
            m_rate = at("curs");
            m_code = at("cdx");
            m_nominal = at("nominal");
            m_base = "RUB";
            m_by = "Bank of Russia";
            return {};
        }
        m_day = at("date");
        m_rate = at("rate");
        m_code = at("currency");
        m_nominal = at("nominal");
        if (m_day >= 0 && m_rate >= 0 && m_code >= 0)
            return {};
        // A column for each currency, as the ECB has it.
        for (qsizetype i = 0; m_day >= 0 && i < header.size(); ++i) {
            const QByteArray code = header[i].toUpper();
            if (i != m_day && isCurrency(code))
                m_columns.append({i, code});
        }
        if (m_columns.isEmpty())
            return badRate(line, u"the header must name date, currency and rate"_s);
        m_base = "EUR";
        m_by = "European Central Bank";
        return {};
    }

    Result<void> takeCells(const QList<QByteArray> &cells, qint64 line)
    {
        if (m_columns.isEmpty()) {
            const QByteArray nominal = m_nominal < 0 ? QByteArray("1") : cells.value(m_nominal);
            const QByteArray name = cells.value(m_code);
            return take(line, cells.value(m_day), m_by.isEmpty() ? name.toUpper() : codeOfName(name),
                        cells.value(m_rate), nominal);
        }
        for (const auto &[column, code] : std::as_const(m_columns)) {
            const QByteArray cell = cells.value(column);
            if (cell.isEmpty() || cell == "N/A")
                continue;
            if (const Result<void> taken = take(line, cells.value(m_day), code, cell); !taken)
                return taken;
            m_given.back().worth = 1 / m_given.back().worth; // they say how much a euro is worth
        }
        return {};
    }

    static QByteArray codeOfName(const QByteArray &name)
    {
        const QString folded = foldText(QString::fromUtf8(name)).simplified();
        const auto known = std::ranges::find_if(
            RussianCodes, [&](const RussianCode &code) { return folded == QStringView(code.name); });
        return known == RussianCodes.end() ? name : QByteArray(known->code);
    }

    Result<void> readXml(QByteArrayView file)
    {
        m_base = "RUB";
        m_by = "Bank of Russia";
        // Of the names in windows-1251 nothing is read, and all else is ASCII.
        if (file.trimmed().startsWith("<?xml"))
            file = file.sliced(file.indexOf("?>") + 2);
        QXmlStreamReader xml(QString::fromLatin1(file));
        QByteArray day;
        QByteArray id;
        QHash<QString, QByteArray> texts; // of the element that is read
        while (!xml.atEnd()) {
            const auto token = xml.readNext();
            if (token == QXmlStreamReader::DTD)
                return fail(Reason::BadFile, u"it has a document type"_s);
            const QString name = xml.name().toString();
            const bool isRate = name == "Record"_L1 || name == "Valute"_L1;
            if (token == QXmlStreamReader::StartElement) {
                const auto attributes = xml.attributes();
                if (name == "ValCurs"_L1 || name == "Record"_L1)
                    day = attributes.value("Date"_L1).toLatin1();
                if (isRate) {
                    id = attributes.value(name == "Record"_L1 ? "Id"_L1 : "ID"_L1).trimmed().toLatin1();
                    texts.clear();
                } else if (name == "Nominal"_L1 || name == "Value"_L1 || name == "CharCode"_L1) {
                    texts[name] = xml.readElementText().trimmed().toLatin1();
                }
            } else if (token == QXmlStreamReader::EndElement && isRate) {
                const auto known = std::ranges::find_if(
                    RussianCodes, [&](const RussianCode &code) { return id == code.id; });
                QByteArray code = texts.value(u"CharCode"_s);
                if (code.isEmpty())
                    code = known == RussianCodes.end() ? id : QByteArray(known->code);
                const Result<void> taken = take(xml.lineNumber(), day, code, texts.value(u"Value"_s),
                                                texts.value(u"Nominal"_s, "1"));
                if (!taken)
                    return taken;
            }
        }
        if (xml.hasError())
            return badRate(xml.lineNumber(), xml.errorString());
        return {};
    }

    Result<RateTable> made()
    {
        if (m_given.empty())
            return fail(Reason::BadFile, u"it has no rates"_s);
        const QByteArray &wanted = m_rules.currency();
        QHash<QByteArray, double> wantedWorth; // by day
        for (const Given &given : m_given) {
            if (given.code == wanted)
                wantedWorth.insert(given.day, given.worth);
            if (wanted == m_base)
                wantedWorth.insert(given.day, 1);
        }
        RateTable table;
        QSet<QByteArray> codes;
        QSet<QByteArray> daysOfBase;
        const bool isExact = m_base == wanted && m_columns.isEmpty();
        const auto add = [&](const Given &given, double worth) {
            RuleLine line;
            line.rule = "rate";
            line.of = given.code;
            line.since = given.day;
            line.value = QByteArray::number(worth, 'g', isExact ? ExactDigits : ReckonedDigits);
            line.source = (m_by.isEmpty() ? QByteArray() : m_by + ", ") + m_origin;
            line.line = given.line;
            codes.insert(given.code);
            if (table.from.isEmpty() || given.day < table.from)
                table.from = given.day;
            table.to = std::max(table.to, given.day);
            table.lines.push_back(std::move(line));
        };
        for (const Given &given : m_given) {
            const auto worth = wantedWorth.constFind(given.day);
            if (worth == wantedWorth.cend() || given.code == wanted)
                continue;
            add(given, given.worth / *worth);
        }
        for (const Given &given : m_given) {
            const auto worth = wantedWorth.constFind(given.day);
            if (wanted == m_base || worth == wantedWorth.cend() || daysOfBase.contains(given.day))
                continue;
            daysOfBase.insert(given.day);
            add({given.day, m_base, 1, given.line}, 1 / *worth);
        }
        if (table.lines.empty())
            return fail(Reason::BadFile, u"it has rates in %1 only, none in %2"_s.arg(
                                             QString::fromLatin1(m_base), QString::fromLatin1(wanted)));
        table.currencies = int(codes.size());
        return table;
    }

    const PayRules &m_rules;
    QByteArray m_origin;
    QByteArray m_base; ///< what the file's rates are in
    QByteArray m_by;   ///< who sets them; "" = the file does not say
    QByteArray m_lastText;
    QByteArray m_lastDay; ///< of it; "" = it is none
    qsizetype m_day = -1;
    qsizetype m_rate = -1;
    qsizetype m_code = -1;
    qsizetype m_nominal = -1;
    QList<std::pair<qsizetype, QByteArray>> m_columns; ///< of single currencies
    std::vector<Given> m_given;
};

} // namespace

Result<RateTable> RateTable::read(QByteArrayView file, const PayRules &rules, const QString &origin)
{
    return RateReading(rules, origin).read(file);
}

} // namespace linnet::comparable
