// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/workdialog.h"

#include "gui/widgets/dialogsize.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

WorkDialog::WorkDialog(const QString &text, Work work, QWidget *over)
    : QDialog(over)
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_task([this](bool) {
        accept();
        Q_EMIT ended();
    })
{
    setObjectName(u"workDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(QGuiApplication::applicationDisplayName());
    auto *label = new QLabel(text, this);
    label->setWordWrap(true);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("How far it is"));
    connect(m_cancel, &QPushButton::clicked, this, &WorkDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 14);
    layout->setSpacing(12);
    layout->addWidget(label);
    layout->addWidget(m_bar);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_cancel);
    layout->addLayout(row);
    fitToTexts(*this, 420);
    const auto tell = [this](double share) {
        QMetaObject::invokeMethod(
            this, [this, share] { showProgress(share); }, Qt::QueuedConnection);
    };
    m_task.start([work = std::move(work), course = store::Course(m_stop.get_token(), tell)] {
        work(course);
        return true;
    });
}

WorkDialog::~WorkDialog()
{
    m_stop.request_stop();
    m_task.stop();
}

void WorkDialog::reject()
{
    m_stop.request_stop();
    m_cancel->setEnabled(false);
    m_cancel->setText(tr("Stopping…"));
}

// Until it is known how far it is, the bar only says that something goes on.
void WorkDialog::showProgress(double share)
{
    constexpr int Parts = 1000;
    m_bar->setRange(0, Parts);
    m_bar->setValue(int(share * Parts));
}

} // namespace linnet::gui
