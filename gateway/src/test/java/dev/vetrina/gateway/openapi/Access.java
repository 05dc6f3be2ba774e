package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may call an operation.
 *
 * @param open whether it can be called without a token
 * @param scopes what a token must carry, if it is sent: all that one of these names. A scope that an open operation names is
 *     needed to see more than everybody sees
 */
record Access(Set<String> roles, boolean open, List<Set<String>> scopes) {

    private static final String EVERYONE = "everyone";
    private static final String TOKEN = "openIdConnect";

    static Access of(JsonNode operation) {
        boolean open = operation.path("security").isEmpty();
        List<Set<String>> scopes = new ArrayList<>();
        for (JsonNode choice : operation.path("security")) {
            open |= choice.isEmpty();
            if (choice.has(TOKEN)) {
                scopes.add(texts(choice.path(TOKEN)));
            }
        }
        return new Access(
                texts(operation.path("x-vetrina-roles")), open, scopes.isEmpty() ? List.of(Set.of()) : scopes);
    }

    /** What callers lose, each as a line. */
    List<String> lostIn(Access now) {
        List<String> lost = new ArrayList<>();
        if (open && !now.open) {
            lost.add("needs a token now");
        }
        if (!now.roles.contains(EVERYONE)) {
            roles.stream()
                    .filter(role -> !now.roles.contains(role))
                    .forEach(role -> lost.add("excludes " + role + " now"));
        }
        scopes.stream()
                .filter(had -> now.scopes.stream().noneMatch(had::containsAll))
                .forEach(had -> lost.add("needs one of the scopes " + now.scopes + " now, not " + had));
        return lost;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
