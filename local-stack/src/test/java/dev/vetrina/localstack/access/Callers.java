package dev.vetrina.localstack.access;

import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import java.util.UUID;

/** Calls the API as somebody who may. */
record Callers(RestApi api, SignIn signIn) {

    Answer done(String account, Call call) {
        return api.require(signed(account, call));
    }

    /** The same, whatever is answered. */
    Answer asked(String account, Call call) {
        return api.send(signed(account, call));
    }

    private Call signed(String account, Call call) {
        return call.as(signIn.token(account)).key(UUID.randomUUID().toString());
    }

    /** Returns the id of what was made. */
    String made(String account, Call call) {
        return idOf(done(account, call));
    }

    static String idOf(Answer answer) {
        return answer.body().path("id").asText();
    }
}
