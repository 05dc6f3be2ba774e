package dev.vetrina.testkit.architecture.broken.checkout;

import dev.vetrina.testkit.architecture.broken.stock.StockLevelRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Breaks rules: it uses another feature's repository, and reads the machine's time in every way there is. */
public class CheckoutService {

    String use(StockLevelRepository repository) {
        return repository.name(this);
    }

    Instant now() {
        return Instant.now();
    }

    Supplier<Instant> later() {
        return Instant::now;
    }

    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    long milliseconds() {
        return System.currentTimeMillis();
    }

    Instant clock() {
        return java.time.Clock.systemUTC().instant();
    }
}
