package io.github.mgsjaxrs.offline;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mgsjaxrs.testing.ZipForge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ZIP files that some reader reads in another way than some other, or that are too much. */
class ZipLayoutTest {

  private static final byte[] ZEROS = new byte[2 << 20];
  private static final byte[] TEXT = "tea ".repeat(1000).getBytes(US_ASCII);

  private final ZipForge forge = new ZipForge().file("a.tar", "the tar").file("b.xml", "<b/>");
  private final ZipForge.Entry first = forge.entry(0);
  private final ZipForge.Entry second = forge.entry(1);

  private static Map<String, EntryPlace> read(ZipForge forge, OfflineLimits limits)
      throws IOException {
    return ZipLayout.of(new HeldBytes(forge.bytes()), limits);
  }

  private Map<String, EntryPlace> read() throws IOException {
    return read(forge, OfflineLimits.DEFAULT);
  }

  private static RejectedPackage refusal(ZipForge forge, OfflineLimits limits) {
    return refusal(forge.bytes(), limits);
  }

  private static RejectedPackage refusal(byte[] bytes, OfflineLimits limits) {
    return catchThrowableOfType(
            RefusedPackageException.class, () -> ZipLayout.of(new HeldBytes(bytes), limits))
        .rejected();
  }

  private void assertRefused(String reason) {
    RejectedPackage refusal = refusal(forge, OfflineLimits.DEFAULT);
    assertThat(refusal.outcome()).isEqualTo(PackageOutcome.INVALID_PARAMETER);
    assertThat(refusal.reason()).contains(reason);
  }

  private static void assertTooLarge(ZipForge forge, OfflineLimits limits, String reason) {
    RejectedPackage refusal = refusal(forge, limits);
    assertThat(refusal.outcome()).isEqualTo(PackageOutcome.TOO_LARGE);
    assertThat(refusal.reason()).contains(reason);
  }

  @Test
  void findsFilesWhereTheyLie() throws IOException {
    ZipForge.Entry deflated = forge.add("c.txt", TEXT, true);
    Map<String, EntryPlace> places = read();
    assertThat(places.keySet()).containsExactly("a.tar", "b.xml", "c.txt");
    assertThat(places.get("a.tar"))
        .isEqualTo(new EntryPlace(false, 30 + 5, 7, 7, first.central.crc));
    assertThat(places.get("b.xml"))
        .isEqualTo(new EntryPlace(false, 30 + 5 + 7 + 30 + 5, 4, 4, second.central.crc));
    assertThat(places.get("c.txt"))
        .isEqualTo(
            new EntryPlace(
                true,
                30 + 5 + 7 + 30 + 5 + 4 + 30 + 5,
                deflated.stored.length,
                TEXT.length,
                deflated.central.crc));
  }

  @Test
  void takesADirectoryInAnotherOrderThanTheFiles() throws IOException {
    byte[] bytes = forge.bytes();
    int directory = 30 + 5 + 7 + 30 + 5 + 4;
    int length = 46 + 5;
    byte[] swapped = bytes.clone();
    System.arraycopy(bytes, directory, swapped, directory + length, length);
    System.arraycopy(bytes, directory + length, swapped, directory, length);
    assertThat(ZipLayout.of(new HeldBytes(swapped), OfflineLimits.DEFAULT).keySet())
        .containsExactly("a.tar", "b.xml");
  }

  @Test
  void takesSizesBehindADeflatedFile() throws IOException {
    ZipForge.describedBehind(forge.add("c.txt", TEXT, true));
    ZipForge.describedBehind(forge.add("d.txt", TEXT, true));
    assertThat(read()).containsKeys("c.txt", "d.txt");
  }

  @Test
  void takesTimesAndOwnersOfInfoZip() throws IOException {
    first.local.extra = ZipForge.extra(0x5455, new byte[13]);
    first.central.extra = ZipForge.extra(0x7875, new byte[19]);
    second.central.extra = ZipForge.extra(0xcafe, new byte[0]);
    assertThat(read()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0x81a40000, 0x20})
  void takesRegularFiles(int attributes) throws IOException {
    first.attributes = Integer.toUnsignedLong(attributes);
    assertThat(read()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xa1ff0000, 0x41ed0000, 0x10, 0x08, 0x21000000})
  void refusesLinksFoldersAndDevices(int attributes) {
    first.attributes = Integer.toUnsignedLong(attributes);
    assertRefused("'a.tar' is no regular file");
  }

  @Test
  void refusesNothing() {
    assertThat(refusal(new byte[0], OfflineLimits.DEFAULT).outcome())
        .isEqualTo(PackageOutcome.EMPTY);
    assertThat(refusal(new ZipForge(), OfflineLimits.DEFAULT).outcome())
        .isEqualTo(PackageOutcome.EMPTY);
  }

  @Test
  void refusesWhatIsNoZipFile() {
    assertThat(refusal(new byte[21], OfflineLimits.DEFAULT).reason()).contains("21 bytes");
    assertThat(refusal(new byte[22], OfflineLimits.DEFAULT).reason()).contains("no end of a ZIP");
    assertThat(refusal(ZEROS, OfflineLimits.DEFAULT).outcome())
        .isEqualTo(PackageOutcome.INVALID_PARAMETER);
  }

  @Test
  void refusesBytesBeforeTheFirstEntry() {
    forge.before = new byte[] {1};
    assertRefused("bytes that belong to none");
  }

  @Test
  void refusesBytesBeforeTheFirstEntryThatOffsetsDoNotCount() {
    forge.before = new byte[100];
    forge.directoryOffsetMore = -100;
    forge.entries.forEach(entry -> entry.offsetMore = -100);
    assertRefused("does not end where the end record starts");
  }

  @Test
  void refusesBytesBetweenEntries() {
    second.gap = new byte[] {1};
    assertRefused("behind the entry 'a.tar'");
  }

  @Test
  void refusesAnEntryThatTheDirectoryLeavesOut() {
    second.missingInDirectory = true;
    assertRefused("behind the entry 'a.tar'");
    first.missingInDirectory = true;
    second.missingInDirectory = false;
    assertRefused("before the entry 'b.xml'");
  }

  @Test
  void refusesAnArchiveWhoseDirectoryIsEmptyWhileEntriesLieInIt() {
    first.missingInDirectory = true;
    second.missingInDirectory = true;
    assertRefused("before its central directory");
  }

  @Test
  void refusesAnEntryWithoutContent() {
    second.missingContent = true;
    assertRefused("'b.xml' is another in the central directory");
  }

  @Test
  void refusesBytesBeforeTheDirectory() {
    forge.beforeDirectory = new byte[] {1};
    assertRefused("behind the entry 'b.xml'");
  }

  @Test
  void refusesBytesBehindTheDirectory() {
    forge.afterDirectory = new byte[] {1};
    assertRefused("does not end where the end record starts");
  }

  @Test
  void refusesAnEntryBehindTheDirectory() {
    ZipForge hidden = new ZipForge().file("evil.tar", "evil");
    forge.afterDirectory = hidden.bytes();
    assertRefused("does not end where the end record starts");
    forge.afterDirectory = Arrays.copyOf(forge.afterDirectory, forge.afterDirectory.length - 22);
    forge.directoryLengthMore = forge.afterDirectory.length;
    assertRefused("more entries than the end record says");
  }

  @Test
  void refusesBytesBehindTheEnd() {
    forge.behind = new byte[] {1};
    assertRefused("no end of a ZIP file");
  }

  @Test
  void refusesAComment() {
    forge.comment = new byte[] {'x'};
    assertRefused("no end of a ZIP file");
  }

  @Test
  void refusesACommentThatHidesASecondEnd() {
    forge.comment = new ZipForge().file("evil.tar", "evil").bytes();
    assertRefused("its central directory does not end where the end record starts");
  }

  @Test
  void refusesASecondEndWhoseCommentIsTheRest() {
    ByteArrayOutputStream end = new ByteArrayOutputStream();
    ZipForge.u32(end, 0x06054b50L);
    end.writeBytes(new byte[16]);
    // its comment: from the end of this file's content to the end of the package
    int rest = (46 + 5) * 3 + 22;
    ZipForge.u16(end, rest);
    ZipForge.Entry hiding = forge.add("c.txt", end.toByteArray(), false);
    assertRefused("a second end record");
    // a comment that ends elsewhere: some readers that search from the front take it all the same
    hiding.stored[20]++;
    assertRefused("a second end record");
    // a directory that begins behind its own end
    hiding.stored[18] = 1;
    assertThat(refusalOrNull()).isNull();
    // some readers that search from behind ask for the comment alone
    hiding.stored[20]--;
    assertRefused("a second end record");
    hiding.stored[20]++;
    hiding.stored[18] = 0;
    hiding.stored[14] = 1;
    assertThat(refusalOrNull()).isNull();
    // as ZIP64 writes them
    Arrays.fill(hiding.stored, 12, 16, (byte) 0xff);
    assertRefused("a second end record");
    Arrays.fill(hiding.stored, 12, 16, (byte) 0);
    Arrays.fill(hiding.stored, 16, 20, (byte) 0xff);
    assertRefused("a second end record");
  }

  @Test
  void refusesAnEndWhoseDirectoryReachesUpToIt() {
    ByteArrayOutputStream end = new ByteArrayOutputStream();
    ZipForge.u32(end, 0x02014b50L);
    end.writeBytes(new byte[42]);
    ZipForge.u32(end, 0x06054b50L);
    end.writeBytes(new byte[8]);
    int before = (30 + 5 + 7) + (30 + 5 + 4) + (30 + 5);
    ZipForge.u32(end, 46);
    ZipForge.u32(end, before);
    ZipForge.u16(end, 7);
    ZipForge.Entry hiding = forge.add("c.txt", end.toByteArray(), false);
    assertRefused("a second end record");
    hiding.stored[46 + 16]++;
    assertThat(refusalOrNull()).isNull();
    hiding.stored[46 + 16] -= 2;
    // what stands there is no entry of a directory
    assertThat(refusalOrNull()).isNull();
  }

  @Test
  void findsATarThatHoldsAZipFileAtItsEnd() throws IOException {
    byte[] inner = new ZipForge().file("page.html", "<p>").file("page.css", "p {}").bytes();
    byte[] tar = Arrays.copyOf(inner, inner.length + 1024);
    ZipForge outer = new ZipForge().file("a.json", "{}");
    outer.add("site.tar", tar, false);
    assertThat(read(outer, OfflineLimits.DEFAULT)).containsOnlyKeys("a.json", "site.tar");
    // as the package's first file the other one's directory lies where it says, but for the header
    ZipForge alone = new ZipForge();
    alone.add("site.tar", tar, false);
    assertThat(read(alone, OfflineLimits.DEFAULT)).containsOnlyKeys("site.tar");
  }

  @Test
  void refusesAnotherZipFilesEndWhoseDirectoryWasPutInItsPlace() {
    byte[] inner = new ZipForge().file("page.html", "<p>").bytes();
    int directory = 30 + 9 + 3;
    // a file in front whose content lies where the inner one's end points to
    byte[] front = Arrays.copyOfRange(inner, directory, directory + 46 + 9);
    ZipForge outer = new ZipForge();
    outer.add("abcdefghijkl", front, false);
    outer.add("site.tar", inner, false);
    assertThat(refusal(outer, OfflineLimits.DEFAULT).reason())
        .contains("a second end record")
        .contains("compress the .tar");
  }

  private RefusedPackageException refusalOrNull() {
    try {
      read();
      return null;
    } catch (RefusedPackageException refused) {
      return refused;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusesASecondEndAsFarAwayAsAReaderSearches() {
    byte[] end = new byte[65_535 - 46 - 5];
    end[0] = 'P';
    end[1] = 'K';
    end[2] = 5;
    end[3] = 6;
    end[20] = (byte) 0xff; // the longest comment that there can be
    end[21] = (byte) 0xff;
    ZipForge far = new ZipForge();
    far.add("a.tar", end, false);
    assertThat(refusal(far, OfflineLimits.DEFAULT).reason()).contains("a second end record");
  }

  @Test
  void refusesAnEndRecordOfZip64() {
    ByteArrayOutputStream locator = new ByteArrayOutputStream();
    ZipForge.u32(locator, 0x07064b50L);
    locator.writeBytes(new byte[16]);
    second.central.extra = ZipForge.extra(0x000a, locator.toByteArray());
    assertRefused("a ZIP64 end record");
  }

  @Test
  void refusesCountsThatAreNotTheDirectorys() {
    forge.countMore = 1;
    assertRefused("contradicts itself");
    forge.countHereMore = 1;
    assertRefused("its central directory is damaged");
    forge.countMore = -1;
    forge.countHereMore = -1;
    assertRefused("more entries than the end record says");
  }

  @Test
  void refusesSeveralDisks() {
    forge.disk = 1;
    assertRefused("a part of a ZIP file");
    forge.disk = 0;
    forge.directoryDisk = 1;
    assertRefused("a part of a ZIP file");
    forge.directoryDisk = 0;
    first.disk = 1;
    assertRefused("lies on another disk");
  }

  @Test
  void refusesADirectoryElsewhere() {
    forge.directoryOffsetMore = 1;
    assertRefused("does not end where the end record starts");
    forge.directoryOffsetMore = -1;
    assertRefused("does not end where the end record starts");
    forge.directoryLengthMore = 1;
    assertRefused("its central directory is damaged");
  }

  @Test
  void refusesMagicNumbersOfZip64() {
    forge.directoryOffsetMore = 0xffffffffL - 81;
    assertRefused("ZIP64");
    forge.directoryOffsetMore = 0;
    forge.directoryLengthMore = 0xffffffffL - 102;
    assertRefused("ZIP64");
    forge.directoryLengthMore = 0;
    first.central.size = 0xffffffffL;
    assertRefused("'a.tar' is ZIP64");
    first.central.size = 7;
    first.central.compressed = 0xffffffffL;
    assertRefused("'a.tar' is ZIP64");
    first.central.compressed = 7;
    first.offsetMore = 0xffffffffL;
    assertRefused("'a.tar' is ZIP64");
  }

  @Test
  void refusesExtraFieldsOfZip64AndOtherNames() {
    for (int id : new int[] {0x0001, 0x7075, 0x6375, 0x9901, 0x0017}) {
      first.central.extra = ZipForge.extra(id, new byte[8]);
      assertRefused("the entry 'a.tar' has the extra field 0x" + Integer.toHexString(id));
      first.central.extra = new byte[0];
      first.local.extra = ZipForge.extra(id, new byte[8]);
      assertRefused("the local header of 'a.tar' has the extra field");
      first.local.extra = new byte[0];
    }
  }

  @Test
  void refusesDamagedExtraFields() {
    first.central.extra = new byte[] {0x55, 0x54, 0};
    assertRefused("damaged extra fields");
    first.central.extra = new byte[] {0x55, 0x54, 5, 0, 1, 2};
    assertRefused("damaged extra fields");
    for (int stray = 1; stray < 4; stray++) {
      first.central.extra = Arrays.copyOf(ZipForge.extra(0x5455, new byte[5]), 9 + stray);
      assertRefused("damaged extra fields");
    }
    first.central.extra = ZipForge.extra(0x5455, new byte[14]);
    assertRefused("the extra field 0x5455");
    first.central.extra = new byte[0];
    first.local.extra = new byte[260];
    assertRefused("is another in the central directory");
  }

  @Test
  void refusesEncryptedAndOtherwiseMarkedEntries() {
    for (int flag : new int[] {1, 1 << 4, 1 << 5, 1 << 6, 1 << 13, 1 << 15}) {
      first.sides().forEach(side -> side.flags = flag);
      assertRefused("has the flags 0x" + Integer.toHexString(flag));
    }
  }

  @Test
  void takesTheFlagsOfCompressionAndUtf8() throws IOException {
    first.sides().forEach(side -> side.flags = 0b110 | 1 << 11);
    assertThat(read()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 9, 12, 93, 99})
  void refusesOtherMethods(int method) {
    first.sides().forEach(side -> side.method = method);
    assertRefused("has the method " + method);
  }

  @Test
  void refusesNewerVersions() {
    first.central.version = 45;
    assertRefused("needs version 45");
    first.central.version = 20;
    first.local.version = 21;
    assertRefused("needs version 21");
  }

  @Test
  void refusesAStoredEntryWithTwoSizes() {
    first.sides().forEach(side -> side.size = 6);
    assertRefused("the stored entry 'a.tar' has two sizes");
  }

  @Test
  void refusesAStoredEntryWithItsSizesBehind() {
    ZipForge.describedBehind(first);
    assertRefused("the stored entry 'a.tar'");
  }

  private void assertRefusedWhere(Consumer<ZipForge.Side> other) {
    ZipForge changed = new ZipForge();
    ZipForge.Entry entry = changed.add("a.tar", TEXT, true);
    other.accept(entry.local);
    RejectedPackage refusal = refusal(changed, OfflineLimits.DEFAULT);
    assertThat(refusal.outcome()).isEqualTo(PackageOutcome.INVALID_PARAMETER);
    assertThat(refusal.reason()).contains("'a.tar' is another in the central directory");
  }

  @Test
  void refusesALocalHeaderThatSaysOtherThings() {
    assertRefusedWhere(local -> local.signature++);
    assertRefusedWhere(local -> local.flags = 2);
    assertRefusedWhere(local -> local.method = 0);
    assertRefusedWhere(local -> local.crc++);
    assertRefusedWhere(local -> local.compressed++);
    assertRefusedWhere(local -> local.size++);
    assertRefusedWhere(local -> local.name = "b.tar");
    assertRefusedWhere(local -> local.name = "a.tarr");
    assertRefusedWhere(local -> local.name = "");
  }

  @Test
  void refusesSizesBehindAFileThatSayOtherThings() {
    for (int at = 0; at < 16; at++) {
      ZipForge changed = new ZipForge();
      ZipForge.Entry entry = changed.add("a.tar", TEXT, true);
      ZipForge.describedBehind(entry);
      entry.descriptor[at]++;
      assertThat(refusal(changed, OfflineLimits.DEFAULT).reason())
          .contains("is another in the central directory");
    }
  }

  @Test
  void refusesSizesBehindAFileWithoutTheirSignatureOrInTwoPlaces() {
    ZipForge.Entry entry = forge.add("c.txt", TEXT, true);
    ZipForge.describedBehind(entry);
    byte[] whole = entry.descriptor;
    entry.descriptor = Arrays.copyOfRange(whole, 4, 16);
    assertRefused("behind the entry 'c.txt'");
    entry.descriptor = whole;
    entry.local.crc = entry.central.crc;
    assertRefused("'c.txt' is another in the central directory");
    entry.local.crc = 0;
    entry.local.size = 1;
    assertRefused("'c.txt' is another in the central directory");
  }

  @Test
  void refusesAnEntryThatReachesIntoTheNext() {
    first.sides().forEach(side -> side.compressed = 8);
    first.sides().forEach(side -> side.size = 8);
    assertRefused("behind the entry 'a.tar'");
  }

  @Test
  void refusesTwoEntriesAtOnePlace() {
    second.missingContent = true;
    second.offsetMore = -(30 + 5 + 7);
    second.central.name = "b.tar";
    assertRefused("is another in the central directory");
  }

  @Test
  void refusesAnEntryBehindTheStartOfTheDirectory() {
    second.offsetMore = 200;
    assertRefused("bytes that belong to none");
  }

  @Test
  void refusesACommentOfAnEntry() {
    first.comment = new byte[] {'x'};
    assertRefused("has a comment");
  }

  @Test
  void refusesADirectoryThatIsDamaged() {
    first.central.signature++;
    assertRefused("its central directory is damaged");
    first.central.signature--;
    second.central.signature++;
    assertRefused("its central directory is damaged");
  }

  @Test
  void refusesAnEntryThatReachesBeyondTheDirectory() {
    byte[] bytes = forge.bytes();
    int nameLength = 30 + 5 + 7 + 30 + 5 + 4 + 46 + 5 + 28;
    assertThat(bytes[nameLength]).isEqualTo((byte) 5);
    bytes[nameLength]++;
    assertThat(refusal(bytes, OfflineLimits.DEFAULT).reason())
        .contains("its central directory is damaged");
  }

  @Test
  void refusesADirectoryThatIsLongerThanItsEntriesCanBe() {
    forge.afterDirectory = new byte[2 * (46 + 128 + 256)];
    forge.directoryLengthMore = forge.afterDirectory.length;
    assertRefused("its central directory has 962 bytes for 2 entries");
  }

  @Test
  void takesNamesAndExtraFieldsAsLongAsTheyMayBe() throws IOException {
    ByteArrayOutputStream extra = new ByteArrayOutputStream();
    for (int i = 0; i < 7; i++) {
      extra.writeBytes(ZipForge.extra(0x000a, new byte[32]));
    }
    extra.writeBytes(ZipForge.extra(0xcafe, new byte[0]));
    assertThat(extra.size()).isEqualTo(256);
    ZipForge longest = new ZipForge().file("n".repeat(128), "");
    longest.entry(0).sides().forEach(side -> side.extra = extra.toByteArray());
    assertThat(read(longest, OfflineLimits.DEFAULT)).hasSize(1);

    extra.writeBytes(ZipForge.extra(0xcafe, new byte[0]));
    longest.entry(0).local.extra = extra.toByteArray();
    assertThat(refusal(longest, OfflineLimits.DEFAULT).reason())
        .contains("is another in the central directory");
    longest.entry(0).central.extra = extra.toByteArray();
    assertThat(refusal(longest, OfflineLimits.DEFAULT).reason())
        .contains("its central directory has 434 bytes for 1 entries");
  }

  @Test
  void refusesADuplicate() {
    forge.file("a.tar", "another");
    assertRefused("two entries 'a.tar'");
  }

  @Test
  void refusesNamesThatDifferInCaseAlone() {
    forge.file("B.XML", "another");
    assertRefused("two entries 'B.XML'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.tar",
        "..",
        ".",
        "/etc/passwd",
        "sub/file",
        "folder/",
        "back\\slash",
        "C:evil",
        "C:",
        "nul\0byte",
        "line\nfeed",
        "escape\u001b[0m",
        "delete\u007f",
        "latin-\u00e9",
        "utf-8-\u00c3\u00a9",
        "trailing.",
        "trailing ",
        " leading",
        "",
        "a*b",
        "a?b",
        "a<b",
        "a>b",
        "a|b",
        "a\"b",
        "a.tar;1", // over a.tar by Info-ZIP
        "MANIFE~1.XML",
        "NUL.tar",
        "con",
        "Com1 .x",
        "CONOUT$"
      })
  void refusesNamesThatMeanAnotherFileSomewhere(String name) {
    forge.file(name, "content");
    RejectedPackage refusal = refusal(forge, OfflineLimits.DEFAULT);
    assertThat(refusal.outcome()).isEqualTo(PackageOutcome.INVALID_PARAMETER);
    assertThat(refusal.reason()).matches("[ -~]*");
  }

  @Test
  void saysWhyFoldersAreRefused() {
    forge.file("sub/file", "content");
    assertRefused("a name has the byte 0x2f at 3: only files at the top are taken");
    forge.entry(2).sides().forEach(side -> side.name = "sub:file");
    assertRefused("a name has the byte 0x3a at 3, which is not taken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", ".hidden", "a b", "~", "a~b", "!", "20000001.tar", "x-1_2+(3)", "console"})
  void takesPlainNames(String name) throws IOException {
    forge.file(name, "content");
    assertThat(read()).containsKey(name);
  }

  @Test
  void takesAsManyEntriesAsTheLimitSays() throws IOException {
    OfflineLimits limits = OfflineLimits.DEFAULT.withEntries(2);
    assertThat(read(forge, limits)).hasSize(2);
    assertTooLarge(forge.file("c", ""), limits, "3 entries, mgs.offline.limits.entries is 2");
  }

  @Test
  void takesNamesAsLongAsTheLimitSays() throws IOException {
    assertThat(read(forge, OfflineLimits.DEFAULT.withName(5))).hasSize(2);
    assertTooLarge(forge, OfflineLimits.DEFAULT.withName(4), "mgs.offline.limits.name is 4");
  }

  @Test
  void takesFilesAsLargeAsTheLimitSays() throws IOException {
    assertThat(read(forge, OfflineLimits.DEFAULT.withEntry(7))).hasSize(2);
    assertTooLarge(
        forge, OfflineLimits.DEFAULT.withEntry(6), "7 bytes, mgs.offline.limits.entry is 6");
  }

  @Test
  void takesFilesThatAreTogetherAsLargeAsTheLimitSays() throws IOException {
    assertThat(read(forge, OfflineLimits.DEFAULT.withContent(11))).hasSize(2);
    assertTooLarge(
        forge, OfflineLimits.DEFAULT.withContent(10), "11 bytes, mgs.offline.limits.content is 10");
  }

  @Test
  void refusesBombsByWhatTheySayThemselves() throws IOException {
    ZipForge.Entry bomb = forge.add("c.txt", ZEROS, true);
    int packed = bomb.stored.length;
    int ratio = ZEROS.length / packed;
    assertThat(read(forge, OfflineLimits.DEFAULT.withRatio(ratio + 1))).hasSize(3);
    assertTooLarge(
        forge, OfflineLimits.DEFAULT.withRatio(ratio), "mgs.offline.limits.ratio is " + ratio);
  }

  @Test
  void takesALargeFileThatIsAsLongAsTheRatioSays() throws IOException {
    forge.add("c.txt", ZEROS, false);
    assertThat(read(forge, OfflineLimits.DEFAULT.withRatio(1))).hasSize(3);
  }

  @Test
  void doesNotAskForTheRatioOfSmallFiles() throws IOException {
    forge.add("c.txt", new byte[1 << 20], true);
    OfflineLimits limits = OfflineLimits.DEFAULT.withRatio(1);
    assertThat(read(forge, limits)).hasSize(3);
    forge.add("d.txt", new byte[(1 << 20) + 1], true);
    assertTooLarge(forge, limits, "'d.txt'");
  }

  @Test
  void readsNothingOfAPackageThatOnlySaysThatItIsLarge() {
    first.sides().forEach(side -> side.size = 0xfffffffeL);
    first.sides().forEach(side -> side.compressed = 0xfffffffeL);
    assertTooLarge(forge, OfflineLimits.DEFAULT, "mgs.offline.limits.entry");
  }
}
