package dev.vetrina.localstack.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the first tenant has: by the path that leads to it, and by the name that a body has for it. */
final class KnownIds {

    private static final List<String> PRIVATE = List.of(
            "/v1/orders/{id}",
            "/v1/fulfilments/{id}",
            "/v1/returns/{id}",
            "/v1/coupon-campaigns/{id}",
            "/v1/waitlist-entries/{id}",
            "/v1/session-series/{id}",
            "/v1/webhook-endpoints/{id}",
            "/v1/webhook-messages/{id}",
            "/v1/webhook-deliveries/{id}",
            "/v1/sandbox/orders/{id}");

    private final Map<String, List<String>> byPath = new LinkedHashMap<>();
    private final Map<String, String> hidden = new LinkedHashMap<>();
    private final Map<String, String> byName = new LinkedHashMap<>();
    private final Map<String, String> filters = new LinkedHashMap<>();

    /**
     * @param template up to the parameter in braces that these are the values of
     * @return this
     */
    KnownIds at(String template, String... values) {
        byPath.put(template, List.of(values));
        return this;
    }

    /** Where the template leads to what only its owners may know of; beside what is there for others, or alone. */
    KnownIds hidden(String template, String path) {
        hidden.put(template, path);
        return this;
    }

    KnownIds named(String name, String value) {
        byName.put(name, value);
        return name.endsWith("Id") ? filter(name, value) : this;
    }

    /** What lists alone are asked for by this name. */
    KnownIds filter(String name, String value) {
        filters.put(name, value);
        return this;
    }

    /** The ids that mean one thing only: no answer to another tenant has one in it. */
    List<String> secrets() {
        return PRIVATE.stream().flatMap(template -> values(template).stream()).toList();
    }

    /** By the name of a query parameter: what only the first tenant has. */
    Map<String, String> filters() {
        return filters;
    }

    Map<String, String> byName() {
        return byName;
    }

    /** The path of what is hidden, if the template leads there. */
    Optional<String> hiddenPath(String template) {
        int end = template.lastIndexOf('}') + 1;
        return Optional.ofNullable(hidden.get(template.substring(0, end))).map(path -> path + template.substring(end));
    }

    /**
     * The paths that a template stands for: several, where a parameter has several values.
     *
     * @throws AssertionError for a parameter that has none: a new one needs an entry in {@link FirstTenant}
     */
    List<String> paths(String template) {
        Optional<String> onlyHidden = hiddenPath(template)
                .filter(path -> !byPath.containsKey(template.substring(0, template.lastIndexOf('}') + 1)));
        if (onlyHidden.isPresent()) {
            return List.of(onlyHidden.get());
        }
        List<String> paths = List.of("");
        int done = 0;
        for (int end = template.indexOf('}'); end >= 0; end = template.indexOf('}', end + 1)) {
            String literal = template.substring(done, template.lastIndexOf('{', end));
            List<String> values = values(template.substring(0, end + 1));
            paths = paths.stream()
                    .flatMap(path -> values.stream().map(value -> path + literal + value))
                    .toList();
            done = end + 1;
        }
        String rest = template.substring(done);
        return paths.stream().map(path -> path + rest).toList();
    }

    private List<String> values(String template) {
        List<String> values = byPath.get(template);
        if (values == null) {
            throw new AssertionError("The first tenant has nothing at " + template);
        }
        return values;
    }
}
