package dev.vetrina.localstack.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What another tenant is told. By rule: 404 for an object that it cannot read, 403 for one that it can. Whatever is otherwise
 * stands here, and only here.
 */
final class TenantRules {

    /**
     * Of these the caller is the owner, whoever's is what the path names: they name nothing of another caller that could be
     * refused, except what is hidden from it. That they leave alone what others have is looked at in {@link #OWN_PAGES}.
     */
    private static final Set<String> OF_THE_CALLER = Set.of(
            "placeOrder",
            "joinWaitlist",
            "followCreator",
            "unfollowCreator",
            "eraseFollows",
            "remindOfSession",
            "forgetReminder",
            "postChatMessage",
            "enterGiveaway",
            "withdrawFromGiveaway",
            "getOwnGiveawayEntry");

    /** Where the first customer reads what it has by operations of the caller. */
    static final List<String> OWN_PAGES = List.of(
            "/v1/orders",
            "/v1/waitlist-entries",
            "/v1/follows",
            "/v1/reminders",
            "/v1/sessions/{id}/giveaways/{giveawayId}/entries/mine");

    /** Read by every brand, because they say why something is refused. */
    private static final Set<String> SHARED = Set.of("getSalesStop", "listSalesStops", "listCarriers");

    private static final Map<String, Integer> OTHERWISE = Map.of(
            // The brand can be seen by everybody; its guardrails cannot, and who cannot read them may know that.
            "putDealGuardrails", 403,
            // The product is on sale; what it cost before is its brand's own business.
            "listPriceHistory", 404,
            // What these are about stands in the body, and is nobody else's to see.
            "shipCombined", 404,
            "requestReturn", 404,
            "quoteReturn", 404,
            "prepareWithdrawal", 404,
            "placeSandboxOrder", 404);

    /** For who does not see what the path names: the door to it, and the end of a reminder of it. */
    private static final Set<String> OUTSIDE = Set.of("enterByInviteCode", "forgetReminder");

    private TenantRules() {}

    static boolean isForThoseOutside(Operation operation) {
        return OUTSIDE.contains(operation.id());
    }

    static boolean isOfTheCaller(Operation operation) {
        return OF_THE_CALLER.contains(operation.id());
    }

    /** Answered with what is the caller's own, and nothing of the first tenant's in it. */
    static boolean answersWithItsOwn(Operation operation, String role) {
        boolean list = operation.reads() && operation.objects().isEmpty();
        return list || SHARED.contains(operation.id()) || isItsPartOfAShow(operation, role);
    }

    private static boolean isItsPartOfAShow(Operation operation, String role) {
        return operation.id().equals("getAirtime") && role.equals("brand");
    }

    static boolean shows(Operation operation, String role) {
        return SHARED.contains(operation.id()) || isItsPartOfAShow(operation, role);
    }

    /** @param sees whether the caller can read the innermost object of the path that can be read at all */
    static int status(Operation operation, boolean sees) {
        boolean inBody = operation.objects().isEmpty();
        return OTHERWISE.getOrDefault(operation.id(), sees || inBody ? 403 : 404);
    }
}
