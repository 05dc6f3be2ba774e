package dev.vetrina.live.runsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.card.CardView;
import dev.vetrina.live.card.Cards;
import dev.vetrina.live.session.Backstage;
import dev.vetrina.live.timeline.Broadcast;
import dev.vetrina.live.timeline.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is planned for a session, and the airtime that came of it. */
@ApplicationScoped
class RunsheetService {

    private final RunsheetRepository runsheets;
    private final Backstage backstage;
    private final Timeline timeline;
    private final Cards cards;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;

    RunsheetService(
            RunsheetRepository runsheets,
            Backstage backstage,
            Timeline timeline,
            Cards cards,
            Caller caller,
            ObjectMapper json,
            Clock clock) {
        this.runsheets = runsheets;
        this.backstage = backstage;
        this.timeline = timeline;
        this.cards = cards;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    RunsheetView get(UUID sessionId) {
        return view(sessionId, backstage.present(sessionId));
    }

    @Transactional
    RunsheetView edit(UUID sessionId, @Nullable String ifMatch, Plan plan) {
        Backstage.Run run = backstage.present(sessionId);
        Runsheet sheet = runsheets.findByIdOptional(sessionId).orElseGet(() -> Runsheet.of(sessionId));
        Preconditions.requireMatch(ifMatch, sheet.version());
        if (!run.open()) {
            throw ProblemException.conflict(
                    "session-closed", "The runsheet cannot be changed once it is " + run.status() + ".");
        }
        PlanRules.check(plan, run.productIds());
        sheet.plan(write(plan));
        runsheets.persistAndFlush(sheet);
        return view(sessionId, run);
    }

    /** A partner sees its own brand's, of every session that it may see or has goods in; moderators, hosts and operators see all. */
    @Transactional
    AirtimeView airtime(UUID sessionId) {
        boolean brandOnly = caller.is(Roles.BRAND) && !caller.is(Roles.OPERATOR);
        Backstage.Run run =
                brandOnly ? backstage.seeOrTakePart(sessionId, this::takesPart) : backstage.present(sessionId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AirtimeView all = AirtimeView.of(
                sessionId,
                run.status(),
                run.endedAt() == null ? now : run.endedAt(),
                plan(sessionId),
                new Airtime(timeline.broadcast(sessionId), now));
        return brandOnly
                ? all.of(caller.brandId()
                        .orElseThrow(() -> ProblemException.forbidden("The access token names no brand.")))
                : all;
    }

    private boolean takesPart(List<UUID> lineup) {
        return caller.brandId()
                .filter(brandId -> cards.brandsOf(lineup).containsValue(brandId))
                .isPresent();
    }

    private RunsheetView view(UUID sessionId, Backstage.Run run) {
        Broadcast broadcast = timeline.broadcast(sessionId);
        Airtime airtime = new Airtime(broadcast, clock.instant());
        Plan plan = plan(sessionId);
        Map<UUID, CardView> known = cards.in(run.homeMarket(), run.productIds()).stream()
                .collect(Collectors.toMap(CardView::productId, Function.identity()));
        List<RunsheetView.Item> items = new ArrayList<>();
        Integer from = 0;
        for (UUID productId : run.productIds()) {
            RunsheetView.Item item = RunsheetView.item(productId, plan, from, known, airtime, run.pinnedProductId());
            items.add(item);
            from = from == null || item.plannedSeconds() == null ? null : Integer.valueOf(from + item.plannedSeconds());
        }
        return new RunsheetView(
                sessionId,
                runsheets.findByIdOptional(sessionId).map(Runsheet::version).orElse(0L),
                broadcast.airings().isEmpty()
                        ? null
                        : broadcast.airings().getLast().productId(),
                items,
                plan.brandSlots().stream().map(RunsheetView.Slot::of).toList());
    }

    private Plan plan(UUID sessionId) {
        return runsheets
                .findByIdOptional(sessionId)
                .map(sheet -> read(sheet.plan()))
                .orElse(Plan.EMPTY);
    }

    private String write(Plan plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan is made of texts and numbers", e);
        }
    }

    private Plan read(String plan) {
        try {
            return json.readValue(plan, Plan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database keeps only plans here", e);
        }
    }
}
