package dev.vetrina.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** A time with an offset and a year of four digits, as text. Jackson would also take a number for seconds of an epoch. */
final class Rfc3339Time extends StdDeserializer<Instant> {

    private static final long serialVersionUID = 1L;
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-.{1,40}");

    Rfc3339Time() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getText();
        try {
            if (FOUR_DIGIT_YEAR.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeParseException e) {
            // Falls through to the one answer for every text that is no such time.
        }
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time in RFC 3339 with an offset");
    }
}
