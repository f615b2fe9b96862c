// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/rulespage.h"

#include "base/boundedfile.h"
#include "base/errortext.h"
#include "comparable/ratetable.h"
#include "gui/look/textscale.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QSet>
#include <QTableView>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using comparable::RuleLine;
using models::RuleModel;

namespace {

constexpr qint64 LargestTable = 16 * 1024 * 1024; // bytes
constexpr std::array ColumnWidths{112, 176, 128, 220, 160};

} // namespace

RulesPage::RulesPage(const QString &about, std::span<const RuleLine> builtIn, bool hasDays, Check check,
                     const QString &fileName, QWidget *parent)
    : QWidget(parent)
    , m_check(std::move(check))
    , m_fileName(fileName)
    , m_model(builtIn, hasDays)
    , m_search(new QLineEdit(this))
    , m_table(new QTableView(this))
{
    auto *text = new QLabel(about, this);
    text->setWordWrap(true);
    m_search->setPlaceholderText(tr("Find a rule or a word"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_found.setSourceModel(&m_model);
    m_found.setFilterKeyColumn(-1);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found.setDynamicSortFilter(false); // a line that is being written stays in sight
    m_table->setTabKeyNavigation(false); // the Tab key leaves it
    m_table->setModel(&m_found);
    m_table->setAccessibleName(tr("Rules"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < int(ColumnWidths.size()); ++column)
        m_table->setColumnWidth(column, scaled(ColumnWidths[size_t(column)]));
    m_table->setColumnHidden(int(RuleModel::Column::Since), !hasDays);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(text);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeButtons());
    connect(m_search, &QLineEdit::textChanged, &m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RulesPage::updateButtons);
    connect(&m_model, &RuleModel::dataChanged, this, &RulesPage::updateButtons);
    connect(&m_model, &RuleModel::modelReset, this, &RulesPage::updateButtons);
    updateButtons();
}

QWidget *RulesPage::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *add = new QPushButton(tr("Add a line"), row);
    m_remove = new QPushButton(tr("Remove my lines"), row);
    m_remove->setToolTip(tr("The chosen lines of your own; what is built in holds again"));
    auto *open = new QPushButton(tr("Open…"), row);
    open->setToolTip(
        tr("A table with the columns rule, for, since, value, source takes the place of your lines"));
    m_save = new QPushButton(tr("Save…"), row);
    m_save->setToolTip(tr("Your lines as a table, for a colleague or for --pay-rules"));
    m_rates = new QPushButton(tr("Load rates…"), row);
    m_rates->setToolTip(
        tr("Rates of currencies by day from a file of the Bank of Russia or the European Central "
           "Bank, or a table with the columns date, currency, rate"));
    m_rates->hide();
    for (QPushButton *button : {add, m_remove, m_rates})
        layout->addWidget(button);
    layout->addStretch(1);
    for (QPushButton *button : {open, m_save})
        layout->addWidget(button);
    for (QPushButton *button : {add, m_remove, m_rates, open, m_save})
        button->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &RulesPage::addLine);
    connect(m_remove, &QPushButton::clicked, this, &RulesPage::removeChosen);
    connect(m_rates, &QPushButton::clicked, this, &RulesPage::askRates);
    connect(open, &QPushButton::clicked, this, &RulesPage::askOpen);
    connect(m_save, &QPushButton::clicked, this, &RulesPage::askSave);
    return row;
}

void RulesPage::addLine()
{
    m_search->clear();
    const QModelIndex added = m_found.mapFromSource(m_model.index(m_model.add(), 0));
    m_table->scrollTo(added);
    m_table->setCurrentIndex(added);
    m_table->edit(added);
}

std::vector<int> RulesPage::chosenRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        const int row = m_found.mapToSource(index).row();
        if (m_model.isOwn(row))
            rows.push_back(row);
    }
    std::ranges::sort(rows, std::greater());
    return rows;
}

void RulesPage::removeChosen()
{
    for (const int row : chosenRows())
        m_model.removeOwn(row);
    updateButtons();
}

void RulesPage::updateButtons()
{
    m_remove->setEnabled(!chosenRows().empty());
    m_save->setEnabled(!m_model.own().empty());
}

QString RulesPage::firstFault()
{
    // Thousands of rates are not looked at one by one when all is well.
    const std::vector<RuleLine> own = m_model.own();
    if (std::ranges::none_of(own, &QByteArray::isEmpty, &RuleLine::rule) && m_check(own))
        return {};
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (!m_model.isOwn(row))
            continue;
        // The check counts lines of a file; here there is one.
        RuleLine line = m_model.line(row);
        line.line = 1;
        const Result<void> sound =
            line.rule.isEmpty() ? fail(Reason::BadLine, u"1: no rule is named"_s) : m_check({line});
        if (sound)
            continue;
        m_search->clear();
        m_table->setCurrentIndex(m_found.mapFromSource(m_model.index(row, 0)));
        m_table->setFocus();
        return tr("“%1” cannot be read: %2")
            .arg(QString::fromUtf8(line.rule + ' ' + line.of).trimmed(),
                 sound.error().detail.section(u": "_s, 1));
    }
    return {};
}

QString RulesPage::readFile(const QString &path)
{
    const auto text = readBounded(path, LargestTable);
    const auto lines = text ? comparable::readRuleTable(*text) : std::unexpected(text.error());
    const auto sound = lines ? m_check(*lines) : std::unexpected(lines.error());
    if (!sound)
        return ErrorText::sentence(sound.error());
    m_model.setOwn(*lines);
    return {};
}

void RulesPage::offerRates()
{
    m_rates->show();
}

QString RulesPage::readRates(const QString &path)
{
    std::vector<RuleLine> own = m_model.own();
    const auto rules = comparable::PayRules::over(own);
    if (!rules)
        return firstFault();
    const auto text = readBounded(path, LargestTable);
    const auto rates = text ? comparable::RateTable::read(*text, *rules, QFileInfo(path).fileName())
                            : std::unexpected(text.error());
    if (!rates)
        return ErrorText::sentence(rates.error());
    QSet<QByteArray> replaced;
    for (const RuleLine &line : rates->lines)
        replaced.insert(line.subject());
    std::erase_if(own, [&](const RuleLine &line) { return replaced.contains(line.subject()); });
    own.insert(own.end(), rates->lines.begin(), rates->lines.end());
    m_model.setOwn(own);
    const QLocale locale;
    const auto day = [&](const QByteArray &iso) {
        return locale.toString(QDate::fromString(QString::fromLatin1(iso), Qt::ISODate),
                               QLocale::ShortFormat);
    };
    Q_EMIT told(
        tr("%Ln rate(s) loaded, from %1 to %2. An ad is reckoned by the rate of its date, or of the nearest "
           "day before it; ads from before the first day stay without pay that compares.",
           nullptr, int(rates->lines.size()))
            .arg(day(rates->from), day(rates->to)));
    return {};
}

void RulesPage::askRates()
{
    auto *dialog =
        new QFileDialog(this, tr("Load rates of currencies"), {}, tr("Rates (*.csv *.xml *.tsv *.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const QString wrong = readRates(path); !wrong.isEmpty())
            Q_EMIT fault(wrong);
    });
    dialog->open();
}

void RulesPage::askOpen()
{
    auto *dialog = new QFileDialog(this, tr("Open a table of rules"), {}, tr("Tables (*.tsv *.csv *.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { Q_EMIT fault(readFile(path)); });
    dialog->open();
}

void RulesPage::askSave()
{
    auto *dialog = new QFileDialog(this, tr("Save your lines"), {}, tr("Tables (*.tsv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"tsv"_s);
    dialog->selectFile(m_fileName);
    connect(dialog, &QFileDialog::fileSelected, this, &RulesPage::save);
    dialog->open();
}

void RulesPage::save(const QString &path)
{
    QSaveFile file(path);
    const bool isSaved = file.open(QIODevice::WriteOnly) &&
                         file.write(comparable::toRuleTable(m_model.own())) >= 0 && file.commit();
    Q_EMIT fault(isSaved ? QString() : tr("The file could not be written: %1").arg(file.errorString()));
}

} // namespace linnet::gui
