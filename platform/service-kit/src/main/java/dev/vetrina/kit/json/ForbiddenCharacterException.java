package dev.vetrina.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A text contains U+0000. */
final class ForbiddenCharacterException extends JsonMappingException {
    ForbiddenCharacterException(JsonParser parser) {
        super(parser, "A text must not contain the character U+0000.");
    }
}
