package dev.vetrina.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A text contains what no text of ours may contain. */
final class ForbiddenCharacterException extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    ForbiddenCharacterException(JsonParser parser, String what) {
        super(parser, "A text must not contain " + what + ".");
    }
}
