package dev.vetrina.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.gateway.Settings;
import dev.vetrina.gateway.web.RequestClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaTest {

    @Test
    void aQuotaIsReadFromItsText() {
        assertThat(Quota.of("600/60S")).isEqualTo(new Quota(600, Duration.ofMinutes(1)));
    }

    @Test
    void whatIsNoQuotaIsRefused() {
        for (String text : List.of("", "600", "600/60", "0/60S", "600/0S", "-1/60S", "600/1M", " 600/60S")) {
            assertThatThrownBy(() -> Quota.of(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void everyKindOfRequestHasAPolicyOfItsUserAndOfItsAddress() {
        Policies policies = new Policies(Settings.of(LimitSettings.class, Map.of("vetrina.limits.checkout", "7/9S")));
        assertThat(policies.ofUser(RequestClass.CHECKOUT).description()).isEqualTo("\"checkout\";q=7;w=9");
        assertThat(policies.ofUser(RequestClass.READ).name()).isEqualTo("reads");
        assertThat(policies.ofUser(RequestClass.WRITE).name()).isEqualTo("writes");
        assertThat(policies.ofUser(RequestClass.IMPORT).name()).isEqualTo("imports");
        assertThat(policies.ofAnyone(RequestClass.READ).name()).isEqualTo("anonymous-reads");
        assertThat(policies.ofAnyone(RequestClass.CHECKOUT).name()).isEqualTo("anonymous-writes");
        assertThat(policies.ofAnyone(RequestClass.FEED).name()).isEqualTo("feed");
        assertThat(policies.ofAnyone(RequestClass.PROVIDER).name()).isEqualTo("provider");
    }
}
