// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/licencesdialog.h"

#include "gui/look/textscale.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QTextBrowser>
#include <QVBoxLayout>

static void initLicences()
{
    Q_INIT_RESOURCE(licences);
}

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

LicencesDialog::LicencesDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Licences of others"));
    auto *text = new QTextBrowser(this);
    text->setObjectName(u"licences"_s);
    text->setAccessibleName(windowTitle());
    text->setOpenExternalLinks(true);
    initLicences();
    QFile file(u":/licences/third-party.md"_s);
    if (file.open(QIODevice::ReadOnly))
        text->setMarkdown(QString::fromUtf8(file.readAll()));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(buttons);
    resize(scaled(QSize(760, 520)));
}

} // namespace linnet::gui
