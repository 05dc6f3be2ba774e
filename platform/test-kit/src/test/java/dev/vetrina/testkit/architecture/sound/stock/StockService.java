package dev.vetrina.testkit.architecture.sound.stock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

public class StockService {

    private final StockLevelRepository levels = new StockLevelRepository();
    private final Clock clock;

    public StockService(Clock clock) {
        this.clock = clock;
    }

    public Instant countedAt() {
        return levels.any().hashCode() == 0 ? clock.instant() : Instant.now(clock);
    }

    public LocalDate countedOn() {
        return LocalDate.now(clock);
    }
}
