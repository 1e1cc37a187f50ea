package io.github.mgsjaxrs.koogallery.crypto;

/**
 * A sensitive field cannot be decrypted. Nothing tells why: that the padding is wrong, say, would
 * help whoever tries to read a field without its key.
 */
public final class UnreadableFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableFieldException() {
    super("The sensitive field cannot be decrypted with this access key and this encryptType");
  }
}
