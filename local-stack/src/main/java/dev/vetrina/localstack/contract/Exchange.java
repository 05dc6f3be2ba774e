package dev.vetrina.localstack.contract;

import java.net.URI;
import java.net.http.HttpHeaders;

/**
 * A request and its answer.
 *
 * @param target path and query, as they were sent
 * @param body empty if there was none
 */
public record Exchange(String method, URI target, int status, HttpHeaders headers, String body) {

    /** Of which request it is the answer, for messages. */
    public String name() {
        return method + " " + target.getPath() + " " + status;
    }
}
