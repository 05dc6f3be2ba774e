package dev.vetrina.live.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/**
 * nginx-rtmp has an HTTP client of its own, which speaks HTTP/1.0 and reads of an answer the tenth character and, if that is
 * a 3, the value of {@code Location} as it stands there.
 */
@QuarkusTest
class NginxWireTest {

    @Test
    void anAnswerIsUnderstoodByItsTenthCharacter() throws IOException {
        Encoder encoder = Encoder.of(Show.live(Goods.some()));

        String allowed = answer("call=publish&name=" + encoder.show().id() + "&type=live&key=" + encoder.key());
        String renamed = answer("call=publish&name=" + encoder.key() + "&type=live");
        String refused = answer("call=publish&name=sk_wrong&type=live");

        assertThat(allowed.charAt(9)).isEqualTo('2');
        assertThat(renamed.charAt(9)).isEqualTo('3');
        assertThat(renamed)
                .containsIgnoringCase("\r\nlocation: " + encoder.show().id() + "\r\n");
        assertThat(refused.charAt(9)).isEqualTo('4');
    }

    private static String answer(String call) throws IOException {
        String body = "app=live&flashver=&swfurl=&tcurl=rtmp://localhost:1935/live&pageurl=&addr=127.0.0.1&clientid=1&"
                + call;
        String request = "POST /internal/ingest/nginx-rtmp?secret=" + Encoder.SECRET + "&server=ingest-1 HTTP/1.0\r\n"
                + "Host: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Connection: Close\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n"
                + body;
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
