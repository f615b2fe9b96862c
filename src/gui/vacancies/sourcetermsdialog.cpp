// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/sourcetermsdialog.h"

#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "gui/widgets/dialogsize.h"
#include "session/networkcontrol.h"
#include "ui_sourcetermsdialog.h"
#include "vacancies/vacancysource.h"

#include <QLocale>
#include <QPushButton>
#include <QSettings>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *SourceContext = "linnet::vacancies";

QString translated(const char *text)
{
    return text ? QCoreApplication::translate(SourceContext, text) : QString();
}

QString keyOf(const vacancies::VacancySource &source)
{
    return u"terms/"_s + source.id();
}

} // namespace

SourceTermsDialog::SourceTermsDialog(const vacancies::VacancySource &source, QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_ui(std::make_unique<Ui::SourceTermsDialog>())
{
    m_ui->setupUi(this);
    const vacancies::SourceTerms terms = source.terms();
    keepFont(m_ui->titleLabel, 1.15, QFont::DemiBold);
    m_ui->titleLabel->setText(tr("Terms of %1").arg(source.title()));
    m_ui->whoLabel->setText(translated(terms.who));
    m_ui->paceLabel->setText(translated(terms.pace));
    m_ui->attributionLabel->setText(translated(terms.attribution));
    for (QLabel *label : {m_ui->whoLabel, m_ui->paceLabel, m_ui->attributionLabel})
        label->setVisible(!label->text().isEmpty());
    m_ui->linkLabel->setText(
        u"<a href=\"%1\">%2</a>"_s.arg(terms.link.toHtmlEscaped(), tr("The whole terms")));
    m_ui->linkLabel->setAccessibleName(tr("The whole terms"));
    m_ui->readLabel->setForegroundRole(QPalette::PlaceholderText);
    const QDate read = QDate::fromString(terms.readOn, Qt::ISODate);
    m_ui->readLabel->setText(tr("As we read them on %1. What you do with the data is your responsibility.")
                                 .arg(QLocale().toString(read, u"d MMMM yyyy"_s)));
    QPushButton *go = m_ui->buttons->button(QDialogButtonBox::Ok);
    go->setText(tr("I have read it, search"));
    setPrimary(go);
    go->setDefault(true);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->testLabel->hide();
    fitToTexts(*this, 520);
}

SourceTermsDialog::~SourceTermsDialog() = default;

void SourceTermsDialog::setReadOnly()
{
    m_ui->buttons->setStandardButtons(QDialogButtonBox::Close);
}

void SourceTermsDialog::offerTest(session::NetworkControl &network, const QByteArray &token)
{
    if ((m_source.needsToken() && token.isEmpty()) || !m_source.check({}))
        return;
    QPushButton *test = m_ui->buttons->addButton(tr("Test this source"), QDialogButtonBox::ActionRole);
    test->setToolTip(tr("Asks for one page and says whether the source answers as Linnet reads it"));
    connect(test, &QPushButton::clicked, this, [this, &network, token, test] {
        test->setEnabled(false);
        m_ui->testLabel->setText(tr("One page is asked for…"));
        m_ui->testLabel->show();
        network.testSource(m_source.id(), {}, token);
    });
    connect(&network, &session::NetworkControl::sourceTested, this,
            [this, test](const QString &id, const vacancies::SourceCheck &check) {
                if (id != m_source.id())
                    return;
                test->setEnabled(true);
                m_ui->testLabel->setText(check.text());
                m_ui->testLabel->show();
                fitToTexts(*this, 520);
            });
}

bool SourceTermsDialog::seen(const QSettings &settings, const vacancies::VacancySource &source)
{
    return settings.value(keyOf(source)).toString() == source.terms().readOn;
}

void SourceTermsDialog::remember(QSettings &settings, const vacancies::VacancySource &source)
{
    settings.setValue(keyOf(source), source.terms().readOn);
}

} // namespace linnet::gui
