package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Answers;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.fulfilment.ShipParcel.Content;
import dev.vetrina.order.fulfilment.Shipment.Parcel;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.payment.Captures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
public class FulfilmentService {

    private final GroupCommit groupCommit;
    private final Answers answers;
    private final Carriers carriers;
    private final Captures captures;
    private final Clock clock;

    FulfilmentService(GroupCommit groupCommit, Answers answers, Carriers carriers, Captures captures, Clock clock) {
        this.groupCommit = groupCommit;
        this.answers = answers;
        this.carriers = carriers;
        this.captures = captures;
        this.clock = clock;
    }

    void confirm(UUID orderId, UUID fulfilmentId, Actor by) {
        Boolean _ = groupCommit.submit(new ChangeParts<>(orderId, by, change -> {
            change.confirm(change.parts().get(fulfilmentId));
            return true;
        }));
    }

    ShipmentView ship(UUID orderId, UUID fulfilmentId, ShipmentRequest request, Actor by, IdempotentRequest key) {
        UUID shipmentId = Ids.next();
        Map<UUID, Integer> units = LineUnits.byLine(request.lines());
        Parcel parcel = request.inParcel().parcel(shipmentId, carriers, clock);
        ShipmentView view = ShipmentView.of(fulfilmentId, Shipment.of(shipmentId, parcel, units));
        KeyedAnswer answer = answers.created(key, "/v1/fulfilments/" + fulfilmentId, view);
        ship(List.of(new Content(orderId, fulfilmentId, shipmentId, units)), parcel, by, answer);
        return view;
    }

    /** @param orders by part */
    CombinedShipmentView ship(
            Map<UUID, UUID> orders, CombinedShipmentRequest request, Actor by, IdempotentRequest key) {
        List<Content> contents = request.contents(orders);
        Parcel parcel = request.inParcel().parcel(Ids.next(), carriers, clock);
        CombinedShipmentView view = CombinedShipmentView.of(contents, parcel);
        ship(contents, parcel, by, answers.created(key, null, view));
        return view;
    }

    /** Under a key that is claimed already, for the provider is asked before and after the commit. */
    private void ship(List<Content> contents, Parcel parcel, Actor by, KeyedAnswer answer) {
        contents.forEach(content -> captures.confirmReserved(content.orderId()));
        Boolean _ = groupCommit.submit(new ShipParcel(contents, parcel, by, answer, captures));
        contents.forEach(content -> captures.execute(content.orderId()));
    }

    /** Everything that was shipped has arrived. */
    public void deliver(UUID orderId, UUID fulfilmentId, Actor by) {
        Boolean _ = groupCommit.submit(new ChangeParts<>(orderId, by, change -> {
            Fulfilment fulfilment = change.parts().get(fulfilmentId);
            if (fulfilment.shipments().isEmpty()) {
                throw ProblemException.conflict("nothing-shipped", "Nothing of it is shipped.")
                        .with("fulfilmentStatus", fulfilment.status());
            }
            fulfilment.shipments().forEach(shipment -> change.deliver(fulfilment, shipment));
            return true;
        }));
    }

    void deliver(UUID orderId, UUID fulfilmentId, UUID shipmentId, Actor by) {
        Boolean _ = groupCommit.submit(new ChangeParts<>(orderId, by, change -> {
            Fulfilment fulfilment = change.parts().get(fulfilmentId);
            change.deliver(fulfilment, fulfilment.shipment(shipmentId));
            return true;
        }));
    }
}
