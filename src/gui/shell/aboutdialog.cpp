// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/aboutdialog.h"

#include "base/version.h"
#include "gui/look/textscale.h"
#include "gui/shell/licencesdialog.h"
#include "gui/widgets/dialogsize.h"
#include "gui/widgets/iconlabel.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
    , m_newer(new QPushButton(this))
{
    setWindowTitle(tr("About Linnet"));
    auto *icon = new IconLabel(64, this);
    icon->setIcon(QIcon(u":/icons/linnet.svg"_s));
    auto *name = new QLabel(tr("Linnet %1").arg(QStringLiteral(LINNET_VERSION)), this);
    keepFont(name, 1.4, QFont::DemiBold);
    // What reports of faults should name; the program knows of which sources it was made.
    const QString known = QCoreApplication::applicationVersion();
    auto *build = new QLabel(known.isEmpty() ? versionText({}) : known, this);
    build->setObjectName(u"build"_s);
    build->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *what =
        new QLabel(tr("Collects job vacancies politely and turns them into tables and files that Excel opens "
                      "correctly. Everything stays on this computer; nothing is reported to anybody."),
                   this);
    auto *licence =
        new QLabel(tr("Free software under the GNU General Public License, version 3 or later. It comes "
                      "without any warranty."),
                   this);
    for (QLabel *label : {what, licence})
        label->setWordWrap(true);
    for (QLabel *label : {build, licence})
        label->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *licences = buttons->addButton(tr("Licences of others…"), QDialogButtonBox::HelpRole);
    licences->setObjectName(u"licencesButton"_s);
    auto *report = buttons->addButton(tr("Copy report…"), QDialogButtonBox::ActionRole);
    report->setObjectName(u"reportButton"_s);
    connect(report, &QPushButton::clicked, this, &AboutDialog::reportRequested);
    connect(licences, &QPushButton::clicked, this, [this] {
        auto *dialog = new LicencesDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });

    m_newer->setObjectName(u"newerButton"_s);
    m_newer->hide();
    connect(m_newer, &QPushButton::clicked, this, &AboutDialog::newerRequested);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->addWidget(icon, 0, Qt::AlignHCenter);
    layout->addWidget(name, 0, Qt::AlignHCenter);
    layout->addWidget(build, 0, Qt::AlignHCenter);
    layout->addWidget(m_newer, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addWidget(what);
    layout->addWidget(licence);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    fitToTexts(*this, 440);
}

void AboutDialog::showNewer(const QString &version)
{
    m_newer->setText(tr("Linnet %1 is there…").arg(version));
    m_newer->setVisible(!version.isEmpty());
    fitToTexts(*this, 440);
}

} // namespace linnet::gui
