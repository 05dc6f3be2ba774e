package dev.vetrina.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Jackson cuts off spaces and control characters around the name of a constant. Whoever else reads the same bytes may not, and two
 * readers must not differ over what was said.
 */
final class ExactConstants extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> lenient) {
        return new Exact(lenient);
    }

    private static final class Exact extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        Exact(JsonDeserializer<?> lenient) {
            super(lenient);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> contextual) {
            return new Exact(contextual);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                String name = parser.getText();
                if (name.length() != name.trim().length()) {
                    return context.handleWeirdStringValue(handledType(), name, "not the name of a constant");
                }
            }
            return super.deserialize(parser, context);
        }
    }
}
