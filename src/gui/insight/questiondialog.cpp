// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/questiondialog.h"

#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "gui/widgets/choose.h"
#include "table/vacancyschema.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::OwnQuestion;
using table::Column;

namespace {

constexpr int QuestionDialogWidth = 480;
constexpr int LongestQuestionName = 200;

/// What is looked for first stands first: the columns of the facets, then by name.
std::vector<const Column *> chosenColumns(const table::Schema &schema, bool (*isMeant)(const Column &))
{
    std::vector<const Column *> columns;
    for (const Column &column : schema.columns) {
        if (isMeant(column))
            columns.push_back(&column);
    }
    std::ranges::stable_sort(columns, [](const Column *one, const Column *other) {
        const bool isFirst = one->facet > 0;
        if (isFirst != (other->facet > 0))
            return isFirst;
        return isFirst
                   ? one->facet < other->facet
                   : QString::localeAwareCompare(table::columnTitle(*one), table::columnTitle(*other)) < 0;
    });
    return columns;
}

} // namespace

QuestionDialog::QuestionDialog(const table::Schema &schema, const OwnQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_schema(schema)
    , m_question(question)
    , m_name(new QLineEdit(this))
    , m_by(new QComboBox(this))
    , m_measure(new QComboBox(this))
    , m_split(new QComboBox(this))
{
    setWindowTitle(question.by.isEmpty() ? tr("New question") : tr("Change the question"));
    m_by->setObjectName(u"by"_s);
    m_measure->setObjectName(u"measure"_s);
    m_split->setObjectName(u"split"_s);
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(LongestQuestionName);
    m_measure->setToolTip(
        tr("What is told of each group: how many there are, or the middle and the spread of "
           "a number"));
    m_split->setToolTip(tr("Each group is cut by a second column, as pay by region by experience"));
    fill();
    choose(m_by, question.by);
    choose(m_measure, question.measure);
    choose(m_split, question.split);
    auto *hint =
        new QLabel(tr("It is kept in the project and shown for every table that has these columns."), this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *keep = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    keep->setDefault(true);
    setPrimary(keep);
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&By:"), m_by);
    form->addRow(tr("&Measure:"), m_measure);
    form->addRow(tr("&Split by:"), m_split);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(hint);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QComboBox *box : {m_by, m_measure, m_split})
        connect(box, &QComboBox::currentIndexChanged, this, &QuestionDialog::update);
    update();
    if (question.name != usualName())
        m_name->setText(question.name);
    resize(scaled(QuestionDialogWidth), sizeHint().height());
}

void QuestionDialog::fill()
{
    m_split->addItem(tr("nothing"), QString());
    for (const Column *column : chosenColumns(m_schema, &OwnQuestion::canGroup)) {
        m_by->addItem(table::columnTitle(*column), QString(column->key));
        if (!OwnQuestion::isAmount(*column))
            m_split->addItem(table::columnTitle(*column), QString(column->key));
    }
    const bool isOfAds = &m_schema.rows() == &table::vacancySchema();
    m_measure->addItem(isOfAds ? tr("Number of ads") : tr("Number of addresses"), QString());
    const std::vector<const Column *> numbers = chosenColumns(m_schema, &OwnQuestion::canMeasure);
    const auto add = [this](const Column *column) {
        m_measure->addItem(table::columnTitle(*column), QString(column->key));
    };
    const auto pay = std::ranges::find(numbers, "pay"_L1, &Column::key);
    if (pay != numbers.end())
        add(*pay);
    for (const Column *column : numbers) {
        if (column->key != "pay"_L1)
            add(column);
    }
}

void QuestionDialog::update()
{
    m_question = question();
    m_name->setPlaceholderText(usualName());
    // An amount that is only counted is spread over an axis: nothing is left to cut.
    const auto index = m_schema.indexOf(m_question.by);
    const bool isSpread =
        index && OwnQuestion::isAmount(m_schema.columns[size_t(*index)]) && m_question.measure.isEmpty();
    m_split->setEnabled(!isSpread);
}

QString QuestionDialog::title(const QString &key) const
{
    const auto index = m_schema.indexOf(key);
    return index ? table::columnTitle(m_schema.columns[size_t(*index)]) : key;
}

QString QuestionDialog::usualName() const
{
    const QString measure =
        m_measure->currentIndex() > 0 ? title(m_question.measure) : m_measure->itemText(0);
    return m_question.split.isEmpty() ? tr("%1 by: %2", "Pay by: region").arg(measure, title(m_question.by))
                                      : tr("%1 by: %2, %3", "Pay by: region, experience")
                                            .arg(measure, title(m_question.by), title(m_question.split));
}

OwnQuestion QuestionDialog::question() const
{
    OwnQuestion question = m_question;
    question.by = m_by->currentData().toString();
    question.measure = m_measure->currentData().toString();
    question.split = m_split->isEnabled() ? m_split->currentData().toString() : QString();
    if (question.split == question.by)
        question.split.clear();
    const QString name = m_name->text().simplified();
    question.name = name.isEmpty() ? m_name->placeholderText() : name;
    return question;
}

} // namespace linnet::gui
