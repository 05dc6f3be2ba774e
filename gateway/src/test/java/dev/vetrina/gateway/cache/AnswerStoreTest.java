package dev.vetrina.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerStoreTest {

    private static final int MAX_BYTES = 100_000;

    @Test
    void howeverManyQuestionsThereAreMemoryIsBounded() {
        AnswerStore store = new AnswerStore(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValue("vetrina.cache.max-bytes", Integer.toString(MAX_BYTES))
                .withMapping(CacheSettings.class)
                .build()
                .getConfigMapping(CacheSettings.class));
        Stored.Answer answer =
                new Stored.Answer(new Lifetime(0, 0, 0), 0, "\"t\"", List.of(), Buffer.buffer(new byte[5_000]));

        for (int i = 0; i < 1_000; i++) {
            store.put("/v1/products/" + i, answer);
        }

        assertThat(store.bytes()).isPositive().isLessThanOrEqualTo(MAX_BYTES);
    }
}
