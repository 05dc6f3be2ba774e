package dev.vetrina.live.text;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words and phrases that a room does not want. A word is found as a whole word, so that Scunthorpe may be named, but in every
 * spelling that reads like it: accents, other alphabets, digits for letters, letters apart or repeated.
 */
public final class Keywords {

    private static final Map<Character, Character> LOOKALIKES = Map.ofEntries(
            Map.entry('0', 'o'),
            Map.entry('1', 'i'),
            Map.entry('l', 'i'),
            Map.entry('|', 'i'),
            Map.entry('!', 'i'),
            Map.entry('3', 'e'),
            Map.entry('4', 'a'),
            Map.entry('@', 'a'),
            Map.entry('5', 's'),
            Map.entry('$', 's'),
            Map.entry('7', 't'),
            Map.entry('+', 't'),
            Map.entry('8', 'b'));

    private static final Set<Integer> WITHOUT_SPACES = Set.of(
            UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.KHMER, UScript.LAO, UScript.MYANMAR, UScript.THAI);

    private static final Pattern RUN = Pattern.compile("(\\P{Z})\\1*");
    private static final String AT_THE_END = "[!|+.,;:?'\")\\]}…]+$";

    /** @param reading found in a text between spaces, or anywhere in a text without its spaces */
    private record Keyword(String asGiven, Pattern reading, boolean withoutSpaces) {}

    private final List<Keyword> keywords;

    private Keywords(List<Keyword> keywords) {
        this.keywords = keywords;
    }

    public static Keywords of(Collection<String> keywords) {
        return new Keywords(keywords.stream()
                .filter(Keywords::isReadable)
                .map(Keywords::keyword)
                .toList());
    }

    /** Whether anything would ever be found by it. */
    public static boolean isReadable(String keyword) {
        return !phrase(words(keyword)).isBlank();
    }

    /** The first keyword that can be read in the text. */
    public Optional<String> in(String text) {
        if (keywords.isEmpty()) {
            return Optional.empty();
        }
        List<String> readings = readings(text);
        return keywords.stream()
                .filter(keyword -> readings.stream().anyMatch(reading -> isIn(keyword, reading)))
                .map(Keyword::asGiven)
                .findFirst();
    }

    private static Keyword keyword(String asGiven) {
        boolean withoutSpaces = isWrittenWithoutSpaces(asGiven);
        String phrase = phrase(words(asGiven));
        return new Keyword(asGiven, drawnOut(withoutSpaces ? phrase.replace(" ", "") : phrase), withoutSpaces);
    }

    /** Each letter at least as often as the keyword has it, so that "as" is not taken for a longer word. */
    private static Pattern drawnOut(String phrase) {
        return Pattern.compile(RUN.matcher(phrase)
                .replaceAll(run -> Matcher.quoteReplacement(run.group(1) + "{"
                        + run.group().codePointCount(0, run.group().length()) + ",}")));
    }

    private static boolean isIn(Keyword keyword, String reading) {
        return keyword.reading()
                .matcher(keyword.withoutSpaces() ? reading.replace(" ", "") : reading)
                .find();
    }

    /** Word by word as it stands, with what is written apart by signs put together, and with single letters put together. */
    private static List<String> readings(String text) {
        List<String> split = words(text);
        List<String> whole = Arrays.stream(Folding.fold(text).split("\\s+"))
                .map(Keywords::letters)
                .map(word -> word.replaceAll("[^\\p{L}\\p{N}]+", ""))
                .toList();
        return List.of(phrase(split), phrase(whole), phrase(lettersTogether(split)), phrase(lettersTogether(whole)));
    }

    private static List<String> words(String text) {
        return Arrays.stream(Folding.fold(text).split("\\s+"))
                .map(Keywords::letters)
                .flatMap(word -> Stream.of(word.split("[^\\p{L}\\p{N}]+")))
                .toList();
    }

    private static String letters(String word) {
        StringBuilder letters = new StringBuilder();
        word.replaceFirst(AT_THE_END, "")
                .chars()
                .forEach(c -> letters.append(LOOKALIKES.getOrDefault((char) c, (char) c)));
        return letters.toString();
    }

    private static List<String> lettersTogether(List<String> words) {
        List<String> together = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            if (word.length() == 1) {
                letters.append(word);
            } else {
                together.add(letters.toString());
                letters.setLength(0);
                together.add(word);
            }
        }
        together.add(letters.toString());
        return together;
    }

    /** Between spaces; only letters, digits and single spaces are in it. */
    private static String phrase(List<String> words) {
        String joined =
                String.join(" ", words.stream().filter(word -> !word.isEmpty()).toList());
        return joined.isEmpty() ? "" : " " + joined + " ";
    }

    private static boolean isWrittenWithoutSpaces(String keyword) {
        return keyword.codePoints().map(UScript::getScript).anyMatch(WITHOUT_SPACES::contains);
    }
}
