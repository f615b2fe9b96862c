// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/crawlform.h"

#include "gui/look/palette.h"
#include "gui/run/runcontrols.h"
#include "gui/widgets/choose.h"
#include "gui/widgets/fieldgrid.h"
#include "gui/widgets/flowlayout.h"
#include "ui_crawlform.h"

#include <QDir>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Scope = links::CrawlScope::Kind;

namespace {

QString depthText(int clicks)
{
    return clicks == 0 ? CrawlForm::tr("any depth") : CrawlForm::tr("%n click(s) deep", nullptr, clicks);
}

} // namespace

CrawlForm::CrawlForm(const CrawlPresenter &presenter, QWidget *parent)
    : FormOf(parent)
    , m_presenter(presenter)
    , m_ui(std::make_unique<Ui::CrawlForm>())
    , m_reading([this](CrawlPresenter::List list) {
        m_presenter.keep(std::move(list));
        tell();
    })
{
    m_ui->setupUi(this);
    FlowLayout::insteadOf(m_ui->firstRow);
    FlowLayout::insteadOf(m_ui->lastRow);
    FieldGrid::insteadOf(m_ui->moreLayout, 3);
    m_ui->formLayout->insertWidget(m_ui->formLayout->count() - 1, problemsLabel());
    setUp(*m_ui->addressEdit, *m_ui->runControls, m_ui->paceBox, m_ui->proxyPicker);
    setMore(*m_ui->moreButton, *m_ui->morePanel);
    m_ui->moreButton->setText(tr("More")); // until the list is read
    constexpr int LettersOfAnAddress = 52;
    m_ui->addressEdit->setMinimumWidth(fontMetrics().averageCharWidth() * LettersOfAnAddress);
    m_ui->maxPagesSpin->setGroupSeparatorShown(true);
    m_ui->tryResult->setForegroundRole(QPalette::WindowText);
    m_ui->secretsLabel->setForegroundRole(QPalette::PlaceholderText);
    const QString version = QStringLiteral(LINNET_VERSION);
    m_ui->userAgentEdit->setPlaceholderText(u"Linnet/"_s + version);
    m_rest.setSingleShot(true);
    m_rest.setInterval(150ms);
    connect(&m_rest, &QTimer::timeout, this, &CrawlForm::readList);
    fillLists();
    connectFields();
    setValues(CrawlValues());
}

CrawlForm::~CrawlForm() = default;

void CrawlForm::fillLists()
{
    refill(m_ui->modeBox, {{tr("the whole site"), true}, {tr("only their links"), false}});
    m_ui->modeBox->setItemData(0, tr("Follows links from page to page, until all of the site is read"),
                               Qt::ToolTipRole);
    m_ui->modeBox->setItemData(1, tr("Reads just the addresses given, and asks where their links lead"),
                               Qt::ToolTipRole);
    refill(m_ui->scopeBox, {{tr("this host"), int(Scope::Host)},
                            {tr("the whole domain"), int(Scope::Domain)},
                            {tr("this folder"), int(Scope::Prefix)},
                            {tr("any site"), int(Scope::Any)}});
    QList<std::pair<QString, QVariant>> depths;
    for (const int clicks : {0, 1, 2, 3, 5, 10})
        depths.append({depthText(clicks), clicks});
    refill(m_ui->depthBox, depths, depthText(m_ui->depthBox->currentData().toInt()));
    refill(m_ui->externalBox, {{tr("only listed"), 0},
                               {tr("asked whether they answer"), 1},
                               {tr("read, whether places (#) exist"), 2}});
    refill(m_ui->robotsBox,
           {{tr("obey robots.txt"), false}, {tr("the site is mine: ignore robots.txt"), true}});
}

void CrawlForm::connectFields()
{
    for (LinesEdit *edit : {m_ui->addressEdit, m_ui->headersEdit}) {
        connect(edit, &LongTextEdit::touched, this, &CrawlForm::touchSoon);
        connect(edit, &LinesEdit::returnPressed, this, &CrawlForm::startRequested);
    }
    connect(m_ui->addressEdit, &LinesEdit::dropFailed, this, [this](const QString &path) {
        RunForm::sayProblems(
            {{nullptr, tr("The file %1 cannot be read, or it is too large for a list of addresses.")
                           .arg(QDir::toNativeSeparators(path))}},
            false);
    });
    for (QLineEdit *edit : {m_ui->includeEdit, m_ui->excludeEdit, m_ui->userEdit, m_ui->passwordEdit,
                            m_ui->cookiesEdit, m_ui->userAgentEdit}) {
        connect(edit, &QLineEdit::textChanged, this, &CrawlForm::touchSoon);
        connect(edit, &QLineEdit::returnPressed, this, &CrawlForm::startRequested);
    }
    connect(m_ui->tryEdit, &QLineEdit::textChanged, this, &CrawlForm::showTrial);
    for (QComboBox *box :
         std::initializer_list<QComboBox *>{m_ui->modeBox, m_ui->scopeBox, m_ui->depthBox, m_ui->robotsBox,
                                            m_ui->paceBox, m_ui->externalBox}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(box, &QComboBox::currentIndexChanged, this, &CrawlForm::touch);
    }
    for (QSpinBox *spin : {m_ui->maxPagesSpin, m_ui->timeoutSpin})
        connect(spin, &QSpinBox::valueChanged, this, &CrawlForm::touch);
    connect(m_ui->sitemapCheck, &QCheckBox::toggled, this, &CrawlForm::touch);
}

void CrawlForm::readList()
{
    m_reading.start([text = m_ui->addressEdit->text(), known = m_presenter.list()] {
        return CrawlPresenter::readList(text, known);
    });
}

void CrawlForm::touchSoon()
{
    if (isFilling())
        return;
    Q_EMIT touched();
    m_rest.start();
}

void CrawlForm::touch()
{
    if (isFilling())
        return;
    Q_EMIT touched();
    tell();
}

void CrawlForm::tell()
{
    // What is being read tells of all changes when it is there.
    if (m_rest.isActive() || m_reading.isBusy())
        return;
    showDependents();
    if (saysProblems())
        sayProblems(m_presenter.problems(values()), false);
    Q_EMIT told();
}

void CrawlForm::retranslate()
{
    fill([this] {
        m_ui->retranslateUi(this);
        fillLists();
    });
    tell();
}

QString CrawlForm::summary() const
{
    return m_presenter.summary(values());
}

CrawlValues CrawlForm::values() const
{
    CrawlValues values;
    values.addresses = m_ui->addressEdit->text();
    values.wholeSite = m_ui->modeBox->currentData().toBool();
    values.depth = m_ui->depthBox->currentData().toInt();
    values.maxPages = m_ui->maxPagesSpin->value();
    values.scope = Scope(m_ui->scopeBox->currentData().toInt());
    values.include = m_ui->includeEdit->text();
    values.exclude = m_ui->excludeEdit->text();
    values.ignoreRobots = m_ui->robotsBox->currentData().toBool();
    values.sitemap = m_ui->sitemapCheck->isChecked();
    values.external = m_ui->externalBox->currentData().toInt() > 0;
    values.externalPlaces = m_ui->externalBox->currentData().toInt() > 1;
    values.delay = m_ui->paceBox->delay();
    values.userAgent = m_ui->userAgentEdit->text().trimmed();
    values.timeout = m_ui->timeoutSpin->value();
    values.proxy = m_ui->proxyPicker->use();
    values.user = m_ui->userEdit->text();
    values.password = m_ui->passwordEdit->text();
    values.cookies = m_ui->cookiesEdit->text();
    values.headers = m_ui->headersEdit->text();
    return values;
}

void CrawlForm::setValues(const CrawlValues &values)
{
    fill([&] {
        m_ui->addressEdit->setText(values.addresses);
        choose(m_ui->modeBox, values.wholeSite);
        choose(m_ui->depthBox, values.depth, depthText(values.depth));
        m_ui->maxPagesSpin->setValue(values.maxPages);
        choose(m_ui->scopeBox, int(values.scope));
        m_ui->includeEdit->setText(values.include);
        m_ui->excludeEdit->setText(values.exclude);
        choose(m_ui->robotsBox, values.ignoreRobots);
        m_ui->sitemapCheck->setChecked(values.sitemap);
        choose(m_ui->externalBox, values.externalPlaces ? 2 : int(values.external));
        m_ui->paceBox->setDelay(values.delay);
        m_ui->userAgentEdit->setText(values.userAgent);
        m_ui->timeoutSpin->setValue(values.timeout);
        m_ui->proxyPicker->setUse(values.proxy);
        m_ui->userEdit->setText(values.user);
        m_ui->passwordEdit->setText(values.password);
        m_ui->cookiesEdit->setText(values.cookies);
        m_ui->headersEdit->setText(values.headers);
    });
    m_rest.stop();
    sayProblems({}, false);
    readList();
}

void CrawlForm::showDependents()
{
    const CrawlValues now = values();
    const int more = CrawlPresenter::moreChoices(now);
    m_ui->moreButton->setText(more > 0 ? tr("More (%1)").arg(more) : tr("More"));
    m_ui->depthBox->setVisible(now.wholeSite);
    m_ui->sitemapCheck->setEnabled(now.wholeSite);
    const QString host = m_presenter.secretHost(now);
    if (host.isEmpty())
        m_ui->secretsLabel->setText(
            tr("Login, cookies and headers are sent to one host only: that of the first "
               "address."));
    else
        m_ui->secretsLabel->setText(
            tr("Login, cookies and headers are sent to %1 only and kept in the keychain.").arg(host));
    showTrial();
}

void CrawlForm::showTrial()
{
    const CrawlPresenter::Trial trial = CrawlPresenter::tryOn(values(), m_ui->tryEdit->text());
    m_ui->tryResult->setText(trial.text);
    QPalette colors;
    if (trial.known)
        colors.setColor(QPalette::WindowText,
                        trial.taken ? Palette::of(palette()).good : Palette::of(palette()).warning);
    m_ui->tryResult->setPalette(colors);
}

QWidget *CrawlForm::widgetOf(CrawlField field) const
{
    switch (field) {
    case CrawlField::Addresses:
        return m_ui->addressEdit;
    case CrawlField::Include:
        return m_ui->includeEdit;
    case CrawlField::Exclude:
        return m_ui->excludeEdit;
    case CrawlField::UserAgent:
        return m_ui->userAgentEdit;
    case CrawlField::Login:
        return m_ui->userEdit;
    case CrawlField::Cookies:
        return m_ui->cookiesEdit;
    case CrawlField::Proxy:
        return m_ui->proxyPicker->box();
    case CrawlField::Headers:
        return m_ui->headersEdit;
    }
    return nullptr;
}

void CrawlForm::sayProblems(const QList<CrawlProblem> &problems, bool takeFocus)
{
    QList<Problem> said;
    for (const CrawlProblem &problem : problems)
        said.append({widgetOf(problem.field), problem.text});
    RunForm::sayProblems(said, takeFocus);
}

void CrawlForm::showProblems(const QList<CrawlProblem> &problems)
{
    sayProblems(problems, true);
}

void CrawlForm::lock(bool locked)
{
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_ui->addressEdit, m_ui->modeBox, m_ui->scopeBox, m_ui->depthBox,
                                          m_ui->morePanel, m_ui->robotsBox, m_ui->proxyPicker})
        widget->setEnabled(!locked);
}

} // namespace linnet::gui
