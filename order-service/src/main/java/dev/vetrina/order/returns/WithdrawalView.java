package dev.vetrina.order.returns;

import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A withdrawal and, once it is declared, the acknowledgement of its receipt: content, date and time never change. */
@Schema(
        name = "Withdrawal",
        description =
                "A consumer's withdrawal from a contract. Once DECLARED it is the acknowledgement of its receipt, with the"
                        + " declaration's content, date and time; it can be read as long as the order can.")
record WithdrawalView(
        UUID id,

        @Schema(description = "The row version, also sent as ETag")
        long version,

        UUID orderId,
        WithdrawalStatus status,

        @Schema(description = "The consumer's; absent once it was erased") @Nullable
        String name,

        @Schema(description = "What is declared, in words") String statement,
        List<Line> lines,
        Instant preparedAt,

        @Schema(description = "When it was declared and received; absent until it is confirmed") @Nullable
        Instant declaredAt,

        @Schema(description = "The returns that follow from it, one a brand; what was not shipped is cancelled")
        List<UUID> returnIds)
        implements Identified, Versioned {

    @Schema(name = "WithdrawalLine")
    record Line(UUID lineId, String title, int quantity) {}

    static WithdrawalView of(Order order, Withdrawal withdrawal, OrderReturns returns) {
        Withdrawal.Content content = withdrawal.content();
        List<Line> lines = content.lines().entrySet().stream()
                .map(entry -> new Line(entry.getKey(), title(order, entry.getKey()), entry.getValue()))
                .toList();
        return new WithdrawalView(
                withdrawal.id(),
                withdrawal.version(),
                order.id(),
                withdrawal.status(),
                content.name(),
                statement(order, lines),
                lines,
                content.preparedAt(),
                withdrawal.declaredAt(),
                returns.returns().stream()
                        .filter(goodsReturn ->
                                withdrawal.id().equals(goodsReturn.origin().withdrawalId()))
                        .map(GoodsReturn::id)
                        .toList());
    }

    private static String statement(Order order, List<Line> lines) {
        return "I withdraw from my contract of sale of the following goods: "
                + lines.stream()
                        .map(line -> line.quantity() + " x " + line.title())
                        .collect(Collectors.joining(", "))
                + ". Order " + order.id() + ", placed at " + order.placedAt() + ".";
    }

    private static String title(Order order, UUID lineId) {
        return order.lines().stream()
                .filter(line -> line.id().equals(lineId))
                .map(OrderLine::title)
                .findFirst()
                .orElseThrow();
    }
}
