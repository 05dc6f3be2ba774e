package dev.vetrina.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class EntityTagsTest {

    @Test
    void aTagBeginsWithTheServicesOwnAndNamesTheBytes() {
        String tag = EntityTags.of("\"3\"", Buffer.buffer("a"));
        assertThat(tag).matches("\"3\\.[A-Za-z0-9_-]{16}\"").isEqualTo(EntityTags.of("\"3\"", Buffer.buffer("a")));
        assertThat(EntityTags.of("\"3\"", Buffer.buffer("b"))).isNotEqualTo(tag);
        assertThat(EntityTags.of(null, Buffer.buffer("a"))).matches("\"\\.[A-Za-z0-9_-]{16}\"");
        assertThat(EntityTags.of("\"", Buffer.buffer("a"))).isEqualTo(EntityTags.of(null, Buffer.buffer("a")));
        assertThat(EntityTags.of("W/\"3\"", Buffer.buffer("a"))).isEqualTo(EntityTags.of(null, Buffer.buffer("a")));
    }

    @Test
    void theServicesOwnIsFoundInItAgain() {
        assertThat(EntityTags.ownOf(EntityTags.of("\"3\"", Buffer.buffer("a")))).isEqualTo("\"3\"");
        assertThat(EntityTags.ownOf("\"3\"")).isEqualTo("\"3\"");
        assertThat(EntityTags.ownOf("*")).isEqualTo("*");
        assertThat(EntityTags.ownOf("\"3.too-short\"")).isEqualTo("\"3.too-short\"");
    }
}
