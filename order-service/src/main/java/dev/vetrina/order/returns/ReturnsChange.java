package dev.vetrina.order.returns;

import dev.vetrina.events.FulfilmentEvent.Units;
import dev.vetrina.events.ReturnEvent.ReturnApproved;
import dev.vetrina.events.ReturnEvent.ReturnReceived;
import dev.vetrina.events.ReturnEvent.ReturnRejected;
import dev.vetrina.events.ReturnEvent.ReturnRequested;
import dev.vetrina.events.ReturnEvent.ReturnedUnits;
import dev.vetrina.events.ReturnEvent.WithdrawalDeclared;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.fulfilment.GivenBack;
import dev.vetrina.order.fulfilment.PartsChange;
import dev.vetrina.order.fulfilment.SoldStock;
import dev.vetrina.order.stock.StockLevel;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of an order's returns inside a draft, with what follows from it for its parts, stock and money. */
record ReturnsChange(PartsChange parts, OrderReturns returns) {

    void request(GoodsReturn wanted) {
        returns.add(wanted);
        Fulfilment part = part(wanted);
        parts.tell(version -> new ReturnRequested(
                orderId(),
                version,
                wanted.id(),
                part.id(),
                part.brandId(),
                sessionId(),
                wanted.origin().withdrawalId(),
                wanted.lines().stream()
                        .map(line -> new ReturnedUnits(
                                line.lineId(),
                                part.line(line.lineId()).bought().variantId(),
                                line.quantity(),
                                line.reason().name()))
                        .toList(),
                now()));
    }

    void approve(GoodsReturn wanted) {
        if (wanted.approve(now())) {
            Fulfilment part = part(wanted);
            parts.tell(version ->
                    new ReturnApproved(orderId(), version, wanted.id(), part.id(), part.brandId(), sessionId(), now()));
        }
    }

    void reject(GoodsReturn wanted, RejectReason reason, @Nullable String note) {
        if (wanted.reject(reason, note, now())) {
            Fulfilment part = part(wanted);
            parts.tell(version -> new ReturnRejected(
                    orderId(), version, wanted.id(), part.id(), part.brandId(), sessionId(), reason.name(), now()));
        }
    }

    /** The goods are back: they are put on sale again, or written off, and their price goes back. */
    void receive(GoodsReturn sent, Map<UUID, Receipt> receipts) {
        Fulfilment part = part(sent);
        parts.order().captures().requireNoneUnderWay();
        sent.receive(receipts, now());
        sent.lines().forEach(line -> stock(part, line));
        GivenBack back = part.takeBack(sent.received(), sent.withShipping());
        sent.refunded(back);
        parts.tell(version -> new ReturnReceived(
                orderId(),
                version,
                sent.id(),
                part.id(),
                part.brandId(),
                sessionId(),
                back.lines(),
                back.shipping(),
                back.shippingTax(),
                now()));
        parts.refundReturned(back);
    }

    private void stock(Fulfilment part, ReturnLine line) {
        StockLevel level = SoldStock.level(parts.batch(), part.line(line.lineId()));
        int unsellable = line.received() - line.restocked();
        if (line.restocked() > 0) {
            level.takeBack(line.restocked(), orderId(), now());
        }
        if (unsellable > 0) {
            level.writeOff(unsellable, orderId(), now());
        }
    }

    void declared(Withdrawal withdrawal) {
        withdrawal.declare(now());
        Withdrawal.Content content = withdrawal.content();
        parts.tell(version -> new WithdrawalDeclared(
                orderId(),
                version,
                withdrawal.id(),
                content.customerId(),
                sessionId(),
                content.lines().entrySet().stream()
                        .map(line -> new Units(
                                line.getKey(),
                                parts.parts()
                                        .ofLine(line.getKey())
                                        .line(line.getKey())
                                        .bought()
                                        .variantId(),
                                line.getValue()))
                        .toList(),
                now()));
    }

    private Fulfilment part(GoodsReturn goodsReturn) {
        return parts.parts().get(goodsReturn.origin().fulfilmentId());
    }

    private UUID orderId() {
        return parts.order().id();
    }

    private @Nullable UUID sessionId() {
        return parts.order().origin().sessionId();
    }

    Instant now() {
        return parts.batch().now();
    }
}
