package dev.vetrina.gateway.feed;

import static io.restassured.RestAssured.given;

/** The gateway's own figures, as an operator reads them. */
final class Metrics {

    private Metrics() {}

    /** @throws IllegalStateException if there is no such figure */
    static double of(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(Double::sum)
                .orElseThrow(() -> new IllegalStateException("no metric " + name));
    }
}
