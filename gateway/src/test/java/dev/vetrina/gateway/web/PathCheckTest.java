package dev.vetrina.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathCheckTest {

    @Test
    void ordinaryPathsAreRead() {
        assertThat(PathCheck.isPlain("/v1/products/0198-abc")).isTrue();
        assertThat(PathCheck.isPlain("/v1/products/a+b%20c...d")).isTrue();
        assertThat(PathCheck.isPlain("/docs/")).isTrue();
    }

    @Test
    void detoursAreNot() {
        assertThat(PathCheck.isPlain("/v1/../q")).isFalse();
        assertThat(PathCheck.isPlain("/v1/%2E%2e/q")).isFalse();
        assertThat(PathCheck.isPlain("/v1/..%2Fq")).isFalse();
        assertThat(PathCheck.isPlain("/v1/..;x/q")).isFalse();
        assertThat(PathCheck.isPlain("/v1/./q")).isFalse();
        assertThat(PathCheck.isPlain("/v1/..\\q")).isFalse();
        assertThat(PathCheck.isPlain("/v1/%5c..%5cq")).isFalse();
        assertThat(PathCheck.isPlain("/v1/%zz")).isFalse();
    }
}
