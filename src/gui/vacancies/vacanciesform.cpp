// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/vacanciesform.h"

#include "gui/look/icons.h"
#include "gui/run/runcontrols.h"
#include "gui/vacancies/dictionarychoices.h"
#include "gui/vacancies/queriesdialog.h"
#include "gui/widgets/choose.h"
#include "gui/widgets/fieldgrid.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/searchicon.h"
#include "ui_vacanciesform.h"
#include "vacancies/search/sources.h"

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
    : FormOf(parent)
    , m_presenter(presenter)
    , m_ui(std::make_unique<Ui::VacanciesForm>())
    , m_remarks(new QLabel(this))
    , m_reading([this](const SearchList::Told &told) {
        m_listed = told.count;
        m_remarks->setText(told.remarks);
        showList();
        showDependents();
        Q_EMIT this->told();
    })
    , m_areas([this](std::vector<Choice> choices) {
        fill([this, &choices] { m_ui->areasBox->setChoices(std::move(choices), tr("all regions")); });
        Q_EMIT told();
    })
{
    m_ui->setupUi(this);
    FlowLayout::insteadOf(m_ui->firstRow);
    FlowLayout::insteadOf(m_ui->lastRow);
    addAddresses();
    m_remarks->setObjectName(u"listRemarks"_s);
    m_remarks->setWordWrap(true);
    m_remarks->setTextFormat(Qt::PlainText);
    m_remarks->setForegroundRole(QPalette::PlaceholderText);
    m_ui->formLayout->insertWidget(m_ui->formLayout->count() - 1, m_remarks);
    m_ui->formLayout->insertWidget(m_ui->formLayout->count() - 1, problemsLabel());
    setUp(*m_ui->textEdit, *m_ui->runControls, m_ui->paceBox, m_ui->proxyPicker);
    setMore(*m_ui->moreButton, *m_ui->morePanel);
    m_ui->textEdit->setMaxLength(2000); // the longest that sources take
    m_ui->salarySpin->setGroupSeparatorShown(true);
    addSearchIcon(*m_ui->textEdit);
    m_ui->listButton->setIcon(lineIcon("search"_L1, IconTint::Muted));
    const QString version = QStringLiteral(LINNET_VERSION);
    m_ui->userAgentEdit->setPlaceholderText(u"Linnet/"_s + version);
    fillLists();
    connectFields();
    setValues(VacanciesValues());
}

VacanciesForm::~VacanciesForm() = default;

/// A field for the address of each source, behind the last one of the panel.
void VacanciesForm::addAddresses()
{
    FieldGrid *grid = FieldGrid::insteadOf(m_ui->moreLayout, 3);
    QWidget *before = m_ui->contactsCheck;
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        auto *edit = new QLineEdit(m_ui->morePanel);
        edit->setObjectName(source->id() + "AddressEdit"_L1);
        edit->setPlaceholderText(source->defaultBase().toString());
        auto *label = new QLabel(m_ui->morePanel);
        label->setBuddy(edit);
        grid->addPair(new QWidgetItem(label), new QWidgetItem(edit));
        setTabOrder(before, edit);
        before = edit;
        m_addresses.push_back({source, label, edit});
    }
    sayAddresses();
}

void VacanciesForm::sayAddresses()
{
    for (const Address &address : m_addresses) {
        address.label->setText(tr("Address of %1:").arg(address.source->shortTitle()));
        address.edit->setToolTip(tr("Only for another server with the same interface"));
    }
}

void VacanciesForm::fillLists()
{
    refill(m_ui->fieldBox, {{tr("in the title"), int(SearchField::Name)},
                            {tr("in the company's name"), int(SearchField::Company)},
                            {tr("in the description"), int(SearchField::Description)},
                            {tr("anywhere"), int(SearchField::Any)}});
    using Kind = vacancies::Dictionary::Kind;
    fillDictionaries();
    m_ui->experienceBox->setChoices(dictionaryChoices(Kind::Experience), tr("any experience"));
    m_ui->workFormatBox->setChoices(dictionaryChoices(Kind::WorkFormat), tr("any", "work format"));
    m_ui->employmentBox->setChoices(dictionaryChoices(Kind::Employment), tr("any", "employment"));
    m_ui->sourcesBox->setChoices(sourceChoices(), tr("choose a source"));
    QList<std::pair<QString, QVariant>> periods;
    for (const int days : {0, 1, 3, 7, 14, 30})
        periods.append({periodText(days), days});
    periods.append({tr("dates…"), OwnDates});
    refill(m_ui->periodBox, periods, periodText(m_ui->periodBox->currentData().toInt()));
    QList<std::pair<QString, QVariant>> currencies{{tr("the source's own"), QString()}};
    for (const Choice &currency : dictionaryChoices(Kind::Currencies))
        currencies.append({currency.title, currency.id});
    refill(m_ui->currencyBox, currencies, m_ui->currencyBox->currentData().toString());
    QList<std::pair<QString, QVariant>> pages;
    for (const int number : {0, 1, 2, 5, 10, 20})
        pages.append({pagesText(number), number});
    refill(m_ui->pagesBox, pages, pagesText(m_ui->pagesBox->currentData().toInt()));
    refill(m_ui->detailsBox, {{QString(), true}, {QString(), false}});
    QList<std::pair<QString, QVariant>> sites;
    for (const QString &site : vacancies::knownSites())
        sites.append(sites.isEmpty() ? std::pair(tr("%1 (as usual)").arg(site), QVariant(QString()))
                                     : std::pair(site, QVariant(site)));
    refill(m_ui->siteBox, sites, m_ui->siteBox->currentData().toString());
    m_ui->employersEdit->sayTexts();
}

void VacanciesForm::fillDictionaries()
{
    using Kind = vacancies::Dictionary::Kind;
    for (const auto &[box, kind] : {std::pair{m_ui->areasBox, Kind::HhAreas},
                                    {m_ui->rolesBox, Kind::HhRoles},
                                    {m_ui->industriesBox, Kind::HhIndustries}})
        box->setNames([kind](const QString &id) { return dictionaryName(kind, id); });
    fillAreas();
    m_ui->rolesBox->setChoices(dictionaryChoices(Kind::HhRoles), tr("any", "role"));
    m_ui->industriesBox->setEmptyHint(
        tr("The list comes from hh.ru. It is asked for when a search there is prepared whose terms you have "
           "accepted, and is kept then."));
    m_ui->industriesBox->setChoices(dictionaryChoices(Kind::HhIndustries), tr("any", "industry"));
}

void VacanciesForm::fillAreas()
{
    using Kind = vacancies::Dictionary::Kind;
    if (!isLongDictionary(Kind::HhAreas)) {
        m_areas.forget();
        m_ui->areasBox->setChoices(dictionaryChoices(Kind::HhAreas), tr("all regions"));
        return;
    }
    if (m_ui->areasBox->count() > 0 && m_ui->areasBox->currentText().isEmpty())
        m_ui->areasBox->setChoices({}, tr("all regions")); // for the moment
    m_areas.start([locale = QLocale()] { return dictionaryChoices(Kind::HhAreas, locale); });
}

void VacanciesForm::refillDictionaries()
{
    fill([this] { fillDictionaries(); });
    Q_EMIT told();
}

void VacanciesForm::connectFields()
{
    connect(m_ui->employersEdit, &EmployersEdit::changed, this, &VacanciesForm::touch);
    connect(m_ui->employersEdit, &EmployersEdit::returnPressed, this, &VacanciesForm::startRequested);
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        if (m_ui->employersEdit->isAncestorOf(edit))
            continue; // has signals of its own
        connect(edit, &QLineEdit::textChanged, this, &VacanciesForm::touch);
        connect(edit, &QLineEdit::returnPressed, this, &VacanciesForm::startRequested);
    }
    connect(m_ui->textEdit, &QueryEdit::linesPasted, this, [this](const QString &text) {
        const QString typed = m_ui->textEdit->text().trimmed();
        setList(typed.isEmpty() ? text : typed + u'\n' + text);
    });
    connect(m_ui->listButton, &QPushButton::clicked, this, &VacanciesForm::openList);
    connect(m_ui->listAction, &QAbstractButton::clicked, this, &VacanciesForm::openList);
    connect(m_ui->textEdit, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (const auto pasted = m_presenter.fromAddress(values(), text)) {
            setValues(*pasted);
            touch();
        }
    });
    for (QComboBox *box : findChildren<QComboBox *>()) {
        if (m_ui->proxyPicker->isAncestorOf(box))
            continue; // has a signal of its own
        if (auto *choices = qobject_cast<ChoiceBox *>(box)) {
            connect(choices, &ChoiceBox::checkedChanged, this, &VacanciesForm::touch);
        } else {
            connect(box, &QComboBox::currentIndexChanged, this, &VacanciesForm::touch);
            box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        }
    }
    for (QSpinBox *spin : {m_ui->salarySpin, m_ui->timeoutSpin})
        connect(spin, &QSpinBox::valueChanged, this, &VacanciesForm::touch);
    for (QCheckBox *check : {m_ui->onlySalaryCheck, m_ui->contactsCheck})
        connect(check, &QCheckBox::toggled, this, &VacanciesForm::touch);
    for (QDateEdit *edit : {m_ui->dateFromEdit, m_ui->dateToEdit})
        connect(edit, &QDateEdit::dateChanged, this, &VacanciesForm::touch);
    connect(m_ui->periodBox, &QComboBox::activated, this, [this](int index) {
        if (m_ui->periodBox->itemData(index).toInt() == OwnDates) {
            m_ui->moreButton->setChecked(true);
            m_ui->dateFromEdit->setFocus(Qt::OtherFocusReason);
        }
    });
}

void VacanciesForm::touch()
{
    if (isFilling())
        return;
    showDependents();
    if (saysProblems())
        sayProblems(false);
    if (!m_list.isEmpty())
        readList(); // it is asked in other regions, perhaps
    Q_EMIT touched();
    Q_EMIT told();
}

void VacanciesForm::openList()
{
    VacanciesValues now = values();
    if (now.list.isEmpty())
        now.list = VacanciesPresenter::texts(now.text).join(u'\n');
    auto *dialog = new QueriesDialog(now, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { setList(dialog->list()); });
    dialog->open();
}

void VacanciesForm::setList(const QString &list)
{
    if (isLocked())
        return;
    m_list = list;
    m_listed = 0;
    fill([this] { m_ui->textEdit->clear(); });
    showList();
    touch();
}

void VacanciesForm::readList()
{
    m_reading.start([values = values()] { return SearchList::tell(values); });
}

void VacanciesForm::showList()
{
    const bool isList = !m_list.isEmpty();
    if (!isList)
        m_remarks->clear();
    m_ui->textEdit->setVisible(!isList);
    m_ui->listAction->setVisible(!isList);
    m_ui->listButton->setVisible(isList);
    m_ui->listButton->setText(m_listed > 0 ? tr("List of %Ln search(es)…", nullptr, m_listed)
                                           : tr("List of searches…"));
    m_remarks->setVisible(isList && !m_remarks->text().isEmpty());
}

void VacanciesForm::showListProblem(const QString &text)
{
    m_remarks->hide(); // it says the same
    RunForm::sayProblems({{m_ui->listButton, text}}, true);
}

void VacanciesForm::retranslate()
{
    fill([this] {
        m_ui->retranslateUi(this);
        sayAddresses();
        fillLists();
        showDependents();
        if (saysProblems())
            sayProblems(false);
    });
    showList();
    if (!m_list.isEmpty())
        readList(); // what it says of itself
    Q_EMIT told();
}

QString VacanciesForm::summary() const
{
    return m_presenter.summary(values());
}

Reading VacanciesForm::reading() const
{
    return VacanciesPresenter::reading(values());
}

EmployersEdit &VacanciesForm::employers() const
{
    return *m_ui->employersEdit;
}

QLineEdit &VacanciesForm::textField() const
{
    return *m_ui->textEdit;
}

VacanciesValues VacanciesForm::values() const
{
    VacanciesValues values;
    values.text = m_ui->textEdit->text();
    values.list = m_list;
    values.listed = m_listed;
    values.field = SearchField(m_ui->fieldBox->currentData().toInt());
    values.exclude = m_ui->excludeEdit->text();
    values.areas = m_ui->areasBox->checked();
    values.experience = m_ui->experienceBox->checked();
    values.workFormat = m_ui->workFormatBox->checked();
    values.employment = m_ui->employmentBox->checked();
    values.roles = m_ui->rolesBox->checked();
    values.industries = m_ui->industriesBox->checked();
    values.employers = m_ui->employersEdit->ids();
    values.unknownEmployer = m_ui->employersEdit->unknown();
    values.site = m_ui->siteBox->currentData().toString();
    values.salary = m_ui->salarySpin->value();
    values.currency = m_ui->currencyBox->currentData().toString();
    values.onlyWithSalary = m_ui->onlySalaryCheck->isChecked();
    values.contacts = m_ui->contactsCheck->isChecked();
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
    for (const Address &address : m_addresses) {
        if (const QString typed = address.edit->text().trimmed(); !typed.isEmpty())
            values.bases.insert(address.source->id(), typed);
    }
    return values;
}

void VacanciesForm::setValues(const VacanciesValues &values)
{
    fill([&] {
        m_ui->textEdit->setText(values.text);
        m_list = values.list;
        m_listed = m_list.isEmpty() ? 0 : values.listed;
        m_remarks->clear();
        choose(m_ui->fieldBox, int(values.field));
        m_ui->excludeEdit->setText(values.exclude);
        m_ui->areasBox->setChecked(values.areas);
        m_ui->experienceBox->setChecked(values.experience);
        m_ui->workFormatBox->setChecked(values.workFormat);
        m_ui->employmentBox->setChecked(values.employment);
        m_ui->rolesBox->setChecked(values.roles);
        m_ui->industriesBox->setChecked(values.industries);
        m_ui->employersEdit->setIds(values.employers);
        choose(m_ui->siteBox, values.site, values.site);
        m_ui->salarySpin->setValue(int(std::min<qint64>(values.salary, m_ui->salarySpin->maximum())));
        choose(m_ui->currencyBox, values.currency, values.currency);
        m_ui->onlySalaryCheck->setChecked(values.onlyWithSalary);
        m_ui->contactsCheck->setChecked(values.contacts);
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
        for (const Address &address : m_addresses)
            address.edit->setText(values.bases.value(address.source->id()));
    });
    m_reading.forget();
    showList();
    showDependents();
    if (!m_list.trimmed().isEmpty())
        readList();
    RunForm::sayProblems({}, false);
    Q_EMIT told();
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
    m_ui->contactsNote->setVisible(now.contacts);
    showAddresses(now);
    m_ui->salarySpin->setPrefix(tr("from ", "before an amount of money"));
    m_ui->salarySpin->setSuffix(u' ' + VacanciesPresenter::currencySign(now.currency));
    const bool details = VacanciesPresenter::hasDetails(now);
    m_ui->detailsBox->setVisible(details && !isLocked());
    for (int i = 0; i < m_ui->detailsBox->count() && details; ++i)
        m_ui->detailsBox->setItemText(
            i, VacanciesPresenter::detailsText(now, m_ui->detailsBox->itemData(i).toBool()));
}

/// Those of the chosen sources. Where there are many, there is no room for what hardly anybody wants: then
/// only those that have something in them.
void VacanciesForm::showAddresses(const VacanciesValues &now)
{
    constexpr qsizetype Roomy = 3;
    for (const Address &address : m_addresses) {
        const QString id = address.source->id();
        const bool shown =
            now.bases.contains(id) || (now.sources.contains(id) && now.sources.size() <= Roomy);
        address.label->setVisible(shown);
        address.edit->setVisible(shown);
    }
}

QWidget *VacanciesForm::widgetOf(const VacanciesProblem &problem) const
{
    switch (problem.field) {
    case VacanciesField::Text:
        return m_list.isEmpty() ? static_cast<QWidget *>(m_ui->textEdit) : m_ui->listButton;
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
    case VacanciesField::Employers:
        return m_ui->employersEdit;
    case VacanciesField::Sources:
        return m_ui->sourcesBox;
    case VacanciesField::UserAgent:
        return m_ui->userAgentEdit;
    case VacanciesField::Address:
        for (const Address &address : m_addresses) {
            if (address.source->id() == problem.source)
                return address.edit;
        }
        break;
    case VacanciesField::Proxy:
        return m_ui->proxyPicker->box();
    case VacanciesField::Other:
        break;
    }
    return nullptr;
}

void VacanciesForm::sayProblems(bool takeFocus)
{
    QList<Problem> said;
    for (const VacanciesProblem &problem : m_presenter.problems(values(), QDate::currentDate()))
        said.append({widgetOf(problem), problem.text});
    RunForm::sayProblems(said, takeFocus);
}

bool VacanciesForm::refuse()
{
    sayProblems(true);
    return saysProblems();
}

void VacanciesForm::lock(bool locked)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui->textEdit, m_ui->listButton, m_ui->listAction, m_ui->fieldBox, m_ui->areasBox,
             m_ui->experienceBox, m_ui->salarySpin, m_ui->periodBox, m_ui->morePanel, m_ui->sourcesBox,
             m_ui->proxyPicker})
        widget->setEnabled(!locked);
    showDependents();
}

} // namespace linnet::gui
