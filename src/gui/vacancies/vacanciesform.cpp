// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/vacanciesform.h"

#include "gui/look/icons.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/run/runcontrols.h"
#include "gui/vacancies/dictionarychoices.h"
#include "gui/widgets/choose.h"
#include "ui_vacanciesform.h"
#include "vacancies/search/sources.h"

#include <QPainter>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using vacancies::SearchField;

namespace {

constexpr int OwnDates = -1;

QString periodText(int days)
{
    return days == 0 ? VacanciesForm::tr("any time") : VacanciesForm::tr("last %n day(s)", nullptr, days);
}

QString pagesText(int pages)
{
    return pages == 0 ? VacanciesForm::tr("everything that can be reached")
                      : VacanciesForm::tr("the first %L1").arg(pages * 100);
}

} // namespace

VacanciesForm::VacanciesForm(const VacanciesPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_ui(std::make_unique<Ui::VacanciesForm>())
{
    m_ui->setupUi(this);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_ui->textEdit->setMaxLength(2000); // the longest that sources take
    m_ui->salarySpin->setGroupSeparatorShown(true);
    m_ui->morePanel->hide();
    m_ui->problemsLabel->hide();
    m_ui->textEdit->addAction(lineIcon("search"_L1, IconTint::Muted), QLineEdit::LeadingPosition);
    fillLists();
    addAddresses();
    connectFields();
    setValues(VacanciesValues());
}

VacanciesForm::~VacanciesForm() = default;

void VacanciesForm::fillLists()
{
    m_ui->fieldBox->addItem(tr("in the title"), int(SearchField::Name));
    m_ui->fieldBox->addItem(tr("in the company's name"), int(SearchField::Company));
    m_ui->fieldBox->addItem(tr("in the description"), int(SearchField::Description));
    m_ui->fieldBox->addItem(tr("anywhere"), int(SearchField::Any));
    using Kind = vacancies::Dictionary::Kind;
    m_ui->areasBox->setChoices(dictionaryChoices(Kind::HhAreas), tr("all regions"));
    m_ui->experienceBox->setChoices(dictionaryChoices(Kind::Experience), tr("any experience"));
    m_ui->workFormatBox->setChoices(dictionaryChoices(Kind::WorkFormat), tr("any", "work format"));
    m_ui->employmentBox->setChoices(dictionaryChoices(Kind::Employment), tr("any", "employment"));
    m_ui->rolesBox->setChoices(dictionaryChoices(Kind::HhRoles), tr("any", "role"));
    m_ui->sourcesBox->setChoices(sourceChoices(), tr("choose a source"));
    for (const int days : {0, 1, 3, 7, 14, 30})
        m_ui->periodBox->addItem(periodText(days), days);
    m_ui->periodBox->addItem(tr("dates…"), OwnDates);
    m_ui->currencyBox->addItem(tr("the source's own"), QString());
    for (const Choice &currency : dictionaryChoices(Kind::Currencies))
        m_ui->currencyBox->addItem(currency.title, currency.id);
    for (const int pages : {0, 1, 2, 5, 10, 20})
        m_ui->pagesBox->addItem(pagesText(pages), pages);
    m_ui->detailsBox->addItem(QString(), true);
    m_ui->detailsBox->addItem(QString(), false);
    const QString version = QStringLiteral(LINNET_VERSION);
    m_ui->userAgentEdit->setPlaceholderText(u"Linnet/"_s + version);
}

/// A field for the address of each source, behind the last one of the panel.
void VacanciesForm::addAddresses()
{
    constexpr int FieldsInARow = 3;
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    m_ui->moreLayout->getItemPosition(m_ui->moreLayout->indexOf(m_ui->userAgentEdit), &row, &column, &rows,
                                      &columns);
    QWidget *before = m_ui->userAgentEdit;
    int place = column / 2;
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        ++place;
        auto *edit = new QLineEdit(m_ui->morePanel);
        edit->setObjectName(source->id() + "AddressEdit"_L1);
        edit->setPlaceholderText(source->defaultBase().toString());
        edit->setToolTip(tr("Only for another server with the same interface"));
        auto *label = new QLabel(tr("Address of %1:").arg(source->shortTitle()), m_ui->morePanel);
        label->setBuddy(edit);
        const int line = row + place / FieldsInARow;
        m_ui->moreLayout->addWidget(label, line, place % FieldsInARow * 2);
        m_ui->moreLayout->addWidget(edit, line, place % FieldsInARow * 2 + 1);
        setTabOrder(before, edit);
        before = edit;
        m_addresses.emplace_back(source->id(), edit);
    }
}

void VacanciesForm::connectFields()
{
    const auto touched = [this] {
        if (m_filling)
            return;
        showDependents();
        Q_EMIT changed();
    };
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        connect(edit, &QLineEdit::textChanged, this, touched);
        connect(edit, &QLineEdit::returnPressed, this, &VacanciesForm::searchRequested);
    }
    for (QComboBox *box : findChildren<QComboBox *>()) {
        if (m_ui->proxyPicker->isAncestorOf(box))
            continue; // has a signal of its own
        if (auto *choices = qobject_cast<ChoiceBox *>(box)) {
            connect(choices, &ChoiceBox::checkedChanged, this, touched);
        } else {
            connect(box, &QComboBox::currentIndexChanged, this, touched);
            box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        }
    }
    connect(m_ui->proxyPicker, &ProxyPicker::changed, this, touched);
    connect(m_ui->salarySpin, &QSpinBox::valueChanged, this, touched);
    connect(m_ui->timeoutSpin, &QSpinBox::valueChanged, this, touched);
    connect(m_ui->onlySalaryCheck, &QCheckBox::toggled, this, touched);
    connect(m_ui->dateFromEdit, &QDateEdit::dateChanged, this, touched);
    connect(m_ui->dateToEdit, &QDateEdit::dateChanged, this, touched);
    connect(m_ui->moreButton, &QPushButton::toggled, m_ui->morePanel, &QWidget::setVisible);
    connect(m_ui->periodBox, &QComboBox::activated, this, [this](int index) {
        if (m_ui->periodBox->itemData(index).toInt() == OwnDates) {
            m_ui->moreButton->setChecked(true);
            m_ui->dateFromEdit->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(m_ui->paceBox, &PaceBox::chosen, this, &VacanciesForm::paceChanged);
}

VacanciesValues VacanciesForm::values() const
{
    VacanciesValues values;
    values.text = m_ui->textEdit->text();
    values.field = SearchField(m_ui->fieldBox->currentData().toInt());
    values.exclude = m_ui->excludeEdit->text();
    values.areas = m_ui->areasBox->checked();
    values.experience = m_ui->experienceBox->checked();
    values.workFormat = m_ui->workFormatBox->checked();
    values.employment = m_ui->employmentBox->checked();
    values.roles = m_ui->rolesBox->checked();
    values.salary = m_ui->salarySpin->value();
    values.currency = m_ui->currencyBox->currentData().toString();
    values.onlyWithSalary = m_ui->onlySalaryCheck->isChecked();
    values.period = m_ui->periodBox->currentData().toInt();
    if (values.period == OwnDates) {
        values.dateFrom = m_ui->dateFromEdit->date();
        values.dateTo = m_ui->dateToEdit->date();
    }
    values.pages = m_ui->pagesBox->currentData().toInt();
    values.details = m_ui->detailsBox->currentData().toBool();
    values.sources = m_ui->sourcesBox->checked();
    values.delay = m_ui->paceBox->delay();
    values.userAgent = m_ui->userAgentEdit->text().trimmed();
    values.timeout = m_ui->timeoutSpin->value();
    values.proxy = m_ui->proxyPicker->use();
    for (const auto &[source, edit] : m_addresses) {
        if (!edit->text().trimmed().isEmpty())
            values.bases.insert(source, edit->text().trimmed());
    }
    return values;
}

void VacanciesForm::setValues(const VacanciesValues &values)
{
    m_filling = true;
    m_ui->textEdit->setText(values.text);
    choose(m_ui->fieldBox, int(values.field));
    m_ui->excludeEdit->setText(values.exclude);
    m_ui->areasBox->setChecked(values.areas);
    m_ui->experienceBox->setChecked(values.experience);
    m_ui->workFormatBox->setChecked(values.workFormat);
    m_ui->employmentBox->setChecked(values.employment);
    m_ui->rolesBox->setChecked(values.roles);
    m_ui->salarySpin->setValue(int(std::min<qint64>(values.salary, m_ui->salarySpin->maximum())));
    choose(m_ui->currencyBox, values.currency, values.currency);
    m_ui->onlySalaryCheck->setChecked(values.onlyWithSalary);
    choose(m_ui->periodBox, values.period, periodText(values.period));
    const QDate today = QDate::currentDate();
    m_ui->dateToEdit->setDate(values.dateTo.isValid() ? values.dateTo : today);
    const QDate from = values.period == OwnDates ? QDate(2000, 1, 1) : today.addDays(-30);
    m_ui->dateFromEdit->setDate(values.dateFrom.isValid() ? values.dateFrom : from);
    choose(m_ui->pagesBox, values.pages, pagesText(values.pages));
    choose(m_ui->detailsBox, values.details);
    m_ui->sourcesBox->setChecked(values.sources);
    m_ui->paceBox->setDelay(values.delay);
    m_ui->userAgentEdit->setText(values.userAgent);
    m_ui->timeoutSpin->setValue(values.timeout);
    m_ui->proxyPicker->setUse(values.proxy);
    for (const auto &[source, edit] : m_addresses)
        edit->setText(values.bases.value(source));
    m_filling = false;
    showDependents();
    showProblems({}, false);
    Q_EMIT changed();
}

void VacanciesForm::showDependents()
{
    const VacanciesValues now = values();
    const int more = VacanciesPresenter::moreFilters(now);
    m_ui->moreButton->setText(more > 0 ? tr("More filters (%1)").arg(more) : tr("More filters"));
    const bool dates = now.period == OwnDates;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->datesLabel, m_ui->dateFromEdit,
                                                            m_ui->datesDash, m_ui->dateToEdit})
        widget->setEnabled(dates);
    m_ui->salarySpin->setPrefix(tr("from ", "before an amount of money"));
    m_ui->salarySpin->setSuffix(u' ' + VacanciesPresenter::currencySign(now.currency));
    const bool details = VacanciesPresenter::hasDetails(now);
    m_ui->detailsBox->setVisible(details && m_ui->textEdit->isEnabled());
    for (int i = 0; i < m_ui->detailsBox->count() && details; ++i)
        m_ui->detailsBox->setItemText(
            i, VacanciesPresenter::detailsText(now, m_ui->detailsBox->itemData(i).toBool()));
}

QWidget *VacanciesForm::widgetOf(VacanciesField field) const
{
    switch (field) {
    case VacanciesField::Text:
        return m_ui->textEdit;
    case VacanciesField::Exclude:
        return m_ui->excludeEdit;
    case VacanciesField::Areas:
        return m_ui->areasBox;
    case VacanciesField::Salary:
        return m_ui->salarySpin;
    case VacanciesField::Currency:
        return m_ui->currencyBox;
    case VacanciesField::Dates:
        return m_ui->dateFromEdit;
    case VacanciesField::Sources:
        return m_ui->sourcesBox;
    case VacanciesField::UserAgent:
        return m_ui->userAgentEdit;
    case VacanciesField::Address:
        for (const auto &[source, edit] : m_addresses) {
            if (!edit->text().isEmpty())
                return edit;
        }
        break;
    case VacanciesField::Proxy:
        return m_ui->proxyPicker->box();
    case VacanciesField::Other:
        break;
    }
    return nullptr;
}

void VacanciesForm::showProblems(const QList<VacanciesProblem> &problems, bool takeFocus)
{
    QStringList lines;
    QList<QWidget *> wrong;
    for (const VacanciesProblem &problem : problems) {
        lines << problem.text;
        if (QWidget *widget = widgetOf(problem.field))
            wrong << widget;
    }
    for (int field = 0; field <= int(VacanciesField::Other); ++field) {
        if (QWidget *widget = widgetOf(VacanciesField(field)))
            setInvalid(widget, wrong.contains(widget));
    }
    QPalette red = palette();
    red.setColor(QPalette::WindowText, Palette::of(red).bad);
    m_ui->problemsLabel->setPalette(red);
    m_ui->problemsLabel->setText(lines.join(u'\n'));
    m_ui->problemsLabel->setVisible(!lines.isEmpty());
    if (!takeFocus || wrong.isEmpty())
        return;
    if (m_ui->morePanel->isAncestorOf(wrong.first()))
        m_ui->moreButton->setChecked(true);
    wrong.first()->setFocus(Qt::OtherFocusReason);
}

void VacanciesForm::setLocked(bool locked)
{
    if (m_ui->textEdit->isEnabled() == !locked)
        return;
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui->textEdit, m_ui->fieldBox, m_ui->areasBox, m_ui->experienceBox, m_ui->salarySpin,
             m_ui->periodBox, m_ui->morePanel, m_ui->sourcesBox, m_ui->proxyPicker})
        widget->setEnabled(!locked);
    showDependents();
}

void VacanciesForm::focusText()
{
    m_ui->textEdit->setFocus(Qt::OtherFocusReason);
    m_ui->textEdit->selectAll();
}

void VacanciesForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(QPen(Palette::of(palette()).line, 1));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

ProxyPicker &VacanciesForm::proxyPicker() const
{
    return *m_ui->proxyPicker;
}

RunControls &VacanciesForm::controls() const
{
    return *m_ui->runControls;
}

} // namespace linnet::gui
