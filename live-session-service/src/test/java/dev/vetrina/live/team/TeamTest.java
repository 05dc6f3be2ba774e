package dev.vetrina.live.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.live.session.Permission;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class TeamTest {

    /** What is asked of the service, and what it takes; the order is such that each is legal for who may. */
    private enum Command {
        EDIT(Permission.EDIT) {
            @Override
            Response give(Show show, String token) {
                return Api.as(token)
                        .header("If-Match", "\"" + show.state().getLong("version") + "\"")
                        .body("{\"title\":\"Other\",\"markets\":[\"GB\",\"DE\"],\"startsAt\":\"2031-01-01T00:00:00Z\"}")
                        .put(show.path(""));
            }
        },
        POSTPONE(Permission.EDIT) {
            @Override
            Response give(Show show, String token) {
                return Api.as(token)
                        .body("{\"startsAt\":\"%s\",\"reason\":\"Late\"}"
                                .formatted(Instant.parse(show.state().getString("startsAt"))
                                        .plusSeconds(60)))
                        .post(show.path("/postpone"));
            }
        },
        REHEARSE(Permission.RUN_SHOW) {
            @Override
            Response give(Show show, String token) {
                return Api.as(token).post(show.path("/rehearsals"));
            }
        },
        START(Permission.RUN_SHOW) {
            @Override
            Response give(Show show, String token) {
                return Api.as(token).post(show.path("/start"));
            }
        },
        PIN(Permission.PRESENT) {
            @Override
            Response give(Show show, String token) {
                return Api.as(token)
                        .body("{\"productId\":\"%s\"}"
                                .formatted(show.goods().getFirst().productId()))
                        .post(show.path("/pin"));
            }
        },
        DEAL(Permission.DEAL) {
            @Override
            Response give(Show show, String token) {
                return Api.as(token)
                        .header("Idempotency-Key", Api.idempotencyKey())
                        .body("""
                                {"variantId":"%s","prices":[{"market":"GB","price":{"amount":1499,"currency":"GBP"}}],
                                "quantity":10,"perBuyerLimit":2,"countdownSeconds":60,"durationSeconds":300}
                                """.formatted(show.goods().getFirst().variantId()))
                        .post(show.path("/deals"));
            }
        },
        END(Permission.RUN_SHOW) {
            @Override
            Response give(Show show, String token) {
                return Api.as(token).post(show.path("/end"));
            }
        };

        private final Permission needed;

        Command(Permission needed) {
            this.needed = needed;
        }

        abstract Response give(Show show, String token);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void aMemberMayDoWhatItWasGivenAndNothingElse(Permission given) {
        Show show = Show.scheduled(Goods.some());
        String login = creator();
        add(show, creatorOf(login), "MODERATOR", given).then().statusCode(201);

        for (Command command : Command.values()) {
            int status = command.give(show, Tokens.creator(login)).statusCode();
            if (command.needed == given) {
                assertThat(status).as("%s with %s", command, given).isBetween(200, 202);
            } else {
                assertThat(status).as("%s with %s", command, given).isEqualTo(403);
                assertThat(command.give(show, show.token()).statusCode())
                        .as("%s by the host", command)
                        .isBetween(200, 202);
            }
        }
    }

    @Test
    void whoIsNotOnTheTeamMayDoNothingAndOnATeamOfAnotherSessionNothingMore() {
        Show show = Show.scheduled(Goods.some());
        Show other = Show.scheduled(Goods.some());
        String login = creator();
        add(other, creatorOf(login), "CO_HOST").then().statusCode(201);

        for (Command command : Command.values()) {
            assertThat(command.give(show, Tokens.creator(login)).statusCode())
                    .as(command.name())
                    .isEqualTo(403);
        }
        Api.as(Tokens.creator(login)).get(show.path("/team")).then().statusCode(403);
    }

    @Test
    void aCoHostSeesTheDraftAndItIsAmongItsSessions() {
        Show show = Show.draft();
        String login = creator();
        Api.as(Tokens.creator(login)).get(show.path("")).then().statusCode(404);

        add(show, creatorOf(login), "CO_HOST")
                .then()
                .statusCode(201)
                .body("permissions", contains("EDIT", "RUN_SHOW", "PRESENT", "DEAL", "MODERATE"));

        Api.as(Tokens.creator(login)).get(show.path("")).then().statusCode(200);
        Api.as(Tokens.creator(login))
                .queryParam("creatorId", show.creatorId())
                .get("/v1/sessions")
                .then()
                .body("items.id", contains(show.id().toString()));
        Api.as(Tokens.creator(login))
                .get(show.path("/team"))
                .then()
                .statusCode(200)
                .body("hostId", equalTo(show.creatorId().toString()))
                .body("members.role", contains("CO_HOST"));
    }

    @Test
    void aModeratorIsInvitedByItsLogin() {
        Show show = Show.draft();
        String login = "mod-" + UUID.randomUUID();

        body(show, "{\"subject\":\"%s\",\"role\":\"MODERATOR\"}".formatted(login))
                .then()
                .statusCode(201)
                .body("permissions", contains("PRESENT", "MODERATE"));

        Api.as(Tokens.customer(login)).get(show.path("")).then().statusCode(200);
        Api.as(Tokens.customer("other-" + login)).get(show.path("")).then().statusCode(404);
    }

    @Test
    void whoIsInvitedByItsLoginGivesTheCommandsThatItMay() {
        Goods jumper = Goods.some();
        Show show = Show.live(jumper);
        String moderator = invited(show, "MODERATOR");
        String coHost = invited(show, "CO_HOST");
        String pin = "{\"productId\":\"%s\"}".formatted(jumper.productId());

        Api.as(Tokens.customer(moderator))
                .body(pin)
                .post(show.path("/pin"))
                .then()
                .statusCode(200);
        Api.as(Tokens.customer(moderator)).post(show.path("/pause")).then().statusCode(403);
        Api.as(Tokens.customer(coHost)).post(show.path("/pause")).then().statusCode(200);
        Api.as(Tokens.customer("other-" + coHost))
                .body(pin)
                .post(show.path("/pin"))
                .then()
                .statusCode(403);
    }

    @Test
    void whoIsInvitedByItsLoginHasCodesStreamAndFiguresAsACoHostOnly() {
        Show show = Show.inviteOnly(Goods.some());
        String terms = "{\"label\":\"Press\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}";
        String coHost = Tokens.customer(invited(show, "CO_HOST"));
        String moderator = Tokens.customer(invited(show, "MODERATOR"));

        Api.as(coHost).body(terms).post(show.path("/invite-codes")).then().statusCode(201);
        Api.as(moderator).body(terms).post(show.path("/invite-codes")).then().statusCode(403);
        Api.as(coHost).post(show.path("/stream/rotate-key")).then().statusCode(200);
        Api.as(moderator).post(show.path("/stream/rotate-key")).then().statusCode(403);
        for (String path : List.of("/invite-codes", "/stream", "/statistics", "/statistics/products")) {
            Api.as(coHost).get(show.path(path)).then().statusCode(200);
            Api.as(moderator).get(show.path(path)).then().statusCode(403);
        }
    }

    @Test
    void whoHasTheRoleModeratorAndWasInvitedAsACoHostGivesEveryCommand() {
        Show show = Show.scheduled(Goods.some());
        String coHost = Tokens.moderator(invited(show, "CO_HOST"));

        for (Command command : Command.values()) {
            assertThat(command.give(show, coHost).statusCode())
                    .as(command.name())
                    .isBetween(200, 202);
        }
    }

    @Test
    void theTeamOfARehearsalIsThatOfItsShow() {
        Show show = Show.scheduled(Goods.some());
        String memberId = id(add(show, creatorOf(creator()), "CO_HOST"));

        Api.as(show.token())
                .get(show.rehearse().path("/team"))
                .then()
                .statusCode(200)
                .body("members.id", contains(memberId));
    }

    @Test
    void aCoHostCanChangeNobodyAndRemoveNeitherTheHostNorOthersButItself() {
        Show show = Show.scheduled(Goods.some());
        String login = creator();
        String memberId = id(add(show, creatorOf(login), "CO_HOST"));
        String otherId = id(add(show, creatorOf(creator()), "CO_HOST"));
        String token = Tokens.creator(login);

        add(show, token, creatorOf(creator()), "MODERATOR").then().statusCode(403);
        remove(show, token, otherId).then().statusCode(403);
        remove(show, token, show.creatorId().toString()).then().statusCode(403);
        remove(show, show.token(), show.creatorId().toString())
                .then()
                .statusCode(409)
                .body("code", equalTo("host-stays"));
        remove(show, token, memberId).then().statusCode(204);
        Command.EDIT.give(show, token).then().statusCode(403);
        remove(show, show.token(), otherId).then().statusCode(204);
        remove(show, show.token(), otherId).then().statusCode(404);
        Api.as(show.token()).get(show.path("/team")).then().body("members", empty());
    }

    @Test
    void aMembersPermissionsAreEditedByWhoHasSeenThem() {
        Show show = Show.scheduled(Goods.some());
        String login = creator();
        String memberId = id(add(show, creatorOf(login), "MODERATOR"));
        String change = "{\"role\":\"CO_HOST\",\"permissions\":[\"EDIT\",\"EDIT\"]}";

        Api.as(show.token())
                .body(change)
                .put(show.path("/team/" + memberId))
                .then()
                .statusCode(428);
        Api.as(show.token())
                .header("If-Match", "\"0\"")
                .body(change)
                .put(show.path("/team/" + memberId))
                .then()
                .statusCode(200)
                .body("permissions", contains("EDIT"))
                .header("ETag", "\"1\"");
        Api.as(show.token())
                .header("If-Match", "\"0\"")
                .body(change)
                .put(show.path("/team/" + memberId))
                .then()
                .statusCode(412);
        Command.EDIT.give(show, Tokens.creator(login)).then().statusCode(200);
        Command.PIN.give(show, Tokens.creator(login)).then().statusCode(403);
    }

    @Test
    void whoeverIsOnTheTeamAlreadyOrIsTheHostOrNobodyIsNotAdded() {
        Show show = Show.draft();
        UUID known = creatorOf(creator());
        add(show, known, "CO_HOST").then().statusCode(201);

        add(show, known, "MODERATOR").then().statusCode(409).body("code", equalTo("already-member"));
        add(show, show.creatorId(), "CO_HOST").then().statusCode(409).body("code", equalTo("already-host"));
        add(show, UUID.randomUUID(), "CO_HOST").then().statusCode(404);
        body(show, "{\"role\":\"CO_HOST\"}").then().statusCode(422).body("violations[0].field", equalTo("creatorId"));
        body(show, "{\"subject\":\"a\",\"creatorId\":\"%s\",\"role\":\"CO_HOST\"}".formatted(known))
                .then()
                .statusCode(422);
        body(show, "{\"subject\":\"a\",\"role\":\"CO_HOST\",\"permissions\":[]}")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("permissions"));
    }

    @Test
    void theRoleModeratorKeepsWhatItCouldDoAndNoMore() {
        String moderator = Tokens.moderator("mod-" + UUID.randomUUID());
        Set<Command> theirs = EnumSet.of(Command.PIN);
        Show show = Show.scheduled(Goods.some());
        Command.EDIT.give(show, moderator).then().statusCode(403);
        show.command("start").then().statusCode(200);

        for (Command command : theirs) {
            command.give(show, moderator).then().statusCode(200);
        }
        Command.END.give(show, moderator).then().statusCode(403);
        Command.DEAL.give(show, moderator).then().statusCode(403);
        Api.as(moderator).get(Show.draft().path("")).then().statusCode(404);
    }

    /** Somebody by its login, which is told. */
    private static String invited(Show show, String role) {
        String login = "invited-" + UUID.randomUUID();
        body(show, "{\"subject\":\"%s\",\"role\":\"%s\"}".formatted(login, role))
                .then()
                .statusCode(201);
        return login;
    }

    private static String creator() {
        String login = "helper-" + UUID.randomUUID();
        Show.registerCreator(login);
        return login;
    }

    private static UUID creatorOf(String login) {
        return UUID.fromString(Api.as(Tokens.creator(login))
                .body("{\"displayName\":\"Again\",\"handle\":\"h%s\"}"
                        .formatted(UUID.randomUUID().toString().substring(0, 18)))
                .post("/v1/creators")
                .then()
                .statusCode(409)
                .extract()
                .path("creatorId"));
    }

    private static Response add(Show show, UUID creatorId, String role, Permission... permissions) {
        String given = permissions.length == 0 ? "" : ",\"permissions\":[\"" + permissions[0] + "\"]";
        return body(show, "{\"creatorId\":\"%s\",\"role\":\"%s\"%s}".formatted(creatorId, role, given));
    }

    private static Response add(Show show, String token, UUID creatorId, String role) {
        return Api.as(token)
                .body("{\"creatorId\":\"%s\",\"role\":\"%s\"}".formatted(creatorId, role))
                .post(show.path("/team"));
    }

    private static Response body(Show show, String body) {
        return Api.as(show.token()).body(body).post(show.path("/team"));
    }

    private static Response remove(Show show, String token, String memberId) {
        return Api.as(token).delete(show.path("/team/" + memberId));
    }

    private static String id(Response added) {
        return added.then().statusCode(201).extract().path("id");
    }
}
