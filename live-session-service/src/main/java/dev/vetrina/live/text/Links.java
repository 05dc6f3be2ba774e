package dev.vetrina.live.text;

import com.google.common.net.InternetDomainName;
import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Addresses in a text, also those that are spelled so that a filter would not see them: with letters of other alphabets,
 * spaces, brackets, words for the dot. It rather takes too much for an address than too little; a moderator sorts that out.
 */
public final class Links {

    private static final Pattern SCHEME =
            Pattern.compile("[a-z][a-z0-9+.-]{1,20}\\s?:\\s?//|\\b(?:javascript|mailto):\\S");
    private static final Pattern WWW = Pattern.compile("\\bwww\\s?\\.");
    private static final Pattern PUNYCODE = Pattern.compile("\\bxn--");
    private static final Pattern IPV4 = Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])");
    private static final Pattern BRACKETED_DOT =
            Pattern.compile("\\s*[(\\[{<*_]+\\s*(?:dot|d0t|punkt|punto|\\.)\\s*[)\\]}>*_]+\\s*");

    /** Endings that are hardly ever meant otherwise behind a spelled dot. */
    private static final Pattern SPELLED_DOT = Pattern.compile(
            "(?:\\s+\\.\\s*|\\s+d[o0]t\\s+)(?=(?:com|net|org|info|xyz|shop|store|online|site|link|biz|app|dev|io|ly|gg|ru|cn|tk)\\b)");

    private static final Pattern SPACE_BEHIND_DOT = Pattern.compile("\\.\\s+(?=(?:com|net|org)\\b)");
    private static final Pattern HOST = Pattern.compile(
            "(?<![\\p{L}\\p{N}-])(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}\\.)+\\p{L}[\\p{L}\\p{N}-]{1,62}");
    private static final Pattern SECURE = Pattern.compile("https://[^\\s<>\"'`\\\\]{3,200}");

    private Links() {}

    /** Whether somebody could make an address of this. */
    public static boolean isIn(String text) {
        return Stream.of(Folding.compatible(text), Folding.fold(text)).anyMatch(Links::hasAddress);
    }

    /** The addresses that a reader may follow, as they stand in the text. */
    public static List<String> clickable(String text) {
        return SECURE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(address -> address.replaceFirst("[.,;:!?)\\]}]+$", ""))
                .filter(Links::isWellFormed)
                .toList();
    }

    private static boolean hasAddress(String text) {
        String spelledOut = SPACE_BEHIND_DOT
                .matcher(SPELLED_DOT
                        .matcher(BRACKETED_DOT.matcher(text).replaceAll("."))
                        .replaceAll("."))
                .replaceAll(".")
                .replace(".c0m", ".com");
        return Stream.of(SCHEME, WWW, PUNYCODE, IPV4)
                        .anyMatch(pattern -> pattern.matcher(spelledOut).find())
                || HOST.matcher(spelledOut).results().map(MatchResult::group).anyMatch(Links::isRegistered);
    }

    /** Whether a host ends in a top-level domain that there is. */
    private static boolean isRegistered(String host) {
        return InternetDomainName.isValid(host) && InternetDomainName.from(host).hasRegistrySuffix();
    }

    private static boolean isWellFormed(String address) {
        try {
            String host = URI.create(address).getHost();
            return host != null && isRegistered(host) && address.chars().allMatch(c -> c < 0x80);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
