package dev.vetrina.order.returns;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.order.commit.Answers;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.fulfilment.Fulfilments;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.payment.Refunds;
import dev.vetrina.order.terms.SellingTermsBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class ReturnService {

    private final Fulfilments fulfilments;
    private final Returns returns;
    private final GroupCommit groupCommit;
    private final Refunds refunds;
    private final Answers answers;
    private final Clock clock;
    private final SellingTermsBook book;

    ReturnService(
            Fulfilments fulfilments,
            Returns returns,
            GroupCommit groupCommit,
            Refunds refunds,
            Answers answers,
            Clock clock,
            SellingTermsBook book) {
        this.fulfilments = fulfilments;
        this.returns = returns;
        this.groupCommit = groupCommit;
        this.refunds = refunds;
        this.answers = answers;
        this.clock = clock;
        this.book = book;
    }

    /** What would go back for goods that came back now. */
    ReturnQuoteView quote(Order order, ReturnRequest request) {
        ReturnRules.requireKept(order);
        Map<UUID, Integer> units = request.units();
        Fulfilment part = ReturnRules.onePart(fulfilments.of(order.id()), units.keySet());
        ReturnRules rules = ReturnRules.of(order, book);
        rules.requireReturnable(part, units, returns.of(order.id()), clock.instant());
        return ReturnQuoteView.of(part.quote(units, request.withShipping()));
    }

    public ReturnView request(Order order, ReturnRequest request, Actor by, IdempotentRequest key) {
        Map<UUID, Integer> units = answers.unlessAnswered(key, request::units);
        Fulfilment part =
                answers.unlessAnswered(key, () -> ReturnRules.onePart(fulfilments.of(order.id()), units.keySet()));
        var origin = new GoodsReturn.Origin(Ids.next(), order.id(), part.id(), null, request.note(), clock.instant());
        ReturnView view = ReturnView.of(
                GoodsReturn.request(origin, request.toLines()),
                part.brandId(),
                order.origin().currency());
        KeyedAnswer answer = answers.created(key, "/v1/returns/" + view.id(), view);
        ReturnRules rules = ReturnRules.of(order, book);
        Boolean _ = groupCommit.submit(new ChangeReturns(order.id(), by, answer, change -> {
            ReturnRules.requireKept(change.parts().order());
            Fulfilment now = change.parts().parts().get(part.id());
            rules.requireReturnable(now, units, change.returns(), change.now());
            change.request(GoodsReturn.request(origin, request.toLines()));
        }));
        return view;
    }

    void approve(UUID orderId, UUID returnId, Actor by) {
        change(orderId, returnId, by, ReturnsChange::approve);
    }

    void reject(UUID orderId, UUID returnId, RejectReason reason, @Nullable String note, Actor by) {
        change(orderId, returnId, by, (change, goodsReturn) -> change.reject(goodsReturn, reason, note));
    }

    /** Harmless when it was received already. */
    void receive(UUID orderId, UUID returnId, Map<UUID, Receipt> receipts, Actor by) {
        change(orderId, returnId, by, (change, goodsReturn) -> {
            if (goodsReturn.status() != ReturnStatus.RECEIVED) {
                change.receive(goodsReturn, receipts);
            }
        });
        refunds.execute(orderId);
    }

    private void change(UUID orderId, UUID returnId, Actor by, BiConsumer<ReturnsChange, GoodsReturn> what) {
        Boolean _ = groupCommit.submit(new ChangeReturns(
                orderId,
                by,
                null,
                change -> what.accept(change, change.returns().get(returnId))));
    }
}
