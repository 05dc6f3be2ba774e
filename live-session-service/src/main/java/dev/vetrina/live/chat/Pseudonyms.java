package dev.vetrina.live.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What stands for an author: the same in one session, and of no use in another. */
@ApplicationScoped
class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int NAME_BYTES = 3;

    private final ChatConfig config;

    Pseudonyms(ChatConfig config) {
        this.config = config;
    }

    String authorId(UUID sessionId, String customerId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(mac(sessionId, customerId), ID_BYTES));
    }

    /** Six digits that tell the authors of a session apart for readers; only the id tells them apart for sure. */
    String number(UUID sessionId, String customerId) {
        byte[] mac = mac(sessionId, customerId);
        return HexFormat.of().withUpperCase().formatHex(mac, mac.length - NAME_BYTES, mac.length);
    }

    private byte[] mac(UUID sessionId, String customerId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(config.pseudonymKey().getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(("chat/" + sessionId + "/" + customerId).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
