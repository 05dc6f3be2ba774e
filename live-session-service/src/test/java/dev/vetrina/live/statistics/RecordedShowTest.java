package dev.vetrina.live.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.OrderEvent.OrderCancelled;
import dev.vetrina.events.OrderEvent.OrderExpired;
import dev.vetrina.events.OrderEvent.OrderPaid;
import dev.vetrina.events.OrderEvent.PaymentDeclined;
import dev.vetrina.events.Topics;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import dev.vetrina.testkit.server.RealServers;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** The service's figures of a show are those that one gets by counting its raw events again, and topics may be read again. */
@QuarkusTest
class RecordedShowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> TOPICS_BY_GROUP = Map.of(
            "live.statistics", Topics.ORDERS,
            "live.presence", Topics.LIVE_PRESENCE,
            "live.engagement", Topics.LIVE_ENGAGEMENT);

    /** Of the two brands one has two products. */
    private static List<Goods> goods() {
        Goods jumper = Goods.some();
        Goods scarf = Goods.some();
        Goods mug = new Goods(Goods.some().productId(), Goods.some().variantId(), jumper.brandId());
        return List.of(jumper, scarf, mug);
    }

    @Test
    void figuresEqualARecountOfTheRawEventsAndSurviveTwoReplays() throws Exception {
        Show show = Show.live(goods().toArray(Goods[]::new));
        List<Recorded> raw = RecordedShow.of(4, show, start());
        Map<String, String> recount = Recount.of(show, raw);

        send(RecordedShow.delivered(1, raw));
        awaitConsumed();
        assertThat(ToldFigures.of(show, show.token())).isEqualTo(recount);

        for (int replay = 2; replay <= 3; replay++) {
            send(RecordedShow.delivered(replay, raw));
            awaitConsumed();
            assertThat(ToldFigures.of(show, show.token())).as("replay").isEqualTo(recount);
        }
    }

    @Test
    void aRecountOfOneEventMoreOrLessIsNotTheSame() {
        Show show = new Show(UUID.randomUUID(), UUID.randomUUID(), "host", goods());
        List<Recorded> raw = RecordedShow.of(5, show, start());
        Map<String, String> recount = Recount.of(show, raw);
        Set<UUID> paid = raw.stream()
                .map(Recorded::event)
                .filter(OrderPaid.class::isInstance)
                .map(event -> ((OrderPaid) event).orderId())
                .collect(Collectors.toSet());

        for (Recorded one : raw) {
            if (!silent(one.event(), paid)) {
                List<Recorded> less = new ArrayList<>(raw);
                less.remove(one);
                List<Recorded> more = new ArrayList<>(raw);
                more.add(new Recorded(UUID.randomUUID(), one.event()));

                assertThat(Recount.of(show, less)).as("without %s", one.event()).isNotEqualTo(recount);
                assertThat(Recount.of(show, more))
                        .as("with one more %s", one.event())
                        .isNotEqualTo(recount);
            }
        }
    }

    @Test
    void aBrandSeesWhatIsItsOwnAlone() throws Exception {
        List<Goods> goods = goods();
        UUID own = goods.getFirst().brandId();
        Show show = Show.live(goods.toArray(Goods[]::new));
        List<Recorded> raw = RecordedShow.of(6, show, start());
        send(RecordedShow.delivered(1, raw));
        awaitConsumed();
        Map<String, String> all = Recount.of(show, raw);
        String token = Tokens.brand(own);
        for (String report : List.of("/minutes", "/products", "/brands", "/markets")) {
            Api.as(Tokens.brand(UUID.randomUUID()))
                    .get(show.path("/statistics" + report))
                    .then()
                    .statusCode(403);
        }

        Api.as(token).get(show.path("/statistics")).then().statusCode(403).body("code", equalTo("forbidden"));
        var products = Api.as(token)
                .get(show.path("/statistics/products"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(products.getList("items.productId", UUID.class))
                .containsExactlyInAnyOrder(
                        goods.getFirst().productId(), goods.getLast().productId());
        var brands = Api.as(token)
                .get(show.path("/statistics/brands"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(brands.getList("items.brandId", UUID.class)).containsExactly(own);
        assertThat(brands.getString("items[0].units")).isEqualTo(all.get("brand/" + own + "/units"));
        for (String report : List.of("/minutes", "/markets")) {
            var told = Api.as(token)
                    .get(show.path("/statistics" + report))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (String figure : List.of("units", "impressions", "clicks")) {
                assertThat(told.getList("items." + figure, Integer.class).stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .as(report + " " + figure)
                        .isLessThanOrEqualTo(Integer.parseInt(all.get("brand/" + own + "/" + figure)));
            }
            assertThat(told.getList("items.units", Integer.class).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .as(report)
                    .isEqualTo(Integer.parseInt(all.get("brand/" + own + "/units")));
        }
    }

    /** Whether no figure tells of it: an order that was paid neither expired nor is it cancelled, and a refusal is its order's show's. */
    private static boolean silent(DomainEvent event, Set<UUID> paid) {
        return switch (event) {
            case OrderExpired expired -> expired.sessionId() == null || paid.contains(expired.orderId());
            case OrderCancelled cancelled -> cancelled.sessionId() == null || cancelled.paid();
            case PaymentDeclined declined -> declined.sessionId() == null;
            default -> false;
        };
    }

    private static Instant start() {
        return Instant.now().minusSeconds(900).truncatedTo(ChronoUnit.MINUTES);
    }

    private static void send(List<Recorded> delivered) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (Recorded recorded : delivered) {
                DomainEvent event = recorded.event();
                var unsent = new ProducerRecord<>(event.topic(), event.key(), EventJson.write(event));
                header(unsent, "ce_id", recorded.eventId().toString());
                header(unsent, "ce_type", EventJson.typeOf(event.getClass()));
                header(unsent, "ce_sequence", Long.toString(event.sequence()));
                var _ = producer.send(unsent);
            }
            producer.flush();
        }
    }

    private static void header(ProducerRecord<String, String> unsent, String name, String value) {
        unsent.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Until each consumer has taken everything that its topic holds now. */
    private static void awaitConsumed() throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()))) {
            for (Map.Entry<String, String> consumer : TOPICS_BY_GROUP.entrySet()) {
                Map<TopicPartition, Long> ends = ends(admin, consumer.getValue());
                await(consumer.getKey()).atMost(PATIENCE).until(() -> {
                    Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets(consumer.getKey())
                            .partitionsToOffsetAndMetadata()
                            .get();
                    return ends.entrySet().stream()
                            .allMatch(end -> end.getValue() == 0
                                    || (taken.get(end.getKey()) != null
                                            && taken.get(end.getKey()).offset() >= end.getValue()));
                });
            }
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }
}
