package dev.vetrina.gateway.limit;

import java.io.IOException;
import redis.embedded.RedisServer;

/** A real Redis, on the loopback interface alone. */
final class Redis {

    private Redis() {}

    static RedisServer started(int port) throws IOException {
        RedisServer redis = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .build();
        redis.start();
        return redis;
    }
}
