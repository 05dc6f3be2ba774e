package dev.vetrina.gateway.web;

/**
 * The order of the gateway's routes. All but the first come after Quarkus's CORS and authentication filters (-300, -200) and before its own
 * limit of bodies (-2), which would answer without a problem document.
 */
public final class RouteOrder {

    /** Before Quarkus's filters, so that their refusals have the headers too. */
    public static final int SECURITY_HEADERS = -1_000;

    public static final int REQUEST_ID = -90;
    public static final int HTTP2 = -88;
    public static final int PATH = -85;
    public static final int MANAGEMENT = -84;
    public static final int ADDRESS_LIMIT = -82;
    public static final int IDENTITY = -80;
    public static final int CALLER_LIMIT = -78;
    /** Behind the limits: until then nothing is kept of a request. */
    public static final int HTTP2_BODY = -76;

    public static final int FEED = -70;
    public static final int PAGE = -68;
    public static final int CACHE = -65;
    /** Behind the copies of public answers, about which nothing is logged. */
    public static final int NAMED_IN_LOGS = -64;

    public static final int REACTIONS = -63;
    public static final int PROXY = -60;
    /** After everything of Quarkus's, its page of static resources included. */
    public static final int UNANSWERED = 100_000;

    private RouteOrder() {}
}
