package dev.vetrina.gateway.cache;

import io.netty.util.AsciiString;

/** How an answer came about (RFC 9211), for whoever wonders how old it is. */
enum CacheStatus {
    HIT("vetrina; hit"),
    MISS("vetrina; fwd=miss; stored"),
    COALESCED("vetrina; fwd=miss; collapsed"),
    STALE("vetrina; hit; ttl=-1; detail=service-away"),
    REFUSED("vetrina; fwd=miss"),
    REFUSED_COALESCED("vetrina; fwd=miss; collapsed");

    static final CharSequence HEADER = AsciiString.cached("Cache-Status");

    private final String text;

    CacheStatus(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
