package io.github.mgsjaxrs.tool;

import picocli.CommandLine.Command;

/** The group of commands for offline packages. */
@Command(
    name = "package",
    description = {
      "Signs and verifies offline packages (.amr).",
      "",
      "A package is a ZIP file with one <app id>.tar, a Manifest.xml, and SIGN.json: the Base64"
          + " SHA1withRSA signature of each other file.",
      ""
    })
final class PackageCommand {}
