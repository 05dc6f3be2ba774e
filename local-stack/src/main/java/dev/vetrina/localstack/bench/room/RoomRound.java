package dev.vetrina.localstack.bench.room;

import java.time.Duration;

/**
 * One stretch of a show with so many viewers.
 *
 * @param wanted how many viewers there should have been
 * @param length for which things happened
 * @param took until everything had been told, or nothing came any more
 * @param cpuSeconds of all processes that serve, in the time that it took
 * @param frontCpuSeconds of the one to which viewers are connected, where that is another figure
 */
record RoomRound(
        String contender,
        int wanted,
        Duration length,
        Duration took,
        Recording recording,
        Reception reception,
        double cpuSeconds,
        double frontCpuSeconds) {

    double deliveriesPerCpuSecond() {
        return reception.deliveries() / cpuSeconds;
    }

    /** Of pulses, to each viewer; less than four where they were widened. */
    double pulsesPerSecond() {
        return (double) reception.pulses() / reception.viewers() / (length.toMillis() / 1000.0);
    }

    double factsP50() {
        return reception.facts().getValueAtPercentile(50);
    }

    double factsP99() {
        return reception.facts().getValueAtPercentile(99);
    }

    double chatP50() {
        return reception.chat().getValueAtPercentile(50);
    }

    double chatP99() {
        return reception.chat().getValueAtPercentile(99);
    }
}
