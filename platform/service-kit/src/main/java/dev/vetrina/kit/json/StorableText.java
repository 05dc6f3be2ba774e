package dev.vetrina.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL can store neither U+0000 nor half of a surrogate pair; whoever sends one learns so here and not from a failed
 * insert.
 */
final class StorableText extends StringDeserializer {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        return text == null ? null : checked(text, parser);
    }

    private static String checked(String text, JsonParser parser) throws ForbiddenCharacterException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new ForbiddenCharacterException(parser, "half of a surrogate pair");
            } else if (c == '\0') {
                throw new ForbiddenCharacterException(parser, "the character U+0000");
            }
        }
        return text;
    }

    /** The same for the keys of a map. */
    static final class Key extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return checked(key, context.getParser());
        }
    }
}
