package dev.vetrina.gateway.connection;

import dev.vetrina.kit.problem.ProblemException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What two servers might read in two ways is refused, so that nobody slips a request past one of them (RFC 9112, 11.2). */
final class RequestRules {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*)(.*)");
    private static final Set<String> NOT_OURS = Set.of("CONNECT", "TRACE");

    private final int maxHeaders;

    RequestRules(int maxHeaders) {
        this.maxHeaders = maxHeaders;
    }

    static ProblemException malformed(String detail) {
        return ProblemException.malformed("malformed-request", detail);
    }

    static ProblemException fragment() {
        return malformed("The target has a fragment.");
    }

    static @Nullable ProblemException faultOfMethod(String method) {
        return NOT_OURS.contains(method)
                ? ProblemException.of(501, "method-not-supported", "There is no such method here", null)
                : null;
    }

    /** Over HTTP/1 the codec looks at them. */
    static @Nullable ProblemException faultOfValues(MultiMap headers) {
        for (Map.Entry<String, String> header : headers) {
            if (!isText(header.getValue())) {
                return malformed("The header " + header.getKey() + " has a control character.");
            }
        }
        return null;
    }

    private static boolean isText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char here = value.charAt(i);
            if ((here < ' ' && here != '\t') || here == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Null if there is none. A target that names our own host is made relative: further on only paths are known. */
    @Nullable
    ProblemException fault(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return unreadable(request.decoderResult().cause());
        }
        HttpHeaders headers = request.headers();
        if (isTooMany(headers)) {
            return tooManyHeaders("At most " + maxHeaders + " header fields are taken.");
        }
        ProblemException ofMethod = faultOfMethod(request.method().name());
        if (ofMethod != null) {
            return ofMethod;
        }
        List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
        if (hosts.size() > 1 || (hosts.isEmpty() && request.protocolVersion().equals(HttpVersion.HTTP_1_1))) {
            return malformed("There must be one Host.");
        }
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING) && !isChunkedAlone(request)) {
            return malformed("The only Transfer-Encoding taken is chunked, of HTTP/1.1.");
        }
        return faultOfTarget(request, hosts.isEmpty() ? "" : hosts.getFirst());
    }

    /** Fields, of which several may have one name: the size that Vert.x's headers tell is that of the names. */
    private boolean isTooMany(HttpHeaders headers) {
        int fields = 0;
        for (var each = headers.iteratorCharSequence(); each.hasNext(); each.next()) {
            fields++;
        }
        return fields > maxHeaders;
    }

    private static boolean isChunkedAlone(HttpRequest request) {
        List<String> encodings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return encodings.size() == 1
                && encodings.getFirst().equalsIgnoreCase("chunked")
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    }

    private static @Nullable ProblemException faultOfTarget(HttpRequest request, String host) {
        String target = request.uri();
        if (target.indexOf('#') >= 0) {
            return fragment();
        }
        if (!isUri(target)) {
            return malformed("The target is no URI: it has a character or an escape that RFC 3986 does not know.");
        }
        if (target.startsWith("/") || (target.equals("*") && request.method().equals(HttpMethod.OPTIONS))) {
            return null;
        }
        Matcher absolute = ABSOLUTE.matcher(target);
        if (!absolute.matches() || !absolute.group(1).equalsIgnoreCase(host)) {
            return malformed("The target is no path, and not one of this host.");
        }
        String path = absolute.group(2);
        request.setUri(path.startsWith("/") ? path : "/" + path);
        return null;
    }

    /** Quarkus asks the same, and answers without a problem document. */
    private static boolean isUri(String target) {
        if (hasNothingToDoubt(target)) {
            return true;
        }
        try {
            var _ = new URI(target);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Nearly every target: a URI costs as much as two buckets. */
    private static boolean hasNothingToDoubt(String target) {
        for (int i = 0; i < target.length(); i++) {
            char here = target.charAt(i);
            boolean plain =
                    (here >= 'a' && here <= 'z') || (here >= '-' && here <= '9') || (here >= 'A' && here <= 'Z');
            if (!plain && "?=&_~".indexOf(here) < 0) {
                return false;
            }
        }
        return true;
    }

    private static ProblemException unreadable(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return ProblemException.of(414, "uri-too-long", "The URL is too long", null);
        }
        return cause instanceof TooLongHttpHeaderException
                ? tooManyHeaders(null)
                : malformed("The request is not framed as HTTP frames it.");
    }

    private static ProblemException tooManyHeaders(@Nullable String detail) {
        return ProblemException.of(431, "headers-too-large", "The header fields are too many or too large", detail);
    }
}
