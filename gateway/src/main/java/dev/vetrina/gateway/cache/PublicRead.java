package dev.vetrina.gateway.cache;

/**
 * A question whose answer is the same for everybody.
 *
 * @param uri path and query in their one form
 * @param switches whether the answer has prices or stages, whose changes are announced
 * @param language what the caller accepts, empty if it does not say
 * @param template under which such requests are counted
 */
public record PublicRead(String uri, boolean switches, String language, String template) {

    String inLanguage() {
        return uri + '\n' + language;
    }
}
