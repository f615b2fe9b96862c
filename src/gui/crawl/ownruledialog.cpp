// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/ownruledialog.h"

#include "base/errortext.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "gui/widgets/choose.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleValidator>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using audit::AuditRule;

namespace {

constexpr int OwnRuleWidth = 560;
constexpr int LongestRuleName = 200;
constexpr QLatin1StringView NumberPlace{"{n}"};

/// As many lines as a text of the form usually has.
void setLines(QPlainTextEdit &edit, int lines)
{
    edit.setTabChangesFocus(true);
    const int margins = int(2 * edit.document()->documentMargin()) + 2 * edit.frameWidth();
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * lines + margins + 4);
}

} // namespace

OwnRuleDialog::OwnRuleDialog(const audit::RuleSet &others, const AuditRule &rule, bool isNew, QWidget *parent)
    : QDialog(parent)
    , m_others(others)
    , m_rule(rule)
    , m_what(new QLineEdit(isNew ? QString() : rule.what, this))
    , m_level(new QComboBox(this))
    , m_set(new QComboBox(this))
    , m_filter(new QPlainTextEdit(rule.condition, this))
    , m_columns(new QComboBox(this))
    , m_verdict(new QLabel(this))
    , m_number(new QLineEdit(this))
    , m_why(new QPlainTextEdit(rule.why, this))
    , m_fix(new QPlainTextEdit(rule.fix, this))
    , m_id(new QLineEdit(rule.id, this))
{
    setWindowTitle(isNew ? tr("New rule") : tr("Change the rule"));
    setObjectName(u"ownRuleDialog"_s);
    fill();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_keep = buttons->addButton(tr("Use the rule"), QDialogButtonBox::AcceptRole);
    m_keep->setObjectName(u"keepRule"_s);
    m_keep->setDefault(true);
    setPrimary(m_keep);
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name:"), m_what);
    form->addRow(tr("&Level:"), m_level);
    form->addRow(tr("Looks &at:"), m_set);
    form->addRow(tr("&Filter:"), m_filter);
    form->addRow(QString(), m_columns);
    form->addRow(m_verdict);
    form->addRow(tr("N&umber for {n}:"), m_number);
    form->addRow(tr("&Why it matters:"), m_why);
    form->addRow(tr("What to &do:"), m_fix);
    form->addRow(tr("&Called in files:"), m_id);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_set, &QComboBox::currentIndexChanged, this, [this] {
        fillColumns();
        check();
    });
    connect(m_columns, &QComboBox::activated, this, &OwnRuleDialog::insertColumn);
    connect(m_filter, &QPlainTextEdit::textChanged, this, &OwnRuleDialog::check);
    for (QLineEdit *field : {m_what, m_number, m_id})
        connect(field, &QLineEdit::textChanged, this, &OwnRuleDialog::check);
    check();
    resize(scaled(OwnRuleWidth), sizeHint().height());
    m_what->setFocus();
}

void OwnRuleDialog::fill()
{
    m_what->setMaxLength(LongestRuleName);
    m_what->setPlaceholderText(tr("What is wrong then, for example: No price"));
    for (const audit::Level level : {audit::Level::Error, audit::Level::Warning, audit::Level::Notice})
        m_level->addItem(audit::levelTitle(level), int(level));
    for (const audit::BaseSet set : audit::AllBaseSets)
        m_set->addItem(audit::setTitle(set), int(set));
    choose(m_level, int(m_rule.level));
    choose(m_set, int(m_rule.set));
    m_filter->setPlaceholderText(tr("For example: url contains /shop/ and h2 empty"));
    setLines(*m_filter, 3);
    setLines(*m_why, 2);
    setLines(*m_fix, 2);
    m_verdict->setWordWrap(true);
    m_verdict->setObjectName(u"verdict"_s);
    // Two lines always have their place, so that nothing moves while somebody types.
    m_verdict->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *numbers = new QDoubleValidator(0, 1e15, 6, m_number);
    numbers->setNotation(QDoubleValidator::StandardNotation);
    m_number->setValidator(numbers);
    if (m_rule.threshold)
        m_number->setText(QLocale().toString(*m_rule.threshold, 'g', 15).remove(QLocale().groupSeparator()));
    m_id->setToolTip(tr("Small letters of the Latin alphabet, digits and _; the column “check” of exports"));
    fillColumns();
    const std::pair<QWidget *, QString> names[]{
        {m_what, u"what"_s},     {m_level, u"level"_s},   {m_set, u"set"_s},
        {m_filter, u"filter"_s}, {m_number, u"number"_s}, {m_why, u"why"_s},
        {m_fix, u"fix"_s},       {m_id, u"id"_s},         {m_columns, u"columns"_s}};
    for (const auto &[field, name] : names)
        field->setObjectName(name);
    m_columns->setAccessibleName(tr("Put a column into the filter"));
}

audit::BaseSet OwnRuleDialog::set() const
{
    return audit::BaseSet(m_set->currentData().toInt());
}

void OwnRuleDialog::fillColumns()
{
    m_columns->clear();
    m_columns->addItem(tr("Put a column into the filter…"));
    QList<std::pair<QString, QString>> columns;
    for (const table::Column &column : audit::schemaOf(set()).columns)
        columns.append({table::columnTitle(column), column.key});
    std::ranges::sort(columns, [](const auto &one, const auto &other) {
        return QString::localeAwareCompare(one.first, other.first) < 0;
    });
    for (const auto &[title, key] : columns)
        m_columns->addItem(title + u" ("_s + key + u')', key);
}

void OwnRuleDialog::insertColumn(int place)
{
    const QString key = m_columns->itemData(place).toString();
    m_columns->setCurrentIndex(0);
    if (key.isEmpty())
        return;
    QTextCursor cursor = m_filter->textCursor();
    cursor.insertText(key + u' ');
    m_filter->setTextCursor(cursor);
    m_filter->setFocus();
}

AuditRule OwnRuleDialog::rule() const
{
    AuditRule rule = m_rule;
    rule.id = m_id->text().trimmed();
    rule.what = m_what->text().simplified();
    rule.level = audit::Level(m_level->currentData().toInt());
    rule.set = set();
    rule.condition = m_filter->toPlainText().replace(u'\n', u' ').trimmed();
    rule.why = m_why->toPlainText().trimmed();
    rule.fix = m_fix->toPlainText().trimmed();
    rule.threshold.reset();
    bool isNumber = false;
    const double number = QLocale().toDouble(m_number->text(), &isNumber);
    if (isNumber && rule.condition.contains(NumberPlace))
        rule.threshold = number;
    if (rule.condition == m_rule.condition && rule.set == m_rule.set)
        return rule;
    // What is asked about is what tells what is meant.
    rule.columns.clear();
    const auto filter = audit::conditionOf(rule, m_others.schemas());
    const table::Schema &schema = m_others.schemas().of(rule.set);
    for (const table::Condition &condition : filter ? filter->conditions : QList<table::Condition>()) {
        const bool isFirst = condition.column == schema.columns.front().key;
        if (!isFirst && schema.indexOf(condition.column) && !rule.columns.contains(condition.column))
            rule.columns.append(condition.column);
    }
    return rule;
}

QString OwnRuleDialog::fault() const
{
    const AuditRule now = rule();
    if (now.condition.isEmpty())
        return tr("Say in the filter which rows are wrong.");
    if (now.condition.contains(NumberPlace) && !now.threshold)
        return tr("The filter has {n}: give its number below.");
    if (const auto filter = audit::conditionOf(now, m_others.schemas()); !filter)
        return ErrorText::sentence(filter.error());
    else if (filter->isEmpty())
        return tr("Say in the filter which rows are wrong.");
    if (now.what.isEmpty())
        return tr("Give the rule a name.");
    const auto same = std::ranges::find(m_others.rules(), now.id, &AuditRule::id);
    if (now.id != m_rule.id && same != m_others.rules().end())
        return tr("Another rule is called “%1” in files.").arg(now.id);
    audit::RuleSet rules = m_others;
    if (const Result<void> fits = rules.put(now); !fits)
        return ErrorText::sentence(fits.error());
    return {};
}

void OwnRuleDialog::check()
{
    const QString wrong = fault();
    const bool hasNumber = m_filter->toPlainText().contains(NumberPlace);
    m_number->setEnabled(hasNumber);
    m_number->setPlaceholderText(hasNumber ? QString() : tr("Only for a filter with {n} in it"));
    const bool isEmpty = m_filter->toPlainText().trimmed().isEmpty();
    const bool isUnreadable = !isEmpty && !audit::conditionOf(rule(), m_others.schemas());
    setInvalid(m_filter, isUnreadable);
    m_verdict->setText(isUnreadable      ? u"⚠ "_s + wrong
                       : wrong.isEmpty() ? tr("The filter can be read.")
                                         : wrong);
    QPalette colors = palette();
    const Palette &own = Palette::of(colors);
    colors.setColor(QPalette::WindowText, isUnreadable ? own.bad : own.muted);
    m_verdict->setPalette(colors);
    m_keep->setEnabled(wrong.isEmpty());
}

} // namespace linnet::gui
