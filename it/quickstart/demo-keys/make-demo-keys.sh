#!/bin/sh
# Makes demo-keys.p12 and the private halves beside this script, anew. They protect nothing.
# Needs OpenSSL 3 and the keytool of a JDK.
set -eu
cd "$(dirname "$0")"
store=../src/main/resources/demo-keys.p12
rm -f "$store"

import_text() { # alias; the text comes from standard input
  keytool -importpass -alias "$1" -keystore "$store" -storetype PKCS12 -storepass changeit
}

# MD5 and SM3: salts
printf 'demo salt = no secret' | import_text demo-md5
printf 'another demo salt' | import_text demo-sm3

# KooGallery: an access key
printf 'demo access key = no secret' | import_text koogallery

# SM2: the public key as text
openssl genpkey -algorithm SM2 -out sm2.pem
openssl pkey -in sm2.pem -pubout -outform DER | openssl base64 -A | import_text demo-sm2

# RSA: a certificate
openssl req -x509 -newkey rsa:2048 -nodes -keyout rsa.pem -out rsa.crt -days 36500 -subj /CN=demo-rsa
keytool -importcert -noprompt -alias demo-rsa -file rsa.crt \
  -keystore "$store" -storetype PKCS12 -storepass changeit
rm rsa.crt

for algorithm in rsa sm2; do
  {
    echo "The private half of the quickstart's demo key demo-$algorithm. Everybody has it: it protects nothing."
    cat "$algorithm.pem"
  } > "demo-$algorithm-private.pem"
  rm "$algorithm.pem"
done

keytool -list -keystore "$store" -storepass changeit
