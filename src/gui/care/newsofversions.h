// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/release.h"
#include "gui/services.h"

#include <QObject>
#include <QTimer>

#include <optional>

class QWidget;

namespace linnet::gui {

/// Tells of a newer version when the user wants that: asks one address for it, once a week at most, and says
/// nothing of this computer or its user. Never fetches the version itself.
class NewsOfVersions : public QObject
{
    Q_OBJECT

public:
    /// Of this build (LINNET_UPDATE_URL, https); empty = there is none.
    static QUrl builtInAddress();
    /// Why nobody can be asked; "" = one can.
    static QString whyNot(const Services &services, const QUrl &address = builtInAddress());

    explicit NewsOfVersions(const Services &services, QObject *parent = nullptr);

    /// For tests: another address, on this computer also without https.
    void setAddress(const QUrl &address);
    const QUrl &address() const { return m_address; }

    /// Asks if it is time to; called again by itself now and then.
    void look();
    /// The version that is newer than this one; nothing while none is known or wanted.
    std::optional<Release> newer() const;
    /// Shows the page of the newer version in the browser, after a question over this widget.
    void askToOpen(QWidget &over);

Q_SIGNALS:
    void changed(); ///< newer() may be another

private:
    void take(const Result<Release> &told);

    Services m_services;
    QUrl m_address;
    QTimer m_again;
};

} // namespace linnet::gui
