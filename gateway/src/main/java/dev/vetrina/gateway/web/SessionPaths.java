package dev.vetrina.gateway.web;

import java.util.regex.Pattern;

/** What the paths below a session have in common. */
public final class SessionPaths {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Under which they are counted. */
    public static final String TEMPLATE = "/v1/sessions/*";

    private SessionPaths() {}

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
