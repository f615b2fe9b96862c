// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/care/cleardatadialog.h"

#include "gui/look/textscale.h"
#include "session/session.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using Kind = KeptData::Kind;

namespace {

struct KindWords
{
    QString title;
    QString hint;
    bool isTicked = false; ///< it comes again by itself
    bool isGone = false;   ///< nobody gives it back
};

KindWords wordsOf(Kind kind)
{
    switch (kind) {
    case Kind::Recent:
        return {ClearDataDialog::tr("Recent projects, folders and commands"),
                ClearDataDialog::tr("The projects themselves stay where they are.")};
    case Kind::Layout:
        return {
            ClearDataDialog::tr("Layout of the window and of tables"),
            ClearDataDialog::tr("Sizes, columns and their order; tables show it from the next start on.")};
    case Kind::Dictionaries:
        return {
            ClearDataDialog::tr("Names of regions, roles and industries"),
            ClearDataDialog::tr("As sources gave them; they are asked for again when a search needs them."),
            true};
    case Kind::Log:
        return {ClearDataDialog::tr("Log of the program"),
                ClearDataDialog::tr("Only a report of a fault needs it; it begins anew."), true};
    case Kind::Temporary:
        return {ClearDataDialog::tr("Temporary files left behind"),
                ClearDataDialog::tr("By a program that was killed more than a day ago."), true};
    case Kind::Settings:
        return {ClearDataDialog::tr("Settings"),
                ClearDataDialog::tr("All are as at first; the terms of sources are to be read again."), false,
                true};
    case Kind::Tokens:
        return {ClearDataDialog::tr("Tokens of sources"),
                ClearDataDialog::tr("In the keychain; the sources are to be connected again."), false, true};
    case Kind::Logins:
        return {ClearDataDialog::tr("Logins of proxies and sites"),
                ClearDataDialog::tr("In the keychain; they are to be typed in again."), false, true};
    case Kind::ProxyLists:
        return {ClearDataDialog::tr("Lists of proxies"),
                ClearDataDialog::tr("With their marks, results of tests and logins."), false, true};
    }
    return {};
}

QString amountText(const KeptData::Part &part)
{
    if (!part.isAny)
        return ClearDataDialog::tr("nothing");
    const int count = int(std::min<qint64>(part.count, 2'000'000'000));
    const QString size = part.bytes < 0 ? QString() : QLocale().formattedDataSize(part.bytes);
    switch (part.kind) {
    case Kind::Recent:
        return ClearDataDialog::tr("%Ln project(s)", nullptr, count);
    case Kind::Layout:
        return ClearDataDialog::tr("%Ln item(s)", nullptr, count);
    case Kind::Settings:
        return ClearDataDialog::tr("%Ln setting(s)", nullptr, count);
    case Kind::Tokens:
        return ClearDataDialog::tr("%Ln token(s)", nullptr, count);
    case Kind::Logins:
        return ClearDataDialog::tr("%Ln login(s)", nullptr, count);
    case Kind::ProxyLists:
        return ClearDataDialog::tr("%Ln list(s)", nullptr, count) + u", "_s + size;
    case Kind::Dictionaries:
    case Kind::Log:
    case Kind::Temporary:
        return ClearDataDialog::tr("%Ln file(s)", nullptr, count) + u", "_s + size;
    }
    return {};
}

} // namespace

ClearDataDialog::ClearDataDialog(const Services &services, QWidget *parent, const QString &temporary)
    : QDialog(parent)
    , m_services(services)
    , m_data(new KeptData(services, temporary, this))
    , m_said(new QLabel(this))
{
    setWindowTitle(tr("Clear data"));
    auto *what =
        new QLabel(tr("Linnet keeps this on your computer, outside of projects. Projects are never touched, "
                      "also those that are not saved yet."),
                   this);
    what->setWordWrap(true);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // it follows the boxes
    area->setWidgetResizable(true);
    auto *list = new QWidget(area);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(0, 1);
    for (const Kind kind : KeptData::kinds())
        addRow(*grid, kind);
    grid->setRowStretch(grid->rowCount(), 1);
    area->setWidget(list);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_said->setObjectName(u"saidLabel"_s);
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_said->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_clear = buttons->addButton(tr("C&lear"), QDialogButtonBox::ActionRole);
    m_clear->setObjectName(u"clearButton"_s);
    connect(m_clear, &QPushButton::clicked, this, &ClearDataDialog::ask);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_data, &KeptData::settingsGoing, this, &ClearDataDialog::settingsGoing);
    connect(m_data, &KeptData::removed, this, &ClearDataDialog::say);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(what);
    layout->addWidget(area, 1);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
    showAmounts();
    area->setMinimumWidth(list->minimumSizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    const QSize wanted(scaled(560), list->sizeHint().height() + scaled(130));
    resize(wanted.boundedTo(screen()->availableGeometry().size() * 0.9));
}

void ClearDataDialog::addRow(QGridLayout &grid, Kind kind)
{
    const KindWords words = wordsOf(kind);
    Row row{kind, new QCheckBox(words.title, this), new QLabel(this)};
    auto *hint = new QLabel(words.hint, this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setIndent(scaled(22));
    row.box->setObjectName(u"kind%1"_s.arg(int(kind)));
    row.box->setChecked(words.isTicked);
    row.amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(row.box, &QCheckBox::toggled, this, &ClearDataDialog::showButton);
    const int at = grid.rowCount();
    grid.addWidget(row.box, at, 0);
    grid.addWidget(row.amount, at, 1);
    grid.addWidget(hint, at + 1, 0, 1, 2);
    m_rows.push_back(row);
}

void ClearDataDialog::showAmounts()
{
    for (const Row &row : m_rows) {
        const KeptData::Part part = m_data->part(row.kind);
        row.amount->setText(amountText(part));
        row.box->setAccessibleDescription(row.amount->text() + u". "_s + wordsOf(row.kind).hint);
        row.box->setEnabled(part.isAny);
        if (!part.isAny)
            row.box->setChecked(false);
    }
    showButton();
}

void ClearDataDialog::showButton()
{
    m_clear->setEnabled(!chosen().isEmpty() && !m_data->isRemoving());
}

QSet<Kind> ClearDataDialog::chosen() const
{
    QSet<Kind> kinds;
    for (const Row &row : m_rows) {
        if (row.box->isChecked())
            kinds.insert(row.kind);
    }
    return kinds;
}

void ClearDataDialog::ask()
{
    const QSet<Kind> kinds = chosen();
    QStringList gone;
    for (const Row &row : m_rows) {
        if (kinds.contains(row.kind) && wordsOf(row.kind).isGone)
            gone << u"• "_s + row.box->text() + u" ("_s + row.amount->text() + u')';
    }
    const auto clear = [this, kinds] {
        m_clear->setEnabled(false);
        m_data->remove(kinds);
    };
    if (gone.isEmpty()) {
        clear();
        return;
    }
    const QString question = tr("Remove this for good?");
    auto *box = new QMessageBox(QMessageBox::Warning, question, question, QMessageBox::NoButton, this);
    box->setObjectName(u"clearBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(gone.join(u'\n') + u"\n\n"_s + tr("Nobody can bring it back."));
    const QPushButton *agree = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(agree, &QPushButton::clicked, this, clear);
    box->open();
}

void ClearDataDialog::say(const QList<KeptData::Outcome> &outcomes)
{
    QStringList removed;
    QStringList failures;
    for (const KeptData::Outcome &outcome : outcomes) {
        if (outcome.removed > 0)
            removed << wordsOf(outcome.kind).title;
        if (outcome.removed > 0 && outcome.kind == Kind::Layout)
            Q_EMIT layoutCleared();
        failures += outcome.failures;
    }
    QStringList lines;
    if (!removed.isEmpty())
        lines << tr("Removed: %1.").arg(removed.join(u"; "_s));
    if (!failures.isEmpty())
        lines << tr("Not removed, try again later:")
              << failures.first(std::min<qsizetype>(failures.size(), 8));
    if (lines.isEmpty())
        lines << tr("There was nothing to remove.");
    m_said->setText(lines.join(u'\n'));
    m_said->show();
    for (const Row &row : m_rows)
        row.box->setChecked(false);
    showAmounts();
    Q_EMIT cleared();
}

} // namespace linnet::gui
