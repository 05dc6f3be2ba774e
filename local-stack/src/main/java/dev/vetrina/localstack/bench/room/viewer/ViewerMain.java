package dev.vetrina.localstack.bench.room.viewer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The process of some viewers: reads an order a line, and answers each with a line. */
public final class ViewerMain {

    private ViewerMain() {}

    /** @param words the address to come from, or nothing */
    public static void main(String[] words) throws IOException, InterruptedException {
        Hall hall = new Hall(source(words));
        Thread thread = Thread.ofPlatform().daemon().name("viewers").start(hall);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(carryOut(order.split(" ", -1), hall).join());
        }
        hall.close();
        thread.join();
    }

    private static CompletableFuture<String> carryOut(String[] order, Hall hall) {
        return switch (order[0]) {
            case "join" ->
                hall.join(
                                FeedProtocol.valueOf(order[1]),
                                Integer.parseInt(order[2]),
                                order[3],
                                Integer.parseInt(order[4]))
                        .thenApply(joined -> Integer.toString(joined));
            case "begin" ->
                hall.ask(() -> {
                    hall.notes().begin();
                    return "begun";
                });
            case "told" ->
                hall.ask(() -> hall.notes().factsTold() + " " + hall.notes().pulses());
            case "report" -> hall.ask(() -> hall.notes().report().write());
            case "leave" -> hall.ask(() -> Integer.toString(hall.leave()));
            default -> throw new IllegalArgumentException("There is no order " + order[0]);
        };
    }

    private static @Nullable InetAddress source(String[] words) throws IOException {
        return words.length == 0 ? null : InetAddress.getByName(words[0]);
    }
}
