// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/settingsdialog.h"

#include "base/textfold.h"
#include "base/translations.h"
#include "gui/appsettings.h"
#include "gui/care/newsofversions.h"
#include "gui/look/textscale.h"
#include "gui/look/theme.h"
#include "gui/widgets/choose.h"
#include "gui/widgets/pacebox.h"
#include "gui/widgets/retranslate.h"
#include "gui/widgets/searchicon.h"
#include "models/table/exportplan.h"
#include "session/access.h"
#include "session/session.h"
#include "ui_settingsdialog.h"
#include "vacancies/search/sources.h"

#include <QEvent>
#include <QPushButton>
#include <QSettings>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Every language in its own words.
QString ownName(const QString &language)
{
    // Qt would say of which country.
    if (language == u"en")
        return u"English"_s;
    const QString name = QLocale(language).nativeLanguageName();
    return name.left(1).toUpper() + name.mid(1);
}

} // namespace

SettingsDialog::SettingsDialog(const Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
    , m_newsAddress(NewsOfVersions::builtInAddress())
{
    m_ui->setupUi(this);
    m_last = m_ui->newsBox;
    setMinimumWidth(scaled(520));
    addSearchIcon(*m_ui->searchEdit);
    m_ui->nothingLabel->hide();
    m_ui->caResultLabel->hide();
    m_ui->nothingLabel->setForegroundRole(QPalette::PlaceholderText);
    m_ui->userAgentEdit->setPlaceholderText(QStringLiteral("Linnet/" LINNET_VERSION));
    tieAll();
    addTokens();
    addClear();
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &SettingsDialog::search);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_ui->buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            &SettingsDialog::showDefaults);
    connect(&m_services.session.network(), &session::NetworkControl::caFileRead, this,
            [this](const QString &path, const Result<int> &count) {
                if (path == m_ui->caEdit->text().trimmed())
                    showCaFile(count);
            });
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::tieAll()
{
    tie<QString>(
        m_ui->languageBox, setting::Language,
        [] {
            QList<Choice> choices{{tr("as the system"), QString()}};
            for (const QString &code : Translations::languages())
                choices.append({ownName(code), code});
            return choices;
        },
        [this](const QString &) { Q_EMIT languageChosen(); });
    tie<QString>(
        m_ui->themeBox, setting::Theme,
        [] {
            return QList<Choice>{{tr("as the system"), Theme::nameOf(Theme::Choice::System)},
                                 {tr("light"), Theme::nameOf(Theme::Choice::Light)},
                                 {tr("dark"), Theme::nameOf(Theme::Choice::Dark)}};
        },
        [this](const QString &name) { m_services.theme.setChoice(Theme::choiceByName(name)); });
    tie<int>(
        m_ui->textBox, setting::TextPercent,
        [] {
            QList<Choice> choices;
            for (int percent = Theme::SmallestText; percent <= Theme::LargestText; percent += Theme::TextStep)
                choices.append(
                    {percent == Theme::UsualText ? tr("as the system") : tr("%1 %").arg(percent), percent});
            return choices;
        },
        [this](const int &percent) { m_services.theme.setTextPercent(percent); });
    tie<bool>(m_ui->startBox, setting::OpenLast, [] {
        return QList<Choice>{{tr("show the start page"), false}, {tr("open the last project"), true}};
    });
    tie<QString>(m_ui->formatBox, setting::ExportFormat, [] {
        QList<Choice> result;
        for (const models::ExportPlan::Tile &tile : models::ExportPlan::tiles())
            result.append({tile.title, tile.id});
        return result;
    });
    tie<bool>(
        m_ui->awakeBox, setting::KeepAwake,
        [] {
            return QList<Choice>{{tr("the computer stays awake"), true},
                                 {tr("the computer may fall asleep"), false}};
        },
        [this](const bool &awake) { m_services.session.setKeepsAwake(awake); });
    tie(m_ui->userAgentEdit, setting::UserAgent);
    tie(m_ui->caEdit, setting::CaFile,
        [this](const QString &path) { m_services.session.network().setCaFile(path); });
    tiePace();
    keepTranslated(this, [this] { showNews(); });
    connect(m_ui->newsBox, &QComboBox::currentIndexChanged, this, [this] {
        const bool wanted = m_ui->newsBox->currentData().toBool();
        setting::TellNews.write(m_services.settings, wanted);
        Q_EMIT newsWanted(wanted);
    });
    m_defaults.emplace_back([this] { choose(m_ui->newsBox, setting::TellNews.fallback); });
}

template <typename T>
void SettingsDialog::tie(QComboBox *box, const Setting<T> &setting, std::function<QList<Choice>()> choices,
                         std::function<void(const T &)> then)
{
    keepTranslated(this, [this, box, &setting, choices = std::move(choices)] {
        const QSignalBlocker quiet(box);
        box->clear();
        for (const Choice &choice : choices())
            box->addItem(choice.text, choice.value);
        choose(box, setting.read(m_services.settings));
    });
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, &setting, then = std::move(then)] {
        const T value = box->currentData().template value<T>();
        setting.write(m_services.settings, value);
        if (then)
            then(value);
    });
    m_defaults.emplace_back([box, &setting] { choose(box, setting.fallback); });
}

// What is typed is told when the user leaves the field: it may be half a path before.
void SettingsDialog::tie(QLineEdit *edit, const Setting<QString> &setting,
                         std::function<void(const QString &)> then)
{
    edit->setText(setting.read(m_services.settings));
    connect(edit, &QLineEdit::textChanged, this,
            [this, &setting](const QString &text) { setting.write(m_services.settings, text.trimmed()); });
    const auto tell = [edit, then = std::move(then), told = edit->text()]() mutable {
        if (const QString text = edit->text().trimmed(); std::exchange(told, text) != text && then)
            then(text);
    };
    connect(edit, &QLineEdit::editingFinished, this, tell);
    m_defaults.emplace_back([edit, &setting] {
        edit->setText(setting.fallback);
        Q_EMIT edit->editingFinished();
    });
}

void SettingsDialog::tiePace()
{
    PaceBox *box = m_ui->paceBox;
    const auto show = [box](int ms) { box->setDelay(std::chrono::milliseconds(ms)); };
    show(setting::DelayMs.read(m_services.settings));
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box] { setting::DelayMs.write(m_services.settings, int(box->delay().count())); });
    m_defaults.emplace_back([show] { show(setting::DelayMs.fallback); });
}

QPushButton *SettingsDialog::addButton(const QString &name,
                                       const std::function<void(QLabel &, QPushButton &)> &say)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    auto *label = new QLabel(this);
    label->setBuddy(button);
    const auto sayAgain = [label, button, say] { say(*label, *button); };
    keepTranslated(this, sayAgain);
    connect(&m_services.access, &session::Access::changed, button, sayAgain);
    const int row = m_ui->grid->rowCount();
    m_ui->grid->addWidget(label, row, 0);
    m_ui->grid->addWidget(button, row, 1);
    setTabOrder(m_last, button);
    m_last = button;
    return button;
}

void SettingsDialog::addTokens()
{
    for (const vacancies::VacancySource *source : vacancies::sourcesWithToken()) {
        const auto say = [this, source](QLabel &label, QPushButton &button) {
            const QString name = source->shortTitle();
            label.setText(tr("Access to %1:").arg(name));
            button.setText(m_services.access.hasToken(source->id()) ? tr("Change or remove the token…")
                                                                    : tr("Connect %1…").arg(name));
        };
        connect(addButton(source->id() + "TokenButton"_L1, say), &QPushButton::clicked, this,
                [this, id = source->id()] { Q_EMIT connectRequested(id); });
    }
}

void SettingsDialog::addClear()
{
    const auto say = [](QLabel &label, QPushButton &button) {
        label.setText(tr("Kept outside of projects:"));
        button.setText(tr("Clea&r data…"));
        button.setToolTip(
            tr("Lists what Linnet keeps on this computer besides projects, and removes what you choose"));
    };
    connect(addButton(u"clearButton"_s, say), &QPushButton::clicked, this, &SettingsDialog::clearRequested);
}

void SettingsDialog::setNewsAddress(const QUrl &address)
{
    m_newsAddress = address;
    showNews();
}

void SettingsDialog::showNews()
{
    const QString whyNot = NewsOfVersions::whyNot(m_services, m_newsAddress);
    QComboBox *box = m_ui->newsBox;
    const QSignalBlocker quiet(box);
    box->clear();
    box->setEnabled(whyNot.isEmpty());
    if (!whyNot.isEmpty()) {
        box->addItem(whyNot, false);
        box->setToolTip(whyNot);
        return;
    }
    box->addItem(tr("nobody is asked"), false);
    box->addItem(tr("tell me about new versions"), true);
    choose(box, setting::TellNews.read(m_services.settings));
    box->setToolTip(
        tr("Once a week at most, %1 is asked which version is the newest: one request by the name %2, with "
           "nothing about you or this computer. Nothing is fetched or installed.")
            .arg(m_newsAddress.host(), QStringLiteral("Linnet/" LINNET_VERSION)));
}

void SettingsDialog::showDefaults()
{
    for (const auto &showDefault : m_defaults)
        showDefault();
}

// The boxes are filled anew by what ties them.
void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    QDialog::changeEvent(event);
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
        if (const auto *button = qobject_cast<QPushButton *>(field))
            words += u' ' + button->text().remove(u'&');
        const bool matches = containsFolded(words, folded);
        label->setVisible(matches);
        field->setVisible(matches);
        any = any || matches;
    }
    m_ui->nothingLabel->setVisible(!any);
}

} // namespace linnet::gui
