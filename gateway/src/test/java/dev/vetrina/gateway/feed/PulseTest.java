package dev.vetrina.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PulseTest {

    @Test
    void arraysAreAppendedAndEverythingElseIsReplaced() throws Exception {
        Pulse joined = Pulse.of("{\"viewers\":7,\"reactions\":{\"HEART\":12},\"chat\":[\"a\"]}")
                .joinedWith(Pulse.of("{\"viewers\":8,\"reactions\":{\"FIRE\":1},\"chat\":[\"b\",\"c\"]}"));

        assertThat(told(joined)).isEqualTo("{\"viewers\":8,\"reactions\":{\"FIRE\":1},\"chat\":[\"a\",\"b\",\"c\"]}");
    }

    @Test
    void whatOnlyOneOfThemTellsIsToldToo() throws Exception {
        Pulse joined =
                Pulse.of("{\"viewers\":7,\"chat\":[\"a\"]}").joinedWith(Pulse.of("{\"purchases\":1,\"gone\":[]}"));

        assertThat(told(joined)).isEqualTo("{\"viewers\":7,\"chat\":[\"a\"],\"purchases\":1,\"gone\":[]}");
    }

    @Test
    void ofTooManyThingsTheOldestAreLeftOut() throws Exception {
        Pulse pulse = Pulse.of("{\"chat\":[0]}");
        for (int next = 1; next <= Pulse.MOST_THINGS + 4; next++) {
            pulse = pulse.joinedWith(Pulse.of("{\"chat\":[" + next + "]}"));
        }

        assertThat(told(pulse))
                .isEqualTo(IntStream.rangeClosed(5, Pulse.MOST_THINGS + 4)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",", "{\"chat\":[", "]}")));
    }

    @Test
    void joiningChangesNeitherOfThem() throws Exception {
        Pulse earlier = Pulse.of("{\"viewers\":7,\"chat\":[\"a\"]}");
        Pulse later = Pulse.of("{\"viewers\":8,\"chat\":[\"b\"]}");
        Pulse first = earlier.joinedWith(later);

        assertThat(told(earlier.joinedWith(later))).isEqualTo(told(first));
        assertThat(told(later)).isEqualTo("{\"viewers\":8,\"chat\":[\"b\"]}");
    }

    @Test
    void whoComesInTheMiddleGetsTheFiguresOnly() throws Exception {
        assertThat(told(Pulse.of("{\"viewers\":7,\"chat\":[\"a\"],\"stock\":{\"v\":[1]}}")
                        .figures()))
                .isEqualTo("{\"viewers\":7,\"stock\":{\"v\":[1]}}");
    }

    @Test
    void aPulseIsAnObject() {
        assertThatThrownBy(() -> Pulse.of("[1]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pulse.of("{")).isInstanceOf(JsonProcessingException.class);
    }

    private static String told(Pulse pulse) {
        String frame = pulse.frame().content().toString();
        assertThat(frame).startsWith("event: pulse\ndata: ").endsWith("\n\n");
        return frame.substring("event: pulse\ndata: ".length()).strip();
    }
}
