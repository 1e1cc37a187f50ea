package io.github.mgsjaxrs.tool;

import picocli.CommandLine.Command;

/** The group of commands for the key store. */
@Command(
    name = "keys",
    description = {
      "Imports, lists, generates and removes the keys of a PKCS12 file.",
      "",
      "The gateway's console shows bare salts and public keys. They are stored as secret-key entries,"
          + " which keytool of every JDK since 17 lists, and the library reads by"
          + " mgs.keystore.location.",
      ""
    })
final class KeysCommand {}
