package dev.vetrina.testkit.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The P-256 key that tokens are signed with (ES256). */
final class SigningKey {

    private static final String KEY_ID = "vetrina-";

    private final EllipticCurveJsonWebKey key;

    private SigningKey(EllipticCurveJsonWebKey key) {
        this.key = key;
    }

    static SigningKey generate() {
        return generate(1);
    }

    /** The key that follows this one when keys are changed. */
    SigningKey next() {
        return generate(Integer.parseInt(key.getKeyId().substring(KEY_ID.length())) + 1);
    }

    private static SigningKey generate(int number) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(KEY_ID + number);
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

    static String publicKeys(List<SigningKey> keys) {
        return new JsonWebKeySet(keys.stream().map(signing -> signing.key).toList())
                .toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** The claims of a token that this key has signed and whose time is not over; empty for any other. */
    Optional<JwtClaims> verified(String token) {
        try {
            return Optional.of(new JwtConsumerBuilder()
                    .setVerificationKey(key.getPublicKey())
                    .setExpectedAudience(AccessClaims.AUDIENCE)
                    .setRequireExpirationTime()
                    .build()
                    .processToClaims(token));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
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
