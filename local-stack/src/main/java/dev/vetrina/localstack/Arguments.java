package dev.vetrina.localstack;

import dev.vetrina.localstack.stack.StackFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words behind a command.
 *
 * @param names words without dashes, in order
 * @param flags options without a value
 * @param values options with a value, each with all its values in order
 */
record Arguments(List<String> names, Set<String> flags, Map<String, List<String>> values) {

    /** @throws StackFailure if a word is not known or a value is missing */
    static Arguments parse(List<String> words, Set<String> knownFlags, Set<String> knownOptions) {
        Arguments parsed = new Arguments(new ArrayList<>(), new HashSet<>(), new HashMap<>());
        var rest = words.listIterator();
        while (rest.hasNext()) {
            String[] word = rest.next().split("=", 2);
            String name = word[0];
            if (!name.startsWith("--")) {
                parsed.names.add(String.join("=", word));
            } else if (knownFlags.contains(name) && word.length == 1) {
                parsed.flags.add(name);
            } else if (knownOptions.contains(name) && (word.length == 2 || rest.hasNext())) {
                parsed.values
                        .computeIfAbsent(name, first -> new ArrayList<>())
                        .add(word.length == 2 ? word[1] : rest.next());
            } else {
                throw new StackFailure(complaint(name, knownFlags, knownOptions));
            }
        }
        return parsed;
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    /** The last value given: whoever repeats an option corrects it. */
    Optional<String> last(String option) {
        return all(option).isEmpty()
                ? Optional.empty()
                : Optional.of(all(option).getLast());
    }

    private static String complaint(String name, Set<String> knownFlags, Set<String> knownOptions) {
        if (knownOptions.contains(name)) {
            return name + " needs a value: " + name + "=VALUE.";
        }
        if (knownFlags.contains(name)) {
            return name + " takes no value.";
        }
        return "There is no option " + name + " here: ./vetrina help lists them.";
    }
}
