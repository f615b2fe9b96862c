// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/settingsdialog.h"

#include "base/textfold.h"
#include "gui/appsettings.h"
#include "gui/look/icons.h"
#include "gui/look/style.h"
#include "gui/look/theme.h"
#include "gui/widgets/choose.h"
#include "models/table/exportplan.h"
#include "session/access.h"
#include "session/session.h"
#include "ui_settingsdialog.h"
#include "vacancies/search/sources.h"

#include <QPushButton>
#include <QSettings>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

} // namespace

SettingsDialog::SettingsDialog(const Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
{
    m_ui->setupUi(this);
    setMinimumWidth(520);
    m_ui->searchEdit->addAction(lineIcon("search"_L1, IconTint::Muted), QLineEdit::LeadingPosition);
    m_ui->nothingLabel->hide();
    m_ui->caResultLabel->hide();
    m_ui->nothingLabel->setForegroundRole(QPalette::PlaceholderText);
    fillLists();
    addTokens();
    showStored();
    connectFields();
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::focusLanguage()
{
    m_ui->languageBox->setFocus(Qt::OtherFocusReason);
}

void SettingsDialog::fillLists()
{
    m_ui->languageBox->addItem(tr("as the system"), QString());
    m_ui->languageBox->addItem(u"English"_s, u"en"_s); // every language in its own words
    m_ui->languageBox->addItem(u"Русский"_s, u"ru"_s);
    m_ui->themeBox->addItem(tr("as the system"), Theme::nameOf(Theme::Choice::System));
    m_ui->themeBox->addItem(tr("light"), Theme::nameOf(Theme::Choice::Light));
    m_ui->themeBox->addItem(tr("dark"), Theme::nameOf(Theme::Choice::Dark));
    m_ui->startBox->addItem(tr("show the start page"), false);
    m_ui->startBox->addItem(tr("open the last project"), true);
    for (const models::ExportPlan::Tile &tile : models::ExportPlan::tiles())
        m_ui->formatBox->addItem(tile.title, tile.id);
    m_ui->awakeBox->addItem(tr("the computer stays awake"), true);
    m_ui->awakeBox->addItem(tr("the computer may fall asleep"), false);
    m_ui->userAgentEdit->setPlaceholderText(QStringLiteral("Linnet/" LINNET_VERSION));
}

void SettingsDialog::addTokens()
{
    QWidget *before = m_ui->formatBox;
    for (const vacancies::VacancySource *source : vacancies::sourcesWithToken()) {
        const QString name = source->shortTitle();
        auto *button =
            new QPushButton(m_services.access.hasToken(source->id()) ? tr("Change or remove the token…")
                                                                     : tr("Connect %1…").arg(name));
        button->setObjectName(source->id() + "TokenButton"_L1);
        auto *label = new QLabel(tr("Access to %1:").arg(name));
        label->setBuddy(button);
        const int row = m_ui->grid->rowCount();
        m_ui->grid->addWidget(label, row, 0);
        m_ui->grid->addWidget(button, row, 1);
        setTabOrder(before, button);
        before = button;
        connect(button, &QPushButton::clicked, this,
                [this, id = source->id()] { Q_EMIT connectRequested(id); });
    }
}

void SettingsDialog::showStored()
{
    const QSettings &settings = m_services.settings;
    choose(m_ui->languageBox, setting::Language.read(settings));
    choose(m_ui->themeBox, setting::Theme.read(settings));
    choose(m_ui->startBox, setting::OpenLast.read(settings));
    m_ui->paceBox->setDelay(std::chrono::milliseconds(setting::DelayMs.read(settings)));
    choose(m_ui->formatBox, setting::ExportFormat.read(settings));
    choose(m_ui->awakeBox, setting::KeepAwake.read(settings));
    m_ui->caEdit->setText(setting::CaFile.read(settings));
    m_ui->userAgentEdit->setText(setting::UserAgent.read(settings));
}

void SettingsDialog::connectFields()
{
    QSettings &settings = m_services.settings;
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &SettingsDialog::search);
    connect(m_ui->languageBox, &QComboBox::activated, this, [this, &settings] {
        setting::Language.write(settings, m_ui->languageBox->currentData().toString());
        Q_EMIT languageChanged();
    });
    connect(m_ui->themeBox, &QComboBox::currentIndexChanged, this, [this, &settings] {
        const QString name = m_ui->themeBox->currentData().toString();
        setting::Theme.write(settings, name);
        m_services.theme.setChoice(Theme::choiceByName(name));
    });
    connect(m_ui->startBox, &QComboBox::currentIndexChanged, this,
            [this, &settings] { setting::OpenLast.write(settings, m_ui->startBox->currentData().toBool()); });
    connect(m_ui->paceBox, &QComboBox::currentIndexChanged, this, [this, &settings] {
        setting::DelayMs.write(settings, int(m_ui->paceBox->delay().count()));
        Q_EMIT defaultsChanged();
    });
    connect(m_ui->formatBox, &QComboBox::currentIndexChanged, this, [this, &settings] {
        setting::ExportFormat.write(settings, m_ui->formatBox->currentData().toString());
    });
    connect(m_ui->userAgentEdit, &QLineEdit::textChanged, this, [this, &settings](const QString &text) {
        setting::UserAgent.write(settings, text.trimmed());
        Q_EMIT defaultsChanged();
    });
    connect(m_ui->awakeBox, &QComboBox::currentIndexChanged, this, [this, &settings] {
        const bool awake = m_ui->awakeBox->currentData().toBool();
        setting::KeepAwake.write(settings, awake);
        m_services.session.setKeepsAwake(awake);
    });
    connect(m_ui->caEdit, &QLineEdit::editingFinished, this, &SettingsDialog::useCaFile);
    connect(&m_services.session.network(), &session::NetworkControl::caFileRead, this,
            [this](const QString &path, const Result<int> &count) {
                if (path == m_ui->caEdit->text().trimmed())
                    showCaFile(count);
            });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_ui->buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            &SettingsDialog::restoreDefaults);
}

void SettingsDialog::useCaFile()
{
    const QString path = m_ui->caEdit->text().trimmed();
    if (path == setting::CaFile.read(m_services.settings))
        return;
    setting::CaFile.write(m_services.settings, path);
    m_services.session.network().setCaFile(path);
}

void SettingsDialog::showCaFile(const Result<int> &count)
{
    m_ui->caResultLabel->setVisible(!count || *count > 0);
    if (count)
        m_ui->caResultLabel->setText(tr("%n certificate(s) of the file are trusted.", nullptr, *count));
    else if (count.error().reason == Reason::BadValue)
        m_ui->caResultLabel->setText(
            tr("There is no certificate in PEM format in this file; only those of the system are trusted."));
    else
        m_ui->caResultLabel->setText(tr("The file cannot be read, so only the certificates of the system are "
                                        "trusted: %1")
                                         .arg(count.error().detail));
}

void SettingsDialog::search(const QString &text)
{
    const QString folded = foldText(text.simplified());
    bool any = false;
    for (QLabel *label : findChildren<QLabel *>()) {
        QWidget *field = label->buddy();
        if (!field)
            continue;
        QString words = label->text().remove(u'&') + u' ' + field->toolTip();
        if (const auto *box = qobject_cast<QComboBox *>(field)) {
            for (int i = 0; i < box->count(); ++i)
                words += u' ' + box->itemText(i);
        }
        const bool matches = containsFolded(words, folded);
        label->setVisible(matches);
        field->setVisible(matches);
        any = any || matches;
    }
    m_ui->nothingLabel->setVisible(!any);
}

void SettingsDialog::restoreDefaults()
{
    const bool sameLanguage = setting::Language.read(m_services.settings).isEmpty();
    m_ui->languageBox->setCurrentIndex(0);
    choose(m_ui->themeBox, setting::Theme.fallback);
    choose(m_ui->startBox, setting::OpenLast.fallback);
    m_ui->paceBox->setDelay(std::chrono::milliseconds(setting::DelayMs.fallback));
    choose(m_ui->formatBox, setting::ExportFormat.fallback);
    choose(m_ui->awakeBox, setting::KeepAwake.fallback);
    m_ui->caEdit->clear();
    useCaFile();
    m_ui->userAgentEdit->clear();
    if (!sameLanguage) {
        setting::Language.write(m_services.settings, {});
        Q_EMIT languageChanged();
    }
}

} // namespace linnet::gui
