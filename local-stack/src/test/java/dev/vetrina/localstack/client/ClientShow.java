package dev.vetrina.localstack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.client.ApiException;
import dev.vetrina.client.ApiResponse;
import dev.vetrina.client.api.CreatorsApi;
import dev.vetrina.client.api.SessionsApi;
import dev.vetrina.client.model.CreateSession;
import dev.vetrina.client.model.EditLineup;
import dev.vetrina.client.model.LineupItem;
import dev.vetrina.client.model.PinProduct;
import dev.vetrina.client.model.RegisterCreator;
import dev.vetrina.client.model.ScheduleSession;
import dev.vetrina.client.model.Session;
import dev.vetrina.client.model.SessionSnapshot;
import dev.vetrina.client.model.SessionStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** A creator's show of one product, with the generated client. */
final class ClientShow {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOST = "creator-1";
    private static final int CONFLICT = 409;

    private final SessionsApi sessions;
    private final CreatorsApi creators;
    private final String market;

    ClientShow(Clients clients, String market) {
        this.sessions = new SessionsApi(clients.as(HOST));
        this.creators = new CreatorsApi(clients.as(HOST));
        this.market = market;
    }

    /** Planned, started, and the product pinned, as a viewer sees it. */
    UUID live(UUID product) throws ApiException {
        registerHost();
        UUID session = planned(product);
        assertThat(sessions.startSession(session).getStatus()).isEqualTo(SessionStatus.LIVE);
        sessions.pinProduct(session, new PinProduct().productId(product));
        SessionSnapshot seen = sessions.getSession(session, market);
        assertThat(seen.getPinnedProductId()).isEqualTo(product);
        assertThat(seen.getLineup())
                .singleElement()
                .satisfies(card -> assertThat(card.getProductId()).isEqualTo(product));
        return session;
    }

    void end(UUID session) throws ApiException {
        assertThat(sessions.endSession(session).getStatus()).isEqualTo(SessionStatus.ENDED);
        await().atMost(PATIENCE)
                .until(() -> sessions.getTimeline(session, null, 200).getItems().stream()
                        .anyMatch(fact -> fact.getKind().equals("session-ended")));
    }

    private void registerHost() throws ApiException {
        try {
            creators.registerCreator(new RegisterCreator().displayName("Anna").handle("anna.on.trend"));
        } catch (ApiException refused) {
            assertThat(refused.getCode()).as("registered before").isEqualTo(CONFLICT);
        }
    }

    private UUID planned(UUID product) throws ApiException {
        ApiResponse<Session> created = sessions.createSessionWithHttpInfo(
                new CreateSession().title("A client's show").markets(List.of(market)));
        UUID session = created.getData().getId();
        String version = created.getHeaders().getOrDefault("etag", List.of("")).getFirst();
        Clients.onceVisible(() -> sessions.editLineup(
                session, new EditLineup().items(List.of(new LineupItem().productId(product))), version));
        Session scheduled = sessions.scheduleSession(
                session,
                new ScheduleSession()
                        .startsAt(OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(5)));
        assertThat(scheduled.getStatus()).isEqualTo(SessionStatus.SCHEDULED);
        return session;
    }
}
