package dev.vetrina.live.text;

import static com.ibm.icu.lang.UCharacterEnums.ECharacterCategory.CONTROL;
import static com.ibm.icu.lang.UCharacterEnums.ECharacterCategory.ENCLOSING_MARK;
import static com.ibm.icu.lang.UCharacterEnums.ECharacterCategory.FORMAT;
import static com.ibm.icu.lang.UCharacterEnums.ECharacterCategory.NON_SPACING_MARK;
import static com.ibm.icu.lang.UCharacterEnums.ECharacterCategory.PRIVATE_USE;
import static com.ibm.icu.lang.UCharacterEnums.ECharacterCategory.SURROGATE;
import static com.ibm.icu.lang.UCharacterEnums.ECharacterCategory.UNASSIGNED;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.Set;

/**
 * A line of plain text as it may stand on other people's screens. Nothing in it is invisible, turns the direction of what
 * follows, or grows over the lines above; emoji and the scripts that need joiners keep theirs.
 */
public final class PlainText {

    /** More than any living language stacks on one letter once composed. */
    private static final int MAX_MARKS = 3;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int BLANK_BRAILLE = 0x2800;

    private static final Set<Integer> SCRIPTS_WITH_JOINERS = Set.of(
            UScript.ARABIC,
            UScript.BENGALI,
            UScript.DEVANAGARI,
            UScript.GUJARATI,
            UScript.GURMUKHI,
            UScript.KANNADA,
            UScript.KHMER,
            UScript.MALAYALAM,
            UScript.MYANMAR,
            UScript.ORIYA,
            UScript.SINHALA,
            UScript.SYRIAC,
            UScript.TAMIL,
            UScript.TELUGU);

    private PlainText() {}

    /** The text in NFC on one line, without what must not be shown: empty if nothing of it can be seen. */
    public static String clean(String raw) {
        String visible = limitMarks(Normalizer.normalize(visible(raw), Normalizer.Form.NFC));
        String line = visible.strip().replaceAll(" {2,}", " ");
        return line.codePoints().allMatch(PlainText::isSpaceOrMark) ? "" : line;
    }

    /** What a person would count, roughly: not the chars of Java. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String visible(String raw) {
        int[] points = raw.codePoints().toArray();
        StringBuilder kept = new StringBuilder(raw.length());
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (isSpace(point)) {
                kept.append(' ');
            } else if (isKept(point, kept, i + 1 < points.length ? points[i + 1] : 0)) {
                kept.appendCodePoint(point);
            }
        }
        return kept.toString();
    }

    private static boolean isKept(int point, StringBuilder before, int next) {
        int previous = before.isEmpty() ? 0 : before.codePointBefore(before.length());
        return switch (point) {
            case TEXT_STYLE, EMOJI_STYLE -> UCharacter.hasBinaryProperty(previous, UProperty.EMOJI);
            case ZERO_WIDTH_NON_JOINER -> joinsLetters(previous, next);
            case ZERO_WIDTH_JOINER -> joinsLetters(previous, next) || joinsEmoji(previous, next);
            default -> isShown(point);
        };
    }

    private static boolean isShown(int point) {
        return switch (UCharacter.getType(point)) {
            case CONTROL, FORMAT, SURROGATE, PRIVATE_USE, UNASSIGNED -> false;
            default -> !UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    private static boolean joinsLetters(int previous, int next) {
        int script = UScript.getScript(previous);
        return SCRIPTS_WITH_JOINERS.contains(script) && UScript.getScript(next) == script;
    }

    private static boolean joinsEmoji(int previous, int next) {
        boolean afterEmoji = previous == EMOJI_STYLE
                || UCharacter.hasBinaryProperty(previous, UProperty.EMOJI_MODIFIER)
                || UCharacter.hasBinaryProperty(previous, UProperty.EXTENDED_PICTOGRAPHIC);
        return afterEmoji && UCharacter.hasBinaryProperty(next, UProperty.EXTENDED_PICTOGRAPHIC);
    }

    private static String limitMarks(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int marks = 0;
        for (int point : text.codePoints().toArray()) {
            marks = isMark(point) ? marks + 1 : 0;
            if (marks <= MAX_MARKS) {
                kept.appendCodePoint(point);
            }
        }
        return kept.toString();
    }

    private static boolean isSpaceOrMark(int point) {
        return isSpace(point) || isMark(point);
    }

    private static boolean isMark(int point) {
        int type = UCharacter.getType(point);
        return type == NON_SPACING_MARK || type == ENCLOSING_MARK;
    }

    private static boolean isSpace(int point) {
        return UCharacter.isUWhiteSpace(point) || point == BLANK_BRAILLE;
    }
}
