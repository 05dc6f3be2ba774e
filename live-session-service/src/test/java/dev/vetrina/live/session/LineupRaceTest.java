package dev.vetrina.live.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LineupRaceTest {

    private static final int PRODUCTS = 20;
    private static final int MOVES = 60;

    private final Goods[] goods =
            IntStream.range(0, PRODUCTS).mapToObj(i -> Goods.some()).toArray(Goods[]::new);

    @Test
    void whoeverReordersAtOnceLosesNoProductAndNoMove() throws Exception {
        Show show = Show.live(goods);
        long before = show.state().getLong("version");

        List<Future<Response>> answers = new ArrayList<>();
        try (ExecutorService hosts = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MOVES; i++) {
                UUID product = goods[i % PRODUCTS].productId();
                UUID anchor = goods[(i * 7 + 3) % PRODUCTS].productId();
                if (!product.equals(anchor)) {
                    String place = i % 2 == 0 ? "beforeProductId" : "afterProductId";
                    answers.add(hosts.submit(() -> move(show, product, place, anchor)));
                }
            }
        }

        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        assertThat(show.state().getList("productIds", String.class))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(goods)
                        .map(product -> product.productId().toString())
                        .toList());
        long told = show.kinds().stream().filter("lineup-changed"::equals).count();
        assertThat(show.state().getLong("version")).isEqualTo(before + told);
        assertThat(show.timeline().getLast().data().get("productIds"))
                .isEqualTo(show.state().getList("productIds"));
    }

    @Test
    void aButtonThatManyPressAtOnceGoesOnByOneProduct() throws Exception {
        Show show = Show.live(goods);
        cue(show, null).then().statusCode(200);

        List<Future<Response>> answers = new ArrayList<>();
        try (ExecutorService hosts = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                answers.add(hosts.submit(() -> cue(show, goods[0].productId())));
            }
        }

        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
            assertThat(answer.get().jsonPath().getUUID("pinnedProductId")).isEqualTo(goods[1].productId());
        }
        assertThat(show.kinds()).filteredOn("product-pinned"::equals).hasSize(2);
    }

    private static Response move(Show show, UUID product, String place, UUID anchor) {
        return Api.as(show.token())
                .body("{\"productId\":\"%s\",\"%s\":\"%s\"}".formatted(product, place, anchor))
                .post(show.path("/lineup/moves"));
    }

    private static Response cue(Show show, @Nullable UUID seen) {
        return Api.as(show.token())
                .body(seen == null ? "{}" : "{\"currentProductId\":\"" + seen + "\"}")
                .post(show.path("/cue"));
    }
}
