package io.github.mgsjaxrs.internal.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.security.MessageDigest;

/** The MD5 of a text in UTF-8, read from its bytes in another charset, in bounded memory. */
public final class TranscodedMd5 {

  private static final int CHARACTERS = 4096;

  private TranscodedMd5() {}

  /**
   * Hashes a text.
   *
   * @param in its bytes
   * @param charset their charset
   * @param digest an empty MD5
   * @return the digest
   * @throws java.nio.charset.CharacterCodingException if they are not valid in the charset
   * @throws IOException if they cannot be read
   */
  public static byte[] of(InputStream in, Charset charset, MessageDigest digest)
      throws IOException {
    Reader reader =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    CharsetEncoder encoder = UTF_8.newEncoder();
    CharBuffer characters = CharBuffer.allocate(CHARACTERS);
    ByteBuffer bytes = ByteBuffer.allocate(CHARACTERS * 4);
    boolean end = false;
    while (!end) {
      end = reader.read(characters) < 0;
      characters.flip();
      // a surrogate at the end of the buffer waits there for its other half
      CoderResult result = encoder.encode(characters, bytes, end);
      if (result.isError()) {
        // half a surrogate pair, which some decoders give: what follows it must not stay unhashed
        result.throwException();
      }
      characters.compact();
      bytes.flip();
      digest.update(bytes);
      bytes.clear();
    }
    return digest.digest();
  }
}
