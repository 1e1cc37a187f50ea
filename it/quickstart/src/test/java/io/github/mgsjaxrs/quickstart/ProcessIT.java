package io.github.mgsjaxrs.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The jar as a process: its port, its output, its end. */
class ProcessIT {

  @Test
  void printsNothingButTheBaseUriOnStandardOutputAndEndsAtSigterm() throws Exception {
    try (RunningQuickstart quickstart = RunningQuickstart.start()) {
      String baseUri = quickstart.firstLine();
      Endpoint endpoint = quickstart.endpoint();
      RawRequest open = RawRequest.of("GET", "/open").header("Connection", "keep-alive");
      try (RawConnection kept = endpoint.connect()) {
        assertThat(kept.exchange(open).status()).isEqualTo(200);
        quickstart.terminate();

        assertThat(quickstart.exitCode()).isEqualTo(143); // 128 + SIGTERM
      }
      assertThat(quickstart.output()).containsExactly(baseUri);
      assertThat(quickstart.errors()).doesNotContain("Exception", "\tat ");
    }
  }

  @Test
  void listensOnTheLoopbackAddressAlone() throws Exception {
    try (RunningQuickstart quickstart = RunningQuickstart.start()) {
      int port = quickstart.endpoint().port();
      for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
        for (InetAddress address : network.inetAddresses().toList()) {
          if (!address.isLoopbackAddress()) {
            assertThat(accepts(address, port)).as("%s", address).isFalse();
          }
        }
      }
    }
  }

  @Test
  void answersByAStatusToWhatIsNoTarget() throws Exception {
    try (RunningQuickstart quickstart = RunningQuickstart.start()) {
      for (String target :
          List.of("/?k=%", "/?k=%zz", "/%zz", "/?k=%u4f60", "/a|b", "/?k=\"", "/?k=a{b", "//[")) {
        RawResponse response = quickstart.endpoint().send(RawRequest.of("GET", target));
        assertThat(response.status()).as("%s\n%s", target, response).isEqualTo(400);
        assertThat(response.text()).as(target).doesNotContain("Grizzly", "Exception");
      }
      assertThat(quickstart.endpoint().send(RawRequest.of("GET", "/?k=%25&k[]=")).status())
          .isLessThan(500);
    }
  }

  @Test
  void saysSoWhenThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        RunningQuickstart quickstart =
            RunningQuickstart.start("-Dquickstart.port=" + taken.getLocalPort())) {
      assertThat(quickstart.exitCode()).isEqualTo(1);
      assertThat(quickstart.output()).isEmpty();
      assertThat(quickstart.errors())
          .contains("quickstart.port is " + taken.getLocalPort() + ", where this process cannot")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void shipsItsKeysInAStoreThatKeytoolReads() throws Exception {
    Process keytool =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home") + "/bin/keytool",
                    "-list",
                    "-keystore",
                    "target/classes/demo-keys.p12",
                    "-storepass",
                    "changeit"))
            .redirectErrorStream(true)
            .start();
    String listed = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(keytool.waitFor()).as(listed).isZero();
    assertThat(listed).contains("demo-md5", "demo-sm3", "demo-rsa", "demo-sm2", "koogallery");
  }

  private static boolean accepts(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (ConnectException refused) {
      return false;
    }
  }
}
