package dev.vetrina.testkit.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The P-256 key that tokens are signed with (ES256). */
final class SigningKey {

    private static final String KEY_ID = "vetrina-1";

    private final EllipticCurveJsonWebKey key;

    private SigningKey(EllipticCurveJsonWebKey key) {
        this.key = key;
    }

    static SigningKey generate() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(KEY_ID);
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return new SigningKey(key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tokens given out before a restart stay valid after it, because the key is kept; only its owner may read it. */
    static SigningKey keptIn(Path file) {
        try {
            if (Files.exists(file)) {
                return new SigningKey(
                        (EllipticCurveJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file)));
            }
            SigningKey created = generate();
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, created.key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            return created;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("Not a key: " + file, e);
        }
    }

    String publicKeys() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    String sign(JwtClaims claims) {
        try {
            JsonWebSignature token = new JsonWebSignature();
            token.setHeader("typ", "JWT");
            token.setKeyIdHeaderValue(key.getKeyId());
            token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            token.setPayload(claims.toJson());
            token.setKey(key.getPrivateKey());
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
