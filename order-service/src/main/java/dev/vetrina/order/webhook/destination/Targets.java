package dev.vetrina.order.webhook.destination;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;

/** Tells where a url leads, and refuses what lies inside. */
@ApplicationScoped
public class Targets {

    private static final int HIGHEST_PORT = 65_535;

    private final Names names;
    private final Networks networks;
    private final WebhookSettings settings;

    Targets(Names names, Networks networks, WebhookSettings settings) {
        this.names = names;
        this.networks = networks;
        this.settings = settings;
    }

    /** The target cannot be used now; the message is the rule that it breaks, for whoever registers it. */
    public static final class RefusedException extends Exception {
        private final String rule;

        RefusedException(String rule) {
            super(rule);
            this.rule = rule;
        }
    }

    /**
     * A url with the address that its name has at this moment. Connect to the address: the name may have another one when it is asked
     * for again.
     */
    public Target locate(String url) throws RefusedException {
        URI uri = parse(url);
        InetAddress address = permitted(uri.getHost());
        return new Target(uri, address);
    }

    /** @throws ProblemException 422 for the field {@code url} */
    public void require(String url) {
        try {
            Target _ = locate(url);
        } catch (RefusedException e) {
            throw ProblemException.invalid("url", e.rule);
        }
    }

    private URI parse(String url) throws RefusedException {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new RefusedException("must be a URL");
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) && settings.allowHttp();
        if (!http && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new RefusedException("must begin with https://");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            throw new RefusedException("must name a host, and a port only from 1 to 65535");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new RefusedException("must have neither user information nor a fragment");
        }
        return uri;
    }

    /** A name of which one address lies inside is not used at all: whoever gives such answers is not to be trusted with the others. */
    private InetAddress permitted(String host) throws RefusedException {
        List<InetAddress> addresses = resolved(host);
        for (InetAddress address : addresses) {
            if (!networks.permits(address)) {
                throw new RefusedException("must have public addresses only");
            }
        }
        return addresses.getFirst();
    }

    private List<InetAddress> resolved(String host) throws RefusedException {
        try {
            List<InetAddress> addresses = names.resolve(unbracketed(host));
            if (addresses.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return addresses;
        } catch (UnknownHostException e) {
            throw new RefusedException("has a host whose name cannot be resolved");
        }
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
