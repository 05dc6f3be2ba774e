package dev.vetrina.order.fulfilment;

import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Answers;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.fulfilment.Shipment.Parcel;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.payment.Captures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class FulfilmentService {

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
        Map<UUID, Integer> units = answers.unlessAnswered(key, () -> ShipmentRequest.byLine(request.lines()));
        Parcel parcel = answers.unlessAnswered(key, () -> parcel(shipmentId, request));
        ShipmentView view = ShipmentView.of(fulfilmentId, Shipment.of(shipmentId, parcel, units));
        KeyedAnswer answer = answers.created(key, "/v1/fulfilments/" + fulfilmentId, view);
        Boolean _ = groupCommit.submit(new ChangeParts<>(
                orderId, by, answer, change -> ship(change, fulfilmentId, Shipment.of(shipmentId, parcel, units))));
        captures.execute(orderId);
        return view;
    }

    /** Where money is taken as goods leave, this parcel's share is asked for with it. */
    private boolean ship(PartsChange change, UUID fulfilmentId, Shipment shipment) {
        Money price = change.ship(change.parts().get(fulfilmentId), shipment);
        captures.request(
                change.order(),
                price,
                shipment.id(),
                change.parts().nothingOpen(),
                change.batch().now());
        return true;
    }

    private Parcel parcel(UUID id, ShipmentRequest request) {
        Carriers.Carrier carrier = carriers.get(request.carrier());
        String url =
                request.trackingUrl() == null ? carrier.trackingUrl(request.trackingNumber()) : request.trackingUrl();
        return new Parcel(id, carrier.code(), request.trackingNumber(), url, clock.instant());
    }

    /** Everything that was shipped has arrived. */
    void deliver(UUID orderId, UUID fulfilmentId, Actor by) {
        Boolean _ = groupCommit.submit(new ChangeParts<>(orderId, by, change -> {
            Fulfilment fulfilment = change.parts().get(fulfilmentId);
            if (fulfilment.shipments().isEmpty()) {
                throw ProblemException.conflict("nothing-shipped", "Nothing of it is shipped.");
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
