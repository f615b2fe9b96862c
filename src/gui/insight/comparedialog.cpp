// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/comparedialog.h"

#include "base/errortext.h"
#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "table/filterparser.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int CompareDialogWidth = 560;
constexpr int LongestSideName = 60;

} // namespace

CompareDialog::CompareDialog(const table::Schema &schema, const table::Filter &filter, const QString &shown,
                             const QList<Run> &runs, QWidget *parent)
    : QDialog(parent)
    , m_schema(schema)
    , m_filter(table::FilterParser(schema).toText(filter))
    , m_shown(shown)
    , m_byFilter(new QRadioButton(tr("&Other rows of the same search:"), this))
    , m_byRun(new QRadioButton(tr("The same rows of another &run:"), this))
    , m_text(new QLineEdit(m_filter, this))
    , m_runs(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_otherName(new QLineEdit(this))
    , m_fault(new QLabel(this))
{
    setWindowTitle(tr("Compare with"));
    m_byFilter->setObjectName(u"byFilter"_s);
    m_byRun->setObjectName(u"byRun"_s);
    m_text->setObjectName(u"filter"_s);
    m_runs->setObjectName(u"runs"_s);
    m_name->setObjectName(u"name"_s);
    m_otherName->setObjectName(u"otherName"_s);
    m_fault->setObjectName(u"fault"_s);
    m_text->setPlaceholderText(tr("all rows; or a filter, as: area = Kazan and has_test = true"));
    m_text->setAccessibleName(tr("Filter of the other rows"));
    m_runs->setAccessibleName(tr("The other run"));
    for (const Run &run : runs)
        m_runs->addItem(run.name, run.id);
    m_runs->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_byRun->setEnabled(!runs.isEmpty());
    m_byRun->setToolTip(runs.isEmpty() ? tr("The project has no other run of this kind.") : QString());
    m_byFilter->setChecked(true);
    for (QLineEdit *name : {m_name, m_otherName})
        name->setMaxLength(LongestSideName);
    m_fault->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *compare = buttons->addButton(tr("Compare"), QDialogButtonBox::AcceptRole);
    compare->setDefault(true);
    setPrimary(compare);
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(m_byFilter);
    form->addRow(m_text);
    form->addRow(m_byRun);
    form->addRow(m_runs);
    form->addRow(tr("&What is shown, called:"), m_name);
    form->addRow(tr("The &others, called:"), m_otherName);
    form->addRow(m_fault);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &CompareDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_byFilter, &QRadioButton::toggled, this, &CompareDialog::update);
    connect(m_text, &QLineEdit::textChanged, this, &CompareDialog::update);
    connect(m_runs, &QComboBox::currentIndexChanged, this, &CompareDialog::update);
    update();
    resize(scaled(CompareDialogWidth), sizeHint().height());
    m_text->setFocus();
}

/// "Kazan" of `area = Kazan`, else the filter as it is.
QString CompareDialog::usualName(const QString &filter) const
{
    const auto read = table::FilterParser(m_schema).parse(filter);
    if (!read || read->conditions.isEmpty())
        return tr("all rows");
    const table::Condition &only = read->conditions.front();
    const bool isOne = read->conditions.size() == 1 && !only.negated && only.operands.size() == 1 &&
                       (only.op == table::FilterOp::Equals || only.op == table::FilterOp::OneOf ||
                        only.op == table::FilterOp::Contains);
    const QString text = isOne ? table::toText(only.operands.front()) : QString();
    return (text.isEmpty() ? filter.simplified() : text).left(LongestSideName);
}

void CompareDialog::update()
{
    const bool isByRun = m_byRun->isChecked();
    m_text->setEnabled(!isByRun);
    m_runs->setEnabled(isByRun);
    m_name->setPlaceholderText(isByRun ? m_shown.left(LongestSideName) : usualName(m_filter));
    m_otherName->setPlaceholderText(isByRun ? m_runs->currentText().left(LongestSideName)
                                            : usualName(m_text->text()));
    m_fault->clear();
}

void CompareDialog::accept()
{
    Choice choice;
    const auto nameOf = [](const QLineEdit &field) {
        const QString name = field.text().simplified();
        return name.isEmpty() ? field.placeholderText() : name;
    };
    choice.name = nameOf(*m_name);
    choice.otherName = nameOf(*m_otherName);
    if (m_byRun->isChecked()) {
        choice.run = m_runs->currentData().toLongLong();
    } else {
        const auto filter = table::FilterParser(m_schema).parse(m_text->text());
        if (!filter) {
            m_fault->setText(u"⚠ "_s + ErrorText::sentence(filter.error()));
            m_text->setFocus();
            return;
        }
        if (table::FilterParser(m_schema).toText(*filter) == m_filter) {
            m_fault->setText(u"⚠ "_s + tr("This is what the table shows already. Change the filter, for "
                                          "example the name of the place."));
            m_text->setFocus();
            return;
        }
        choice.filter = *filter;
    }
    if (choice.name == choice.otherName) {
        m_fault->setText(u"⚠ "_s + tr("Both sides have the same name. Call one of them something else."));
        m_otherName->setFocus();
        return;
    }
    m_choice = std::move(choice);
    QDialog::accept();
}

} // namespace linnet::gui
