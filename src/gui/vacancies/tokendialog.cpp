// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/tokendialog.h"

#include "base/errortext.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/vacancies/vacanciespresenter.h"
#include "gui/widgets/dialogsize.h"
#include "gui/widgets/duration.h"
#include "session/access.h"
#include "ui_tokendialog.h"
#include "vacancies/vacancysource.h"

#include <QCoreApplication>
#include <QPushButton>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DialogWidth = 540;

/// A token pasted from a page often brings its heading or line ends along.
QByteArray cleaned(QString typed)
{
    typed = typed.simplified();
    if (typed.startsWith("Bearer "_L1, Qt::CaseInsensitive))
        typed = typed.sliced(7);
    return typed.remove(u' ').toLatin1();
}

} // namespace

TokenDialog::TokenDialog(session::Session &session, session::Access &access,
                         const vacancies::VacancySource &source, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_access(access)
    , m_source(source)
    , m_ui(std::make_unique<Ui::TokenDialog>())
{
    m_ui->setupUi(this);
    showSource();
    m_ui->linkLabel->setOpenExternalLinks(true);
    m_ui->linkLabel->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_ui->linkLabel->setAccessibleName(tr("Page where applications are registered"));
    m_ui->keepLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->resultLabel->hide();
    QPushButton *save = m_ui->buttons->button(QDialogButtonBox::Save);
    setPrimary(save);
    save->setDefault(true);
    m_ui->removeButton->setVisible(access.hasToken(source.id()));

    const auto showUsable = [this, save] {
        const bool typed = !m_ui->tokenEdit->text().trimmed().isEmpty();
        save->setEnabled(typed);
        m_ui->testButton->setEnabled(typed);
    };
    showUsable();
    connect(m_ui->tokenEdit, &QLineEdit::textChanged, this, showUsable);
    connect(m_ui->showCheck, &QCheckBox::toggled, this, [this](bool show) {
        m_ui->tokenEdit->setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(m_ui->testButton, &QPushButton::clicked, this, &TokenDialog::test);
    connect(m_ui->removeButton, &QPushButton::clicked, this, [this] {
        m_access.removeToken(m_source.id());
        m_ui->removeButton->hide();
        say(tr("The token was removed from this computer."), true);
    });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &TokenDialog::save);
    connect(&m_session.network(), &session::NetworkControl::tokenTested, this,
            [this](const QString &id, const Result<QString> &owner) {
                if (id == m_source.id())
                    showTested(owner);
            });
    connect(&m_access, &session::Access::kept, this, [this](const QString &id, const Result<void> &result) {
        if (id == m_source.id())
            showKept(result);
    });
    prepareGrant();
    fitToTexts(*this, DialogWidth);
}

TokenDialog::~TokenDialog() = default;

void TokenDialog::prepareGrant()
{
    const vacancies::SourceToken token = m_source.facts().token.value_or(vacancies::SourceToken());
    m_ui->grantToggle->setVisible(token.grantRest.count() > 0);
    m_ui->grantBox->hide();
    const auto showUsable = [this] {
        m_ui->grantButton->setEnabled(!m_ui->clientEdit->text().trimmed().isEmpty() &&
                                      !m_ui->secretEdit->text().trimmed().isEmpty());
    };
    showUsable();
    connect(m_ui->clientEdit, &QLineEdit::textChanged, this, showUsable);
    connect(m_ui->secretEdit, &QLineEdit::textChanged, this, showUsable);
    connect(m_ui->grantToggle, &QToolButton::toggled, this, [this](bool open) {
        m_ui->grantToggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_ui->grantBox->setVisible(open);
        fitToTexts(*this, DialogWidth);
        if (open)
            m_ui->clientEdit->setFocus();
    });
    connect(m_ui->grantButton, &QPushButton::clicked, this, &TokenDialog::grant);
    connect(&m_session.network(), &session::NetworkControl::tokenGranted, this,
            [this](const QString &id, const Result<QByteArray> &granted) {
                if (id == m_source.id())
                    showGranted(granted);
            });
}

void TokenDialog::grant()
{
    if (const std::chrono::seconds wait = m_access.grantWait(m_source.id()); wait.count() > 0) {
        say(tr("%1 gives a new token only some minutes after the last one: try again in %2.")
                .arg(m_source.shortTitle(), durationText(wait)),
            false);
        return;
    }
    m_ui->grantButton->setEnabled(false);
    say(tr("Asking…"), true);
    m_access.grantToken(m_source.id(), m_ui->clientEdit->text(), m_ui->secretEdit->text(), m_address);
}

void TokenDialog::showGranted(const Result<QByteArray> &token)
{
    m_ui->grantButton->setEnabled(true);
    if (!token) {
        say(token.error().reason == Reason::AuthRequired
                ? tr("%1 gave no token: %2").arg(m_source.shortTitle(), token.error().detail)
                : ErrorText::sentence(token.error()),
            false);
        return;
    }
    m_ui->secretEdit->clear();
    m_ui->tokenEdit->setText(QString::fromLatin1(*token));
    say(tr("%1 gave a token. Save keeps it; the secret is not kept.").arg(m_source.shortTitle()), true);
}

void TokenDialog::showSource()
{
    const auto translated = [](const char *text) {
        return text ? QCoreApplication::translate("linnet::vacancies", text) : QString();
    };
    const vacancies::SourceToken token = m_source.facts().token.value_or(vacancies::SourceToken());
    const QString name = m_source.shortTitle();
    setWindowTitle(tr("Connect %1").arg(name));
    m_ui->introLabel->setText(translated(token.why));
    m_ui->whoLabel->setText(translated(token.who));
    m_ui->otherLabel->setText(
        tr("Without a token the same search works here: %1. No account is needed there.")
            .arg(VacanciesPresenter::openSources().join(u", "_s)));
    m_ui->linkLabel->setText(u"<a href=\"%1\">%2</a>"_s.arg(
        QString::fromUtf8(token.page.toEncoded()).toHtmlEscaped(), token.page.host().toHtmlEscaped()));
    m_ui->keepLabel->setText(
        tr("The token is kept in the keychain of this computer and sent to %1 only.").arg(name));
}

void TokenDialog::setAddress(const QUrl &address)
{
    m_address = address;
}

void TokenDialog::test()
{
    m_ui->testButton->setEnabled(false);
    say(tr("Asking…"), true);
    m_session.network().testToken(m_source.id(), cleaned(m_ui->tokenEdit->text()), m_address);
}

void TokenDialog::showTested(const Result<QString> &owner)
{
    m_ui->testButton->setEnabled(true);
    if (!owner)
        say(ErrorText::sentence(owner.error()), false);
    else if (owner->isEmpty())
        say(tr("The token is good."), true);
    else
        say(tr("The token is good. It belongs to %1.").arg(*owner), true);
}

void TokenDialog::save()
{
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(false);
    m_access.setToken(m_source.id(), cleaned(m_ui->tokenEdit->text()));
}

void TokenDialog::showKept(const Result<void> &result)
{
    if (result) {
        accept();
        return;
    }
    say(tr("This computer has no keychain that can be used (%1). The token works until Linnet is closed; "
           "paste it again "
           "next time.")
            .arg(result.error().detail),
        false);
    m_ui->removeButton->setVisible(true);
    m_ui->buttons->setStandardButtons(QDialogButtonBox::Close);
}

void TokenDialog::say(const QString &text, bool good)
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, good ? Palette::of(colors).text : Palette::of(colors).bad);
    m_ui->resultLabel->setPalette(colors);
    m_ui->resultLabel->setText(text);
    m_ui->resultLabel->show();
    fitToTexts(*this, DialogWidth);
}

} // namespace linnet::gui
