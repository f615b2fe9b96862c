// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

namespace linnet::session {

/// Where secrets are kept from one start of the program to the next. Nothing waits: load() and keep() answer
/// by signals. What cannot be kept lives as long as the program, and keep() says so.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What is known now: empty before loaded() and when there is none.
    virtual QByteArray secret(const QString &key) const = 0;
    virtual void load(const QString &key) = 0;
    /// Usable through secret() at once.
    virtual void keep(const QString &key, const QByteArray &secret) = 0;
    /// removed() tells what became of it.
    virtual void remove(const QString &key) = 0;
    /// What is known to be kept, from this start of the program or an earlier one.
    virtual QStringList keys() const = 0;

Q_SIGNALS:
    /// secret(key) is there, or there is none, or the store cannot be used.
    void loaded(const QString &key);
    /// Kept; or Reason::Io with the store's message: for this run of the program only.
    void kept(const QString &key, const linnet::Result<void> &result);
    /// It is not there any more, or never was; or Reason::Io with the store's message: it may still be there.
    void removed(const QString &key, const linnet::Result<void> &result);
};

} // namespace linnet::session
