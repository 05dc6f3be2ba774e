package dev.vetrina.testkit;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Beginnings of REST-assured requests to the service under test. */
public final class Api {

    private Api() {}

    /** A JSON request with this bearer token. */
    public static RequestSpecification as(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** A JSON request of nobody. */
    public static RequestSpecification anonymous() {
        return RestAssured.given().contentType(ContentType.JSON);
    }

    /** A value for {@code Idempotency-Key} that no other request has. */
    public static String idempotencyKey() {
        return UUID.randomUUID().toString();
    }
}
