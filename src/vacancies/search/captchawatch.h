// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace linnet::vacancies {

/// Waits for somebody to solve a captcha: asks for a try every ten seconds and gives up after five minutes.
class CaptchaWatch : public QObject
{
    Q_OBJECT

public:
    explicit CaptchaWatch(QObject *parent = nullptr);

    bool isActive() const { return m_triesLeft > 0; }
    const QString &url() const { return m_url; }
    void begin(const QString &url); ///< a running watch only takes the newer address
    void end();
    void tryNow();

Q_SIGNALS:
    void tryDue();
    void gaveUp();

private:
    void onTimeout();

    QTimer m_timer;
    QString m_url;
    int m_triesLeft = 0;
};

} // namespace linnet::vacancies
