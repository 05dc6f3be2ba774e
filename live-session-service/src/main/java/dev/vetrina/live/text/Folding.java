package dev.vetrina.live.text;

import com.github.benmanes.caffeine.cache.LoadingCache;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import dev.vetrina.kit.cache.LocalCaches;
import java.text.Normalizer;
import java.util.Locale;

/** What a text looks like, in the plainest letters there are for it: lower case, no accents, Latin where it passes for Latin. */
final class Folding {

    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();
    private static final String DOTS = "。｡．․‧•∙⋅·・᛫ꞏ●◦⸱";
    private static final LoadingCache<Integer, String> LOOKS =
            LocalCaches.builder().maximumSize(20_000).build(Folding::look);

    private Folding() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        compatible(text).codePoints().forEach(point -> folded.append(LOOKS.get(point)));
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** The same letters, only without the ways to write them large, round, wide or with another dot. */
    static String compatible(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .forEach(point -> plain.appendCodePoint(DOTS.indexOf(point) < 0 ? point : '.'));
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static String look(int point) {
        String letter = bare(Character.toString(point));
        if (isAscii(letter)) {
            return letter;
        }
        String lower = bare(CONFUSABLES.getSkeleton(letter));
        if (isAscii(lower)) {
            return lower.toLowerCase(Locale.ROOT);
        }
        // Of some letters only the capital looks like a Latin one.
        String capital = bare(CONFUSABLES.getSkeleton(UCharacter.toUpperCase(letter)));
        return isAscii(capital) ? capital.toLowerCase(Locale.ROOT) : letter;
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{Mn}+", "");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
