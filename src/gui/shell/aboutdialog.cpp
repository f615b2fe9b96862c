// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/aboutdialog.h"

#include "gui/widgets/dialogsize.h"
#include "gui/widgets/iconlabel.h"

#include <QDialogButtonBox>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Linnet"));
    auto *icon = new IconLabel(64, this);
    icon->setIcon(QIcon(u":/icons/linnet.svg"_s));
    auto *name = new QLabel(tr("Linnet %1").arg(QStringLiteral(LINNET_VERSION)), this);
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setWeight(QFont::DemiBold);
    name->setFont(large);
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
    licence->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->addWidget(icon, 0, Qt::AlignHCenter);
    layout->addWidget(name, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addWidget(what);
    layout->addWidget(licence);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    fitToTexts(*this, 440);
}

} // namespace linnet::gui
