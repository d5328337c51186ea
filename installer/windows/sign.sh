#!/bin/sh
# Signs a Windows program in place. REDI_CERTIFICATE: a PKCS#12 file; its password is read from the file that
# REDI_CERTIFICATE_PASSWORD names. REDI_TIMESTAMP: the address of a time-stamp server; without it, no time stamp.
set -eu
signed="$1.signed"
rm -f "$signed"
osslsigncode sign -pkcs12 "$REDI_CERTIFICATE" -readpass "$REDI_CERTIFICATE_PASSWORD" -h sha256 -n "REDI Desktop" \
    ${REDI_TIMESTAMP:+-ts "$REDI_TIMESTAMP"} -in "$1" -out "$signed"
chmod 755 "$signed"
mv "$signed" "$1"
