package dev.vetrina.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CanonicalQueryTest {

    private static final Set<String> KNOWN = Set.of("a", "b");

    @Test
    void orderAndEscapesMakeNoDifference() {
        assertThat(CanonicalQuery.of("b=2&a=x%20y", KNOWN))
                .contains("a=x+y&b=2")
                .isEqualTo(CanonicalQuery.of("a=x+y&b=%32", KNOWN));
        assertThat(CanonicalQuery.of("a=%C3%A4", KNOWN)).contains("a=%C3%A4");
        assertThat(CanonicalQuery.of("a=1%262", KNOWN)).contains("a=1%262");
        assertThat(CanonicalQuery.of("a=", KNOWN)).contains("a=");
    }

    @Test
    void whatCanBeReadInTwoWaysIsLeftToTheService() {
        for (String query : new String[] {"c=1", "a=1&a=2", "a", "a=1&", "a=%", "a=%ff", "%61=1", "a=1&ticket=t"}) {
            assertThat(CanonicalQuery.of(query, KNOWN)).as(query).isEmpty();
        }
    }
}
